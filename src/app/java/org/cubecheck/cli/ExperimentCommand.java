package org.cubecheck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cubecheck.experiment.Accelerator;
import org.cubecheck.experiment.Experiment;
import org.cubecheck.experiment.ExperimentResult;
import org.cubecheck.experiment.Experiments;
import org.cubecheck.experiment.Laboratory;
import org.cubecheck.experiment.Multiplicity;
import org.cubecheck.experiment.Results;
import org.cubecheck.experiment.Size;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Experiments with trained networks. */
@Command(
        name = "experiment",
        description =
                "Train networks on tasks like the paper's, and compare what they do with gates that were fixed beforehand.",
        footer = {
            "",
            "Examples:",
            "  experiment list",
            "  experiment run identification --size quick",
            "  experiment run all --size full --resume      as fixtures/experiments-full.json"
        })
final class ExperimentCommand implements Callable<Integer> {

    private static final int MOST_SEEDS = 1000;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "name a command: list, run, tests");
    }

    @Command(name = "list", description = "List the experiments: question, seeds, settings and gates.")
    Integer list(
            @Option(
                            names = "--size",
                            paramLabel = "SIZE",
                            defaultValue = "full",
                            description = "quick or full (default: full)")
                    Size size,
            @Option(names = "--json", description = "print them as JSON") boolean json) {
        var console = Console.of(spec);
        if (json) {
            console.out().print(ExperimentList.json(size));
            return Exit.OK;
        }
        for (var experiment : Experiments.all()) {
            var out = console.out();
            out.println(console.styled("bold", experiment.name()) + "  " + experiment.question());
            out.println("  seeds " + text(experiment.seeds(size)) + "; " + String.join(", ", experiment.cells(size)));
            experiment.thresholds(size).forEach(threshold -> out.println("  gate " + threshold));
            if (experiment.thresholds(size).isEmpty()) out.println("  no gate: an observation");
            out.println();
        }
        return Exit.OK;
    }

    @Command(
            name = "tests",
            description = {
                "A table of those gates of the recorded results that are statistical tests: pairs in favour, p, and "
                        + "p after Holm's correction.",
                "The gates ask for p < 0.05 each; the correction was made afterwards, and changes none of them."
            })
    Integer tests() {
        Multiplicity.table(Multiplicity.recorded()).forEach(Console.of(spec).out()::println);
        return Exit.OK;
    }

    @Command(
            name = "run",
            description = {
                "Run an experiment, or all. Every finished batch of seeds is saved; exit code 1 if a gate is missed.",
                "On the CPU one thread is used, with which the same seeds give the same numbers."
            })
    Integer run(
            @Parameters(
                            paramLabel = "NAME",
                            arity = "1..*",
                            description = "experiments, as 'experiment list' shows them, or all")
                    List<String> names,
            @Option(
                            names = "--size",
                            paramLabel = "SIZE",
                            defaultValue = "quick",
                            description = "quick or full (default: quick)")
                    Size size,
            @Option(
                            names = "--device",
                            paramLabel = "DEVICE",
                            defaultValue = "auto",
                            description = "cpu, gpu or auto: a CUDA GPU where one is found (default: auto)")
                    String device,
            @Option(
                            names = "--seeds",
                            paramLabel = "SEEDS",
                            description = "in place of those fixed in code, such as 1,2,3 or 10-17")
                    Optional<String> seeds,
            @Option(
                            names = "--resume",
                            description = "take finished batches of seeds from an earlier run in the same folder")
                    boolean resume,
            @Option(
                            names = "--reports",
                            paramLabel = "DIR",
                            defaultValue = "reports",
                            description = "results and finished batches go to DIR/experiments (default: reports)")
                    Path reports,
            @Option(
                            names = {"-q", "--quiet"},
                            description = "no progress")
                    boolean quiet) {
        var console = Console.of(spec);
        var named = names.stream()
                .filter(name -> !name.equals("all"))
                .map(ExperimentCommand::named)
                .toList();
        var experiments = names.contains("all") ? Experiments.all() : named;
        var accelerator = BadInput.in("--device", () -> Accelerator.of(device));
        Accelerator.require();
        var chosen = seeds.map(text -> BadInput.in("--seeds", () -> seeds(text)));
        var folder = Folder.writable(reports.resolve("experiments"));
        console.err().println("device: " + accelerator.line());

        var laboratory = new Laboratory(
                accelerator,
                Optional.of(folder.path()),
                resume,
                quiet ? Laboratory.Watch.SILENT : new TrainingLine(console));
        var results = new ArrayList<ExperimentResult>();
        boolean passed = true;
        for (var experiment : experiments) {
            var given = chosen.orElse(experiment.seeds(size));
            boolean decides = given.equals(experiment.seeds(size));
            if (!quiet) console.err().println(experiment.name() + ": " + experiment.question());
            var result = laboratory.run(experiment, size, given);
            results.add(result);
            passed &= print(console, experiment, result) || !decides;
            if (!decides && !experiment.thresholds(size).isEmpty())
                console.out()
                        .println("  The gates were fixed for other seeds, " + text(experiment.seeds(size))
                                + ": here they describe, they decide nothing.");
        }
        var file = folder.write(
                (experiments.size() == 1 ? experiments.get(0).name() : "experiments") + "-"
                        + size.name().toLowerCase(Locale.ROOT) + ".json",
                Results.toJson(results));
        console.out().println("Results: " + file);
        return passed ? Exit.OK : Exit.DIFFERS;
    }

    private static Experiment named(String name) {
        try {
            return Experiments.named(name);
        } catch (IllegalArgumentException none) {
            throw new BadInput(none.getMessage(), none);
        }
    }

    private static boolean print(Console console, Experiment experiment, ExperimentResult result) {
        var out = console.out();
        out.println(console.styled("bold", experiment.name()) + ", "
                + result.provenance().get("CPU seconds") + " CPU seconds");
        boolean passed = true;
        for (var estimate : experiment.judge(result)) {
            passed &= estimate.passed();
            out.printf(
                    Locale.ROOT,
                    "  %s  %s%n          %.4g [%.4g, %.4g]%s%n",
                    estimate.passed()
                            ? console.styled("fg(green)", "passed")
                            : console.styled("fg(red),bold", "MISSED"),
                    estimate.threshold(),
                    estimate.value(),
                    estimate.low(),
                    estimate.high(),
                    Optional.ofNullable(estimate.details().get("pairs in favour"))
                            .map(pairs -> ", " + pairs)
                            .orElse(""));
        }
        if (experiment.judge(result).isEmpty())
            out.println("  no gate: an observation; its numbers are among the results");
        return passed;
    }

    /** Seeds and ranges of them. @throws IllegalArgumentException if there are none or too many, or one occurs twice */
    static List<Long> seeds(String text) {
        var seeds = new LinkedHashSet<Long>();
        for (var part : text.split(",", -1)) {
            if (!part.matches("\\d{1,9}(-\\d{1,9})?"))
                throw new IllegalArgumentException(
                        "a seed is a number of up to nine digits, a range two with a dash, not '" + part + "'");
            var ends = part.split("-");
            long low = Long.parseLong(ends[0]);
            long high = Long.parseLong(ends[ends.length - 1]);
            if (high < low || high - low + seeds.size() >= MOST_SEEDS)
                throw new IllegalArgumentException(
                        "up to " + MOST_SEEDS + " seeds, rising within a range, not " + text);
            for (long seed = low; seed <= high; seed++) {
                if (!seeds.add(seed)) throw new IllegalArgumentException("the seed " + seed + " twice in " + text);
            }
        }
        return List.copyOf(seeds);
    }

    private static String text(List<Long> seeds) {
        return seeds.size() + " (" + seeds.get(0) + ".." + seeds.get(seeds.size() - 1) + ")";
    }

    /**
     * On a terminal one line that is rewritten, with the loss and the time that is left; elsewhere a line for each
     * batch.
     */
    private static final class TrainingLine implements Laboratory.Watch {

        private static final long REDRAW_NANOS = 500_000_000;

        private final Console console;
        private String where = "";
        private long begun;
        private long drawn;

        TrainingLine(Console console) {
            this.console = console;
        }

        @Override
        public void begun(String cell, List<Long> seeds, int index, int count) {
            where = "[" + (index + 1) + "/" + count + "] " + cell + ", seeds " + ExperimentCommand.text(seeds);
            begun = System.nanoTime();
        }

        @Override
        public void step(int done, int of, double loss) {
            long now = System.nanoTime();
            if (!console.terminal() || now - drawn < REDRAW_NANOS) return;
            drawn = now;
            console.err()
                    .printf(
                            Locale.ROOT,
                            "\r\033[K%s: %d of %d, loss %.4f, %.0f s left",
                            where,
                            done,
                            of,
                            loss,
                            (now - begun) / 1e9 / done * (of - done));
            console.err().flush();
        }

        @Override
        public void finished(boolean saved) {
            console.err()
                    .printf(
                            Locale.ROOT,
                            "%s%s: %s%n",
                            console.terminal() ? "\r\033[K" : "",
                            where,
                            saved
                                    ? "saved before"
                                    : String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / 1e9));
            console.err().flush();
        }
    }
}
