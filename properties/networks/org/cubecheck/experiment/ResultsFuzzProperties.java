package org.cubecheck.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.cubecheck.shared.Damage;

/**
 * Results and saved batches of experiments, damaged: a run that resumes comes to the figures of one that was never
 * interrupted.
 */
class ResultsFuzzProperties {

    /** Nothing is trained: the figures follow from the seed. */
    private static final Experiment EXPERIMENT = new Experiment(
            "none",
            "Does the machinery work?",
            size -> new ExperimentPlan(
                    List.of(1L, 2L),
                    2,
                    List.of(new ExperimentPlan.Cell(
                            "cell",
                            Map.of("width", "64"),
                            (seeds, context) -> seeds.stream()
                                    .map(seed -> new SeedResult(
                                            seed,
                                            List.of(
                                                    new Checkpoint(0, values(seed)),
                                                    new Checkpoint(10, values(2 * seed)))))
                                    .toList()))),
            size -> List.of());

    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "null",
            "-1",
            "1e999",
            "NaN",
            "\"NaN\"",
            "9".repeat(400),
            "[".repeat(2000),
            "\u0000",
            " ",
            "\"checkpoints\":[]",
            "\"CPU seconds\":\"x\"",
            "0.5",
            "SHA-256",
            "\\n",
            "\\u0000");

    private static Path folder = Path.of(".");

    private static Map<String, Double> values(long seed) {
        var values = new LinkedHashMap<String, Double>();
        values.put("training", 1.0 / (2 + seed));
        values.put("probe", 0.25 * seed);
        return values;
    }

    private static ExperimentResult run(boolean resume) {
        return new Laboratory(Accelerator.of("cpu"), Optional.of(folder), resume, Laboratory.Watch.SILENT)
                .run(EXPERIMENT, Size.QUICK);
    }

    @BeforeContainer
    static void folder() throws IOException {
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void clean() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void damaged_results_are_read_or_refused_in_one_line(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var original = Results.toJson(List.of(run(false)));
        for (int i = 0; i < Damage.batch(900); i++) {
            var text = Damage.of(original, TOKENS, random);
            long before = Damage.allocated();
            try {
                var results = Results.parse(text);
                assertThat(Results.parse(Results.toJson(results))).isEqualTo(results);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage().lines())
                        .as(refused.getMessage())
                        .hasSize(1);
            }
            assertThat(Damage.allocated() - before).isLessThan(16L << 20);
        }
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void a_damaged_batch_is_made_again(@ForAll long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var whole = run(false);
        var saved = folder.resolve("none-quick").resolve("cell_1-2.json");
        var original = Files.readAllBytes(saved);
        assertThat(new TreeMap<>(run(true).provenance())).containsKey("resumed");
        for (int i = 0; i < Damage.batch(600); i++) {
            Files.delete(saved);
            Files.write(saved, Damage.of(original, TOKENS, random));
            assertThat(run(true).cells()).isEqualTo(whole.cells());
        }
    }
}
