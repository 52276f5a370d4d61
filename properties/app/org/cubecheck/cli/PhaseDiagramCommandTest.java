package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseDiagramCommandTest {

    @Test
    void odd_drops_identify_and_even_ones_leave_the_folded_cube() {
        assertThat(Run.of("phase-diagram", "--max-dimension", "7").out())
                .containsPattern("\n +7  1, 3, 5 +2, 4 +6\n")
                .containsPattern("\n +2  1 +- +-\n");
    }

    @Test
    void two_drops_may_identify_where_neither_does() {
        var run = Run.of("phase-diagram", "--max-dimension", "4", "--drops", "2,3");
        assertThat(run.out()).contains("4  identifies: signed permutations, 2^d d! = 384");
        assertThat(Run.of("phase-diagram", "--max-dimension", "4", "--drops", "2")
                        .out())
                .contains("3  does not identify: full parity kept, 2 ((2^(d-1))!)^2 = 1152; distance 1 looks like 3")
                .contains("4  does not identify: folded (d+1)-cube, 2^d (d+1)! = 1920; distance 1 looks like 4");
    }

    @Test
    void every_row_is_there_as_json() throws Exception {
        var json = new ObjectMapper()
                .readTree(Run.of("phase-diagram", "--max-dimension", "40", "--json")
                        .out());
        assertThat(json.get("rows")).hasSize(40 * 39 / 2);
        assertThat(json.get("rows").get(2).get("order").asText()).isEqualTo("1152");
        for (var row : json.get("rows")) {
            int d = row.get("dimension").asInt();
            int k = row.get("drops").get(0).asInt();
            assertThat(row.get("identifies").asBoolean()).isEqualTo(d == 2 || k % 2 == 1 && k <= d - 2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--max-dimension 501 | --max-dimension lies within 2..500, not 501",
                "--max-dimension 4 --drops 4 | --drops lies within 1..3, not 4",
                "--drops x | Invalid value for option '--drops'"
            })
    void what_cannot_be_is_refused_in_one_line(String arguments, String complaint) {
        var run = Run.of(("phase-diagram " + arguments).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(complaint);
        assertThat(run.out()).isEmpty();
    }
}
