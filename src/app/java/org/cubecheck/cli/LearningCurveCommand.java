package org.cubecheck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.report.Json;
import org.cubecheck.task.LearningCurve;
import org.cubecheck.task.TaskDistribution;
import org.cubecheck.transform.Preservers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How likely n tasks identify the latents, against n, for a learner that finds the global optimum. */
@Command(
        name = "learning-curve",
        description = {
            "How likely it is that n independent tasks identify d latents up to permutation and sign, for rising n.",
            "The learner takes the model T of least complexity, deg T plus the sum of deg(g after T^-1) over the tasks "
                    + "g. It is simulated, with Wilson intervals (95%%), or computed exactly."
        },
        footer = {
            "",
            "Examples:",
            "  learning-curve --dimension 3 --tasks up-to-1",
            "  learning-curve --dimension 3 --tasks all --samples 10000",
            "  learning-curve --dimension 2 --tasks falling-3 --exact --numbers 0,1,2,3,4,5,6",
            "  learning-curve --dimension 3 --tasks 8,4,1,1 --observations 5"
        })
final class LearningCurveCommand implements Callable<Integer> {

    private static final int MOST_TASKS = 100_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-d", "--dimension"},
            paramLabel = "D",
            required = true,
            description = "the number of latents, 1..4")
    private int dimension;

    @Option(
            names = "--tasks",
            paramLabel = "TASKS",
            required = true,
            description = "all (no preference), up-to-K (uniform over degree at most K), falling-F (the density falls "
                    + "by F from degree to degree), or the density at degrees 0..D as W0,W1,...")
    private String tasks;

    @Option(
            names = "--numbers",
            paramLabel = "N",
            split = ",",
            description = "numbers of tasks, rising (default: 0,1,2,4,8,16,32,64; 0..6 if exact)")
    private List<Integer> numbers = List.of();

    @Option(
            names = "--observations",
            paramLabel = "M",
            description =
                    "the learner sees the latents through a random injection into M dimensions (default: a random "
                            + "bijection, M = D); 0: it sees the latents themselves")
    private Optional<Integer> observations = Optional.empty();

    @Option(names = "--exact", description = "sum over all sets of tasks instead of drawing them")
    private boolean exact;

    @Option(
            names = "--samples",
            paramLabel = "S",
            description = "how often the tasks are drawn (default: 2000; 50 for 4 latents, where each is a search over "
                    + "16! models)")
    private Optional<Integer> sampleCount = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "from which the seed of each sample is derived (default: 1)")
    private long seed = 1;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    /** One number of tasks. */
    private record Row(int tasks, String probability, double value, Map<String, Object> json) {}

    @Override
    public Integer call() {
        Arguments.checkWithin("--dimension", 1, 4, dimension);
        var distribution = distribution();
        boolean observed = observations.orElse(dimension) != 0;
        if (observed && (observations.orElse(dimension) < dimension || observations.orElse(dimension) > 12))
            throw new BadInput(
                    "--observations lies within " + dimension + "..12, or is 0, not " + observations.orElse(dimension));
        if (exact && observations.orElse(dimension) != dimension && observed)
            throw new BadInput("--exact goes with --observations " + dimension + " or 0");
        if (exact && sampleCount.isPresent()) throw new BadInput("--samples goes without --exact, which draws nothing");
        Arguments.checkNamed(spec, "--numbers", numbers, "one or several within 0.." + MOST_TASKS);
        var counts = numbers.isEmpty() ? exact ? List.of(0, 1, 2, 3, 4, 5, 6) : LearningCurve.USUAL_COUNTS : numbers;
        counts.forEach(n -> Arguments.checkWithin("--numbers", 0, MOST_TASKS, n));
        for (int i = 1; i < counts.size(); i++) {
            if (counts.get(i) <= counts.get(i - 1))
                throw new BadInput("--numbers rises, but " + counts.get(i) + " at position " + (i + 1) + " follows "
                        + counts.get(i - 1));
        }
        Arguments.checkPositive("--samples", samples());
        var rows = exact ? exact(distribution, observed, counts) : sampled(distribution, observed, counts);
        var console = Console.of(spec);
        if (json) console.out().print(Json.write(map(distribution, observed, rows)));
        else print(console, distribution, observed, rows);
        return Exit.OK;
    }

    private int samples() {
        return sampleCount.orElse(dimension == 4 ? 50 : 2000);
    }

    private TaskDistribution distribution() {
        return BadInput.in("--tasks", () -> TaskDistribution.parse(dimension, tasks));
    }

    private static List<Row> exact(TaskDistribution distribution, boolean observed, List<Integer> counts) {
        int most = counts.stream().mapToInt(Integer::intValue).max().orElseThrow();
        var curve = BadInput.in("--exact", () -> LearningCurve.exact(distribution, observed, most));
        return counts.stream()
                .map(n -> {
                    var p = curve.get(n).probability();
                    var map = new LinkedHashMap<String, Object>();
                    map.put("tasks", n);
                    map.put("probability", Fractions.text(p));
                    map.put("value", curve.get(n).value());
                    return new Row(n, Fractions.text(p), curve.get(n).value(), map);
                })
                .toList();
    }

    private List<Row> sampled(TaskDistribution distribution, boolean observed, List<Integer> counts) {
        var m = observed ? OptionalInt.of(observations.orElse(dimension)) : OptionalInt.empty();
        var curve = BadInput.in("simulation", () -> LearningCurve.sampled(distribution, m, counts, samples(), seed));
        return curve.stream()
                .map(point -> {
                    double value = point.identified() / (double) point.samples();
                    var map = new LinkedHashMap<String, Object>();
                    map.put("tasks", point.tasks());
                    map.put("identified", point.identified());
                    map.put("undecided", point.undecided());
                    map.put("samples", point.samples());
                    map.put("value", value);
                    map.put("low", point.low());
                    map.put("high", point.high());
                    return new Row(
                            point.tasks(),
                            String.format(
                                    Locale.ROOT,
                                    "%d of %d%s, %.4f..%.4f",
                                    point.identified(),
                                    point.samples(),
                                    point.undecided() == 0 ? "" : " (" + point.undecided() + " undecided)",
                                    point.low(),
                                    point.high()),
                            value,
                            map);
                })
                .toList();
    }

    /** What no number of tasks exceeds, for random observations and a density that does not increase. */
    private static Optional<BigFraction> ceiling(TaskDistribution distribution, boolean observed) {
        if (!observed || !distribution.isNonIncreasing()) return Optional.empty();
        int d = distribution.dimension();
        return Optional.of(BigFraction.of(
                Preservers.SIGNED_PERMUTATIONS.order(d),
                Preservers.of(d, distribution.drops()).order(d)));
    }

    private void print(Console console, TaskDistribution distribution, boolean observed, List<Row> rows) {
        console.out()
                .println(dimension + " latents, "
                        + (observed
                                ? "seen through a random injection into B^" + observations.orElse(dimension)
                                : "seen themselves")
                        + "; tasks " + distribution.name()
                        + (exact ? "; exact" : "; " + samples() + " samples, seed " + seed));
        console.out().println(console.styled("bold", "     n  P(identified)"));
        for (var row : rows) {
            String bar = "#".repeat((int) Math.round(40 * row.value()));
            console.out()
                    .printf(Locale.ROOT, "%6d  %.4f  %-40s  %s%n", row.tasks(), row.value(), bar, row.probability());
        }
        ceiling(distribution, observed)
                .ifPresent(p -> console.out()
                        .println("No number of tasks exceeds " + Fractions.text(p)
                                + ", and the limit attains it: see phase-diagram."));
    }

    private Map<String, Object> map(TaskDistribution distribution, boolean observed, List<Row> rows) {
        var map = new LinkedHashMap<String, Object>();
        map.put("format", "cubecheck-learning-curve/1");
        map.put("dimension", dimension);
        map.put("tasks", distribution.name());
        map.put(
                "density",
                IntStream.rangeClosed(0, dimension)
                        .mapToObj(distribution::density)
                        .toList());
        map.put("observations", observed ? observations.orElse(dimension) : 0);
        map.put("method", exact ? "exact" : "sampled");
        if (!exact) {
            map.put("samples", samples());
            map.put("seed", seed);
            map.put("interval", "Wilson, 95%");
        }
        ceiling(distribution, observed).ifPresent(p -> map.put("ceiling", Fractions.text(p)));
        var list = new ArrayList<Map<String, Object>>();
        rows.forEach(row -> list.add(row.json()));
        map.put("rows", list);
        return map;
    }
}
