package org.cubecheck.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Referee;
import org.cubecheck.claim.Source;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Claims as dynamic tests: the true ones pass, and each way to be wrong fails by itself. */
class ClaimTestsTest {

    private static final Referee ACCEPTS = (claim, certificate) -> Optional.empty();
    private static final Settings SETTINGS = new Settings(2, 1, 1, 1);

    private static Claim<Integer> claim(IntPredicate holds, IntPredicate controlHolds) {
        var small = List.<Domain<Integer>>of(
                Domain.list("1 to 3", 1, List.of(1, 2, 3)),
                Domain.list("4 to 6", 2, List.of(4, 5, 6)),
                Domain.list("7 to 9", 3, List.of(7, 8, 9)));
        return new Claim<>(
                "SQUARES",
                "Numbers",
                "A square is at least its root",
                new Source(Provenance.EXTENSION, "", "", ""),
                List.of(),
                "",
                new Proposition<>("n^2 >= n", "", small, n -> outcome(holds, n)),
                List.of(new Control<>(
                        "C-STRICT",
                        "> for >=",
                        new Proposition<>("n^2 > n", "", small, n -> outcome(controlHolds, n)))));
    }

    private static Outcome outcome(IntPredicate holds, int n) {
        return holds.test(n)
                ? Outcome.holds()
                : Outcome.fails(Certificate.of("square").with("n", n).reading("not at " + n));
    }

    @TestFactory
    DynamicNode a_true_claim_and_its_control_pass() {
        return ClaimTests.of(claim(n -> true, n -> n > 1), SETTINGS, ACCEPTS);
    }

    /** By display name: empty if the test passes, else what it says. */
    private static Map<String, String> run(DynamicNode node) {
        var said = new LinkedHashMap<String, String>();
        ((DynamicContainer) node).getChildren().forEach(child -> {
            var text = "";
            try {
                ((DynamicTest) child).getExecutable().execute();
            } catch (Throwable failure) {
                text = failure.getMessage();
            }
            said.put(child.getDisplayName(), text);
        });
        return said;
    }

    @Test
    void there_is_a_test_for_every_domain_in_reach_and_for_every_control() {
        assertThat(run(a_true_claim_and_its_control_pass()))
                .containsExactly(
                        Map.entry("1 to 3", ""),
                        Map.entry("4 to 6", ""),
                        Map.entry("C-STRICT is refuted: > for >=", ""));
    }

    @Test
    void a_refuted_domain_fails_by_itself_with_its_counterexample() {
        var said = run(ClaimTests.of(claim(n -> n != 5, n -> n > 1), SETTINGS, ACCEPTS));
        assertThat(said.get("1 to 3")).isEmpty();
        assertThat(said.get("4 to 6")).isEqualTo("SQUARES is refuted over 4 to 6: not at 5");
    }

    @Test
    void a_control_that_survives_fails() {
        assertThat(run(ClaimTests.of(claim(n -> true, n -> true), SETTINGS, ACCEPTS))
                        .get("C-STRICT is refuted: > for >="))
                .startsWith("C-STRICT is false and must be refuted");
    }

    @Test
    void evidence_that_the_referee_rejects_settles_nothing() {
        Referee rejects = (claim, certificate) -> Optional.of("no");
        assertThat(run(ClaimTests.of(claim(n -> n != 5, n -> n > 1), SETTINGS, rejects))
                        .get("4 to 6"))
                .startsWith("SQUARES is not settled over 4 to 6");
    }

    @Test
    void a_claim_out_of_reach_is_no_empty_success() {
        var high = claim(n -> true, n -> n > 1);
        var only = new Claim<>(
                high.id(),
                high.section(),
                high.title(),
                high.source(),
                high.hypotheses(),
                high.boundary(),
                new Proposition<>(
                        "",
                        "",
                        high.proposition().domains().subList(2, 3),
                        high.proposition().check()),
                high.controls());
        assertThatThrownBy(() -> ClaimTests.of(only, SETTINGS, ACCEPTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SQUARES has no domain up to dimension 2");
    }
}
