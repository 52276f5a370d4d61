package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.task.LearningCurve;
import org.cubecheck.task.TaskDistribution;
import org.cubecheck.transform.Preservers;

/** Section 5, last part: with what probability finitely many tasks identify (FINITE-TASKS). */
final class FiniteTasks {

    private FiniteTasks() {}

    static List<Claim<?>> claims() {
        return List.of(FINITE_TASKS);
    }

    static final String LEARNER = "the learner finds a world model T of least deg Φ + Σ deg(g_i ∘ T⁻¹), Φ(ψ(z)) = T(z)";

    /**
     * A curve to be computed exactly.
     *
     * @param tasks the density
     * @param most the largest number n of tasks
     */
    record Curve(TaskDistribution tasks, int most) {
        List<LearningCurve.Exact> points(boolean observed) {
            return LearningCurve.exact(tasks, observed, most);
        }
    }

    private static Domain<Curve> curves(int d, Curve... curves) {
        var names = Stream.of(curves)
                .map(curve -> "("
                        + IntStream.rangeClosed(0, d)
                                .mapToObj(k -> String.valueOf(curve.tasks().density(k)))
                                .collect(Collectors.joining(", "))
                        + "), n ≤ " + curve.most())
                .collect(Collectors.joining("; "));
        return Domain.list(
                "densities by degree and numbers n of tasks, " + d + " latents: " + names, d, List.of(curves));
    }

    private static Domain<Curve> ofTwo(int most) {
        return curves(
                2,
                new Curve(TaskDistribution.uniform(2), most),
                new Curve(TaskDistribution.upToDegree(2, 1), most),
                new Curve(TaskDistribution.decreasing(2, 3), most));
    }

    private static final Domain<Curve> OF_THREE = curves(
            3,
            new Curve(TaskDistribution.uniform(3), 2),
            new Curve(TaskDistribution.upToDegree(3, 1), 8),
            new Curve(TaskDistribution.upToDegree(3, 2), 2),
            new Curve(TaskDistribution.decreasing(3, 4), 2));

    /** The phase diagram bounds what any number of tasks can identify. */
    static final Claim<Curve> FINITE_TASKS = new Claim<>(
            "FINITE-TASKS",
            Sections.FINITELY_MANY_TASKS,
            "The probability of identification from n tasks, exactly, and its ceiling",
            new Source(
                    Provenance.EXTENSION,
                    "figure: identification error against the number of tasks",
                    "more tasks identify better in trained networks",
                    "all ours: the exact counterpart for the learner that finds a global optimum"),
            List.of(
                    "tasks are independent, with a density that depends on deg g only and does not increase",
                    LEARNER,
                    "psi is a uniformly random bijection of B^d",
                    "identified: every model of least complexity is a signed permutation"),
            "Other densities, and more tasks, are not examined. Attained in the limit n → ∞. It is 1 only if the "
                    + "density identifies (PHASE-DIAGRAM). Curves need not rise: few tasks may be worse than none.",
            new Proposition<>(
                    "For the densities and numbers n of tasks listed, the latents are identified with probability "
                            + "at most 2^d d! / |G(K)|, G(K) the group of minimisers for the drops K of the density.",
                    "\\Pr(\\text{identified from } n \\text{ tasks}) \\le \\frac{2^d d!}{|G(K)|}",
                    List.of(ofTwo(10), OF_THREE),
                    curve -> belowCeiling(curve, true)),
            List.of(
                    new Control<>(
                            "C-LATENTS-OBSERVED",
                            "psi the identity instead of random: the latents themselves are observed",
                            new Proposition<>(
                                    "The same bound for n ≥ 1 tasks when the latents are observed directly.",
                                    "\\psi = \\mathrm{id}, \\; n \\ge 1 \\implies \\Pr(\\text{identified from } n "
                                            + "\\text{ tasks}) \\le \\frac{2^d d!}{|G(K)|}",
                                    List.of(ofTwo(3)),
                                    curve -> belowCeiling(curve, false))),
                    new Control<>(
                            "C-NO-PREFERENCE-IDENTIFIES",
                            "enough tasks instead of a preference",
                            new Proposition<>(
                                    "Eight tasks of any density identify two latents more often than not.",
                                    "\\Pr(\\text{identified from } 8 \\text{ tasks}) > \\frac{1}{2}",
                                    List.of(ofTwo(8)),
                                    FiniteTasks::eightTasks)),
                    new Control<>(
                            "C-ONE-TASK",
                            "one task instead of many",
                            new Proposition<>(
                                    "If the density drops after degree 1, one task identifies with certainty.",
                                    "1 \\in K \\implies \\Pr(\\text{identified from } 1 \\text{ task}) = 1",
                                    List.of(ofTwo(1)),
                                    FiniteTasks::oneTask)),
                    new Control<>(
                            "C-MORE-TASKS",
                            "the probability rises with every task",
                            new Proposition<>(
                                    "If the density drops after degree 1, the probability of identification never "
                                            + "falls from n to n + 1 tasks.",
                                    "1 \\in K \\implies \\Pr(\\text{identified from } n + 1) \\ge "
                                            + "\\Pr(\\text{identified from } n)",
                                    List.of(ofTwo(4)),
                                    FiniteTasks::moreTasks))));

    private static BigFraction ceiling(TaskDistribution tasks) {
        int d = tasks.dimension();
        return BigFraction.of(
                Preservers.SIGNED_PERMUTATIONS.order(d),
                Preservers.of(d, tasks.drops()).order(d));
    }

    private static Outcome belowCeiling(Curve curve, boolean observed) {
        // Of latents that are observed directly the identity is the cheapest model before any task.
        var points = observed ? curve.points(true) : curve.points(false).subList(1, curve.most() + 1);
        var ceiling = ceiling(curve.tasks());
        for (var point : points) {
            if (point.probability().compareTo(ceiling) > 0)
                return fails(certificate(
                        Certificate.of("learning-curve-above"),
                        curve.tasks(),
                        List.of(point),
                        observed,
                        "ceiling",
                        fraction(ceiling),
                        "that is above 2^d d! / |G(K)| = " + text(ceiling) + ", the ceiling for random observations."));
        }
        // Exhibits are of the claim: a control has its counterexample only.
        if (!observed) return holds();
        return holds(
                1,
                certificate(
                        Certificate.of("learning-curve"),
                        curve.tasks(),
                        points,
                        true,
                        "ceiling",
                        fraction(ceiling),
                        "the ceiling is 2^d d! / |G(K)| = " + text(ceiling) + "."));
    }

    private static Outcome eightTasks(Curve curve) {
        var last = curve.points(true).get(8);
        return last.probability().compareTo(BigFraction.of(1, 2)) > 0
                ? holds()
                : fails(certificate(
                        Certificate.of("learning-curve-below"),
                        curve.tasks(),
                        List.of(last),
                        true,
                        "statement",
                        "eight-more-than-half",
                        "that is at most 1/2."));
    }

    private static Outcome oneTask(Curve curve) {
        if (!curve.tasks().drops().contains(1)) return Outcome.outOfScope("the density drops after degree 1");
        var one = curve.points(true).get(1);
        return one.probability().equals(BigFraction.ONE)
                ? holds()
                : fails(certificate(
                        Certificate.of("learning-curve-below"),
                        curve.tasks(),
                        List.of(one),
                        true,
                        "statement",
                        "one-certainly",
                        "that is not 1."));
    }

    private static Outcome moreTasks(Curve curve) {
        if (!curve.tasks().drops().contains(1)) return Outcome.outOfScope("the density drops after degree 1");
        var points = curve.points(true);
        for (int n = 0; n < curve.most(); n++) {
            if (points.get(n + 1).probability().compareTo(points.get(n).probability()) < 0)
                return fails(certificate(
                        Certificate.of("learning-curve-falls"),
                        curve.tasks(),
                        points.subList(n, n + 2),
                        true,
                        "statement",
                        "never-falls",
                        "that is less with one task more."));
        }
        return holds();
    }

    private static Certificate certificate(
            Certificate.Builder certificate,
            TaskDistribution tasks,
            List<LearningCurve.Exact> points,
            boolean observed,
            String key,
            Object against,
            String conclusion) {
        int d = tasks.dimension();
        var rows = new ArrayList<List<String>>();
        for (var point : points)
            rows.add(List.of(
                    String.valueOf(point.tasks()),
                    point.probability().getNumerator().toString(),
                    point.probability().getDenominator().toString()));
        return certificate
                .with("dimension", d)
                .with(
                        "density",
                        IntStream.rangeClosed(0, d).mapToObj(tasks::density).toList())
                .with("observed", observed)
                .with(key, against)
                .with("rows", rows)
                .reading("d = " + d + ", " + tasks.name() + ", "
                        + (observed ? "psi a random bijection" : "psi the identity")
                        + ": n tasks identify with probability "
                        + String.join(
                                ", ",
                                points.stream()
                                        .map(point -> "P(" + point.tasks() + ") = " + text(point.probability()))
                                        .toList())
                        + "; " + conclusion);
    }

    private static List<String> fraction(BigFraction p) {
        return List.of(p.getNumerator().toString(), p.getDenominator().toString());
    }

    private static String text(BigFraction p) {
        String exact = p.getDenominator().equals(BigInteger.ONE)
                ? p.getNumerator().toString()
                : p.getNumerator() + "/" + p.getDenominator();
        return exact.length() <= 12 ? exact : exact + " ≈ " + String.format(Locale.ROOT, "%.4f", p.doubleValue());
    }
}
