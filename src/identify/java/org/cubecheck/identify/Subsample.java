package org.cubecheck.identify;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Rows in random order, at most a few thousand, with the coordinates centred on them.
 *
 * @param z by latent that varies, then row
 * @param phi by coordinate, then row
 */
record Subsample(double[][] z, double[][] phi) {

    static Subsample of(PairedSamples data, int most, RandomGenerator random) {
        int[] rows = Arrays.copyOf(Shuffle.of(data.rows, random), Math.min(most, data.rows));
        var z = Arrays.stream(data.active()).mapToObj(j -> at(data.z[j], rows)).toArray(double[][]::new);
        var phi = Arrays.stream(data.phi).map(column -> at(column, rows)).toArray(double[][]::new);
        for (var column : phi) {
            double mean = Arrays.stream(column).average().orElse(0);
            for (int r = 0; r < column.length; r++) column[r] -= mean;
        }
        return new Subsample(z, phi);
    }

    private static double[] at(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(r -> column[r]).toArray();
    }
}
