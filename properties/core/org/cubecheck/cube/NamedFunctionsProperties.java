package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatExceptionOfType;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The functions that have names, evaluated from their definitions on the signs of a point, and what the textbook says
 * of them.
 */
class NamedFunctionsProperties {

    private static final int TRUE = -1;
    private static final int FALSE = 1;

    /** The signs x_1, ..., x_n of a point. */
    private static int[] signs(int n, int x) {
        return IntStream.range(0, n).map(i -> Cube.coordinate(x, i)).toArray();
    }

    private static void assertValues(BooleanFunction f, int n, ToIntFunction<int[]> definition) {
        assertThat(f.variables()).isEqualTo(n);
        for (int x = 0; x < 1 << n; x++)
            assertThat(f.at(x)).as("%s at %d", f, x).isEqualTo(definition.applyAsInt(signs(n, x)));
    }

    private static int all(int... truths) {
        return Arrays.stream(truths).allMatch(truth -> truth == TRUE) ? TRUE : FALSE;
    }

    private static int some(int... truths) {
        return Arrays.stream(truths).anyMatch(truth -> truth == TRUE) ? TRUE : FALSE;
    }

    @Property
    void the_majority_is_the_sign_of_the_sum(@ForAll @IntRange(max = 4) int half) {
        int n = 2 * half + 1;
        var f = BooleanFunction.majority(n);
        assertValues(f, n, x -> IntStream.of(x).sum() > 0 ? 1 : -1);
        var ones = new long[n];
        Arrays.fill(ones, 1);
        assertThat(BooleanFunction.threshold(ones, 0)).isEqualTo(f);
        // Inf_i = C(n-1, (n-1)/2) / 2^(n-1)
        var influence = BigFraction.of(BigInteger.valueOf(Cube.binomial(n - 1, half)), BigInteger.ONE.shiftLeft(n - 1));
        for (int i = 0; i < n; i++) assertThat(f.spectrum().influence(i)).isEqualTo(influence);
    }

    @Example
    void the_majority_of_three_is_e8_with_total_influence_three_halves() {
        assertThat(BooleanFunction.majority(3)).isEqualTo(BooleanFunction.parseHex("e8"));
        assertThat(BooleanFunction.majority(3).spectrum().totalInfluence()).isEqualTo(BigFraction.of(3, 2));
    }

    @Property
    void conjunction_and_disjunction_are_maximum_and_minimum(@ForAll @IntRange(min = 1, max = 9) int n) {
        assertValues(BooleanFunction.and(n), n, NamedFunctionsProperties::all);
        assertValues(BooleanFunction.and(n), n, x -> IntStream.of(x).max().getAsInt());
        assertValues(BooleanFunction.or(n), n, NamedFunctionsProperties::some);
        assertValues(BooleanFunction.or(n), n, x -> IntStream.of(x).min().getAsInt());
        assertThat(BooleanFunction.and(n)).hasDegree(n);
        assertThat(BooleanFunction.or(n)).hasDegree(n);
        assertThat(BooleanFunction.and(n).spectrum().totalInfluence()).isEqualTo(BigFraction.of(2 * n, 1 << n));
    }

    @Property
    void a_negated_conjunction_is_the_disjunction_of_negations(@ForAll @IntRange(min = 1, max = 9) int n) {
        var negated = IntStream.range(0, n)
                .mapToObj(i -> BooleanFunction.dictator(n, i).negate())
                .toList();
        assertThat(BooleanFunction.or(n).of(negated))
                .isEqualTo(BooleanFunction.and(n).negate());
        assertThat(BooleanFunction.and(n).of(negated))
                .isEqualTo(BooleanFunction.or(n).negate());
    }

    @Example
    void the_conjunction_of_two_is_the_authors_first_example() {
        assertThat(BooleanFunction.and(2)).hasPolynomial("1/2 + 1/2 x1 + 1/2 x2 - 1/2 x1x2");
        assertThat(BooleanFunction.or(2)).hasPolynomial("-1/2 + 1/2 x1 + 1/2 x2 + 1/2 x1x2");
    }

    @Property
    void the_parity_is_the_product(@ForAll @IntRange(max = 9) int n) {
        var f = BooleanFunction.parity(n);
        assertValues(f, n, x -> IntStream.of(x).reduce(1, (a, b) -> a * b));
        assertThat(f).hasDegree(n);
        assertThat(f.spectrum().totalInfluence()).isEqualTo(BigFraction.of(n));
    }

    @Property
    void a_dictator_is_one_variable(@ForAll @IntRange(min = 1, max = 7) int n) {
        for (int k = 0; k < n; k++) {
            int i = k;
            var f = BooleanFunction.dictator(n, i);
            assertValues(f, n, x -> x[i]);
            assertThat(f).hasDegree(1);
            assertThat(f.spectrum().totalInfluence()).isEqualTo(BigFraction.ONE);
        }
    }

    @Property(tries = 200)
    void a_threshold_is_the_sign_of_a_weighted_sum_and_plus_at_zero(
            @ForAll @Size(max = 7) List<@LongRange(min = -4, max = 4) Long> weights,
            @ForAll @LongRange(min = -9, max = 9) long theta) {
        var f = BooleanFunction.threshold(
                weights.stream().mapToLong(Long::longValue).toArray(), theta);
        assertValues(f, weights.size(), x -> {
            var sum = BigInteger.valueOf(-theta);
            for (int i = 0; i < x.length; i++)
                sum = sum.add(BigInteger.valueOf(weights.get(i)).multiply(BigInteger.valueOf(x[i])));
            return sum.signum() >= 0 ? 1 : -1;
        });
    }

    @Example
    void a_threshold_takes_weights_up_to_the_last_bit() {
        assertThat(BooleanFunction.threshold(new long[] {Long.MAX_VALUE - 1, 1}, Long.MAX_VALUE))
                .isEqualTo(BooleanFunction.or(2));
        assertThat(BooleanFunction.threshold(new long[] {Long.MAX_VALUE}, Long.MIN_VALUE))
                .isEqualTo(BooleanFunction.constant(1, 1));
        assertThat(BooleanFunction.threshold(new long[0], 1)).isEqualTo(BooleanFunction.constant(0, -1));
    }

    @Property
    void tribes_is_a_disjunction_of_conjunctions(
            @ForAll @IntRange(min = 1, max = 4) int width, @ForAll @IntRange(min = 1, max = 3) int tribes) {
        int n = width * tribes;
        var f = BooleanFunction.tribes(width, tribes);
        assertValues(f, n, x -> {
            var conjunctions = new int[tribes];
            for (int t = 0; t < tribes; t++) conjunctions[t] = all(Arrays.copyOfRange(x, t * width, (t + 1) * width));
            return some(conjunctions);
        });
        // it is false where each of the conjunctions is, at (2^w - 1)^s points
        long falsePoints = Math.round(Math.pow((1 << width) - 1, tribes));
        assertThat(f.weight()).isEqualTo((1 << n) - falsePoints);
        assertThat(f).hasDegree(n);
    }

    @Example
    void tribes_of_one_is_a_conjunction_and_of_width_one_a_disjunction() {
        assertThat(BooleanFunction.tribes(5, 1)).isEqualTo(BooleanFunction.and(5));
        assertThat(BooleanFunction.tribes(1, 5)).isEqualTo(BooleanFunction.or(5));
    }

    @Property
    void the_address_function_is_the_variable_at_the_address(@ForAll @IntRange(min = 1, max = 3) int k) {
        int n = k + (1 << k);
        var f = BooleanFunction.address(k);
        assertValues(f, n, x -> {
            int address = 0;
            for (int i = k - 1; i >= 0; i--) address = 2 * address + (x[i] == -1 ? 1 : 0);
            return x[k + address];
        });
        assertThat(f).hasDegree(k + 1).isBalanced();
        for (int i = 0; i < n; i++)
            assertThat(f.spectrum().influence(i)).isEqualTo(i < k ? BigFraction.of(1, 2) : BigFraction.of(1, 1 << k));
    }

    @Example
    void the_address_function_of_one_selects() {
        assertThat(BooleanFunction.address(1)).hasPolynomial("1/2 x2 + 1/2 x3 + 1/2 x1x2 - 1/2 x1x3");
        assertThat(BooleanFunction.address(2)).hasDegree(3);
    }

    @Property
    void the_inner_product_is_a_product_of_conjunctions_and_bent(@ForAll @IntRange(min = 1, max = 4) int k) {
        var f = BooleanFunction.innerProduct(k);
        assertValues(f, 2 * k, x -> {
            int product = 1;
            for (int i = 0; i < k; i++) product *= all(x[i], x[k + i]);
            return product;
        });
        assertThat(f).hasDegree(2 * k).hasGf2Degree(2);
        for (int S = 0; S < 1 << 2 * k; S++)
            assertThat(f.spectrum().coefficient(S).abs()).isEqualTo(BigFraction.of(1, 1 << k));
    }

    @Example
    void arguments_outside_the_range_are_refused() {
        for (int n : new int[] {-1, 0, 2, 4, 30, 31})
            assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.majority(n));
        for (int n : new int[] {-1, 0, 31}) {
            assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.and(n));
            assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.or(n));
            assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.dictator(n, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.tribes(n, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.tribes(1, n));
        }
        for (int n : new int[] {-1, 31})
            assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.parity(n));
        for (int i : new int[] {-1, 3})
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> BooleanFunction.dictator(3, i));
        assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.tribes(1 << 16, 1 << 16));
        assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.tribes(-3, -3));
        for (int k : new int[] {-1, 0, 5})
            assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.address(k));
        for (int k : new int[] {-1, 0, 16})
            assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.innerProduct(k));
        assertThatIllegalArgumentException().isThrownBy(() -> BooleanFunction.threshold(new long[31], 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BooleanFunction.threshold(new long[] {Long.MIN_VALUE}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BooleanFunction.threshold(new long[] {Long.MAX_VALUE, -1}, 0));
    }
}
