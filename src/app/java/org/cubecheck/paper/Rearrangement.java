package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.Notation.list;
import static org.cubecheck.paper.Notation.polynomials;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.task.TaskDistribution;
import org.cubecheck.transform.Bijection;

/** Section 5, first part: a transform is a minimiser exactly if it maps tasks onto tasks (REARRANGEMENT). */
final class Rearrangement {

    private Rearrangement() {}

    static List<Claim<?>> claims() {
        return List.of(REARRANGEMENT);
    }

    /** Minimising is preserving: the task sets, the polynomials, the kernels. */
    static final Claim<Bijection> REARRANGEMENT = new Claim<>(
            "REARRANGEMENT",
            Sections.IDENTIFICATION,
            "Minimisers are the transforms that keep the low-degree tasks, or the low-degree polynomials",
            new Source(
                    Provenance.EXTENSION,
                    "",
                    "",
                    "all ours. One density is weighed for each K, which drops by 1 after each k in K; it stands "
                            + "for all, as for every k "
                            + "no T has a smaller sum over the tasks of degree ≤ k than the identity, which is "
                            + "examined too"),
            List.of(
                    "the density depends on deg g only",
                    "it does not increase with the degree",
                    "degree is the real degree",
                    "every k in K is kept"),
            "All of K counts: keeping the tasks of degree at most k for one k in K is not enough.",
            new Proposition<>(
                    "For every set K of drops: T minimises the expected deg(g ∘ T⁻¹), iff for every k in K it "
                            + "maps the Boolean functions of degree ≤ k onto themselves, iff it maps the real "
                            + "polynomials "
                            + "of degree ≤ k onto themselves, iff the kernel Σ_{|S| ≤ k} χ_S(x) χ_S(y) is the "
                            + "same at T(x) and T(y).",
                    "T \\text{ minimal} \\iff A_k \\circ T^{-1} = A_k \\; \\forall k \\in K \\iff P_k \\circ "
                            + "T^{-1} = P_k \\; \\forall k \\in K",
                    List.of(
                            Domains.bijections(1, 1),
                            Domains.bijections(2, 2),
                            Domains.bijections(3, 4),
                            Domains.structuredBijections(300)),
                    Rearrangement::rearrangement),
            List.of(
                    new Control<>(
                            "C-REARRANGE-GF2",
                            "the degree over the two-element field for the real degree",
                            new Proposition<>(
                                    "If K = {1}, T is a minimiser if and only if it maps the Boolean functions of "
                                            + "GF(2) degree at most 1 onto themselves.",
                                    "T \\text{ minimal} \\iff A'_1 \\circ T^{-1} = A'_1",
                                    List.of(Domains.bijections(2)),
                                    Rearrangement::rearrangeGf2)),
                    new Control<>(
                            "C-REARRANGE-SOME-K",
                            "some k in K is kept, not every one",
                            new Proposition<>(
                                    "If K = {1, ..., d - 1}, T is a minimiser if and only if it maps the Boolean "
                                            + "functions of degree at most k onto themselves for some k in K.",
                                    "T \\text{ minimal} \\iff \\exists k \\in K : A_k \\circ T^{-1} = A_k",
                                    List.of(Domains.bijections(2), Domains.bijections(3)),
                                    Rearrangement::rearrangeSomeK)),
                    new Control<>(
                            "C-REARRANGE-EXACT-DEGREE",
                            "tasks of degree exactly d, a density that increases",
                            new Proposition<>(
                                    "If tasks are uniform over the Boolean functions of degree exactly d, T is a "
                                            + "minimiser if and only if it maps them onto themselves.",
                                    "T \\text{ minimal} \\iff E_d \\circ T^{-1} = E_d",
                                    List.of(Domains.bijections(1), Domains.bijections(2)),
                                    Rearrangement::rearrangeExactDegree))));

    private static Outcome rearrangement(Bijection T) {
        int d = T.dimension();
        var flow = DegreeFlow.of(T);
        var identity = DegreeFlow.of(Bijection.identity(d));
        int tasks = 0;
        int polynomials = 0;
        int kernels = 0;
        for (int k = 1; k < d; k++) {
            if (flow.keeps(k)) tasks |= 1 << k;
            if (mostOfPolynomials(T, k) == k) polynomials |= 1 << k;
            if (keepsKernel(T, k)) kernels |= 1 << k;
        }
        // A density is a constant and a sum of c_k 1[deg g <= k], k in K, all c_k > 0; where no sum is below the
        // identity's, T is a minimiser for all of them or for none.
        for (int k = 1; k < d; k++) {
            if (flow.sumUpTo(k) < identity.sumUpTo(k))
                return fails(minimalNotKept(T, List.of(k), "tasks", "the tasks of degree at most k"));
        }
        int examined = 0;
        for (int K = 0; K < 1 << d; K += 2) {
            examined++;
            var density = new long[d + 1];
            for (int k = 0, weight = 1 + Integer.bitCount(K); k <= d; k++) {
                density[k] = weight;
                weight -= K >>> k & 1;
            }
            var distribution = TaskDistribution.ofDensity(density);
            boolean minimal = distribution.expectedDegree(flow).equals(distribution.expectedDegree(identity));
            if (minimal != ((tasks & K) == K))
                return fails(minimalNotKept(T, drops(K), "tasks", "the tasks of degree at most k"));
            if (minimal != ((polynomials & K) == K))
                return fails(minimalNotKept(T, drops(K), "polynomials", "the polynomials of degree at most k"));
            if (minimal != ((kernels & K) == K))
                return fails(
                        minimalNotKept(T, drops(K), "kernels", "the kernels of the polynomials of degree at most k"));
        }
        return holds(examined);
    }

    private static List<Integer> drops(int K) {
        return IntStream.range(0, 31).filter(k -> (K >>> k & 1) != 0).boxed().toList();
    }

    /** max{deg(p after T^-1) : p a real polynomial of degree at most k}: attained on a monomial. */
    static int mostOfPolynomials(Bijection T, int k) {
        int d = T.dimension();
        var inverse = T.inverse();
        return IntStream.range(0, 1 << d)
                .filter(S -> Cube.degree(S) <= k)
                .map(S -> inverse.pullback(BooleanFunction.parity(d, S)).degree())
                .max()
                .orElseThrow();
    }

    /** Whether sum_{|S| <= k} chi_S(x) chi_S(y) is the same at T(x), T(y), for all x and y. */
    private static boolean keepsKernel(Bijection T, int k) {
        int points = 1 << T.dimension();
        var kernel = new int[points];
        for (int z = 0; z < points; z++) {
            for (int S = 0; S < points; S++) kernel[z] += Cube.degree(S) <= k ? Cube.character(S, z) : 0;
        }
        for (int x = 0; x < points; x++) {
            for (int y = 0; y < x; y++) {
                if (kernel[x ^ y] != kernel[T.at(x) ^ T.at(y)]) return false;
            }
        }
        return true;
    }

    private static Outcome rearrangeGf2(Bijection T) {
        int d = T.dimension();
        boolean minimal = DegreeFlow.of(T).sumUpTo(1)
                <= DegreeFlow.of(Bijection.identity(d)).sumUpTo(1);
        var inverse = T.inverse();
        boolean kept = IntStream.range(0, 1 << (1 << d))
                .mapToObj(table -> BooleanFunction.ofTable(d, table))
                .filter(g -> g.gf2Degree() <= 1)
                .allMatch(g -> inverse.pullback(g).gf2Degree() <= 1);
        return minimal == kept
                ? holds()
                : fails(minimalNotKept(
                        T,
                        List.of(1),
                        "gf2-tasks",
                        "the functions of GF(2) degree at most k (products of variables are sums over GF(2))"));
    }

    private static Outcome rearrangeSomeK(Bijection T) {
        int d = T.dimension();
        var flow = DegreeFlow.of(T);
        boolean minimal = IntStream.range(1, d).allMatch(flow::keeps);
        boolean kept = IntStream.range(1, d).anyMatch(flow::keeps);
        return kept == minimal
                ? holds()
                : fails(minimalNotKept(
                        T,
                        IntStream.range(1, d).boxed().toList(),
                        "tasks-for-some-drop",
                        "the tasks of degree at most k for some k"));
    }

    /** Of "T is a minimiser" and "T keeps something, k in K" one is true and the other is not. */
    static Certificate minimalNotKept(Bijection T, List<Integer> K, String kept, String words) {
        var flow = DegreeFlow.of(T);
        var identity = DegreeFlow.of(Bijection.identity(T.dimension()));
        // The density that drops by 1 after each k in K, to 0.
        long sum = K.stream().mapToLong(flow::sumUpTo).sum();
        long least = K.stream().mapToLong(identity::sumUpTo).sum();
        return Certificate.of("minimal-not-kept")
                .with("transform", list(T))
                .with("drops", K)
                .with("kept", kept)
                .with("sum", sum)
                .with("identitySum", least)
                .reading("For the density that drops by 1 after each k in " + K
                        + " and ends with 0, the degrees of g ∘ T⁻¹ through T = " + polynomials(T)
                        + " have the weighted sum " + sum + ", through the identity " + least + "; and T "
                        + (sum <= least ? "does not keep " : "keeps ") + words + ".");
    }

    private static Outcome rearrangeExactDegree(Bijection T) {
        int d = T.dimension();
        var tasks = TaskDistribution.ofDegree(d, d);
        boolean kept = DegreeFlow.of(T).count(d, d) == DegreeFlow.of(T).tasks(d);
        var best = LongStream.range(0, Bijection.count(d))
                .mapToObj(rank -> Bijection.ofRank(d, rank))
                .min(Comparator.comparingLong((Bijection U) -> NoFreeLunch.weightedSum(U, tasks)))
                .orElseThrow();
        long least = NoFreeLunch.weightedSum(best, tasks);
        if (kept == (NoFreeLunch.weightedSum(T, tasks) == least)) return holds();
        return fails(Certificate.of("exact-degree-kept")
                .with("transform", list(T))
                .with("better", list(best))
                .with("sum", NoFreeLunch.weightedSum(T, tasks))
                .with("betterSum", least)
                .reading("T = " + polynomials(T) + " maps the tasks of degree exactly " + d
                        + " onto themselves; their degrees add up to " + NoFreeLunch.weightedSum(T, tasks)
                        + ", but through " + polynomials(best) + " only to " + least + "."));
    }
}
