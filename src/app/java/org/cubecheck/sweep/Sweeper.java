package org.cubecheck.sweep;

import java.io.Serializable;
import java.io.UncheckedIOException;

/**
 * An engine that runs sweeps. The result depends on the sweep alone: partial results are merged in the order of the
 * shards.
 */
public interface Sweeper {

    /**
     * Runs the sweep.
     *
     * @throws Unusable if the folder of finished shards holds something else, or the engine cannot be had
     * @throws UncheckedIOException if the folder cannot be read or written to
     * @throws InterruptedException if the calling thread is interrupted; finished shards are kept
     */
    <R extends Record & Serializable> R run(Sweep<R> sweep) throws InterruptedException;
}
