package org.cubecheck.referee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The certificates of {@code fixtures/certificates.json}: at least one genuine one of each kind, from an audit, and by hand
 * where no audit issues one.
 */
final class GenuineCertificates {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private GenuineCertificates() {}

    /** A certificate as a file holds it. */
    record Exhibit(String kind, Map<String, Object> data) {}

    static List<Exhibit> exhibits() {
        try {
            return JSON.readValue(Files.readString(Path.of("fixtures/certificates.json")), new TypeReference<>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A value as a certificate holds it, from JSON with ' for ". */
    static Object read(String json) {
        try {
            return JSON.readValue(json.replace('\'', '"'), Object.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(json, failure);
        }
    }
}
