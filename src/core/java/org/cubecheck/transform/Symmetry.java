package org.cubecheck.transform;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A pair of signed permutations acting on the invertible transforms of B^d from both sides: T goes to {@code left . T .
 * right^-1}. It renames and flips the outputs of T (left) and its inputs (right). There are (2^d d!)^2 such pairs; they
 * form a group, and {@code s.after(t).of(T)} is {@code s.of(t.of(T))}. Degrees of functions are invariant under signed
 * permutations of their inputs, so deg T, the multiset of coordinate degrees, and the same of T^-1, are constant on the
 * orbits, which are called classes.
 * Immutable.
 *
 * @param left acts on the values
 * @param right acts on the points
 */
public record Symmetry(SignedPermutation left, SignedPermutation right) {

    private static final int MAX_DIMENSION = 6;

    /** By dimension, up to 4, and by rank: the images of the points under each signed permutation. */
    private static final int[][][] MOVES =
            IntStream.rangeClosed(0, 4).mapToObj(Symmetry::moves).toArray(int[][][]::new);

    /** @throws IllegalArgumentException if the dimensions differ */
    public Symmetry {
        requireNonNull(left, "left");
        requireNonNull(right, "right");
        if (left.dimension() != right.dimension())
            throw new IllegalArgumentException(
                    "signed permutations of B^" + left.dimension() + " and of B^" + right.dimension());
    }

    /** The number of pairs, (2^d d!)^2. @throws IllegalArgumentException if d is not within 0..9 */
    public static long count(int d) {
        if (d < 0 || d > 9)
            throw new IllegalArgumentException("(2^d d!)^2 fits into 64 bits for d within 0..9, not " + d);
        return SignedPermutation.count(d) * SignedPermutation.count(d);
    }

    /** The pair that changes nothing. */
    public static Symmetry identity(int d) {
        var unit = SignedPermutation.of(IntStream.range(0, d).toArray(), 0);
        return new Symmetry(unit, unit);
    }

    /** A uniformly random pair. */
    public static Symmetry random(int d, RandomGenerator random) {
        return new Symmetry(SignedPermutation.random(d, random), SignedPermutation.random(d, random));
    }

    /** The dimension d. */
    public int dimension() {
        return left.dimension();
    }

    /** The image of T: left . T . right^-1. */
    public Bijection of(Bijection T) {
        if (T.dimension() != dimension())
            throw new IllegalArgumentException(
                    "a symmetry of B^" + dimension() + " and a transform of B^" + T.dimension());
        var image = new int[1 << dimension()];
        for (int z = 0; z < image.length; z++) image[right.at(z)] = left.at(T.at(z));
        return Bijection.of(image);
    }

    /** First the other, then this. */
    public Symmetry after(Symmetry other) {
        return new Symmetry(left.after(other.left), right.after(other.right));
    }

    /** The pair that undoes this one. */
    public Symmetry inverse() {
        return new Symmetry(left.inverse(), right.inverse());
    }

    /**
     * The class of T: its canonical member, a symmetry that takes T there, and its size. The canonical member is the
     * one whose list of coordinate tables (T_1, ..., T_d), each read as an unsigned number as in {@link
     * org.cubecheck.cube.BooleanFunction#table}, comes first in lexicographic order. Two transforms lie in one class if
     * and only if their canonical members are equal.
     *
     * <p>The least list under the left action alone is found at once: each coordinate is replaced by the lesser of
     * itself and its negation, and the list is sorted. So only the 2^d d! right factors are tried, in 2^d d operations
     * each; those that attain the minimum are as many as the stabiliser of T.
     *
     * @throws IllegalArgumentException if d is greater than 6
     */
    public static CanonicalForm canonicalForm(Bijection T) {
        int d = T.dimension();
        if (d > MAX_DIMENSION)
            throw new IllegalArgumentException("canonical forms are for dimensions 1.." + MAX_DIMENSION + ", not " + d);
        var rights = d < MOVES.length ? MOVES[d] : moves(d);
        var best = new long[d];
        int bestRank = -1;
        long stabilizer = 0;
        var tables = new long[d];
        for (int rank = 0; rank < rights.length; rank++) {
            moved(T, rights[rank], tables);
            leastByLeft(tables);
            int order = bestRank < 0 ? -1 : Arrays.compare(tables, best);
            if (order < 0) {
                System.arraycopy(tables, 0, best, 0, d);
                bestRank = rank;
                stabilizer = 0;
            }
            if (order <= 0) stabilizer++;
        }
        moved(T, rights[bestRank], tables);
        var source = new int[d];
        int flips = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                if (least(tables[j], d) != best[i]) continue;
                source[i] = j;
                flips |= tables[j] != best[i] ? 1 << i : 0;
            }
        }
        var symmetry = new Symmetry(SignedPermutation.of(source, flips), SignedPermutation.ofRank(d, bestRank));
        return new CanonicalForm(symmetry.of(T), symmetry, count(d) / stabilizer, stabilizer);
    }

    private static int[][] moves(int d) {
        return LongStream.range(0, SignedPermutation.count(d))
                .mapToObj(rank -> SignedPermutation.ofRank(d, rank))
                .map(s -> IntStream.range(0, 1 << d).map(s::at).toArray())
                .toArray(int[][]::new);
    }

    /** The coordinate tables of T . right^-1. */
    private static void moved(Bijection T, int[] right, long[] tables) {
        Arrays.fill(tables, 0);
        for (int z = 0; z < right.length; z++) {
            for (int rest = T.at(z); rest != 0; rest &= rest - 1)
                tables[Integer.numberOfTrailingZeros(rest)] |= 1L << right[z];
        }
    }

    private static void leastByLeft(long[] tables) {
        for (int i = 0; i < tables.length; i++) tables[i] = least(tables[i], tables.length);
        Arrays.sort(tables);
    }

    /** The table of f or of -f, whichever has its highest bit clear. */
    private static long least(long table, int d) {
        int points = 1 << d;
        return table >>> (points - 1) == 0 ? table : ~table & -1L >>> (64 - points);
    }

    /**
     * The members of the class of T, each once, in no particular order; d at most 4. Costs and holds up to (2^d d!)^2
     * transforms.
     */
    public static List<Bijection> orbit(Bijection T) {
        int d = T.dimension();
        if (d >= MOVES.length) throw new IllegalArgumentException("orbits are listed for dimensions 1..4, not " + d);
        var orbit = new LinkedHashSet<Bijection>();
        var image = new int[1 << d];
        for (var right : MOVES[d]) {
            for (var left : MOVES[d]) {
                for (int z = 0; z < image.length; z++) image[right[z]] = left[T.at(z)];
                orbit.add(Bijection.of(image));
            }
        }
        return List.copyOf(orbit);
    }

    /**
     * The number of classes of invertible transforms of B^d, d within 1..6, by Burnside's lemma: the mean, over all
     * pairs (A, B) of signed permutations, of the number of T with A T = T B. That number is the order of the
     * centraliser in the symmetric group of the 2^d points if A and B have the same cycle type, else 0.
     */
    public static BigInteger classes(int d) {
        if (d < 1 || d > MAX_DIMENSION)
            throw new IllegalArgumentException("classes are counted for dimensions 1.." + MAX_DIMENSION + ", not " + d);
        var elements = new LinkedHashMap<List<Integer>, Long>();
        for (long rank = 0; rank < SignedPermutation.count(d); rank++) {
            var type =
                    SignedPermutation.ofRank(d, rank).cycles().stream().sorted().toList();
            elements.merge(type, 1L, Long::sum);
        }
        var sum = BigInteger.ZERO;
        for (Map.Entry<List<Integer>, Long> type : elements.entrySet()) {
            var pairs = BigInteger.valueOf(type.getValue()).pow(2);
            sum = sum.add(pairs.multiply(centralizer(type.getKey())));
        }
        var divided = sum.divideAndRemainder(BigInteger.valueOf(count(d)));
        if (divided[1].signum() != 0)
            throw new IllegalStateException("Burnside's sum is not divisible by the order of the group");
        return divided[0];
    }

    /**
     * The order of the centraliser of a permutation with cycles of these lengths: the product over l of l^c c!, c the
     * number of length l.
     */
    private static BigInteger centralizer(List<Integer> cycles) {
        var order = BigInteger.ONE;
        var seen = new HashMap<Integer, Integer>();
        for (int length : cycles)
            order = order.multiply(BigInteger.valueOf((long) length * seen.merge(length, 1, Integer::sum)));
        return order;
    }

    /**
     * Where a transform stands in its class.
     *
     * @param representative the canonical member of the class
     * @param symmetry takes the transform to the representative
     * @param orbitSize the number of members of the class
     * @param stabilizer the number of symmetries that fix the transform: orbitSize times it is (2^d d!)^2
     */
    public record CanonicalForm(Bijection representative, Symmetry symmetry, long orbitSize, long stabilizer) {
        public CanonicalForm {
            requireNonNull(representative, "representative");
            requireNonNull(symmetry, "symmetry");
        }
    }
}
