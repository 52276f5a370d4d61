package org.cubecheck.identify;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * An estimate with an interval: 95% of a bootstrap, or the range of a few draws where that is said.
 *
 * @param value the estimate
 * @param low the lower end; NaN where rows are too few for an interval
 * @param high the upper end; NaN where rows are too few for an interval
 */
public record Interval(double value, double low, double high) {

    /** Whether a value lies within the interval, ends included. */
    public boolean covers(double other) {
        return low <= other && other <= high;
    }

    /** Whether there is an interval. */
    public boolean isKnown() {
        return !Double.isNaN(low);
    }

    static Interval unknown(double value) {
        return new Interval(value, Double.NaN, Double.NaN);
    }

    /**
     * A mean of correlations with an interval on Fisher's scale: 1.96 standard deviations of the draws there, or, if
     * that is more, of the mean of so many independent ones of normal variables, each with the variance 1 / (n - 3)
     * (Fisher 1921). The draws are needed as binary variables have a larger one near 1, and as the correlations may
     * depend on each other.
     */
    static Interval ofCorrelations(double value, double[] draws, int rows, int correlations) {
        var scaled = Arrays.stream(draws).map(Interval::scaled).toArray();
        double mean = Arrays.stream(scaled).average().orElse(0);
        double variance = Arrays.stream(scaled)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        double width = 1.959964 * Math.sqrt(Math.max(variance, 1.0 / (rows - 3) / correlations));
        return new Interval(
                value, StrictMath.tanh(scaled(value) - width), Math.max(value, StrictMath.tanh(scaled(value) + width)));
    }

    /** One correlation of normal variables with its interval on Fisher's scale, for so many intervals together. */
    static Interval ofCorrelation(double value, int rows, int together) {
        double width =
                new NormalDistribution().inverseCumulativeProbability(1 - 0.025 / together) / Math.sqrt(rows - 3);
        return new Interval(
                value, StrictMath.tanh(scaled(value) - width), Math.max(value, StrictMath.tanh(scaled(value) + width)));
    }

    /** Fisher's scale, the artanh, finite at 1. */
    static double scaled(double correlation) {
        double r = Math.max(-1 + 1e-12, Math.min(1 - 1e-12, correlation));
        return 0.5 * StrictMath.log((1 + r) / (1 - r));
    }

    /** The estimate with the middle 95% of the draws around it. */
    static Interval ofDraws(double value, double[] draws) {
        var sorted = draws.clone();
        Arrays.sort(sorted);
        return new Interval(value, quantile(sorted, 0.025), quantile(sorted, 0.975));
    }

    /** The mean of the draws with their range. */
    static Interval range(double[] draws) {
        return new Interval(
                Arrays.stream(draws).average().orElseThrow(),
                Arrays.stream(draws).min().orElseThrow(),
                Arrays.stream(draws).max().orElseThrow());
    }

    private static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) at;
        return below + 1 < sorted.length
                ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below])
                : sorted[below];
    }
}
