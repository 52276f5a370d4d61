package org.cubecheck.report;

import java.util.List;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.report.Baseline.Difference;

/**
 * A report as one page that needs no network: overview, filter, and a section for each claim under the anchor of its
 * identifier.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * The text of {@code index.html}.
     *
     * @param citation the paper that the claims are about
     * @param arguments of the command {@code audit} that made the report, settings apart; empty if all claims were
     * audited
     * @param differences from the baseline; empty if there are none or none was asked for
     * @param sweeps what sweeps found, shown after the claims
     */
    public static String of(
            AuditReport report,
            String citation,
            String arguments,
            List<Difference> differences,
            List<SweepReport> sweeps) {
        return Templates.render("report.ftlh", View.page(report, citation, arguments, differences, sweeps));
    }
}
