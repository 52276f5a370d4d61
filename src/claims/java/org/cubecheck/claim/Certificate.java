package org.cubecheck.claim;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evidence as data: a counterexample, a witness or an argument that a program which shares no code with the finder can
 * accept or reject from the definitions alone.
 * Immutable.
 *
 * @param kind names the definition by which the evidence is judged, in kebab-case: {@code inverse-degree-differs}
 * @param reading the evidence worked out in words, so that a person can follow it by hand
 * @param data the evidence itself, in a stated order: keys to {@code Long}, {@code String}, {@code Boolean}, or lists
 * and maps of these
 */
public record Certificate(String kind, String reading, Map<String, Object> data) {

    /**
     * @throws IllegalArgumentException if a key or a value is of no accepted type (numbers other than {@code Integer}
     * and {@code Long} included)
     */
    public Certificate {
        requireNonNull(kind, "kind");
        requireNonNull(reading, "reading");
        requireNonNull(data, "data");
        data = map(data);
    }

    private static Map<String, Object> map(Map<?, ?> data) {
        var copy = new LinkedHashMap<String, Object>();
        data.forEach((key, value) -> {
            if (!(key instanceof String name))
                throw new IllegalArgumentException("the keys of a certificate are strings, not " + key);
            copy.put(name, plain(value));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object plain(Object value) {
        if (value instanceof Integer i) return (long) i;
        if (value instanceof Long || value instanceof String || value instanceof Boolean) return value;
        if (value instanceof List<?> list)
            return list.stream().map(Certificate::plain).toList();
        if (value instanceof Map<?, ?> map) return map(map);
        throw new IllegalArgumentException(
                "a certificate holds integers, strings, booleans, lists and maps, not " + value);
    }

    /** Starts a certificate of the given kind. */
    public static Builder of(String kind) {
        return new Builder(kind);
    }

    /** Collects the data in the order in which a reader should meet them. Not thread-safe. */
    public static final class Builder {
        private final String kind;
        private final Map<String, Object> data = new LinkedHashMap<>();

        private Builder(String kind) {
            this.kind = kind;
        }

        /** Adds one entry. @throws IllegalArgumentException if there is one with this key */
        public Builder with(String key, Object value) {
            if (data.containsKey(key))
                throw new IllegalArgumentException("a certificate of kind " + kind + " with two entries " + key);
            data.put(key, requireNonNull(value, key));
            return this;
        }

        /** Ends with the evidence in words. */
        public Certificate reading(String reading) {
            return new Certificate(kind, reading, data);
        }
    }
}
