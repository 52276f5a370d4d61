package org.cubecheck.vocabulary;

import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;
import org.cubecheck.transform.Bijection;

/** Facts of an invertible transform. For one thread. */
public final class BijectionAssert extends AbstractAssert<BijectionAssert, Bijection> {

    BijectionAssert(Bijection T) {
        super(T, BijectionAssert.class);
    }

    /** The sum of the degrees of the coordinates. */
    public BijectionAssert hasDegree(int degree) {
        if (actual.degree() != degree)
            failWithMessage(
                    "Expected %s to have degree %s, not %s = sum %s",
                    actual, degree, actual.degree(), Arrays.toString(actual.coordinateDegrees()));
        return this;
    }

    /** T(z) = P D z. */
    public BijectionAssert isSignedPermutation() {
        if (!actual.isSignedPermutation()) failWithMessage("Expected %s to be a signed permutation", actual);
        return this;
    }

    /** Not of the form P D z. */
    public BijectionAssert isNoSignedPermutation() {
        if (actual.isSignedPermutation()) failWithMessage("Expected %s to be no signed permutation", actual);
        return this;
    }
}
