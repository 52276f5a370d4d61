package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cubecheck.cube.BooleanCensus;
import org.cubecheck.cube.BooleanFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsSweepTest {

    @TempDir
    Path folder;

    private Run functions(String... more) {
        return Run.of(Stream.concat(Stream.of("sweep", "functions", "--reports", folder.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void the_census_adds_up_and_is_kept() throws Exception {
        var run = functions("--dimension", "4");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "222 classes hold 65,536 Boolean functions of 4 variables.",
                        "as many classes as Burnside's lemma counts",
                        "The degrees are those of the census by matching halves.",
                        "As expected.");
        var json = new ObjectMapper().readTree(Files.readString(folder.resolve("sweeps/functions-n4.json")));
        assertThat(json.at("/tables/0/rows/2/2").asText())
                .isEqualTo(BooleanCensus.count(4).get(2).toString());
    }

    @Test
    void a_claim_holds_and_its_control_is_refuted_before_the_referee() {
        var claim = functions("--dimension", "4", "--claim", "sensitivity");
        assertThat(claim.code()).isZero();
        assertThat(claim.out())
                .contains(
                        "SENSITIVITY fails nowhere.",
                        "Assumed: the statement is invariant",
                        "One random image of each representative");
        var control = functions("--dimension", "4", "--claim", "C-SENSITIVITY-LINEAR");
        assertThat(control.code()).isZero();
        long failing = IntStream.range(0, 1 << 16)
                .mapToObj(table -> BooleanFunction.ofTable(4, table))
                .filter(f -> f.degree() > f.sensitivity())
                .count();
        assertThat(control.out())
                .contains(
                        String.format(Locale.ROOT, "C-SENSITIVITY-LINEAR fails for %,d functions", failing),
                        "The referee accepts this degree-above-sensitivity.");
        assertThat(folder.resolve("sweeps/functions-c-sensitivity-linear-n4.json"))
                .exists();
    }

    @Test
    void a_control_that_nothing_refutes_is_not_as_expected() {
        var run = functions("--dimension", "1", "--claim", "C-GF2-EQUALS-REAL");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("no function of one variable refutes it", "NOT AS EXPECTED.");
    }

    @Test
    void wrong_input_is_told_in_one_line() {
        assertThat(functions("--claim", "NOPE").err())
                .hasLineCount(1)
                .contains("no claim or control NOPE", "SENSITIVITY");
        assertThat(functions("--claim", "MINIMAL-DEGREE").err())
                .hasLineCount(1)
                .contains("MINIMAL-DEGREE is not about single Boolean functions");
        assertThat(functions("--dimension", "6").err()).hasLineCount(1).contains("--dimension lies within 1..5, not 6");
        assertThat(functions("--samples", "6").err()).hasLineCount(1).contains("functions does not take --samples");
        assertThat(Stream.of("NOPE", "C-JUNTA-REAL")
                        .map(id -> functions("--claim", id).code()))
                .containsOnly(2);
        assertThat(folder.resolve("sweeps")).doesNotExist();
    }
}
