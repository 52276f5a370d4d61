package org.cubecheck.identify;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows that belong together, as they share a word, an object or a recording: groups are independent, rows of one are
 * not.
 *
 * @param rows by group, rising; no group is empty
 */
record RowGroups(int[][] rows) {

    /** @param of by row, the numbers being 0, 1, ... without a gap */
    static RowGroups of(int[] of) {
        int count = Arrays.stream(of).max().orElse(-1) + 1;
        var sizes = new int[count];
        for (int group : of) sizes[group]++;
        var rows = new int[count][];
        for (int g = 0; g < count; g++) rows[g] = new int[sizes[g]];
        for (int r = of.length - 1; r >= 0; r--) rows[of[r]][--sizes[of[r]]] = r;
        return new RowGroups(rows);
    }

    int count() {
        return rows.length;
    }

    /** The rows of some groups, rising. */
    int[] rows(int[] groups) {
        return Arrays.stream(groups)
                .flatMap(group -> Arrays.stream(rows[group]))
                .sorted()
                .toArray();
    }

    /** By group, those of its rows that are among the given rising ones, as places there; groups without one are left out. */
    int[][] placesAmong(int[] some) {
        return Arrays.stream(rows)
                .map(group -> Arrays.stream(group)
                        .map(row -> Arrays.binarySearch(some, row))
                        .filter(place -> place >= 0)
                        .toArray())
                .filter(places -> places.length > 0)
                .toArray(int[][]::new);
    }

    /** The rows, group after group. */
    int[] inTurn(int[] groups) {
        return Arrays.stream(groups)
                .flatMap(group -> Arrays.stream(rows[group]))
                .toArray();
    }

    /** All groups. */
    int[] all() {
        return IntStream.range(0, rows.length).toArray();
    }
}
