package org.cubecheck.report;

import static java.util.Objects.requireNonNull;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.AuditReport.Finding;
import org.cubecheck.audit.AuditReport.Result;
import org.cubecheck.audit.AuditReport.Standing;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Verdict;
import org.cubecheck.report.Baseline.Difference;

/** What the templates are given: a report, worded and counted. */
final class View {

    /** So many pieces of evidence are shown at once, so many more on request; the rest is in files. */
    private static final int EVIDENCE_SHOWN = 3;

    private static final int EVIDENCE_KEPT = 20;
    private static final int DATA_SHOWN = 3_000;
    private static final int CELLS = 9;

    /** So that whoever repeats a claim keeps the report that he reads. */
    private static final String AGAIN = " --reports target/again";

    /** A table of a sweep with more rows is folded. */
    private static final int ROWS_SHOWN = 24;

    private View() {}

    /** The whole report. */
    public record Page(
            String citation,
            boolean asExpected,
            String sentence,
            String settings,
            String time,
            String command,
            int claims,
            int controls,
            int controlsRefuted,
            List<Tally> tallies,
            List<String> provenances,
            List<Section> sections,
            List<Trouble> troubles,
            List<Difference> differences,
            List<Swept> sweeps) {
        public Page {
            requireNonNull(citation, "citation");
            requireNonNull(differences, "differences");
        }
    }

    /** What one sweep found. */
    public record Swept(
            String anchor,
            TemplateHTMLOutputModel title,
            String plainTitle,
            boolean asExpected,
            TemplateHTMLOutputModel question,
            List<TemplateHTMLOutputModel> sentences,
            List<String> plainSentences,
            List<Listing> tables,
            String command,
            String file) {}

    /** A table of a sweep; a long one is shown on request. */
    public record Listing(
            TemplateHTMLOutputModel title,
            List<Column> columns,
            List<List<TemplateHTMLOutputModel>> rows,
            boolean folded) {}

    /** What is above a column, and whether numbers stand in it. */
    public record Column(TemplateHTMLOutputModel head, boolean numbers) {}

    /** How many claims came to one kind of verdict. */
    public record Tally(String standing, String mark, String meaning, int count, String extent) {}

    /** The claims under one heading. */
    public record Section(String anchor, String title, List<Item> claims) {}

    /** What is not as expected, and where. */
    public record Trouble(String id, List<String> problems) {}

    /** A few domains of a claim that came to one kind of verdict: a cell of the strip in the overview. */
    public record Cell(String standing, String mark, String range, String meaning) {}

    /** One claim. */
    public record Item(
            String id,
            TemplateHTMLOutputModel title,
            String plainTitle,
            boolean asExpected,
            String standing,
            String mark,
            String headline,
            List<Cell> cells,
            String provenance,
            String meaning,
            String reference,
            TemplateHTMLOutputModel words,
            TemplateHTMLOutputModel wording,
            Statement statement,
            List<TemplateHTMLOutputModel> hypotheses,
            TemplateHTMLOutputModel boundary,
            List<Row> rows,
            Proofs evidence,
            List<ControlItem> controls,
            int refuted,
            String command,
            String time,
            String search) {}

    /** In words and as a formula. */
    public record Statement(TemplateHTMLOutputModel words, String plain, TemplateHTMLOutputModel formula) {}

    /** One domain. */
    public record Row(
            TemplateHTMLOutputModel domain,
            String standing,
            String mark,
            String word,
            String scope,
            String note,
            int permille,
            String time,
            List<Detail> details) {}

    /** A figure or setting of a measurement. */
    public record Detail(String name, String value) {}

    /** Evidence: what is shown, what is behind a click, and how many more there are in files. */
    public record Proofs(List<Drawing> figures, List<Proof> shown, List<Proof> hidden, int more) {}

    /** A figure, its chart as markup. */
    public record Drawing(Figure figure, TemplateHTMLOutputModel chart) {}

    /** One certificate. */
    public record Proof(
            String kind, String title, TemplateHTMLOutputModel reading, String file, String data, boolean cut) {}

    /** One control. */
    public record ControlItem(
            String id,
            TemplateHTMLOutputModel change,
            boolean asExpected,
            Statement statement,
            Row row,
            Proofs evidence) {}

    static Page page(
            AuditReport report,
            String citation,
            String arguments,
            List<Difference> differences,
            List<SweepReport> sweeps) {
        try {
            var swept = new ArrayList<Swept>();
            for (var sweep : sweeps) swept.add(swept(sweep));
            var sections = new LinkedHashMap<String, List<Item>>();
            for (var result : report.results())
                sections.computeIfAbsent(result.claim().section(), s -> new ArrayList<>())
                        .add(item(result, report.settings()));
            var controls = report.results().stream()
                    .flatMap(result -> result.controls().stream())
                    .toList();
            int refuted = (int) controls.stream()
                    .filter(AuditReport.ControlResult::asExpected)
                    .count();
            return new Page(
                    citation,
                    report.asExpected(),
                    sentence(report, controls.size(), refuted),
                    "seed " + report.settings().seed() + ", budget "
                            + Numbers.text(report.settings().budget())
                            + (report.settings().maxDimension() == Integer.MAX_VALUE
                                    ? ""
                                    : ", dimension at most " + report.settings().maxDimension()),
                    Numbers.seconds(report.results().stream().map(Result::time).reduce(Duration.ZERO, Duration::plus)),
                    command(requireNonNull(arguments, "arguments"), report.settings()),
                    report.results().size(),
                    controls.size(),
                    refuted,
                    tallies(report),
                    report.results().stream()
                            .map(result -> result.claim().source().provenance().name())
                            .distinct()
                            .sorted()
                            .toList(),
                    sections.entrySet().stream()
                            .map(entry -> new Section(anchor(entry.getKey()), entry.getKey(), entry.getValue()))
                            .toList(),
                    report.results().stream()
                            .filter(result -> !result.asExpected())
                            .map(result -> new Trouble(result.claim().id(), Problems.of(result)))
                            .toList(),
                    differences,
                    swept);
        } catch (TemplateModelException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sentence(AuditReport report, int controls, int refuted) {
        int claims = report.results().size();
        long failing =
                report.results().stream().filter(result -> !result.asExpected()).count();
        if (failing > 0)
            return failing + " of " + claims + " claims " + (failing == 1 ? "is" : "are") + " not as expected; "
                    + refuted + " of " + controls + " controls are refuted.";
        return (claims == 1 ? "The claim stands" : "All " + claims + " claims stand")
                + (controls == 1
                        ? ", and its control is refuted, as it must be."
                        : ", and all " + controls + " controls are refuted, as they must be.");
    }

    /** Claims are counted by their standing; how many of them hold it over every domain is said beside. */
    private static List<Tally> tallies(AuditReport report) {
        var tallies = new ArrayList<Tally>();
        for (var standing : Standing.values()) {
            var claims = report.results().stream()
                    .filter(result -> result.standing() == standing)
                    .toList();
            if (claims.isEmpty() && standing.compareTo(Standing.REFUTED) >= 0) continue;
            long throughout = claims.stream()
                    .filter(result -> result.findings().stream().allMatch(finding -> finding.standing() == standing))
                    .count();
            String extent = throughout == claims.size() || standing.compareTo(Standing.REFUTED) >= 0
                    ? ""
                    : throughout + " in every dimension listed, " + (claims.size() - throughout)
                            + " in those so marked";
            tallies.add(new Tally(JsonReport.name(standing), mark(standing), meaning(standing), claims.size(), extent));
        }
        return tallies;
    }

    private static String mark(Standing standing) {
        return switch (standing) {
            case VERIFIED -> "✓";
            case CERTIFIED -> "◆";
            case SURVIVED -> "≈";
            case MEASURED -> "∿";
            case REFUTED -> "✗";
            case UNDECIDED -> "?";
        };
    }

    private static String meaning(Standing standing) {
        return switch (standing) {
            case VERIFIED -> "every case examined, in exact arithmetic";
            case CERTIFIED -> "settled by an argument that an independent program accepted";
            case SURVIVED -> "sampled, no counterexample found";
            case MEASURED -> "on trained networks, against a gate fixed beforehand";
            case REFUTED -> "false: a counterexample is shown";
            case UNDECIDED -> "nothing may be said";
        };
    }

    private static Item item(Result result, Settings settings) throws TemplateModelException {
        Claim<?> claim = result.claim();
        var hypotheses = new ArrayList<TemplateHTMLOutputModel>();
        for (var hypothesis : claim.hypotheses()) hypotheses.add(Prose.of(hypothesis));
        var rows = new ArrayList<Row>();
        for (var finding : result.findings()) rows.add(row(finding, false));
        var controls = new ArrayList<ControlItem>();
        for (var control : result.controls())
            controls.add(new ControlItem(
                    control.control().id(),
                    Prose.of(control.control().change()),
                    control.asExpected(),
                    statement(control.control().proposition()),
                    row(control.finding(), true),
                    proofs(Evidence.of(control), List.of())));
        return new Item(
                claim.id(),
                Prose.of(claim.title()),
                claim.title(),
                result.asExpected(),
                JsonReport.name(result.standing()),
                mark(result.standing()),
                result.headline(),
                cells(result.findings()),
                claim.source().provenance().name(),
                claim.source().provenance().meaning(),
                claim.source().reference(),
                Prose.of(claim.source().words()),
                Prose.of(claim.source().wording()),
                statement(claim.proposition()),
                hypotheses,
                Prose.of(claim.boundary()),
                rows,
                proofs(Evidence.of(result), result.findings()),
                controls,
                (int) result.controls().stream()
                        .filter(AuditReport.ControlResult::asExpected)
                        .count(),
                command(claim.id() + empirical(result), settings) + AGAIN,
                Numbers.seconds(result.time()),
                search(result));
    }

    private static String search(Result result) {
        var claim = result.claim();
        var words = new ArrayList<>(List.of(
                claim.id(),
                claim.title(),
                claim.section(),
                claim.proposition().statement(),
                claim.source().reference(),
                claim.source().provenance().name()));
        result.controls()
                .forEach(control -> words.addAll(
                        List.of(control.control().id(), control.control().change())));
        return String.join(" ", words).toLowerCase(java.util.Locale.ROOT);
    }

    private static String command(String arguments, Settings settings) {
        return "java -jar target/cubecheck.jar audit " + arguments + (arguments.isEmpty() ? "" : " ") + "--seed "
                + settings.seed()
                + (settings.budget() == 1 ? "" : " --budget " + settings.budget())
                + (settings.maxDimension() == Integer.MAX_VALUE ? "" : " --max-dimension " + settings.maxDimension());
    }

    private static String empirical(Result result) {
        if (!(result.findings().get(0).verdict() instanceof Verdict.Measured measured)) return "";
        return " --empirical "
                + (measured.estimate().details().getOrDefault("experiment", "").endsWith("size quick")
                        ? "quick"
                        : "full");
    }

    private static Swept swept(SweepReport sweep) throws TemplateModelException {
        var finding = sweep.finding();
        var tables = new ArrayList<Listing>();
        for (var table : finding.tables()) {
            var rows = new ArrayList<List<TemplateHTMLOutputModel>>();
            for (var row : table.rows()) rows.add(prose(row));
            var columns = new ArrayList<Column>();
            for (int i = 0; i < table.columns().size(); i++) {
                int column = i;
                columns.add(new Column(
                        Prose.of(table.columns().get(i)),
                        table.rows().stream().allMatch(row -> row.get(column).matches("[-0-9.,/+%]*"))));
            }
            tables.add(new Listing(Prose.of(table.title()), columns, rows, rows.size() > ROWS_SHOWN));
        }
        return new Swept(
                "sweep-" + finding.name(),
                Prose.of(finding.title()),
                finding.title(),
                finding.asExpected(),
                Prose.of(finding.question()),
                prose(finding.sentences()),
                finding.sentences(),
                tables,
                "java -jar target/cubecheck.jar " + sweep.arguments(),
                "sweeps/" + finding.name() + ".json");
    }

    private static List<TemplateHTMLOutputModel> prose(List<String> texts) throws TemplateModelException {
        var prose = new ArrayList<TemplateHTMLOutputModel>();
        for (var text : texts) prose.add(Prose.of(text));
        return prose;
    }

    private static Statement statement(Proposition<?> proposition) throws TemplateModelException {
        return new Statement(
                Prose.of(proposition.statement()),
                proposition.statement(),
                HTMLOutputFormat.INSTANCE.fromMarkup(formula(proposition.formula())));
    }

    /** A formula that is not understood is shown as it was typed; {@link Problems#inFormulas} tells of it. */
    private static String formula(String tex) {
        if (tex.isEmpty()) return "";
        try {
            return String.join("", MathMl.of(tex));
        } catch (IllegalArgumentException unknown) {
            return "<code>" + MathMl.escaped(tex) + "</code>";
        }
    }

    private static Row row(Finding finding, boolean control) throws TemplateModelException {
        var scope = Scope.of(finding);
        boolean missed = finding.verdict() instanceof Verdict.Measured && !finding.asExpected();
        String word = control && finding.standing() == Standing.REFUTED
                ? "refuted, as it must be"
                : missed ? "measured, gate missed" : JsonReport.name(finding.standing());
        return new Row(
                Prose.of(finding.domain()),
                missed ? "refuted" : JsonReport.name(finding.standing()),
                mark(finding.standing()),
                word,
                scope.text(),
                scope.note(),
                scope.permille(),
                Numbers.seconds(finding.time()),
                details(finding));
    }

    private static List<Detail> details(Finding finding) {
        if (!(finding.verdict() instanceof Verdict.Measured measured)) return List.of();
        return measured.estimate().details().entrySet().stream()
                .map(entry -> new Detail(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** One cell a domain where there are few, else one for each run of domains with the same verdict. */
    private static List<Cell> cells(List<Finding> findings) {
        var cells = new ArrayList<Cell>();
        boolean each = findings.size() <= CELLS;
        for (int i = 0; i < findings.size(); ) {
            var standing = findings.get(i).standing();
            int low = findings.get(i).from();
            int high = findings.get(i).dimension();
            int count = 0;
            do {
                high = findings.get(i).dimension();
                count++;
                i++;
            } while (i < findings.size()
                    && findings.get(i).standing() == standing
                    && (!each
                            || findings.get(i).from() == low && findings.get(i).dimension() == high));
            String range = low == high ? Integer.toString(low) : low + "–" + high;
            cells.add(new Cell(
                    JsonReport.name(standing),
                    mark(standing),
                    range,
                    "dimension " + range + ": " + JsonReport.name(standing)));
        }
        return cells;
    }

    /** What is drawn need not be read as well, but may be. */
    private static Proofs proofs(List<Evidence.Named> evidence, List<Finding> findings) throws TemplateModelException {
        var drawn = new ArrayList<>(
                Pictures.of(evidence.stream().map(Evidence.Named::certificate).toList()));
        drawn.addAll(Pictures.plots(findings.stream()
                .flatMap(finding -> finding.verdict() instanceof Verdict.Measured measured
                        ? measured.estimate().plots().stream()
                        : Stream.empty())
                .toList()));
        var figures = new ArrayList<Drawing>();
        for (var figure : drawn) figures.add(new Drawing(figure, HTMLOutputFormat.INSTANCE.fromMarkup(figure.chart())));
        var shown = new ArrayList<Proof>();
        var hidden = new ArrayList<Proof>();
        for (var named : evidence) {
            if (shown.size() < EVIDENCE_SHOWN
                    && !Pictures.draws(named.certificate().kind())) shown.add(proof(named));
            else if (hidden.size() < EVIDENCE_KEPT) hidden.add(proof(named));
        }
        return new Proofs(figures, shown, hidden, evidence.size() - shown.size() - hidden.size());
    }

    private static Proof proof(Evidence.Named named) throws TemplateModelException {
        var certificate = named.certificate();
        String data = Json.write(certificate.data()).strip();
        boolean cut = data.length() > DATA_SHOWN;
        return new Proof(
                certificate.kind(),
                certificate.kind().replace('-', ' '),
                Prose.of(certificate.reading()),
                "certificates/" + named.file(),
                cut ? data.substring(0, DATA_SHOWN) : data,
                cut);
    }

    static String anchor(String section) {
        return "section-" + section.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
