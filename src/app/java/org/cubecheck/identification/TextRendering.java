package org.cubecheck.identification;

import java.util.Locale;
import java.util.stream.IntStream;
import org.cubecheck.identify.Identification;

/** An identification as text of several lines. */
final class TextRendering {

    /** Terms of an expansion in a line of text. */
    private static final int TERMS = 12;

    private TextRendering() {}

    static String of(Identification found) {
        var names = found.names();
        var out = new StringBuilder();
        out.append("latents         ")
                .append(found.latentSamples())
                .append(found.isZeroOne() ? ", coded 0/1" : ", coded -1/+1")
                .append('\n');
        out.append("representation  ")
                .append(found.representationSamples())
                .append('\n')
                .append('\n');
        out.append(found.headline()).append("\n\n");
        for (var score : ScoreTable.of(found))
            out.append(String.format(Locale.ROOT, "%-34s %s%n", score.name(), score.value()));
        var latents = LatentTable.of(found);
        if (!latents.isEmpty())
            out.append("\nlatent      R², chance by shuffles                     accuracy   AUC                       "
                    + "best coordinate, its AUC\n");
        latents.forEach(line -> out.append(String.format(
                Locale.ROOT,
                "%-11s %-42s %-10s %-25s %s %s%n",
                line.latent(),
                line.r2(),
                line.accuracy(),
                line.auc(),
                line.coordinate(),
                line.coordinateAuc())));
        out.append("\nlatent      coordinate   correlation   agrees, binarised and after the sign\n");
        for (var match : found.matches())
            out.append(String.format(
                    Locale.ROOT,
                    "%-11s %-12s %11.4f   %s%n",
                    names.latent(match.latent()),
                    (match.sign() < 0 ? "-" : "+") + names.coordinate(match.coordinate()),
                    match.correlation(),
                    match.isExact() ? "on every row" : Figures.percent(match.agreement(), found.rows())));
        if (found.nearestProducts().stream().anyMatch(r -> r.latents().size() == 2 && r.agreement() > 0.75)) {
            out.append("\ncoordinate  nearest product of at most two latents (binarised)\n");
            var listed = Selection.of(
                    found, IntStream.range(0, found.coordinates()).boxed().toList());
            listed.stream()
                    .map(found.nearestProducts()::get)
                    .forEach(r -> out.append(String.format(
                            Locale.ROOT,
                            "%-11s %-12s %s%n",
                            names.coordinate(r.coordinate()),
                            names.product(r.sign(), r.latents()),
                            r.isExact() ? "on every row" : Figures.percent(r.agreement(), found.rows()))));
            out.append(omitted(found.coordinates() - listed.size()));
            if (found.isZeroOne()) out.append(Figures.ZERO_ONE).append('\n');
        }
        found.cube().filter(cube -> !cube.coordinates().isEmpty()).ifPresent(cube -> {
            out.append("\nExact expansions over the full cube (coordinates binarised)\n");
            var listed = Selection.of(found, cube.coordinates());
            listed.forEach(i -> out.append(String.format(
                    Locale.ROOT,
                    "%-11s degree %-3d %s%n",
                    names.coordinate(i),
                    cube.expansion(i).degree(),
                    names.polynomial(cube.expansion(i), TERMS))));
            out.append(omitted(cube.coordinates().size() - listed.size()));
            if (found.isZeroOne()) out.append(Figures.ZERO_ONE).append('\n');
        });
        if (!found.notes().isEmpty()) out.append('\n');
        found.notes().forEach(note -> out.append("note: ").append(note).append('\n'));
        return out.toString().replace("\r\n", "\n");
    }

    private static String omitted(int coordinates) {
        return coordinates == 0 ? "" : "... and " + coordinates + " more coordinates, which the JSON has\n";
    }
}
