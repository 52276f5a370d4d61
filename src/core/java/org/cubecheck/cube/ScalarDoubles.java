package org.cubecheck.cube;

/** The butterflies on doubles one by one. */
final class ScalarDoubles extends Kernel<double[]> {

    @Override
    int stagesAtOnce() {
        return 3;
    }

    @Override
    int longestRun() {
        return 4;
    }

    @Override
    void runs(int n, double[] a, int from, double[] b, int to, int length) {
        if (n == 0) System.arraycopy(a, from, b, to, length);
        else ScalarDoubleLoops.runs(n, a, from, b, to, length);
    }

    @Override
    void columns(int radix, double[] a, int from, int h, int width) {
        ScalarDoubleLoops.columns(radix, a, from, h, width);
    }
}
