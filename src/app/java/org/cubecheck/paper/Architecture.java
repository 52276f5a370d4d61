package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
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
import org.cubecheck.cube.Degrees;
import org.cubecheck.realization.Injection;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/** Section 7: what a model identifies whose functions are built from another basis. */
final class Architecture {

    private Architecture() {}

    static List<Claim<?>> claims() {
        return List.of(ARCHITECTURE);
    }

    /**
     * A model with the basis {chi_S . R}, and the transforms among which it seeks the least expected degree.
     *
     * @param transforms none listed stands for all, d at most 3
     */
    record Model(Bijection R, List<Bijection> transforms) {
        Model {
            transforms = List.copyOf(transforms);
        }
    }

    /** Tasks of degree at most 1. */
    private static final int[] LOW = {1, 1, 0};

    private static final int[] UNIFORM = {1, 1, 1};

    private static final int[] RISING = {1, 1, 0, 5};

    /** The minimisers are R^-1 P D. */
    static final Claim<Model> ARCHITECTURE = new Claim<>(
            "ARCHITECTURE",
            Sections.ARCHITECTURE,
            "The basis of the model decides which world model it learns",
            new Source(
                    Provenance.FORMALIZED,
                    "abstract; summary in words",
                    "world model learning is sensitive to model architecture",
                    "a model whose basis is χ_S ∘ R measures the degree of a predictor u as deg(u ∘ R⁻¹); density "
                            + "that depends on deg g only, does not increase with it "
                            + "and drops from degree 1 to 2. All such densities at once, by the sums over the "
                            + "tasks of degree at most k for each k; on B^4 and B^5 for k = 1 only"),
            List.of(
                    "R is an invertible transform of B^d, d ≥ 2",
                    "the density of tasks depends on their degree and does not increase with it",
                    "it strictly drops from degree 1 to degree 2"),
            "The statement is about the basis, not the size of the model: every R loses nothing in expressiveness.",
            new Proposition<>(
                    "For every density of deg g that does not increase and drops from degree 1 to 2, the "
                            + "transforms T of least expected degree are exactly R⁻¹ P D; they are the world "
                            + "model up to signed "
                            + "permutation if and only if R is a signed permutation.",
                    "1 \\in K \\implies \\text{argmin}_T \\mathbb{E} \\deg_R (g \\circ T^{-1}) = \\{ R^{-1} P D "
                            + "\\}, \\qquad \\deg_R(u) = \\deg(u \\circ R^{-1})",
                    List.of(bases(2, 2 * 24L), oneOrbitOfBases(), someTransforms(4, 200), someTransforms(5, 50)),
                    model -> model.transforms.isEmpty() ? minimisers(model.R) : against(model)),
            List.of(
                    new Control<>(
                            "C-SAME-MINIMISERS",
                            "the minimisers for another basis",
                            new Proposition<>(
                                    "The minimisers do not depend on R.",
                                    "1 \\in K \\implies \\text{argmin}_T \\mathbb{E} \\deg_R (g \\circ T^{-1}) = "
                                            + "\\{ P D \\}",
                                    List.of(bases(2, 24L)),
                                    model -> everyMinimiser(
                                            model,
                                            LOW,
                                            "identity-differs",
                                            minimisers(Bijection.identity(2), LOW)::contains))),
                    new Control<>(
                            "C-ALWAYS-WORLD-MODEL",
                            "any basis",
                            new Proposition<>(
                                    "Every model learns the world model up to signed permutation.",
                                    "1 \\in K \\implies \\text{argmin}_T \\mathbb{E} \\deg_R (g \\circ T^{-1}) "
                                            + "\\subseteq \\{ P D \\}",
                                    List.of(bases(2, 24L)),
                                    model -> everyMinimiser(model, LOW, "not-signed", Bijection::isSignedPermutation))),
                    new Control<>(
                            "C-NO-DROP",
                            "no drop of the density from degree 1 to 2",
                            new Proposition<>(
                                    "With tasks uniform over all Boolean functions the minimisers are exactly R⁻¹ P D.",
                                    "K = \\emptyset \\implies \\text{argmin}_T \\mathbb{E} \\deg_R (g \\circ "
                                            + "T^{-1}) = \\{ R^{-1} P D \\}",
                                    List.of(bases(2, 24L)),
                                    model -> everyMinimiser(
                                            model,
                                            UNIFORM,
                                            "no-drop",
                                            T -> model.R.after(T).isSignedPermutation()))),
                    new Control<>(
                            "C-DENSITY-RISES",
                            "a density that drops from degree 1 to 2 and rises again",
                            new Proposition<>(
                                    "With densities 1, 1, 0, 5 by degree the minimisers are exactly R⁻¹ P D.",
                                    "w = (1, 1, 0, 5) \\implies \\text{argmin}_T \\mathbb{E} \\deg_R (g \\circ "
                                            + "T^{-1}) = \\{ R^{-1} P D \\}",
                                    List.of(Domain.list(
                                            "the basis chi_S of B^3, all transforms",
                                            3,
                                            List.of(new Model(Bijection.identity(3), List.of())))),
                                    model -> everyMinimiser(
                                            model,
                                            RISING,
                                            "density-rises",
                                            T -> model.R.after(T).isSignedPermutation())))));

    private static Domain<Model> bases(int d, long cases) {
        return new Domain.All<>(
                "bases of B^" + d + ", all transforms",
                d,
                Bijection.count(d),
                rank -> new Model(Bijection.ofRank(d, rank), List.of()),
                cases);
    }

    /** What T costs with the basis chi_S after R depends on R after T only, so one basis tells of all. */
    private static Domain<Model> oneOrbitOfBases() {
        return new Domain.Orbits<Model>(
                        "bases of B^3, all transforms",
                        3,
                        BigInteger.valueOf(Bijection.count(3)),
                        1,
                        i -> new Domain.Orbit<>(new Model(Bijection.identity(3), List.of()), Bijection.count(3)),
                        (model, random) -> new Model(basis(3, random), List.of()))
                .checked(6);
    }

    /** A random basis, with random transforms and random R^-1 P D; for tasks of degree at most 1 only. */
    private static Domain<Model> someTransforms(int d, long trials) {
        return Domain.<Model>sampled(
                        "bases of B^" + d + ", some transforms, tasks of degree at most 1",
                        d,
                        Injection.count(d, d).pow(2),
                        trials,
                        random -> {
                            var R = basis(d, random);
                            var transforms = new ArrayList<Bijection>();
                            for (int i = 0; i < 10; i++) {
                                transforms.add(Bijection.random(d, random));
                                transforms.add(R.inverse()
                                        .after(SignedPermutation.random(d, random)
                                                .toBijection()));
                            }
                            return new Model(R, transforms);
                        })
                .reaching("R is a signed permutation", model -> model.R.isSignedPermutation())
                .reaching("R is none", model -> !model.R.isSignedPermutation());
    }

    /** Signed permutations are rare among all bases, so they are drawn apart. */
    private static Bijection basis(int d, RandomGenerator random) {
        return random.nextInt(4) == 0 ? SignedPermutation.random(d, random).toBijection() : Bijection.random(d, random);
    }

    /**
     * A density that does not increase is a sum of c_k 1[deg g <= k] with c_k >= 0, c_1 > 0 if it drops from degree 1
     * to 2. So it is enough that the sums over the tasks of degree at most k are the same for all R^-1 P D and never
     * less for another T, and more at k = 1.
     */
    private static Outcome minimisers(Bijection R) {
        var coset = coset(R);
        boolean worldModel = coset.stream().allMatch(Bijection::isSignedPermutation);
        if (worldModel != R.isSignedPermutation()) throw new IllegalStateException("signed permutations are no group");
        int d = R.dimension();
        var costs = costs(R);
        var least = costs.stream()
                .filter(cost -> cost.T.equals(R.inverse()))
                .findFirst()
                .orElseThrow();
        for (var cost : costs) {
            boolean member = coset.contains(cost.T);
            for (int k = 1; k <= d; k++) {
                long more = cost.upTo(k) - least.upTo(k);
                if (member ? more != 0 : k == 1 ? more <= 0 : more < 0)
                    return fails(certificate(R, densityAgainst(cost, least, k), cost.T, "not-a-coset"));
            }
        }
        return holds((long) costs.size() * d);
    }

    /** 1 up to degree 1, and for k above 1 so much more up to degree k that what T gains there outweighs all else. */
    private static int[] densityAgainst(Cost cost, Cost least, int k) {
        var density = new int[cost.sums.length];
        int weight = k == 1 ? 0 : (int) Math.abs(cost.upTo(1) - least.upTo(1)) + 1;
        for (int j = 0; j < density.length; j++) density[j] = (j <= 1 ? 1 : 0) + (j <= k ? weight : 0);
        return density;
    }

    /** Of the transforms listed exactly the R^-1 P D cost as little as R^-1, and none costs less. */
    private static Outcome against(Model model) {
        int least = lowCost(model.R, model.R.inverse());
        for (var T : model.transforms) {
            int cost = lowCost(model.R, T);
            if (cost < least || (cost == least) != model.R.after(T).isSignedPermutation())
                return fails(certificate(model.R, new int[] {1, 1}, T, "not-a-coset"));
        }
        return holds(model.transforms.size());
    }

    /** The sum of deg_R(g . T^-1) over the Boolean tasks g of degree at most 1. */
    private static int lowCost(Bijection R, Bijection T) {
        var predict = T.inverse();
        var measure = R.inverse();
        int sum = 0;
        for (int i = 0; i < R.dimension(); i++) {
            var predictor = predict.pullback(BooleanFunction.coordinate(R.dimension(), i));
            sum += 2 * measure.pullback(predictor).degree();
        }
        return sum;
    }

    /** A transform with, by degree of the task, the sum of deg_R of its predictors. */
    private record Cost(Bijection T, int[] sums) {
        /** Over the tasks of degree at most k. */
        long upTo(int k) {
            return Arrays.stream(sums, 0, k + 1).asLongStream().sum();
        }

        long under(int[] density) {
            long cost = 0;
            for (int k = 0; k < density.length; k++) cost += (long) density[k] * sums[k];
            return cost;
        }
    }

    private static List<Cost> costs(Bijection R) {
        int d = R.dimension();
        var costs = new ArrayList<Cost>();
        var moved = new int[1 << (1 << d) - 1];
        for (long rank = 0; rank < Bijection.count(d); rank++) {
            var T = Bijection.ofRank(d, rank);
            // The predictor u = g . T^-1 is measured as u . R^-1: the value of g at z goes to the point R(T(z)).
            var both = R.after(T);
            // g and -g have the same degrees, so half of the tasks, counted twice, is all.
            var sums = new int[d + 1];
            for (int g = 1; g < moved.length; g++) {
                moved[g] = moved[g & g - 1] | 1 << both.at(Integer.numberOfTrailingZeros(g));
                sums[Degrees.of(d, g)] += 2 * Degrees.of(d, moved[g]);
            }
            costs.add(new Cost(T, sums));
        }
        return costs;
    }

    private static Set<Bijection> minimisers(List<Cost> costs, int[] density) {
        long least = Long.MAX_VALUE;
        var found = new HashSet<Bijection>();
        for (var cost : costs) {
            long own = cost.under(density);
            if (own > least) continue;
            if (own < least) found.clear();
            least = own;
            found.add(cost.T);
        }
        return found;
    }

    private static Set<Bijection> minimisers(Bijection R, int[] density) {
        return minimisers(costs(R), density);
    }

    private static Set<Bijection> coset(Bijection R) {
        int d = R.dimension();
        return LongStream.range(0, SignedPermutation.count(d))
                .mapToObj(rank ->
                        R.inverse().after(SignedPermutation.ofRank(d, rank).toBijection()))
                .collect(Collectors.toSet());
    }

    private static Outcome everyMinimiser(Model model, int[] density, String rule, Predicate<Bijection> wanted) {
        var costs = costs(model.R);
        var found = minimisers(costs, density);
        for (var cost : costs) {
            if (found.contains(cost.T) && !wanted.test(cost.T))
                return fails(certificate(model.R, density, cost.T, rule));
        }
        return holds(costs.size());
    }

    private static Certificate certificate(Bijection R, int[] density, Bijection T, String rule) {
        var coordinates = R.coordinates().stream()
                .map(f -> f.spectrum().toPolynomial())
                .collect(Collectors.joining(", ", "(", ")"));
        return Certificate.of("basis-minimiser")
                .with("basis", Notation.list(R))
                .with("density", Notation.list(density))
                .with("transform", Notation.list(T))
                .with("rule", rule)
                .reading("With the basis chi_S after R, R = " + coordinates + ", and task densities "
                        + Arrays.toString(density) + " by degree 0, 1, ..., the transform T = "
                        + T.coordinates().stream()
                                .map(f -> f.spectrum().toPolynomial().replace('x', 'z'))
                                .collect(Collectors.joining(", ", "(", ")"))
                        + switch (rule) {
                            case "identity-differs" ->
                                " has the least expected degree, and it has not with the basis chi_S itself.";
                            case "not-signed" -> " has the least expected degree, and it is no signed permutation.";
                            default ->
                                R.after(T).isSignedPermutation()
                                        ? " is of the form R^-1 P D, and it has not the least expected degree."
                                        : " has the least expected degree, and R after T is no signed "
                                                + "permutation: T is not of the form R^-1 P D.";
                        });
    }
}
