package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a finding is qualified, a clause each. */
final class Reasons {

    /** Less of a latent's own than this, and the coordinates are mixtures. */
    private static final double OWN = 0.8;

    static final String SIDES = "the coordinates are not two-valued, and only the two sides of each are a latent";

    private Reasons() {}

    static List<String> of(Findings found, Judgement judgement, Optional<Baseline> baseline) {
        var reasons = new ArrayList<String>();
        boolean all = found.recovered() == found.varyingLatents();
        if (all) reasons.addAll(Sentences.doubts(found.controls()));
        if (judgement.finding() == Finding.AXIS_ALIGNED) {
            if (!all) reasons.addAll(Sentences.doubtsOfMixing(found.controls()));
            if (all && !found.controls().twoValued()) reasons.add(SIDES);
            double share = found.regression().map(Regression::share).orElse(0.0);
            if (!all && share < OWN)
                reasons.add(String.format(
                        Locale.ROOT,
                        "of what the latents and their products explain of a coordinate, only %.0f%% is its own",
                        100 * Math.max(0, share)));
        }
        boolean few = found.heldOut().filter(h -> !h.error().isKnown()).isPresent();
        if (few && judgement.finding() == Finding.PARTIAL) reasons.add("the held-out rows are too few for an interval");
        else if (judgement.finding() == Finding.PARTIAL && judgement.read().isEmpty())
            reasons.add("only the mean over the latents is beyond chance, no latent by itself");
        if (baseline.filter(Baseline::showsTheSame).isPresent())
            reasons.add(
                    "the baseline shows the same (" + baseline.get().finding().word() + ")");
        return List.copyOf(reasons);
    }
}
