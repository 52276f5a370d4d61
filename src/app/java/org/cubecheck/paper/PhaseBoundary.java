package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.transform.DistanceFusion;
import org.cubecheck.transform.Preservers;

/**
 * Section 5, second part: the boundary of identification for all sets of drops, in dimensions where nothing can be
 * enumerated (PHASE-BOUNDARY).
 */
final class PhaseBoundary {

    private PhaseBoundary() {}

    static List<Claim<?>> claims() {
        return List.of(PHASE_BOUNDARY.relyingOn("REARRANGEMENT"));
    }

    /** Consecutive dimensions. */
    record Range(int from, int to) {}

    private static Domain<Range> range(int from, int to) {
        return Domain.range(
                "every set K of drops, " + (from == to ? "d = " + to : "every d = " + from + ".." + to),
                from,
                to,
                new Range(from, to));
    }

    /** The boundary for all sets of drops, in dimensions where nothing can be enumerated. */
    static final Claim<Range> PHASE_BOUNDARY = new Claim<>(
            "PHASE-BOUNDARY",
            Sections.IDENTIFICATION,
            "The boundary of identification in every dimension up to 200",
            new Source(
                    Provenance.EXTENSION,
                    "beyond Theorem 4",
                    "",
                    "all ours; certified by exact Krawtchouk values. That minimisers are what keeps these distances is "
                            + "REARRANGEMENT; that the folded (d+1)-cube has 2^d (d+1)! automorphisms is known, and "
                            + "no certificate argues it beyond d = 7"),
            List.of(
                    "the density depends on deg g only",
                    "it does not increase",
                    "K is the set of all its drops within 1..d-1"),
            "Other distances than 1 coincide by accident for many k; distance 1 never does.",
            new Proposition<>(
                    "As the polynomials of degree ≤ k see them, the distances equal to distance 1 are: none for "
                            + "odd k ≤ d − 2; d alone for even k ≤ d − 2, where moreover t and d + 1 − t are "
                            + "equal for every t; "
                            + "all odd ones, and only parity is seen, for k = d − 1. A set K sees as equal what "
                            + "all its members do: so for each of the 2^(d−1) sets K the minimisers are "
                            + "as PHASE-DIAGRAM says.",
                    "\\kappa_k(t) = K_k^{d-1}(t - 1), \\; 2 \\le t \\le d, \\; k \\le d - 2 \\implies "
                            + "\\kappa_k(t) = \\kappa_k(1) \\iff k \\text{ even}, t = d, "
                            + "\\qquad \\kappa_k(t) = \\kappa_k(d + 1 - t) \\; (k \\text{ even}), \\qquad "
                            + "\\kappa_{d-1}(t) = (-1)^{t-1}",
                    List.of(range(2, 2), range(3, 10), range(11, 50), range(51, 100), range(101, 150), range(151, 200)),
                    PhaseBoundary::boundary),
            List.of(new Control<>(
                    "C-NO-ACCIDENT",
                    "any two distances for the distance 1 and another",
                    new Proposition<>(
                            "For odd k ≤ d − 2 the polynomials of degree ≤ k tell all distances apart.",
                            "K_k^{d-1}(t - 1) \\ne K_k^{d-1}(u - 1), 1 \\le t < u \\le d, k \\le d - 2 \\text{ odd}",
                            IntStream.rangeClosed(3, 12)
                                    .mapToObj(d -> Domain.list("d = " + d, d, List.of(new Range(d, d))))
                                    .toList(),
                            PhaseBoundary::noAccident))));

    private static Outcome boundary(Range range) {
        for (int d = range.from(); d <= range.to(); d++) {
            for (var fusion : DistanceFusion.ofSingleDrops(d)) {
                int dimension = d;
                int k = fusion.drops().first();
                for (int t = 2; t <= d; t++) {
                    if (fusion.fuses(1, t) != (k == d - 1 ? t % 2 == 1 : k % 2 == 0 && t == d))
                        return fails(distances("boundary", fusion, 1, t));
                }
                var apart = IntStream.rangeClosed(2, d)
                        .filter(t -> k == dimension - 1
                                ? t <= dimension - 2 && !fusion.fuses(t, t + 2)
                                : k % 2 == 0 && t < dimension + 1 - t && !fusion.fuses(t, dimension + 1 - t))
                        .findFirst();
                if (apart.isPresent())
                    return fails(distances(
                            "boundary",
                            fusion,
                            apart.getAsInt(),
                            k == d - 1 ? apart.getAsInt() + 2 : d + 1 - apart.getAsInt()));
            }
        }
        var cases = new LinkedHashSet<Map<String, Object>>();
        for (int d = range.from(); d <= range.to(); d++) {
            for (int types = 0; types < 8; types++) {
                // An odd drop up to d - 2 takes d = 3, an even one d = 4.
                if ((types & 1) != 0 && d < 3 || (types & 2) != 0 && d < 4) continue;
                var K = new TreeSet<Integer>();
                if ((types & 1) != 0) K.add(1);
                if ((types & 2) != 0) K.add(2);
                if ((types & 4) != 0) K.add(d - 1);
                var row = new LinkedHashMap<String, Object>();
                row.put("evenDimension", d % 2 == 0);
                row.put("oddDrop", (types & 1) != 0);
                row.put("evenDrop", (types & 2) != 0);
                row.put("lastDrop", (types & 4) != 0);
                row.put("group", Preservers.of(d, K).name());
                cases.add(row);
            }
        }
        return Outcome.settled(Certificate.of("phase-boundary")
                .with("from", range.from())
                .with("to", range.to())
                .with("cases", List.copyOf(cases))
                .reading("The kernel of the polynomials of degree at most k at Hamming distance t is the "
                        + "sum of the first k + 1 coefficients of (1 − z)^t (1 + z)^(d−t). For "
                        + (range.from() == range.to() ? "d = " : "each d = " + range.from() + "..")
                        + range.to()
                        + ": an odd k ≤ d − 2 gives distance 1 a value of its own, so neighbours "
                        + "stay neighbours and only signed permutations are minimisers; "
                        + "an even k ≤ d − 2 gives it "
                        + "the value of distance d and of no other, and t that of d + 1 − t, so T "
                        + "= (z1, z1 z2, ..., z1 zd) is a minimiser and all minimisers "
                        + "are automorphisms of the folded (d+1)-cube; k = d − 1 sees "
                        + "the parity of t only. A set K fuses what all of its members fuse, "
                        + "which leaves the listed cases."));
    }

    private static Outcome noAccident(Range range) {
        int d = range.to();
        for (var fusion : DistanceFusion.ofSingleDrops(d)) {
            int k = fusion.drops().first();
            if (k % 2 == 0 || k > d - 2) continue;
            for (var fused : fusion.classes()) {
                if (fused.size() == 1) continue;
                return fails(distances("no-two", fusion, fused.get(0), fused.get(1)));
            }
        }
        return holds();
    }

    private static Certificate distances(String statement, DistanceFusion fusion, int t, int u) {
        int d = fusion.dimension();
        int k = fusion.drops().first();
        return Certificate.of("distances-fused")
                .with("dimension", d)
                .with("drop", k)
                .with("distances", List.of(t, u))
                .with("equal", fusion.fuses(t, u))
                .with("statement", statement)
                .reading("d = " + d + ", k = " + k + ": the kernel Σ_{|S| ≤ " + k + "} χ_S(x) χ_S(y) has "
                        + (fusion.fuses(t, u) ? "the same value" : "different values") + " at the Hamming distances "
                        + t + " and " + u + ".");
    }
}
