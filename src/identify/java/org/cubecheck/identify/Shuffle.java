package org.cubecheck.identify;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random orders of rows. */
final class Shuffle {

    private Shuffle() {}

    /** 0 to n-1 in random order, every order alike (Fisher and Yates). */
    static int[] of(int n, RandomGenerator random) {
        var order = IntStream.range(0, n).toArray();
        shuffle(order, 0, n, random);
        return order;
    }

    /**
     * By row the row that takes its place. Where rows are grouped, the groups are laid end to end in random order, the
     * rows within each in random order too, in the places that they had in their own order. So rows of a group stay
     * neighbours: groups of one size take each other's places whole, those of several sizes overlap.
     */
    static int[] of(PairedSamples samples, RandomGenerator random) {
        if (samples.groups.isEmpty()) return of(samples.rows, random);
        var groups = samples.groups.get();
        int[] places = groups.inTurn(groups.all());
        int[] order = of(groups.count(), random);
        int[] others = groups.inTurn(order);
        int from = 0;
        for (int group : order) {
            int size = groups.rows()[group].length;
            shuffle(others, from, from + size, random);
            from += size;
        }
        var moved = new int[samples.rows];
        for (int k = 0; k < moved.length; k++) moved[places[k]] = others[k];
        return moved;
    }

    private static void shuffle(int[] order, int from, int to, RandomGenerator random) {
        for (int k = to - 1; k > from; k--) {
            int other = from + random.nextInt(k - from + 1);
            int row = order[k];
            order[k] = order[other];
            order[other] = row;
        }
    }
}
