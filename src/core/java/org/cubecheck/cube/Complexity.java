package org.cubecheck.cube;

/**
 * Combinatorial measures of Boolean functions, point by point and overall.
 *
 * <p>Source: H. Buhrman, R. de Wolf, <i>Complexity measures and decision tree complexity: a survey</i>, Theoretical
 * Computer Science 288 (2002).
 */
final class Complexity {

    /** Beyond this many variables block sensitivity and certificates are not computed. */
    static final int MAX_VARIABLES = 12;

    /** For each of the first six variables the points of a word where it is +1. */
    static final long[] LOW = {
        0x5555555555555555L,
        0x3333333333333333L,
        0x0F0F0F0F0F0F0F0FL,
        0x00FF00FF00FF00FFL,
        0x0000FFFF0000FFFFL,
        0x00000000FFFFFFFFL
    };

    private Complexity() {}

    /** The points of one word at which flipping x_i changes f, as bits. */
    private static long boundary(long[] words, int w, int i) {
        if (i >= 6) return words[w] ^ words[w ^ 1 << (i - 6)];
        long low = (words[w] ^ words[w] >>> (1 << i)) & LOW[i];
        return low | low << (1 << i);
    }

    static long boundary(int n, long[] words, int i) {
        long count = 0;
        for (int w = 0; w < words.length; w++) count += Long.bitCount(boundary(words, w, i) & BooleanFunction.mask(n));
        return count;
    }

    /**
     * The maximum over all points, 64 of them at once: bit b of the 64 counters is kept in the word {@code
     * counters[b]}.
     */
    static int sensitivity(int n, long[] words) {
        int most = 0;
        var counters = new long[5];
        for (int w = 0; w < words.length; w++) {
            java.util.Arrays.fill(counters, 0);
            for (int i = 0; i < n; i++) {
                long carry = boundary(words, w, i);
                for (int b = 0; b < counters.length; b++) {
                    long sum = counters[b] ^ carry;
                    carry &= counters[b];
                    counters[b] = sum;
                }
            }
            long greatest = BooleanFunction.mask(n);
            int value = 0;
            for (int b = counters.length - 1; b >= 0; b--) {
                if ((greatest & counters[b]) != 0) {
                    greatest &= counters[b];
                    value |= 1 << b;
                }
            }
            most = Math.max(most, value);
        }
        return most;
    }

    /**
     * The largest number of disjoint blocks whose flipping changes f(x): by subsets, each split at its lowest variable.
     */
    static int blockSensitivity(BooleanFunction f, int x) {
        var most = new byte[Cube.points(checked(f))];
        boolean here = f.isMinus(x);
        for (int free = 1; free < most.length; free++) {
            int low = free & -free;
            int others = free ^ low;
            int best = most[others];
            for (int rest = others; ; rest = (rest - 1) & others) {
                if (f.isMinus(x ^ (rest | low)) != here) best = Math.max(best, 1 + most[others ^ rest]);
                if (rest == 0) break;
            }
            most[free] = (byte) best;
        }
        return most[most.length - 1];
    }

    /** n less the largest set of variables that may vary freely without changing f(x). */
    static int certificate(BooleanFunction f, int x) {
        var changes = new boolean[Cube.points(checked(f))];
        int free = 0;
        for (int F = 0; F < changes.length; F++) {
            changes[F] = f.isMinus(x ^ F) != f.isMinus(x);
            for (int rest = F; rest != 0 && !changes[F]; rest &= rest - 1) changes[F] = changes[F ^ (rest & -rest)];
            if (!changes[F]) free = Math.max(free, Integer.bitCount(F));
        }
        return f.variables() - free;
    }

    private static int checked(BooleanFunction f) {
        if (f.variables() > MAX_VARIABLES)
            throw new IllegalArgumentException("block sensitivity and certificates are computed for at most "
                    + MAX_VARIABLES + " variables, not " + f.variables());
        return f.variables();
    }
}
