package org.cubecheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cubecheck.audit.Arithmetic.LENIENT;
import static org.cubecheck.audit.Arithmetic.TWO_THREADS;
import static org.cubecheck.audit.Arithmetic.audit;
import static org.cubecheck.audit.Arithmetic.below;
import static org.cubecheck.audit.Arithmetic.claim;
import static org.cubecheck.audit.Arithmetic.draws;
import static org.cubecheck.audit.Arithmetic.number;
import static org.cubecheck.audit.Arithmetic.pause;
import static org.cubecheck.audit.Arithmetic.proposition;
import static org.cubecheck.audit.Arithmetic.refutable;
import static org.cubecheck.audit.Arithmetic.undecided;
import static org.cubecheck.audit.Arithmetic.verdict;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.cubecheck.audit.AuditReport.Standing;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Estimate;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Referee;
import org.cubecheck.claim.Verdict;
import org.cubecheck.claim.Verdict.Reason;
import org.junit.jupiter.api.Test;

/** The auditor on small arithmetical claims whose truth is plain: it must say no more than what was examined. */
class AuditorTest {

    @Test
    void every_identifier_stands_for_one_claim_or_control_and_there_is_one() {
        var auditor = new Auditor(TWO_THREADS, LENIENT, Progress.SILENT);
        var claim = claim(proposition(n -> Outcome.holds(), List.of(below(10))));
        assertThatThrownBy(() -> auditor.audit(List.of(claim, claim))).hasMessage("two claims or controls SOME-CLAIM");
        assertThatThrownBy(() -> auditor.audit(List.of(
                        claim(proposition(n -> Outcome.holds(), List.of(below(10))), refutable(), refutable()))))
                .hasMessage("two claims or controls C-SMALL");
        assertThatThrownBy(() -> auditor.audit(List.of())).hasMessage("no claim to audit");
    }

    @Property(tries = 60)
    void a_true_statement_is_verified_with_every_point_counted(
            @ForAll @LongRange(min = 1, max = 5000) long count, @ForAll @IntRange(min = 1, max = 4) int threads) {
        var visited = ConcurrentHashMap.<Long>newKeySet();
        var result = audit(
                new Settings(10, 7, 1, threads),
                LENIENT,
                claim(proposition(
                        n -> {
                            visited.add(n);
                            return Outcome.holds();
                        },
                        List.of(below(count)))));
        var coverage = ((Verdict.Verified) verdict(result)).coverage();
        assertThat(visited).hasSize((int) count);
        assertThat(coverage.points())
                .isEqualTo(coverage.of())
                .isEqualTo(coverage.cases())
                .isEqualTo(BigInteger.valueOf(count));
        assertThat(coverage.representatives()).isEqualTo(count);
        assertThat(result.asExpected()).isTrue();
    }

    @Property(tries = 60)
    void the_counterexample_is_the_first_in_the_stated_order_on_any_number_of_threads(
            @ForAll @LongRange(min = 0, max = 4999) long first, @ForAll @IntRange(min = 1, max = 4) int threads) {
        var result = audit(
                new Settings(10, 7, 1, threads),
                LENIENT,
                claim(proposition(n -> n < first ? Outcome.holds() : Outcome.fails(number(n)), List.of(below(5000)))));
        var refuted = (Verdict.Refuted) verdict(result);
        assertThat(refuted.counterexample()).isEqualTo(number(first));
        assertThat(refuted.before()).isEqualTo(BigInteger.valueOf(first));
        assertThat(result.asExpected()).isFalse();
    }

    @Test
    void points_out_of_scope_are_counted_apart() {
        var coverage = ((Verdict.Verified) verdict(
                        audit(n -> n % 3 == 0 ? Outcome.holds() : Outcome.outOfScope("divisible by 3"), below(10))))
                .coverage();
        assertThat(coverage.outOfScope()).isEqualTo(BigInteger.valueOf(6));
        assertThat(coverage.cases()).isEqualTo(BigInteger.valueOf(4));
        assertThat(coverage.points()).isEqualTo(BigInteger.TEN);
    }

    @Test
    void a_vacuous_claim_is_undecided() {
        assertThat(undecided(audit(n -> Outcome.outOfScope("never"), below(10))))
                .isEqualTo(Reason.VACUOUS);
        assertThat(undecided(audit(n -> Outcome.outOfScope("never"), draws(100))))
                .isEqualTo(Reason.VACUOUS);
    }

    @Test
    void a_check_that_throws_is_an_error_that_names_the_point() {
        var result = audit(
                n -> {
                    if (n == 17) throw new ArithmeticException("overflow");
                    return Outcome.holds();
                },
                below(100));
        assertThat(undecided(result)).isEqualTo(Reason.ERROR);
        assertThat(((Verdict.Undecided) verdict(result)).message())
                .contains("point 17")
                .contains("overflow");
    }

    @Test
    void a_domain_past_the_budget_is_undecided_and_a_larger_budget_reaches_it() {
        Domain<Long> huge = below(Settings.LIMIT + 1);
        assertThat(undecided(audit(n -> Outcome.holds(), huge))).isEqualTo(Reason.BUDGET);
        var small = claim(proposition(n -> Outcome.holds(), List.of(below(100))));
        assertThat(undecided(audit(new Settings(10, 7, 99.0 / Settings.LIMIT, 1), LENIENT, small)))
                .isEqualTo(Reason.BUDGET);
        var control = claim(
                proposition(n -> Outcome.holds(), List.of(below(100))),
                new Control<>("C-FIRST", "", proposition(n -> Outcome.fails(number(n)), List.of(below(100)))));
        assertThat(audit(new Settings(10, 7, 100.5 / Settings.LIMIT, 1), LENIENT, control)
                        .asExpected())
                .isTrue();
    }

    @Test
    void domains_past_the_largest_dimension_are_left_out_and_nothing_left_is_undecided() {
        Domain<Long> low = Domain.all("low", 2, 5, Long::valueOf);
        Domain<Long> high = Domain.all("high", 3, 5, Long::valueOf);
        var easy = new Control<>(
                "C-LOW", "", new Proposition<>("", "", List.of(low), (Long n) -> Outcome.fails(number(n))));
        var both = claim(proposition(n -> Outcome.holds(), List.of(low, high)), easy);
        assertThat(audit(new Settings(2, 7, 1, 1), LENIENT, both).findings())
                .extracting(AuditReport.Finding::domain)
                .containsExactly("low");
        assertThat(audit(new Settings(3, 7, 1, 1), LENIENT, both).findings()).hasSize(2);
        assertThat(undecided(audit(new Settings(1, 7, 1, 1), LENIENT, both))).isEqualTo(Reason.BUDGET);
    }

    @Test
    void a_certificate_that_the_referee_rejects_decides_nothing() {
        Referee strict =
                (claim, certificate) -> certificate.equals(number(3)) ? Optional.of("no three") : Optional.empty();
        var easy = new Control<>("C-ZERO", "", proposition(n -> Outcome.fails(number(n)), List.of(below(2))));
        assertThat(undecided(audit(
                        TWO_THREADS,
                        strict,
                        claim(
                                proposition(
                                        n -> n < 3 ? Outcome.holds() : Outcome.fails(number(n)), List.of(below(10))),
                                easy))))
                .isEqualTo(Reason.ERROR);
        assertThat(undecided(audit(
                        TWO_THREADS,
                        strict,
                        claim(proposition(n -> Outcome.holds(1, number(n)), List.of(below(10))), easy))))
                .isEqualTo(Reason.ERROR);
        assertThat(undecided(audit(
                        TWO_THREADS,
                        strict,
                        claim(proposition(n -> Outcome.settled(number(n)), List.of(below(10))), easy))))
                .isEqualTo(Reason.ERROR);
        assertThat(audit(
                                TWO_THREADS,
                                strict,
                                claim(proposition(n -> Outcome.settled(number(n)), List.of(below(3))), easy))
                        .standing())
                .isEqualTo(Standing.CERTIFIED);
    }

    @Test
    void the_referee_is_told_of_which_claim_or_control_a_certificate_is_evidence() {
        var told = ConcurrentHashMap.<List<Object>>newKeySet();
        Referee listening = (claim, certificate) -> {
            told.add(List.of(claim, certificate));
            return Optional.empty();
        };
        var control = new Control<>("C-ZERO", "", proposition(n -> Outcome.fails(number(n + 1)), List.of(below(2))));
        audit(TWO_THREADS, listening, claim(proposition(n -> Outcome.settled(number(n)), List.of(below(1))), control));
        assertThat(told).containsExactlyInAnyOrder(List.of("SOME-CLAIM", number(0)), List.of("C-ZERO", number(1)));
    }

    @Test
    void what_arguments_settled_is_certified_even_if_it_is_a_part() {
        var certified = (Verdict.Certified)
                verdict(audit(n -> n == 4 ? Outcome.outOfScope("four") : Outcome.settled(number(n)), below(6)));
        assertThat(certified.certificates()).extracting(c -> c.data().get("n")).containsExactly(0L, 1L, 2L, 3L, 5L);
        assertThat(verdict(audit(n -> n == 4 ? Outcome.holds() : Outcome.settled(number(n)), below(6))))
                .isInstanceOf(Verdict.Certified.class);
        var tens = new Domain.All<Long>("ten cases each", 1, 6, Long::valueOf, 10);
        assertThat(verdict(audit(n -> n == 4 ? Outcome.settled(number(n)) : Outcome.holds(10), tens)))
                .isInstanceOf(Verdict.Certified.class);
        assertThat(undecided(audit(n -> n == 4 ? Outcome.settled(number(n)) : Outcome.holds(1), tens)))
                .isEqualTo(Reason.ERROR);
    }

    @Test
    void one_argument_does_not_settle_two_points() {
        assertThat(undecided(audit(n -> Outcome.settled(number(n / 2)), below(6))))
                .isEqualTo(Reason.ERROR);
    }

    @Test
    void exhibits_come_in_the_order_of_the_domain() {
        var verified = (Verdict.Verified) verdict(
                audit(n -> n % 1000 == 0 ? Outcome.holds(1, number(n)) : Outcome.holds(), below(4000)));
        assertThat(verified.exhibits()).containsExactly(number(0), number(1000), number(2000), number(3000));
    }

    @Test
    void a_count_of_cases_that_is_off_is_an_error() {
        var domain = new Domain.All<Long>("four cases each", 1, 10, Long::valueOf, 4);
        assertThat(verdict(audit(n -> Outcome.holds(4), domain))).isInstanceOf(Verdict.Verified.class);
        assertThat(undecided(audit(n -> Outcome.holds(n == 9 ? 3 : 4), domain))).isEqualTo(Reason.ERROR);
    }

    @Test
    void an_estimate_is_measured_whether_its_gate_was_passed_or_not() {
        var estimate = new Estimate("error", 0.1, 0.05, 0.2, "", "below 0.05", false, List.of(1L), Map.of());
        var result = audit(n -> new Outcome.Estimated(estimate), below(1));
        assertThat(verdict(result)).isEqualTo(new Verdict.Measured(estimate));
        assertThat(result.standing()).isEqualTo(Standing.MEASURED);
    }

    @Test
    void a_second_measurement_is_not_hidden_behind_the_first() {
        var estimate = new Estimate("error", 0.1, 0.05, 0.2, "", "below 0.05", true, List.of(1L), Map.of());
        assertThat(undecided(audit(n -> new Outcome.Estimated(estimate), below(2))))
                .isEqualTo(Reason.ERROR);
        assertThat(undecided(audit(n -> n == 0 ? new Outcome.Estimated(estimate) : Outcome.holds(), below(2))))
                .isEqualTo(Reason.ERROR);
    }

    @Test
    void a_check_that_finds_nothing_is_undecided() {
        assertThat(undecided(audit(n -> null, below(3)))).isEqualTo(Reason.ERROR);
    }

    @Test
    void an_audit_that_is_interrupted_decides_nothing_and_stays_interrupted() {
        var claim = claim(proposition(
                n -> {
                    pause(2);
                    return Outcome.holds();
                },
                List.of(below(2000))));
        Thread.currentThread().interrupt();
        var result = audit(TWO_THREADS, LENIENT, claim);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(undecided(result)).isEqualTo(Reason.ERROR);
        assertThat(((Verdict.Undecided) verdict(result)).message()).isEqualTo("interrupted");
    }
}
