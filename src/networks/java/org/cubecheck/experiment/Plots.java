package org.cubecheck.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.cubecheck.claim.Plot;
import org.cubecheck.claim.Plot.Series;
import org.cubecheck.task.LearningCurve;
import org.cubecheck.task.TaskDistribution;

/** What is worth seeing of a result, with the paper's values beside. */
final class Plots {

    /** The paper's errors after its last iteration, read off the plots, by degree and number of tasks. */
    private static final Map<Integer, Map<Integer, Double>> PAPER = Map.of(
            2,
            Map.of(1, 0.19, 4, 0.22, 8, 0.18, 64, 0.07),
            3,
            Map.of(1, 0.26, 4, 0.21, 8, 0.10, 64, 0.065),
            4,
            Map.of(1, 0.225, 4, 0.225, 8, 0.165, 64, 0.055));

    private static final List<Integer> NUMBERS = List.of(1, 4, 8, 64);
    private static final int IDEAL_LATENTS = 3;
    private static final int IDEAL_SAMPLES = 500;

    private Plots() {}

    /**
     * The error against iterations: median and quartiles over seeds for each number of tasks, the paper's last values
     * as single points.
     */
    static Plot curves(ExperimentResult result, int q) {
        var series = new ArrayList<Series>();
        for (int n : NUMBERS) {
            var cell = result.cells().stream()
                    .filter(c -> c.cell().equals(Experiments.juntas(q, n)))
                    .findFirst();
            if (cell.isEmpty()) continue;
            var checkpoints = cell.get().seeds().get(0).checkpoints();
            var x = checkpoints.stream()
                    .map(checkpoint -> (double) checkpoint.step())
                    .toList();
            for (double fraction : new double[] {0.5, 0.25, 0.75}) {
                var y = IntStream.range(0, checkpoints.size())
                        .mapToObj(i -> Statistics.quantile(
                                cell.get().seeds().stream()
                                        .mapToDouble(seed -> seed.checkpoints()
                                                .get(i)
                                                .values()
                                                .get("probe"))
                                        .toArray(),
                                fraction))
                        .toList();
                series.add(new Series(
                        "n = " + n + (fraction == 0.5 ? "" : fraction < 0.5 ? ", lower quartile" : ", upper quartile"),
                        x,
                        y,
                        true));
            }
            series.add(new Series(
                    "paper, n = " + n,
                    List.of(x.get(x.size() - 1)),
                    List.of(PAPER.get(q).get(n)),
                    false));
        }
        return new Plot(
                "Tasks of degree " + q
                        + ": the error of a linear probe during training, and where the paper's curves end.",
                "iterations",
                "probe error (chance: 0.242)",
                series);
    }

    /**
     * The last error against the number of tasks: networks, what the tasks alone show, the paper, and the ideal learner
     * of three latents.
     */
    static Plot numbers(ExperimentResult result, int q) {
        var present = NUMBERS.stream()
                .filter(n -> result.cells().stream().anyMatch(c -> c.cell().equals(Experiments.juntas(q, n))))
                .toList();
        var x = present.stream().map(Plots::logarithm).toList();
        var series = new ArrayList<Series>();
        for (var measure : List.of("probe", "assigned", "pca-probe", "pca-assigned", "raw-probe"))
            series.add(new Series(
                    measure,
                    x,
                    present.stream()
                            .map(n -> Statistics.median(
                                    result.cell(Experiments.juntas(q, n)).last(measure)))
                            .toList(),
                    true));
        series.add(new Series(
                "paper", x, present.stream().map(n -> PAPER.get(q).get(n)).toList(), false));
        var ideal = LearningCurve.sampled(
                TaskDistribution.upToDegree(IDEAL_LATENTS, 1),
                OptionalInt.of(IDEAL_LATENTS),
                NUMBERS,
                IDEAL_SAMPLES,
                1);
        series.add(new Series(
                "ideal learner, " + IDEAL_LATENTS + " latents: 0.25 Pr(not identified)",
                NUMBERS.stream().map(Plots::logarithm).toList(),
                ideal.stream()
                        .map(point -> 0.25 * (1 - point.identified() / (double) point.samples()))
                        .toList(),
                true));
        return new Plot(
                "Tasks of degree " + q
                        + ": the last error against the number of tasks, beside the ideal learner on tasks of "
                        + "degree at most 1.",
                "log2 of the number of tasks",
                "error",
                series);
    }

    private static double logarithm(int n) {
        return Math.log(n) / Math.log(2);
    }

    /** The values of all seeds, a column of points for each cell. */
    static Plot seeds(
            String caption,
            String y,
            ExperimentResult result,
            List<String> cells,
            String measure,
            DoubleUnaryOperator scale) {
        var series = new ArrayList<Series>();
        for (int i = 0; i < cells.size(); i++) {
            var values = Arrays.stream(result.cell(cells.get(i)).last(measure))
                    .map(scale)
                    .boxed()
                    .toList();
            series.add(new Series(cells.get(i), Collections.nCopies(values.size(), i + 1.0), values, false));
        }
        return new Plot(caption, "setting, in the order of the legend", y, series);
    }

    /** Errors outside the range of training for one motion, the paper's beside. */
    static Plot law(ExperimentResult result, Motion motion) {
        var cells = List.of(
                Experiments.moving(motion, PhysicalLaws.Model.USUAL),
                Experiments.moving(motion, PhysicalLaws.Model.MODIFIED));
        var plot = seeds(
                "Errors of all seeds at speeds outside the training range: " + motion.meaning() + ".",
                "error of the velocity",
                result,
                cells,
                "velocityOutside",
                x -> x);
        var paper = Map.of(Motion.PARABOLIC, List.of(0.16, 0.07), Motion.COLLISION, List.of(0.29, 0.13));
        if (!paper.containsKey(motion)) return plot;
        var series = new ArrayList<>(plot.series());
        series.add(new Series("paper (other units)", List.of(1.0, 2.0), paper.get(motion), false));
        return new Plot(plot.caption(), plot.x(), plot.y(), series);
    }

    /** The cells of a result whose name the expression matches. */
    static List<String> cells(ExperimentResult result, String expression) {
        return result.cells().stream()
                .map(CellResult::cell)
                .filter(cell -> cell.toLowerCase(Locale.ROOT).matches(expression))
                .toList();
    }
}
