package org.cubecheck.cube;

import java.math.BigInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Fractions over their least common denominator. What overflows over a larger one, and may yet fit when it is reduced,
 * is computed once more in this way: slowly, and in some hundred bytes a fraction.
 */
record Exact(long[] numerators, long denominator) {

    /**
     * The fractions of indices 0..2^n-1. @throws ArithmeticException if a numerator or the denominator does not fit
     * into 64 bits
     */
    static Exact of(int n, IntFunction<BigFraction> fraction) {
        return of(fractions(n, fraction));
    }

    /**
     * The Walsh transform of the fractions of indices 0..2^n-1, times a factor for each variable. @throws
     * ArithmeticException as above
     */
    static Exact transform(int n, IntFunction<BigFraction> fraction, BigFraction factor) {
        var a = fractions(n, fraction);
        for (int h = 1; h < a.length; h <<= 1) {
            for (int x = 0; x < a.length; x++) {
                if ((x & h) != 0) continue;
                var u = a[x].multiply(factor);
                var v = a[x | h].multiply(factor);
                a[x] = u.add(v);
                a[x | h] = u.subtract(v);
            }
        }
        return of(a);
    }

    private static BigFraction[] fractions(int n, IntFunction<BigFraction> fraction) {
        return IntStream.range(0, 1 << n).mapToObj(fraction).toArray(BigFraction[]::new);
    }

    private static Exact of(BigFraction[] fractions) {
        var common = BigInteger.ONE;
        for (var fraction : fractions) {
            common = Cube.lcm(common, fraction.getDenominator());
            fitting(common);
        }
        var numerators = new long[fractions.length];
        for (int x = 0; x < numerators.length; x++) {
            numerators[x] = fitting(fractions[x].getNumerator().multiply(common.divide(fractions[x].getDenominator())));
        }
        return new Exact(numerators, fitting(common));
    }

    private static long fitting(BigInteger value) {
        if (value.bitLength() > 63) throw new ArithmeticException("overflow: " + value + " does not fit into 64 bits");
        return value.longValue();
    }
}
