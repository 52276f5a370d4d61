package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The assignment of coordinates to latents over all rows.
 *
 * @param matches by latent: of the one-to-one assignments with the most exact pairs the one with the greatest sum of
 *     absolute correlations; latents without a coordinate are left out
 * @param meanCorrelation the mean absolute correlation of the assignment with the greatest, whatever is exact
 * @param assignedError the mean variance of a latent in the 0/1 coding that its coordinate leaves unexplained
 */
record Matching(List<Match> matches, double meanCorrelation, double assignedError) {

    Matching {
        matches = List.copyOf(matches);
    }

    static Matching of(PairedSamples samples, Correlations correlations) {
        int[] active = samples.active();
        double[][] weight = correlations.magnitudes(active);
        int[] best = Assignment.of(weight, active.length);
        double mean = IntStream.range(0, active.length)
                        .filter(k -> best[k] >= 0)
                        .mapToDouble(k -> weight[best[k]][k])
                        .sum()
                / active.length;
        var matches = matches(samples, correlations, Assignment.of(exactFirst(samples, weight), active.length));
        return new Matching(matches, mean, error(samples, matches));
    }

    /**
     * The same with 1 + d added for every coordinate that equals the latent on every row: more than the others can make
     * up for.
     */
    private static double[][] exactFirst(PairedSamples samples, double[][] weight) {
        int[] active = samples.active();
        var first = new double[weight.length][active.length];
        for (int i = 0; i < weight.length; i++) {
            for (int k = 0; k < active.length; k++) {
                int different = samples.constantCoordinate[i]
                        ? 1
                        : Bits.different(samples.latentBits[active[k]], samples.coordinateBits[i]);
                first[i][k] = weight[i][k] + (different == 0 || different == samples.rows ? 1 + active.length : 0);
            }
        }
        return first;
    }

    /** A constant coordinate is no match. */
    private static List<Match> matches(PairedSamples samples, Correlations correlations, int[] assigned) {
        int[] active = samples.active();
        var found = new ArrayList<Match>();
        for (int k = 0; k < active.length; k++) {
            int i = assigned[k];
            int j = active[k];
            if (i < 0 || samples.constantCoordinate[i]) continue;
            double correlation = correlations.at(i, j);
            int sign = correlation < 0 ? -1 : 1;
            int different = Bits.different(samples.latentBits[j], samples.coordinateBits[i]);
            int agreeing = sign > 0 ? samples.rows - different : different;
            found.add(new Match(j, i, sign, correlation, (double) agreeing / samples.rows));
        }
        return found;
    }

    private static double error(PairedSamples samples, List<Match> matches) {
        double error = 0;
        for (int j : samples.active()) {
            double mean = Arrays.stream(samples.z[j]).sum() / samples.rows;
            double r = matches.stream()
                    .filter(m -> m.latent() == j)
                    .mapToDouble(Match::correlation)
                    .findFirst()
                    .orElse(0);
            error += (1 - mean * mean) / 4 * (1 - r * r);
        }
        return error / samples.active().length;
    }

    /** Those that are exact. */
    List<Match> exact() {
        return matches.stream().filter(Match::isExact).toList();
    }

    /** In the order of their coordinates. */
    List<Match> byCoordinate() {
        return matches.stream()
                .sorted(Comparator.comparingInt(Match::coordinate))
                .toList();
    }
}
