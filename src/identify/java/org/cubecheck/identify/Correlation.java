package org.cubecheck.identify;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Pearson's correlation of columns. */
public final class Correlation {

    private Correlation() {}

    /**
     * In two passes, at a cost of 2 n; 0 where one of the two is constant.
     *
     * @param x n finite values
     * @param y as many
     * @throws IllegalArgumentException if they are not as many
     */
    public static double of(double[] x, double[] y) {
        if (x.length != y.length)
            throw new IllegalArgumentException(x.length + " values and " + y.length + " values, not as many");
        return of(x, y, IntStream.range(0, x.length).toArray());
    }

    /** The same on the given rows, which may repeat. */
    static double of(double[] x, double[] y, int[] rows) {
        double meanX = 0;
        double meanY = 0;
        for (int r : rows) {
            meanX += x[r];
            meanY += y[r];
        }
        meanX /= rows.length;
        meanY /= rows.length;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int r : rows) {
            xx += (x[r] - meanX) * (x[r] - meanX);
            yy += (y[r] - meanY) * (y[r] - meanY);
            xy += (x[r] - meanX) * (y[r] - meanY);
        }
        return xx <= 0 || yy <= 0 ? 0 : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
    }

    /** The absolute values of a matrix. */
    static double[][] magnitudes(double[][] correlation) {
        return Arrays.stream(correlation)
                .map(row -> Arrays.stream(row).map(Math::abs).toArray())
                .toArray(double[][]::new);
    }
}
