package org.cubecheck.task;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Walsh;
import org.cubecheck.transform.Bijection;

/**
 * How an invertible transform T of B^d moves Fourier energy between the levels. Its entry at (j, k) is the energy that
 * the characters of level j have at level k when the latents are seen through T:
 *
 * <pre>
 *   W(j, k) = sum over |S| = j, |R| = k of (chi_S after T^-1)^(R)^2 = tr(Pi_k U Pi_j U^t),  U g = g after T^-1.
 * </pre>
 *
 * If tasks are drawn from a law that signed permutations of the latents leave as it is, with mean energy c_|S| of the
 * coefficient at S, and a learner pays mu_k for a unit of energy at level k (total influence: mu_k = k; noise: 1 - rho^k),
 * then the expected cost of the tasks through T is the sum of c_j mu_k W(j, k). Whatever such a learner prefers can be
 * read off this matrix. All numbers are exact: entries are counted in units of 4^-d. Immutable.
 */
public final class EnergyFlow {

    /** Above, entries may not fit into 64 bits when weighted. */
    private static final int MOST = 12;

    private final int d;
    private final long[][] units;

    private EnergyFlow(int d, long[][] units) {
        this.d = d;
        this.units = units;
    }

    /**
     * The flow of T. Cost a Walsh-Hadamard transform for each of the 2^d characters.
     *
     * @throws IllegalArgumentException if d is above 12
     */
    public static EnergyFlow of(Bijection T) {
        int d = T.dimension();
        if (d > MOST) throw new IllegalArgumentException("d is at most " + MOST + ", not " + d);
        int points = 1 << d;
        var units = new long[d + 1][d + 1];
        var values = new int[points];
        for (int S = 0; S < points; S++) {
            for (int z = 0; z < points; z++) values[T.at(z)] = Cube.character(S, z);
            Walsh.transform(values);
            var row = units[Cube.degree(S)];
            for (int R = 0; R < points; R++) row[Cube.degree(R)] += (long) values[R] * values[R];
        }
        return new EnergyFlow(d, units);
    }

    /** The dimension d. */
    public int dimension() {
        return d;
    }

    /**
     * W(j, k) in units of 4^-d.
     *
     * @throws IndexOutOfBoundsException if one of the levels is not within 0..d
     */
    public long units(int from, int to) {
        return units[checked(from)][checked(to)];
    }

    /**
     * The energy that the characters of the levels 0..j have at the levels 0..k, in units of 4^-d. It is at most that
     * of all characters of the lesser of the two levels, and it is that exactly if one of the spaces of polynomials of
     * degree at most j, seen through T, and at most k lies within the other.
     *
     * @throws IndexOutOfBoundsException if one of the levels is not within 0..d
     */
    public long unitsUpTo(int from, int to) {
        checked(from);
        checked(to);
        long sum = 0;
        for (int j = 0; j <= from; j++) {
            for (int k = 0; k <= to; k++) sum += units[j][k];
        }
        return sum;
    }

    /**
     * Whether T maps the polynomials of degree at most k onto themselves.
     *
     * @throws IndexOutOfBoundsException if k is not within 0..d
     */
    public boolean keeps(int k) {
        return unitsUpTo(k, k) == dimensionUpTo(k) << 2 * d;
    }

    /**
     * The dimension of the space of polynomials of degree at most k.
     *
     * @throws IndexOutOfBoundsException if k is not within 0..d
     */
    public long dimensionUpTo(int k) {
        checked(k);
        long sum = 0;
        for (int j = 0; j <= k; j++) sum += Cube.binomial(d, j);
        return sum;
    }

    /**
     * The expected cost of the tasks through T, the sum of c_j mu_k W(j, k), in units of 4^-d.
     *
     * @param energies c_0, ..., c_d, the mean energy of a coefficient by level, in units of one's own
     * @param penalties mu_0, ..., mu_d, the price of energy by level, in units of one's own
     * @throws IllegalArgumentException if there are not d + 1 of either
     * @throws ArithmeticException if the cost does not fit into 64 bits
     */
    public long cost(List<Long> energies, List<Long> penalties) {
        requireNonNull(energies, "energies");
        requireNonNull(penalties, "penalties");
        if (energies.size() != d + 1 || penalties.size() != d + 1)
            throw new IllegalArgumentException("one number for each of the " + (d + 1) + " levels, not "
                    + energies.size() + " energies and " + penalties.size() + " penalties");
        long cost = 0;
        for (int j = 0; j <= d; j++) {
            for (int k = 0; k <= d; k++)
                cost = Math.addExact(
                        cost, Math.multiplyExact(Math.multiplyExact(energies.get(j), penalties.get(k)), units[j][k]));
        }
        return cost;
    }

    private int checked(int level) {
        if (level < 0 || level > d)
            throw new IndexOutOfBoundsException("a level lies within 0.." + d + ", not " + level);
        return level;
    }
}
