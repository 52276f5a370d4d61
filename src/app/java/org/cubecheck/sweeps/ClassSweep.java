package org.cubecheck.sweeps;

import org.cubecheck.census.ClassCensus;
import org.cubecheck.sweep.Sweep;

/**
 * The {@linkplain ClassCensus census class by class}.
 *
 * @param d the dimension, 1..4
 */
public record ClassSweep(int d) implements Sweep<ClassCensus> {

    /** @throws IllegalArgumentException if there is no such census */
    public ClassSweep {
        ClassCensus.parts(d);
    }

    @Override
    public String name() {
        return "classes of transforms of B^" + d + " by coordinate degrees of transform and inverse";
    }

    @Override
    public int shards() {
        return ClassCensus.parts(d);
    }

    @Override
    public ClassCensus shard(int index) {
        return ClassCensus.part(d, index);
    }

    @Override
    public ClassCensus merge(ClassCensus first, ClassCensus next) {
        return first.plus(next);
    }

    @Override
    public Class<ClassCensus> resultType() {
        return ClassCensus.class;
    }
}
