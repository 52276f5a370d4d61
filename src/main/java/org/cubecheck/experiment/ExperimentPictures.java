package org.cubecheck.experiment;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Drawings of results as the paper draws them, with the paper's values beside. The same result gives the same drawing. */
public final class ExperimentPictures {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 420;
  private static final List<Color> COLORS = List.of(new Color(0x88, 0x88, 0x88), new Color(0xD5, 0x5E, 0x00), new Color(0x00, 0x9E, 0x73), new Color(0x00, 0x72, 0xB2));

  /** The paper's errors after its last iteration, read off the plots, by degree and number of tasks. */
  private static final Map<Integer, Map<Integer, Double>> PAPER = Map.of(
      2, Map.of(1, 0.19, 4, 0.22, 8, 0.18, 64, 0.07), 3, Map.of(1, 0.26, 4, 0.21, 8, 0.10, 64, 0.065), 4, Map.of(1, 0.225, 4, 0.225, 8, 0.165, 64, 0.055));

  private ExperimentPictures() {}

  /** The drawings of a result as SVG documents, by a name for the file; none where the cells are not all there. */
  public static Map<String, String> of(ExperimentResult result) {
    Map<String, String> pictures = new LinkedHashMap<>();
    var cells = result.cells().stream().map(CellResult::cell).toList();
    switch (result.experiment()) {
      case "identification" -> {
        for (int q = 2; q <= 4; q++) {
          String panel = "q=" + q + " ";
          if (cells.stream().anyMatch(cell -> cell.startsWith(panel))) pictures.put("identification-" + q, curves(result, q));
        }
      }
      case "controls" -> pictures.put("controls", boxes(result, cells, "probe", "probe error (chance 0.242)", false));
      case "boundary" -> pictures.put("boundary", boxes(result, cells, "lost", "error for the latents minus error for the nearest frame", false));
      case "extrapolation" -> pictures.put("extrapolation", boxes(result, cells, "test", "log10 of the test error on [-2,2)", true));
      case "laws" -> pictures.put("laws", bars(result));
      default -> { }
    }
    return pictures;
  }

  /** The error against iterations: median and quartiles over seeds for each number of tasks, the paper's last values as single marks. */
  private static String curves(ExperimentResult result, int q) {
    var chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title("Tasks of degree " + q).xAxisTitle("iterations").yAxisTitle("probe error").build();
    style(chart.getStyler());
    chart.getStyler().setYAxisMin(0.0);
    int at = 0;
    for (int n : new int[] {1, 4, 8, 64}) {
      var color = COLORS.get(at++);
      var cell = result.cells().stream().filter(c -> c.cell().equals(Experiments.juntas(q, n))).findFirst();
      if (cell.isEmpty()) continue;
      var moments = cell.get().seeds().get(0).checkpoints().stream().map(Checkpoint::step).toList();
      for (double fraction : new double[] {0.5, 0.25, 0.75}) {
        var y = new ArrayList<Double>();
        for (int i = 0; i < moments.size(); i++) {
          int moment = i;
          y.add(Statistics.quantile(cell.get().seeds().stream().mapToDouble(seed -> seed.checkpoints().get(moment).values().get("probe")).toArray(), fraction));
        }
        var line = chart.addSeries(fraction == 0.5 ? "n = " + n : "n = " + n + ", quartile " + fraction, moments.stream().map(Double::valueOf).toList(), y);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(color);
        line.setLineStyle(new BasicStroke(fraction == 0.5 ? 2.2f : 0.7f));
        line.setShowInLegend(fraction == 0.5);
      }
      var paper = chart.addSeries("paper, n = " + n, List.of((double) moments.get(moments.size() - 1)), List.of(PAPER.get(q).get(n)));
      paper.setMarker(SeriesMarkers.DIAMOND);
      paper.setMarkerColor(color);
      paper.setLineColor(color);
    }
    return svg(chart);
  }

  private static String boxes(ExperimentResult result, List<String> cells, String value, String axis, boolean logarithmic) {
    var chart = new BoxChartBuilder().width(WIDTH + 260).height(HEIGHT).yAxisTitle(axis).build();
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setXAxisLabelRotation(20);
    style(chart.getStyler());
    for (var cell : cells)
      chart.addSeries(cell, Arrays.stream(result.cell(cell).last(value)).map(x -> logarithmic ? Math.log10(Math.max(1e-9, x)) : x).boxed().toList());
    return svg(chart);
  }

  private static String bars(ExperimentResult result) {
    var chart = new CategoryChartBuilder().width(WIDTH + 160).height(HEIGHT).yAxisTitle("error of the velocity outside the training range").build();
    style(chart.getStyler());
    var motions = Arrays.stream(Motion.values()).filter(motion -> result.cells().stream().anyMatch(c -> c.cell().equals(Experiments.moving(motion, PhysicalLaws.Model.USUAL)))).toList();
    var names = motions.stream().map(motion -> motion.name().toLowerCase(Locale.ROOT).replace('_', ' ')).toList();
    for (var model : List.of(PhysicalLaws.Model.USUAL, PhysicalLaws.Model.MODIFIED)) {
      var medians = new ArrayList<Double>();
      var spread = new ArrayList<Double>();
      for (var motion : motions) {
        var values = result.cell(Experiments.moving(motion, model)).last("velocityOutside");
        medians.add(Statistics.median(values));
        spread.add((Statistics.quantile(values, 0.75) - Statistics.quantile(values, 0.25)) / 2);
      }
      chart.addSeries(model == PhysicalLaws.Model.USUAL ? "transformer" : "modified", names, medians, spread);
    }
    var paper = Map.of(Motion.PARABOLIC, List.of(0.16, 0.07), Motion.COLLISION, List.of(0.29, 0.13));
    for (int i = 0; i < 2; i++) {
      int which = i;
      chart.addSeries(i == 0 ? "paper: transformer" : "paper: theirs", names, motions.stream().map(motion -> paper.containsKey(motion) ? paper.get(motion).get(which) : 0.0).toList());
    }
    return svg(chart);
  }

  private static void style(Styler style) {
    style.setChartBackgroundColor(Color.WHITE);
    style.setLegendPosition(Styler.LegendPosition.OutsideE);
    style.setLegendBorderColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setLocale(Locale.ROOT);
  }

  private static String svg(Chart<?, ?> chart) {
    var bytes = new ByteArrayOutputStream();
    try {
      VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
