package org.cubecheck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cubecheck.experiment.Build;
import org.cubecheck.experiment.MissingNatives;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program {@code cubecheck}: its commands, its exit codes, and how it complains. */
@Command(
        name = "cubecheck",
        description = "Exact Fourier-Walsh analysis on the Boolean cube, and an auditor for the claims of"
                + " \"When do neural networks learn world models?\" (arXiv 2502.09297).",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all as expected",
            "1:a verdict differs from what is expected",
            "2:wrong usage, bad input or no place to write; no file is left half written",
            "3:the program failed",
            "130:interrupted (143 if terminated, 129 if the terminal was closed)"
        },
        // One command a line, in alphabetical order.
        subcommands = {
            AuditCommand.class,
            CensusCommand.class,
            ClaimsCommand.class,
            ExperimentCommand.class,
            GenerateCompletion.class,
            IdentifyCommand.class,
            LearningCurveCommand.class,
            PhaseDiagramCommand.class,
            SpectrumCommand.class,
            SweepCommand.class,
            TransformCommand.class
        })
public final class Main implements Callable<Integer> {

    /** A complaint may quote what was given; more of it helps nobody. */
    private static final int LONGEST = 1000;

    private static final int NARROWEST = 55;
    private static final int WIDEST = 120;

    /** How picocli complains about a value that is none of an enumeration's. */
    private static final Pattern CHOICE =
            Pattern.compile("expected one of \\[(.*?)] \\(case-insensitive\\) but was '(.*)'", Pattern.DOTALL);

    @Spec
    private CommandSpec spec;

    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "show where in the program an error arose")
    private boolean stacktrace;

    /** Runs the program and ends the virtual machine with its exit code. */
    public static void main(String... args) {
        var out = new PrintWriter(new Reader(new FileOutputStream(FileDescriptor.out)), true, StandardCharsets.UTF_8);
        var err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // The program speaks English; numbers in the digits of another language are no help in it.
        Locale.setDefault(Locale.ROOT);
        var ended = new AtomicBoolean();
        boolean resumes = Stream.of(args).anyMatch(word -> word.equals("--resume") || word.startsWith("--resume="));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!ended.get())
                err.println((Console.isTerminal() ? "\n" : "") + "cubecheck: interrupted; no file is half written"
                        + (resumes ? ", and --resume takes up what was kept" : ""));
        }));
        int code = run(out, err, args);
        ended.set(true);
        System.exit(code);
    }

    /**
     * Runs the program and returns its exit code: 0 as expected, 1 a verdict differs, 2 bad input or no place to write,
     * 3 failure.
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        // Its warnings about quotes would come besides the one line that says what is accepted.
        CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
        var line = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .registerConverter(Path.class, Main::path)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        HelpText.keepWordsWhole(line);
        usageWidth(line, Optional.ofNullable(System.getenv("COLUMNS")));
        line.getSubcommands()
                .get("generate-completion")
                .getCommandSpec()
                .usageMessage()
                .hidden(false);
        int code;
        try {
            code = line.execute(args);
        } catch (Error failure) { // too little memory, a native library that is missing: one line as well, and not the
            // exit code of a verdict
            code = failed(failure, line);
        }
        if (out.checkError()) {
            complain(line, new IOException("standard output"), "the standard output could not be written whole");
            code = Exit.BAD_INPUT;
        }
        err.flush();
        return code;
    }

    /**
     * Help as wide as the variable of the shell says, else as the terminal is, within what picocli can lay out and a
     * person can read.
     */
    static void usageWidth(CommandLine line, Optional<String> columns) {
        var width = columns.filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
        width.ifPresent(w -> line.setUsageHelpWidth(Math.min(Math.max(w, NARROWEST), WIDEST)));
        line.setUsageHelpAutoWidth(width.isEmpty() && Console.isTerminal());
    }

    /** Without a command: all that there is, and the exit code of wrong usage. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.BAD_INPUT;
    }

    /** A name that is empty stands for no folder, least of all for this one: a variable of the shell was not set. */
    static Path path(String text) {
        try {
            if (!text.isBlank()) return Path.of(text);
        } catch (InvalidPathException none) {
            if (text.chars().anyMatch(c -> c > '~'))
                throw new TypeConversionException(
                        "'" + text + "': the locale cannot express this name; try LC_ALL=C.UTF-8");
        }
        throw new TypeConversionException("'" + text + "' is not the name of a file or folder");
    }

    private static int wrongUsage(ParameterException complaint, String[] args) {
        var command = complaint.getCommandLine();
        var suggestions = Optional.of(complaint)
                .filter(CommandLine.UnmatchedArgumentException.class::isInstance)
                .map(c -> ((CommandLine.UnmatchedArgumentException) c).getSuggestions())
                .filter(list -> !list.isEmpty())
                .map(list -> "; did you mean " + String.join(" or ", list) + "?")
                .orElse("");
        if (complaint instanceof CommandLine.UnmatchedArgumentException unmatched
                && command.getParent() == null
                && !unmatched.getUnmatched().get(0).startsWith("-")) {
            complain(
                    command,
                    complaint,
                    "no command '" + unmatched.getUnmatched().get(0) + "'" + suggestions
                            + (suggestions.isEmpty() ? "; the" : " The") + " commands are "
                            + String.join(", ", command.getSubcommands().keySet()));
            return Exit.BAD_INPUT;
        }
        // As the other complaints have it: choices as they are typed, and no positions counted from 0.
        var said = complaint
                .getMessage()
                .replaceFirst("^Error: ", "")
                .replaceFirst("^(Unmatched arguments?) (at|from) index \\d+:", "$1:");
        said = CHOICE.matcher(said)
                .replaceFirst(found -> Matcher.quoteReplacement("'" + found.group(2) + "' is not one of "
                        + found.group(1).toLowerCase(Locale.ROOT)));
        complain(
                command,
                complaint,
                said + suggestions + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        return Exit.BAD_INPUT;
    }

    private static int failed(Throwable failure, CommandLine command) {
        if (failure instanceof BadInput || failure instanceof MissingNatives) {
            complain(command, failure, failure.getMessage());
            return Exit.BAD_INPUT;
        }
        if (failure instanceof UncheckedIOException file) {
            complain(command, failure, file.getMessage());
            return Exit.BAD_INPUT;
        }
        complain(
                command,
                failure,
                failure instanceof OutOfMemoryError
                        ? "failed: not enough memory (java -Xmx gives more)"
                        : "failed: " + failure + " (--stacktrace shows where)");
        return Exit.FAILURE;
    }

    private static void complain(CommandLine command, Throwable what, String message) {
        var err = command.getErr();
        var scheme = command.getColorScheme();
        var line = message.lines().findFirst().orElse("").replaceAll("[\\p{Cc}\\p{Cf}]", "?");
        err.println(scheme.errorText("cubecheck: ")
                + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "..."));
        CommandSpec root = command.getCommandSpec().root();
        if (((Main) root.userObject()).stacktrace) what.printStackTrace(err);
        err.flush();
    }

    /** The version that the jar was built with. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Build.version().orElse("(built from source)");
            return new String[] {
                "cubecheck " + version
                        + Build.commit().map(commit -> ", commit " + commit).orElse(""),
                "Java " + System.getProperty("java.version")
            };
        }
    }
}
