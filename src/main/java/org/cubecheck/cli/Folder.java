package org.cubecheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder to write into. Every file appears whole or not at all. */
final class Folder {

  private final Path path;

  private Folder(Path path) {
    this.path = path;
  }

  /** The folder, made if it is missing. @throws BadInput if it cannot be made or written to */
  static Folder writable(Path path) {
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, ".probe", ".tmp"));
      return new Folder(path);
    } catch (IOException | SecurityException failure) {
      throw new BadInput(path + ": not a folder that can be written to; name another one", failure);
    }
  }

  /** The folder of a file that is to be written. @throws BadInput if it cannot be made or written to */
  static Folder of(Path file) {
    return writable(file.toAbsolutePath().getParent());
  }

  Path path() {
    return path;
  }

  /** Writes a text in UTF-8 under a name, which may contain folders. Returns the file. */
  Path write(String name, String text) throws IOException {
    var file = path.resolve(name);
    Files.createDirectories(file.getParent());
    var temporary = Files.createTempFile(file.getParent(), ".writing", ".tmp");
    try {
      Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
      makeReadable(temporary);
      try {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException elsewhere) {
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
    return file;
  }

  /** Temporary files are made for their owner's eyes only; a report is for all. */
  private static void makeReadable(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix"))
      Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
  }
}
