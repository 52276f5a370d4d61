package org.cubecheck.report;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.AuditReport.ControlResult;
import org.cubecheck.audit.AuditReport.Finding;
import org.cubecheck.audit.AuditReport.Result;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Estimate;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Plot;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.claim.Verdict;
import org.cubecheck.claim.Verdict.Coverage;
import org.cubecheck.claim.Verdict.Reason;
import org.cubecheck.report.Baseline.Difference;

/** Reports made by hand: every kind of verdict, and text that tries to break out of its place. */
final class Samples {

    static final String NASTY = "a < b & \"c\" | ${1+1} <script>alert(1)</script> <#list x as y>";

    static final Certificate CERTIFICATE = Certificate.of("sample-kind")
            .with("point", List.of(1, 2))
            .with("text", NASTY)
            .reading("T = x1x2 and " + NASTY);

    static final Verdict VERIFIED = new Verdict.Verified(coverage(24, 24), List.of());
    static final Verdict CERTIFIED = new Verdict.Certified(coverage(8, 8), List.of(CERTIFICATE));
    static final Verdict SURVIVED =
            new Verdict.Survived(100, 3, BigInteger.valueOf(97), BigInteger.TEN.pow(20), -5, List.of());
    static final Verdict REFUTED = new Verdict.Refuted(CERTIFICATE, BigInteger.valueOf(7));
    static final Verdict UNDECIDED = new Verdict.Undecided(Reason.ERROR, "no luck: " + NASTY);
    static final Verdict MEASURED = measured(true);
    static final Verdict MISSED = measured(false);

    /** A sweep that is not as expected, with a table long enough to be folded. */
    static final SweepReport SWEEP = new SweepReport(
            "sample",
            new TreeMap<>(Map.of("dimension", "4", "claim", "")),
            "all of it " + NASTY,
            new org.cubecheck.sweep.SweepFinding(
                    "sample-one",
                    "a title " + NASTY,
                    "a question " + NASTY,
                    false,
                    List.of("a sentence " + NASTY, "another"),
                    List.of(
                            new org.cubecheck.sweep.SweepFinding.Table(
                                    "short " + NASTY, List.of("x", "y " + NASTY), List.of(List.of("1,000", NASTY))),
                            new org.cubecheck.sweep.SweepFinding.Table(
                                    "long", List.of("x"), Collections.nCopies(30, List.of("1"))))));

    private Samples() {}

    static Verdict measured(boolean passed) {
        return new Verdict.Measured(new Estimate(
                "error",
                0.05,
                0.04,
                0.06,
                "bootstrap, 95%",
                "below 0.07",
                passed,
                List.of(1L, 2L),
                Map.of("width", "64"),
                List.of(new Plot(
                        "a plot " + NASTY,
                        "steps",
                        "error",
                        List.of(
                                new Plot.Series("one", List.of(0.0, 1.0), List.of(0.2, 0.1), true),
                                new Plot.Series("two", List.of(1.0, 1.0), List.of(0.2, 0.1), false))))));
    }

    static Coverage coverage(long points, long of) {
        return new Coverage(
                BigInteger.valueOf(points),
                BigInteger.valueOf(of),
                BigInteger.ZERO,
                BigInteger.valueOf(points),
                points);
    }

    static Claim<Integer> claim(String id) {
        var proposition = new Proposition<>(
                "words " + NASTY,
                "x < \\deg T",
                List.of(Domain.list("points", 1, List.of(1))),
                (Integer point) -> Outcome.holds());
        return new Claim<>(
                id,
                "Section & one",
                "title " + NASTY,
                new Source(Provenance.EXTENSION, "nowhere", NASTY, NASTY),
                List.of(NASTY),
                NASTY,
                proposition,
                List.of(new Control<>("C-" + id, "change " + NASTY, proposition)));
    }

    static Result result(String id, Verdict control, Verdict... verdicts) {
        var findings = new java.util.ArrayList<Finding>();
        for (var verdict : verdicts)
            findings.add(finding("domain " + (findings.size() + 1), findings.size() + 1, verdict));
        var claim = claim(id);
        return new Result(
                claim,
                findings,
                List.of(new ControlResult(claim.controls().get(0), finding("control domain", 2, control))));
    }

    private static Finding finding(String domain, int dimension, Verdict verdict) {
        return new Finding(domain, dimension, dimension, BigInteger.valueOf(24), verdict, Duration.ofMillis(1234));
    }

    static AuditReport report(Result... results) {
        return new AuditReport(Settings.DEFAULT, List.of(results));
    }

    /** The report of an audit of "a paper", with a sweep. */
    static Report swept(AuditReport audit, String citation, Difference... differences) {
        return new Report(
                audit,
                differences.length == 0 ? Comparison.NONE : new Comparison("verdicts.json", List.of(differences)),
                citation,
                Program.JAR,
                "",
                "reports",
                List.of(SWEEP));
    }

    /** Everything that can happen. */
    static AuditReport everything() {
        return report(
                result("GOOD", REFUTED, VERIFIED, CERTIFIED, SURVIVED, MEASURED),
                result("FALSE", REFUTED, VERIFIED, REFUTED),
                result("OPEN", REFUTED, UNDECIDED),
                result("GATE", REFUTED, MISSED),
                result("WEAK", VERIFIED, VERIFIED));
    }
}
