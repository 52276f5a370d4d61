package org.cubecheck.report;

/**
 * A report as one page that needs no network: overview, filter, and a section for each claim under the anchor of its
 * identifier.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /** The text of {@code index.html}. */
    public static String of(Report report) {
        return Templates.render("report.ftlh", View.page(report));
    }
}
