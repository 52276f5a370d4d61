package org.cubecheck.cube;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.core.ArithmeticUtils;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A function f: B^n -&gt; R with rational values, exact: integers over one positive denominator, in lowest terms.
 * Immutable.
 */
public final class RealFunction {

    private final int n;
    private final long[] numerators;
    private final long denominator;

    private RealFunction(int n, long[] numerators, long denominator) {
        this.n = n;
        this.numerators = numerators;
        this.denominator = denominator;
    }

    /**
     * The function with integer values; the index is the point. @throws IllegalArgumentException if the length is no
     * power of two
     */
    public static RealFunction ofIntegers(long... values) {
        return of(values, 1);
    }

    /**
     * The function with values numerators[x] / denominator.
     *
     * @throws IllegalArgumentException if the length is no power of two or the denominator is not positive
     */
    public static RealFunction of(long[] numerators, long denominator) {
        return owning(numerators.clone(), denominator);
    }

    /** The same, keeping the array, which is reduced in place. */
    static RealFunction owning(long[] numerators, long denominator) {
        int n = Cube.variables(numerators.length);
        return new RealFunction(n, numerators, reduce(numerators, denominator));
    }

    static RealFunction owning(Exact exact) {
        return owning(exact.numerators(), exact.denominator());
    }

    /** Divides by the greatest common divisor of all; returns the denominator that remains. */
    static long reduce(long[] numerators, long denominator) {
        if (denominator < 1) throw new IllegalArgumentException("a denominator is positive, not " + denominator);
        long common = denominator;
        for (int x = 0; x < numerators.length && common > 1; x++) common = ArithmeticUtils.gcd(common, numerators[x]);
        if (common > 1) {
            for (int x = 0; x < numerators.length; x++) numerators[x] /= common;
        }
        return denominator / common;
    }

    /**
     * The function whose values are listed in the order of the points, between commas or blanks: integers, decimals
     * ({@code 0.25}, {@code 1e-3}) and fractions ({@code -1/3}), all read exactly.
     *
     * @throws IllegalArgumentException if their number is no power of two, one of them is no number, or they do not fit
     *     into 64 bits over their common denominator
     */
    public static RealFunction parse(String text) {
        var list = text.strip();
        var words = list.isEmpty() ? new String[0] : list.split("\\s*,\\s*|\\s+", -1);
        int n = Cube.variables(words.length);
        var values = new BigFraction[1 << n];
        var denominator = BigInteger.ONE;
        for (int x = 0; x < values.length; x++) {
            values[x] = number(words[x], x + 1);
            denominator = Cube.lcm(denominator, values[x].getDenominator());
            if (denominator.bitLength() > 63) throw unfit(x + 1);
        }
        var numerators = new long[values.length];
        for (int x = 0; x < values.length; x++) {
            var numerator = values[x].getNumerator().multiply(denominator.divide(values[x].getDenominator()));
            if (numerator.bitLength() > 63) throw unfit(x + 1);
            numerators[x] = numerator.longValue();
        }
        return owning(numerators, denominator.longValue());
    }

    private static IllegalArgumentException unfit(int position) {
        return new IllegalArgumentException(
                "the values do not fit into 64 bits over a common denominator, from value " + position + " on");
    }

    /**
     * At most 40 digits before and after the point, over and under the line, and 2 in the exponent: more cannot fit,
     * and would cost memory.
     */
    private static BigFraction number(String word, int position) {
        if (word.matches("[+-]?\\d{1,40}/\\d{1,40}")) {
            int slash = word.indexOf('/');
            var denominator = new BigInteger(word.substring(slash + 1));
            if (denominator.signum() == 0)
                throw new IllegalArgumentException("value " + position + ", " + word + ", has the denominator 0");
            return BigFraction.of(new BigInteger(word.substring(0, slash)), denominator);
        }
        if (word.matches("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,2})?")) {
            var decimal = new BigDecimal(word);
            var unscaled = BigFraction.of(decimal.unscaledValue());
            return decimal.scale() > 0
                    ? unscaled.divide(BigInteger.TEN.pow(decimal.scale()))
                    : unscaled.multiply(BigInteger.TEN.pow(-decimal.scale()));
        }
        throw new IllegalArgumentException("value " + position + ", \"" + word
                + "\", is neither a decimal nor a fraction of integers, of at most 40 digits, 2 in an exponent");
    }

    /** The monomial chi_S. */
    public static RealFunction monomial(int n, int S) {
        return BooleanFunction.parity(n, S).toReal();
    }

    /** The number n of variables. */
    public int variables() {
        return n;
    }

    /** The numerator of f(x). @throws IndexOutOfBoundsException if x is no point of B^n */
    public long numerator(int x) {
        return numerators[Cube.checkedMask(n, x)];
    }

    /** The common denominator of the values, at least 1. */
    public long denominator() {
        return denominator;
    }

    /** The value f(x), exact. @throws IndexOutOfBoundsException if x is no point of B^n */
    public BigFraction at(int x) {
        return BigFraction.of(numerators[Cube.checkedMask(n, x)], denominator);
    }

    /**
     * The exact Fourier expansion. Cost n 2^n.
     *
     * @throws ArithmeticException if a numerator or the denominator does not fit into 64 bits
     */
    public Spectrum spectrum() {
        try {
            long common = Math.multiplyExact(denominator, 1L << n);
            var a = numerators.clone();
            Walsh.transform(a);
            return Spectrum.owning(a, common);
        } catch (ArithmeticException beforeReduction) {
            return Spectrum.owning(Exact.transform(n, this::at, BigFraction.of(1, 2)));
        }
    }

    /**
     * The real degree: max{|S| : f^(S) != 0}, 0 for a constant. @throws ArithmeticException as {@link #spectrum} does
     */
    public int degree() {
        return spectrum().degree();
    }

    /** The sum f + g. @throws ArithmeticException if a numerator or the denominator does not fit into 64 bits */
    public RealFunction plus(RealFunction g) {
        checkSameCube(g);
        try {
            long scale = g.denominator / ArithmeticUtils.gcd(denominator, g.denominator);
            long common = Math.multiplyExact(denominator, scale);
            long other = common / g.denominator;
            var sum = new long[numerators.length];
            for (int x = 0; x < sum.length; x++) {
                sum[x] = Math.addExact(
                        Math.multiplyExact(numerators[x], scale), Math.multiplyExact(g.numerators[x], other));
            }
            return owning(sum, common);
        } catch (ArithmeticException beforeReduction) {
            return owning(Exact.of(n, x -> at(x).add(g.at(x))));
        }
    }

    /**
     * The pointwise product f g. @throws ArithmeticException if a numerator or the denominator does not fit into 64
     * bits
     */
    public RealFunction times(RealFunction g) {
        checkSameCube(g);
        try {
            var product = new long[numerators.length];
            for (int x = 0; x < product.length; x++) product[x] = Math.multiplyExact(numerators[x], g.numerators[x]);
            return owning(product, Math.multiplyExact(denominator, g.denominator));
        } catch (ArithmeticException beforeReduction) {
            return owning(Exact.of(n, x -> at(x).multiply(g.at(x))));
        }
    }

    /**
     * The convolution (f * g)(x) = E_y[f(y) g(xy)], where xy is the product of the coordinates; its coefficients are
     * the products of those of f and g. Cost n 2^n.
     *
     * @throws ArithmeticException if an expansion or the result does not fit into 64 bits
     */
    public RealFunction convolve(RealFunction g) {
        return spectrum().times(g.spectrum()).toFunction();
    }

    /** The inner product E_x[f(x) g(x)], exact. */
    public BigFraction inner(RealFunction g) {
        checkSameCube(g);
        var sum = BigInteger.ZERO;
        for (int x = 0; x < numerators.length; x++)
            sum = sum.add(BigInteger.valueOf(numerators[x]).multiply(BigInteger.valueOf(g.numerators[x])));
        return BigFraction.of(
                sum,
                BigInteger.valueOf(denominator)
                        .multiply(BigInteger.valueOf(g.denominator))
                        .shiftLeft(n));
    }

    /**
     * The composition x -&gt; f(g_1(x), ..., g_n(x)).
     *
     * @param inner n Boolean functions of the same number of variables
     */
    public RealFunction of(List<BooleanFunction> inner) {
        int m = BooleanFunction.commonVariables(n, inner);
        var values = new long[Cube.points(m)];
        for (int x = 0; x < values.length; x++) values[x] = numerators[BooleanFunction.point(inner, x)];
        return owning(values, denominator);
    }

    /**
     * The restriction: x_i fixed to a sign; the variables above i move down by one.
     *
     * @param sign -1 or +1
     * @throws IndexOutOfBoundsException if i is not within 0..n-1
     */
    public RealFunction restrict(int i, int sign) {
        BooleanFunction.checkCoordinate(n, i);
        BooleanFunction.checkSign(sign);
        var values = new long[numerators.length / 2];
        for (int x = 0; x < values.length; x++) values[x] = numerators[Cube.insert(x, i, sign)];
        return owning(values, denominator);
    }

    private void checkSameCube(RealFunction g) {
        if (g.n != n) throw new IllegalArgumentException("functions of " + n + " and of " + g.n + " variables");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RealFunction f
                && f.denominator == denominator
                && Arrays.equals(f.numerators, numerators);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numerators) + Long.hashCode(denominator);
    }

    @Override
    public String toString() {
        return Arrays.toString(numerators) + (denominator == 1 ? "" : "/" + denominator);
    }
}
