package org.cubecheck.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Estimate;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Plot;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.experiment.Extrapolation.Layers;
import org.cubecheck.experiment.Gate.Measure;
import org.cubecheck.experiment.PhysicalLaws.Model;

/**
 * Section 8: what trained networks do, as claims. A claim is measured against the gates of its experiment, and worded
 * as they are; what they do not show stands in its boundary, with figures of the recorded runs. A control is a false
 * statement of the same kind about the same runs; its counterexample holds the numbers of all seeds, and is one only if
 * they are on the wrong side by more than chance.
 */
final class NetworkClaims {

    private static final String SECTION = "Trained networks";
    private static final double MILLION = 1e6;

    private final Size size;
    private final Function<Experiment, ExperimentResult> runs;
    private final String origin;
    private final Map<String, String> claimOfThreshold = new HashMap<>();
    private final List<Claim<?>> claims;

    /** @param origin where the numbers come from */
    NetworkClaims(Size size, Function<Experiment, ExperimentResult> runs, String origin) {
        this.size = size;
        this.runs = runs;
        this.origin = origin;
        claims = make();
    }

    List<Claim<?>> all() {
        return claims;
    }

    /** All gates that are tests, those of no claim included. */
    List<Multiplicity.Tested> tests() {
        return Multiplicity.of(
                size,
                Experiments.all(),
                runs,
                (experiment, gate) ->
                        claimOfThreshold.getOrDefault(gate.threshold(), "experiment " + experiment.name()));
    }

    private List<Claim<?>> make() {
        var claims = new ArrayList<Claim<?>>(
                List.of(moreTasks(), finalError(), noPreference(), basis(), extrapolation(), law(Motion.PARABOLIC)));
        if (size == Size.FULL) {
            claims.add(law(Motion.COLLISION));
            claims.add(law(Motion.ALIGNED_COLLISION));
        }
        return List.copyOf(claims);
    }

    private Claim<?> moreTasks() {
        return claim(
                "TRAINED-MORE-TASKS",
                "More low-degree tasks, a representation nearer to the latents",
                new Source(
                        Provenance.AUTHORS,
                        "figure: identification error against iterations",
                        "the error falls with the number of tasks",
                        "the measure (a linear probe, latents coded 0/1), the seeds, the test and the comparison "
                                + "with principal components of the tasks"),
                List.of(
                        "8 latents, all 256 points, a random injection into 16 bits",
                        "tasks on q of the latents, of degree exactly q",
                        "weights of the heads decay"),
                "At full size the median probe errors at 8 tasks and below lie within 0.008 of those of principal "
                        + "components of the tasks: those levels need show no more than which latents the tasks touch."
                        + " One gate of these experiments was missed, and no claim is made of it: that training "
                        + "sees the boundary of the phase diagram (experiment boundary, 6 of 12 pairs in "
                        + "favour).",
                "With 64 tasks the probe error of a trained representation is below that with 8 on every seed, "
                        + "and its signed-assignment error below that of principal components of the tasks.",
                Experiments.IDENTIFICATION,
                8,
                gate -> gate.name().matches("more-tasks.*|not-the-tasks.*"),
                result -> panels(result).mapToObj(q -> Plots.curves(result, q)).toList(),
                orderControl(
                        "C-TRAINED-ONE-TASK",
                        "one task for 64",
                        "One task does at least as well as 64: its error lies below.",
                        Experiments.IDENTIFICATION,
                        8,
                        new Measure(Experiments.juntas(2, 1), "probe"),
                        new Measure(Experiments.juntas(2, 64), "probe")));
    }

    private Claim<?> finalError() {
        return claim(
                "TRAINED-FINAL-ERROR",
                "With 64 tasks the median error is at most the one in the paper's figure",
                new Source(
                        Provenance.AUTHORS,
                        "figure: identification error against iterations",
                        "errors of about 0.07, 0.065 and 0.055 at the end of the curves for 64 tasks",
                        "read off the plots; the paper's network, its settings and how it measures are not known to us"),
                List.of("as for TRAINED-MORE-TASKS"),
                "The paper's figure is of another network, and perhaps of another measure: to be at most it "
                        + "repeats no number of the paper's. The gates ask for the median. "
                        + (size == Size.FULL
                                ? "For tasks of degree 4 two of 8 seeds are above the bound, 0.066 and 0.117, so "
                                        + "that a sign test would not reject (p = 0.14)."
                                : "How many seeds keep the bound stands beside each."),
                "The median probe error at 64 tasks is at most the one in the paper's figure: 0.07 for tasks of "
                        + "degree 2, 0.065 for 3"
                        + (size == Size.FULL ? ", 0.055 for 4." : "."),
                Experiments.IDENTIFICATION,
                8,
                gate -> gate.name().startsWith("final-error"),
                result -> panels(result).mapToObj(q -> Plots.numbers(result, q)).toList(),
                boundControl(
                        "C-TRAINED-FINAL-ONE-TASK",
                        "one task for 64",
                        "The median error with one task is at most 0.07.",
                        Experiments.IDENTIFICATION,
                        8,
                        new Measure(Experiments.juntas(2, 1), "probe"),
                        true,
                        0.07));
    }

    private Claim<?> noPreference() {
        return claim(
                "TRAINED-NO-PREFERENCE",
                "Tasks without a preference are fitted, and show less of the latents than tasks of low degree",
                new Source(
                        Provenance.FORMALIZED,
                        "Theorem 3, in practice",
                        "without a preference for low degrees nothing is identified",
                        "the experiment is ours"),
                List.of(
                        "32 tasks, uniform over all functions of 8 latents",
                        "no decay, full batches: nothing else prefers a representation"),
                "That uniform tasks show nothing is not tested: a median above 0.23 is no test of equality with "
                        + "chance, 0.242 for eight coordinates on 256 points, and a lax bound: at full size the"
                        + " observations themselves, untrained, have 0.2346 and would pass. What was seen stands "
                        + "beside: there all seeds lie within 0.0015 of chance.",
                "Trained on uniform tasks to an error of at most a tenth of their variance, the median probe "
                        + "error is above 0.23. Trained alike, it is lower for tasks of degree 3"
                        + (size == Size.FULL ? ", and for a density half of which lies on degree at most 1." : "."),
                Experiments.CONTROLS,
                8,
                gate -> gate.name().matches("uniform.*|low-degree.*|decreasing.*"),
                result -> List.of(Plots.seeds(
                        "Probe errors of all seeds, 32 tasks fitted.",
                        "probe error (chance: 0.242)",
                        result,
                        Plots.cells(result, ".*tasks|half.*"),
                        "probe",
                        x -> x)),
                boundControl(
                        "C-TRAINED-CHANCE-LOW-DEGREE",
                        "tasks of low degree for uniform ones",
                        "Trained alike on tasks of degree 3, the median error is above 0.23 as well.",
                        Experiments.CONTROLS,
                        8,
                        new Measure("low-degree tasks", "probe"),
                        false,
                        0.23),
                orderControl(
                        "C-TRAINED-UNIFORM-IDENTIFIES",
                        "uniform tasks for tasks of low degree",
                        "Uniform tasks show more of the latents than tasks of low degree.",
                        Experiments.CONTROLS,
                        8,
                        new Measure("uniform tasks", "probe"),
                        new Measure("low-degree tasks", "probe")));
    }

    private Claim<?> basis() {
        return claim(
                "TRAINED-BASIS",
                "With heads in a scrambled basis, the representation is nearer to the latents in that basis",
                new Source(
                        Provenance.ABSTRACT,
                        "abstract",
                        "such recovery is also sensitive to model architecture",
                        "the scrambled basis and the experiment are ours"),
                List.of("64 tasks of degree 2", "the heads see R(Φ): t₁ = φ₁, tᵢ = φᵢφᵢ₋₁"),
                "Nearer is not near; recovery in the scrambled basis was not seen: at full size the assignment "
                        + "error of R(Φ) is 0.147 in the median, where R(Φ) = PDz has 0 and principal"
                        + " components of the tasks, for Φ, 0.167; in 7 of 8 seeds none of its 8 coordinates "
                        + "tells its latent at every point.",
                "With heads that see R(Φ), R(Φ) is nearer to PDz than Φ is; with heads that see Φ, Φ is nearer "
                        + "than R(Φ)."
                        + (size == Size.FULL
                                ? " Heads linear in all monomials, without a preference, leave a larger probe "
                                        + "error than heads that see Φ."
                                : ""),
                Experiments.CONTROLS,
                8,
                gate -> gate.name().matches("scrambled-basis|plain-basis|unrestricted-heads"),
                result -> List.of(
                        Plots.seeds(
                                "How far Φ is from the latents, by the heads.",
                                "assignment error of Φ",
                                result,
                                Plots.cells(result, ".* heads"),
                                "assigned",
                                x -> x),
                        Plots.seeds(
                                "How far R(Φ) is from the latents, by the heads.",
                                "assignment error of R(Φ)",
                                result,
                                Plots.cells(result, ".* heads"),
                                "R-assigned",
                                x -> x)),
                orderControl(
                        "C-TRAINED-ANY-BASIS",
                        "heads that see the representation itself",
                        "With heads that see Φ, R(Φ) is nearer to PDz than Φ is.",
                        Experiments.CONTROLS,
                        8,
                        new Measure("relu heads", "R-assigned"),
                        new Measure("relu heads", "assigned")));
    }

    private Claim<?> extrapolation() {
        return claim(
                "TRAINED-EXTRAPOLATION",
                "Layers half identity, half square continue a polynomial better than ReLU layers",
                new Source(
                        Provenance.AUTHORS,
                        "figure: polynomial extrapolation",
                        "an architecture led by the theory has a test error mostly near 0, a ReLU network up to "
                                + "0.8 and 3.4",
                        "the layers, the polynomials and the gates are ours; the paper's architecture is not "
                                + "known to us"),
                List.of(
                        "trained on [-1,1)ᵏ, tested on [-2,2)ᵏ",
                        "random polynomials of degree 2 or 3 in "
                                + (size == Size.FULL ? "1 or 3 variables" : "1 variable")),
                "For piecewise linear targets it is the other way round. The bound of 2% is on the median"
                        + (size == Size.FULL
                                ? ": one of 20 seeds exceeds it, in one variable and degree 2, with 12%."
                                : "."),
                "The test error is below that of a ReLU network of the same size, and in the median at most 2% of "
                        + "the variance of the target; for piecewise linear targets the ReLU network's is the "
                        + "lower one.",
                Experiments.EXTRAPOLATION,
                1,
                gate -> true,
                result -> List.of(Plots.seeds(
                        "Test errors of all seeds on [-2,2)ᵏ. The paper's violins reach 0.8 and 3.4 for ReLU, "
                                + "0.25 and 1.0 for theirs.",
                        "log10 of the test error",
                        result,
                        Plots.cells(result, ".*"),
                        "test",
                        x -> Math.log10(Math.max(1e-9, x)))),
                orderControl(
                        "C-TRAINED-KINKS",
                        "piecewise linear targets for polynomials",
                        "For piecewise linear targets, too, the layers half identity, half square have the lower "
                                + "test error.",
                        Experiments.EXTRAPOLATION,
                        1,
                        new Measure(Experiments.kinks(Layers.POLYNOMIAL), "test"),
                        new Measure(Experiments.kinks(Layers.RELU), "test")));
    }

    private Claim<?> law(Motion motion) {
        var usual = Experiments.moving(motion, Model.USUAL);
        String name = motion.name().replace('_', '-');
        boolean aligned = motion == Motion.ALIGNED_COLLISION;
        return claim(
                "TRAINED-" + name,
                "Foreseeing motion at other speeds: " + motion.meaning(),
                aligned
                        ? new Source(Provenance.EXTENSION, "", "", "")
                        : new Source(
                                Provenance.AUTHORS,
                                "figure: learning physical laws",
                                motion == Motion.PARABOLIC ? "0.16 against 0.07" : "0.29 against 0.13",
                                "the transformer led by the theory is not known to us; ours has feed-forward "
                                        + "layers half identity, half square, and no normalisation"),
                List.of("speeds of training within [1,4), of test outside"),
                (aligned
                                ? "The contact always falls on a frame, so that no kink lies within a step and "
                                        + "nothing has to be detected: what is left of a collision is its law, of "
                                        + "degree 2. "
                                : "")
                        + (motion == Motion.COLLISION
                                ? "Within the range of training the modified transformer is the worse one in one "
                                        + "step, in 6 of 6 seeds (medians 0.0164 and 0.0116). "
                                : "")
                        + "The modified transformer also lacks layer normalisation: which of the two changes "
                        + "makes the difference was not measured.",
                "Outside the range of speeds that it was trained on, the modified transformer has a lower error "
                        + "than the usual one over the seeds, in one step and in a rollout.",
                Experiments.LAWS,
                1,
                gate -> gate.name().matches(name.toLowerCase(Locale.ROOT) + "-(one-step|rollout)"),
                result -> List.of(Plots.law(result, motion)),
                orderControl(
                        "C-TRAINED-" + name + "-ANY-SPEED",
                        "inside and outside exchanged",
                        "The usual transformer errs less outside the range of speeds that it was trained on than "
                                + "inside.",
                        Experiments.LAWS,
                        1,
                        new Measure(usual, "velocityOutside"),
                        new Measure(usual, "velocityInside")));
    }

    private Claim<Gate> claim(
            String id,
            String title,
            Source source,
            List<String> hypotheses,
            String boundary,
            String statement,
            Experiment experiment,
            int dimension,
            Predicate<Gate> which,
            Function<ExperimentResult, List<Plot>> plots,
            Control<?>... controls) {
        var gates = experiment.gates(size).stream().filter(which).toList();
        gates.forEach(gate -> claimOfThreshold.put(gate.threshold(), id));
        var domains = gates.stream()
                .map(gate -> Domain.list(gate.threshold(), dimension, List.of(gate)))
                .toList();
        return new Claim<>(
                id,
                SECTION,
                title,
                source,
                hypotheses,
                boundary,
                new Proposition<>(statement, "", domains, gate -> {
                    var result = runs.apply(experiment);
                    var estimate = corrected(id, gate, withOrigin(gate.of(result)));
                    return new Outcome.Estimated(
                            gate.name().equals(gates.get(0).name()) ? estimate.with(plots.apply(result)) : estimate);
                }),
                List.of(controls));
    }

    /** The degrees of tasks of which there are runs. */
    private static IntStream panels(ExperimentResult result) {
        return IntStream.rangeClosed(2, 4)
                .filter(q -> !Plots.cells(result, "q=" + q + " .*").isEmpty());
    }

    private Estimate withOrigin(Estimate estimate) {
        var details = new LinkedHashMap<String, String>();
        details.put("origin", origin);
        details.putAll(estimate.details());
        return estimate.withDetails(details);
    }

    /** At full size with what Holm's correction leaves; the quick size does not run all experiments. */
    private Estimate corrected(String id, Gate gate, Estimate estimate) {
        if (size != Size.FULL || gate.order().isEmpty()) return estimate;
        var tests = tests();
        var own = tests.stream()
                .filter(test -> test.question().equals(id) && test.gate().equals(gate.name()))
                .findFirst()
                .orElseThrow();
        long questions =
                tests.stream().map(Multiplicity.Tested::question).distinct().count();
        var details = new LinkedHashMap<>(estimate.details());
        details.put(
                "after Holm's correction",
                "p = " + Multiplicity.text(own.overGates()) + " over all " + tests.size()
                        + " such gates; the claim's largest p, over " + questions + " questions, "
                        + Multiplicity.text(own.overQuestions()) + "; no part of the gate");
        return estimate.withDetails(details);
    }

    /** A false statement "less is below more". */
    private Control<Gate> orderControl(
            String id,
            String change,
            String statement,
            Experiment experiment,
            int dimension,
            Measure less,
            Measure more) {
        var gate = Gate.below(id, less, more, false);
        return new Control<>(
                id,
                change,
                new Proposition<>(
                        statement, "", List.of(Domain.list(gate.threshold(), dimension, List.of(gate))), point -> {
                            var result = runs.apply(experiment);
                            var a = less.of(result);
                            var b = more.of(result);
                            if (Statistics.wilcoxon(b, a) > Gate.LEVEL)
                                return new Outcome.Estimated(withOrigin(point.of(result)));
                            long wrong = IntStream.range(0, a.length)
                                    .filter(i -> a[i] > b[i])
                                    .count();
                            return Outcome.fails(Certificate.of("measured-order-missed")
                                    .with("less", less.toString())
                                    .with("more", more.toString())
                                    .with("seeds", seeds(result, less))
                                    .with("statedLessMillionths", millionths(a))
                                    .with("statedMoreMillionths", millionths(b))
                                    .reading(less + " is not below " + more + ": it is above in " + wrong + " of "
                                            + a.length + " pairs, medians " + text(a) + " and " + text(b) + " ("
                                            + origin + ")."));
                        }));
    }

    /** A false statement "the median is at most (at least) the bound". */
    private Control<Gate> boundControl(
            String id,
            String change,
            String statement,
            Experiment experiment,
            int dimension,
            Measure measure,
            boolean atMost,
            double bound) {
        var gate = Gate.bounded(id, measure, atMost, bound, "as stated");
        return new Control<>(
                id,
                change,
                new Proposition<>(
                        statement, "", List.of(Domain.list(gate.threshold(), dimension, List.of(gate))), point -> {
                            var result = runs.apply(experiment);
                            var values = measure.of(result);
                            long wrong = Arrays.stream(values)
                                    .filter(x -> atMost ? x > bound : x < bound)
                                    .count();
                            var coins =
                                    new org.apache.commons.math3.distribution.BinomialDistribution(values.length, 0.5);
                            if (1 - coins.cumulativeProbability((int) wrong - 1) > Gate.LEVEL)
                                return new Outcome.Estimated(withOrigin(point.of(result)));
                            return Outcome.fails(Certificate.of("measured-bound-missed")
                                    .with("measure", measure.toString())
                                    .with("statedAtMost", atMost)
                                    .with("boundMillionths", Math.round(bound * MILLION))
                                    .with("seeds", seeds(result, measure))
                                    .with("millionths", millionths(values))
                                    .reading(measure + " has the median " + text(values) + ", and " + wrong + " of "
                                            + values.length + " seeds are " + (atMost ? "above " : "below ") + bound
                                            + " (" + origin + ")."));
                        }));
    }

    private static List<Long> seeds(ExperimentResult result, Measure measure) {
        return result.cell(measure.cell()).seeds().stream()
                .map(SeedResult::seed)
                .toList();
    }

    private static List<Long> millionths(double[] values) {
        return Arrays.stream(values).mapToObj(x -> Math.round(x * MILLION)).toList();
    }

    private static String text(double[] values) {
        return String.format(Locale.ROOT, "%.3g", Statistics.median(values));
    }
}
