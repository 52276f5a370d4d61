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
import static org.cubecheck.audit.Arithmetic.proposition;
import static org.cubecheck.audit.Arithmetic.undecided;
import static org.cubecheck.audit.Arithmetic.verdict;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Verdict;
import org.cubecheck.claim.Verdict.Reason;
import org.junit.jupiter.api.Test;

/** The auditor on domains that are sampled, or taken up to symmetry. */
class SamplesAndOrbitsTest {

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

    // ---- corners

    private static Domain.Sampled<Long> smallDraws(long trials) {
        return Domain.<Long>sampled("draws", 1, BigInteger.TEN, trials, random -> random.nextLong(10))
                .reaching("seven", n -> n == 7)
                .reaching("an even number", n -> n % 2 == 0);
    }

    @Test
    void a_sampled_claim_tells_the_corners_that_its_draws_reached() {
        var survived = (Verdict.Survived) verdict(audit(n -> Outcome.holds(), smallDraws(1000)));
        assertThat(survived.corners()).containsExactly("seven", "an even number");
        assertThat(((Verdict.Survived) verdict(audit(n -> Outcome.holds(), draws(10)))).corners())
                .isEmpty();
    }

    @Test
    void draws_that_miss_a_corner_decide_nothing() {
        var missed = audit(n -> Outcome.holds(), smallDraws(1000).reaching("ten", n -> n == 10));
        assertThat(undecided(missed)).isEqualTo(Reason.ERROR);
        assertThat(((Verdict.Undecided) verdict(missed)).message())
                .isEqualTo("none of 1000 draws reaches the corner: ten");
    }

    @Test
    void a_draw_outside_the_hypotheses_reaches_no_corner() {
        var missed = audit(n -> n == 7 ? Outcome.outOfScope("not seven") : Outcome.holds(), smallDraws(1000));
        assertThat(undecided(missed)).isEqualTo(Reason.ERROR);
        assertThat(((Verdict.Undecided) verdict(missed)).message()).endsWith("the corner: seven");
    }

    @Test
    void fewer_draws_than_the_domain_asks_for_may_miss_a_corner() {
        var claim =
                claim(proposition(n -> Outcome.holds(), List.of(smallDraws(1000).reaching("ten", n -> n == 10))));
        var fewer = (Verdict.Survived) verdict(audit(new Settings(10, 7, 0.999, 2), LENIENT, claim));
        assertThat(fewer.corners()).containsExactly("seven", "an even number");
        assertThat(undecided(audit(new Settings(10, 7, 2, 2), LENIENT, claim))).isEqualTo(Reason.ERROR);
    }

    @Test
    void a_counterexample_counts_before_a_missed_corner() {
        var refuted = audit(
                n -> n < 9 ? Outcome.holds() : Outcome.fails(number(n)),
                smallDraws(1000).reaching("ten", n -> n == 10));
        assertThat(verdict(refuted)).isInstanceOf(Verdict.Refuted.class);
    }

    @Property(tries = 20)
    void the_corners_reached_depend_on_the_seed_and_not_on_the_threads(@ForAll long seed) {
        var few = smallDraws(8);
        var one = verdict(
                audit(new Settings(10, seed, 0.9, 1), LENIENT, claim(proposition(n -> Outcome.holds(), List.of(few)))));
        assertThat(verdict(audit(
                        new Settings(10, seed, 0.9, 3),
                        LENIENT,
                        claim(proposition(n -> Outcome.holds(), List.of(few))))))
                .isEqualTo(one);
    }

    @Test
    void a_domain_keeps_its_corners_when_it_is_bounded_or_lies_within_another() {
        var bounded = smallDraws(5).bounded("m", 1, 2).within("numbers");
        assertThat(bounded.corners()).extracting(Domain.Corner::name).containsExactly("seven", "an even number");
        assertThatThrownBy(() -> bounded.reaching("seven", n -> true)).hasMessageContaining("two corners of one name");
    }

    // ---- orbits

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
    void the_invariance_is_checked_as_often_as_a_domain_says() {
        var looked = new AtomicInteger();
        var domain = new Domain.Orbits<Long>(
                        "numbers up to sign", 1, BigInteger.ONE, 1, n -> new Domain.Orbit<>(n, 1), (n, random) -> {
                            looked.incrementAndGet();
                            return n;
                        })
                .checked(7)
                .bounded("m", 1, 1);
        audit(n -> Outcome.holds(), domain);
        assertThat(looked).hasValue(7);
        assertThatThrownBy(() -> domain.checked(0)).hasMessageContaining("at least once");
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
}
