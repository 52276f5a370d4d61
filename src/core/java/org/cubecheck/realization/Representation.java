package org.cubecheck.realization;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;

/** A representation Phi: X -&gt; B^d of the observed points, invertible or not. Points are masks. Immutable. */
public final class Representation {

    private final MinDegree onX;
    private final int d;
    private final int[] image;

    private Representation(MinDegree onX, int d, int[] image) {
        this.onX = onX;
        this.d = d;
        this.image = image;
    }

    /**
     * The representation that takes the i-th point of X to image[i].
     *
     * @throws IllegalArgumentException if their number is not |X|, d is not within 1..20, or one is no point of B^d
     */
    public static Representation of(Support X, int d, int... image) {
        return of(MinDegree.on(X), d, image);
    }

    /** The same where the degrees on X are prepared: for many representations of one support. */
    public static Representation of(MinDegree onX, int d, int... image) {
        if (d < 1 || d > 20) throw new IllegalArgumentException("a representation has 1..20 coordinates, not " + d);
        if (image.length != onX.support().size())
            throw new IllegalArgumentException(onX.support().size() + " points and " + image.length + " images");
        for (int y : image) {
            if (y < 0 || y >= 1 << d)
                throw new IllegalArgumentException(
                        "a point of B^" + d + " lies within 0.." + ((1 << d) - 1) + ", not " + y);
        }
        return new Representation(onX, d, image.clone());
    }

    /** The observed points X. */
    public Support support() {
        return onX.support();
    }

    /** The degrees of functions on X. */
    public MinDegree minDegree() {
        return onX;
    }

    /** The number d of coordinates. */
    public int dimension() {
        return d;
    }

    /** Phi of the i-th point of X, from 0 on. @throws IndexOutOfBoundsException if X has no such point */
    public int at(int i) {
        if (i < 0 || i >= image.length)
            throw new IndexOutOfBoundsException(
                    "the index of a point lies within 0.." + (image.length - 1) + ", not " + i);
        return image[i];
    }

    /** Phi of the points of X, in their order; a copy. */
    public int[] toArray() {
        return image.clone();
    }

    /** The image Phi(X), sorted. */
    public Support image() {
        return Support.of(d, IntStream.of(image).distinct().toArray());
    }

    /** Whether Phi is one-to-one from X onto B^d. */
    public boolean isInvertible() {
        return image.length == 1 << d && image().size() == image.length;
    }

    /** The least degrees of the coordinates Phi_1, ..., Phi_d, each as a function on X. */
    public int[] coordinateDegrees() {
        var degrees = new int[d];
        for (int i = 0; i < d; i++) degrees[i] = coordinateDegree(i);
        return degrees;
    }

    private int coordinateDegree(int i) {
        if (image.length > Long.SIZE)
            return onX.degreeOf(
                    IntStream.of(image).mapToLong(y -> 1 - 2 * (y >>> i & 1)).toArray());
        long minus = 0;
        for (int j = 0; j < image.length; j++) minus |= (long) (image[j] >>> i & 1) << j;
        return onX.degreeOfSigns(minus);
    }

    /** deg Phi: the <i>sum</i> of the degrees of the coordinates. */
    public int degree() {
        return Arrays.stream(coordinateDegrees()).sum();
    }

    /** g after Phi, in the order of X: the numerators, over the denominator of g. */
    public long[] compose(RealFunction g) {
        if (g.variables() != d)
            throw new IllegalArgumentException(
                    "a representation in B^" + d + " and a function of " + g.variables() + " variables");
        return IntStream.of(image).mapToLong(g::numerator).toArray();
    }

    /**
     * For every Boolean function g of d variables, d at most 3, as a table, the table of g after Phi: bit i is set
     * where g(Phi(x_i)) = -1. X has at most 64 points.
     */
    public long[] composeAll() {
        if (d > 3 || image.length > Long.SIZE)
            throw new IllegalStateException(
                    "all tasks of " + d + " variables on " + image.length + " points are too many");
        var fibres = new long[1 << d];
        for (int i = 0; i < image.length; i++) fibres[image[i]] |= 1L << i;
        var composed = new long[1 << (1 << d)];
        for (int g = 1; g < composed.length; g++)
            composed[g] = composed[g & g - 1] | fibres[Integer.numberOfTrailingZeros(g)];
        return composed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Representation Phi
                && Phi.d == d
                && Phi.support().equals(support())
                && Arrays.equals(Phi.image, image);
    }

    @Override
    public int hashCode() {
        return 31 * support().hashCode() + Arrays.hashCode(image);
    }

    /** {@code m:[points] -> d:[images]}. */
    @Override
    public String toString() {
        return support() + " -> " + d + ":" + Arrays.toString(image);
    }
}
