package org.cubecheck.cube;

import java.util.Arrays;

/**
 * Real degrees of bit-packed Boolean functions, exact: by table for up to 4 variables, for up to 6 by counting
 * agreements with the parities of falling size until one does not balance, above by counting in the two highest levels
 * and by transforms below them.
 * Keeps no state, so that any thread may call it.
 */
public final class Degrees {

    /** The largest transform has 2^26 values of 4 bytes. */
    private static final int PIECE = 26;

    /** The parities of 6 variables; their low 2^n bits are those of n variables. */
    private static final long[] PARITIES = new long[64];

    private static final byte[][] TABLES = new byte[5][];

    /** For each n up to 6, the sets of variables, the larger first. */
    private static final int[][] FALLING = new int[7][];

    static {
        for (int S = 0; S < 64; S++) {
            for (int x = 0; x < 64; x++) PARITIES[S] |= (Integer.bitCount(S & x) & 1L) << x;
        }
        for (int n = 0; n <= 6; n++) FALLING[n] = falling(n);
        for (int n = 0; n <= 4; n++) TABLES[n] = all(n);
    }

    private Degrees() {}

    private static int[] falling(int n) {
        var sets = new int[1 << n];
        int count = 0;
        for (int size = n; size >= 0; size--) {
            for (int S = 0; S < sets.length; S++) {
                if (Cube.degree(S) == size) sets[count++] = S;
            }
        }
        return sets;
    }

    /**
     * The real degree of the function of n variables with the given table. One look-up.
     *
     * @throws IllegalArgumentException if n is not within 0..4 or the table has a bit past 2^n
     */
    public static int of(int n, int table) {
        try {
            return TABLES[n][table];
        } catch (ArrayIndexOutOfBoundsException outside) { // to look beforehand costs a tenth of a DegreeFlow
            throw new IllegalArgumentException(
                    n < 0 || n > 4
                            ? "degrees are looked up for 0..4 variables, not " + n
                            : "a table of " + n + " variables has " + (1 << n) + " bits: 0x"
                                    + Integer.toHexString(table),
                    outside);
        }
    }

    /**
     * The real degrees of all functions of n variables, n at most 4, by table; a new array.
     *
     * <p>With f = (g, h) split at its last variable, f^(S) is proportional to g^(S) + h^(S) and f^(S + n) to g^(S) -
     * h^(S); so deg f is at most k &lt; n if and only if g and h have degree at most k and the same part of degree k.
     * The functions that share their part are chained, and only the pairs that match are visited: 2^(2^n) bytes are
     * filled, 13,312 of them once more at n = 4.
     */
    public static byte[] all(int n) {
        if (n < 0 || n > 4) throw new IllegalArgumentException("all degrees are given for 0..4 variables, not " + n);
        var degrees = new byte[1 << (1 << n)];
        if (n == 0) return degrees;
        Arrays.fill(degrees, (byte) n);
        int m = n - 1;
        int functions = 1 << (1 << m);
        var next = new int[functions];
        for (int k = m; k >= 0; k--) {
            var first = new int[functions << 2];
            for (int g = functions - 1; g >= 0; g--) {
                int part = partOrMinus(m, k, g);
                if (part < 0) continue;
                next[g] = first[part];
                first[part] = g + 1;
            }
            for (int last : first) {
                for (int g = last; g > 0; g = next[g - 1]) {
                    for (int h = last; h > 0; h = next[h - 1]) degrees[(h - 1) << (1 << m) | (g - 1)] = (byte) k;
                }
            }
        }
        return degrees;
    }

    /** The part of degree k, in digits of base 2^m + 1, of a function of m variables, or -1 if its degree is larger. */
    private static int partOrMinus(int m, int k, int table) {
        int part = 0;
        for (int S : FALLING[m]) {
            if (Cube.degree(S) < k) break;
            int minus = disagreements(m, S, table);
            if (Cube.degree(S) == k) part = part * ((1 << m) + 1) + minus;
            else if (minus != 1 << (m - 1)) return -1;
        }
        return part;
    }

    /** At how many points the function of n variables, n at most 6, is not chi_S: 2^n (1 - f^(S)) / 2. */
    static int disagreements(int n, int S, long table) {
        return Long.bitCount((table ^ PARITIES[S]) & -1L >>> (64 - (1 << n)));
    }

    static int of(int n, long[] words) {
        return n <= 4 ? TABLES[n][(int) words[0]] : n <= 6 ? byParities(n, words[0]) : byTransform(n, words);
    }

    static int byParities(int n, long table) {
        for (int S : FALLING[n]) {
            if (2 * disagreements(n, S, table) != 1 << n) return Cube.degree(S);
        }
        throw new AssertionError("by Parseval's theorem a coefficient is not zero");
    }

    /**
     * The two highest levels by counting, 2^n / 64 words a set; nearly every function stops there. The rest by
     * transforms of 2^26 values.
     */
    private static int byTransform(int n, long[] words) {
        int all = (1 << n) - 1;
        if (!isBalanced(n, all, words)) return n;
        for (int i = 0; i < n; i++) {
            if (!isBalanced(n, all ^ 1 << i, words)) return n - 1;
        }
        return byPieces(n, words, Math.min(n, PIECE));
    }

    /** Whether f^(S) = 0, for n at least 6. */
    private static boolean isBalanced(int n, int S, long[] words) {
        long parity = PARITIES[S & 63];
        int high = S >>> 6;
        long minus = 0;
        for (int w = 0; w < words.length; w++)
            minus += Long.bitCount(words[w] ^ parity ^ -(Integer.bitCount(w & high) & 1L));
        return 2 * minus == 1L << n;
    }

    /**
     * By transforms of 2^piece values, piece within 6..n, which is what keeps the memory at 4 bytes times that: for
     * every set H of the variables above, the signed sum of the blocks of f has the coefficients f^(S + H) for the sets
     * S of the variables below.
     */
    static int byPieces(int n, long[] words, int piece) {
        int degree = 0;
        var a = new int[1 << piece];
        int blockWords = 1 << (piece - 6);
        for (int H = (1 << (n - piece)) - 1; H >= 0; H--) {
            if (Cube.degree(H) + piece <= degree) continue;
            Arrays.fill(a, 0);
            for (int block = 0; block < 1 << (n - piece); block++) {
                int sign = Cube.character(H, block);
                for (int w = 0; w < blockWords; w++) {
                    long word = words[block * blockWords + w];
                    for (int x = 0; x < 64; x++) a[w << 6 | x] += sign * (1 - 2 * (int) (word >>> x & 1));
                }
            }
            Walsh.transform(a);
            for (int S = 0; S < a.length; S++) {
                if (a[S] != 0) degree = Math.max(degree, Cube.degree(S) + Cube.degree(H));
            }
        }
        return degree;
    }

    static int gf2(int n, long[] words) {
        var anf = words.clone();
        for (int i = 0; i < Math.min(n, 6); i++) {
            for (int w = 0; w < anf.length; w++) anf[w] ^= (anf[w] & Complexity.LOW[i]) << (1 << i);
        }
        for (int h = 1; h < anf.length; h <<= 1) {
            for (int w = 0; w < anf.length; w++) {
                if ((w & h) != 0) anf[w] ^= anf[w ^ h];
            }
        }
        int degree = 0;
        for (int w = 0; w < anf.length; w++) {
            for (long rest = anf[w]; rest != 0; rest &= rest - 1)
                degree = Math.max(degree, Integer.bitCount(w << 6 | Long.numberOfTrailingZeros(rest)));
        }
        return degree;
    }
}
