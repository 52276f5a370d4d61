package org.cubecheck.identify;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

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
public record Controls(double ofRows, double ofPoints, int points, Optional<Rotations> rotations, boolean twoValued) {

    /** Below this, a coordinate is not two-valued: the part of its variance that two values explain. */
    private static final double TWO_VALUED = 0.95;

    /**
     * @param ofRows chance with the rows shuffled
     * @param wanted whether all latents are recovered or established, so that rotations are worth their cost
     * @param rows the same rows that established them, none where too few
     */
    static Controls of(
            PairedSamples samples,
            List<Match> matches,
            Chance ofRows,
            boolean wanted,
            Optional<Subsample> rows,
            RandomGenerator random) {
        var rotations = wanted ? rows.flatMap(some -> Rotations.of(some, random)) : Optional.<Rotations>empty();
        var points = Chance.ofPoints(samples);
        boolean twoValued = matches.stream().allMatch(m -> samples.twoValued[m.coordinate()] >= TWO_VALUED);
        return new Controls(
                Math.min(1, ofRows.ofAll()), Math.min(1, points.ofAll()), points.rows(), rotations, twoValued);
    }

    /** The greater of the two bounds. */
    public double chance() {
        return Math.min(1, Math.max(ofRows, ofPoints));
    }

    /** Whether shuffled rows, or a random code of the points, show as much in too many cases. */
    public boolean atChance() {
        return chance() > Chance.SMALL;
    }

    /** Whether nothing is to be added to "a world model". */
    public boolean unqualified() {
        return !atChance() && !mixingWouldDo() && twoValued;
    }

    /** Whether rotations were tried and do as well. */
    public boolean mixingWouldDo() {
        return rotations.isPresent() && rotations.get().wouldDo();
    }
}
