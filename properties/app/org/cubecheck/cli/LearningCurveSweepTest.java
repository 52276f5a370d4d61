package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurveSweepTest {

    @TempDir
    Path folder;

    private Run curve(String... more) {
        return Run.of(
                Stream.concat(Stream.of("sweep", "learning-curve", "--reports", folder.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void the_numbers_are_those_of_the_command() throws Exception {
        var run =
                curve("--dimension", "3", "--tasks", "all", "--samples", "1200", "--seed", "4", "--observations", "4");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("This is an estimate", "No number of tasks comes to more than 1/840.");
        var mapper = new ObjectMapper();
        var rows = mapper.readTree(Files.readString(folder.resolve("sweeps/learning-curve-d3-m4-all-seed-4.json")))
                .at("/tables/0/rows");
        // The same question with other observations, and with another seed, is another curve.
        assertThat(curve("--tasks", "all", "--samples", "20", "--seed", "4").code())
                .isZero();
        assertThat(curve("--tasks", "all", "--samples", "20").code()).isZero();
        assertThat(folder.resolve("sweeps").toFile().list())
                .containsExactlyInAnyOrder(
                        "learning-curve-d3-m4-all-seed-4.json",
                        "learning-curve-d3-m3-all-seed-4.json",
                        "learning-curve-d3-m3-all-seed-1.json");
        var command = mapper.readTree(Run.of(
                                "learning-curve",
                                "-d",
                                "3",
                                "--tasks",
                                "all",
                                "--samples",
                                "1200",
                                "--seed",
                                "4",
                                "--observations",
                                "4",
                                "--json")
                        .out())
                .get("rows");
        assertThat(rows.size()).isEqualTo(command.size()).isEqualTo(8);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.at("/" + i + "/0").asText())
                    .isEqualTo(command.at("/" + i + "/tasks").asText());
            assertThat(rows.at("/" + i + "/1").asText())
                    .isEqualTo(command.at("/" + i + "/identified").asText());
        }
    }

    @Test
    void wrong_input_is_told_in_one_line() {
        assertThat(curve("--tasks", "most").err()).hasLineCount(1).contains("tasks are all, up-to-K (K within 0..");
        assertThat(curve("--observations", "2").err())
                .hasLineCount(1)
                .contains("--observations lies within 3..12, or is 0, not 2");
        assertThat(curve("--dimension", "5").err()).hasLineCount(1).contains("1..4, not 5");
        assertThat(curve("--claim", "SENSITIVITY").err())
                .hasLineCount(1)
                .contains("learning-curve does not take --claim");
        assertThat(folder.resolve("sweeps")).doesNotExist();
    }
}
