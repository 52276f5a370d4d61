package org.cubecheck.cube;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The transforms of {@link WalshBenchmark} in one JVM by turns, for the ratios: whatever else the machine does meets
 * all of them alike, and the least time of many turns is the one that met nothing. A turn begins with a call that is
 * not timed, so that none pays for what the one before left in the caches; and arrays are allocated anew now and then,
 * as a transform takes half as long again on an array that happens to lie across the cache lines.
 */
final class SideBySide {

    private static final long NANOSECONDS_A_SIZE = 12_000_000_000L;
    private static final long NANOSECONDS_A_TURN = 200_000;
    private static final int LEAST_TURNS = 5;
    private static final int PLACES = 8;

    /** Moves the next arrays on by eight bytes. */
    @SuppressWarnings("unused")
    private static volatile long[] gap;

    /** Results are used, lest what leads to them is left out. */
    @SuppressWarnings("unused")
    private static volatile Object result;

    private SideBySide() {}

    /** For each transform its times in nanoseconds, rising. */
    static Map<String, double[]> times(int n) {
        var benchmark = new WalshBenchmark();
        benchmark.n = n;
        var calls = new LinkedHashMap<String, IntFunction<Object>>();
        // A loop in each, not one around all, so that what is timed is compiled together with its loop.
        calls.put("doubles", count -> {
            Object a = null;
            for (int i = 0; i < count; i++) a = benchmark.doubles();
            return a;
        });
        calls.put("floats", count -> {
            Object a = null;
            for (int i = 0; i < count; i++) a = benchmark.floats();
            return a;
        });
        calls.put("ints", count -> {
            Object a = null;
            for (int i = 0; i < count; i++) a = benchmark.ints();
            return a;
        });
        calls.put("largeInts", count -> {
            Object a = null;
            for (int i = 0; i < count; i++) a = benchmark.largeInts();
            return a;
        });
        calls.put("longs", count -> {
            Object a = null;
            for (int i = 0; i < count; i++) a = benchmark.longs();
            return a;
        });
        calls.put("doublesByScalars", count -> {
            Object a = null;
            for (int i = 0; i < count; i++) a = benchmark.doublesByScalars();
            return a;
        });
        calls.put("floatsByScalars", count -> {
            Object a = null;
            for (int i = 0; i < count; i++) a = benchmark.floatsByScalars();
            return a;
        });
        calls.put("intsByScalars", count -> {
            Object a = null;
            for (int i = 0; i < count; i++) a = benchmark.intsByScalars();
            return a;
        });
        calls.put("doublesByTripleLoop", count -> {
            Object a = null;
            for (int i = 0; i < count; i++) a = benchmark.doublesByTripleLoop();
            return a;
        });
        calls.put("doublesByCommonsMath", count -> {
            Object a = null;
            for (int i = 0; i < count; i++) a = benchmark.doublesByCommonsMath();
            return a;
        });
        return byTurns(benchmark, calls);
    }

    /**
     * The times of the transform of doubles by one thread and by 2, 4, ... as many as there are processors, by their
     * number.
     */
    static Map<Integer, double[]> timesByThreads(int n) {
        var benchmark = new WalshBenchmark();
        benchmark.n = n;
        var pools = IntStream.iterate(
                        2, threads -> threads <= Runtime.getRuntime().availableProcessors(), threads -> 2 * threads)
                .mapToObj(ForkJoinPool::new)
                .toList();
        var calls = new LinkedHashMap<Integer, IntFunction<Object>>();
        calls.put(1, count -> {
            Object a = null;
            for (int i = 0; i < count; i++) a = benchmark.doubles();
            return a;
        });
        for (var pool : pools) {
            calls.put(pool.getParallelism(), count -> {
                Object a = null;
                for (int i = 0; i < count; i++)
                    a = pool.submit(benchmark::doublesInParallel).join();
                return a;
            });
        }
        var times = byTurns(benchmark, calls);
        pools.forEach(ForkJoinPool::shutdown);
        return times;
    }

    private static <K> Map<K, double[]> byTurns(WalshBenchmark benchmark, Map<K, IntFunction<Object>> calls) {
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
                    result = call.apply(1);
                    long before = System.nanoTime();
                    result = call.apply(count);
                    long took = Math.max(System.nanoTime() - before, 1);
                    times.get(name).add((double) took / count);
                    // as loops are compiled, a turn takes more calls
                    repetitions.put(name, (int) Math.max(1, Math.min(2L * count, count * NANOSECONDS_A_TURN / took)));
                });
            }
        }
        var sorted = new LinkedHashMap<K, double[]>();
        times.forEach((name, list) -> sorted.put(
                name, list.stream().mapToDouble(time -> time).sorted().toArray()));
        return sorted;
    }
}
