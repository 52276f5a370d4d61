package org.cubecheck.store;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The finished parts of a long computation, each a JSON text in a file of a store, with a digest of the file's name and
 * the text: a file that was damaged, cut short or put in another's place is taken for one that is missing, so that its
 * part is computed again.
 *
 * <p>A file is {@code {"sha256":"...","value":...}}, where the value is the text.
 */
public final class FinishedParts {

    private static final String BEFORE_DIGEST = "{\"sha256\":\"";
    private static final String BEFORE_VALUE = "\",\"value\":";
    private static final int DIGEST_LENGTH = 64;
    private static final int START = BEFORE_DIGEST.length() + DIGEST_LENGTH + BEFORE_VALUE.length();

    private final Store store;

    /** The parts that are kept, or will be, in a store. */
    public FinishedParts(Store store) {
        this.store = requireNonNull(store);
    }

    /**
     * The text that was kept under a name; empty if there is none, or the file is not as it was written.
     *
     * @throws java.io.UncheckedIOException if the store cannot be read
     */
    public Optional<byte[]> read(String name) {
        return store.read(name)
                .filter(file -> file.length > START && file[file.length - 1] == '}')
                .flatMap(file -> {
                    var json = Arrays.copyOfRange(file, START, file.length - 1);
                    return Arrays.equals(file, file(name, json)) ? Optional.of(json) : Optional.empty();
                });
    }

    /** Keeps a JSON text under a name. @throws java.io.UncheckedIOException if it cannot be kept */
    public void write(String name, byte[] json) {
        store.write(name, file(name, json));
    }

    private static byte[] file(String name, byte[] json) {
        var head = (BEFORE_DIGEST + digest(name, json) + BEFORE_VALUE).getBytes(StandardCharsets.UTF_8);
        var file = Arrays.copyOf(head, head.length + json.length + 1);
        System.arraycopy(json, 0, file, head.length, json.length);
        file[file.length - 1] = '}';
        return file;
    }

    private static String digest(String name, byte[] json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(json));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
