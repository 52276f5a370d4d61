package org.cubecheck.cube;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cubecheck.report.Json;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.XYChartBuilder;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and writes {@code reports/benchmarks.json}, {@code reports/benchmarks.md} and {@code
 * reports/benchmarks.svg}.
 *
 * <p>The transforms take turns in one JVM, see {@link SideBySide}; the definition and the censuses are JMH's. Of the
 * times the median and the least are kept. The tables show the least: other work of the machine only ever adds time.
 * What counts are the ratios.
 */
public final class Benchmarks {

    /** @param name of the method; nanoseconds are a call's */
    private record Figure(String name, Map<String, Integer> at, double median, double least, int iterations) {

        Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("benchmark", name);
            json.putAll(at);
            json.put("nanoseconds", round(median));
            json.put("least", round(least));
            json.put("iterations", iterations);
            return json;
        }

        private static double round(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }

    private static final int[] SIZES = {6, 8, 10, 13, 16, 18, 20, 22, 24};
    private static final int[] SHARED_SIZES = {16, 18, 20, 22, 24};

    private Benchmarks() {}

    /**
     * @param args a regular expression of the JMH benchmarks to run beside the transforms side by side; by default all
     *     but the transforms, {@code none} for none
     */
    public static void main(String[] args) throws RunnerException, IOException {
        var figures = new ArrayList<Figure>();
        for (int n : SIZES) {
            System.out.println("side by side, n = " + n);
            SideBySide.times(n)
                    .forEach((name, times) -> figures.add(
                            new Figure(name, Map.of("n", n), times[times.length / 2], times[0], times.length)));
        }
        var shared = new ArrayList<Figure>();
        for (int n : SHARED_SIZES) {
            System.out.println("by threads, n = " + n);
            SideBySide.timesByThreads(n)
                    .forEach((threads, times) -> shared.add(new Figure(
                            "doublesInParallel",
                            Map.of("n", n, "threads", threads),
                            times[times.length / 2],
                            times[0],
                            times.length)));
        }
        String chosen = args.length == 0 ? "\\.(Definition|Degree)Benchmark\\." : args[0];
        var others = chosen.equals("none") ? List.<Figure>of() : jmh(chosen);
        var folder = Files.createDirectories(Path.of("reports"));
        Files.writeString(folder.resolve("benchmarks.json"), Json.write(json(figures, shared, others)));
        Files.writeString(folder.resolve("benchmarks.md"), table(figures, shared, others));
        chart(figures, folder.resolve("benchmarks.svg"));
        System.out.println(table(figures, shared, others));
    }

    private static List<Figure> jmh(String chosen) throws RunnerException {
        var options = new OptionsBuilder()
                .include(chosen)
                .forks(1)
                .warmupIterations(10)
                .warmupTime(TimeValue.milliseconds(300))
                .measurementIterations(30)
                .measurementTime(TimeValue.milliseconds(100))
                .jvmArgsAppend("-Xmx3g")
                .build();
        return new Runner(options).run().stream().map(Benchmarks::figure).toList();
    }

    private static Figure figure(RunResult result) {
        var parameters = result.getParams();
        var at = new TreeMap<String, Integer>();
        for (String key : parameters.getParamsKeys()) at.put(key, Integer.valueOf(parameters.getParam(key)));
        String benchmark = parameters.getBenchmark();
        double[] scores = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .sorted()
                .toArray();
        return new Figure(
                benchmark.substring(benchmark.lastIndexOf('.') + 1),
                at,
                scores[scores.length / 2],
                scores[0],
                scores.length);
    }

    private static Map<String, Object> json(List<Figure> figures, List<Figure> shared, List<Figure> others) {
        var json = new LinkedHashMap<String, Object>();
        json.put("machine", machine());
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        json.put("kernel", Walsh.kernel());
        json.put("sideBySide", figures.stream().map(Figure::json).toList());
        json.put("byThreads", shared.stream().map(Figure::json).toList());
        json.put("jmh", others.stream().map(Figure::json).toList());
        return json;
    }

    /** The processor's name where the system tells it, else its architecture. */
    private static String machine() {
        var information = Path.of("/proc/cpuinfo");
        if (Files.isReadable(information)) {
            try (Stream<String> lines = Files.lines(information)) {
                var name = lines.filter(line -> line.startsWith("model name")).findFirst();
                if (name.isPresent())
                    return name.get().substring(name.get().indexOf(':') + 1).strip();
            } catch (IOException unreadable) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }

    private static final List<String> COLUMNS = List.of(
            "doubles",
            "floats",
            "ints",
            "largeInts",
            "longs",
            "doublesByScalars",
            "floatsByScalars",
            "intsByScalars",
            "doublesByTripleLoop",
            "doublesByCommonsMath");

    private static String table(List<Figure> figures, List<Figure> shared, List<Figure> others) {
        var text = new StringBuilder();
        text.append("One transform in microseconds; ")
                .append(Walsh.kernel())
                .append(", Java ")
                .append(System.getProperty("java.version"))
                .append(", ")
                .append(machine())
                .append(".\n\n| n | ")
                .append(String.join(" | ", COLUMNS))
                .append(" | Commons Math / doubles | Commons Math / scalars | floats / doubles | ints / floats | "
                        + "large ints / floats |\n")
                .append("|---:".repeat(COLUMNS.size() + 6))
                .append("|\n");
        for (int n : sizes(figures, "doubles")) {
            text.append("| ").append(n);
            for (String column : COLUMNS)
                text.append(" | ")
                        .append(nanoseconds(figures, column, n)
                                .map(time -> "%.3g".formatted(time / 1000))
                                .orElse(""));
            text.append(" | ")
                    .append(ratio(figures, "doublesByCommonsMath", "doubles", n))
                    .append(" | ")
                    .append(ratio(figures, "doublesByCommonsMath", "doublesByScalars", n))
                    .append(" | ")
                    .append(ratio(figures, "floats", "doubles", n))
                    .append(" | ")
                    .append(ratio(figures, "ints", "floats", n))
                    .append(" | ")
                    .append(ratio(figures, "largeInts", "floats", n))
                    .append(" |\n");
        }
        text.append("\n| n | threads | microseconds | times as fast as one |\n|---:|---:|---:|---:|\n");
        for (var figure : shared) {
            double one = shared.stream()
                    .filter(other -> other.at().get("threads") == 1
                            && other.at().get("n").equals(figure.at().get("n")))
                    .findFirst()
                    .orElseThrow()
                    .least();
            text.append("| %d | %d | %.3g | %.2f |%n"
                    .formatted(
                            figure.at().get("n"),
                            figure.at().get("threads"),
                            figure.least() / 1000,
                            one / figure.least()));
        }
        if (!others.isEmpty()) text.append("\n| JMH benchmark | microseconds |\n|---|---:|\n");
        for (var figure : others) {
            text.append("| ")
                    .append(figure.name())
                    .append(figure.at().isEmpty() ? "" : " " + figure.at())
                    .append(" | ")
                    .append("%.3f".formatted(figure.least() / 1000))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static int[] sizes(Collection<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .mapToInt(figure -> figure.at().get("n"))
                .sorted()
                .toArray();
    }

    private static Optional<Double> nanoseconds(Collection<Figure> figures, String name, int n) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name) && figure.at().get("n") == n)
                .map(Figure::least)
                .findFirst();
    }

    private static String ratio(Collection<Figure> figures, String slow, String fast, int n) {
        return nanoseconds(figures, slow, n)
                .flatMap(a -> nanoseconds(figures, fast, n).map(b -> "%.2f".formatted(a / b)))
                .orElse("");
    }

    /** Time per butterfly against n: a flat line is the best there is. */
    private static void chart(Collection<Figure> figures, Path file) throws IOException {
        var chart = new XYChartBuilder()
                .width(900)
                .height(560)
                .title("Walsh transform of 2^n elements, one thread")
                .xAxisTitle("n")
                .yAxisTitle("nanoseconds per butterfly")
                .build();
        chart.getStyler().setYAxisLogarithmic(true).setMarkerSize(4);
        for (String name : COLUMNS) {
            int[] sizes = sizes(figures, name);
            double[] x = Arrays.stream(sizes).asDoubleStream().toArray();
            double[] y = Arrays.stream(sizes)
                    .mapToDouble(n -> nanoseconds(figures, name, n).orElseThrow() / (n * Math.pow(2, n - 1)))
                    .toArray();
            chart.addSeries(name, x, y);
        }
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
    }
}
