package org.cubecheck.identify;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * What each coordinate is made of: its linear regression on all latents, which all have one coding, so that their
 * weights compare.
 */
final class Loadings {

    /** Below this quality of the normal equations, weights are rounding. */
    private static final double SINGULAR = 1e-10;

    private Loadings() {}

    /**
     * @param z by latent, then row, in -1 and +1
     * @param phi by coordinate, then row
     * @param rows on which, with repetitions; cost rows times d (d + coordinates), and d^3
     * @return by coordinate and latent; none where the rows do not tell the latents' weights apart
     */
    static Optional<double[][]> of(double[][] z, double[][] phi, int[] rows) {
        int d = z.length;
        if (rows.length <= d) return Optional.empty();
        var latents = centred(z, rows);
        var gram = new DMatrixRMaj(d, d);
        CommonOps_DDRM.multTransA(latents, latents, gram);
        // Latents as independent as can be have the number of rows on the diagonal.
        CommonOps_DDRM.scale(1.0 / rows.length, gram);
        var solver = LinearSolverFactory_DDRM.symmPosDef(d);
        if (!solver.setA(gram) || solver.quality() < SINGULAR) return Optional.empty();
        var cross = new DMatrixRMaj(d, phi.length);
        CommonOps_DDRM.multTransA(1.0 / rows.length, latents, centred(phi, rows), cross);
        var solved = new DMatrixRMaj(d, phi.length);
        solver.solve(cross, solved);
        var weights = new double[phi.length][d];
        for (int i = 0; i < phi.length; i++) {
            for (int j = 0; j < d; j++) weights[i][j] = solved.unsafe_get(j, i);
        }
        return Optional.of(weights);
    }

    private static DMatrixRMaj centred(double[][] columns, int[] rows) {
        var matrix = new DMatrixRMaj(rows.length, columns.length);
        for (int c = 0; c < columns.length; c++) {
            double mean = 0;
            for (int r : rows) mean += columns[c][r] / rows.length;
            for (int k = 0; k < rows.length; k++) matrix.unsafe_set(k, c, columns[c][rows[k]] - mean);
        }
        return matrix;
    }
}
