package org.cubecheck.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One setting of an experiment, over all its seeds.
 *
 * @param settings everything the outcome depends on, besides the seed
 */
public record CellResult(String cell, Map<String, String> settings, List<SeedResult> seeds) {
  public CellResult {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    seeds = List.copyOf(seeds);
  }

  /** A value at the end of training, for each seed in order. */
  public double[] last(String name) {
    return seeds.stream().mapToDouble(seed -> seed.last(name)).toArray();
  }
}
