package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatExceptionOfType;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
class BooleanFunctionProperties {

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_function_is_its_values(@ForAll BooleanFunction f) {
        var values = IntStream.range(0, 1 << f.variables()).map(f::at).toArray();
        assertThat(BooleanFunction.ofValues(values)).isEqualTo(f).hasSameHashCodeAs(f);
        assertThat(BooleanFunction.ofTable(f.variables(), f.table())).isEqualTo(f);
        assertThat(BooleanFunction.ofWords(f.variables(), f.words())).isEqualTo(f);
        assertThat(BooleanFunction.of(f.variables(), f::isMinus)).isEqualTo(f);
        assertThat(f.weight())
                .isEqualTo(IntStream.of(values).filter(value -> value < 0).count());
        assertThat(f.isBalanced()).isEqualTo(IntStream.of(values).sum() == 0);
        for (int x = 0; x < values.length; x++) {
            assertThat(f.isMinus(x)).isEqualTo(values[x] == -1);
            assertThat(f.toReal().numerator(x)).isEqualTo(values[x]);
        }
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 100)
    void a_function_of_many_variables_is_its_values(@ForAll @Variables(min = 6, max = 9) BooleanFunction f) {
        a_function_of_words_is_its_values(f);
    }

    private static void a_function_of_words_is_its_values(BooleanFunction f) {
        assertThat(BooleanFunction.ofWords(f.variables(), f.words()))
                .isEqualTo(f)
                .hasSameHashCodeAs(f);
        assertThat(BooleanFunction.of(f.variables(), f::isMinus)).isEqualTo(f);
        assertThat(f.weight())
                .isEqualTo(IntStream.range(0, 1 << f.variables())
                        .filter(f::isMinus)
                        .count());
        assertThat(f.negate().weight()).isEqualTo((1 << f.variables()) - f.weight());
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void the_degree_is_that_of_the_double_sum(@ForAll @Variables(max = 4) BooleanFunction f) {
        assertThat(f).hasDegree(degree(f));
        assertThat(f).hasGf2Degree(gf2Degree(f));
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 200)
    void the_degree_of_a_function_of_many_variables_is_that_of_the_double_sum(
            @ForAll @Variables(min = 5, max = 9) BooleanFunction f) {
        assertThat(f).hasDegree(degree(f));
        assertThat(f.spectrum()).hasDegree(degree(f));
        assertThat(f).hasGf2Degree(gf2Degree(f));
    }

    private static int degree(BooleanFunction f) {
        var values = IntStream.range(0, 1 << f.variables()).mapToLong(f::at).toArray();
        var sums = TransformContract.definition(values);
        return IntStream.range(0, sums.length)
                .filter(S -> sums[S] != 0)
                .map(Integer::bitCount)
                .max()
                .orElse(0);
    }

    /** The coefficient of the monomial M in the algebraic normal form is the parity of the -1 below M. */
    private static int gf2Degree(BooleanFunction f) {
        int degree = 0;
        for (int M = 0; M < 1 << f.variables(); M++) {
            int monomial = M;
            long below = IntStream.rangeClosed(0, M)
                    .filter(x -> (x & ~monomial) == 0)
                    .filter(f::isMinus)
                    .count();
            if (below % 2 == 1) degree = Math.max(degree, Integer.bitCount(M));
        }
        return degree;
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void negation_and_products_are_pointwise(@ForAll BooleanFunction f) {
        assertThat(f.negate())
                .isNotEqualTo(f)
                .hasValues(IntStream.range(0, 1 << f.variables())
                        .map(x -> -f.at(x))
                        .toArray());
        assertThat(f.negate().negate()).isEqualTo(f);
        assertThat(f.times(f)).isEqualTo(BooleanFunction.constant(f.variables(), 1));
        assertThat(f.times(BooleanFunction.constant(f.variables(), -1))).isEqualTo(f.negate());
        assertThat(f.negate()).hasDegree(f.degree());
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 200)
    void products_are_pointwise_in_many_variables(
            @ForAll @Variables(7) BooleanFunction f, @ForAll @Variables(7) BooleanFunction g) {
        var product = f.times(g);
        for (int x = 0; x < 128; x++) assertThat(product.at(x)).isEqualTo(f.at(x) * g.at(x));
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_restriction_fixes_one_variable(
            @ForAll @Variables(min = 1, max = 3) BooleanFunction f, @ForAll @IntRange(max = 2) int i) {
        int n = f.variables();
        if (i >= n) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> f.restrict(i, 1))
                    .withMessage("a coordinate lies within 0.." + (n - 1) + ", not " + i);
            return;
        }
        for (int sign : new int[] {-1, 1}) {
            var g = f.restrict(i, sign);
            assertThat(g.variables()).isEqualTo(n - 1);
            for (int x = 0; x < 1 << n; x++) {
                if (Cube.coordinate(x, i) == sign) assertThat(f.at(x)).isEqualTo(g.at(without(x, i, n)));
            }
            assertThat(f.toReal().restrict(i, sign)).isEqualTo(g.toReal());
        }
    }

    private static int without(int x, int i, int n) {
        int y = 0;
        int next = 0;
        for (int j = 0; j < n; j++) {
            if (j != i) y |= (x >> j & 1) << next++;
        }
        return y;
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 300)
    void a_composition_is_evaluated_from_inside(
            @ForAll @Variables(3) BooleanFunction f,
            @ForAll @Variables(4) BooleanFunction a,
            @ForAll @Variables(4) BooleanFunction b,
            @ForAll @Variables(4) BooleanFunction c) {
        var composed = f.of(List.of(a, b, c));
        var real = f.toReal().of(List.of(a, b, c));
        for (int x = 0; x < 16; x++) {
            int y = (a.at(x) < 0 ? 1 : 0) + (b.at(x) < 0 ? 2 : 0) + (c.at(x) < 0 ? 4 : 0);
            assertThat(composed.at(x)).isEqualTo(f.at(y));
        }
        assertThat(real).isEqualTo(composed.toReal());
    }

    @Example
    void coordinates_compose_to_the_function_itself() {
        var f = BooleanFunction.parseHex("6ac1");
        assertThat(f.of(IntStream.range(0, 4)
                        .mapToObj(i -> BooleanFunction.coordinate(4, i))
                        .toList()))
                .isEqualTo(f);
    }

    @Example
    void functions_share_no_array() {
        long[] words = {1, 2};
        var f = BooleanFunction.ofWords(7, words);
        words[0] = 5;
        f.words()[1] = 7;
        assertThat(f.words()).containsExactly(1, 2);
    }

    @Example
    void equality_tells_numbers_of_variables_apart() {
        assertThat(BooleanFunction.constant(2, 1))
                .isNotEqualTo(BooleanFunction.constant(3, 1))
                .isNotEqualTo("2:0");
        assertThat(BooleanFunction.constant(2, 1).hashCode())
                .isNotEqualTo(BooleanFunction.constant(3, 1).hashCode());
        assertThat(BooleanFunction.ofTable(2, 1).hashCode())
                .isNotEqualTo(BooleanFunction.ofTable(2, 2).hashCode());
    }

    @Example
    void functions_print_as_tables_up_to_ten_variables() {
        assertThat(BooleanFunction.ofTable(0, 1)).hasToString("0:1");
        assertThat(BooleanFunction.ofTable(5, 0x80000001L)).hasToString("5:80000001");
        assertThat(BooleanFunction.coordinate(7, 6)).hasToString("7:" + "f".repeat(16) + "0".repeat(16));
        assertThat(BooleanFunction.constant(10, 1)).hasToString("10:" + "0".repeat(256));
        assertThat(BooleanFunction.constant(11, 1)).hasToString("Boolean function of 11 variables");
    }

    @Example
    void wrong_input_is_named() {
        rejected(() -> BooleanFunction.ofTable(7, 0), "a one-word table has 0..6 variables, not 7");
        rejected(() -> BooleanFunction.ofTable(-1, 0), "a one-word table has 0..6 variables, not -1");
        rejected(() -> BooleanFunction.ofTable(2, 0x10), "a table of 2 variables has 4 bits: 0x10");
        rejected(() -> BooleanFunction.ofTable(5, 1L << 32), "a table of 5 variables has 32 bits: 0x100000000");
        assertThat(BooleanFunction.ofTable(6, -1)).isEqualTo(BooleanFunction.constant(6, -1));
        rejected(() -> BooleanFunction.ofWords(7, new long[1]), "a table of 7 variables has 2 words, not 1");
        rejected(() -> BooleanFunction.ofWords(6, new long[2]), "a table of 6 variables has 1 words, not 2");
        rejected(() -> BooleanFunction.ofWords(3, new long[] {256}), "a table of 3 variables has 8 bits: 0x100");
        rejected(() -> BooleanFunction.ofValues(1, -1, 1), "the length of a table is a power of two, not 3");
        rejected(() -> BooleanFunction.ofValues(1, 0), "a Boolean value is -1 or +1, not 0");
        rejected(() -> BooleanFunction.constant(2, 0), "a sign is -1 or +1, not 0");
        rejected(() -> BooleanFunction.constant(31, 1), "a number of variables lies within 0..30, not 31");
        outside(() -> BooleanFunction.coordinate(2, 2), "a coordinate lies within 0..1, not 2");
        outside(() -> BooleanFunction.coordinate(2, -1), "a coordinate lies within 0..1, not -1");
        outside(() -> BooleanFunction.coordinate(0, 0), "a function of no variables has no coordinate 0");
        rejected(() -> BooleanFunction.parity(2, 4), "no set of 2 variables: 4");
        rejected(() -> BooleanFunction.parity(2, -1), "no set of 2 variables: -1");
        rejected(
                () -> BooleanFunction.constant(2, 1).times(BooleanFunction.constant(3, 1)),
                "functions of 2 and of 3 variables");
        rejected(() -> BooleanFunction.constant(2, 1).restrict(0, 2), "a sign is -1 or +1, not 2");
        rejected(() -> BooleanFunction.constant(2, 1).of(List.of()), "a function of 2 variables takes 2, not 0");
        outside(
                () -> BooleanFunction.constant(0, 1).of(List.of()),
                "a function of no variables has nothing to be composed with");
        rejected(
                () -> BooleanFunction.constant(2, 1)
                        .of(List.of(BooleanFunction.constant(1, 1), BooleanFunction.constant(2, 1))),
                "inner functions of different numbers of variables");
        rejected(
                () -> BooleanFunction.constant(13, 1).blockSensitivity(0),
                "block sensitivity and certificates are computed for at most 12 variables, not 13");
        rejected(
                () -> BooleanFunction.constant(13, 1).certificateComplexity(),
                "block sensitivity and certificates are computed for at most 12 variables, not 13");
        outside(() -> BooleanFunction.constant(2, 1).boundary(2), "a coordinate lies within 0..1, not 2");
        rejected(() -> Degrees.of(5, 1), "degrees are looked up for 0..4 variables, not 5");
        rejected(() -> Degrees.of(-1, 0), "degrees are looked up for 0..4 variables, not -1");
        rejected(() -> Degrees.of(2, 16), "a table of 2 variables has 4 bits: 0x10");
        rejected(() -> Degrees.of(2, -1), "a table of 2 variables has 4 bits: 0xffffffff");
        for (int n = 0; n <= 3; n++) {
            var f = BooleanFunction.constant(n, 1);
            for (int x : new int[] {-1, 1 << n})
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> f.sensitivity(x));
        }
        assertThat(BooleanFunction.constant(6, -1).table()).isEqualTo(-1L);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> BooleanFunction.constant(7, 1).table())
                .withMessage("the table of 7 variables does not fit into one word");
    }

    @Example
    void a_point_outside_the_cube_is_refused() {
        var f = BooleanFunction.constant(3, 1);
        for (int x : new int[] {-1, 8}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> f.at(x));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> f.isMinus(x));
        }
        assertThat(f.at(7)).isEqualTo(1);
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
