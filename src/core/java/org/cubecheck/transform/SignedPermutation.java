package org.cubecheck.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.cubecheck.cube.Cube;

/**
 * A signed permutation T(z) = P D z of B^d: coordinate i of the result is {@code sign * z_source}, with {@code source =
 * source(i)} and {@code sign = sign(i)}. There are 2^d d! of them; they form a group. d lies within 0..20. Immutable.
 */
public final class SignedPermutation {

    private final int[] source;
    private final int flips;

    private SignedPermutation(int[] source, int flips) {
        this.source = source;
        this.flips = flips;
    }

    /**
     * The transform with T_i(z) = (-1)^(bit i of flips) z_source[i].
     *
     * @throws IllegalArgumentException if {@code source} is no permutation of 0..d-1 or {@code flips} has a bit past d
     */
    public static SignedPermutation of(int[] source, int flips) {
        checkDimension(source.length);
        var sorted = source.clone();
        Arrays.sort(sorted);
        if (!Arrays.equals(sorted, IntStream.range(0, source.length).toArray()))
            throw new IllegalArgumentException(
                    "no permutation of 0.." + (source.length - 1) + ": " + Arrays.toString(source));
        if (flips < 0 || flips >= 1 << source.length)
            throw new IllegalArgumentException("flips of " + source.length + " coordinates, not " + flips);
        return new SignedPermutation(source.clone(), flips);
    }

    /** The identity of B^d. */
    public static SignedPermutation identity(int d) {
        checkDimension(d);
        return new SignedPermutation(IntStream.range(0, d).toArray(), 0);
    }

    /** How many there are: 2^d d!. d within 0..16. */
    public static long count(int d) {
        if (d < 0 || d > 16)
            throw new IllegalArgumentException("2^d d! fits into 64 bits for d within 0..16, not " + d);
        long count = 1;
        for (int i = 1; i <= d; i++) count *= 2L * i;
        return count;
    }

    /**
     * The signed permutation of the given rank, 0..2^d d!-1: permutations in lexicographic order, for each all flips by
     * rising mask; d within 0..16.
     */
    public static SignedPermutation ofRank(int d, long rank) {
        long count = count(d);
        if (rank < 0 || rank >= count)
            throw new IllegalArgumentException("a rank lies within 0.." + (count - 1) + ", not " + rank);
        long permutation = rank >> d;
        var left = new ArrayList<>(IntStream.range(0, d).boxed().toList());
        var source = new int[d];
        long block = count >> d;
        for (int i = 0; i < d; i++) {
            block /= d - i;
            source[i] = left.remove((int) (permutation / block));
            permutation %= block;
        }
        return new SignedPermutation(source, (int) (rank & ((1L << d) - 1)));
    }

    /** A uniformly random one; d within 0..16. */
    public static SignedPermutation random(int d, RandomGenerator random) {
        return ofRank(d, random.nextLong(count(d)));
    }

    /** The signed permutation that T is, if it is one. */
    public static Optional<SignedPermutation> of(Bijection T) {
        if (!T.isSignedPermutation()) return Optional.empty();
        int d = T.dimension();
        var source = new int[d];
        for (int j = 0; j < d; j++) source[Integer.numberOfTrailingZeros(T.at(1 << j) ^ T.at(0))] = j;
        return Optional.of(new SignedPermutation(source, T.at(0)));
    }

    private static void checkDimension(int d) {
        if (d < 0 || d > Bijection.MAX_DIMENSION)
            throw new IllegalArgumentException(
                    "a signed permutation has dimension 0.." + Bijection.MAX_DIMENSION + ", not " + d);
    }

    /** The dimension d. */
    public int dimension() {
        return source.length;
    }

    /**
     * Which coordinate of z coordinate i of the result reads. @throws IndexOutOfBoundsException if i is not within
     * 0..d-1
     */
    public int source(int i) {
        Bijection.checkCoordinate(source.length, i);
        return source[i];
    }

    /**
     * The sign, -1 or +1, with which coordinate i of the result reads it. @throws IndexOutOfBoundsException if i is not
     * within 0..d-1
     */
    public int sign(int i) {
        Bijection.checkCoordinate(source.length, i);
        return Cube.coordinate(flips, i);
    }

    /** The point P D z. @throws IndexOutOfBoundsException if z is no point of B^d */
    public int at(int z) {
        Cube.checkedMask(source.length, z);
        int y = flips;
        for (int i = 0; i < source.length; i++) y ^= (z >>> source[i] & 1) << i;
        return y;
    }

    /** The lengths of its cycles on the points, by the least point of each. */
    public List<Integer> cycles() {
        var lengths = new ArrayList<Integer>();
        var seen = new boolean[1 << source.length];
        for (int z = 0; z < seen.length; z++) {
            int length = 0;
            for (int y = z; !seen[y]; y = at(y), length++) seen[y] = true;
            if (length > 0) lengths.add(length);
        }
        return lengths;
    }

    /** The same, as a transform; d at least 1. */
    public Bijection toBijection() {
        return Bijection.of(IntStream.range(0, 1 << source.length).map(this::at).toArray());
    }

    /** z -&gt; this(other(z)). */
    public SignedPermutation after(SignedPermutation other) {
        if (other.source.length != source.length)
            throw new IllegalArgumentException(
                    "signed permutations of B^" + source.length + " and B^" + other.source.length);
        var product = new int[source.length];
        int signs = flips;
        for (int i = 0; i < product.length; i++) {
            product[i] = other.source[source[i]];
            signs ^= (other.flips >>> source[i] & 1) << i;
        }
        return new SignedPermutation(product, signs);
    }

    /** The inverse. */
    public SignedPermutation inverse() {
        var inverse = new int[source.length];
        int signs = 0;
        for (int i = 0; i < source.length; i++) {
            inverse[source[i]] = i;
            signs |= (flips >>> i & 1) << source[i];
        }
        return new SignedPermutation(inverse, signs);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedPermutation s && s.flips == flips && Arrays.equals(s.source, source);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(source) + flips;
    }

    /** The coordinates of the result: {@code (-z2, z1, z3)}. */
    @Override
    public String toString() {
        var text = new StringBuilder("(");
        for (int i = 0; i < source.length; i++)
            text.append(i == 0 ? "" : ", ").append(sign(i) < 0 ? "-z" : "z").append(source[i] + 1);
        return text.append(")").toString();
    }
}
