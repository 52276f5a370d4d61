package org.cubecheck.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Training an encoder with a head for each task, and measuring how well the representation shows the latents. */
final class Identification {

    private Identification() {}

    /** A way to look at a representation: a name to put before the measures, and what becomes of the table. */
    record View(String prefix, Function<double[][], double[][]> of) {
        static final View PLAIN = new View("", table -> table);
    }

    /** Further measures of one seed's representation: they are put beside the usual ones. */
    interface Further {
        void measure(Map<String, Double> values, double[][] representation, double[][] latents);
    }

    /** How many of the last steps' losses make the training error that is recorded. */
    private static final int AVERAGED = 20;

    static ExperimentPlan.Cell cell(
            String name, int d, int m, TaskFamily family, int tasks, TaskNetwork.Settings training, List<View> views) {
        return cell(name, d, m, family, tasks, training, views, (values, representation, latents) -> {});
    }

    static ExperimentPlan.Cell cell(
            String name,
            int d,
            int m,
            TaskFamily family,
            int tasks,
            TaskNetwork.Settings training,
            List<View> views,
            Further further) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("latents", "" + d);
        settings.put("observations", m + " bits, a uniformly random injection");
        settings.put("tasks", tasks + ", " + family.name());
        settings.put("encoder", m + "-" + training.hidden() + "-" + training.hidden() + " ReLU -> " + d + " tanh");
        settings.put(
                "heads",
                training.heads().meaning()
                        + (training.heads() == TaskNetwork.Heads.WALSH ? "" : ", " + training.headWidth() + " units"));
        settings.put(
                "training",
                training.steps() + " steps of Adam at " + training.rate() + ", falling over the last 30%, batches of "
                        + training.batch() + " of " + (1 << d) + " points, head weights decayed by " + training.decay()
                        + " |V|^2 / n");
        return new ExperimentPlan.Cell(
                name,
                settings,
                (seeds, context) -> train(d, m, family, tasks, training, views, further, seeds, context));
    }

    /** The steps at which curves are measured: the beginning, then ever further apart, and the end. */
    static List<Integer> checkpoints(int steps) {
        return IntStream.rangeClosed(0, steps)
                .filter(step -> step == 0
                        || step == steps
                        || step % Math.max(1, steps / 10) == 0
                        || step == steps / 50
                        || step == steps / 20)
                .boxed()
                .toList();
    }

    private static List<SeedResult> train(
            int d,
            int m,
            TaskFamily family,
            int tasks,
            TaskNetwork.Settings training,
            List<View> views,
            Further further,
            List<Long> seeds,
            TrainingContext context) {
        var dataOfSeeds = seeds.stream()
                .map(seed -> SeedData.of(d, m, family, tasks, seed))
                .toList();
        var found = new ArrayList<List<Checkpoint>>();
        for (int s = 0; s < seeds.size(); s++) found.add(new ArrayList<>());
        var moments = checkpoints(training.steps());
        try (var network = new TaskNetwork(context.manager(), training, dataOfSeeds, seeds, tasks)) {
            var loss = new double[seeds.size()];
            for (int step = 0; step <= training.steps(); step++) {
                if (moments.contains(step)) {
                    var tables = network.representations();
                    for (int s = 0; s < seeds.size(); s++) {
                        var values = new LinkedHashMap<String, Double>();
                        if (step > 0) values.put("training", loss[s]);
                        for (var view : views)
                            put(values, view.prefix(), view.of().apply(tables.get(s)), dataOfSeeds.get(s));
                        further.measure(
                                values, tables.get(s), dataOfSeeds.get(s).latents());
                        if (step == training.steps()) {
                            put(
                                    values,
                                    "pca-",
                                    RecordedMetrics.principalComponents(
                                            dataOfSeeds.get(s).targets(), d),
                                    dataOfSeeds.get(s));
                            values.put(
                                    "raw-probe",
                                    RecordedMetrics.probe(
                                            dataOfSeeds.get(s).observations(),
                                            dataOfSeeds.get(s).latents()));
                        }
                        found.get(s).add(new Checkpoint(step, values));
                    }
                }
                if (step == training.steps()) break;
                var losses = network.step(step);
                for (int s = 0; s < loss.length; s++)
                    loss[s] = step == 0 ? losses[s] : loss[s] + (losses[s] - loss[s]) / AVERAGED;
                context.steps().made(step + 1, training.steps(), Extrapolation.mean(losses));
            }
        }
        return IntStream.range(0, seeds.size())
                .mapToObj(s -> new SeedResult(seeds.get(s), found.get(s)))
                .toList();
    }

    private static void put(Map<String, Double> values, String prefix, double[][] table, SeedData data) {
        var recovery = RecordedMetrics.recovery(table, data.latents());
        values.put(prefix + "probe", recovery.probe());
        values.put(prefix + "assigned", recovery.assigned());
        values.put(prefix + "exact", (double) recovery.exact());
    }
}
