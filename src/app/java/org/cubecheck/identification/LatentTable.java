package org.cubecheck.identification;

import java.util.List;
import org.cubecheck.identify.HeldOut;
import org.cubecheck.identify.Identification;

/** How well each latent is read on the held-out rows, a line each, for the text and for the page. */
final class LatentTable {

    static final String MEANING =
            "The linear probe's R² on held-out rows with what shuffled rows give (mean and range), its accuracy "
                    + "balanced over the latent's two values, its AUC; and the coordinate best correlated on the other "
                    + "rows with its AUC. Chance is 0, 0.5 and 0.5; the AUCs' intervals hold together with 95%.";

    private LatentTable() {}

    record Line(String latent, String r2, String accuracy, String auc, String coordinate, String coordinateAuc) {}

    static List<Line> of(Identification found) {
        var names = found.names();
        return found.heldOut().map(HeldOut::perLatent).orElse(List.of()).stream()
                .map(f -> new Line(
                        names.latent(f.latent()),
                        Figures.number(f.r2()) + ", chance " + Figures.interval(f.chanceR2()),
                        Figures.number(f.balancedAccuracy()),
                        Figures.interval(f.auc()),
                        names.coordinate(f.coordinate()),
                        Figures.interval(f.coordinateAuc())))
                .toList();
    }
}
