package org.cubecheck.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import org.cubecheck.audit.AuditReport.Finding;
import org.cubecheck.claim.Verdict;
import org.cubecheck.claim.Verdict.Coverage;

/**
 * How far a finding reaches.
 *
 * @param text as a number out of a number
 * @param note what else bears on it: orbits, cases, points out of scope; may be empty
 * @param permille the share of the domain that was examined, 0..1000, at least 1 where anything was
 */
record Scope(String text, String note, int permille) {

    static Scope of(Finding finding) {
        var verdict = finding.verdict();
        if (verdict instanceof Verdict.Verified verified) return covered(verified.coverage(), "");
        if (verdict instanceof Verdict.Certified certified) return covered(certified.coverage(), "settled by argument");
        if (verdict instanceof Verdict.Survived survived) {
            var trials = BigInteger.valueOf(survived.trials());
            return new Scope(
                    Numbers.text(survived.trials()) + " draws out of " + Numbers.text(survived.size()),
                    note(
                            BigInteger.valueOf(survived.outOfScope()),
                            survived.cases(),
                            trials,
                            "seed " + survived.seed()),
                    permille(trials, survived.size()));
        }
        if (verdict instanceof Verdict.Measured measured) {
            var estimate = measured.estimate();
            return new Scope(
                    estimate.quantity() + ": " + Numbers.text(estimate.value()) + " [" + Numbers.text(estimate.low())
                            + ", " + Numbers.text(estimate.high()) + "]",
                    "gate" + (estimate.threshold().equals(finding.domain()) ? "" : " " + estimate.threshold())
                            + (estimate.passed() ? " passed; " : " missed; ")
                            + estimate.seeds().size() + " seeds, " + estimate.interval(),
                    1000);
        }
        if (verdict instanceof Verdict.Refuted refuted) {
            boolean first = refuted.before().signum() == 0;
            return new Scope(
                    first
                            ? "counterexample at the first of " + Numbers.text(finding.size())
                            : "counterexample after " + Numbers.text(refuted.before()) + " of "
                                    + Numbers.text(finding.size()),
                    "",
                    permille(refuted.before(), finding.size()));
        }
        var undecided = (Verdict.Undecided) verdict;
        return new Scope(
                "0 of " + Numbers.text(finding.size()),
                undecided.reason().name().toLowerCase(Locale.ROOT) + ": " + undecided.message(),
                0);
    }

    private static Scope covered(Coverage coverage, String how) {
        String orbits = BigInteger.valueOf(coverage.representatives()).equals(coverage.points())
                ? how
                : join(how, "by " + Numbers.text(coverage.representatives()) + " representatives of orbits");
        // A single point is a count of many cases, or an argument about them.
        if (coverage.of().equals(BigInteger.ONE))
            return new Scope(
                    coverage.cases().equals(BigInteger.ONE)
                            ? how.isEmpty() ? "the only case" : how
                            : Numbers.text(coverage.cases()) + " cases",
                    coverage.cases().equals(BigInteger.ONE) ? "" : how,
                    permille(coverage.points(), coverage.of()));
        return new Scope(
                Numbers.text(coverage.points()) + " of " + Numbers.text(coverage.of()),
                note(coverage.outOfScope(), coverage.cases(), coverage.points(), orbits),
                permille(coverage.points(), coverage.of()));
    }

    private static String note(BigInteger outOfScope, BigInteger cases, BigInteger points, String more) {
        String scope = outOfScope.signum() == 0 ? "" : Numbers.text(outOfScope) + " out of scope";
        String counted = cases.equals(points.subtract(outOfScope)) ? "" : Numbers.text(cases) + " cases";
        return join(join(counted, scope), more);
    }

    private static String join(String a, String b) {
        return a.isEmpty() || b.isEmpty() ? a + b : a + "; " + b;
    }

    private static int permille(BigInteger part, BigInteger whole) {
        if (part.signum() == 0 || whole.signum() == 0) return 0;
        var share = new BigDecimal(part)
                .multiply(BigDecimal.valueOf(1000))
                .divide(new BigDecimal(whole), 0, RoundingMode.DOWN);
        return Math.max(1, Math.min(1000, share.intValue()));
    }
}
