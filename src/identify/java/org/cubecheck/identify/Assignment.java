package org.cubecheck.identify;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/** The assignment of coordinates to latents, one to one, with the greatest sum of weights. */
public final class Assignment {

    private Assignment() {}

    /**
     * By JGraphT's matching of greatest weight, in exact arithmetic. Half a second for 64 latents and 1,500
     * coordinates, where its Kuhn-Munkres, which takes squares only, needs most of a minute.
     *
     * @param weight by coordinate and latent, not negative
     * @return by latent: its coordinate, or -1 where there are fewer coordinates than latents
     */
    public static int[] of(double[][] weight, int latents) {
        var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        var left = new LinkedHashSet<>(IntStream.range(0, latents).boxed().toList());
        var right = new LinkedHashSet<>(
                IntStream.range(latents, latents + weight.length).boxed().toList());
        left.forEach(graph::addVertex);
        right.forEach(graph::addVertex);
        for (int j : left) {
            // One more than the weight: a pair of no weight is no worse than none, and is to be assigned.
            for (int i : right) graph.setEdgeWeight(graph.addEdge(j, i), 1 + weight[i - latents][j]);
        }
        var assigned = new int[latents];
        Arrays.fill(assigned, -1);
        for (var pair : new MaximumWeightBipartiteMatching<>(graph, left, right).getMatching())
            assigned[graph.getEdgeSource(pair)] = graph.getEdgeTarget(pair) - latents;
        return assigned;
    }
}
