package org.cubecheck.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder of this machine, whose files are {@linkplain WholeFile whole or not there}. */
public final class LocalStore implements Store {

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
            return entries.allMatch(WholeFile::isOnItsWay);
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

    @Override
    public void write(String name, byte[] content) {
        try {
            WholeFile.write(folder.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(folder.resolve(name) + ": cannot be kept, " + failure.getMessage(), failure);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
