package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningCurveCommandTest {

    @Test
    void an_exact_curve_is_printed_with_its_ceiling() {
        var run = Run.of("learning-curve", "-d", "2", "--tasks", "all", "--exact", "--numbers", "0,1,3");
        assertThat(run.out()).contains("0  0.3333", "1/3", "7/24", "355/1536", "No number of tasks exceeds 1/3");
    }

    @Test
    void a_simulated_curve_is_reproducible_and_near_the_exact_one() throws Exception {
        String[] arguments = {
            "learning-curve",
            "-d",
            "2",
            "--tasks",
            "falling-3",
            "--numbers",
            "0,4,8",
            "--samples",
            "4000",
            "--seed",
            "5",
            "--json"
        };
        var json = new ObjectMapper().readTree(Run.of(arguments).out());
        assertThat(Run.of(arguments).out()).isEqualTo(Run.of(arguments).out());
        assertThat(json.get("density").toString()).isEqualTo("[9,3,1]");
        assertThat(json.get("ceiling").asText()).isEqualTo("1");
        assertThat(json.get("rows").get(1).get("value").asDouble()).isBetween(0.27, 0.33);
        assertThat(json.get("rows").get(2).get("low").asDouble()).isNotNaN().isLessThan(0.3791);
        assertThat(json.get("rows").get(2).get("high").asDouble()).isNotNaN().isGreaterThan(0.3791);
    }

    @Test
    void the_value_is_the_double_nearest_to_the_probability() throws Exception {
        var json = new ObjectMapper()
                .readTree(Run.of(
                                "learning-curve",
                                "-d",
                                "2",
                                "--tasks",
                                "falling-3",
                                "--exact",
                                "--json",
                                "--numbers",
                                "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15")
                        .out());
        assertThat(json.get("rows")).hasSize(16).allSatisfy(row -> {
            var fraction = row.get("probability").asText().split("/");
            var exact = new BigDecimal(fraction[0])
                    .divide(new BigDecimal(fraction.length > 1 ? fraction[1] : "1"), new MathContext(40));
            assertThat(row.get("value").asDouble()).isEqualTo(exact.doubleValue());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-d 5 --tasks all | --dimension lies within 1..4",
                "-d 4 --tasks all --exact | all world models are enumerated for d within 1..3, not 4",
                "-d 2 --tasks most | falling-F (F within 2..9999) or weights W0,W1,...,W2",
                "-d 2 --tasks up-to-3 | a degree lies within 0..2, not 3",
                "-d 2 --tasks 1,1 | a weight for each degree 0..2, not 2 weights",
                "-d 2 --tasks 0,0,0 | no task has a weight",
                "-d 2 --tasks all --numbers 0,2,1 | --numbers rises, but 1 at position 3 follows 2",
                "-d 2 --tasks all --exact --numbers 2,1 | --numbers rises, but 1 at position 2 follows 2",
                "-d 2 --tasks all --numbers 3,-1 | --numbers lies within 0..100000, not -1",
                "-d 3 --tasks all --exact --numbers 9 | visits",
                "-d 2 --tasks falling-3 --exact --numbers 16 | --exact: an exact curve up to 16 tasks counts "
                        + "weighted sequences of tasks beyond 2^63 - 1; for these weights up to 15 are accepted",
                "-d 3 --tasks all --exact --observations 4 | --exact goes with --observations 3 or 0",
                "-d 3 --tasks all --observations 2 | --observations lies within 3..12, or is 0, not 2",
                "-d 3 --tasks all --samples 0 | --samples is at least 1, not 0"
            })
    void what_cannot_be_is_refused_in_one_line(String arguments, String complaint) {
        var run = Run.of(("learning-curve " + arguments).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(complaint).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }
}
