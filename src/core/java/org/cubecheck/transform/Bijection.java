package org.cubecheck.transform;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;

/**
 * An invertible transform T: B^d -&gt; B^d, that is a permutation of the 2^d points, d within 1..20. Points are masks:
 * bit i of {@code T.at(z)} is set if and only if the coordinate T_i(z) is -1. Immutable.
 */
public final class Bijection {

    static final int MAX_DIMENSION = 20;

    private final int d;
    private final int[] image;

    private Bijection(int d, int[] image) {
        this.d = d;
        this.image = image;
    }

    /**
     * The transform that takes z to image[z].
     *
     * @throws IllegalArgumentException if the length is no power of two within 2..2^20, or a point is missing
     */
    public static Bijection of(int... image) {
        int d = Cube.variables(image.length);
        checkDimension(d);
        var seen = new boolean[image.length];
        for (int z = 0; z < image.length; z++) {
            int y = image[z];
            if (y < 0 || y >= image.length)
                throw new IllegalArgumentException(
                        "entry " + y + " at position " + (z + 1) + " is not within 0.." + (image.length - 1));
            if (seen[y])
                throw new IllegalArgumentException(
                        "no permutation: " + y + " occurs twice, the second time at position " + (z + 1));
            seen[y] = true;
        }
        return new Bijection(d, image.clone());
    }

    /** The identity of B^d. */
    public static Bijection identity(int d) {
        checkDimension(d);
        return new Bijection(d, IntStream.range(0, 1 << d).toArray());
    }

    /** A uniformly random transform of B^d. */
    public static Bijection random(int d, RandomGenerator random) {
        checkDimension(d);
        var image = IntStream.range(0, 1 << d).toArray();
        for (int z = image.length - 1; z > 0; z--) {
            int other = random.nextInt(z + 1);
            int y = image[z];
            image[z] = image[other];
            image[other] = y;
        }
        return new Bijection(d, image);
    }

    /** How many there are, (2^d)!, for d within 1..4. */
    public static long count(int d) {
        if (d < 1 || d > 4) throw new IllegalArgumentException("(2^d)! fits into 64 bits for d within 1..4, not " + d);
        long count = 1;
        for (int k = 2; k <= 1 << d; k++) count *= k;
        return count;
    }

    /**
     * The transform of the given rank, 0..(2^d)!-1, in lexicographic order of (T(0), T(1), ...); rank 0 is the
     * identity. d within 1..4.
     */
    public static Bijection ofRank(int d, long rank) {
        long count = count(d);
        if (rank < 0 || rank >= count)
            throw new IllegalArgumentException("a rank lies within 0.." + (count - 1) + ", not " + rank);
        int points = 1 << d;
        var left = new int[points];
        for (int z = 0; z < points; z++) left[z] = z;
        var image = new int[points];
        for (int z = 0; z < points; z++) {
            count /= points - z;
            int pick = (int) (rank / count);
            rank %= count;
            image[z] = left[pick];
            System.arraycopy(left, pick + 1, left, pick, points - z - pick - 1);
        }
        return new Bijection(d, image);
    }

    /**
     * The transform with the given coordinates T_1, ..., T_d. @throws IllegalArgumentException if it is not invertible
     */
    public static Bijection ofCoordinates(List<BooleanFunction> coordinates) {
        int d = coordinates.size();
        if (coordinates.stream().anyMatch(f -> f.variables() != d))
            throw new IllegalArgumentException("a transform of B^" + d + " has coordinates of " + d + " variables");
        var image = new int[1 << d];
        for (int z = 0; z < image.length; z++) {
            for (int i = 0; i < d; i++) image[z] |= coordinates.get(i).isMinus(z) ? 1 << i : 0;
        }
        return of(image);
    }

    static void checkDimension(int d) {
        if (d < 1 || d > MAX_DIMENSION)
            throw new IllegalArgumentException("a transform has dimension 1.." + MAX_DIMENSION + ", not " + d);
    }

    static void checkCoordinate(int d, int i) {
        if (i < 0 || i >= d)
            throw new IndexOutOfBoundsException(
                    "a coordinate of a transform of B^" + d + " lies within 0.." + (d - 1) + ", not " + i);
    }

    /** The dimension d. */
    public int dimension() {
        return d;
    }

    /** The point T(z). @throws IndexOutOfBoundsException if z is no point of B^d */
    public int at(int z) {
        return image[Cube.checkedMask(d, z)];
    }

    /** The images T(0), T(1), ...; a copy. */
    public int[] toArray() {
        return image.clone();
    }

    /** The coordinate function T_i. @throws IndexOutOfBoundsException if i is not within 0..d-1 */
    public BooleanFunction coordinate(int i) {
        checkCoordinate(d, i);
        if (d > 6) return BooleanFunction.of(d, z -> (image[z] >>> i & 1) != 0);
        long table = 0;
        for (int z = 0; z < image.length; z++) table |= (image[z] >>> i & 1L) << z;
        return BooleanFunction.ofTable(d, table);
    }

    /** The coordinate functions T_1, ..., T_d. */
    public List<BooleanFunction> coordinates() {
        return IntStream.range(0, d).mapToObj(this::coordinate).toList();
    }

    /** The composition z -&gt; T(U(z)), with T this transform. */
    public Bijection after(Bijection U) {
        if (U.d != d) throw new IllegalArgumentException("transforms of B^" + d + " and B^" + U.d);
        var product = new int[image.length];
        for (int z = 0; z < product.length; z++) product[z] = image[U.image[z]];
        return new Bijection(d, product);
    }

    /** T^-1. */
    public Bijection inverse() {
        var inverse = new int[image.length];
        for (int z = 0; z < inverse.length; z++) inverse[image[z]] = z;
        return new Bijection(d, inverse);
    }

    /**
     * The function z -&gt; g(T(z)). The task g of the latents, seen through the representation T, has the predictor
     * {@code T.inverse().pullback(g)}, that is g after T^-1.
     */
    public BooleanFunction pullback(BooleanFunction g) {
        if (g.variables() != d)
            throw new IllegalArgumentException("a function of " + g.variables() + " variables on B^" + d);
        if (d > 6) return BooleanFunction.of(d, z -> g.isMinus(image[z]));
        long table = 0;
        for (int z = 0; z < image.length; z++) table |= (g.table() >>> image[z] & 1) << z;
        return BooleanFunction.ofTable(d, table);
    }

    /** The real degrees of the coordinates, in order. Cost d^2 2^d. */
    public int[] coordinateDegrees() {
        return coordinates().stream().mapToInt(BooleanFunction::degree).toArray();
    }

    /** The degree of the transform: the <i>sum</i> of the real degrees of its coordinates. */
    public int degree() {
        return Arrays.stream(coordinateDegrees()).sum();
    }

    /**
     * Whether T(z) = P D z: decided from the points (T(z) = T(0) + a permutation of the bits of z), not from degrees.
     */
    public boolean isSignedPermutation() {
        for (int i = 0; i < d; i++) {
            if (Integer.bitCount(image[1 << i] ^ image[0]) != 1) return false;
        }
        for (int z = 1; z < image.length; z++) {
            int low = z & -z;
            if (image[z] != (image[z ^ low] ^ image[low] ^ image[0])) return false;
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bijection T && Arrays.equals(T.image, image);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(image);
    }

    /** The images in order, as a JSON array. */
    @Override
    public String toString() {
        return Arrays.toString(image);
    }
}
