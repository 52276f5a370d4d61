package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claim that stands but is worse than the baseline: no artefact of the audit says that all is well. */
class RegressionTest {

    private static final int WORSE = 6;

    @TempDir
    Path folder;

    @Test
    void every_artefact_says_how_many_verdicts_are_worse_and_that_the_exit_code_is_1() throws Exception {
        var raised = Files.writeString(folder.resolve("raised.json"), raised("DEGREE-ONE"));
        var run = Run.of(
                "audit",
                "DEGREE-ONE",
                "--baseline",
                raised.toString(),
                "--reports",
                folder.resolve("r").toString());
        String said = WORSE + " verdicts are worse than in " + raised + ": exit code 1. The claim stands, "
                + "and all 2 controls are refuted.";
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines().filter(line -> line.startsWith("worse  DEGREE-ONE, ")))
                .hasSize(WORSE);
        assertThat(run.out().lines().reduce((a, b) -> b)).contains(said);

        var summary = Files.readString(folder.resolve("r/summary.md")).lines().toList();
        assertThat(summary.subList(0, 3)).noneMatch(line -> line.contains("as expected"));
        assertThat(summary.get(0)).isEqualTo("## cubecheck: worse than the baseline");
        assertThat(summary.get(2)).isEqualTo("**" + said + "**");

        var page = Files.readString(folder.resolve("r/index.html"));
        assertThat(between(page, "<h1 class=\"bad\">", "</h1>")).isEqualTo(said);
        assertThat(between(page, "<title>", "</title>")).isEqualTo("cubecheck audit: " + said);
        assertThat(between(page, "<div class=\"stack\" aria-hidden=\"true\">", "</div>"))
                .isEqualTo("<span class=\"refuted\" style=\"flex-grow:1\"></span>");
        assertThat(page).contains("DEGREE-ONE <span class=\"bad\">!</span>");

        var json = new ObjectMapper().readTree(folder.resolve("r/audit.json").toFile());
        assertThat(json.get("asExpected").asBoolean()).isFalse();
        assertThat(json.at("/baseline/worse").asInt()).isEqualTo(WORSE);
        assertThat(json.at("/baseline/file").asText()).isEqualTo(raised.toString());
        assertThat(json.at("/baseline/differences")).hasSize(WORSE);

        var junit = Files.readString(folder.resolve("r/junit.xml"));
        var suite = between(junit, "<testsuite name=\"Baseline " + raised + "\"", "</testsuite>");
        assertThat(suite).contains("failures=\"" + WORSE + "\"");
        assertThat(suite.split("<failure message=\"worse: DEGREE-ONE, ")).hasSize(WORSE + 1);
    }

    @Test
    void a_baseline_that_is_met_is_a_suite_that_passes() throws Exception {
        var run = Run.of("audit", "DEGREE-ONE", "--baseline", "fixtures/verdicts.json", "--reports", folder.toString());
        assertThat(run.code()).isZero();
        assertThat(Files.readString(folder.resolve("junit.xml")))
                .contains("<testsuite name=\"Baseline fixtures/verdicts.json\" tests=\"1\" failures=\"0\"");
        var json = new ObjectMapper().readTree(folder.resolve("audit.json").toFile());
        assertThat(json.get("asExpected").asBoolean()).isTrue();
        assertThat(json.at("/baseline/worse").asInt()).isZero();
        assertThat(run.out().lines().reduce((a, b) -> b))
                .contains("The claim stands, and all 2 controls are refuted, as they must be.");
    }

    /** The recorded verdicts with every scope of a claim raised by one. */
    private static String raised(String claim) throws Exception {
        String verdicts = Files.readString(Path.of("fixtures", "verdicts.json"));
        int from = verdicts.indexOf("\"" + claim + "\"");
        int to = verdicts.indexOf("\n    }", from);
        String entry = Pattern.compile("(\"scope\": \")(\\d+)")
                .matcher(verdicts.substring(from, to))
                .replaceAll(match -> match.group(1) + (Long.parseLong(match.group(2)) + 1));
        return verdicts.substring(0, from) + entry + verdicts.substring(to);
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        assertThat(start).as("%s is there", from).isNotNegative();
        return text.substring(start + from.length(), text.indexOf(to, start));
    }
}
