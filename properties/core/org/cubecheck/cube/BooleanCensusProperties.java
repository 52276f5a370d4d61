package org.cubecheck.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/**
 * Degrees of many functions at once, and their census in two ways, against the definition and against counts by other
 * arguments.
 */
class BooleanCensusProperties {

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void all_degrees_are_those_of_the_definition(@ForAll @IntRange(max = 4) int n) {
        var degrees = Degrees.all(n);
        for (int table = 0; table < degrees.length; table++) {
            int degree = byDefinition(n, table);
            assertThat(degrees[table]).isEqualTo((byte) degree);
            assertThat(Degrees.of(n, table)).isEqualTo(degree);
            assertThat(Degrees.byParities(n, table)).isEqualTo(degree);
        }
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 500)
    void degrees_of_five_and_six_variables_are_those_of_the_definition(
            @ForAll long table, @ForAll @IntRange(min = 5, max = 6) int n) {
        long bits = n == 6 ? table : table & 0xFFFFFFFFL;
        assertThat(Degrees.of(n, new long[] {bits})).isEqualTo(byDefinition(n, bits));
        assertThat(BooleanFunction.ofTable(n, bits).spectrum().degree()).isEqualTo(byDefinition(n, bits));
    }

    /** Random functions nearly all have full degree: these do not. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void so_are_the_degrees_of_functions_of_fewer_variables(
            @ForAll @IntRange(max = 4) int m, @ForAll @IntRange(min = 5, max = 6) int n) {
        var random = new SplittableRandom(m);
        for (int i = 0; i < 20; i++) {
            int inner = random.nextInt(1 << (1 << m));
            int shift = random.nextInt(n - m + 1);
            long table = 0;
            for (int x = 0; x < 1 << n; x++) table |= (long) (inner >> (x >> shift & (1 << m) - 1) & 1) << x;
            assertThat(Degrees.of(n, new long[] {table})).isEqualTo(Degrees.of(m, inner));
        }
    }

    /** 2, 4, 10 and so on are in print; up to n = 5 each function is looked at. */
    @Tag("thorough")
    @Example
    void the_two_censuses_agree() {
        assertThat(BooleanCensus.enumerate(0)).isEqualTo(integers(2));
        assertThat(BooleanCensus.enumerate(1)).isEqualTo(integers(2, 2));
        assertThat(BooleanCensus.enumerate(2)).isEqualTo(integers(2, 4, 10));
        assertThat(BooleanCensus.enumerate(3)).isEqualTo(integers(2, 6, 62, 186));
        assertThat(BooleanCensus.enumerate(4)).isEqualTo(integers(2, 8, 212, 12_648, 52_666));
        assertThat(BooleanCensus.enumerate(5)).isEqualTo(integers(2, 10, 540, 807_428, 600_272_410, 3_693_886_906L));
        for (int n = 0; n <= 5; n++) assertThat(BooleanCensus.count(n)).isEqualTo(BooleanCensus.enumerate(n));
    }

    /** A function lacks the full degree if and only if it agrees with the parity at half of the points. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void the_count_of_full_degree_is_a_binomial_coefficient(@ForAll @IntRange(min = 1, max = 6) int n) {
        var counts = BooleanCensus.count(n);
        int points = 1 << n;
        var balanced = BigInteger.ONE;
        for (int i = 1; i <= points / 2; i++)
            balanced = balanced.multiply(BigInteger.valueOf(points / 2 + i)).divide(BigInteger.valueOf(i));
        assertThat(counts.get(n)).isEqualTo(BigInteger.TWO.pow(points).subtract(balanced));
        assertThat(counts.stream().reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(BigInteger.TWO.pow(points));
    }

    /**
     * A function of degree 2 depends on at most four variables (Nisan and Szegedy), so those of n variables are counted
     * by those of four.
     */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void the_count_of_degree_two_follows_from_four_variables(@ForAll @IntRange(min = 4, max = 6) int n) {
        var depending = new long[5]; // on all of j variables, of degree 2
        long count = 0;
        for (int j = 2; j <= 4; j++) {
            depending[j] = BooleanCensus.count(j).get(2).longValueExact();
            for (int i = 2; i < j; i++) depending[j] -= Cube.binomial(j, i) * depending[i];
            count += Cube.binomial(n, j) * depending[j];
        }
        assertThat(BooleanCensus.count(n).get(2)).isEqualTo(count);
        assertThat(BooleanCensus.count(n).get(1)).isEqualTo(2 * n);
        assertThat(BooleanCensus.count(n).get(0)).isEqualTo(2);
    }

    @Example
    void more_variables_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BooleanCensus.count(7));
        assertThatIllegalArgumentException().isThrownBy(() -> BooleanCensus.enumerate(6));
        assertThatIllegalArgumentException().isThrownBy(() -> Degrees.all(5));
    }

    private static int byDefinition(int n, long table) {
        int degree = 0;
        for (int S = 0; S < 1 << n; S++) {
            int sum = 0;
            for (int x = 0; x < 1 << n; x++) sum += TransformContract.product(S, x) * ((table >>> x & 1) == 1 ? -1 : 1);
            if (sum != 0) degree = Math.max(degree, Integer.bitCount(S));
        }
        return degree;
    }

    private static List<BigInteger> integers(long... values) {
        return java.util.Arrays.stream(values).mapToObj(BigInteger::valueOf).toList();
    }
}
