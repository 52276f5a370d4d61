package org.cubecheck.degree;

import java.math.BigInteger;
import java.util.Arrays;
import org.apache.commons.numbers.core.ArithmeticUtils;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Support;

/**
 * The functionals w_S of all standard monomials of a small support, as primitive integer vectors, by exact arithmetic
 * in one prime field.
 */
final class Duals implements MinDegree.Expansion {

    /**
     * A minor of a 0/1 matrix with n rows is at most (n+1)^((n+1)/2) / 2^n: for n = 32 below 2^52. Larger supports
     * could have minors that the prime does not tell apart.
     */
    static final int MAX_POINTS = 32;

    private static final long P = (1L << 61) - 1;

    private final Support X;
    private final int n;
    /** The standard monomials, by rising degree. */
    private final int[] monomials;
    /**
     * w[j] vanishes on all standard monomials but the j-th, where it is scale[j] &gt; 0; the entries of w[j] have no
     * common divisor.
     */
    private final long[][] w;

    private final long[] scale;
    /** Values up to this size give sums that fit into 64 bits. */
    private final long safe;

    Duals(Support X) {
        this.X = X;
        this.n = X.size();
        this.w = new long[n][n];
        this.scale = new long[n];
        for (int j = 0; j < n; j++) w[j][j] = 1;
        var elimination = new Elimination();
        this.monomials = Moments.standard(X.variables(), n, elimination::takes);
        long largest = 1;
        for (int j = 0; j < n; j++) largest = Math.max(largest, integral(j, elimination.determinant));
        this.safe = Long.MAX_VALUE / largest;
    }

    /**
     * Gauss-Jordan elimination on the functionals: w[j], j below {@code taken}, is dual to the monomials taken, the
     * others vanish on them.
     */
    private final class Elimination {
        private final long[] at = new long[n];
        private int taken;
        private long determinant = 1;

        boolean takes(int S) {
            for (int j = 0; j < n; j++) {
                long sum = 0;
                for (int i = 0; i < n; i++) {
                    if ((S & ~X.point(i)) == 0) sum = reduce(sum + w[j][i]);
                }
                at[j] = sum;
            }
            int pivot = taken;
            while (pivot < n && at[pivot] == 0) pivot++;
            if (pivot == n) return false;
            long value = at[pivot];
            at[pivot] = at[taken];
            var row = w[pivot];
            w[pivot] = w[taken];
            w[taken] = row;
            determinant = times(determinant, value);
            long inverse = power(value, P - 2);
            for (int i = 0; i < n; i++) row[i] = times(row[i], inverse);
            for (int j = 0; j < n; j++) {
                if (j == taken || at[j] == 0) continue;
                for (int i = 0; i < n; i++) {
                    if (row[i] != 0) w[j][i] = reduce(w[j][i] + P - times(at[j], row[i]));
                }
            }
            taken++;
            return true;
        }
    }

    /** Residues of w[j] to integers over the determinant, in lowest terms; returns the sum of their absolute values. */
    private long integral(int j, long determinant) {
        long common = centred(determinant);
        for (int i = 0; i < n; i++) {
            w[j][i] = centred(times(w[j][i], determinant));
            common = ArithmeticUtils.gcd(common, w[j][i]);
        }
        common *= Long.signum(centred(determinant));
        scale[j] = centred(determinant) / common;
        long sum = 0;
        for (int i = 0; i < n; i++) {
            w[j][i] /= common;
            sum += Math.abs(w[j][i]);
        }
        return sum;
    }

    @Override
    public int degreeOf(long[] values) {
        if (!fits(values)) return interpolate(values).degree();
        for (int j = n - 1; j >= 0; j--) {
            long sum = 0;
            for (int i = 0; i < n; i++) sum += w[j][i] * values[i];
            if (sum != 0) return Integer.bitCount(monomials[j]);
        }
        return 0;
    }

    private boolean fits(long[] values) {
        for (long value : values) {
            if (value > safe || value < -safe) return false;
        }
        return true;
    }

    @Override
    public Interpolant interpolate(long[] values) {
        var denominator = Arrays.stream(scale).mapToObj(BigInteger::valueOf).reduce(BigInteger.ONE, Cube::lcm);
        var numerators = new BigInteger[n];
        int last = 0;
        for (int j = 0; j < n; j++) {
            var sum = BigInteger.ZERO;
            for (int i = 0; i < n; i++)
                sum = sum.add(BigInteger.valueOf(w[j][i]).multiply(BigInteger.valueOf(values[i])));
            numerators[j] = sum.multiply(denominator.divide(BigInteger.valueOf(scale[j])));
            if (sum.signum() != 0) last = j;
        }
        return Interpolant.of(X, monomials, numerators, denominator, functional(last));
    }

    @Override
    public int largest() {
        return Integer.bitCount(monomials[n - 1]);
    }

    int count() {
        return n;
    }

    int monomial(int j) {
        return monomials[j];
    }

    /** w_S for the j-th standard monomial. */
    BigInteger[] functional(int j) {
        return Arrays.stream(w[j]).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static long centred(long residue) {
        return residue > P / 2 ? residue - P : residue;
    }

    private static long reduce(long a) {
        return a >= P ? a - P : a;
    }

    private static long times(long a, long b) {
        long low = a * b;
        return reduce(reduce((low & P) + (low >>> 61 | Math.multiplyHigh(a, b) << 3)));
    }

    private static long power(long a, long exponent) {
        long power = 1;
        for (long e = exponent; e > 0; e >>= 1) {
            if ((e & 1) != 0) power = times(power, a);
            a = times(a, a);
        }
        return power;
    }
}
