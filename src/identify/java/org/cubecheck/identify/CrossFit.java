package org.cubecheck.identify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What stands for each latent, on every row chosen without looking at that row. The rows are dealt into five parts; for
 * each part the other four say which coordinate is assigned to which latent, with which sign, mean and deviation. So
 * the choice among many coordinates flatters nothing that is measured afterwards, yet every row counts.
 *
 * @param value by latent, then row: the assigned coordinate after its sign, standardised
 * @param columns by latent, then part: the coordinate assigned there
 */
record CrossFit(double[][] value, int[][] columns) {

    static final int PARTS = 5;

    /**
     * Every fifth row is a part, as the rows are in random order. Cost rows times coordinates times latents, as the
     * sums over four parts are put together from those over each.
     *
     * @return none where a latent finds no coordinate that varies
     */
    static Optional<CrossFit> of(Subsample rows) {
        double[][] z = rows.z();
        double[][] phi = rows.phi();
        int n = z[0].length;
        int d = z.length;
        int w = phi.length;
        var size = new double[PARTS];
        var ofLatent = new double[d][PARTS];
        var sum = new double[w][PARTS];
        var square = new double[w][PARTS];
        var cross = new double[w][d][PARTS];
        for (int f = 0; f < PARTS; f++) {
            size[f] = (n - f + PARTS - 1) / PARTS;
            for (int k = 0; k < d; k++) ofLatent[k][f] = sum(z[k], f);
            for (int i = 0; i < w; i++) {
                sum[i][f] = sum(phi[i], f);
                square[i][f] = product(phi[i], phi[i], f);
                for (int k = 0; k < d; k++) cross[i][k][f] = product(phi[i], z[k], f);
            }
        }
        var value = new double[d][n];
        var columns = new int[d][PARTS];
        for (int f = 0; f < PARTS; f++) {
            double others = n - size[f];
            var mean = new double[w];
            var deviation = new double[w];
            var signed = new double[w][d];
            for (int i = 0; i < w; i++) {
                mean[i] = without(sum[i], f) / others;
                deviation[i] = Math.sqrt(Math.max(0, without(square[i], f) / others - mean[i] * mean[i]));
                for (int k = 0; k < d; k++) {
                    double m = without(ofLatent[k], f) / others;
                    double scale = deviation[i] * Math.sqrt(Math.max(0, 1 - m * m));
                    signed[i][k] = scale > 1e-12 ? (without(cross[i][k], f) / others - mean[i] * m) / scale : 0;
                }
            }
            var assigned = Assignment.of(
                    Arrays.stream(signed)
                            .map(row -> Arrays.stream(row).map(Math::abs).toArray())
                            .toArray(double[][]::new),
                    d);
            for (int k = 0; k < d; k++) {
                int i = assigned[k];
                if (i < 0 || signed[i][k] == 0) return Optional.empty();
                columns[k][f] = i;
                double scale = (signed[i][k] < 0 ? -1 : 1) / deviation[i];
                for (int r = f; r < n; r += PARTS) value[k][r] = (phi[i][r] - mean[i]) * scale;
            }
        }
        return Optional.of(new CrossFit(value, columns));
    }

    private static double sum(double[] x, int part) {
        double sum = 0;
        for (int r = part; r < x.length; r += PARTS) sum += x[r];
        return sum;
    }

    private static double product(double[] x, double[] y, int part) {
        double sum = 0;
        for (int r = part; r < x.length; r += PARTS) sum += x[r] * y[r];
        return sum;
    }

    private static double without(double[] byPart, int part) {
        double sum = 0;
        for (int f = 0; f < PARTS; f++) sum += f == part ? 0 : byPart[f];
        return sum;
    }

    /** The coordinates that stand for a latent in some part, rising. */
    TreeSet<Integer> standing(int latent) {
        var standing = new TreeSet<Integer>();
        for (int i : columns[latent]) standing.add(i);
        return standing;
    }

    /** The parts in which a coordinate stands for a latent. */
    List<Integer> parts(int latent, int column) {
        return IntStream.range(0, PARTS)
                .filter(f -> columns[latent][f] == column)
                .boxed()
                .toList();
    }

    /** The rows of these parts. */
    int[] rows(int latent, int column) {
        return IntStream.range(0, value[latent].length)
                .filter(r -> columns[latent][r % PARTS] == column)
                .toArray();
    }
}
