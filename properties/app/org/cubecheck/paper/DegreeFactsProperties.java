package org.cubecheck.paper;

import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.paper.AuthorsExamples.EXAMPLES;
import static org.cubecheck.paper.CompositionDegree.COMPOSITION;
import static org.cubecheck.paper.DegreeFacts.DEGREE_ONE;
import static org.cubecheck.paper.DegreeFacts.GF2;
import static org.cubecheck.paper.DegreeFacts.GRANULARITY;
import static org.cubecheck.paper.DegreeFacts.JUNTA;
import static org.cubecheck.paper.DegreeFacts.SENSITIVITY;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.cubecheck.claim.Domain.All;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.paper.CompositionDegree.Inner;
import org.cubecheck.vocabulary.Counterexamples;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
class DegreeFactsProperties {

    @Property(generation = GenerationMode.RANDOMIZED, tries = 300)
    void the_degree_of_a_composition_is_at_most_the_product_and_the_sum_of_the_degrees(
            @ForAll @Variables(5) BooleanFunction a,
            @ForAll @Variables(5) BooleanFunction b,
            @ForAll @Variables(5) BooleanFunction c) {
        assertThat(COMPOSITION).holdsAt(new Inner(List.of(a, b, c)));
    }

    /** The claim argues from monomials; here the outer function is any real one. */
    @Property(generation = GenerationMode.RANDOMIZED, tries = 300)
    void real_outer_functions_obey_the_bound_of_the_monomials(
            @ForAll @Variables(3) RealFunction g,
            @ForAll @Variables(4) BooleanFunction a,
            @ForAll @Variables(4) BooleanFunction b,
            @ForAll @Variables(4) BooleanFunction c) {
        var inner = new Inner(List.of(a, b, c));
        int degree = g.of(inner.functions()).degree();
        assertThat(degree)
                .isLessThanOrEqualTo(Math.min(4, g.degree() * inner.largest()))
                .isLessThanOrEqualTo(a.degree() + b.degree() + c.degree());
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void the_degree_over_gf2_is_at_most_the_real_degree(@ForAll BooleanFunction f) {
        assertThat(GF2).holdsAt(f);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void coefficients_are_multiples_of_two_to_the_one_minus_degree(@ForAll BooleanFunction f) {
        if (f.degree() == 0) assertThat(GRANULARITY).isOutOfScopeAt(f);
        else assertThat(GRANULARITY).holdsAt(f);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void degree_one_is_a_variable_or_its_negation(@ForAll BooleanFunction f) {
        if (f.degree() == 1) assertThat(DEGREE_ONE).holdsAt(f);
        else assertThat(DEGREE_ONE).isOutOfScopeAt(f);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void degree_k_depends_on_few_variables(@ForAll BooleanFunction f) {
        if (f.degree() == 0) assertThat(JUNTA).isOutOfScopeAt(f);
        else assertThat(JUNTA).holdsAt(f);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void the_degree_is_at_most_the_square_of_the_sensitivity(@ForAll BooleanFunction f) {
        assertThat(SENSITIVITY).holdsAt(f);
    }

    @Example
    void the_quadratic_functions_found_by_extension_are_all_there_are() {
        // 222 of 4 variables as in the census by degree, 552 and 1164 of 5 and 6
        var sizes = JUNTA.proposition().domains().stream()
                .filter(domain -> domain.dimension() > 4)
                .map(domain -> domain.size().intValueExact());
        assertThat(sizes).containsExactly(552, 1164);
        var five = (All<BooleanFunction>) JUNTA.proposition().domains().get(4);
        for (long i = 0; i < five.count(); i++)
            assertThat(five.point().apply(i).degree()).isLessThanOrEqualTo(2);
        // counted otherwise: a function of degree 2 depends on at most 4 variables, so inclusion and exclusion gives
        // those of 5 from those of 4
        long all = 2 + 5 * 2 + 10 * countDependingOn(2) + 10 * countDependingOn(3) + 5 * countDependingOn(4);
        assertThat(all).isEqualTo(552);
        assertThat(2 + 6 * 2 + 15 * countDependingOn(2) + 20 * countDependingOn(3) + 15 * countDependingOn(4))
                .isEqualTo(1164);
    }

    private static long countDependingOn(int n) {
        long count = 0;
        for (int table = 0; table < 1 << (1 << n); table++) {
            var f = BooleanFunction.ofTable(n, table);
            if (f.degree() <= 2 && f.relevantVariables() == (1 << n) - 1) count++;
        }
        return count;
    }

    @Example
    void every_control_is_refuted_first_where_it_can_be() {
        assertThat(EXAMPLES.controls().get(0)).isRefutedFirstAt(2);
        assertThat(EXAMPLES.controls().get(1)).isRefutedFirstAt(4);
        assertThat(COMPOSITION.controls().get(0)).isRefutedFirstAt(2);
        assertThat(COMPOSITION.controls().get(1)).isRefutedFirstAt(2);
        assertThat(COMPOSITION.controls().get(2)).isRefutedFirstAt(1);
        assertThat(GF2.controls().get(0)).isRefutedFirstAt(2);
        assertThat(GRANULARITY.controls().get(0)).isRefutedFirstAt(1);
        assertThat(GRANULARITY.controls().get(1)).isRefutedFirstAt(1);
        assertThat(DEGREE_ONE.controls().get(0)).isRefutedFirstAt(1);
        assertThat(DEGREE_ONE.controls().get(1)).isRefutedFirstAt(2);
        assertThat(JUNTA.controls().get(0)).isRefutedFirstAt(3);
        assertThat(JUNTA.controls().get(1)).isRefutedFirstAt(2);
        assertThat(SENSITIVITY.controls().get(0)).isRefutedFirstAt(3);
    }

    @Example
    void the_sharp_cases_are_exhibited() {
        var attained = Counterexamples.exhibits(JUNTA);
        assertThat(attained)
                .singleElement()
                .satisfies(exhibit ->
                        assertThat(exhibit).isAccepted().isRejectedWith("variables", 3, "variables is stated as 3"));
        assertThat(Counterexamples.exhibits(SENSITIVITY))
                .singleElement()
                .satisfies(exhibit -> assertThat(exhibit)
                        .isAccepted()
                        .isRejectedWith("sensitivity", 3, "sensitivity is stated as 3"));
        assertThat(Counterexamples.exhibits(EXAMPLES))
                .hasSize(2)
                .allSatisfy(exhibit -> assertThat(exhibit)
                        .isAccepted()
                        .isRejectedWith("degree", 1, "another expansion or degree")
                        .isRejectedWith("coefficientsOver", 4, "another expansion or degree"));
    }

    @Example
    void a_certificate_that_shows_nothing_is_rejected() {
        var x1 = List.of(1, -1);
        var one = List.of(1, 1);
        assertThat(Counterexamples.of(EXAMPLES.controls().get(0)))
                .isAccepted()
                .isRejectedWith("point", one, "the two agree")
                .isRejectedWith("point", List.of(0, 1), "no two signs");
        assertThat(Counterexamples.of(EXAMPLES.controls().get(1)))
                .isAccepted()
                .isRejectedWith("variables", 3, "variables is stated as 3")
                .isRejectedWith("degree", 4, "degree is stated as 4");
        assertThat(Counterexamples.of(COMPOSITION.controls().get(0)))
                .isAccepted()
                .isRejectedWith("bound", "other", "unknown bound")
                .isRejectedWith("bound", "product", "value is stated")
                .isRejectedWith("bound", "sum", "value is stated")
                .isRejectedWith("bound", "gf2", "value is stated")
                .isRejectedWith("inner", List.of(x1), "one inner function for each variable");
        assertThat(Counterexamples.of(COMPOSITION.controls().get(1)))
                .isAccepted()
                .isRejectedWith("degree", 1, "degree is stated as 1")
                .isRejectedWith("value", 2, "value is stated as 2");
        assertThat(Counterexamples.of(COMPOSITION.controls().get(2)))
                .isAccepted()
                .isRejectedWith("degree", 1, "degree is stated as 1")
                .isRejectedWith("first", List.of(1), "different numbers");
        assertThat(Counterexamples.of(GF2.controls().get(0)))
                .isAccepted()
                .isRejectedWith("gf2Degree", 2, "gf2Degree is stated as 2")
                .isRejectedWith("degree", 1, "degree is stated as 1")
                .isRejectedWith("statement", "at-most", "the degrees are");
        assertThat(Counterexamples.of(GRANULARITY.controls().get(0)))
                .isAccepted()
                .isRejectedWith("shift", 2, "degree 0")
                .isRejectedWith("constants", false, "degree 0")
                .isRejectedWith("values", x1, "degree is stated");
        assertThat(Counterexamples.of(GRANULARITY.controls().get(1)))
                .isAccepted()
                .isRejectedWith("shift", 1, "the coefficient is a multiple")
                .isRejectedWith("set", 0, "is a multiple");
        assertThat(Counterexamples.of(DEGREE_ONE.controls().get(0)))
                .isAccepted()
                .isRejectedWith("values", x1, "the monomial 1")
                .isRejectedWith("values", List.of(2, 0), "other than -1, 0 and 1")
                .isRejectedWith("statement", "boolean", "other than -1 and +1");
        assertThat(Counterexamples.of(DEGREE_ONE.controls().get(1)))
                .isAccepted()
                .isRejectedWith("values", List.of(-1, 1, 1, -1), "the monomial 3")
                .isRejectedWith("degree", 1, "is stated");
        assertThat(Counterexamples.of(JUNTA.controls().get(0)))
                .isAccepted()
                .isRejectedWith("rule", "nisan-szegedy", "bound is stated")
                .isRejectedWith("rule", "none", "unknown rule");
        assertThat(Counterexamples.of(JUNTA.controls().get(1)))
                .isAccepted()
                .isRejectedWith("bound", 2, "bound is stated as 2")
                .isRejectedWith("rule", "degree", "other than -1 and +1")
                .isRejectedWith("rule", "nisan-szegedy", "other than -1 and +1");
        assertThat(Counterexamples.of(SENSITIVITY.controls().get(0)))
                .isAccepted()
                .isRejectedWith("power", 2, "within the bound")
                .isRejectedWith("sensitivity", 1, "is stated as 1");
    }
}
