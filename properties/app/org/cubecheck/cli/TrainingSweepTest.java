package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cubecheck.experiment.Experiments;
import org.cubecheck.experiment.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSweepTest {

    @TempDir
    Path folder;

    private Run training(String... more) {
        return Run.of(Stream.concat(Stream.of("sweep", "training", "--reports", folder.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void an_experiment_without_a_gate_is_an_observation() throws Exception {
        var run = training("--experiment", "frames", "--seed", "5", "--samples", "1");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "frames, quick: 1 seed, 5..5",
                        "No gate: an observation, which decides nothing.",
                        "As expected.")
                .doesNotContain("were fixed");
        assertThat(new ObjectMapper()
                        .readTree(Files.readString(folder.resolve("sweeps/training-frames.json")))
                        .at("/tables/0/rows")
                        .size())
                .isEqualTo(1);
    }

    /** One of the quickest experiments. */
    @Tag("thorough")
    @Test
    void on_other_seeds_gates_decide_nothing() throws Exception {
        var run = training("--experiment", "boundary", "--seed", "5", "--samples", "1");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "boundary, quick: 1 seed, 5..5",
                        "The gates were fixed for other seeds, 1000..1007: here they describe, they decide nothing.",
                        "As expected.");
        var json = new ObjectMapper().readTree(Files.readString(folder.resolve("sweeps/training-boundary.json")));
        assertThat(json.at("/tables/1/rows").size())
                .isEqualTo(Experiments.named("boundary").cells(Size.QUICK).size());
        assertThat(json.at("/tables/1/rows/0/1").asText()).isEqualTo("5");
    }

    @Test
    void wrong_input_is_told_in_one_line() {
        assertThat(training("--experiment", "nope").err()).hasLineCount(1).contains("no experiment nope");
        assertThat(training("--size", "big").err()).hasLineCount(1).contains("is not one of quick, full");
        assertThat(training("--samples", "0").err()).hasLineCount(1).contains("--samples lies within 1..");
        assertThat(training("--dimension", "3").err()).hasLineCount(1).contains("training does not take --dimension");
        assertThat(training("--size", "big").code()).isEqualTo(2);
        assertThat(folder.resolve("sweeps")).doesNotExist();
    }
}
