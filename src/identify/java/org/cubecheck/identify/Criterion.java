package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Whether coordinates are shown to be the latents up to permutation and sign, from samples: regressed on its own
 * latent, the others and as many products of latents as the rows carry, each has a squared weight of its own that is
 * clearly more than twice the sum of all others. Each latent is tested at 2.5%; as all must pass, so is the whole (an
 * intersection-union test, Berger 1982).
 *
 * <p>With b the weights, V their covariance and A = diag(1 at the own latent, -2 elsewhere), b'Ab estimates the margin
 * with a bias of tr AV; less that its variance is about 4 b'AVAb + 2 tr(AVAV), as that of a quadratic form in normal
 * variables. V is HC3 (MacKinnon and White 1985), as residuals vary with the latents: flips of a sign, or products left
 * out.
 */
final class Criterion {

    /** How many times the sum of the others' squared weights that of the own latent must be. */
    static final double MARGIN = 2;
    /** What the correlation of a coordinate with its latent must exceed. */
    static final double CLEAR = 0.3;
    /** The most regressors, the constant included: the cost is rows times latents times their square. */
    static final int MOST_REGRESSORS = 256;
    /** The most rows that are examined, for the same reason. */
    static final int MOST_ROWS = 2000;
    /**
     * Two latents, or one and a constant, must differ, and agree, on as many rows: on fewer the normal approximation of
     * V fails.
     */
    static final int FEWEST_DISCORDANT = 10;
    /** The least eigenvalue of the regressors' covariance. */
    private static final double LEAST_EIGENVALUE = 0.05;

    private static final double NORMAL = 1.959964;

    private final double[][] z;
    private final int n;
    /** Those that serve every latent, made when first asked for. */
    private Optional<Regressors> shared;

    private Optional<Regressors> linear;

    private Criterion(double[][] z) {
        this.z = z;
        n = z[0].length;
    }

    /**
     * @param z by latent, then row
     * @param fit what stands for each latent on the same rows
     */
    static Regression of(double[][] z, CrossFit fit) {
        if (z.length >= MOST_REGRESSORS)
            return Regression.undecided(new Regression.TooManyLatents(MOST_REGRESSORS - 1));
        var alike = nearlyAlike(z);
        if (alike.isPresent()) return Regression.undecided(alike.get());
        int n = z[0].length;
        int degree = z.length;
        boolean all = true;
        double share = 1;
        double noise = 0;
        var byRows = new HashMap<List<Integer>, Criterion>();
        for (int k = 0; k < z.length; k++) {
            double[] y = fit.value()[k];
            double r = Correlation.of(y, z[k]);
            if (StrictMath.tanh(Interval.scaled(r) - NORMAL / Math.sqrt(n - 3)) <= CLEAR)
                return Regression.NOT_ESTABLISHED;
            // Where columns change from part to part, each is regressed by itself: in their mean what they are mixed
            // with may cancel.
            double margin = 0;
            double variance = 0;
            int freedom = 0;
            double own = 0;
            double signal = 0;
            double left = 0;
            for (int column : fit.standing(k)) {
                int[] rows = fit.rows(k, column);
                var criterion = byRows.computeIfAbsent(fit.parts(k, column), parts -> new Criterion(at(z, rows)));
                var x = criterion.regressors(k);
                if (x.isEmpty()) return Regression.undecided(new Regression.WeightsNotTold());
                var found = criterion.margin(
                        Arrays.stream(rows).mapToDouble(row -> y[row]).toArray(), k, x.get());
                double part = (double) rows.length / n;
                margin += part * found.value;
                variance += part * part * found.variance;
                freedom += found.freedom;
                own += part * found.own;
                signal += part * found.signal;
                left += part * found.left;
                degree = Math.min(degree, x.get().degree);
                all &= x.get().all;
            }
            if (margin
                    <= new TDistribution(freedom).inverseCumulativeProbability(0.975)
                            * Math.sqrt(Math.max(0, variance))) return Regression.NOT_ESTABLISHED;
            share = Math.min(share, own / signal);
            noise += left / signal / z.length;
        }
        return new Regression(Optional.empty(), true, degree, all, share, noise);
    }

    private static double[][] at(double[][] columns, int[] rows) {
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(rows).mapToDouble(r -> column[r]).toArray())
                .toArray(double[][]::new);
    }

    /**
     * The first that fit: all products of at most d, d-1, .. 2 latents; the latents and the products with the given
     * one; the latents.
     */
    private Optional<Regressors> regressors(int k) {
        int d = z.length;
        double most = Math.min(MOST_REGRESSORS, n / 3.0);
        if (shared == null) {
            shared = Optional.empty();
            for (int q = d; q >= 2 && shared.isEmpty(); q--) {
                if (count(d, q) <= most) shared = regressors(subsets(d, q), q, true);
            }
        }
        if (shared.isPresent()) return shared;
        var own = d > 1 && 2 * d <= most ? regressors(withProducts(d, k), 2, false) : Optional.<Regressors>empty();
        if (own.isPresent()) return own;
        if (linear == null) linear = regressors(subsets(d, 1), 1, true);
        return linear;
    }

    /** The first two latents, or a latent and a constant, that are nearly one up to sign. */
    private static Optional<Regression.Undecided> nearlyAlike(double[][] z) {
        int n = z[0].length;
        for (int j = 0; j < z.length; j++) {
            for (int i = -1; i < j; i++) {
                int differ = 0;
                for (int r = 0; r < n; r++) differ += z[j][r] != (i < 0 ? 1 : z[i][r]) ? 1 : 0;
                int fewer = Math.min(differ, n - differ);
                if (fewer >= FEWEST_DISCORDANT) continue;
                return Optional.of(
                        i < 0
                                ? new Regression.NearlyConstant(j, fewer)
                                : new Regression.NearlyAlike(i, j, differ > fewer, fewer));
            }
        }
        return Optional.empty();
    }

    /**
     * What b'Ab estimates, less its bias.
     *
     * @param own the squared weight of the own latent, less its bias
     * @param signal the sum of all, less theirs
     * @param left the variance of what they leave
     */
    record Margin(double value, double variance, int freedom, double own, double signal, double left) {}

    /**
     * That of y regressed on the latents and as many products as the rows carry. @throws
     * java.util.NoSuchElementException if on none
     */
    static Margin margin(double[][] z, double[] y, int own) {
        var criterion = new Criterion(z);
        return criterion.margin(y, own, criterion.regressors(own).orElseThrow());
    }

    private Margin margin(double[] y, int k, Regressors x) {
        int p = x.sets.size();
        var weights = new DMatrixRMaj(p, 1);
        CommonOps_DDRM.multTransA(x.projected, column(y), weights);
        var residual = column(y);
        double mean = Arrays.stream(y).average().orElse(0);
        CommonOps_DDRM.multAdd(-1, x.matrix, weights, residual);
        var scaled = x.projected.copy();
        for (int row = 0; row < n; row++) {
            double e = (residual.get(row) - mean) / Math.max(1 - x.leverage[row], 1e-6);
            for (int c = 0; c < p; c++) scaled.unsafe_set(row, c, scaled.unsafe_get(row, c) * e);
        }
        var V = new DMatrixRMaj(p, p);
        CommonOps_DDRM.multInner(scaled, V);
        double margin = 0;
        double variance = 0;
        double own = 0;
        double signal = 0;
        double left = 0;
        for (int row = 0; row < n; row++) left += (residual.get(row) - mean) * (residual.get(row) - mean) / (n - p - 1);
        for (int a = 0; a < p; a++) {
            double A = x.isOwn(a, k) ? 1 : -MARGIN;
            double b = weights.get(a);
            double unbiased = b * b - V.unsafe_get(a, a);
            margin += A * unbiased;
            signal += unbiased;
            if (A > 0) own += unbiased;
            for (int c = 0; c < p; c++) {
                double C = x.isOwn(c, k) ? 1 : -MARGIN;
                double v = V.unsafe_get(a, c);
                variance += 4 * A * b * v * C * weights.get(c) + 2 * A * C * v * v;
            }
        }
        return new Margin(margin, variance, n - p - 1, own, signal, left);
    }

    /**
     * Products of latents, centred, so that the constant need not be among them.
     *
     * @param sets the latents of each product, rising
     * @param projected X (X'X)^-1
     * @param leverage by row, that of the constant included
     */
    private record Regressors(
            List<int[]> sets, DMatrixRMaj matrix, DMatrixRMaj projected, double[] leverage, int degree, boolean all) {
        boolean isOwn(int at, int latent) {
            return sets.get(at).length == 1 && sets.get(at)[0] == latent;
        }
    }

    /** None where the rows are too few for them or do not tell them apart. */
    private Optional<Regressors> regressors(List<int[]> sets, int degree, boolean all) {
        int p = sets.size();
        if (n < p + 9) return Optional.empty();
        var x = new DMatrixRMaj(n, p);
        for (int c = 0; c < p; c++) {
            double mean = 0;
            for (int r = 0; r < n; r++) {
                double product = 1;
                for (int j : sets.get(c)) product *= z[j][r];
                x.unsafe_set(r, c, product);
                mean += product / n;
            }
            for (int r = 0; r < n; r++) x.unsafe_set(r, c, x.unsafe_get(r, c) - mean);
        }
        var gram = new DMatrixRMaj(p, p);
        CommonOps_DDRM.multInner(x, gram);
        // Positive definite less a multiple of the identity: no eigenvalue is below that.
        var less = gram.copy();
        CommonOps_DDRM.scale(1.0 / n, less);
        for (int c = 0; c < p; c++) less.add(c, c, -LEAST_EIGENVALUE);
        if (!DecompositionFactory_DDRM.chol(p, true).decompose(less)) return Optional.empty();
        var solver = LinearSolverFactory_DDRM.symmPosDef(p);
        if (!solver.setA(gram.copy())) return Optional.empty();
        var inverse = new DMatrixRMaj(p, p);
        solver.invert(inverse);
        var projected = new DMatrixRMaj(n, p);
        CommonOps_DDRM.mult(x, inverse, projected);
        var leverage = new double[n];
        for (int r = 0; r < n; r++) {
            leverage[r] = 1.0 / n;
            for (int c = 0; c < p; c++) leverage[r] += projected.unsafe_get(r, c) * x.unsafe_get(r, c);
        }
        return Optional.of(new Regressors(sets, x, projected, leverage, degree, all));
    }

    /** How many products of at most q latents there are, the constant included. */
    private static double count(int d, int q) {
        double count = 1;
        double choices = 1;
        for (int i = 1; i <= q; i++) {
            choices *= (d - i + 1.0) / i;
            count += choices;
        }
        return count;
    }

    /** The sets of 1 to q latents. */
    private static List<int[]> subsets(int d, int q) {
        var sets = new ArrayList<int[]>();
        int from = 0;
        for (int j = 0; j < d; j++) sets.add(new int[] {j});
        for (int size = 2; size <= q; size++) {
            int to = sets.size();
            for (int at = from; at < to; at++) {
                var set = sets.get(at);
                for (int j = set[set.length - 1] + 1; j < d; j++) {
                    var larger = Arrays.copyOf(set, size);
                    larger[size - 1] = j;
                    sets.add(larger);
                }
            }
            from = to;
        }
        return sets;
    }

    /** Every latent, and every product of the k-th with another. */
    private static List<int[]> withProducts(int d, int k) {
        var sets = subsets(d, 1);
        for (int j = 0; j < d; j++) {
            if (j != k) sets.add(new int[] {Math.min(j, k), Math.max(j, k)});
        }
        return sets;
    }

    private static DMatrixRMaj column(double[] values) {
        return DMatrixRMaj.wrap(values.length, 1, values.clone());
    }
}
