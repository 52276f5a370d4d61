package org.cubecheck.identify;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What the linear probe scores where the rows of the latents are shuffled against those of the representation, group by
 * group where they are grouped.
 *
 * @param error the mean and the range over the shuffles
 * @param shuffles how many
 */
record ProbeChance(Interval error, int shuffles) {

    /** The range of fewer shuffles is no interval. */
    static final int FEWEST_SHUFFLES = 5;

    /** @param wanted how many shuffles, unless that takes long */
    static ProbeChance of(PairedSamples samples, Split split, LinearProbe probe, int wanted, SplittableRandom random) {
        int d = split.latents().length;
        int[] train = split.train();
        int[] test = split.test();
        double work = (double) samples.rows * samples.w() * d;
        var scores = new double[(int) Math.max(FEWEST_SHUFFLES, Math.min(wanted, 5e9 / work))];
        // Shuffles are fitted together, in one larger product, as long as their targets take at most 32 MB.
        int together = (int) Math.max(1, 4e6 / ((double) train.length * d));
        for (int from = 0; from < scores.length; from += together) {
            var others = IntStream.range(from, Math.min(from + together, scores.length))
                    .mapToObj(s -> Shuffle.of(samples, random.split()))
                    .toList();
            double[][] predictions = probe.predictions(split.targets(samples, train, others));
            double[][] truth = split.targets(samples, test, others);
            for (int k = 0; k < truth.length; k++) {
                for (int r = 0; r < test.length; r++)
                    scores[from + k / d] += Math.pow(predictions[k][r] - truth[k][r], 2) / d / test.length;
            }
        }
        return new ProbeChance(Interval.range(scores), scores.length);
    }
}
