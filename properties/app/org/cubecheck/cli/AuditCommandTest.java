package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

    @TempDir
    Path folder;

    private Path reports;
    private Path baseline;

    @BeforeEach
    void name_the_files() {
        reports = folder.resolve("made/reports");
        baseline = folder.resolve("verdicts.json");
    }

    /** An audit of one claim up to dimension 4, with a tenth of the draws. */
    private Run audit(String... more) {
        return auditOf("MINIMAL-DEGREE", more);
    }

    private Run auditOf(String claim, String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "audit",
                                claim,
                                "--max-dimension",
                                "4",
                                "--budget",
                                "0.1",
                                "--threads",
                                "2",
                                "--reports",
                                reports.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private List<String> files(Path where) throws Exception {
        try (var walk = Files.walk(where)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> where.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void all_reports_are_written_and_nothing_else() throws Exception {
        var run = audit();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "ok    MINIMAL-DEGREE  verified d = 1..3, survived d = 4",
                        "The claim stands, and all 3 controls are refuted, as they must be.",
                        "Report: " + reports.resolve("index.html"));
        assertThat(run.err()).startsWith("1/1 MINIMAL-DEGREE as expected");
        assertThat(files(reports).stream()
                        .filter(name -> !name.startsWith("certificates/"))
                        .toList())
                .containsExactly("audit.json", "index.html", "junit.xml", "summary.md");
        assertThat(files(reports.resolve("certificates")))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(name -> name.endsWith(".json"));
        assertThat(Files.readString(reports.resolve("index.html")))
                .contains("by <code>java -jar target/cubecheck.jar audit MINIMAL-DEGREE --seed 1 --budget 0.1 "
                        + "--max-dimension 4</code>");
    }

    @Test
    void certificates_of_an_earlier_audit_are_taken_away() throws Exception {
        audit();
        auditOf("SIGNED-GROUP");
        assertThat(files(reports.resolve("certificates")))
                .isNotEmpty()
                .noneMatch(name -> name.contains("C-ONE-DEGREE-MORE"));
    }

    @Test
    void what_somebody_else_put_beside_the_certificates_stays() throws Exception {
        Files.createDirectories(reports.resolve("certificates"));
        Files.writeString(reports.resolve("certificates/my-paper.json"), "{}");
        audit();
        auditOf("SIGNED-GROUP");
        assertThat(files(reports.resolve("certificates")))
                .contains("my-paper.json")
                .noneMatch(name -> name.contains("C-ONE-DEGREE-MORE"));
    }

    @Test
    void what_lies_in_the_place_of_a_report_is_noticed_before_the_audit_and_nothing_is_touched() throws Exception {
        audit();
        var before = Files.readString(reports.resolve("audit.json"));
        Files.delete(reports.resolve("summary.md"));
        Files.createDirectories(reports.resolve("summary.md/own"));
        var run = audit();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("summary.md: a folder lies where a file is to be written");
        assertThat(Files.readString(reports.resolve("audit.json"))).isEqualTo(before);
    }

    @Test
    void a_quiet_audit_that_is_as_expected_says_nothing() {
        assertThat(audit("--quiet")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void the_report_may_be_printed_as_json() throws Exception {
        var run = audit("--json", "-q");
        assertThat(run.out()).isEqualTo(Files.readString(reports.resolve("audit.json")));
        assertThat(new ObjectMapper().readTree(run.out()).get("asExpected").asBoolean())
                .isTrue();
    }

    /** The command that the report names, with nothing but a JDK. */
    @Tag("thorough")
    @Test
    void a_separate_program_accepts_the_certificates_that_were_written() throws Exception {
        audit();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "src/app/java/org/cubecheck/referee/CheckCertificates.java"));
        for (var file : files(reports.resolve("certificates")))
            command.add(reports.resolve("certificates").resolve(file).toString());
        var log = folder.resolve("log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log))
                .contains("accepted")
                .contains(" 0 rejected")
                .doesNotContain("REJECTED");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void a_baseline_that_was_just_written_is_met() {
        assertThat(audit("--baseline", baseline.toString(), "--update-baseline").out())
                .contains("Baseline written: " + baseline);
        var run = audit("--baseline", baseline.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("No verdict is worse than in " + baseline);
    }

    @Test
    void a_verdict_changed_on_purpose_turns_the_gate_red_and_is_named() throws Exception {
        audit("--baseline", baseline.toString(), "--update-baseline", "-q");
        var text = Files.readString(baseline);
        Files.writeString(baseline, text.replace("\"verdict\": \"survived\"", "\"verdict\": \"verified\""));
        var run = audit("--baseline", baseline.toString(), "-q");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "worse  MINIMAL-DEGREE, invertible transforms of B^4: one in three uniform",
                        ": was verified 2,000",
                        "is survived 2,000 draws");
        assertThat(Files.readString(reports.resolve("summary.md")))
                .contains("**worse**: MINIMAL-DEGREE, invertible transforms of B^4");
        assertThat(Files.readString(reports.resolve("index.html")))
                .contains("<strong>worse:</strong> MINIMAL-DEGREE, invertible transforms of B^4");
    }

    @Test
    void fewer_draws_turn_the_gate_red() {
        audit("--baseline", baseline.toString(), "--update-baseline", "-q");
        var run = Run.of(
                "audit",
                "MINIMAL-DEGREE",
                "--max-dimension",
                "4",
                "--budget",
                "0.05",
                "--reports",
                reports.toString(),
                "--baseline",
                baseline.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("worse  MINIMAL-DEGREE", "is survived 1,000 draws");
    }

    @Test
    void a_named_claim_is_compared_and_updated_alone() throws Exception {
        audit("--baseline", baseline.toString(), "--update-baseline", "-q");
        auditOf("SIGNED-GROUP", "--baseline", baseline.toString(), "--update-baseline", "-q");
        assertThat(Files.readString(baseline)).contains("MINIMAL-DEGREE", "SIGNED-GROUP");
        assertThat(auditOf("SIGNED-GROUP", "--baseline", baseline.toString(), "-q"))
                .isEqualTo(new Run(0, "", ""));
    }

    @Test
    void a_claim_that_may_not_be_decided_is_not_as_expected() {
        var run = Run.of("audit", "IDENTIFIES-AT-1", "--max-dimension", "1", "-q", "--reports", reports.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("open  IDENTIFIES-AT-1  undecided", "no domain within dimension 1");
    }

    @Test
    void a_control_that_is_refuted_above_the_dimension_asked_for_is_told_to_be_undecided_and_is_no_pass()
            throws Exception {
        var run = Run.of("audit", "PHASE-DIAGRAM", "--max-dimension", "3", "--reports", reports.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "open  PHASE-DIAGRAM  verified d = 1..3; 0 of 3 controls refuted",
                        "control C-ODD-DROP is undecided: no counterexample up to d = 3, which was asked for; it "
                                + "is sought up to d = ",
                        "1 of 1 claim is undecided within the dimension and the budget asked for; 0 of 3 controls are refuted.")
                .doesNotContain("FAIL", "is not refuted");
        assertThat(Files.readString(reports.resolve("summary.md")))
                .contains("- `PHASE-DIAGRAM`: control C-ODD-DROP is undecided: no counterexample up to d = 3");
        assertThat(Files.readString(reports.resolve("junit.xml")))
                .contains("control C-ODD-DROP is undecided: no counterexample up to d = 3");
    }

    @Test
    void a_reports_folder_that_cannot_be_written_to_is_noticed_before_the_audit() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        var run = Run.of(
                "audit", "MINIMAL-DEGREE", "--reports", file.resolve("below").toString());
        assertThat(run)
                .isEqualTo(new Run(
                        2,
                        "",
                        "cubecheck: " + file.resolve("below")
                                + ": not a folder that can be written to; name another one\n"));
        assertThat(files(folder)).containsExactly("file");
    }

    @Test
    void a_baseline_that_is_none_is_noticed_before_the_audit() throws Exception {
        Files.writeString(baseline, "{\"format\": \"something else\"}");
        var run = audit("--baseline", baseline.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no verdict baseline").hasLineCount(1);
        assertThat(reports).doesNotExist();
    }
}
