package org.cubecheck.identify;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The scores of the disentanglement literature. Matrices are by coordinate, then latent. */
final class Scores {

    private static final int BINS = 20;

    private Scores() {}

    /**
     * Disentanglement: 1 less the entropy (base d) of each coordinate's importances over the latents, the coordinates
     * weighted by their share of all importance. Eastwood and Williams, ICLR 2018.
     */
    static OptionalDouble disentanglement(double[][] importance) {
        int d = importance[0].length;
        double total = Arrays.stream(importance).flatMapToDouble(Arrays::stream).sum();
        if (d < 2 || total <= 0) return OptionalDouble.empty();
        double score = 0;
        for (var row : importance) {
            double sum = Arrays.stream(row).sum();
            if (sum > 0) score += sum / total * (1 - entropy(row, sum) / StrictMath.log(d));
        }
        return OptionalDouble.of(score);
    }

    /**
     * Completeness: 1 less the entropy (base w) of each latent's importances over the coordinates; the mean over the
     * latents.
     */
    static OptionalDouble completeness(double[][] importance) {
        int w = importance.length;
        if (w < 2) return OptionalDouble.empty();
        int d = importance[0].length;
        double score = 0;
        for (int j = 0; j < d; j++) {
            int latent = j;
            var column =
                    Arrays.stream(importance).mapToDouble(row -> row[latent]).toArray();
            double sum = Arrays.stream(column).sum();
            if (sum > 0) score += (1 - entropy(column, sum) / StrictMath.log(w)) / d;
        }
        return OptionalDouble.of(score);
    }

    private static double entropy(double[] weights, double sum) {
        return -Arrays.stream(weights)
                .filter(v -> v > 0)
                .map(v -> v / sum * StrictMath.log(v / sum))
                .sum();
    }

    /** The mean over the latents of the best coordinate's score less the next best's; none with a single coordinate. */
    static OptionalDouble gap(double[][] score) {
        if (score.length < 2) return OptionalDouble.empty();
        return IntStream.range(0, score[0].length)
                .mapToDouble(j -> {
                    var sorted = Arrays.stream(score)
                            .mapToDouble(row -> row[j])
                            .sorted()
                            .toArray();
                    return sorted[sorted.length - 1] - sorted[sorted.length - 2];
                })
                .average();
    }

    /**
     * The accuracy on held-out rows of the threshold on one coordinate that is best on the training rows (the scores
     * behind SAP; Kumar, Sattigeri, Balakrishnan, ICLR 2018, who fit a linear classifier). Cost w n (log n + d).
     */
    static double[][] thresholdAccuracy(double[][] phi, double[][] z, int[] train, int[] test) {
        var accuracy = new double[phi.length][z.length];
        for (int i = 0; i < phi.length; i++) {
            double[] column = phi[i];
            var values =
                    distinct(Arrays.stream(train).mapToDouble(r -> column[r]).toArray());
            var ranks = Arrays.stream(train)
                    .map(r -> Arrays.binarySearch(values, column[r]))
                    .toArray();
            for (int j = 0; j < z.length; j++) {
                // Sums of the latent's signs, not a branch for each: half of all branches would be guessed wrongly.
                var signs = new double[values.length];
                double all = 0;
                for (int k = 0; k < train.length; k++) {
                    double sign = z[j][train[k]];
                    signs[ranks[k]] += sign;
                    all += sign;
                }
                accuracy[i][j] = Threshold.best(values, signs, all).accuracy(column, z[j], test);
            }
        }
        return accuracy;
    }

    /**
     * The rule that calls a latent {@code above} where the coordinate exceeds the value, and the opposite elsewhere.
     */
    private record Threshold(double value, int above) {

        /**
         * The rule that is right most often on the training rows, a constant one included.
         *
         * @param signs by value, rising: the sum of the latent's signs
         * @param all their sum, by which "+1 everywhere" is right more often than wrong
         */
        static Threshold best(double[] values, double[] signs, double all) {
            double lead = all;
            double most = Math.abs(lead);
            var best = new Threshold(Double.NEGATIVE_INFINITY, lead >= 0 ? 1 : -1);
            for (int k = 0; k < values.length; k++) {
                lead -= 2 * signs[k];
                if (Math.abs(lead) <= most) continue;
                most = Math.abs(lead);
                best = new Threshold(values[k], lead >= 0 ? 1 : -1);
            }
            return best;
        }

        double accuracy(double[] column, double[] latent, int[] rows) {
            int hits = 0;
            for (int r : rows) hits += (column[r] > value ? above : -above) == latent[r] ? 1 : 0;
            return (double) hits / rows.length;
        }
    }

    /** The different values, rising. */
    private static double[] distinct(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (double value : sorted) {
            if (size == 0 || value != sorted[size - 1]) sorted[size++] = value;
        }
        return Arrays.copyOf(sorted, size);
    }

    /**
     * Mutual information of every coordinate and latent, over the latent's entropy (the scores behind MIG; Chen, Li,
     * Grosse, Duvenaud, NeurIPS 2018). A coordinate with at most 20 values is taken as it is, else in 20 bins of equal
     * width; the plug-in estimate, which is too high by about 19 / (2 n ln 2) bits with 20 bins.
     */
    static double[][] information(double[][] phi, double[][] z) {
        var information = new double[phi.length][z.length];
        for (int i = 0; i < phi.length; i++) {
            var bin = bins(phi[i]);
            var rows = new double[Arrays.stream(bin).max().orElse(0) + 1];
            for (int b : bin) rows[b]++;
            for (int j = 0; j < z.length; j++) {
                // Sums of the latent's signs, not a branch for each: half of all branches would be guessed wrongly.
                var signs = new double[rows.length];
                for (int r = 0; r < bin.length; r++) signs[bin[r]] += z[j][r];
                information[i][j] = normalised(rows, signs, bin.length);
            }
        }
        return information;
    }

    /** @param rows by bin; as {@code signs}, the sum of the latent's signs there */
    private static double normalised(double[] rows, double[] signs, int n) {
        double all = Arrays.stream(signs).sum();
        double mutual = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            double latent = (n + sign * all) / 2;
            for (int b = 0; b < rows.length; b++) {
                double cell = (rows[b] + sign * signs[b]) / 2;
                if (cell > 0) mutual += cell / n * StrictMath.log(cell * n / (rows[b] * latent));
            }
        }
        return Math.max(0, mutual / entropy(new double[] {(n - all) / 2, (n + all) / 2}, n));
    }

    private static int[] bins(double[] column) {
        // Whether there are more values than bins is mostly clear from a few rows, without sorting all.
        var few = Arrays.stream(column).distinct().limit(BINS + 1).sorted().toArray();
        if (few.length <= BINS)
            return Arrays.stream(column)
                    .mapToInt(v -> Arrays.binarySearch(few, v))
                    .toArray();
        double low = Arrays.stream(column).min().orElse(0);
        double width = (Arrays.stream(column).max().orElse(0) - low) / BINS;
        return Arrays.stream(column)
                .mapToInt(v -> (int) Math.min(BINS - 1, (v - low) / width))
                .toArray();
    }
}
