package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cubecheck.identification.Drawings.noisy;
import static org.cubecheck.identification.Drawings.signs;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A layer that nobody trained is never called axis-aligned without a qualification; what is so stays so. */
class UntrainedTest {

    private static final Identification.Settings SHORT = new Identification.Settings(1, 100, 5);

    private enum Family {
        LINEAR(v -> v / 2, 0.1),
        SIGN(Math::signum, 0),
        NOISY_SIGN(Math::signum, 0.1),
        TANH(v -> StrictMath.tanh(3 * v), 0),
        NOISY_TANH(StrictMath::tanh, 0.1),
        RELU(v -> Math.max(0, v), 0),
        NOISY_RELU(v -> Math.max(0, v), 0.1);

        private final DoubleUnaryOperator unit;
        private final double noise;

        Family(DoubleUnaryOperator unit, double noise) {
            this.unit = unit;
            this.noise = noise;
        }

        Identification drawn(int d, int w, RandomGenerator random) {
            var z = signs(1000, d, random);
            var W = new double[w][d];
            for (var row : W) Arrays.setAll(row, j -> random.nextGaussian());
            var phi = new double[z.length][w];
            for (int r = 0; r < z.length; r++) {
                for (int i = 0; i < w; i++) {
                    double sum = 0;
                    for (int j = 0; j < d; j++) sum += z[r][j] * W[i][j];
                    phi[r][i] = unit.applyAsDouble(sum) + noise * random.nextGaussian();
                }
            }
            return Identification.of(Samples.of(z), Samples.of(phi), SHORT);
        }
    }

    @Tag("thorough")
    @Test
    void layers_of_any_kind_are_qualified_at_any_width() {
        for (int w : new int[] {128, 256}) {
            for (var family : Family.values()) {
                var found = family.drawn(4, w, new SplittableRandom(w));
                assertThat(found.finding() != Finding.AXIS_ALIGNED || found.isQualified())
                        .as(family + ", " + w + " units: " + found.headline())
                        .isTrue();
                assertThat(found.headline()).doesNotContain("a world model up to P D");
            }
        }
    }

    @Test
    void a_column_of_zeros_removes_no_doubt() {
        var random = new SplittableRandom(3);
        var z = signs(1000, 4, random);
        var W = new double[4][128];
        for (var row : W) Arrays.setAll(row, i -> random.nextGaussian());
        var phi = new double[1000][129];
        for (int r = 0; r < 1000; r++) {
            for (int i = 0; i < 128; i++) {
                for (int j = 0; j < 4; j++) phi[r][i] += z[r][j] * W[j][i] / 2;
                phi[r][i] += 0.1 * random.nextGaussian();
            }
        }
        var found = Identification.of(Samples.of(z), Samples.of(phi), SHORT);
        assertThat(found.controls().rotations()).isPresent();
        assertThat(found.finding() != Finding.AXIS_ALIGNED || found.isQualified())
                .isTrue();
    }

    @Test
    void wide_representations_that_hold_the_latents_clearly_pass_for_rotations() {
        var random = new SplittableRandom(5);
        var z = signs(1000, 4, random);
        var phi = new double[1000][200];
        for (int r = 0; r < 1000; r++) {
            for (int i = 0; i < 200; i++) phi[r][i] = (i < 4 ? z[r][i] : 0) + 0.3 * random.nextGaussian();
        }
        var found = Identification.of(Samples.of(z), Samples.of(phi), SHORT);
        assertThat(found.controls().rotations()).isPresent();
        assertThat(found.controls().mixingWouldDo()).isFalse();
    }

    @Test
    void controls_that_cannot_be_run_are_said() {
        var z = signs(16, 4, new SplittableRandom(2));
        var found = Identification.of(z, z);
        if (found.finding() == Finding.AXIS_ALIGNED)
            assertThat(found.isQualified()).isTrue();
        assertThat(found.controls().allRun()).isFalse();
    }

    /** Seven families over dimensions and widths: a quarter of an hour and more, so on request only. */
    @EnabledIfSystemProperty(
            named = "cubecheck.simulate",
            matches = "true",
            disabledReason = "mvn -B verify -Dcubecheck.simulate=true runs it")
    @Tag("thorough")
    @Test
    void of_two_hundred_untrained_layers_at_most_one_is_axis_aligned_without_a_qualification() {
        int wrong = 0;
        int all = 0;
        for (var family : Family.values()) {
            for (int d : new int[] {3, 4, 5, 8}) {
                for (int w : new int[] {16, 64, 128, 256, 512, 1024}) {
                    // The widest cost most, and differ least.
                    int runs = w <= 64 ? 8 : w <= 256 ? 2 : 1;
                    int found = 0;
                    int unqualified = 0;
                    for (int seed = 0; seed < runs; seed++) {
                        var one = family.drawn(d, w, new SplittableRandom(1000L * w + 10L * d + seed));
                        if (one.finding() != Finding.AXIS_ALIGNED) continue;
                        found++;
                        if (!one.isQualified()) unqualified++;
                    }
                    wrong += unqualified;
                    all += runs;
                    System.out.printf(
                            "%-10s d = %d, w = %-4d  axis-aligned %d of %d, unqualified %d%n",
                            family, d, w, found, runs, unqualified);
                }
            }
        }
        System.out.println("unqualified " + wrong + " of " + all);
        assertThat(wrong).isLessThanOrEqualTo(all / 200);
    }

    @Tag("thorough")
    @Test
    void noisy_signed_permutations_are_axis_aligned_without_a_qualification() {
        for (int d : new int[] {4, 8}) {
            for (double noise : new double[] {0, 0.1, 0.25, 0.5}) {
                int kept = 0;
                for (int seed = 0; seed < 25; seed++) {
                    var random = new SplittableRandom(100L * d + seed);
                    var z = signs(1000, d, random);
                    var found = Identification.of(Samples.of(z), Samples.of(noisy(z, noise, random)), SHORT);
                    if (found.finding() == Finding.AXIS_ALIGNED && !found.isQualified()) kept++;
                }
                System.out.println("d = " + d + ", noise " + noise + ": " + kept + " of 25");
                assertThat(kept).as("%d latents, noise %s", d, noise).isEqualTo(25);
            }
        }
    }
}
