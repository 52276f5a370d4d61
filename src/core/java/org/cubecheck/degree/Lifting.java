package org.cubecheck.degree;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cubecheck.cube.Support;

/**
 * Expansion on a large support: the standard monomials and a factorization modulo a prime, then for each function a
 * p-adic lifting (Dixon 1982) to rationals, checked in integers.
 */
final class Lifting implements MinDegree.Expansion {

    private final Support X;
    private Field field;

    Lifting(Support X) {
        this(X, 1 << 28);
    }

    /** @param bound the first prime is the largest below it; a small one misleads often */
    Lifting(Support X, int bound) {
        this.X = X;
        this.field = new Field(X, primeBelow(bound));
    }

    @Override
    public int degreeOf(long[] values) {
        return interpolate(values).degree();
    }

    @Override
    public Interpolant interpolate(long[] values) {
        for (var now = current(); ; now = replace(now)) {
            var found = now.interpolate(values);
            if (found.isPresent()) return found.get();
        }
    }

    @Override
    public int largest() {
        for (var now = current(); ; now = replace(now)) {
            int S = now.monomials[now.n - 1];
            var found = now.interpolate(IntStream.range(0, X.size())
                    .mapToLong(i -> (S & ~X.point(i)) == 0 ? 1 : 0)
                    .toArray());
            // The monomials up to this degree are independent on X modulo a prime, hence independent: no function needs
            // more.
            if (found.isPresent()) return found.get().degree();
        }
    }

    private synchronized Field current() {
        return field;
    }

    private synchronized Field replace(Field misleading) {
        if (field == misleading) field = new Field(X, primeBelow(misleading.p));
        return field;
    }

    private static int primeBelow(int bound) {
        if (bound <= 2) throw new IllegalStateException("every prime misleads");
        int p = bound - 1;
        while (!BigInteger.valueOf(p).isProbablePrime(50)) p--;
        return p;
    }

    /**
     * The arithmetic modulo one prime below 2^28: products of residues can be added 127 times before they are reduced.
     */
    private static final class Field {
        private static final int LAZY = 120;

        private final Support X;
        private final int p;
        private final int n;
        /** The rows of the matrix: indices of points, by weight, so that on structured supports little fills in. */
        private final int[] order;

        private final int[] monomials;
        /**
         * Column j of the matrix is sum_{l <= j} upper[j][l] lower[l]; lower[l] is 1 at pivot[l] and 0 at the earlier
         * pivots.
         */
        private final int[][] lower;

        private final int[][] upper;
        private final int[] pivot;
        private int taken;

        Field(Support X, int p) {
            this.X = X;
            this.p = p;
            this.n = X.size();
            this.order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> Integer.bitCount(X.point(i))))
                    .mapToInt(i -> i)
                    .toArray();
            this.lower = new int[n][];
            this.upper = new int[n][];
            this.pivot = new int[n];
            this.monomials = Moments.standard(X.variables(), n, this::takes);
        }

        private boolean takes(int S) {
            var column = new long[n];
            for (int i = 0; i < n; i++) column[i] = (S & ~X.point(order[i])) == 0 ? 1 : 0;
            var factors = forward(column, taken);
            int row = 0;
            while (row < n && column[row] == 0) row++;
            if (row == n) return false;
            long inverse = inverse(column[row]);
            upper[taken] = Arrays.copyOf(factors, taken + 1);
            upper[taken][taken] = (int) column[row];
            lower[taken] = new int[n];
            for (int i = 0; i < n; i++) lower[taken][i] = (int) (column[i] * inverse % p);
            pivot[taken++] = row;
            return true;
        }

        /**
         * Subtracts from the column the multiples of lower[0..count-1] that clear the pivots; returns the factors. The
         * rest is reduced.
         */
        private int[] forward(long[] column, int count) {
            var factors = new int[count];
            int pending = 0;
            for (int l = 0; l < count; l++) {
                long factor = column[pivot[l]] % p;
                factors[l] = (int) factor;
                if (factor == 0) continue;
                long minus = p - factor;
                var b = lower[l];
                for (int i = 0; i < n; i++) column[i] += minus * b[i];
                if (++pending == LAZY) {
                    for (int i = 0; i < n; i++) column[i] %= p;
                    pending = 0;
                }
            }
            for (int i = 0; i < n; i++) column[i] %= p;
            return factors;
        }

        /** c with sum_j c_j y_j = h modulo p; h in the order of the rows. */
        private long[] solve(long[] h) {
            var y = Arrays.stream(forward(h.clone(), n)).asLongStream().toArray();
            for (int j = n - 1; j >= 0; j--) {
                y[j] = y[j] % p * inverse(upper[j][j]) % p;
                if (y[j] == 0) continue;
                long minus = p - y[j];
                for (int l = 0; l < j; l++) y[l] = (y[l] + minus * upper[j][l]) % p;
            }
            return y;
        }

        /** w, in the order of the rows, with w . y_j = e_j modulo p. */
        private long[] solveTransposed(long[] e) {
            var q = new long[n];
            for (int j = 0; j < n; j++) {
                long sum = e[j];
                for (int l = 0; l < j; l++) sum = (sum + (long) (p - upper[j][l]) * q[l]) % p;
                q[j] = sum % p * inverse(upper[j][j]) % p;
            }
            var w = new long[n];
            for (int l = n - 1; l >= 0; l--) {
                long sum = q[l];
                for (int k = l + 1; k < n; k++) sum = (sum + (long) (p - lower[l][pivot[k]]) * w[pivot[k]]) % p;
                w[pivot[l]] = sum;
            }
            return w;
        }

        private long inverse(long a) {
            return BigInteger.valueOf(a).modInverse(BigInteger.valueOf(p)).longValueExact();
        }

        /** Empty if the prime misleads. */
        Optional<Interpolant> interpolate(long[] values) {
            var h = Arrays.stream(order)
                    .mapToObj(i -> BigInteger.valueOf(values[i]))
                    .toArray(BigInteger[]::new);
            var c = lift(h, this::solve, this::evaluate, this::takesValues);
            int last = n - 1;
            while (last > 0 && c.numerators[last].signum() == 0) last--;
            var unit = new BigInteger[n];
            Arrays.fill(unit, BigInteger.ZERO);
            unit[last] = BigInteger.ONE;
            var w = lift(unit, this::solveTransposed, this::pair, this::pairsWith);
            var witness = new BigInteger[n];
            for (int i = 0; i < n; i++) witness[order[i]] = w.numerators[i];
            if (!MinDegree.vanishesBelow(X, witness, Integer.bitCount(monomials[last]))) return Optional.empty();
            return Optional.of(Interpolant.of(X, monomials, c.numerators, c.denominator, witness));
        }

        private record Rationals(BigInteger[] numerators, BigInteger denominator) {}

        private interface Check {
            boolean holds(Rationals solution, BigInteger[] right);
        }

        /** The exact solution of an integer system with entries 0 and 1 that is invertible modulo p. */
        private Rationals lift(
                BigInteger[] right, Function<long[], long[]> solve, Function<long[], long[]> multiply, Check check) {
            var residual = right.clone();
            var solution = new BigInteger[n];
            Arrays.fill(solution, BigInteger.ZERO);
            var prime = BigInteger.valueOf(p);
            var modulus = BigInteger.ONE;
            // Numerators and denominator are minors, by Cramer's rule, and Hadamard bounds a minor by n^(n/2) times the
            // right side.
            int enough = 64
                    + 2
                            * (n * (32 - Integer.numberOfLeadingZeros(n))
                                    + Arrays.stream(right)
                                            .mapToInt(BigInteger::bitLength)
                                            .max()
                                            .orElseThrow());
            for (int digits = 2; modulus.bitLength() <= enough; digits *= 2) {
                var block = new BigInteger[n];
                Arrays.fill(block, BigInteger.ZERO);
                var power = BigInteger.ONE;
                for (int digit = digits == 2 ? 0 : digits / 2; digit < digits; digit++) {
                    var x = solve.apply(Arrays.stream(residual)
                            .mapToLong(r -> r.mod(prime).longValueExact())
                            .toArray());
                    var product = multiply.apply(x);
                    for (int i = 0; i < n; i++) {
                        residual[i] = residual[i]
                                .subtract(BigInteger.valueOf(product[i]))
                                .divide(prime);
                        if (x[i] != 0) block[i] = block[i].add(power.multiply(BigInteger.valueOf(x[i])));
                    }
                    power = power.multiply(prime);
                }
                for (int i = 0; i < n; i++) solution[i] = solution[i].add(modulus.multiply(block[i]));
                modulus = modulus.multiply(power);
                var found = rational(solution, modulus);
                if (found.isPresent() && check.holds(found.get(), right)) return found.get();
            }
            throw new IllegalStateException("no solution modulo powers of " + p + " where there must be one");
        }

        /** Rationals with one small denominator that are congruent to the residues, if there are any. */
        private static Optional<Rationals> rational(BigInteger[] residues, BigInteger modulus) {
            var denominator = BigInteger.ONE;
            int half = modulus.bitLength() / 2;
            for (var residue : residues) {
                var value = centred(residue.multiply(denominator), modulus);
                if (value.bitLength() + denominator.bitLength() <= modulus.bitLength() - 16) continue;
                // Half-way through Euclid's algorithm the remainder and the cofactor have about the same size.
                BigInteger a = modulus;
                BigInteger b = value.mod(modulus);
                BigInteger s = BigInteger.ZERO;
                BigInteger t = BigInteger.ONE;
                while (b.bitLength() > half) {
                    var division = a.divideAndRemainder(b);
                    var next = s.subtract(division[0].multiply(t));
                    a = b;
                    b = division[1];
                    s = t;
                    t = next;
                }
                denominator = denominator.multiply(t.abs());
                if (denominator.signum() == 0 || denominator.bitLength() > modulus.bitLength()) return Optional.empty();
            }
            var numerators = new BigInteger[residues.length];
            for (int i = 0; i < numerators.length; i++)
                numerators[i] = centred(residues[i].multiply(denominator), modulus);
            return Optional.of(new Rationals(numerators, denominator));
        }

        private static BigInteger centred(BigInteger value, BigInteger modulus) {
            var residue = value.mod(modulus);
            return residue.shiftLeft(1).compareTo(modulus) > 0 ? residue.subtract(modulus) : residue;
        }

        /** sum_j c_j y_j at the points, in the order of the rows. */
        private long[] evaluate(long[] c) {
            var table = new long[1 << X.variables()];
            for (int j = 0; j < n; j++) table[monomials[j]] = c[j];
            Moments.subsetSums(table);
            return Arrays.stream(order).mapToLong(i -> table[X.point(i)]).toArray();
        }

        /** w . y_j for every standard monomial. */
        private long[] pair(long[] w) {
            var table = new long[1 << X.variables()];
            for (int i = 0; i < n; i++) table[X.point(order[i])] = w[i];
            Moments.supersetSums(table);
            return Arrays.stream(monomials).mapToLong(S -> table[S]).toArray();
        }

        private boolean takesValues(Rationals c, BigInteger[] right) {
            var table = new BigInteger[1 << X.variables()];
            Arrays.fill(table, BigInteger.ZERO);
            for (int j = 0; j < n; j++) table[monomials[j]] = c.numerators[j];
            Moments.subsetSums(table);
            for (int i = 0; i < n; i++) {
                if (!table[X.point(order[i])].equals(right[i].multiply(c.denominator))) return false;
            }
            return true;
        }

        private boolean pairsWith(Rationals w, BigInteger[] right) {
            var table = new BigInteger[1 << X.variables()];
            Arrays.fill(table, BigInteger.ZERO);
            for (int i = 0; i < n; i++) table[X.point(order[i])] = w.numerators[i];
            Moments.supersetSums(table);
            for (int j = 0; j < n; j++) {
                if (!table[monomials[j]].equals(right[j].multiply(w.denominator))) return false;
            }
            return true;
        }
    }
}
