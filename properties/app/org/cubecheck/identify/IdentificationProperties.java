package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cubecheck.cube.Cube;
import org.cubecheck.identification.Rendering;
import org.cubecheck.transform.SignedPermutation;

class IdentificationProperties {

    @Property(tries = 25, generation = GenerationMode.RANDOMIZED)
    void latents_permuted_flipped_and_slightly_perturbed_are_recognised_with_the_right_signed_permutation(
            @ForAll("signed") SignedPermutation P, @ForAll long seed, @ForAll boolean zeroOne) {
        int d = P.dimension();
        var random = new SplittableRandom(seed);
        int[] points = points(d, 300, random);
        var found = Identification.of(
                latents(points, d, zeroOne),
                Samples.of(Arrays.stream(points)
                        .mapToObj(z -> {
                            var row = signs(P.at(z), d, zeroOne);
                            // Scaled, moved and perturbed, each coordinate by itself.
                            for (int i = 0; i < d; i++)
                                row[i] = (i + 1) * (row[i] + 0.15 * (random.nextDouble() - 0.5)) - 3;
                            return row;
                        })
                        .toArray(double[][]::new)));
        assertThat(found.signedPermutation()).contains(P);
        assertThat(found.recovered()).isEqualTo(d);
        assertThat(found.recoveredFraction()).isEqualTo(1.0);
        assertThat(found.matches()).allSatisfy(m -> {
            assertThat(P.source(m.coordinate())).isEqualTo(m.latent());
            assertThat(P.sign(m.coordinate())).isEqualTo(m.sign());
        });
        assertThat(found.meanCorrelation()).isNotNaN().isGreaterThan(0.95);
        assertThat(found.heldOutCorrelation().orElseThrow().low()).isNotNaN().isGreaterThan(0.95);
        assertThat(found.identificationError().orElseThrow().high()).isNotNaN().isLessThan(0.02);
        if (d > 1) {
            assertThat(found.disentanglement().orElseThrow()).isNotNaN().isGreaterThan(0.7);
            assertThat(found.completeness().orElseThrow()).isNotNaN().isGreaterThan(0.7);
            assertThat(found.sap().orElseThrow()).isNotNaN().isGreaterThan(0.25);
            assertThat(found.mig().orElseThrow()).isNotNaN().isGreaterThan(0.7);
        }
        if (d == 3 || d == 4)
            assertThat(found.cube().orElseThrow().verdict())
                    .isInstanceOfSatisfying(
                            CubeVerdict.WorldModel.class,
                            v -> assertThat(v.transform()).isEqualTo(P));
    }

    @Property(tries = 30, generation = GenerationMode.RANDOMIZED)
    void a_mixture_with_one_latent_is_named_as_such_whether_or_not_the_cube_is_whole(
            @ForAll @IntRange(min = 2, max = 7) int d, @ForAll long seed, @ForAll boolean zeroOne) {
        var random = new SplittableRandom(seed);
        int j = random.nextInt(d);
        var P = SignedPermutation.random(d, random);
        int[] points = points(d, 200, random);
        var found = Identification.of(latents(points, d, zeroOne), rows(points, d, zeroOne, z -> P.at(mixed(z, j, d))));
        assertThat(found.mixture().orElseThrow()).contains("z_i ↦ z_i z_" + (j + 1) + " for every i");
        assertThat(found.headline()).contains("z_i ↦ z_i z_" + (j + 1));
        assertThat(found.signedPermutation()).isEmpty();
        if (d <= 4) {
            var verdict = found.cube().orElseThrow().verdict();
            var even = IntStream.rangeClosed(1, d - 2)
                    .filter(k -> k % 2 == 0)
                    .boxed()
                    .toList();
            var levels = new ArrayList<>(even);
            if (d == 3) levels.add(2);
            if (levels.isEmpty()) assertThat(verdict).isInstanceOf(CubeVerdict.Invertible.class);
            else
                assertThat(verdict)
                        .isInstanceOfSatisfying(
                                CubeVerdict.Stabilizer.class,
                                v -> assertThat(v.levels()).isEqualTo(levels));
        }
    }

    @Example
    void independent_noise_is_at_chance_and_the_interval_covers_it() {
        int covered = 0;
        int correlated = 0;
        for (int seed = 0; seed < 40; seed++) {
            var random = new SplittableRandom(seed);
            int d = 5;
            var latents = latents(
                    IntStream.range(0, 400).map(r -> random.nextInt(1 << d)).toArray(), d, false);
            var noise = new double[400][8];
            for (var row : noise) Arrays.setAll(row, i -> random.nextDouble());
            var found = Identification.of(latents, Samples.of(noise), Identification.Settings.DEFAULT.withSeed(seed));
            if (found.identificationError()
                    .orElseThrow()
                    .covers(found.chanceError().orElseThrow().value())) covered++;
            if (found.heldOutCorrelation().orElseThrow().covers(0)) correlated++;
            assertThat(found.identificationError().orElseThrow().value()).isCloseTo(0.25, within(0.02));
            assertThat(found.recovered()).isZero();
            assertThat(found.signedPermutation()).isEmpty();
            assertThat(found.mixture()).isEmpty();
        }
        assertThat(covered).as("of 40 intervals for the error").isGreaterThan(33);
        assertThat(correlated).as("of 40 intervals for the correlation").isGreaterThan(33);
    }

    @Example
    void constant_repeated_missing_and_redundant_coordinates_are_named() {
        var random = new SplittableRandom(3);
        int[] points = points(4, 200, random);
        var latents = latents(points, 4, false);
        var wide = new double[200][];
        var narrow = new double[200][];
        for (int r = 0; r < 200; r++) {
            var z = signs(points[r], 4, false);
            wide[r] = new double[] {z[0], 5, z[1], -2 * z[0], z[2], random.nextDouble(), z[3]};
            narrow[r] = new double[] {z[2], z[0] + 1e-17};
        }
        var found = Identification.of(latents, Samples.of(wide));
        assertThat(found.recovered()).isEqualTo(4);
        assertThat(found.cube().orElseThrow().verdict())
                .isInstanceOfSatisfying(
                        CubeVerdict.WorldModel.class,
                        v -> assertThat(v.coordinates()).containsExactly(0, 2, 4, 6));
        assertThatThrownBy(() -> found.cube().orElseThrow().expansion(5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(String.join("\n", found.notes()))
                .contains("Constant: φ2")
                .contains("φ4 = -φ1")
                .contains("2 of 7 coordinates are assigned to no latent");
        var few = Identification.of(latents, Samples.of(narrow));
        assertThat(few.recovered()).isEqualTo(2);
        assertThat(few.meanCorrelation()).isCloseTo(0.5, within(1e-9));
        assertThat(few.signedPermutation()).isEmpty();
        assertThat(String.join("\n", few.notes())).contains("Latents without a coordinate of their own: z2, z4");
        assertThat(few.cube().orElseThrow().verdict()).isInstanceOf(CubeVerdict.NotInvertible.class);
        assertThat(Identification.of(
                                latents,
                                Samples.of(IntStream.range(0, 200)
                                        .mapToObj(r -> new double[] {3})
                                        .toArray(double[][]::new)))
                        .headline())
                .startsWith("Nothing shown beyond chance:")
                .contains("Binarised, the representation is not invertible");
    }

    @Example
    void latents_under_much_noise_are_still_told_apart_but_not_called_recovered() {
        var random = new SplittableRandom(11);
        int[] points = points(4, 2000, random);
        var P = SignedPermutation.of(new int[] {2, 0, 3, 1}, 5);
        var found = Identification.of(
                latents(points, 4, false),
                Samples.of(Arrays.stream(points)
                        .mapToObj(z -> Arrays.stream(signs(P.at(z), 4, false))
                                .map(v -> v + random.nextGaussian())
                                .toArray())
                        .toArray(double[][]::new)));
        assertThat(found.signedPermutation()).contains(P);
        assertThat(found.recovered()).isZero();
        assertThat(found.headline()).startsWith("Axis-aligned: The latents up to permutation and sign, imperfectly");
        assertThat(found.cube().orElseThrow().verdict()).isInstanceOf(CubeVerdict.NotAFunction.class);
        assertThat(String.join(" ", found.notes())).contains("no function of the latents");
        // r^2 = 1/2: the matched coordinate leaves half of 1/4, and so does the probe.
        assertThat(found.assignedError()).isCloseTo(0.125, within(0.01));
        assertThat(found.identificationError().orElseThrow().value()).isCloseTo(0.125, within(0.02));
    }

    @Example
    void data_that_cannot_be_judged_give_one_clear_line() {
        refused(new double[][] {{1}, {-1}}, new double[][] {{1}}, "latents have 2 rows and the representation 1;");
        refused(new double[][] {{1}}, new double[][] {{1}, {2}}, "latents have 1 row and the representation 2;");
        refused(new double[][] {{1}}, new double[][] {{1}}, "one row; at least two");
        refused(
                new double[][] {{1}, {0.5}},
                new double[][] {{1}, {2}},
                "row 2, column 1 is 0.5; latents in {-1,+1}, or all in {0,1}, are accepted");
        refused(
                new double[][] {{1}, {0}, {-1}},
                new double[][] {{1}, {2}, {3}},
                "row 3, column 1 is -1 where both 0 and -1 occur");
        refused(new double[][] {{Double.NaN}, {1}}, new double[][] {{1}, {2}}, "row 1, column 1 is NaN");
        refused(new double[][] {{1}, {1}}, new double[][] {{1}, {2}}, "every latent is constant");
        refused(
                new double[][] {{1}, {-1}, {1}},
                new double[][] {{1}, {Double.NaN}, {Double.POSITIVE_INFINITY}},
                "row 2, column 1 is NaN (2 of 3 rows hold such values); finite numbers are accepted");
        refused(new double[][] {{1}, {-1, 1}}, new double[][] {{1}, {2}}, "rows of one length");
        refused(new double[][] {}, new double[][] {{1}}, "without rows or columns");
    }

    @Example
    void few_rows_leave_out_what_needs_held_out_rows_and_say_so() {
        var found = Identification.of(new double[][] {{0}, {1}}, new double[][] {{0.1}, {0.7}});
        assertThat(found.identificationError()).isEmpty();
        assertThat(found.sap()).isEmpty();
        assertThat(found.signedPermutation()).isEmpty();
        assertThat(String.join(" ", found.notes())).contains("Fewer than 20 rows");
        assertThat(found.cube().orElseThrow().verdict()).isInstanceOf(CubeVerdict.WorldModelAtChance.class);
    }

    @Example
    void values_at_the_ends_of_the_doubles_do_not_overflow() {
        var random = new SplittableRandom(5);
        int[] points = points(3, 100, random);
        var rows = Arrays.stream(points)
                .mapToObj(z -> {
                    var row = signs(z, 3, false);
                    return new double[] {row[0] * Double.MAX_VALUE, row[1] * Double.MIN_VALUE, 1e300 * row[2]};
                })
                .toArray(double[][]::new);
        var found = Identification.of(latents(points, 3, false), Samples.of(rows));
        assertThat(found.recovered()).isEqualTo(3);
        assertThat(found.meanCorrelation()).isEqualTo(1.0, within(1e-12));
        assertThat(found.identificationError().orElseThrow().value()).isNotNaN().isLessThan(1e-6);
    }

    @Example
    void the_same_seed_gives_the_same_report_and_another_seed_another_interval() {
        var random = new SplittableRandom(8);
        int[] points = points(4, 150, random);
        var latents = latents(points, 4, false);
        var rows = Samples.of(Arrays.stream(points)
                .mapToObj(z -> Arrays.stream(signs(z, 4, false))
                        .map(v -> v + random.nextGaussian())
                        .toArray())
                .toArray(double[][]::new));
        var settings = Identification.Settings.DEFAULT;
        assertThat(Rendering.json(Identification.of(latents, rows)))
                .isEqualTo(Rendering.json(Identification.of(latents, rows)));
        assertThat(Identification.of(latents, rows, settings.withSeed(2)).identificationError())
                .isNotEqualTo(Identification.of(latents, rows).identificationError());
    }

    @Property(tries = 30, generation = GenerationMode.RANDOMIZED)
    void the_assignment_is_the_best_of_all(
            @ForAll @IntRange(min = 1, max = 4) int latents,
            @ForAll @IntRange(min = 1, max = 6) int coordinates,
            @ForAll long seed) {
        var random = new SplittableRandom(seed);
        var weight = new double[coordinates][latents];
        for (var row : weight) Arrays.setAll(row, j -> random.nextInt(8) / 8.0);
        int[] assigned = Assignment.of(weight, latents);
        double sum = 0;
        for (int j = 0; j < latents; j++) sum += assigned[j] < 0 ? 0 : weight[assigned[j]][j];
        assertThat(Arrays.stream(assigned).filter(i -> i >= 0).distinct().count())
                .isEqualTo(Math.min(latents, coordinates));
        assertThat(sum).isEqualTo(best(weight, 0, latents, new boolean[coordinates]), within(1e-12));
    }

    private static double best(double[][] weight, int j, int latents, boolean[] taken) {
        if (j == latents) return 0;
        double best = best(weight, j + 1, latents, taken);
        for (int i = 0; i < weight.length; i++) {
            if (taken[i]) continue;
            taken[i] = true;
            best = Math.max(best, weight[i][j] + best(weight, j + 1, latents, taken));
            taken[i] = false;
        }
        return best;
    }

    private static void refused(double[][] latents, double[][] representation, String line) {
        assertThatThrownBy(() -> Identification.of(latents, representation))
                .isInstanceOf(MalformedData.class)
                .hasMessageContaining(line);
    }

    @Provide
    Arbitrary<SignedPermutation> signed() {
        return Combinators.combine(Arbitraries.integers().between(1, 8), Arbitraries.longs())
                .as((d, seed) -> SignedPermutation.random(d, new SplittableRandom(seed)));
    }

    /** z_i ↦ z_i z_j for every i but j. */
    static int mixed(int z, int j, int d) {
        return (z >>> j & 1) == 0 ? z : z ^ (1 << d) - 1 ^ 1 << j;
    }

    /** Points of the cube, all of it for small d and the rest at random, in random order. */
    private static int[] points(int d, int rows, RandomGenerator random) {
        var points = new ArrayList<Integer>();
        if (1 << d <= rows / 4) IntStream.range(0, 1 << d).forEach(points::add);
        while (points.size() < rows) points.add(random.nextInt(1 << d));
        Collections.shuffle(points, new java.util.Random(random.nextLong()));
        return points.stream().mapToInt(Integer::intValue).toArray();
    }

    static Samples latents(int[] points, int d, boolean zeroOne) {
        return rows(points, d, zeroOne, z -> z);
    }

    static Samples rows(int[] points, int width, boolean zeroOne, java.util.function.IntUnaryOperator phi) {
        return Samples.of(Arrays.stream(points)
                .mapToObj(z -> signs(phi.applyAsInt(z), width, zeroOne))
                .toArray(double[][]::new));
    }

    private static double[] signs(int point, int d, boolean zeroOne) {
        return IntStream.range(0, d)
                .mapToDouble(i -> zeroOne ? point >>> i & 1 : Cube.coordinate(point, i))
                .toArray();
    }
}
