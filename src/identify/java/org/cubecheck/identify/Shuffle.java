package org.cubecheck.identify;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random orders of rows. */
final class Shuffle {

    private Shuffle() {}

    /** 0 to n-1 in random order, every order alike (Fisher and Yates). */
    static int[] of(int n, RandomGenerator random) {
        var order = IntStream.range(0, n).toArray();
        for (int k = n - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int row = order[k];
            order[k] = order[other];
            order[other] = row;
        }
        return order;
    }
}
