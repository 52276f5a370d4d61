package org.cubecheck.cube;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The double sum of the definition, 4^n terms. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DefinitionBenchmark {

    @Param({"6", "8", "10", "12"})
    public int n;

    @Benchmark
    public double[] doublesByDefinition() {
        var a = new double[1 << n];
        var sums = new double[1 << n];
        for (int S = 0; S < sums.length; S++) {
            for (int x = 0; x < a.length; x++) sums[S] += a[x] * Cube.character(S, x);
        }
        return sums;
    }
}
