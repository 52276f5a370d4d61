package org.cubecheck.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Plot;
import org.cubecheck.report.Figure.Cell;
import org.cubecheck.report.Figure.Grid;
import org.cubecheck.report.Figure.Key;
import org.cubecheck.report.Figure.Line;

/**
 * Drawings of evidence: the one place where a kind of certificate gets a picture, made of all the certificates of its
 * kind.
 */
final class Pictures {

    private static final Map<String, Function<List<Map<String, Object>>, Figure>> BY_KIND = Map.of(
            "degree-census", Pictures::degrees,
            "exact-degree-least", Pictures::exactDegrees,
            "inverse-degree-census", Pictures::census,
            "largest-degree", Pictures::largestDegrees,
            "learning-curve", Pictures::learningCurves,
            "minimiser-group", Pictures::phaseDiagram);

    private static final Map<String, Key> GROUPS = groups();

    private Pictures() {}

    /** Whether certificates of this kind are drawn. */
    static boolean draws(String kind) {
        return BY_KIND.containsKey(kind);
    }

    /** A figure for each kind among the certificates that is drawn. */
    static List<Figure> of(List<Certificate> certificates) {
        var kinds = new LinkedHashMap<String, List<Map<String, Object>>>();
        certificates.stream()
                .filter(c -> draws(c.kind()))
                .forEach(c ->
                        kinds.computeIfAbsent(c.kind(), k -> new ArrayList<>()).add(c.data()));
        return kinds.entrySet().stream()
                .map(entry -> BY_KIND.get(entry.getKey()).apply(entry.getValue()))
                .toList();
    }

    /** A figure for each plot. */
    static List<Figure> plots(List<Plot> plots) {
        return plots.stream()
                .distinct()
                .map(plot -> {
                    var chart = new LineChart(plot.x(), plot.y());
                    plot.series()
                            .forEach(series -> chart.series(series.name(), series.xs(), series.ys(), series.joined()));
                    return Figure.chart(plot.caption(), chart.svg());
                })
                .toList();
    }

    private static int integer(Map<String, Object> data, String key) {
        return Math.toIntExact((Long) data.get(key));
    }

    private static List<List<?>> rows(Map<String, Object> data) {
        var rows = new ArrayList<List<?>>();
        ((List<?>) data.get("rows")).forEach(row -> rows.add((List<?>) row));
        return rows;
    }

    private static Map<String, Key> groups() {
        var groups = new LinkedHashMap<String, Key>();
        groups.put(
                "SIGNED_PERMUTATIONS",
                new Key("P D", "verified", "signed permutations only: the latents are identified"));
        groups.put("FOLDED_CUBE", new Key("fold", "survived", "automorphisms of the folded cube: not identified"));
        groups.put("PARITY", new Key("parity", "measured", "whatever keeps the full parity: not identified"));
        groups.put("ALL", new Key("all", "undecided", "every invertible transform: no preference at all"));
        return groups;
    }

    /** Dimension against the one degree after which the density drops. */
    private static Figure phaseDiagram(List<Map<String, Object>> all) {
        var cells = new TreeMap<Integer, Map<Integer, Cell>>();
        int last = 0;
        for (var data : all) {
            var drops = (List<?>) data.get("drops");
            if (drops.size() > 1) continue;
            int d = integer(data, "dimension");
            int k = drops.isEmpty() ? 0 : Math.toIntExact((Long) drops.get(0));
            last = Math.max(last, k);
            var key = GROUPS.getOrDefault((String) data.get("group"), new Key("?", "undecided", "another group"));
            String order = Numbers.text(new BigInteger((String) data.get("order")));
            cells.computeIfAbsent(d, dimension -> new TreeMap<>())
                    .put(
                            k,
                            new Cell(
                                    key.text(),
                                    key.kind(),
                                    0,
                                    "d = " + d + ", " + (k == 0 ? "no drop" : "drop after degree " + k) + ": "
                                            + key.meaning() + "; " + order + " minimisers"));
        }
        int columns = last;
        var lines = cells.entrySet().stream()
                .map(row -> new Line(
                        "d = " + row.getKey(),
                        IntStream.rangeClosed(0, columns)
                                .mapToObj(k -> row.getValue().getOrDefault(k, Cell.NONE))
                                .toList()))
                .toList();
        var heads = IntStream.rangeClosed(0, columns)
                .mapToObj(k -> k == 0 ? "none" : "k = " + k)
                .toList();
        return Figure.of(
                "Phase diagram: who minimises the expected degree when the density of tasks drops after one "
                        + "degree k. Odd k ≤ d − 2 identify, even ones do not.",
                List.of(new Grid("latents \\ drop", heads, lines)),
                List.copyOf(GROUPS.values()));
    }

    /** How many transforms have the degree of the row, and an inverse with that of the column. */
    private static Figure census(List<Map<String, Object>> all) {
        var grids = new ArrayList<Grid>();
        for (var data : all) {
            var degrees = new TreeSet<Integer>();
            var counts = new HashMap<List<Integer>, BigInteger>();
            var most = BigInteger.ONE;
            for (var row : rows(data)) {
                int degree = Math.toIntExact((Long) row.get(0));
                int inverse = Math.toIntExact((Long) row.get(1));
                var count = new BigInteger(row.get(2).toString());
                degrees.addAll(List.of(degree, inverse));
                counts.merge(List.of(degree, inverse), count, BigInteger::add);
                most = most.max(count);
            }
            if (degrees.size() < 3) continue;
            double scale = Math.log1p(most.doubleValue());
            var lines = degrees.stream()
                    .map(a -> new Line(
                            a.toString(),
                            degrees.stream()
                                    .map(b -> {
                                        var count = counts.getOrDefault(List.of(a, b), BigInteger.ZERO);
                                        if (count.signum() == 0) return Cell.NONE;
                                        return new Cell(
                                                Numbers.text(count),
                                                "heat",
                                                8 + (int) (72 * Math.log1p(count.doubleValue()) / scale),
                                                "deg T = " + a + ", deg of the inverse = " + b + ": "
                                                        + Numbers.text(count));
                                    })
                                    .toList()))
                    .toList();
            grids.add(new Grid(
                    "d = " + data.get("dimension") + ": deg T \\ deg T⁻¹",
                    degrees.stream().map(Object::toString).toList(),
                    lines));
        }
        return Figure.of(
                "Census: how many invertible transforms have the degree of the row and an inverse with the degree "
                        + "of the column.",
                grids,
                List.of());
    }

    /** How many transforms there are of each degree. */
    private static Figure degrees(List<Map<String, Object>> all) {
        var counts = new TreeMap<Integer, TreeMap<Integer, BigInteger>>();
        var degrees = new TreeSet<Integer>();
        for (var data : all) {
            var column = counts.computeIfAbsent(integer(data, "dimension"), d -> new TreeMap<>());
            for (var entry : (List<?>) data.get("rows")) {
                var map = (Map<?, ?>) entry;
                int degree = ((List<?>) map.get("degrees"))
                        .stream().mapToInt(k -> Math.toIntExact((Long) k)).sum();
                degrees.add(degree);
                column.merge(degree, new BigInteger(map.get("count").toString()), BigInteger::add);
            }
        }
        var lines = degrees.stream()
                .map(k -> new Line(
                        k.toString(),
                        counts.entrySet().stream()
                                .map(column -> {
                                    var count = column.getValue().getOrDefault(k, BigInteger.ZERO);
                                    if (count.signum() == 0) return Cell.NONE;
                                    double scale = Math.log1p(column.getValue().values().stream()
                                            .reduce(BigInteger.ONE, BigInteger::max)
                                            .doubleValue());
                                    return new Cell(
                                            Numbers.text(count),
                                            "heat",
                                            8 + (int) (72 * Math.log1p(count.doubleValue()) / scale),
                                            "d = " + column.getKey() + ": " + Numbers.text(count) + " of degree " + k);
                                })
                                .toList()))
                .toList();
        return Figure.of(
                "Census: how many invertible transforms of d latents have each degree. The least degree, d, "
                        + "belongs to the signed permutations alone.",
                List.of(new Grid(
                        "degree \\ latents",
                        counts.keySet().stream().map(d -> "d = " + d).toList(),
                        lines)),
                List.of());
    }

    /** The least mean degree of tasks of one exact degree, over all transforms. */
    private static Figure exactDegrees(List<Map<String, Object>> all) {
        var cells = new TreeMap<Integer, Map<Integer, Cell>>();
        var columns = new TreeSet<Integer>();
        for (var data : all) {
            int d = integer(data, "dimension");
            int q = integer(data, "taskDegree");
            double mean = (double) integer(data, "least") / integer(data, "tasks");
            columns.add(q);
            cells.computeIfAbsent(d, dimension -> new TreeMap<>())
                    .put(
                            q,
                            new Cell(
                                    String.format(java.util.Locale.ROOT, "%.3f", mean),
                                    mean < q ? "survived" : "verified",
                                    0,
                                    "d = " + d + ", tasks of degree " + q
                                            + ": the least mean degree over all transforms is " + mean));
        }
        var lines = cells.entrySet().stream()
                .map(row -> new Line(
                        "d = " + row.getKey(),
                        columns.stream()
                                .map(q -> row.getValue().getOrDefault(q, Cell.NONE))
                                .toList()))
                .toList();
        return Figure.of(
                "Tasks of degree exactly q: their least mean degree over all invertible transforms. Through a "
                        + "signed permutation it is q itself.",
                List.of(new Grid(
                        "latents \\ degree",
                        columns.stream().map(q -> "q = " + q).toList(),
                        lines)),
                List.of(
                        new Key("< q", "survived", "signed permutations are not among the minimisers"),
                        new Key("= q", "verified", "they are")));
    }

    /** The largest degree that occurs, by latents and observations. */
    private static Figure largestDegrees(List<Map<String, Object>> all) {
        var cells = new TreeMap<Integer, Map<Integer, Cell>>();
        var columns = new TreeSet<Integer>();
        for (var data : all) {
            int d = integer(data, "d");
            int m = integer(data, "m");
            int degree = integer(data, "degree");
            columns.add(m);
            cells.computeIfAbsent(d, dimension -> new TreeMap<>())
                    .put(
                            m,
                            new Cell(
                                    Integer.toString(degree),
                                    degree == d * d ? "verified" : "survived",
                                    0,
                                    "d = " + d + ", m = " + m + ": " + degree
                                            + (degree == d * d ? ", all of d²" : ", less than d² = " + d * d)));
        }
        var lines = cells.entrySet().stream()
                .map(row -> new Line(
                        "d = " + row.getKey(),
                        columns.stream()
                                .map(m -> row.getValue().getOrDefault(m, Cell.NONE))
                                .toList()))
                .toList();
        return Figure.of(
                "The largest degree that a representation can have, by latents d and observed variables m.",
                List.of(new Grid(
                        "latents \\ observed",
                        columns.stream().map(m -> "m = " + m).toList(),
                        lines)),
                List.of(new Key("d²", "verified", "the bound d² is attained"), new Key("n", "survived", "it is not")));
    }

    /** The probability of identification against the number of tasks, a line for each density. */
    private static Figure learningCurves(List<Map<String, Object>> all) {
        var chart = new LineChart("number n of tasks", "probability of identification");
        for (var data : all) {
            var x = new ArrayList<Double>();
            var y = new ArrayList<Double>();
            for (var row : rows(data)) {
                x.add(Double.valueOf(row.get(0).toString()));
                y.add(new BigDecimal(row.get(1).toString())
                        .divide(new BigDecimal(row.get(2).toString()), MathContext.DECIMAL64)
                        .doubleValue());
            }
            chart.line(
                    "d = " + data.get("dimension") + ", density "
                            + data.get("density")
                                    .toString()
                                    .replaceAll("[\\[\\] ]", "")
                                    .replace(',', ':'),
                    x,
                    y);
        }
        return Figure.chart(
                "Exact learning curves: how likely n tasks identify the latents up to permutation and sign, by "
                        + "the density of tasks at degrees 0 : 1 : … : d.",
                chart.svg());
    }
}
