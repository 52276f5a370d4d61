package org.cubecheck.cube;

import java.util.SplittableRandom;
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
 * One transform of 2^n elements: the public transforms, the same with scalar kernels, and what people would use otherwise.
 * In place on zeros, which stay zeros however often they are transformed; no kernel branches on a value. Commons Math returns a new array.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WalshBenchmark {

  @Param({"6", "10", "13", "16", "20", "24"})
  public int n;

  private final Kernels scalar = Kernels.SCALARS;
  private double[] doubles;
  private float[] floats;
  private int[] ints;
  private long[] longs;
  private int[] function;
  private int[] coefficients;

  @Setup
  public void allocate() {
    doubles = new double[1 << n];
    floats = new float[1 << n];
    ints = new int[1 << n];
    longs = new long[1 << n];
    function = new SplittableRandom(n).ints(1 << n, 0, 2).map(bit -> 1 - 2 * bit).toArray();
    coefficients = new int[1 << n];
  }

  @Benchmark
  public double[] doubles() {
    Walsh.transform(doubles);
    return doubles;
  }

  /** By the pool that it is called in. */
  @Benchmark
  public double[] doublesInParallel() {
    Walsh.parallelTransform(doubles);
    return doubles;
  }

  @Benchmark
  public float[] floats() {
    Walsh.transform(floats);
    return floats;
  }

  @Benchmark
  public int[] ints() {
    Walsh.transform(ints);
    return ints;
  }

  @Benchmark
  public long[] longs() {
    Walsh.transform(longs);
    return longs;
  }

  /** Out of place, a random Boolean function. */
  @Benchmark
  public int[] intsOfFunction() {
    Walsh.transform(function, coefficients);
    return coefficients;
  }

  @Benchmark
  public double[] doublesByScalars() {
    scalar.doubles().transform(n, doubles, 0, doubles, 0);
    return doubles;
  }

  @Benchmark
  public float[] floatsByScalars() {
    scalar.floats().transform(n, floats, 0, floats, 0);
    return floats;
  }

  @Benchmark
  public int[] intsByScalars() {
    scalar.ints().transform(n, ints, 0, ints, 0);
    return ints;
  }

  @Benchmark
  public double[] doublesByTripleLoop() {
    for (int h = 1; h < doubles.length; h <<= 1) {
      for (int i = 0; i < doubles.length; i += h << 1) {
        for (int j = i; j < i + h; j++) {
          double u = doubles[j];
          double v = doubles[j + h];
          doubles[j] = u + v;
          doubles[j + h] = u - v;
        }
      }
    }
    return doubles;
  }

  @Benchmark
  public double[] doublesByCommonsMath() {
    return new FastHadamardTransformer().transform(doubles, TransformType.FORWARD);
  }
}
