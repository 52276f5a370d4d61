package org.cubecheck.identify;

/**
 * The assignment of coordinates to the latents of a split, with signs, that is best on the training rows.
 *
 * @param coordinates by latent of the split; -1 where there are too few
 * @param signs by latent of the split, -1 or +1
 */
record SignedAssignment(int[] coordinates, int[] signs) {

    static SignedAssignment of(PairedSamples samples, Split split) {
        int d = split.latents().length;
        var signed = new double[samples.w()][d];
        for (int i = 0; i < samples.w(); i++) {
            for (int k = 0; k < d; k++)
                signed[i][k] = samples.constantCoordinate[i]
                        ? 0
                        : Correlation.of(samples.phi[i], samples.z[split.latents()[k]], split.train());
        }
        int[] assigned = Assignment.of(Correlation.magnitudes(signed), d);
        var signs = new int[d];
        for (int k = 0; k < d; k++) {
            if (assigned[k] >= 0) signs[k] = signed[assigned[k]][k] < 0 ? -1 : 1;
        }
        return new SignedAssignment(assigned, signs);
    }

    /** The mean signed correlation on rows, 0 for a latent without a coordinate. */
    double correlation(PairedSamples samples, Split split, int[] rows) {
        int d = coordinates.length;
        double value = 0;
        for (int k = 0; k < d; k++) {
            if (coordinates[k] >= 0) value += correlation(samples, split, k, rows) / d;
        }
        return value;
    }

    /** The sum of the signed correlations over the latents that vary on rows, and how many those are. */
    record Sum(double value, int varying) {}

    Sum sumOfVarying(PairedSamples samples, Split split, int[] rows) {
        double sum = 0;
        int varying = 0;
        for (int k = 0; k < coordinates.length; k++) {
            if (!Split.varies(samples.z[split.latents()[k]], rows)) continue;
            varying++;
            if (coordinates[k] >= 0) sum += correlation(samples, split, k, rows);
        }
        return new Sum(sum, varying);
    }

    private double correlation(PairedSamples samples, Split split, int k, int[] rows) {
        return signs[k] * Correlation.of(samples.phi[coordinates[k]], samples.z[split.latents()[k]], rows);
    }
}
