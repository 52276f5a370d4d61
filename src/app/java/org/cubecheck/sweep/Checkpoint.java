package org.cubecheck.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cubecheck.store.Store;

/**
 * The finished shards of one sweep, each in a file of a store, with a digest by which damage is noticed. Every engine
 * keeps them alike, so one may take up what another began.
 */
public final class Checkpoint<R extends Record & Serializable> {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String LABEL = "sweep.json";

    /** What the store belongs to. */
    private record Label(String sweep, int shards) {
        @Override
        public String toString() {
            return sweep + ", in " + shards + (shards == 1 ? " shard" : " shards");
        }
    }

    /** A file: a value, and the SHA-256 of the file's name and the value's JSON. */
    private record Kept(String sha256, JsonNode value) {}

    private final Store store;
    private final Class<R> type;

    private Checkpoint(Store store, Class<R> type) {
        this.store = store;
        this.type = type;
    }

    /** @throws Unusable if the store belongs to something else */
    public static <R extends Record & Serializable> Checkpoint<R> open(Store store, Sweep<R> sweep) {
        var label = new Label(sweep.name(), sweep.shards());
        var found = store.read(LABEL);
        if (found.isPresent()) {
            var other = parsed(LABEL, found.get(), Label.class);
            if (!other.equals(Optional.of(label)))
                throw new Unusable(store + " holds another sweep: "
                        + other.map(Label::toString).orElse("damaged, or of another version") + "; not " + label);
        } else {
            if (!store.isEmpty()) throw new Unusable(store + " is neither empty nor a folder of finished shards");
            store.write(LABEL, bytes(LABEL, label));
        }
        return new Checkpoint<>(store, sweep.resultType());
    }

    /** The results of all shards that are there and can be read. */
    public SortedMap<Integer, R> readAll(int shards) {
        var results = new TreeMap<Integer, R>();
        for (int i = 0; i < shards; i++) {
            int shard = i;
            store.read(file(i))
                    .flatMap(bytes -> parsed(file(shard), bytes, type))
                    .ifPresent(result -> results.put(shard, result));
        }
        return results;
    }

    /** Keeps the result of a shard. */
    public void write(int shard, R result) {
        store.write(file(shard), bytes(file(shard), result));
    }

    private static String file(int shard) {
        return String.format(Locale.ROOT, "shard-%06d.json", shard);
    }

    /** Empty if the file is not as it was written. */
    private static <T> Optional<T> parsed(String file, byte[] bytes, Class<T> type) {
        try {
            var kept = MAPPER.readValue(bytes, Kept.class);
            if (kept == null || kept.value == null || !digest(file, kept.value).equals(kept.sha256))
                return Optional.empty();
            return Optional.ofNullable(MAPPER.treeToValue(kept.value, type));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String file, Object value) {
        try {
            var tree = MAPPER.readTree(MAPPER.writeValueAsBytes(value));
            return MAPPER.writeValueAsBytes(new Kept(digest(file, tree), tree));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String digest(String file, JsonNode value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(value.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
