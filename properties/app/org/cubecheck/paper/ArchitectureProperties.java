package org.cubecheck.paper;

import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.paper.Architecture.ARCHITECTURE;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Outcome;
import org.cubecheck.paper.Architecture.Model;
import org.cubecheck.transform.Bijection;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
@Domain(DomainContext.Global.class)
class ArchitectureProperties {

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_model_of_the_square_learns_what_its_basis_makes_simple(@ForAll @Variables(2) Bijection R) {
        assertThat(ARCHITECTURE).holdsAt(new Model(R, List.of()));
    }

    @Property(tries = 2)
    void so_does_a_model_of_the_cube(@ForAll @Variables(3) Bijection R) {
        assertThat(ARCHITECTURE).holdsAt(new Model(R, List.of()));
    }

    @Property(tries = 100)
    void among_some_transforms_those_of_the_coset_cost_least(
            @ForAll @Variables(4) Bijection R, @ForAll @Variables(4) Bijection T) {
        assertThat(ARCHITECTURE).holdsAt(new Model(R, List.of(T, R.inverse(), Bijection.identity(4))));
    }

    @Example
    void every_control_is_refuted_first_where_it_can_be() {
        for (int control = 0; control < 3; control++)
            assertThat(ARCHITECTURE.controls().get(control)).isRefutedFirstAt(2);
        assertThat(ARCHITECTURE.controls().get(3)).isRefutedFirstAt(3);
    }

    @Example
    @SuppressWarnings("unchecked")
    void a_counterexample_that_is_none_is_rejected() {
        var scrambled = new Model(Bijection.of(0, 1, 3, 2), List.of());
        var found = ((Outcome.Fails) ((Control<Model>) ARCHITECTURE.controls().get(0))
                        .proposition()
                        .at(scrambled))
                .counterexample();
        assertThat(found)
                .isAccepted()
                .isRejectedWith("basis", List.of(0L, 1L, 2L, 3L), "the same")
                .isRejectedWith("transform", List.of(0L, 1L, 2L, 3L), "the same")
                .isRejectedWith("rule", "not-a-coset", "R^-1 P D")
                .isRejectedWith("rule", "no-drop", "another density")
                .isRejectedWith("density", List.of(1L, 1L, 1L), "another density")
                .isRejectedWith("rule", "unheard", "unknown rule");
    }
}
