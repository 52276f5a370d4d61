package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every key that is written is named on the page about formats, where that file or command is described. */
class FormatPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/report-format.md");

    /** Maps by names that are data: correlations, degrees, kinds of certificates. */
    private static final Set<String> BY_NAME = Set.of(
            "noiseStability",
            "byDegree",
            "byLargestDegree",
            "byCoordinateDegrees",
            "classesBySize",
            "byDegreeAndInverseDegree",
            "byCoordinateDegreesAndInverse",
            "provenance",
            "settings",
            "values",
            "data",
            "details");

    private static void collect(JsonNode node, Set<String> keys) {
        if (node.isArray()) node.forEach(entry -> collect(entry, keys));
        for (var entry : node.properties()) {
            keys.add(entry.getKey());
            if (!BY_NAME.contains(entry.getKey())) collect(entry.getValue(), keys);
        }
    }

    private static void assertNamed(String json, String text) throws Exception {
        var keys = new TreeSet<String>();
        collect(new ObjectMapper().readTree(json), keys);
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(text).as(PAGE.toString()).contains("`" + key + "`"));
    }

    private static String section(String title) throws Exception {
        return List.of(Files.readString(PAGE).split("\n## ")).stream()
                .filter(section -> section.startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "spectrum, --rho 1/2 e8",
        "spectrum, '--values 1,2'",
        "transform, '0,1,3,2'",
        "transform, '0,1,2,3'",
        "census, --dimension 2",
        "census, --dimension 2 --by-classes",
        "phase-diagram, --max-dimension 4",
        "learning-curve, --dimension 2 --tasks all --samples 10",
        "learning-curve, --dimension 2 --tasks all --exact",
        "claims, ''",
        "claims, show JUNTA",
        "sweep list, ''",
        "experiment list, --size quick"
    })
    void what_a_command_prints_is_described(String command, String options) throws Exception {
        var run = Run.of((command + " " + options + " --json").strip().split(" +"));
        assertThat(run.code()).as(run.err()).isZero();
        assertNamed(
                run.out(),
                section("What commands print")
                        .lines()
                        .filter(line -> line.startsWith("| `" + command + "`"))
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"phi", "mixed", "noise"})
    void what_identify_prints_is_described(String name) throws Exception {
        var run = Run.of(
                "identify",
                "--latents",
                "fixtures/identify/z.npy",
                "--representation",
                "fixtures/identify/phi.npz",
                "--representation-name",
                name,
                "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertNamed(run.out(), section("identification.json"));
    }

    @Test
    void what_an_audit_and_an_experiment_write_is_described() throws Exception {
        var report = (ObjectNode) new ObjectMapper()
                .readTree(Path.of("reports/reference/audit.json").toFile());
        ((ObjectNode) report.path("seconds")).remove("claims");
        assertNamed(report.toString(), section("audit.json"));
        assertNamed(Files.readString(Path.of("fixtures/experiments-full.json")), section("experiments/"));
    }
}
