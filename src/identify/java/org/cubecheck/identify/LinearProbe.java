package org.cubecheck.identify;

import java.util.Arrays;

/**
 * Linear regression of every latent, coded 0/1, on the standardised coordinates, with an intercept and a ridge penalty
 * that generalised cross-validation picks for each latent (Golub, Heath, Wahba 1979). The penalty is a multiple of the
 * number of rows. One eigendecomposition serves all latents and penalties: of the w x w correlation matrix, or, where
 * there are more coordinates than rows, of the n x n matrix of the rows' inner products, which has the same eigenvalues
 * but for zeros. With m the smaller of n and w it costs n w m + m^3, and each latent n w.
 */
final class LinearProbe {

    private static final double[] PENALTIES = {1e-8, 1e-6, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 100, 1e4};
    /** Rows of the right factor that stay in the cache while every row of the left one is multiplied with them. */
    private static final int BLOCK = 64;

    /** By training row and coordinate, standardised, over the root of the number of rows. */
    private final double[][] train;
    /** Whether the eigenvectors are over the training rows, not over the coordinates. */
    private final boolean overRows;
    /** Eigenvectors, one a row, and their transpose. */
    private final double[][] vectors;

    private final double[][] turn;
    private final double[] values;
    /** By eigenvector and held-out row: what the eigenvector predicts there. */
    private final double[][] turnedTest;
    /** By penalty: the degrees of freedom of the fit, intercept included. */
    private final double[] freedom = new double[PENALTIES.length];
    /**
     * By penalty and eigenvector, as a multiple of a latent's squared component: how much of its variance is left, or,
     * less than 0, taken away. Over the rows it can be added up, where a difference from all variance would be of
     * rounding alone once the rows are interpolated.
     */
    private final double[][] rest;

    LinearProbe(double[][] phi, int[] trainRows, int[] testRows) {
        int w = phi.length;
        int n = trainRows.length;
        var columns = new double[w][n];
        var test = new double[w][testRows.length];
        for (int i = 0; i < w; i++) {
            double mean = 0;
            for (int r : trainRows) mean += phi[i][r];
            mean /= n;
            double square = 0;
            for (int r : trainRows) square += (phi[i][r] - mean) * (phi[i][r] - mean);
            double deviation = Math.sqrt(square / n);
            double scale = deviation > 1e-12 ? 1 / deviation : 0;
            for (int k = 0; k < n; k++) columns[i][k] = (phi[i][trainRows[k]] - mean) * scale / Math.sqrt(n);
            for (int k = 0; k < testRows.length; k++) test[i][k] = (phi[i][testRows[k]] - mean) * scale;
        }
        train = transposed(columns);
        overRows = w > n;
        var gram = overRows ? product(train, columns) : product(columns, train);
        var spectrum = SymmetricSpectrum.of(gram);
        vectors = spectrum.vectors();
        values = spectrum.values();
        turn = transposed(vectors);
        turnedTest = product(vectors, overRows ? product(train, test) : test);
        rest = new double[PENALTIES.length][values.length];
        for (int p = 0; p < PENALTIES.length; p++) {
            freedom[p] = 1;
            for (int k = 0; k < values.length; k++) {
                double shrink = 1 / (values[k] + PENALTIES[p]);
                freedom[p] += values[k] * shrink;
                rest[p][k] =
                        overRows ? PENALTIES[p] * shrink * (PENALTIES[p] * shrink) : -(2 - values[k] * shrink) * shrink;
            }
        }
    }

    /**
     * @param weights by coordinate and latent, of the standardised coordinates
     * @param predictions by held-out row and latent
     * @param means by latent, over the training rows
     */
    record Fit(double[][] weights, double[][] predictions, double[] means) {}

    /** @param y by latent, then training row, in 0/1 */
    Fit fit(double[][] y) {
        double[] means = means(y);
        double[][] components = components(y, means);
        double[][] weights = product(components, vectors);
        if (overRows) weights = product(weights, train);
        return new Fit(transposed(weights), transposed(predictions(components, means)), means);
    }

    /**
     * The predictions of {@link #fit} alone, which need no product with all eigenvectors and coordinates for the
     * weights.
     *
     * @param y by latent, then training row, in 0/1
     * @return by latent, then held-out row
     */
    double[][] predictions(double[][] y) {
        double[] means = means(y);
        return predictions(components(y, means), means);
    }

    private double[][] predictions(double[][] components, double[] means) {
        double[][] predictions = product(components, turnedTest);
        for (int j = 0; j < means.length; j++) {
            for (int r = 0; r < predictions[j].length; r++) predictions[j][r] += means[j];
        }
        return predictions;
    }

    /** By latent. */
    static double[] means(double[][] y) {
        return Arrays.stream(y)
                .mapToDouble(latent -> {
                    double sum = 0;
                    for (double v : latent) sum += v;
                    return sum / latent.length;
                })
                .toArray();
    }

    /** By latent and eigenvector: how often the fit takes the eigenvector. */
    private double[][] components(double[][] y, double[] means) {
        int n = train.length;
        var centred = new double[y.length][n];
        var variances = new double[y.length];
        for (int j = 0; j < y.length; j++) {
            for (int r = 0; r < n; r++) {
                centred[j][r] = (y[j][r] - means[j]) / Math.sqrt(n);
                variances[j] += centred[j][r] * centred[j][r];
            }
        }
        double[][] components = product(overRows ? centred : product(centred, train), turn);
        for (int j = 0; j < y.length; j++) {
            double penalty = penalty(components[j], variances[j]);
            for (int k = 0; k < values.length; k++) components[j][k] /= values[k] + penalty;
        }
        return components;
    }

    private double penalty(double[] components, double variance) {
        // Where the eigenvectors do not span the rows, what lies outside is left by every fit.
        double outside = 0;
        if (overRows && values.length < train.length) {
            outside = variance;
            for (double component : components) outside -= component * component;
            outside = Math.max(0, outside);
        }
        double best = Double.POSITIVE_INFINITY;
        double chosen = PENALTIES[PENALTIES.length - 1];
        for (int p = 0; p < PENALTIES.length; p++) {
            double left = 1 - freedom[p] / train.length;
            if (left <= 1e-6) continue;
            double residual = overRows ? outside : variance;
            for (int k = 0; k < components.length; k++) residual += rest[p][k] * components[k] * components[k];
            double score = Math.max(residual, 1e-15) / (left * left);
            if (score < best) {
                best = score;
                chosen = PENALTIES[p];
            }
        }
        return chosen;
    }

    /**
     * The product of two matrices of rows, four rows of the right one at once: at 1500 columns four times as fast as
     * EJML's.
     */
    private static double[][] product(double[][] a, double[][] b) {
        var product = new double[a.length][b[0].length];
        for (int from = 0; from < b.length; from += BLOCK) {
            int to = Math.min(b.length, from + BLOCK);
            for (int i = 0; i < a.length; i++) {
                int k = from;
                for (; k + 3 < to; k += 4)
                    add(product[i], a[i][k], b[k], a[i][k + 1], b[k + 1], a[i][k + 2], b[k + 2], a[i][k + 3], b[k + 3]);
                for (; k < to; k++) add(product[i], a[i][k], b[k]);
            }
        }
        return product;
    }

    /** A loop of its own, so that the compiler makes vector instructions of it. */
    private static void add(
            double[] sum, double s, double[] a, double t, double[] b, double u, double[] c, double v, double[] d) {
        for (int j = 0; j < sum.length; j++) sum[j] += s * a[j] + t * b[j] + u * c[j] + v * d[j];
    }

    private static void add(double[] sum, double s, double[] a) {
        for (int j = 0; j < sum.length; j++) sum[j] += s * a[j];
    }

    private static double[][] transposed(double[][] matrix) {
        var transposed = new double[matrix[0].length][matrix.length];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < transposed.length; c++) transposed[c][r] = matrix[r][c];
        }
        return transposed;
    }
}
