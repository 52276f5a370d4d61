package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.BalancedProducts.maps;
import static org.cubecheck.paper.Notation.list;
import static org.cubecheck.paper.Notation.polynomials;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
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
import org.cubecheck.paper.BalancedProducts.SelfMap;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/** Section 2, second part: invertible transforms and their degrees (MINIMAL-DEGREE, SIGNED-GROUP, INVERSE-DEGREE). */
final class InvertibleTransforms {

    private InvertibleTransforms() {}

    static List<Claim<?>> claims() {
        return List.of(MINIMAL_DEGREE, SIGNED_GROUP, INVERSE_DEGREE);
    }

    /** The largest cube on which transforms are searched. */
    static final int SEARCHED = 6;

    static List<Objective> objectives() {
        return List.of(
                new Objective(
                        "MINIMAL-DEGREE",
                        1,
                        SEARCHED,
                        "deg T - d - 1; for a signed permutation -|deg T - d|",
                        T -> T.isSignedPermutation()
                                ? -Math.abs(T.degree() - T.dimension())
                                : T.degree() - T.dimension() - 1,
                        InvertibleTransforms::minimalDegree),
                new Objective(
                        "C-ONE-DEGREE-MORE",
                        1,
                        SEARCHED,
                        "deg T - d - 2; for a signed permutation d + 1 - deg T",
                        T -> T.isSignedPermutation() ? T.dimension() + 1 - T.degree() : T.degree() - T.dimension() - 2,
                        InvertibleTransforms::oneDegreeMore),
                new Objective(
                        "C-GF2-DEGREE",
                        1,
                        SEARCHED,
                        "|the sum of the GF(2) degrees of the coordinates - d| - 1; for a signed permutation "
                                + "-|the sum - d|",
                        InvertibleTransforms::gf2Slack,
                        InvertibleTransforms::gf2Degree),
                new Objective(
                        "C-INVERSE-DEGREE",
                        1,
                        SEARCHED,
                        "-|deg T - deg T⁻¹|",
                        T -> -Math.abs(T.degree() - T.inverse().degree()),
                        InvertibleTransforms::inverseDegree));
    }

    // ---- deg T >= d

    /** deg T >= d, with equality iff T is a signed permutation. */
    static final Claim<Bijection> MINIMAL_DEGREE = new Claim<>(
            "MINIMAL-DEGREE",
            Sections.INVERTIBLE_TRANSFORMS,
            "Signed permutations are the invertible transforms of least degree",
            new Source(
                    Provenance.FORMALIZED,
                    "summary: first-order Boolean functions",
                    "permutation and sign flip correspond exactly to all first-order Boolean functions",
                    "the bound deg T ≥ d, the degree as the sum over the coordinates, and the case of equality "
                            + "are our wording"),
            List.of("T is a bijection of B^d", "the degree is the real degree, summed over the coordinates"),
            "Sharp: equality is attained by the 2^d d! signed permutations and by nothing else; d + 1 is attained "
                    + "from d = 2 on.",
            new Proposition<>(
                    "For every invertible T: deg T ≥ d, with equality if and only if T is a signed permutation.",
                    "\\deg T = \\sum_{i=1}^{d} \\deg T_i \\ge d, \\qquad \\deg T = d \\iff T(z) = PDz",
                    List.of(
                            Domains.bijections(1),
                            Domains.bijections(2),
                            Domains.bijections(3),
                            Domains.nearMisses(4, "", 20_000),
                            Domains.nearMisses(5, "", 5_000),
                            Domains.nearMisses(6, "", 2_000)),
                    InvertibleTransforms::minimalDegree),
            List.of(
                    new Control<>(
                            "C-ONE-DEGREE-MORE",
                            "one degree more: d + 1 for d",
                            new Proposition<>(
                                    "deg T ≤ d + 1 if and only if T is a signed permutation.",
                                    "\\deg T \\le d + 1 \\iff T(z) = PDz",
                                    List.of(Domains.bijections(1), Domains.bijections(2)),
                                    InvertibleTransforms::oneDegreeMore)),
                    new Control<>(
                            "C-GF2-DEGREE",
                            "the degree over the two-element field for the real degree",
                            new Proposition<>(
                                    "The GF(2) degrees of the coordinates of T add up to d if and only if T is a "
                                            + "signed permutation.",
                                    "\\sum_{i=1}^{d} \\deg_{2} T_i = d \\iff T(z) = PDz",
                                    List.of(Domains.bijections(1), Domains.bijections(2)),
                                    InvertibleTransforms::gf2Degree)),
                    new Control<>(
                            "C-NOT-INVERTIBLE",
                            "T need not be invertible",
                            new Proposition<>(
                                    "A map F of B^d to itself without constant coordinates has degree at least d, "
                                            + "with equality if and only if it is a signed permutation.",
                                    "\\deg F \\ge d, \\qquad \\deg F = d \\iff F(z) = PDz",
                                    List.of(maps(1), maps(2)),
                                    InvertibleTransforms::notInvertible))));

    private static Outcome minimalDegree(Bijection T) {
        int degree = T.degree();
        boolean agrees = degree >= T.dimension() && (degree == T.dimension()) == T.isSignedPermutation();
        return agrees
                ? holds()
                : fails(Certificate.of("low-degree-not-signed")
                        .with("transform", list(T))
                        .with("degree", degree)
                        .with("most", "d")
                        .reading("deg T = " + degree + " for T = " + T + ", which is "
                                + (T.isSignedPermutation() ? "a" : "no") + " signed permutation."));
    }

    private static Outcome oneDegreeMore(Bijection T) {
        int degree = T.degree();
        if (degree <= T.dimension() + 1 == T.isSignedPermutation()) return holds();
        return fails(Certificate.of("low-degree-not-signed")
                .with("transform", list(T))
                .with("degree", degree)
                .with("most", "d+1")
                .reading("T = " + T + " has coordinates " + polynomials(T) + ", degree " + degree
                        + " = d + 1, and is no signed permutation."));
    }

    private static Outcome gf2Degree(Bijection T) {
        var degrees = T.coordinates().stream().map(BooleanFunction::gf2Degree).toList();
        int sum = degrees.stream().mapToInt(Integer::intValue).sum();
        if ((sum == T.dimension()) == T.isSignedPermutation()) return holds();
        return fails(Certificate.of("gf2-degree-least")
                .with("transform", list(T))
                .with("gf2Degrees", degrees)
                .reading("T = " + T + " has coordinates " + polynomials(T)
                        + ": products of variables, which are sums over GF(2), so of GF(2) degrees " + degrees
                        + " with sum d; T is no signed permutation, and its real degree is " + T.degree() + "."));
    }

    private static int gf2Slack(Bijection T) {
        int off = Math.abs(
                T.coordinates().stream().mapToInt(BooleanFunction::gf2Degree).sum() - T.dimension());
        return T.isSignedPermutation() ? -off : off - 1;
    }

    private static Outcome notInvertible(SelfMap F) {
        var degrees = IntStream.range(0, F.d())
                .map(i -> F.coordinate(i).degree())
                .boxed()
                .toList();
        if (degrees.contains(0)) return Outcome.outOfScope("no coordinate is constant");
        int sum = degrees.stream().mapToInt(Integer::intValue).sum();
        boolean signed = F.isInvertible() && Bijection.of(F.image()).isSignedPermutation();
        if (sum >= F.d() && (sum == F.d()) == signed) return holds();
        return fails(Certificate.of("least-degree-not-invertible")
                .with("map", F.list())
                .with("degree", sum)
                .reading(F.text() + " has degree " + sum
                        + " = d and is no signed permutation: it is not even invertible."));
    }

    // ---- the group

    /** Two transforms to be composed. */
    record TransformPair(Bijection first, Bijection second) {}

    private static Domain<TransformPair> signedPairs(int d) {
        long count = SignedPermutation.count(d);
        return Domain.all(
                "pairs of signed permutations of B^" + d,
                d,
                count * count,
                i -> new TransformPair(
                        SignedPermutation.ofRank(d, i / count).toBijection(),
                        SignedPermutation.ofRank(d, i % count).toBijection()));
    }

    private static Domain<TransformPair> someSignedPairs(int d, long trials) {
        var count = BigInteger.valueOf(SignedPermutation.count(d));
        return Domain.sampled(
                "pairs of signed permutations of B^" + d,
                d,
                count.pow(2),
                trials,
                random -> new TransformPair(
                        SignedPermutation.random(d, random).toBijection(),
                        SignedPermutation.random(d, random).toBijection()));
    }

    private static Domain<TransformPair> lowPairs(int d) {
        var low = LongStream.range(0, Bijection.count(d))
                .mapToObj(rank -> Bijection.ofRank(d, rank))
                .filter(T -> T.degree() <= d + 1)
                .toList();
        long count = low.size();
        return Domain.all(
                "pairs of invertible transforms of B^" + d + " of degree at most " + (d + 1),
                d,
                count * count,
                i -> new TransformPair(low.get((int) (i / count)), low.get((int) (i % count))));
    }

    /** Signed permutations form a group of order 2^d d!. */
    static final Claim<TransformPair> SIGNED_GROUP = new Claim<>(
            "SIGNED-GROUP",
            Sections.INVERTIBLE_TRANSFORMS,
            "Signed permutations form a group",
            new Source(
                    Provenance.FORMALIZED,
                    "summary: Phi* = P D z",
                    "world models are recovered up to permutation and sign flip",
                    "that these form a group, so that \u201cup to\u201d is an equivalence, is our wording"),
            List.of("A and B are signed permutations"),
            "The invertible transforms of degree at most d + 1 form no group from d = 3 on.",
            new Proposition<>(
                    "For signed permutations A and B, A ∘ B and A⁻¹ are signed permutations; as P D matrices they "
                            + "are the product and the inverse.",
                    "A, B \\in \\{z \\mapsto PDz\\} \\implies A \\circ B, A^{-1} \\in \\{z \\mapsto PDz\\}",
                    List.of(
                            signedPairs(1),
                            signedPairs(2),
                            signedPairs(3),
                            signedPairs(4),
                            someSignedPairs(5, 5_000),
                            someSignedPairs(8, 500)),
                    InvertibleTransforms::signedGroup),
            List.of(new Control<>(
                    "C-LOW-DEGREE-GROUP",
                    "degree at most d + 1 for degree d",
                    new Proposition<>(
                            "The invertible transforms of degree at most d + 1 are closed under composition.",
                            "\\deg A, \\deg B \\le d + 1 \\implies \\deg(A \\circ B) \\le d + 1",
                            List.of(lowPairs(1), lowPairs(2), lowPairs(3)),
                            InvertibleTransforms::lowDegreeGroup))));

    private static Outcome signedGroup(TransformPair pair) {
        var A = SignedPermutation.of(pair.first());
        var B = SignedPermutation.of(pair.second());
        if (A.isEmpty() || B.isEmpty()) return Outcome.outOfScope("A and B are signed permutations");
        var product = pair.first().after(pair.second());
        var inverse = pair.first().inverse();
        if (!product.isSignedPermutation()) return fails(notClosed(pair, "signed", "composition", product));
        if (!inverse.isSignedPermutation()) return fails(notClosed(pair, "signed", "inverse", inverse));
        if (!product.equals(A.get().after(B.get()).toBijection())
                || !inverse.equals(A.get().inverse().toBijection()))
            throw new IllegalStateException(
                    "the matrices of " + A.get() + " and " + B.get() + " give another product or inverse");
        return holds();
    }

    private static Certificate notClosed(TransformPair pair, String set, String under, Bijection result) {
        return Certificate.of("set-not-closed")
                .with("first", list(pair.first()))
                .with("second", list(pair.second()))
                .with("set", set)
                .with("under", under)
                .with("degree", result.degree())
                .reading("A = " + polynomials(pair.first()) + " and B = " + polynomials(pair.second())
                        + " have degrees " + pair.first().degree() + " and "
                        + pair.second().degree() + "; " + (under.equals("inverse") ? "A⁻¹" : "A ∘ B") + " = "
                        + polynomials(result) + " has degree " + result.degree() + ".");
    }

    private static Outcome lowDegreeGroup(TransformPair pair) {
        var product = pair.first().after(pair.second());
        if (product.degree() <= product.dimension() + 1) return holds();
        return fails(notClosed(pair, "low-degree", "composition", product));
    }

    // ---- T against its inverse

    /** deg T^-1 against deg T: all transforms of one cube. */
    static final Claim<Integer> INVERSE_DEGREE = new Claim<>(
            "INVERSE-DEGREE",
            Sections.INVERTIBLE_TRANSFORMS,
            "The degrees of a transform and of its inverse",
            new Source(
                    Provenance.EXTENSION,
                    "",
                    "",
                    "all ours: the joint law of deg T and deg T^-1 over every invertible T"),
            List.of("T is a bijection of B^d"),
            "From d = 3 on the two degrees differ for some T; the exhibits list every pair that occurs.",
            new Proposition<>(
                    "deg T = d if and only if deg T⁻¹ = d, and over all T the pairs (deg T, deg T⁻¹) are as the "
                            + "table says: symmetric, on and off the diagonal.",
                    "\\deg T = d \\iff \\deg T^{-1} = d",
                    IntStream.rangeClosed(1, 3)
                            .mapToObj(InvertibleTransforms::wholeCube)
                            .toList(),
                    InvertibleTransforms::inverseDegrees),
            List.of(new Control<>(
                    "C-INVERSE-DEGREE",
                    "equal degrees, for equal only when least",
                    new Proposition<>(
                            "deg T = deg T⁻¹ for every invertible T.",
                            "\\deg T = \\deg T^{-1}",
                            List.of(Domains.bijections(1), Domains.bijections(2), Domains.bijections(3)),
                            InvertibleTransforms::inverseDegree))));

    private static Domain<Integer> wholeCube(int d) {
        return new Domain.All<>(
                "the joint law over all invertible transforms of B^" + d, d, 1, i -> d, Bijection.count(d));
    }

    private static Outcome inverseDegrees(int d) {
        var counts = new TreeMap<Integer, TreeMap<Integer, Long>>();
        for (long rank = 0; rank < Bijection.count(d); rank++) {
            var T = Bijection.ofRank(d, rank);
            counts.computeIfAbsent(T.degree(), key -> new TreeMap<>())
                    .merge(T.inverse().degree(), 1L, Long::sum);
        }
        var rows = new ArrayList<List<Long>>();
        counts.forEach((a, row) -> row.forEach((b, count) -> rows.add(List.of((long) a, (long) b, count))));
        var census = Certificate.of("inverse-degree-census")
                .with("dimension", d)
                .with("rows", rows)
                .reading("Of the " + Bijection.count(d) + " invertible transforms of B^" + d + ", by (deg T, deg T⁻¹): "
                        + String.join(
                                ", ",
                                rows.stream()
                                        .map(r -> r.get(2) + " of (" + r.get(0) + ", " + r.get(1) + ")")
                                        .toList())
                        + ".");
        boolean symmetric = rows.stream()
                .allMatch(r -> r.get(2)
                        .equals(counts.getOrDefault(r.get(1).intValue(), new TreeMap<>())
                                .get(r.get(0).intValue())));
        if (!symmetric) throw new IllegalStateException("T and its inverse are counted differently: " + rows);
        if (counts.get(d).keySet().equals(Set.of(d))) return holds(Bijection.count(d), census);
        var odd = LongStream.range(0, Bijection.count(d))
                .mapToObj(rank -> Bijection.ofRank(d, rank))
                .filter(T -> T.degree() == d && T.inverse().degree() != d)
                .findFirst()
                .orElseThrow();
        return fails(inverseDegree(Certificate.of("low-inverse-degree-differs"), odd)
                .with("most", "d")
                .reading("T = " + odd + " has degree d, its inverse "
                        + odd.inverse().degree() + "."));
    }

    private static Outcome inverseDegree(Bijection T) {
        int degree = T.degree();
        int inverse = T.inverse().degree();
        if (degree == inverse) return holds();
        return fails(inverseDegree(Certificate.of("inverse-degree-differs"), T)
                .with("statement", "any")
                .reading("T = " + T + " has coordinates " + polynomials(T) + " of degrees "
                        + Arrays.toString(T.coordinateDegrees()) + ", sum " + degree + "; its inverse " + T.inverse()
                        + " has coordinates "
                        + polynomials(T.inverse()) + " of degrees "
                        + Arrays.toString(T.inverse().coordinateDegrees()) + ", sum " + inverse + "."));
    }

    /** Begins a certificate that deg T is not deg T^-1. */
    static Certificate.Builder inverseDegree(Certificate.Builder certificate, Bijection T) {
        return certificate
                .with("transform", list(T))
                .with("degree", T.degree())
                .with("inverseDegree", T.inverse().degree());
    }
}
