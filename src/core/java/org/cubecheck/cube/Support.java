package org.cubecheck.cube;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A set of points of B^m, m at most 30: the domain of a function that is not given everywhere. The points are sorted by
 * their masks and occur once; the index of a point is its place in that order. May be empty. Immutable; 4 bytes a
 * point.
 */
public final class Support {

    private final int m;
    private final int[] points;

    private Support(int m, int[] points) {
        this.m = m;
        this.points = points;
    }

    /**
     * The set of the given points, in any order.
     *
     * @throws IllegalArgumentException if m is not within 0..30, or a point is no point of B^m or occurs twice
     */
    public static Support of(int m, int... points) {
        int all = Cube.points(m);
        var sorted = points.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] < 0 || sorted[i] >= all)
                throw new IllegalArgumentException(
                        "a point of B^" + m + " lies within 0.." + (all - 1) + ", not " + sorted[i]);
            if (i > 0 && sorted[i] == sorted[i - 1])
                throw new IllegalArgumentException("the point " + sorted[i] + " occurs twice");
        }
        return new Support(m, sorted);
    }

    /** All of B^m. */
    public static Support all(int m) {
        return new Support(m, IntStream.range(0, Cube.points(m)).toArray());
    }

    /**
     * The Hamming ball of radius r around (+1, ..., +1): the points with at most r coordinates -1.
     *
     * @throws IllegalArgumentException if r is not within 0..m
     */
    public static Support hammingBall(int m, int r) {
        int all = Cube.points(m);
        if (r < 0 || r > m)
            throw new IllegalArgumentException("a radius in B^" + m + " lies within 0.." + m + ", not " + r);
        return new Support(
                m, IntStream.range(0, all).filter(x -> Integer.bitCount(x) <= r).toArray());
    }

    /** The number m of coordinates of a point. */
    public int variables() {
        return m;
    }

    /** The number of points. */
    public int size() {
        return points.length;
    }

    /** The point of index i, 0..size-1, in rising order. @throws IndexOutOfBoundsException if i is another */
    public int point(int i) {
        return points[Objects.checkIndex(i, points.length)];
    }

    /** Whether x is among the points. */
    public boolean contains(int x) {
        return indexOf(x) >= 0;
    }

    /** The index of a point; negative if it is not among them. Cost log size. */
    public int indexOf(int x) {
        return Arrays.binarySearch(points, x);
    }

    /** The points in rising order; a copy. */
    public int[] toArray() {
        return points.clone();
    }

    /** The points of B^m that are not among these. */
    public Support complement() {
        return new Support(
                m, IntStream.range(0, Cube.points(m)).filter(x -> !contains(x)).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Support X && X.m == m && Arrays.equals(X.points, points);
    }

    @Override
    public int hashCode() {
        return 31 * m + Arrays.hashCode(points);
    }

    /** {@code m:[points]}. */
    @Override
    public String toString() {
        return m + ":" + Arrays.toString(points);
    }
}
