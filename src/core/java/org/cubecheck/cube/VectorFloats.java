package org.cubecheck.cube;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies on floats in vectors of the machine's preferred width, at least 256 bits: within a vector by
 * exchanging lanes, above it by whole vectors. Loaded only where the module {@code jdk.incubator.vector} is.
 */
final class VectorFloats extends Kernel<float[]> {

    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    static final int L = S.length();
    private static final int LOG = Integer.numberOfTrailingZeros(L);
    /** Runs of more vectors than this no longer compile into one loop. */
    private static final int VECTORS = 2;

    static final FloatVector MINUS = FloatVector.broadcast(S, -1);
    static final VectorShuffle<Float> SWAP1 = swap(1);
    static final FloatVector SIGN1 = sign(1);
    static final VectorShuffle<Float> SWAP2 = swap(2);
    static final FloatVector SIGN2 = sign(2);
    static final VectorShuffle<Float> SWAP4 = swap(4);
    static final FloatVector SIGN4 = sign(4);
    static final VectorShuffle<Float> SWAP8 = swap(8);
    static final FloatVector SIGN8 = sign(8);

    private final ScalarFloats scalar = new ScalarFloats();

    private static VectorShuffle<Float> swap(int h) {
        return VectorShuffle.fromOp(S, i -> (i ^ h) & (L - 1));
    }

    private static FloatVector sign(int h) {
        var sign = new float[L];
        for (int i = 0; i < L; i++) sign[i] = (i & h) == 0 ? 1 : -1;
        return FloatVector.fromArray(S, sign, 0);
    }

    @Override
    int stagesAtOnce() {
        return 3;
    }

    @Override
    int longestRun() {
        return LOG + VECTORS;
    }

    @Override
    void runs(int n, float[] a, int from, float[] b, int to, int length) {
        if (n < LOG) scalar.runs(n, a, from, b, to, length);
        else VectorFloatLoops.runs(n - LOG, a, from, b, to, length);
    }

    @Override
    void columns(int radix, float[] a, int from, int h, int width) {
        int head = head(a.length, h, Float.BYTES);
        int unit = radix == 1 ? 4 * L : radix == 2 ? 2 * L : L;
        int body = (width - head) / unit * unit;
        if (body < width) {
            scalar.columns(radix, a, from, h, head);
            scalar.columns(radix, a, from + head + body, h, width - head - body);
        }
        VectorFloatLoops.columns(radix, a, from + head, h, body);
    }
}
