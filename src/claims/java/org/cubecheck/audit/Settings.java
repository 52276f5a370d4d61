package org.cubecheck.audit;

/**
 * How far an audit goes. Nothing here depends on the clock, so the same settings give the same report, times apart.
 *
 * @param maxDimension domains of a higher dimension are left out, and the report says so
 * @param seed from which every random draw is derived
 * @param budget multiplies the trials of sampled domains and the limit of {@link #LIMIT} visited points of the others
 * @param threads how many threads visit points; the report does not depend on it
 */
public record Settings(int maxDimension, long seed, double budget, int threads) {

    /** How many points of one domain are visited at budget 1. */
    public static final long LIMIT = 20_000_000;

    /** No bound on the dimension, seed 1, budget 1, every processor. */
    public static final Settings DEFAULT =
            new Settings(Integer.MAX_VALUE, 1, 1, Runtime.getRuntime().availableProcessors());

    public Settings {
        if (maxDimension < 1)
            throw new IllegalArgumentException("the largest dimension is at least 1, not " + maxDimension);
        if (!(budget > 0) || budget > 1e9)
            throw new IllegalArgumentException("a budget lies within 0..1e9, 0 excluded, not " + budget);
        if (threads < 1) throw new IllegalArgumentException("the number of threads is at least 1, not " + threads);
    }

    /** How many points of one domain may be visited. */
    public long limit() {
        return (long) Math.min(Long.MAX_VALUE, LIMIT * budget);
    }

    /** A number of trials, scaled by the budget; at least one. */
    public long scaled(long trials) {
        return Math.max(1, (long) Math.min(Long.MAX_VALUE, trials * budget));
    }
}
