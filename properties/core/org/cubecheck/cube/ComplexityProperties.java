package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

/**
 * Sensitivity, block sensitivity, certificates, influences: against the definitions, written anew without any
 * cleverness.
 */
@Domain(CubeDomain.class)
class ComplexityProperties {

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void the_measures_are_those_of_the_definitions(@ForAll @Variables(max = 3) BooleanFunction f) {
        check(f);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 60)
    void the_measures_are_those_of_the_definitions_sampled(@ForAll @Variables(min = 4, max = 5) BooleanFunction f) {
        check(f);
    }

    private static void check(BooleanFunction f) {
        int n = f.variables();
        int s = 0;
        int bs = 0;
        int c = 0;
        for (int x = 0; x < 1 << n; x++) {
            assertThat(f.sensitivity(x)).isEqualTo(sensitivity(f, x));
            assertThat(f.blockSensitivity(x)).isEqualTo(blocks(f, x));
            assertThat(f.certificateComplexity(x)).isEqualTo(certificate(f, x));
            s = Math.max(s, sensitivity(f, x));
            bs = Math.max(bs, blocks(f, x));
            c = Math.max(c, certificate(f, x));
        }
        assertThat(f.sensitivity()).isEqualTo(s);
        assertThat(f.blockSensitivity()).isEqualTo(bs);
        assertThat(f.certificateComplexity()).isEqualTo(c);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 100)
    void sensitivity_and_boundaries_of_many_variables_are_those_of_the_definitions(
            @ForAll @Variables(min = 5, max = 9) BooleanFunction f) {
        int n = f.variables();
        assertThat(f.sensitivity())
                .isEqualTo(IntStream.range(0, 1 << n)
                        .map(x -> sensitivity(f, x))
                        .max()
                        .orElse(0));
        int relevant = 0;
        for (int i = 0; i < n; i++) {
            int bit = 1 << i;
            long boundary = IntStream.range(0, 1 << n)
                    .filter(x -> f.at(x) != f.at(x ^ bit))
                    .count();
            assertThat(f.boundary(i)).isEqualTo(boundary);
            if (boundary > 0) relevant |= bit;
            assertThat(f.spectrum().influence(i)).isEqualTo(BigFraction.of(boundary, 1L << n));
        }
        assertThat(f.relevantVariables()).isEqualTo(relevant);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void sensitivity_is_at_most_block_sensitivity_is_at_most_certificate_complexity(@ForAll BooleanFunction f) {
        assertThat(f.sensitivity()).isLessThanOrEqualTo(f.blockSensitivity());
        assertThat(f.blockSensitivity()).isLessThanOrEqualTo(f.certificateComplexity());
        assertThat(f.certificateComplexity()).isLessThanOrEqualTo(f.sensitivity() * Math.max(1, f.blockSensitivity()));
    }

    @Example
    void known_values() {
        var parity = BooleanFunction.parity(6, 63);
        assertThat(List.of(parity.sensitivity(), parity.blockSensitivity(), parity.certificateComplexity()))
                .containsOnly(6);
        var or = BooleanFunction.of(5, x -> x != 0);
        assertThat(or.sensitivity(0)).isEqualTo(5);
        assertThat(or.sensitivity(0b11)).isZero();
        assertThat(or.certificateComplexity(0)).isEqualTo(5);
        assertThat(or.certificateComplexity(0b11)).isEqualTo(1);
        var majority = BooleanFunction.of(5, x -> Integer.bitCount(x) >= 3);
        assertThat(List.of(majority.sensitivity(), majority.blockSensitivity(), majority.certificateComplexity()))
                .containsOnly(3);
        var constant = BooleanFunction.constant(4, -1);
        assertThat(List.of(constant.sensitivity(), constant.blockSensitivity(), constant.certificateComplexity()))
                .containsOnly(0);
        assertThat(constant.relevantVariables()).isZero();
        // two neighbouring -1 among six, cyclically, and no more: sensitivity 2 at 0, block sensitivity 3 there
        var pairs = BooleanFunction.of(6, x -> IntStream.range(0, 6).anyMatch(i -> x == (1 << i | 1 << (i + 1) % 6)));
        assertThat(pairs.sensitivity(0)).isZero();
        assertThat(pairs.blockSensitivity(0)).isEqualTo(3);
        assertThat(BooleanFunction.of(12, x -> x == 4095).certificateComplexity(4095))
                .isEqualTo(12);
        assertThat(BooleanFunction.of(12, x -> x == 0).blockSensitivity(0)).isEqualTo(12);
    }

    private static int sensitivity(BooleanFunction f, int x) {
        return (int) IntStream.range(0, f.variables())
                .filter(i -> f.at(x) != f.at(x ^ 1 << i))
                .count();
    }

    /** Every family of disjoint blocks. */
    private static int blocks(BooleanFunction f, int x) {
        var sensitive = IntStream.range(1, 1 << f.variables())
                .filter(B -> f.at(x) != f.at(x ^ B))
                .boxed()
                .toList();
        return most(new ArrayList<>(sensitive), 0);
    }

    private static int most(List<Integer> blocks, int used) {
        int most = 0;
        for (int k = 0; k < blocks.size(); k++) {
            if ((blocks.get(k) & used) == 0)
                most = Math.max(most, 1 + most(blocks.subList(k + 1, blocks.size()), used | blocks.get(k)));
        }
        return most;
    }

    /** The least |S| such that every y that agrees with x on S has f(y) = f(x). */
    private static int certificate(BooleanFunction f, int x) {
        int points = 1 << f.variables();
        return IntStream.range(0, points)
                .filter(S -> IntStream.range(0, points)
                        .filter(y -> ((x ^ y) & S) == 0)
                        .allMatch(y -> f.at(y) == f.at(x)))
                .map(Integer::bitCount)
                .min()
                .orElseThrow();
    }
}
