package org.cubecheck.identification;

import static org.cubecheck.identification.Ordered.ordered;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.cubecheck.identify.Finding;
import org.cubecheck.identify.Identification;

/** An identification as a self-contained HTML page. */
final class HtmlRendering {

    /** Terms of an expansion in the table. */
    private static final int TERMS = 48;

    private HtmlRendering() {}

    /**
     * The findings as a self-contained HTML page with the matrices drawn, which says by which command it is repeated.
     */
    static String of(Identification found, String command) {
        var names = found.names();
        var model = new LinkedHashMap<String, Object>();
        model.put("command", command);
        model.put("headline", found.headline());
        model.put("good", found.finding() == Finding.AXIS_ALIGNED && !found.isQualified());
        model.put("latents", found.latentSamples().toString());
        model.put("coding", found.isZeroOne() ? "0/1" : "-1/+1");
        model.put("representation", found.representationSamples().toString());
        model.put("seed", Long.toString(found.settings().seed()));
        model.put("resamples", Integer.toString(found.settings().resamples()));
        model.put(
                "scores",
                ScoreTable.of(found).stream()
                        .map(s -> ordered("name", s.name(), "value", s.value(), "meaning", s.meaning()))
                        .toList());
        model.put("notes", found.notes());
        model.put("latentMeaning", LatentTable.MEANING);
        model.put(
                "perLatent",
                LatentTable.of(found).stream()
                        .map(line -> ordered(
                                "latent",
                                line.latent(),
                                "r2",
                                line.r2(),
                                "accuracy",
                                line.accuracy(),
                                "auc",
                                line.auc(),
                                "coordinate",
                                line.coordinate(),
                                "coordinateAuc",
                                line.coordinateAuc()))
                        .toList());
        model.put(
                "matches",
                found.matches().stream()
                        .map(m -> ordered(
                                "latent",
                                names.latent(m.latent()),
                                "coordinate",
                                (m.sign() < 0 ? "−" : "+") + names.coordinate(m.coordinate()),
                                "correlation",
                                signedNumber(m.correlation()),
                                "agreement",
                                m.isExact() ? "every row" : Figures.percent(m.agreement(), found.rows())))
                        .toList());
        var nearestProducts = Selection.of(
                found, IntStream.range(0, found.coordinates()).boxed().toList());
        model.put(
                "readings",
                nearestProducts.stream()
                        .map(found.nearestProducts()::get)
                        .map(r -> ordered(
                                "coordinate",
                                names.coordinate(r.coordinate()),
                                "text",
                                names.product(r.sign(), r.latents()),
                                "agreement",
                                r.isExact() ? "every row" : Figures.percent(r.agreement(), found.rows())))
                        .toList());
        model.put("unread", Integer.toString(found.coordinates() - nearestProducts.size()));
        model.put("convention", found.isZeroOne() ? " " + Figures.ZERO_ONE : "");
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
        model.put("omitted", found.coordinates() - drawn.size() + Math.max(0, found.latents() - Selection.DRAWN));
        found.cube().filter(cube -> !cube.coordinates().isEmpty()).ifPresent(cube -> {
            model.put("verdict", found.verdictText().orElseThrow());
            var listed = Selection.of(found, cube.coordinates());
            model.put("unexpanded", Integer.toString(cube.coordinates().size() - listed.size()));
            model.put(
                    "expansions",
                    listed.stream()
                            .map(i -> ordered(
                                    "coordinate",
                                    names.coordinate(i),
                                    "degree",
                                    Integer.toString(cube.expansion(i).degree()),
                                    "polynomial",
                                    names.polynomial(cube.expansion(i), TERMS)))
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
        return Selection.of(found, byCorrelation);
    }

    private static Map<String, Object> picture(
            Identification found,
            List<Integer> coordinates,
            String title,
            String meaning,
            double full,
            ToDoubleBiFunction<Integer, Integer> value) {
        var names = found.names();
        int latents = Math.min(Selection.DRAWN, found.latents());
        return ordered(
                "title",
                title,
                "meaning",
                meaning,
                "latents",
                IntStream.range(0, latents).mapToObj(names::latent).toList(),
                "rows",
                coordinates.stream()
                        .map(i -> ordered(
                                "name",
                                names.coordinate(i),
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
