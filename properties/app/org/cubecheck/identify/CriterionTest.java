package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.cubecheck.identification.Rendering;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Simulations, each with its seeds: what is no signed permutation is refused, and what is one is found. */
class CriterionTest {

    @Test
    void latents_mixed_with_their_product_are_refused_at_any_number_of_rows() {
        for (int[] size : new int[][] {{4, 50}, {4, 1000}, {8, 200}}) {
            assertThat(established(
                            20,
                            size[0],
                            size[1],
                            0.1,
                            v -> IntStream.range(0, v.length)
                                    .mapToDouble(i -> i == 0 ? v[0] : v[i] + 1.2 * v[i] * v[0])
                                    .toArray()))
                    .as("%d latents, %d rows", size[0], size[1])
                    .isZero();
        }
    }

    @Test
    void on_the_boundary_few_are_established() {
        assertThat(established(200, 2, 50, 0.1, v -> new double[] {v[0] + Math.sqrt(0.5) * v[0] * v[1], v[1]}))
                .isLessThanOrEqualTo(10);
        assertThat(established(200, 4, 200, 0.1, v -> new double[] {v[0] + Math.sqrt(0.5) * v[1], v[1], v[2], v[3]}))
                .isLessThanOrEqualTo(10);
    }

    @Test
    void noisy_latents_are_established() {
        assertThat(established(20, 8, 200, 0.5, v -> v)).isEqualTo(20);
        assertThat(established(20, 4, 1000, 0.5, v -> v)).isEqualTo(20);
        assertThat(established(20, 2, 50, 0.1, v -> v)).isEqualTo(20);
        // Several noisy copies of each, of which now this and now that one is assigned.
        assertThat(established(
                        20,
                        4,
                        300,
                        0.5,
                        v -> IntStream.range(0, 16).mapToDouble(i -> v[i / 4]).toArray()))
                .isEqualTo(20);
        assertThat(Identification.of(
                                signs(300, 4, new SplittableRandom(3)),
                                noisy(
                                        signs(300, 4, new SplittableRandom(3)),
                                        v -> IntStream.range(0, 16)
                                                .mapToDouble(i -> v[i / 4])
                                                .toArray(),
                                        0.5,
                                        new SplittableRandom(4)))
                        .notes())
                .anyMatch(note ->
                        note.startsWith("Chosen on four fifths of the rows at a time, the coordinates that stand for a "
                                + "latent change: φ"));
    }

    @Test
    void noise_among_many_coordinates_is_refused() {
        assertThat(established(20, 2, 40, 1, v -> new double[200])).isZero();
    }

    @Test
    void latents_that_differ_in_few_rows_are_undecided() {
        var z = signs(60, 2, new SplittableRandom(1));
        for (int r = 5; r < 60; r++) z[r][1] = z[r][0];
        for (int r = 0; r < 5; r++) z[r][1] = -z[r][0];
        var found = Identification.of(z, noisy(z, v -> v, 0.1, new SplittableRandom(2)));
        assertThat(found.undecidedText()).contains("z1 and z2 differ in only 5 rows");
        assertThat(found.notes())
                .contains("The signed permutation is undecided by regression: z1 and z2 differ in only 5 rows.");
        for (int r = 0; r < 60; r++) z[r][1] = r < 9 ? 1 : -1;
        assertThat(Identification.of(z, noisy(z, v -> v, 0.1, new SplittableRandom(2)))
                        .undecidedText())
                .contains("z2 takes one of its values in only 9 rows");
    }

    @Test
    void what_was_not_examined_is_said() {
        var random = new SplittableRandom(5);
        var many = signs(60, 12, random);
        assertThat(Identification.of(many, noisy(many, v -> v, 0.1, random)).notes())
                .contains("The signed permutation: interactions of the latents were not examined, as the rows are "
                        + "too few or too uneven.");
        var some = signs(100, 12, random);
        assertThat(Identification.of(some, noisy(some, v -> v, 0.1, random)).notes())
                .contains("The signed permutation: of products of latents, those of at most 2 were examined, and "
                        + "only those with the coordinate's own latent.");
        var enough = signs(300, 12, random);
        assertThat(Identification.of(enough, noisy(enough, v -> v, 0.1, random)).notes())
                .contains("The signed permutation: of products of latents, those of at most 2 were examined.");
    }

    @Tag("thorough")
    @Test
    void a_random_mixing_of_the_latents_is_never_called_a_world_model() {
        int undoubted = 0;
        for (int seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            var z = signs(300, 2, random);
            double noise = seed % 2 == 0 ? 0 : 0.3;
            var W = new double[16][2];
            for (var row : W) Arrays.setAll(row, j -> random.nextGaussian());
            var mixed = Identification.of(
                    z,
                    noisy(
                            z,
                            v -> Arrays.stream(W)
                                    .mapToDouble(row -> row[0] * v[0] + row[1] * v[1])
                                    .toArray(),
                            noise,
                            random));
            assertThat(mixed.headline()).doesNotContain("a world model up to P D");
            if (mixed.signedPermutationEstablished()
                    && !mixed.headline().contains("random rotations")
                    && !mixed.headline().contains("random code")) undoubted++;
            int angle = 10 + 5 * (seed % 5);
            double c = Math.cos(Math.toRadians(angle));
            double s = Math.sin(Math.toRadians(angle));
            var turned = Identification.of(
                    z, noisy(z, v -> new double[] {c * v[0] - s * v[1], s * v[0] + c * v[1]}, 0, random));
            assertThat(turned.headline()).doesNotContain("a world model up to P D");
            var wide = signs(300, 4, random);
            assertThat(Identification.of(
                                    wide,
                                    noisy(
                                            wide,
                                            v -> new double[] {c * v[0] - s * v[1], s * v[0] + c * v[1], v[2], v[3]},
                                            0,
                                            random))
                            .headline())
                    .startsWith(
                            angle == 10
                                    ? "Axis-aligned: Binarised, a world model"
                                    : "Axis-aligned, qualified: Binarised, its signs, after splitting each coordinate in two,");
        }
        assertThat(undoubted)
                .as("of 20 mixtures, at a level of 5%% in the noisy ones")
                .isLessThanOrEqualTo(2);
    }

    @Test
    void random_rotations_do_worse_than_latents_and_as_well_as_a_rotation() {
        var random = new SplittableRandom(9);
        var z = signs(500, 4, random);
        var straight = Identification.of(z, noisy(z, v -> v, 0.3, random));
        assertThat(straight.controls().rotations()).contains(new Rotations(39, 0));
        assertThat(straight.headline())
                .startsWith("Axis-aligned: The latents up to permutation and sign")
                .doesNotContain("rotations");
        var pair = signs(500, 2, random);
        var turned = Identification.of(
                pair, noisy(pair, v -> new double[] {v[0] - 0.4 * v[1], 0.4 * v[0] + v[1]}, 0.3, random));
        assertThat(turned.signedPermutationEstablished()).isTrue();
        assertThat(turned.headline())
                .containsPattern(
                        "; but of 39 random rotations of this representation, [0-9]+ show the latents at least as "
                                + "clearly: "
                                + "a random mixing of the same columns would do as well\\. Binarised,");
        assertThat(Rendering.json(turned)).containsPattern("\"rotations\"[^}]*\"tried\": 39");
        var one = signs(100, 1, random);
        assertThat(Identification.of(one, noisy(one, v -> v, 0.3, random))
                        .controls()
                        .rotations())
                .as("one latent cannot be mixed")
                .isEmpty();
    }

    @Test
    void few_rows_show_no_mixture() {
        var z = new double[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
        assertThat(Identification.of(
                                z,
                                Arrays.stream(z)
                                        .map(v -> new double[] {v[0] * v[1], v[1]})
                                        .toArray(double[][]::new))
                        .mixture())
                .isEmpty();
        var rows = signs(60, 2, new SplittableRandom(1));
        assertThat(Identification.of(
                                rows, noisy(rows, v -> new double[] {v[0] * v[1], v[1]}, 0, new SplittableRandom(1)))
                        .mixture())
                .isPresent();
    }

    @Test
    void noise_that_equals_one_latent_on_few_rows_is_not_called_it() {
        int equal = 0;
        for (int seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            var found = Identification.of(
                    new double[][] {{1}, {-1}, {1}, {-1}, {1}, {-1}, {-1}, {1}}, signs(8, 200, random));
            assertThat(found.signedPermutation()).isEmpty();
            assertThat(found.headline()).doesNotContain("world model up to");
            equal += found.recovered();
        }
        assertThat(equal).isGreaterThan(10);
    }

    @Test
    void parts_choose_by_the_other_rows_alone() {
        var random = new SplittableRandom(7);
        var z = signs(50, 1, random);
        var drawn = Subsample.of(
                new PairedSamples(Samples.of(z), Samples.of(noisy(z, v -> new double[] {v[0], v[0]}, 0.5, random))),
                50,
                random);
        var fit = CrossFit.of(drawn).orElseThrow();
        int[] others =
                IntStream.range(0, 50).filter(r -> r % CrossFit.PARTS != 2).toArray();
        double[] best = drawn.phi()[fit.columns()[0][2]];
        assertThat(Correlation.of(best, drawn.z()[0], others)).isNotNaN();
        for (var column : drawn.phi())
            assertThat(Math.abs(Correlation.of(column, drawn.z()[0], others)))
                    .isNotNaN()
                    .isLessThanOrEqualTo(Math.abs(Correlation.of(best, drawn.z()[0], others)) + 1e-12);
        double mean = Arrays.stream(others).mapToDouble(r -> best[r]).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(others)
                .mapToDouble(r -> Math.pow(best[r] - mean, 2))
                .average()
                .orElseThrow());
        assertThat(fit.value()[0][7]).isEqualTo((best[7] - mean) / deviation, within(1e-12));
    }

    @Test
    void the_covariance_is_that_of_the_definition() {
        // HC3 by a library's regression, once per row left out: V = sum of (b - b_r)(b - b_r)', up to the mean of the
        // b_r; MacKinnon and White's HC3.
        var random = new SplittableRandom(3);
        int n = 40;
        var z = signs(n, 2, random);
        double[][] columns = {
            IntStream.range(0, n).mapToDouble(r -> z[r][0]).toArray(),
            IntStream.range(0, n).mapToDouble(r -> z[r][1]).toArray()
        };
        double[] y = IntStream.range(0, n)
                .mapToDouble(r -> z[r][0] + (1 + 0.5 * z[r][1]) * random.nextGaussian())
                .toArray();
        double[] all = weights(z, y, -1);
        var V = new double[3][3];
        for (int left = 0; left < n; left++) {
            double[] b = weights(z, y, left);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) V[i][j] += (b[i + 1] - all[i + 1]) * (b[j + 1] - all[j + 1]);
            }
        }
        double[] A = {1, -2, -2};
        double value = 0;
        double variance = 0;
        for (int i = 0; i < 3; i++) {
            value += A[i] * (all[i + 1] * all[i + 1] - V[i][i]);
            for (int j = 0; j < 3; j++)
                variance += 4 * A[i] * all[i + 1] * V[i][j] * A[j] * all[j + 1] + 2 * A[i] * A[j] * V[i][j] * V[i][j];
        }
        var margin = Criterion.margin(columns, y, 0);
        assertThat(margin.value()).isEqualTo(value, within(1e-9));
        assertThat(margin.variance()).isEqualTo(variance, within(1e-9));
        assertThat(margin.freedom()).isEqualTo(n - 4);
    }

    private static double[] weights(double[][] z, double[] y, int left) {
        int[] rows = IntStream.range(0, y.length).filter(r -> r != left).toArray();
        var regression = new OLSMultipleLinearRegression();
        regression.newSampleData(
                Arrays.stream(rows).mapToDouble(r -> y[r]).toArray(),
                Arrays.stream(rows)
                        .mapToObj(r -> new double[] {z[r][0], z[r][1], z[r][0] * z[r][1]})
                        .toArray(double[][]::new));
        return regression.estimateRegressionParameters();
    }

    private static int established(int runs, int d, int rows, double noise, UnaryOperator<double[]> map) {
        int established = 0;
        for (int seed = 0; seed < runs; seed++) {
            var random = new SplittableRandom(seed);
            var z = signs(rows, d, random);
            var drawn = Subsample.of(
                    new PairedSamples(Samples.of(z), Samples.of(noisy(z, map, noise, random))),
                    Criterion.MOST_ROWS,
                    random);
            if (CrossFit.of(drawn)
                    .filter(fit -> Criterion.of(drawn.z(), fit).established())
                    .isPresent()) established++;
        }
        return established;
    }

    private static double[][] signs(int rows, int d, RandomGenerator random) {
        return IntStream.range(0, rows)
                .mapToObj(r -> random.ints(d, 0, 2).mapToDouble(b -> 2 * b - 1).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] noisy(double[][] z, UnaryOperator<double[]> map, double noise, RandomGenerator random) {
        return Arrays.stream(z)
                .map(row -> Arrays.stream(map.apply(row))
                        .map(v -> v + noise * random.nextGaussian())
                        .toArray())
                .toArray(double[][]::new);
    }
}
