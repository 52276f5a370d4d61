package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.cubecheck.cube.Cube;
import org.cubecheck.transform.Bijection;

/** The scores against values by hand, and against Commons Math. */
class ScoresProperties {

    private static final double CLOSE = 1e-9;

    @Example
    void disentanglement_and_completeness_have_the_values_of_their_definitions() {
        var copy = new double[][] {{2, 0}, {0, 1}};
        assertThat(Scores.disentanglement(copy).orElseThrow()).isEqualTo(1, within(CLOSE));
        assertThat(Scores.completeness(copy).orElseThrow()).isEqualTo(1, within(CLOSE));
        var mixed = new double[][] {{1, 1}, {3, 3}};
        assertThat(Scores.disentanglement(mixed).orElseThrow()).isEqualTo(0, within(CLOSE));
        // One latent's weights are (1/4, 3/4): 1 - H_2(1/4) = 1 - (2 - 3/4 log2 3).
        assertThat(Scores.completeness(mixed).orElseThrow())
                .isEqualTo(0.75 * Math.log(3) / Math.log(2) - 1, within(CLOSE));
        // The first coordinate serves one latent (weight 3/5), the second both (weight 2/5).
        assertThat(Scores.disentanglement(new double[][] {{3, 0}, {1, 1}}).orElseThrow())
                .isEqualTo(0.6, within(CLOSE));
        assertThat(Scores.disentanglement(new double[][] {{1}, {2}})).isEmpty();
        assertThat(Scores.completeness(new double[][] {{1, 2}})).isEmpty();
    }

    @Example
    void the_gap_is_best_less_next_best() {
        assertThat(Scores.gap(new double[][] {{1, 0.5}, {0.25, 0.5}, {0, 0}}).orElseThrow())
                .isEqualTo(0.375, within(CLOSE));
        assertThat(Scores.gap(new double[][] {{1, 0.5}})).isEmpty();
    }

    @Example
    void information_is_that_of_the_joint_table() {
        var z = new double[][] {{1, 1, -1, -1}};
        var conjunction = new double[] {0, 0, 0, 1};
        var information = Scores.information(new double[][] {{5, 5, 2, 2}, {1, 0, 1, 0}, conjunction, {3, 3, 3, 3}}, z);
        assertThat(information[0][0]).isEqualTo(1, within(CLOSE));
        assertThat(information[1][0]).isEqualTo(0, within(CLOSE));
        // H(1/4) - (1/2) H(1/2), in bits.
        assertThat(information[2][0]).isEqualTo(2 - 0.75 * Math.log(3) / Math.log(2) - 0.5, within(CLOSE));
        assertThat(information[3][0]).isEqualTo(0, within(CLOSE));
    }

    @Property(tries = 50, generation = GenerationMode.RANDOMIZED)
    void the_threshold_is_the_best_of_all(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var column = random.doubles(12).map(v -> Math.floor(6 * v)).toArray();
        var latent = random.ints(12, 0, 2).mapToDouble(b -> 2 * b - 1).toArray();
        int[] rows = IntStream.range(0, 12).toArray();
        double best = IntStream.rangeClosed(-1, 6)
                .mapToDouble(t -> {
                    long right = Arrays.stream(rows)
                            .filter(r -> column[r] > t == latent[r] > 0)
                            .count();
                    return Math.max(right, 12 - right) / 12.0;
                })
                .max()
                .orElseThrow();
        assertThat(Scores.thresholdAccuracy(new double[][] {column}, new double[][] {latent}, rows, rows)[0][0])
                .isEqualTo(best, within(CLOSE));
    }

    @Property(tries = 30, generation = GenerationMode.RANDOMIZED)
    void thresholds_and_information_are_those_counted_value_by_value(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int values) {
        var random = new SplittableRandom(seed);
        var column = random.doubles(90).map(v -> Math.floor(values * v)).toArray();
        var latent = IntStream.range(0, 90)
                .mapToDouble(r -> r == 0 || r > 1 && random.nextInt(values) < column[r] ? 1 : -1)
                .toArray();
        int[] train = IntStream.range(0, 60).toArray();
        int[] test = IntStream.range(60, 90).toArray();
        long most = -1;
        double held = 0;
        for (int t = -1; t < values; t++) {
            int at = t;
            long right = Arrays.stream(train)
                    .filter(r -> column[r] > at == latent[r] > 0)
                    .count();
            if (Math.max(right, 60 - right) <= most) continue;
            most = Math.max(right, 60 - right);
            held = Arrays.stream(test)
                            .filter(r -> (column[r] > at == latent[r] > 0) == right >= 30)
                            .count()
                    / 30.0;
        }
        assertThat(Scores.thresholdAccuracy(new double[][] {column}, new double[][] {latent}, train, test)[0][0])
                .isEqualTo(held, within(CLOSE));

        double low = Arrays.stream(column).min().orElseThrow();
        double width = (Arrays.stream(column).max().orElseThrow() - low) / 20;
        boolean few = Arrays.stream(column).distinct().count() <= 20;
        var bin = Arrays.stream(column)
                .map(v -> few ? v : Math.min(19, Math.floor((v - low) / width)))
                .toArray();
        double mutual = 0;
        double entropy = 0;
        for (int sign : new int[] {-1, 1}) {
            double part = IntStream.range(0, 90).filter(r -> latent[r] == sign).count() / 90.0;
            entropy -= part * Math.log(part);
            for (double b : Arrays.stream(bin).distinct().toArray()) {
                double own = IntStream.range(0, 90).filter(r -> bin[r] == b).count() / 90.0;
                double both = IntStream.range(0, 90)
                                .filter(r -> bin[r] == b && latent[r] == sign)
                                .count()
                        / 90.0;
                if (both > 0) mutual += both * Math.log(both / (own * part));
            }
        }
        assertThat(Scores.information(new double[][] {column}, new double[][] {latent})[0][0])
                .isEqualTo(mutual / entropy, within(CLOSE));
    }

    @Property(tries = 20, generation = GenerationMode.RANDOMIZED)
    void correlations_are_those_of_commons_math(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var latents = new double[60][2];
        var representation = new double[60][3];
        for (int r = 0; r < 60; r++) {
            int row = r;
            Arrays.setAll(latents[r], j -> row < 2 ? 2 * row - 1 : random.nextInt(2) * 2 - 1);
            Arrays.setAll(representation[r], i -> 1e6 * random.nextDouble() + i * latents[row][0]);
        }
        var found = Identification.of(latents, representation);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                double expected = new PearsonsCorrelation()
                        .correlation(
                                Samples.of(representation).column(i),
                                Samples.of(latents).column(j));
                assertThat(found.correlation(i, j)).isEqualTo(expected, within(CLOSE));
            }
        }
    }

    @Property(tries = 20, generation = GenerationMode.RANDOMIZED)
    void the_probe_without_noise_predicts_as_ordinary_least_squares(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var phi = new double[3][80];
        for (var column : phi) Arrays.setAll(column, r -> random.nextGaussian() * 3 + 1);
        var y = new double[80];
        Arrays.setAll(y, r -> 0.3 * phi[0][r] - 2 * phi[2][r] + 0.5);
        int[] train = IntStream.range(0, 60).toArray();
        int[] test = IntStream.range(60, 80).toArray();
        var fit = new LinearProbe(phi, train, test).fit(new double[][] {Arrays.copyOf(y, 60)});
        var ols = new OLSMultipleLinearRegression();
        ols.newSampleData(
                Arrays.copyOf(y, 60),
                Arrays.stream(train)
                        .mapToObj(r -> new double[] {phi[0][r], phi[1][r], phi[2][r]})
                        .toArray(double[][]::new));
        double[] beta = ols.estimateRegressionParameters();
        for (int k = 0; k < 20; k++) {
            int r = test[k];
            double expected = beta[0] + beta[1] * phi[0][r] + beta[2] * phi[1][r] + beta[3] * phi[2][r];
            assertThat(fit.predictions()[k][0]).isEqualTo(expected, within(1e-5));
        }
    }

    /**
     * The exact error rests on the orthonormality of an invertible transform's coordinates; the regression does not.
     */
    @Property(tries = 25, generation = GenerationMode.RANDOMIZED)
    void the_exact_error_is_that_of_the_regression_over_the_whole_cube(
            @ForAll @IntRange(min = 2, max = 4) int d, @ForAll long seed) {
        var T = Bijection.random(d, new SplittableRandom(seed));
        var latents = new double[1 << d][d];
        var images = new double[1 << d][d];
        for (int z = 0; z < 1 << d; z++) {
            int point = z;
            Arrays.setAll(latents[z], j -> Cube.coordinate(point, j));
            Arrays.setAll(images[z], i -> Cube.coordinate(T.at(point), i));
        }
        double error = 0;
        for (int j = 0; j < d; j++) {
            int latent = j;
            var ols = new OLSMultipleLinearRegression();
            ols.newSampleData(
                    Arrays.stream(latents)
                            .mapToDouble(row -> (1 - row[latent]) / 2)
                            .toArray(),
                    images);
            error += ols.calculateResidualSumOfSquares() / (1 << d) / d;
        }
        double exact = Identification.of(latents, images)
                .cube()
                .orElseThrow()
                .identificationError()
                .orElseThrow()
                .doubleValue();
        assertThat(exact).isEqualTo(error, within(CLOSE));
    }
}
