package org.cubecheck.transform;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatExceptionOfType;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;
import org.ejml.simple.SimpleMatrix;

@Domain(CubeDomain.class)
class BijectionProperties {

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_transform_is_its_images_and_its_coordinates(@ForAll @Variables(max = 2) Bijection T) {
        checkParts(T);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 300)
    void a_transform_is_its_images_and_its_coordinates_above(@ForAll @Variables(min = 3, max = 5) Bijection T) {
        checkParts(T);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 20)
    void so_it_is_where_a_table_no_longer_fits_into_a_word(@ForAll @Variables(min = 6, max = 8) Bijection T) {
        checkParts(T);
    }

    private static void checkParts(Bijection T) {
        int d = T.dimension();
        assertThat(Bijection.of(T.toArray())).isEqualTo(T).hasSameHashCodeAs(T);
        assertThat(Bijection.ofCoordinates(T.coordinates())).isEqualTo(T);
        assertThat(T.coordinates()).hasSize(d).allMatch(BooleanFunction::isBalanced);
        assertThat(T.hashCode()).isEqualTo(Arrays.hashCode(T.toArray()));
        for (int z = 0; z < 1 << d; z++) {
            assertThat(T.at(z)).isEqualTo(T.toArray()[z]);
            for (int i = 0; i < d; i++) assertThat(T.coordinate(i).isMinus(z)).isEqualTo((T.at(z) >> i & 1) == 1);
        }
        assertThat(T.degree()).isEqualTo(IntStream.of(T.coordinateDegrees()).sum());
        for (int i = 0; i < d; i++) assertThat(T.coordinate(i)).hasDegree(T.coordinateDegrees()[i]);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void transforms_of_the_square_form_a_group(@ForAll @Variables(2) Bijection A, @ForAll @Variables(2) Bijection B) {
        checkGroup(A, B);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 300)
    void transforms_form_a_group(
            @ForAll @Variables(4) Bijection A, @ForAll @Variables(4) Bijection B, @ForAll @Variables(4) Bijection C) {
        checkGroup(A, B);
        assertThat(A.after(B).after(C)).isEqualTo(A.after(B.after(C)));
    }

    private static void checkGroup(Bijection A, Bijection B) {
        var one = Bijection.identity(A.dimension());
        assertThat(A.after(A.inverse())).isEqualTo(one);
        assertThat(A.inverse().after(A)).isEqualTo(one);
        assertThat(A.after(one)).isEqualTo(A);
        assertThat(one.after(A)).isEqualTo(A);
        assertThat(A.after(B).inverse()).isEqualTo(B.inverse().after(A.inverse()));
        for (int z = 0; z < 1 << A.dimension(); z++)
            assertThat(A.after(B).at(z)).isEqualTo(A.at(B.at(z)));
    }

    /** A transform is a permutation matrix; products of matrices and compositions are the same. */
    @Property(generation = GenerationMode.RANDOMIZED, tries = 50)
    void composition_is_the_product_of_permutation_matrices(
            @ForAll @Variables(3) Bijection A, @ForAll @Variables(3) Bijection B) {
        assertThat(matrix(A).mult(matrix(B)).isIdentical(matrix(A.after(B)), 0)).isTrue();
        assertThat(matrix(A).transpose().isIdentical(matrix(A.inverse()), 0)).isTrue();
    }

    private static SimpleMatrix matrix(Bijection T) {
        var matrix = new SimpleMatrix(1 << T.dimension(), 1 << T.dimension());
        for (int z = 0; z < 1 << T.dimension(); z++) matrix.set(T.at(z), z, 1);
        return matrix;
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 300)
    void a_pullback_is_evaluated_from_inside(
            @ForAll @Variables(3) Bijection T,
            @ForAll @Variables(3) Bijection U,
            @ForAll @Variables(3) BooleanFunction g) {
        var pulled = T.pullback(g);
        for (int z = 0; z < 8; z++) assertThat(pulled.at(z)).isEqualTo(g.at(T.at(z)));
        assertThat(g.of(T.coordinates())).isEqualTo(pulled);
        assertThat(T.inverse().pullback(pulled)).isEqualTo(g);
        assertThat(T.after(U).pullback(g)).isEqualTo(U.pullback(T.pullback(g)));
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 20)
    void so_it_is_in_seven_variables(@ForAll @Variables(7) Bijection T, @ForAll @Variables(7) BooleanFunction g) {
        var pulled = T.pullback(g);
        for (int z = 0; z < 1 << 7; z++) assertThat(pulled.at(z)).isEqualTo(g.at(T.at(z)));
        assertThat(T.inverse().pullback(pulled)).isEqualTo(g);
    }

    @Example
    void ranks_count_all_transforms_in_lexicographic_order() {
        assertThat(Bijection.ofRank(2, 0)).isEqualTo(Bijection.identity(2));
        assertThat(Bijection.ofRank(2, 1)).isEqualTo(Bijection.of(0, 1, 3, 2));
        assertThat(Bijection.ofRank(2, 23)).isEqualTo(Bijection.of(3, 2, 1, 0));
        assertThat(Bijection.ofRank(4, Bijection.count(4) - 1))
                .isEqualTo(Bijection.of(IntStream.range(0, 16).map(z -> 15 - z).toArray()));
        var all = new HashSet<Bijection>();
        int[] last = {};
        for (long rank = 0; rank < Bijection.count(2); rank++) {
            var T = Bijection.ofRank(2, rank);
            assertThat(Arrays.compare(last, T.toArray())).isNegative();
            last = T.toArray();
            all.add(T);
        }
        assertThat(all).hasSize(24);
        assertThat(Bijection.count(1)).isEqualTo(2);
        assertThat(Bijection.count(3)).isEqualTo(40_320);
        assertThat(Bijection.count(4)).isEqualTo(20_922_789_888_000L);
    }

    @Example
    void random_transforms_are_uniform() {
        // 24,000 draws of 24 transforms: each about 1000 times, standard deviation 31
        var counts = new java.util.HashMap<Bijection, Integer>();
        var random = new SplittableRandom(1);
        for (int i = 0; i < 24_000; i++) counts.merge(Bijection.random(2, random), 1, Integer::sum);
        assertThat(counts).hasSize(24);
        double chiSquare = counts.values().stream()
                .mapToDouble(count -> Math.pow(count - 1000, 2) / 1000)
                .sum();
        // 23 degrees of freedom: the upper one in ten thousand
        assertThat(chiSquare)
                .isNotNaN()
                .isLessThan(new org.apache.commons.math3.distribution.ChiSquaredDistribution(23)
                        .inverseCumulativeProbability(0.9999));
    }

    @Example
    void the_largest_dimension_is_twenty() {
        assertThat(Bijection.identity(20)).isSignedPermutation();
        assertThat(SignedPermutation.identity(20).dimension()).isEqualTo(20);
        assertThat(Bijection.random(1, new SplittableRandom(1)).dimension()).isEqualTo(1);
    }

    @Example
    void the_same_source_gives_the_same_transform() {
        assertThat(Bijection.random(5, new SplittableRandom(7)))
                .isEqualTo(Bijection.random(5, new SplittableRandom(7)));
        assertThat(Bijection.random(5, new SplittableRandom(7)))
                .isNotEqualTo(Bijection.random(5, new SplittableRandom(8)));
    }

    @Example
    void degrees_by_hand() {
        // z1 -> z1, z2 -> z1 z2: degrees 1 and 2
        var shear = Bijection.of(0b00, 0b11, 0b10, 0b01);
        assertThat(shear).hasDegree(3).isNoSignedPermutation();
        assertThat(shear.coordinateDegrees()).containsExactly(1, 2);
        assertThat(shear.coordinate(1)).hasPolynomial("x1x2");
        // the exchange of two points changes every coordinate in which they differ by a function of full degree
        assertThat(Bijection.of(1, 0, 2, 3, 4, 5, 6, 7)).hasDegree(5).isNoSignedPermutation();
        assertThat(Bijection.identity(6)).hasDegree(6).isSignedPermutation();
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void signed_permutations_are_the_transforms_that_keep_distances(@ForAll @Variables(3) Bijection T) {
        boolean isometry = true;
        for (int x = 0; x < 8; x++) {
            for (int y = 0; y < x; y++) isometry &= Integer.bitCount(T.at(x) ^ T.at(y)) == Integer.bitCount(x ^ y);
        }
        assertThat(T.isSignedPermutation()).isEqualTo(isometry);
    }

    @Example
    void transforms_share_no_array() {
        int[] image = {1, 0};
        var T = Bijection.of(image);
        image[0] = 0;
        T.toArray()[0] = 0;
        assertThat(T).isEqualTo(Bijection.of(1, 0)).hasToString("[1, 0]");
        assertThat(T).isNotEqualTo(Bijection.identity(1)).isNotEqualTo("[1, 0]");
    }

    @Example
    void wrong_input_is_named() {
        rejected(() -> Bijection.of(0, 1, 2), "the length of a table is a power of two, not 3");
        rejected(() -> Bijection.of(0), "a transform has dimension 1..20, not 0");
        rejected(() -> Bijection.of(new int[1 << 21]), "a transform has dimension 1..20, not 21");
        rejected(() -> Bijection.of(0, 4, 1, 2), "entry 4 at position 2 is not within 0..3");
        rejected(() -> Bijection.of(0, 1, -1, 2), "entry -1 at position 3 is not within 0..3");
        rejected(() -> Bijection.of(0, 1, 1, 2), "no permutation: 1 occurs twice, the second time at position 3");
        for (int d : List.of(0, 21)) {
            rejected(() -> Bijection.identity(d), "a transform has dimension 1..20, not " + d);
            rejected(() -> Bijection.random(d, new SplittableRandom(1)), "a transform has dimension 1..20, not " + d);
        }
        rejected(() -> Bijection.count(0), "(2^d)! fits into 64 bits for d within 1..4, not 0");
        rejected(() -> Bijection.count(5), "(2^d)! fits into 64 bits for d within 1..4, not 5");
        rejected(() -> Bijection.ofRank(2, 24), "a rank lies within 0..23, not 24");
        rejected(() -> Bijection.ofRank(2, -1), "a rank lies within 0..23, not -1");
        rejected(() -> Bijection.ofCoordinates(List.of()), "a transform has dimension 1..20, not 0");
        rejected(
                () -> Bijection.ofCoordinates(List.of(BooleanFunction.coordinate(2, 0))),
                "a transform of B^1 has coordinates of 1 variables");
        rejected(
                () -> Bijection.ofCoordinates(
                        List.of(BooleanFunction.coordinate(2, 0), BooleanFunction.coordinate(2, 0))),
                "no permutation: 0 occurs twice, the second time at position 3");
        rejected(() -> Bijection.identity(1).after(Bijection.identity(2)), "transforms of B^1 and B^2");
        rejected(
                () -> Bijection.identity(1).pullback(BooleanFunction.constant(2, 1)),
                "a function of 2 variables on B^1");
        for (int i : List.of(-1, 2, 32))
            outside(
                    () -> Bijection.identity(2).coordinate(i),
                    "a coordinate of a transform of B^2 lies within 0..1, not " + i);
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
