package org.cubecheck.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Files that appear whole or not at all: each is written aside, in the folder where it belongs, and then moved into
 * place. So a reader never sees half a file, whenever the program ends, and of two programs that write one file at once
 * the later one has the last word.
 */
public final class WholeFile {

    /** How the names of files begin that are on their way: of no use to anybody once the program that began is gone. */
    public static final String ON_ITS_WAY = ".writing";

    /** A file of this name is locked by whoever replaces a set of files in its folder, and is nobody's leftover. */
    public static final String LOCK = ON_ITS_WAY + "-lock";

    /** No single file takes so long to write: an older one was left by a program that was killed. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private WholeFile() {}

    /** Makes or replaces a file; its folder is made if it is missing. @throws IOException if it cannot be written */
    public static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // Not a temporary file of the JDK's, which is for its owner's eyes only whatever the user's mask says.
        var temporary = file.resolveSibling(ON_ITS_WAY + UUID.randomUUID());
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Moves a file that was written aside into place, at once where the file system can. */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether a file or folder of that name is on its way, or was left there by a program that was killed. */
    public static boolean isOnItsWay(Path entry) {
        return entry.getFileName().toString().startsWith(ON_ITS_WAY);
    }

    /**
     * Takes away the files that a program which was killed left on their way in a folder; one that another program
     * writes at this moment stays.
     */
    public static void removeLeftovers(Path folder) throws IOException {
        var old = Instant.now().minus(LONGEST);
        try (var left = Files.newDirectoryStream(folder, ON_ITS_WAY + "*")) {
            for (var entry : left) {
                if (entry.endsWith(LOCK)) continue;
                try {
                    if (Files.isRegularFile(entry)
                            && Files.getLastModifiedTime(entry).toInstant().isBefore(old)) Files.deleteIfExists(entry);
                } catch (NoSuchFileException moved) {
                    // Another program has moved it to its place since it was listed.
                }
            }
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
    }
}
