package org.cubecheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.paper.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class MathMlTest {

    /** A formula that the converter does not know fails the build here. */
    static Stream<String> every_formula_of_every_claim_and_control() {
        return Paper.claims().stream()
                .flatMap((Claim<?> claim) -> Stream.concat(
                        Stream.of(claim.proposition().formula()),
                        claim.controls().stream()
                                .map((Control<?> control) ->
                                        control.proposition().formula())))
                .filter(formula -> !formula.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("every_formula_of_every_claim_and_control")
    void is_understood_and_becomes_well_formed_markup(String formula) {
        assertThat(MathMl.of(formula)).isNotEmpty().allSatisfy(MathMlTest::parses);
    }

    private static void parses(String markup) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(markup)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x                | <mrow><mi>x</mi></mrow>",
                "T_i              | <mrow><msub><mi>T</mi><mi>i</mi></msub></mrow>",
                "2^{-n}           | <mrow><msup><mn>2</mn><mrow><mo form=\"prefix\" lspace=\"0\" "
                        + "rspace=\"0\">−</mo><mi>n</mi></mrow></msup></mrow>",
                "a - b            | <mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>",
                "\\frac{1}{2}     | <mrow><mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac></mrow>",
                "\\deg T          | <mrow><mi>deg</mi><mspace width=\"0.167em\"/><mi>T</mi></mrow>",
                "\\deg(f)         | <mrow><mi>deg</mi><mo stretchy=\"false\">(</mo><mi>f</mi><mo "
                        + "stretchy=\"false\">)</mo></mrow>",
                "\\sum_{i}^{d} x  | "
                        + "<mrow><munderover><mo>∑</mo><mrow><mi>i</mi></mrow><mrow><mi>d</mi></mrow></munderover><mi>x</mi></mrow>",
                "\\max_k x        | <mrow><munder><mi>max</mi><mi>k</mi></munder><mspace "
                        + "width=\"0.167em\"/><mi>x</mi></mrow>",
                "\\mathbb{R}      | <mrow><mi>ℝ</mi></mrow>",
                "\\mathcal{P}_k   | <mrow><msub><mi>𝒫</mi><mi>k</mi></msub></mrow>",
                "\\hat f          | <mrow><mover accent=\"true\"><mi>f</mi><mo stretchy=\"false\">^</mo></mover></mrow>",
                "a < b            | <mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>",
                "f'               | <mrow><msup><mi>f</mi><mrow><mo lspace=\"0\" "
                        + "rspace=\"0\">′</mo></mrow></msup></mrow>",
            })
    void a_formula_becomes_the_markup_that_the_standard_asks_for(String formula, String row) {
        assertThat(MathMl.of(formula)).singleElement().asString().contains("<semantics>" + row + "<annotation");
    }

    @Test
    void the_parts_between_wide_spaces_and_from_outer_implications_on_are_formulas_of_their_own() {
        assertThat(MathMl.of("a = b, \\qquad c = d")).hasSize(2);
        assertThat(MathMl.of("a \\implies b \\iff c")).hasSize(3);
        assertThat(MathMl.of("\\{a \\implies b\\} \\iff \\left( c \\iff d \\right), x_{p \\implies q}"))
                .hasSize(3);
    }

    @Test
    void text_is_escaped() {
        assertThat(MathMl.of("\\text{<script>}"))
                .singleElement()
                .asString()
                .contains("<mtext>&lt;script&gt;</mtext>")
                .doesNotContain("<script>");
    }

    @Test
    void a_formula_that_is_not_understood_is_told_with_its_claim_or_control() {
        var domains = List.of(Domain.list("one point", 1, List.of(0)));
        var control = new Control<>(
                "C-MINE", "", new Proposition<>("Not so.", "\\deg f \\foo", domains, point -> Outcome.holds()));
        var claim = new Claim<>(
                "MINE",
                "",
                "",
                new Source(Provenance.EXTENSION, "", "", ""),
                List.of(),
                "",
                new Proposition<>("So.", "", domains, point -> Outcome.holds()),
                List.of(control));
        assertThat(Problems.inFormulas(claim))
                .containsExactly("C-MINE: shown as it is typed, for unknown command \\foo before position 11 of the "
                        + "formula \\deg f \\foo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\foo",
                "{x",
                "x}",
                "x^",
                "x_a_b",
                "\\frac{1}",
                "\\left( x",
                "#",
                "\\",
                "\\text{\\deg}",
                "\\left x \\right)",
                "é"
            })
    void what_is_not_understood_is_an_error(String formula) {
        assertThatThrownBy(() -> MathMl.of(formula))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of the formula");
    }
}
