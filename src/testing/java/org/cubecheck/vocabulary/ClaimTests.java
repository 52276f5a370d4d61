package org.cubecheck.vocabulary;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Referee;
import org.cubecheck.claim.Verdict;
import org.junit.jupiter.api.DynamicNode;

/**
 * A claim as tests of JUnit: one for each of its domains, which fails if the claim is refuted or undecided there, and
 * one for each of its controls,
 * which fails unless the control is refuted.
 *
 * <pre>{@code
 * @TestFactory
 * DynamicNode an_involution_has_the_degree_of_its_inverse() {
 *   return ClaimTests.of(INVOLUTION, Settings.DEFAULT, REFEREE);
 * }
 * }</pre>
 *
 * <p>The audit is made once, by the first of the tests that runs; the verdict of each is that of an audit of the claim
 * with the same settings. Immutable.
 */
public final class ClaimTests {

    private ClaimTests() {}

    /**
     * The tests of a claim.
     *
     * @param settings how far the audit goes; domains of a higher dimension than it allows are no tests
     * @param referee judges certificates: what it objects to is no evidence
     * @throws IllegalArgumentException if the settings leave out every domain of the claim
     */
    public static DynamicNode of(Claim<?> claim, Settings settings, Referee referee) {
        var audited = once(() -> new Auditor(settings, referee, Progress.SILENT)
                .audit(List.of(claim))
                .results()
                .get(0));
        var tests = new ArrayList<DynamicNode>();
        for (var domain : claim.proposition().domains()) {
            if (domain.dimension() > settings.maxDimension()) continue;
            tests.add(dynamicTest(domain.name(), () -> checkStands(domain.name(), audited.get())));
        }
        if (tests.isEmpty())
            throw new IllegalArgumentException(
                    claim.id() + " has no domain up to dimension " + settings.maxDimension());
        for (var control : claim.controls()) {
            tests.add(dynamicTest(
                    control.id() + " is refuted: " + control.change(),
                    () -> checkRefuted(control.id(), audited.get())));
        }
        return dynamicContainer(claim.id() + ": " + claim.title(), tests);
    }

    /** The same of several claims. */
    public static Stream<DynamicNode> of(List<? extends Claim<?>> claims, Settings settings, Referee referee) {
        return claims.stream().map(claim -> of(claim, settings, referee));
    }

    private static void checkStands(String domain, AuditReport.Result result) {
        var findings = result.findings().stream()
                .filter(finding -> finding.domain().equals(domain))
                .toList();
        if (findings.isEmpty()) throw new AssertionError(result.claim().id() + " was not audited over " + domain);
        for (var finding : findings) {
            if (finding.verdict() instanceof Verdict.Refuted refuted)
                throw new AssertionError(result.claim().id() + " is refuted over " + domain + ": "
                        + refuted.counterexample().reading());
            if (finding.verdict() instanceof Verdict.Undecided || !finding.asExpected())
                throw new AssertionError(
                        result.claim().id() + " is not settled over " + domain + ": " + finding.verdict());
        }
    }

    private static void checkRefuted(String control, AuditReport.Result result) {
        var found = result.controls().stream()
                .filter(other -> other.control().id().equals(control))
                .findFirst()
                .orElseThrow();
        if (!found.asExpected())
            throw new AssertionError(control + " is false and must be refuted, but: "
                    + found.finding().verdict());
    }

    /** Evaluated by the first who asks, in whichever thread. */
    private static <T> Supplier<T> once(Supplier<T> supplier) {
        return new Supplier<>() {
            private List<T> value = List.of();

            @Override
            public synchronized T get() {
                if (value.isEmpty()) value = List.of(supplier.get());
                return value.get(0);
            }
        };
    }
}
