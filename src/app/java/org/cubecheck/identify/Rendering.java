package org.cubecheck.identify;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Spectrum;
import org.cubecheck.report.Json;

/** An identification as text, JSON and HTML. */
public final class Rendering {

    /** Rows and columns of a matrix that are drawn; the JSON has all. */
    private static final int DRAWN = 64;
    /** Terms of an expansion in a line of text. */
    private static final int TERMS = 12;
    /** Coefficients of one expansion in the JSON. */
    private static final int COEFFICIENTS = 4096;

    /** The convention of signs where latents were given in 0/1. */
    private static final String ZERO_ONE =
            "Here a latent given as 1 stands as -1 and one given as 0 as +1, and of a coordinate the higher side as -1.";

    private Rendering() {}

    // ------------------------------------------------------------------------------------------------------------------
    // text

    /** The findings as text of several lines. */
    public static String text(Identification found) {
        var data = found.data();
        var out = new StringBuilder();
        out.append("latents         ")
                .append(data.latents)
                .append(data.zeroOne ? ", coded 0/1" : ", coded -1/+1")
                .append('\n');
        out.append("representation  ").append(data.representation).append('\n').append('\n');
        out.append(found.headline()).append("\n\n");
        for (var score : scores(found))
            out.append(String.format(Locale.ROOT, "%-34s %s%n", score.name(), score.value()));
        out.append("\nlatent      coordinate   correlation   agrees, binarised and after the sign\n");
        for (var match : found.matches())
            out.append(String.format(
                    Locale.ROOT,
                    "%-11s %-12s %11.4f   %s%n",
                    data.latentName(match.latent()),
                    (match.sign() < 0 ? "-" : "+") + data.coordinateName(match.coordinate()),
                    match.correlation(),
                    match.isExact() ? "on every row" : percent(match.agreement(), data.rows)));
        if (found.nearestProducts().stream().anyMatch(r -> r.latents().size() == 2 && r.agreement() > 0.75)) {
            out.append("\ncoordinate  nearest product of at most two latents (binarised)\n");
            var listed = listed(
                    found, IntStream.range(0, found.coordinates()).boxed().toList());
            listed.stream()
                    .map(found.nearestProducts()::get)
                    .forEach(r -> out.append(String.format(
                            Locale.ROOT,
                            "%-11s %-12s %s%n",
                            data.coordinateName(r.coordinate()),
                            reading(r, data),
                            r.isExact() ? "on every row" : percent(r.agreement(), data.rows))));
            out.append(omitted(found.coordinates() - listed.size()));
            if (data.zeroOne) out.append(ZERO_ONE).append('\n');
        }
        found.cube().filter(cube -> !cube.coordinates().isEmpty()).ifPresent(cube -> {
            out.append("\nExact expansions over the full cube (coordinates binarised)\n");
            var listed = listed(found, cube.coordinates());
            listed.forEach(i -> out.append(String.format(
                    Locale.ROOT,
                    "%-11s degree %-3d %s%n",
                    data.coordinateName(i),
                    cube.expansion(i).degree(),
                    Mixture.text(cube.expansion(i), TERMS, data))));
            out.append(omitted(cube.coordinates().size() - listed.size()));
            if (data.zeroOne) out.append(ZERO_ONE).append('\n');
        });
        if (!found.notes().isEmpty()) out.append('\n');
        found.notes().forEach(note -> out.append("note: ").append(note).append('\n'));
        return out.toString().replace("\r\n", "\n");
    }

    /**
     * At most {@link #DRAWN} of the coordinates, in rising order: first those of the verdict, then the matched ones,
     * then the others.
     */
    private static List<Integer> listed(Identification found, List<Integer> coordinates) {
        var first = new LinkedHashSet<Integer>();
        found.cube().map(WholeCube::verdict).ifPresent(verdict -> first.addAll(verdictCoordinates(verdict)));
        found.matches().forEach(m -> first.add(m.coordinate()));
        first.retainAll(Set.copyOf(coordinates));
        first.addAll(coordinates);
        return first.stream().limit(DRAWN).sorted().toList();
    }

    private static List<Integer> verdictCoordinates(CubeVerdict verdict) {
        if (verdict instanceof CubeVerdict.WorldModel v) return v.coordinates();
        if (verdict instanceof CubeVerdict.WorldModelAtChance v) return v.coordinates();
        if (verdict instanceof CubeVerdict.Stabilizer v) return v.coordinates();
        if (verdict instanceof CubeVerdict.Invertible v) return v.coordinates();
        if (verdict instanceof CubeVerdict.Overcomplete v) return v.coordinates();
        return List.of();
    }

    private static String omitted(int coordinates) {
        return coordinates == 0 ? "" : "... and " + coordinates + " more coordinates, which the JSON has\n";
    }

    private static String reading(NearestProduct reading, PairedSamples data) {
        return new Mixture.Monomial(reading.sign(), reading.latents()).text(data);
    }

    private record Score(String name, String value, String meaning) {}

    private static List<Score> scores(Identification found) {
        var scores = new ArrayList<Score>();
        String exact = found.cube()
                .flatMap(WholeCube::meanCorrelation)
                .map(v -> "; binarised, over the cube exactly " + fraction(v))
                .orElse("");
        scores.add(new Score(
                "mean correlation (MCC)",
                number(found.meanCorrelation()) + exact,
                "Mean over the latents of the absolute correlation with the coordinate assigned to them "
                        + "one to one, the greatest there is."));
        String target = " on further rows; points of the cube that repeat lie in both parts";
        found.heldOutCorrelation()
                .ifPresent(v -> scores.add(new Score(
                        "  on held-out rows",
                        interval(v) + ", chance 0",
                        "Assignment and signs fixed on the other rows"
                                + (v.isKnown() ? "; 95% (Fisher's scale) for these coordinates" + target : "") + ".")));
        scores.add(new Score(
                "recovered exactly, binarised",
                found.recovered() + " of " + found.varyingLatents(),
                "Latents that the binarised matched coordinate, after its sign, equals on every row."));
        boolean binarised =
                found.recovered() == found.varyingLatents() && !found.controls().atChance();
        scores.add(new Score(
                "signed permutation",
                found.signedPermutationEstablished()
                        ? Identification.signedText(found.matches(), found.data()) + (binarised ? ", binarised" : "")
                        : "none established",
                "The latents that the matched coordinates are, in rising order: binarised, on every row, "
                        + "where chance would not show that; or if with"
                        + " 97.5% confidence what stands for each latent, chosen without the row, has a "
                        + "correlation with it above 0.3 and, regressed on"
                        + " the latents and their products, a squared weight of it more than twice the "
                        + "sum of all others."));
        found.controls()
                .rotations()
                .ifPresent(r -> scores.add(new Score(
                        "  random rotations as clear",
                        r.asClear() + " of " + r.tried(),
                        "How many random rotations of the centred representation show every latent at least as "
                                + "clearly: least part of the squared weights"
                                + " that is a latent's own.")));
        String error = found.cube()
                .flatMap(WholeCube::identificationError)
                .map(v -> "; binarised, over the cube exactly " + fraction(v))
                .orElse("");
        found.identificationError()
                .ifPresent(v -> scores.add(new Score(
                        "identification error",
                        interval(v) + ", chance "
                                + found.chanceError().map(Rendering::interval).orElse("") + error,
                        "Mean squared error of a linear probe on held-out rows, latents coded 0/1"
                                + (v.isKnown() ? ", with 95% of a bootstrap for this probe" + target : "")
                                + "; chance is the mean and the range of "
                                + found.shuffles().orElse(0) + " runs with shuffled rows.")));
        if (found.identificationError().isEmpty() && !error.isEmpty())
            scores.add(new Score(
                    "identification error",
                    error.substring(2),
                    "Mean squared error of the best linear probe, latents coded 0/1."));
        scores.add(new Score(
                "  of the matched coordinate alone",
                number(found.assignedError()),
                "Mean of the variance that the matched coordinate leaves."));
        scores.add(new Score(
                "DCI disentanglement",
                optional(found.disentanglement()),
                "1 less the entropy of each coordinate's importances. Regressor: ridge; importance: "
                        + "absolute weight on the standardised coordinate."));
        scores.add(new Score(
                "DCI completeness",
                optional(found.completeness()),
                "1 less the entropy of each latent's importances."));
        scores.add(new Score(
                "DCI informativeness (R²)", optional(found.informativeness()), "The probe's R² on held-out rows."));
        scores.add(new Score(
                "SAP",
                optional(found.sap()),
                "Held-out accuracy of the best threshold on one coordinate less that on the next best."));
        scores.add(new Score(
                "MIG",
                optional(found.mig()),
                "Normalised mutual information, best coordinate less next best; 20 bins of equal width."));
        return scores;
    }

    private static String number(double value) {
        return Identification.decimal(value);
    }

    private static String optional(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "-";
    }

    private static String interval(Interval v) {
        return number(v.value()) + (v.isKnown() ? " [" + number(v.low()) + ", " + number(v.high()) + "]" : "");
    }

    /** A number of rows out of all, cut to two decimals: never rounded up to 100%, which is said in words. */
    static String percent(double part, int rows) {
        long hundredths = Math.round(part * rows) * 10_000 / rows;
        return String.format(Locale.ROOT, "%d.%02d%%", hundredths / 100, hundredths % 100);
    }

    private static String fraction(BigFraction value) {
        boolean whole = value.getDenominator().equals(BigInteger.ONE);
        return whole ? value.getNumerator().toString() : value.getNumerator() + "/" + value.getDenominator();
    }

    // ------------------------------------------------------------------------------------------------------------------
    // JSON

    /** The findings as JSON; keys in a stated order, the schema is {@code cubecheck.identification/1}. */
    public static String json(Identification found) {
        return Json.write(tree(found));
    }

    private static Map<String, Object> tree(Identification found) {
        var data = found.data();
        var root = new LinkedHashMap<String, Object>();
        root.put("schema", "cubecheck.identification/1");
        root.put("headline", found.headline());
        root.put("latents", file(data.latents, data.zeroOne ? "0/1" : "-1/+1"));
        root.put("representation", file(data.representation, "real"));
        var settings = found.settings();
        root.put(
                "settings",
                ordered("seed", settings.seed(), "resamples", settings.resamples(), "shuffles", settings.shuffles()));
        root.put("meanCorrelation", found.meanCorrelation());
        found.heldOutCorrelation().ifPresent(v -> root.put("heldOutCorrelation", map(v)));
        root.put("varyingLatents", found.varyingLatents());
        root.put("recovered", found.recovered());
        root.put("recoveredFraction", found.recoveredFraction());
        root.put("chanceOfAll", found.chanceOfAll());
        found.criterion().ifPresent(c -> {
            var regression = ordered("established", c.established());
            if (c.established()) regression.putAll(ordered("products", c.degree(), "all", c.all()));
            c.undecided().ifPresent(why -> regression.put("undecided", why));
            root.put("regression", regression);
        });
        found.controls()
                .rotations()
                .ifPresent(r -> root.put("rotations", ordered("tried", r.tried(), "asClear", r.asClear(), "p", r.p())));
        if (found.signedPermutationEstablished()) root.put("signedPermutation", signed(found.matches(), data));
        found.mixture().ifPresent(m -> root.put("mixture", m));
        found.identificationError().ifPresent(v -> root.put("identificationError", map(v)));
        found.chanceError().ifPresent(v -> {
            var chance = new LinkedHashMap<>(map(v));
            chance.put("shuffles", found.shuffles().orElseThrow());
            root.put("chanceError", chance);
            root.put(
                    "heldOut",
                    ordered(
                            "rows",
                            found.heldOutRows().orElseThrow(),
                            "latents",
                            found.heldOutLatents().stream().map(j -> j + 1).toList()));
        });
        root.put("assignedError", found.assignedError());
        found.disentanglement().ifPresent(v -> root.put("disentanglement", v));
        found.completeness().ifPresent(v -> root.put("completeness", v));
        found.informativeness().ifPresent(v -> root.put("informativeness", v));
        found.sap().ifPresent(v -> root.put("sap", v));
        found.mig().ifPresent(v -> root.put("mig", v));
        root.put(
                "matches",
                found.matches().stream()
                        .map(m -> ordered(
                                "latent",
                                m.latent() + 1,
                                "coordinate",
                                m.coordinate() + 1,
                                "sign",
                                m.sign(),
                                "correlation",
                                m.correlation(),
                                "agreement",
                                m.agreement(),
                                "exact",
                                m.isExact()))
                        .toList());
        root.put(
                "readings",
                found.nearestProducts().stream()
                        .map(r -> ordered(
                                "coordinate",
                                r.coordinate() + 1,
                                "sign",
                                r.sign(),
                                "latents",
                                r.latents().stream().map(j -> j + 1).toList(),
                                "agreement",
                                r.agreement(),
                                "exact",
                                r.isExact()))
                        .toList());
        root.put("correlation", matrix(found, found::correlation));
        if (found.identificationError().isPresent())
            root.put(
                    "importance", matrix(found, (i, j) -> found.importance(i, j).orElse(0)));
        found.cube().ifPresent(cube -> root.put("cube", cube(cube, found)));
        root.put("notes", found.notes());
        return root;
    }

    private static Map<String, Object> file(Samples samples, String coding) {
        return ordered(
                "source",
                samples.source(),
                "rows",
                samples.rows(),
                "columns",
                samples.columns(),
                "coding",
                coding,
                "names",
                samples.names());
    }

    private static Map<String, Object> map(Interval v) {
        return v.isKnown()
                ? ordered("value", v.value(), "low", v.low(), "high", v.high())
                : ordered("value", v.value());
    }

    private static Map<String, Object> signed(List<Match> matches, PairedSamples data) {
        var ordered = Identification.byCoordinate(matches);
        return ordered(
                "text",
                Identification.signedText(matches, data),
                "coordinates",
                ordered.stream().map(m -> m.coordinate() + 1).toList(),
                "sources",
                ordered.stream().map(m -> m.latent() + 1).toList(),
                "signs",
                ordered.stream().map(Match::sign).toList());
    }

    private static List<List<Double>> matrix(Identification found, ToDoubleBiFunction<Integer, Integer> value) {
        return IntStream.range(0, found.coordinates())
                .mapToObj(i -> IntStream.range(0, found.latents())
                        .mapToObj(j -> value.applyAsDouble(i, j))
                        .toList())
                .toList();
    }

    private static Map<String, Object> cube(WholeCube cube, Identification found) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("dimension", cube.dimension());
        var verdict = cube.verdict();
        tree.put("verdict", verdict.getClass().getSimpleName());
        tree.put("text", verdict.text());
        if (verdict instanceof CubeVerdict.WorldModel v) {
            tree.put("coordinates", v.coordinates().stream().map(i -> i + 1).toList());
            tree.put("signedPermutation", signed(found.matches(), found.data()));
        } else if (verdict instanceof CubeVerdict.WorldModelAtChance v) {
            tree.put("coordinates", v.coordinates().stream().map(i -> i + 1).toList());
        } else if (verdict instanceof CubeVerdict.Stabilizer v) {
            tree.put("coordinates", v.coordinates().stream().map(i -> i + 1).toList());
            tree.put("transform", Arrays.stream(v.transform().toArray()).boxed().toList());
            tree.put("levels", v.levels());
        } else if (verdict instanceof CubeVerdict.Invertible v) {
            tree.put("coordinates", v.coordinates().stream().map(i -> i + 1).toList());
            tree.put("transform", Arrays.stream(v.transform().toArray()).boxed().toList());
        } else if (verdict instanceof CubeVerdict.NotInvertible v) {
            tree.put("points", List.of(v.point(), v.other()));
        } else if (verdict instanceof CubeVerdict.NotAFunction v) {
            tree.put("coordinate", v.coordinate() + 1);
            tree.put("rows", List.of(v.row() + 1, v.other() + 1));
        }
        tree.put("minusOne", found.data().zeroOne ? "1" : "-1");
        cube.degree().ifPresent(v -> tree.put("degree", v));
        cube.meanCorrelation().ifPresent(v -> tree.put("meanCorrelation", fraction(v)));
        cube.identificationError().ifPresent(v -> tree.put("identificationError", fraction(v)));
        tree.put(
                "expansions",
                cube.coordinates().stream()
                        .map(i -> expansion(cube, i, found.data()))
                        .toList());
        return tree;
    }

    private static Map<String, Object> expansion(WholeCube cube, int i, PairedSamples data) {
        Spectrum spectrum = cube.expansion(i);
        var tree = ordered(
                "coordinate",
                i + 1,
                "degree",
                spectrum.degree(),
                "polynomial",
                Mixture.text(spectrum, 4 * TERMS, data),
                "correlations",
                IntStream.range(0, cube.dimension())
                        .mapToObj(j -> fraction(cube.correlation(i, j)))
                        .toList());
        if (spectrum.sparsity() <= COEFFICIENTS) {
            tree.put(
                    "coefficients",
                    IntStream.range(0, Cube.points(spectrum.variables()))
                            .filter(S -> spectrum.numerator(S) != 0)
                            .mapToObj(S -> ordered(
                                    "set",
                                    IntStream.range(0, spectrum.variables())
                                            .filter(j -> (S >>> j & 1) != 0)
                                            .mapToObj(j -> j + 1)
                                            .toList(),
                                    "coefficient",
                                    fraction(spectrum.coefficient(S))))
                            .toList());
        }
        return tree;
    }

    private static Map<String, Object> ordered(Object... entries) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < entries.length; i += 2) map.put((String) entries[i], entries[i + 1]);
        return map;
    }

    // ------------------------------------------------------------------------------------------------------------------
    // HTML

    /**
     * The findings as a self-contained HTML page with the matrices drawn, which says by which command it is repeated.
     */
    public static String html(Identification found, String command) {
        var data = found.data();
        var model = new LinkedHashMap<String, Object>();
        model.put("command", command);
        model.put("headline", found.headline());
        model.put(
                "good",
                found.recovered() == found.varyingLatents() && found.controls().unqualified());
        model.put("latents", data.latents.toString());
        model.put("coding", data.zeroOne ? "0/1" : "-1/+1");
        model.put("representation", data.representation.toString());
        model.put("seed", Long.toString(found.settings().seed()));
        model.put("resamples", Integer.toString(found.settings().resamples()));
        model.put(
                "scores",
                scores(found).stream()
                        .map(s -> ordered("name", s.name(), "value", s.value(), "meaning", s.meaning()))
                        .toList());
        model.put("notes", found.notes());
        model.put(
                "matches",
                found.matches().stream()
                        .map(m -> ordered(
                                "latent",
                                data.latentName(m.latent()),
                                "coordinate",
                                (m.sign() < 0 ? "−" : "+") + data.coordinateName(m.coordinate()),
                                "correlation",
                                signedNumber(m.correlation()),
                                "agreement",
                                m.isExact() ? "every row" : percent(m.agreement(), data.rows)))
                        .toList());
        var nearestProducts =
                listed(found, IntStream.range(0, found.coordinates()).boxed().toList());
        model.put(
                "readings",
                nearestProducts.stream()
                        .map(found.nearestProducts()::get)
                        .map(r -> ordered(
                                "coordinate",
                                data.coordinateName(r.coordinate()),
                                "text",
                                reading(r, data),
                                "agreement",
                                r.isExact() ? "every row" : percent(r.agreement(), data.rows)))
                        .toList());
        model.put("unread", Integer.toString(found.coordinates() - nearestProducts.size()));
        model.put("convention", data.zeroOne ? " " + ZERO_ONE : "");
        var drawn = drawn(found);
        var matrices = new ArrayList<Map<String, Object>>();
        matrices.add(picture(
                found,
                drawn,
                "Correlation",
                "Pearson's correlation of every coordinate with every latent; assigned pairs are framed. Blue is "
                        + "positive, orange negative; the numbers say the same.",
                1,
                found::correlation));
        double most = IntStream.range(0, found.coordinates())
                .mapToDouble(i -> IntStream.range(0, found.latents())
                        .mapToDouble(j -> found.importance(i, j).orElse(0))
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
        if (found.identificationError().isPresent())
            matrices.add(picture(
                    found,
                    drawn,
                    "Importance (DCI)",
                    "Absolute weights of the linear probe on the standardised coordinates; assigned pairs are framed.",
                    most > 0 ? most : 1,
                    (i, j) -> found.importance(i, j).orElse(0)));
        model.put("matrices", matrices);
        model.put("omitted", found.coordinates() - drawn.size() + Math.max(0, found.latents() - DRAWN));
        found.cube().filter(cube -> !cube.coordinates().isEmpty()).ifPresent(cube -> {
            model.put("verdict", cube.verdict().text());
            var listed = listed(found, cube.coordinates());
            model.put("unexpanded", Integer.toString(cube.coordinates().size() - listed.size()));
            model.put(
                    "expansions",
                    listed.stream()
                            .map(i -> ordered(
                                    "coordinate",
                                    data.coordinateName(i),
                                    "degree",
                                    Integer.toString(cube.expansion(i).degree()),
                                    "polynomial",
                                    Mixture.text(cube.expansion(i), 4 * TERMS, data)))
                            .toList());
        });
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Rendering.class, "");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        var page = new StringWriter();
        try {
            configuration.getTemplate("identification.ftlh").process(model, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the page's template does not fit its data", e);
        }
        return page.toString();
    }

    /**
     * The coordinates that are drawn: all, or the matched ones and those with the largest correlations, in rising
     * order.
     */
    private static List<Integer> drawn(Identification found) {
        var byCorrelation = IntStream.range(0, found.coordinates())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -IntStream.range(0, found.latents())
                        .mapToDouble(j -> Math.abs(found.correlation(i, j)))
                        .max()
                        .orElse(0)))
                .toList();
        return listed(found, byCorrelation);
    }

    private static Map<String, Object> picture(
            Identification found,
            List<Integer> coordinates,
            String title,
            String meaning,
            double full,
            ToDoubleBiFunction<Integer, Integer> value) {
        var data = found.data();
        int latents = Math.min(DRAWN, found.latents());
        return ordered(
                "title",
                title,
                "meaning",
                meaning,
                "latents",
                IntStream.range(0, latents).mapToObj(data::latentName).toList(),
                "rows",
                coordinates.stream()
                        .map(i -> ordered(
                                "name",
                                data.coordinateName(i),
                                "cells",
                                IntStream.range(0, latents)
                                        .mapToObj(j -> cell(found, i, j, value.applyAsDouble(i, j), full))
                                        .toList()))
                        .toList());
    }

    private static Map<String, Object> cell(Identification found, int i, int j, double value, double full) {
        double part = Math.min(1, Math.abs(value) / full);
        boolean matched = found.matches().stream().anyMatch(m -> m.coordinate() == i && m.latent() == j);
        return ordered(
                "text",
                signedNumber(value),
                "shade",
                String.format(Locale.ROOT, "%.3f", part),
                "kind",
                (value < 0 ? "neg" : "pos") + (part > 0.55 ? " strong" : "") + (matched ? " matched" : ""));
    }

    private static String signedNumber(double value) {
        String text = String.format(Locale.ROOT, "%.3f", Math.abs(value));
        return (value < 0 && !text.equals("0.000") ? "−" : "") + text;
    }
}
