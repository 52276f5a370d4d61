package org.cubecheck.cli;

import java.util.List;
import java.util.TreeMap;
import org.cubecheck.search.CounterexamplesOffer;
import org.cubecheck.search.FunctionsOffer;
import org.cubecheck.search.PaperClaims;
import org.cubecheck.sweep.Offer;
import org.cubecheck.sweep.SweepOption;
import org.cubecheck.sweeps.LearningCurveOffer;
import org.cubecheck.sweeps.TrainingOffer;
import org.cubecheck.sweeps.TransformsOffer;

/** The sweeps that the program offers. */
final class Offers {

    private Offers() {}

    /** All, in the order in which they are listed. */
    static List<Offer<?, ?>> all() {
        return List.of(
                TransformsOffer.OFFER,
                FunctionsOffer.of(new PaperClaims()),
                CounterexamplesOffer.of(new PaperClaims()),
                LearningCurveOffer.OFFER,
                TrainingOffer.OFFER);
    }

    /** @throws BadInput if there is none of that name */
    static Offer<?, ?> named(String name) {
        return all().stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("no sweep " + name + "; there are " + names()));
    }

    /** The options of all of them, each once, in the order of help. */
    static List<SweepOption<?>> options() {
        var options = new TreeMap<Integer, SweepOption<?>>();
        for (var offer : all()) offer.options().forEach(option -> options.putIfAbsent(option.place(), option));
        return List.copyOf(options.values());
    }

    static String names() {
        return String.join(", ", all().stream().map(Offer::name).toList());
    }
}
