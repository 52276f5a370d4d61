package org.cubecheck.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cubecheck.claim.Estimate;

/**
 * What counts as reproduced, fixed before the run.
 *
 * @param name unique within its experiment
 * @param threshold the gate in words
 * @param judge computes the estimate from the numbers of a run
 * @param order what is tested, where the gate is a test
 */
record Gate(String name, String threshold, Judge judge, Optional<Order> order) {

    /** The level of all tests, each for itself: what is left of many of them, {@link Multiplicity} tells. */
    static final double LEVEL = 0.05;

    /** The only test. What it tests is that paired differences are symmetric about 0, not that their median is 0. */
    static final String TEST = "Wilcoxon signed rank, one-sided, exact";

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

    /** That one measure is below another on the same seeds. */
    record Order(Measure less, Measure more) {
        double p(ExperimentResult result) {
            return Statistics.wilcoxon(less.of(result), more.of(result));
        }

        /** The second measure minus the first, seed by seed. */
        double[] differences(ExperimentResult result) {
            var a = less.of(result);
            var difference = more.of(result);
            for (int i = 0; i < a.length; i++) difference[i] -= a[i];
            return difference;
        }

        long wins(ExperimentResult result) {
            return Arrays.stream(differences(result)).filter(x -> x > 0).count();
        }
    }

    /**
     * The median of the paired differences is positive, and the test rejects; with {@code everywhere}, each of the
     * differences is positive.
     */
    static Gate below(String name, Measure less, Measure more, boolean everywhere) {
        String threshold =
                less + " below " + more + (everywhere ? " in every pair" : "") + ", " + TEST + ", p < " + LEVEL;
        var order = new Order(less, more);
        return new Gate(
                name,
                threshold,
                (result, words) -> {
                    var difference = order.differences(result);
                    int n = difference.length;
                    var median = Statistics.median95(difference);
                    double p = order.p(result);
                    long wins = order.wins(result);
                    var details = details(result, less.cell());
                    details.put(less.toString(), summary(less.of(result)));
                    details.put(more.toString(), summary(more.of(result)));
                    details.put("pairs in favour", wins + " of " + n);
                    details.put(
                            TEST,
                            String.format(
                                    Locale.ROOT,
                                    "p = %.2g; %d pairs cannot give less than %.2g",
                                    p,
                                    n,
                                    Math.pow(2, -n)));
                    return estimate(
                            "median paired difference, " + more + " minus " + less,
                            median,
                            words,
                            p < LEVEL && median.value() > 0 && (!everywhere || wins == n),
                            seeds(result, less.cell()),
                            details);
                },
                Optional.of(order));
    }

    /**
     * The median is at most (or above) a bound. No test: how many seeds are on that side, and what a sign test would
     * say, stands beside.
     */
    static Gate bounded(String name, Measure measure, boolean atMost, double bound, String reason) {
        String threshold = "median of " + measure + (atMost ? " at most " : " above ") + bound + " (" + reason + ")";
        return new Gate(
                name,
                threshold,
                (result, words) -> {
                    var values = measure.of(result);
                    var median = Statistics.median95(values);
                    int kept = (int) Arrays.stream(values)
                            .filter(x -> atMost ? x <= bound : x > bound)
                            .count();
                    var details = details(result, measure.cell());
                    details.put(measure.toString(), summary(values));
                    details.put(
                            "seeds " + (atMost ? "at most " : "above ") + bound,
                            String.format(
                                    Locale.ROOT,
                                    "%d of %d; the gate asks for the median and is no test, a sign test has p = %.2g",
                                    kept,
                                    values.length,
                                    Statistics.sign(values.length, kept)));
                    return estimate(
                            "median " + measure,
                            median,
                            words,
                            atMost ? median.value() <= bound : median.value() > bound,
                            seeds(result, measure.cell()),
                            details);
                },
                Optional.empty());
    }

    /** The same gate with something beside its numbers that it does not ask for. */
    Gate beside(String what, Function<ExperimentResult, String> figure) {
        return new Gate(
                name,
                threshold,
                (result, words) -> {
                    var estimate = judge.of(result, words);
                    var details = new LinkedHashMap<>(estimate.details());
                    details.put(what, figure.apply(result));
                    return estimate.withDetails(details);
                },
                order);
    }

    private static Estimate estimate(
            String quantity,
            Statistics.Interval median,
            String threshold,
            boolean passed,
            List<Long> seeds,
            Map<String, String> details) {
        int n = seeds.size();
        String interval = String.format(
                Locale.ROOT,
                "values %d and %d in order of %d, which cover the median with %.1f%%",
                median.rank(),
                n + 1 - median.rank(),
                n,
                100 * median.coverage());
        return new Estimate(
                quantity, median.value(), median.low(), median.high(), interval, threshold, passed, seeds, details);
    }

    static String summary(double[] values) {
        return String.format(
                Locale.ROOT,
                "median %.4g [quartiles %.4g, %.4g; %.4g to %.4g]",
                Statistics.median(values),
                Statistics.quantile(values, 0.25),
                Statistics.quantile(values, 0.75),
                Statistics.quantile(values, 0),
                Statistics.quantile(values, 1));
    }

    private static List<Long> seeds(ExperimentResult result, String cell) {
        return result.cell(cell).seeds().stream().map(SeedResult::seed).toList();
    }

    private static Map<String, String> details(ExperimentResult result, String cell) {
        var details = new LinkedHashMap<String, String>();
        details.put(
                "experiment",
                result.experiment() + ", cell " + cell + ", size "
                        + result.size().name().toLowerCase(Locale.ROOT));
        // What differs from run to run stays with the result: the same seeds give the same report.
        result.provenance().forEach((name, value) -> {
            if (!Laboratory.OF_THE_RUN.contains(name)) details.put(name, value);
        });
        result.cell(cell).settings().forEach(details::put);
        return details;
    }
}
