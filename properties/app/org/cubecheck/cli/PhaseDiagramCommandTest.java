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
    void energies_by_level_say_what_a_penalty_by_level_identifies() throws Exception {
        assertThat(Run.of("phase-diagram", "--energies", "0.08,0.04,0,0,0").out())
                .isEqualTo("""
                        Energies 2/25, 1/25, 0, 0, 0 at levels 1..5, for any penalty that rises from level to level:
                          drops after 1, 2; identifies: signed permutations, 2^d d! = 3840; no distance looks like \
                        distance 1 (SOFT-DEGREE)
                          a fold x_i -> x_i x_j costs 4/25 (mu_2 - mu_1) more than the latents (SOFT-TIE)
                        """);
        assertThat(Run.of("phase-diagram", "--energies", "1,1,0,0").out())
                .contains("drops after 2; does not identify: folded (d+1)-cube", "costs as much as the latents");
        assertThat(Run.of("phase-diagram", "--energies", "1,2,0").out())
                .contains("the energy rises after level 1, so SOFT-DEGREE says nothing", "costs 2 (mu_2 - mu_1) less");
        assertThat(Run.of("phase-diagram", "--energies", "1,1/2,1/4").out())
                .contains("drops after 1, 2; identifies")
                .doesNotContain("SOFT-TIE");
        var json = new ObjectMapper()
                .readTree(
                        Run.of("phase-diagram", "--energies", "1,2,0", "--json").out());
        assertThat(json.get("foldCostsMore").asText()).isEqualTo("-2");
        assertThat(json.get("rises")).hasSize(1);
        assertThat(json.has("rows")).isFalse();
    }

    @Test
    void energies_that_are_none_get_one_line() {
        assertThat(Run.of("phase-diagram", "--energies", "1"))
                .isEqualTo(new Run(
                        2, "", "cubecheck: --energies: one number for each level 1..d, d within 2..500, not 1\n"));
        assertThat(Run.of("phase-diagram", "--energies", "1,-1").err())
                .isEqualTo("cubecheck: --energies: an energy is not negative, as -1 is\n");
        assertThat(Run.of("phase-diagram", "--energies", "1,x").code()).isEqualTo(2);
        assertThat(Run.of("phase-diagram", "--energies", "1,0", "--drops", "1").err())
                .contains("name one of them");
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
