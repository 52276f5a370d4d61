package org.cubecheck.cli;

import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cubecheck.audit.Settings;
import org.cubecheck.report.SweepReport;
import org.cubecheck.sweep.Engine;
import org.cubecheck.sweep.Grouped;
import org.cubecheck.sweep.LocalSweeper;
import org.cubecheck.sweep.Sweep;
import org.cubecheck.sweep.SweepFinding;
import org.cubecheck.sweep.SweepKind;
import org.cubecheck.sweep.SweepProgress;
import org.cubecheck.sweep.Sweeper;
import org.cubecheck.sweep.Unusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Runs a long enumeration, on this machine or on a cluster. */
@Command(
        name = "sweep",
        modelTransformer = SweepCommand.WithOptionsOfSweeps.class,
        description = {
            "Run a long enumeration or search in shards, on the threads of this machine or on an Apache Spark "
                    + "cluster: the same result, byte for byte.",
            "It is kept as a file in DIR/sweeps, and the next audit into DIR shows it. Exit code 1 if the result "
                    + "is not as expected."
        },
        footer = {
            "",
            "Examples:",
            "  sweep list",
            "  sweep transforms --dimension 4 --resume target/transforms",
            "  sweep transforms --engine spark --master spark://host:7077"
        })
final class SweepCommand implements Callable<Integer> {

    private static final String WITHOUT_SPARK =
            "--engine spark: this build is without Spark; 'mvn -q -P spark package' makes one with it, "
                    + "target/spark/cubecheck.jar";

    /** What runs the shards. */
    enum Chosen {
        LOCAL,
        SPARK
    }

    /** Adds the options that say what is swept, as the sweeps declare them, before those that say how. */
    static final class WithOptionsOfSweeps implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            for (var option : SweepKinds.options())
                command.addOption(OptionSpec.builder("--" + option.name())
                        .paramLabel(option.label())
                        .description(option.description())
                        .type(option.values().type())
                        .order(option.place() + BEFORE_ALL_OTHERS)
                        .build());
            return command;
        }
    }

    /** Options without an order of their own have -1. */
    private static final int BEFORE_ALL_OTHERS = -1000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "a sweep, as 'sweep list' shows them")
    private Optional<String> name = Optional.empty();

    @Option(names = "--engine", paramLabel = "ENGINE", description = "local (default) or spark")
    private Chosen engine = Chosen.LOCAL;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "for spark: the cluster, such as spark://host:7077 (default: local[*], this machine)")
    private Optional<String> master = Optional.empty();

    @Option(
            names = "--shards",
            paramLabel = "N",
            description = "group the shards into at most N longer ones; the result stays the same")
    private Optional<Integer> shards = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "for local: how many threads to use (default: the processors)")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "keep finished shards in this folder, and continue from what is there; for spark also a URI "
                    + "such as hdfs://host/folder")
    private Optional<String> resume = Optional.empty();

    @Option(names = "--reports", paramLabel = "DIR", description = "the result goes to DIR/sweeps (default: reports)")
    private Path reports = Path.of("reports");

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "no progress, and nothing on the standard output unless the result is not as expected")
    private boolean quiet;

    @Command(name = "list", description = "List the sweeps and the options they take.")
    Integer list(@Option(names = "--json", description = "print them as JSON") boolean asJson) {
        var console = Console.of(spec);
        if (asJson || json) {
            console.out().print(SweepList.json(SweepKinds.all()));
            return Exit.OK;
        }
        for (var kind : SweepKinds.all()) {
            console.out().println(console.styled("bold", kind.name()) + "  " + kind.title());
            console.out().println("  " + kind.description());
            kind.options()
                    .forEach(option -> console.out()
                            .println("  --" + option.name()
                                    + option.standard()
                                            .map(value -> " (default: " + value + ")")
                                            .orElse("")));
            console.out().println();
        }
        return Exit.OK;
    }

    @Override
    public Integer call() throws InterruptedException {
        return run(SweepKinds.named(name.orElseThrow(() -> new ParameterException(
                spec.commandLine(), "name a sweep: " + SweepKinds.names() + "; 'sweep list' describes them"))));
    }

    private <S extends Sweep<R>, R extends Record & Serializable> int run(SweepKind<S, R> kind)
            throws InterruptedException {
        var console = Console.of(spec);
        var request = BadInput.in("sweep", () -> kind.request(given()));
        var sweep = BadInput.in("sweep " + kind.name(), () -> kind.sweep().apply(request));
        shards.ifPresent(most -> Arguments.checkPositive("--shards", most));
        var grouped = shards.map(most -> Grouped.atMost(most, sweep)).orElse(sweep);
        SweepProgress progress = quiet ? SweepProgress.SILENT : new SweepLine(console);
        var sweeper = engine == Chosen.LOCAL ? local(progress) : elsewhere(progress);
        var folder = Folder.writable(reports);
        SweepFiles.checkFree(folder);

        var finding = kind.finding().apply(sweep, result(sweeper, grouped));
        var report = new SweepReport(kind.name(), request.options(), sweep.name(), finding);
        var file = SweepFiles.write(report, folder);
        if (json) console.out().print(report.toJson());
        else if (!quiet || !finding.asExpected()) print(console, finding, file);
        return finding.asExpected() ? Exit.OK : Exit.DIFFERS;
    }

    /** The options that say what is swept, as typed. */
    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        var parsed = spec.commandLine().getParseResult();
        for (var option : SweepKinds.options()) {
            if (parsed.hasMatchedOption("--" + option.name()))
                given.put(option.name(), text(parsed.matchedOptionValue("--" + option.name(), (Object) "")));
        }
        return given;
    }

    private static String text(Object value) {
        return value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    private Sweeper local(SweepProgress progress) {
        if (master.isPresent()) throw new BadInput("--master " + master.get() + " goes with --engine spark");
        int many = threads.orElse(Settings.DEFAULT.threads());
        Arguments.checkPositive("--threads", many);
        var sweeper = LocalSweeper.of(many).telling(progress);
        return resume.map(dir -> sweeper.resuming(folder(dir))).orElse(sweeper);
    }

    /** The option itself is a text, as for Spark it may be a URI. */
    private static Path folder(String dir) {
        if (dir.matches("[a-zA-Z][a-zA-Z0-9+.-]+://.*"))
            throw new BadInput("--resume " + dir + ": a URI goes with --engine spark; name a folder");
        try {
            return Main.path(dir);
        } catch (TypeConversionException none) {
            throw new BadInput("--resume: " + none.getMessage(), none);
        }
    }

    private Sweeper elsewhere(SweepProgress progress) {
        if (threads.isPresent())
            throw new BadInput("--threads goes with --engine local; Spark takes --master local[" + threads.get() + "]");
        var spark = ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.name().equals("spark"))
                .findFirst()
                .orElseThrow(() -> new BadInput(WITHOUT_SPARK));
        return BadInput.in("--engine spark", () -> spark.sweeper(master, resume, progress));
    }

    private static <R extends Record & Serializable> R result(Sweeper sweeper, Sweep<R> sweep)
            throws InterruptedException {
        try {
            return sweeper.run(sweep);
        } catch (Unusable unusable) {
            throw new BadInput(unusable.getMessage(), unusable);
        } catch (UncheckedIOException failure) {
            throw new BadInput("--resume: " + failure.getMessage(), failure);
        }
    }

    private static void print(Console console, SweepFinding finding, Path file) {
        var out = console.out();
        out.println(console.styled("bold", finding.title()));
        out.println(finding.question());
        finding.sentences().forEach(out::println);
        finding.tables().forEach(table -> print(console, table));
        out.println();
        out.println(
                finding.asExpected()
                        ? console.styled("fg(green),bold", "As expected.")
                        : console.styled("fg(red),bold", "NOT AS EXPECTED."));
        out.println("Result: " + file);
    }

    private static void print(Console console, SweepFinding.Table table) {
        var out = console.out();
        out.println();
        out.println(console.styled("bold", table.title()));
        var lines = new ArrayList<List<String>>();
        lines.add(table.columns());
        lines.addAll(table.rows());
        var widths = IntStream.range(0, table.columns().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (var line : lines) {
            var text = new StringBuilder();
            for (int column = 0; column < widths.length; column++)
                text.append("  ")
                        .append(" ".repeat(widths[column] - line.get(column).length()))
                        .append(line.get(column));
            out.println(text);
        }
    }
}
