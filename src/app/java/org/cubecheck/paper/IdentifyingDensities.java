package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.Notation.list;
import static org.cubecheck.paper.Notation.polynomials;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Degrees;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.task.TaskDistribution;
import org.cubecheck.transform.Bijection;

/** Section 5, first part: the densities of tasks whose minimisers are the signed permutations (IDENTIFIES-AT-1). */
final class IdentifyingDensities {

    private IdentifyingDensities() {}

    static List<Claim<?>> claims() {
        return List.of(IDENTIFIES_AT_1);
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
                        IdentifyingDensities::identifiesSlack,
                        IdentifyingDensities::identifiesAt1),
                new Objective(
                        "C-DROP-ANYWHERE",
                        1,
                        4,
                        "the least distance, over k, of the sum of degrees over the tasks of degree at most k "
                                + "from that for the identity, less 1; "
                                + "0 for a signed permutation",
                        IdentifyingDensities::dropSlack,
                        IdentifyingDensities::dropAnywhere),
                new Objective(
                        "C-MORE-THAN-DEGREE",
                        1,
                        6,
                        "deg (T⁻¹)₁ - 2; 0 for a signed permutation",
                        T -> T.isSignedPermutation()
                                ? 0
                                : T.inverse().coordinate(0).degree() - 2,
                        IdentifyingDensities::moreThanDegree));
    }

    /** 1 in K: the minimisers are the signed permutations, for every density at once. */
    static final Claim<Bijection> IDENTIFIES_AT_1 = new Claim<>(
            "IDENTIFIES-AT-1",
            Sections.IDENTIFICATION,
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
                            Domains.nearMisses(4, "", 300),
                            Domains.nearMisses(5, "; sums up to degree 2 only", 300),
                            Domains.nearMisses(6, "; sums up to degree 2 only", 60)),
                    IdentifyingDensities::identifiesAt1),
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
                                    IdentifyingDensities::dropAnywhere)),
                    new Control<>(
                            "C-INCREASING-DENSITY",
                            "the density drops after degree 1 and rises again",
                            new Proposition<>(
                                    "For d = 3 and the density 1, 1, 0, 5 by degree the signed permutations are "
                                            + "minimisers.",
                                    "w = (1, 1, 0, 5) \\implies \\sum_{g} w(\\deg g) \\deg(g \\circ T^{-1}) \\ge "
                                            + "\\sum_{g} w(\\deg g) \\deg g \\qquad \\forall T",
                                    List.of(Domains.bijections(3)),
                                    IdentifyingDensities::increasingDensity)),
                    new Control<>(
                            "C-MORE-THAN-DEGREE",
                            "the density depends on more than the degree: only \u00b1x_1 and the constants have weight",
                            new Proposition<>(
                                    "If tasks are uniform over \u00b11 and \u00b1x_1, only signed permutations "
                                            + "are minimisers.",
                                    "g \\in \\{\\pm 1, \\pm x_1\\} \\implies \\{T \\text{ minimal}\\} = \\{z "
                                            + "\\mapsto PDz\\}",
                                    List.of(Domains.bijections(1), Domains.bijections(2)),
                                    IdentifyingDensities::moreThanDegree))));

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
            var found = new LinkedHashSet<BooleanFunction>();
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
                .with("tasks", tasks.stream().map(Notation::values).toList())
                .reading("T = " + polynomials(T) + " is no signed permutation, and its inverse "
                        + polynomials(T.inverse())
                        + " keeps x1 at degree 1: the tasks \u00b11, \u00b1x1 have degrees that add up to " + through
                        + " through it, as through the identity."));
    }
}
