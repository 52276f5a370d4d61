package org.cubecheck.vocabulary;

import org.apache.commons.numbers.fraction.BigFraction;
import org.assertj.core.api.AbstractAssert;
import org.cubecheck.cube.Spectrum;

/** Facts of a Fourier expansion. For one thread. */
public final class SpectrumAssert extends AbstractAssert<SpectrumAssert, Spectrum> {

    SpectrumAssert(Spectrum spectrum) {
        super(spectrum, SpectrumAssert.class);
    }

    /** The largest |S| with a coefficient other than 0. */
    public SpectrumAssert hasDegree(int degree) {
        if (actual.degree() != degree)
            failWithMessage("Expected %s to have degree %s, not %s", actual, degree, actual.degree());
        return this;
    }

    /** The coefficient at the set S is p/q. */
    public SpectrumAssert hasCoefficient(int S, long p, long q) {
        if (!actual.coefficient(S).equals(BigFraction.of(p, q)))
            failWithMessage(
                    "Expected the coefficient %s/%s at %s, not %s",
                    p, q, Integer.toBinaryString(S), actual.coefficient(S));
        return this;
    }
}
