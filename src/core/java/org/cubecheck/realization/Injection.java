package org.cubecheck.realization;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.transform.Bijection;

/** How latents are observed: an injective psi: B^d -&gt; B^m, m at least d. Immutable. */
public final class Injection {

    private final int d;
    private final int[] image;
    private final Support X;

    private Injection(int d, int[] image, Support X) {
        this.d = d;
        this.image = image;
        this.X = X;
    }

    /**
     * The map z -&gt; image[z].
     *
     * @throws IllegalArgumentException if the length is no power of two, a point is not in B^m, or one occurs twice
     */
    public static Injection of(int m, int... image) {
        return new Injection(Cube.variables(image.length), image.clone(), Support.of(m, image));
    }

    /** The latents themselves: m = d. */
    public static Injection identity(int d) {
        return of(d, IntStream.range(0, Cube.points(d)).toArray());
    }

    /**
     * How many there are: 2^m (2^m - 1) ... (2^m - 2^d + 1), for m = d all (2^d)! transforms. @throws
     * IllegalArgumentException if m is below d
     */
    public static BigInteger count(int d, int m) {
        checkRoom(d, m);
        var count = BigInteger.ONE;
        for (int z = 0; z < Cube.points(d); z++) count = count.multiply(BigInteger.valueOf(Cube.points(m) - z));
        return count;
    }

    private static void checkRoom(int d, int m) {
        if (m < d) throw new IllegalArgumentException("no injection of B^" + d + " into B^" + m);
    }

    /** A uniformly random one. @throws IllegalArgumentException if m is below d */
    public static Injection random(int d, int m, RandomGenerator random) {
        checkRoom(d, m);
        var points = IntStream.range(0, Cube.points(m)).toArray();
        var image = new int[Cube.points(d)];
        for (int z = 0; z < image.length; z++) {
            int pick = z + random.nextInt(points.length - z);
            image[z] = points[pick];
            points[pick] = points[z];
        }
        return of(m, image);
    }

    /** The dimension d of the latents. */
    public int dimension() {
        return d;
    }

    /** The number m of observed variables. */
    public int variables() {
        return X.variables();
    }

    /** The observation psi(z). @throws IndexOutOfBoundsException if z is no point of B^d */
    public int at(int z) {
        return image[Cube.checkedMask(d, z)];
    }

    /** psi(0), psi(1), ...; a copy. */
    public int[] toArray() {
        return image.clone();
    }

    /** The observed points X = psi(B^d). */
    public Support support() {
        return X;
    }

    /** The latents of the observed points, in the order of X. */
    public int[] latents() {
        var latents = new int[image.length];
        for (int z = 0; z < image.length; z++) latents[X.indexOf(image[z])] = z;
        return latents;
    }

    /** The representation that recovers the latents up to T: Phi(psi(z)) = T(z). */
    public Representation worldModel(Bijection T) {
        if (T.dimension() != d)
            throw new IllegalArgumentException(
                    "latents of dimension " + d + " and a transform of dimension " + T.dimension());
        return Representation.of(X, d, Arrays.stream(latents()).map(T::at).toArray());
    }

    /** The task g of the latents on the observed points: h = g after psi^-1, the numerators in the order of X. */
    public long[] observe(RealFunction g) {
        if (g.variables() != d)
            throw new IllegalArgumentException(
                    "latents of dimension " + d + " and a task of " + g.variables() + " variables");
        return Arrays.stream(latents()).mapToLong(g::numerator).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Injection psi && psi.variables() == variables() && Arrays.equals(psi.image, image);
    }

    @Override
    public int hashCode() {
        return 31 * variables() + Arrays.hashCode(image);
    }

    /** {@code m:[psi(0), psi(1), ...]}. */
    @Override
    public String toString() {
        return variables() + ":" + Arrays.toString(image);
    }
}
