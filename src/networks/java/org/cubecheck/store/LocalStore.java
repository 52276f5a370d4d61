package org.cubecheck.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A folder of this machine. */
public final class LocalStore implements Store {

    /** How files begin that are on their way; a run that was killed may have left some. */
    private static final String ON_ITS_WAY = ".writing";

    private final Path folder;

    private LocalStore(Path folder) {
        this.folder = folder;
    }

    /** The folder, made if it is missing. @throws UncheckedIOException if it cannot be made */
    public static LocalStore of(Path folder) {
        try {
            if (!Files.isDirectory(folder)) Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    folder + ": not a folder that finished shards can be kept in; name another one", failure);
        }
        return new LocalStore(folder);
    }

    @Override
    public boolean isEmpty() {
        try (var entries = Files.list(folder)) {
            return entries.allMatch(entry -> entry.getFileName().toString().startsWith(ON_ITS_WAY));
        } catch (IOException failure) {
            throw new UncheckedIOException(folder + ": cannot be read, " + failure.getMessage(), failure);
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        var file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be read, " + failure.getMessage(), failure);
        }
    }

    /** Written beside and moved into place. */
    @Override
    public void write(String name, byte[] content) {
        try {
            var temporary = Files.createTempFile(folder, ON_ITS_WAY, ".tmp");
            try {
                Files.write(temporary, content);
                Files.move(
                        temporary,
                        folder.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(folder.resolve(name) + ": cannot be kept, " + failure.getMessage(), failure);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
