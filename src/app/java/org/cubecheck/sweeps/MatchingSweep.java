package org.cubecheck.sweeps;

import org.cubecheck.census.DegreeCensus;
import org.cubecheck.sweep.Sweep;

/**
 * The {@linkplain DegreeCensus census by coordinate degrees}.
 *
 * @param d the dimension, 1..4
 */
public record MatchingSweep(int d) implements Sweep<DegreeCensus> {

    /** @throws IllegalArgumentException if there is no such census */
    public MatchingSweep {
        DegreeCensus.parts(d);
    }

    @Override
    public String name() {
        return "transforms of B^" + d + " by coordinate degrees, through matchings";
    }

    @Override
    public int shards() {
        return DegreeCensus.parts(d);
    }

    @Override
    public DegreeCensus shard(int index) {
        return DegreeCensus.part(d, index);
    }

    @Override
    public DegreeCensus merge(DegreeCensus first, DegreeCensus next) {
        return first.plus(next);
    }

    @Override
    public Class<DegreeCensus> resultType() {
        return DegreeCensus.class;
    }
}
