package org.cubecheck.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cubecheck.claim.Plot;

/** The numbers of an experiment as a report draws them: medians against iterations, or the values of all seeds side by side. */
final class Plots {

  private Plots() {}

  static List<Plot> of(ExperimentResult result) {
    return switch (result.experiment()) {
      case "identification" -> courses(result);
      case "controls" -> List.of(seeds(result, "probe", "linear probe, mean squared error", false));
      case "boundary" -> List.of(seeds(result, "lost", "error for the latents minus error for the nearest frame", false));
      case "extrapolation" -> List.of(seeds(result, "test", "log10 of the test error", true));
      case "laws" -> List.of(seeds(result, "velocityOutside", "error of the velocity at speeds not trained on", false));
      default -> List.of();
    };
  }

  /** A plot for each degree of the tasks, a line for each number of tasks. */
  private static List<Plot> courses(ExperimentResult result) {
    var panels = new LinkedHashMap<String, List<CellResult>>();
    for (var cell : result.cells()) panels.computeIfAbsent(cell.cell().split(" ")[0], panel -> new ArrayList<>()).add(cell);
    var plots = new ArrayList<Plot>();
    for (Map.Entry<String, List<CellResult>> panel : panels.entrySet()) {
      plots.add(new Plot(
          "Trained networks, tasks of degree " + panel.getKey().replaceAll("\\D", "") + ": median error of a linear probe for the latents against iterations, by the number n of tasks.",
          "iterations", "probe error", panel.getValue().stream().map(Plots::course).toList()));
    }
    return plots;
  }

  private static Plot.Series course(CellResult cell) {
    var moments = cell.seeds().get(0).checkpoints();
    var medians = IntStream.range(0, moments.size())
        .mapToObj(i -> Statistics.median(cell.seeds().stream().mapToDouble(seed -> seed.checkpoints().get(i).values().get("probe")).toArray())).toList();
    return new Plot.Series(cell.cell().replaceFirst("^\\S+ ", ""), moments.stream().map(moment -> (double) moment.step()).toList(), medians, true);
  }

  private static Plot seeds(ExperimentResult result, String measure, String axis, boolean logarithmic) {
    var series = new ArrayList<Plot.Series>();
    for (var cell : result.cells()) {
      double place = series.size() + 1;
      var values = Arrays.stream(cell.last(measure)).mapToObj(x -> logarithmic ? Math.log10(Math.max(1e-9, x)) : x).toList();
      series.add(new Plot.Series(cell.cell(), values.stream().map(value -> place).toList(), values, false));
    }
    return new Plot("Trained networks: " + axis + ", a point for each seed.", "setting", axis, series);
  }
}
