package org.cubecheck.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaboratoryTest {

    private static final int STEPS = 30;

    /** Two cells small enough for a test, on four seeds, two at a time. */
    private static final Experiment TINY = new Experiment(
            "tiny",
            "Does the machinery work?",
            size -> new ExperimentPlan(
                    List.of(1L, 2L, 3L, 4L),
                    2,
                    List.of(
                            Identification.cell(
                                    "few",
                                    3,
                                    5,
                                    TaskFamily.juntas(3, 2),
                                    1,
                                    settings(TaskNetwork.Heads.RELU),
                                    List.of(Identification.View.PLAIN)),
                            Identification.cell(
                                    "many",
                                    3,
                                    5,
                                    TaskFamily.juntas(3, 2),
                                    12,
                                    settings(TaskNetwork.Heads.RELU),
                                    List.of(Identification.View.PLAIN)))),
            size -> List.of(
                    Gate.below("gate", new Gate.Measure("many", "probe"), new Gate.Measure("few", "probe"), false)));

    private static TaskNetwork.Settings settings(TaskNetwork.Heads heads) {
        return new TaskNetwork.Settings(16, heads, 4, STEPS, 0.02, 8, 0.02);
    }

    private static final ExperimentResult WHOLE = run(Optional.empty(), false, Laboratory.Watch.SILENT);

    private static ExperimentResult run(Optional<Path> folder, boolean resume, Laboratory.Watch watch) {
        return new Laboratory(Accelerator.of("cpu"), folder, resume, watch).run(TINY, Size.QUICK);
    }

    @Test
    void the_same_seeds_give_the_same_numbers_whatever_they_are_trained_with() {
        var first = WHOLE;
        var second = run(Optional.empty(), false, Laboratory.Watch.SILENT);
        assertThat(second.cells()).isEqualTo(first.cells());
        assertThat(first.cell("many").seeds().stream().map(SeedResult::seed)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(first.cell("many").last("probe")).doesNotHaveDuplicates();
    }

    /** The engine was loaded on another thread; two at once must wait for each other, or the library refuses. */
    @Test
    void other_threads_train_to_the_same_numbers() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var runs = List.of(
                    threads.submit(() -> run(Optional.empty(), false, Laboratory.Watch.SILENT)),
                    threads.submit(() -> run(Optional.empty(), false, Laboratory.Watch.SILENT)));
            for (var run : runs) assertThat(run.get().cells()).isEqualTo(WHOLE.cells());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void one_seed_at_a_time_merges_to_the_cells_of_all() throws IOException {
        var mapper = new JsonMapper();
        var merged = Trained.on(TINY, Size.QUICK, 1);
        for (long seed = 2; seed <= 4; seed++) merged = merged.plus(Trained.on(TINY, Size.QUICK, seed));
        assertThat(merged.cells().stream().map(CellResult::cell)).containsExactly("few", "many");
        assertThat(merged.cells()).isEqualTo(WHOLE.cells());
        assertThat(mapper.readValue(mapper.writeValueAsBytes(merged), Trained.class))
                .isEqualTo(merged);
        var other = new Trained(List.of(merged.cells().get(1), merged.cells().get(0)));
        var cells = merged;
        assertThatThrownBy(() -> cells.plus(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("few and many");
    }

    @Test
    void training_lowers_the_loss_and_the_curve_starts_at_no_step() {
        var checkpoints = WHOLE.cell("many").seeds().get(0).checkpoints();
        assertThat(checkpoints.get(0).step()).isZero();
        assertThat(checkpoints.get(checkpoints.size() - 1).step()).isEqualTo(STEPS);
        assertThat(checkpoints.get(1).values().get("training")).isNotNaN();
        assertThat(checkpoints.get(checkpoints.size() - 1).values().get("training"))
                .isNotNaN()
                .isLessThan(checkpoints.get(1).values().get("training"));
    }

    @Test
    void an_interrupted_run_loses_no_finished_seed(@TempDir Path folder) {
        assertThatThrownBy(() -> run(Optional.of(folder), true, new Laboratory.Watch() {
                    private int finished;

                    @Override
                    public void finished(boolean saved) {
                        finished++;
                    }

                    @Override
                    public void step(int done, int of, double loss) {
                        if (finished == 3) throw new CancellationException("as a user would");
                    }
                }))
                .isInstanceOf(CancellationException.class);
        var saved = new ArrayList<Boolean>();
        var resumed = run(Optional.of(folder), true, new Laboratory.Watch() {
            @Override
            public void finished(boolean known) {
                saved.add(known);
            }
        });
        assertThat(saved).containsExactly(true, true, true, false);
        assertThat(resumed.cells()).isEqualTo(WHOLE.cells());
        assertThat(resumed.provenance().get("resumed")).startsWith("3 of 4");
    }

    /** Trains until it has finished two batches, and then waits to be killed. */
    static final class Killed {
        private Killed() {}

        public static void main(String... args) {
            run(Optional.of(Path.of(args[0])), false, new Laboratory.Watch() {
                private int finished;

                @Override
                public void finished(boolean saved) {
                    finished++;
                }

                @Override
                public void step(int done, int of, double loss) {
                    if (finished == 2 && done == STEPS / 2) LockSupport.park();
                }
            });
        }
    }

    @Tag("thorough")
    @Test
    void a_killed_run_loses_no_finished_seed_and_is_taken_up_to_the_same_figures(@TempDir Path folder)
            throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-D") || option.startsWith("--"))
                .forEach(command::add);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Killed.class.getName(), folder.toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var tiny = folder.resolve("tiny-quick");
        while (process.isAlive()
                && (!Files.isDirectory(tiny) || tiny.toFile().list((where, name) -> name.endsWith(".json")).length < 2))
            Thread.sleep(10);
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly().waitFor();
        var saved = new ArrayList<Boolean>();
        var resumed = run(Optional.of(folder), true, new Laboratory.Watch() {
            @Override
            public void finished(boolean known) {
                saved.add(known);
            }
        });
        assertThat(saved).containsExactly(true, true, false, false);
        assertThat(resumed.cells()).isEqualTo(WHOLE.cells());
    }

    /** A number that was changed is damage too, though the file reads well. */
    @Test
    void a_damaged_or_foreign_save_is_not_used(@TempDir Path folder) throws IOException {
        run(Optional.of(folder), true, Laboratory.Watch.SILENT);
        List<Path> files;
        try (var found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).hasSize(4);
        Files.writeString(files.get(0), "{");
        Files.writeString(
                files.get(1), Files.readString(files.get(1)).replace("\"latents\":\"3\"", "\"latents\":\"4\""));
        var third = Files.readString(files.get(2));
        Files.writeString(files.get(2), third.replaceFirst("(\"training\":0\\.\\d*)[0-8]", "$19"));
        assertThat(Files.readString(files.get(2))).isNotEqualTo(third).hasSameSizeAs(third);
        var saved = new ArrayList<Boolean>();
        var again = run(Optional.of(folder), true, new Laboratory.Watch() {
            @Override
            public void finished(boolean known) {
                saved.add(known);
            }
        });
        assertThat(saved).containsExactly(false, false, false, true);
        assertThat(again.cells()).isEqualTo(WHOLE.cells());
    }

    @Test
    void results_survive_being_written_and_read() {
        var result = WHOLE;
        var text = Results.toJson(List.of(result));
        assertThat(Results.parse(text)).containsExactly(result);
        assertThat(Results.toJson(Results.parse(text))).isEqualTo(text);
        assertThatThrownBy(() -> Results.parse("[{\"wrong\": 1}]")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_gate_passes_and_fails() {
        var result = WHOLE;
        var cells = result.cells();
        var high = new Gate.Measure("few", "probe");
        assertThat(Gate.bounded("b", high, false, 0.0, "trivial").of(result).passed())
                .isTrue();
        assertThat(Gate.bounded("b", high, true, 0.0, "impossible").of(result).passed())
                .isFalse();
        assertThat(Gate.below("b", high, high, false).of(result).passed())
                .as("no difference")
                .isFalse();
        assertThat(Gate.below("b", high, high, false).of(result).seeds())
                .isEqualTo(cells.get(0).seeds().stream().map(SeedResult::seed).toList());
    }

    @Test
    void other_heads_and_models_train_as_well() {
        for (var heads : TaskNetwork.Heads.values()) {
            var cell = Identification.cell(
                    "x", 3, 5, TaskFamily.juntas(3, 2), 4, settings(heads), List.of(Identification.View.PLAIN));
            assertThat(losses(cell, 1)).as(heads.name()).isNotNaN().isLessThan(1.0);
        }
        for (var layers : Extrapolation.Layers.values()) {
            assertThat(losses(Extrapolation.cell("x", Extrapolation.Target.POLYNOMIAL, 1, 2, layers, 60), 1))
                    .as(layers.name())
                    .isNotNaN()
                    .isLessThan(1.0);
        }
        for (var model : PhysicalLaws.Model.values()) {
            assertThat(losses(PhysicalLaws.cell("x", Motion.PARABOLIC, model, 4), 1))
                    .as(model.name())
                    .isNotNaN()
                    .isLessThan(20.0);
        }
    }

    private static double losses(ExperimentPlan.Cell cell, long seed) {
        var tiny =
                new Experiment("x", "", size -> new ExperimentPlan(List.of(seed), 1, List.of(cell)), size -> List.of());
        return new Laboratory(Accelerator.of("cpu"), Optional.empty(), false, Laboratory.Watch.SILENT)
                .run(tiny, Size.QUICK)
                .cells()
                .get(0)
                .last("training")[0];
    }

    @Test
    void a_device_that_is_not_there_is_refused_in_one_line() {
        assertThat(Accelerator.of("cpu").line()).isEqualTo("CPU");
        assertThat(Accelerator.of("auto").line()).isNotEmpty();
        assertThatThrownBy(() -> Accelerator.of("tpu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cpu, gpu or auto");
        if (Accelerator.of("auto").line().startsWith("CPU"))
            assertThatThrownBy(() -> Accelerator.of("gpu"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no CUDA GPU");
    }

    @Test
    void natives_that_are_not_there_are_one_line() {
        assertThat(Accelerator.<String>loaded(() -> "an engine")).isEqualTo("an engine");
        for (var missing : List.of(
                new EngineException("Failed to save pytorch index file"),
                new IllegalStateException("offline"),
                new UnsatisfiedLinkError("no torch in java.library.path"),
                new NoClassDefFoundError("Could not initialize class ai.djl.pytorch.jni.LibUtils"))) {
            assertThatThrownBy(() -> Accelerator.loaded(() -> {
                        if (missing instanceof Error error) throw error;
                        throw (RuntimeException) missing;
                    }))
                    .isInstanceOf(MissingNatives.class)
                    .hasMessageContaining(System.getProperty("os.name") + " on " + System.getProperty("os.arch"))
                    .hasMessageContaining("there are four")
                    .hasMessageNotContaining("\n")
                    .hasCause(missing);
        }
        assertThatThrownBy(() -> Accelerator.loaded(() -> {
                    throw new ArithmeticException("another matter");
                }))
                .isInstanceOf(ArithmeticException.class);
    }
}
