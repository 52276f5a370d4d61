package org.cubecheck.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cubecheck.claim.Estimate;

/**
 * What counts as reproduced, fixed before the run.
 *
 * @param name unique within its experiment
 * @param threshold the gate in words
 * @param judge computes the estimate from the numbers of a run
 */
record Gate(String name, String threshold, Judge judge) {

  /** The level of all tests. */
  static final double LEVEL = 0.05;

  private static final String INTERVAL = "bootstrap over seeds, 95%";

  /** Judges a run. */
  interface Judge {
    Estimate of(ExperimentResult result, String threshold);
  }

  Estimate of(ExperimentResult result) {
    return judge.of(result, threshold);
  }

  /** One measure at the end of one cell's training. */
  record Measure(String cell, String value) {
    double[] of(ExperimentResult result) {
      return result.cell(cell).last(value);
    }

    @Override
    public String toString() {
      return value + " at " + cell;
    }
  }

  /** Paired: the first measure is below the second in the median, and so by Wilcoxon's test; with {@code everywhere}, in every pair. */
  static Gate below(String name, Measure less, Measure more, boolean everywhere) {
    String threshold = less + " below " + more + (everywhere ? " in every pair" : "") + ", Wilcoxon one-sided p < " + LEVEL;
    return new Gate(name, threshold, (result, words) -> {
      var a = less.of(result);
      var b = more.of(result);
      var difference = new double[a.length];
      for (int i = 0; i < a.length; i++) difference[i] = b[i] - a[i];
      var interval = Statistics.bootstrap(difference, Statistics::median);
      double p = Statistics.wilcoxon(a, b);
      long wins = Arrays.stream(difference).filter(x -> x > 0).count();
      var details = details(result, less.cell());
      details.put(less.toString(), summary(a));
      details.put(more.toString(), summary(b));
      details.put("pairs in favour", wins + " of " + a.length);
      details.put("Wilcoxon one-sided p", String.format(Locale.ROOT, "%.2g", p));
      return new Estimate("median paired difference, " + more + " minus " + less, interval.value(), interval.low(), interval.high(), INTERVAL, words,
          p < LEVEL && interval.value() > 0 && (!everywhere || wins == a.length), seeds(result, less.cell()), details);
    });
  }

  /** The median is at most (or at least) a bound. */
  static Gate bounded(String name, Measure measure, boolean atMost, double bound, String reason) {
    String threshold = "median of " + measure + (atMost ? " at most " : " above ") + bound + " (" + reason + ")";
    return new Gate(name, threshold, (result, words) -> {
      var values = measure.of(result);
      var interval = Statistics.bootstrap(values, Statistics::median);
      var details = details(result, measure.cell());
      details.put(measure.toString(), summary(values));
      return new Estimate("median " + measure, interval.value(), interval.low(), interval.high(), INTERVAL, words,
          atMost ? interval.value() <= bound : interval.value() > bound, seeds(result, measure.cell()), details);
    });
  }

  static String summary(double[] values) {
    return String.format(Locale.ROOT, "median %.4g [quartiles %.4g, %.4g; %.4g to %.4g]", Statistics.median(values), Statistics.quantile(values, 0.25),
        Statistics.quantile(values, 0.75), Statistics.quantile(values, 0), Statistics.quantile(values, 1));
  }

  private static List<Long> seeds(ExperimentResult result, String cell) {
    return result.cell(cell).seeds().stream().map(SeedResult::seed).toList();
  }

  private static Map<String, String> details(ExperimentResult result, String cell) {
    var details = new LinkedHashMap<String, String>();
    details.put("experiment", result.experiment() + ", cell " + cell + ", size " + result.size().name().toLowerCase(Locale.ROOT));
    // What differs from run to run stays with the result: the same seeds give the same report.
    result.provenance().forEach((name, value) -> {
      if (!Laboratory.OF_THE_RUN.contains(name)) details.put(name, value);
    });
    result.cell(cell).settings().forEach(details::put);
    return details;
  }
}
