package org.cubecheck.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.AuditReport.ControlResult;
import org.cubecheck.audit.AuditReport.Result;

/**
 * All that the artefacts of one audit tell. They are written from this one value, and whether all is as it should be is
 * decided and worded here, so that none says more than another. Immutable.
 *
 * @param audit what was found
 * @param comparison how that compares with a baseline
 * @param citation the paper that the claims are about
 * @param program how the program was started
 * @param arguments of the command {@code audit} that made the report, settings apart; empty if all claims were audited
 * and nothing else was asked for
 * @param folder where the report lies, as the user named it
 * @param sweeps what sweeps found, shown after the claims
 */
public record Report(
        AuditReport audit,
        Comparison comparison,
        String citation,
        Program program,
        String arguments,
        String folder,
        List<SweepReport> sweeps) {

    public Report {
        requireNonNull(audit, "audit");
        requireNonNull(comparison, "comparison");
        requireNonNull(citation, "citation");
        requireNonNull(program, "program");
        requireNonNull(arguments, "arguments");
        requireNonNull(folder, "folder");
        sweeps = List.copyOf(sweeps);
    }

    /** Of claims of any source, compared with nothing, in the usual folder. */
    public static Report of(AuditReport audit, String citation) {
        return new Report(audit, Comparison.NONE, citation, Program.JAR, "", "reports", List.of());
    }

    /** Whether every claim stands, every control is refuted, and nothing is worse than in the baseline. */
    public boolean asExpected() {
        return audit.asExpected() && comparison.regressions().isEmpty();
    }

    /** Whether the claim stands, its controls are refuted, and nothing about it is worse than in the baseline. */
    boolean asExpected(Result result) {
        return result.asExpected() && !comparison.regressed(result.claim().id());
    }

    /** How many verdicts are worse than in the baseline. */
    public int worse() {
        return comparison.regressions().size();
    }

    /** What the audit came to, in a few words for a heading. */
    public String verdict() {
        return worse() > 0 ? "worse than the baseline" : asExpected() ? "as expected" : "not as expected";
    }

    /** What the audit came to, in one or two sentences: the same words in every artefact. */
    public String sentence() {
        return worse() == 0
                ? found()
                : (worse() == 1 ? "1 verdict is" : worse() + " verdicts are") + " worse than in " + comparison.against()
                        + ": exit code 1. " + found();
    }

    private String found() {
        int claims = audit.results().size();
        long failing =
                audit.results().stream().filter(result -> !result.asExpected()).count();
        long open = audit.results().stream().filter(Result::isOpen).count();
        long controls = controls();
        if (failing == 0)
            return (claims == 1 ? "The claim stands" : "All " + claims + " claims stand")
                    + (controls == 1
                            ? ", and its control is refuted"
                            : ", and all " + controls + " controls are refuted")
                    + (worse() > 0 ? "." : controls == 1 ? ", as it must be." : ", as they must be.");
        String which = failing + " of " + claims + (claims == 1 ? " claim " : " claims ");
        if (failing == open)
            return which + (failing == 1 ? "is" : "are")
                    + " undecided within the dimension and the budget asked for; " + refuted() + " of " + controls
                    + (controls == 1 ? " control is refuted." : " controls are refuted.");
        return which
                + (worse() > 0 ? failing == 1 ? "fails" : "fail" : (failing == 1 ? "is" : "are") + " not as expected")
                + (open == 0 ? "" : ", " + open + " of them undecided within the dimension and the budget asked for")
                + "; " + refuted() + " of " + controls
                + (controls == 1 ? " control is refuted." : " controls are refuted.");
    }

    /** How many controls there are. */
    long controls() {
        return audit.results().stream()
                .mapToLong(result -> result.controls().size())
                .sum();
    }

    /** How many of them are refuted. */
    long refuted() {
        return audit.results().stream()
                .flatMap(result -> result.controls().stream())
                .filter(ControlResult::asExpected)
                .count();
    }
}
