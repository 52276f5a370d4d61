package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.Notation.list;
import static org.cubecheck.paper.Notation.polynomials;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.task.EnergyFlow;
import org.cubecheck.transform.Bijection;

/**
 * Section 11: the bias that networks have. A penalty weighs the Fourier energy of a task by level, where the degree is
 * decided by one coefficient however small (SOFT-DEGREE, SOFT-TIE).
 */
final class SoftDegree {

    private SoftDegree() {}

    static List<Claim<?>> claims() {
        return List.of(SOFT_DEGREE, SOFT_TIE);
    }

    /** What one pays for energy by level. */
    private enum Penalty {
        /** mu_k = k. */
        INFLUENCE,
        /** mu_k = 1 - 2^-k, times 2^d: what noise of correlation 1/2 takes away. */
        NOISE,
        /** mu_k = k^2: steeper than influence. */
        SQUARE;

        List<Long> levels(int d) {
            return LongStream.rangeClosed(0, d)
                    .map(k -> switch (this) {
                        case INFLUENCE -> k;
                        case NOISE -> (1L << d) - (1L << d - k);
                        case SQUARE -> k * k;
                    })
                    .boxed()
                    .toList();
        }
    }

    /** Energies that are never higher at a higher level: the minimisers are what keeps the drops. */
    static final Claim<Bijection> SOFT_DEGREE = new Claim<>(
            "SOFT-DEGREE",
            Sections.SOFT_DEGREE,
            "A penalty by level has the minimisers of the degree: what keeps the polynomials up to each drop of the energy",
            new Source(
                    Provenance.EXTENSION,
                    "",
                    "",
                    "all ours. Costs are linear in the energies and in the penalties, so one T is examined for all "
                            + "of them at once: each level of one against each of the other"),
            List.of(
                    "the law of the tasks is invariant under signed permutations of the latents",
                    "c_1 ≥ c_2 ≥ ... ≥ c_d, where c_k is the mean energy of a coefficient of level k",
                    "the penalty rises from level to level"),
            "If c_1 < c_2 and there is no energy above, a fold costs less: SOFT-TIE. The minimisers are the groups of "
                    + "PHASE-DIAGRAM, with the drops of the energy for those of the density.",
            new Proposition<>(
                    "T minimises the expected penalty of g ∘ T⁻¹, which is its energy at each level k times μ_k, iff for "
                            + "every level j < d after which the energy of the tasks is lower it maps the real "
                            + "polynomials of degree ≤ j onto themselves.",
                    "T \\text{ minimal} \\iff P_j \\circ T^{-1} = P_j \\; \\text{ for all } 1 \\le j < d, \\, c_j > c_{j+1}",
                    List.of(
                            Domains.bijections(1, cases(1)),
                            Domains.bijections(2, cases(2)),
                            Domains.bijections(3, cases(3)),
                            Domains.structuredBijections(300)),
                    SoftDegree::minimisers),
            List.of(
                    new Control<>(
                            "C-SOFT-SOME-DROP",
                            "the polynomials up to some drop are kept, not up to every one",
                            new Proposition<>(
                                    "If c_1 > c_2 > ... > c_d, T is a minimiser iff for some j < d it maps the real "
                                            + "polynomials of degree ≤ j onto themselves.",
                                    "T \\text{ minimal} \\iff \\exists j < d : P_j \\circ T^{-1} = P_j",
                                    List.of(Domains.bijections(2), Domains.bijections(3)),
                                    SoftDegree::someDrop)),
                    new Control<>(
                            "C-SOFT-ENERGIES-RISE",
                            "energies that rise: tasks of one exact degree",
                            new Proposition<>(
                                    "If tasks are uniform over the Boolean functions of degree exactly 2, the identity "
                                            + "has the least expected total influence.",
                                    "\\deg g = 2: \\; \\mathrm{cost}(1) \\le \\mathrm{cost}(T) \\; \\forall T",
                                    List.of(Domains.bijections(2), Domains.bijections(3)),
                                    T -> identityIsLeast(
                                            T,
                                            exactly(T.dimension(), 2),
                                            Penalty.INFLUENCE.levels(T.dimension()),
                                            "rising-energies"))),
                    new Control<>(
                            "C-SOFT-PENALTY-FALLS",
                            "a penalty that falls again at the highest level",
                            new Proposition<>(
                                    "If c = (1, 1, 0, ..., 0) and μ = (0, 1, ..., 1, 0), the identity costs least.",
                                    "\\mathrm{cost}(1) \\le \\mathrm{cost}(T) \\; \\forall T",
                                    List.of(Domains.bijections(2), Domains.bijections(3)),
                                    T -> identityIsLeast(
                                            T,
                                            upToOne(T.dimension()),
                                            fallingAgain(T.dimension()),
                                            "falling-penalty")))));

    /** Pairs of levels, and densities by sets of drops under each penalty. */
    private static long cases(int d) {
        return (long) (d + 1) * (d + 1) + (1L << d - 1) * Penalty.values().length;
    }

    private static Outcome minimisers(Bijection T) {
        int d = T.dimension();
        var flow = EnergyFlow.of(T);
        var identity = Bijection.identity(d);
        // The cost is a constant less a sum, with weights c_j - c_{j+1} and mu_{k+1} - mu_k, of the energies up to j
        // that
        // are found up to k. Each is greatest at the identity, and as great exactly if one space lies within the other.
        for (int j = 0; j <= d; j++) {
            for (int k = 0; k <= d; k++) {
                long most = Math.min(flow.dimensionUpTo(j), flow.dimensionUpTo(k)) << 2 * d;
                if (flow.unitsUpTo(j, k) > most || flow.unitsUpTo(j, k) == most != within(T, j, k))
                    return fails(differs(T, step(d, j), stepAbove(d, k), "keeps-drops"));
            }
        }
        var ofIdentity = EnergyFlow.of(identity);
        for (int K = 0; K < 1 << d; K += 2) {
            var energies = energies(d, K);
            int kept = K;
            boolean keeps =
                    IntStream.range(1, d).filter(j -> (kept >>> j & 1) != 0).allMatch(flow::keeps);
            for (var penalty : Penalty.values()) {
                var levels = penalty.levels(d);
                long cost = flow.cost(energies, levels);
                long least = ofIdentity.cost(energies, levels);
                if (cost < least || cost == least != keeps) return fails(differs(T, energies, levels, "keeps-drops"));
            }
        }
        return holds(cases(d));
    }

    /** Whether of P_j seen through T and P_k the lesser lies within the other. */
    private static boolean within(Bijection T, int j, int k) {
        return j <= k
                ? Rearrangement.mostOfPolynomials(T, j) <= k
                : Rearrangement.mostOfPolynomials(T.inverse(), k) <= j;
    }

    /** Energies that drop by 1 after each j in K, and end with 1. */
    private static List<Long> energies(int d, int K) {
        var energies = new ArrayList<Long>();
        // The empty set stays what it is: its energy costs every T the same, and may be anything.
        energies.add(5L);
        for (int level = 1; level <= d; level++) energies.add(1L + Integer.bitCount(K >>> level));
        return List.copyOf(energies);
    }

    private static List<Long> step(int d, int j) {
        return LongStream.rangeClosed(0, d)
                .map(level -> level <= j ? 1 : 0)
                .boxed()
                .toList();
    }

    private static List<Long> stepAbove(int d, int k) {
        return LongStream.rangeClosed(0, d)
                .map(level -> level <= k ? 0 : 1)
                .boxed()
                .toList();
    }

    private static List<Long> upToOne(int d) {
        return step(d, 1);
    }

    private static List<Long> fallingAgain(int d) {
        return LongStream.rangeClosed(0, d)
                .map(level -> level == 0 || level == d ? 0 : 1)
                .boxed()
                .toList();
    }

    /** The energy of all Boolean functions of degree exactly q by level, for one coefficient, times a common factor. */
    private static List<Long> exactly(int d, int q) {
        var sums = new long[d + 1];
        for (long table = 0; table < 1L << (1 << d); table++) {
            var g = BooleanFunction.ofTable(d, table);
            if (g.degree() != q) continue;
            var spectrum = g.spectrum();
            long unit = (1L << d) / spectrum.denominator();
            for (int S = 0; S < 1 << d; S++) {
                long coefficient = spectrum.numerator(S) * unit;
                sums[Cube.degree(S)] += coefficient * coefficient;
            }
        }
        long common = 1;
        for (int k = 0; k <= d; k++) common = common * Cube.binomial(d, k) / gcd(common, Cube.binomial(d, k));
        var energies = new ArrayList<Long>();
        for (int k = 0; k <= d; k++) energies.add(sums[k] * (common / Cube.binomial(d, k)));
        long shared = energies.stream().reduce(0L, SoftDegree::gcd);
        return energies.stream().map(energy -> energy / Math.max(1, shared)).toList();
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static Outcome someDrop(Bijection T) {
        int d = T.dimension();
        var flow = EnergyFlow.of(T);
        var energies = energies(d, (1 << d) - 2);
        var levels = Penalty.INFLUENCE.levels(d);
        boolean minimal = flow.cost(energies, levels)
                == EnergyFlow.of(Bijection.identity(d)).cost(energies, levels);
        boolean kept = IntStream.range(1, d).anyMatch(flow::keeps);
        return minimal == kept ? holds() : fails(differs(T, energies, levels, "some-drop"));
    }

    private static Outcome identityIsLeast(Bijection T, List<Long> energies, List<Long> penalties, String statement) {
        long least = EnergyFlow.of(Bijection.identity(T.dimension())).cost(energies, penalties);
        return EnergyFlow.of(T).cost(energies, penalties) >= least
                ? holds()
                : fails(differs(T, energies, penalties, statement));
    }

    private static Certificate differs(Bijection T, List<Long> energies, List<Long> penalties, String statement) {
        return costs(Certificate.of("soft-minimiser-differs"), T, energies, penalties)
                .with("statement", statement)
                .reading(worded(T, energies, penalties));
    }

    private static Certificate.Builder costs(
            Certificate.Builder certificate, Bijection T, List<Long> energies, List<Long> penalties) {
        return certificate
                .with("transform", list(T))
                .with("energies", energies)
                .with("penalties", penalties)
                .with("cost", EnergyFlow.of(T).cost(energies, penalties))
                .with(
                        "identityCost",
                        EnergyFlow.of(Bijection.identity(T.dimension())).cost(energies, penalties));
    }

    private static String worded(Bijection T, List<Long> energies, List<Long> penalties) {
        int d = T.dimension();
        var flow = EnergyFlow.of(T);
        var kept = IntStream.range(1, d)
                .filter(flow::keeps)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        return "With energies c = " + energies + " and penalties μ = " + penalties + " by level, T = " + polynomials(T)
                + " costs " + inUnits(flow.cost(energies, penalties), d) + ", the identity "
                + inUnits(EnergyFlow.of(Bijection.identity(d)).cost(energies, penalties), d)
                + "; T keeps the polynomials of degree at most j for "
                + (kept.isEmpty() ? "no j < d." : "j = " + kept + " < d.");
    }

    private static String inUnits(long units, int d) {
        long whole = 1L << 2 * d;
        long shared = gcd(units, whole);
        return whole == shared ? Long.toString(units / shared) : units / shared + "/" + whole / shared;
    }

    // ---- the tie at c_1 = c_2

    /** The fold x_i -> x_i x_j for all i other than j, with energies at the levels 1 and 2 alone. */
    private record Fold(int d, int j, List<Long> energies, List<Long> penalties) {
        Bijection transform() {
            int others = (1 << d) - 1 ^ 1 << j;
            return Bijection.of(IntStream.range(0, 1 << d)
                    .map(z -> (z >>> j & 1) != 0 ? z ^ others : z)
                    .toArray());
        }

        long c(int level) {
            return level > d ? 0 : energies.get(level);
        }

        long mu(int level) {
            return penalties.get(level);
        }
    }

    /** For d latents: every fold, unit energy at level 1 or 2, unit penalty at each level, and some mixtures. */
    private static Domain<Fold> folds(int d) {
        var folds = new ArrayList<Fold>();
        for (int j = 0; j < d; j++) {
            for (int[] c : new int[][] {{1, 0}, {0, 1}, {1, 1}, {2, 1}, {1, 2}, {3, 2}}) {
                var energies = LongStream.rangeClosed(0, d)
                        .map(level -> level == 1 ? c[0] : level == 2 ? c[1] : 0)
                        .boxed()
                        .toList();
                for (int k = 0; k <= d; k++) {
                    int at = k;
                    folds.add(new Fold(
                            d,
                            j,
                            energies,
                            LongStream.rangeClosed(0, d)
                                    .map(level -> level == at ? 1 : 0)
                                    .boxed()
                                    .toList()));
                }
                for (var penalty : Penalty.values()) folds.add(new Fold(d, j, energies, penalty.levels(d)));
            }
        }
        return Domain.list("folds x_i -> x_i x_j of B^" + d + ", energies at levels 1 and 2, penalties", d, folds);
    }

    /** The fold against the identity, to the unit. */
    static final Claim<?> SOFT_TIE = new Claim<>(
            "SOFT-TIE",
            Sections.SOFT_DEGREE,
            "With energy at levels 1 and 2 alone, latents and folds tie at c_1 = c_2",
            new Source(
                    Provenance.EXTENSION,
                    "",
                    "",
                    "all ours. Both sides are linear in c and in μ, so the units of each, which are examined, stand "
                            + "for all"),
            List.of("c_3 = ... = c_d = 0", "d ≥ 2", "the law of the tasks is invariant under signed permutations"),
            "So if the penalty rises from level 1 to level 2, the latents cost less than every fold iff c_1 > c_2.",
            new Proposition<>(
                    "Through the fold x_i ↦ x_i x_j (i ≠ j) the tasks cost (d − 1)(c_1 − c_2)(μ_2 − μ_1) more than "
                            + "through the identity.",
                    "\\mathrm{cost}(\\mathrm{fold}) - \\mathrm{cost}(1) = (d - 1)(c_1 - c_2)(\\mu_2 - \\mu_1)",
                    IntStream.rangeClosed(2, 8).mapToObj(SoftDegree::folds).toList(),
                    SoftDegree::tie),
            List.of(new Control<>(
                    "C-TIE-WEIGHTED",
                    "the energies weighed by the penalties of their own levels",
                    new Proposition<>(
                            "For total influence, the fold costs less than the identity iff c_1 < 2 c_2.",
                            "\\mathrm{cost}(\\mathrm{fold}) < \\mathrm{cost}(1) \\iff c_1 < 2 c_2",
                            List.of(influenceFolds(2), influenceFolds(3)),
                            SoftDegree::weightedTie))));

    private static Domain<Fold> influenceFolds(int d) {
        var folds = new ArrayList<Fold>();
        for (long one = 0; one <= 3; one++) {
            for (long two = 0; two <= 3; two++) {
                var energies = new ArrayList<>(step(d, -1));
                energies.set(1, one);
                energies.set(2, two);
                folds.add(new Fold(d, 0, List.copyOf(energies), Penalty.INFLUENCE.levels(d)));
            }
        }
        return Domain.list("the fold x_i -> x_i x_1 of B^" + d + ", energies c_1, c_2 within 0..3", d, folds);
    }

    private static Outcome tie(Fold fold) {
        var T = fold.transform();
        long more = EnergyFlow.of(T).cost(fold.energies, fold.penalties)
                - EnergyFlow.of(Bijection.identity(fold.d)).cost(fold.energies, fold.penalties);
        long said = (fold.d - 1) * (fold.c(1) - fold.c(2)) * (fold.mu(2) - fold.mu(1)) << 2 * fold.d;
        return more == said ? holds() : fails(foldDiffers(fold, "difference"));
    }

    private static Outcome weightedTie(Fold fold) {
        var T = fold.transform();
        boolean less = EnergyFlow.of(T).cost(fold.energies, fold.penalties)
                < EnergyFlow.of(Bijection.identity(fold.d)).cost(fold.energies, fold.penalties);
        return less == fold.c(1) < 2 * fold.c(2) ? holds() : fails(foldDiffers(fold, "weighted"));
    }

    private static Certificate foldDiffers(Fold fold, String statement) {
        return costs(Certificate.of("fold-cost-differs"), fold.transform(), fold.energies, fold.penalties)
                .with("statement", statement)
                .reading(worded(fold.transform(), fold.energies, fold.penalties));
    }
}
