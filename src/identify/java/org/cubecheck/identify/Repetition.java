package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Two columns that are equal but for rounding, or opposite.
 *
 * @param column the later one
 * @param of the first one
 * @param sign 1 where they are equal, -1 where they are opposite
 */
record Repetition(int column, int of, int sign) {

    /** Of each column the first that it repeats; constant ones are left out. Cost rows times columns, mostly. */
    static List<Repetition> of(double[][] columns, boolean[] constant) {
        int rows = columns[0].length;
        // Columns that are equal up to rounding, or opposite, have nearly the same absolute sum under random weights.
        var weights = new SplittableRandom(1).doubles(rows, -1, 1).toArray();
        var kept = new TreeMap<Double, List<Integer>>();
        var found = new ArrayList<Repetition>();
        for (int i = 0; i < columns.length; i++) {
            if (constant[i]) continue;
            double sum = 0;
            for (int r = 0; r < rows; r++) sum += weights[r] * columns[i][r];
            double key = Math.abs(sum);
            int column = i;
            // Sums differ by what the columns differ, and by as much again for adding up.
            double near = 2 * PairedSamples.ROUNDING * rows;
            var other = kept.subMap(key - near, true, key + near, true).values().stream()
                    .flatMap(List::stream)
                    .filter(k -> sign(columns[column], columns[k]) != 0)
                    .min(Integer::compare);
            if (other.isEmpty())
                kept.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
            else found.add(new Repetition(i, other.get(), sign(columns[i], columns[other.get()])));
        }
        return List.copyOf(found);
    }

    /** 1 where two columns are equal but for rounding, -1 where they are opposite, else 0. */
    private static int sign(double[] a, double[] b) {
        boolean same = true;
        boolean opposite = true;
        for (int r = 0; r < a.length && (same || opposite); r++) {
            same &= Math.abs(a[r] - b[r]) <= PairedSamples.ROUNDING;
            opposite &= Math.abs(a[r] + b[r]) <= PairedSamples.ROUNDING;
        }
        return same ? 1 : opposite ? -1 : 0;
    }
}
