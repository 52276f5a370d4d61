package org.cubecheck.degree;

import java.math.BigInteger;
import java.util.Arrays;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Support;

/**
 * Min-degree interpolation on a support X in B^m: for h: X -&gt; R the least degree of an f: B^m -&gt; R with f|X = h,
 * such an f, and a proof that no lower degree will do. What depends on X alone is computed once, so many functions on
 * one support are cheap.
 *
 * <p><b>Method.</b> The monomials, by rising degree and then by mask, are restricted to X; those that are no
 * combination of earlier ones are the <i>standard</i> monomials of X. There are |X| of them, and with a set all its
 * subsets are standard. h has one expansion in them, and the degree of that expansion is the least one. The coefficient
 * at a standard S is a functional w_S on X that vanishes on all other standard monomials, hence on every monomial of
 * degree below |S|: where it does not vanish on h it proves deg h &gt;= |S|.
 *
 * <p><b>Exactness.</b> For up to 32 points all w_S are computed modulo 2^61 - 1, which exceeds twice every minor that
 * can occur (Hadamard's bound for 0/1 matrices), so the residues <i>are</i> the integers. For more points the expansion
 * of h and one w_S are lifted p-adically to rationals; then the interpolant is checked at every point of X and the
 * witness against every monomial of lower degree, in integers, and a prime that misleads is replaced by the next. On
 * the whole cube the expansion is the Fourier expansion.
 *
 * <p><b>Values</b> of h are given in the order of the points of X. Rational values: multiply by the common denominator
 * first.
 *
 * <p>May be shared among threads.
 *
 * <p><b>Cost.</b> Preparation |X|^3; up to 32 points then |X|^2 a function. Memory 8 |X|^2 bytes, and 2^m words for a
 * lifted check.
 */
public final class MinDegree {

    /** The largest m: a check walks the whole cube. */
    public static final int MAX_VARIABLES = 20;

    /** Up to so many points the degrees of all sign patterns are kept once they are known. */
    private static final int KEPT = 8;

    private final Support X;
    private final Expansion expansion;
    /** 1 + the degree of a sign pattern, 0 while it is not known. */
    private final byte[] known;

    private MinDegree(Support X, Expansion expansion) {
        this.X = X;
        this.expansion = expansion;
        this.known = new byte[X.size() <= KEPT ? 1 << X.size() : 0];
    }

    /**
     * Prepares the interpolation on X.
     *
     * @throws IllegalArgumentException if X is empty or has more than 20 coordinates
     */
    public static MinDegree on(Support X) {
        if (X.size() == 0) throw new IllegalArgumentException("an empty support has no degrees");
        if (X.variables() > MAX_VARIABLES)
            throw new IllegalArgumentException(
                    "a support has at most " + MAX_VARIABLES + " coordinates, not " + X.variables());
        if (X.size() == Cube.points(X.variables())) return new MinDegree(X, new Whole(X));
        return new MinDegree(X, X.size() <= Duals.MAX_POINTS ? new Duals(X) : new Lifting(X));
    }

    /** The support X. */
    public Support support() {
        return X;
    }

    /**
     * The least degree of a realization of h.
     *
     * @param values h at the points of X, in their order
     * @throws IllegalArgumentException if their number is not |X|
     */
    public int degreeOf(long... values) {
        return expansion.degreeOf(checked(values));
    }

    /**
     * The least degree of a realization of the function that is -1 at the points of X whose index is a set bit, +1
     * elsewhere.
     *
     * @throws IllegalStateException if X has more than 64 points
     * @throws IllegalArgumentException if a bit past |X| is set
     */
    public int degreeOfSigns(long minus) {
        if (X.size() > Long.SIZE) throw new IllegalStateException("a mask of signs covers 64 points, not " + X.size());
        if (X.size() < Long.SIZE && minus >>> X.size() != 0)
            throw new IllegalArgumentException("a mask of signs on " + X.size() + " points has " + X.size()
                    + " bits: 0x" + Long.toHexString(minus));
        if (known.length == 0) return ofSigns(minus);
        int pattern = (int) minus;
        if (known[pattern] == 0) known[pattern] = (byte) (1 + ofSigns(minus));
        return known[pattern] - 1;
    }

    private int ofSigns(long minus) {
        var values = new long[X.size()];
        for (int i = 0; i < values.length; i++) values[i] = (minus >>> i & 1) != 0 ? -1 : 1;
        return expansion.degreeOf(values);
    }

    /**
     * A realization of least degree, with the proof that it is least.
     *
     * @param values h at the points of X, in rising order of the points, see {@link Support#point}
     * @throws IllegalArgumentException if their number is not |X|
     */
    public Interpolant interpolate(long... values) {
        return expansion.interpolate(checked(values));
    }

    /**
     * The largest degree that any function on X needs: the least k such that the polynomials of degree k give every
     * function on X.
     */
    public int largest() {
        return expansion.largest();
    }

    private long[] checked(long[] values) {
        if (values.length != X.size())
            throw new IllegalArgumentException(
                    "a function on " + X.size() + " points has so many values, not " + values.length);
        return values;
    }

    /** Expands functions on X in the standard monomials. */
    sealed interface Expansion permits Duals, Lifting, Whole {
        int degreeOf(long[] values);

        Interpolant interpolate(long[] values);

        int largest();
    }

    /** Whether w, indexed by the points, is orthogonal to every monomial of degree below k. Cost m 2^m. */
    static boolean vanishesBelow(Support X, BigInteger[] w, int k) {
        var sums = new BigInteger[1 << X.variables()];
        Arrays.fill(sums, BigInteger.ZERO);
        for (int i = 0; i < w.length; i++) sums[X.point(i)] = w[i];
        Moments.supersetSums(sums);
        for (int S = 0; S < sums.length; S++) {
            if (Integer.bitCount(S) < k && sums[S].signum() != 0) return false;
        }
        return true;
    }
}
