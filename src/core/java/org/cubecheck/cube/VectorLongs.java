package org.cubecheck.cube;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies on longs in vectors of the machine's preferred width, at least 256 bits: within a vector by
 * exchanging lanes, above it by whole vectors. Loaded only where the module {@code jdk.incubator.vector} is.
 */
final class VectorLongs extends ExactKernel<long[]> {

    static final VectorSpecies<Long> S = LongVector.SPECIES_PREFERRED;
    static final int L = S.length();
    private static final int LOG = Integer.numberOfTrailingZeros(L);
    /** Runs of more vectors than this no longer compile into one loop. */
    private static final int VECTORS = 2;

    static final VectorShuffle<Long> SWAP1 = swap(1);
    static final LongVector FLIP1 = flip(1);
    static final VectorShuffle<Long> SWAP2 = swap(2);
    static final LongVector FLIP2 = flip(2);
    static final VectorShuffle<Long> SWAP4 = swap(4);
    static final LongVector FLIP4 = flip(4);

    /** What the stages within a vector make of zeros, as -v is taken for ~v, which is one less. */
    static final LongVector OFF1 = off();

    static final LongVector OFF2 = OFF1.add(OFF1);
    static final LongVector OFF4 = OFF2.add(OFF2);

    private final ScalarLongs scalar = new ScalarLongs();

    private static VectorShuffle<Long> swap(int h) {
        return VectorShuffle.fromOp(S, i -> (i ^ h) & (L - 1));
    }

    private static LongVector flip(int h) {
        var flip = new long[L];
        for (int i = 0; i < L; i++) flip[i] = (i & h) == 0 ? 0 : -1;
        return LongVector.fromArray(S, flip, 0);
    }

    private static LongVector off() {
        var v0 = LongVector.zero(S);
        v0 = v0.lanewise(VectorOperators.XOR, FLIP1).add(v0.rearrange(SWAP1));
        v0 = v0.lanewise(VectorOperators.XOR, FLIP2).add(v0.rearrange(SWAP2));
        if (L > 4) v0 = v0.lanewise(VectorOperators.XOR, FLIP4).add(v0.rearrange(SWAP4));
        return v0;
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
    void runs(int n, long[] a, int from, long[] b, int to, int length) {
        if (n < LOG) scalar.runs(n, a, from, b, to, length);
        else VectorLongLoops.runs(n - LOG, a, from, b, to, length);
    }

    @Override
    void columns(int radix, long[] a, int from, int h, int width) {
        int head = head(a.length, h, Long.BYTES);
        int unit = radix == 1 ? 4 * L : radix == 2 ? 2 * L : L;
        int body = (width - head) / unit * unit;
        if (body < width) {
            scalar.columns(radix, a, from, h, head);
            scalar.columns(radix, a, from + head + body, h, width - head - body);
        }
        VectorLongLoops.columns(radix, a, from + head, h, body);
    }

    @Override
    int bits(long[] a, int from, int length) {
        int body = from + length / (4 * L) * (4 * L);
        // No vector of 256 bits has an instruction for the absolute values of longs.
        var b0 = LongVector.zero(S);
        var b1 = LongVector.zero(S);
        var b2 = LongVector.zero(S);
        var b3 = LongVector.zero(S);
        for (int i = from; i < body; i += 4 * L) {
            var v0 = LongVector.fromArray(S, a, i);
            b0 = b0.or(L > 4 ? v0.abs() : v0.max(v0.neg()));
            var v1 = LongVector.fromArray(S, a, i + L);
            b1 = b1.or(L > 4 ? v1.abs() : v1.max(v1.neg()));
            var v2 = LongVector.fromArray(S, a, i + 2 * L);
            b2 = b2.or(L > 4 ? v2.abs() : v2.max(v2.neg()));
            var v3 = LongVector.fromArray(S, a, i + 3 * L);
            b3 = b3.or(L > 4 ? v3.abs() : v3.max(v3.neg()));
        }
        long bits = b0.or(b1).or(b2).or(b3).reduceLanes(VectorOperators.OR);
        for (int i = body; i < from + length; i++) bits |= Math.abs(a[i]);
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
