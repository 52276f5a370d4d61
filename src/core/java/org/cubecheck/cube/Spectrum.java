package org.cubecheck.cube;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The Fourier expansion f = sum_S f^(S) chi_S of a function on B^n, exact: integers over one positive denominator, in
 * lowest terms. The index is the mask S. Immutable.
 *
 * <p>Influence, stability and weights are those of O'Donnell, chapters 1 and 2, for real-valued functions.
 */
public final class Spectrum {

    private final int n;
    private final long[] numerators;
    private final long denominator;

    private Spectrum(int n, long[] numerators, long denominator) {
        this.n = n;
        this.numerators = numerators;
        this.denominator = denominator;
    }

    /**
     * The expansion with coefficients numerators[S] / denominator.
     *
     * @throws IllegalArgumentException if the length is no power of two or the denominator is not positive
     */
    public static Spectrum of(long[] numerators, long denominator) {
        return owning(numerators.clone(), denominator);
    }

    /** The same, keeping the array, which is reduced in place. */
    static Spectrum owning(long[] numerators, long denominator) {
        int n = Cube.variables(numerators.length);
        return new Spectrum(n, numerators, RealFunction.reduce(numerators, denominator));
    }

    static Spectrum owning(Exact exact) {
        return owning(exact.numerators(), exact.denominator());
    }

    /** The number n of variables. */
    public int variables() {
        return n;
    }

    /** The numerator of f^(S). @throws IndexOutOfBoundsException if S is no set of the variables */
    public long numerator(int S) {
        return numerators[Cube.checkedMask(n, S)];
    }

    /** The common denominator of the coefficients; a divisor of 2^n for integer-valued functions. */
    public long denominator() {
        return denominator;
    }

    /** The coefficient f^(S), exact. @throws IndexOutOfBoundsException if S is no set of the variables */
    public BigFraction coefficient(int S) {
        return BigFraction.of(numerators[Cube.checkedMask(n, S)], denominator);
    }

    /** max{|S| : f^(S) != 0}; 0 for a constant. */
    public int degree() {
        int degree = 0;
        for (int S = 0; S < numerators.length; S++) {
            if (numerators[S] != 0) degree = Math.max(degree, Cube.degree(S));
        }
        return degree;
    }

    /** The number of non-zero coefficients. */
    public int sparsity() {
        return (int) Arrays.stream(numerators).filter(c -> c != 0).count();
    }

    /** The weight at level k: W^k = sum_{|S|=k} f^(S)^2; 0 outside 0..n. */
    public BigFraction weight(int k) {
        return squares(S -> Cube.degree(S) == k ? 1 : 0);
    }

    /** sum_S f^(S)^2, which by Parseval's theorem is E[f^2]. */
    public BigFraction weight() {
        return squares(S -> 1);
    }

    /** The mean E[f] = f^(empty set). */
    public BigFraction mean() {
        return coefficient(0);
    }

    /** The variance: all weight but that of the empty set. */
    public BigFraction variance() {
        return squares(S -> S == 0 ? 0 : 1);
    }

    /**
     * The influence of x_i: Inf_i = sum_{S containing i} f^(S)^2; for Boolean f the probability that flipping x_i
     * changes f.
     *
     * @throws IndexOutOfBoundsException if i is not within 0..n-1
     */
    public BigFraction influence(int i) {
        BooleanFunction.checkCoordinate(n, i);
        return squares(S -> S >>> i & 1);
    }

    /** The total influence sum_S |S| f^(S)^2. */
    public BigFraction totalInfluence() {
        return squares(Cube::degree);
    }

    /**
     * The noise stability sum_S rho^|S| f^(S)^2, exact.
     *
     * @param rho within -1..1, as it is: {@code BigFraction.of(1, 10)}; a {@code BigFraction} made of the double 0.1 is
     * another number
     * @throws IllegalArgumentException if rho is not within -1..1
     */
    public BigFraction noiseStability(BigFraction rho) {
        checkCorrelation(rho);
        var stability = BigFraction.ZERO;
        var power = BigFraction.ONE;
        for (int k = 0; k <= n; k++) {
            stability = stability.add(power.multiply(weight(k)));
            power = power.multiply(rho);
        }
        return stability;
    }

    /**
     * The coefficientwise product: by the convolution theorem the expansion of f * g. @throws ArithmeticException if it
     * does not fit into 64 bits
     */
    public Spectrum times(Spectrum g) {
        checkSameCube(g);
        try {
            var product = new long[numerators.length];
            for (int S = 0; S < product.length; S++) product[S] = Math.multiplyExact(numerators[S], g.numerators[S]);
            return owning(product, Math.multiplyExact(denominator, g.denominator));
        } catch (ArithmeticException beforeReduction) {
            return owning(Exact.of(n, S -> coefficient(S).multiply(g.coefficient(S))));
        }
    }

    /** sum_S f^(S) g^(S), which by Plancherel's theorem is E[f g]. */
    public BigFraction inner(Spectrum g) {
        checkSameCube(g);
        var sum = BigInteger.ZERO;
        for (int S = 0; S < numerators.length; S++)
            sum = sum.add(BigInteger.valueOf(numerators[S]).multiply(BigInteger.valueOf(g.numerators[S])));
        return BigFraction.of(sum, BigInteger.valueOf(denominator).multiply(BigInteger.valueOf(g.denominator)));
    }

    /**
     * The noise operator: the expansion of T_rho f, whose coefficients are rho^|S| f^(S); rho within -1..1.
     *
     * @throws ArithmeticException if a numerator or the denominator does not fit into 64 bits
     */
    public Spectrum noise(BigFraction rho) {
        checkCorrelation(rho);
        var powers = IntStream.rangeClosed(0, n).mapToObj(rho::pow).toArray(BigFraction[]::new);
        return owning(Exact.of(n, S -> coefficient(S).multiply(powers[Cube.degree(S)])));
    }

    private static void checkCorrelation(BigFraction rho) {
        if (rho.abs().compareTo(BigFraction.ONE) > 0)
            throw new IllegalArgumentException("a correlation lies within -1..1, not " + rho);
    }

    private void checkSameCube(Spectrum g) {
        if (g.n != n) throw new IllegalArgumentException("expansions in " + n + " and in " + g.n + " variables");
    }

    /** sum_S factor(S) f^(S)^2 with factors within 0..n. */
    private BigFraction squares(IntUnaryOperator factor) {
        long bits = 0;
        for (long numerator : numerators) bits |= numerator < 0 ? ~numerator : numerator;
        int width = 64 - Long.numberOfLeadingZeros(bits) + 1;
        // A square takes 2 width bits, a factor 5, the sum n more.
        var sum = 2 * width + 5 + n < 63 ? BigInteger.valueOf(narrow(factor)) : wide(factor);
        return BigFraction.of(sum, BigInteger.valueOf(denominator).pow(2));
    }

    private long narrow(IntUnaryOperator factor) {
        long sum = 0;
        for (int S = 0; S < numerators.length; S++) sum += numerators[S] * numerators[S] * factor.applyAsInt(S);
        return sum;
    }

    private BigInteger wide(IntUnaryOperator factor) {
        var sum = BigInteger.ZERO;
        for (int S = 0; S < numerators.length; S++) {
            int times = factor.applyAsInt(S);
            if (times != 0 && numerators[S] != 0)
                sum = sum.add(BigInteger.valueOf(numerators[S]).pow(2).multiply(BigInteger.valueOf(times)));
        }
        return sum;
    }

    /**
     * The function: the inverse transform. @throws ArithmeticException if a numerator or the denominator does not fit
     * into 64 bits
     */
    public RealFunction toFunction() {
        try {
            var a = numerators.clone();
            Walsh.transform(a);
            return RealFunction.owning(a, denominator);
        } catch (ArithmeticException beforeReduction) {
            return RealFunction.owning(Exact.transform(n, this::coefficient, BigFraction.ONE));
        }
    }

    /** The polynomial, by rising degree: {@code 1/2 + 1/2 x1 + 1/2 x2 - 1/2 x1x2}; {@code 0} for the zero function. */
    public String toPolynomial() {
        return Polynomials.text(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spectrum s && s.denominator == denominator && Arrays.equals(s.numerators, numerators);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numerators) + Long.hashCode(denominator);
    }

    @Override
    public String toString() {
        return toPolynomial();
    }
}
