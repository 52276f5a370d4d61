package org.cubecheck.experiment;

import org.cubecheck.identify.Assignment;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * How well a representation shows the latents, as the recorded runs were measured: on the points that the probe and the
 * assignment were fitted to. Kept as it is because the gates of those runs were fixed with it. New experiments use {@link
 * org.cubecheck.identify.Measures}, which measures on points held out; the assignment is the same in both.
 *
 * <p>Rows are points, columns are coordinates; the latents are -1 and +1. Both errors are in the 0/1 coding of the
 * latents, so that 0.25 is the error of a constant guess. With p coordinates without any information the probe, being
 * judged on the points it was fitted to, is near 0.25 (1 - p / (points - 1)), not 0.25.
 */
final class RecordedMetrics {

    private RecordedMetrics() {}

    /**
     * What is measured on one representation.
     *
     * @param probe mean squared error of the best affine map from the representation to the latents
     * @param assigned mean of 0.25 (1 - r^2) over the latents, r the correlation with the coordinate that the best
     *     one-to-one assignment gives it; 0 iff the representation is a signed permutation of the latents, up to scale
     *     and offset of each coordinate
     * @param exact how many latents are told at every point by the sign of an affine function of their assigned
     * coordinate
     */
    record Recovery(double probe, double assigned, int exact) {}

    /**
     * All three. The representation may have fewer coordinates than there are latents; the latents left over count as
     * 0.25 and not exact.
     */
    static Recovery recovery(double[][] representation, double[][] latents) {
        return assignment(representation, latents, probe(representation, latents));
    }

    /**
     * The error of the least-squares affine map to the latents in the 0/1 coding. Cost: points times the square of the
     * coordinates.
     */
    static double probe(double[][] representation, double[][] latents) {
        int points = representation.length;
        int p = representation[0].length;
        var design = new DMatrixRMaj(points, p + 1);
        for (int z = 0; z < points; z++) {
            design.set(z, p, 1);
            for (int j = 0; j < p; j++) design.set(z, j, representation[z][j]);
        }
        var target = new DMatrixRMaj(points, latents[0].length);
        for (int z = 0; z < points; z++) {
            for (int i = 0; i < latents[0].length; i++) target.set(z, i, (1 - latents[z][i]) / 2);
        }
        var solver = LinearSolverFactory_DDRM.pseudoInverse(true);
        if (!solver.setA(design.copy()))
            throw new ArithmeticException(
                    "the least-squares problem cannot be solved: the representation is not finite");
        var weights = new DMatrixRMaj(p + 1, latents[0].length);
        solver.solve(target.copy(), weights);
        var fitted = new DMatrixRMaj(points, latents[0].length);
        CommonOps_DDRM.mult(design, weights, fitted);
        CommonOps_DDRM.subtractEquals(fitted, target);
        double sum = 0;
        for (double residual : fitted.data) sum += residual * residual;
        return sum / fitted.data.length;
    }

    private static Recovery assignment(double[][] representation, double[][] latents, double probe) {
        int points = representation.length;
        int d = latents[0].length;
        int p = representation[0].length;
        var explained = new double[p][d];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < d; i++) {
                double r = correlation(representation, j, latents, i);
                explained[j][i] = r * r;
            }
        }
        int[] coordinate = Assignment.of(explained, d);
        double sum = 0;
        int exact = 0;
        for (int i = 0; i < d; i++) {
            int j = coordinate[i];
            sum += j < 0 ? 0.25 : 0.25 * (1 - explained[j][i]);
            if (j >= 0 && tells(representation, j, latents, i, points)) exact++;
        }
        return new Recovery(probe, sum / d, exact);
    }

    /**
     * The error that the probe has on average for so many coordinates without any information, being judged on the
     * points it was fitted to.
     */
    static double chance(int coordinates, int points) {
        return 0.25 * (1 - coordinates / (points - 1.0));
    }

    /** The correlation of two columns; 0 if one of them is constant. */
    static double correlation(double[][] a, int i, double[][] b, int j) {
        int points = a.length;
        double meanA = 0;
        double meanB = 0;
        for (int z = 0; z < points; z++) {
            meanA += a[z][i] / points;
            meanB += b[z][j] / points;
        }
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int z = 0; z < points; z++) {
            double u = a[z][i] - meanA;
            double v = b[z][j] - meanB;
            aa += u * u;
            bb += v * v;
            ab += u * v;
        }
        return aa < 1e-12 || bb < 1e-12 ? 0 : ab / Math.sqrt(aa * bb);
    }

    /** Whether one threshold on the coordinate separates the points by the latent. */
    private static boolean tells(double[][] representation, int j, double[][] latents, int i, int points) {
        double minusLow = Double.POSITIVE_INFINITY;
        double minusHigh = Double.NEGATIVE_INFINITY;
        double plusLow = Double.POSITIVE_INFINITY;
        double plusHigh = Double.NEGATIVE_INFINITY;
        for (int z = 0; z < points; z++) {
            double value = representation[z][j];
            if (latents[z][i] < 0) {
                minusLow = Math.min(minusLow, value);
                minusHigh = Math.max(minusHigh, value);
            } else {
                plusLow = Math.min(plusLow, value);
                plusHigh = Math.max(plusHigh, value);
            }
        }
        return minusHigh < plusLow || plusHigh < minusLow;
    }

    /** The scores of the leading principal components of the columns, at most {@code count} of them. */
    static double[][] principalComponents(double[][] table, int count) {
        int points = table.length;
        int columns = table[0].length;
        var centred = new DMatrixRMaj(table);
        for (int j = 0; j < columns; j++) {
            double mean = 0;
            for (int z = 0; z < points; z++) mean += table[z][j] / points;
            for (int z = 0; z < points; z++) centred.add(z, j, -mean);
        }
        var svd = DecompositionFactory_DDRM.svd(points, columns, true, false, true);
        if (!svd.decompose(centred)) throw new ArithmeticException("the singular values do not converge");
        var U = svd.getU(null, false);
        var W = svd.getW(null);
        SingularOps_DDRM.descendingOrder(U, false, W, null, false);
        int kept = Math.min(count, Math.min(points, columns));
        var scores = new double[points][kept];
        for (int z = 0; z < points; z++) {
            for (int j = 0; j < kept; j++) scores[z][j] = U.get(z, j) * W.get(j, j);
        }
        return scores;
    }
}
