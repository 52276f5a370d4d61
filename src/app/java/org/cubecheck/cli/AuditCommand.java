package org.cubecheck.cli;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Claim;
import org.cubecheck.experiment.Accelerator;
import org.cubecheck.paper.Paper;
import org.cubecheck.referee.CheckCertificates;
import org.cubecheck.report.Baseline;
import org.cubecheck.report.Comparison;
import org.cubecheck.report.JsonReport;
import org.cubecheck.report.Problems;
import org.cubecheck.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Audits claims, writes the reports and compares with a baseline. */
@Command(
        name = "audit",
        description =
                "Audit the claims: exhaustively, up to symmetry, by certificate or by sampling, controls included.",
        footer = {
            "",
            "Examples:",
            "  audit                                        everything, reports in reports/",
            "  audit MINIMAL-DEGREE --budget 10             one claim, ten times the draws",
            "  audit --baseline fixtures/verdicts.json      the gate for CI"
        })
final class AuditCommand implements Callable<Integer> {

    private static final Path USUAL_BASELINE = Path.of("fixtures", "verdicts.json");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CLAIM",
            arity = "0..*",
            description = "claims to audit, as 'claims' lists them; all if none is named")
    private List<String> ids = List.of();

    @Option(
            names = "--max-dimension",
            paramLabel = "D",
            description = "leave out domains of a higher dimension; a control whose counterexample lies there is then "
                    + "undecided, which is no pass")
    private int maxDimension = Settings.DEFAULT.maxDimension();

    @Option(names = "--seed", paramLabel = "SEED", description = "from which every random draw is derived (default: 1)")
    private long seed = Settings.DEFAULT.seed();

    @Option(
            names = "--budget",
            paramLabel = "FACTOR",
            description = "multiplies the trials of sampled domains and the points visited (default: 1)")
    private double budget = Settings.DEFAULT.budget();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "how many threads to use (default: one for each processor)")
    private int threads = Settings.DEFAULT.threads();

    @Option(
            names = "--empirical",
            paramLabel = "SIZE",
            description = "claims about trained networks: off (default), quick (train some, two minutes on one thread) "
                    + "or full (read the recorded results)")
    private Claims.Empirical empirical = Claims.Empirical.OFF;

    @Option(names = "--reports", paramLabel = "DIR", description = "where the reports go (default: reports)")
    private Path reports = Path.of("reports");

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "compare with the verdicts in this file; exit code 1 if something got worse")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--update-baseline",
            description = "write the verdicts into the baseline (default: fixtures/verdicts.json) instead of comparing")
    private boolean update;

    @Option(
            names = {"-q", "--quiet"},
            description =
                    "no progress, and nothing on the standard output unless a verdict differs, or --json is given")
    private boolean quiet;

    @Option(names = "--json", description = "print the report as JSON instead of a summary")
    private boolean json;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        Arguments.checkPositive("--max-dimension", maxDimension);
        Arguments.checkPositive("--threads", threads);
        var settings = BadInput.in("--budget", () -> new Settings(maxDimension, seed, budget, threads));
        var claims = Claims.named(ids, empirical);
        if (empirical == Claims.Empirical.QUICK) Accelerator.require(); // now, and not as an error of each claim
        var file = baseline.or(() -> update ? Optional.of(USUAL_BASELINE) : Optional.empty());
        var expected = file.flatMap(this::read);
        if (update) Folder.checkWritable(file.orElse(USUAL_BASELINE));
        claims.forEach(claim -> Problems.inFormulas(claim)
                .forEach(problem -> console.err().println("cubecheck: the formula of " + problem)));
        var folder = Folder.writable(reports);
        ReportFiles.checkFree(folder);
        var sweeps = SweepFiles.in(folder);

        var auditor = new Auditor(
                settings,
                (claim, certificate) -> CheckCertificates.objection(claim, certificate.kind(), certificate.data()),
                quiet ? Progress.SILENT : new ProgressLine(console));
        var audit = auditor.audit(claims);
        var comparison = update
                ? Comparison.NONE
                : expected.map(e -> new Comparison(
                                file.orElseThrow().toString(), among(claims, e).differences(audit)))
                        .orElse(Comparison.NONE);
        var report = new Report(
                audit, comparison, Paper.CITATION, Launch.program(), arguments(), reports.toString(), sweeps);

        new ReportFiles(report).writeTo(folder);
        if (update) {
            var found = Baseline.of(audit);
            var all = ids.isEmpty() ? found : expected.map(e -> e.with(found)).orElse(found);
            Folder.write(file.orElseThrow(), all.toJson());
        }
        if (json) console.out().print(JsonReport.of(report));
        else if (!quiet || !report.asExpected()) print(console, report);
        return report.asExpected() ? Exit.OK : Exit.DIFFERS;
    }

    private String arguments() {
        var named = String.join(" ", ids).toUpperCase(Locale.ROOT);
        return empirical == Claims.Empirical.OFF
                ? named
                : (named + " --empirical " + empirical.name().toLowerCase(Locale.ROOT)).strip();
    }

    /** The expected verdicts of the claims that were named, or of all: then a claim that has gone is missed. */
    private Baseline among(List<Claim<?>> claims, Baseline expected) {
        return ids.isEmpty()
                ? expected
                : expected.only(claims.stream().map(Claim::id).toList());
    }

    private Optional<Baseline> read(Path file) {
        try {
            var text = Arguments.read(file);
            return Optional.of(BadInput.in(file.toString(), () -> Baseline.parse(text)));
        } catch (NoSuchFileException missing) {
            if (update) return Optional.empty();
            throw new BadInput(file + ": no such file; --update-baseline writes one", missing);
        }
    }

    private void print(Console console, Report report) {
        var out = console.out();
        var results = report.audit().results();
        int width = results.stream()
                .mapToInt(result -> result.claim().id().length())
                .max()
                .orElse(0);
        for (var result : results) {
            if (quiet && result.asExpected()) continue;
            String mark = result.asExpected()
                    ? console.styled("fg(green)", "ok  ")
                    : result.isOpen()
                            ? console.styled("fg(yellow),bold", "open")
                            : console.styled("fg(red),bold", "FAIL");
            long refuted = result.controls().stream()
                    .filter(AuditReport.ControlResult::asExpected)
                    .count();
            out.printf(
                    "%s  %-" + width + "s  %s; %d of %d controls refuted%n",
                    mark,
                    result.claim().id(),
                    result.headline(),
                    refuted,
                    result.controls().size());
            Problems.of(result).forEach(problem -> out.println("      " + problem));
        }
        var comparison = report.comparison();
        if (!comparison.differences().isEmpty()) {
            out.println();
            out.println("Against " + comparison.against() + ":");
            for (var difference : comparison.differences()) {
                String mark = difference.regression() ? console.styled("fg(red),bold", "worse") : "     ";
                out.println(mark + "  " + difference.text());
            }
        }
        out.println();
        out.println("Report: " + reports.resolve("index.html"));
        if (update) out.println("Baseline written: " + baseline.orElse(USUAL_BASELINE));
        else if (comparison.isMade() && report.worse() == 0)
            out.println("No verdict is worse than in " + comparison.against() + ".");
        boolean open =
                report.worse() == 0 && results.stream().allMatch(result -> result.asExpected() || result.isOpen());
        out.println(console.styled(
                report.asExpected() ? "fg(green),bold" : open ? "fg(yellow),bold" : "fg(red),bold", report.sentence()));
    }
}
