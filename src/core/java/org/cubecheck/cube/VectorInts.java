package org.cubecheck.cube;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies on ints in vectors of the machine's preferred width, at least 256 bits: within a vector by exchanging
 * lanes, above it by whole vectors. Loaded only where the module {@code jdk.incubator.vector} is.
 *
 * <p>Of ints so small that the sums over a run fit 16 bits, two vectors v and w share one as v + 2^16 w: the transform
 * is linear, so it takes both at once through the stages within a vector, which are the dear ones, and both can be told
 * apart afterwards.
 */
final class VectorInts extends ExactKernel<int[]> {

    static final VectorSpecies<Integer> S = IntVector.SPECIES_PREFERRED;
    static final int L = S.length();
    private static final int LOG = Integer.numberOfTrailingZeros(L);
    /** Runs of more vectors than this no longer compile into one loop. */
    private static final int VECTORS = 2;

    static final VectorShuffle<Integer> SWAP1 = swap(1);
    static final IntVector SIGN1 = sign(1);
    static final VectorShuffle<Integer> SWAP2 = swap(2);
    static final IntVector SIGN2 = sign(2);
    static final VectorShuffle<Integer> SWAP4 = swap(4);
    static final IntVector SIGN4 = sign(4);
    static final VectorShuffle<Integer> SWAP8 = swap(8);
    static final IntVector SIGN8 = sign(8);

    private static final int HALF = Integer.SIZE / 2;
    /**
     * The elements of a run of four vectors, all less than 2^SMALL in absolute value, have sums of at most 2^15 - 1.
     */
    static final int SMALL = HALF - 1 - LOG - VECTORS;

    private static final VectorInts FOR_SMALL = new VectorInts(true);

    private final ScalarInts scalar = new ScalarInts();
    private final boolean small;

    VectorInts() {
        this(false);
    }

    private VectorInts(boolean small) {
        this.small = small;
    }

    private static VectorShuffle<Integer> swap(int h) {
        return VectorShuffle.fromOp(S, i -> (i ^ h) & (L - 1));
    }

    private static IntVector sign(int h) {
        var sign = new int[L];
        for (int i = 0; i < L; i++) sign[i] = (i & h) == 0 ? 1 : -1;
        return IntVector.fromArray(S, sign, 0);
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
    void runs(int n, int[] a, int from, int[] b, int to, int length) {
        if (n < LOG) scalar.runs(n, a, from, b, to, length);
        else if (small && n == LOG + VECTORS) smallRuns4(a, from, b, to, length);
        else VectorIntLoops.runs(n - LOG, a, from, b, to, length);
    }

    @Override
    void columns(int radix, int[] a, int from, int h, int width) {
        int head = head(a.length, h, Integer.BYTES);
        int unit = radix == 1 ? 4 * L : radix == 2 ? 2 * L : L;
        int body = (width - head) / unit * unit;
        if (body < width) {
            scalar.columns(radix, a, from, h, head);
            scalar.columns(radix, a, from + head + body, h, width - head - body);
        }
        VectorIntLoops.columns(radix, a, from + head, h, body);
    }

    private static void smallRuns4(int[] a, int from, int[] b, int to, int length) {
        for (int j = 0; j < length; j += 4 * L) {
            int i = from + j;
            int o = to + j;
            var v0 = IntVector.fromArray(S, a, i);
            var v1 = IntVector.fromArray(S, a, i + L);
            var v2 = IntVector.fromArray(S, a, i + 2 * L);
            var v3 = IntVector.fromArray(S, a, i + 3 * L);
            var p0 = v0.add(v1).add(v0.sub(v1).lanewise(VectorOperators.LSHL, HALF));
            var p2 = v2.add(v3).add(v2.sub(v3).lanewise(VectorOperators.LSHL, HALF));
            p0 = p0.mul(SIGN1).add(p0.rearrange(SWAP1));
            p2 = p2.mul(SIGN1).add(p2.rearrange(SWAP1));
            p0 = p0.mul(SIGN2).add(p0.rearrange(SWAP2));
            p2 = p2.mul(SIGN2).add(p2.rearrange(SWAP2));
            p0 = p0.mul(SIGN4).add(p0.rearrange(SWAP4));
            p2 = p2.mul(SIGN4).add(p2.rearrange(SWAP4));
            if (L > 8) p0 = p0.mul(SIGN8).add(p0.rearrange(SWAP8));
            if (L > 8) p2 = p2.mul(SIGN8).add(p2.rearrange(SWAP8));
            var q0 = p0.add(p2);
            var q2 = p0.sub(p2);
            var b0 = q0.lanewise(VectorOperators.LSHL, HALF).lanewise(VectorOperators.ASHR, HALF);
            var b1 = q0.sub(b0).lanewise(VectorOperators.ASHR, HALF);
            var b2 = q2.lanewise(VectorOperators.LSHL, HALF).lanewise(VectorOperators.ASHR, HALF);
            var b3 = q2.sub(b2).lanewise(VectorOperators.ASHR, HALF);
            b0.intoArray(b, o);
            b1.intoArray(b, o + L);
            b2.intoArray(b, o + 2 * L);
            b3.intoArray(b, o + 3 * L);
        }
    }

    @Override
    boolean runIfSmall(int n, int[] a, int from, int most) {
        if (n == LOG + VECTORS && most >= SMALL && runIfSmall4(a, from)) return true;
        return n >= LOG && n <= LOG + VECTORS && VectorIntLoops.runIfLow(n - LOG, a, from, -1 << most);
    }

    /**
     * What {@link #smallRuns4} does to one run, without its loop: the look at the elements costs next to nothing where
     * they are in registers.
     */
    private static boolean runIfSmall4(int[] a, int i) {
        var v0 = IntVector.fromArray(S, a, i);
        var v1 = IntVector.fromArray(S, a, i + L);
        var v2 = IntVector.fromArray(S, a, i + 2 * L);
        var v3 = IntVector.fromArray(S, a, i + 3 * L);
        var sizes = v0.abs().or(v1.abs()).or(v2.abs()).or(v3.abs());
        if (sizes.reduceLanes(VectorOperators.OR) >>> SMALL != 0) return false;
        var p0 = v0.add(v1).add(v0.sub(v1).lanewise(VectorOperators.LSHL, HALF));
        var p2 = v2.add(v3).add(v2.sub(v3).lanewise(VectorOperators.LSHL, HALF));
        p0 = p0.mul(SIGN1).add(p0.rearrange(SWAP1));
        p2 = p2.mul(SIGN1).add(p2.rearrange(SWAP1));
        p0 = p0.mul(SIGN2).add(p0.rearrange(SWAP2));
        p2 = p2.mul(SIGN2).add(p2.rearrange(SWAP2));
        p0 = p0.mul(SIGN4).add(p0.rearrange(SWAP4));
        p2 = p2.mul(SIGN4).add(p2.rearrange(SWAP4));
        if (L > 8) p0 = p0.mul(SIGN8).add(p0.rearrange(SWAP8));
        if (L > 8) p2 = p2.mul(SIGN8).add(p2.rearrange(SWAP8));
        var q0 = p0.add(p2);
        var q2 = p0.sub(p2);
        var b0 = q0.lanewise(VectorOperators.LSHL, HALF).lanewise(VectorOperators.ASHR, HALF);
        var b1 = q0.sub(b0).lanewise(VectorOperators.ASHR, HALF);
        var b2 = q2.lanewise(VectorOperators.LSHL, HALF).lanewise(VectorOperators.ASHR, HALF);
        var b3 = q2.sub(b2).lanewise(VectorOperators.ASHR, HALF);
        b0.intoArray(a, i);
        b1.intoArray(a, i + L);
        b2.intoArray(a, i + 2 * L);
        b3.intoArray(a, i + 3 * L);
        return true;
    }

    @Override
    int bits(int[] a, int from, int length) {
        int body = from + length / (4 * L) * (4 * L);
        var b0 = IntVector.zero(S);
        var b1 = IntVector.zero(S);
        var b2 = IntVector.zero(S);
        var b3 = IntVector.zero(S);
        for (int i = from; i < body; i += 4 * L) {
            var v0 = IntVector.fromArray(S, a, i);
            b0 = b0.or(v0.abs());
            var v1 = IntVector.fromArray(S, a, i + L);
            b1 = b1.or(v1.abs());
            var v2 = IntVector.fromArray(S, a, i + 2 * L);
            b2 = b2.or(v2.abs());
            var v3 = IntVector.fromArray(S, a, i + 3 * L);
            b3 = b3.or(v3.abs());
        }
        int end = from + length / L * L;
        for (int i = body; i < end; i += L)
            b0 = b0.or(IntVector.fromArray(S, a, i).abs());
        int bits = b0.or(b1).or(b2).or(b3).reduceLanes(VectorOperators.OR);
        for (int i = end; i < from + length; i++) bits |= Math.abs(a[i]);
        return Integer.SIZE - Integer.numberOfLeadingZeros(bits);
    }

    @Override
    Kernel<int[]> forBits(int bits) {
        return bits <= SMALL ? FOR_SMALL : this;
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
