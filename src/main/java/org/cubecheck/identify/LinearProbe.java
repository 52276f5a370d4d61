package org.cubecheck.identify;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Linear regression of every latent, coded 0/1, on the standardised coordinates, with an intercept and a ridge penalty that generalised
 * cross-validation picks for each latent (Golub, Heath, Wahba 1979). The penalty is a multiple of the number of rows. One
 * eigendecomposition of the w x w correlation matrix serves all latents and penalties: cost n w^2 + w^3.
 */
final class LinearProbe {

  private static final double[] PENALTIES = {1e-8, 1e-6, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 100, 1e4};

  private final DMatrixRMaj train;
  private final DMatrixRMaj test;
  private final DMatrixRMaj vectors;
  private final double[] values;

  LinearProbe(double[][] phi, int[] trainRows, int[] testRows) {
    int w = phi.length;
    train = new DMatrixRMaj(trainRows.length, w);
    test = new DMatrixRMaj(testRows.length, w);
    for (int i = 0; i < w; i++) {
      double mean = 0;
      for (int r : trainRows) mean += phi[i][r];
      mean /= trainRows.length;
      double square = 0;
      for (int r : trainRows) square += (phi[i][r] - mean) * (phi[i][r] - mean);
      double deviation = Math.sqrt(square / trainRows.length);
      double scale = deviation > 1e-12 ? 1 / deviation : 0;
      for (int k = 0; k < trainRows.length; k++) train.unsafe_set(k, i, (phi[i][trainRows[k]] - mean) * scale);
      for (int k = 0; k < testRows.length; k++) test.unsafe_set(k, i, (phi[i][testRows[k]] - mean) * scale);
    }
    var gram = new DMatrixRMaj(w, w);
    CommonOps_DDRM.multTransA(1.0 / trainRows.length, train, train, gram);
    var eigen = DecompositionFactory_DDRM.eig(w, true, true);
    if (!eigen.decompose(gram)) throw new ArithmeticException("the correlation matrix of the coordinates has no eigendecomposition");
    vectors = new DMatrixRMaj(w, w);
    values = new double[w];
    for (int k = 0; k < w; k++) {
      values[k] = Math.max(0, eigen.getEigenvalue(k).getReal());
      DMatrixRMaj vector = eigen.getEigenVector(k);
      for (int i = 0; i < w; i++) vectors.set(i, k, vector.get(i));
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
    int n = train.numRows;
    int w = train.numCols;
    int d = y.length;
    var centred = new DMatrixRMaj(n, d);
    var means = new double[d];
    var variances = new double[d];
    for (int j = 0; j < d; j++) {
      for (int r = 0; r < n; r++) means[j] += y[j][r];
      means[j] /= n;
      for (int r = 0; r < n; r++) {
        double difference = y[j][r] - means[j];
        centred.unsafe_set(r, j, difference);
        variances[j] += difference * difference / n;
      }
    }
    var cross = new DMatrixRMaj(w, d);
    CommonOps_DDRM.multTransA(1.0 / n, train, centred, cross);
    var turned = new DMatrixRMaj(w, d);
    CommonOps_DDRM.multTransA(vectors, cross, turned);
    for (int j = 0; j < d; j++) {
      double penalty = penalty(turned, j, variances[j], n);
      for (int k = 0; k < w; k++) turned.set(k, j, turned.get(k, j) / (values[k] + penalty));
    }
    var weights = new DMatrixRMaj(w, d);
    CommonOps_DDRM.mult(vectors, turned, weights);
    var predicted = new DMatrixRMaj(test.numRows, d);
    CommonOps_DDRM.mult(test, weights, predicted);
    var predictions = rows(predicted);
    for (var row : predictions) {
      for (int j = 0; j < d; j++) row[j] += means[j];
    }
    return new Fit(rows(weights), predictions, means);
  }

  private double penalty(DMatrixRMaj turned, int latent, double variance, int n) {
    double best = Double.POSITIVE_INFINITY;
    double chosen = PENALTIES[PENALTIES.length - 1];
    for (double penalty : PENALTIES) {
      double freedom = 1;
      double residual = variance;
      for (int k = 0; k < values.length; k++) {
        double shrink = 1 / (values[k] + penalty);
        double u = turned.get(k, latent);
        freedom += values[k] * shrink;
        residual -= u * u * (2 * shrink - values[k] * shrink * shrink);
      }
      double left = 1 - freedom / n;
      if (left <= 1e-6) continue;
      double score = Math.max(residual, 1e-15) / (left * left);
      if (score < best) {
        best = score;
        chosen = penalty;
      }
    }
    return chosen;
  }

  private static double[][] rows(DMatrixRMaj matrix) {
    var rows = new double[matrix.numRows][matrix.numCols];
    for (int r = 0; r < matrix.numRows; r++) {
      for (int c = 0; c < matrix.numCols; c++) rows[r][c] = matrix.unsafe_get(r, c);
    }
    return rows;
  }
}
