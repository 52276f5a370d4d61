package org.cubecheck.cube;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies on doubles in vectors of the machine's preferred width, at least 256 bits: within a vector by
 * exchanging lanes, above it by whole vectors. Loaded only where the module {@code jdk.incubator.vector} is.
 */
final class VectorDoubles extends Kernel<double[]> {

    static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    static final int L = S.length();
    private static final int LOG = Integer.numberOfTrailingZeros(L);
    /** Runs of more vectors than this no longer compile into one loop. */
    private static final int VECTORS = 3;

    static final DoubleVector MINUS = DoubleVector.broadcast(S, -1);
    static final VectorShuffle<Double> SWAP1 = swap(1);
    static final DoubleVector SIGN1 = sign(1);
    static final VectorShuffle<Double> SWAP2 = swap(2);
    static final DoubleVector SIGN2 = sign(2);
    static final VectorShuffle<Double> SWAP4 = swap(4);
    static final DoubleVector SIGN4 = sign(4);

    private final ScalarDoubles scalar = new ScalarDoubles();

    private static VectorShuffle<Double> swap(int h) {
        return VectorShuffle.fromOp(S, i -> (i ^ h) & (L - 1));
    }

    private static DoubleVector sign(int h) {
        var sign = new double[L];
        for (int i = 0; i < L; i++) sign[i] = (i & h) == 0 ? 1 : -1;
        return DoubleVector.fromArray(S, sign, 0);
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
    void runs(int n, double[] a, int from, double[] b, int to, int length) {
        if (n < LOG) scalar.runs(n, a, from, b, to, length);
        else VectorDoubleLoops.runs(n - LOG, a, from, b, to, length);
    }

    @Override
    void columns(int radix, double[] a, int from, int h, int width) {
        int head = head(a.length, h, Double.BYTES);
        int unit = radix == 1 ? 4 * L : radix == 2 ? 2 * L : L;
        int body = (width - head) / unit * unit;
        if (body < width) {
            scalar.columns(radix, a, from, h, head);
            scalar.columns(radix, a, from + head + body, h, width - head - body);
        }
        VectorDoubleLoops.columns(radix, a, from + head, h, body);
    }
}
