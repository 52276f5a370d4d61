package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.cubecheck.shared.Damage;

/** The readers of arrays on damaged files. */
class ReaderFuzzProperties {

    private static final int BATCH = Damage.batch(1500);
    private static final long ENOUGH = 32L << 20;
    private static Path folder = Path.of(".");

    @BeforeContainer
    static void folder() throws IOException {
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void clean() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void damaged_npy_files_give_samples_or_one_line(@ForAll("seeds") long seed) throws IOException {
        check("npy", seed, List.of("plain.npy", "fortran.npy", "vector.npy", "refused/record.npy", "refused/vast.npy"));
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void damaged_npz_files_give_samples_or_one_line(@ForAll("seeds") long seed) throws IOException {
        check("npz", seed, List.of("one.npz", "numpy-compressed.npz", "refused/cut.npz"));
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void damaged_safetensors_files_give_samples_or_one_line(@ForAll("seeds") long seed) throws IOException {
        check("safetensors", seed, List.of("types.safetensors", "refused/range.safetensors"));
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void damaged_text_files_give_samples_or_one_line(@ForAll("seeds") long seed) throws IOException {
        check("csv", seed, List.of("plain.csv", "header.csv", "blanks.txt", "index.csv"));
    }

    /** Commas, names and missing values that may be two things. */
    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void text_that_is_put_together_at_random_gives_samples_or_one_line(@ForAll("seeds") long seed) throws IOException {
        var random = new SplittableRandom(seed);
        Path file = folder.resolve("damaged.txt");
        var pieces = List.of(
                "0", "1", "-1", "0,5", "0.5", "05", "NA", "", "a", "index", "Unnamed: 0", "true", "\"x\"", "12345");
        for (int i = 0; i < BATCH / 10; i++) {
            String separator = List.of(",", ";", "\t", " ", ", ").get(random.nextInt(5));
            int fields = random.nextInt(1, 6);
            var text = new StringBuilder(random.nextInt(8) == 0 ? "sep=;\n" : "");
            for (int r = random.nextInt(1, 7); r > 0; r--) {
                for (int c = random.nextInt(12) == 0 ? 1 : 0; c < fields; c++)
                    text.append(pieces.get(random.nextInt(random.nextBoolean() ? 4 : pieces.size())))
                            .append(separator);
                if (random.nextInt(6) > 0) text.setLength(Math.max(0, text.length() - separator.length()));
                text.append('\n');
            }
            Files.writeString(file, text);
            var options = new ReadOptions(
                    Optional.empty(),
                    ReadOptions.Header.values()[random.nextInt(3)],
                    ReadOptions.Decimal.values()[random.nextInt(3)],
                    random.nextInt(4) == 0 ? List.of("1-2") : List.of(),
                    random.nextInt(4) == 0 ? Optional.of("a") : Optional.empty());
            try {
                var samples = Samples.read(file, options);
                assertThat(samples.names()).hasSize(samples.columns());
                samples.at(samples.rows() - 1, samples.columns() - 1);
                samples.groups().ifPresent(groups -> assertThat(groups).hasSize(samples.rows()));
            } catch (MalformedData e) {
                assertThat(e.getMessage())
                        .as(text.toString())
                        .startsWith("damaged")
                        .hasSizeLessThan(400)
                        .hasLineCount(1);
            }
        }
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static void check(String ending, long seed, List<String> originals) throws IOException {
        var random = new SplittableRandom(seed);
        Path file = folder.resolve("damaged." + ending);
        var contents = new ArrayList<byte[]>();
        for (String original : originals) contents.add(Files.readAllBytes(ReaderProperties.ARRAYS.resolve(original)));
        for (int i = 0; i < BATCH; i++) {
            var original = contents.get(random.nextInt(contents.size()));
            // A new file each time: overwriting one makes some file systems wait for the disk.
            Files.deleteIfExists(file);
            Files.write(file, Damage.of(original, TOKENS, random));
            long before = Damage.allocated();
            try {
                var samples = i % 2 == 0
                        ? Samples.read(file)
                        : Samples.read(file, List.of("phi", "f8", "F32", "BOOL").get(random.nextInt(4)));
                assertThat((long) samples.rows() * samples.columns()).isPositive();
                assertThat(samples.names()).hasSize(samples.columns());
                samples.at(samples.rows() - 1, samples.columns() - 1);
            } catch (MalformedData e) {
                boolean clear = e.getMessage().startsWith("damaged")
                        && e.getMessage().length() < 1200
                        && e.getMessage().chars().allMatch(c -> c >= 32);
                assertThat(clear).as(e.getMessage()).isTrue();
            }
            assertThat(Damage.allocated() - before)
                    .as("bytes allocated for a file of " + Files.size(file))
                    .isLessThan(ENOUGH);
        }
    }

    private static final List<String> TOKENS = List.of(
            "\n",
            ",",
            "'",
            "(",
            "[",
            "{",
            "}",
            "-1",
            "1e999",
            "999999999999999999",
            "True",
            "\"",
            "null",
            "\u0000",
            "'shape': (1,)",
            "[0,9223372036854775807]",
            "'>f8'",
            "\uFEFF",
            "#",
            "nan",
            "[[[[[[[[[[");
}
