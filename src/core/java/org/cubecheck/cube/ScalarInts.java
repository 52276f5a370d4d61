package org.cubecheck.cube;

/** The butterflies on ints one by one. */
final class ScalarInts extends ExactKernel<int[]> {

    @Override
    int stagesAtOnce() {
        return 2;
    }

    @Override
    int longestRun() {
        return 4;
    }

    @Override
    void runs(int n, int[] a, int from, int[] b, int to, int length) {
        if (n == 0) System.arraycopy(a, from, b, to, length);
        else ScalarIntLoops.runs(n, a, from, b, to, length);
    }

    @Override
    void columns(int radix, int[] a, int from, int h, int width) {
        ScalarIntLoops.columns(radix, a, from, h, width);
    }

    @Override
    int bits(int[] a, int from, int length) {
        int bits = 0;
        for (int i = from; i < from + length; i++) bits |= Math.abs(a[i]);
        return Integer.SIZE - Integer.numberOfLeadingZeros(bits);
    }

    @Override
    int capacity() {
        return Integer.SIZE - 1;
    }

    @Override
    void shift(int[] a, int from, int length, int by) {
        for (int i = from; i < from + length; i++) a[i] >>= by;
    }
}
