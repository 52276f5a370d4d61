package org.cubecheck.vocabulary;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractAssert;
import org.cubecheck.cube.BooleanFunction;

/** Facts of a Boolean function. For one thread. */
public final class BooleanFunctionAssert extends AbstractAssert<BooleanFunctionAssert, BooleanFunction> {

    BooleanFunctionAssert(BooleanFunction f) {
        super(f, BooleanFunctionAssert.class);
    }

    /** The real degree. */
    public BooleanFunctionAssert hasDegree(int degree) {
        if (actual.degree() != degree)
            failWithMessage("Expected %s to have degree %s, not %s: %s", actual, degree, actual.degree(), polynomial());
        return this;
    }

    /** The degree over GF(2). */
    public BooleanFunctionAssert hasGf2Degree(int degree) {
        if (actual.gf2Degree() != degree)
            failWithMessage("Expected %s to have degree %s over GF(2), not %s", actual, degree, actual.gf2Degree());
        return this;
    }

    /** The Fourier expansion as printed: {@code 1/2 + 1/2 x1}. */
    public BooleanFunctionAssert hasPolynomial(String polynomial) {
        if (!polynomial().equals(polynomial))
            failWithMessage("Expected %s to be %s, not %s", actual, polynomial, polynomial());
        return this;
    }

    /** The values in the order of the points. */
    public BooleanFunctionAssert hasValues(int... values) {
        var found = IntStream.range(0, 1 << actual.variables()).map(actual::at).toArray();
        if (!Arrays.equals(found, values))
            failWithMessage("Expected the values %s, not %s", Arrays.toString(values), Arrays.toString(found));
        return this;
    }

    /** As many points with value +1 as with -1. */
    public BooleanFunctionAssert isBalanced() {
        if (!actual.isBalanced())
            failWithMessage("Expected %s to be balanced, but it is -1 at %s points", actual, actual.weight());
        return this;
    }

    private String polynomial() {
        return actual.spectrum().toPolynomial();
    }
}
