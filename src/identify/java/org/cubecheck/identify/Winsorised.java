package org.cubecheck.identify;

import java.util.Arrays;

/**
 * Coordinates with what lies far out brought nearer, so that a few rows with massive values, or a unit that fires in
 * hardly any row, decide nothing that is fitted to all. Bounds are from the training rows: half the range of the middle
 * 96% beyond it, and never less than the values of a unit that rarely fires are mostly large.
 */
final class Winsorised {

    private static final double TAIL = 0.02;
    private static final double BEYOND = 0.5;
    private static final double RARE = 4;

    private Winsorised() {}

    /** Columns that need no change are the same objects. Cost rows times coordinates times log rows. */
    static double[][] of(double[][] phi, int[] train) {
        return Arrays.stream(phi).map(column -> column(column, train)).toArray(double[][]::new);
    }

    private static double[] column(double[] column, int[] train) {
        var sorted = Arrays.stream(train).mapToDouble(r -> column[r]).sorted().toArray();
        int tail = (int) (TAIL * sorted.length);
        double low = sorted[tail];
        double high = sorted[sorted.length - 1 - tail];
        double middle = sorted[sorted.length / 2];
        var away = Arrays.stream(sorted)
                .map(v -> Math.abs(v - middle))
                .filter(v -> v > 0)
                .sorted()
                .toArray();
        double rare = away.length == 0 ? 0 : RARE * away[away.length / 2];
        // A rare unit has no range in the middle; any other has one, beside which its median distance is small.
        double beyond = BEYOND * (high > low ? high - low : rare);
        double least = low - beyond;
        double most = high + beyond;
        boolean within = Arrays.stream(column).allMatch(v -> v >= least && v <= most);
        return within
                ? column
                : Arrays.stream(column)
                        .map(v -> Math.max(least, Math.min(most, v)))
                        .toArray();
    }
}
