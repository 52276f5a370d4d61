package org.cubecheck.degree;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Spectrum;
import org.cubecheck.cube.Support;

/**
 * A polynomial on B^m that takes given values on a support X, and the proof that none of lower degree does: a
 * <i>witness</i>, integers w(x) on X with sum_x w(x) chi_S(x) = 0 for every |S| &lt; degree and sum_x w(x) h(x) != 0.
 * Two are equal if support, polynomial and witness are. Exact and immutable.
 */
public final class Interpolant {

    private final Support X;
    private final BigInteger[] numerators;
    private final BigInteger denominator;
    private final int degree;
    private final BigInteger[] witness;

    private Interpolant(Support X, BigInteger[] numerators, BigInteger denominator, int degree, BigInteger[] witness) {
        this.X = X;
        this.numerators = numerators;
        this.denominator = denominator;
        this.degree = degree;
        this.witness = witness;
    }

    /** From coefficients at the monomials y_S of {@link Moments}. */
    static Interpolant of(
            Support X, int[] monomials, BigInteger[] coefficients, BigInteger denominator, BigInteger[] witness) {
        int degree = 0;
        for (int j = 0; j < monomials.length; j++) {
            if (coefficients[j].signum() != 0) degree = Math.max(degree, Integer.bitCount(monomials[j]));
        }
        // y_S = 2^-|S| sum over U in S of (-1)^|U| chi_U
        var characters = new BigInteger[1 << X.variables()];
        Arrays.fill(characters, BigInteger.ZERO);
        for (int j = 0; j < monomials.length; j++) {
            if (coefficients[j].signum() != 0)
                characters[monomials[j]] = coefficients[j].shiftLeft(degree - Integer.bitCount(monomials[j]));
        }
        Moments.supersetSums(characters);
        for (int U = 0; U < characters.length; U++) {
            if ((Integer.bitCount(U) & 1) != 0) characters[U] = characters[U].negate();
        }
        return ofCharacters(X, characters, denominator.shiftLeft(degree), witness);
    }

    /** From coefficients at the characters, over a positive denominator. */
    static Interpolant ofCharacters(Support X, BigInteger[] characters, BigInteger denominator, BigInteger[] witness) {
        var common = denominator;
        for (int S = 0; S < characters.length && !common.equals(BigInteger.ONE); S++)
            common = common.gcd(characters[S]);
        int degree = 0;
        var numerators = new BigInteger[characters.length];
        for (int S = 0; S < characters.length; S++) {
            numerators[S] = characters[S].divide(common);
            if (characters[S].signum() != 0) degree = Math.max(degree, Integer.bitCount(S));
        }
        return new Interpolant(X, numerators, denominator.divide(common), degree, witness);
    }

    /** The support X. */
    public Support support() {
        return X;
    }

    /** The degree of the polynomial: the least one possible. */
    public int degree() {
        return degree;
    }

    /** The coefficient at chi_S. @throws IndexOutOfBoundsException if S is no set of the variables */
    public BigFraction coefficient(int S) {
        return BigFraction.of(numerators[Cube.checkedMask(X.variables(), S)], denominator);
    }

    /**
     * The value at a point of B^m, on X or off it. Cost 2^m. @throws IndexOutOfBoundsException if x is no point of B^m
     */
    public BigFraction at(int x) {
        Cube.checkedMask(X.variables(), x);
        return BigFraction.of(numeratorAt(x), denominator);
    }

    private BigInteger numeratorAt(int x) {
        var sum = BigInteger.ZERO;
        for (int S = 0; S < numerators.length; S++) {
            if (numerators[S].signum() != 0)
                sum = (Integer.bitCount(S & x) & 1) == 0 ? sum.add(numerators[S]) : sum.subtract(numerators[S]);
        }
        return sum;
    }

    /** The witness, in the order of the points of X. */
    public List<BigInteger> witness() {
        return List.of(witness);
    }

    /**
     * The polynomial as an exact spectrum. @throws ArithmeticException if a numerator or the denominator does not fit
     * into 64 bits
     */
    public Spectrum toSpectrum() {
        return Spectrum.of(
                Arrays.stream(numerators).mapToLong(BigInteger::longValueExact).toArray(),
                denominator.longValueExact());
    }

    /**
     * Replays the proof in integers: the polynomial takes the values on X, the witness annihilates every monomial of
     * lower degree, and it does not annihilate the values. Cost m 2^m.
     */
    public boolean proves(long... values) {
        if (values.length != X.size()) return false;
        var sum = BigInteger.ZERO;
        for (int i = 0; i < values.length; i++) {
            sum = sum.add(witness[i].multiply(BigInteger.valueOf(values[i])));
        }
        return (sum.signum() != 0 || degree == 0) && MinDegree.vanishesBelow(X, witness, degree) && takes(values);
    }

    private boolean takes(long[] values) {
        var table = numerators.clone();
        for (int h = 1; h < table.length; h <<= 1) {
            for (int x = 0; x < table.length; x++) {
                if ((x & h) != 0) continue;
                var u = table[x];
                var v = table[x | h];
                if (u.signum() == 0 && v.signum() == 0) continue;
                table[x] = u.add(v);
                table[x | h] = u.subtract(v);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (!table[X.point(i)].equals(denominator.multiply(BigInteger.valueOf(values[i])))) return false;
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interpolant f
                && f.X.equals(X)
                && f.denominator.equals(denominator)
                && Arrays.equals(f.numerators, numerators)
                && Arrays.equals(f.witness, witness);
    }

    @Override
    public int hashCode() {
        return Objects.hash(X, denominator, Arrays.hashCode(numerators), Arrays.hashCode(witness));
    }

    /** The degree and the support. */
    @Override
    public String toString() {
        return "interpolant of degree " + degree + " on " + X.size() + " points of B^" + X.variables();
    }
}
