package org.cubecheck.report;

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
import org.cubecheck.report.PageParts.Cell;
import org.cubecheck.report.PageParts.Column;
import org.cubecheck.report.PageParts.ControlItem;
import org.cubecheck.report.PageParts.Detail;
import org.cubecheck.report.PageParts.Drawing;
import org.cubecheck.report.PageParts.Entry;
import org.cubecheck.report.PageParts.Item;
import org.cubecheck.report.PageParts.Link;
import org.cubecheck.report.PageParts.Listing;
import org.cubecheck.report.PageParts.Page;
import org.cubecheck.report.PageParts.Proof;
import org.cubecheck.report.PageParts.Proofs;
import org.cubecheck.report.PageParts.Row;
import org.cubecheck.report.PageParts.Section;
import org.cubecheck.report.PageParts.Segment;
import org.cubecheck.report.PageParts.Statement;
import org.cubecheck.report.PageParts.Swept;
import org.cubecheck.report.PageParts.Tally;
import org.cubecheck.report.PageParts.Trouble;

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

    static Page page(Report report) {
        try {
            var audit = report.audit();
            var swept = new ArrayList<Swept>();
            for (var sweep : report.sweeps()) swept.add(swept(sweep, report.program()));
            var sections = new LinkedHashMap<String, List<Item>>();
            for (var result : audit.results())
                sections.computeIfAbsent(result.claim().section(), s -> new ArrayList<>())
                        .add(item(result, report));
            return new Page(
                    report.citation(),
                    report.asExpected(),
                    report.worse(),
                    report.comparison().against(),
                    report.verdict(),
                    report.sentence(),
                    "seed " + audit.settings().seed() + ", budget "
                            + Numbers.text(audit.settings().budget())
                            + (audit.settings().maxDimension() == Integer.MAX_VALUE
                                    ? ""
                                    : ", dimension at most " + audit.settings().maxDimension()),
                    Numbers.seconds(audit.results().stream().map(Result::time).reduce(Duration.ZERO, Duration::plus)),
                    report.program().command(arguments(report.arguments(), audit.settings())),
                    report.program().checker() + " " + Program.quoted(report.folder() + "/certificates"),
                    audit.results().size(),
                    (int) report.controls(),
                    (int) report.refuted(),
                    tallies(audit),
                    bar(report),
                    audit.results().stream()
                            .map(result -> result.claim().source().provenance().name())
                            .distinct()
                            .sorted()
                            .toList(),
                    sections.entrySet().stream()
                            .map(entry -> new Section(anchor(entry.getKey()), entry.getKey(), entry.getValue()))
                            .toList(),
                    audit.results().stream()
                            .filter(result -> !result.asExpected())
                            .map(result -> new Trouble(result.claim().id(), Problems.of(result)))
                            .toList(),
                    report.comparison().differences(),
                    swept,
                    entries(Glossary.all()));
        } catch (TemplateModelException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Claims are counted by their standing. */
    private static List<Tally> tallies(AuditReport report) {
        var tallies = new ArrayList<Tally>();
        for (var standing : Standing.values()) {
            int count = (int) report.results().stream()
                    .filter(result -> result.standing() == standing)
                    .count();
            if (count == 0 && standing.compareTo(Standing.REFUTED) >= 0) continue;
            tallies.add(new Tally(standing.text(), kind(standing), mark(standing), meaning(standing), count));
        }
        return tallies;
    }

    /** The claims by their standing, those that are worse than the baseline apart. */
    private static List<Segment> bar(Report report) {
        var segments = new ArrayList<Segment>();
        for (var standing : Standing.values())
            segments.add(new Segment(
                    kind(standing),
                    report.audit().results().stream()
                            .filter(result -> result.standing() == standing
                                    && !report.comparison()
                                            .regressed(result.claim().id()))
                            .count()));
        // At least one part where only claims that are no longer audited are worse.
        if (report.worse() > 0)
            segments.add(new Segment(
                    "refuted",
                    Math.max(
                            1,
                            report.audit().results().stream()
                                    .filter(result -> report.comparison()
                                            .regressed(result.claim().id()))
                                    .count())));
        return segments.stream().filter(segment -> segment.count() > 0).toList();
    }

    /** A standing as the style sheet names it. */
    private static String kind(Standing standing) {
        return standing.text().replace(' ', '-');
    }

    private static String mark(Standing standing) {
        return switch (standing) {
            case VERIFIED -> "✓";
            case CERTIFIED -> "◆";
            case VERIFIED_IN_PART -> "◑";
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
            case VERIFIED_IN_PART -> "some dimensions examined whole or settled, others only sampled";
            case SURVIVED -> "sampled, no counterexample found";
            case MEASURED -> "on trained networks, against a gate fixed beforehand";
            case REFUTED -> "false: a counterexample is shown";
            case UNDECIDED -> "nothing may be said";
        };
    }

    private static Item item(Result result, Report report) throws TemplateModelException {
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
                report.asExpected(result),
                result.standing().text(),
                kind(result.standing()),
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
                links(result, report.audit()),
                entries(Glossary.in(String.join(
                        " ", claim.proposition().statement(), String.join(" ", claim.hypotheses()), claim.boundary()))),
                rows,
                proofs(Evidence.of(result), result.findings()),
                controls,
                (int) result.controls().stream()
                        .filter(AuditReport.ControlResult::asExpected)
                        .count(),
                report.program()
                        .command(arguments(
                                        claim.id() + empirical(result),
                                        report.audit().settings())
                                + AGAIN),
                Numbers.seconds(result.time()),
                search(result));
    }

    private static List<Link> links(Result result, AuditReport audit) {
        var weakest = audit.weakest(result).id();
        return audit.chain(result).stream()
                .map(link -> new Link(
                        link.id(),
                        link.result().isPresent(),
                        link.headline(),
                        link.id().equals(weakest)))
                .toList();
    }

    private static List<Entry> entries(List<Glossary.Term> terms) throws TemplateModelException {
        var entries = new ArrayList<Entry>();
        for (var term : terms) entries.add(new Entry(term.anchor(), Prose.of(term.name()), term.meaning()));
        return entries;
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

    private static String arguments(String arguments, Settings settings) {
        return "audit " + arguments + (arguments.isEmpty() ? "" : " ") + "--seed "
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

    private static Swept swept(SweepReport sweep, Program program) throws TemplateModelException {
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
                program.command(sweep.arguments()),
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
                : missed ? "measured, gate missed" : finding.standing().text();
        return new Row(
                Prose.of(finding.domain()),
                missed ? "refuted" : kind(finding.standing()),
                control && finding.standing() == Standing.REFUTED ? "✓" : mark(finding.standing()),
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
            cells.add(new Cell(kind(standing), mark(standing), range, "dimension " + range + ": " + standing.text()));
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
