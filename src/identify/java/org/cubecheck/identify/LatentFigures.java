package org.cubecheck.identify;

/**
 * How well one latent is read on the held-out rows.
 *
 * @param latent from 0
 * @param r2 of the linear probe; below 0 for a probe worse than the mean
 * @param chanceR2 the same with shuffled rows: the mean and the range
 * @param balancedAccuracy of the probe, cut at the latent's mean: the mean over its two values; chance is 1/2
 * @param auc of the probe: how often a row with the greater value is ranked above one with the smaller; chance is 1/2.
 *     The interval is known from 10 held-out rows of either value on, and is wide enough that with 95% confidence all
 *     these intervals hold together
 * @param coordinate from 0: the single coordinate that is best correlated with the latent on the training rows
 * @param coordinateAuc its AUC after its sign
 */
public record LatentFigures(
        int latent,
        double r2,
        Interval chanceR2,
        double balancedAccuracy,
        Interval auc,
        int coordinate,
        Interval coordinateAuc) {

    /** Whether it is read beyond chance by the probe or by the coordinate: an interval of an AUC is above 1/2. */
    public boolean isRead() {
        return auc.low() > 0.5 || coordinateAuc.low() > 0.5;
    }
}
