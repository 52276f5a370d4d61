package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Every reader on damaged files. A try of jqwik is a batch of inputs: -Dcubecheck.fuzz=100000 asks for so many inputs of each reader in
 * place of the 1500 of the suite.
 */
class ReaderFuzzProperties {

  private static final int BATCH = 50;
  private static final int BATCHES = 30;
  private static final int ROUNDS = (int) Math.max(1, Long.getLong("cubecheck.fuzz", BATCH * BATCHES) / (BATCH * BATCHES));
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

  @Property(tries = BATCHES, generation = GenerationMode.RANDOMIZED)
  void damaged_npy_files_give_samples_or_one_line(@ForAll("seeds") long seed) throws IOException {
    check("npy", seed, List.of("plain.npy", "fortran.npy", "vector.npy", "refused/record.npy", "refused/vast.npy"));
  }

  @Property(tries = BATCHES, generation = GenerationMode.RANDOMIZED)
  void damaged_npz_files_give_samples_or_one_line(@ForAll("seeds") long seed) throws IOException {
    check("npz", seed, List.of("one.npz", "numpy-compressed.npz", "refused/cut.npz"));
  }

  @Property(tries = BATCHES, generation = GenerationMode.RANDOMIZED)
  void damaged_safetensors_files_give_samples_or_one_line(@ForAll("seeds") long seed) throws IOException {
    check("safetensors", seed, List.of("types.safetensors", "refused/range.safetensors"));
  }

  @Property(tries = BATCHES, generation = GenerationMode.RANDOMIZED)
  void damaged_text_files_give_samples_or_one_line(@ForAll("seeds") long seed) throws IOException {
    check("csv", seed, List.of("plain.csv", "header.csv", "blanks.txt", "index.csv"));
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
    for (int i = 0; i < BATCH * ROUNDS; i++) {
      var original = contents.get(random.nextInt(contents.size()));
      // A new file each time: overwriting one makes some file systems wait for the disk.
      Files.deleteIfExists(file);
      Files.write(file, damaged(original, random));
      long before = allocated();
      try {
        var samples = i % 2 == 0 ? Samples.read(file) : Samples.read(file, List.of("phi", "f8", "F32", "BOOL").get(random.nextInt(4)));
        assertThat((long) samples.rows() * samples.columns()).isPositive();
        assertThat(samples.names()).hasSize(samples.columns());
        samples.at(samples.rows() - 1, samples.columns() - 1);
      } catch (MalformedData e) {
        boolean clear = e.getMessage().startsWith("damaged") && e.getMessage().length() < 1200
            && e.getMessage().chars().allMatch(c -> c >= 32);
        assertThat(clear).as(e.getMessage()).isTrue();
      }
      assertThat(allocated() - before).as("bytes allocated for a file of " + Files.size(file)).isLessThan(ENOUGH);
    }
  }

  /** Bytes flipped, set, cut, doubled, or numbers in the text made absurd; sometimes nothing but noise. */
  private static byte[] damaged(byte[] original, RandomGenerator random) {
    if (random.nextInt(20) == 0) {
      var noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] bytes = original.clone();
    for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
      // Headers are where damage tells, so half of it goes there.
      int at = random.nextBoolean() ? random.nextInt(bytes.length) : random.nextInt(Math.min(bytes.length, 130));
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), (byte) (random.nextBoolean() ? 0xFF : '9'));
        case 4 -> bytes = spliced(bytes, at, TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8));
        default -> bytes = spliced(bytes, at, Arrays.copyOfRange(bytes, at / 2, at));
      }
    }
    return bytes;
  }

  private static final List<String> TOKENS = List.of("\n", ",", "'", "(", "[", "{", "}", "-1", "1e999", "999999999999999999", "True",
      "\"", "null",
      "\u0000", "'shape': (1,)", "[0,9223372036854775807]", "'>f8'", "\uFEFF", "#", "nan", "[[[[[[[[[[");

  private static byte[] spliced(byte[] bytes, int at, byte[] inserted) {
    var longer = new byte[bytes.length + inserted.length];
    System.arraycopy(bytes, 0, longer, 0, at);
    System.arraycopy(inserted, 0, longer, at, inserted.length);
    System.arraycopy(bytes, at, longer, at + inserted.length, bytes.length - at);
    return longer;
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
