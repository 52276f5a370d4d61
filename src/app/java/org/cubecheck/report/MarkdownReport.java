package org.cubecheck.report;

/** A report in Markdown, short enough for a comment on a pull request. */
public final class MarkdownReport {

    private MarkdownReport() {}

    /** The text of {@code summary.md}. */
    public static String of(Report report) {
        return Templates.render("summary.ftl", View.page(report));
    }
}
