package org.cubecheck.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedPartsTest {

    @TempDir
    Path folder;

    private String read(String name) {
        return new FinishedParts(LocalStore.of(folder))
                .read(name)
                .map(json -> new String(json, UTF_8))
                .orElse("nothing");
    }

    @Test
    void what_was_kept_is_read_and_what_was_damaged_is_missing() throws Exception {
        var parts = new FinishedParts(LocalStore.of(folder));
        var texts = List.of("{}", "7", "[1, {\"a\": \"\u03c8\"}]");
        for (var text : texts) {
            parts.write("a.json", text.getBytes(UTF_8));
            assertThat(read("a.json")).isEqualTo(text);
        }
        assertThat(read("b.json")).isEqualTo("nothing");
        Files.copy(folder.resolve("a.json"), folder.resolve("b.json"));
        assertThat(read("b.json")).as("in another's place").isEqualTo("nothing");
        var whole = Files.readAllBytes(folder.resolve("a.json"));
        for (int i = 0; i < whole.length; i++) {
            var damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(folder.resolve("a.json"), damaged);
            assertThat(read("a.json")).as("byte " + i).isEqualTo("nothing");
            Files.write(folder.resolve("a.json"), java.util.Arrays.copyOf(whole, i));
            assertThat(read("a.json")).as("cut to " + i).isEqualTo("nothing");
        }
    }

    /** As it was kept before experiments used the same files: a folder of finished shards is taken up by a later program. */
    @Test
    void a_file_of_an_earlier_version_is_read() throws Exception {
        var value =
                "{\"sweep\":\"transforms of B^5 that refute C-INVERSE-DEGREE, 60 restarts of 500 steps, seed 1\",\"shards\":2}";
        Files.writeString(
                folder.resolve("sweep.json"),
                "{\"sha256\":\"06064b219e417f7995f24af8405dac8fc4a8791dab301d34246842776981c7ee\",\"value\":" + value
                        + "}");
        assertThat(read("sweep.json")).isEqualTo(value);
    }

    @Test
    void a_file_is_whole_at_every_moment_though_two_write_it() throws Exception {
        var file = folder.resolve("inner/file");
        WholeFile.write(file, text(0));
        var writers = IntStream.of(1, 2)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 100; i++) write(file, text(writer));
                }))
                .toList();
        while (!writers.stream().allMatch(CompletableFuture::isDone)) {
            var found = Files.readAllBytes(file);
            assertThat(found).isEqualTo(text(found[0] - '0'));
        }
        for (var writer : writers) writer.get();
        try (var entries = Files.list(file.getParent())) {
            assertThat(entries).containsExactly(file);
        }
    }

    private static byte[] text(int digit) {
        return String.valueOf(digit).repeat(50_000).getBytes(UTF_8);
    }

    private static void write(Path file, byte[] content) {
        try {
            WholeFile.write(file, content);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Test
    void what_a_killed_program_left_is_taken_away_and_what_another_writes_stays() throws Exception {
        var old = FileTime.from(Instant.now().minusSeconds(100));
        for (var name : List.of(".writing1", ".writing-lock", "kept")) {
            Files.writeString(folder.resolve(name), "");
            Files.setLastModifiedTime(folder.resolve(name), old);
        }
        Files.writeString(folder.resolve(".writing2"), "");
        WholeFile.removeLeftovers(folder);
        try (var entries = Files.list(folder)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder(".writing2", ".writing-lock", "kept");
        }
        assertThat(LocalStore.of(folder).isEmpty()).isFalse();
        Files.move(folder.resolve("kept"), folder.resolve(".writing3"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(LocalStore.of(folder).isEmpty()).isTrue();
    }
}
