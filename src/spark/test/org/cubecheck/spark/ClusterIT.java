package org.cubecheck.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sweeps of the packaged program on a standalone cluster give the bytes that one machine gives, whatever is killed in
 * between.
 */
class ClusterIT {

    /** So many shards are finished before something is killed. */
    private static final int BEFORE = 40;

    @TempDir
    Path folder;

    private Process sweep(String name, String arguments) throws IOException {
        var words = ("sweep " + arguments + " --reports " + folder.resolve(name)).split(" ");
        return Cluster.program(folder, name, words);
    }

    private byte[] result(String name, String file) throws IOException {
        return Files.readAllBytes(folder.resolve(name).resolve("sweeps").resolve(file));
    }

    private String errors(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".err"));
    }

    /** The finished shards in a folder, with their times. */
    private static SortedMap<String, FileTime> shards(Path kept) {
        var shards = new TreeMap<String, FileTime>();
        if (!Files.isDirectory(kept)) return shards;
        try (var files = Files.list(kept)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().startsWith("shard-"))
                    shards.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return shards;
    }

    private void localFirst(String name, String sweep) throws Exception {
        assertThat(Cluster.end(sweep(name, sweep + " --engine local --threads 2")))
                .as(errors(name))
                .isZero();
    }

    private void undisturbed(Cluster cluster, String sweep, String file, byte[] expected) throws Exception {
        assertThat(Cluster.end(sweep("undisturbed", sweep + " --engine spark --master " + cluster.url())))
                .as(errors("undisturbed"))
                .isZero();
        assertThat(Arrays.equals(result("undisturbed", file), expected))
                .as("the same bytes")
                .isTrue();
        assertThat(errors("undisturbed")).doesNotContain("INFO", "WARN ", "Exception");
    }

    private void workerKilled(Cluster cluster, String sweep, int shards, String file, byte[] expected)
            throws Exception {
        var kept = folder.resolve("kept");
        var killed = sweep(
                "worker-killed", sweep + " --engine spark --master " + cluster.url() + " --resume " + kept.toUri());
        Cluster.await("some shards", () -> shards(kept).size() >= BEFORE || !killed.isAlive());
        cluster.kill(1);
        assertThat(shards(kept).size()).as("it was in the middle").isBetween(BEFORE, shards - 1);
        assertThat(Cluster.end(killed)).as(errors("worker-killed")).isZero();
        assertThat(errors("worker-killed")).contains("Lost executor");
        assertThat(Arrays.equals(result("worker-killed", file), expected))
                .as("the same bytes")
                .isTrue();
    }

    @Test
    void the_census_of_the_4_cube_is_the_same_also_when_a_worker_is_killed() throws Exception {
        localFirst("local", "transforms --dimension 4");
        var expected = result("local", "transforms-d4.json");
        try (var cluster = new Cluster(folder.resolve("cluster"), 2)) {
            undisturbed(cluster, "transforms --dimension 4", "transforms-d4.json", expected);
            workerKilled(cluster, "transforms --dimension 4", 512, "transforms-d4.json", expected);
        }
    }

    /**
     * The classes alone take too short a time to kill a worker in between; with a claim checked at each it is some
     * seconds.
     */
    @Test
    void all_classes_of_functions_are_the_same_also_when_a_worker_is_killed() throws Exception {
        localFirst("local", "functions");
        localFirst("checked", "functions --claim TOTAL-INFLUENCE");
        try (var cluster = new Cluster(folder.resolve("cluster"), 2)) {
            undisturbed(cluster, "functions", "functions-n5.json", result("local", "functions-n5.json"));
            workerKilled(
                    cluster,
                    "functions --claim TOTAL-INFLUENCE",
                    222,
                    "functions-total-influence-n5.json",
                    result("checked", "functions-total-influence-n5.json"));
        }
    }

    @Test
    void a_killed_driver_is_taken_up_and_another_sweep_is_not() throws Exception {
        localFirst("local", "transforms --dimension 4");
        var kept = folder.resolve("kept");
        try (var cluster = new Cluster(folder.resolve("cluster"), 2)) {
            String spark = "transforms --dimension 4 --engine spark --master " + cluster.url() + " --resume " + kept;
            var driver = sweep("driver-killed", spark);
            Cluster.await("some shards", () -> shards(kept).size() >= BEFORE || !driver.isAlive());
            driver.destroyForcibly().waitFor();
            var before = shards(kept);
            assertThat(before.size()).as("it was in the middle").isBetween(BEFORE, 511);
            assertThat(folder.resolve("driver-killed/sweeps")).doesNotExist();

            assertThat(Cluster.end(sweep("resumed", spark)))
                    .as(errors("resumed"))
                    .isZero();
            assertThat(errors("resumed")).containsPattern(Pattern.quote(before.size() + " of 512 shards found"));
            assertThat(shards(kept)).hasSize(512).containsAllEntriesOf(before);
            assertThat(Arrays.equals(result("resumed", "transforms-d4.json"), result("local", "transforms-d4.json")))
                    .as("the same bytes")
                    .isTrue();

            assertThat(Cluster.end(sweep("another", spark.replace("--dimension 4", "--dimension 3"))))
                    .isEqualTo(2);
            assertThat(errors("another")).hasLineCount(1).contains("holds another sweep");
            assertThat(Cluster.end(sweep("regrouped", spark + " --shards 7"))).isEqualTo(2);
            assertThat(errors("regrouped")).hasLineCount(1).contains("512 shards", "7 shards");
        }
        assertThat(Cluster.end(sweep("gone", "transforms --engine spark --master spark://127.0.0.1:1")))
                .isEqualTo(2);
        assertThat(errors("gone")).contains("no Spark master answers there").doesNotContain("Exception");
    }
}
