package org.cubecheck.vocabulary;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.claim.Outcome.outOfScope;
import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AfterContainer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Referee;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Spectrum;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/** The vocabulary says what it seems to say: "exhaustive" is all, and every assertion can fail. */
@Domain(CubeDomain.class)
class VocabularyProperties {

    private static final Set<BooleanFunction> FUNCTIONS = new HashSet<>();
    private static final Set<Bijection> TRANSFORMS = new HashSet<>();
    private static final Set<SignedPermutation> SIGNED = new HashSet<>();

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void exhaustive_visits_boolean_functions(@ForAll BooleanFunction f) {
        FUNCTIONS.add(f);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void exhaustive_visits_transforms(@ForAll @Variables(3) Bijection T) {
        TRANSFORMS.add(T);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void exhaustive_visits_signed_permutations(@ForAll @Variables(min = 2, max = 4) SignedPermutation P) {
        SIGNED.add(P);
    }

    @AfterContainer
    static void exhaustive_is_all() {
        assertThat(FUNCTIONS).hasSize(2 + 4 + 16 + 256);
        assertThat(TRANSFORMS).hasSize(40_320);
        assertThat(SIGNED).hasSize(8 + 48 + 384);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 200)
    void sampled_objects_keep_to_the_stated_sizes(
            @ForAll @Variables(min = 5, max = 7) BooleanFunction f,
            @ForAll @Variables(2) RealFunction g,
            @ForAll @Variables(min = 1, max = 2) Spectrum s,
            @ForAll @Variables(min = 4, max = 5) Bijection T,
            @ForAll BigFraction rho) {
        assertThat(f.variables()).isBetween(5, 7);
        assertThat(g.variables()).isEqualTo(2);
        assertThat(s.variables()).isBetween(1, 2);
        assertThat(T.dimension()).isBetween(4, 5);
        assertThat(rho.doubleValue()).isBetween(-1.0, 1.0);
    }

    @Example
    void an_assertion_on_a_claim_fails_with_the_reason() {
        var evidence = Certificate.of("no-such-kind").with("x", 2).reading("two is two");
        var proposition = new Proposition<Integer>(
                "x is not two",
                "",
                List.of(org.cubecheck.claim.Domain.list("numbers", 1, List.of(1, 2, 3))),
                x -> x == 2 ? fails(evidence) : x == 3 ? outOfScope("x < 3") : holds());
        Referee referee = (claim, certificate) -> Optional.of("unknown kind " + certificate.kind());
        assertThat(proposition).holdsAt(1).isOutOfScopeAt(3).failsAt(2);
        assertThatThrownBy(() -> assertThat(proposition).holdsAt(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("two is two");
        assertThatThrownBy(() -> assertThat(proposition).holdsAt(3))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("x < 3");
        assertThatThrownBy(() -> assertThat(proposition).failsAt(1)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(proposition).judgedBy(referee).failsAt(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unknown kind");
        assertThatThrownBy(() -> assertThat(proposition).isOutOfScopeAt(1)).isInstanceOf(AssertionError.class);
        assertThat(proposition).isRefutedFirstAt(1);
        assertThatThrownBy(() -> assertThat(proposition).standsUpTo(1)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(proposition).judgedBy(referee).isRefutedFirstAt(1))
                .isInstanceOf(AssertionError.class);
        var settled = new Proposition<Integer>(
                "",
                "",
                List.of(org.cubecheck.claim.Domain.list("numbers", 1, List.of(1))),
                x -> Outcome.settled(evidence));
        assertThatThrownBy(() -> assertThat(settled).judgedBy(referee).holdsAt(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unknown kind");
    }

    @Example
    void an_assertion_on_a_certificate_fails_with_the_objection() {
        var certificate = Certificate.of("inverse-degree-differs")
                .with("transform", List.of(0, 1))
                .with("statement", "any")
                .with("degree", 1)
                .with("inverseDegree", 2)
                .reading("");
        assertThat(certificate).isAccepted();
        Referee referee = (claim, c) -> Optional.of(
                String.valueOf(c.data().get("degree")).equals("7")
                        ? "degree is stated as 7"
                        : "inverseDegree is stated as 2 and is 1, for " + claim);
        var judged = assertThat(certificate).judgedBy(referee, "INVERSE-DEGREE");
        judged.isRejected("inverseDegree is stated as 2 and is 1, for INVERSE-DEGREE")
                .isRejectedWith("degree", 7, "degree is stated as 7");
        assertThatThrownBy(judged::isAccepted)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("inverseDegree");
        assertThatThrownBy(() -> judged.isRejected("something else")).isInstanceOf(AssertionError.class);
    }

    @Example
    void an_assertion_on_a_function_or_transform_can_fail() {
        var max = BooleanFunction.ofTable(2, 0b1000);
        assertThat(max)
                .hasDegree(2)
                .hasGf2Degree(2)
                .hasPolynomial("1/2 + 1/2 x1 + 1/2 x2 - 1/2 x1x2")
                .hasValues(1, 1, 1, -1);
        assertThat(max.spectrum()).hasDegree(2).hasCoefficient(0b11, -1, 2);
        assertThat(max.toReal()).hasDegree(2).hasPolynomial("1/2 + 1/2 x1 + 1/2 x2 - 1/2 x1x2");
        assertThat(Bijection.of(1, 0)).hasDegree(1).isSignedPermutation();
        assertThat(Bijection.of(1, 0, 2, 3)).hasDegree(3).isNoSignedPermutation();
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> assertThat(max).hasDegree(1),
                        () -> assertThat(max).hasGf2Degree(1),
                        () -> assertThat(max).hasPolynomial("x1"),
                        () -> assertThat(max).hasValues(1, 1, 1, 1),
                        () -> assertThat(max).isBalanced(),
                        () -> assertThat(max.spectrum()).hasDegree(1),
                        () -> assertThat(max.spectrum()).hasCoefficient(0b11, 1, 2),
                        () -> assertThat(max.toReal()).hasDegree(1),
                        () -> assertThat(max.toReal()).hasPolynomial("x2"),
                        () -> assertThat(Bijection.of(1, 0)).hasDegree(2),
                        () -> assertThat(Bijection.of(1, 0)).isNoSignedPermutation(),
                        () -> assertThat(Bijection.of(1, 0, 2, 3)).isSignedPermutation())
                .forEach(call -> assertThatThrownBy(call).isInstanceOf(AssertionError.class));
    }
}
