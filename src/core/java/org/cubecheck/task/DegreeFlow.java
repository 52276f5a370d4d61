package org.cubecheck.task;

import java.util.Arrays;
import org.cubecheck.cube.Degrees;
import org.cubecheck.transform.Bijection;

/**
 * How an invertible transform T moves the degrees of all tasks at once: the number of Boolean functions g of B^d, d at
 * most 4, with deg g = j and deg(g after T^-1) = i, for every j and i. Whatever depends on the degree of the task only
 * can be read off it. Immutable.
 */
public final class DegreeFlow {

    /** For each d, the tables of degree less than d: one in five at d = 4. */
    private static final int[][] LOWER = new int[5][];

    /** For each d, the number of functions of each degree. */
    private static final long[][] ALL = new long[5][];

    static {
        for (int d = 0; d <= 4; d++) {
            ALL[d] = new long[d + 1];
            var lower = new int[1 << (1 << d)];
            int found = 0;
            for (int table = 0; table < lower.length; table++) {
                int degree = Degrees.of(d, table);
                ALL[d][degree]++;
                if (degree < d) lower[found++] = table;
            }
            LOWER[d] = Arrays.copyOf(lower, found);
        }
    }

    private final int d;
    private final long[][] count;

    private DegreeFlow(int d, long[][] count) {
        this.d = d;
        this.count = count;
    }

    /**
     * The flow of T. Cost two look-ups for each task of degree less than d, 12,870 of them for d = 4: as T permutes the
     * functions, those of full degree are what the others leave over.
     *
     * @throws IllegalArgumentException if d is above 4
     */
    public static DegreeFlow of(Bijection T) {
        int d = T.dimension();
        if (d > 4) throw new IllegalArgumentException("all tasks are enumerated for d at most 4, not " + d);
        int points = 1 << d;
        int half = points / 2;
        int[] low = moved(T, 0, half);
        int[] high = moved(T, half, points);
        var count = new long[d + 1][d + 1];
        for (int table : LOWER[d])
            count[Degrees.of(d, table)][Degrees.of(d, high[table >>> half] | low[table & low.length - 1])]++;
        for (int i = 0; i <= d; i++) {
            count[d][i] = ALL[d][i];
            for (int j = 0; j < d; j++) count[d][i] -= count[j][i];
        }
        return new DegreeFlow(d, count);
    }

    /** For every table on the points from..to-1, the table with bit z moved to bit T(z). */
    private static int[] moved(Bijection T, int from, int to) {
        var moved = new int[1 << (to - from)];
        for (int table = 1; table < moved.length; table++) {
            int bit = Integer.numberOfTrailingZeros(table);
            moved[table] = moved[table & table - 1] | 1 << T.at(from + bit);
        }
        return moved;
    }

    /** The dimension d. */
    public int dimension() {
        return d;
    }

    /**
     * The number of tasks of degree {@code latent} whose predictor has degree {@code seen}.
     *
     * @throws IndexOutOfBoundsException if one of the degrees is not within 0..d
     */
    public long count(int latent, int seen) {
        return count[checked(latent)][checked(seen)];
    }

    private int checked(int degree) {
        if (degree < 0 || degree > d)
            throw new IndexOutOfBoundsException("a degree lies within 0.." + d + ", not " + degree);
        return degree;
    }

    /**
     * The number of tasks of the given degree; it does not depend on T. @throws IndexOutOfBoundsException if it is not
     * within 0..d
     */
    public long tasks(int degree) {
        long sum = 0;
        for (long c : count[checked(degree)]) sum += c;
        return sum;
    }

    /**
     * The sum of deg(g after T^-1) over all tasks g of the given degree. @throws IndexOutOfBoundsException if it is not
     * within 0..d
     */
    public long sumAt(int degree) {
        checked(degree);
        long sum = 0;
        for (int i = 0; i <= d; i++) sum += i * count[degree][i];
        return sum;
    }

    /**
     * S_k(T): the sum of deg(g after T^-1) over all tasks g of degree at most k. @throws IndexOutOfBoundsException if k
     * is not within 0..d
     */
    public long sumUpTo(int k) {
        checked(k);
        long sum = 0;
        for (int j = 0; j <= k; j++) sum += sumAt(j);
        return sum;
    }

    /**
     * Whether the predictors of the tasks of degree at most k are again those tasks. @throws IndexOutOfBoundsException
     * if k is not within 0..d
     */
    public boolean keeps(int k) {
        checked(k);
        for (int j = 0; j <= k; j++) {
            for (int i = k + 1; i <= d; i++) {
                if (count[j][i] != 0) return false;
            }
        }
        return true;
    }
}
