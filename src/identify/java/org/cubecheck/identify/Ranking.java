package org.cubecheck.identify;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/** How well values rank the rows of a latent: the area under the curve of Mann and Whitney. */
final class Ranking {

    /** With fewer rows of either value the normal approximation fails. */
    private static final int FEWEST = 10;

    private Ranking() {}

    /**
     * With the interval of Hanley and McNeil (1982), for so many intervals together.
     *
     * @param truth in 0/1
     */
    static Interval of(double[] value, double[] truth, int together) {
        int n = value.length;
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(r -> value[r]))
                .mapToInt(r -> r)
                .toArray();
        double ranks = 0;
        int ones = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            int here = 0;
            while (to < n && value[order[to]] == value[order[from]]) here += truth[order[to++]] > 0.5 ? 1 : 0;
            // Rows of one value share the mean of their ranks.
            ranks += here * (from + to + 1) / 2.0;
            ones += here;
            from = to;
        }
        int zeros = n - ones;
        if (ones == 0 || zeros == 0) return Interval.unknown(0.5);
        double pairs = (double) ones * zeros;
        double auc = (ranks - ones * (ones + 1) / 2.0) / pairs;
        if (ones < FEWEST || zeros < FEWEST) return Interval.unknown(auc);
        double both = auc / (2 - auc);
        double twice = 2 * auc * auc / (1 + auc);
        double variance = (auc * (1 - auc)
                        + (ones - 1) * Math.max(0, both - auc * auc)
                        + (zeros - 1) * Math.max(0, twice - auc * auc))
                / pairs;
        double width = new NormalDistribution().inverseCumulativeProbability(1 - 0.025 / together)
                * Math.sqrt(Math.max(0, variance));
        return new Interval(auc, Math.max(0, auc - width), Math.min(1, auc + width));
    }

    /** The mean over both values of the part of rows that lie on the right side of a bound. */
    static double balancedAccuracy(double[] value, double[] truth, double bound) {
        var rows = new int[2];
        var right = new int[2];
        for (int r = 0; r < value.length; r++) {
            int side = truth[r] > 0.5 ? 1 : 0;
            rows[side]++;
            if ((value[r] > bound) == (side == 1)) right[side]++;
        }
        return rows[0] == 0 || rows[1] == 0 ? 0.5 : 0.5 * right[0] / rows[0] + 0.5 * right[1] / rows[1];
    }
}
