package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cubecheck.identify.Identification.Settings;
import org.junit.jupiter.api.Test;

/** Single measures are those of the whole identification, and noise is at chance however wide it is. */
class MeasuresTest {

    private static double[][] signs(int rows, int d, SplittableRandom random) {
        var z = new double[rows][d];
        for (var row : z) Arrays.setAll(row, j -> 2 * random.nextInt(2) - 1);
        return z;
    }

    private static double[][] noise(int rows, int w, SplittableRandom random) {
        var phi = new double[rows][w];
        for (var row : phi) Arrays.setAll(row, i -> random.nextGaussian());
        return phi;
    }

    @Test
    void each_measure_is_the_one_of_the_identification() {
        var random = new SplittableRandom(1);
        var z = signs(300, 3, random);
        var phi = noise(300, 5, random);
        for (int r = 0; r < 300; r++) {
            for (int j = 0; j < 3; j++) phi[r][j] = (j == 0 ? 1 : -2) * z[r][j] + phi[r][j] / 4;
        }
        var settings = Settings.DEFAULT.withSeed(7);
        var found = Identification.of(Samples.of(z), Samples.of(phi), settings);
        assertThat(Measures.heldOut(z, phi, settings))
                .isEqualTo(found.heldOut())
                .isPresent();
        assertThat(Measures.recovered(z, phi)).isEqualTo(found.recovered()).isPositive();
        assertThat(Measures.chanceOfAll(z, phi)).isEqualTo(found.chanceOfAll());
        assertThat(Correlation.of(Samples.of(phi).column(1), Samples.of(z).column(1)))
                .isEqualTo(found.correlation(1, 1), within(1e-12));
        assertThat(Measures.crossFittedCorrelation(z, phi, 7).orElseThrow()).isBetween(0.9, 1.0);
    }

    @Test
    void noise_is_at_chance_whatever_its_width() {
        double probe = 0;
        double chance = 0;
        double crossFitted = 0;
        double heldOut = 0;
        for (int seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            var z = signs(128, 3, random);
            var phi = noise(128, 60, random);
            var measured =
                    Measures.heldOut(z, phi, Settings.DEFAULT.withSeed(seed)).orElseThrow();
            probe += measured.error().value() / 20;
            chance += measured.chance().value() / 20;
            heldOut += measured.correlation().value() / 20;
            crossFitted += Measures.crossFittedCorrelation(z, phi, seed).orElseThrow() / 20;
        }
        assertThat(probe).isCloseTo(chance, within(0.01)).isGreaterThan(0.24);
        assertThat(heldOut).isCloseTo(0, within(0.08));
        assertThat(crossFitted).isCloseTo(0, within(0.06));
    }

    @Test
    void few_rows_have_no_held_out_measure_and_rows_that_differ_in_number_are_refused() {
        var z = signs(19, 1, new SplittableRandom(2));
        assertThat(Measures.heldOut(z, z, Settings.DEFAULT)).isEmpty();
        assertThat(Measures.crossFittedCorrelation(z, z, 1)).isEmpty();
        assertThatThrownBy(() -> Measures.recovered(z, new double[][] {{1}, {2}}))
                .isInstanceOf(MalformedData.class);
        assertThatThrownBy(() -> Correlation.of(new double[3], new double[2]))
                .hasMessage("3 values and 2 values, not as many");
    }
}
