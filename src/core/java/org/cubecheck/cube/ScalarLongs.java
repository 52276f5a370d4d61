package org.cubecheck.cube;

/** The butterflies on longs one by one. */
final class ScalarLongs extends ExactKernel<long[]> {

    @Override
    int stagesAtOnce() {
        return 2;
    }

    @Override
    int longestRun() {
        return 4;
    }

    @Override
    void runs(int n, long[] a, int from, long[] b, int to, int length) {
        if (n == 0) System.arraycopy(a, from, b, to, length);
        else ScalarLongLoops.runs(n, a, from, b, to, length);
    }

    @Override
    void columns(int radix, long[] a, int from, int h, int width) {
        ScalarLongLoops.columns(radix, a, from, h, width);
    }

    @Override
    int bits(long[] a, int from, int length) {
        long bits = 0;
        for (int i = from; i < from + length; i++) bits |= Math.abs(a[i]);
        return Long.SIZE - Long.numberOfLeadingZeros(bits);
    }

    @Override
    int capacity() {
        return Long.SIZE - 1;
    }

    @Override
    void shift(long[] a, int from, int length, int by) {
        for (int i = from; i < from + length; i++) a[i] >>= by;
    }
}
