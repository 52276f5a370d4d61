package org.cubecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cubecheck.claim.Certificate;
import org.cubecheck.report.Figure.Cell;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PicturesTest {

    private static Certificate group(int d, List<Integer> drops, String group) {
        return Certificate.of("minimiser-group")
                .with("dimension", d)
                .with("drops", drops)
                .with("group", group)
                .with("order", "48")
                .reading("");
    }

    @Test
    void the_phase_diagram_has_a_row_for_each_dimension_and_a_column_for_each_single_drop() {
        var figures = Pictures.of(List.of(
                group(2, List.of(), "ALL"),
                group(2, List.of(1), "SIGNED_PERMUTATIONS"),
                group(3, List.of(1), "SIGNED_PERMUTATIONS"),
                group(3, List.of(2), "PARITY"),
                group(3, List.of(1, 2), "SIGNED_PERMUTATIONS")));
        var grid = figures.get(0).grids().get(0);
        assertThat(grid.columns()).containsExactly("none", "k = 1", "k = 2");
        assertThat(grid.lines()).extracting(Figure.Line::head).containsExactly("d = 2", "d = 3");
        assertThat(grid.lines().get(1).cells()).extracting(Cell::text).containsExactly("", "P D", "parity");
    }

    @Test
    void the_census_is_drawn_where_there_is_something_to_see() {
        var one = Certificate.of("inverse-degree-census")
                .with("dimension", 1)
                .with("rows", List.of(List.of(1, 1, 2)))
                .reading("");
        var three = Certificate.of("inverse-degree-census")
                .with("dimension", 3)
                .with("rows", List.of(List.of(3, 3, 48), List.of(5, 6, 288), List.of(6, 5, 288)))
                .reading("");
        var grids = Pictures.of(List.of(one, three)).get(0).grids();
        assertThat(grids).singleElement().satisfies(grid -> {
            assertThat(grid.columns()).containsExactly("3", "5", "6");
            assertThat(grid.lines().get(1).cells()).extracting(Cell::text).containsExactly("", "", "288");
        });
    }

    @Test
    void learning_curves_are_a_chart_in_the_colours_of_the_page_that_is_the_same_every_time() throws Exception {
        var curve = Certificate.of("learning-curve")
                .with("dimension", 2)
                .with("density", List.of(4, 2, 1))
                .with("rows", List.of(List.of("0", "1", "3"), List.of("1", "1", "2"), List.of("2", "1", "1")))
                .reading("");
        String svg = Pictures.of(List.of(curve)).get(0).chart();
        assertThat(svg)
                .startsWith("<svg viewBox")
                .contains("var(--accent)", "var(--soft)")
                .doesNotContain("http", "rgb(10,10,", "<?xml", "<!DOCTYPE");
        assertThat(Pictures.of(List.of(curve)).get(0).chart()).isEqualTo(svg);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void the_largest_degrees_are_told_from_the_bound() {
        var least = Certificate.of("largest-degree")
                .with("d", 2)
                .with("m", 2)
                .with("degree", 3)
                .reading("");
        var bound = Certificate.of("largest-degree")
                .with("d", 3)
                .with("m", 3)
                .with("degree", 9)
                .reading("");
        var lines = Pictures.of(List.of(least, bound)).get(0).grids().get(0).lines();
        assertThat(lines.get(0).cells().get(0).kind()).isEqualTo("survived");
        assertThat(lines.get(1).cells().get(1).kind()).isEqualTo("verified");
    }

    @Test
    void the_degrees_of_transforms_are_added_up_over_their_coordinates() {
        var census = Certificate.of("degree-census")
                .with("dimension", 2)
                .with(
                        "rows",
                        List.of(
                                Map.of("degrees", List.of(1, 1), "count", 8),
                                Map.of("degrees", List.of(1, 2), "count", 8),
                                Map.of("degrees", List.of(2, 1), "count", 8)))
                .reading("");
        var grid = Pictures.of(List.of(census)).get(0).grids().get(0);
        assertThat(grid.columns()).containsExactly("d = 2");
        assertThat(grid.lines()).extracting(Figure.Line::head).containsExactly("2", "3");
        assertThat(grid.lines().get(1).cells()).extracting(Cell::text).containsExactly("16");
    }

    @Test
    void tasks_of_an_exact_degree_show_the_least_mean() {
        var least = Certificate.of("exact-degree-least")
                .with("dimension", 2)
                .with("taskDegree", 2)
                .with("tasks", 10)
                .with("least", 18)
                .reading("");
        assertThat(Pictures.of(List.of(least))
                        .get(0)
                        .grids()
                        .get(0)
                        .lines()
                        .get(0)
                        .cells())
                .containsExactly(new Cell(
                        "1.800",
                        "survived",
                        0,
                        "d = 2, tasks of degree 2: the least mean degree over all transforms is 1.8"));
    }

    @Test
    void a_plot_shared_by_estimates_is_drawn_once() {
        var plot = new org.cubecheck.claim.Plot(
                "c",
                "x",
                "y",
                List.of(new org.cubecheck.claim.Plot.Series("s", List.of(1.0, 2.0), List.of(3.0, 4.0), false)));
        assertThat(Pictures.plots(List.of(plot, plot)))
                .singleElement()
                .satisfies(figure -> assertThat(figure.chart()).contains("var(--accent)"));
    }

    @Test
    void other_kinds_are_not_drawn() {
        assertThat(Pictures.of(List.of(Samples.CERTIFICATE))).isEmpty();
    }
}
