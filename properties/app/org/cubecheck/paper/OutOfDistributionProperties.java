package org.cubecheck.paper;

import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.paper.OutOfDistribution.HAMMING_BALL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Outcome;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.paper.OutOfDistribution.Shift;
import org.cubecheck.realization.Injection;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
@Domain(DomainContext.Global.class)
class OutOfDistributionProperties {

    @Property(tries = 100)
    void a_world_model_transfers_every_task_of_degree_at_most_the_radius(
            @ForAll @Variables(3) SignedPermutation PD,
            @ForAll @IntRange(min = 0, max = 2) int r,
            @ForAll @IntRange(min = 0, max = 2) int more,
            @ForAll long seed) {
        var random = new SplittableRandom(seed);
        var g = Representations.polynomial(3, random.nextInt(r + 1), random);
        assertThat(HAMMING_BALL)
                .holdsAt(new Shift(Injection.random(3, 3 + more, random), r, List.of(PD.toBijection()), List.of(g)));
    }

    @Example
    void each_hypothesis_is_needed_from_its_smallest_dimension_on() {
        assertThat(HAMMING_BALL.controls().get(0)).isRefutedFirstAt(1);
        assertThat(HAMMING_BALL.controls().get(1)).isRefutedFirstAt(2);
        assertThat(HAMMING_BALL.controls().get(2)).isRefutedFirstAt(2);
        assertThat(HAMMING_BALL.controls().get(3)).isRefutedFirstAt(2);
    }

    @Example
    void where_an_observed_variable_is_the_parity_the_flat_learner_does_better() {
        var parityShown = Injection.of(2, 0, 1, 3, 2);
        var parity = BooleanFunction.parity(2, 3).toReal();
        var shift = new Shift(parityShown, 1, List.of(Bijection.identity(2)), List.of(parity));
        var better = counterexample(2, shift);
        assertThat(better)
                .isAccepted()
                .isRejectedWith("rule", "strict", "degree above the radius")
                .isRejectedWith("rule", "unheard", "unknown rule")
                .isRejectedWith("transform", List.of(0L, 1L, 3L, 2L), "training value")
                .isRejectedWith("task", List.of(1L, 1L, -1L, 1L), "training value");
        assertThat(better)
                .isRejectedWith(
                        "flat",
                        changed(better, "flat", "multipliers", List.of(List.of(1L, 1L, 1L), List.of(0L, 0L, 0L))),
                        "multipliers of level");
        assertThat(better)
                .isRejectedWith(
                        "flat",
                        changed(better, "flat", "multipliers", List.of(List.of(0L, 0L, 0L))),
                        "without multipliers");
    }

    @Example
    void the_example_that_is_shown_transfers_a_latent_that_the_flat_learner_gets_wrong() {
        var shift = new Shift(
                Injection.of(2, 0, 1, 3, 2),
                1,
                List.of(Bijection.identity(2)),
                List.of(BooleanFunction.coordinate(2, 0).toReal()));
        var shown = ((Outcome.Holds) HAMMING_BALL.at(shift)).exhibits().get(0);
        assertThat(shown)
                .isAccepted()
                .isRejectedWith("rule", "strict", "the hierarchical error is smaller")
                .isRejectedWith("radius", 0L, "multipli");
    }

    private static Map<String, Object> changed(Certificate certificate, String part, String key, Object value) {
        var data = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) certificate.data().get(part)).forEach((name, old) -> data.put((String) name, old));
        data.put(key, value);
        return data;
    }

    @SuppressWarnings("unchecked")
    private static Certificate counterexample(int control, Shift shift) {
        return ((Outcome.Fails) ((Control<Shift>) HAMMING_BALL.controls().get(control))
                        .proposition()
                        .at(shift))
                .counterexample();
    }
}
