package org.cubecheck.identify;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How clearly columns show the latents one by one: the least part, among the latents, that its own weight squared has in
 * the sum of all, of what stands for it regressed on all latents.
 */
final class Clearness {

    /** Of the columns nearest to a latent more than these are never assigned to it. */
    private static final int NEAREST = 6;

    private Clearness() {}

    /**
     * 0 where nothing stands for a latent, or where its weight has the other sign. NaN where the rows do not tell the
     * weights apart.
     */
    static double of(Subsample rows) {
        double[][] z = rows.z();
        var fit = CrossFit.of(rows);
        if (fit.isEmpty()) return 0;
        var weights = Loadings.of(
                z, fit.get().value(), IntStream.range(0, z[0].length).toArray());
        if (weights.isEmpty()) return Double.NaN;
        double least = 1;
        for (int k = 0; k < z.length; k++) {
            double own = Math.max(0, weights.get()[k][k]);
            double all = Arrays.stream(weights.get()[k]).map(v -> v * v).sum();
            least = Math.min(least, all > 0 ? own * own / all : 0);
        }
        return least;
    }

    /**
     * The columns that can matter: the few with the greatest absolute correlations with each latent, rising.
     *
     * @param correlation by column, then latent
     */
    static int[] nearest(double[][] correlation) {
        var chosen = new TreeSet<Integer>();
        int w = correlation.length;
        int d = w == 0 ? 0 : correlation[0].length;
        for (int k = 0; k < d; k++) {
            var best = new int[Math.min(NEAREST, w)];
            int size = 0;
            for (int i = 0; i < w; i++) {
                double value = Math.abs(correlation[i][k]);
                int at = size < best.length ? size++ : size;
                while (at > 0 && Math.abs(correlation[best[at - 1]][k]) < value) {
                    if (at < best.length) best[at] = best[at - 1];
                    at--;
                }
                if (at < best.length) best[at] = i;
            }
            for (int i = 0; i < size; i++) chosen.add(best[i]);
        }
        return chosen.stream().mapToInt(i -> i).toArray();
    }
}
