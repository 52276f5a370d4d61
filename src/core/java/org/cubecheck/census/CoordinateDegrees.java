package org.cubecheck.census;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The degrees of a transform's coordinates, as a multiset. Written {@code 1+2+4+4}; ordered by sum, then by largest
 * member, then lexicographically.
 * Immutable.
 *
 * @param degrees in rising order
 */
public record CoordinateDegrees(List<Integer> degrees) implements Comparable<CoordinateDegrees>, Serializable {

    /** @throws IllegalArgumentException if a degree is less than 1 */
    public CoordinateDegrees {
        requireNonNull(degrees, "degrees");
        degrees = degrees.stream().sorted().toList();
        if (degrees.isEmpty() || degrees.get(0) < 1)
            throw new IllegalArgumentException(
                    "coordinates of an invertible transform have degrees of at least 1, not " + degrees);
    }

    /** Reads {@code 1+2+4+4}. @throws IllegalArgumentException if the text is something else */
    public static CoordinateDegrees valueOf(String text) {
        try {
            return new CoordinateDegrees(
                    Arrays.stream(text.split("\\+", -1)).map(Integer::valueOf).toList());
        } catch (NumberFormatException bad) {
            throw new IllegalArgumentException("degrees are written as in 1+2+4+4, not " + text, bad);
        }
    }

    /** deg T: the sum. */
    public int sum() {
        return degrees.stream().mapToInt(degree -> degree).sum();
    }

    /** The largest degree of a coordinate. */
    public int largest() {
        return degrees.get(degrees.size() - 1);
    }

    @Override
    public int compareTo(CoordinateDegrees other) {
        int order = Integer.compare(sum(), other.sum());
        if (order == 0) order = Integer.compare(largest(), other.largest());
        return order == 0
                ? Arrays.compare(degrees.toArray(Integer[]::new), other.degrees.toArray(Integer[]::new))
                : order;
    }

    @Override
    public String toString() {
        return String.join("+", degrees.stream().map(String::valueOf).toList());
    }
}
