package org.cubecheck.degree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.Spectrum;
import org.cubecheck.cube.Support;
import org.junit.jupiter.api.Test;

class LeastProfileProperties {

    private static Support support(int m, Random random) {
        int[] points =
                IntStream.range(0, 1 << m).filter(x -> random.nextBoolean()).toArray();
        return Support.of(m, points.length == 0 ? new int[] {0} : points);
    }

    private static long[] values(Support X, Random random) {
        return IntStream.range(0, X.size())
                .mapToLong(i -> random.nextInt(5) - 2)
                .toArray();
    }

    @Property(tries = 200)
    void it_interpolates_with_the_least_degree(@ForAll @IntRange(min = 1, max = 4) int m, @ForAll Random random) {
        var X = support(m, random);
        long[] h = values(X, random);
        var fit = LeastProfile.on(X).fit(h);
        assertThat(fit.interpolant().degree()).isEqualTo(MinDegree.on(X).degreeOf(h));
        assertThat(fit.interpolant().proves(h)).isTrue();
    }

    @Property(tries = 200)
    void no_other_interpolant_has_a_profile_as_low(@ForAll @IntRange(min = 1, max = 3) int m, @ForAll Random random) {
        var X = support(m, random);
        if (X.size() == 1 << m) X = Support.of(m, java.util.Arrays.copyOf(X.toArray(), X.size() - 1));
        long[] h = values(X, random);
        var least = LeastProfile.on(X).fit(h).interpolant().toSpectrum();
        // Another interpolant: a change that vanishes on X and not elsewhere.
        var change = new long[1 << m];
        for (int x : X.complement().toArray()) change[x] = 1 + random.nextInt(3);
        int scale = 1 + random.nextInt(20);
        var moved = org.cubecheck.cube.RealFunction.of(change, scale).spectrum();
        assertThat(compare(least, moved)).isNegative();
    }

    /** The profile of f against that of f + change, from the highest level down. */
    private static int compare(Spectrum f, Spectrum change) {
        for (int k = f.variables(); k >= 0; k--) {
            var own = BigFraction.ZERO;
            var other = BigFraction.ZERO;
            for (int S = 0; S < 1 << f.variables(); S++) {
                if (Integer.bitCount(S) != k) continue;
                own = own.add(f.coefficient(S).pow(2));
                other = other.add(f.coefficient(S).add(change.coefficient(S)).pow(2));
            }
            if (!own.equals(other)) return own.compareTo(other);
        }
        return 0;
    }

    @Property(tries = 100)
    void the_multipliers_of_a_level_vanish_below_it_and_give_its_coefficients(
            @ForAll @IntRange(min = 1, max = 4) int m, @ForAll Random random) {
        var X = support(m, random);
        var fit = LeastProfile.on(X).fit(values(X, random));
        assertThat(fit.multipliers()).hasSize(fit.interpolant().degree() + 1);
        for (int k = 0; k < fit.multipliers().size(); k++) {
            for (int S = 0; S < 1 << m; S++) {
                if (Integer.bitCount(S) > k) continue;
                var sum = BigFraction.ZERO;
                for (int i = 0; i < X.size(); i++) {
                    var u = fit.multipliers().get(k).get(i);
                    sum = (Integer.bitCount(S & X.point(i)) & 1) == 0 ? sum.add(u) : sum.subtract(u);
                }
                assertThat(sum)
                        .isEqualTo(
                                Integer.bitCount(S) < k
                                        ? BigFraction.ZERO
                                        : fit.interpolant().coefficient(S));
            }
        }
    }

    @Test
    void weight_is_spread_over_coordinates_that_cannot_be_told_apart() {
        var diagonal = Support.of(2, 0, 3);
        assertThat(LeastProfile.on(diagonal)
                        .fit(1, -1)
                        .interpolant()
                        .toSpectrum()
                        .toPolynomial())
                .isEqualTo("1/2 x1 + 1/2 x2");
        assertThatThrownBy(() -> LeastProfile.on(Support.all(6))).hasMessageContaining("1..32 points");
        assertThatThrownBy(() -> LeastProfile.on(Support.of(2))).hasMessageContaining("not 0 of B^2");
        assertThatThrownBy(() -> LeastProfile.on(Support.of(21, 0, 1))).hasMessageContaining("not 2 of B^21");
        assertThatThrownBy(() -> LeastProfile.on(diagonal).fit(1)).hasMessageContaining("2 points");
    }

    @Test
    void the_largest_supports_are_32_points_and_20_coordinates() {
        var parity = IntStream.range(0, 32)
                .mapToLong(x -> 1 - 2 * (Integer.bitCount(x) & 1))
                .toArray();
        assertThat(LeastProfile.on(Support.all(5))
                        .fit(parity)
                        .interpolant()
                        .toSpectrum()
                        .toPolynomial())
                .isEqualTo("x1x2x3x4x5");
        assertThatCode(() -> LeastProfile.on(Support.of(20, 0, 1))).doesNotThrowAnyException();
    }
}
