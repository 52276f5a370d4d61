package org.cubecheck.degree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Min-degree interpolation against a search by rank in fractions, against floating point, and against its own
 * witnesses.
 */
class MinDegreeProperties {

    /** A function on a support. */
    record Given(Support X, long[] values) {
        @Override
        public String toString() {
            return X + " -> " + Arrays.toString(values);
        }
    }

    @Provide
    Arbitrary<Given> given() {
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(m -> Arbitraries.integers()
                        .between(0, (1 << m) - 1)
                        .set()
                        .ofMinSize(1)
                        .flatMap(points -> Arbitraries.longs()
                                .between(-2, 2)
                                .array(long[].class)
                                .ofSize(points.size())
                                .map(values -> new Given(
                                        Support.of(
                                                m,
                                                points.stream().mapToInt(x -> x).toArray()),
                                        values))));
    }

    @Provide
    Arbitrary<Given> large() {
        return Arbitraries.randomValue(random -> some(random, 6 + random.nextInt(3), 33 + random.nextInt(31)));
    }

    private static Given some(Random random, int m, int size) {
        var points =
                IntStream.range(0, 1 << m).boxed().collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        java.util.Collections.shuffle(points, random);
        var X = Support.of(m, points.stream().limit(size).mapToInt(x -> x).toArray());
        // Half of them of low degree on purpose: a random function needs the largest degree.
        int degree = random.nextBoolean() ? 1 + random.nextInt(2) : m;
        var values = new long[size];
        for (int term = 0; term < 5; term++) {
            int S = random.nextInt(1 << m);
            while (Integer.bitCount(S) > degree) S &= S - 1;
            for (int i = 0; i < size; i++)
                values[i] += (Integer.bitCount(S & X.point(i)) & 1) == 0 ? 3 - term : term - 3;
        }
        return new Given(X, values);
    }

    @Property(tries = 400)
    void the_degree_is_the_least_at_which_the_values_lie_in_the_span_of_the_monomials(@ForAll("given") Given h) {
        assertThat(MinDegree.on(h.X).degreeOf(h.values)).isEqualTo(leastDegreeByRank(h.X, h.values));
    }

    @Property(tries = 400)
    void the_interpolant_takes_the_values_and_the_witness_forbids_a_lower_degree(@ForAll("given") Given h) {
        var f = MinDegree.on(h.X).interpolate(h.values);
        for (int i = 0; i < h.values.length; i++) assertThat(f.at(h.X.point(i))).isEqualTo(BigFraction.of(h.values[i]));
        assertThat(witnessed(f, h)).isTrue();
        assertThat(f.proves(h.values)).isTrue();
        assertThat(f.toSpectrum().degree()).isEqualTo(f.degree());
    }

    @Property(tries = 40)
    void a_large_support_is_lifted_to_rationals_that_are_checked_as_well(@ForAll("large") Given h) {
        var f = MinDegree.on(h.X).interpolate(h.values);
        assertThat(f.proves(h.values)).isTrue();
        assertThat(witnessed(f, h)).isTrue();
        assertThat(f.degree()).isEqualTo(floatingDegree(h.X, h.values));
    }

    @Property(tries = 60)
    void both_engines_agree_where_both_apply(@ForAll("given") Given h) {
        var small = new Duals(h.X);
        var lifted = new Lifting(h.X);
        assertThat(lifted.degreeOf(h.values)).isEqualTo(small.degreeOf(h.values));
        assertThat(lifted.largest()).isEqualTo(small.largest());
        var f = lifted.interpolate(h.values);
        var g = small.interpolate(h.values);
        for (int S = 0; S < 1 << h.X.variables(); S++)
            assertThat(f.coefficient(S)).isEqualTo(g.coefficient(S));
    }

    /**
     * Modulo 11 functions are taken for dependent, and rationals for others; what is found is checked, and 7 comes
     * next.
     */
    @Property(tries = 300)
    void a_prime_that_misleads_is_noticed(@ForAll("given") Given h) {
        var small = new Duals(h.X);
        var lifted = new Lifting(h.X, 12);
        assertThat(lifted.degreeOf(h.values)).isEqualTo(small.degreeOf(h.values));
        assertThat(lifted.largest()).isEqualTo(small.largest());
        assertThat(lifted.interpolate(h.values).proves(h.values)).isTrue();
    }

    @Property(tries = 200)
    void the_least_degree_never_exceeds_that_of_any_realization_on_the_cube(
            @ForAll("given") Given h, @ForAll Random random) {
        var whole = new long[1 << h.X.variables()];
        for (int x = 0; x < whole.length; x++)
            whole[x] = h.X.contains(x) ? h.values[h.X.indexOf(x)] : random.nextInt(5) - 2;
        assertThat(MinDegree.on(h.X).degreeOf(h.values))
                .isLessThanOrEqualTo(RealFunction.ofIntegers(whole).degree());
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void on_the_whole_cube_it_is_the_degree_of_the_fourier_expansion(@ForAll @IntRange(min = 0, max = 255) int table) {
        var values =
                IntStream.range(0, 8).mapToLong(x -> 1 - 2 * (table >>> x & 1)).toArray();
        var spectrum = RealFunction.ofIntegers(values).spectrum();
        for (var expansion :
                List.of(new Whole(Support.all(3)), new Duals(Support.all(3)), new Lifting(Support.all(3)))) {
            var f = expansion.interpolate(values);
            assertThat(f.degree()).isEqualTo(expansion.degreeOf(values)).isEqualTo(spectrum.degree());
            assertThat(f.toSpectrum()).isEqualTo(spectrum);
            assertThat(f.proves(values)).isTrue();
        }
    }

    @Property(tries = 100)
    void scaling_values_past_64_bit_sums_changes_nothing(@ForAll("given") Given h) {
        long scale = Long.MAX_VALUE / 3;
        var scaled = Arrays.stream(h.values).map(v -> v * scale).toArray();
        Arrays.setAll(scaled, i -> Math.max(-1, Math.min(1, h.values[i])) * scale);
        var unscaled =
                Arrays.stream(h.values).map(v -> Math.max(-1, Math.min(1, v))).toArray();
        var X = MinDegree.on(h.X);
        assertThat(X.degreeOf(scaled)).isEqualTo(X.degreeOf(unscaled));
        assertThat(X.interpolate(scaled).proves(scaled)).isTrue();
    }

    @Property(tries = 200)
    void the_largest_degree_is_attained_and_never_exceeded(@ForAll("given") Given h) {
        var X = MinDegree.on(h.X);
        int largest = IntStream.range(0, h.X.size())
                .map(i -> X.degreeOf(IntStream.range(0, h.X.size())
                        .mapToLong(j -> j == i ? 1 : 0)
                        .toArray()))
                .max()
                .orElseThrow();
        assertThat(X.largest()).isEqualTo(largest);
        assertThat(X.degreeOf(h.values)).isLessThanOrEqualTo(largest);
    }

    @Test
    void the_parity_of_a_plane_is_a_coordinate_where_a_further_coordinate_holds_it() {
        var X = Support.of(3, 0b000, 0b101, 0b110, 0b011);
        long[] parity = IntStream.range(0, 4)
                .mapToLong(i -> 1 - 2 * (Integer.bitCount(X.point(i) & 0b011) & 1))
                .toArray();
        assertThat(MinDegree.on(X).interpolate(parity).toSpectrum().toPolynomial())
                .isEqualTo("x3");
        assertThat(MinDegree.on(Support.all(2)).degreeOf(1, -1, -1, 1)).isEqualTo(2);
    }

    @Test
    void a_forged_proof_is_not_accepted() {
        var X = Support.all(2);
        long[] parity = {1, -1, -1, 1};
        long[] dictator = {1, -1, 1, -1};
        var honest = MinDegree.on(X).interpolate(parity);
        assertThat(honest.proves(parity)).isTrue();
        assertThat(honest.proves(dictator)).isFalse();
        var coefficients = new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ONE};
        var idle = new BigInteger[] {BigInteger.ONE, BigInteger.ONE, BigInteger.ONE, BigInteger.ONE};
        assertThat(Interpolant.ofCharacters(X, coefficients, BigInteger.ONE, idle)
                        .proves(parity))
                .isFalse();
    }

    /** Each part of the proof is needed: here the other parts are in order. */
    @Test
    void a_proof_with_one_part_wrong_is_not_accepted() {
        var X = Support.all(2);
        long[] parity = {1, -1, -1, 1};
        var coefficients = new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ONE};
        var parityWitness = Arrays.stream(parity).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
        assertThat(Interpolant.ofCharacters(X, coefficients, BigInteger.ONE, parityWitness)
                        .proves(parity))
                .isTrue();
        // a witness that pairs with the values and does not vanish on the constants
        var point = new BigInteger[] {BigInteger.ONE, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
        assertThat(Interpolant.ofCharacters(X, coefficients, BigInteger.ONE, point)
                        .proves(parity))
                .isFalse();
        // one that vanishes on the constants and not on the coordinates
        var edge = new BigInteger[] {BigInteger.ONE, BigInteger.ONE.negate(), BigInteger.ZERO, BigInteger.ZERO};
        assertThat(Interpolant.ofCharacters(X, coefficients, BigInteger.ONE, edge)
                        .proves(parity))
                .isFalse();
        // a polynomial of the right degree that takes other values, at every point, at the last one only
        assertThat(Interpolant.ofCharacters(X, coefficients, BigInteger.ONE, parityWitness)
                        .proves(2, -2, -2, 2))
                .isFalse();
        assertThat(Interpolant.ofCharacters(X, coefficients, BigInteger.ONE, parityWitness)
                        .proves(1, -1, -1, 2))
                .isFalse();
        assertThat(Interpolant.ofCharacters(X, coefficients, BigInteger.ONE, parityWitness)
                        .proves(1, -1, -1))
                .isFalse();
    }

    @Property(tries = 200)
    void degrees_of_signs_are_those_of_the_values(@ForAll("given") Given h, @ForAll long mask) {
        var values = IntStream.range(0, h.X.size())
                .mapToLong(i -> (mask >>> i & 1) != 0 ? -1 : 1)
                .toArray();
        var X = MinDegree.on(h.X);
        long minus = mask & (h.X.size() == 64 ? -1 : (1L << h.X.size()) - 1);
        int degree = X.degreeOf(values);
        assertThat(X.degreeOfSigns(minus)).isEqualTo(degree);
        assertThat(X.degreeOfSigns(minus)).as("once more, where it is kept").isEqualTo(degree);
    }

    @Test
    void signs_are_given_for_64_points_at_most() {
        assertThat(MinDegree.on(Support.all(6)).degreeOfSigns(0x6996_9669_9669_6996L))
                .isEqualTo(6);
        assertThatThrownBy(() -> MinDegree.on(Support.all(7)).degreeOfSigns(0))
                .hasMessageContaining("64 points, not 128");
        // up to 8 points, up to 32 and the whole cube: each has a way of its own
        for (var X : List.of(Support.of(4, 1, 2, 3), Support.hammingBall(4, 2), Support.all(5))) {
            var onX = MinDegree.on(X);
            for (long minus : new long[] {1L << X.size(), 1L << 63, -1L}) {
                assertThatThrownBy(() -> onX.degreeOfSigns(minus))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("a mask of signs on " + X.size() + " points has " + X.size() + " bits: 0x"
                                + Long.toHexString(minus));
            }
        }
    }

    @Test
    void an_interpolant_is_its_support_its_polynomial_and_its_witness() {
        var X = Support.of(3, 0, 1, 2, 7);
        var f = MinDegree.on(X).interpolate(1, 0, 0, 1);
        assertThat(f)
                .isEqualTo(MinDegree.on(X).interpolate(1, 0, 0, 1))
                .hasSameHashCodeAs(MinDegree.on(X).interpolate(1, 0, 0, 1))
                .isNotEqualTo(MinDegree.on(X).interpolate(1, 0, 0, 2))
                .isNotEqualTo("f");
        var zero = new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO};
        var square = Support.of(1, 0, 1);
        assertThat(Interpolant.ofCharacters(
                        square, zero, BigInteger.ONE, new BigInteger[] {BigInteger.ONE, BigInteger.ONE}))
                .isNotEqualTo(Interpolant.ofCharacters(
                        square, zero, BigInteger.ONE, new BigInteger[] {BigInteger.ONE, BigInteger.TWO}));
        for (int x : new int[] {-1, 8}) assertThatThrownBy(() -> f.at(x)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /**
     * Four times 2^62 is 0 modulo 2^64, and 2^63 is its own negative: a sum that overflows would hide the coefficient.
     */
    @Test
    void sums_that_do_not_fit_are_not_taken_for_zero() {
        long large = 1L << 62;
        var square = MinDegree.on(Support.all(2));
        var plane = MinDegree.on(Support.of(3, 0, 1, 2, 3));
        for (var X : List.of(square, plane)) {
            assertThat(X.degreeOf(large, -large, -large, large)).isEqualTo(2);
            assertThat(X.degreeOf(large, -large, large, -large)).isEqualTo(1);
            assertThat(X.degreeOf(Long.MIN_VALUE, 0, 0, Long.MIN_VALUE)).isEqualTo(2);
            assertThat(X.degreeOf(0, Long.MIN_VALUE, 0, Long.MIN_VALUE)).isEqualTo(1);
            assertThat(X.degreeOf(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
                    .isZero();
            assertThat(X.support().size()).isEqualTo(4);
        }
        assertThat(square.interpolate(1, 1, 1, 1)).hasToString("interpolant of degree 0 on 4 points of B^2");
        assertThat(plane.interpolate(1, 1, 1, 1).support()).isEqualTo(plane.support());
    }

    @Tag("thorough")
    @Test
    void a_support_of_a_thousand_points_of_the_twelve_cube_is_interpolated_and_proved() {
        var h = some(new Random(3), 12, 1000);
        assertThat(MinDegree.on(h.X).interpolate(h.values).proves(h.values)).isTrue();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> MinDegree.on(Support.of(2))).hasMessageContaining("empty support");
        assertThatThrownBy(() -> MinDegree.on(Support.of(2, 0, 1)).degreeOf(1)).hasMessageContaining("2 points");
        assertThatThrownBy(() -> MinDegree.on(Support.of(21, 0, 1)))
                .hasMessageContaining("at most 20 coordinates, not 21");
        assertThat(MinDegree.on(Support.of(20, 0, 1)).degreeOf(1, -1)).isEqualTo(1);
    }

    // ---- oracles

    private static boolean witnessed(Interpolant f, Given h) {
        var pairing = BigInteger.ZERO;
        for (int i = 0; i < h.values.length; i++)
            pairing = pairing.add(f.witness().get(i).multiply(BigInteger.valueOf(h.values[i])));
        for (int S = 0; S < 1 << h.X.variables(); S++) {
            if (Integer.bitCount(S) >= f.degree()) continue;
            var moment = BigInteger.ZERO;
            for (int i = 0; i < h.values.length; i++) {
                moment = (Integer.bitCount(S & h.X.point(i)) & 1) == 0
                        ? moment.add(f.witness().get(i))
                        : moment.subtract(f.witness().get(i));
            }
            if (moment.signum() != 0) return false;
        }
        return pairing.signum() != 0 || f.degree() == 0;
    }

    private static int leastDegreeByRank(Support X, long[] values) {
        for (int k = 0; ; k++) {
            List<BigFraction[]> columns = new ArrayList<>();
            for (int S = 0; S < 1 << X.variables(); S++) {
                if (Integer.bitCount(S) > k) continue;
                var column = new BigFraction[X.size()];
                for (int i = 0; i < column.length; i++)
                    column[i] = BigFraction.of(1 - 2 * (Integer.bitCount(S & X.point(i)) & 1));
                columns.add(column);
            }
            int rank = rank(columns);
            columns.add(Arrays.stream(values).mapToObj(BigFraction::of).toArray(BigFraction[]::new));
            if (rank(columns) == rank) return k;
        }
    }

    private static int rank(List<BigFraction[]> vectors) {
        var rows = vectors.stream()
                .map(BigFraction[]::clone)
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        int rank = 0;
        for (int i = 0; i < rows.get(0).length; i++) {
            int at = i;
            var pivot = rows.stream()
                    .skip(rank)
                    .filter(row -> !row[at].equals(BigFraction.ZERO))
                    .findFirst();
            if (pivot.isEmpty()) continue;
            java.util.Collections.swap(rows, rank, rows.indexOf(pivot.get()));
            for (int r = rank + 1; r < rows.size(); r++) {
                var factor = rows.get(r)[i].divide(rows.get(rank)[i]);
                for (int j = i; j < rows.get(r).length; j++)
                    rows.get(r)[j] = rows.get(r)[j].subtract(factor.multiply(rows.get(rank)[j]));
            }
            rank++;
        }
        return rank;
    }

    /** A second opinion in floating point, by singular values. */
    private static int floatingDegree(Support X, long[] values) {
        for (int k = 0; ; k++) {
            int degree = k;
            int[] sets = IntStream.range(0, 1 << X.variables())
                    .filter(S -> Integer.bitCount(S) <= degree)
                    .toArray();
            var matrix = new SimpleMatrix(X.size(), sets.length + 1);
            for (int i = 0; i < X.size(); i++) {
                for (int j = 0; j < sets.length; j++)
                    matrix.set(i, j, 1 - 2 * (Integer.bitCount(sets[j] & X.point(i)) & 1));
                matrix.set(i, sets.length, values[i]);
            }
            if (matrix.cols(0, sets.length).svd().rank() == matrix.svd().rank()) return k;
        }
    }
}
