package org.cubecheck.identification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cubecheck.identify.HeldOut;
import org.cubecheck.identify.Identification;
import org.cubecheck.identify.WholeCube;

/** The scores with their values and what they mean, a line each, for the text and for the page. */
final class ScoreTable {

    private ScoreTable() {}

    record Score(String name, String value, String meaning) {}

    static List<Score> of(Identification found) {
        var scores = new ArrayList<Score>();
        String exact = found.cube()
                .flatMap(WholeCube::meanCorrelation)
                .map(v -> "; binarised, over the cube exactly " + Figures.fraction(v))
                .orElse("");
        scores.add(new Score(
                "mean correlation (MCC)",
                Figures.number(found.meanCorrelation()) + exact,
                "Mean over the latents of the absolute correlation with the coordinate assigned to them "
                        + "one to one, the greatest there is."));
        String target = " on further rows; points of the cube that repeat lie in both parts";
        found.heldOutCorrelation()
                .ifPresent(v -> scores.add(new Score(
                        "  on held-out rows",
                        Figures.interval(v) + ", chance 0",
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
                        ? found.matchesText() + (binarised ? ", binarised" : "")
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
        found.controls()
                .untrained()
                .ifPresent(u -> scores.add(new Score(
                        "  untrained layers as clear",
                        u.layers().stream()
                                .map(layer -> layer.asClear() + " of " + layer.tried() + " "
                                        + layer.unit().name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")),
                        "How many layers of as many random units of the latents, with weights of a normal distribution "
                                + "and the same noise, show every latent as clearly: what is not its own is at most "
                                + "twice as much.")));
        found.baseline()
                .ifPresent(b -> scores.add(new Score(
                        "baseline",
                        b.finding().word() + "; mean correlation " + Figures.number(b.meanCorrelation())
                                + b.heldOut()
                                        .map(h -> ", held out " + Figures.interval(h.correlation()) + ", error "
                                                + Figures.interval(h.error()))
                                        .orElse("")
                                + ", " + b.recovered() + " recovered"
                                + (b.showsTheSame() ? "; it shows the same" : ""),
                        "The same of the representation given as a baseline.")));
        String error = found.cube()
                .flatMap(WholeCube::identificationError)
                .map(v -> "; binarised, over the cube exactly " + Figures.fraction(v))
                .orElse("");
        found.identificationError()
                .ifPresent(v -> scores.add(new Score(
                        "identification error",
                        Figures.interval(v) + ", chance "
                                + found.chanceError().map(Figures::interval).orElse("") + error,
                        "Mean squared error of a linear probe on held-out rows, latents coded 0/1"
                                + (v.isKnown() ? ", with 95% of a bootstrap for this probe" + target : "")
                                + "; chance is the mean and the range of "
                                + found.heldOut().map(HeldOut::shuffles).orElse(0) + " runs with shuffled rows.")));
        if (found.identificationError().isEmpty() && !error.isEmpty())
            scores.add(new Score(
                    "identification error",
                    error.substring(2),
                    "Mean squared error of the best linear probe, latents coded 0/1."));
        scores.add(new Score(
                "  of the matched coordinate alone",
                Figures.number(found.assignedError()),
                "Mean of the variance that the matched coordinate leaves."));
        scores.add(new Score(
                "DCI disentanglement",
                Figures.optional(found.disentanglement()),
                "1 less the entropy of each coordinate's importances. Regressor: ridge; importance: "
                        + "absolute weight on the standardised coordinate."));
        scores.add(new Score(
                "DCI completeness",
                Figures.optional(found.completeness()),
                "1 less the entropy of each latent's importances."));
        scores.add(new Score(
                "DCI informativeness (R²)",
                Figures.optional(found.informativeness()),
                "The probe's R² on held-out rows."));
        scores.add(new Score(
                "SAP",
                Figures.optional(found.sap()),
                "Held-out accuracy of the best threshold on one coordinate less that on the next best."));
        scores.add(new Score(
                "MIG",
                Figures.optional(found.mig()),
                "Normalised mutual information, best coordinate less next best; 20 bins of equal width."));
        return scores;
    }
}
