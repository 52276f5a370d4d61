package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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

    /**
     * A fifth of the rows is held out, at most 50,000; where rows are grouped, whole groups, so that about a fifth of the
     * rows is. None with fewer than 20 rows, or where no latent varies in both.
     */
    static Optional<Split> of(PairedSamples samples, RandomGenerator random) {
        if (samples.rows < FEWEST_ROWS) return Optional.empty();
        int held = Math.min(samples.rows / 5, MOST_HELD_OUT);
        int[] test = samples.groups
                .map(groups -> groups.rows(heldOut(groups, held, random)))
                .orElseGet(() -> Arrays.copyOf(Shuffle.of(samples.rows, random), held));
        Arrays.sort(test);
        int[] train = IntStream.range(0, samples.rows)
                .filter(r -> Arrays.binarySearch(test, r) < 0)
                .toArray();
        int[] latents = Arrays.stream(samples.active())
                .filter(j -> varies(samples.z[j], train) && varies(samples.z[j], test))
                .toArray();
        return latents.length == 0 ? Optional.empty() : Optional.of(new Split(latents, train, test));
    }

    /** Groups in random order until there are rows enough, without those that make them more than twice as many. */
    private static int[] heldOut(RowGroups groups, int held, RandomGenerator random) {
        var chosen = new ArrayList<Integer>();
        int[] order = Shuffle.of(groups.count(), random);
        int rows = 0;
        for (int group : order) {
            int size = groups.rows()[group].length;
            if (rows >= held || rows + size > 2 * held) continue;
            chosen.add(group);
            rows += size;
        }
        // Each group is more than two fifths of the rows, or all that fit are few: the smallest then.
        if (chosen.isEmpty())
            chosen.add(Arrays.stream(order)
                    .boxed()
                    .min(Comparator.comparingInt(group -> groups.rows()[group].length))
                    .orElseThrow());
        return chosen.stream().mapToInt(group -> group).toArray();
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
