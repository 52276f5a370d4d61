package org.cubecheck.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cubecheck.sweeps.CensusSweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSweeperTest {

    /** Which shards, in the order in which they were merged. */
    record Trace(List<Integer> shards, long sum) implements Serializable {}

    /** Adds up squares; fails where it is told to. */
    record Squares(String name, int shards, int failing) implements Sweep<Trace> {
        static final AtomicInteger COMPUTED = new AtomicInteger();

        @Override
        public Trace shard(int index) {
            if (index == failing) throw new IllegalStateException("shard " + index + " fails");
            COMPUTED.incrementAndGet();
            return new Trace(List.of(index), (long) index * index);
        }

        @Override
        public Trace merge(Trace first, Trace next) {
            return new Trace(
                    Stream.concat(first.shards.stream(), next.shards.stream()).toList(), first.sum + next.sum);
        }

        @Override
        public Class<Trace> resultType() {
            return Trace.class;
        }
    }

    @TempDir
    Path folder;

    private static Squares squares(int failing) {
        return new Squares("squares", 40, failing);
    }

    @Test
    void shards_are_merged_in_their_order_on_any_number_of_threads() throws InterruptedException {
        var one = LocalSweeper.of(1).run(squares(-1));
        assertThat(one.shards()).hasSize(40).isSorted();
        assertThat(one.sum()).isEqualTo(20_540);
        assertThat(LocalSweeper.of(2).run(squares(-1))).isEqualTo(one);
        assertThat(LocalSweeper.of(2).resuming(folder).run(squares(-1))).isEqualTo(one);
    }

    @Test
    void an_interrupted_run_is_taken_up_where_it_ended() throws InterruptedException, IOException {
        assertThatThrownBy(() -> LocalSweeper.of(1).resuming(folder).run(squares(25)))
                .hasMessage("shard 25 fails");
        long kept;
        try (var files = Files.list(folder)) {
            kept = files.filter(file -> file.getFileName().toString().startsWith("shard-"))
                    .count();
        }
        assertThat(kept).isGreaterThanOrEqualTo(25);
        Squares.COMPUTED.set(0);
        var told = new ArrayList<Integer>();
        var resumed = LocalSweeper.of(2)
                .resuming(folder)
                .telling((sweep, done, shards) -> told.add(done))
                .run(squares(-1));
        assertThat(Squares.COMPUTED.get()).isEqualTo((int) (40 - kept));
        assertThat(told).startsWith((int) kept).endsWith(40).isSorted();
        assertThat(resumed).isEqualTo(LocalSweeper.of(1).run(squares(-1)));
    }

    @Test
    void a_damaged_shard_is_computed_again() throws InterruptedException, IOException {
        var whole = LocalSweeper.of(1).resuming(folder).run(squares(-1));
        Files.writeString(folder.resolve("shard-000003.json"), "{\"shards\":[3],\"su");
        Files.writeString(folder.resolve("shard-000004.json"), "");
        Files.writeString(folder.resolve("shard-000005.json"), "null");
        Files.writeString(
                folder.resolve("shard-000006.json"),
                Files.readString(folder.resolve("shard-000006.json")).replace("\"sum\":36", "\"sum\":37"));
        Files.copy(
                folder.resolve("shard-000008.json"),
                folder.resolve("shard-000007.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Squares.COMPUTED.set(0);
        assertThat(LocalSweeper.of(2).resuming(folder).run(squares(-1))).isEqualTo(whole);
        assertThat(Squares.COMPUTED.get()).isEqualTo(5);
    }

    @Test
    void a_folder_of_something_else_is_refused() throws InterruptedException, IOException {
        LocalSweeper.of(1).resuming(folder).run(squares(-1));
        var other = new Squares("cubes", 40, -1);
        assertThatThrownBy(() -> LocalSweeper.of(1).resuming(folder).run(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cubes");
        var files = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(files.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> LocalSweeper.of(1).resuming(files).run(squares(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither empty");
        assertThat(files.resolve("letter.txt")).hasContent("dear");
        Files.delete(files.resolve("letter.txt"));
        Files.writeString(files.resolve(".writing1.tmp"), "{");
        assertThat(LocalSweeper.of(1).resuming(files).run(squares(-1)).sum())
                .as("killed in its first moment")
                .isEqualTo(20_540);
    }

    @Test
    void interrupting_the_caller_ends_the_run() {
        var told = Collections.synchronizedList(new ArrayList<Integer>());
        var sweeper = LocalSweeper.of(1).telling((sweep, done, shards) -> {
            told.add(done);
            if (done == 5) Thread.currentThread().interrupt();
        });
        assertThatThrownBy(() -> sweeper.run(squares(-1))).isInstanceOf(InterruptedException.class);
        assertThat(told.size()).isLessThan(40);
    }

    @Test
    void grouped_shards_merge_to_the_same_result() throws InterruptedException {
        var whole = LocalSweeper.of(1).run(squares(-1));
        for (int most : List.of(1, 3, 7, 39, 40, 41, 1000)) {
            var grouped = Grouped.atMost(most, squares(-1));
            assertThat(grouped.shards()).isEqualTo(Math.min(most, 40));
            assertThat(LocalSweeper.of(2).run(grouped)).isEqualTo(whole);
            assertThat(IntStream.range(0, grouped.shards())
                            .map(i -> grouped.shard(i).shards().size())
                            .distinct()
                            .count())
                    .isLessThanOrEqualTo(2);
        }
        assertThatThrownBy(() -> Grouped.atMost(0, squares(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> Grouped.atMost(3, squares(-1)).shard(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0..2");
    }

    @Test
    void shards_grouped_otherwise_are_not_taken_up() throws InterruptedException {
        LocalSweeper.of(1).resuming(folder).run(Grouped.atMost(5, squares(-1)));
        assertThatThrownBy(() -> LocalSweeper.of(1).resuming(folder).run(squares(-1)))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("in 5 shards")
                .hasMessageContaining("in 40 shards");
    }

    @Test
    void real_sweeps_and_their_results_can_travel_and_survive_being_kept() throws Exception {
        var sweep = CensusSweep.matchings(3);
        for (Object sent : List.of(
                sweep,
                sweep.shard(1),
                CensusSweep.classes(2),
                CensusSweep.classes(2).shard(0))) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(sent);
            }
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                assertThat(in.readObject()).isEqualTo(sent);
            }
        }
        var fresh = LocalSweeper.of(2).resuming(folder).run(sweep);
        Files.delete(folder.resolve("shard-000002.json"));
        assertThat(LocalSweeper.of(2).resuming(folder).run(sweep)).isEqualTo(fresh);
    }
}
