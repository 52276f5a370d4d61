package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatIllegalArgumentException;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
class ParsingProperties {

    private static final BooleanFunction MAJORITY = BooleanFunction.of(3, x -> Integer.bitCount(x) >= 2);

    @Example
    void the_majority_of_three_reads_e8_in_hexadecimal_and_00010111_bit_by_bit() {
        assertThat(BooleanFunction.parseHex("e8")).isEqualTo(MAJORITY);
        assertThat(BooleanFunction.parseHex("0xE8")).isEqualTo(MAJORITY);
        assertThat(BooleanFunction.parseBits("00010111")).isEqualTo(MAJORITY);
        assertThat(MAJORITY.toHex()).isEqualTo("e8");
        assertThat(MAJORITY).hasToString("3:e8");
    }

    @Example
    void an_asymmetric_function_pins_the_order() {
        // -1 at the single point 1, that is x1 = -1 and all others +1
        var f = BooleanFunction.of(3, x -> x == 1);
        assertThat(BooleanFunction.parseBits("01000000")).isEqualTo(f);
        assertThat(BooleanFunction.parseHex("02")).isEqualTo(f);
        assertThat(BooleanFunction.parseHex(7, "0000000000000000" + "0000000000000001")
                        .isMinus(0))
                .isTrue();
        assertThat(BooleanFunction.parseHex(7, "8000000000000000" + "0000000000000000")
                        .isMinus(127))
                .isTrue();
        assertThat(BooleanFunction.parseHex("1" + "0".repeat(31)).isMinus(124)).isTrue();
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void hexadecimal_reads_back(@ForAll @Variables(max = 3) BooleanFunction f) {
        assertThat(BooleanFunction.parseHex(f.variables(), f.toHex())).isEqualTo(f);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 100)
    void hexadecimal_reads_back_above(@ForAll @Variables(min = 4, max = 9) BooleanFunction f) {
        assertThat(BooleanFunction.parseHex(f.toHex())).isEqualTo(f);
        var bits = new StringBuilder();
        for (int x = 0; x < 1 << f.variables(); x++) bits.append(f.isMinus(x) ? '1' : '0');
        assertThat(BooleanFunction.parseBits(bits.toString())).isEqualTo(f);
    }

    @Example
    void a_wrong_table_is_named() {
        rejected(
                () -> BooleanFunction.parseHex("e8e"),
                "a truth table in hexadecimal has a power of two of digits, not 3");
        rejected(
                () -> BooleanFunction.parseHex(""), "a truth table in hexadecimal has a power of two of digits, not 0");
        rejected(
                () -> BooleanFunction.parseHex("0x"),
                "a truth table in hexadecimal has a power of two of digits, not 0");
        rejected(() -> BooleanFunction.parseHex("eg"), "'g' at position 2 is no hexadecimal digit");
        rejected(() -> BooleanFunction.parseHex("0xg8"), "'g' at position 3 is no hexadecimal digit");
        rejected(() -> BooleanFunction.parseHex("\u0661\u0662"), "'\u0662' at position 2 is no hexadecimal digit");
        rejected(
                () -> BooleanFunction.parseHex(3, "e"), "a truth table of 3 variables has 2 hexadecimal digits, not 1");
        rejected(() -> BooleanFunction.parseHex(1, "5"), "a table of 1 variables has 2 bits: 0x5");
        rejected(() -> BooleanFunction.parseHex(31, "5"), "a number of variables lies within 0..30, not 31");
        rejected(() -> BooleanFunction.parseBits("0120"), "'2' at position 3 is neither 0 nor 1");
        rejected(() -> BooleanFunction.parseBits("011"), "a truth table has a power of two of bits, not 3");
        rejected(() -> BooleanFunction.parseBits(""), "a truth table has a power of two of bits, not 0");
    }

    @Example
    void one_bit_is_a_constant_and_one_digit_a_function_of_two_variables() {
        assertThat(BooleanFunction.parseBits("1")).isEqualTo(BooleanFunction.constant(0, -1));
        assertThat(BooleanFunction.parseHex("8")).isEqualTo(BooleanFunction.ofTable(2, 8));
        assertThat(BooleanFunction.parseHex(0, "1")).isEqualTo(BooleanFunction.constant(0, -1));
        assertThat(BooleanFunction.parseHex(1, "2")).isEqualTo(BooleanFunction.coordinate(1, 0));
    }

    @Example
    void real_values_are_read_exactly() {
        assertThat(RealFunction.parse("1, -1/3 0.25\t+2e-3"))
                .isEqualTo(RealFunction.of(new long[] {3000, -1000, 750, 6}, 3000));
        assertThat(RealFunction.parse(" .5,1. ").at(0)).isEqualTo(BigFraction.of(1, 2));
        assertThat(RealFunction.parse("2e3")).isEqualTo(RealFunction.ofIntegers(2000));
        assertThat(RealFunction.parse("0.1 0.2").denominator()).isEqualTo(10);
        assertThat(RealFunction.parse("9223372036854775807 -9223372036854775808")
                        .numerator(1))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(RealFunction.parse("0".repeat(39) + "3/" + "0".repeat(39) + "6")
                        .at(0))
                .isEqualTo(BigFraction.of(1, 2));
        assertThat(RealFunction.parse("0." + "0".repeat(17) + "2").at(0))
                .isEqualTo(BigFraction.of(1, 500_000_000_000_000_000L));
        assertThat(RealFunction.parse("1/9223372036854775807").denominator()).isEqualTo(Long.MAX_VALUE);
    }

    @Example
    void wrong_values_are_named() {
        rejected(
                () -> RealFunction.parse("1 2 x 4"),
                "value 3, \"x\", is neither a decimal nor a fraction of integers, of at most 40 digits, 2 in an "
                        + "exponent");
        rejected(
                () -> RealFunction.parse("1,,2,3"),
                "value 2, \"\", is neither a decimal nor a fraction of integers, of at most 40 digits, 2 in an exponent");
        rejected(
                () -> RealFunction.parse("NaN 1"),
                "value 1, \"NaN\", is neither a decimal nor a fraction of integers, of at most 40 digits, 2 in an "
                        + "exponent");
        rejected(
                () -> RealFunction.parse("1e999999999 1"),
                "value 1, \"1e999999999\", is neither a decimal nor a fraction of integers, of at most 40 digits, "
                        + "2 in an exponent");
        rejected(
                () -> RealFunction.parse("0".repeat(41)),
                "value 1, \"" + "0".repeat(41)
                        + "\", is neither a decimal nor a fraction of integers, of at most 40 digits, 2 in an exponent");
        rejected(
                () -> RealFunction.parse("1e100"),
                "value 1, \"1e100\", is neither a decimal nor a fraction of integers, of at most 40 digits, 2 in "
                        + "an exponent");
        rejected(
                () -> RealFunction.parse("1e99"),
                "the values do not fit into 64 bits over a common denominator, from value 1 on");
        rejected(() -> RealFunction.parse("1 2/0"), "value 2, 2/0, has the denominator 0");
        rejected(() -> RealFunction.parse("1 2 3"), "the length of a table is a power of two, not 3");
        rejected(() -> RealFunction.parse("  "), "the length of a table is a power of two, not 0");
        rejected(
                () -> RealFunction.parse("1 9223372036854775808"),
                "the values do not fit into 64 bits over a common denominator, from value 2 on");
        rejected(
                () -> RealFunction.parse("9223372036854775807 1/2"),
                "the values do not fit into 64 bits over a common denominator, from value 1 on");
        rejected(
                () -> RealFunction.parse("1/4294967296 1/9223372036854775807"),
                "the values do not fit into 64 bits over a common denominator, from value 2 on");
    }

    private static void rejected(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
