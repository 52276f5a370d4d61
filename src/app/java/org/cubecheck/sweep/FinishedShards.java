package org.cubecheck.sweep;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cubecheck.store.FinishedParts;
import org.cubecheck.store.Store;

/**
 * The finished shards of one sweep, kept as {@linkplain FinishedParts finished parts}, with a label that says of which
 * sweep they are. Every engine keeps them alike, so one may take up what another began.
 */
public final class FinishedShards<R extends Record & Serializable> {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String LABEL = "sweep.json";

    /** What the store belongs to. */
    private record Label(String sweep, int shards) {
        @Override
        public String toString() {
            return sweep + ", in " + shards + (shards == 1 ? " shard" : " shards");
        }
    }

    private final FinishedParts parts;
    private final Class<R> type;

    private FinishedShards(FinishedParts parts, Class<R> type) {
        this.parts = parts;
        this.type = type;
    }

    /** @throws Unusable if the store belongs to something else */
    public static <R extends Record & Serializable> FinishedShards<R> open(Store store, Sweep<R> sweep) {
        var label = new Label(sweep.name(), sweep.shards());
        var parts = new FinishedParts(store);
        if (store.read(LABEL).isPresent()) {
            var other = parts.read(LABEL).flatMap(json -> parsed(json, Label.class));
            if (!other.equals(Optional.of(label)))
                throw new Unusable(store + " holds another sweep: "
                        + other.map(Label::toString).orElse("damaged, or of another version") + "; not " + label);
        } else {
            if (!store.isEmpty()) throw new Unusable(store + " is neither empty nor a folder of finished shards");
            parts.write(LABEL, json(label));
        }
        return new FinishedShards<>(parts, sweep.resultType());
    }

    /** The results of all shards that are there and can be read. */
    public SortedMap<Integer, R> readAll(int shards) {
        var results = new TreeMap<Integer, R>();
        for (int i = 0; i < shards; i++) {
            int shard = i;
            parts.read(file(i)).flatMap(json -> parsed(json, type)).ifPresent(result -> results.put(shard, result));
        }
        return results;
    }

    /** Keeps the result of a shard. */
    public void write(int shard, R result) {
        parts.write(file(shard), json(result));
    }

    private static String file(int shard) {
        return String.format(Locale.ROOT, "shard-%06d.json", shard);
    }

    /** Empty if the text is none of that type, as of another version of the program. */
    private static <T> Optional<T> parsed(byte[] json, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, type));
        } catch (IOException foreign) {
            return Optional.empty();
        }
    }

    private static byte[] json(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
