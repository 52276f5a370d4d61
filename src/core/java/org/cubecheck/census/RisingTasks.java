package org.cubecheck.census;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cubecheck.cube.BooleanCensus;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Degrees;

/**
 * Tasks uniform over the Boolean functions g of B^d of degree exactly q, seen through an invertible T that does not
 * keep the polynomials of degree at most q: how many rise at least, to a degree above q, and how many can fall at most.
 *
 * <p>All polynomials of degree at most q whose images are such again are orthogonal to some v other than 0 of degree at
 * most q, so every g with &lt;g, v&gt; other than 0 rises. Let v^(R) be other than 0. If g^(R) is too, then &lt;g(x +
 * a), v&gt;, in a, is a polynomial of degree at most q that is not 0: it does not vanish at one a in 2^q or more. So of
 * all tasks with g^(R) other than 0 one in 2^q rises.
 * Immutable.
 *
 * @param tasks the number of Boolean functions of degree q
 * @param lower the number of those of lower degree; a task falls to one of them, and never to a constant
 * @param rising at least so many tasks rise, whatever T
 */
public record RisingTasks(long tasks, long lower, long rising) {

    /**
     * By the halves of all functions.
     *
     * @param d 2..5
     * @param q 1..d-2
     */
    public static RisingTasks of(int d, int q) {
        if (d < 2 || d > 5) throw new IllegalArgumentException("tasks are counted in dimensions 2..5, not " + d);
        if (q < 1 || q > d - 2) throw new IllegalArgumentException("a degree lies within 1.." + (d - 2) + ", not " + q);
        var byDegree = BooleanCensus.count(d);
        // Permutations of the variables leave the number of tasks with g^(R) other than 0, so that |R| tells it.
        long least = IntStream.rangeClosed(0, q)
                .mapToLong(size -> correlated(d, q, (1 << size) - 1) - correlated(d, q - 1, (1 << size) - 1))
                .min()
                .orElseThrow();
        long lower = byDegree.subList(0, q).stream()
                .mapToLong(BigInteger::longValueExact)
                .sum();
        return new RisingTasks(byDegree.get(q).longValueExact(), lower, (least + (1L << q) - 1) >> q);
    }

    /** The most by which the degrees of falling tasks can add up to less. */
    public long falling(int q) {
        return (q - 1) * (lower - 2);
    }

    /**
     * The number of functions of d variables and degree at most k with a coefficient other than 0 at R, which is
     * without the last variable: of pairs of halves that have the same part of degree k, and coefficients at R that do
     * not add up to 0.
     */
    private static long correlated(int d, int k, int R) {
        int n = d - 1;
        var top = IntStream.range(0, 1 << n).filter(S -> Cube.degree(S) == k).toArray();
        var halves = new HashMap<List<Integer>, Map<Integer, Long>>();
        for (int table = 0; table < 1 << (1 << n); table++) {
            if (Degrees.of(n, table) > k) continue;
            var part = new ArrayList<Integer>();
            for (int S : top) part.add(coefficient(n, S, table));
            halves.computeIfAbsent(part, key -> new HashMap<>()).merge(coefficient(n, R, table), 1L, Long::sum);
        }
        long count = 0;
        for (var values : halves.values()) {
            long all = values.values().stream().mapToLong(many -> many).sum();
            count += all * all;
            for (var value : values.entrySet()) count -= value.getValue() * values.getOrDefault(-value.getKey(), 0L);
        }
        return count;
    }

    /** 2^n f^(S). */
    private static int coefficient(int n, int S, int table) {
        int disagreements = 0;
        for (int x = 0; x < 1 << n; x++) disagreements += (table >>> x ^ Cube.degree(S & x)) & 1;
        return (1 << n) - 2 * disagreements;
    }
}
