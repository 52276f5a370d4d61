package org.cubecheck.experiment;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.cubecheck.store.FinishedParts;
import org.cubecheck.store.LocalStore;

/**
 * Runs experiments. With a folder, every finished batch of seeds is saved at once in a file of its own; a later run
 * that resumes takes it from there if settings and versions are the same, and repeats nothing that is finished.
 */
public final class Laboratory {

    /** DJL collects gradients for one training in a process; others wait. */
    private static final Object ONE_AT_A_TIME = new Object();

    private static final String CPU_SECONDS = "CPU seconds";
    private static final String DATE = "date";
    private static final String RESUMED = "resumed";

    /** The entries of a result's provenance that are not determined by its settings and seeds. */
    static final Set<String> OF_THE_RUN = Set.of(CPU_SECONDS, DATE, RESUMED);

    /** Told how a run gets on. */
    public interface Watch {
        /** Says nothing. */
        Watch SILENT = new Watch() {};

        /** A batch of seeds of a cell is begun: the {@code index}-th of {@code count}, from 0. */
        default void begun(String cell, List<Long> seeds, int index, int count) {}

        /** A step of training has been made. */
        default void step(int done, int of, double loss) {}

        /** The batch is finished, or was found saved. */
        default void finished(boolean saved) {}
    }

    private final Accelerator accelerator;
    private final Optional<Path> folder;
    private final boolean resume;
    private final Watch watch;

    /**
     * @param folder where finished batches are saved; nowhere if empty
     * @param resume whether saved batches are used
     */
    public Laboratory(Accelerator accelerator, Optional<Path> folder, boolean resume, Watch watch) {
        this.accelerator = requireNonNull(accelerator);
        this.folder = requireNonNull(folder);
        this.resume = resume;
        this.watch = requireNonNull(watch);
    }

    /** Runs an experiment on the seeds that its size fixes. */
    public ExperimentResult run(Experiment experiment, Size size) {
        return run(experiment, size, experiment.seeds(size));
    }

    /**
     * Runs an experiment on other seeds.
     *
     * @throws CancellationException if the thread is interrupted; finished batches are saved
     * @throws UncheckedIOException if a finished batch cannot be saved
     * @throws MissingNatives if PyTorch has no native library here
     */
    public ExperimentResult run(Experiment experiment, Size size, List<Long> seeds) {
        Accelerator.require();
        var plan = experiment.plan(size);
        var parts = folder.map(path ->
                        path.resolve(experiment.name() + "-" + size.name().toLowerCase(Locale.ROOT)))
                .map(path -> new FinishedParts(LocalStore.of(path)));
        var batches = batches(seeds, plan.together());
        int count = plan.cells().size() * batches.size();
        int index = 0;
        double seconds = 0;
        int saved = 0;
        var cells = new ArrayList<CellResult>();
        for (var cell : plan.cells()) {
            var found = new ArrayList<SeedResult>();
            for (var batch : batches) {
                watch.begun(cell.name(), batch, index++, count);
                var known = resume ? parts.flatMap(p -> read(p, cell, batch)) : Optional.<ExperimentResult>empty();
                var part = known.orElseGet(() -> train(experiment, size, cell, batch));
                if (known.isEmpty()) parts.ifPresent(p -> write(p, cell, batch, part));
                saved += known.isPresent() ? 1 : 0;
                seconds += Double.parseDouble(part.provenance().get(CPU_SECONDS));
                found.addAll(part.cells().get(0).seeds());
                watch.finished(known.isPresent());
            }
            cells.add(new CellResult(cell.name(), cell.settings(), found));
        }
        var provenance = new LinkedHashMap<String, String>();
        provenance.put(
                "command",
                "experiment run " + experiment.name() + " --size " + size.name().toLowerCase(Locale.ROOT));
        provenance.putAll(versions());
        provenance.put(DATE, LocalDate.now(ZoneOffset.UTC).toString());
        provenance.put(CPU_SECONDS, String.format(Locale.ROOT, "%.0f", seconds));
        if (saved > 0)
            provenance.put(RESUMED, saved + " of " + count + " batches of seeds were saved by an earlier run");
        return new ExperimentResult(experiment.name(), size, provenance, cells);
    }

    private ExperimentResult train(Experiment experiment, Size size, ExperimentPlan.Cell cell, List<Long> batch) {
        synchronized (ONE_AT_A_TIME) {
            return trainAlone(experiment, size, cell, batch);
        }
    }

    private ExperimentResult trainAlone(Experiment experiment, Size size, ExperimentPlan.Cell cell, List<Long> batch) {
        double start = cpuSeconds();
        List<SeedResult> found;
        try (var manager = NDManager.newBaseManager(accelerator.device())) {
            // PyTorch keeps for each thread whether it follows gradients, and DJL turns it off only on the thread that
            // loads the engine.
            JniUtils.setGradMode(false);
            found = cell.training().of(batch, new TrainingContext(manager, (done, of, loss) -> {
                if (Thread.currentThread().isInterrupted()) throw new CancellationException("interrupted");
                watch.step(done, of, loss);
            }));
        }
        var provenance = new LinkedHashMap<String, String>(versions());
        provenance.put(CPU_SECONDS, String.format(Locale.ROOT, "%.1f", cpuSeconds() - start));
        return new ExperimentResult(
                experiment.name(), size, provenance, List.of(new CellResult(cell.name(), cell.settings(), found)));
    }

    private Map<String, String> versions() {
        var versions = new LinkedHashMap<String, String>();
        versions.put("version", Build.version().orElse("built from source"));
        versions.put("commit", Build.commit().orElse("not known: built without git"));
        versions.put("engine", Accelerator.engine());
        versions.put("Java", System.getProperty("java.version"));
        versions.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        versions.put("device", accelerator.line());
        versions.put("threads", System.getProperty("ai.djl.pytorch.num_threads", "as many as the library chooses"));
        return versions;
    }

    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }

    static List<List<Long>> batches(List<Long> seeds, int together) {
        var batches = new ArrayList<List<Long>>();
        for (int from = 0; from < seeds.size(); from += together)
            batches.add(List.copyOf(seeds.subList(from, Math.min(seeds.size(), from + together))));
        return batches;
    }

    private static String fileName(ExperimentPlan.Cell cell, List<Long> batch) {
        return (cell.name() + " " + batch.get(0) + "-" + batch.get(batch.size() - 1)).replaceAll("[^A-Za-z0-9-]+", "_")
                + ".json";
    }

    /** A saved batch, if it is as it was written, under the same settings by the same versions. */
    private Optional<ExperimentResult> read(FinishedParts parts, ExperimentPlan.Cell cell, List<Long> batch) {
        try {
            return parts.read(fileName(cell, batch))
                    .map(json -> Results.parse(new String(json, StandardCharsets.UTF_8)))
                    .filter(results -> results.size() == 1)
                    .map(results -> results.get(0))
                    .filter(saved -> isOf(saved, cell, batch));
        } catch (UncheckedIOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isOf(ExperimentResult saved, ExperimentPlan.Cell cell, List<Long> batch) {
        var found = saved.cells().get(0);
        return found.cell().equals(cell.name())
                && found.settings().equals(cell.settings())
                && found.seeds().stream().map(SeedResult::seed).toList().equals(batch)
                && saved.provenance().entrySet().containsAll(versions().entrySet());
    }

    private static void write(FinishedParts parts, ExperimentPlan.Cell cell, List<Long> batch, ExperimentResult part) {
        parts.write(fileName(cell, batch), Results.toJson(List.of(part)).strip().getBytes(StandardCharsets.UTF_8));
    }
}
