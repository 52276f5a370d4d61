package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What every implementation of the Walsh-Hadamard transform must do, oracles included. */
abstract class TransformContract {

    /** The transform of small integers, in a new array. */
    abstract long[] transform(long[] a);

    @Provide
    Arbitrary<long[]> tables() {
        return Arbitraries.integers()
                .between(0, 7)
                .flatMap(n -> Arbitraries.longs()
                        .between(-1000, 1000)
                        .array(long[].class)
                        .ofSize(1 << n))
                .withoutEdgeCases();
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 150)
    void it_is_the_double_sum_of_the_definition(@ForAll("tables") long[] a) {
        assertThat(transform(a)).isEqualTo(definition(a));
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 50)
    void twice_it_multiplies_by_the_length(@ForAll("tables") long[] a) {
        assertThat(transform(transform(a)))
                .isEqualTo(Arrays.stream(a).map(value -> value * a.length).toArray());
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_point_becomes_its_characters(@ForAll @IntRange(max = 31) int x) {
        var delta = new long[32];
        delta[x] = 1;
        var transformed = transform(delta);
        for (int S = 0; S < 32; S++) assertThat(transformed[S]).isEqualTo(product(S, x));
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_character_becomes_a_point(@ForAll @IntRange(max = 31) int S) {
        var character = new long[32];
        for (int x = 0; x < 32; x++) character[x] = product(S, x);
        var expected = new long[32];
        expected[S] = 32;
        assertThat(transform(character)).isEqualTo(expected);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 50)
    void the_squares_add_up_to_the_length_times_those_of_the_values(@ForAll("tables") long[] a) {
        assertThat(squares(transform(a))).isEqualTo(a.length * squares(a));
    }

    @Example
    void four_values_by_hand() {
        // (a + b + c + d, a - b + c - d, a + b - c - d, a - b - c + d): the variable x1 is the lowest bit
        assertThat(transform(new long[] {1, 10, 100, 1000})).containsExactly(1111, -909, -1089, 891);
    }

    @Example
    void one_value_stays() {
        assertThat(transform(new long[] {7})).containsExactly(7);
    }

    /** sum_x a[x] chi_S(x), as it is written. */
    static long[] definition(long[] a) {
        var sums = new long[a.length];
        for (int S = 0; S < a.length; S++) {
            for (int x = 0; x < a.length; x++) sums[S] += a[x] * product(S, x);
        }
        return sums;
    }

    /** The product of the coordinates of x in S, one by one. */
    static int product(int S, int x) {
        int product = 1;
        for (int i = 0; i < 31; i++) {
            if ((S >> i) % 2 == 1) product *= (x >> i) % 2 == 1 ? -1 : 1;
        }
        return product;
    }

    private static long squares(long[] a) {
        return Arrays.stream(a).map(value -> value * value).sum();
    }
}
