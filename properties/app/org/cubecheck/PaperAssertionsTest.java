package org.cubecheck;

import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.PaperAssertions.assertThatThrownBy;

import java.util.List;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.junit.jupiter.api.Test;

/** The assertions of this project's tests ask the checker. */
class PaperAssertionsTest {

    @Test
    void a_certificate_is_judged_by_the_checker() {
        var certificate = Certificate.of("inverse-degree-differs")
                .with("transform", List.of(0, 1))
                .with("statement", "any")
                .with("degree", 1)
                .with("inverseDegree", 2)
                .reading("");
        assertThat(certificate)
                .isRejected("inverseDegree is stated as 2 and is 1")
                .isRejectedWith("degree", 7, "degree is stated as 7");
        assertThatThrownBy(() -> assertThat(certificate).isAccepted())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("inverseDegree");
    }

    @Test
    void evidence_of_an_unknown_kind_is_none() {
        var evidence = Certificate.of("no-such-kind").with("x", 2).reading("two is two");
        var one = List.<Domain<Integer>>of(Domain.list("one point", 1, List.of(2)));
        assertThatThrownBy(() -> assertThat(new Proposition<Integer>("", "", one, x -> Outcome.fails(evidence)))
                        .failsAt(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unknown kind");
        assertThatThrownBy(() -> assertThat(new Proposition<Integer>("", "", one, x -> Outcome.settled(evidence)))
                        .holdsAt(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unknown kind");
    }
}
