package org.cubecheck.vocabulary;

import org.assertj.core.api.AbstractAssert;
import org.cubecheck.cube.RealFunction;

/** Facts of a real-valued function. For one thread. */
public final class RealFunctionAssert extends AbstractAssert<RealFunctionAssert, RealFunction> {

    RealFunctionAssert(RealFunction f) {
        super(f, RealFunctionAssert.class);
    }

    /** The real degree. */
    public RealFunctionAssert hasDegree(int degree) {
        if (actual.degree() != degree)
            failWithMessage(
                    "Expected %s to have degree %s, not %s: %s", actual, degree, actual.degree(), actual.spectrum());
        return this;
    }

    /** The Fourier expansion as printed. */
    public RealFunctionAssert hasPolynomial(String polynomial) {
        String found = actual.spectrum().toPolynomial();
        if (!found.equals(polynomial)) failWithMessage("Expected %s to be %s, not %s", actual, polynomial, found);
        return this;
    }
}
