package org.cubecheck.report;

import java.util.ArrayList;
import java.util.List;
import org.cubecheck.audit.AuditReport.ControlResult;
import org.cubecheck.audit.AuditReport.Finding;
import org.cubecheck.audit.AuditReport.Result;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Verdict;

/** What is not as expected about a claim, a line each. */
public final class Problems {

    private Problems() {}

    /** Empty if the claim stands and all its controls are refuted. */
    public static List<String> of(Result result) {
        var problems = new ArrayList<String>();
        for (var finding : result.findings()) {
            if (!finding.asExpected()) problems.add(finding.domain() + ": " + of(finding));
        }
        for (var control : result.controls()) {
            if (!control.asExpected()) problems.add(of(control));
        }
        return List.copyOf(problems);
    }

    /**
     * The formulas of a claim and its controls that are not understood, and shown as they are typed: why, a line each.
     */
    public static List<String> inFormulas(Claim<?> claim) {
        var problems = new ArrayList<String>();
        inFormula(claim.id(), claim.proposition(), problems);
        for (var control : claim.controls()) inFormula(control.id(), control.proposition(), problems);
        return List.copyOf(problems);
    }

    private static void inFormula(String id, Proposition<?> proposition, List<String> problems) {
        try {
            MathMl.of(proposition.formula());
        } catch (IllegalArgumentException unknown) {
            problems.add(id + ": shown as it is typed, for " + unknown.getMessage());
        }
    }

    /** What is wrong with one control; empty if it is refuted. */
    static String of(ControlResult control) {
        if (control.asExpected()) return "";
        var finding = control.finding();
        if (finding.verdict() instanceof Verdict.Undecided undecided && undecided.reason() == Verdict.Reason.BUDGET)
            return "control " + control.control().id() + " is undecided: " + undecided.message();
        var found = of(finding);
        return "control " + control.control().id() + " is not refuted: "
                + (found.isEmpty()
                        ? finding.standing().text() + " on " + finding.domain() + ", "
                                + Scope.of(finding).text()
                        : finding.domain() + ": " + found);
    }

    /** What is wrong with one finding; empty if nothing is. */
    static String of(Finding finding) {
        var verdict = finding.verdict();
        if (verdict instanceof Verdict.Refuted refuted)
            return "refuted: " + refuted.counterexample().reading();
        if (verdict instanceof Verdict.Undecided)
            return "undecided, " + Scope.of(finding).note();
        if (verdict instanceof Verdict.Measured && !finding.asExpected())
            return "gate missed: " + Scope.of(finding).text() + ", "
                    + Scope.of(finding).note();
        return "";
    }
}
