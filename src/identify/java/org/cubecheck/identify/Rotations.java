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
    /** Wider representations are not rotated: the cost is 39 times rows times the square of the width. */
    static final int WIDEST = 128;
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
     * @return none for one latent, which cannot be mixed, for too wide a representation, and where latents cannot be
     * told apart
     */
    static Optional<Rotations> of(Subsample rows, RandomGenerator random) {
        int w = rows.phi().length;
        if (rows.z().length < 2 || w > WIDEST) return Optional.empty();
        double own = clearness(rows);
        if (Double.isNaN(own)) return Optional.empty();
        var matrix = new DMatrixRMaj(rows.phi());
        var turned = new DMatrixRMaj(w, rows.z()[0].length);
        int asClear = 0;
        for (int k = 0; k < TRIED; k++) {
            CommonOps_DDRM.mult(orthogonal(w, random), matrix, turned);
            // Not to be told apart by rounding.
            if (clearness(new Subsample(rows.z(), rows(turned))) >= own - 1e-9) asClear++;
        }
        return Optional.of(new Rotations(TRIED, asClear));
    }

    /**
     * The least part, among the latents, that its own weight squared has in the sum of all, of what stands for it
     * regressed on all latents; 0 where nothing stands for one, or where the weight has the other sign. NaN where the
     * rows do not tell the weights apart.
     */
    private static double clearness(Subsample rows) {
        double[][] z = rows.z();
        var fit = CrossFit.of(rows);
        if (fit.isEmpty()) return 0;
        var weights = Loadings.of(
                z, fit.get().value(), IntStream.range(0, z[0].length).toArray());
        if (weights.isEmpty()) return Double.NaN;
        double least = 1;
        for (int k = 0; k < z.length; k++) {
            double own = Math.max(0, weights.get()[k][k]);
            double all = Arrays.stream(weights.get()[k]).map(v -> v * v).sum();
            least = Math.min(least, all > 0 ? own * own / all : 0);
        }
        return least;
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
