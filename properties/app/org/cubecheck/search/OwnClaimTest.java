package org.cubecheck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Referee;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.sweep.LocalSweeper;
import org.cubecheck.transform.Bijection;
import org.junit.jupiter.api.Test;

/** Whoever has a claim of their own has it searched as those of the paper are, and judged by a referee of their own. */
class OwnClaimTest {

    private static final Source SOURCE = new Source(Provenance.EXTENSION, "", "", "");
    private static final LocalSweeper TWO_THREADS = LocalSweeper.of(2);

    private static Certificate seen(Object point) {
        return Certificate.of("point").with("point", point.toString()).reading("seen at " + point);
    }

    private static <X> Proposition<X> of(String statement, X example, java.util.function.Predicate<X> holds) {
        return new Proposition<>(
                statement,
                "",
                List.of(Domain.list("an example", 3, List.of(example))),
                point -> holds.test(point) ? Outcome.holds() : Outcome.fails(seen(point)));
    }

    private static <X> Claim<X> claim(String id, Proposition<X> claim, Proposition<X> control) {
        return new Claim<>(
                id, "Mine", "Mine", SOURCE, List.of(), "", claim, List.of(new Control<>("C-" + id, "", control)));
    }

    private static final BooleanFunction EXAMPLE = BooleanFunction.ofTable(3, 1);

    private static final List<Claim<?>> CLAIMS = List.of(
            claim(
                    "DEGREE-AT-MOST-N",
                    of("deg f <= n", EXAMPLE, f -> f.degree() <= f.variables()),
                    of("deg f < n", EXAMPLE, f -> f.degree() < f.variables())),
            claim(
                    "INVERSE-OF-INVERSE",
                    of(
                            "T is the inverse of its inverse",
                            Bijection.identity(3),
                            (Bijection T) -> T.inverse().inverse().equals(T)),
                    of(
                            "T is its own inverse",
                            Bijection.identity(3),
                            (Bijection T) -> T.inverse().equals(T))));

    private static final Referee ACCEPTS = (claim, certificate) -> Optional.empty();

    @Test
    void a_claim_about_functions_is_checked_class_by_class() throws InterruptedException {
        var functions = FunctionsSweepKind.of(ClaimSource.of(CLAIMS, ACCEPTS));
        var holds = functions.run(TWO_THREADS, Map.of("dimension", "3", "claim", "degree-at-most-n"));
        assertThat(holds.asExpected()).isTrue();
        assertThat(holds.sentences()).contains("DEGREE-AT-MOST-N fails nowhere.");
        var refuted = functions.run(TWO_THREADS, Map.of("dimension", "3", "claim", "C-DEGREE-AT-MOST-N"));
        assertThat(refuted.asExpected()).isTrue();
        assertThat(refuted.sentences()).contains("The referee accepts this point.");
        assertThatThrownBy(() -> functions.run(TWO_THREADS, Map.of("claim", "SENSITIVITY")))
                .as("a claim of the paper, which was not handed over")
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no claim or control SENSITIVITY; about Boolean functions there are DEGREE-AT-MOST-N, "
                        + "C-DEGREE-AT-MOST-N");
    }

    @Test
    void a_claim_about_transforms_is_searched_and_its_own_referee_is_asked() throws InterruptedException {
        var transforms = CounterexamplesSweepKind.of(ClaimSource.of(CLAIMS, ACCEPTS));
        var stands =
                transforms.run(TWO_THREADS, Map.of("dimension", "3", "samples", "3", "claim", "INVERSE-OF-INVERSE"));
        assertThat(stands.asExpected()).isTrue();
        assertThat(stands.sentences())
                .anyMatch(sentence -> sentence.startsWith("None refutes INVERSE-OF-INVERSE. That is no proof"));
        var control = Map.of("dimension", "3", "samples", "3", "claim", "C-INVERSE-OF-INVERSE");
        assertThat(transforms.run(TWO_THREADS, control).asExpected()).isTrue();
        Referee rejects = (claim, certificate) -> Optional.of(claim + " is not known here");
        var rejected =
                CounterexamplesSweepKind.of(ClaimSource.of(CLAIMS, rejects)).run(TWO_THREADS, control);
        assertThat(rejected.asExpected()).isFalse();
        assertThat(rejected.sentences())
                .contains("The referee rejects this point: C-INVERSE-OF-INVERSE is not known here");
        assertThatThrownBy(() -> transforms.run(TWO_THREADS, Map.of()))
                .as("the usual claim is one of the paper")
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--claim is missing");
    }
}
