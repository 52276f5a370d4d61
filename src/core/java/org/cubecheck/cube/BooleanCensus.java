package org.cubecheck.cube;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many Boolean functions of n variables have which real degree, exact, in two ways that share no theorem: by
 * looking at each function, and by matching halves.
 *
 * <p>Both write f = (g, h), the halves where the last variable is +1 and -1, so that 2 f^(S) = g^(S) + h^(S) and
 * 2 f^(S + n) = g^(S) - h^(S) for S without n.
 */
public final class BooleanCensus {

    private BooleanCensus() {}

    /**
     * Looks at every one of the 2^(2^n) functions, n at most 5: for each g the functions h stand in the bits of words,
     * and for each level, from the top, the words of those h for which all coefficients of (g, h) of that level vanish
     * are intersected. By the threads of the pool that the caller runs in, or else of the common pool. About 10^8
     * operations on words at n = 5.
     *
     * @return for each degree 0..n, the number of functions
     */
    public static List<BigInteger> enumerate(int n) {
        if (n < 0 || n > 5) throw new IllegalArgumentException("functions are enumerated for 0..5 variables, not " + n);
        if (n == 0) return List.of(BigInteger.TWO);
        int m = n - 1;
        int functions = 1 << (1 << m);
        var agreeing = new long[1 << m][(1 << m) + 1][(functions + 63) / 64];
        for (int h = 0; h < functions; h++) {
            for (int S = 0; S < 1 << m; S++) agreeing[S][Degrees.disagreements(m, S, h)][h >>> 6] |= 1L << h;
        }
        var sum = IntStream.range(0, functions)
                .parallel()
                .mapToObj(g -> upTo(m, g, functions, agreeing))
                .reduce(new long[n + 1], BooleanCensus::plus);
        return byDegree(Arrays.stream(sum).mapToObj(BigInteger::valueOf).toList());
    }

    /** For each k, how many of the functions (g, h) have degree at most k. */
    private static long[] upTo(int m, int g, int functions, long[][][] agreeing) {
        var counts = new long[m + 2];
        counts[m + 1] = functions;
        var left = new long[(functions + 63) / 64];
        Arrays.fill(left, functions < 64 ? (1L << functions) - 1 : -1L);
        for (int k = m; k >= 0; k--) {
            // Of degree k + 1: the sets S of size k + 1, where h must be -g, and S + n with |S| = k, where it must be
            // g.
            for (int S = 0; S < 1 << m; S++) {
                int minus = Degrees.disagreements(m, S, g);
                if (Cube.degree(S) == k + 1) and(left, agreeing[S][(1 << m) - minus]);
                if (Cube.degree(S) == k) and(left, agreeing[S][minus]);
            }
            for (long word : left) counts[k] += Long.bitCount(word);
            if (counts[k] == 0) break;
        }
        return counts;
    }

    private static void and(long[] a, long[] b) {
        for (int w = 0; w < a.length; w++) a[w] &= b[w];
    }

    private static long[] plus(long[] a, long[] b) {
        var sum = new long[a.length];
        for (int k = 0; k < a.length; k++) sum[k] = a[k] + b[k];
        return sum;
    }

    /**
     * Counts by matching, n at most 6: (g, h) has degree at most k &lt; n if and only if g and h have degree at most k
     * and the same part of degree k. So there are sum_t N(t)^2 of them, N(t) the number of functions of n - 1 variables
     * of degree at most k whose part of degree k is t. For n = 6 the N(t) come from matching once more: g = (a, b) has
     * the part (2 t, difference) where t is the common part of degree k of a and b, and the difference is that of their
     * parts of degree k - 1. A fraction of a second at n = 6, where there are 2^64 functions.
     *
     * @return for each degree 0..n, the number of functions
     */
    public static List<BigInteger> count(int n) {
        if (n < 0 || n > 6) throw new IllegalArgumentException("functions are counted for 0..6 variables, not " + n);
        var upTo = new ArrayList<BigInteger>();
        for (int k = 0; k < n; k++) upTo.add(n <= 5 ? matches(n - 1, k) : matchesOfMatches(n - 2, k));
        upTo.add(BigInteger.TWO.pow(1 << n));
        return byDegree(upTo);
    }

    /** How many functions of m + 1 variables have degree at most k. */
    private static BigInteger matches(int m, int k) {
        var sum = BigInteger.ZERO;
        for (var lower : parts(m, k).values())
            sum = sum.add(BigInteger.valueOf(lower.total()).pow(2));
        return sum;
    }

    /** How many functions of m + 2 variables have degree at most k. */
    private static BigInteger matchesOfMatches(int m, int k) {
        return parts(m, k).values().parallelStream()
                .map(lower -> lower.differences().squares())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * The functions of m variables of degree at most k by their part of degree k, and those with the same by their part
     * of degree k - 1.
     */
    private static Map<Long, Tally> parts(int m, int k) {
        var parts = new HashMap<Long, Tally>();
        for (int g = 0; g < 1 << (1 << m); g++) {
            if (Degrees.of(m, g) <= k)
                parts.computeIfAbsent(part(m, k, g), t -> new Tally()).add(part(m, k - 1, g), 1);
        }
        return parts;
    }

    /**
     * The coefficients of degree k of a function of m at most 4 variables, as digits of base 128. The code is linear,
     * and one-to-one on differences: there are at most 6 coefficients, and their differences lie within -32..32.
     */
    private static long part(int m, int k, int g) {
        long part = 0;
        for (int S = 0; S < 1 << m; S++) {
            if (Cube.degree(S) == k) part = (part << 7) + (1 << m) - 2 * Degrees.disagreements(m, S, g);
        }
        return part;
    }

    private static List<BigInteger> byDegree(List<BigInteger> upTo) {
        return IntStream.range(0, upTo.size())
                .mapToObj(k -> k == 0 ? upTo.get(0) : upTo.get(k).subtract(upTo.get(k - 1)))
                .toList();
    }

    /** Counts of keys, by open addressing. */
    private static final class Tally {

        private long[] keys = new long[16];
        private long[] counts = new long[16];
        private int size;

        void add(long key, long count) {
            int place = place(key);
            if (counts[place] == 0) {
                keys[place] = key;
                if (2 * ++size > keys.length) {
                    counts[place] = count;
                    grow();
                    return;
                }
            }
            counts[place] += count;
        }

        private int place(long key) {
            int place = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & (keys.length - 1);
            while (counts[place] != 0 && keys[place] != key) place = (place + 1) & (keys.length - 1);
            return place;
        }

        private void grow() {
            var oldKeys = keys;
            var oldCounts = counts;
            keys = new long[2 * oldKeys.length];
            counts = new long[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldCounts[i] == 0) continue;
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                counts[place] = oldCounts[i];
            }
        }

        long total() {
            return Arrays.stream(counts).sum();
        }

        /** The tally of a - b over all pairs. */
        Tally differences() {
            var differences = new Tally();
            int[] used =
                    IntStream.range(0, keys.length).filter(i -> counts[i] != 0).toArray();
            for (int i : used) {
                for (int j : used) differences.add(keys[i] - keys[j], counts[i] * counts[j]);
            }
            return differences;
        }

        BigInteger squares() {
            var sum = BigInteger.ZERO;
            for (long count : counts) {
                if (count != 0) sum = sum.add(BigInteger.valueOf(count).pow(2));
            }
            return sum;
        }
    }
}
