package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * All that needs a split into training rows and held-out rows: a fifth of the rows, at most 50,000. Probe, assignment and
 * signs are fixed on the training rows and measured on the held-out ones.
 *
 * @param rows how many are held out
 * @param groups how many groups they are, held out whole; none where rows are independent
 * @param latents from 0: those that take both values in the training rows and in the held-out rows; every figure here is
 *     over them
 * @param error the mean squared error of a linear probe to the latents in the 0/1 coding, from 30 held-out rows on with
 *     a bootstrap interval for this probe on further rows
 * @param chance what the same probe scores with the rows shuffled: the mean and the range over the shuffles
 * @param shuffles how many are behind the chance: as many as wanted, or fewer where that takes long
 * @param correlation the mean signed correlation of the assigned coordinates, 0 being chance; from 30 held-out rows on
 *     with an interval on Fisher's scale
 * @param drawsWithout the bootstrap draws in which a latent is constant, and left out of the correlation
 * @param scores those of the disentanglement literature
 * @param perLatent how well each of these latents is read
 * @param products of two latents that coordinates are nearer to than to any latent
 * @param importance DCI's, by coordinate, then latent of all; 0 for a latent that is not among these
 */
public record HeldOut(
        int rows,
        OptionalInt groups,
        List<Integer> latents,
        Interval error,
        Interval chance,
        int shuffles,
        Interval correlation,
        int drawsWithout,
        Disentanglement scores,
        List<LatentFigures> perLatent,
        List<ProductFigures> products,
        List<List<Double>> importance) {

    public HeldOut {
        latents = List.copyOf(latents);
        perLatent = List.copyOf(perLatent);
        products = List.copyOf(products);
        importance = importance.stream().map(List::copyOf).toList();
    }

    /** How many rows, or groups of them, an interval is drawn from. */
    int independent() {
        return groups.orElse(rows);
    }

    /**
     * Scores that need held-out rows.
     *
     * @param predicts whether the probe's R^2 is above 0.05 for some latent; else its weights are noise
     * @param informativeness the mean of the probe's R^2
     * @param disentanglement none where nothing is predicted, or with one latent
     * @param completeness none where nothing is predicted, or with one coordinate
     * @param sap none with one coordinate
     */
    public record Disentanglement(
            boolean predicts,
            double informativeness,
            OptionalDouble disentanglement,
            OptionalDouble completeness,
            OptionalDouble sap) {}

    /** None with fewer than 20 rows, or where no latent varies in both parts. */
    static Optional<HeldOut> of(PairedSamples samples, long seed, int resamples, int shuffles) {
        var random = new SplittableRandom(seed);
        return Split.of(samples, random).map(split -> of(samples, split, resamples, shuffles, random));
    }

    private static HeldOut of(
            PairedSamples samples, Split split, int resamples, int shuffles, SplittableRandom random) {
        double[][] phi = Winsorised.of(samples.phi, split.train());
        var probe = new LinearProbe(phi, split.train(), split.test());
        var fit = ProbeFit.of(samples, split, probe);
        // The order of the draws: the split, a generator for the shuffles, the bootstrap. Another would change every
        // report.
        var chance = ProbeChance.of(samples, split, probe, shuffles, random.split());
        var assignment = SignedAssignment.of(samples, split);
        var bootstrap = Bootstrap.of(samples, split, fit, assignment, resamples, random);
        return new HeldOut(
                split.test().length,
                samples.groups.isPresent() ? OptionalInt.of(bootstrap.independent()) : OptionalInt.empty(),
                Arrays.stream(split.latents()).boxed().toList(),
                bootstrap.error(),
                chance.error(),
                chance.shuffles(),
                bootstrap.correlation(),
                bootstrap.drawsWithout(),
                disentanglement(samples, split, fit),
                perLatent(samples, phi, split, fit, chance),
                ProductFigures.of(samples, phi, split),
                importance(samples, split, fit));
    }

    private static List<LatentFigures> perLatent(
            PairedSamples samples, double[][] phi, Split split, ProbeFit fit, ProbeChance chance) {
        double[][] truth = split.targets(samples, split.test());
        boolean few = split.test().length < Bootstrap.FEWEST_FOR_INTERVALS;
        var figures = new ArrayList<LatentFigures>();
        for (int k = 0; k < truth.length; k++) {
            double[] latent = samples.z[split.latents()[k]];
            int best = 0;
            double greatest = 0;
            for (int i = 0; i < phi.length; i++) {
                double r = samples.constantCoordinate[i] ? 0 : Correlation.of(phi[i], latent, split.train());
                if (Math.abs(r) <= Math.abs(greatest)) continue;
                greatest = r;
                best = i;
            }
            // The 0/1 coding has 1 for the sign -1.
            double sign = greatest < 0 ? 1 : -1;
            double[] column = phi[best];
            var own = Ranking.of(
                    Arrays.stream(split.test())
                            .mapToDouble(r -> sign * column[r])
                            .toArray(),
                    truth[k],
                    2 * truth.length);
            var auc = Ranking.of(fit.predictions()[k], truth[k], 2 * truth.length);
            figures.add(new LatentFigures(
                    split.latents()[k],
                    fit.r2()[k],
                    chance.r2().get(k),
                    Ranking.balancedAccuracy(fit.predictions()[k], truth[k], fit.means()[k]),
                    few ? Interval.unknown(auc.value()) : auc,
                    best,
                    few ? Interval.unknown(own.value()) : own));
        }
        return figures;
    }

    private static Disentanglement disentanglement(PairedSamples samples, Split split, ProbeFit fit) {
        double[][] accuracy =
                Scores.thresholdAccuracy(samples.phi, samples.latents(split.latents()), split.train(), split.test());
        return new Disentanglement(
                fit.predicts(),
                Arrays.stream(fit.r2()).average().orElse(0),
                fit.predicts() ? Scores.disentanglement(fit.importance()) : OptionalDouble.empty(),
                fit.predicts() ? Scores.completeness(fit.importance()) : OptionalDouble.empty(),
                Scores.gap(accuracy));
    }

    private static List<List<Double>> importance(PairedSamples samples, Split split, ProbeFit fit) {
        return Arrays.stream(fit.importance())
                .map(row -> {
                    var all = new Double[samples.d()];
                    Arrays.fill(all, 0.0);
                    for (int k = 0; k < row.length; k++) all[split.latents()[k]] = row[k];
                    return List.of(all);
                })
                .toList();
    }
}
