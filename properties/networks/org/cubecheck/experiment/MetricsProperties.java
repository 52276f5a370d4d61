package org.cubecheck.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.cubecheck.cube.Cube;
import org.cubecheck.identify.Correlation;
import org.cubecheck.identify.Identification.Settings;
import org.cubecheck.identify.Measures;

class MetricsProperties {

    private static final double[][] LATENTS = cube(2);

    private static double[][] cube(int d) {
        var rows = new double[1 << d][d];
        for (int z = 0; z < rows.length; z++) {
            for (int i = 0; i < d; i++) rows[z][i] = Cube.coordinate(z, i);
        }
        return rows;
    }

    @Example
    void a_signed_permutation_of_the_latents_has_no_error() {
        var found = RecordedMetrics.recovery(new double[][] {{-1, 1}, {-1, -1}, {1, 1}, {1, -1}}, LATENTS);
        assertThat(found.probe()).isCloseTo(0, within(1e-12));
        assertThat(found.assigned()).isCloseTo(0, within(1e-12));
        assertThat(found.exact()).isEqualTo(2);
    }

    @Example
    void a_rotation_deceives_the_probe_but_not_the_assignment() {
        // (z1 + z2, z1 - z2): every correlation is 1 / sqrt 2, so each latent costs 0.25 (1 - 1/2).
        var found = RecordedMetrics.recovery(new double[][] {{2, 0}, {0, -2}, {0, 2}, {-2, 0}}, LATENTS);
        assertThat(found.probe()).isCloseTo(0, within(1e-12));
        assertThat(found.assigned()).isCloseTo(0.125, within(1e-12));
        assertThat(found.exact()).isZero();
    }

    @Example
    void a_product_in_place_of_a_latent_costs_a_quarter_there() {
        // (z1, z1 z2): z2 is orthogonal to both and to the constant, so its 0/1 coding keeps its variance 1/4; the mean
        // is 1/8.
        var found = RecordedMetrics.recovery(new double[][] {{1, 1}, {-1, -1}, {1, -1}, {-1, 1}}, LATENTS);
        assertThat(found.probe()).isCloseTo(0.125, within(1e-12));
        assertThat(found.assigned()).isCloseTo(0.125, within(1e-12));
        assertThat(found.exact()).isEqualTo(1);
    }

    @Example
    void a_constant_coordinate_or_one_too_few_counts_as_no_information() {
        var constant = RecordedMetrics.recovery(new double[][] {{7, 1}, {7, -1}, {7, 1}, {7, -1}}, LATENTS);
        assertThat(constant.assigned()).isCloseTo(0.125, within(1e-12));
        assertThat(constant.probe()).isCloseTo(0.125, within(1e-9));
        var narrow = RecordedMetrics.recovery(new double[][] {{1}, {-1}, {1}, {-1}}, LATENTS);
        assertThat(narrow.assigned()).isCloseTo(0.125, within(1e-12));
        assertThat(narrow.exact()).isEqualTo(1);
    }

    @Example
    void the_assignment_is_the_best_and_not_the_greedy_one() {
        // (3 z1 + 2 z2, z1 + z1 z2): z1 has r^2 = 9/13 with the first and 1/2 with the second, z2 has 4/13 and 0.
        // Greedily 9/13, at best 1/2 + 4/13.
        var found = RecordedMetrics.recovery(new double[][] {{5, 2}, {-1, -2}, {1, 0}, {-5, 0}}, LATENTS);
        assertThat(found.assigned()).isCloseTo(0.25 * (1 - (1 / 2.0 + 4 / 13.0) / 2), within(1e-12));
    }

    @Example
    void principal_components_find_the_plane_that_holds_the_columns() {
        var tasks = new double[4][3];
        for (int z = 0; z < 4; z++) {
            tasks[z][0] = LATENTS[z][0];
            tasks[z][1] = LATENTS[z][1];
            tasks[z][2] = LATENTS[z][0];
        }
        var scores = RecordedMetrics.principalComponents(tasks, 2);
        assertThat(RecordedMetrics.probe(scores, LATENTS)).isCloseTo(0, within(1e-12));
        assertThat(Math.abs(RecordedMetrics.correlation(scores, 0, LATENTS, 0))).isCloseTo(1, within(1e-9));
    }

    @Property(tries = 100, generation = GenerationMode.RANDOMIZED)
    void the_exact_test_is_half_of_the_two_sided_one_of_commons_math(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(5, 12);
        var less = random.doubles(n).toArray();
        var more = random.doubles(n, 0, 1.5).toArray();
        double theirs = new WilcoxonSignedRankTest().wilcoxonSignedRankTest(less, more, true);
        double ours = Math.min(Statistics.wilcoxon(less, more), Statistics.wilcoxon(more, less));
        assertThat(2 * ours).isCloseTo(theirs, within(1e-9));
    }

    @Example
    void five_pairs_of_five_have_the_probability_of_five_heads() {
        assertThat(Statistics.wilcoxon(new double[] {1, 2, 3, 4, 5}, new double[] {2, 4, 6, 8, 10}))
                .isEqualTo(1.0 / 32);
        assertThat(Statistics.wilcoxon(new double[] {2, 4, 6, 8, 10}, new double[] {1, 2, 3, 4, 5}))
                .isEqualTo(1);
        assertThat(Statistics.wilcoxon(new double[] {1, 1}, new double[] {1, 1}))
                .isEqualTo(1);
        // Tied differences share their rank: of 8 sign patterns only the one seen reaches the sum.
        assertThat(Statistics.wilcoxon(new double[] {0, 0, 0}, new double[] {1, 1, 1}))
                .isEqualTo(1.0 / 8);
    }

    @Example
    void quantiles_and_intervals_by_hand() {
        assertThat(Statistics.median(new double[] {3, 1, 2, 10})).isEqualTo(2.5);
        assertThat(Statistics.quantile(new double[] {0, 10}, 0.25)).isEqualTo(2.5);
        assertThat(Statistics.median95(new double[] {7})).isEqualTo(new Statistics.Interval(7, 7, 7, 1, 0));
        // Five draws lie on one side of the median with probability 2/32; of nine, at most one is on one of the sides
        // with 20/512.
        assertInterval(new double[] {5, 3, 1, 2, 4}, 3, 1, 5, 1, 30.0 / 32);
        assertInterval(new double[] {9, 8, 7, 6, 5, 4, 3, 2, 1}, 5, 2, 8, 2, 1 - 20.0 / 512);
        assertInterval(new double[] {8, 7, 6, 5, 4, 3, 2, 1}, 4.5, 1, 8, 1, 1 - 2.0 / 256);
        assertThat(Statistics.sign(8, 6)).isCloseTo((28 + 8 + 1) / 256.0, within(1e-12));
        assertThat(Statistics.sign(8, 0)).isEqualTo(1);
        assertThat(Statistics.sign(8, 6)).isEqualTo(37 / 256.0);
        assertThat(Statistics.sign(53, 53)).isEqualTo(0x1p-53);
        assertThat(Statistics.sign(54, 54)).isEqualTo(0x1p-54);
        assertThat(Statistics.sign(54, 53)).isEqualTo(55 * 0x1p-54);
        assertThat(Statistics.sign(200, 200)).isEqualTo(0x1p-200);
        assertThat(Statistics.sign(54, 55)).isZero();
    }

    private static void assertInterval(
            double[] values, double median, double low, double high, int rank, double coverage) {
        var interval = Statistics.median95(values);
        assertThat(interval).isEqualTo(new Statistics.Interval(median, low, high, rank, interval.coverage()));
        assertThat(interval.coverage()).isCloseTo(coverage, within(1e-12));
    }

    @Example
    void holms_correction_by_hand() {
        assertThat(Statistics.holm(new double[] {0.04, 0.01, 0.03, 0.005}))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.06, 0.03, 0.06, 0.02);
        assertThat(Statistics.holm(new double[] {0.9, 0.6})).containsExactly(1, 1);
        assertThat(Statistics.holm(new double[] {0.01, 0.01})).containsExactly(0.02, 0.02);
        assertThat(Statistics.holm(new double[] {})).isEmpty();
    }

    /** By definition: the tests from the least p on that reject at a level, as long as each does at its share of it. */
    @Property(tries = 200, generation = GenerationMode.RANDOMIZED)
    void holm_rejects_at_a_level_what_the_step_down_procedure_rejects(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var p = random.doubles(random.nextInt(1, 12)).map(x -> x * x * x).toArray();
        double level = random.nextDouble(0.01, 0.3);
        var sorted = p.clone();
        Arrays.sort(sorted);
        int rejected = 0;
        while (rejected < p.length && sorted[rejected] * (p.length - rejected) <= level) rejected++;
        int expected = rejected;
        var corrected = Statistics.holm(p);
        assertThat(Arrays.stream(corrected).filter(x -> x <= level).count()).isEqualTo(expected);
        for (int i = 0; i < p.length; i++) assertThat(corrected[i]).isBetween(p[i], 1.0);
    }

    /** The mean of the probe's error over representations without information. */
    @Example
    void chance_is_what_noise_has() {
        var latents = SeedData.of(6, 8, TaskFamily.uniform(6), 1, 1).latents();
        var random = new SplittableRandom(5);
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            var noise = new double[64][8];
            for (var row : noise) Arrays.setAll(row, j -> random.nextDouble(-1, 1));
            sum += RecordedMetrics.probe(noise, latents) / 200;
        }
        assertThat(sum).isCloseTo(RecordedMetrics.chance(8, 64), within(1e-3));
    }

    /**
     * On the points it was fitted to a probe of many coordinates sees latents in noise; on points held out it does not.
     */
    @Example
    void recorded_measures_flatter_noise_and_those_of_identify_do_not() {
        var latents = SeedData.of(7, 9, TaskFamily.uniform(7), 1, 1).latents();
        var random = new SplittableRandom(3);
        double recorded = 0;
        double heldOut = 0;
        double chance = 0;
        for (int draw = 0; draw < 20; draw++) {
            var noise = new double[128][32];
            for (var row : noise) Arrays.setAll(row, j -> random.nextGaussian());
            recorded += RecordedMetrics.recovery(noise, latents).probe() / 20;
            var measured = Measures.heldOut(latents, noise, Settings.DEFAULT.withSeed(draw))
                    .orElseThrow();
            heldOut += measured.error().value() / 20;
            chance += measured.chance().value() / 20;
        }
        assertThat(recorded).isCloseTo(RecordedMetrics.chance(32, 128), within(0.005));
        assertThat(recorded).isLessThan(0.2);
        assertThat(heldOut).isCloseTo(chance, within(0.01)).isGreaterThan(0.24);
    }

    /** Where there is nothing to fit, both say the same. */
    @Example
    void a_representation_that_shows_the_latents_shows_them_to_both() {
        var latents = SeedData.of(6, 8, TaskFamily.uniform(6), 1, 1).latents();
        var turned = new double[64][6];
        for (int z = 0; z < 64; z++) {
            for (int i = 0; i < 6; i++) turned[z][i] = (i % 2 == 0 ? -1 : 1) * latents[z][(i + 1) % 6];
        }
        var recorded = RecordedMetrics.recovery(turned, latents);
        assertThat(recorded.exact())
                .isEqualTo(Measures.recovered(latents, turned))
                .isEqualTo(6);
        assertThat(recorded.probe()).isCloseTo(0, within(1e-12));
        var measured = Measures.heldOut(latents, turned, Settings.DEFAULT).orElseThrow();
        assertThat(measured.error().value()).isCloseTo(0, within(1e-6));
        assertThat(measured.correlation().value()).isCloseTo(1, within(1e-9));
        for (int j = 0; j < 6; j++)
            assertThat(RecordedMetrics.correlation(turned, 1, latents, j))
                    .isCloseTo(Correlation.of(column(turned, 1), column(latents, j)), within(1e-12));
    }

    private static double[] column(double[][] table, int j) {
        return Arrays.stream(table).mapToDouble(row -> row[j]).toArray();
    }
}
