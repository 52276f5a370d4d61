package org.cubecheck.sweeps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.sweep.SweepFinding;
import org.cubecheck.sweep.SweepFinding.Table;
import org.cubecheck.sweep.SweepKind;
import org.cubecheck.sweep.SweepOption;
import org.cubecheck.task.LearningCurve;
import org.cubecheck.task.TaskDistribution;
import org.cubecheck.transform.Preservers;

/** A simulated learning curve of many samples, as a sweep that a user may ask for. */
public final class LearningCurveSweepKind {

    private static final SweepOption<Integer> DIMENSION =
            SweepOptions.dimension(1, 4).standard("3");
    private static final SweepOption<String> TASKS = SweepOptions.tasks().standard("up-to-1");

    /** The dimension in which the latents are seen, by default that of the latents; 0 for themselves. */
    private static final SweepOption<Integer> OBSERVATIONS = SweepOptions.observations();

    private static final SweepOption<Long> SAMPLES =
            SweepOptions.samples(Integer.MAX_VALUE).standard("10000");
    private static final SweepOption<Long> SEED =
            SweepOptions.seed(Long.MIN_VALUE, Long.MAX_VALUE).standard("1");

    /** The sweep by its name. */
    public static final SweepKind<?, ?> KIND = new SweepKind<>(
            "learning-curve",
            "How likely n tasks identify the latents",
            "Draws observations and tasks, and asks whether every world model of least complexity is a signed "
                    + "permutation, for up to 64 tasks; the numbers of the"
                    + " command learning-curve for the same samples and seed. Dimension is the number of latents, "
                    + "1..4; with four, one sample is a search over 16! models"
                    + " and takes about as long as some thousands with three.",
            List.of(DIMENSION, TASKS, OBSERVATIONS, SAMPLES, SEED),
            request -> {
                int d = DIMENSION.required(request);
                return new CurveSweep(
                        d,
                        TASKS.required(request),
                        OBSERVATIONS.in(request).orElse(d),
                        Math.toIntExact(SAMPLES.required(request)),
                        SEED.required(request));
            },
            LearningCurveSweepKind::finding);

    private LearningCurveSweepKind() {}

    /** Curves of which one is not the other with more samples lie side by side. */
    private static String name(CurveSweep sweep) {
        var tasks = sweep.tasks()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return "learning-curve-d" + sweep.d() + "-m" + sweep.observations() + "-" + tasks + "-seed-"
                + Long.toString(sweep.seed()).replace("-", "minus-");
    }

    private static SweepFinding finding(CurveSweep sweep, CurveSweep.Counts counts) {
        int d = sweep.d();
        var tasks = TaskDistribution.parse(d, sweep.tasks());
        var curve = CurveSweep.curve(counts);
        boolean complete = counts.samples() == sweep.samples();
        var last = curve.get(curve.size() - 1);
        var sentences = new ArrayList<String>();
        sentences.add(d + (d == 1 ? " latent, " : " latents, ")
                + (sweep.observations() == 0
                        ? "seen themselves"
                        : "seen through a random injection into B^" + sweep.observations())
                + "; tasks " + tasks.name() + "; " + text(counts.samples()) + " samples, seed " + sweep.seed()
                + (complete ? "." : ", and not the " + text(sweep.samples()) + " asked for."));
        sentences.add(last.tasks() + " tasks identify the latents in " + text(last.identified())
                + " of the samples: with a probability within " + interval(last) + " (Wilson, 95%).");
        if (sweep.observations() != 0 && tasks.isNonIncreasing()) {
            var ceiling = BigFraction.of(
                    Preservers.SIGNED_PERMUTATIONS.order(d),
                    Preservers.of(d, tasks.drops()).order(d));
            if (!ceiling.equals(BigFraction.ONE))
                sentences.add("No number of tasks comes to more than " + ceiling.getNumerator() + "/"
                        + ceiling.getDenominator() + ".");
        }
        long undecided = counts.undecided().stream().mapToLong(open -> open).sum();
        if (undecided > 0)
            sentences.add("Where a search was given up the interval allows for both answers: " + text(undecided)
                    + (undecided == 1 ? " decision" : " decisions") + " in all.");
        sentences.add("This is an estimate: nothing is known beforehand that it is held against.");
        return new SweepFinding(
                name(sweep),
                "How likely n tasks identify " + d + (d == 1 ? " latent" : " latents"),
                "With which probability is every world model of least complexity a signed permutation of the "
                        + "latents, against the number of tasks?",
                complete,
                sentences,
                List.of(new Table(
                        "identified, by the number of tasks",
                        List.of("tasks", "identified", "left open", "samples", "probability", "95% interval"),
                        curve.stream()
                                .map(point -> List.of(
                                        String.valueOf(point.tasks()),
                                        text(point.identified()),
                                        text(point.undecided()),
                                        text(point.samples()),
                                        String.format(
                                                Locale.ROOT, "%.4f", point.identified() / (double) point.samples()),
                                        interval(point)))
                                .toList())));
    }

    private static String interval(LearningCurve.Sampled point) {
        return String.format(Locale.ROOT, "%.4f..%.4f", point.low(), point.high());
    }

    private static String text(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
