package org.cubecheck.identify;

import java.util.Arrays;

/**
 * An estimate with an interval: 95% of a bootstrap, or the range of a few draws where that is said.
 *
 * @param value the estimate
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double value, double low, double high) {

  /** Whether a value lies within the interval, ends included. */
  public boolean covers(double other) {
    return low <= other && other <= high;
  }

  /** The estimate with the middle 95% of the draws around it. */
  static Interval ofDraws(double value, double[] draws) {
    var sorted = draws.clone();
    Arrays.sort(sorted);
    return new Interval(value, quantile(sorted, 0.025), quantile(sorted, 0.975));
  }

  /** The mean of the draws with their range. */
  static Interval range(double[] draws) {
    return new Interval(Arrays.stream(draws).average().orElseThrow(), Arrays.stream(draws).min().orElseThrow(),
        Arrays.stream(draws).max().orElseThrow());
  }

  private static double quantile(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int below = (int) at;
    return below + 1 < sorted.length ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
  }
}
