package org.cubecheck.report;

import java.util.List;

/**
 * A drawing of evidence: a table of cells, or a chart.
 *
 * @param caption what is to be seen
 * @param grids tables of cells, each drawn on its own
 * @param legend what the kinds of cells mean
 * @param chart an SVG element; empty where there are tables
 */
public record Figure(String caption, List<Grid> grids, List<Key> legend, String chart) {

    /**
     * A table of cells.
     *
     * @param corner what rows and columns are, for the corner
     */
    public record Grid(String corner, List<String> columns, List<Line> lines) {}

    /** A row of a table. */
    public record Line(String head, List<Cell> cells) {}

    /**
     * One cell.
     *
     * @param text what it says; empty for a cell outside the table
     * @param kind its class of colour, a verdict's name or {@code heat}
     * @param heat 0..100, how strongly it is coloured where the kind is heat
     * @param meaning the same in words
     */
    public record Cell(String text, String kind, int heat, String meaning) {
        static final Cell NONE = new Cell("", "none", 0, "");
    }

    /** An entry of a legend. */
    public record Key(String text, String kind, String meaning) {}

    /** Tables; of the legend what occurs in them. */
    static Figure of(String caption, List<Grid> grids, List<Key> legend) {
        var kinds = grids.stream()
                .flatMap(grid -> grid.lines().stream())
                .flatMap(line -> line.cells().stream())
                .map(Cell::kind)
                .toList();
        return new Figure(
                caption,
                List.copyOf(grids),
                legend.stream().filter(key -> kinds.contains(key.kind())).toList(),
                "");
    }

    static Figure chart(String caption, String svg) {
        return new Figure(caption, List.of(), List.of(), svg);
    }
}
