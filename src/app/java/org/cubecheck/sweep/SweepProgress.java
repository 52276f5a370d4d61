package org.cubecheck.sweep;

/** Told how a sweep gets on. Calls come one at a time, from the thread that runs the sweep. */
@FunctionalInterface
public interface SweepProgress {

    /** Says nothing. */
    SweepProgress SILENT = (sweep, done, shards) -> {};

    /**
     * {@code done} of the sweep's {@code shards} are finished; told first of those that were kept before, then after
     * each.
     */
    void finished(Sweep<?> sweep, int done, int shards);
}
