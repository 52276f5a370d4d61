package org.cubecheck.cube;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One transform of 2^n doubles by several threads. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ThreadsBenchmark {

  @Param({"16", "20", "24"})
  public int n;

  /** {@link Benchmarks} goes up to the processors of the machine. */
  @Param({"1", "2"})
  public int threads;

  private double[] doubles;
  private ForkJoinPool pool;

  @Setup
  public void start() {
    doubles = new double[1 << n];
    pool = new ForkJoinPool(threads);
  }

  @TearDown
  public void stop() {
    pool.shutdown();
  }

  @Benchmark
  public double[] doublesInParallel() {
    pool.submit(() -> Walsh.parallelTransform(doubles)).join();
    return doubles;
  }
}
