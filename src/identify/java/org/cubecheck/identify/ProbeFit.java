package org.cubecheck.identify;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The linear probe, trained on the training rows, on the held-out rows.
 *
 * @param losses by held-out row: the squared error, the mean over the latents of the split
 * @param r2 by latent of the split
 * @param importance by coordinate, then latent of the split: the absolute weight on the standardised coordinate
 */
record ProbeFit(double[] losses, double[] r2, double[][] importance) {

    /** Below this held-out R^2 for every latent, weights of the probe are noise. */
    static final double NOTHING_PREDICTED = 0.05;

    static ProbeFit of(PairedSamples samples, Split split, LinearProbe probe) {
        var fit = probe.fit(split.targets(samples, split.train()));
        double[][] truth = split.targets(samples, split.test());
        return new ProbeFit(losses(fit, truth), determination(fit, truth), Correlation.magnitudes(fit.weights()));
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

    private static double[] determination(LinearProbe.Fit fit, double[][] truth) {
        var r2 = new double[truth.length];
        for (int k = 0; k < r2.length; k++) {
            double left = 0;
            double all = 0;
            for (int r = 0; r < truth[k].length; r++) {
                left += Math.pow(fit.predictions()[r][k] - truth[k][r], 2);
                all += Math.pow(fit.means()[k] - truth[k][r], 2);
            }
            r2[k] = all > 0 ? 1 - left / all : 0;
        }
        return r2;
    }
}
