package org.cubecheck.identify;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Rows in random order, at most a few thousand, with the coordinates centred on them; of a group of rows one, so that
 * they are independent.
 *
 * @param z by latent that varies, then row
 * @param phi by coordinate, then row
 */
record Subsample(double[][] z, double[][] phi) {

    static Subsample of(PairedSamples data, int most, RandomGenerator random) {
        int[] order =
                data.groups.map(groups -> oneOfEach(groups, random)).orElseGet(() -> Shuffle.of(data.rows, random));
        int[] rows = Arrays.copyOf(order, Math.min(most, order.length));
        var z = Arrays.stream(data.active()).mapToObj(j -> at(data.z[j], rows)).toArray(double[][]::new);
        var phi = Arrays.stream(data.phi).map(column -> at(column, rows)).toArray(double[][]::new);
        for (var column : phi) {
            double mean = Arrays.stream(column).average().orElse(0);
            for (int r = 0; r < column.length; r++) column[r] -= mean;
        }
        return new Subsample(z, phi);
    }

    private static int[] oneOfEach(RowGroups groups, RandomGenerator random) {
        return Arrays.stream(Shuffle.of(groups.count(), random))
                .map(group -> groups.rows()[group][random.nextInt(groups.rows()[group].length)])
                .toArray();
    }

    private static double[] at(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(r -> column[r]).toArray();
    }
}
