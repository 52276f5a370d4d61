package org.cubecheck.identify;

import java.util.Arrays;

/**
 * Pearson's correlation of every coordinate with every latent over all rows; 0 where one of them is constant.
 *
 * @param matrix by coordinate, then latent
 */
record Correlations(double[][] matrix) {

    /** Cost rows times coordinates times latents. */
    static Correlations of(PairedSamples samples) {
        var matrix = new double[samples.w()][samples.d()];
        for (int i = 0; i < samples.w(); i++) {
            for (int j = 0; j < samples.d(); j++)
                matrix[i][j] = samples.constantCoordinate[i] || samples.constantLatent[j]
                        ? 0
                        : Correlation.of(samples.phi[i], samples.z[j]);
        }
        return new Correlations(matrix);
    }

    double at(int coordinate, int latent) {
        Index.check("coordinate", coordinate, matrix.length);
        Index.check("latent", latent, matrix[0].length);
        return matrix[coordinate][latent];
    }

    /** The absolute values, by coordinate, then by latent of those given. */
    double[][] magnitudes(int[] latents) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(latents)
                        .mapToDouble(j -> Math.abs(row[j]))
                        .toArray())
                .toArray(double[][]::new);
    }
}
