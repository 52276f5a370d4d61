package org.cubecheck.claim;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Numbers worth seeing beside an estimate: learning curves, the values of all seeds.
 * Immutable.
 *
 * @param caption what is to be seen
 * @param x the quantity on the horizontal axis, with its unit
 * @param y the quantity on the vertical axis, with its unit
 */
public record Plot(String caption, String x, String y, List<Series> series) {

    public Plot {
        requireNonNull(caption, "caption");
        requireNonNull(x, "x");
        requireNonNull(y, "y");
        requireNonNull(series, "series");
        series = List.copyOf(series);
    }

    /**
     * Points of one kind.
     *
     * @param joined whether they are joined by a line in their order
     */
    public record Series(String name, List<Double> xs, List<Double> ys, boolean joined) {
        public Series {
            requireNonNull(name, "name");
            requireNonNull(xs, "xs");
            requireNonNull(ys, "ys");
            xs = List.copyOf(xs);
            ys = List.copyOf(ys);
            if (xs.isEmpty() || xs.size() != ys.size())
                throw new IllegalArgumentException(name + ": " + xs.size() + " against " + ys.size() + " numbers");
            if (ys.stream().anyMatch(y -> !Double.isFinite(y)) || xs.stream().anyMatch(x -> !Double.isFinite(x)))
                throw new IllegalArgumentException(name + ": a number is not finite");
        }
    }
}
