package org.cubecheck.cube;

import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.transform.FastHadamardTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One transform of 2^n elements: the public transforms, the same with scalar kernels, and what people would use
 * otherwise. In place on zeros, which stay zeros however often they are transformed; no kernel branches on a value,
 * except that ints are taken for small. Short arrays take turns, 2^10 elements in all, as a transform of what the one
 * before is still writing would wait for it. Commons Math returns a new array.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WalshBenchmark {

    @Param({"6", "10", "13", "16", "20", "24"})
    public int n;

    private final Kernels scalar = Kernels.SCALARS;
    private double[][] doubles;
    private float[][] floats;
    private int[][] ints;
    private long[][] longs;
    private int call;

    @Setup
    public void allocate() {
        int arrays = 1 << Math.max(0, 10 - n);
        doubles = new double[arrays][1 << n];
        floats = new float[arrays][1 << n];
        ints = new int[arrays][1 << n];
        longs = new long[arrays][1 << n];
    }

    @Benchmark
    public double[] doubles() {
        var a = doubles[next()];
        Walsh.transform(a);
        return a;
    }

    /** By the pool that it is called in. */
    @Benchmark
    public double[] doublesInParallel() {
        var a = doubles[next()];
        Walsh.parallelTransform(a);
        return a;
    }

    @Benchmark
    public float[] floats() {
        var a = floats[next()];
        Walsh.transform(a);
        return a;
    }

    @Benchmark
    public int[] ints() {
        var a = ints[next()];
        Walsh.transform(a);
        return a;
    }

    /** As if they were too large for the kernel of small ones. */
    @Benchmark
    public int[] largeInts() {
        var a = ints[next()];
        var kernel = Kernels.fastest().ints();
        if (kernel.bits(a, 0, a.length) + n > 30) throw new ArithmeticException();
        kernel.transform(n, a, 0, a, 0);
        return a;
    }

    @Benchmark
    public long[] longs() {
        var a = longs[next()];
        Walsh.transform(a);
        return a;
    }

    @Benchmark
    public double[] doublesByScalars() {
        var a = doubles[next()];
        scalar.doubles().transform(n, a, 0, a, 0);
        return a;
    }

    @Benchmark
    public float[] floatsByScalars() {
        var a = floats[next()];
        scalar.floats().transform(n, a, 0, a, 0);
        return a;
    }

    @Benchmark
    public int[] intsByScalars() {
        var a = ints[next()];
        scalar.ints().transform(n, a, 0, a, 0);
        return a;
    }

    @Benchmark
    public double[] doublesByTripleLoop() {
        var a = doubles[next()];
        for (int h = 1; h < a.length; h <<= 1) {
            for (int i = 0; i < a.length; i += h << 1) {
                for (int j = i; j < i + h; j++) {
                    double u = a[j];
                    double v = a[j + h];
                    a[j] = u + v;
                    a[j + h] = u - v;
                }
            }
        }
        return a;
    }

    @Benchmark
    public double[] doublesByCommonsMath() {
        var a = doubles[next()];
        return new FastHadamardTransformer().transform(a, TransformType.FORWARD);
    }

    private int next() {
        return call++ & doubles.length - 1;
    }
}
