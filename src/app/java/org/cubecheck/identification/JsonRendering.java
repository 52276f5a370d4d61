package org.cubecheck.identification;

import static org.cubecheck.identification.Ordered.ordered;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Spectrum;
import org.cubecheck.identify.Baseline;
import org.cubecheck.identify.CubeVerdict;
import org.cubecheck.identify.Identification;
import org.cubecheck.identify.Interval;
import org.cubecheck.identify.LatentFigures;
import org.cubecheck.identify.Match;
import org.cubecheck.identify.Names;
import org.cubecheck.identify.Samples;
import org.cubecheck.identify.WholeCube;
import org.cubecheck.report.Json;

/** An identification as JSON. */
final class JsonRendering {

    /** Terms of an expansion's polynomial. */
    private static final int TERMS = 48;
    /** Coefficients of one expansion. */
    private static final int COEFFICIENTS = 4096;

    private JsonRendering() {}

    static String of(Identification found) {
        return Json.write(tree(found));
    }

    private static Map<String, Object> tree(Identification found) {
        var root = new LinkedHashMap<String, Object>();
        root.put("schema", "cubecheck.identification/1");
        root.put("format", "cubecheck-identification/1");
        root.put("finding", found.finding().word());
        root.put("qualified", found.isQualified());
        root.put("reasons", found.reasons());
        root.put("headline", found.headline());
        root.put("latents", file(found.latentSamples(), found.isZeroOne() ? "0/1" : "-1/+1"));
        root.put("representation", file(found.representationSamples(), "real"));
        found.groups().ifPresent(count -> root.put("groups", count));
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
        found.regression().ifPresent(c -> {
            var regression = ordered("established", c.established());
            if (c.established()) regression.putAll(ordered("products", c.degree(), "all", c.all()));
            found.undecidedText().ifPresent(why -> regression.put("undecided", why));
            root.put("regression", regression);
        });
        found.controls()
                .rotations()
                .ifPresent(r -> root.put("rotations", ordered("tried", r.tried(), "asClear", r.asClear(), "p", r.p())));
        found.controls()
                .untrained()
                .ifPresent(u -> root.put(
                        "untrained",
                        u.layers().stream()
                                .map(layer -> ordered(
                                        "unit",
                                        layer.unit().name().toLowerCase(Locale.ROOT),
                                        "tried",
                                        layer.tried(),
                                        "asClear",
                                        layer.asClear(),
                                        "p",
                                        layer.p()))
                                .toList()));
        found.baseline().ifPresent(b -> root.put("baseline", baseline(b)));
        root.put("read", found.read().stream().map(j -> j + 1).toList());
        if (found.signedPermutationEstablished()) root.put("signedPermutation", signed(found));
        found.mixture().ifPresent(m -> root.put("mixture", m));
        found.identificationError().ifPresent(v -> root.put("identificationError", map(v)));
        found.chanceError().ifPresent(v -> {
            var chance = new LinkedHashMap<>(map(v));
            chance.put("shuffles", found.heldOut().orElseThrow().shuffles());
            root.put("chanceError", chance);
            var heldOut = found.heldOut().orElseThrow();
            var rows = ordered("rows", heldOut.rows());
            heldOut.groups().ifPresent(count -> rows.put("groups", count));
            rows.put("latents", heldOut.latents().stream().map(j -> j + 1).toList());
            root.put("heldOut", rows);
        });
        found.heldOut().ifPresent(heldOut -> {
            root.put(
                    "perLatent",
                    heldOut.perLatent().stream().map(JsonRendering::latent).toList());
            root.put(
                    "products",
                    heldOut.products().stream()
                            .map(p -> ordered(
                                    "coordinate",
                                    p.coordinate() + 1,
                                    "sign",
                                    p.sign(),
                                    "latents",
                                    p.latents().stream().map(j -> j + 1).toList(),
                                    "correlation",
                                    map(p.correlation())))
                            .toList());
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

    private static Map<String, Object> latent(LatentFigures f) {
        return ordered(
                "latent",
                f.latent() + 1,
                "r2",
                f.r2(),
                "chanceR2",
                map(f.chanceR2()),
                "balancedAccuracy",
                f.balancedAccuracy(),
                "auc",
                map(f.auc()),
                "chanceAuc",
                0.5,
                "coordinate",
                f.coordinate() + 1,
                "coordinateAuc",
                map(f.coordinateAuc()),
                "read",
                f.isRead());
    }

    private static Map<String, Object> baseline(Baseline b) {
        var tree = ordered(
                "source",
                b.samples().source(),
                "rows",
                b.samples().rows(),
                "columns",
                b.samples().columns(),
                "finding",
                b.finding().word(),
                "showsTheSame",
                b.showsTheSame(),
                "meanCorrelation",
                b.meanCorrelation(),
                "recovered",
                b.recovered());
        b.heldOut().ifPresent(h -> {
            tree.put("heldOutCorrelation", map(h.correlation()));
            tree.put("identificationError", map(h.error()));
        });
        return tree;
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

    private static Map<String, Object> signed(Identification found) {
        var ordered = found.matchesByCoordinate();
        return ordered(
                "text",
                found.matchesText(),
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
        tree.put("text", found.verdictText().orElseThrow());
        if (verdict instanceof CubeVerdict.WorldModel v) {
            tree.put("coordinates", v.coordinates().stream().map(i -> i + 1).toList());
            tree.put("signedPermutation", signed(found));
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
        tree.put("minusOne", found.isZeroOne() ? "1" : "-1");
        cube.degree().ifPresent(v -> tree.put("degree", v));
        cube.meanCorrelation().ifPresent(v -> tree.put("meanCorrelation", Figures.fraction(v)));
        cube.identificationError().ifPresent(v -> tree.put("identificationError", Figures.fraction(v)));
        tree.put(
                "expansions",
                cube.coordinates().stream()
                        .map(i -> expansion(cube, i, found.names()))
                        .toList());
        return tree;
    }

    private static Map<String, Object> expansion(WholeCube cube, int i, Names names) {
        Spectrum spectrum = cube.expansion(i);
        var tree = ordered(
                "coordinate",
                i + 1,
                "degree",
                spectrum.degree(),
                "polynomial",
                names.polynomial(spectrum, TERMS),
                "correlations",
                IntStream.range(0, cube.dimension())
                        .mapToObj(j -> Figures.fraction(cube.correlation(i, j)))
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
                                    Figures.fraction(spectrum.coefficient(S))))
                            .toList());
        }
        return tree;
    }
}
