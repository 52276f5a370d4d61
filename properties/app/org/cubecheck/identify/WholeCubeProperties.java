package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cubecheck.identify.IdentificationProperties.latents;
import static org.cubecheck.identify.IdentificationProperties.mixed;
import static org.cubecheck.identify.IdentificationProperties.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;
import org.cubecheck.transform.Stabilizer;

/** The exact verdict where every point of the latents' cube occurs. */
class WholeCubeProperties {

    @Property(tries = 60, generation = GenerationMode.RANDOMIZED)
    void the_preserved_levels_are_those_that_every_monomial_shows(
            @ForAll @IntRange(min = 1, max = 4) int d, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        // Random transforms, and random elements of the folded cube's group, so that both answers occur.
        Bijection T = random.nextInt(3) == 0 || d < 2 ? Bijection.random(d, random) : mixture(d, random);
        var slow = new ArrayList<Integer>();
        var inverse = T.inverse();
        for (int k = 1; k < d; k++) {
            int level = k;
            if (IntStream.range(0, 1 << d)
                    .filter(S -> Cube.degree(S) <= level)
                    .allMatch(
                            S -> inverse.pullback(BooleanFunction.parity(d, S)).degree() <= level)) slow.add(k);
        }
        assertThat(WholeCube.Levels.preserved(T)).isEqualTo(slow);
    }

    @Property(tries = 40, generation = GenerationMode.RANDOMIZED)
    void elements_of_a_computed_stabilizer_are_found_to_be_in_it_and_those_of_the_folded_cube_are_named(
            @ForAll @IntRange(min = 3, max = 6) int d, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        int k = 1 + random.nextInt(d - 1);
        if (k == d - 1 && d > 4) k = d - 2;
        var generators = Stabilizer.ofPolynomials(d, List.of(k)).generators();
        var T = Bijection.identity(d);
        for (int step = 0; step < 12; step++)
            T = T.after(Bijection.of(generators.get(random.nextInt(generators.size()))));
        int[] points = IntStream.range(0, 1 << d).toArray();
        var found = Identification.of(latents(points, d, false), rows(points, d, false, T::at));
        var verdict = found.cube().orElseThrow().verdict();
        assertThat(WholeCube.Levels.preserved(T)).contains(k);
        if (T.isSignedPermutation()) assertThat(verdict).isInstanceOf(CubeVerdict.WorldModel.class);
        else assertThat(verdict).isInstanceOf(CubeVerdict.Stabilizer.class);
        if (k <= d - 2 && k % 2 == 1) assertThat(verdict).isInstanceOf(CubeVerdict.WorldModel.class);
        if (k <= d - 2 && k % 2 == 0 && !T.isSignedPermutation())
            assertThat(found.verdictText().orElseThrow()).contains("↦").contains("folded " + (d + 1) + "-cube");
    }

    @Example
    void over_the_whole_cube_every_figure_is_a_rational_number() {
        // The author's example max(x1, x2) beside x2.
        var latents = new double[][] {{1, 1}, {-1, 1}, {1, -1}, {-1, -1}};
        var representation = new double[][] {{7, 1}, {7, 1}, {7, -1}, {0, -1}};
        var cube = Identification.of(latents, representation).cube().orElseThrow();
        assertThat(cube.expansion(0).toPolynomial()).isEqualTo("1/2 + 1/2 x1 + 1/2 x2 - 1/2 x1x2");
        assertThat(cube.correlation(0, 1)).isEqualTo(BigFraction.of(1, 2));
        assertThat(cube.verdict())
                .isInstanceOfSatisfying(
                        CubeVerdict.NotInvertible.class,
                        v -> assertThat(List.of(v.point(), v.other())).containsExactly(0, 1));
        assertThat(cube.identificationError()).isEmpty();
        var mixture = Identification.of(latents, new double[][] {{1, 1}, {-1, 1}, {-1, -1}, {1, -1}})
                .cube()
                .orElseThrow();
        assertThat(mixture.identificationError()).contains(BigFraction.of(1, 8));
        assertThat(mixture.meanCorrelation()).contains(BigFraction.of(1, 2));
        assertThat(mixture.degree()).contains(3);
    }

    @Property(tries = 40, generation = GenerationMode.RANDOMIZED)
    void the_exact_verdict_is_a_world_model_exactly_for_signed_permutations(
            @ForAll @IntRange(min = 1, max = 3) int d, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        var T = random.nextInt(4) == 0
                ? SignedPermutation.random(d, random).toBijection()
                : Bijection.random(d, random);
        int[] points = IntStream.range(0, 1 << d).toArray();
        var cube = Identification.of(latents(points, d, false), rows(points, d, false, T::at))
                .cube()
                .orElseThrow();
        assertThat(cube.verdict() instanceof CubeVerdict.WorldModel
                        || cube.verdict() instanceof CubeVerdict.WorldModelAtChance)
                .isEqualTo(T.isSignedPermutation());
        assertThat(cube.degree()).contains(T.degree());
        for (int i = 0; i < d; i++) assertThat(cube.function(i)).isEqualTo(T.coordinate(i));
    }

    @Example
    void a_world_model_among_redundant_coordinates_is_found_and_a_code_without_one_is_not_called_one() {
        int[] points = IntStream.range(0, 8).toArray();
        var found = Identification.of(
                latents(points, 3, true), rows(points, 5, true, z -> z << 2 | (z & 1) ^ (z >> 1 & 1) | (z & 1) << 1));
        assertThat(found.cube().orElseThrow().verdict())
                .isInstanceOfSatisfying(
                        CubeVerdict.WorldModel.class,
                        v -> assertThat(v.coordinates()).containsExactly(1, 3, 4));
        var code = Identification.of(
                latents(points, 3, true),
                rows(
                        points,
                        4,
                        true,
                        z -> (z ^ z >> 1) & 3 | (z == 3 || z == 5 || z == 6 || z == 7 ? 4 : 0) | (z == 4 ? 8 : 0)));
        assertThat(code.cube().orElseThrow().verdict()).isNotInstanceOf(CubeVerdict.WorldModel.class);
    }

    private static Bijection mixture(int d, RandomGenerator random) {
        int j = random.nextInt(d);
        var before = SignedPermutation.random(d, random);
        return Bijection.of(
                IntStream.range(0, 1 << d).map(z -> mixed(before.at(z), j, d)).toArray());
    }
}
