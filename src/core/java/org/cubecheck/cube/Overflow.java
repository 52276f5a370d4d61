package org.cubecheck.cube;

/**
 * Whether all Walsh coefficients of integers fit into their type. If they do, the transform in arithmetic modulo the
 * word size is exact, whatever happens in between; so this is all there is to check, and it is checked before anything
 * is written.
 */
final class Overflow {

    private Overflow() {}

    /**
     * Checks each row of 2^n elements, and gives the kernel for them. @throws ArithmeticException if a coefficient does
     * not fit
     */
    static Kernel<int[]> checked(Kernels kernels, int n, int[] a) {
        // Every element is at most 2^b in absolute value, so every coefficient at most 2^(b+n).
        int bits = kernels.ints().bits(a, 0, a.length);
        if (bits + n >= 31) {
            for (int row = 0; row < a.length; row += 1 << n) checkRow(kernels, n, a, row);
        }
        return kernels.ints().forBits(bits);
    }

    private static void checkRow(Kernels kernels, int n, int[] a, int from) {
        long sum = 0;
        for (int i = from; i < from + (1 << n); i++) sum += Math.abs((long) a[i]);
        if (sum <= Integer.MAX_VALUE) return;
        var wide = new long[1 << n];
        for (int i = 0; i < wide.length; i++) wide[i] = a[from + i];
        kernels.longs().transform(n, wide, 0, wide, 0);
        for (int S = 0; S < wide.length; S++) {
            if (wide[S] != (int) wide[S])
                throw new ArithmeticException("integer overflow: the coefficient of " + S + " is " + wide[S]);
        }
    }

    /**
     * Checks each row of 2^n elements, and gives the kernel for them. @throws ArithmeticException if a coefficient does
     * not fit
     */
    static Kernel<long[]> checked(Kernels kernels, int n, long[] a) {
        int bits = kernels.longs().bits(a, 0, a.length);
        if (bits + n >= 63) {
            for (int row = 0; row < a.length; row += 1 << n) checkRow(kernels, n, a, row);
        }
        return kernels.longs().forBits(bits);
    }

    private static void checkRow(Kernels kernels, int n, long[] a, int from) {
        long sum = 0;
        for (int i = from; i < from + (1 << n) && sum >= 0; i++)
            sum = a[i] == Long.MIN_VALUE ? -1 : sum + Math.abs(a[i]);
        if (sum >= 0) return;
        // In two halves, value = 2^32 high + low with 0 <= low < 2^32; n is at most 30, so neither half overflows.
        var high = new long[1 << n];
        var low = new long[1 << n];
        for (int i = 0; i < high.length; i++) {
            high[i] = a[from + i] >> 32;
            low[i] = a[from + i] & 0xFFFFFFFFL;
        }
        kernels.longs().transform(n, high, 0, high, 0);
        kernels.longs().transform(n, low, 0, low, 0);
        for (int S = 0; S < high.length; S++) {
            long top = high[S] + (low[S] >> 32);
            if (top != (int) top)
                throw new ArithmeticException("long overflow: the coefficient of " + S + " does not fit into 64 bits");
        }
    }
}
