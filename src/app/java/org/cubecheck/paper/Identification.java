package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.InvertibleTransforms.list;
import static org.cubecheck.paper.InvertibleTransforms.polynomials;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
import org.cubecheck.cube.Degrees;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.realization.Injection;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.task.TaskDistribution;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/** Section 5, first part: what a preference for low degrees identifies. */
final class Identification {

    private static final String SECTION = "Identification";

    private Identification() {}

    static List<Claim<?>> claims() {
        return List.of(IDENTIFIES_AT_1, REARRANGEMENT, REAL_TASKS);
    }

    static List<Objective> objectives() {
        return List.of(
                new Objective(
                        "IDENTIFIES-AT-1",
                        1,
                        6,
                        "the least, over k, of the sum of degrees over the tasks of degree at most k, less that "
                                + "for the identity, less 1 for k = 1; "
                                + "for a signed permutation 1, or minus the largest difference",
                        Identification::identifiesSlack,
                        Identification::identifiesAt1),
                new Objective(
                        "C-DROP-ANYWHERE",
                        1,
                        4,
                        "the least distance, over k, of the sum of degrees over the tasks of degree at most k "
                                + "from that for the identity, less 1; "
                                + "0 for a signed permutation",
                        Identification::dropSlack,
                        Identification::dropAnywhere),
                new Objective(
                        "C-MORE-THAN-DEGREE",
                        1,
                        6,
                        "deg (T⁻¹)₁ - 2; 0 for a signed permutation",
                        T -> T.isSignedPermutation()
                                ? 0
                                : T.inverse().coordinate(0).degree() - 2,
                        Identification::moreThanDegree));
    }

    // ---- 1 in K

    /** 1 in K: the minimisers are the signed permutations, for every density at once. */
    static final Claim<Bijection> IDENTIFIES_AT_1 = new Claim<>(
            "IDENTIFIES-AT-1",
            SECTION,
            "A density that drops after degree 1 identifies the latents up to permutation and sign",
            new Source(
                    Provenance.FORMALIZED,
                    "Theorem 4",
                    "if the task distribution puts higher density than uniform on sufficiently low-degree tasks, "
                            + "the representation of least expected complexity is P D z",
                    "\u201csufficiently low-degree\u201d is not given in the sources; here: the density depends "
                            + "on the degree, never increases with it, and is less at 2 than at 1"),
            List.of(
                    "T is invertible",
                    "the density depends on deg g only",
                    "it does not increase with the degree",
                    "it drops from degree 1 to degree 2"),
            "A drop after degree 1 is enough whatever the density does above; PHASE-DIAGRAM says which other drops do.",
            new Proposition<>(
                    "For every density of deg g that does not increase and drops from degree 1 to 2, the least "
                            + "expected deg(g ∘ T⁻¹) over invertible T is attained exactly by the signed permutations.",
                    "1 \\in K \\implies \\{T : \\sum_{g} w(\\deg g) \\deg(g \\circ T^{-1}) \\text{ least}\\} = "
                            + "\\{z \\mapsto PDz\\}",
                    List.of(
                            Domains.bijections(2, 2),
                            Domains.bijections(3, 3),
                            nearMisses(4, "", 300),
                            nearMisses(5, "; sums up to degree 2 only", 300),
                            nearMisses(6, "; sums up to degree 2 only", 60)),
                    Identification::identifiesAt1),
            List.of(
                    new Control<>(
                            "C-DROP-ANYWHERE",
                            "a drop after some degree k < d, not after degree 1",
                            new Proposition<>(
                                    "If tasks are uniform over the Boolean functions of degree at most k, 1 ≤ k < "
                                            + "d, only signed permutations are minimisers.",
                                    "K = \\{k\\}, 1 \\le k < d \\implies \\{T \\text{ minimal}\\} = \\{z \\mapsto "
                                            + "PDz\\}",
                                    List.of(Domains.bijections(2), Domains.bijections(3)),
                                    Identification::dropAnywhere)),
                    new Control<>(
                            "C-INCREASING-DENSITY",
                            "the density drops after degree 1 and rises again",
                            new Proposition<>(
                                    "For d = 3 and the density 1, 1, 0, 5 by degree the signed permutations are "
                                            + "minimisers.",
                                    "w = (1, 1, 0, 5) \\implies \\sum_{g} w(\\deg g) \\deg(g \\circ T^{-1}) \\ge "
                                            + "\\sum_{g} w(\\deg g) \\deg g \\qquad \\forall T",
                                    List.of(Domains.bijections(3)),
                                    Identification::increasingDensity)),
                    new Control<>(
                            "C-MORE-THAN-DEGREE",
                            "the density depends on more than the degree: only \u00b1x_1 and the constants have weight",
                            new Proposition<>(
                                    "If tasks are uniform over \u00b11 and \u00b1x_1, only signed permutations "
                                            + "are minimisers.",
                                    "g \\in \\{\\pm 1, \\pm x_1\\} \\implies \\{T \\text{ minimal}\\} = \\{z "
                                            + "\\mapsto PDz\\}",
                                    List.of(Domains.bijections(1), Domains.bijections(2)),
                                    Identification::moreThanDegree))));

    /** A third each: uniform, a signed permutation, a signed permutation after the exchange of two points. */
    static Domain<Bijection> nearMisses(int d, String remark, long trials) {
        return Domain.sampled(
                "invertible transforms of B^" + d
                        + ": one in three uniform, one signed, one signed but for two points exchanged" + remark,
                d,
                Injection.count(d, d),
                trials,
                random -> nearMiss(d, random));
    }

    private static Bijection nearMiss(int d, RandomGenerator random) {
        int kind = random.nextInt(3);
        if (kind == 0) return Bijection.random(d, random);
        var signed = SignedPermutation.random(d, random).toBijection();
        if (kind == 1) return signed;
        int[] image = signed.toArray();
        int a = random.nextInt(image.length);
        int b = (a + 1 + random.nextInt(image.length - 1)) % image.length;
        int swap = image[a];
        image[a] = image[b];
        image[b] = swap;
        return Bijection.of(image);
    }

    /**
     * A density that does not increase is a sum of c_k 1[deg g <= k] with c_k >= 0, c_1 > 0, so it is enough to compare
     * the sums S_k(T) over the tasks of degree at most k with those of the identity: never less, and more at k = 1
     * unless T is a signed permutation.
     */
    private static Outcome identifiesAt1(Bijection T) {
        int d = T.dimension();
        boolean signed = T.isSignedPermutation();
        int highest = d <= 4 ? d : 2;
        int examined = 0;
        for (int k = 1; k <= highest; k++) {
            examined++;
            long sum = d <= 4 ? DegreeFlow.of(T).sumUpTo(k) : sumOverLow(T, k);
            long least =
                    d <= 4 ? DegreeFlow.of(Bijection.identity(d)).sumUpTo(k) : sumOverLow(Bijection.identity(d), k);
            // The tasks of degree at most 1 are the constants and the ±z_i, so their predictors are the coordinates of
            // T^-1 twice.
            if (k == 1 && sum != 2L * T.inverse().degree())
                throw new IllegalStateException(
                        "the degrees through " + T + " add up to " + sum + ", not to twice that of its inverse");
            if (signed ? sum != least : k == 1 ? sum <= least : sum < least)
                return fails(notMinimal(T, k, sum - least));
        }
        return holds(examined);
    }

    /**
     * A density against which T stands: 1 up to degree 1, and for k above 1 so much more up to degree k that what T
     * gains there outweighs all else.
     */
    private static Certificate notMinimal(Bijection T, int k, long more) {
        int d = T.dimension();
        long low = k == 1
                ? 0
                : d <= 4
                        ? DegreeFlow.of(T).sumUpTo(1)
                                - DegreeFlow.of(Bijection.identity(d)).sumUpTo(1)
                        : sumOverLow(T, 1) - sumOverLow(Bijection.identity(d), 1);
        long weight = k == 1 ? 0 : Math.abs(low) + 1;
        var density = IntStream.rangeClosed(0, d)
                .mapToLong(j -> (j <= 1 ? 1 : 0) + (j <= k ? weight : 0))
                .boxed()
                .toList();
        long identity =
                (d <= 4 ? DegreeFlow.of(Bijection.identity(d)).sumUpTo(1) : sumOverLow(Bijection.identity(d), 1))
                        + weight
                                * (d <= 4
                                        ? DegreeFlow.of(Bijection.identity(d)).sumUpTo(k)
                                        : sumOverLow(Bijection.identity(d), k));
        return Certificate.of("signed-not-alone")
                .with("transform", list(T))
                .with("density", density)
                .with("statement", "drops-after-1")
                .with("sum", identity + (k == 1 ? more : low + weight * more))
                .with("identitySum", identity)
                .reading("Under the density " + density + " by degree, the degrees of g ∘ T⁻¹ through " + T
                        + " differ from those of g by " + (k == 1 ? more : low + weight * more) + " in all: T is "
                        + (T.isSignedPermutation() ? "a" : "no") + " signed permutation.");
    }

    private static int identifiesSlack(Bijection T) {
        int d = T.dimension();
        boolean signed = T.isSignedPermutation();
        // One exchange away from a signed permutation the slack is 1 or more: it must not hold the search.
        long slack = signed ? 1 : Long.MAX_VALUE;
        for (int k = 1; k <= (d <= 4 ? d : 2); k++) {
            long sum = d <= 4 ? DegreeFlow.of(T).sumUpTo(k) : sumOverLow(T, k);
            long above = sum
                    - (d <= 4
                            ? DegreeFlow.of(Bijection.identity(d)).sumUpTo(k)
                            : LowTasks.of(d, k).stream()
                                    .mapToInt(BooleanFunction::degree)
                                    .sum());
            if (signed) slack = above == 0 ? slack : Math.min(slack, -Math.abs(above));
            // All tasks together say nothing of how near the others are, unless they fail.
            else if (k == 1 || k < d || above < 0) slack = Math.min(slack, k == 1 ? above - 1 : above);
        }
        return (int) slack;
    }

    private static int dropSlack(Bijection T) {
        int d = T.dimension();
        if (T.isSignedPermutation() || d == 1) return 0;
        var flow = DegreeFlow.of(T);
        var identity = DegreeFlow.of(Bijection.identity(d));
        return (int) IntStream.range(1, d)
                        .mapToLong(k -> Math.abs(flow.sumUpTo(k) - identity.sumUpTo(k)))
                        .min()
                        .orElseThrow()
                - 1;
    }

    /**
     * S_k(T) for k at most 2 in any dimension: a Boolean function of degree at most 2 depends on at most 4 variables.
     */
    private static long sumOverLow(Bijection T, int k) {
        int d = T.dimension();
        var inverse = T.inverse();
        long sum = 0;
        for (var g : LowTasks.of(d, k)) sum += inverse.pullback(g).degree();
        return sum;
    }

    /** The Boolean functions of degree at most 1 or 2 of d variables. */
    private static final class LowTasks {
        /** For the dimensions that are sampled, 5 and 6. */
        private static final List<List<List<BooleanFunction>>> KNOWN = IntStream.rangeClosed(5, 6)
                .mapToObj(d ->
                        IntStream.rangeClosed(1, 2).mapToObj(k -> find(d, k)).toList())
                .toList();

        static List<BooleanFunction> of(int d, int k) {
            return d >= 5 && d <= 6 && k >= 1 && k <= 2 ? KNOWN.get(d - 5).get(k - 1) : find(d, k);
        }

        private static List<BooleanFunction> find(int d, int k) {
            var found = new java.util.LinkedHashSet<BooleanFunction>();
            for (int S = 0; S < 1 << d; S++) {
                if (Cube.degree(S) != Math.min(d, 4)) continue;
                var inner = IntStream.range(0, d)
                        .filter(bit(S))
                        .mapToObj(i -> BooleanFunction.coordinate(d, i))
                        .toList();
                for (int table = 0; table < 1 << (1 << inner.size()); table++) {
                    if (Degrees.of(inner.size(), table) <= k)
                        found.add(BooleanFunction.ofTable(inner.size(), table).of(inner));
                }
            }
            return List.copyOf(found);
        }

        private static IntPredicate bit(int S) {
            return i -> (S >>> i & 1) != 0;
        }
    }

    private static Outcome dropAnywhere(Bijection T) {
        int d = T.dimension();
        if (T.isSignedPermutation()) return holds();
        var flow = DegreeFlow.of(T);
        var identity = DegreeFlow.of(Bijection.identity(d));
        for (int k = 1; k < d; k++) {
            if (flow.sumUpTo(k) == identity.sumUpTo(k))
                return fails(notIdentified("up-to-a-degree", T, TaskDistribution.upToDegree(d, k)));
        }
        return holds();
    }

    private static Outcome increasingDensity(Bijection T) {
        var tasks = TaskDistribution.ofDensity(1, 1, 0, 5);
        return NoFreeLunch.weightedSum(T, tasks) >= NoFreeLunch.weightedSum(Bijection.identity(3), tasks)
                ? holds()
                : fails(notIdentified("rises", T, tasks));
    }

    /** T is no signed permutation and does as well as the identity, which does as well as every signed permutation. */
    private static Certificate notIdentified(String statement, Bijection T, TaskDistribution tasks) {
        return NoFreeLunch.degreeSums(
                Certificate.of("signed-not-alone"),
                statement,
                T,
                tasks,
                ". So T does as well as the signed permutations or better, and is none.");
    }

    private static Outcome moreThanDegree(Bijection T) {
        int d = T.dimension();
        var tasks = List.of(
                BooleanFunction.constant(d, 1),
                BooleanFunction.constant(d, -1),
                BooleanFunction.coordinate(d, 0),
                BooleanFunction.coordinate(d, 0).negate());
        int through =
                tasks.stream().mapToInt(g -> T.inverse().pullback(g).degree()).sum();
        int least = tasks.stream().mapToInt(BooleanFunction::degree).sum();
        if (through > least || T.isSignedPermutation()) return holds();
        return fails(Certificate.of("task-list-not-identifying")
                .with("transform", list(T))
                .with("statement", "constants-and-first")
                .with("tasks", tasks.stream().map(NoFreeLunch::values).toList())
                .reading("T = " + polynomials(T) + " is no signed permutation, and its inverse "
                        + polynomials(T.inverse())
                        + " keeps x1 at degree 1: the tasks \u00b11, \u00b1x1 have degrees that add up to " + through
                        + " through it, as through the identity."));
    }

    // ---- rearrangement

    /** Minimising is preserving: the task sets, the polynomials, the kernels. */
    static final Claim<Bijection> REARRANGEMENT = new Claim<>(
            "REARRANGEMENT",
            SECTION,
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
                            Domain.sampled(
                                    "invertible transforms of B^4: uniform, signed, near misses, folded, keeping "
                                            + "the parity",
                                    4,
                                    Injection.count(4, 4),
                                    300,
                                    Identification::structured)),
                    Identification::rearrangement),
            List.of(
                    new Control<>(
                            "C-REARRANGE-GF2",
                            "the degree over the two-element field for the real degree",
                            new Proposition<>(
                                    "If K = {1}, T is a minimiser if and only if it maps the Boolean functions of "
                                            + "GF(2) degree at most 1 onto themselves.",
                                    "T \\text{ minimal} \\iff A'_1 \\circ T^{-1} = A'_1",
                                    List.of(Domains.bijections(2)),
                                    Identification::rearrangeGf2)),
                    new Control<>(
                            "C-REARRANGE-SOME-K",
                            "some k in K is kept, not every one",
                            new Proposition<>(
                                    "If K = {1, ..., d - 1}, T is a minimiser if and only if it maps the Boolean "
                                            + "functions of degree at most k onto themselves for some k in K.",
                                    "T \\text{ minimal} \\iff \\exists k \\in K : A_k \\circ T^{-1} = A_k",
                                    List.of(Domains.bijections(2), Domains.bijections(3)),
                                    Identification::rearrangeSomeK)),
                    new Control<>(
                            "C-REARRANGE-EXACT-DEGREE",
                            "tasks of degree exactly d, a density that increases",
                            new Proposition<>(
                                    "If tasks are uniform over the Boolean functions of degree exactly d, T is a "
                                            + "minimiser if and only if it maps them onto themselves.",
                                    "T \\text{ minimal} \\iff E_d \\circ T^{-1} = E_d",
                                    List.of(Domains.bijections(1), Domains.bijections(2)),
                                    Identification::rearrangeExactDegree))));

    /** Draws from which something is to be learnt: few uniform transforms keep anything. */
    private static Bijection structured(RandomGenerator random) {
        int d = 4;
        int kind = random.nextInt(4);
        if (kind == 0) return nearMiss(d, random);
        var left = SignedPermutation.random(d, random).toBijection();
        var right = SignedPermutation.random(d, random).toBijection();
        int j = random.nextInt(d);
        var fold = Bijection.of(IntStream.range(0, 1 << d)
                .map(z -> (z >>> j & 1) != 0 ? z ^ ((1 << d) - 1) ^ 1 << j : z)
                .toArray());
        if (kind == 1) return left.after(fold).after(right);
        int[] even =
                IntStream.range(0, 1 << d).filter(z -> Cube.degree(z) % 2 == 0).toArray();
        if (kind == 2) {
            int[] image = left.toArray();
            int a = even[random.nextInt(even.length)];
            int b = even[random.nextInt(even.length)];
            int swap = image[a];
            image[a] = image[b];
            image[b] = swap;
            return Bijection.of(image);
        }
        return left.after(fold).after(nearMiss(d, random));
    }

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
    private static int mostOfPolynomials(Bijection T, int k) {
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
        var best = java.util.stream.LongStream.range(0, Bijection.count(d))
                .mapToObj(rank -> Bijection.ofRank(d, rank))
                .min(java.util.Comparator.comparingLong((Bijection U) -> NoFreeLunch.weightedSum(U, tasks)))
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

    // ---- real-valued tasks

    /** The same groups for real-valued tasks of degree at most k. */
    static final Claim<Bijection> REAL_TASKS = new Claim<>(
            "REAL-TASKS",
            SECTION,
            "Real-valued tasks of bounded degree have the same minimisers",
            new Source(Provenance.EXTENSION, "", "", "all ours"),
            List.of("the task is drawn from a density on the real polynomials of degree at most k", "T is invertible"),
            "A density on P_k is needed: one fixed polynomial does not identify.",
            new Proposition<>(
                    "A real-valued task p drawn from any density on P_k, 1 ≤ k < d, has degree D_k(T) = max{deg(q "
                            + "∘ T⁻¹) : q in P_k} under T almost surely; D_k(T) ≥ k, with equality iff T "
                            + "preserves the Boolean tasks of degree ≤ k.",
                    "\\deg(p \\circ T^{-1}) = D_k(T) \\ge k \\; \\text{almost surely}, \\qquad D_k(T) = k \\iff "
                            + "A_k \\circ T^{-1} = A_k",
                    List.of(
                            Domains.bijections(2, 1),
                            Domains.bijections(3, 2),
                            Domain.sampled(
                                    "invertible transforms of B^4: uniform, signed, near misses, folded, keeping "
                                            + "the parity",
                                    4,
                                    Injection.count(4, 4),
                                    300,
                                    Identification::structured)),
                    Identification::realTasks),
            List.of(
                    new Control<>(
                            "C-ONE-POLYNOMIAL",
                            "one fixed polynomial, x_1, for a density on P_1",
                            new Proposition<>(
                                    "The task p = x_1 has degree 1 under T only if T preserves the Boolean tasks "
                                            + "of degree at most 1.",
                                    "\\deg(x_1 \\circ T^{-1}) = 1 \\implies A_1 \\circ T^{-1} = A_1",
                                    List.of(Domains.bijections(2)),
                                    Identification::onePolynomial)),
                    new Control<>(
                            "C-REAL-AT-2",
                            "degree at most 2 for degree at most 1",
                            new Proposition<>(
                                    "Real-valued tasks of degree at most 2 identify: only signed permutations T "
                                            + "have D_2(T) = 2.",
                                    "D_2(T) = 2 \\implies T(z) = PDz",
                                    List.of(Domains.bijections(3)),
                                    Identification::realAt2))));

    /**
     * The coefficient of p after T^-1 at U is a linear form in the coefficients of p, and a density does not charge the
     * zeros of a form that is not zero. One polynomial that comes to degree D_k shows a form that is not zero; the one
     * tried has large coefficients without order, since to have some that are 0 or small is how a polynomial comes to
     * less.
     */
    private static Outcome realTasks(Bijection T) {
        int d = T.dimension();
        var flow = DegreeFlow.of(T);
        int examined = 0;
        for (int k = 1; k < d; k++) {
            examined++;
            int most = mostOfPolynomials(T, k);
            if (most < k || generic(d, k, T).degree() != most)
                throw new IllegalStateException("D_" + k + " = " + most + " for T = " + T + " is wrong");
            if ((most == k) != flow.keeps(k))
                return fails(Certificate.of("polynomials-kept")
                        .with("transform", list(T))
                        .with("maxDegree", k)
                        .with("statement", "tasks")
                        .reading("D_" + k + " = " + most + " for T = " + T + ", which "
                                + (flow.keeps(k) ? "keeps" : "does not keep") + " the tasks of degree at most " + k
                                + "."));
        }
        return holds(examined);
    }

    private static RealFunction generic(int d, int k, Bijection T) {
        var random = new SplittableRandom(1);
        var values = new long[1 << d];
        for (int S = 0; S < values.length; S++) {
            if (Cube.degree(S) > k) continue;
            long coefficient = random.nextLong(1L << 40);
            for (int z = 0; z < values.length; z++) values[T.at(z)] += coefficient * Cube.character(S, z);
        }
        return RealFunction.ofIntegers(values);
    }

    private static Outcome onePolynomial(Bijection T) {
        int d = T.dimension();
        var x1 = BooleanFunction.coordinate(d, 0);
        if (T.inverse().pullback(x1).degree() > 1 || DegreeFlow.of(T).keeps(1)) return holds();
        return fails(Certificate.of("task-list-not-identifying")
                .with("transform", list(T))
                .with("statement", "first")
                .with("tasks", List.of(NoFreeLunch.values(x1)))
                .reading("T = " + polynomials(T) + " is no signed permutation, but its inverse "
                        + polynomials(T.inverse()) + " keeps x1 at degree 1."));
    }

    private static Outcome realAt2(Bijection T) {
        if (mostOfPolynomials(T, 2) > 2 || T.isSignedPermutation()) return holds();
        var monomials = new ArrayList<String>();
        for (int S = 1; S < 8; S++) {
            var monomial = BooleanFunction.parity(3, S);
            if (monomial.degree() <= 2)
                monomials.add(monomial.spectrum().toPolynomial() + " → "
                        + T.inverse().pullback(monomial).spectrum().toPolynomial());
        }
        return fails(Certificate.of("polynomials-kept")
                .with("transform", list(T))
                .with("maxDegree", 2)
                .with("statement", "signed")
                .reading("T = " + T
                        + " is no signed permutation, and p ∘ T⁻¹ has degree at most 2 for every p of degree at "
                        + "most 2: "
                        + String.join(", ", monomials) + "."));
    }
}
