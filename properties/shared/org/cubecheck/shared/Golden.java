package org.cubecheck.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values in {@code fixtures/golden/golden.json}; the generator beside it says how each was made. */
public final class Golden {

    private static final JsonNode ROOT = read();

    private Golden() {}

    public static JsonNode at(String name) {
        return ROOT.required(name);
    }

    public static long[] longs(JsonNode array) {
        var values = new long[array.size()];
        for (int i = 0; i < values.length; i++) values[i] = array.get(i).longValue();
        return values;
    }

    public static List<Integer> integers(JsonNode array) {
        var values = new ArrayList<Integer>();
        array.forEach(value -> values.add(value.intValue()));
        return values;
    }

    public static Map<String, Long> counts(JsonNode object) {
        var counts = new TreeMap<String, Long>();
        object.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().longValue()));
        return counts;
    }

    private static JsonNode read() {
        try (var in = Golden.class.getResourceAsStream("/fixtures/golden/golden.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
