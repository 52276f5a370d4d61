package org.cubecheck.paper;

import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.paper.IdentifyingDensities.IDENTIFIES_AT_1;
import static org.cubecheck.paper.NoFreeLunch.NON_IDENTIFIABLE;
import static org.cubecheck.paper.NoFreeLunch.NO_FREE_LUNCH;
import static org.cubecheck.paper.ObservedLunch.NO_FREE_LUNCH_OBSERVED;
import static org.cubecheck.paper.RealTasks.REAL_TASKS;
import static org.cubecheck.paper.Rearrangement.REARRANGEMENT;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.transform.Bijection;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
class MinimisersProperties {

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void no_free_lunch_for_any_transform_of_the_square(@ForAll @Variables(2) Bijection T) {
        assertThat(NO_FREE_LUNCH).holdsAt(T);
        assertThat(NON_IDENTIFIABLE).holdsAt(T);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_drop_after_degree_one_identifies(@ForAll @Variables(3) Bijection T) {
        assertThat(IDENTIFIES_AT_1).holdsAt(T);
    }

    @Property(tries = 200, generation = GenerationMode.RANDOMIZED)
    void minimising_is_preserving(@ForAll @Variables(min = 2, max = 4) Bijection T) {
        assertThat(REARRANGEMENT).holdsAt(T);
        assertThat(REAL_TASKS).holdsAt(T);
    }

    @Example
    void one_transform_stands_for_all_in_dimension_four() {
        var settled = (Outcome.Settled) NO_FREE_LUNCH.at(Bijection.identity(4));
        assertThat(settled.certificate())
                .isAccepted()
                .isRejectedWith("law", List.of(2, 8, 212, 12649, 52665), "numbers by degree")
                .isRejectedWith("generators", List.of(List.of(0), List.of(1)), "another width");
    }

    @Example
    void the_control_of_every_hypothesis_is_refuted_where_it_first_can_be() {
        assertThat(NO_FREE_LUNCH.controls().get(0)).isRefutedFirstAt(2);
        assertThat(NO_FREE_LUNCH_OBSERVED.controls().get(0)).isRefutedFirstAt(2);
        assertThat(NON_IDENTIFIABLE.controls().get(0)).isRefutedFirstAt(1);
        assertThat(NON_IDENTIFIABLE.controls().get(1)).isRefutedFirstAt(2);
        assertThat(IDENTIFIES_AT_1.controls().get(0)).isRefutedFirstAt(3);
        assertThat(IDENTIFIES_AT_1.controls().get(1)).isRefutedFirstAt(3);
        assertThat(IDENTIFIES_AT_1.controls().get(2)).isRefutedFirstAt(2);
        assertThat(REARRANGEMENT.controls().get(0)).isRefutedFirstAt(2);
        assertThat(REARRANGEMENT.controls().get(1)).isRefutedFirstAt(3);
        assertThat(REARRANGEMENT.controls().get(2)).isRefutedFirstAt(2);
        assertThat(REAL_TASKS.controls().get(0)).isRefutedFirstAt(2);
        assertThat(REAL_TASKS.controls().get(1)).isRefutedFirstAt(3);
    }
}
