package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cubecheck.identification.Drawings.noisy;
import static org.cubecheck.identification.Drawings.signs;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.cubecheck.identification.Rendering;
import org.junit.jupiter.api.Test;

/** The finding in a word, in the headline and in the JSON, never against an interval beside it. */
class FindingTest {

    private static Identification found(
            int d, int rows, long seed, BiFunction<double[], RandomGenerator, double[]> map) {
        var random = new SplittableRandom(seed);
        var z = signs(rows, d, random);
        return Identification.of(
                z, Arrays.stream(z).map(v -> map.apply(v, random)).toArray(double[][]::new));
    }

    private static BiFunction<double[], RandomGenerator, double[]> noisily(double noise, UnaryOperator<double[]> map) {
        return (z, random) -> noisy(new double[][] {map.apply(z)}, noise, random)[0];
    }

    private static void assertFinding(Identification found, Finding finding, String... said) {
        assertThat(found.finding()).as(found.headline()).isEqualTo(finding);
        for (String part : said) assertThat(found.headline()).contains(part);
        assertThat(found.headline().toLowerCase(Locale.ROOT)).startsWith(finding.word());
        assertThat(Rendering.json(found))
                .contains("\"finding\": \"" + finding.word() + "\"", "\"qualified\": " + found.isQualified());
    }

    @Test
    void each_finding_has_its_word() {
        assertFinding(found(4, 1000, 1, noisily(0.3, z -> z)), Finding.AXIS_ALIGNED);
        assertFinding(found(4, 1000, 1, noisily(1, z -> new double[8])), Finding.NOTHING_SHOWN);
        assertFinding(
                found(4, 1000, 1, noisily(0.1, z -> new double[] {
                    z[0] + z[1] + z[2] + z[3],
                    z[0] - z[1] + z[2] - z[3],
                    z[0] + z[1] - z[2] - z[3],
                    z[0] - z[1] - z[2] + z[3]
                })),
                Finding.LINEAR,
                "each of the 4 latents is read beyond chance");
        assertFinding(
                found(4, 1000, 1, noisily(0, z -> new double[] {z[0] * z[1], z[1], z[2] * z[1], z[3] * z[1]})),
                Finding.FRAME,
                "not a world model, but one up to a stabilizer element");
        assertFinding(
                found(4, 1000, 1, noisily(0.5, z -> new double[] {z[0] * z[1], z[1], z[2] * z[1], z[3] * z[1]})),
                Finding.FRAME,
                "φ1 shows z1z2, φ3 shows z2z3, φ4 shows z2z4");
        assertFinding(
                found(4, 1000, 1, noisily(1, z -> new double[] {z[0] * z[1], z[2] * z[3]})),
                Finding.MIXED,
                "no latent is read; of products of latents φ1 shows z1z2, φ2 shows z3z4");
    }

    @Test
    void one_latent_of_eight_is_said_to_be_one() {
        var found = found(8, 1000, 2, noisily(1, z -> new double[] {z[0], 0, 0, 0, 0, 0, 0, 0}));
        assertFinding(found, Finding.PARTIAL, "1 of 8 is read beyond chance: z1;");
        assertThat(found.read()).containsExactly(0);
        var figures = found.heldOut().orElseThrow().perLatent();
        assertThat(figures).hasSize(8);
        assertThat(figures.get(0).auc().low()).isGreaterThan(0.5);
        assertThat(figures.get(0).r2()).isGreaterThan(figures.get(0).chanceR2().high());
        assertThat(figures.get(0).coordinate()).isZero();
        assertThat(figures.subList(1, 8)).noneMatch(LatentFigures::isRead);
        assertThat(Rendering.html(found, "")).contains("How well each latent is read");
    }

    @Test
    void heavy_tails_hide_no_latent() {
        for (int seed = 0; seed < 6; seed++) {
            var found = found(
                    4,
                    1000,
                    seed,
                    (z, random) -> Arrays.stream(z)
                            .map(v -> StrictMath.exp(2 * v + 1.5 * random.nextGaussian()))
                            .toArray());
            assertFinding(found, Finding.LINEAR);
            assertThat(found.heldOut().orElseThrow().perLatent())
                    .allMatch(f -> f.coordinateAuc().value() > 0.85);
        }
    }

    @Test
    void noise_is_nothing_and_never_against_its_own_intervals() {
        int nothing = 0;
        for (int seed = 0; seed < 20; seed++) {
            var found = found(4, 300, seed, noisily(1, z -> new double[6]));
            if (found.finding() == Finding.NOTHING_SHOWN) {
                nothing++;
                var heldOut = found.heldOut().orElseThrow();
                assertThat(heldOut.correlation().low()).isLessThanOrEqualTo(0);
                assertThat(heldOut.perLatent()).noneMatch(LatentFigures::isRead);
                assertThat(heldOut.error().high())
                        .isGreaterThanOrEqualTo(heldOut.chance().low());
            }
        }
        assertThat(nothing).isGreaterThanOrEqualTo(15);
    }

    @Test
    void a_few_massive_rows_and_rare_units_do_not_upset_the_probe() {
        var random = new SplittableRandom(4);
        var z = signs(1000, 4, random);
        var phi = new double[1000][44];
        for (int r = 0; r < 1000; r++) {
            for (int i = 0; i < 40; i++)
                phi[r][i] = (i % 4 == 0 ? 2 : 1) * z[r][i % 4] + z[r][i / 4 % 4] + random.nextGaussian();
            // Units that fire in about one row of 500, one of them hardly in the first.
            for (int i = 40; i < 44; i++)
                phi[r][i] = random.nextInt(500) == 0 ? (random.nextInt(2) == 0 ? 1e-6 : 50) : 0;
            if (r < 2) for (int i = 0; i < 40; i++) phi[r][i] *= 50;
        }
        var found = Identification.of(z, phi);
        assertThat(found.informativeness().orElseThrow()).isBetween(0.5, 1.0);
        assertThat(found.identificationError().orElseThrow().value()).isLessThan(0.15);
    }

    @Test
    void a_wide_representation_of_low_rank_is_judged() {
        var random = new SplittableRandom(400);
        var z = signs(400, 4, random);
        var W = new double[4][400];
        for (var row : W) Arrays.setAll(row, i -> random.nextGaussian());
        var phi = new double[400][400];
        for (int r = 0; r < 400; r++) {
            for (int i = 0; i < 400; i++) {
                double sum = 0;
                for (int j = 0; j < 4; j++) sum += z[r][j] * W[j][i];
                phi[r][i] = (float) Math.max(0, sum);
            }
        }
        var found = Identification.of(z, phi);
        assertThat(found.identificationError().orElseThrow().value()).isLessThan(1e-6);
        assertThat(found.informativeness().orElseThrow()).isGreaterThan(0.999);
        assertThat(found.isQualified()).as(found.headline()).isTrue();
    }

    @Test
    void a_spectrum_by_rank_is_that_of_the_matrix() {
        var random = new SplittableRandom(6);
        var factor = new double[3][10];
        for (var row : factor) Arrays.setAll(row, i -> random.nextGaussian());
        var matrix = new double[10][10];
        for (int a = 0; a < 10; a++) {
            for (int b = 0; b < 10; b++) {
                for (var row : factor) matrix[a][b] += row[a] * row[b];
            }
        }
        var spectrum = SymmetricSpectrum.ofRank(matrix, 1e-11);
        assertThat(spectrum.values()).hasSize(3);
        for (int k = 0; k < 3; k++) {
            for (int a = 0; a < 10; a++) {
                double image = 0;
                for (int b = 0; b < 10; b++) image += matrix[a][b] * spectrum.vectors()[k][b];
                assertThat(image).isCloseTo(spectrum.values()[k] * spectrum.vectors()[k][a], within(1e-9));
            }
        }
    }
}
