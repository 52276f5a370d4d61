package org.cubecheck.sweep;

import java.io.Serializable;

/**
 * A computation over numbered shards whose results merge. Implementations are immutable and hold parameters only: what
 * a shard needs it derives from them.
 *
 * @param <R> a partial result: a record that Jackson writes and reads back equal, so that it can be kept, and that is
 * serializable, so that it can travel
 */
public interface Sweep<R extends Record & Serializable> extends Serializable {

    /**
     * What is swept, with every parameter on which a result depends; partial results kept under one name belong
     * together.
     */
    String name();

    /** The number of shards, at least 1. */
    int shards();

    /** The result of one shard, 0..shards()-1. Pure: the same index gives an equal result, on any thread or machine. */
    R shard(int index);

    /** The result of the shards of both, those of {@code first} coming before those of {@code next}. Associative. */
    R merge(R first, R next);

    /** The type of partial results. */
    Class<R> resultType();
}
