package org.cubecheck.cli;

import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Spectrum;

/** Exact numbers and polynomials as the commands print them. */
final class Fractions {

    private static final int TERMS_SHOWN = 64;

    private Fractions() {}

    /** {@code 3}, {@code -3/4}. */
    static String text(BigFraction value) {
        return value.getDenominator().equals(java.math.BigInteger.ONE)
                ? value.getNumerator().toString()
                : value.getNumerator() + "/" + value.getDenominator();
    }

    /** The polynomial in the given variable, cut short where it has very many terms. */
    static String polynomial(Spectrum spectrum, char variable) {
        if (spectrum.sparsity() <= TERMS_SHOWN) return spectrum.toPolynomial().replace('x', variable);
        int shown = 0;
        var start = new long[Cube.points(spectrum.variables())];
        for (int k = 0; k <= spectrum.variables(); k++) {
            for (int S = 0; S < start.length && shown < TERMS_SHOWN; S++) {
                if (Cube.degree(S) != k || spectrum.numerator(S) == 0) continue;
                start[S] = spectrum.numerator(S);
                shown++;
            }
        }
        return Spectrum.of(start, spectrum.denominator()).toPolynomial().replace('x', variable) + " + ... ("
                + (spectrum.sparsity() - shown) + " more terms; --json gives all)";
    }
}
