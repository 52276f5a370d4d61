package org.cubecheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cubecheck.report.Samples.CERTIFIED;
import static org.cubecheck.report.Samples.MEASURED;
import static org.cubecheck.report.Samples.MISSED;
import static org.cubecheck.report.Samples.REFUTED;
import static org.cubecheck.report.Samples.SURVIVED;
import static org.cubecheck.report.Samples.UNDECIDED;
import static org.cubecheck.report.Samples.VERIFIED;
import static org.cubecheck.report.Samples.report;
import static org.cubecheck.report.Samples.result;

import java.math.BigInteger;
import java.util.List;
import org.cubecheck.claim.Verdict;
import org.cubecheck.report.Baseline.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

    private static final Verdict FEWER_DRAWS =
            new Verdict.Survived(50, 0, BigInteger.valueOf(50), BigInteger.TEN.pow(20), 1, List.of());
    private static final Verdict FEWER_POINTS = new Verdict.Verified(Samples.coverage(23, 24), List.of());
    private static final Verdict MOVED = new Verdict.Refuted(Samples.CERTIFICATE, BigInteger.valueOf(8));

    private static List<Difference> between(Verdict before, Verdict now) {
        return Baseline.of(report(result("A", REFUTED, before))).differences(report(result("A", REFUTED, now)));
    }

    private static void assertRegression(Verdict before, Verdict now, String text) {
        assertThat(between(before, now)).singleElement().satisfies(difference -> {
            assertThat(difference.regression()).isTrue();
            assertThat(difference.text()).isEqualTo(text);
        });
    }

    @Test
    void an_audit_does_not_differ_from_itself() {
        var everything = Samples.everything();
        assertThat(Baseline.of(everything).differences(everything)).isEmpty();
        assertThat(Baseline.parse(Baseline.of(everything).toJson()).differences(everything))
                .isEmpty();
        assertThat(Baseline.parse(Baseline.of(everything).toJson()).toJson())
                .isEqualTo(Baseline.of(everything).toJson());
    }

    @Test
    void another_verdict_is_a_regression_that_is_named() {
        assertRegression(VERIFIED, SURVIVED, "A, domain 1: was verified 24, is survived 100 draws");
        assertRegression(VERIFIED, REFUTED, "A, domain 1: was verified 24, is refuted after 7");
        assertRegression(CERTIFIED, UNDECIDED, "A, domain 1: was certified 8, is undecided");
        assertRegression(VERIFIED, CERTIFIED, "A, domain 1: was verified 24, is certified 8");
        assertRegression(
                MEASURED,
                MISSED,
                "A, domain 1: was measured with 2 seeds, gate passed, is measured with 2 seeds, gate missed");
    }

    @Test
    void a_scope_that_shrank_is_a_regression() {
        assertRegression(SURVIVED, FEWER_DRAWS, "A, domain 1: was survived 100 draws, is survived 50 draws");
        assertRegression(VERIFIED, FEWER_POINTS, "A, domain 1: was verified 24, is verified 23");
    }

    @Test
    void a_scope_that_grew_or_certainty_in_place_of_sampling_is_none() {
        assertThat(between(MISSED, MEASURED)).singleElement().returns(false, Difference::regression);
        assertThat(between(FEWER_DRAWS, SURVIVED)).singleElement().returns(false, Difference::regression);
        assertThat(between(SURVIVED, VERIFIED)).singleElement().returns(false, Difference::regression);
        assertThat(between(UNDECIDED, CERTIFIED)).singleElement().returns(false, Difference::regression);
    }

    @Test
    void a_domain_that_is_no_longer_checked_is_a_regression_and_a_new_one_is_none() {
        var one = report(result("A", REFUTED, VERIFIED));
        var two = report(result("A", REFUTED, VERIFIED, SURVIVED));
        assertThat(Baseline.of(two).differences(one))
                .containsExactly(
                        new Difference("A", "A, domain 2: was survived 100 draws, is no longer checked", true));
        assertThat(Baseline.of(one).differences(two))
                .containsExactly(new Difference("A", "A, domain 2: new, survived 100 draws", false));
    }

    @Test
    void a_claim_that_has_gone_is_a_regression_and_a_new_one_is_none() {
        var one = report(result("A", REFUTED, VERIFIED));
        var two = report(result("A", REFUTED, VERIFIED), result("B", REFUTED, VERIFIED));
        assertThat(Baseline.of(two).differences(one))
                .containsExactly(new Difference("B", "B: no longer audited", true));
        assertThat(Baseline.of(one).differences(two)).containsExactly(new Difference("B", "B: a new claim", false));
    }

    @Test
    void a_control_that_survives_or_is_refuted_elsewhere_is_a_regression() {
        var before = Baseline.of(report(result("A", REFUTED, VERIFIED)));
        assertThat(before.differences(report(result("A", VERIFIED, VERIFIED))))
                .containsExactly(new Difference(
                        "A", "A, control C-A: was refuted in control domain after 7, is verified 24", true));
        assertThat(before.differences(report(result("A", MOVED, VERIFIED))))
                .containsExactly(new Difference(
                        "A",
                        "A, control C-A: was refuted in control domain after 7, is refuted in control domain after 8",
                        true));
    }

    @Test
    void regressions_come_first() {
        var before = Baseline.of(report(result("A", REFUTED, VERIFIED), result("B", REFUTED, VERIFIED)));
        var now = report(result("A", REFUTED, VERIFIED, SURVIVED), result("B", REFUTED, SURVIVED));
        assertThat(before.differences(now)).extracting(Difference::regression).containsExactly(true, false);
    }

    @Test
    void some_claims_may_be_compared_and_replaced() {
        var both = Baseline.of(report(result("A", REFUTED, VERIFIED), result("B", REFUTED, VERIFIED)));
        var changed = report(result("B", REFUTED, SURVIVED));
        assertThat(both.only(List.of("B")).differences(changed)).hasSize(1);
        assertThat(both.with(Baseline.of(changed))
                        .differences(report(result("A", REFUTED, VERIFIED), result("B", REFUTED, SURVIVED))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\": \"another\"}",
                "{",
                "not json",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": {\"A\": {\"domains\": {\"d\": {\"verdict\": "
                        + "\"verified\", \"scope\": \"many\"}}, \"controls\": {}}}}",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": {\"A\": {\"domains\": {\"d\": {\"verdict\": "
                        + "\"fine\", \"scope\": \"1\"}}, \"controls\": {}}}}",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": {\"A\": {\"domains\": {\"d\": {\"verdict\": "
                        + "\"verified\", \"scope\": \"-1\"}}, \"controls\": {}}}}",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": {\"A\": {\"domains\": {\"d\": {\"verdict\": "
                        + "\"verified\", \"scope\": 1}}, \"controls\": {}}}}",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": {\"A\": {\"domains\": {\"d\": {\"verdict\": "
                        + "\"verified\", \"scope\": \"1\", \"case\": \"1\"}}, \"controls\": {}}}}",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": {\"A\": {\"domains\": {}, \"controls\": {}, "
                        + "\"control\": {}}}}",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": {}, \"claim\": {}}",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": {\"A\": {\"domains\": {}}}}",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": 5}",
                "{\"format\": \"cubecheck-verdicts/1\"}",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": {\"A\\nB\": {}}}",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": {}} {}",
                "{\"format\": \"cubecheck-verdicts/1\", \"claims\": {}, \"claims\": {}}"
            })
    void what_is_no_baseline_or_says_nothing_is_refused(String text) {
        assertThatThrownBy(() -> Baseline.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("\n");
    }
}
