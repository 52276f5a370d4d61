package org.cubecheck.census;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How many invertible transforms of B^d have which coordinate degrees.
 * Immutable.
 *
 * @param dimension d
 * @param transforms for each multiset of coordinate degrees that occurs, the number of transforms
 */
public record DegreeCensus(int dimension, SortedMap<CoordinateDegrees, Long> transforms) implements Serializable {

    public DegreeCensus {
        requireNonNull(transforms, "transforms");
        transforms = Collections.unmodifiableSortedMap(new TreeMap<>(transforms));
    }

    /** The census by what every transform of B^d has, d within 1..4; half a second of one core for d = 4. */
    public static DegreeCensus of(int d) {
        var count = new MatchingCount(d);
        return IntStream.range(0, count.parts())
                .mapToObj(count::part)
                .reduce(DegreeCensus::plus)
                .orElseThrow();
    }

    /**
     * In how many parts {@link #part} makes the census of B^d.
     *
     * @throws IllegalArgumentException if d is not within 1..4
     */
    public static int parts(int d) {
        return new MatchingCount(d).parts();
    }

    /**
     * A part of the census of B^d: the parts, {@linkplain #plus added}, are the whole.
     *
     * @param index within 0..{@code parts(d)} - 1
     * @throws IllegalArgumentException if d is not within 1..4
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public static DegreeCensus part(int d, int index) {
        return new MatchingCount(d).part(index);
    }

    /** How many transforms were counted. */
    public long total() {
        return transforms.values().stream().mapToLong(count -> count).sum();
    }

    /** By deg T, the sum of the coordinate degrees. */
    public SortedMap<Integer, Long> byDegree() {
        return by(CoordinateDegrees::sum);
    }

    /** By the largest degree of a coordinate. */
    public SortedMap<Integer, Long> byLargestDegree() {
        return by(CoordinateDegrees::largest);
    }

    private SortedMap<Integer, Long> by(Function<CoordinateDegrees, Integer> key) {
        var counts = new TreeMap<Integer, Long>();
        transforms.forEach((degrees, count) -> counts.merge(key.apply(degrees), count, Long::sum));
        return counts;
    }

    /** The transforms of both. @throws IllegalArgumentException if the dimensions differ */
    public DegreeCensus plus(DegreeCensus other) {
        if (other.dimension != dimension)
            throw new IllegalArgumentException("dimensions " + dimension + " and " + other.dimension);
        var sum = new TreeMap<>(transforms);
        other.transforms.forEach((degrees, count) -> sum.merge(degrees, count, Math::addExact));
        return new DegreeCensus(dimension, sum);
    }
}
