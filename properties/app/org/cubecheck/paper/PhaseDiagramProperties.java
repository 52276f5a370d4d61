package org.cubecheck.paper;

import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.paper.PhaseBoundary.PHASE_BOUNDARY;
import static org.cubecheck.paper.PhaseDiagram.PHASE_DIAGRAM;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cubecheck.claim.Outcome;
import org.cubecheck.paper.PhaseBoundary.Range;
import org.cubecheck.paper.PhaseDiagram.Drops;

class PhaseDiagramProperties {

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void all_methods_agree_on_every_set_of_drops_up_to_dimension_six(
            @ForAll @IntRange(min = 1, max = 6) int d, @ForAll @IntRange(min = 0, max = 31) int mask) {
        if (mask < 1 << (d - 1)) assertThat(PHASE_DIAGRAM).holdsAt(Drops.ofMask(d, mask));
    }

    @Property(tries = 15, generation = GenerationMode.RANDOMIZED)
    void the_boundary_is_certified_in_any_dimension(@ForAll @IntRange(min = 2, max = 90) int d) {
        assertThat(PHASE_BOUNDARY).holdsAt(new Range(d, d));
    }

    @Example
    void the_referee_rejects_another_boundary() {
        var certificate = ((Outcome.Settled) PHASE_BOUNDARY.at(new Range(6, 9))).certificate();
        assertThat(certificate)
                .isAccepted()
                .isRejectedWith("cases", List.of(), "a case is missing")
                .isRejectedWith("to", 1001L, "not within");
    }

    @Example
    void the_referee_rejects_another_group() {
        var certificate = ((Outcome.Holds) PHASE_DIAGRAM.at(Drops.ofMask(4, 0b010)))
                .exhibits()
                .get(0);
        assertThat(certificate)
                .isAccepted()
                .isRejectedWith("group", "SIGNED_PERMUTATIONS", "not those of")
                .isRejectedWith("order", "384", "the order is 1920")
                .isRejectedWith("drops", List.of(3L), "the classes of distances are")
                .isRejectedWith(
                        "stranger",
                        java.util.stream.LongStream.range(0, 16).boxed().toList(),
                        "a signed permutation");
    }

    @Example
    void controls_are_refuted_where_they_first_can_be() {
        assertThat(PHASE_DIAGRAM.controls().get(0)).isRefutedFirstAt(4);
        assertThat(PHASE_DIAGRAM.controls().get(1)).isRefutedFirstAt(5);
        assertThat(PHASE_DIAGRAM.controls().get(2)).isRefutedFirstAt(4);
        assertThat(PHASE_BOUNDARY.controls().get(0)).isRefutedFirstAt(6);
    }
}
