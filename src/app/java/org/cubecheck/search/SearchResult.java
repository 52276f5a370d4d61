package org.cubecheck.search;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a local search met.
 *
 * @param transforms how many transforms it looked at
 * @param ends for each least slack that a restart came to, the number of restarts
 * @param nearest the images of the first transform of the least slack of all
 * @param contradicted the images of the first transforms, at most one, where the sign of the slack and the check did
 * not agree
 */
record SearchResult(
        long transforms, SortedMap<Integer, Long> ends, List<Integer> nearest, List<List<Integer>> contradicted)
        implements Serializable {

    SearchResult {
        ends = Collections.unmodifiableSortedMap(new TreeMap<>(ends));
        nearest = List.copyOf(nearest);
        contradicted = contradicted.stream().map(List::copyOf).toList();
    }

    long restarts() {
        return ends.values().stream().mapToLong(count -> count).sum();
    }

    /** How many restarts came to a transform that refutes the statement. */
    long refuting() {
        return ends.headMap(0).values().stream().mapToLong(count -> count).sum();
    }

    int least() {
        return ends.firstKey();
    }

    SearchResult plus(SearchResult next) {
        var sum = new TreeMap<>(ends);
        next.ends.forEach((slack, count) -> sum.merge(slack, count, Long::sum));
        return new SearchResult(
                transforms + next.transforms,
                sum,
                next.least() < least() ? next.nearest : nearest,
                contradicted.isEmpty() ? next.contradicted : contradicted);
    }
}
