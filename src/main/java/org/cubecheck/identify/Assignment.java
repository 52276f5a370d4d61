package org.cubecheck.identify;

import java.util.Arrays;

/** The assignment of coordinates to latents, one to one, with the greatest sum of weights (Hungarian method). */
final class Assignment {

  private Assignment() {}

  /**
   * Latents enter one by one; each takes the cheapest way of reassigning those before it, by a search for a shortest path with potentials
   * (Jonker and Volgenant 1987). Cost d^2 max(d, w) for d latents and w coordinates.
   *
   * @param weight by coordinate and latent, not negative
   * @return by latent: its coordinate, or -1 where there are fewer coordinates than latents
   */
  static int[] of(double[][] weight, int latents) {
    int w = weight.length;
    int columns = Math.max(w, latents);
    // Latents and columns count from 1 here; column 0 holds the latent that enters. Columns past the coordinates stand for "none".
    var holder = new int[columns + 1];
    var ofLatent = new double[latents + 1];
    var ofColumn = new double[columns + 1];
    for (int entering = 1; entering <= latents; entering++) {
      holder[0] = entering;
      int column = 0;
      var least = new double[columns + 1];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      var before = new int[columns + 1];
      var settled = new boolean[columns + 1];
      do {
        settled[column] = true;
        int latent = holder[column];
        double step = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int c = 1; c <= columns; c++) {
          if (settled[c]) continue;
          double cost = -(c <= w ? weight[c - 1][latent - 1] : 0) - ofLatent[latent] - ofColumn[c];
          if (cost < least[c]) {
            least[c] = cost;
            before[c] = column;
          }
          if (least[c] < step) {
            step = least[c];
            next = c;
          }
        }
        for (int c = 0; c <= columns; c++) {
          if (settled[c]) {
            ofLatent[holder[c]] += step;
            ofColumn[c] -= step;
          } else {
            least[c] -= step;
          }
        }
        column = next;
      } while (holder[column] != 0);
      while (column != 0) {
        holder[column] = holder[before[column]];
        column = before[column];
      }
    }
    var assigned = new int[latents];
    Arrays.fill(assigned, -1);
    for (int c = 1; c <= w; c++) {
      if (holder[c] != 0) assigned[holder[c] - 1] = c - 1;
    }
    return assigned;
  }
}
