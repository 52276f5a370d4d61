package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/** The assignment of coordinates to latents, one to one, with the greatest sum of weights (Hungarian method). */
final class Assignment {

  private Assignment() {}

  /**
   * @param weight by coordinate and latent, within 0..1
   * @return by latent: its coordinate, or -1 where there are fewer coordinates than latents
   */
  static int[] of(double[][] weight, int latents) {
    var assigned = new int[latents];
    Arrays.fill(assigned, -1);
    if (latents == 0 || weight.length == 0) return assigned;
    // A latent's d best coordinates suffice: the other latents take d - 1 of them at most, so a better one is always free.
    Set<Integer> kept = new LinkedHashSet<>();
    for (int j = 0; j < latents; j++) {
      int latent = j;
      IntStream.range(0, weight.length).boxed().sorted(Comparator.comparingDouble(i -> -weight[i][latent])).limit(latents)
          .forEach(kept::add);
    }
    List<Integer> candidates = new ArrayList<>(kept);
    candidates.sort(Comparator.naturalOrder());
    int size = Math.max(latents, candidates.size());
    var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    Set<Integer> left = new LinkedHashSet<>();
    Set<Integer> right = new LinkedHashSet<>();
    for (int k = 0; k < size; k++) {
      graph.addVertex(k);
      graph.addVertex(size + k);
      left.add(k);
      right.add(size + k);
    }
    for (int j = 0; j < size; j++) {
      for (int k = 0; k < size; k++) {
        double gain = j < latents && k < candidates.size() ? weight[candidates.get(k)][j] : 0;
        graph.setEdgeWeight(graph.addEdge(j, size + k), 1 - gain);
      }
    }
    for (var edge : new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, left, right).getMatching()) {
      int j = graph.getEdgeSource(edge);
      int k = graph.getEdgeTarget(edge) - size;
      if (j < latents && k < candidates.size()) assigned[j] = candidates.get(k);
    }
    return assigned;
  }
}
