package org.cubecheck.identify;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Eigenvalues and eigenvectors of a positive semidefinite matrix.
 *
 * @param values not negative
 * @param vectors one a row, orthonormal; fewer than the matrix has rows where its rank is
 */
record SymmetricSpectrum(double[] values, double[][] vectors) {

    /** Pivots below this part of the largest entry are rounding, of single precision in the last resort. */
    private static final double[] NEGLIGIBLE = {1e-13, 1e-11, 1e-9, 1e-7};

    /**
     * By EJML's iteration over the whole matrix. Where that does not end, as at thousands of eigenvalues that are
     * rounding, by a Cholesky decomposition with pivots, which stops at the rank: the matrix is L L', and L'L, which is
     * as small as the rank, has the same eigenvalues but for zeros. Cost the cube of the size.
     */
    static SymmetricSpectrum of(double[][] matrix) {
        var whole = iterated(matrix);
        for (int t = 0; t < NEGLIGIBLE.length && whole.values.length == 0; t++) whole = ofRank(matrix, NEGLIGIBLE[t]);
        if (whole.values.length == 0)
            throw new IllegalStateException("the correlation matrix of the coordinates has no eigendecomposition");
        return whole;
    }

    /** Without values where the iteration does not end. */
    private static SymmetricSpectrum iterated(double[][] matrix) {
        var eigen = DecompositionFactory_DDRM.eig(matrix.length, true, true);
        if (matrix.length == 0 || !eigen.decompose(new DMatrixRMaj(matrix)))
            return new SymmetricSpectrum(new double[0], new double[0][]);
        var vectors = new double[matrix.length][];
        var values = new double[matrix.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.max(0, eigen.getEigenvalue(k).getReal());
            vectors[k] = eigen.getEigenVector(k).getData();
        }
        return new SymmetricSpectrum(values, vectors);
    }

    static SymmetricSpectrum ofRank(double[][] matrix, double negligible) {
        double[][] factor = cholesky(matrix, negligible);
        int rank = factor.length;
        var inner = new double[rank][rank];
        for (int a = 0; a < rank; a++) {
            for (int b = 0; b < rank; b++) {
                for (int i = 0; i < matrix.length; i++) inner[a][b] += factor[a][i] * factor[b][i];
            }
        }
        var small = iterated(inner);
        double largest = Arrays.stream(small.values).max().orElse(0);
        int[] kept = IntStream.range(0, small.values.length)
                .filter(k -> small.values[k] > negligible * largest)
                .toArray();
        var values = new double[kept.length];
        var vectors = new double[kept.length][matrix.length];
        for (int k = 0; k < kept.length; k++) {
            values[k] = small.values[kept[k]];
            for (int a = 0; a < rank; a++) {
                double v = small.vectors[kept[k]][a] / Math.sqrt(values[k]);
                for (int i = 0; i < matrix.length; i++) vectors[k][i] += v * factor[a][i];
            }
        }
        return new SymmetricSpectrum(values, vectors);
    }

    /** The columns of L, as many as the rank. */
    private static double[][] cholesky(double[][] matrix, double negligible) {
        int size = matrix.length;
        var left = new double[size];
        for (int i = 0; i < size; i++) left[i] = matrix[i][i];
        double bound = negligible * Arrays.stream(left).max().orElse(0);
        var factor = new double[size][];
        for (int rank = 0; rank < size; rank++) {
            int pivot = 0;
            for (int i = 1; i < size; i++) pivot = left[i] > left[pivot] ? i : pivot;
            if (left[pivot] <= bound) return Arrays.copyOf(factor, rank);
            var column = matrix[pivot].clone();
            for (int a = 0; a < rank; a++) {
                double f = factor[a][pivot];
                for (int i = 0; i < size; i++) column[i] -= f * factor[a][i];
            }
            double root = Math.sqrt(left[pivot]);
            for (int i = 0; i < size; i++) {
                column[i] /= root;
                left[i] = Math.max(0, left[i] - column[i] * column[i]);
            }
            left[pivot] = 0;
            factor[rank] = column;
        }
        return factor;
    }
}
