package org.cubecheck.cube;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Degrees of all functions of four variables, and the censuses of five and six. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DegreeBenchmark {

    @Benchmark
    public byte[] allDegreesOfFour() {
        return Degrees.all(4);
    }

    /** One transform a function. */
    @Benchmark
    public int allDegreesOfFourByTransform() {
        int sum = 0;
        var a = new int[16];
        for (int table = 0; table < 1 << 16; table++) {
            for (int x = 0; x < 16; x++) a[x] = 1 - 2 * (table >>> x & 1);
            Walsh.transform(a);
            int degree = 0;
            for (int S = 0; S < 16; S++) {
                if (a[S] != 0) degree = Math.max(degree, Cube.degree(S));
            }
            sum += degree;
        }
        return sum;
    }

    @Benchmark
    public Object censusOfFiveEnumerated() {
        return BooleanCensus.enumerate(5);
    }

    @Benchmark
    public Object censusOfFiveByHalves() {
        return BooleanCensus.count(5);
    }

    @Benchmark
    public Object censusOfSixByHalves() {
        return BooleanCensus.count(6);
    }
}
