package org.cubecheck.vocabulary;

import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.cubecheck.audit.AuditReport.Finding;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Referee;
import org.cubecheck.claim.Source;
import org.cubecheck.claim.Verdict;

/**
 * What a statement comes to at a point. Evidence counts only if the referee accepts it, here as in an audit: the
 * referee that {@link #judgedBy} names, or none.
 *
 * @param <X> the points of the statement
 */
public final class ClaimAssert<X> extends AbstractAssert<ClaimAssert<X>, Proposition<X>> {

    private final Referee referee;
    private final String name;

    ClaimAssert(Proposition<X> proposition, String name, Referee referee) {
        super(proposition, ClaimAssert.class);
        this.referee = referee;
        this.name = name;
        as(name);
    }

    /** The same, with evidence judged by the given referee; without one it is taken as it is. */
    public ClaimAssert<X> judgedBy(Referee referee) {
        return new ClaimAssert<>(actual, name, referee);
    }

    /** The statement is true at the point, by examination or by an accepted argument. */
    public ClaimAssert<X> holdsAt(X point) {
        var outcome = actual.at(point);
        if (outcome instanceof Outcome.Holds holds) holds.exhibits().forEach(this::checkAccepted);
        else if (outcome instanceof Outcome.Settled settled) checkAccepted(settled.certificate());
        else failWithMessage("Expected to hold at %s, but: %s", point, text(outcome));
        return this;
    }

    /** The statement is false at the point, and the referee accepts the counterexample. */
    public ClaimAssert<X> failsAt(X point) {
        var outcome = actual.at(point);
        if (outcome instanceof Outcome.Fails fails) checkAccepted(fails.counterexample());
        else failWithMessage("Expected to fail at %s, but: %s", point, text(outcome));
        return this;
    }

    /** A hypothesis of the statement is not met at the point. */
    public ClaimAssert<X> isOutOfScopeAt(X point) {
        var outcome = actual.at(point);
        if (!(outcome instanceof Outcome.OutOfScope))
            failWithMessage("Expected %s to be out of scope, but: %s", point, text(outcome));
        return this;
    }

    /**
     * The auditor, with one thread and the given bound on the dimension, finds the statement neither refuted nor
     * undecided anywhere.
     */
    public ClaimAssert<X> standsUpTo(int dimension) {
        for (var finding : audit(dimension)) {
            if (finding.verdict() instanceof Verdict.Refuted || finding.verdict() instanceof Verdict.Undecided)
                failWithMessage("Expected to stand over %s, but: %s", finding.domain(), finding.verdict());
        }
        return this;
    }

    /** The auditor refutes the statement, at the given dimension and not below. */
    public ClaimAssert<X> isRefutedFirstAt(int dimension) {
        var found = audit(Integer.MAX_VALUE).stream()
                .filter(finding -> finding.verdict() instanceof Verdict.Refuted)
                .map(Finding::dimension)
                .findFirst();
        if (found.isEmpty() || found.get() != dimension)
            failWithMessage(
                    "Expected to be refuted first in dimension %s, but: %s",
                    dimension, found.map(d -> "in dimension " + d).orElse("nowhere"));
        return this;
    }

    private List<Finding> audit(int dimension) {
        var source = new Source(Provenance.EXTENSION, "", "", "");
        var claim = new Claim<>(
                "UNDER-TEST", "", "", source, List.of(), "", actual, List.of(new Control<>("C", "", actual)));
        var auditor = new Auditor(new Settings(dimension, 1, 1, 1), referee, Progress.SILENT);
        return auditor.audit(List.of(claim)).results().get(0).findings();
    }

    private void checkAccepted(Certificate certificate) {
        referee.objectionTo(name, certificate)
                .ifPresent(objection -> failWithMessage("The referee rejects %s: %s", certificate, objection));
    }

    private static String text(Outcome outcome) {
        if (outcome instanceof Outcome.Fails fails)
            return "it fails: " + fails.counterexample().reading();
        if (outcome instanceof Outcome.Holds holds)
            return holds.exhibits().stream()
                    .map(Certificate::reading)
                    .collect(Collectors.joining("; ", "it holds ", ""));
        return outcome.toString();
    }
}
