package org.cubecheck.report;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;
import org.cubecheck.report.Baseline.Difference;

/** What the templates of a report show, part by part; {@link View} words and counts it. */
final class PageParts {

    private PageParts() {}

    /** The whole report. */
    public record Page(
            String citation,
            boolean asExpected,
            int worse,
            String against,
            String verdict,
            String sentence,
            String settings,
            String time,
            String command,
            String checker,
            int claims,
            int controls,
            int controlsRefuted,
            List<Tally> tallies,
            List<Segment> bar,
            List<String> provenances,
            List<Section> sections,
            List<Trouble> troubles,
            List<Difference> differences,
            List<Swept> sweeps,
            List<Entry> glossary) {}

    /** A term of the glossary. */
    public record Entry(String anchor, TemplateHTMLOutputModel name, TemplateHTMLOutputModel meaning) {}

    /** A part of the bar under the headline: so many claims of one kind. */
    public record Segment(String kind, long count) {}

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
    public record Tally(String standing, String kind, String mark, String meaning, int count) {}

    /** The claims under one heading. */
    public record Section(String anchor, String title, List<Item> claims) {}

    /** What is not as expected, and where. */
    public record Trouble(String id, List<String> problems) {}

    /** A few domains of a claim that came to one kind of verdict: a cell of the strip in the overview. */
    public record Cell(String kind, String mark, String range, String meaning) {}

    /** One claim. */
    public record Item(
            String id,
            TemplateHTMLOutputModel title,
            String plainTitle,
            boolean asExpected,
            String standing,
            String kind,
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
            List<Link> reliesOn,
            List<Entry> terms,
            List<Row> rows,
            Proofs evidence,
            List<ControlItem> controls,
            int refuted,
            String command,
            String time,
            String search) {}

    /** A claim that another relies on; one that was not audited is no place to go to. */
    public record Link(String id, boolean audited, String headline, boolean weakest) {}

    /** In words and as a formula. */
    public record Statement(TemplateHTMLOutputModel words, String plain, TemplateHTMLOutputModel formula) {}

    /** One domain. */
    public record Row(
            TemplateHTMLOutputModel domain,
            String kind,
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
}
