package org.cubecheck.cube;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The transforms of {@link WalshBenchmark} in one JVM by turns, for the ratios: whatever else the machine does meets all of them alike,
 * and the least time of many turns is the one that met nothing. A turn begins with a call that is not timed, so that none pays for what
 * the one before left in the caches; and arrays are allocated anew now and then, as a transform takes half as long again on an array that
 * happens to lie across the cache lines.
 */
final class SideBySide {

  private static final long NANOSECONDS_A_SIZE = 12_000_000_000L;
  private static final long NANOSECONDS_A_TURN = 200_000;
  private static final int LEAST_TURNS = 5;
  private static final int PLACES = 8;

  /** Moves the next arrays on by eight bytes. */
  @SuppressWarnings("unused")
  private static volatile long[] gap;

  private SideBySide() {}

  /** For each transform its times in nanoseconds, rising. */
  static Map<String, double[]> times(int n) {
    var benchmark = new WalshBenchmark();
    benchmark.n = n;
    var calls = new LinkedHashMap<String, Supplier<Object>>();
    calls.put("doubles", benchmark::doubles);
    calls.put("floats", benchmark::floats);
    calls.put("ints", benchmark::ints);
    calls.put("longs", benchmark::longs);
    calls.put("doublesByScalars", benchmark::doublesByScalars);
    calls.put("floatsByScalars", benchmark::floatsByScalars);
    calls.put("intsByScalars", benchmark::intsByScalars);
    calls.put("doublesByTripleLoop", benchmark::doublesByTripleLoop);
    calls.put("doublesByCommonsMath", benchmark::doublesByCommonsMath);
    return byTurns(benchmark, calls);
  }

  /** The times of the transform of doubles by one thread and by 2, 4, ... as many as there are processors, by their number. */
  static Map<Integer, double[]> timesByThreads(int n) {
    var benchmark = new WalshBenchmark();
    benchmark.n = n;
    var pools = IntStream.iterate(2, threads -> threads <= Runtime.getRuntime().availableProcessors(), threads -> 2 * threads).mapToObj(ForkJoinPool::new).toList();
    var calls = new LinkedHashMap<Integer, Supplier<Object>>();
    calls.put(1, benchmark::doubles);
    for (var pool : pools) calls.put(pool.getParallelism(), () -> pool.submit(benchmark::doublesInParallel).join());
    var times = byTurns(benchmark, calls);
    pools.forEach(ForkJoinPool::shutdown);
    return times;
  }

  private static <K> Map<K, double[]> byTurns(WalshBenchmark benchmark, Map<K, Supplier<Object>> calls) {
    var repetitions = new LinkedHashMap<K, Integer>();
    var times = new LinkedHashMap<K, List<Double>>();
    calls.keySet().forEach(name -> repetitions.put(name, 1));
    calls.keySet().forEach(name -> times.put(name, new ArrayList<>()));
    for (int place = 0; place < PLACES; place++) {
      gap = new long[place];
      benchmark.allocate();
      long start = System.nanoTime();
      for (int turn = 0; turn < LEAST_TURNS || System.nanoTime() - start < NANOSECONDS_A_SIZE / PLACES; turn++) {
        calls.forEach((name, call) -> {
          int count = repetitions.get(name);
          call.get();
          long before = System.nanoTime();
          for (int i = 0; i < count; i++) call.get();
          long took = Math.max(System.nanoTime() - before, 1);
          times.get(name).add((double) took / count);
          // as loops are compiled, a turn takes more calls
          repetitions.put(name, (int) Math.max(1, Math.min(2L * count, count * NANOSECONDS_A_TURN / took)));
        });
      }
    }
    var sorted = new LinkedHashMap<K, double[]>();
    times.forEach((name, list) -> sorted.put(name, list.stream().mapToDouble(time -> time).sorted().toArray()));
    return sorted;
  }
}
