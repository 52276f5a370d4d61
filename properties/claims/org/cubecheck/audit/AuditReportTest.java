package org.cubecheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cubecheck.audit.Arithmetic.LENIENT;
import static org.cubecheck.audit.Arithmetic.TWO_THREADS;
import static org.cubecheck.audit.Arithmetic.audit;
import static org.cubecheck.audit.Arithmetic.below;
import static org.cubecheck.audit.Arithmetic.claim;
import static org.cubecheck.audit.Arithmetic.number;
import static org.cubecheck.audit.Arithmetic.pause;
import static org.cubecheck.audit.Arithmetic.proposition;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cubecheck.audit.AuditReport.Standing;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.junit.jupiter.api.Test;

/** What an audit tells: the headline of a claim, the progress, the times; and the settings it takes. */
class AuditReportTest {

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

    // ---- chains of claims

    private static Claim<Long> named(String id, Domain<Long> domain, String... reliesOn) {
        var easy = new Control<>("C-" + id, "", proposition(n -> Outcome.fails(number(n)), List.of(below(2))));
        var like = claim(proposition(n -> Outcome.holds(), List.of(domain)), easy);
        return new Claim<>(
                        id,
                        like.section(),
                        like.title(),
                        like.source(),
                        List.of(),
                        "",
                        like.proposition(),
                        like.controls())
                .relyingOn(reliesOn);
    }

    private static AuditReport audited(Claim<?>... claims) {
        return new Auditor(TWO_THREADS, LENIENT, Progress.SILENT).audit(List.of(claims));
    }

    @Test
    void a_chain_is_followed_to_its_end_and_hangs_by_its_weakest_link() {
        Domain<Long> drawn = Domain.sampled("draws", 1, BigInteger.TEN, 10, random -> 1L);
        var report =
                audited(named("TOP", below(3), "MIDDLE", "LOW"), named("MIDDLE", below(3), "LOW"), named("LOW", drawn));
        var top = report.results().get(0);
        assertThat(report.chain(top)).extracting(AuditReport.Link::id).containsExactly("MIDDLE", "LOW");
        assertThat(report.chain(top))
                .extracting(AuditReport.Link::headline)
                .containsExactly("verified d = 1", "survived d = 1");
        assertThat(report.weakest(top).id()).isEqualTo("LOW");
        assertThat(report.weakest(top).standing()).isEqualTo("survived");
        var low = report.results().get(2);
        assertThat(report.chain(low)).isEmpty();
        assertThat(report.weakest(low).id()).isEqualTo("LOW");
    }

    @Test
    void of_links_as_strong_as_itself_a_claim_is_its_own_weakest() {
        var report = audited(named("ONE", below(3), "OTHER"), named("OTHER", below(3), "ONE"));
        var one = report.results().get(0);
        assertThat(report.chain(one)).extracting(AuditReport.Link::id).containsExactly("OTHER");
        assertThat(report.weakest(one).id()).isEqualTo("ONE");
    }

    @Test
    void a_claim_that_was_not_audited_is_named_as_such() {
        Domain<Long> drawn = Domain.sampled("draws", 1, BigInteger.TEN, 10, random -> 1L);
        var report = audited(named("ONE", drawn, "ABSENT"));
        var link = report.chain(report.results().get(0)).get(0);
        assertThat(link.result()).isEmpty();
        assertThat(link.standing()).isEqualTo("not audited");
        assertThat(link.headline()).isEqualTo("not audited");
        assertThat(report.weakest(report.results().get(0)).id()).isEqualTo("ABSENT");
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
