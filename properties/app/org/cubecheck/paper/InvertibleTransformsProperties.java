package org.cubecheck.paper;

import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.paper.BalancedProducts.BALANCED_PRODUCTS;
import static org.cubecheck.paper.InvertibleTransforms.INVERSE_DEGREE;
import static org.cubecheck.paper.InvertibleTransforms.MINIMAL_DEGREE;
import static org.cubecheck.paper.InvertibleTransforms.SIGNED_GROUP;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.cubecheck.claim.Outcome;
import org.cubecheck.paper.BalancedProducts.SelfMap;
import org.cubecheck.paper.InvertibleTransforms.TransformPair;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
@Domain(DomainContext.Global.class)
class InvertibleTransformsProperties {

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void total_degree_is_minimal_exactly_for_signed_permutations(@ForAll Bijection T) {
        assertThat(MINIMAL_DEGREE).holdsAt(T);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_map_of_the_square_is_invertible_exactly_when_all_products_of_coordinates_are_balanced(
            @ForAll @LongRange(min = 0, max = 255) long rank) {
        assertThat(BALANCED_PRODUCTS).holdsAt(SelfMap.ofRank(2, rank));
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void signed_permutations_form_a_group(
            @ForAll @Variables(2) SignedPermutation A, @ForAll @Variables(2) SignedPermutation B) {
        assertThat(SIGNED_GROUP).holdsAt(new TransformPair(A.toBijection(), B.toBijection()));
    }

    @Example
    void other_transforms_say_nothing_about_the_group() {
        assertThat(SIGNED_GROUP).isOutOfScopeAt(new TransformPair(Bijection.identity(2), Bijection.of(0, 1, 3, 2)));
    }

    @Example
    void every_control_of_the_section_is_refuted_first_where_it_can_be() {
        assertThat(BALANCED_PRODUCTS.controls().get(0)).isRefutedFirstAt(2);
        assertThat(BALANCED_PRODUCTS.controls().get(1)).isRefutedFirstAt(3);
        MINIMAL_DEGREE.controls().forEach(control -> assertThat(control).isRefutedFirstAt(2));
        assertThat(SIGNED_GROUP.controls().get(0)).isRefutedFirstAt(3);
        assertThat(INVERSE_DEGREE.controls().get(0)).isRefutedFirstAt(3);
    }

    @Example
    void the_joint_law_of_degree_and_inverse_degree_is_recounted_by_the_referee() {
        var census = ((Outcome.Holds) INVERSE_DEGREE.at(2)).exhibits().get(0);
        assertThat(census)
                .isAccepted()
                .isRejectedWith(
                        "rows",
                        java.util.List.of(java.util.List.of(2, 2, 9), java.util.List.of(3, 3, 15)),
                        "the counts are");
    }
}
