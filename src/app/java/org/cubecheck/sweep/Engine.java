package org.cubecheck.sweep;

import java.util.Optional;

/** An engine that is not always there: a build that has it names it to {@link java.util.ServiceLoader}. */
public interface Engine {

    /** The name by which a user asks for it. */
    String name();

    /**
     * A sweeper on this engine.
     *
     * @param master the cluster, in the engine's own notation; empty for this machine
     * @param folder where finished shards are kept, and taken up: a path of this machine, or a URI that the engine
     * knows
     * @param progress told as the sweep gets on
     * @throws Unusable if a value cannot be used
     */
    Sweeper sweeper(Optional<String> master, Optional<String> folder, SweepProgress progress);
}
