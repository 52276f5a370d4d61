package org.cubecheck.identify;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The linear probe, trained on the training rows, on the held-out rows.
 *
 * @param losses by held-out row: the squared error, the mean over the latents of the split
 * @param r2 by latent of the split
 * @param importance by coordinate, then latent of the split: the absolute weight on the standardised coordinate
 * @param predictions by latent of the split, then held-out row
 * @param means by latent of the split, over the training rows
 */
record ProbeFit(double[] losses, double[] r2, double[][] importance, double[][] predictions, double[] means) {

    /** Below this held-out R^2 for every latent, weights of the probe are noise. */
    static final double NOTHING_PREDICTED = 0.05;

    static ProbeFit of(PairedSamples samples, Split split, LinearProbe probe) {
        var fit = probe.fit(split.targets(samples, split.train()));
        double[][] truth = split.targets(samples, split.test());
        var predictions = new double[truth.length][split.test().length];
        for (int k = 0; k < truth.length; k++) {
            for (int r = 0; r < predictions[k].length; r++) predictions[k][r] = fit.predictions()[r][k];
        }
        return new ProbeFit(
                losses(fit, truth),
                determination(predictions, fit.means(), truth),
                Correlation.magnitudes(fit.weights()),
                predictions,
                fit.means());
    }

    /** The mean squared error. */
    double error() {
        return DoubleStream.of(losses).average().orElse(0);
    }

    /** Whether some latent is predicted. */
    boolean predicts() {
        return Arrays.stream(r2).anyMatch(r -> r > NOTHING_PREDICTED);
    }

    private static double[] losses(LinearProbe.Fit fit, double[][] truth) {
        var losses = new double[fit.predictions().length];
        for (int r = 0; r < losses.length; r++) {
            for (int k = 0; k < truth.length; k++) {
                double difference = fit.predictions()[r][k] - truth[k][r];
                losses[r] += difference * difference / truth.length;
            }
        }
        return losses;
    }

    /** R^2 by latent, against the means of the training rows. */
    static double[] determination(double[][] predictions, double[] means, double[][] truth) {
        var r2 = new double[truth.length];
        for (int k = 0; k < r2.length; k++) {
            double left = 0;
            double all = 0;
            for (int r = 0; r < truth[k].length; r++) {
                double miss = predictions[k][r] - truth[k][r];
                double off = means[k] - truth[k][r];
                left += miss * miss;
                all += off * off;
            }
            r2[k] = all > 0 ? 1 - left / all : 0;
        }
        return r2;
    }
}
