package org.cubecheck.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/** The finished shards of one sweep, each in a file of a folder. */
final class Checkpoint<R extends Record & Serializable> {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** What the folder belongs to. */
  private record Label(String sweep, int shards) {}

  private final Path folder;
  private final Class<R> type;

  private Checkpoint(Path folder, Class<R> type) {
    this.folder = folder;
    this.type = type;
  }

  /** @throws IllegalArgumentException if the folder belongs to something else */
  static <R extends Record & Serializable> Checkpoint<R> open(Path folder, Sweep<R> sweep) {
    var checkpoint = new Checkpoint<>(folder, sweep.resultType());
    var label = new Label(sweep.name(), sweep.shards());
    var file = folder.resolve("sweep.json");
    try {
      Files.createDirectories(folder);
      if (Files.exists(file)) {
        var found = checkpoint.parsed(file, Label.class);
        if (!found.equals(Optional.of(label)))
          throw new IllegalArgumentException(folder + " holds another sweep: " + found.map(Label::toString).orElse("damaged") + ", not " + label);
        return checkpoint;
      }
      try (var entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) throw new IllegalArgumentException(folder + " is neither empty nor a folder of finished shards");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    checkpoint.write(file, label);
    return checkpoint;
  }

  /** The result of a shard; empty if it is not there or cannot be read. */
  Optional<R> read(int shard) {
    var file = file(shard);
    return Files.exists(file) ? parsed(file, type) : Optional.empty();
  }

  /** Keeps the result of a shard. */
  void write(int shard, R result) {
    write(file(shard), result);
  }

  private Path file(int shard) {
    return folder.resolve(String.format(Locale.ROOT, "shard-%06d.json", shard));
  }

  private <T> Optional<T> parsed(Path file, Class<T> type) {
    try {
      return Optional.ofNullable(MAPPER.readValue(Files.readAllBytes(file), type));
    } catch (JsonProcessingException damaged) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Written beside and moved into place: no file is ever seen half written. */
  private void write(Path file, Object value) {
    try {
      var temporary = Files.createTempFile(folder, ".writing", ".tmp");
      try {
        Files.write(temporary, MAPPER.writeValueAsBytes(value));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
