package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatExceptionOfType;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import org.apache.commons.numbers.fraction.BigFraction;

/** Bit order, signs and the two degrees, pinned by expansions worked out by hand. */
class ConventionsTest {

    /** -1 counts as "true": the maximum is -1 only where both are. */
    private static final BooleanFunction MAX = BooleanFunction.of(2, x -> x == 0b11);

    @Example
    void the_point_0_is_all_plus_and_bit_i_is_the_sign_of_variable_i() {
        assertThat(Cube.coordinate(0, 0)).isEqualTo(1);
        assertThat(Cube.coordinate(0b100, 2)).isEqualTo(-1);
        assertThat(Cube.coordinate(0b100, 1)).isEqualTo(1);
        assertThat(Cube.character(0b101, 0b100)).isEqualTo(-1);
        assertThat(Cube.character(0b101, 0b111)).isEqualTo(1);
        assertThat(Cube.character(0, 0b111)).isEqualTo(1);
        assertThat(BooleanFunction.coordinate(2, 0)).hasValues(1, -1, 1, -1).hasPolynomial("x1");
        assertThat(BooleanFunction.coordinate(2, 1)).hasValues(1, 1, -1, -1).hasPolynomial("x2");
    }

    @Example
    void the_maximum_of_two_is_the_authors_first_example() {
        assertThat(MAX)
                .hasValues(1, 1, 1, -1)
                .hasPolynomial("1/2 + 1/2 x1 + 1/2 x2 - 1/2 x1x2")
                .hasDegree(2)
                .hasGf2Degree(2);
        assertThat(MAX.spectrum())
                .hasCoefficient(0b00, 1, 2)
                .hasCoefficient(0b01, 1, 2)
                .hasCoefficient(0b10, 1, 2)
                .hasCoefficient(0b11, -1, 2);
    }

    @Example
    void a_monomial_of_three_and_a_linear_term_are_the_authors_second_example() {
        var values = new long[16];
        for (int x = 0; x < 16; x++)
            values[x] = (long) Cube.coordinate(x, 0) * Cube.coordinate(x, 1) * Cube.coordinate(x, 2)
                    + 4L * Cube.coordinate(x, 3);
        var f = RealFunction.of(values, 2);
        assertThat(f).hasPolynomial("2 x4 + 1/2 x1x2x3").hasDegree(3);
        assertThat(f.at(0)).isEqualTo(BigFraction.of(5, 2));
        assertThat(f.at(0b1000)).isEqualTo(BigFraction.of(-3, 2));
        assertThat(f.spectrum()).hasCoefficient(0b0111, 1, 2).hasCoefficient(0b1000, 2, 1);
    }

    @Example
    void the_majority_of_three() {
        var majority = BooleanFunction.of(3, x -> Integer.bitCount(x) >= 2);
        assertThat(majority)
                .hasPolynomial("1/2 x1 + 1/2 x2 + 1/2 x3 - 1/2 x1x2x3")
                .hasDegree(3)
                .hasGf2Degree(2)
                .isBalanced();
    }

    @Example
    void the_address_function_reads_the_variable_that_the_first_selects() {
        // x2 where x1 = +1, x3 where x1 = -1: (x2 + x3)/2 + x1 (x2 - x3)/2
        var address = BooleanFunction.of(3, x -> (x & 1) == 0 ? (x & 2) != 0 : (x & 4) != 0);
        assertThat(address)
                .hasPolynomial("1/2 x2 + 1/2 x3 + 1/2 x1x2 - 1/2 x1x3")
                .hasDegree(2)
                .hasGf2Degree(2);
    }

    @Example
    void a_function_without_symmetry_tells_the_orders_apart() {
        // x1x2 where x3 = +1, x1 where x3 = -1: x1x2 (1 + x3)/2 + x1 (1 - x3)/2
        var f = BooleanFunction.of(3, x -> (x & 4) == 0 ? ((x ^ x >> 1) & 1) != 0 : (x & 1) != 0);
        assertThat(f).hasPolynomial("1/2 x1 + 1/2 x1x2 - 1/2 x1x3 + 1/2 x1x2x3");
    }

    @Example
    void under_the_coding_0_and_1_the_table_is_the_usual_truth_table() {
        // -1 is true: AND is -1 only at (-1, -1), OR is +1 only at (+1, +1), XOR is the product
        assertThat(BooleanFunction.parseBits("0001")).hasPolynomial("1/2 + 1/2 x1 + 1/2 x2 - 1/2 x1x2");
        assertThat(BooleanFunction.parseBits("0111")).hasPolynomial("-1/2 + 1/2 x1 + 1/2 x2 + 1/2 x1x2");
        assertThat(BooleanFunction.parseBits("0110")).hasPolynomial("x1x2").isEqualTo(BooleanFunction.parity(2, 0b11));
    }

    @Example
    void the_degree_over_gf2_is_another_one() {
        var parity = BooleanFunction.parity(5, 0b11111);
        assertThat(parity).hasDegree(5).hasGf2Degree(1);
        var and = BooleanFunction.of(5, x -> x == 0b11111);
        assertThat(and).hasDegree(5).hasGf2Degree(5);
        var notAllEqual = BooleanFunction.of(3, x -> x != 0 && x != 7);
        assertThat(notAllEqual).hasDegree(2).hasGf2Degree(2);
        var sum = BooleanFunction.of(4, x -> (Integer.bitCount(x & 3) == 2) ^ (Integer.bitCount(x & 12) == 2));
        assertThat(sum).hasDegree(4).hasGf2Degree(2); // x1x2 + x3x4 over GF(2)
        assertThat(BooleanFunction.constant(3, -1)).hasDegree(0).hasGf2Degree(0);
    }

    @Example
    void polynomials_are_written_as_people_write_them() {
        assertThat(RealFunction.ofIntegers(0, 0)).hasPolynomial("0").hasDegree(0);
        assertThat(RealFunction.ofIntegers(-1)).hasPolynomial("-1");
        assertThat(RealFunction.ofIntegers(-1, 1)).hasPolynomial("-x1");
        assertThat(RealFunction.ofIntegers(6, 0)).hasPolynomial("3 + 3 x1");
        assertThat(RealFunction.of(new long[] {1, -5}, 3)).hasPolynomial("-2/3 + x1");
        assertThat(RealFunction.ofIntegers(Long.MIN_VALUE)).hasPolynomial("-9223372036854775808");
        assertThat(Spectrum.of(new long[] {0, Long.MIN_VALUE}, 3)).hasToString("-9223372036854775808/3 x1");
        assertThat(BooleanFunction.parity(12, 0b110000000001)).hasPolynomial("x1x11x12");
        assertThat(MAX.spectrum()).hasToString("1/2 + 1/2 x1 + 1/2 x2 - 1/2 x1x2");
    }

    @Example
    void least_common_multiples() {
        assertThat(Cube.lcm(BigInteger.valueOf(4), BigInteger.valueOf(6))).isEqualTo(12);
        assertThat(Cube.lcm(BigInteger.ONE, BigInteger.valueOf(7))).isEqualTo(7);
        assertThat(Cube.lcm(BigInteger.TWO.pow(70), BigInteger.TWO.pow(3))).isEqualTo(BigInteger.TWO.pow(70));
    }

    @Example
    void binomial_coefficients() {
        assertThat(Cube.binomial(5, 2)).isEqualTo(10);
        assertThat(Cube.binomial(30, 15)).isEqualTo(155_117_520);
        assertThat(Cube.binomial(61, 30)).isEqualTo(232_714_176_627_630_544L);
        assertThat(Cube.binomial(62, 61)).isEqualTo(62);
        assertThat(Cube.binomial(66, 33))
                .as("the largest that fits, where the product before the last division does not")
                .isEqualTo(7_219_428_434_016_265_740L);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Cube.binomial(67, 33));
        assertThat(Cube.binomial(Integer.MAX_VALUE, 2)).isEqualTo((1L << 30) * Integer.MAX_VALUE - Integer.MAX_VALUE);
        assertThat(Cube.binomial(4, 0)).isEqualTo(1);
        assertThat(Cube.binomial(4, 4)).isEqualTo(1);
        assertThat(Cube.binomial(4, 5)).isZero();
        assertThat(Cube.binomial(4, -1)).isZero();
    }

    @Example
    void sizes_out_of_range_are_named() {
        assertThat(Cube.points(30)).isEqualTo(1_073_741_824);
        assertThat(Cube.points(0)).isEqualTo(1);
        assertThat(Cube.variables(1 << 30)).isEqualTo(30);
        for (int n : List.of(-1, 31)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Cube.points(n))
                    .withMessage("a number of variables lies within 0..30, not " + n);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cube.variables(1L << 31))
                .withMessage("a number of variables lies within 0..30, not 31");
        for (long length : new long[] {0, -4, 6, Long.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Cube.variables(length))
                    .withMessage("the length of a table is a power of two, not " + length);
        }
    }
}
