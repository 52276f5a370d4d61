package org.cubecheck.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one size of an experiment consists of.
 *
 * @param seeds fixed before the first run on them, and used by no trial
 * @param together how many seeds are trained at once: the unit that is saved, and that a resumed run does not repeat
 * @param cells the settings that are compared, on the same seeds
 */
record ExperimentPlan(List<Long> seeds, int together, List<Cell> cells) {
    ExperimentPlan {
        seeds = List.copyOf(seeds);
        cells = List.copyOf(cells);
    }

    /**
     * One setting.
     *
     * @param settings everything the outcome depends on, besides the seed
     */
    record Cell(String name, Map<String, String> settings, Training training) {
        Cell {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }

    /** Trains and measures one network for each seed. */
    interface Training {
        List<SeedResult> of(List<Long> seeds, TrainingContext context);
    }
}
