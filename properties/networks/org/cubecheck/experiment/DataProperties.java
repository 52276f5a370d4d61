package org.cubecheck.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.inference.ChiSquareTest;

class DataProperties {

    @Property(tries = 100, generation = GenerationMode.RANDOMIZED)
    void juntas_have_exactly_their_degree(@ForAll @IntRange(min = 1, max = 4) int q, @ForAll long seed) {
        assertThat(TaskFamily.juntas(8, q)
                        .draw()
                        .apply(new SplittableRandom(seed))
                        .degree())
                .isEqualTo(q);
    }

    @Property(tries = 30, generation = GenerationMode.RANDOMIZED)
    void tasks_of_bounded_degree_keep_the_bound(@ForAll @IntRange(min = 1, max = 3) int k, @ForAll long seed) {
        assertThat(TaskFamily.degreeAtMost(4, k)
                        .draw()
                        .apply(new SplittableRandom(seed))
                        .degree())
                .isLessThanOrEqualTo(k);
    }

    @Example
    void every_function_of_bounded_degree_is_drawn_equally_often() {
        drawnEquallyOften(TaskFamily.degreeAtMost(3, 2), 2 + 6 + 62);
        drawnEquallyOften(TaskFamily.degreeAtMost(4, 1), 2 + 8);
        drawnEquallyOften(TaskFamily.degreeAtMost(4, 2), 2 + 8 + 212);
        drawnEquallyOften(TaskFamily.degreeAtMost(3, 3), 256);
    }

    private static void drawnEquallyOften(TaskFamily family, int functions) {
        var random = new SplittableRandom(5);
        var seen = new TreeMap<Long, Long>();
        int trials = 20_000;
        for (int t = 0; t < trials; t++) seen.merge(family.draw().apply(random).table(), 1L, Long::sum);
        assertThat(seen).hasSize(functions);
        var expected = new double[functions];
        java.util.Arrays.fill(expected, trials / (double) functions);
        var counts = seen.values().stream().mapToLong(Long::longValue).toArray();
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts))
                .isNotNaN()
                .isGreaterThan(1e-3);
    }

    @Example
    void a_decreasing_density_mixes_low_degrees_with_everything() {
        var random = new SplittableRandom(7);
        var family = TaskFamily.decreasing(5, 1, 0.5);
        long low = java.util.stream.IntStream.range(0, 1000)
                .filter(t -> family.draw().apply(random).degree() <= 1)
                .count();
        assertThat(low / 1000.0).isCloseTo(0.5, within(0.06));
    }

    @Property(tries = 20, generation = GenerationMode.RANDOMIZED)
    void a_world_shows_every_latent_point_once_and_nests_its_tasks(@ForAll @IntRange(max = 10_000) int seed) {
        var data = SeedData.of(4, 6, TaskFamily.juntas(4, 2), 5, seed);
        var seen = new HashSet<String>();
        for (var row : data.observations()) {
            assertThat(row).hasSize(6);
            for (double value : row) assertThat(Math.abs(value)).isEqualTo(1);
            seen.add(java.util.Arrays.toString(row));
        }
        assertThat(seen).hasSize(16);
        var larger = SeedData.of(4, 6, TaskFamily.juntas(4, 2), 9, seed);
        for (int z = 0; z < 16; z++) {
            assertThat(larger.observations()[z]).isEqualTo(data.observations()[z]);
            for (int t = 0; t < 5; t++) assertThat(larger.targets()[z][t]).isEqualTo(data.targets()[z][t]);
        }
    }

    @Example
    void another_seed_is_another_world() {
        var tables = new HashMap<String, Integer>();
        for (long seed = 0; seed < 20; seed++)
            tables.merge(
                    java.util.Arrays.deepToString(
                            SeedData.of(4, 6, TaskFamily.uniform(4), 3, seed).targets()),
                    1,
                    Integer::sum);
        assertThat(tables).hasSize(20);
    }

    @Property(tries = 200, generation = GenerationMode.RANDOMIZED)
    void a_collision_keeps_momentum_and_energy(@ForAll long seed) {
        for (var motion : new Motion[] {Motion.COLLISION, Motion.ALIGNED_COLLISION}) {
            var frames = motion.draw(true, new SplittableRandom(seed));
            double mu = frames[0][2];
            double m1 = (1 + mu) / 2;
            double m2 = (1 - mu) / 2;
            double u1 = frames[1][0] - frames[0][0];
            double u2 = frames[1][1] - frames[0][1];
            double w1 = frames[11][0] - frames[10][0];
            double w2 = frames[11][1] - frames[10][1];
            assertThat(m1 * w1 + m2 * w2).isCloseTo(m1 * u1 + m2 * u2, within(1e-9));
            assertThat(m1 * w1 * w1 + m2 * w2 * w2).isCloseTo(m1 * u1 * u1 + m2 * u2 * u2, within(1e-9));
            for (var frame : frames) {
                assertThat(frame[1]).isNotNaN();
                assertThat(frame[0])
                        .as("the balls do not pass through each other")
                        .isNotNaN()
                        .isLessThanOrEqualTo(frame[1] + 1e-9);
            }
        }
    }

    @Example
    void monomials_are_counted() {
        assertThat(Extrapolation.exponents(1, 3)).hasSize(4);
        assertThat(Extrapolation.exponents(3, 3)).hasSize(20);
    }
}
