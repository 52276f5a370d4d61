package org.cubecheck.census;

import java.io.Serializable;
import java.util.Comparator;
import org.cubecheck.cube.BooleanFunction;

/**
 * What all members of a class of functions have in common, as far as it is counted.
 * Immutable.
 *
 * @param degree the real degree
 * @param gf2Degree the degree over GF(2), constants at 0
 * @param relevant the number of variables on which the functions depend
 * @param sensitivity the largest number of variables whose flipping changes the value at one point
 * @param classSize the number of functions in the class
 */
public record FunctionKind(int degree, int gf2Degree, int relevant, int sensitivity, long classSize)
        implements Comparable<FunctionKind>, Serializable {

    private static final Comparator<FunctionKind> ORDER = Comparator.comparingInt(FunctionKind::degree)
            .thenComparingInt(FunctionKind::gf2Degree)
            .thenComparingInt(FunctionKind::relevant)
            .thenComparingInt(FunctionKind::sensitivity)
            .thenComparingLong(FunctionKind::classSize);

    static FunctionKind of(BooleanFunction f, long classSize) {
        return new FunctionKind(
                f.degree(), f.gf2Degree(), Integer.bitCount(f.relevantVariables()), f.sensitivity(), classSize);
    }

    @Override
    public int compareTo(FunctionKind other) {
        return ORDER.compare(this, other);
    }
}
