package org.cubecheck.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Results as JSON. Two runs with the same numbers and provenance give the same bytes. */
public final class Results {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Results() {}

    /** The results as a JSON array, a line for each cell's seed so that differences show. */
    public static String toJson(List<ExperimentResult> results) {
        try {
            return JSON.writeValueAsString(results)
                            .replace("{\"experiment\":", "\n{\"experiment\":")
                            .replace("{\"cell\":", "\n {\"cell\":")
                            .replace("{\"seed\":", "\n  {\"seed\":")
                    + "\n";
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("records can be written", failure);
        }
    }

    /** Reads what {@link #toJson} wrote. @throws IllegalArgumentException if the text is something else */
    public static List<ExperimentResult> parse(String json) {
        try {
            var results = JSON.readValue(json, new TypeReference<List<ExperimentResult>>() {});
            if (results == null || results.contains(null))
                throw new IllegalArgumentException("no experiment results: null among them");
            return results;
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException(
                    "no experiment results: " + damaged.getOriginalMessage().replaceAll("\\p{Cntrl}+", " "), damaged);
        }
    }
}
