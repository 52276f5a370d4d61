package org.cubecheck.degree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The monomials y_S(x) = [S is a subset of x], products of the 0/1 variables y_i = (1 - x_i)/2. Those of degree at most
 * k span the same functions as the characters of degree at most k, and their entries are smaller: all elimination is
 * done in them.
 */
final class Moments {

    private Moments() {}

    /** a[S] becomes the sum of a[x] over the supersets x of S. */
    static void supersetSums(BigInteger[] a) {
        for (int h = 1; h < a.length; h <<= 1) {
            for (int S = 0; S < a.length; S++) {
                if ((S & h) == 0) a[S] = a[S].add(a[S | h]);
            }
        }
    }

    /** a[x] becomes the sum of a[S] over the subsets S of x. */
    static void subsetSums(BigInteger[] a) {
        for (int h = 1; h < a.length; h <<= 1) {
            for (int x = 0; x < a.length; x++) {
                if ((x & h) != 0) a[x] = a[x].add(a[x ^ h]);
            }
        }
    }

    /** a[S] becomes the sum of a[x] over the supersets x of S. */
    static void supersetSums(long[] a) {
        for (int h = 1; h < a.length; h <<= 1) {
            for (int S = 0; S < a.length; S++) {
                if ((S & h) == 0) a[S] += a[S | h];
            }
        }
    }

    /** a[x] becomes the sum of a[S] over the subsets S of x. */
    static void subsetSums(long[] a) {
        for (int h = 1; h < a.length; h <<= 1) {
            for (int x = 0; x < a.length; x++) {
                if ((x & h) != 0) a[x] += a[x ^ h];
            }
        }
    }

    /** Says whether a monomial is no combination of the standard ones found so far, and if so takes it in. */
    @FunctionalInterface
    interface Taker {
        boolean takes(int S);
    }

    /** The standard monomials in their order. With a set all its subsets are standard, so few others are ever tried. */
    static int[] standard(int m, int points, Taker taker) {
        var standard = new boolean[1 << m];
        List<Integer> taken = new ArrayList<>(points);
        for (int[] level = {0}; taken.size() < points; level = next(level, standard, m)) {
            if (level.length == 0)
                throw new IllegalStateException("the monomials give " + taken.size() + " dimensions of " + points);
            for (int S : level) {
                if (taken.size() < points && taker.takes(S)) {
                    standard[S] = true;
                    taken.add(S);
                }
            }
        }
        return taken.stream().mapToInt(S -> S).toArray();
    }

    /** The sets of the next size all of whose subsets of one element fewer are standard, by mask. */
    private static int[] next(int[] level, boolean[] standard, int m) {
        return Arrays.stream(level)
                .filter(S -> standard[S])
                .flatMap(S -> IntStream.range(S == 0 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(S), m)
                        .map(i -> S | 1 << i))
                .filter(S -> IntStream.range(0, m).allMatch(i -> (S >>> i & 1) == 0 || standard[S ^ 1 << i]))
                .sorted()
                .toArray();
    }
}
