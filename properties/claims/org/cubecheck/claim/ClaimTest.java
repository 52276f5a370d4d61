package org.cubecheck.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimTest {

    private static final Source SOURCE = new Source(Provenance.EXTENSION, "", "", "");
    private static final Domain<Long> LOW = Domain.list("low", 1, List.of(5L, 6L));
    private static final Domain<Long> HIGH = Domain.list("high", 2, List.of(7L));

    private static Proposition<Long> about(List<Domain<Long>> domains) {
        return new Proposition<>(
                "every number is odd", "", domains, n -> n % 2 == 1 ? Outcome.holds() : Outcome.fails(certificate(n)));
    }

    private static Certificate certificate(Object value) {
        return Certificate.of("some-kind").with("value", value).reading("worked out");
    }

    private static Claim<Long> claim(String id, List<Control<?>> controls) {
        return new Claim<>(id, "Section", "Title", SOURCE, List.of(), "", about(List.of(LOW)), controls);
    }

    @Test
    void a_claim_has_an_identifier_in_capitals_and_at_least_one_control() {
        List<Control<?>> controls = List.of(new Control<>("C-ODD", "", about(List.of(LOW))));
        assertThat(claim("TWO-WORDS-2", controls).at(5L)).isEqualTo(Outcome.holds());
        assertThatThrownBy(() -> claim("two words", controls)).hasMessageContaining("not two words");
        assertThatThrownBy(() -> claim("TWO--WORDS", controls)).hasMessageContaining("not TWO--WORDS");
        assertThatThrownBy(() -> claim("NAKED", List.of())).hasMessageContaining("NAKED has no control");
    }

    @Test
    void a_claim_may_rely_on_others_and_not_on_itself() {
        List<Control<?>> controls = List.of(new Control<>("C-ODD", "", about(List.of(LOW))));
        var claim = claim("ONE", controls);
        assertThat(claim.reliesOn()).isEmpty();
        assertThat(claim.relyingOn("TWO", "THREE").reliesOn()).containsExactly("TWO", "THREE");
        assertThat(claim.relyingOn("TWO").relyingOn()).isEqualTo(claim);
        assertThatThrownBy(() -> claim.relyingOn("ONE")).hasMessage("ONE relies on itself");
        assertThatThrownBy(() -> claim.relyingOn("two")).hasMessageContaining("not two");
        assertThatThrownBy(() -> claim.relyingOn("TWO", "TWO")).hasMessageContaining("relies twice on one claim");
    }

    @Test
    void a_certificate_has_one_entry_of_a_name() {
        assertThatThrownBy(() -> Certificate.of("some-kind").with("value", 1).with("value", 2))
                .hasMessage("a certificate of kind some-kind with two entries value");
        assertThatThrownBy(() -> Certificate.of("some-kind").with("value", null))
                .hasMessage("value");
    }

    @Test
    void a_proposition_has_domains_by_rising_dimension() {
        assertThat(about(List.of(LOW, HIGH)).domains()).containsExactly(LOW, HIGH);
        assertThat(about(List.of(LOW, LOW)).domains()).hasSize(2);
        assertThatThrownBy(() -> about(List.of(HIGH, LOW))).hasMessageContaining("out of order");
        assertThatThrownBy(() -> about(List.of())).hasMessageContaining("no domain");
    }

    @Test
    void a_check_speaks_of_one_point() {
        assertThat(about(List.of(LOW)).at(6L)).isEqualTo(Outcome.fails(certificate(6)));
        assertThat(about(List.of(LOW)).at(7L)).isEqualTo(Outcome.holds(1));
    }

    @Test
    void a_certificate_holds_plain_data_only_and_cannot_be_changed() {
        var certificate = certificate(List.of(1, 2L, "three", true, Map.of("four", 4)));
        assertThat(certificate.data()).isEqualTo(Map.of("value", List.of(1L, 2L, "three", true, Map.of("four", 4L))));
        assertThat(certificate).isEqualTo(certificate(List.of(1L, 2L, "three", true, Map.of("four", 4L))));
        assertThatThrownBy(() -> certificate.data().put("more", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> certificate(1.5)).hasMessageContaining("not 1.5");
        assertThatThrownBy(() -> certificate(List.of(BigInteger.ONE))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_certificate_keeps_its_order() {
        var data = Certificate.of("k")
                .with("z", 1)
                .with("a", 2)
                .with("m", Map.of("x", 1))
                .reading("")
                .data();
        assertThat(data.keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void a_point_that_holds_has_at_least_one_case() {
        assertThat(Outcome.holds(3, certificate(1))).isEqualTo(new Outcome.Holds(3, List.of(certificate(1))));
        assertThatThrownBy(() -> Outcome.holds(0)).hasMessageContaining("at least one case, not 0");
    }

    @Test
    void a_domain_has_at_least_one_point() {
        assertThat(LOW.size()).isEqualTo(BigInteger.TWO);
        assertThat(((Domain.All<Long>) LOW).point().apply(1)).isEqualTo(6L);
        assertThatThrownBy(() -> Domain.list("empty", 1, List.of())).hasMessageContaining("at least one point: empty");
        assertThat(Domain.sampled("one", 1, BigInteger.ONE, 1, random -> 1).size())
                .isEqualTo(BigInteger.ONE);
        assertThatThrownBy(() -> Domain.sampled("none", 1, BigInteger.ONE, 0, random -> 1))
                .hasMessageContaining("at least one trial: none");
    }

    @Test
    void every_provenance_says_in_words_what_it_means() {
        for (var provenance : Provenance.values())
            assertThat(provenance.meaning()).isNotBlank();
        assertThat(Provenance.FORMALIZED.meaning()).contains("ours");
    }

    @Test
    void a_list_is_a_domain_in_its_order() {
        var domain = (Domain.All<String>) Domain.list("letters", 2, List.of("a", "b"));
        assertThat(domain.count()).isEqualTo(2);
        assertThat(domain.point().apply(1)).isEqualTo("b");
        assertThat(domain.casesPerPoint()).isEqualTo(1);
    }

    /** A point where nothing was found would be counted as one where the statement holds. */
    @Test
    void a_check_finds_something_at_every_point() {
        var nothing = new Proposition<Long>("nothing is checked", "", List.of(LOW), n -> null);
        assertThatThrownBy(() -> nothing.at(5L)).hasMessageContaining("no outcome at 5");
    }

    @Test
    void an_estimate_carries_the_plots_added_to_it() {
        var estimate = new Estimate("error", 0.1, 0.05, 0.2, "", "below 0.5", true, List.of(1L), Map.of());
        var plot =
                new Plot("seeds", "seed", "error", List.of(new Plot.Series("all", List.of(1.0), List.of(0.1), false)));
        assertThat(estimate.with(List.of(plot)).with(List.of(plot)).plots()).containsExactly(plot, plot);
        assertThat(estimate.with(List.of(plot)).value()).isEqualTo(0.1);
    }

    @Test
    void a_series_has_as_many_numbers_on_both_axes_and_all_are_finite() {
        assertThatThrownBy(() -> new Plot.Series("s", List.of(), List.of(), true))
                .hasMessageContaining("0 against 0");
        assertThatThrownBy(() -> new Plot.Series("s", List.of(1.0), List.of(1.0, 2.0), true))
                .hasMessageContaining("1 against 2");
        assertThatThrownBy(() -> new Plot.Series("s", List.of(1.0), List.of(Double.NaN), true))
                .hasMessageContaining("not finite");
        assertThatThrownBy(() -> new Plot.Series("s", List.of(Double.POSITIVE_INFINITY), List.of(1.0), true))
                .hasMessageContaining("not finite");
        assertThat(new Plot.Series("s", List.of(1.0, 2.0), List.of(3.0, 4.0), true).xs())
                .hasSize(2);
    }
}
