package org.cubecheck.store;

import java.util.Optional;

/**
 * A folder of small files, on this machine or elsewhere, where finished parts of a long computation are kept. Its text is
 * the name of the folder.
 */
public interface Store {

    /**
     * Whether there is no file in it but such as a run left on their way that was killed. @throws UncheckedIOException
     * if that cannot be told
     */
    boolean isEmpty();

    /** A file's content; empty if there is no such file. @throws UncheckedIOException if it cannot be read */
    Optional<byte[]> read(String name);

    /**
     * Makes or replaces a file, which is never seen half written. @throws UncheckedIOException if it cannot be written
     */
    void write(String name, byte[] content);
}
