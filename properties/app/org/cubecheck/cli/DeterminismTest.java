package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same seed gives the same report: claims that draw and claims that enumerate, as far as a second goes. CI compares
 * whole audits.
 */
class DeterminismTest {

    @TempDir
    Path folder;

    private static String[] audit(int seed, int threads, Path reports) {
        return new String[] {
            "audit",
            "MINIMAL-DEGREE",
            "WALSH-INVERSION",
            "SINGLE-TASK",
            "ENOUGH-TASKS",
            "COMPOSITION-DEGREE",
            "--max-dimension",
            "3",
            "--budget",
            "0.01",
            "--seed",
            Integer.toString(seed),
            "--threads",
            Integer.toString(threads),
            "-q",
            "--reports",
            reports.toString()
        };
    }

    /** Without the last key, the times; of another seed also without its number. */
    private static String json(Path reports) throws Exception {
        var text = Files.readString(reports.resolve("audit.json"));
        return text.substring(0, text.lastIndexOf("\n  \"seconds\": "));
    }

    private String report(int seed, int threads) throws Exception {
        var reports = folder.resolve("seed" + seed + "threads" + threads);
        Run.of(audit(seed, threads, reports));
        return json(reports);
    }

    /** Sets and maps of the JDK have another order in each of its machines, so one run has a machine of its own. */
    @Tag("thorough")
    @Test
    void the_same_seed_gives_the_same_bytes_in_another_run_and_on_other_threads() throws Exception {
        var one = report(1, 1);
        assertThat(report(1, 2)).isEqualTo(one);
        var child = folder.resolve("child");
        var err = folder.resolve("err");
        var process = new ProcessBuilder(Run.command(Main.class, audit(1, 2, child)))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(err.toFile())
                .start();
        process.waitFor();
        assertThat(json(child))
                .as(Files.readString(err, StandardCharsets.UTF_8))
                .isEqualTo(one);
        assertThat(report(2, 1).replace("\"seed\": \"2\"", "\"seed\": \"1\""))
                .as("another seed")
                .isNotEqualTo(one);
    }
}
