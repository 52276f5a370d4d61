package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.List;

/**
 * A coordinate that is nearer to the product of two latents than to any latent, chosen on the training rows.
 *
 * @param coordinate from 0
 * @param sign of the correlation on the training rows, -1 or +1
 * @param latents two, from 0, rising
 * @param correlation after the sign, on the held-out rows; its interval, on Fisher's scale and wide enough for all pairs
 *     together, is above 0
 */
public record ProductFigures(int coordinate, int sign, List<Integer> latents, Interval correlation) {

    private static final double MOST_WORK = 4e9;

    public ProductFigures {
        latents = List.copyOf(latents);
    }

    /** By pair of latents; none where the held-out rows are too few for intervals or all pairs would take long. */
    static List<ProductFigures> of(PairedSamples samples, double[][] phi, Split split) {
        int d = split.latents().length;
        int held = split.test().length;
        if (held < Bootstrap.FEWEST_FOR_INTERVALS || (double) d * d / 2 * phi.length * samples.rows > MOST_WORK)
            return List.of();
        var single = new double[phi.length];
        for (int i = 0; i < phi.length; i++) {
            for (int k = 0; k < d && !samples.constantCoordinate[i]; k++)
                single[i] = Math.max(
                        single[i], Math.abs(Correlation.of(phi[i], samples.z[split.latents()[k]], split.train())));
        }
        var found = new ArrayList<ProductFigures>();
        for (int b = 0; b < d; b++) {
            for (int a = 0; a < b; a++) {
                double[] product = product(samples.z[split.latents()[a]], samples.z[split.latents()[b]]);
                int best = -1;
                double greatest = 0;
                for (int i = 0; i < phi.length; i++) {
                    if (samples.constantCoordinate[i]) continue;
                    double r = Correlation.of(phi[i], product, split.train());
                    if (Math.abs(r) <= Math.abs(greatest) || Math.abs(r) <= single[i]) continue;
                    greatest = r;
                    best = i;
                }
                if (best < 0) continue;
                int sign = greatest < 0 ? -1 : 1;
                var interval = Interval.ofCorrelation(
                        sign * Correlation.of(phi[best], product, split.test()), held, d * (d - 1) / 2);
                if (interval.low() > 0)
                    found.add(
                            new ProductFigures(best, sign, List.of(split.latents()[a], split.latents()[b]), interval));
            }
        }
        return found;
    }

    private static double[] product(double[] a, double[] b) {
        var product = new double[a.length];
        for (int r = 0; r < a.length; r++) product[r] = a[r] * b[r];
        return product;
    }
}
