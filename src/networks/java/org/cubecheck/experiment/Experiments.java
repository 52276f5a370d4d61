package org.cubecheck.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.cubecheck.claim.Claim;
import org.cubecheck.experiment.Gate.Measure;
import org.cubecheck.experiment.TaskNetwork.Heads;

/** Every experiment. The seeds from 1000 on were used by no trial; settings were chosen on seeds below 20. */
public final class Experiments {

    private static final int D = 8;
    private static final int M = 16;

    /**
     * Errors of the paper's networks at 64 tasks, at the end of its curves, read off its figure, by the degree of the
     * tasks.
     */
    static final Map<Integer, Double> PAPER_FINAL = Map.of(2, 0.07, 3, 0.065, 4, 0.055);

    private Experiments() {}

    /** All of them, in the order in which a report shows them. */
    public static List<Experiment> all() {
        return List.of(IDENTIFICATION, CONTROLS, BOUNDARY, FRAMES, EXTRAPOLATION, LAWS, ABLATION);
    }

    /** The experiment of that name. @throws IllegalArgumentException if there is none */
    public static Experiment named(String name) {
        return all().stream()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no experiment " + name + "; there are "
                        + String.join(", ", all().stream().map(Experiment::name).toList())));
    }

    /**
     * The claims about trained networks, in the order in which a report shows them. The quick ones train when they are
     * first checked, on the CPU; the full ones read the recorded results, and fail as an error if there are none.
     */
    public static List<Claim<?>> claims(Size size) {
        return networkClaims(size).all();
    }

    static NetworkClaims networkClaims(Size size) {
        if (size == Size.QUICK) {
            var laboratory = new Laboratory(Accelerator.of("cpu"), Optional.empty(), false, Laboratory.Watch.SILENT);
            return networkClaims(size, experiment -> laboratory.run(experiment, size), "trained for this audit");
        }
        return networkClaims(
                size,
                experiment -> recorded().stream()
                        .filter(result -> result.experiment().equals(experiment.name()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no recorded result of " + experiment.name())),
                "recorded in fixtures/experiments-full.json, not trained for this audit");
    }

    /** The same over given runs; each experiment is asked for once, and only if one of its claims is checked. */
    static NetworkClaims networkClaims(Size size, Function<Experiment, ExperimentResult> runs, String origin) {
        var known = new HashMap<String, ExperimentResult>();
        return new NetworkClaims(
                size,
                experiment -> {
                    synchronized (known) {
                        var result = known.get(experiment.name());
                        if (result == null) known.put(experiment.name(), result = runs.apply(experiment));
                        return result;
                    }
                },
                origin);
    }

    /** The committed results of the full size. @throws IllegalStateException if there are none */
    public static List<ExperimentResult> recorded() {
        try (var in = Experiments.class.getResourceAsStream("experiments-full.json")) {
            if (in == null)
                throw new IllegalStateException("no recorded results: fixtures/experiments-full.json is not there");
            return Results.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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

    private static ExperimentPlan identification(Size size) {
        var cells = new ArrayList<ExperimentPlan.Cell>();
        for (int q : panels(size)) {
            for (int n : size == Size.FULL ? new int[] {1, 4, 8, 64} : new int[] {1, 8, 64})
                cells.add(Identification.cell(
                        juntas(q, n),
                        D,
                        M,
                        TaskFamily.juntas(D, q),
                        n,
                        heads(Heads.RELU, size == Size.FULL ? 5000 : 1200),
                        List.of(Identification.View.PLAIN)));
        }
        return new ExperimentPlan(size == Size.FULL ? seeds(8) : seeds(5), size == Size.FULL ? 8 : 5, cells);
    }

    static String juntas(int q, int n) {
        return "q=" + q + " n=" + n;
    }

    private static List<Gate> identificationGates(Size size) {
        var gates = new ArrayList<Gate>();
        for (int q : panels(size)) {
            gates.add(Gate.below(
                    "more-tasks-" + q, new Measure(juntas(q, 64), "probe"), new Measure(juntas(q, 8), "probe"), true));
            gates.add(Gate.bounded(
                    "final-error-" + q,
                    new Measure(juntas(q, 64), "probe"),
                    true,
                    PAPER_FINAL.get(q),
                    "the paper's figure"));
            gates.add(Gate.below(
                    "not-the-tasks-alone-" + q,
                    new Measure(juntas(q, 64), "assigned"),
                    new Measure(juntas(q, 64), "pca-assigned"),
                    true));
        }
        return gates;
    }

    static final Experiment CONTROLS = new Experiment(
            "controls",
            "Without a preference for low degrees, or with a preference in a scrambled basis, what is found?",
            Experiments::controls,
            Experiments::controlsGates);

    private static ExperimentPlan controls(Size size) {
        boolean full = size == Size.FULL;
        var cells = new ArrayList<ExperimentPlan.Cell>();
        // No decay and wide heads: nothing but the tasks can prefer a representation, and all are fitted.
        var fitting = new TaskNetwork.Settings(128, Heads.RELU, 32, 400, 0.007, 256, 0);
        var families = new LinkedHashMap<String, TaskFamily>();
        families.put("uniform tasks", TaskFamily.uniform(D));
        families.put("low-degree tasks", TaskFamily.juntas(D, 3));
        if (full) families.put("half of degree at most 1", TaskFamily.decreasing(D, 1, 0.5));
        families.forEach((name, family) ->
                cells.add(Identification.cell(name, D, M, family, 32, fitting, List.of(Identification.View.PLAIN))));
        var scrambled = new Identification.View("R-", Experiments::scrambled);
        for (var heads :
                full ? List.of(Heads.RELU, Heads.SCRAMBLED, Heads.WALSH) : List.of(Heads.RELU, Heads.SCRAMBLED))
            cells.add(Identification.cell(
                    heads.name().toLowerCase(Locale.ROOT) + " heads",
                    D,
                    M,
                    TaskFamily.juntas(D, 2),
                    64,
                    heads(heads, full ? 1500 : 1200),
                    List.of(Identification.View.PLAIN, scrambled)));
        return new ExperimentPlan(full ? seeds(8) : seeds(5), full ? 8 : 5, cells);
    }

    /** R(phi) with t_1 = phi_1, t_i = phi_i phi_(i-1), point by point. */
    private static double[][] scrambled(double[][] representation) {
        var rows = new double[representation.length][];
        for (int z = 0; z < rows.length; z++) {
            rows[z] = representation[z].clone();
            for (int i = 1; i < rows[z].length; i++) rows[z][i] *= representation[z][i - 1];
        }
        return rows;
    }

    private static List<Gate> controlsGates(Size size) {
        var gates = new ArrayList<Gate>();
        gates.add(Gate.bounded(
                        "uniform-at-chance",
                        new Measure("uniform tasks", "probe"),
                        false,
                        0.23,
                        "the error of chance is 0.242")
                .beside("minus chance", Experiments::minusChance));
        gates.add(Gate.bounded(
                "uniform-fitted",
                new Measure("uniform tasks", "training"),
                true,
                0.1,
                "a tenth of the variance of the targets"));
        gates.add(Gate.below(
                "low-degree-better",
                new Measure("low-degree tasks", "probe"),
                new Measure("uniform tasks", "probe"),
                true));
        gates.add(Gate.below(
                "scrambled-basis",
                new Measure("scrambled heads", "R-assigned"),
                new Measure("scrambled heads", "assigned"),
                false));
        gates.add(Gate.below(
                "plain-basis", new Measure("relu heads", "assigned"), new Measure("relu heads", "R-assigned"), false));
        if (size == Size.FULL) {
            gates.add(Gate.below(
                    "decreasing-density",
                    new Measure("half of degree at most 1", "probe"),
                    new Measure("uniform tasks", "probe"),
                    true));
            gates.add(Gate.below(
                    "unrestricted-heads",
                    new Measure("relu heads", "probe"),
                    new Measure("walsh heads", "probe"),
                    true));
        }
        return gates;
    }

    /**
     * How far the uniform tasks' probe is from chance: that the gate does not ask, as a lower bound is no test of
     * equality.
     */
    private static String minusChance(ExperimentResult result) {
        double chance = RecordedMetrics.chance(D, 1 << D);
        var difference = Arrays.stream(new Measure("uniform tasks", "probe").of(result))
                .map(x -> x - chance)
                .toArray();
        return String.format(
                Locale.ROOT,
                "median %.2g, %.2g to %.2g; chance is %.4f",
                Statistics.median(difference),
                Statistics.quantile(difference, 0),
                Statistics.quantile(difference, 1),
                chance);
    }

    static final Experiment BOUNDARY = new Experiment(
            "boundary",
            "Tasks of degree at most 2 cannot tell the latents from five other frames, tasks of degree at most 3 "
                    + "can: does training see it?",
            Experiments::boundary,
            size -> List.of(Gate.below(
                    "frames",
                    new Measure("degree at most 3", "lost"),
                    new Measure("degree at most 2", "lost"),
                    false)));

    private static ExperimentPlan boundary(Size size) {
        boolean full = size == Size.FULL;
        return new ExperimentPlan(
                full ? seeds(12) : seeds(8),
                full ? 12 : 8,
                List.of(atMost(2, full ? 1200 : 800), atMost(3, full ? 1200 : 800)));
    }

    private static ExperimentPlan.Cell atMost(int k, int steps) {
        int d = 5;
        return Identification.cell(
                "degree at most " + k,
                d,
                2 * d,
                TaskFamily.degreeAtMost(d, k),
                128,
                new TaskNetwork.Settings(64, Heads.RELU, 8, steps, 0.007, 32, 0.05),
                List.of(Identification.View.PLAIN),
                Frames::measure);
    }

    /**
     * On seeds of its own: it was asked after the boundary had been seen. An observation without a gate: by the
     * symmetry of the tasks each frame is the nearest with probability 1/6, whatever training does, so that a gate on
     * "another frame than the latents" would be passed by anything.
     */
    static final Experiment FRAMES = new Experiment(
            "frames",
            "Asked afterwards, an observation: tasks of degree at most 2 cannot tell the latents from five other "
                    + "frames; how near does training come to any of them?",
            size -> new ExperimentPlan(
                    LongStream.range(1100, 1116).boxed().toList(),
                    16,
                    List.of(atMost(2, size == Size.FULL ? 1200 : 600))),
            size -> List.of());

    static final Experiment EXTRAPOLATION = new Experiment(
            "extrapolation",
            "Trained on [-1,1), who continues a polynomial to [-2,2)?",
            Experiments::extrapolation,
            Experiments::extrapolationGates);

    private record Polynomials(int variables, int degree) {
        String cell(Extrapolation.Layers layers) {
            return "k=" + variables + " degree " + degree + " " + layers.name().toLowerCase(Locale.ROOT);
        }
    }

    private static List<Polynomials> polynomials(Size size) {
        return size == Size.FULL
                ? List.of(new Polynomials(1, 2), new Polynomials(1, 3), new Polynomials(3, 2), new Polynomials(3, 3))
                : List.of(new Polynomials(1, 2), new Polynomials(1, 3));
    }

    static String kinks(Extrapolation.Layers layers) {
        return "piecewise linear " + layers.name().toLowerCase(Locale.ROOT);
    }

    private static ExperimentPlan extrapolation(Size size) {
        var cells = new ArrayList<ExperimentPlan.Cell>();
        for (var p : polynomials(size)) {
            for (var layers : Extrapolation.Layers.values())
                cells.add(Extrapolation.cell(
                        p.cell(layers), Extrapolation.Target.POLYNOMIAL, p.variables(), p.degree(), layers, 1000));
        }
        for (var layers : Extrapolation.Layers.values())
            cells.add(Extrapolation.cell(kinks(layers), Extrapolation.Target.PIECEWISE_LINEAR, 1, 1, layers, 1000));
        return new ExperimentPlan(seeds(20), 20, cells);
    }

    private static List<Gate> extrapolationGates(Size size) {
        var gates = new ArrayList<Gate>();
        for (var p : polynomials(size)) {
            var ours = new Measure(p.cell(Extrapolation.Layers.POLYNOMIAL), "test");
            gates.add(Gate.below(
                    "polynomial-" + p.variables() + "-" + p.degree(),
                    ours,
                    new Measure(p.cell(Extrapolation.Layers.RELU), "test"),
                    false));
            gates.add(Gate.bounded(
                    "small-" + p.variables() + "-" + p.degree(),
                    new Measure(ours.cell(), "relative"),
                    true,
                    0.02,
                    "2% of the variance of the target"));
        }
        gates.add(Gate.below(
                "piecewise-linear",
                new Measure(kinks(Extrapolation.Layers.RELU), "test"),
                new Measure(kinks(Extrapolation.Layers.POLYNOMIAL), "test"),
                false));
        return gates;
    }

    static final Experiment LAWS = new Experiment(
            "laws",
            "Trained on slow balls, who foresees fast ones: a transformer, or one with half-identity, half-square "
                    + "layers?",
            Experiments::laws,
            Experiments::lawsGates);

    private static List<Motion> motions(Size size) {
        return size == Size.FULL ? List.of(Motion.values()) : List.of(Motion.PARABOLIC);
    }

    static String moving(Motion motion, PhysicalLaws.Model model) {
        return (motion + " " + model).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static ExperimentPlan laws(Size size) {
        var cells = new ArrayList<ExperimentPlan.Cell>();
        for (var motion : motions(size)) {
            for (var model : List.of(PhysicalLaws.Model.USUAL, PhysicalLaws.Model.MODIFIED))
                cells.add(PhysicalLaws.cell(moving(motion, model), motion, model, size == Size.FULL ? 1500 : 1000));
        }
        return new ExperimentPlan(seeds(6), 6, cells);
    }

    /** On seeds of its own: it was asked after the laws had been seen. */
    static final Experiment ABLATION = new Experiment(
            "ablation",
            "Asked afterwards, an observation: square layers or no layer normalisation, which of the two changes "
                    + "makes the difference for the laws?",
            size -> {
                var cells = new ArrayList<ExperimentPlan.Cell>();
                for (var motion :
                        size == Size.FULL ? List.of(Motion.values()) : List.of(Motion.PARABOLIC, Motion.COLLISION)) {
                    for (var model : PhysicalLaws.Model.values())
                        cells.add(PhysicalLaws.cell(
                                moving(motion, model), motion, model, size == Size.FULL ? 1500 : 1000));
                }
                return new ExperimentPlan(LongStream.range(1200, 1206).boxed().toList(), 6, cells);
            },
            size -> List.of());

    private static List<Gate> lawsGates(Size size) {
        var gates = new ArrayList<Gate>();
        for (var motion : motions(size)) {
            String name = motion.name().toLowerCase(Locale.ROOT).replace('_', '-');
            for (var measure : List.of("velocityOutside", "rolloutOutside"))
                gates.add(Gate.below(
                        name + "-" + (measure.startsWith("v") ? "one-step" : "rollout"),
                        new Measure(moving(motion, PhysicalLaws.Model.MODIFIED), measure),
                        new Measure(moving(motion, PhysicalLaws.Model.USUAL), measure),
                        false));
        }
        return gates;
    }
}
