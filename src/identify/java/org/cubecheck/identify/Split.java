package org.cubecheck.identify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Training rows and held-out rows.
 *
 * @param latents those that take both values in the training rows and in the held-out rows, at least one
 * @param train rising
 * @param test the held-out rows, rising
 */
record Split(int[] latents, int[] train, int[] test) {

    /** The fewest rows that are split. */
    static final int FEWEST_ROWS = 20;

    private static final int MOST_HELD_OUT = 50_000;

    /** A fifth of the rows is held out, at most 50,000. None with fewer than 20 rows, or where no latent varies in both. */
    static Optional<Split> of(PairedSamples samples, RandomGenerator random) {
        if (samples.rows < FEWEST_ROWS) return Optional.empty();
        int[] order = Shuffle.of(samples.rows, random);
        int held = Math.min(samples.rows / 5, MOST_HELD_OUT);
        int[] test = Arrays.copyOf(order, held);
        int[] train = Arrays.copyOfRange(order, held, samples.rows);
        Arrays.sort(test);
        Arrays.sort(train);
        int[] latents = Arrays.stream(samples.active())
                .filter(j -> varies(samples.z[j], train) && varies(samples.z[j], test))
                .toArray();
        return latents.length == 0 ? Optional.empty() : Optional.of(new Split(latents, train, test));
    }

    static boolean varies(double[] latent, int[] rows) {
        return Arrays.stream(rows).anyMatch(r -> latent[r] != latent[rows[0]]);
    }

    /** The latents in the 0/1 coding at the given rows, by latent. */
    double[][] targets(PairedSamples samples, int[] rows) {
        return targets(samples, rows, r -> r);
    }

    /** The same at the rows to which shuffles move the given ones, one shuffle after the other. */
    double[][] targets(PairedSamples samples, int[] rows, List<int[]> moved) {
        return moved.stream()
                .flatMap(other -> Arrays.stream(targets(samples, rows, r -> other[r])))
                .toArray(double[][]::new);
    }

    private double[][] targets(PairedSamples samples, int[] rows, IntUnaryOperator moved) {
        return Arrays.stream(latents)
                .mapToObj(j -> Arrays.stream(rows)
                        .mapToDouble(r -> (1 - samples.z[j][moved.applyAsInt(r)]) / 2)
                        .toArray())
                .toArray(double[][]::new);
    }
}
