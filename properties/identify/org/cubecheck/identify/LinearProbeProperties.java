package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** The probe against the normal equations, solved anew for each penalty with Commons Math. */
class LinearProbeProperties {

    private static final double[] PENALTIES = {1e-8, 1e-6, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 100, 1e4};
    private static final double CLOSE = 1e-9;
    private static final int TRAIN = 40;
    private static final int TEST = 10;

    /**
     * Fewer coordinates than rows, as many, and more; from the fourth on with a constant coordinate and one that
     * repeats another.
     */
    @Example
    void the_probe_solves_the_normal_equations_with_the_penalty_of_least_generalised_error() {
        for (int w : new int[] {1, 2, 5, 20, TRAIN - 1, TRAIN, TRAIN + 1, 60, 130}) {
            for (int seed = 0; seed < 5; seed++) {
                var random = new SplittableRandom(seed);
                var phi = new double[w][TRAIN + TEST];
                for (var column : phi) Arrays.setAll(column, r -> 2 * random.nextGaussian() + 1);
                if (w > 3) {
                    Arrays.fill(phi[1], 0.5);
                    phi[3] = phi[0].clone();
                }
                var y = new double[3][TRAIN];
                Arrays.setAll(y[0], r -> phi[0][r] + random.nextGaussian() > 1 ? 1 : 0);
                Arrays.setAll(y[1], r -> random.nextInt(2));
                Arrays.setAll(y[2], r -> phi[0][r] > phi[w - 1][r] || random.nextInt(9) == 0 ? 1 : 0);
                var probe = new LinearProbe(
                        phi,
                        IntStream.range(0, TRAIN).toArray(),
                        IntStream.range(TRAIN, TRAIN + TEST).toArray());
                var fit = probe.fit(y);
                double[][] predictions = probe.predictions(y);
                var standard = standardised(phi);
                for (int j = 0; j < y.length; j++) {
                    String which = w + " coordinates, seed " + seed + ", latent " + j;
                    double mean = Arrays.stream(y[j]).average().orElseThrow();
                    assertThat(fit.means()[j]).as(which).isEqualTo(mean, within(CLOSE));
                    double[] weights = weights(
                            standard.getSubMatrix(0, TRAIN - 1, 0, w - 1),
                            Arrays.stream(y[j]).map(v -> v - mean).toArray());
                    for (int i = 0; i < w; i++)
                        assertThat(fit.weights()[i][j]).as(which).isEqualTo(weights[i], within(CLOSE));
                    for (int r = 0; r < TEST; r++) {
                        double expected = mean
                                + MatrixUtils.createRealVector(weights).dotProduct(standard.getRowVector(TRAIN + r));
                        assertThat(fit.predictions()[r][j]).as(which).isEqualTo(expected, within(CLOSE));
                        assertThat(predictions[j][r]).as(which).isEqualTo(expected, within(CLOSE));
                    }
                }
            }
        }
    }

    /** By row, the training rows first. */
    private static RealMatrix standardised(double[][] phi) {
        var standard = new Array2DRowRealMatrix(TRAIN + TEST, phi.length);
        for (int i = 0; i < phi.length; i++) {
            double mean = Arrays.stream(phi[i], 0, TRAIN).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(phi[i], 0, TRAIN)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow());
            for (int r = 0; r < TRAIN + TEST; r++)
                standard.setEntry(r, i, deviation > 0 ? (phi[i][r] - mean) / deviation : 0);
        }
        return standard;
    }

    private static double[] weights(RealMatrix x, double[] centred) {
        int w = x.getColumnDimension();
        RealMatrix correlation = x.transpose().multiply(x).scalarMultiply(1.0 / TRAIN);
        double[] cross =
                Arrays.stream(x.preMultiply(centred)).map(v -> v / TRAIN).toArray();
        double best = Double.POSITIVE_INFINITY;
        double[] chosen = null;
        for (double penalty : PENALTIES) {
            var inverse = new LUDecomposition(
                            correlation.add(
                                    MatrixUtils.createRealIdentityMatrix(w).scalarMultiply(penalty)),
                            0)
                    .getSolver()
                    .getInverse();
            double[] weights = inverse.operate(cross);
            double[] fitted = x.operate(weights);
            double residual = IntStream.range(0, TRAIN)
                    .mapToDouble(r -> (centred[r] - fitted[r]) * (centred[r] - fitted[r]) / TRAIN)
                    .sum();
            double left = 1 - (1 + correlation.multiply(inverse).getTrace()) / TRAIN;
            if (left <= 1e-6) continue;
            double score = Math.max(residual, 1e-15) / (left * left);
            if (score < best) {
                best = score;
                chosen = weights;
            }
        }
        return chosen;
    }
}
