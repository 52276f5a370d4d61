package org.cubecheck.identify;

import java.util.function.DoublePredicate;

/** One bit a row, 64 of them in a word. */
final class Bits {

    private Bits() {}

    static int words(int rows) {
        return (rows + 63) / 64;
    }

    static long[] of(double[] column, DoublePredicate set) {
        var words = new long[words(column.length)];
        for (int r = 0; r < column.length; r++) {
            if (set.test(column[r])) words[r >>> 6] |= 1L << r;
        }
        return words;
    }

    /** 0 or 1. */
    static long at(long[] bits, int row) {
        return bits[row >>> 6] >>> row & 1;
    }

    /** Of the given rows, in this order. */
    static long[] at(long[] bits, int[] rows) {
        var words = new long[words(rows.length)];
        for (int r = 0; r < rows.length; r++) words[r >>> 6] |= at(bits, rows[r]) << r;
        return words;
    }

    /** On how many rows two columns differ. */
    static int different(long[] a, long[] b) {
        int different = 0;
        for (int k = 0; k < a.length; k++) different += Long.bitCount(a[k] ^ b[k]);
        return different;
    }

    /** The product of two columns of signs, of which a set bit is -1. */
    static long[] product(long[] a, long[] b) {
        var product = new long[a.length];
        for (int k = 0; k < a.length; k++) product[k] = a[k] ^ b[k];
        return product;
    }
}
