package org.cubecheck.sweeps;

import org.cubecheck.census.FunctionCensus;
import org.cubecheck.census.FunctionClasses;
import org.cubecheck.sweep.Sweep;

/**
 * The census of Boolean functions class by class; the shards are the parts of {@link FunctionClasses}. Two seconds of
 * one core at n = 5.
 *
 * @param n the number of variables, 1..5
 */
public record FunctionSweep(int n) implements Sweep<FunctionCensus> {

    public FunctionSweep {
        if (n < 1 || n > FunctionClasses.MAX_VARIABLES)
            throw new IllegalArgumentException(
                    "classes of functions are listed for 1.." + FunctionClasses.MAX_VARIABLES + " variables, not " + n);
    }

    @Override
    public String name() {
        return "classes of Boolean functions of " + n + " variables";
    }

    @Override
    public int shards() {
        return FunctionCensus.parts(n);
    }

    @Override
    public FunctionCensus shard(int index) {
        return FunctionCensus.part(n, index);
    }

    @Override
    public FunctionCensus merge(FunctionCensus first, FunctionCensus next) {
        return first.plus(next);
    }

    @Override
    public Class<FunctionCensus> resultType() {
        return FunctionCensus.class;
    }
}
