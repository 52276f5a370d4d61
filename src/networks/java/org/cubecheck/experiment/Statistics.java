package org.cubecheck.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** Summaries over seeds. */
final class Statistics {

    private Statistics() {}

    /**
     * A median between two of the values it is the median of.
     *
     * @param rank the ends are the values of this rank from below and from above, 1 for the extremes
     * @param coverage how likely such an interval covers the median of what the values were drawn from: of independent
     *     draws, whatever they are drawn from, with equality if no two can be equal
     */
    record Interval(double value, double low, double high, int rank, double coverage) {}

    /** The quantile at a fraction within 0..1, linear between order statistics. */
    static double quantile(double[] values, double fraction) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        double position = fraction * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /**
     * The median with the narrowest interval of order statistics that covers with at least 95%; of five values or fewer
     * none does, and it is their range. The median lies below the value of rank r iff fewer than r of n fair coins show
     * heads.
     */
    static Interval median95(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int rank = 1;
        while (2 * (rank + 1) <= n && covers(n, rank + 1) >= 0.95) rank++;
        return new Interval(median(values), sorted[rank - 1], sorted[n - rank], rank, covers(n, rank));
    }

    private static double covers(int n, int rank) {
        return 1 - 2 * new BinomialDistribution(null, n, 0.5).cumulativeProbability(rank - 1);
    }

    /** The sign test, one-sided: how likely n fair coins show at least so many heads. */
    static double sign(int n, int heads) {
        // 1 less the other tail would leave nothing of a small one.
        var ways = BigInteger.ONE;
        var extreme = BigInteger.ZERO;
        for (int k = n; k >= Math.max(heads, 0); k--) {
            extreme = extreme.add(ways);
            ways = ways.multiply(BigInteger.valueOf(k)).divide(BigInteger.valueOf(n - k + 1L));
        }
        return new BigDecimal(extreme)
                .divide(new BigDecimal(BigInteger.TWO.pow(n)), new MathContext(40))
                .doubleValue();
    }

    /**
     * Holm's correction: the least level at which each of several tests rejects if the probability that any true null
     * hypothesis among them is rejected shall be at most that level, however the tests depend on each other.
     */
    static double[] holm(double[] p) {
        var order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        var corrected = new double[p.length];
        double least = 0;
        for (int i = 0; i < p.length; i++) {
            least = Math.max(least, Math.min(1, (p.length - i) * p[order.get(i)]));
            corrected[order.get(i)] = least;
        }
        return corrected;
    }

    /**
     * Wilcoxon's signed-rank test of paired values, one-sided and exact: the probability, were signs of the differences
     * fair coins, of a rank sum of the pairs with {@code less[i] < more[i]} at least as large as the one seen. Zero
     * differences are left out, ties share their mean rank. What it tests is that the differences are symmetric about
     * 0. At most 30 pairs; n of them cannot give less than 2^-n.
     */
    static double wilcoxon(double[] less, double[] more) {
        if (less.length != more.length || less.length > 30)
            throw new IllegalArgumentException("1..30 pairs, not " + less.length + " and " + more.length);
        var differences = new double[less.length];
        for (int i = 0; i < differences.length; i++) differences[i] = more[i] - less[i];
        differences = Arrays.stream(differences).filter(x -> x != 0).toArray();
        int n = differences.length;
        if (n == 0) return 1;
        // Twice the mean ranks are integers, so the null distribution is a subset-sum count.
        var twiceRank = new int[n];
        int total = 0;
        int seen = 0;
        for (int i = 0; i < n; i++) {
            int below = 0;
            int equal = 0;
            for (double other : differences) {
                if (Math.abs(other) < Math.abs(differences[i])) below++;
                if (Math.abs(other) == Math.abs(differences[i])) equal++;
            }
            twiceRank[i] = 2 * below + equal + 1;
            total += twiceRank[i];
            if (differences[i] > 0) seen += twiceRank[i];
        }
        var ways = new long[total + 1];
        ways[0] = 1;
        for (int rank : twiceRank) {
            for (int s = total; s >= rank; s--) ways[s] += ways[s - rank];
        }
        long extreme = 0;
        for (int s = seen; s <= total; s++) extreme += ways[s];
        return extreme / Math.pow(2, n);
    }
}
