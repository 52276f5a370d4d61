package org.cubecheck.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cubecheck.sweep.SweepFinding;
import org.cubecheck.sweep.SweepFinding.Table;

/**
 * What a sweep found, as a file that an audit takes into its report. Nothing in it depends on the engine, the time or
 * the machine: two runs of one sweep give the same bytes.
 *
 * @param sweep the name by which the sweep was asked for
 * @param options with which it was built, by name; empty where an option was left out
 * @param swept the full name of what was swept
 */
public record SweepReport(String sweep, SortedMap<String, String> options, String swept, SweepFinding finding) {

    private static final String FORMAT = "cubecheck-sweep/1";

    public SweepReport {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** The arguments of the program that repeat it: {@code sweep transforms --dimension 4}. */
    public String arguments() {
        var words = new ArrayList<>(List.of("sweep", sweep));
        options.forEach((name, value) -> {
            if (!value.isEmpty()) words.addAll(List.of("--" + name, value));
        });
        return String.join(" ", words);
    }

    /** As canonical JSON. */
    public String toJson() {
        var map = new LinkedHashMap<String, Object>();
        map.put("format", FORMAT);
        map.put("sweep", sweep);
        map.put("options", options);
        map.put("swept", swept);
        map.put("name", finding.name());
        map.put("title", finding.title());
        map.put("question", finding.question());
        map.put("asExpected", finding.asExpected());
        map.put("sentences", finding.sentences());
        map.put("tables", finding.tables().stream().map(SweepReport::map).toList());
        return Json.write(map);
    }

    private static LinkedHashMap<String, Object> map(Table table) {
        var map = new LinkedHashMap<String, Object>();
        map.put("title", table.title());
        map.put("columns", table.columns());
        map.put("rows", table.rows());
        return map;
    }

    /** Reads {@link #toJson}. @throws IllegalArgumentException in one line, if it is something else or damaged */
    public static SweepReport parse(String json) {
        try {
            return read(json);
        } catch (IllegalArgumentException damaged) { // it may quote what is damaged
            throw new IllegalArgumentException(damaged.getMessage().replaceAll("\\p{Cntrl}+", " "), damaged);
        }
    }

    private static SweepReport read(String json) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("not JSON: " + broken.getOriginalMessage(), broken);
        }
        if (root == null || !root.path("format").asText().equals(FORMAT))
            throw new IllegalArgumentException("no result of a sweep, " + FORMAT);
        var options = new TreeMap<String, String>();
        field(root, "options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        var tables = new ArrayList<Table>();
        for (var table : field(root, "tables")) {
            var rows = new ArrayList<List<String>>();
            for (var row : field(table, "rows")) rows.add(texts(row));
            tables.add(new Table(field(table, "title").asText(), texts(field(table, "columns")), rows));
        }
        return new SweepReport(
                field(root, "sweep").asText(),
                options,
                field(root, "swept").asText(),
                new SweepFinding(
                        field(root, "name").asText(),
                        field(root, "title").asText(),
                        field(root, "question").asText(),
                        field(root, "asExpected").asBoolean(),
                        texts(field(root, "sentences")),
                        tables));
    }

    private static JsonNode field(JsonNode node, String name) {
        var field = node.get(name);
        if (field == null) throw new IllegalArgumentException(name + " is missing");
        return field;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
