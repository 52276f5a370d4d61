package org.cubecheck.identify;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What it is worth that every latent is recovered: against shuffled rows, against a random code of the points that
 * occur, against a random mixing of the columns, against layers that were never trained, and whether the columns are
 * two-valued at all.
 *
 * @param ofRows bound on the chance that shuffled rows show all latents
 * @param ofPoints bound on the chance that the same functions, dealt at random to the points of the latents that occur,
 * show them
 * @param points how many points occur
 * @param rotations what random rotations show, if tried
 * @param untrained what random units of the latents show, if tried
 * @param mixable whether there are latents enough to mix
 * @param twoValued whether two values explain at least 95% of the variance of each matched coordinate, or 95% of what
 *     the latents and their products explain is the own latent's, so that the rest is noise
 */
public record Controls(
        double ofRows,
        double ofPoints,
        int points,
        Optional<Rotations> rotations,
        Optional<Untrained> untrained,
        boolean mixable,
        boolean twoValued) {

    /** Below this, a coordinate is not two-valued: the part of its variance that two values explain. */
    private static final double TWO_VALUED = 0.95;

    /**
     * @param ofRows chance with the rows shuffled
     * @param wanted whether all latents are recovered or established, so that the other controls are worth their cost
     * @param rows the same rows that established them, none where too few
     */
    static Controls of(
            PairedSamples samples,
            List<Match> matches,
            Chance ofRows,
            boolean wanted,
            Optional<Subsample> rows,
            Optional<Regression> regression,
            RandomGenerator random) {
        var judged = wanted ? rows.map(all -> distinct(samples, all)) : Optional.<Subsample>empty();
        double own = judged.map(Clearness::of).orElse(Double.NaN);
        var rotations = judged.flatMap(some -> Rotations.of(some, own, random));
        double noise = regression.map(Regression::noise).orElse(0.0);
        var untrained = judged.filter(some -> !Double.isNaN(own)).map(some -> Untrained.of(some, own, noise, random));
        var points = Chance.ofPoints(samples);
        boolean twoValued = matches.stream().allMatch(m -> samples.twoValued[m.coordinate()] >= TWO_VALUED)
                || regression.map(Regression::share).orElse(0.0) >= TWO_VALUED;
        return new Controls(
                Math.min(1, ofRows.ofAll()),
                Math.min(1, points.ofAll()),
                points.rows(),
                rotations,
                untrained,
                samples.active().length > 1,
                twoValued);
    }

    /** Constant columns and repeated ones are no units of their own. */
    private static Subsample distinct(PairedSamples samples, Subsample rows) {
        var kept = new boolean[samples.w()];
        for (int i = 0; i < kept.length; i++) kept[i] = !samples.constantCoordinate[i];
        Repetition.of(samples.phi, samples.constantCoordinate).forEach(r -> kept[r.column()] = false);
        return new Subsample(
                rows.z(),
                IntStream.range(0, kept.length)
                        .filter(i -> kept[i])
                        .mapToObj(i -> rows.phi()[i])
                        .toArray(double[][]::new));
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
        return !atChance() && !mixingWouldDo() && !untrainedWouldDo() && allRun() && twoValued;
    }

    /** Whether every control was run that there is for so many latents. */
    public boolean allRun() {
        return (rotations.isPresent() || !mixable) && untrained.isPresent();
    }

    /** Whether rotations were tried and do as well. */
    public boolean mixingWouldDo() {
        return rotations.filter(Rotations::wouldDo).isPresent();
    }

    /** Whether layers that were never trained were tried and do as well. */
    public boolean untrainedWouldDo() {
        return untrained.filter(Untrained::wouldDo).isPresent();
    }
}
