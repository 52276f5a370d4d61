package org.cubecheck.identify;

import java.util.HashSet;
import java.util.Optional;

/**
 * Another representation of the same samples, such as that of the same network before training, beside which a finding
 * stands.
 *
 * @param samples as given
 * @param finding what is found of it
 * @param meanCorrelation as {@link Identification#meanCorrelation}
 * @param recovered how many latents it recovers exactly
 * @param heldOut its held-out figures
 * @param showsTheSame whether it shows as much as the representation: the same finding, for a linear one with a mean
 *     error that is not above the representation's interval, for a partial one at least the same latents
 */
public record Baseline(
        Samples samples,
        Finding finding,
        double meanCorrelation,
        int recovered,
        Optional<HeldOut> heldOut,
        boolean showsTheSame) {

    static Baseline of(Samples given, Findings before, Findings found, Judgement judgement) {
        var earlier = Judgement.of(before);
        return new Baseline(
                given,
                earlier.finding(),
                before.matching().meanCorrelation(),
                before.recovered(),
                before.heldOut(),
                showsTheSame(before, earlier, found, judgement));
    }

    private static boolean showsTheSame(Findings before, Judgement earlier, Findings found, Judgement judgement) {
        if (earlier.finding() == Finding.AXIS_ALIGNED) return judgement.finding() != Finding.NOTHING_SHOWN;
        return switch (judgement.finding()) {
            case AXIS_ALIGNED, FRAME -> earlier.finding() == judgement.finding();
            case LINEAR -> earlier.finding() == Finding.LINEAR && !isBetter(found, before);
            case PARTIAL -> new HashSet<>(earlier.read()).containsAll(judgement.read()) && !isBetter(found, before);
            case MIXED -> earlier.finding() == Finding.MIXED || earlier.finding() == Finding.LINEAR;
            case NOTHING_SHOWN -> false;
        };
    }

    /** Whether the probe's error on further rows is below that of the other representation. */
    private static boolean isBetter(Findings found, Findings before) {
        if (found.heldOut().isEmpty() || before.heldOut().isEmpty())
            return found.heldOut().isPresent();
        var error = found.heldOut().get().error();
        return (error.isKnown() ? error.high() : error.value())
                < before.heldOut().get().error().value();
    }
}
