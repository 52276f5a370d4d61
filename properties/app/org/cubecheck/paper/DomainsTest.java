package org.cubecheck.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.claim.Domain;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.transform.Bijection;
import org.junit.jupiter.api.Test;

/** A domain that claims to be whole has every point, once; one that is sampled reaches what it claims to reach. */
class DomainsTest {

    private static <X> Domain.All<X> all(Domain<X> domain) {
        return (Domain.All<X>) domain;
    }

    @Test
    void transforms_are_enumerated_whole() {
        var domain = all(Domains.bijections(2));
        assertThat(LongStream.range(0, domain.count()).mapToObj(domain.point()).distinct())
                .hasSize(24);
        assertThat(domain.size()).isEqualTo(24);
        assertThat(domain.casesPerPoint()).isEqualTo(1);
        assertThat(all(Domains.bijections(3, 5)).casesPerPoint()).isEqualTo(5);
        assertThat(Domains.someBijections(3, 4).size()).isEqualTo(40_320);
    }

    @Test
    void functions_are_enumerated_whole() {
        for (int n = 0; n <= 3; n++) {
            var domain = all(Domains.functions(n));
            int variables = n;
            assertThat(LongStream.range(0, domain.count())
                            .mapToObj(domain.point())
                            .distinct())
                    .hasSize(1 << (1 << n))
                    .allMatch(f -> f.variables() == variables);
        }
        assertThat(all(Domains.functions(3, 8)).casesPerPoint()).isEqualTo(8);
    }

    @Test
    void ternary_functions_are_all_there() {
        var domain = all(Domains.ternaryFunctions(2));
        var functions = LongStream.range(0, domain.count())
                .mapToObj(domain.point())
                .distinct()
                .toList();
        assertThat(functions).hasSize(81);
        for (var f : functions) {
            for (int x = 0; x < 4; x++)
                assertThat(f.at(x)).isIn(BigFraction.ZERO, BigFraction.ONE, BigFraction.ONE.negate());
        }
    }

    /** Uniform draws nearly always have full degree, so functions of low degree come from the other half. */
    @Test
    void sampled_functions_are_of_all_degrees() {
        var domain = (Domain.Sampled<BooleanFunction>) Domains.someFunctions(7, 400);
        assertThat(domain.size()).isEqualTo(BigInteger.ONE.shiftLeft(128));
        var random = new SplittableRandom(3);
        int low = 0;
        int full = 0;
        for (int i = 0; i < 400; i++) {
            var f = domain.draw().apply(random);
            assertThat(f.variables()).isEqualTo(7);
            if (f.degree() <= 3) low++;
            if (f.degree() >= 6) full++;
        }
        assertThat(low).isBetween(60, 200);
        assertThat(full).isBetween(150, 260);
    }

    /** Both ways of drawing a table are uniform: each value is -1 in about half of the draws. */
    @Test
    void random_functions_are_uniform_at_every_point() {
        for (int n : new int[] {2, 5, 6, 7}) {
            var random = new SplittableRandom(n);
            var minus = new int[1 << n];
            for (int i = 0; i < 400; i++) {
                var f = Domains.randomFunction(n, random);
                for (int x = 0; x < minus.length; x++) minus[x] += f.isMinus(x) ? 1 : 0;
            }
            assertThat(Arrays.stream(minus)).allMatch(count -> count > 150 && count < 250);
        }
    }

    @Test
    void real_functions_have_sixths_for_values() {
        var domain = (Domain.Sampled<RealFunction>) Domains.someRealFunctions(2, 10);
        assertThat(domain.size()).isEqualTo(BigInteger.valueOf(101).pow(4));
        var f = Domains.sixths(new long[] {1, -6, 50, 0});
        assertThat(f.at(0)).isEqualTo(BigFraction.of(1, 6));
        assertThat(f.at(1)).isEqualTo(BigFraction.ONE.negate());
        var numerators = Domains.randomNumerators(8, new SplittableRandom(1));
        assertThat(Arrays.stream(numerators).boxed())
                .hasSize(256)
                .allMatch(k -> -50 <= k && k <= 50)
                .anyMatch(k -> k > 40)
                .anyMatch(k -> k < -40);
        assertThat(domain.draw().apply(new SplittableRandom(9)).variables()).isEqualTo(2);
    }

    @Test
    void powers() {
        assertThat(Domains.power(3, 0)).isEqualTo(1);
        assertThat(Domains.power(3, 4)).isEqualTo(81);
        assertThat(((Domain.Sampled<Bijection>) Domains.someBijections(3, 4))
                        .draw()
                        .apply(new SplittableRandom(1))
                        .dimension())
                .isEqualTo(3);
    }
}
