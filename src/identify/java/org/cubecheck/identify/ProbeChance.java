package org.cubecheck.identify;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What the linear probe scores where the rows of the latents are shuffled against those of the representation, group by
 * group where they are grouped.
 *
 * @param error the mean and the range over the shuffles
 * @param shuffles how many
 * @param r2 by latent of the split: the mean and the range over the shuffles
 */
record ProbeChance(Interval error, int shuffles, List<Interval> r2) {

    /** The range of fewer shuffles is no interval. */
    static final int FEWEST_SHUFFLES = 5;

    /** @param wanted how many shuffles, unless that takes long */
    static ProbeChance of(PairedSamples samples, Split split, LinearProbe probe, int wanted, SplittableRandom random) {
        int d = split.latents().length;
        int[] train = split.train();
        int[] test = split.test();
        double work = (double) samples.rows * samples.w() * d;
        var r2 = new double[d][];
        var scores = new double[(int) Math.max(FEWEST_SHUFFLES, Math.min(wanted, 5e9 / work))];
        for (int k = 0; k < d; k++) r2[k] = new double[scores.length];
        // Shuffles are fitted together, in one larger product, as long as their targets take at most 32 MB.
        int together = (int) Math.max(1, 4e6 / ((double) train.length * d));
        for (int from = 0; from < scores.length; from += together) {
            var others = IntStream.range(from, Math.min(from + together, scores.length))
                    .mapToObj(s -> Shuffle.of(samples, random.split()))
                    .toList();
            double[][] targets = split.targets(samples, train, others);
            double[][] predictions = probe.predictions(targets);
            double[] means = LinearProbe.means(targets);
            double[][] truth = split.targets(samples, test, others);
            double[] determined = ProbeFit.determination(predictions, means, truth);
            for (int k = 0; k < truth.length; k++) {
                r2[k % d][from + k / d] = determined[k];
                for (int r = 0; r < test.length; r++)
                    scores[from + k / d] += square(predictions[k][r] - truth[k][r]) / d / test.length;
            }
        }
        return new ProbeChance(
                Interval.range(scores),
                scores.length,
                Arrays.stream(r2).map(Interval::range).toList());
    }

    private static double square(double v) {
        return v * v;
    }
}
