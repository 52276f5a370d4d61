package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cubecheck.identification.Drawings.noisy;
import static org.cubecheck.identification.Drawings.rotated;
import static org.cubecheck.identification.Drawings.signs;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cubecheck.identification.Rendering;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An identification never says more than the rows show. */
class IdentificationHonestyTest {

    @Tag("thorough")
    @Test
    void a_rotation_by_45_degrees_is_never_called_a_signed_permutation_and_noise_alone_does_not_hide_one() {
        int straight = 0;
        for (int seed = 0; seed < 60; seed++) {
            var random = new SplittableRandom(seed);
            int rows = new int[] {50, 200, 600}[seed % 3];
            var z = signs(rows, 2, random);
            for (int angle : new int[] {40, 45, 50}) {
                var found = Identification.of(
                        Samples.of(z),
                        Samples.of(rotated(z, angle, 0.5, random)),
                        Identification.Settings.DEFAULT.withSeed(seed));
                assertThat(found.signedPermutation())
                        .as(angle + " degrees, " + rows + " rows, seed " + seed)
                        .isEmpty();
                assertThat(found.headline())
                        .doesNotContain("The latents up to permutation and sign")
                        .doesNotContain("is among the coordinates");
            }
            if (rows > 50
                    && Identification.of(z, rotated(z, 0, 0.5, random))
                            .headline()
                            .contains("The latents up to permutation and sign, imperfectly")) straight++;
        }
        assertThat(straight).isGreaterThanOrEqualTo(39);
    }

    @Test
    void coordinates_of_correlated_latents_are_told_apart_by_their_regression() {
        var random = new SplittableRandom(4);
        var z = new double[2000][8];
        for (var row : z) {
            // Two latents agree in 3 of 4 rows: correlation 1/2.
            double common = random.nextBoolean() ? 1 : -1;
            double copied = Math.sqrt(0.5);
            Arrays.setAll(row, j -> random.nextDouble() < copied ? common : random.nextBoolean() ? 1 : -1);
        }
        var found = Identification.of(z, noisy(z, 0.5, random));
        assertThat(found.recovered()).isLessThan(8);
        assertThat(found.signedPermutation()).isPresent();
        assertThat(found.headline())
                .startsWith("Axis-aligned: The latents up to permutation and sign, imperfectly: (φ1,");
    }

    @Test
    void loadings_are_the_weights_of_a_regression_and_none_where_latents_cannot_be_told_apart() {
        var z = new double[][] {{1, 1, 1, -1, -1, 1}, {1, -1, 1, -1, 1, 1}};
        var phi = new double[1][6];
        Arrays.setAll(phi[0], r -> 3 + 2 * z[0][r] - 0.5 * z[1][r]);
        int[] rows = {0, 1, 2, 3, 4, 5, 5};
        assertThat(Loadings.of(z, phi, rows).orElseThrow()[0]).containsExactly(new double[] {2, -0.5}, within(1e-12));
        assertThat(Loadings.of(new double[][] {z[0], z[0]}, phi, rows)).isEmpty();
        assertThat(Loadings.of(z, phi, new int[] {0, 2, 5, 5})).isEmpty();
    }

    @Test
    void a_latent_that_is_constant_in_held_out_rows_is_left_out_of_their_figures() {
        int left = 0;
        for (int seed = 0; seed < 30; seed++) {
            var random = new SplittableRandom(seed);
            var z = new double[150][4];
            for (var row : z) Arrays.fill(row, -1);
            for (int j = 0; j < 4; j++) {
                for (int k = 0; k <= random.nextInt(5); k++) z[random.nextInt(150)][j] = 1;
            }
            var found = Identification.of(z, z);
            assertThat(found.recovered()).isEqualTo(4);
            String notes = String.join("\n", found.notes());
            if (found.heldOutCorrelation().isEmpty()) {
                assertThat(notes).contains("No latent takes both values in the training rows and in the held-out rows");
                assertThat(found.identificationError()).isEmpty();
                continue;
            }
            assertThat(found.heldOutCorrelation().orElseThrow()).satisfies(v -> {
                assertThat(v.low()).isEqualTo(1, within(1e-9));
                assertThat(v.value()).isEqualTo(1, within(1e-9));
            });
            assertThat(found.informativeness().orElseThrow()).isEqualTo(1, within(1e-3));
            if (found.heldOut().orElseThrow().latents().size() < 4) {
                left++;
                assertThat(notes)
                        .contains("take one value only in the training rows or in the held-out rows")
                        .contains("over "
                                + found.heldOut().orElseThrow().latents().size() + " of 4 latents");
            }
            assertThat(notes).containsPattern("In [0-9]+ of 1000 bootstrap draws a latent takes one value only");
        }
        assertThat(left).isGreaterThan(10);
    }

    @Test
    void at_chance_is_said_of_the_whole_beside_the_latents_that_are_recovered() {
        var random = new SplittableRandom(6);
        var z = new double[200][8];
        for (var row : z) Arrays.setAll(row, j -> random.nextDouble() < 0.06 ? 1 : -1);
        var phi = new double[200][8];
        for (int r = 0; r < 200; r++) {
            double first = z[r][0];
            Arrays.setAll(phi[r], i -> i == 0 ? first : random.nextGaussian());
        }
        String headline = Identification.of(z, phi).headline();
        assertThat(headline)
                .startsWith("Partial: No signed permutation of the latents is established, but 1 of 8 is read beyond "
                        + "chance: z1;")
                .endsWith("binarised, 1 of 8 is recovered exactly: z1.");
        var wide = signs(500, 16, random);
        assertThat(Identification.of(
                                wide,
                                Arrays.stream(wide)
                                        .map(row -> new double[] {row[0]})
                                        .toArray(double[][]::new))
                        .headline())
                .startsWith("Partial: No signed permutation of the latents is established, but 1 of 16 is read "
                        + "beyond chance: z1; a linear probe has mean error")
                .endsWith("1 of 16 is recovered exactly: z1.");
    }

    @Test
    void what_shuffled_rows_would_show_is_called_no_evidence() {
        double[][] z = IntStream.range(0, 8)
                .mapToObj(r -> new double[] {1 - 2 * (r & 1), 1 - (r & 2), 1 - (r & 4) / 2})
                .toArray(double[][]::new);
        int models = 0;
        for (int seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            var noise = new double[8][512];
            for (var row : noise) Arrays.setAll(row, i -> random.nextGaussian());
            var found = Identification.of(z, noise);
            if (!(found.cube().orElseThrow().verdict() instanceof CubeVerdict.WorldModelAtChance model)) continue;
            models++;
            assertThat(found.headline())
                    .contains(
                            "; but with the rows shuffled that would be so in up to ",
                            "% of all cases: not more than chance would show.")
                    .doesNotContain("world model");
            assertThat(found.chanceOfAll()).isNotNaN().isGreaterThan(0.5);
            assertThat(Rendering.html(found, "")).doesNotContain("finding good");
            // The verdict and the scores speak of the same coordinates.
            assertThat(found.recovered()).isEqualTo(3);
            assertThat(found.signedPermutationEstablished()).isFalse();
            assertThat(Rendering.text(found)).contains("none established");
            assertThat(Rendering.json(found))
                    .contains("\"verdict\": \"WorldModelAtChance\"")
                    .doesNotContain("\"signedPermutation\"");
            assertThat(model.coordinates())
                    .isEqualTo(found.matches().stream()
                            .map(Match::coordinate)
                            .sorted()
                            .toList());
        }
        assertThat(models).isGreaterThan(10);
        // Three coordinates on each point once: 48 of 8! orders are signed permutations.
        assertThat(Identification.of(z, z).chanceOfAll()).isEqualTo(48.0 / 40320, within(1e-12));
        assertThat(Identification.of(z, z).headline())
                .startsWith("Axis-aligned, qualified: Binarised, the latents up to P D")
                .endsWith("random rotations and untrained layers were not tried: these rows are too few or too uneven "
                        + "to tell the latents apart.");
        // On the 2-cube every transform of three is one: 8 of 24 orders.
        var square = new double[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
        assertThat(Identification.of(square, square).chanceOfAll()).isEqualTo(1 / 3.0, within(1e-12));
        assertThat(Identification.of(square, square).headline()).contains("up to 33.4% of all cases");
        // A thousand copies of the four points are as many as four against a random code of them, though not against
        // shuffled rows.
        var often = IntStream.range(0, 1000).mapToObj(r -> square[r % 4]).toArray(double[][]::new);
        assertThat(Identification.of(often, often).headline())
                .isEqualTo(
                        "Axis-aligned, qualified: Binarised, the latents up to P D: (φ1, φ2) = (z1, z2); but dealt at random to the "
                                + "4 points of the latents that occur, these columns would be so in up to 33.4% "
                                + "of all cases: too few points to tell a world model from a random code.");
        assertThat(Identification.of(often, often).signedPermutation())
                .as("its real values show more than any random mixing")
                .isPresent();
    }

    @Test
    void what_the_verdict_denies_is_not_asserted_beside_it() {
        var z = signs(1000, 4, new SplittableRandom(2));
        var mixed = Identification.of(
                z,
                Arrays.stream(z)
                        .map(v -> new double[] {
                            v[0], v[1] + 1.5 * v[1] * v[0], v[2] + 1.5 * v[2] * v[0], v[3] + 1.5 * v[3] * v[0]
                        })
                        .toArray(double[][]::new));
        assertThat(mixed.headline()).contains("not a world model").contains("the mixture");
        assertThat(mixed.signedPermutation()).isEmpty();
        assertThat(Rendering.text(mixed)).contains("none established");
    }

    @Test
    void the_chance_is_not_below_how_often_shuffled_rows_show_all_latents() {
        var random = new SplittableRandom(12);
        for (int trial = 0; trial < 6; trial++) {
            int d = 1 + trial % 2;
            int rows = 4 + trial;
            var z = signs(rows, d, random);
            for (int j = 0; j < d; j++) {
                z[0][j] = 1;
                z[1][j] = -1;
            }
            var phi = noisy(signs(rows, 4, random), 0.1, random);
            double bound = Identification.of(z, phi).chanceOfAll();
            int all = 0;
            for (int s = 0; s < 1000; s++) {
                var shuffled = phi.clone();
                java.util.Collections.shuffle(Arrays.asList(shuffled), new java.util.Random(s));
                var data = new PairedSamples(Samples.of(z), Samples.of(shuffled));
                boolean each = IntStream.range(0, d)
                        .allMatch(j -> Arrays.stream(data.coordinateBits)
                                .anyMatch(bits -> bits[0] == data.latentBits[j][0]
                                        || bits[0] == (~data.latentBits[j][0] & (1L << rows) - 1)));
                all += each ? 1 : 0;
            }
            assertThat(bound).isNotNaN();
            assertThat(all / 1000.0).as("trial " + trial).isNotNaN().isLessThanOrEqualTo(bound + 0.05);
        }
    }

    @Test
    void the_exact_coordinate_is_preferred_to_the_most_correlated_one() {
        var z = signs(400, 2, new SplittableRandom(9));
        var phi = new double[400][];
        for (int r = 0; r < 400; r++) {
            // The first is -z1 in one row but nearly z1; the second has the sides of z1 but values that spread.
            phi[r] = new double[] {r == 7 ? -z[r][0] : z[r][0], z[r][0] * (r % 5 == 0 ? 3 : 1.2), z[r][1]};
        }
        var found = Identification.of(z, phi);
        assertThat(Math.abs(found.correlation(0, 0))).isStrictlyBetween(Math.abs(found.correlation(1, 0)), 1 + 1e-9);
        assertThat(found.recovered()).isEqualTo(2);
        assertThat(found.signedPermutation()).isPresent();
        assertThat(found.matches().get(0).coordinate()).isEqualTo(1);
        // The mean correlation stays the greatest there is.
        assertThat(found.meanCorrelation()).isEqualTo((Math.abs(found.correlation(0, 0)) + 1) / 2, within(1e-12));
    }

    @Test
    void coordinates_repeated_up_to_rounding_are_found() {
        var random = new SplittableRandom(5);
        var z = signs(100, 2, random);
        var phi = new double[100][];
        for (int r = 0; r < 100; r++) {
            double c = random.nextGaussian();
            phi[r] =
                    new double[] {c, random.nextGaussian(), 3 * c, 0.1 * c, -0.7 * c, c + 1e-6 * random.nextGaussian()};
        }
        assertThat(String.join("\n", Identification.of(z, phi).notes()))
                .contains("Coordinates that repeat each other (up to scale): φ3 = φ1, φ4 = φ1, φ5 = -φ1. ");
    }

    @Test
    void a_wide_representation_of_many_latents_is_assigned_at_once() {
        var random = new SplittableRandom(1);
        var weight = new double[1500][64];
        for (var row : weight) Arrays.setAll(row, j -> random.nextDouble());
        long start = System.nanoTime();
        int[] assigned = Assignment.of(weight, 64);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(Arrays.stream(assigned).distinct().filter(i -> i >= 0).count())
                .isEqualTo(64);
    }
}
