package org.cubecheck.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.cubecheck.claim.Outcome;
import org.cubecheck.paper.Objective;
import org.cubecheck.sweep.Sweep;
import org.cubecheck.transform.Bijection;

/**
 * A local search for transforms of B^d that refute a statement. Each restart begins at a random transform and takes
 * random {@linkplain Neighbours steps}; one that makes the slack of the statement's objective larger is taken back. It
 * ends at a transform that refutes the statement, or after a fixed number of steps. Shards are blocks of restarts;
 * restart i draws from a generator of its own, made from the seed and i. Where a restart ends, the statement's check is
 * asked whether it agrees with the sign of the slack.
 *
 * @param source where the statement is found
 * @param statement the name of a claim or control
 * @param d the dimension, within the range of the objective, at most 6
 * @param restarts how many there are, at least 1
 */
record CounterexampleSearch(ClaimSource source, String statement, int d, long restarts, long seed)
        implements Sweep<SearchResult> {

    /** The steps of a restart. */
    static final int STEPS = 500;

    /** The restarts of a shard. */
    static final int BLOCK = 50;

    /** As many blocks as can be numbered. */
    static final long MOST_RESTARTS = BLOCK * 1_000_000L;

    /**
     * @throws IllegalArgumentException if there is no such statement about transforms of such a cube, or nothing to do
     */
    CounterexampleSearch {
        var objective = SearchTarget.named(source, statement).objective();
        statement = objective.statement();
        if (d < objective.least() || d > objective.most())
            throw new IllegalArgumentException(statement + " is searched on cubes of dimension " + objective.least()
                    + ".." + objective.most() + ", not " + d);
        if (restarts < 1 || restarts > MOST_RESTARTS)
            throw new IllegalArgumentException("restarts lie within 1.." + MOST_RESTARTS + ", not " + restarts);
    }

    @Override
    public String name() {
        return "transforms of B^" + d + " that refute " + statement + ", " + restarts + " restarts of " + STEPS
                + " steps, seed " + seed;
    }

    @Override
    public int shards() {
        return (int) ((restarts + BLOCK - 1) / BLOCK);
    }

    @Override
    public SearchResult shard(int index) {
        return search(
                SearchTarget.named(source, statement).objective(),
                d,
                (long) index * BLOCK,
                Math.min(restarts, (index + 1L) * BLOCK),
                seed);
    }

    /** The restarts from..to-1. */
    static SearchResult search(Objective objective, int d, long from, long to, long seed) {
        long transforms = 0;
        var ends = new TreeMap<Integer, Long>();
        var nearest = Bijection.identity(d);
        var contradicted = new ArrayList<List<Integer>>();
        for (long restart = from; restart < to; restart++) {
            var random = new SplittableRandom(mixed(seed, restart));
            int[] image = Neighbours.start(d, random);
            var here = Bijection.of(image);
            int slack = objective.slack().applyAsInt(here);
            transforms++;
            for (int step = 0; step < STEPS && slack >= 0; step++, transforms++) {
                Neighbours.step(d, image, random);
                var there = Bijection.of(image);
                int other = objective.slack().applyAsInt(there);
                if (other <= slack) {
                    here = there;
                    slack = other;
                } else {
                    image = here.toArray();
                }
            }
            if (ends.isEmpty() || slack < ends.firstKey()) nearest = here;
            ends.merge(slack, 1L, Long::sum);
            if (contradicted.isEmpty() && objective.check().apply(here) instanceof Outcome.Fails != slack < 0)
                contradicted.add(images(here));
        }
        return new SearchResult(transforms, ends, images(nearest), contradicted);
    }

    private static List<Integer> images(Bijection T) {
        return Arrays.stream(T.toArray()).boxed().toList();
    }

    /** The generators of restarts are told apart by more than their seeds: these are spread over all 64 bits. */
    private static long mixed(long seed, long restart) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + restart).nextLong();
    }

    @Override
    public SearchResult merge(SearchResult first, SearchResult next) {
        return first.plus(next);
    }

    @Override
    public Class<SearchResult> resultType() {
        return SearchResult.class;
    }
}
