package org.cubecheck.claim;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * A quantity measured on trained networks against a gate that was fixed before the run.
 * Immutable.
 *
 * @param quantity what was measured, with its unit
 * @param value the point estimate
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param interval how the interval was made: "values 1 and 8 in order of 8, which cover the median with 99.2%"
 * @param threshold the gate, in words: "median below 0.07"
 * @param passed whether the gate was passed
 * @param seeds the seeds used
 * @param details further figures and settings, by name
 * @param plots numbers worth drawing; estimates of one claim may share a plot
 */
public record Estimate(
        String quantity,
        double value,
        double low,
        double high,
        String interval,
        String threshold,
        boolean passed,
        List<Long> seeds,
        Map<String, String> details,
        List<Plot> plots) {

    public Estimate {
        requireNonNull(quantity, "quantity");
        requireNonNull(interval, "interval");
        requireNonNull(threshold, "threshold");
        requireNonNull(seeds, "seeds");
        requireNonNull(details, "details");
        requireNonNull(plots, "plots");
        seeds = List.copyOf(seeds);
        plots = List.copyOf(plots);
        details = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(details));
    }

    /** An estimate without plots. */
    public Estimate(
            String quantity,
            double value,
            double low,
            double high,
            String interval,
            String threshold,
            boolean passed,
            List<Long> seeds,
            Map<String, String> details) {
        this(quantity, value, low, high, interval, threshold, passed, seeds, details, List.of());
    }

    /** This estimate with other details. */
    public Estimate withDetails(Map<String, String> other) {
        return new Estimate(quantity, value, low, high, interval, threshold, passed, seeds, other, plots);
    }

    /** This estimate with plots added. */
    public Estimate with(List<Plot> more) {
        var all = new java.util.ArrayList<>(plots);
        all.addAll(more);
        return new Estimate(quantity, value, low, high, interval, threshold, passed, seeds, details, all);
    }
}
