package org.cubecheck.experiment;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One network: its seed and what was measured on it.
 *
 * @param checkpoints by rising step, at least one; the last is the end of training
 */
public record SeedResult(long seed, List<Checkpoint> checkpoints) implements Serializable {
    public SeedResult {
        checkpoints = List.copyOf(checkpoints);
        if (checkpoints.isEmpty()) throw new IllegalArgumentException("no checkpoint of seed " + seed);
    }

    /** A value at the end of training. @throws IllegalArgumentException if nothing of that name was measured */
    public double last(String name) {
        return Optional.ofNullable(
                        checkpoints.get(checkpoints.size() - 1).values().get(name))
                .orElseThrow(() -> new IllegalArgumentException("nothing measured by the name of " + name));
    }
}
