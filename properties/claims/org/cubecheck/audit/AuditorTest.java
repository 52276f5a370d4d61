package org.cubecheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.cubecheck.audit.AuditReport.Standing;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Estimate;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Referee;
import org.cubecheck.claim.Source;
import org.cubecheck.claim.Verdict;
import org.cubecheck.claim.Verdict.Reason;
import org.junit.jupiter.api.Test;

/** The auditor on small arithmetical claims whose truth is plain: it must say no more than what was examined. */
class AuditorTest {

    private static final Referee LENIENT = (claim, certificate) -> Optional.empty();
    private static final Settings TWO_THREADS = new Settings(10, 7, 1, 2);

    private static Certificate number(long n) {
        return Certificate.of("number").with("n", n).reading("n = " + n);
    }

    private static Domain<Long> below(long count) {
        return Domain.all("numbers below " + count, 1, count, Long::valueOf);
    }

    private static Proposition<Long> proposition(Proposition.Check<Long> check, List<Domain<Long>> domains) {
        return new Proposition<>("a statement", "", domains, check);
    }

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

    private static Control<Long> refutable() {
        return new Control<>(
                "C-SMALL",
                "none",
                proposition(n -> n < 3 ? Outcome.holds() : Outcome.fails(number(n)), List.of(below(10))));
    }

    private static Claim<Long> claim(Proposition<Long> proposition, Control<?>... controls) {
        return new Claim<>(
                "SOME-CLAIM",
                "Section",
                "Title",
                new Source(Provenance.EXTENSION, "", "", ""),
                List.of(),
                "",
                proposition,
                controls.length == 0 ? List.of(refutable()) : List.of(controls));
    }

    private static AuditReport.Result audit(Settings settings, Referee referee, Claim<?> claim) {
        return new Auditor(settings, referee, Progress.SILENT)
                .audit(List.of(claim))
                .results()
                .get(0);
    }

    private static AuditReport.Result audit(Proposition.Check<Long> check, Domain<Long> domain) {
        return audit(TWO_THREADS, LENIENT, claim(proposition(check, List.of(domain))));
    }

    private static Verdict verdict(AuditReport.Result result) {
        return result.findings().get(0).verdict();
    }

    private static Reason undecided(AuditReport.Result result) {
        assertThat(result.asExpected()).isFalse();
        assertThat(result.standing()).isEqualTo(Standing.UNDECIDED);
        return ((Verdict.Undecided) verdict(result)).reason();
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

    private static Domain<Long> draws(long trials) {
        return Domain.sampled("draws", 1, BigInteger.TWO.pow(64), trials, random -> random.nextLong());
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

    @Test
    void exhibits_come_in_the_order_of_the_domain() {
        var verified = (Verdict.Verified) verdict(
                audit(n -> n % 1000 == 0 ? Outcome.holds(1, number(n)) : Outcome.holds(), below(4000)));
        assertThat(verified.exhibits()).containsExactly(number(0), number(1000), number(2000), number(3000));
    }

    @Test
    void a_sampled_claim_survives_and_is_never_verified() {
        var survived = (Verdict.Survived)
                verdict(audit(n -> n % 2 == 0 ? Outcome.holds(5) : Outcome.outOfScope("even"), draws(1000)));
        assertThat(survived.trials()).isEqualTo(1000);
        assertThat(survived.cases()).isEqualTo(BigInteger.valueOf(5 * (1000 - survived.outOfScope())));
        assertThat(survived.outOfScope()).isBetween(400L, 600L);
        assertThat(survived.size()).isEqualTo(BigInteger.TWO.pow(64));
    }

    @Property(tries = 20)
    void the_draws_depend_on_the_seed_and_not_on_the_threads(@ForAll long seed) {
        Set<Long> one = drawn(seed, 1, 1);
        assertThat(one).hasSize(300);
        assertThat(drawn(seed, 3, 1)).isEqualTo(one);
        assertThat(drawn(seed + 1, 1, 1)).doesNotContainAnyElementsOf(one);
        assertThat(drawn(seed, 1, 2)).hasSize(600).containsAll(one);
    }

    private static Set<Long> drawn(long seed, int threads, double budget) {
        var drawn = ConcurrentHashMap.<Long>newKeySet();
        audit(
                new Settings(10, seed, budget, threads),
                LENIENT,
                claim(proposition(
                        n -> {
                            drawn.add(n);
                            return Outcome.holds();
                        },
                        List.of(draws(300)))));
        return drawn;
    }

    private static Domain<Long> orbits(BigInteger size, LongFunction<Domain.Orbit<Long>> orbit) {
        return new Domain.Orbits<>(
                "numbers up to sign", 1, size, 10, orbit, (n, random) -> random.nextBoolean() ? -n : n);
    }

    @Test
    void orbits_count_with_their_size() {
        var domain = orbits(BigInteger.valueOf(19), n -> new Domain.Orbit<>(n, n == 0 ? 1 : 2));
        var coverage = ((Verdict.Verified)
                        verdict(audit(n -> n * n <= 81 ? Outcome.holds() : Outcome.fails(number(n)), domain)))
                .coverage();
        assertThat(coverage.points()).isEqualTo(BigInteger.valueOf(19));
        assertThat(coverage.cases()).isEqualTo(BigInteger.valueOf(19));
        assertThat(coverage.representatives()).isEqualTo(10);
    }

    @Test
    void orbits_that_do_not_add_up_are_an_error() {
        assertThat(undecided(audit(
                        n -> Outcome.holds(),
                        orbits(BigInteger.valueOf(20), n -> new Domain.Orbit<>(n, n == 0 ? 1 : 2)))))
                .isEqualTo(Reason.ERROR);
    }

    @Test
    void a_statement_that_is_not_invariant_under_the_group_is_an_error() {
        var domain = orbits(BigInteger.valueOf(19), n -> new Domain.Orbit<>(n, n == 0 ? 1 : 2));
        assertThat(undecided(audit(n -> n >= 0 ? Outcome.holds() : Outcome.fails(number(n)), domain)))
                .isEqualTo(Reason.ERROR);
    }

    @Test
    void what_throws_beside_the_check_is_an_error_too() {
        var domain = orbits(BigInteger.valueOf(19), n -> new Domain.Orbit<>(n, n == 0 ? 1 : 2));
        assertThat(undecided(audit(
                        n -> {
                            throw new IllegalStateException("boom");
                        },
                        domain)))
                .isEqualTo(Reason.ERROR);
        assertThat(undecided(audit(
                        TWO_THREADS,
                        (claim, certificate) -> {
                            throw new IllegalStateException("boom");
                        },
                        claim(proposition(n -> Outcome.settled(number(n)), List.of(below(3)))))))
                .isEqualTo(Reason.ERROR);
        assertThatThrownBy(() -> new Domain.Orbits<Long>(
                        "none", 1, BigInteger.ONE, 0, n -> new Domain.Orbit<>(n, 1), (n, random) -> n))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one orbit");
        assertThatThrownBy(() -> new Domain.Orbit<>(1L, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not -1");
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
    void the_headline_gives_each_standing_its_range() {
        Domain<Long> d4 = Domain.sampled("draws", 4, BigInteger.TEN, 10, random -> 1L);
        Domain<Long> d6 = Domain.sampled("more draws", 6, BigInteger.TEN, 10, random -> 1L);
        Domain<Long> d2 = Domain.all("pairs", 2, 5, Long::valueOf);
        var easy = new Control<>("C-ONE", "", proposition(n -> Outcome.fails(number(n)), List.of(below(2))));
        var result = audit(
                TWO_THREADS, LENIENT, claim(proposition(n -> Outcome.holds(), List.of(below(3), d2, d4, d6)), easy));
        assertThat(result.headline()).isEqualTo("verified d = 1..2, survived d = 4, 6");
        assertThat(result.standing()).isEqualTo(Standing.VERIFIED_IN_PART);
    }

    @Test
    void the_headline_gives_a_domain_of_several_dimensions_all_of_them() {
        Domain<Long> low = Domain.range("d = 2..10", 2, 10, 0L);
        Domain<Long> high = Domain.range("d = 11..50", 11, 50, 1L);
        Domain<Long> apart = Domain.range("d = 60", 60, 60, 2L);
        var easy = new Control<>("C-ONE", "", proposition(n -> Outcome.fails(number(n)), List.of(below(2))));
        var result = audit(
                new Settings(100, 7, 1, 2),
                LENIENT,
                claim(proposition(n -> Outcome.settled(number(n)), List.of(low, high, apart)), easy));
        assertThat(result.headline()).isEqualTo("certified d = 2..50, 60");
        assertThatThrownBy(() -> Domain.range("none", 3, 2, 0L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 3 to 2");
    }

    @Test
    void progress_is_told_of_every_claim_and_domain_in_order() {
        var told = new ArrayList<String>();
        var last = new AtomicLong();
        var progress = new Progress() {
            @Override
            public void begun(Claim<?> claim, int index, int count) {
                told.add(claim.id() + " " + index + "/" + count);
            }

            @Override
            public void visited(String domain, long done, long total) {
                assertThat(done).isLessThanOrEqualTo(total);
                last.set(done);
            }

            @Override
            public void finished(AuditReport.Result result) {
                told.add(result.headline());
            }
        };
        new Auditor(TWO_THREADS, LENIENT, progress)
                .audit(List.of(claim(proposition(n -> Outcome.holds(), List.of(below(3))))));
        assertThat(told).containsExactly("SOME-CLAIM 0/1", "verified d = 1");
        assertThat(last.get()).isEqualTo(10);
    }

    @Test
    void settings_reject_what_makes_no_sense() {
        assertThatThrownBy(() -> new Settings(0, 1, 1, 1)).hasMessageContaining("largest dimension");
        assertThatThrownBy(() -> new Settings(1, 1, 0, 1)).hasMessageContaining("budget");
        assertThatThrownBy(() -> new Settings(1, 1, Double.NaN, 1)).hasMessageContaining("budget");
        assertThatThrownBy(() -> new Settings(1, 1, 1.1e9, 1)).hasMessageContaining("budget");
        assertThatThrownBy(() -> new Settings(1, 1, 1, 0)).hasMessageContaining("threads");
        assertThat(new Settings(1, 1, 0.001, 1).scaled(10)).isEqualTo(1);
        assertThat(new Settings(1, 1, 2.5, 1).scaled(10)).isEqualTo(25);
    }

    @Property(tries = 100)
    void seeds_are_the_outputs_of_split_mix(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        for (int salt = 0; salt < 5; salt++) assertThat(Seeds.mix(seed, salt)).isEqualTo(random.nextLong());
    }

    @Test
    void the_time_of_a_claim_is_that_of_its_domains_and_controls() {
        var slow = new Control<>(
                "C-SLOW",
                "",
                proposition(
                        n -> {
                            pause(30);
                            return Outcome.fails(number(n));
                        },
                        List.of(below(1))));
        var result = audit(
                TWO_THREADS,
                LENIENT,
                claim(
                        proposition(
                                n -> {
                                    pause(20);
                                    return Outcome.holds();
                                },
                                List.of(below(1))),
                        slow));
        assertThat(result.findings().get(0).time()).isBetween(Duration.ofMillis(20), Duration.ofSeconds(20));
        assertThat(result.controls().get(0).time()).isBetween(Duration.ofMillis(30), Duration.ofSeconds(20));
        assertThat(result.time())
                .isEqualTo(result.findings()
                        .get(0)
                        .time()
                        .plus(result.controls().get(0).time()));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
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

    @Test
    void an_audit_is_as_expected_when_every_claim_is() {
        var good = audit(TWO_THREADS, LENIENT, claim(proposition(n -> Outcome.holds(), List.of(below(3)))));
        var bad = audit(TWO_THREADS, LENIENT, claim(proposition(n -> Outcome.fails(number(n)), List.of(below(3)))));
        assertThat(new AuditReport(TWO_THREADS, List.of(good, good)).asExpected())
                .isTrue();
        assertThat(new AuditReport(TWO_THREADS, List.of(good, bad)).asExpected())
                .isFalse();
    }
}
