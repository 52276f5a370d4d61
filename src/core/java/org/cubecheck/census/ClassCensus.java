package org.cubecheck.census;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The classes of invertible transforms of B^d under signed permutations on both sides, and how many transforms have
 * which coordinate degrees together with which coordinate degrees of the inverse.
 * Immutable.
 *
 * @param dimension d
 * @param classesBySize for each size of a class, the number of classes
 * @param transforms for each pair of degrees that occurs, the number of transforms
 */
public record ClassCensus(int dimension, SortedMap<Long, Long> classesBySize, SortedMap<DegreePair, Long> transforms)
        implements Serializable {

    public ClassCensus {
        requireNonNull(classesBySize, "classesBySize");
        requireNonNull(transforms, "transforms");
        classesBySize = Collections.unmodifiableSortedMap(new TreeMap<>(classesBySize));
        transforms = Collections.unmodifiableSortedMap(new TreeMap<>(transforms));
    }

    /**
     * In how many parts {@link #part} makes the census of B^d.
     *
     * @throws IllegalArgumentException if d is not within 1..4
     */
    public static int parts(int d) {
        return new ClassCount(d).parts();
    }

    /**
     * A part of the census of B^d: the parts, {@linkplain #plus added}, are the whole.
     *
     * @param index within 0..{@code parts(d)} - 1
     * @throws IllegalArgumentException if d is not within 1..4
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public static ClassCensus part(int d, int index) {
        return new ClassCount(d).part(index);
    }

    /** The number of classes. */
    public long classes() {
        return classesBySize.values().stream().mapToLong(count -> count).sum();
    }

    /** How many transforms the classes have together. */
    public long total() {
        return classesBySize.entrySet().stream()
                .mapToLong(entry -> Math.multiplyExact(entry.getKey(), entry.getValue()))
                .sum();
    }

    /** The law of the coordinate degrees of T alone. */
    public DegreeCensus ofTransforms() {
        return marginal(DegreePair::transform);
    }

    /** The law of the coordinate degrees of T^-1 alone: the same law, found in another way. */
    public DegreeCensus ofInverses() {
        return marginal(DegreePair::inverse);
    }

    private DegreeCensus marginal(Function<DegreePair, CoordinateDegrees> side) {
        var counts = new TreeMap<CoordinateDegrees, Long>();
        transforms.forEach((pair, count) -> counts.merge(side.apply(pair), count, Long::sum));
        return new DegreeCensus(dimension, counts);
    }

    /** The joint law of deg T (outer key) and deg T^-1 (inner key). */
    public SortedMap<Integer, SortedMap<Integer, Long>> byDegrees() {
        var law = new TreeMap<Integer, SortedMap<Integer, Long>>();
        transforms.forEach((pair, count) -> law.computeIfAbsent(pair.transform().sum(), degree -> new TreeMap<>())
                .merge(pair.inverse().sum(), count, Long::sum));
        return law;
    }

    /** The classes of both. @throws IllegalArgumentException if the dimensions differ */
    public ClassCensus plus(ClassCensus other) {
        if (other.dimension != dimension)
            throw new IllegalArgumentException("dimensions " + dimension + " and " + other.dimension);
        var sizes = new TreeMap<>(classesBySize);
        other.classesBySize.forEach((size, count) -> sizes.merge(size, count, Math::addExact));
        var sum = new TreeMap<>(transforms);
        other.transforms.forEach((pair, count) -> sum.merge(pair, count, Math::addExact));
        return new ClassCensus(dimension, sizes, sum);
    }
}
