package org.cubecheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.cubecheck.audit.AuditReport.Result;
import org.cubecheck.audit.AuditReport.Standing;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.junit.jupiter.api.Test;

/** What a claim's standing and headline say of its domains. */
class StandingTest {

    private static final BigInteger MANY = BigInteger.TEN.pow(9);

    private static Domain<Integer> whole(int d) {
        return Domain.list("all, d = " + d, d, List.of(1, 2, 3));
    }

    private static Domain.Sampled<Integer> drawn(int d) {
        return new Domain.Sampled<>("drawn, d = " + d, d, MANY, 5, random -> random.nextInt(3));
    }

    @SafeVarargs
    private static Result audit(Domain<Integer>... domains) {
        var control = new Control<>(
                "C-ONE",
                "never",
                new Proposition<Integer>(
                        "no point",
                        "",
                        List.of(whole(1)),
                        x -> Outcome.fails(Certificate.of("any").reading("so"))));
        var claim = new Claim<>(
                "ONE",
                "a section",
                "a title",
                new Source(Provenance.EXTENSION, "nowhere", "", ""),
                List.of(),
                "",
                new Proposition<>("every point", "", List.of(domains), x -> Outcome.holds()),
                List.of(control));
        return new Auditor(Settings.DEFAULT, (id, certificate) -> java.util.Optional.empty(), Progress.SILENT)
                .audit(List.of(claim))
                .results()
                .get(0);
    }

    @Test
    void a_claim_with_a_sampled_domain_is_verified_in_part() {
        var result = audit(whole(1), whole(2), drawn(3));
        assertThat(result.standing()).isEqualTo(Standing.VERIFIED_IN_PART);
        assertThat(result.headline()).isEqualTo("verified d = 1..2, survived d = 3");
        assertThat(audit(drawn(1), whole(2)).standing()).isEqualTo(Standing.VERIFIED_IN_PART);
        assertThat(audit(whole(1), whole(2)).standing()).isEqualTo(Standing.VERIFIED);
        assertThat(audit(drawn(1), drawn(2)).standing()).isEqualTo(Standing.SURVIVED);
    }

    @Test
    void draws_from_a_domain_that_was_examined_whole_do_not_count() {
        var result = audit(whole(1), drawn(1).within("all, d = 1"));
        assertThat(result.standing()).isEqualTo(Standing.VERIFIED);
        assertThat(result.headline()).isEqualTo("verified d = 1");
        var open = audit(drawn(1), drawn(2).within("drawn, d = 1"));
        assertThat(open.standing()).isEqualTo(Standing.SURVIVED);
        assertThat(open.headline()).isEqualTo("survived d = 1..2");
    }

    @Test
    void a_domain_lies_in_none_but_another_of_the_same_statement() {
        assertThatThrownBy(() -> audit(whole(1), drawn(1).within("all, d = 2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("drawn, d = 1 is said to lie in all, d = 2, which is no other domain");
        assertThatThrownBy(() -> audit(drawn(1).within("drawn, d = 1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_headline_names_what_bounds_the_domains_besides_the_dimension() {
        var result = audit(
                whole(1).bounded("m", 1, 3),
                whole(2).bounded("m", 2, 3),
                drawn(2).bounded("m", 5, 5),
                drawn(3).bounded("m", 5, 5),
                whole(4));
        assertThat(result.headline())
                .isEqualTo("verified d = 1 (m = 1..3), 2 (m = 2..3), 4, survived d = 2..3 (m = 5)");
        assertThat(whole(1).bounded("m", 1, 3).bounds()).containsExactly(new Domain.Bound("m", 1, 3));
    }
}
