package org.cubecheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cubecheck.audit.Arithmetic.LENIENT;
import static org.cubecheck.audit.Arithmetic.TWO_THREADS;
import static org.cubecheck.audit.Arithmetic.audit;
import static org.cubecheck.audit.Arithmetic.below;
import static org.cubecheck.audit.Arithmetic.claim;
import static org.cubecheck.audit.Arithmetic.number;
import static org.cubecheck.audit.Arithmetic.proposition;

import java.util.List;
import org.cubecheck.audit.AuditReport.Standing;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Verdict;
import org.cubecheck.claim.Verdict.Reason;
import org.junit.jupiter.api.Test;

/** A claim is believed only if its controls are refuted; those that are out of reach leave it open. */
class ControlsTest {

    @Test
    void a_claim_whose_control_survives_fails_the_audit() {
        var survivor = new Control<>("C-TRUE", "", proposition(n -> Outcome.holds(), List.of(below(10), below(20))));
        var result =
                audit(TWO_THREADS, LENIENT, claim(proposition(n -> Outcome.holds(), List.of(below(10))), survivor));
        assertThat(result.standing()).isEqualTo(Standing.VERIFIED);
        assertThat(result.asExpected()).isFalse();
        assertThat(new AuditReport(TWO_THREADS, List.of(result)).asExpected()).isFalse();
    }

    @Test
    void a_control_whose_counterexamples_begin_above_the_dimension_asked_for_is_undecided() {
        Domain<Long> high = Domain.all("high", 3, 30, Long::valueOf);
        var control = new Control<>(
                "C-HIGH",
                "",
                proposition(n -> n < 12 ? Outcome.holds() : Outcome.fails(number(n)), List.of(below(10), high)));
        var claim = claim(proposition(n -> Outcome.holds(), List.of(below(10))), control);
        var open = audit(new Settings(2, 7, 1, 1), LENIENT, claim);
        var found = open.controls().get(0).finding();
        assertThat(found.domain()).isEqualTo("high");
        assertThat(found.verdict())
                .isEqualTo(new Verdict.Undecided(
                        Reason.BUDGET, "no counterexample up to d = 2, which was asked for; it is sought up to d = 3"));
        assertThat(open.asExpected()).isFalse();
        assertThat(open.isOpen()).isTrue();
        assertThat(open.standing()).isEqualTo(Standing.VERIFIED);
        var whole = audit(new Settings(3, 7, 1, 1), LENIENT, claim);
        assertThat(whole.asExpected()).isTrue();
        assertThat(whole.isOpen()).isFalse();
    }

    @Test
    void a_claim_is_not_open_if_it_or_its_control_fails() {
        Domain<Long> high = Domain.all("high", 3, 30, Long::valueOf);
        var unreached = new Control<>("C-HIGH", "", proposition(n -> Outcome.fails(number(n)), List.of(high)));
        var survivor = new Control<>("C-TRUE", "", proposition(n -> Outcome.holds(), List.of(below(10))));
        var settings = new Settings(2, 7, 1, 1);
        assertThat(audit(settings, LENIENT, claim(proposition(n -> Outcome.holds(), List.of(below(10))), unreached))
                        .isOpen())
                .isTrue();
        assertThat(audit(
                                settings,
                                LENIENT,
                                claim(proposition(n -> Outcome.holds(), List.of(below(10))), unreached, survivor))
                        .isOpen())
                .isFalse();
        assertThat(audit(
                                settings,
                                LENIENT,
                                claim(proposition(n -> Outcome.fails(number(n)), List.of(below(10))), unreached))
                        .isOpen())
                .isFalse();
        assertThat(audit(
                                settings,
                                LENIENT,
                                claim(proposition(n -> Outcome.outOfScope("none"), List.of(below(10))), unreached))
                        .isOpen())
                .isFalse();
        Domain<Long> broken = Domain.all("broken", 1, 5, n -> {
            throw new IllegalStateException("broken");
        });
        var error = new Control<>("C-BROKEN", "", proposition(n -> Outcome.holds(), List.of(broken, high)));
        var failed = audit(settings, LENIENT, claim(proposition(n -> Outcome.holds(), List.of(below(10))), error));
        assertThat(failed.controls().get(0).finding().domain()).isEqualTo("broken");
        assertThat(failed.isOpen()).isFalse();
    }

    @Test
    void the_search_for_a_control_goes_up_the_domains_and_stops_at_the_first_refuted() {
        var control = new Control<>(
                "C-LARGE",
                "",
                proposition(
                        n -> n < 12 ? Outcome.holds() : Outcome.fails(number(n)),
                        List.of(below(10), below(20), below(30))));
        var found = audit(TWO_THREADS, LENIENT, claim(proposition(n -> Outcome.holds(), List.of(below(10))), control))
                .controls()
                .get(0);
        assertThat(found.asExpected()).isTrue();
        assertThat(found.finding().domain()).isEqualTo("numbers below 20");
        assertThat(((Verdict.Refuted) found.finding().verdict()).counterexample())
                .isEqualTo(number(12));
    }

    @Test
    void an_error_below_a_refuted_domain_of_a_control_shows() {
        Proposition.Check<Long> check = n -> {
            if (n < 3) throw new ArithmeticException("overflow");
            return Outcome.fails(number(n));
        };
        var control = new Control<>(
                "C-HIDDEN", "", proposition(check, List.of(below(2), Domain.list("three", 2, List.of(3L)))));
        var result = audit(TWO_THREADS, LENIENT, claim(proposition(n -> Outcome.holds(), List.of(below(10))), control));
        assertThat(result.controls().get(0).finding().verdict()).isInstanceOf(Verdict.Undecided.class);
        assertThat(result.asExpected()).isFalse();
    }
}
