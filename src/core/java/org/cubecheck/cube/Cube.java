package org.cubecheck.cube;

import java.math.BigInteger;
import org.apache.commons.numbers.core.ArithmeticUtils;

/**
 * The cube B^n itself: its points, its characters, the limits on n, and the arithmetic that counting and exact values
 * need.
 * Keeps no state, so that any thread may call it.
 */
public final class Cube {

    /** The largest number of variables of a function given by its table. */
    public static final int MAX_VARIABLES = 30;

    private Cube() {}

    /** The number of points of B^n, 2^n. */
    public static int points(int n) {
        return 1 << checked(n);
    }

    /** The coordinate x_i of a point: -1 or +1. @throws IndexOutOfBoundsException if i is not within 0..29 */
    public static int coordinate(int x, int i) {
        if (i < 0 || i >= MAX_VARIABLES)
            throw new IndexOutOfBoundsException("a coordinate lies within 0.." + (MAX_VARIABLES - 1) + ", not " + i);
        return 1 - 2 * ((x >>> i) & 1);
    }

    /** The character chi_S(x) = prod_{i in S} x_i: -1 or +1. */
    public static int character(int S, int x) {
        return 1 - 2 * (Integer.bitCount(S & x) & 1);
    }

    /** The degree |S| of the monomial chi_S. */
    public static int degree(int S) {
        return Integer.bitCount(S);
    }

    /**
     * The point of B^n whose coordinate i has the given sign and whose others, in order, are those of a point x of
     * B^(n-1).
     */
    static int insert(int x, int i, int sign) {
        int low = (1 << i) - 1;
        return (x & low) | (x & ~low) << 1 | (sign < 0 ? 1 << i : 0);
    }

    /**
     * Returns the mask of a point, or of a set of variables, of B^n, n within 0..30. @throws IndexOutOfBoundsException
     * if it is none
     */
    public static int checkedMask(int n, int mask) {
        // In this form, which the compiler of the virtual machine moves out of loops over the cube; mask >>> n != 0 it
        // leaves in them.
        if (mask < 0 || mask >= 1 << n) throw outside(n, mask);
        return mask;
    }

    private static IndexOutOfBoundsException outside(int n, int mask) {
        int last = (1 << n) - 1;
        return new IndexOutOfBoundsException(
                "a point or a set of variables of B^" + n + " is a mask within 0.." + last + ", not " + mask);
    }

    /** Returns {@code n}. @throws IllegalArgumentException if it is not within 0..30 */
    static int checked(int n) {
        if (n < 0 || n > MAX_VARIABLES)
            throw new IllegalArgumentException("a number of variables lies within 0.." + MAX_VARIABLES + ", not " + n);
        return n;
    }

    /** log2 of a table's length. @throws IllegalArgumentException if the length is no power of two */
    public static int variables(long length) {
        if (length < 1 || Long.bitCount(length) != 1)
            throw new IllegalArgumentException("the length of a table is a power of two, not " + length);
        return checked(Long.numberOfTrailingZeros(length));
    }

    /**
     * Binomial coefficient, exact; 0 unless 0 &lt;= k &lt;= n. @throws ArithmeticException if it does not fit into 64
     * bits
     */
    public static long binomial(int n, int k) {
        if (k < 0 || k > n) return 0;
        long binomial = 1;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            // C(n, i) = C(n, i - 1) (n - i + 1) / i; divided first, so that nothing overflows unless C(n, k) does.
            long common = ArithmeticUtils.gcd(binomial, i);
            binomial = Math.multiplyExact(binomial / common, (n - i + 1) / (i / common));
        }
        return binomial;
    }

    /** The least common multiple of two positive numbers, as of denominators. */
    public static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }
}
