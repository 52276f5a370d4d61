package org.cubecheck.cube;

import java.math.BigInteger;
import java.util.stream.IntStream;

/** Polynomials as people write them. */
final class Polynomials {

    private Polynomials() {}

    static String text(Spectrum spectrum) {
        var text = new StringBuilder();
        for (int degree = 0; degree <= spectrum.variables(); degree++) {
            for (int S = 0; S < Cube.points(spectrum.variables()); S++) {
                if (Cube.degree(S) != degree || spectrum.numerator(S) == 0) continue;
                boolean minus = spectrum.numerator(S) < 0;
                text.append(text.isEmpty() ? (minus ? "-" : "") : minus ? " - " : " + ");
                var coefficient = spectrum.coefficient(S).abs();
                var q = coefficient.getDenominator();
                String size = coefficient.getNumerator() + (q.equals(BigInteger.ONE) ? "" : "/" + q);
                if (S == 0) text.append(size);
                else text.append(size.equals("1") ? "" : size + " ").append(monomial(S));
            }
        }
        return text.isEmpty() ? "0" : text.toString();
    }

    private static String monomial(int S) {
        var text = new StringBuilder();
        IntStream.range(0, 31)
                .filter(i -> (S >>> i & 1) != 0)
                .forEach(i -> text.append('x').append(i + 1));
        return text.toString();
    }
}
