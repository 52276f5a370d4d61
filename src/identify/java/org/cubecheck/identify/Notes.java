package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a reader should know of the data and of what was left out, a line each. */
final class Notes {

    private static final String HELD_OUT_FIGURES =
            "the figures that need held-out rows (identification error, DCI, SAP, held-out correlation) are left out.";
    /** Coordinates of which two values explain less of the variance are far from two-valued. */
    private static final double FAR_FROM_TWO_VALUED = 0.75;

    private final Findings found;
    private final PairedSamples samples;
    private final Names names;
    private final List<String> notes = new ArrayList<>();

    private Notes(Findings found, Names names) {
        this.found = found;
        this.samples = found.samples();
        this.names = names;
    }

    /** @param resamples and {@code shuffles} as they were asked for */
    static List<String> of(Findings found, Names names, int resamples, int shuffles) {
        var notes = new Notes(found, names);
        notes.onColumns();
        notes.onWhatWasNotTried();
        notes.onMatches();
        notes.onGroups();
        notes.onHeldOut(resamples, shuffles);
        found.regression().ifPresent(notes::onRegression);
        notes.onCube();
        return List.copyOf(notes.notes);
    }

    private void onColumns() {
        names.unusable()
                .forEach(source -> notes.add(
                        source + ": two columns have the same name, or one has none; columns are numbered instead."));
        Stream.of(samples.latents, samples.representation)
                .flatMap(table -> table.remarks().stream())
                .distinct()
                .forEach(remark -> notes.add(remark + "."));
        var constant = coordinates(i -> samples.constantCoordinate[i]);
        if (!constant.isEmpty())
            notes.add("Constant: " + Names.listed(constant) + ". " + (constant.size() == 1 ? "It says" : "They say")
                    + " nothing about any latent.");
        var still = IntStream.range(0, samples.d())
                .filter(j -> samples.constantLatent[j])
                .mapToObj(names::latent)
                .toList();
        if (!still.isEmpty())
            notes.add("Latents that never change in these rows: " + Names.listed(still)
                    + ". They are left out of every score.");
        var coordinates = Repetition.of(samples.phi, samples.constantCoordinate).stream()
                .map(r -> names.coordinate(r.column()) + " = " + (r.sign() > 0 ? "" : "-") + names.coordinate(r.of()))
                .toList();
        if (!coordinates.isEmpty())
            notes.add("Coordinates that repeat each other (up to scale): " + Names.listed(coordinates)
                    + ". SAP and MIG, which compare the best coordinate with the next, fall because of it.");
        var latents = Repetition.of(samples.z, samples.constantLatent).stream()
                .map(r -> names.latent(r.column()) + " = " + (r.sign() > 0 ? "" : "-") + names.latent(r.of()))
                .toList();
        if (!latents.isEmpty())
            notes.add("Latents that repeat each other: " + Names.listed(latents) + ". No score can tell them apart.");
    }

    private List<String> coordinates(IntPredicate which) {
        return IntStream.range(0, samples.w())
                .filter(which)
                .mapToObj(names::coordinate)
                .toList();
    }

    private void onWhatWasNotTried() {
        if (!NearestProduct.triesPairs(samples))
            notes.add("Products of two latents were not looked for: too many latents, coordinates and rows.");
        found.points()
                .filter(points -> !points.isWhole())
                .ifPresent(points -> notes.add(points.seen() + " of the " + (1 << samples.d())
                        + " points of the latents' cube " + (points.seen() == 1 ? "occurs" : "occur")
                        + "; the exact expansions and the exact verdict need them "
                        + "all."));
    }

    private void onMatches() {
        var matches = found.matching().matches();
        int free = coordinates(
                        i -> !samples.constantCoordinate[i] && matches.stream().noneMatch(m -> m.coordinate() == i))
                .size();
        if (free > 0)
            notes.add(free + " of " + samples.w() + (free == 1 ? " coordinates is" : " coordinates are")
                    + " assigned to no latent: redundant, or carrying something else.");
        var missing = Arrays.stream(samples.active())
                .filter(j -> matches.stream().noneMatch(m -> m.latent() == j))
                .mapToObj(names::latent)
                .toList();
        if (!missing.isEmpty())
            notes.add("Latents without a coordinate of their own: " + Names.listed(missing)
                    + ". They count 0 in the mean correlation.");
        var blurred = coordinates(i -> samples.twoValued[i] < FAR_FROM_TWO_VALUED);
        if (!blurred.isEmpty())
            notes.add(blurred.size() + " of " + samples.w()
                    + (blurred.size() == 1 ? " coordinates is" : " coordinates are")
                    + " far from two-valued: "
                    + Names.listed(blurred) + ". What is said of their binarised form says little of the real one.");
        double byChance = found.chance().expected();
        if (found.recovered() > 0 && found.recovered() < found.varyingLatents() && byChance > 0.05)
            notes.add("With the rows shuffled, " + Sentences.decimal(byChance)
                    + " latents would be recovered exactly on average, at most.");
    }

    /** Whether rows know each other. */
    private void onGroups() {
        int points = found.controls().points();
        if (samples.groups.isPresent()) {
            int groups = samples.independent();
            notes.add("The rows form " + groups + " groups, which are split, drawn and shuffled whole."
                    + found.heldOut()
                            .map(heldOut -> " Held out: " + counted(heldOut.independent(), "group") + " of "
                                    + heldOut.rows() + " rows; the figures on them are about new groups.")
                            .orElse(""));
            notes.add(
                    groups < Split.FEWEST_ROWS
                            ? "Fewer than " + Split.FEWEST_ROWS + " groups: no signed permutation is established by "
                                    + "regression, which takes one row of each group."
                            : "The regressions behind the signed permutation take one row of each group.");
        } else if (found.heldOut().isPresent() && points < samples.rows)
            notes.add("Points of the cube repeat: " + samples.rows + " rows lie at " + points
                    + ". If rows share words, objects or recordings, held-out rows may be known from the others: name "
                    + "what they share (--groups), and the held-out figures are about new groups.");
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private void onHeldOut(int resamples, int shuffles) {
        if (samples.rows < Split.FEWEST_ROWS)
            notes.add("Fewer than " + Split.FEWEST_ROWS + " rows: " + HELD_OUT_FIGURES);
        else if (found.heldOut().isEmpty())
            notes.add("No latent takes both values in the training rows and in the held-out rows: " + HELD_OUT_FIGURES);
        found.heldOut().ifPresent(heldOut -> onHeldOut(heldOut, resamples, shuffles));
    }

    private void onHeldOut(HeldOut heldOut, int resamples, int shuffles) {
        var left = Arrays.stream(samples.active())
                .filter(j -> !heldOut.latents().contains(j))
                .mapToObj(names::latent)
                .toList();
        if (!left.isEmpty())
            notes.add("Latents that take one value only in the training rows or in the held-out rows: "
                    + Names.listed(left) + ". The held-out figures are over "
                    + heldOut.latents().size() + " of " + found.varyingLatents() + " latents.");
        boolean few = heldOut.independent() < Bootstrap.FEWEST_FOR_INTERVALS;
        String unit = heldOut.groups().isPresent() ? "group" : "row";
        if (heldOut.drawsWithout() > 0 && !few)
            notes.add("In " + heldOut.drawsWithout() + " of " + resamples
                    + " bootstrap draws a latent takes one value only: "
                    + "the interval of the held-out correlation leaves it out of them.");
        if (few)
            notes.add("Only " + counted(heldOut.independent(), "held-out " + unit)
                    + ": no intervals, which from fewer than " + Bootstrap.FEWEST_FOR_INTERVALS + " " + unit
                    + "s would cover the truth less often than they say.");
        if (heldOut.shuffles() < shuffles)
            notes.add("The chance level is from " + heldOut.shuffles() + " shuffles, not " + shuffles
                    + ": more would take long with so many rows, coordinates and latents.");
        if (!heldOut.scores().predicts())
            notes.add("No latent is predicted linearly (held-out R² at most " + ProbeFit.NOTHING_PREDICTED
                    + " for each): disentanglement and completeness would score the "
                    + "noise in the probe's weights, and are left out.");
    }

    /** What the regressions behind the signed permutation did not see, and which columns they were about. */
    private void onRegression(Regression regression) {
        int[] active = samples.active();
        regression
                .undecided()
                .ifPresent(why -> notes.add("The signed permutation is undecided by regression: "
                        + Sentences.undecided(why, active, names) + "."));
        if (!regression.established()) return;
        if (regression.degree() == 1 && active.length > 1)
            notes.add("The signed permutation: interactions of the latents were not examined, as the rows are too "
                    + "few or too uneven.");
        else if (regression.degree() < active.length)
            notes.add("The signed permutation: of products of latents, those of at most " + regression.degree()
                    + " were examined"
                    + (regression.all() ? "." : ", and only those with the coordinate's own latent."));
        var several = new ArrayList<String>();
        for (int k = 0; k < active.length; k++) {
            var standing = found.crossFit().orElseThrow().standing(k);
            if (standing.size() > 1)
                several.add(standing.stream().map(names::coordinate).collect(Collectors.joining(" or ")) + " for "
                        + names.latent(active[k]));
        }
        if (!several.isEmpty())
            notes.add("Chosen on four fifths of the rows at a time, the coordinates that stand for a latent change: "
                    + Names.listed(several) + ".");
    }

    private void onCube() {
        found.cube()
                .filter(cube -> cube.verdict() instanceof CubeVerdict.NotAFunction)
                .ifPresent(cube -> notes.add(VerdictSentence.of(found, cube, names)));
        if (samples.d() > CubePoints.MAX_DIMENSION && samples.rows >= 1 << CubePoints.MAX_DIMENSION)
            notes.add("The exact analysis of the whole cube goes up to " + CubePoints.MAX_DIMENSION + " latents.");
    }
}
