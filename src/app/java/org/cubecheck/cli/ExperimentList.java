package org.cubecheck.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cubecheck.experiment.Experiment;
import org.cubecheck.experiment.Experiments;
import org.cubecheck.experiment.Size;
import org.cubecheck.report.Json;

/** The experiments of one size as JSON. */
final class ExperimentList {

    private static final String FORMAT = "cubecheck-experiments/1";

    private ExperimentList() {}

    static String json(Size size) {
        var map = new LinkedHashMap<String, Object>();
        map.put("format", FORMAT);
        map.put("size", size.name().toLowerCase(Locale.ROOT));
        map.put(
                "experiments",
                Experiments.all().stream()
                        .map(experiment -> map(experiment, size))
                        .toList());
        return Json.write(map);
    }

    /** Without gates it is an observation. */
    private static Map<String, Object> map(Experiment experiment, Size size) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", experiment.name());
        map.put("question", experiment.question());
        map.put("seeds", experiment.seeds(size));
        map.put("settings", experiment.cells(size));
        map.put("gates", experiment.thresholds(size));
        return map;
    }
}
