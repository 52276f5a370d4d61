package org.cubecheck.census;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/**
 * The coordinate degrees of a transform and of its inverse. Written {@code 1+1+2/1+1+2}.
 * Immutable.
 *
 * @param transform those of T
 * @param inverse those of T^-1
 */
public record DegreePair(CoordinateDegrees transform, CoordinateDegrees inverse)
        implements Comparable<DegreePair>, Serializable {

    private static final Comparator<DegreePair> ORDER =
            Comparator.comparing(DegreePair::transform).thenComparing(DegreePair::inverse);

    public DegreePair {
        requireNonNull(transform, "transform");
        requireNonNull(inverse, "inverse");
    }

    /** Reads {@code 1+1+2/1+1+2}. */
    public static DegreePair valueOf(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) throw new IllegalArgumentException("a pair is written as in 1+1+2/1+1+2, not " + text);
        return new DegreePair(
                CoordinateDegrees.valueOf(text.substring(0, slash)),
                CoordinateDegrees.valueOf(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(DegreePair other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return transform + "/" + inverse;
    }
}
