package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.claim.Outcome.outOfScope;
import static org.cubecheck.paper.Notation.list;
import static org.cubecheck.paper.Notation.place;
import static org.cubecheck.paper.Notation.polynomial;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;

/** Section 3, supports: how large a degree a function on few points needs (SUPPORT-DEGREE, SMALL-SUPPORT). */
final class SupportDegree {

    private SupportDegree() {}

    static List<Claim<?>> claims() {
        return List.of(SUPPORT_DEGREE, SMALL_SUPPORT);
    }

    /** Any function on 2^d points has a realization of degree at most d. */
    static final Claim<Support> SUPPORT_DEGREE = new Claim<>(
            "SUPPORT-DEGREE",
            Sections.REALIZATIONS,
            "On 2^d points every function has a realization of degree at most d",
            new Source(
                    Provenance.FORMALIZED,
                    "summary: the d² of Theorem 2",
                    "the threshold d² on the conditional degrees",
                    "that deg Φ ≤ d² is what stands behind this threshold is our reading: each of the d coordinates "
                            + "of Φ has degree at most d"),
            List.of("X has 2^d points of B^m"),
            "Not sharp in the number of points: it holds below 2^(d+1) points (SMALL-SUPPORT) and fails there.",
            new Proposition<>(
                    "Every h: X → ℝ on a support X of 2^d points of B^m has a realization of degree at most d; "
                            + "hence deg Φ ≤ d² for every Φ: X → B^d.",
                    "|X| = 2^d \\implies \\max_{h: X \\to \\mathbb{R}} \\deg h^* \\le d",
                    supports(),
                    X -> needsAtMost(X, Cube.variables(X.size()), "power")),
            List.of(
                    new Control<>(
                            "C-SUPPORT-LESS",
                            "one degree fewer",
                            new Proposition<>(
                                    "Every function on 2^d points has a realization of degree at most d - 1.",
                                    "|X| = 2^d \\implies \\max_h \\deg h^* \\le d - 1",
                                    List.of(Supports.all(1, 1, 2), Supports.all(2, 2, 4)),
                                    X -> needsAtMost(X, Cube.variables(X.size()) - 1, "less"))),
                    new Control<>(
                            "C-SUPPORT-MORE",
                            "2^(d+1) points for 2^d",
                            new Proposition<>(
                                    "Every function on 2^(d+1) points has a realization of degree at most d.",
                                    "|X| = 2^{d+1} \\implies \\max_h \\deg h^* \\le d",
                                    List.of(Supports.all(1, 2, 4), Supports.all(2, 3, 8)),
                                    X -> needsAtMost(X, Cube.variables(X.size()) - 1, "twice-the-points")))));

    private static List<Domain<Support>> supports() {
        return List.of(
                Supports.all(1, 1, 2),
                Supports.all(1, 2, 2),
                Supports.all(1, 3, 2),
                Supports.all(1, 4, 2),
                Supports.all(1, 5, 2),
                Supports.all(2, 2, 4),
                Supports.all(2, 3, 4),
                Supports.all(2, 4, 4),
                Supports.all(2, 5, 4),
                Supports.all(3, 3, 8),
                Supports.all(3, 4, 8),
                Supports.eightOfFive(),
                Supports.some(3, 6, 8, 2_000),
                Supports.some(3, 10, 8, 500),
                Supports.all(4, 4, 16),
                Supports.some(4, 5, 16, 2_000),
                Supports.some(4, 8, 16, 500),
                Supports.some(5, 6, 32, 300),
                Supports.some(5, 8, 32, 300));
    }

    /** Any function on X has a realization of degree at most log2 |X|. */
    static final Claim<Support> SMALL_SUPPORT = new Claim<>(
            "SMALL-SUPPORT",
            Sections.REALIZATIONS,
            "No function on X needs a degree above log₂|X|",
            new Source(
                    Provenance.EXTENSION,
                    "extends SUPPORT-DEGREE to any number of points",
                    "",
                    "ours. Reason: the monomials that are no combination of earlier ones are closed under taking "
                            + "subsets; with one of degree k there are 2^k, and |X| in all"),
            List.of("X is a non-empty set of points of B^m"),
            "Sharp on every subcube: its parity needs its dimension.",
            new Proposition<>(
                    "Every h: X → ℝ has a realization of degree at most ⌊log₂|X|⌋.",
                    "\\max_{h: X \\to \\mathbb{R}} \\deg h^* \\le \\log_2 |X|",
                    List.of(
                            Supports.all(1),
                            Supports.all(2),
                            Supports.all(3),
                            Supports.all(4),
                            Supports.some(5, 31, 3_000),
                            Supports.some(8, 32, 500)),
                    X -> needsAtMost(X, 31 - Integer.numberOfLeadingZeros(X.size()), "logarithm")),
            List.of(new Control<>(
                    "C-SMALLER-SUPPORT",
                    "strictly below log₂|X|",
                    new Proposition<>(
                            "Every function on at least two points has a realization of degree below log₂|X|.",
                            "|X| \\ge 2 \\implies \\max_h \\deg h^* < \\log_2 |X|",
                            List.of(Supports.all(1), Supports.all(2)),
                            X -> X.size() < 2
                                    ? outOfScope("at least two points")
                                    : needsAtMost(
                                            X, 31 - Integer.numberOfLeadingZeros(X.size() - 1), "below-logarithm")))));

    private static Outcome needsAtMost(Support X, int bound, String statement) {
        var onX = MinDegree.on(X);
        if (onX.largest() <= bound) return holds();
        // Indicators of points span all functions, so one of them needs the largest degree.
        for (int i = 0; ; i++) {
            int at = i;
            long[] indicator =
                    IntStream.range(0, X.size()).mapToLong(j -> j == at ? 1 : 0).toArray();
            var h = onX.interpolate(indicator);
            if (h.degree() <= bound) continue;
            return fails(Certificate.of("support-needs-degree")
                    .with("m", X.variables())
                    .with("points", list(X.toArray()))
                    .with("statement", statement)
                    .with("bound", bound)
                    .with("values", list(indicator))
                    .with(
                            "witness",
                            h.witness().stream().map(BigInteger::longValueExact).toList())
                    .reading("On " + place(X) + " the function that is 1 at " + X.point(i)
                            + " and 0 elsewhere needs degree " + h.degree() + ", more than " + bound
                            + ": the weights " + h.witness() + " sum to 0 against every monomial of degree at most "
                            + bound + " and to " + h.witness().get(i)
                            + " against the function; a realization of least degree is "
                            + polynomial(h.toSpectrum().toFunction(), 'x') + "."));
        }
    }
}
