package org.cubecheck.identify;

import java.util.Locale;
import java.util.Optional;

/**
 * What it is worth that every latent is recovered: against shuffled rows, against a random code of the points that
 * occur, against a random mixing of the columns, and whether the columns are two-valued at all.
 *
 * @param ofRows bound on the chance that shuffled rows show all latents
 * @param ofPoints bound on the chance that the same functions, dealt at random to the points of the latents that occur,
 * show them
 * @param points how many points occur
 * @param rotations what random rotations show, if tried
 * @param twoValued whether two values explain at least 95% of the variance of each matched coordinate
 */
record Controls(double ofRows, double ofPoints, int points, Optional<Rotations> rotations, boolean twoValued) {

    /** Above this, chance is called so. */
    private static final double CHANCE = 0.05;

    double chance() {
        return Math.min(1, Math.max(ofRows, ofPoints));
    }

    /** Whether shuffled rows, or a random code of the points, show as much in too many cases. */
    boolean atChance() {
        return chance() > Chance.SMALL;
    }

    /** Whether nothing is to be added to "a world model". */
    boolean unqualified() {
        return !atChance() && !mixingWouldDo() && twoValued;
    }

    boolean mixingWouldDo() {
        return rotations.isPresent() && rotations.get().wouldDo();
    }

    /**
     * What is to be added to a finding of all latents, from "; but" to the end of the sentence; a point where nothing
     * is.
     */
    String doubt() {
        if (atChance() && ofRows >= ofPoints)
            return "; but with the rows shuffled that would be so in up to " + upTo(ofRows) + " of all cases"
                    + (ofRows > CHANCE ? ": not more than chance would show." : ".");
        if (atChance())
            return "; but dealt at random to the " + points
                    + " points of the latents that occur, these columns would be so in up to " + upTo(ofPoints)
                    + " of all cases"
                    + (ofPoints > CHANCE ? ": too few points to tell a world model from a random code." : ".");
        return doubtOfMixing();
    }

    /** A bound from above, rounded up. */
    private static String upTo(double part) {
        return String.format(Locale.ROOT, "%.1f%%", Math.min(100, Math.ceil(part * 1000) / 10));
    }

    /** The same of rotations alone. */
    String doubtOfMixing() {
        return mixingWouldDo()
                ? "; but " + rotations.get().text() + ": a random mixing of the same columns would do as well."
                : ".";
    }
}
