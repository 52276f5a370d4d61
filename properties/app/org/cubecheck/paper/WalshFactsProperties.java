package org.cubecheck.paper;

import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.paper.FourierExpansion.CONVOLUTION;
import static org.cubecheck.paper.FourierExpansion.INVERSION;
import static org.cubecheck.paper.FourierExpansion.PARSEVAL;
import static org.cubecheck.paper.FourierExpansion.PLANCHEREL;
import static org.cubecheck.paper.FourierExpansion.UNIQUENESS;
import static org.cubecheck.paper.InfluenceAndNoise.INFLUENCES;
import static org.cubecheck.paper.InfluenceAndNoise.NOISE_STABILITY;
import static org.cubecheck.paper.InfluenceAndNoise.TOTAL_INFLUENCE;
import static org.cubecheck.paper.Restriction.RESTRICTION;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.paper.FourierExpansion.FunctionPair;
import org.cubecheck.vocabulary.Counterexamples;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
class WalshFactsProperties {

    @Property(generation = GenerationMode.RANDOMIZED, tries = 200)
    void a_function_is_the_sum_of_its_expansion(@ForAll @Variables(max = 6) RealFunction f) {
        assertThat(INVERSION).holdsAt(f);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void different_functions_have_different_expansions(
            @ForAll @Variables(2) BooleanFunction f, @ForAll @Variables(2) BooleanFunction g) {
        var pair = new FunctionPair(f.toReal(), g.toReal());
        if (f.equals(g)) assertThat(UNIQUENESS).isOutOfScopeAt(pair);
        else assertThat(UNIQUENESS).holdsAt(pair);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 200)
    void the_mean_square_is_the_sum_of_the_squared_coefficients(@ForAll @Variables(max = 6) RealFunction f) {
        assertThat(PARSEVAL).holdsAt(f);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 200)
    void the_expansion_preserves_inner_products_and_turns_convolutions_into_products(
            @ForAll @Variables(4) RealFunction f, @ForAll @Variables(4) RealFunction g) {
        assertThat(PLANCHEREL).holdsAt(new FunctionPair(f, g));
        assertThat(CONVOLUTION).holdsAt(new FunctionPair(f, g));
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void influences_are_counted_and_spectral(@ForAll BooleanFunction f) {
        assertThat(INFLUENCES).holdsAt(f);
        assertThat(TOTAL_INFLUENCE).holdsAt(f);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void noise_stability_is_counted_and_spectral(@ForAll BooleanFunction f) {
        assertThat(NOISE_STABILITY).holdsAt(f);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 200)
    void fixing_a_variable_folds_the_coefficients_in_pairs(@ForAll @Variables(max = 5) RealFunction f) {
        assertThat(RESTRICTION).holdsAt(f);
    }

    @Example
    void every_control_is_refuted_first_where_it_can_be() {
        for (var claim : List.of(INVERSION, PARSEVAL, PLANCHEREL, CONVOLUTION, NOISE_STABILITY)) {
            claim.controls().forEach(control -> assertThat(control).isRefutedFirstAt(1));
        }
        assertThat(UNIQUENESS.controls().get(0)).isRefutedFirstAt(2);
        assertThat(UNIQUENESS.controls().get(1)).isRefutedFirstAt(1);
        assertThat(INFLUENCES.controls().get(0)).isRefutedFirstAt(2);
        assertThat(TOTAL_INFLUENCE.controls().get(0)).isRefutedFirstAt(2);
        assertThat(RESTRICTION.controls().get(0)).isRefutedFirstAt(1);
        assertThat(RESTRICTION.controls().get(1)).isRefutedFirstAt(3);
    }

    @Example
    void a_certificate_that_shows_nothing_is_rejected() {
        var zero = List.of(0, 0);
        var one = List.of(1, 1);
        assertThat(Counterexamples.of(INVERSION.controls().get(0)))
                .isAccepted()
                .isRejectedWith("values", zero, "the two agree")
                .isRejectedWith("point", 2, "point is not within")
                .isRejectedWith("normalised", false, "the two agree");
        var chow = Counterexamples.of(UNIQUENESS.controls().get(0));
        assertThat(chow)
                .isAccepted()
                .isRejectedWith("compared", "all", "the coefficients at 3 differ")
                .isRejectedWith("second", chow.data().get("first"), "the functions are equal");
        assertThat(Counterexamples.of(UNIQUENESS.controls().get(1)))
                .isAccepted()
                .isRejectedWith("compared", "all", "the coefficients at 0 differ");
        assertThat(Counterexamples.of(PARSEVAL.controls().get(0)))
                .isAccepted()
                .isRejectedWith("values", zero, "the two agree")
                .isRejectedWith("statement", "mean-square", "the two agree");
        assertThat(Counterexamples.of(PARSEVAL.controls().get(1)))
                .isAccepted()
                .isRejectedWith("values", one, "the two agree")
                .isRejectedWith("statement", "mean-square", "the two agree");
        assertThat(Counterexamples.of(PLANCHEREL.controls().get(0)))
                .isAccepted()
                .isRejectedWith("first", one, "the two agree")
                .isRejectedWith("statement", "coefficients", "the two agree");
        assertThat(Counterexamples.of(CONVOLUTION.controls().get(0)))
                .isAccepted()
                .isRejectedWith("first", zero, "the two agree")
                .isRejectedWith("product", "convolution", "the two agree");
        assertThat(Counterexamples.of(INFLUENCES.controls().get(0)))
                .isAccepted()
                .isRejectedWith("boundary", 3, "boundary is stated as 3")
                .isRejectedWith("values", List.of(1, 1, -1, -1), "boundary is stated")
                .isRejectedWith("statement", "squares", "the two agree");
        assertThat(Counterexamples.of(TOTAL_INFLUENCE.controls().get(0)))
                .isAccepted()
                .isRejectedWith("degree", 1, "degree is stated as 1")
                .isRejectedWith("values", List.of(1, -1, -1, 1), "as said")
                .isRejectedWith("statement", "spectrum", "as said")
                .isRejectedWith("statement", "variance", "as said")
                .isRejectedWith("statement", "at-most-degree", "as said");
        assertThat(Counterexamples.of(NOISE_STABILITY.controls().get(0)))
                .isAccepted()
                .isRejectedWith("p", 2, "the two agree")
                .isRejectedWith("p", 3, "p is not within")
                .isRejectedWith("noise", "correlated", "the two agree");
        assertThat(Counterexamples.of(NOISE_STABILITY.controls().get(1)))
                .isAccepted()
                .isRejectedWith("p", 1, "not negative")
                .isRejectedWith("values", one, "not negative");
        assertThat(Counterexamples.of(RESTRICTION.controls().get(0)))
                .isAccepted()
                .isRejectedWith("values", one, "the coefficient is as said")
                .isRejectedWith("statement", "folded", "the coefficient is as said")
                .isRejectedWith("set", 1, "the set contains the variable")
                .isRejectedWith("sign", 0, "sign is neither");
        assertThat(Counterexamples.of(RESTRICTION.controls().get(1)))
                .isAccepted()
                .isRejectedWith("degree", 1, "degree is stated as 1")
                .isRejectedWith("values", List.of(1, -1, -1, 1, -1, 1, 1, -1), "the degree is as said")
                .isRejectedWith("statement", "at-most", "the degree is as said");
    }
}
