package org.cubecheck.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run of an experiment came to, number by number.
 *
 * @param provenance how it was made: command, versions, device, times
 */
public record ExperimentResult(String experiment, Size size, Map<String, String> provenance, List<CellResult> cells) {
    public ExperimentResult {
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
        cells = List.copyOf(cells);
    }

    /** The cell of that name. @throws IllegalArgumentException if there is none */
    public CellResult cell(String name) {
        return cells.stream()
                .filter(cell -> cell.cell().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(experiment + " has no cell " + name));
    }
}
