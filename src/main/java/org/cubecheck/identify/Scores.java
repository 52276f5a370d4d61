package org.cubecheck.identify;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The scores of the disentanglement literature. Matrices are by coordinate, then latent. */
final class Scores {

  private static final int BINS = 20;

  private Scores() {}

  /**
   * Disentanglement: 1 less the entropy (base d) of each coordinate's importances over the latents, the coordinates weighted by their share of
   * all importance. Eastwood and Williams, ICLR 2018.
   */
  static OptionalDouble disentanglement(double[][] importance) {
    int d = importance[0].length;
    double total = Arrays.stream(importance).flatMapToDouble(Arrays::stream).sum();
    if (d < 2 || total <= 0) return OptionalDouble.empty();
    double score = 0;
    for (var row : importance) {
      double sum = Arrays.stream(row).sum();
      if (sum > 0) score += sum / total * (1 - entropy(row, sum) / Math.log(d));
    }
    return OptionalDouble.of(score);
  }

  /** Completeness: 1 less the entropy (base w) of each latent's importances over the coordinates; the mean over the latents. */
  static OptionalDouble completeness(double[][] importance) {
    int w = importance.length;
    if (w < 2) return OptionalDouble.empty();
    int d = importance[0].length;
    double score = 0;
    for (int j = 0; j < d; j++) {
      int latent = j;
      var column = Arrays.stream(importance).mapToDouble(row -> row[latent]).toArray();
      double sum = Arrays.stream(column).sum();
      if (sum > 0) score += (1 - entropy(column, sum) / Math.log(w)) / d;
    }
    return OptionalDouble.of(score);
  }

  private static double entropy(double[] weights, double sum) {
    return -Arrays.stream(weights).filter(v -> v > 0).map(v -> v / sum * Math.log(v / sum)).sum();
  }

  /** The mean over the latents of the best coordinate's score less the next best's; none with a single coordinate. */
  static OptionalDouble gap(double[][] score) {
    if (score.length < 2) return OptionalDouble.empty();
    return IntStream.range(0, score[0].length).mapToDouble(j -> {
      var sorted = Arrays.stream(score).mapToDouble(row -> row[j]).sorted().toArray();
      return sorted[sorted.length - 1] - sorted[sorted.length - 2];
    }).average();
  }

  /**
   * The accuracy on held-out rows of the threshold on one coordinate that is best on the training rows (the scores behind SAP; Kumar,
   * Sattigeri, Balakrishnan, ICLR 2018, who fit a linear classifier). Cost w n (log n + d).
   */
  static double[][] thresholdAccuracy(double[][] phi, double[][] z, int[] train, int[] test) {
    var accuracy = new double[phi.length][z.length];
    for (int i = 0; i < phi.length; i++) {
      double[] column = phi[i];
      var order = Arrays.stream(train).boxed().sorted((a, b) -> Double.compare(column[a], column[b])).mapToInt(Integer::intValue).toArray();
      for (int j = 0; j < z.length; j++) accuracy[i][j] = thresholdAccuracy(column, z[j], order, test);
    }
    return accuracy;
  }

  private static double thresholdAccuracy(double[] column, double[] latent, int[] order, int[] test) {
    int plus = 0;
    for (int r : order) plus += latent[r] > 0 ? 1 : 0;
    // right = rows right if all at or below the threshold are called -1 and all above +1; its mirror image has the rest.
    int right = plus;
    int best = Math.max(right, order.length - right);
    double threshold = Double.NEGATIVE_INFINITY;
    int above = right >= order.length - right ? 1 : -1;
    for (int k = 0; k < order.length; k++) {
      right += latent[order[k]] > 0 ? -1 : 1;
      if (k + 1 < order.length && column[order[k + 1]] == column[order[k]]) continue;
      if (Math.max(right, order.length - right) > best) {
        best = Math.max(right, order.length - right);
        threshold = column[order[k]];
        above = right >= order.length - right ? 1 : -1;
      }
    }
    int hits = 0;
    for (int r : test) hits += (column[r] > threshold ? above : -above) == latent[r] ? 1 : 0;
    return (double) hits / test.length;
  }

  /**
   * Mutual information of every coordinate and latent, over the latent's entropy (the scores behind MIG; Chen, Li, Grosse, Duvenaud, NeurIPS
   * 2018). A coordinate with at most 20 values is taken as it is, else in 20 bins of equal width; the plug-in estimate, which is
   * too high by about 19 / (2 n ln 2) bits with 20 bins.
   */
  static double[][] information(double[][] phi, double[][] z) {
    var information = new double[phi.length][z.length];
    for (int i = 0; i < phi.length; i++) {
      var bin = bins(phi[i]);
      int bins = Arrays.stream(bin).max().orElse(0) + 1;
      for (int j = 0; j < z.length; j++) {
        var joint = new double[bins][2];
        for (int r = 0; r < bin.length; r++) joint[bin[r]][z[j][r] > 0 ? 1 : 0]++;
        information[i][j] = normalised(joint, bin.length);
      }
    }
    return information;
  }

  private static double normalised(double[][] joint, int n) {
    var latent = new double[2];
    for (var cell : joint) {
      latent[0] += cell[0];
      latent[1] += cell[1];
    }
    double mutual = 0;
    for (var cell : joint) {
      for (int side = 0; side < 2; side++) {
        if (cell[side] > 0) mutual += cell[side] / n * Math.log(cell[side] * n / ((cell[0] + cell[1]) * latent[side]));
      }
    }
    return Math.max(0, mutual / entropy(latent, n));
  }

  private static int[] bins(double[] column) {
    var distinct = Arrays.stream(column).sorted().distinct().limit(BINS + 1L).toArray();
    if (distinct.length <= BINS) return Arrays.stream(column).mapToInt(v -> Arrays.binarySearch(distinct, v)).toArray();
    double low = Arrays.stream(column).min().orElse(0);
    double width = (Arrays.stream(column).max().orElse(0) - low) / BINS;
    return Arrays.stream(column).mapToInt(v -> (int) Math.min(BINS - 1, (v - low) / width)).toArray();
  }
}
