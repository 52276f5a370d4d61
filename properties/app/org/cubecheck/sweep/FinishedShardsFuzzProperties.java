package org.cubecheck.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import org.cubecheck.shared.Damage;
import org.cubecheck.store.Store;

/** Kept shards, damaged: what is taken from them is what was kept, or nothing. */
class FinishedShardsFuzzProperties {

    record Sum(List<Long> terms, long sum) implements Serializable {}

    record Sums(int shards) implements Sweep<Sum> {
        @Override
        public String name() {
            return "sums";
        }

        @Override
        public Sum shard(int index) {
            return new Sum(List.of(1000L + index), 1000L + index);
        }

        @Override
        public Sum merge(Sum first, Sum next) {
            throw new IllegalStateException("not merged here");
        }

        @Override
        public Class<Sum> resultType() {
            return Sum.class;
        }
    }

    private static final int BATCH = Damage.batch(1500);
    private static final Sums SWEEP = new Sums(4);
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
            "9".repeat(400),
            "{\"value\":",
            "\"sum\":7,",
            "[".repeat(2000),
            "\u0000",
            " ",
            "sha256");

    private record Memory(Map<String, byte[]> files) implements Store {
        @Override
        public boolean isEmpty() {
            return files.isEmpty();
        }

        @Override
        public Optional<byte[]> read(String name) {
            return Optional.ofNullable(files.get(name));
        }

        @Override
        public void write(String name, byte[] content) {
            files.put(name, content);
        }
    }

    private static Memory whole() {
        var store = new Memory(new TreeMap<>());
        var finished = FinishedShards.open(store, SWEEP);
        for (int i = 0; i < SWEEP.shards(); i++) finished.write(i, SWEEP.shard(i));
        return store;
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void damaged_shards_are_noticed(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var original = whole().files;
        var names = List.copyOf(original.keySet());
        for (int i = 0; i < BATCH; i++) {
            var store = new Memory(new TreeMap<>(original));
            var name = names.get(random.nextInt(names.size()));
            // A file in another's place is damage as well.
            var bytes = random.nextInt(10) == 0
                    ? original.get(names.get(random.nextInt(names.size())))
                    : Damage.of(original.get(name), TOKENS, random);
            store.write(name, bytes);
            long before = Damage.allocated();
            try {
                var found = FinishedShards.open(store, SWEEP).readAll(SWEEP.shards());
                assertThat(found.size()).isGreaterThanOrEqualTo(SWEEP.shards() - 1);
                found.forEach((shard, result) -> assertThat(result).isEqualTo(SWEEP.shard(shard)));
            } catch (Unusable unusable) {
                assertThat(name).isEqualTo("sweep.json");
                assertThat(unusable.getMessage().lines()).hasSize(1);
            }
            assertThat(Damage.allocated() - before).isLessThan(16L << 20);
        }
    }
}
