package org.cubecheck.degree;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Support;

/**
 * The interpolant of least degree profile: among all f: B^m -&gt; R with f|X = h the one whose weights (W^m, W^(m-1),
 * ..., W^0), W^k the sum of the squared coefficients at level k, are lexicographically least. It exists, is unique, and
 * has the least degree; a further choice by norm has nothing left to choose from.
 *
 * <p><b>Proof that comes with it.</b> For every level k a function u_k on X, orthogonal to all monomials of degree
 * below k, with f^(S) = sum_x u_k(x) chi_S(x) for all |S| = k: so level k is the least-norm solution of what the higher
 * levels leave to it.
 *
 * <p>For supports of up to 32 points; exact in rationals. Source: the min-degree interpolators of E. Abbe, S. Bengio,
 * A. Lotfi, K. Rizk, <i>Generalization on the unseen, logic reasoning and degree curriculum</i>, ICML 2023.
 * Immutable.
 */
public final class LeastProfile {

    private final Support X;
    private final Duals duals;

    private LeastProfile(Support X, Duals duals) {
        this.X = X;
        this.duals = duals;
    }

    /**
     * A fit.
     *
     * @param interpolant the polynomial
     * @param multipliers u_k at the points of X, in their order, for k = 0, 1, ..., degree
     */
    public record Fit(Interpolant interpolant, List<List<BigFraction>> multipliers) {
        public Fit {
            requireNonNull(interpolant, "interpolant");
            requireNonNull(multipliers, "multipliers");
            multipliers = List.copyOf(multipliers);
        }
    }

    /** @throws IllegalArgumentException if X has no points, or more than 32, or more than 20 coordinates */
    public static LeastProfile on(Support X) {
        if (X.size() == 0 || X.size() > Duals.MAX_POINTS || X.variables() > MinDegree.MAX_VARIABLES)
            throw new IllegalArgumentException("a support of 1..32 points with at most 20 coordinates, not " + X.size()
                    + " of B^" + X.variables());
        return new LeastProfile(X, new Duals(X));
    }

    /** @param values h at the points of X, in their order */
    public Fit fit(long... values) {
        if (values.length != X.size())
            throw new IllegalArgumentException(
                    "a function on " + X.size() + " points has so many values, not " + values.length);
        var rest = Arrays.stream(values)
                .mapToObj(v -> BigFraction.of(BigInteger.valueOf(v)))
                .toArray(BigFraction[]::new);
        var coefficients = new BigFraction[1 << X.variables()];
        Arrays.fill(coefficients, BigFraction.ZERO);
        var multipliers = new ArrayList<List<BigFraction>>();
        int degree = 0;
        for (int k = duals.largest(); k >= 0; k--) {
            var u = level(k, rest);
            boolean present = false;
            for (int S = 0; S < coefficients.length; S++) {
                if (Integer.bitCount(S) != k) continue;
                coefficients[S] = pair(u, S);
                if (coefficients[S].equals(BigFraction.ZERO)) continue;
                present = true;
                for (int i = 0; i < rest.length; i++)
                    rest[i] = rest[i].subtract(signed(coefficients[S], S, X.point(i)));
            }
            if (present) degree = Math.max(degree, k);
            if (k <= degree) multipliers.add(0, List.of(u));
        }
        return new Fit(interpolant(coefficients, values), multipliers);
    }

    /**
     * The combination u of the functionals of degree k and more for which u . chi_S, |S| = k, meets the constraints
     * with least norm.
     */
    private BigFraction[] level(int k, BigFraction[] rest) {
        var rows = new ArrayList<BigInteger[]>();
        for (int j = 0; j < duals.count(); j++) {
            if (Integer.bitCount(duals.monomial(j)) == k) rows.add(duals.functional(j));
        }
        int r = rows.size();
        var gram = new BigFraction[r][r + 1];
        for (int a = 0; a < r; a++) {
            for (int b = 0; b <= r; b++) gram[a][b] = BigFraction.ZERO;
            for (int i = 0; i < rest.length; i++) gram[a][r] = gram[a][r].add(rest[i].multiply(rows.get(a)[i]));
        }
        for (int S = 0; S < 1 << X.variables(); S++) {
            if (Integer.bitCount(S) != k) continue;
            var pairing = new BigInteger[r];
            for (int a = 0; a < r; a++) {
                pairing[a] = BigInteger.ZERO;
                for (int i = 0; i < rest.length; i++) {
                    pairing[a] = (Integer.bitCount(S & X.point(i)) & 1) == 0
                            ? pairing[a].add(rows.get(a)[i])
                            : pairing[a].subtract(rows.get(a)[i]);
                }
            }
            for (int a = 0; a < r; a++) {
                for (int b = 0; b < r; b++) gram[a][b] = gram[a][b].add(pairing[a].multiply(pairing[b]));
            }
        }
        var lambda = solve(gram);
        var u = new BigFraction[rest.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = BigFraction.ZERO;
            for (int a = 0; a < r; a++) u[i] = u[i].add(lambda[a].multiply(rows.get(a)[i]));
        }
        return u;
    }

    /** The solution of a positive definite system, the right-hand side in the last column. */
    private static BigFraction[] solve(BigFraction[][] a) {
        int n = a.length;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                if (i == k || a[i][k].equals(BigFraction.ZERO)) continue;
                var factor = a[i][k].divide(a[k][k]);
                for (int j = k; j <= n; j++) a[i][j] = a[i][j].subtract(factor.multiply(a[k][j]));
            }
        }
        var solution = new BigFraction[n];
        for (int k = 0; k < n; k++) solution[k] = a[k][n].divide(a[k][k]);
        return solution;
    }

    private BigFraction pair(BigFraction[] u, int S) {
        var sum = BigFraction.ZERO;
        for (int i = 0; i < u.length; i++) sum = sum.add(signed(u[i], S, X.point(i)));
        return sum;
    }

    private static BigFraction signed(BigFraction value, int S, int x) {
        return (Integer.bitCount(S & x) & 1) == 0 ? value : value.negate();
    }

    private Interpolant interpolant(BigFraction[] coefficients, long[] values) {
        var denominator = BigInteger.ONE;
        for (var c : coefficients) denominator = Cube.lcm(denominator, c.getDenominator());
        var numerators = new BigInteger[coefficients.length];
        for (int S = 0; S < numerators.length; S++) {
            numerators[S] =
                    coefficients[S].getNumerator().multiply(denominator.divide(coefficients[S].getDenominator()));
        }
        return Interpolant.ofCharacters(
                X, numerators, denominator, duals.interpolate(values).witness().toArray(BigInteger[]::new));
    }
}
