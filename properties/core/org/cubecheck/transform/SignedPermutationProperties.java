package org.cubecheck.transform;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatExceptionOfType;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatIllegalArgumentException;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.cubecheck.cube.Cube;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;
import org.ejml.simple.SimpleMatrix;

@Domain(CubeDomain.class)
class SignedPermutationProperties {

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_signed_permutation_permutes_and_flips(@ForAll @Variables(max = 4) SignedPermutation P) {
        int d = P.dimension();
        var T = P.toBijection();
        for (int z = 0; z < 1 << d; z++) {
            assertThat(T.at(z)).isEqualTo(P.at(z));
            for (int i = 0; i < d; i++)
                assertThat(Cube.coordinate(P.at(z), i)).isEqualTo(P.sign(i) * Cube.coordinate(z, P.source(i)));
        }
        assertThat(T).isSignedPermutation().hasDegree(d);
        assertThat(SignedPermutation.of(T)).contains(P);
        assertThat(SignedPermutation.of(T).orElseThrow()).hasSameHashCodeAs(P);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void they_form_a_group_within_that_of_the_transforms(
            @ForAll @Variables(max = 2) SignedPermutation P, @ForAll @Variables(3) SignedPermutation Q) {
        checkInverse(P);
        checkInverse(Q);
    }

    private static void checkInverse(SignedPermutation P) {
        var one = SignedPermutation.identity(P.dimension());
        assertThat(P.after(one)).isEqualTo(P);
        assertThat(P.after(P.inverse())).isEqualTo(one);
        assertThat(P.inverse().after(P)).isEqualTo(one);
        assertThat(P.inverse().toBijection()).isEqualTo(P.toBijection().inverse());
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void composition_agrees_with_that_of_transforms_and_of_matrices(
            @ForAll @Variables(3) SignedPermutation P, @ForAll @Variables(3) SignedPermutation Q) {
        assertThat(P.after(Q).toBijection()).isEqualTo(P.toBijection().after(Q.toBijection()));
        assertThat(matrix(P.after(Q)).isIdentical(matrix(P).mult(matrix(Q)), 0)).isTrue();
    }

    /** The matrix P D itself, which acts on vectors of signs. */
    private static SimpleMatrix matrix(SignedPermutation P) {
        var matrix = new SimpleMatrix(P.dimension(), P.dimension());
        for (int i = 0; i < P.dimension(); i++) matrix.set(i, P.source(i), P.sign(i));
        return matrix;
    }

    @Example
    void among_the_transforms_there_are_2_and_8_and_48() {
        for (int d = 1; d <= 3; d++) {
            int dimension = d;
            long signed = LongStream.range(0, Bijection.count(d))
                    .filter(rank -> Bijection.ofRank(dimension, rank).isSignedPermutation())
                    .count();
            assertThat(signed).isEqualTo(SignedPermutation.count(d));
        }
        assertThat(IntStream.rangeClosed(0, 5).mapToLong(SignedPermutation::count))
                .containsExactly(1L, 2L, 8L, 48L, 384L, 3840L);
    }

    @Example
    void in_dimension_four_the_generators_reach_384_and_all_pass_the_test() {
        var flip = Bijection.of(IntStream.range(0, 16).map(z -> z ^ 1).toArray());
        var turn = Bijection.of(
                IntStream.range(0, 16).map(z -> z << 1 & 15 | z >> 3).toArray());
        var swap = Bijection.of(IntStream.range(0, 16)
                .map(z -> z & 12 | z << 1 & 2 | z >> 1 & 1)
                .toArray());
        var group = closure(List.of(flip, turn, swap));
        assertThat(group).hasSize(384).allMatch(Bijection::isSignedPermutation);
        var ranked = new HashSet<Bijection>();
        for (long rank = 0; rank < 384; rank++)
            ranked.add(SignedPermutation.ofRank(4, rank).toBijection());
        assertThat(ranked).isEqualTo(group);
        // exchanging any two points leaves the group
        for (var T : group) {
            int[] image = T.toArray();
            int first = image[0];
            image[0] = image[5];
            image[5] = first;
            assertThat(Bijection.of(image)).isNoSignedPermutation();
        }
        var random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            var T = Bijection.random(4, random);
            assertThat(T.isSignedPermutation()).isEqualTo(group.contains(T));
        }
    }

    @Example
    void linear_maps_that_are_no_signed_permutations_do_not_pass() {
        // over the masks: x_i -> x_i x_j. Distances from the identity hide in any one of the conditions of the test.
        assertThat(Bijection.of(0, 3, 2, 1)).isNoSignedPermutation();
        assertThat(Bijection.of(0, 1, 3, 2)).isNoSignedPermutation();
        // unit vectors to unit vectors, but not linear
        assertThat(Bijection.of(0, 1, 2, 7, 4, 5, 6, 3)).isNoSignedPermutation();
        assertThat(Bijection.of(0, 1, 2, 3, 4, 5, 7, 6)).isNoSignedPermutation();
        assertThat(SignedPermutation.of(Bijection.of(0, 3, 2, 1))).isEmpty();
    }

    private static Set<Bijection> closure(List<Bijection> generators) {
        var group = new HashSet<Bijection>();
        var open = new ArrayDeque<Bijection>();
        open.add(Bijection.identity(generators.get(0).dimension()));
        while (!open.isEmpty()) {
            var T = open.remove();
            if (group.add(T)) generators.forEach(generator -> open.add(generator.after(T)));
        }
        return group;
    }

    @Example
    void by_hand() {
        var P = SignedPermutation.of(new int[] {1, 0, 2}, 0b001);
        assertThat(P).hasToString("(-z2, z1, z3)");
        // z = (+1, -1, +1): the result is (+1, +1, +1)
        assertThat(P.at(0b010)).isEqualTo(0b000);
        assertThat(P.at(0b000)).isEqualTo(0b001);
        assertThat(P.at(0b101)).isEqualTo(0b111);
        assertThat(P.inverse()).hasToString("(z2, -z1, z3)");
        assertThat(SignedPermutation.ofRank(2, 0)).hasToString("(z1, z2)");
        assertThat(SignedPermutation.ofRank(2, 1)).hasToString("(-z1, z2)");
        assertThat(SignedPermutation.ofRank(2, 7)).hasToString("(-z2, -z1)");
        assertThat(P)
                .isEqualTo(SignedPermutation.of(new int[] {1, 0, 2}, 1))
                .isNotEqualTo(SignedPermutation.of(new int[] {1, 0, 2}, 0))
                .isNotEqualTo(SignedPermutation.of(new int[] {0, 1, 2}, 1))
                .isNotEqualTo("(-z2, z1, z3)");
        assertThat(SignedPermutation.identity(1)).hasToString("(z1)");
        assertThat(P.hashCode())
                .isNotEqualTo(SignedPermutation.of(new int[] {1, 0, 2}, 0).hashCode());
    }

    @Example
    void cycles_on_the_points() {
        // (-z2, z1, z3) turns a square: 00, 01, 11, 10 for either value of z3.
        assertThat(SignedPermutation.of(new int[] {1, 0, 2}, 0b001).cycles()).isEqualTo(List.of(4, 4));
        // (z2, z1) fixes the points of equal coordinates and exchanges the two others.
        assertThat(SignedPermutation.of(new int[] {1, 0}, 0).cycles()).isEqualTo(List.of(1, 2, 1));
        assertThat(SignedPermutation.identity(2).cycles()).isEqualTo(List.of(1, 1, 1, 1));
    }

    @Example
    void random_ones_reach_all() {
        var seen = new HashSet<SignedPermutation>();
        var random = new SplittableRandom(3);
        for (int i = 0; i < 1_000; i++) seen.add(SignedPermutation.random(3, random));
        assertThat(seen).hasSize(48);
    }

    @Example
    void a_signed_permutation_shares_no_array() {
        int[] source = {1, 0};
        var P = SignedPermutation.of(source, 0);
        source[0] = 0;
        assertThat(P.source(0)).isEqualTo(1);
    }

    @Example
    void wrong_input_is_named() {
        rejected(() -> SignedPermutation.of(new int[] {0, 0}, 0), "no permutation of 0..1: [0, 0]");
        rejected(() -> SignedPermutation.of(new int[] {1, 2}, 0), "no permutation of 0..1: [1, 2]");
        rejected(() -> SignedPermutation.of(new int[] {0, 1}, 4), "flips of 2 coordinates, not 4");
        rejected(() -> SignedPermutation.of(new int[] {0, 1}, -1), "flips of 2 coordinates, not -1");
        rejected(() -> SignedPermutation.ofRank(2, 8), "a rank lies within 0..7, not 8");
        rejected(() -> SignedPermutation.ofRank(2, -1), "a rank lies within 0..7, not -1");
        assertThat(SignedPermutation.identity(0))
                .isEqualTo(SignedPermutation.of(new int[0], 0))
                .isEqualTo(SignedPermutation.ofRank(0, 0));
        rejected(
                () -> SignedPermutation.of(IntStream.range(0, 21).toArray(), 0),
                "a signed permutation has dimension 0..20, not 21");
        rejected(() -> SignedPermutation.identity(-1), "a signed permutation has dimension 0..20, not -1");
        rejected(() -> SignedPermutation.identity(21), "a signed permutation has dimension 0..20, not 21");
        rejected(() -> SignedPermutation.count(-1), "2^d d! fits into 64 bits for d within 0..16, not -1");
        rejected(() -> SignedPermutation.count(17), "2^d d! fits into 64 bits for d within 0..16, not 17");
        assertThat(SignedPermutation.count(16)).isEqualTo(65_536L * 20_922_789_888_000L);
        rejected(
                () -> SignedPermutation.identity(1).after(SignedPermutation.identity(2)),
                "signed permutations of B^1 and B^2");
        rejected(() -> SignedPermutation.identity(0).toBijection(), "a transform has dimension 1..20, not 0");
        var P = SignedPermutation.identity(3);
        for (int i : new int[] {-1, 3, 32}) {
            outside(() -> P.source(i), "a coordinate of a transform of B^3 lies within 0..2, not " + i);
            outside(() -> P.sign(i), "a coordinate of a transform of B^3 lies within 0..2, not " + i);
        }
        for (int z : new int[] {-1, 8}) assertThatThrownBy(() -> P.at(z)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static void rejected(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static void outside(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(call)
                .withMessage(message);
    }
}
