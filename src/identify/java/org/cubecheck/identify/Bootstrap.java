package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Held-out rows, or, where rows are grouped, held-out groups with all their rows, drawn with repetition; the probe and
 * the assignment as they are.
 *
 * @param error the probe's error with its interval
 * @param correlation the mean signed correlation with its interval
 * @param independent how many rows, or groups, are drawn from
 * @param drawsWithout the draws in which a latent of the split is constant; the correlation leaves it out of them
 */
record Bootstrap(Interval error, Interval correlation, int independent, int drawsWithout) {

    /**
     * With fewer held-out rows, or groups of them, there are no intervals: in simulations those called 95% covered the truth in 26% to 90%.
     */
    static final int FEWEST_FOR_INTERVALS = 30;

    static Bootstrap of(
            PairedSamples samples,
            Split split,
            ProbeFit probe,
            SignedAssignment assignment,
            int resamples,
            RandomGenerator random) {
        int[] test = split.test();
        // By row, or by group, its places among the held-out rows.
        int[][] drawable = samples.groups
                .map(groups -> groups.placesAmong(test))
                .orElseGet(() -> IntStream.range(0, test.length)
                        .mapToObj(k -> new int[] {k})
                        .toArray(int[][]::new));
        int held = drawable.length;
        int d = split.latents().length;
        var errors = new double[resamples];
        var means = new ArrayList<Double>();
        int without = 0;
        for (int b = 0; b < errors.length; b++) {
            int[] drawn = random.ints(held, 0, held)
                    .flatMap(k -> Arrays.stream(drawable[k]))
                    .toArray();
            for (int k : drawn) errors[b] += probe.losses()[k] / drawn.length;
            for (int k = 0; k < drawn.length; k++) drawn[k] = test[drawn[k]];
            var sum = assignment.sumOfVarying(samples, split, drawn);
            if (sum.varying() < d) without++;
            if (sum.varying() > 0) means.add(sum.value() / sum.varying());
        }
        double error = probe.error();
        double correlation = assignment.correlation(samples, split, test);
        return held < FEWEST_FOR_INTERVALS
                ? new Bootstrap(Interval.unknown(error), Interval.unknown(correlation), held, without)
                : new Bootstrap(
                        Interval.ofDraws(error, errors),
                        Interval.ofCorrelations(
                                correlation, means.stream().mapToDouble(v -> v).toArray(), held, d),
                        held,
                        without);
    }
}
