package org.cubecheck.experiment;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Summaries over seeds. */
final class Statistics {

  private static final int RESAMPLES = 10_000;

  private Statistics() {}

  /** An interval around a point estimate. */
  record Interval(double value, double low, double high) {}

  /** The quantile at a fraction within 0..1, linear between order statistics. */
  static double quantile(double[] values, double fraction) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    double position = fraction * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /** The percentile bootstrap over the values, 95%, 10,000 resamples from a fixed seed. */
  static Interval bootstrap(double[] values, ToDoubleFunction<double[]> statistic) {
    var random = new SplittableRandom(20_260_101);
    var resampled = new double[RESAMPLES];
    var draw = new double[values.length];
    for (int r = 0; r < RESAMPLES; r++) {
      for (int i = 0; i < draw.length; i++) draw[i] = values[random.nextInt(values.length)];
      resampled[r] = statistic.applyAsDouble(draw);
    }
    return new Interval(statistic.applyAsDouble(values), quantile(resampled, 0.025), quantile(resampled, 0.975));
  }

  /**
   * Wilcoxon's signed-rank test of paired values, one-sided and exact: the probability, were signs of the differences fair coins, of a rank
   * sum of the pairs with {@code less[i] < more[i]} at least as large as the one seen. Zero differences are left out, ties share their
   * mean rank. At most 30 pairs.
   */
  static double wilcoxon(double[] less, double[] more) {
    if (less.length != more.length || less.length > 30) throw new IllegalArgumentException("1..30 pairs, not " + less.length + " and " + more.length);
    var differences = new double[less.length];
    for (int i = 0; i < differences.length; i++) differences[i] = more[i] - less[i];
    differences = Arrays.stream(differences).filter(x -> x != 0).toArray();
    int n = differences.length;
    if (n == 0) return 1;
    // Twice the mean ranks are integers, so the null distribution is a subset-sum count.
    var twiceRank = new int[n];
    int total = 0;
    int seen = 0;
    for (int i = 0; i < n; i++) {
      int below = 0;
      int equal = 0;
      for (double other : differences) {
        if (Math.abs(other) < Math.abs(differences[i])) below++;
        if (Math.abs(other) == Math.abs(differences[i])) equal++;
      }
      twiceRank[i] = 2 * below + equal + 1;
      total += twiceRank[i];
      if (differences[i] > 0) seen += twiceRank[i];
    }
    var ways = new long[total + 1];
    ways[0] = 1;
    for (int rank : twiceRank) {
      for (int s = total; s >= rank; s--) ways[s] += ways[s - rank];
    }
    long extreme = 0;
    for (int s = seen; s <= total; s++) extreme += ways[s];
    return extreme / Math.pow(2, n);
  }
}
