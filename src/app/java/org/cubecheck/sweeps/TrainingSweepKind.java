package org.cubecheck.sweeps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.cubecheck.claim.Estimate;
import org.cubecheck.experiment.Checkpoint;
import org.cubecheck.experiment.ExperimentResult;
import org.cubecheck.experiment.Experiments;
import org.cubecheck.experiment.SeedResult;
import org.cubecheck.experiment.Size;
import org.cubecheck.experiment.Trained;
import org.cubecheck.sweep.Request;
import org.cubecheck.sweep.SweepFinding;
import org.cubecheck.sweep.SweepFinding.Table;
import org.cubecheck.sweep.SweepKind;
import org.cubecheck.sweep.SweepOption;

/** An experiment on many seeds, as a sweep that a user may ask for. */
public final class TrainingSweepKind {

    private static final int MOST_SEEDS = 1_000_000;

    private static final SweepOption<String> EXPERIMENT =
            SweepOptions.experiment().standard("identification");
    private static final SweepOption<Size> SIZE = SweepOptions.size().standard("quick");

    /** The first seed, and how many there are: by default those that the size fixes. */
    private static final SweepOption<Long> SEED = SweepOptions.seed(0, Integer.MAX_VALUE);

    private static final SweepOption<Long> SAMPLES = SweepOptions.samples(MOST_SEEDS);

    /** The sweep by its name. */
    public static final SweepKind<?, ?> KIND = new SweepKind<>(
            "training",
            "An experiment with trained networks, seed by seed",
            "Trains the networks of an experiment, quick or full, a shard for each seed, and holds them against "
                    + "the experiment's gates. Samples are seeds, from --seed on;"
                    + " left out, they are those for which the gates were fixed. A process trains one seed at a "
                    + "time, on one thread of the CPU, so this is quicker on several processes only;"
                    + " the same seeds give the same numbers where library and processor are the same. On other "
                    + "seeds than theirs the gates decide nothing.",
            List.of(EXPERIMENT, SIZE, SEED, SAMPLES),
            TrainingSweepKind::sweep,
            TrainingSweepKind::finding);

    private TrainingSweepKind() {}

    private static TrainingSweep sweep(Request request) {
        var experiment = Experiments.named(EXPERIMENT.required(request));
        var size = SIZE.required(request);
        var fixed = experiment.seeds(size);
        return new TrainingSweep(
                experiment.name(),
                size,
                SEED.in(request).orElse(fixed.get(0)),
                SAMPLES.in(request).map(Math::toIntExact).orElse(fixed.size()));
    }

    private static SweepFinding finding(TrainingSweep sweep, Trained trained) {
        var experiment = Experiments.named(sweep.experiment());
        var size = sweep.size().name().toLowerCase(Locale.ROOT);
        var result = new ExperimentResult(
                experiment.name(), sweep.size(), Map.of("command", "sweep training"), trained.cells());
        var estimates = experiment.judge(result);
        long passed = estimates.stream().filter(Estimate::passed).count();
        var seeds = LongStream.range(sweep.first(), sweep.first() + sweep.seeds())
                .boxed()
                .toList();
        boolean fixed = seeds.equals(experiment.seeds(sweep.size()));
        var sentences = new ArrayList<String>();
        sentences.add(experiment.name() + ", " + size + ": " + sweep.seeds()
                + (sweep.seeds() == 1 ? " seed, " : " seeds, ") + sweep.first() + ".."
                + (sweep.first() + sweep.seeds() - 1) + ", " + trained.cells().size()
                + (trained.cells().size() == 1 ? " setting each." : " settings each."));
        sentences.add(
                estimates.isEmpty()
                        ? "No gate: an observation, which decides nothing."
                        : passed == estimates.size()
                                ? (passed == 1 ? "The gate is passed." : "All " + passed + " gates are passed.")
                                : (estimates.size() == 1
                                        ? "The gate is missed."
                                        : (estimates.size() - passed) + " of " + estimates.size()
                                                + " gates are missed."));
        if (!estimates.isEmpty())
            sentences.add(
                    fixed
                            ? "These are the seeds for which the gates were fixed before any of them was trained."
                            : "The gates were fixed for other seeds, "
                                    + experiment.seeds(sweep.size()).get(0) + ".."
                                    + experiment
                                            .seeds(sweep.size())
                                            .get(experiment.seeds(sweep.size()).size() - 1)
                                    + ": here they describe, they decide nothing.");
        sentences.add("Measured on networks trained one seed at a time on one thread of the CPU. Another library or "
                + "processor may give other numbers, and so may 'experiment run', which"
                + " trains several seeds together: the same ones but for rounding.");
        return new SweepFinding(
                "training-" + experiment.name(),
                "The experiment " + experiment.name() + ", seed by seed",
                experiment.question(),
                passed == estimates.size() || !fixed,
                sentences,
                estimates.isEmpty() ? List.of(seeds(trained)) : List.of(gates(estimates), seeds(trained)));
    }

    private static Table gates(List<Estimate> estimates) {
        return new Table(
                "gates",
                List.of("gate", "measured", "interval", "which", ""),
                estimates.stream()
                        .map(estimate -> List.of(
                                estimate.threshold(),
                                number(estimate.value()),
                                number(estimate.low()) + ".." + number(estimate.high()),
                                estimate.interval(),
                                estimate.passed() ? "passed" : "missed"))
                        .toList());
    }

    /** What every setting measures at the end of training. */
    private static Table seeds(Trained trained) {
        var ends =
                trained.cells().stream().map(cell -> last(cell.seeds().get(0))).toList();
        var measures = ends.get(0).values().keySet().stream()
                .filter(name -> ends.stream().allMatch(end -> end.values().containsKey(name)))
                .toList();
        var columns = new ArrayList<>(List.of("setting", "seed"));
        columns.addAll(measures);
        var rows = new ArrayList<List<String>>();
        for (var cell : trained.cells()) {
            for (var seed : cell.seeds()) {
                var row = new ArrayList<>(List.of(cell.cell(), String.valueOf(seed.seed())));
                measures.forEach(name -> row.add(number(seed.last(name))));
                rows.add(row);
            }
        }
        return new Table("at the end of training", columns, rows);
    }

    private static Checkpoint last(SeedResult seed) {
        return seed.checkpoints().get(seed.checkpoints().size() - 1);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
