package org.cubecheck.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines over a numeric axis, as an SVG element whose colours are those of the page, light or dark. */
final class LineChart {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 380;
    private static final Color INK = new Color(1, 2, 3);
    private static final Color FAINT = new Color(4, 5, 6);
    private static final Color CLEAR = new Color(0, 0, 0, 0);
    private static final List<String> LINES =
            List.of("--accent", "--verified", "--survived", "--measured", "--certified", "--refuted", "--undecided");

    private static final int VIOLIN_POINTS = 8;
    private static final int VIOLIN_STEPS = 40;

    private static final Pattern CLIP = Pattern.compile("clip-?\\d+");

    private final XYChart chart;
    private final Map<String, Integer> subjects = new HashMap<>();
    private boolean whole = true;

    LineChart(String x, String y) {
        chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        var style = chart.getStyler();
        style.setChartBackgroundColor(CLEAR);
        style.setPlotBackgroundColor(CLEAR);
        style.setPlotBorderVisible(false);
        style.setChartFontColor(INK);
        style.setLegendPosition(LegendPosition.OutsideE);
        style.setLegendBackgroundColor(CLEAR);
        style.setLegendBorderColor(CLEAR);
        style.setPlotGridLinesColor(FAINT);
        style.setPlotGridLinesStroke(new BasicStroke(1f));
        style.setPlotGridVerticalLinesVisible(false);
        style.setAxisTickMarksColor(FAINT);
        style.setAxisTickLabelsColor(INK);
        style.setXAxisTitleColor(INK);
        style.setYAxisTitleColor(INK);
        var font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
        style.setAxisTickLabelsFont(font);
        style.setAxisTitleFont(font);
        style.setLegendFont(font);
        style.setLocale(Locale.ROOT);
        style.setYAxisDecimalPattern("0.###");
        style.setXAxisDecimalPattern("#,##0.###");
    }

    /** Adds a line. */
    void line(String name, List<Double> x, List<Double> y) {
        series(name, x, y, true);
    }

    /**
     * Adds points, joined or not. Series about one thing share a colour: the quartiles of "a" are thin lines named "a,
     * lower quartile" and "a, upper quartile", and "paper, a" is a mark beside it. Points in one column that are not
     * joined get the outline of a violin.
     */
    void series(String name, List<Double> x, List<Double> y, boolean joined) {
        boolean quartile = name.endsWith(" quartile");
        boolean paper = name.startsWith("paper, ");
        String subject = name.replaceFirst(", (lower|upper) quartile$", "").replaceFirst("^paper, ", "");
        whole &= x.stream().allMatch(value -> value == Math.rint(value));
        int index = index(subject);
        var color = color(index);
        var series = chart.addSeries(name, x, y);
        series.setLineColor(color);
        series.setMarkerColor(color);
        series.setMarker(quartile ? SeriesMarkers.NONE : paper ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
        series.setShowInLegend(!quartile);
        if (!joined) series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        if (!joined && y.size() >= VIOLIN_POINTS && x.stream().distinct().count() == 1)
            violin(name, x.get(0), y, color);
        float width = quartile ? 0.8f : 2f;
        series.setLineStyle(
                index < LINES.size()
                        ? new BasicStroke(width)
                        : new BasicStroke(
                                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {6f, 4f}, 0f));
    }

    /**
     * The outline of a violin: on both sides of the column the density of its points, Gaussian kernels of Silverman's
     * width.
     */
    private void violin(String name, double column, List<Double> values, Color color) {
        var statistics = new DescriptiveStatistics(
                values.stream().mapToDouble(Double::doubleValue).toArray());
        double spread = Math.min(
                statistics.getStandardDeviation(),
                (statistics.getPercentile(75) - statistics.getPercentile(25)) / 1.34);
        if (!(spread > 0)) return;
        double width = 0.9 * spread * Math.pow(values.size(), -0.2);
        double below = statistics.getMin() - 2 * width;
        double low = statistics.getMin() < 0 ? below : Math.max(0, below); // an error has no negative values
        double step = (statistics.getMax() + 2 * width - low) / VIOLIN_STEPS;
        double[] density = IntStream.rangeClosed(0, VIOLIN_STEPS)
                .mapToDouble(i -> values.stream()
                        .mapToDouble(value -> Math.exp(-0.5 * Math.pow((low + i * step - value) / width, 2)))
                        .sum())
                .toArray();
        double most = Arrays.stream(density).max().orElseThrow();
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        for (int i = 0; i <= 2 * VIOLIN_STEPS + 1; i++) {
            boolean up = i <= VIOLIN_STEPS;
            int j = up ? i : 2 * VIOLIN_STEPS + 1 - i;
            x.add(column + (up ? -0.4 : 0.4) * density[j] / most);
            y.add(low + j * step);
        }
        x.add(x.get(0));
        y.add(y.get(0));
        var outline = chart.addSeries(name + ", density", x, y);
        outline.setLineColor(color);
        outline.setMarker(SeriesMarkers.NONE);
        outline.setShowInLegend(false);
        outline.setLineStyle(new BasicStroke(1f));
    }

    private int index(String subject) {
        if (!subjects.containsKey(subject)) subjects.put(subject, subjects.size());
        return subjects.get(subject);
    }

    String svg() {
        // There is nothing between two settings, or between two numbers of tasks.
        if (whole)
            chart.getStyler()
                    .setXAxisTickLabelsFormattingFunction(
                            x -> x == Math.rint(x) ? String.format(Locale.ROOT, "%,.0f", x) : " ");
        try {
            return inline(new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * As a part of the page: without prologue and namespaces, with names that no other chart has, in the colours of the
     * page.
     */
    private String inline(String svg) {
        String element = svg.substring(svg.indexOf("<svg"))
                .replaceFirst("<svg[^>]*>", "<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\">")
                .replace(css(INK), "var(--soft)")
                .replace(css(FAINT), "var(--line)");
        for (int i = 0; i < LINES.size(); i++) element = element.replace(css(color(i)), "var(" + LINES.get(i) + ")");
        var names = new LinkedHashMap<String, String>();
        String prefix = "chart"
                + Integer.toHexString(CLIP.matcher(element).replaceAll("").hashCode()) + "-";
        return CLIP.matcher(element)
                .replaceAll(name -> names.computeIfAbsent(name.group(), n -> prefix + names.size()));
    }

    private static Color color(int index) {
        return new Color(10, 10, 10 + index % LINES.size());
    }

    private static String css(Color color) {
        return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
    }
}
