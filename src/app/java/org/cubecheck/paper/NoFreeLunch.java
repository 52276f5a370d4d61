package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.Notation.list;
import static org.cubecheck.paper.Notation.polynomials;
import static org.cubecheck.paper.Notation.values;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.task.Task;
import org.cubecheck.task.TaskDistribution;
import org.cubecheck.transform.Bijection;

/** Section 4: without a preference among tasks no representation is better than another. */
final class NoFreeLunch {

    private NoFreeLunch() {}

    static List<Claim<?>> claims() {
        return List.of(NO_FREE_LUNCH, ObservedLunch.NO_FREE_LUNCH_OBSERVED, NON_IDENTIFIABLE);
    }

    /** The law of deg(g after T^-1) is the same for every invertible T when g is uniform over all Boolean functions. */
    static final Claim<Bijection> NO_FREE_LUNCH = new Claim<>(
            "NO-FREE-LUNCH",
            Sections.NO_FREE_LUNCH,
            "With all tasks equally likely, every representation sees the same degrees",
            new Source(
                    Provenance.AUTHORS,
                    "Theorem 3",
                    "no free lunch for representations: averaged over all tasks, no invertible representation is better",
                    "that the whole distribution of degrees agrees, not only its mean, is our wording"),
            List.of("T is invertible", "tasks are uniform over all Boolean functions of the latents"),
            "As soon as degrees are preferred (uniform over degree at most 1), the law depends on T.",
            new Proposition<>(
                    "If g is uniform over all Boolean functions of d latents, the distribution of deg(g ∘ T⁻¹) is "
                            + "the same for every invertible T.",
                    "\\#\\{g : \\deg(g \\circ T^{-1}) = k\\} = \\#\\{g : \\deg g = k\\} \\qquad \\forall T, k",
                    List.of(
                            Domains.bijections(1, tasks(1)),
                            Domains.bijections(2, tasks(2)),
                            Domains.bijections(3, tasks(3)),
                            new Domain.Orbits<>(
                                    "invertible transforms of B^4: one orbit under composition, for the tasks are "
                                            + "permuted",
                                    4,
                                    BigInteger.valueOf(Bijection.count(4)),
                                    1,
                                    i -> new Domain.Orbit<>(Bijection.identity(4), Bijection.count(4)),
                                    (T, random) -> T.after(Bijection.random(4, random)))),
                    NoFreeLunch::sameLaw),
            List.of(new Control<>(
                    "C-LUNCH-AT-1",
                    "tasks uniform over the Boolean functions of degree at most 1 instead of all",
                    new Proposition<>(
                            "If g is uniform over the Boolean functions of degree at most 1, the distribution of "
                                    + "deg(g ∘ T⁻¹) is the same for every invertible T.",
                            "\\#\\{g : \\deg g \\le 1, \\deg(g \\circ T^{-1}) = k\\} = \\#\\{g : \\deg g \\le 1, "
                                    + "\\deg g = k\\} \\qquad \\forall T, k",
                            List.of(Domains.bijections(1, tasks(1)), Domains.bijections(2, tasks(2))),
                            T -> sameLawUpTo(1, T, "degree-at-most-1")))));

    static long tasks(int d) {
        return 1L << Cube.points(d);
    }

    private static Outcome sameLaw(Bijection T) {
        int d = T.dimension();
        var outcome = sameLawUpTo(d, T, "all-tasks");
        return d < 4 || !(outcome instanceof Outcome.Holds) ? outcome : Outcome.settled(tasksPermuted(d));
    }

    private static Outcome sameLawUpTo(int k, Bijection T, String statement) {
        int d = T.dimension();
        var tasks = TaskDistribution.upToDegree(d, k);
        long[] law = tasks.degreeLaw(DegreeFlow.of(T));
        long[] reference = tasks.degreeLaw(DegreeFlow.of(Bijection.identity(d)));
        if (Arrays.equals(law, reference)) return holds(tasks(d));
        return fails(Certificate.of("degree-law-differs")
                .with("transform", list(T))
                .with("statement", statement)
                .with("law", list(law))
                .with("identityLaw", list(reference))
                .reading("Through T = " + polynomials(T) + ", the tasks of degree at most " + k
                        + " have predictors g ∘ T⁻¹ of degrees 0.." + d + " in the numbers " + Arrays.toString(law)
                        + "; through the identity in the numbers " + Arrays.toString(reference) + "."));
    }

    /**
     * Why one transform stands for all: every transform is a product of two, and through each the tasks are only
     * permuted.
     */
    private static Certificate tasksPermuted(int d) {
        int points = Cube.points(d);
        var cycle =
                IntStream.range(0, points).map(z -> (z + 1) % points).boxed().toList();
        var swap =
                IntStream.range(0, points).map(z -> z < 2 ? 1 - z : z).boxed().toList();
        long[] law = TaskDistribution.uniform(d).degreeLaw(DegreeFlow.of(Bijection.identity(d)));
        return Certificate.of("tasks-permuted")
                .with("dimension", d)
                .with("generators", List.of(cycle, swap))
                .with("law", list(law))
                .reading("Every permutation of the " + points
                        + " points is a product of the cycle z → z + 1 and the exchange of 0 and 1. For each of "
                        + "the two, g → g ∘ s⁻¹ takes the "
                        + tasks(d) + " tasks to " + tasks(d)
                        + " different tasks: it permutes them. So g → g ∘ T⁻¹ permutes them for every T, and "
                        + "whatever T is, the "
                        + "degrees 0.." + d + " occur in the numbers " + Arrays.toString(law) + ".");
    }

    // ---- nothing is identified

    /** Without preference every invertible T is a minimiser, and fits every task exactly. */
    static final Claim<Bijection> NON_IDENTIFIABLE = new Claim<>(
            "NON-IDENTIFIABLE",
            Sections.NO_FREE_LUNCH,
            "Without a preference every invertible transform fits all tasks equally well",
            new Source(
                    Provenance.AUTHORS,
                    "summary: why a preference is needed",
                    "without any preference every invertible transform fits all tasks equally well",
                    "equally well: with no error on any task, and with the same expected degree"),
            List.of("T is invertible", "no task is preferred"),
            "Maps that merge two latents do not fit; with a preference at degree 1 only signed permutations stay.",
            new Proposition<>(
                    "For every invertible T, every task g equals u ∘ T with u = g ∘ T⁻¹, and the expected degree "
                            + "of u over all tasks is that for the identity: all (2^d)! transforms are minimisers.",
                    "(g \\circ T^{-1}) \\circ T = g, \\qquad \\sum_{g} \\deg(g \\circ T^{-1}) = \\sum_{g} \\deg g "
                            + "\\qquad \\forall T",
                    List.of(
                            Domains.bijections(1, tasks(1)),
                            Domains.bijections(2, tasks(2)),
                            Domains.bijections(3, tasks(3)),
                            Domains.someBijections(4, 3)),
                    NoFreeLunch::fitsEqually),
            List.of(
                    new Control<>(
                            "C-FITS-WITHOUT-INVERSE",
                            "T need not be invertible",
                            new Proposition<>(
                                    "Every task g equals u ∘ F for some u, whatever the map F of B^d to itself.",
                                    "\\forall F \\forall g \\exists u : u \\circ F = g",
                                    List.of(BalancedProducts.maps(1), BalancedProducts.maps(2)),
                                    NoFreeLunch::fits)),
                    new Control<>(
                            "C-EQUAL-UNDER-PREFERENCE",
                            "tasks of lower degree are preferred: weight 2 up to degree 1, weight 1 above",
                            new Proposition<>(
                                    "With double weight on tasks of degree at most 1, the expected degree is the "
                                            + "same for every invertible T.",
                                    "\\sum_{g} w(g) \\deg(g \\circ T^{-1}) = \\sum_{g} w(g) \\deg g \\qquad \\forall T",
                                    List.of(Domains.bijections(1), Domains.bijections(2)),
                                    NoFreeLunch::equalUnderPreference))));

    private static Outcome fitsEqually(Bijection T) {
        int d = T.dimension();
        long sum = 0;
        long reference = 0;
        for (int table = 0; table < tasks(d); table++) {
            var task = new Task(BooleanFunction.ofTable(d, table));
            var u = task.predictor(T);
            if (!T.pullback(u).equals(task.latent())) {
                int z = IntStream.range(0, Cube.points(d))
                        .filter(x -> T.pullback(u).at(x) != task.latent().at(x))
                        .findFirst()
                        .orElseThrow();
                return fails(noPredictor(
                        "invertible", T.toArray(), task.latent(), T.inverse().at(T.at(z)), z));
            }
            sum += u.degree();
            reference += task.degree();
        }
        if (sum == reference) return holds(tasks(d));
        return fails(
                degreeSums(Certificate.of("expected-degree-differs"), "uniform", T, TaskDistribution.uniform(d), "."));
    }

    /** The task that tells apart two latents which F merges. */
    private static Outcome fits(BalancedProducts.SelfMap F) {
        var first = new int[F.image().length];
        Arrays.fill(first, -1);
        for (int z = 0; z < first.length; z++) {
            int y = F.image()[z];
            if (first[y] < 0) {
                first[y] = z;
                continue;
            }
            int split = z;
            var g = BooleanFunction.of(F.d(), x -> x == split);
            return fails(noPredictor("any-map", F.image(), g, first[y], z));
        }
        return holds();
    }

    private static Certificate noPredictor(String statement, int[] F, BooleanFunction g, int x, int z) {
        return Certificate.of("no-predictor")
                .with("statement", statement)
                .with("map", list(F))
                .with("task", values(g))
                .with("points", List.of(x, z))
                .reading("F = " + Arrays.toString(F) + " takes the latents " + x + " and " + z + " to the same point "
                        + F[z] + ", and the task g = " + g.spectrum().toPolynomial() + " differs on them.");
    }

    private static Outcome equalUnderPreference(Bijection T) {
        int d = T.dimension();
        var density = new long[d + 1];
        Arrays.fill(density, 1);
        density[0] = 2;
        density[1] = 2;
        var tasks = TaskDistribution.ofDensity(density);
        boolean equal = tasks.expectedDegree(DegreeFlow.of(T))
                .equals(tasks.expectedDegree(DegreeFlow.of(Bijection.identity(d))));
        return equal
                ? holds()
                : fails(degreeSums(Certificate.of("expected-degree-differs"), "double-to-degree-1", T, tasks, "."));
    }

    /** The weighted sums of degrees through T and through the identity, and what they contradict. */
    static Certificate degreeSums(
            Certificate.Builder certificate, String statement, Bijection T, TaskDistribution tasks, String conclusion) {
        int d = T.dimension();
        var density = new ArrayList<Long>();
        for (int k = 0; k <= d; k++) density.add(tasks.density(k));
        long through = weightedSum(T, tasks);
        long least = weightedSum(Bijection.identity(d), tasks);
        return certificate
                .with("transform", list(T))
                .with("density", density)
                .with("statement", statement)
                .with("sum", through)
                .with("identitySum", least)
                .reading("Give every task of degree 0.." + d + " the weight " + density + ". Through T = "
                        + polynomials(T) + " the weighted sum of deg(g ∘ T⁻¹) over all tasks is " + through
                        + ", through the identity " + least + conclusion);
    }

    static long weightedSum(Bijection T, TaskDistribution tasks) {
        var flow = DegreeFlow.of(T);
        long sum = 0;
        for (int j = 0; j <= T.dimension(); j++) {
            for (int i = 0; i <= T.dimension(); i++) sum += i * tasks.density(j) * flow.count(j, i);
        }
        return sum;
    }
}
