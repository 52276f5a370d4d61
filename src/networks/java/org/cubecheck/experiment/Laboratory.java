package org.cubecheck.experiment;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

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
    private static final String DIGEST = "SHA-256";

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
                var file = folder.map(
                        f -> f.resolve(experiment.name() + "-" + size.name().toLowerCase(Locale.ROOT))
                                .resolve(fileName(cell, batch)));
                var known = resume ? file.flatMap(f -> read(f, cell, batch)) : Optional.<ExperimentResult>empty();
                var part = known.orElseGet(() -> train(experiment, size, cell, batch));
                if (known.isEmpty()) file.ifPresent(f -> write(f, part));
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

    private ExperimentResult train(Experiment experiment, Size size, Plan.Cell cell, List<Long> batch) {
        synchronized (ONE_AT_A_TIME) {
            return trainAlone(experiment, size, cell, batch);
        }
    }

    private ExperimentResult trainAlone(Experiment experiment, Size size, Plan.Cell cell, List<Long> batch) {
        double start = cpuSeconds();
        List<SeedResult> found;
        try (var manager = NDManager.newBaseManager(accelerator.device())) {
            // PyTorch keeps for each thread whether it follows gradients, and DJL turns it off only on the thread that
            // loads the engine.
            JniUtils.setGradMode(false);
            found = cell.training().of(batch, new Bench(manager, (done, of, loss) -> {
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

    private static String fileName(Plan.Cell cell, List<Long> batch) {
        return (cell.name() + " " + batch.get(0) + "-" + batch.get(batch.size() - 1)).replaceAll("[^A-Za-z0-9-]+", "_")
                + ".json";
    }

    /** A saved batch, if it is as it was written, under the same settings by the same versions. */
    private Optional<ExperimentResult> read(Path file, Plan.Cell cell, List<Long> batch) {
        try {
            var results = Results.parse(Files.readString(file));
            if (results.size() != 1) return Optional.empty();
            var provenance = new LinkedHashMap<>(results.get(0).provenance());
            var digest = Optional.ofNullable(provenance.remove(DIGEST));
            var saved = with(results.get(0), provenance);
            if (!digest.equals(Optional.of(digest(saved)))) return Optional.empty();
            var found = saved.cells().get(0);
            boolean same = found.cell().equals(cell.name())
                    && found.settings().equals(cell.settings())
                    && found.seeds().stream().map(SeedResult::seed).toList().equals(batch)
                    && versions().entrySet().stream()
                            .allMatch(entry ->
                                    entry.getValue().equals(saved.provenance().get(entry.getKey())));
            return same ? Optional.of(saved) : Optional.empty();
        } catch (IOException | IllegalArgumentException missingOrDamaged) {
            return Optional.empty();
        }
    }

    private static void write(Path file, ExperimentResult part) {
        var provenance = new LinkedHashMap<>(part.provenance());
        provenance.put(DIGEST, digest(part));
        try {
            Results.write(file, Results.toJson(List.of(with(part, provenance))));
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": not saved, " + failure.getMessage(), failure);
        }
    }

    private static ExperimentResult with(ExperimentResult result, Map<String, String> provenance) {
        return new ExperimentResult(result.experiment(), result.size(), provenance, result.cells());
    }

    /** Of a result as it is written: damage to the file is noticed by it. */
    private static String digest(ExperimentResult result) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Results.toJson(List.of(result)).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
