package org.cubecheck.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A folder of this machine. */
public final class LocalStore implements Store {

  private final Path folder;

  private LocalStore(Path folder) {
    this.folder = folder;
  }

  /** The folder, made if it is missing. @throws UncheckedIOException if it cannot be made */
  public static LocalStore of(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new LocalStore(folder);
  }

  @Override
  public boolean isEmpty() {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public Optional<byte[]> read(String name) {
    var file = folder.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Written beside and moved into place. */
  @Override
  public void write(String name, byte[] content) {
    try {
      var temporary = Files.createTempFile(folder, ".writing", ".tmp");
      try {
        Files.write(temporary, content);
        Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
