package org.cubecheck.experiment;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One setting of an experiment, over all its seeds.
 *
 * @param settings everything the outcome depends on, besides the seed
 */
public record CellResult(String cell, Map<String, String> settings, List<SeedResult> seeds) implements Serializable {
    public CellResult {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        seeds = List.copyOf(seeds);
    }

    /** A value at the end of training, for each seed in order. */
    public double[] last(String name) {
        return seeds.stream().mapToDouble(seed -> seed.last(name)).toArray();
    }

    /** The same setting over the seeds of both. @throws IllegalArgumentException if it is another */
    CellResult plus(CellResult next) {
        if (!next.cell.equals(cell) || !next.settings.equals(settings))
            throw new IllegalArgumentException("cells " + cell + " and " + next.cell);
        return new CellResult(
                cell,
                settings,
                Stream.concat(seeds.stream(), next.seeds.stream()).toList());
    }
}
