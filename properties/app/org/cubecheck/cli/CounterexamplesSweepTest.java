package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterexamplesSweepTest {

    @TempDir
    Path folder;

    private Run counterexamples(String... more) {
        return Run.of(Stream.concat(
                        Stream.of("sweep", "counterexamples", "--samples", "60", "--reports", folder.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void a_control_is_refuted_before_the_referee_and_kept() throws Exception {
        var run = counterexamples("--claim", "c-inverse-degree", "--dimension", "5");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "60 of the restarts came to a transform that refutes C-INVERSE-DEGREE, a control, as must be.",
                        "The referee accepts this inverse-degree-differs.",
                        "As expected.");
        var file = folder.resolve("sweeps/counterexamples-c-inverse-degree-d5.json");
        var json = new ObjectMapper().readTree(Files.readString(file));
        assertThat(json.at("/options/samples").asText()).isEqualTo("60");
        var bytes = Files.readString(file);
        counterexamples("--claim", "C-INVERSE-DEGREE", "--dimension", "5", "--threads", "1", "--shards", "1", "-q");
        assertThat(Files.readString(file).replace("C-INVERSE-DEGREE", "c-inverse-degree"))
                .isEqualTo(bytes.replace("C-INVERSE-DEGREE", "c-inverse-degree"));
    }

    @Test
    void a_claim_survives_without_a_word_of_proof() {
        var run = counterexamples("--claim", "MINIMAL-DEGREE", "--dimension", "4", "--seed", "2");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("None refutes MINIMAL-DEGREE. That is no proof", "The least slack was 0", "seed 2")
                .doesNotContain("proved", "verified");
    }

    @Test
    void a_control_without_counterexample_is_not_as_expected() {
        var run = counterexamples("--claim", "C-SUM", "--dimension", "3");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "C-SUM is a control, and was not refuted: either there is no counterexample of this dimension",
                        "NOT AS EXPECTED.");
    }

    @Test
    void wrong_input_is_told_in_one_line() {
        assertThat(counterexamples("--claim", "NOPE").err())
                .hasLineCount(1)
                .contains("no claim or control NOPE", "CENSUS-INVERSE");
        assertThat(counterexamples("--claim", "SENSITIVITY").err())
                .hasLineCount(1)
                .contains("SENSITIVITY is not about single transforms");
        assertThat(counterexamples("--dimension", "7").err())
                .hasLineCount(1)
                .contains("--dimension lies within 1..6, not 7");
        assertThat(counterexamples("--claim", "REARRANGEMENT", "--dimension", "5")
                        .err())
                .hasLineCount(1)
                .contains("dimension 1..4, not 5");
        assertThat(Stream.of("NOPE", "SENSITIVITY")
                        .map(id -> counterexamples("--claim", id).code()))
                .containsOnly(2);
        assertThat(folder.resolve("sweeps")).doesNotExist();
    }
}
