package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of sentences that several texts share. */
final class Sentences {

    /** Above this, chance is called so. */
    private static final double CHANCE = 0.05;

    private Sentences() {}

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /**
     * What is to be added to a finding of all latents, from "; but" to the end of the sentence; a point where nothing
     * is. Of several doubts the first.
     */
    static String doubt(Controls controls) {
        return joined(doubts(controls));
    }

    /** The same of the controls that compare real values. */
    static String doubtOfMixing(Controls controls) {
        return joined(doubtsOfMixing(controls));
    }

    private static String joined(List<String> doubts) {
        return doubts.isEmpty() ? "." : "; but " + doubts.get(0) + ".";
    }

    /** Clauses, of which chance says all. */
    static List<String> doubts(Controls controls) {
        if (controls.atChance() && controls.ofRows() >= controls.ofPoints())
            return List.of("with the rows shuffled that would be so in up to " + upTo(controls.ofRows())
                    + " of all cases"
                    + (controls.ofRows() > CHANCE ? ": not more than chance would show" : ""));
        if (controls.atChance())
            return List.of("dealt at random to the " + controls.points()
                    + " points of the latents that occur, these columns would be so in up to "
                    + upTo(controls.ofPoints()) + " of all cases"
                    + (controls.ofPoints() > CHANCE
                            ? ": too few points to tell a world model from a random code"
                            : ""));
        return doubtsOfMixing(controls);
    }

    /** Of rotations and of layers that were never trained. */
    static List<String> doubtsOfMixing(Controls controls) {
        var doubts = new ArrayList<String>();
        controls.rotations()
                .filter(Rotations::wouldDo)
                .ifPresent(r -> doubts.add("of " + r.tried() + " random rotations of this representation, "
                        + r.asClear()
                        + (r.asClear() == 1 ? " shows" : " show")
                        + " the latents at least as clearly: a random mixing of the same columns would do as well"));
        controls.untrained()
                .flatMap(Untrained::clearest)
                .filter(Untrained.Layer::wouldDo)
                .ifPresent(layer -> {
                    doubts.add("of " + layer.tried() + " layers of as many random " + unit(layer.unit())
                            + " units of the latents, never trained, " + layer.asClear()
                            + (layer.asClear() == 1 ? " shows" : " show") + " the latents as clearly");
                });
        if (!controls.allRun())
            doubts.add("random rotations and untrained layers were not tried: these rows are too few or too uneven to "
                    + "tell the latents apart");
        return doubts;
    }

    /** How a kind of unit is called. */
    static String unit(Untrained.Unit unit) {
        return switch (unit) {
            case LINEAR -> "linear";
            case TANH -> "tanh";
            case SIGN -> "sign";
            case RELU -> "ReLU";
        };
    }

    /** A bound from above, rounded up. */
    private static String upTo(double part) {
        return String.format(Locale.ROOT, "%.1f%%", Math.min(100, Math.ceil(part * 1000) / 10));
    }

    /** The name of a mixture by itself. */
    static String kind(Mixture mixture, Names names) {
        int d = mixture.coordinates().size();
        if (mixture.common().isEmpty()) return "every coordinate a product of latents";
        int j = mixture.common().getAsInt();
        String map = names.isNumbered()
                ? "the mixture z_i ↦ z_i z_" + (j + 1) + " for every i ≠ " + (j + 1)
                : "the mixture that multiplies every other latent by " + names.latent(j);
        return map + ", up to P D (an automorphism of the folded " + (d + 1) + "-cube)";
    }

    /** The coordinates of a mixture, and its name. */
    static String mixture(Mixture mixture, Names names) {
        String shown = mixture.coordinates().stream()
                .map(m -> names.product(m.sign(), m.latents()))
                .collect(Collectors.joining(", ", "(", ")"));
        return mixture.common().isPresent()
                ? "the coordinates " + shown + " are " + kind(mixture, names)
                : "the coordinates are " + shown + ", " + kind(mixture, names);
    }

    /** @param active the latents that vary */
    static String undecided(Regression.Undecided why, int[] active, Names names) {
        if (why instanceof Regression.TooManyLatents many) return "more than " + many.most() + " latents";
        if (why instanceof Regression.NearlyConstant one)
            return names.latent(active[one.latent()]) + " takes one of its values in only "
                    + ArrayTable.counted(one.rows());
        if (why instanceof Regression.NearlyAlike two)
            return names.latent(active[two.latent()]) + " and " + names.latent(active[two.other()])
                    + (two.equal() ? " are equal" : " differ") + " in only " + ArrayTable.counted(two.rows());
        return "these rows are too few, or the latents too alike, to tell their weights apart";
    }
}
