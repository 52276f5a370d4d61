package org.cubecheck.identify;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * All that an identification computes, a record for each table. Each step is a function of earlier ones alone; a further
 * control is one more record and one more step.
 *
 * @param chance what shuffled rows would show of the binarised coordinates
 * @param products by coordinate
 * @param crossFit none with fewer than 20 rows, or groups of rows, or fewer matches than latents that vary
 * @param regression where there is a cross-fit
 * @param controls what finding all latents is worth
 * @param points none where there are too many latents or too few rows
 * @param cube where each point occurs
 * @param mig none with one coordinate
 */
record Findings(
        PairedSamples samples,
        Correlations correlations,
        Matching matching,
        Chance chance,
        List<NearestProduct> products,
        Optional<Mixture> mixture,
        Optional<CrossFit> crossFit,
        Optional<Regression> regression,
        Controls controls,
        Optional<CubePoints> points,
        Optional<WholeCube> cube,
        OptionalDouble mig,
        Optional<HeldOut> heldOut) {

    static Findings of(PairedSamples samples, long seed, int resamples, int shuffles) {
        var correlations = Correlations.of(samples);
        var matching = Matching.of(samples, correlations);
        var chance = Chance.ofRows(samples);
        var products = NearestProduct.of(samples);
        var mixture = Mixture.of(samples, products, chance);
        var random = new SplittableRandom(seed).split();
        int varying = samples.active().length;
        boolean judged =
                samples.independent() >= Split.FEWEST_ROWS && matching.matches().size() == varying;
        var subsample =
                judged ? Optional.of(Subsample.of(samples, Criterion.MOST_ROWS, random)) : Optional.<Subsample>empty();
        var crossFit = subsample.flatMap(CrossFit::of);
        var regression =
                crossFit.map(fit -> Criterion.of(subsample.orElseThrow().z(), fit));
        boolean all = matching.exact().size() == varying
                || regression.filter(Regression::established).isPresent();
        var controls = Controls.of(samples, matching.matches(), chance, all, subsample, regression, random);
        var points = CubePoints.of(samples);
        return new Findings(
                samples,
                correlations,
                matching,
                chance,
                products,
                mixture,
                crossFit,
                regression,
                controls,
                points,
                WholeCube.of(samples, points, matching.exact(), controls),
                Scores.gap(Scores.information(samples.phi, samples.latents(samples.active()))),
                HeldOut.of(samples, seed, resamples, shuffles));
    }

    int varyingLatents() {
        return samples.active().length;
    }

    int recovered() {
        return matching.exact().size();
    }

    /**
     * Whether the matched coordinates are the latents that vary, up to permutation and sign. Never beside a finding that
     * denies it: what binarised is a mixture or no world model, or what shuffled rows would show too.
     */
    boolean signedPermutationEstablished() {
        if (matching.matches().size() < varyingLatents()
                || mixture.isPresent()
                || cube.map(WholeCube::verdict).filter(Findings::denies).isPresent()) return false;
        boolean clear = regression.filter(Regression::established).isPresent();
        return recovered() == varyingLatents()
                ? !controls.atChance() || clear && controls.ofRows() <= Chance.SMALL
                : clear;
    }

    private static boolean denies(CubeVerdict verdict) {
        return verdict instanceof CubeVerdict.Stabilizer
                || verdict instanceof CubeVerdict.Invertible
                || verdict instanceof CubeVerdict.Overcomplete
                || verdict instanceof CubeVerdict.NotInvertible;
    }
}
