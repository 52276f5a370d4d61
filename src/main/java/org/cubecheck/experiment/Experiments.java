package org.cubecheck.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.cubecheck.experiment.Gate.Measure;
import org.cubecheck.experiment.TaskNetwork.Heads;

/** Every experiment. The seeds from 1000 on were used by no trial; settings were chosen on seeds below 20. */
public final class Experiments {

  private static final int D = 8;
  private static final int M = 16;

  /** Final errors of the paper's networks at 64 tasks, read off its figure, by the degree of the tasks. */
  static final Map<Integer, Double> PAPER_FINAL = Map.of(2, 0.07, 3, 0.065, 4, 0.055);

  private Experiments() {}

  /** All of them, in the order in which a report shows them. */
  public static List<Experiment> all() {
    return List.of(IDENTIFICATION);
  }

  /** The experiment of that name. @throws IllegalArgumentException if there is none */
  public static Experiment named(String name) {
    return all().stream().filter(experiment -> experiment.name().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no experiment " + name + "; there are " + all().stream().map(Experiment::name).toList()));
  }

  private static List<Long> seeds(int count) {
    return LongStream.range(1000, 1000 + count).boxed().toList();
  }

  static final Experiment IDENTIFICATION = new Experiment(
      "identification",
      "Does training on more low-degree tasks bring the representation closer to the latents?",
      Experiments::identification,
      Experiments::identificationGates);

  private static TaskNetwork.Settings heads(Heads heads, int steps) {
    return new TaskNetwork.Settings(128, heads, 16, steps, 0.007, 64, 0.02);
  }

  private static List<Integer> panels(Size size) {
    return size == Size.FULL ? List.of(2, 3, 4) : List.of(2, 3);
  }

  private static Plan identification(Size size) {
    var cells = new ArrayList<Plan.Cell>();
    for (int q : panels(size)) {
      for (int n : size == Size.FULL ? new int[] {1, 4, 8, 64} : new int[] {1, 8, 64})
        cells.add(Identification.cell(juntas(q, n), D, M, TaskFamily.juntas(D, q), n, heads(Heads.RELU, size == Size.FULL ? 5000 : 1200),
            List.of(Identification.View.PLAIN)));
    }
    return new Plan(size == Size.FULL ? seeds(8) : seeds(5), size == Size.FULL ? 8 : 5, cells);
  }

  static String juntas(int q, int n) {
    return "q=" + q + " n=" + n;
  }

  private static List<Gate> identificationGates(Size size) {
    var gates = new ArrayList<Gate>();
    for (int q : panels(size)) {
      gates.add(Gate.below("more-tasks-" + q, new Measure(juntas(q, 64), "probe"), new Measure(juntas(q, 8), "probe"), true));
      gates.add(Gate.bounded("final-error-" + q, new Measure(juntas(q, 64), "probe"), true, PAPER_FINAL.get(q), "the paper's figure"));
      gates.add(Gate.below("not-the-tasks-alone-" + q, new Measure(juntas(q, 64), "assigned"), new Measure(juntas(q, 64), "pca-assigned"), true));
    }
    return gates;
  }
}
