package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
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
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.LeastProfile;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.realization.Injection;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/** Section 6: trained on latents in a Hamming ball, tested outside it. */
final class OutOfDistribution {

    private OutOfDistribution() {}

    static List<Claim<?>> claims() {
        return List.of(HAMMING_BALL);
    }

    /**
     * A shift of distribution: training on the latents with at most r coordinates -1, testing on the others.
     *
     * @param psi how latents are observed
     * @param r the radius, below d
     * @param models the transforms T of the representations T psi^-1 that are tried
     * @param tasks functions of the latents with integer values
     */
    record Shift(Injection psi, int r, List<Bijection> models, List<RealFunction> tasks) {
        Shift {
            models = List.copyOf(models);
            tasks = List.copyOf(tasks);
        }

        /** The latents of training, as points of B^d. */
        Support ball() {
            return Support.hammingBall(psi.dimension(), r);
        }
    }

    /** The world model transfers, exactly. */
    static final Claim<Shift> HAMMING_BALL = new Claim<>(
            "OUT-OF-DISTRIBUTION",
            Sections.OUT_OF_DISTRIBUTION,
            "With the world model the task is learned beyond the training distribution",
            new Source(
                    Provenance.FORMALIZED,
                    "summary: Section 4.3",
                    "a learned world model benefits out-of-distribution generalization",
                    "the shift (a Hamming ball of latents), the learner (of all interpolants that of least degree "
                            + "profile; it is unique, so no norm is "
                            + "needed to choose) and the measure (mean squared error on the latents outside the "
                            + "ball) are ours. Where all tasks are examined they are the Boolean ones; "
                            + "real tasks of "
                            + "degree at most r are combinations of parities, which are among them, and the "
                            + "interpolant of degree at most r is unique. A flat one of less degree than "
                            + "h* is not h"),
            List.of(
                    "trained on the latents with at most r < d coordinates -1",
                    "Φ = P D ψ⁻¹ is a true world model",
                    "deg g ≤ r",
                    "for the strict part: deg h* over X exceeds the least degree over ψ(ball)"),
            "The ball of radius r determines polynomials of degree r and no others: at degree r + 1 the world "
                    + "model errs (C-RADIUS), and a flat learner can do better (C-NEVER-WORSE).",
            new Proposition<>(
                    "If deg g ≤ r, the hierarchical learner has test error 0, so never more than the flat one; it "
                            + "has strictly less whenever deg h* over X exceeds the least degree over ψ(ball).",
                    "\\deg g \\le r \\implies \\text{err}(\\hat g \\circ PD\\psi^{-1}) = 0 \\le \\text{err}(\\hat "
                            + "f), \\qquad \\deg h^*_X > \\deg h^*_{\\psi(ball)} \\implies 0 < \\text{err}(\\hat f)",
                    List.of(
                            all(1, 1, 0, 0),
                            all(1, 2, 0, 0),
                            all(2, 2, 0, 0),
                            all(2, 2, 1, 1),
                            all(2, 3, 0, 0),
                            all(2, 3, 1, 1),
                            identity(3, 0),
                            identity(3, 1),
                            identity(3, 2),
                            some(3, 4, 150),
                            some(3, 5, 150),
                            some(4, 4, 60),
                            some(4, 6, 60)),
                    OutOfDistribution::transfers),
            List.of(
                    new Control<>(
                            "C-RADIUS",
                            "a task of degree above r",
                            new Proposition<>(
                                    "The hierarchical learner has test error 0 whatever the degree of the task.",
                                    "\\text{err}(\\hat g \\circ PD\\psi^{-1}) = 0",
                                    List.of(all(1, 1, 0, 1), all(2, 2, 0, 2)),
                                    shift -> exact(shift, "radius"))),
                    new Control<>(
                            "C-WORLD-MODEL",
                            "any invertible representation for a world model",
                            new Proposition<>(
                                    "If deg g ≤ r the hierarchical learner has test error 0 with every invertible "
                                            + "representation.",
                                    "\\deg g \\le r \\implies \\text{err}(\\hat g \\circ T\\psi^{-1}) = 0",
                                    List.of(transforms(1, 0), transforms(2, 0), transforms(2, 1)),
                                    shift -> exact(shift, "world-model"))),
                    new Control<>(
                            "C-NEVER-WORSE",
                            "a task of degree above r, compared with the flat learner",
                            new Proposition<>(
                                    "The hierarchical learner never has a larger test error than the flat one, "
                                            + "whatever the degree of the task.",
                                    "\\text{err}(\\hat g \\circ PD\\psi^{-1}) \\le \\text{err}(\\hat f)",
                                    List.of(all(1, 1, 0, 1), all(1, 2, 0, 1), all(2, 2, 0, 2), all(2, 2, 1, 2)),
                                    shift -> compare(
                                            shift,
                                            "never-worse",
                                            (hierarchical, flat) -> hierarchical.compareTo(flat) <= 0))),
                    new Control<>(
                            "C-ALWAYS-STRICT",
                            "the condition of the strict part dropped, for tasks that are not constant and a ψ "
                                    + "that is no signed permutation",
                            new Proposition<>(
                                    "If 1 ≤ deg g ≤ r and ψ is no signed permutation, the hierarchical learner "
                                            + "has a strictly smaller test error than the flat one.",
                                    "1 \\le \\deg g \\le r, \\; \\psi \\ne PD \\implies \\text{err}(\\hat g "
                                            + "\\circ PD\\psi^{-1}) < \\text{err}(\\hat f)",
                                    List.of(scrambled(2, 1)),
                                    shift -> compare(
                                            shift,
                                            "strict",
                                            (hierarchical, flat) -> hierarchical.compareTo(flat) < 0)))));

    // ---- domains

    /** All injections, all true world models, all Boolean tasks of degree at most {@code degree}. */
    private static Domain<Shift> all(int d, int m, int r, int degree) {
        var tasks = tasks(d, degree);
        var models = worldModels(d);
        long injections = Injection.count(d, m).longValueExact();
        return new Domain.All<Shift>(
                        "injections of B^" + d + " into B^" + m + ", radius " + r + ", Boolean tasks of degree at most "
                                + degree,
                        d,
                        injections,
                        index -> new Shift(injection(d, m, index), r, models, tasks),
                        (long) tasks.size() * models.size())
                .bounded("m", m, m);
    }

    private static Injection injection(int d, int m, long rank) {
        var left = new ArrayList<>(IntStream.range(0, 1 << m).boxed().toList());
        var image = new int[1 << d];
        long block = 1;
        for (int z = 1; z < image.length; z++) block *= (1 << m) - z;
        for (int z = 0; z < image.length; z++) {
            image[z] = left.remove((int) (rank / block));
            rank %= block;
            block /= Math.max(1, (1 << m) - z - 1);
        }
        return Injection.of(m, image);
    }

    /** Latents observed directly, one task at a time, all true world models. */
    private static Domain<Shift> identity(int d, int r) {
        var tasks = tasks(d, r);
        var models = worldModels(d);
        return new Domain.All<Shift>(
                        "Boolean tasks of degree at most " + r + " on B^" + d + " observed directly, radius " + r,
                        d,
                        tasks.size(),
                        index -> new Shift(Injection.identity(d), r, models, List.of(tasks.get((int) index))),
                        models.size())
                .bounded("m", d, d);
    }

    /** Latents observed directly, all invertible representations. */
    private static Domain<Shift> transforms(int d, int r) {
        var tasks = tasks(d, r);
        return new Domain.All<Shift>(
                        "invertible representations of B^" + d + ", radius " + r + ", Boolean tasks of degree at most "
                                + r,
                        d,
                        Bijection.count(d),
                        rank -> new Shift(Injection.identity(d), r, List.of(Bijection.ofRank(d, rank)), tasks),
                        tasks.size())
                .bounded("m", d, d);
    }

    /**
     * All bijections of the cube as observations but those that leave the latents as they are, up to permutation and
     * sign; tasks that are not constant.
     */
    private static Domain<Shift> scrambled(int d, int r) {
        var tasks = tasks(d, r).stream().filter(g -> g.degree() > 0).toList();
        var models = worldModels(d);
        return Domain.list(
                "bijections of B^" + d + " that are no signed permutations, radius " + r
                        + ", Boolean tasks of degree at most " + r + " that are not constant",
                d,
                LongStream.range(0, Bijection.count(d))
                        .mapToObj(rank -> Bijection.ofRank(d, rank))
                        .filter(T -> !T.isSignedPermutation())
                        .map(T -> new Shift(Injection.of(d, T.toArray()), r, models, tasks))
                        .toList());
    }

    /** A random injection, a random radius and world model, random real tasks. */
    private static Domain<Shift> some(int d, int m, long trials) {
        var size = Injection.count(d, m).multiply(BigInteger.valueOf(d * SignedPermutation.count(d)));
        return Domain.<Shift>sampled(
                        "injections of B^" + d + " into B^" + m
                                + ", radii and world models; with each a few real tasks, not in the size",
                        d,
                        size,
                        trials,
                        random -> {
                            var psi = Injection.random(d, m, random);
                            int r = random.nextInt(d);
                            var tasks = IntStream.rangeClosed(0, r)
                                    .mapToObj(k -> Representations.polynomial(d, k, random))
                                    .toList();
                            return new Shift(
                                    psi,
                                    r,
                                    List.of(SignedPermutation.random(d, random).toBijection()),
                                    tasks);
                        })
                .bounded("m", m, m)
                .reaching("radius 0", shift -> shift.r == 0)
                .reaching("radius d - 1", shift -> shift.r == d - 1)
                .reaching("ψ(0) is not 0", shift -> shift.psi.at(0) != 0);
    }

    private static List<RealFunction> tasks(int d, int degree) {
        return IntStream.range(0, 1 << (1 << d))
                .mapToObj(table -> BooleanFunction.ofTable(d, table))
                .filter(g -> g.degree() <= degree)
                .map(BooleanFunction::toReal)
                .toList();
    }

    private static List<Bijection> worldModels(int d) {
        return LongStream.range(0, SignedPermutation.count(d))
                .mapToObj(rank -> SignedPermutation.ofRank(d, rank).toBijection())
                .toList();
    }

    // ---- learners

    /** What a learner predicts, and its squared error summed over the latents outside the ball. */
    private record Learned(LeastProfile.Fit fit, BigFraction error) {}

    /** Learns g from the training latents as they appear at {@code places}, and is tested on the other latents. */
    private static Learned learn(int variables, int[] places, Support ball, LeastProfile learner, RealFunction g) {
        var seen = Support.of(
                variables, Arrays.stream(ball.toArray()).map(z -> places[z]).toArray());
        var values = new long[seen.size()];
        for (int z : ball.toArray()) values[seen.indexOf(places[z])] = g.numerator(z);
        var fit = learner.fit(values);
        var error = BigFraction.ZERO;
        for (int z = 0; z < places.length; z++) {
            if (ball.contains(z)) continue;
            var difference =
                    fit.interpolant().at(places[z]).subtract(BigFraction.of(BigInteger.valueOf(g.numerator(z))));
            error = error.add(difference.multiply(difference));
        }
        return new Learned(fit, error);
    }

    private static LeastProfile learner(int variables, int[] places, Support ball) {
        return LeastProfile.on(Support.of(
                variables, Arrays.stream(ball.toArray()).map(z -> places[z]).toArray()));
    }

    /** A finding about one task and one representation. */
    private interface Check {
        /** Whether the statement holds there. */
        boolean holds(Learned hierarchical, Learned flat, boolean jump);
    }

    private static Outcome transfers(Shift shift) {
        if (shift.tasks.stream().anyMatch(g -> g.degree() > shift.r))
            throw new IllegalArgumentException("a task of degree above the radius " + shift.r);
        return each(
                shift,
                true,
                "exact",
                (hierarchical, flat, jump) -> hierarchical.error.equals(BigFraction.ZERO)
                        && (!jump || flat.error.compareTo(BigFraction.ZERO) > 0));
    }

    private static Outcome exact(Shift shift, String rule) {
        return each(shift, false, rule, (hierarchical, flat, jump) -> hierarchical.error.equals(BigFraction.ZERO));
    }

    private interface Comparison {
        boolean holds(BigFraction hierarchical, BigFraction flat);
    }

    private static Outcome compare(Shift shift, String rule, Comparison comparison) {
        return each(shift, false, rule, (hierarchical, flat, jump) -> comparison.holds(hierarchical.error, flat.error));
    }

    /** Shown as an example: the second observed variable is the product of the latents. */
    private static final int[] SHOWN = {0, 1, 3, 2};

    private static Outcome each(Shift shift, boolean jumps, String rule, Check check) {
        var psi = shift.psi;
        int d = psi.dimension();
        var ball = shift.ball();
        var flatLearner = learner(psi.variables(), psi.toArray(), ball);
        var exhibits = new ArrayList<Certificate>();
        var learners =
                shift.models.stream().map(T -> learner(d, T.toArray(), ball)).toList();
        for (var g : shift.tasks) {
            var flat = learn(psi.variables(), psi.toArray(), ball, flatLearner, g);
            boolean jump = jumps
                    && MinDegree.on(psi.support()).degreeOf(psi.observe(g))
                            > flat.fit.interpolant().degree();
            for (int i = 0; i < learners.size(); i++) {
                var T = shift.models.get(i);
                var hierarchical = learn(d, T.toArray(), ball, learners.get(i), g);
                if (check.holds(hierarchical, flat, jump)) {
                    if (jump && exhibits.isEmpty() && Arrays.equals(psi.toArray(), SHOWN))
                        exhibits.add(certificate(shift, T, g, "transfers", hierarchical, flat));
                    continue;
                }
                boolean onlyFlat = rule.equals("exact") && hierarchical.error.equals(BigFraction.ZERO);
                return fails(certificate(shift, T, g, onlyFlat ? "jump" : rule, hierarchical, flat));
            }
        }
        return new Outcome.Holds((long) shift.tasks.size() * shift.models.size(), exhibits);
    }

    // ---- words

    private static Certificate certificate(
            Shift shift, Bijection T, RealFunction g, String rule, Learned hierarchical, Learned flat) {
        int tested = (1 << shift.psi.dimension()) - shift.ball().size();
        return Certificate.of("shift-error")
                .with("d", shift.psi.dimension())
                .with("m", shift.psi.variables())
                .with("psi", Notation.list(shift.psi.toArray()))
                .with("radius", shift.r)
                .with("transform", Notation.list(T.toArray()))
                .with("task", Notation.integerValues(g))
                .with("rule", rule)
                .with("hierarchical", data(hierarchical))
                .with("flat", data(flat))
                .reading("d = " + shift.psi.dimension() + ", m = " + shift.psi.variables() + ", observed through psi = "
                        + shift.psi + ", representation T = " + T
                        + " after psi^-1, trained on the latents with at most " + shift.r + " coordinates -1, task g = "
                        + Notation.polynomial(g, 'z') + " of degree "
                        + g.degree() + ". The hierarchical learner finds "
                        + hierarchical
                                .fit
                                .interpolant()
                                .toSpectrum()
                                .toPolynomial()
                                .replace('x', 'y')
                        + " and has mean squared error " + text(hierarchical, tested) + " on the other " + tested
                        + " latents; the flat one finds "
                        + flat.fit.interpolant().toSpectrum().toPolynomial() + " and has " + text(flat, tested) + ".");
    }

    private static String text(Learned learned, int tested) {
        return learned.error.divide(tested).toString().replace(" ", "");
    }

    private static Map<String, Object> data(Learned learned) {
        var polynomial = learned.fit.interpolant().toSpectrum();
        var denominator = learned.fit.multipliers().stream()
                .flatMap(List::stream)
                .map(BigFraction::getDenominator)
                .reduce(BigInteger.ONE, Cube::lcm);
        var data = new LinkedHashMap<String, Object>();
        data.put("denominator", polynomial.denominator());
        data.put(
                "coefficients",
                IntStream.range(0, 1 << polynomial.variables())
                        .mapToObj(polynomial::numerator)
                        .toList());
        data.put("multiplierDenominator", denominator.longValueExact());
        data.put(
                "multipliers",
                learned.fit.multipliers().stream()
                        .map(u -> u.stream()
                                .map(v -> v.multiply(denominator).getNumerator().longValueExact())
                                .toList())
                        .toList());
        return data;
    }
}
