package org.cubecheck.identify;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * How often a random mixing of the same columns shows the latents as clearly: the representation, centred, times random
 * orthogonal matrices. Shuffled rows are no such comparison: they part columns from latents altogether, while nearly
 * every mixing of the latents leaves some columns, among many, near them.
 *
 * @param tried rotations
 * @param asClear how many of them are at least as clear as the representation itself
 */
public record Rotations(int tried, int asClear) {

    private static final int TRIED = 39;
    /**
     * Up to this width the whole representation is rotated: the cost is 39 times rows times the square of the width.
     * Beyond it, the part in the subspace that carries the latents, with the rest as noise of the same size row by row.
     */
    private static final int WIDEST = 128;
    /** At this level and below, the coordinates themselves matter. */
    private static final double LEVEL = 0.05;

    /** The part of the mixings, the representation itself counted among them, that are as clear as it. */
    public double p() {
        return (1 + asClear) / (1.0 + tried);
    }

    /** Whether that is more than 5%: a random mixing would do as well. */
    public boolean wouldDo() {
        return p() > LEVEL;
    }

    /**
     * @param rows without constant and repeated columns
     * @param own how clear they are
     * @return none for one latent, which cannot be mixed, and where latents cannot be told apart
     */
    static Optional<Rotations> of(Subsample rows, double own, RandomGenerator random) {
        int w = rows.phi().length;
        if (rows.z().length < 2 || Double.isNaN(own)) return Optional.empty();
        if (w > WIDEST) return ofSubspace(rows, own, random);
        var matrix = new DMatrixRMaj(rows.phi());
        var turned = new DMatrixRMaj(w, rows.z()[0].length);
        int asClear = 0;
        for (int k = 0; k < TRIED; k++) {
            CommonOps_DDRM.mult(orthogonal(w, random), matrix, turned);
            // Not to be told apart by rounding.
            if (Clearness.of(new Subsample(rows.z(), rows(turned))) >= own - 1e-9) asClear++;
        }
        return Optional.of(new Rotations(TRIED, asClear));
    }

    /**
     * A row of a large random orthogonal matrix is nearly one of independent normal entries. So a rotated coordinate is
     * a normal mixture of the coordinates of the subspace, and of a rest that is normal with the mean square that the
     * rest has in that row.
     */
    private static Optional<Rotations> ofSubspace(Subsample rows, double own, RandomGenerator random) {
        double[][] z = rows.z();
        double[][] phi = rows.phi();
        int d = z.length;
        int n = z[0].length;
        int w = phi.length;
        var loadings = Loadings.of(z, phi, IntStream.range(0, n).toArray());
        if (loadings.isEmpty()) return Optional.empty();
        double[][] carried = carried(loadings.get(), phi);
        var rest = new double[n];
        for (var column : phi) {
            for (int r = 0; r < n; r++) rest[r] += column[r] * column[r];
        }
        double left = 0;
        for (int r = 0; r < n; r++) {
            for (var part : carried) rest[r] -= part[r] * part[r];
            rest[r] = Math.sqrt(Math.max(0, rest[r]) / w);
            left += rest[r] * rest[r] / n;
        }
        // The entries are times the root of the width, which no correlation sees.
        var cross = new double[d][d];
        var inner = new double[d][d];
        for (int a = 0; a < d; a++) {
            for (int k = 0; k < d; k++) {
                for (int r = 0; r < n; r++) {
                    cross[a][k] += carried[a][r] * z[k][r] / n;
                    inner[a][k] += carried[a][r] * carried[k][r] / n;
                }
            }
        }
        int asClear = 0;
        for (int t = 0; t < TRIED; t++) {
            var mixing = new double[w][d];
            var correlation = new double[w][d];
            for (int i = 0; i < w; i++) {
                for (int a = 0; a < d; a++) mixing[i][a] = random.nextGaussian();
                double variance = left;
                for (int a = 0; a < d; a++) {
                    for (int k = 0; k < d; k++) {
                        correlation[i][k] += mixing[i][a] * cross[a][k];
                        variance += mixing[i][a] * mixing[i][k] * inner[a][k];
                    }
                }
                for (int k = 0; k < d; k++) correlation[i][k] /= Math.sqrt(Math.max(variance, 1e-300));
            }
            int[] nearest = Clearness.nearest(correlation);
            var turned = new double[nearest.length][n];
            for (int c = 0; c < nearest.length; c++) {
                for (int r = 0; r < n; r++) {
                    turned[c][r] = rest[r] * random.nextGaussian();
                    for (int a = 0; a < d; a++) turned[c][r] += mixing[nearest[c]][a] * carried[a][r];
                }
            }
            if (Clearness.of(new Subsample(z, turned)) >= own - 1e-9) asClear++;
        }
        return Optional.of(new Rotations(TRIED, asClear));
    }

    /** The rows in the subspace that the latents' weights span, in an orthonormal basis of it: by direction, then row. */
    private static double[][] carried(double[][] loadings, double[][] phi) {
        int n = phi[0].length;
        var qr = DecompositionFactory_DDRM.qr(phi.length, loadings[0].length);
        if (!qr.decompose(new DMatrixRMaj(loadings))) throw new ArithmeticException("no QR decomposition");
        var Q = qr.getQ(null, true);
        var carried = new double[Q.numCols][n];
        for (int i = 0; i < phi.length; i++) {
            for (int a = 0; a < Q.numCols; a++) {
                double q = Q.get(i, a);
                for (int r = 0; r < n; r++) carried[a][r] += q * phi[i][r];
            }
        }
        return carried;
    }

    /**
     * Haar's distribution: Q of the QR decomposition of normal entries, with the signs that make R's diagonal positive
     * (Mezzadri 2007).
     */
    private static DMatrixRMaj orthogonal(int w, RandomGenerator random) {
        var normal = new DMatrixRMaj(w, w);
        for (int k = 0; k < w * w; k++) normal.set(k, random.nextGaussian());
        var qr = DecompositionFactory_DDRM.qr(w, w);
        if (!qr.decompose(normal)) throw new ArithmeticException("no QR decomposition");
        var Q = qr.getQ(null, true);
        var R = qr.getR(null, true);
        for (int c = 0; c < w; c++) {
            if (R.get(c, c) < 0) for (int r = 0; r < w; r++) Q.set(r, c, -Q.get(r, c));
        }
        return Q;
    }

    private static double[][] rows(DMatrixRMaj matrix) {
        var rows = new double[matrix.numRows][];
        for (int r = 0; r < rows.length; r++)
            rows[r] = Arrays.copyOfRange(matrix.data, r * matrix.numCols, (r + 1) * matrix.numCols);
        return rows;
    }
}
