package org.cubecheck.report;

import java.util.List;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.report.Baseline.Difference;

/** A report in Markdown, short enough for a comment on a pull request. */
public final class MarkdownReport {

    private MarkdownReport() {}

    /** The text of {@code summary.md}; parameters as in {@link HtmlReport#of}. */
    public static String of(
            AuditReport report,
            String citation,
            String arguments,
            List<Difference> differences,
            List<SweepReport> sweeps) {
        return Templates.render("summary.ftl", View.page(report, citation, arguments, differences, sweeps));
    }
}
