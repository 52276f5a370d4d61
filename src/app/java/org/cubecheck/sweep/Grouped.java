package org.cubecheck.sweep;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A sweep in fewer, longer shards: each is a range of consecutive shards, merged in their order. As merging is
 * associative, the result is that of the sweep.
 *
 * @param sweep what is grouped
 * @param shards into how many ranges, 1..sweep.shards(); their lengths differ by one at most
 */
public record Grouped<R extends Record & Serializable>(Sweep<R> sweep, int shards) implements Sweep<R> {

    public Grouped {
        requireNonNull(sweep);
        if (shards < 1 || shards > sweep.shards())
            throw new IllegalArgumentException("1.." + sweep.shards() + " shards, not " + shards);
    }

    /** The sweep in at most so many shards. @throws IllegalArgumentException if that is less than 1 */
    public static <R extends Record & Serializable> Sweep<R> atMost(int most, Sweep<R> sweep) {
        if (most < 1) throw new IllegalArgumentException("the number of shards is at least 1, not " + most);
        return most < sweep.shards() ? new Grouped<>(sweep, most) : sweep;
    }

    @Override
    public String name() {
        return sweep.name();
    }

    @Override
    public R shard(int index) {
        if (index < 0 || index >= shards)
            throw new IllegalArgumentException("a shard lies within 0.." + (shards - 1) + ", not " + index);
        int end = first(index + 1);
        var result = sweep.shard(first(index));
        for (int i = first(index) + 1; i < end; i++) result = sweep.merge(result, sweep.shard(i));
        return result;
    }

    private int first(int index) {
        return (int) ((long) index * sweep.shards() / shards);
    }

    @Override
    public R merge(R first, R next) {
        return sweep.merge(first, next);
    }

    @Override
    public Class<R> resultType() {
        return sweep.resultType();
    }
}
