package org.cubecheck.cube;

/** The butterflies on floats one by one. */
final class ScalarFloats extends Kernel<float[]> {

    @Override
    int stagesAtOnce() {
        return 3;
    }

    @Override
    int longestRun() {
        return 4;
    }

    @Override
    void runs(int n, float[] a, int from, float[] b, int to, int length) {
        if (n == 0) System.arraycopy(a, from, b, to, length);
        else ScalarFloatLoops.runs(n, a, from, b, to, length);
    }

    @Override
    void columns(int radix, float[] a, int from, int h, int width) {
        ScalarFloatLoops.columns(radix, a, from, h, width);
    }
}
