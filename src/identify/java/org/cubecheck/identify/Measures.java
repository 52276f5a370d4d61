package org.cubecheck.identify;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.cubecheck.identify.Identification.Settings;

/**
 * Single measures of {@link Identification}, for those who need them at many moments of a training and not the whole
 * finding. Each figure is the one that the identification of the same samples with the same seed shows, and none is
 * measured on the rows that it was fitted to, but {@link #recovered}, which fits nothing but which coordinate is meant.
 * For correlations see {@link Correlation}, for assignments {@link Assignment}.
 *
 * <p>Tables are by row, the rows of both being the same samples; latents are in {-1,+1} or {0,1}. All throw {@link
 * MalformedData} where {@link Identification#of} does.
 */
public final class Measures {

    private Measures() {}

    /**
     * The probe's error, its chance and the correlation of the assignment on held-out rows; none with fewer than 20
     * rows. Cost for n rows, d latents and w coordinates, m the smaller of n and w: n w (m + 20 d + log n) + m^3, and
     * for the bootstrap {@code settings.resamples()} times n d / 5.
     */
    public static Optional<HeldOut> heldOut(double[][] latents, double[][] representation, Settings settings) {
        return HeldOut.of(paired(latents, representation), settings.seed(), settings.resamples(), settings.shuffles());
    }

    /**
     * The mean over the latents that vary of the correlation with what stands for each of them: the coordinate that is
     * assigned to it, with its sign, on the other four fifths of the rows. So every row counts, and 0 is chance however
     * many coordinates there are. Of more than 2000 rows as many at random. Cost rows times coordinates times latents.
     *
     * @return none with fewer than 20 rows, or where a latent finds no coordinate that varies
     */
    public static OptionalDouble crossFittedCorrelation(double[][] latents, double[][] representation, long seed) {
        var samples = paired(latents, representation);
        if (samples.rows < Split.FEWEST_ROWS) return OptionalDouble.empty();
        var rows = Subsample.of(samples, Criterion.MOST_ROWS, new SplittableRandom(seed).split());
        return CrossFit.of(rows).map(fit -> OptionalDouble.of(mean(rows, fit))).orElse(OptionalDouble.empty());
    }

    private static double mean(Subsample rows, CrossFit fit) {
        double sum = 0;
        for (int k = 0; k < rows.z().length; k++) sum += Correlation.of(fit.value()[k], rows.z()[k]);
        return sum / rows.z().length;
    }

    /**
     * How many latents are recovered exactly: the matched coordinate, binarised and after its sign, equals the latent on
     * every row. Compare {@link #chanceOfAll}.
     */
    public static int recovered(double[][] latents, double[][] representation) {
        var samples = paired(latents, representation);
        return Matching.of(samples, Correlations.of(samples)).exact().size();
    }

    /**
     * An upper bound on the chance that every latent that varies would be recovered exactly with the rows shuffled, or
     * with the functions dealt anew to the points that occur ({@link Identification#chanceOfAll}).
     */
    public static double chanceOfAll(double[][] latents, double[][] representation) {
        var samples = paired(latents, representation);
        return Math.min(
                1,
                Math.max(
                        Chance.ofRows(samples).ofAll(), Chance.ofPoints(samples).ofAll()));
    }

    private static PairedSamples paired(double[][] latents, double[][] representation) {
        return new PairedSamples(Samples.of(latents), Samples.of(representation));
    }
}
