package org.cubecheck.identify;

import java.util.Optional;

/**
 * What the regressions of coordinates on latents and their products show of a signed permutation. Latents in it count
 * from 0 among those that vary.
 *
 * @param undecided why nothing can be said, if so
 * @param established for all latents
 * @param degree products of at most so many latents were among the regressors of each coordinate; 0 if none was
 *     examined
 * @param all whether all such products, else only those of the coordinate's own latent
 * @param share the least part, among the latents, that the own squared weight has in the sum of all; 0 unless established
 * @param noise the mean over the latents of the variance that the weights leave, over that which they explain; 0 unless
 *     established
 */
public record Regression(
        Optional<Undecided> undecided, boolean established, int degree, boolean all, double share, double noise) {

    static final Regression NOT_ESTABLISHED = new Regression(Optional.empty(), false, 0, false, 0, 0);

    static Regression undecided(Undecided why) {
        return new Regression(Optional.of(why), false, 0, false, 0, 0);
    }

    /** Why the regressions cannot decide. */
    public sealed interface Undecided {}

    /** @param most the most latents that are regressed on */
    public record TooManyLatents(int most) implements Undecided {}

    /** @param rows in which the latent takes the rarer of its values */
    public record NearlyConstant(int latent, int rows) implements Undecided {}

    /**
     * Two latents that are nearly one up to sign.
     *
     * @param equal whether the few rows are those in which they are equal, else those in which they differ
     * @param rows how many
     */
    public record NearlyAlike(int latent, int other, boolean equal, int rows) implements Undecided {}

    /** The rows are too few, or the latents too alike, to tell the weights of the regression apart. */
    public record WeightsNotTold() implements Undecided {}
}
