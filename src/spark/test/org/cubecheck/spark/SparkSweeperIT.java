package org.cubecheck.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cubecheck.sweep.LocalSweeper;
import org.cubecheck.sweep.Sweep;
import org.cubecheck.sweep.SweepProgress;
import org.cubecheck.sweep.Sweeper;
import org.cubecheck.sweep.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark within this process: the contract that the local engine keeps, too. */
class SparkSweeperIT {

    /** Which shards, in the order in which they were merged. */
    record Trace(List<Integer> shards) implements Serializable {}

    /** Remembers what was computed; fails where it is told to. */
    record Numbers(String name, int shards, int failing) implements Sweep<Trace> {
        static final AtomicInteger COMPUTED = new AtomicInteger();

        @Override
        public Trace shard(int index) {
            if (index == failing) throw new IllegalStateException("shard " + index + " fails");
            COMPUTED.incrementAndGet();
            return new Trace(List.of(index));
        }

        @Override
        public Trace merge(Trace first, Trace next) {
            return new Trace(
                    Stream.concat(first.shards.stream(), next.shards.stream()).toList());
        }

        @Override
        public Class<Trace> resultType() {
            return Trace.class;
        }
    }

    @TempDir
    Path folder;

    private static Numbers numbers(int failing) {
        return new Numbers("numbers", 40, failing);
    }

    private static Sweeper spark(int threads, String folder, SweepProgress progress) {
        return new SparkEngine().sweeper(Optional.of("local[" + threads + "]"), Optional.of(folder), progress);
    }

    private String uri() {
        return folder.toUri().toString();
    }

    @Test
    void shards_are_merged_in_their_order_and_told_one_by_one() throws InterruptedException {
        var told = new ArrayList<Integer>();
        var caller = Thread.currentThread();
        var result = new SparkEngine()
                .sweeper(Optional.of("local[3]"), Optional.empty(), (sweep, done, shards) -> {
                    assertThat(Thread.currentThread()).isSameAs(caller);
                    told.add(done);
                })
                .run(numbers(-1));
        assertThat(result).isEqualTo(LocalSweeper.of(1).run(numbers(-1)));
        assertThat(told).hasSize(41).startsWith(0, 1).endsWith(40).isSorted();
    }

    @Test
    void a_failing_shard_is_named_in_one_line_and_the_others_are_kept() throws InterruptedException {
        assertThatThrownBy(
                        () -> spark(1, folder.toString(), SweepProgress.SILENT).run(numbers(25)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("shard 25 fails")
                .message()
                .hasLineCount(1);
        Numbers.COMPUTED.set(0);
        assertThat(spark(2, folder.toString(), SweepProgress.SILENT)
                        .run(numbers(-1))
                        .shards())
                .hasSize(40)
                .isSorted();
        assertThat(Numbers.COMPUTED.get()).isBetween(1, 40 - 25);
    }

    @Test
    void a_folder_is_taken_up_by_either_engine_through_hadoop_or_not() throws Exception {
        var whole = spark(2, uri(), SweepProgress.SILENT).run(numbers(-1));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(41)
                    .allMatch(name -> name.matches("sweep.json|shard-0000\\d\\d.json"));
        }
        Files.delete(folder.resolve("shard-000003.json"));
        Files.writeString(folder.resolve("shard-000004.json"), "{\"shards\":[");
        Numbers.COMPUTED.set(0);
        assertThat(LocalSweeper.of(1).resuming(folder).run(numbers(-1))).isEqualTo(whole);
        assertThat(Numbers.COMPUTED.get()).isEqualTo(2);
        Files.writeString(folder.resolve("shard-000005.json"), "null");
        assertThat(spark(1, uri(), SweepProgress.SILENT).run(numbers(-1))).isEqualTo(whole);
        assertThat(spark(1, folder.toString(), SweepProgress.SILENT).run(numbers(-1)))
                .isEqualTo(whole);
        assertThat(Numbers.COMPUTED.get()).isEqualTo(3);
    }

    @Test
    void a_folder_of_something_else_is_refused() throws InterruptedException {
        LocalSweeper.of(1).resuming(folder).run(numbers(-1));
        for (String name : List.of(uri(), folder.toString()))
            assertThatThrownBy(() -> spark(1, name, SweepProgress.SILENT).run(new Numbers("others", 40, -1)))
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining("holds another sweep")
                    .message()
                    .hasLineCount(1);
        assertThatThrownBy(() -> spark(1, folder.getParent().toUri().toString(), SweepProgress.SILENT)
                        .run(numbers(-1)))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("neither empty");
    }

    @Test
    void interrupting_the_caller_ends_the_run_and_keeps_what_came_back() throws Exception {
        var told = new ArrayList<Integer>();
        assertThatThrownBy(() -> spark(1, folder.toString(), (sweep, done, shards) -> {
                            told.add(done);
                            if (done == 5) Thread.currentThread().interrupt();
                        })
                        .run(numbers(-1)))
                .isInstanceOf(InterruptedException.class);
        assertThat(told).endsWith(5);
        try (var files = Files.list(folder)) {
            assertThat(files.count()).isGreaterThanOrEqualTo(1 + 5);
        }
        assertThat(spark(1, folder.toString(), SweepProgress.SILENT)
                        .run(numbers(-1))
                        .shards())
                .hasSize(40)
                .isSorted();
    }

    @Test
    void a_master_that_cannot_be_is_refused_in_one_line() {
        for (String master : List.of("spark://127.0.0.1:1", "spark://127.0.0.1", "nonsense"))
            assertThatThrownBy(() -> new SparkEngine()
                            .sweeper(Optional.of(master), Optional.empty(), SweepProgress.SILENT)
                            .run(numbers(-1)))
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining(master)
                    .message()
                    .hasLineCount(1);
    }
}
