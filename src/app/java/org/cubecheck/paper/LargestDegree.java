package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.claim.Outcome.settled;
import static org.cubecheck.paper.Notation.coordinates;
import static org.cubecheck.paper.Notation.describe;
import static org.cubecheck.paper.Notation.place;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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
import org.cubecheck.realization.Representation;
import org.cubecheck.transform.Bijection;

/**
 * Section 3, the constant d² of the theorem on many tasks: the largest degree that an invertible representation has
 * (D-SQUARED-TIGHT).
 */
final class LargestDegree {

    private LargestDegree() {}

    static List<Claim<?>> claims() {
        return List.of(D_SQUARED_TIGHT);
    }

    /**
     * A pair of dimensions.
     *
     * @param d latents
     * @param m observed variables
     */
    record Size(int d, int m) {}

    /** How near deg Phi comes to d^2. */
    static final Claim<Size> D_SQUARED_TIGHT = new Claim<>(
            "D-SQUARED-TIGHT",
            Sections.REALIZATIONS,
            "The largest degree of an invertible representation",
            new Source(
                    Provenance.EXTENSION, "sharpens Theorem 2", "", "ours: the largest deg Φ that occurs, per d and m"),
            List.of("Φ: X → B^d is invertible, X has 2^d points of B^m"),
            "Theorem 2 holds with this degree in the place of d², so with 3 for d = 2; for d = 1, where no task "
                    + "is ever simplified, even with 0. Not examined: m > d for d ≥ 4, "
                    + "and whether a list of tasks there saves exactly d². Without invertibility d² is attained "
                    + "for every d: all coordinates the parity of a subcube.",
            new Proposition<>(
                    "The largest degree of an invertible Φ is 1 for d = 1, 3 for d = 2, and d² for d ≥ 3.",
                    "\\max_{\\Phi} \\deg \\Phi = 1, 3, 9, 16, 25, 36, \\ldots",
                    List.of(
                            sizes(1, 1, 2, 3, 4),
                            sizes(2, 2, 3, 4),
                            sizes(3, 3, 4, 5),
                            sizes(4, 4),
                            sizes(5, 5),
                            sizes(6, 6),
                            sizes(7, 7),
                            sizes(8, 8)),
                    LargestDegree::largestDegree),
            List.of(
                    new Control<>(
                            "C-D-SQUARED-LESS",
                            "one less than d² from d = 2 on",
                            new Proposition<>(
                                    "deg Φ ≤ d² - 1 for every invertible Φ, d ≥ 2.",
                                    "d \\ge 2 \\implies \\max_{\\Phi} \\deg \\Phi \\le d^2 - 1",
                                    List.of(sizes(2, 2), sizes(3, 3)),
                                    size -> {
                                        var best = best(size);
                                        return best.degree() < size.d * size.d
                                                ? holds()
                                                : fails(largestDiffers(size, best, "below-square"));
                                    })),
                    new Control<>(
                            "C-D-SQUARED-ATTAINED",
                            "attained for every d",
                            new Proposition<>(
                                    "For every d some invertible Φ has degree d².",
                                    "\\max_{\\Phi} \\deg \\Phi = d^2",
                                    List.of(sizes(1, 1), sizes(2, 2)),
                                    size -> {
                                        var best = best(size);
                                        return best.degree() == size.d * size.d
                                                ? holds()
                                                : fails(largestDiffers(size, best, "square"));
                                    }))));

    private static Domain<Size> sizes(int d, Integer... m) {
        return Domain.<Size>list(
                        "pairs d = " + d + ", m = " + m[0] + (m.length == 1 ? "" : ".." + m[m.length - 1]),
                        d,
                        Arrays.stream(m).map(v -> new Size(d, v)).toList())
                .bounded("m", m[0], m[m.length - 1]);
    }

    private static Outcome largestDegree(Size size) {
        var best = best(size);
        int expected = size.d == 2 ? 3 : size.d * size.d;
        if (best.degree() != expected) return fails(largestDiffers(size, best, "square-but-two"));
        // Above d = 2 not every Phi is tried: the certificate attains d^2, and no coordinate has a degree above d.
        return size.d <= 2 ? holds(1, largest(size, best)) : settled(largest(size, best));
    }

    /** For d at most 2 over all supports and all bijections; above the first found that attains d^2, on a subcube. */
    private static Representation best(Size size) {
        int points = 1 << size.d;
        if (size.d > 2) {
            var onX = MinDegree.on(Support.of(size.m, IntStream.range(0, points).toArray()));
            var random = new SplittableRandom(1);
            for (long rank = 0; ; rank++) {
                var T = size.d == 3 ? Bijection.ofRank(3, rank) : Bijection.random(size.d, random);
                var Phi = Representation.of(onX, size.d, T.toArray());
                if (Phi.degree() == size.d * size.d) return Phi;
            }
        }
        Representation best = null;
        int degree = -1;
        for (long s = 0; s < Cube.binomial(1 << size.m, points); s++) {
            var onX = MinDegree.on(Supports.ofRank(size.m, points, s));
            for (long rank = 0; rank < Bijection.count(size.d); rank++) {
                var Phi = Representation.of(
                        onX, size.d, Bijection.ofRank(size.d, rank).toArray());
                if (Phi.degree() <= degree) continue;
                degree = Phi.degree();
                best = Phi;
            }
        }
        return best;
    }

    private static Certificate largest(Size size, Representation best) {
        return largest(size, best, describe(Certificate.of("largest-degree"), best));
    }

    private static Certificate largestDiffers(Size size, Representation best, String statement) {
        return largest(
                size,
                best,
                describe(Certificate.of("largest-degree-differs"), best).with("statement", statement));
    }

    private static Certificate largest(Size size, Representation best, Certificate.Builder builder) {
        return builder.with("degree", best.degree())
                .reading("d = " + size.d + ", m = " + size.m + ": the largest degree is " + best.degree() + " of d^2 = "
                        + size.d * size.d + ", attained on "
                        + place(best.support()) + " by Phi = "
                        + (size.d <= 3
                                ? coordinates(best)
                                : size.d == 4 ? Arrays.toString(best.toArray()) : "the images listed")
                        + " with degrees " + Arrays.toString(best.coordinateDegrees())
                        + (size.d == 2
                                ? "; two coordinates of degree 2 would both be +-the parity, and not invertible."
                                : size.d > 2
                                        ? "; no coordinate can have a degree above d (SUPPORT-DEGREE), so the sum "
                                                + "is at most d^2."
                                        : "."));
    }
}
