package org.cubecheck.transform;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The Hamming distances of B^d as the polynomials of degree at most k, k in K, see them: two distances are fused if no
 * kernel sum_{|S| &lt;= k} chi_S(x) chi_S(y), k in K, tells them apart. The kernel depends on the distance t of x and y
 * only and is, for t at least 1, the Krawtchouk value K_k^(d-1)(t-1). A transform preserves all the P_k if and only if
 * it preserves the fused distance of every two points. Immutable.
 */
public final class DistanceFusion {

    private final int d;
    private final SortedSet<Integer> drops;
    private final int[] classOf;

    private DistanceFusion(int d, SortedSet<Integer> drops, int[] classOf) {
        this.d = d;
        this.drops = drops;
        this.classOf = classOf;
    }

    /**
     * The fusion for the set K of drops. Cost d max(K) additions of integers of at most d bits.
     *
     * @throws IllegalArgumentException if d is less than 1 or an element of K is not within 1..d-1
     */
    public static DistanceFusion of(int d, Collection<Integer> K) {
        var drops = drops(d, K);
        return of(d, drops, krawtchouk(d - 1, drops.isEmpty() ? 0 : drops.last()));
    }

    /**
     * The fusions for every K = {k}, 1 &lt;= k &lt; d, in order. Cost d^2. @throws IllegalArgumentException if d is
     * less than 1
     */
    public static List<DistanceFusion> ofSingleDrops(int d) {
        drops(d, List.of());
        var table = krawtchouk(d - 1, d - 1);
        return IntStream.range(1, d)
                .mapToObj(k -> of(d, drops(d, List.of(k)), table))
                .toList();
    }

    /** K, rising. @throws IllegalArgumentException if d is less than 1 or an element of K is not within 1..d-1 */
    static SortedSet<Integer> drops(int d, Collection<Integer> K) {
        if (d < 1) throw new IllegalArgumentException("a cube has dimension 1 or more, not " + d);
        var drops = new TreeSet<>(K);
        for (int k : drops) {
            if (k < 1 || k >= d)
                throw new IllegalArgumentException("a drop of a density on degrees 0.." + d
                        + " has an effect within 1.." + (d - 1) + ", not at " + k);
        }
        return drops;
    }

    private static DistanceFusion of(int d, SortedSet<Integer> drops, List<BigInteger[]> table) {
        var classOf = new int[d + 1];
        var known = new java.util.HashMap<List<BigInteger>, Integer>();
        for (int t = 1; t <= d; t++) {
            int x = t - 1;
            classOf[t] = known.computeIfAbsent(
                    drops.stream().map(k -> table.get(k)[x]).toList(), key -> known.size() + 1);
        }
        return new DistanceFusion(d, drops, classOf);
    }

    /**
     * K_k^(n)(x) for k = 0..most and x = 0..n: K_k(0) is a binomial coefficient, and K_k(x+1) = K_k(x) - K_{k-1}(x) -
     * K_{k-1}(x+1).
     */
    private static List<BigInteger[]> krawtchouk(int n, int most) {
        var table = new ArrayList<BigInteger[]>();
        var first = new BigInteger[n + 1];
        java.util.Arrays.fill(first, BigInteger.ONE);
        table.add(first);
        for (int k = 1; k <= most; k++) {
            var before = table.get(k - 1);
            var row = new BigInteger[n + 1];
            row[0] = before[0].multiply(BigInteger.valueOf(n - k + 1)).divide(BigInteger.valueOf(k));
            for (int x = 0; x < n; x++) row[x + 1] = row[x].subtract(before[x]).subtract(before[x + 1]);
            table.add(row);
        }
        return table;
    }

    /** The dimension d. */
    public int dimension() {
        return d;
    }

    /** K. */
    public SortedSet<Integer> drops() {
        return java.util.Collections.unmodifiableSortedSet(drops);
    }

    /**
     * Whether the distances t and u are fused; 0 is fused with itself alone. @throws IndexOutOfBoundsException if one
     * of them is not within 0..d
     */
    public boolean fuses(int t, int u) {
        return classOf[checked(t)] == classOf[checked(u)];
    }

    private int checked(int t) {
        if (t < 0 || t > d) throw new IndexOutOfBoundsException("a distance lies within 0.." + d + ", not " + t);
        return t;
    }

    /**
     * The distances other than t that are fused with it, rising. @throws IndexOutOfBoundsException if t is not within
     * 0..d
     */
    public List<Integer> fusedWith(int t) {
        checked(t);
        return IntStream.rangeClosed(1, d)
                .filter(u -> u != t && fuses(t, u))
                .boxed()
                .toList();
    }

    /** The classes of fused distances, by rising least element. */
    public List<List<Integer>> classes() {
        return IntStream.rangeClosed(1, d)
                .filter(t -> IntStream.range(1, t).noneMatch(u -> fuses(t, u)))
                .mapToObj(t -> IntStream.rangeClosed(t, d)
                        .filter(u -> fuses(t, u))
                        .boxed()
                        .toList())
                .toList();
    }

    /** Whether T keeps the fused distance of every two points, that is, preserves every P_k. Cost 4^d. */
    public boolean isPreservedBy(Bijection T) {
        if (T.dimension() != d)
            throw new IllegalArgumentException("a transform of B^" + T.dimension() + " for distances of B^" + d);
        for (int x = 0; x < 1 << d; x++) {
            for (int y = 0; y < x; y++) {
                if (!fuses(Integer.bitCount(x ^ y), Integer.bitCount(T.at(x) ^ T.at(y)))) return false;
            }
        }
        return true;
    }
}
