package org.cubecheck.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker as a program: whatever it is given, it ends with a line and an exit code. */
class CheckerProgramTest {

    private static final String GENUINE =
            "{\"claim\": \"C-ZERO-ONE-CODING\", \"kind\": \"zero-one-coding\", \"data\": {\"point\": [-1, -1]}}";

    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {}

    private static Result run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var names = new String[arguments.length];
        for (int i = 0; i < names.length; i++) names[i] = arguments[i].toString();
        int code = CheckCertificates.run(
                names,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void one_certificate_a_list_a_report_and_a_folder_are_read() throws IOException {
        var one = file("one.json", GENUINE);
        var report = file(
                "report.json",
                "{\"claims\": [{\"findings\": [" + GENUINE + "]}, " + GENUINE + "], \"type\": \"report\"}");
        assertThat(run(one))
                .isEqualTo(new Result(
                        0,
                        "accepted zero-one-coding on C-ZERO-ONE-CODING (" + one
                                + ")\n1 judged, 0 rejected\n".replace("\n", System.lineSeparator()),
                        ""));
        assertThat(run(report).out).contains("2 judged, 0 rejected");
        assertThat(run(folder).out).contains("3 judged, 0 rejected");
        assertThat(run("--help").code).isZero();
        assertThat(run("--help").out)
                .contains("usage: java CheckCertificates.java [--strict] FILE...", "--strict  makes", "taken on trust");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[",
                "nonsense",
                "{\"kind\": \"zero-one-coding\", \"data\": {\"point\": [-1, -1]}",
                "[1, 2,]",
                "{\"a\": 1, \"a\": 2}",
                "\"\\u12\"",
                "\"\\u+069\"",
                "\"\\u-069\"",
                "\"\\u\uff10069\"",
                "\"\\x\"",
                "\"",
                "NaN",
                "[NaN]",
                "[Infinity]",
                "[01]",
                "[1e]",
                "[+1]",
                "[0x1]",
                "[1d]",
                "[99999999999999999999]",
                "[-]",
                "[1] [2]",
                "tru",
                "[\"\u0001\"]"
            })
    void text_that_is_no_json_is_rejected_in_a_line(String text) throws IOException {
        var result = run(file("broken.json", text));
        assertThat(result.code).isEqualTo(1);
        assertThat(result.err).isEmpty();
        assertThat(result.out.lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("REJECTED file: ")
                .endsWith("broken.json)");
    }

    @Test
    void deep_nesting_large_files_and_other_encodings_are_rejected_in_a_line() throws IOException {
        var deep = file("deep.json", "[".repeat(2_000_000));
        var nested =
                file("nested.json", "{\"kind\": \"k\", \"data\": {\"a\": " + "[".repeat(150) + "]".repeat(150) + "}}");
        var long1 = file(
                "long.json",
                "{\"kind\": \"balanced-not-invertible\", \"data\": {\"factors\": 1, \"map\": [" + "0, ".repeat(200_000)
                        + "0]}}");
        var latin = Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xe9, '"'});
        for (var file : List.of(deep, nested, long1, latin)) {
            var result = run(file);
            assertThat(result.code).as(file.toString()).isEqualTo(1);
            assertThat(result.out.lines())
                    .as(file.toString())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("REJECTED ")
                    .hasSizeLessThan(1200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"point\": null}",
                "{\"point\": \"-1, -1\"}",
                "{\"point\": [\"-1\", \"-1\"]}",
                "{\"point\": [-1.0, -1]}",
                "{\"point\": [-1e0, -1]}",
                "{\"point\": {}}",
                "{\"point\": [[-1], -1]}",
                "{\"point\": [-1, 9223372036854775807]}",
                "{\"point\": [-1, 4294967295]}",
                "{\"point\": [-1, -1], \"also\": 1}",
                "{\"point\": [null, null]}",
                "{\"point\": [true, true]}",
                "{\"point\": []}"
            })
    void data_of_another_form_are_rejected(String data) throws IOException {
        var result = run(file("wrong.json", "{\"kind\": \"zero-one-coding\", \"data\": " + data + "}"));
        assertThat(result.code).isEqualTo(1);
        assertThat(result.out.lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("REJECTED zero-one-coding: ")
                .doesNotContain(CheckCertificates.UNFORESEEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"minimiser-group\", \"Data\": {}}",
                "{\"Kind\": \"minimiser-group\", \"data\": {}}",
                "{\"kind\": \"minimiser-group\", \"data\": []}",
                "{\"kind\": [\"minimiser-group\"], \"data\": {}}",
                "{\"kind\": null, \"data\": {}}",
                "{\"kind\": \"minimiser-group\"}",
                "{\"data\": {}}"
            })
    void what_was_meant_to_be_a_certificate_is_not_passed_over(String malformed) throws IOException {
        assertThat(run(file("meant.json", "[" + GENUINE + ", " + malformed + "]")))
                .satisfies(result -> assertThat(result.code).isEqualTo(1))
                .satisfies(result ->
                        assertThat(result.out).contains("REJECTED object: ").contains("2 judged, 1 rejected"));
    }

    @Test
    void certificates_beside_or_within_others_are_judged() throws IOException {
        String beside = GENUINE.substring(0, GENUINE.length() - 1)
                + ", \"more\": [{\"kind\": \"minimiser-group\", \"data\": {}}]}";
        assertThat(run(file("beside.json", beside)).out)
                .contains("REJECTED minimiser-group: ")
                .contains("2 judged, 1 rejected");
        assertThat(run(file("within.json", "{\"kind\": 1, \"data\": " + GENUINE + "}")).out)
                .contains("accepted zero-one-coding")
                .contains("2 judged, 1 rejected");
    }

    @Test
    void nothing_to_judge_is_no_pass() throws IOException {
        assertThat(run(file("empty.json", "[]")))
                .satisfies(result -> assertThat(result.code).isEqualTo(1))
                .satisfies(result -> assertThat(result.out).contains("no certificate in it"));
        assertThat(run(file("one.json", GENUINE), file("none.json", "{\"kind\": \"zero-one-coding\"}")).code)
                .isEqualTo(1);
        var nothing = Files.createDirectory(folder.resolve("nothing"));
        assertThat(run(nothing))
                .satisfies(result -> assertThat(result.code).isEqualTo(2))
                .satisfies(result -> assertThat(result.err.lines()).hasSize(1));
        var pattern = folder.resolve("*.jsn");
        assertThat(run(pattern))
                .satisfies(result -> assertThat(result.code).isEqualTo(2))
                .satisfies(result -> assertThat(result.err.lines()).containsExactly(pattern + ": no such file"));
    }

    @Test
    void wrong_usage_and_missing_files_end_with_2() throws IOException {
        assertThat(run().code).isEqualTo(2);
        assertThat(run("--all").code).isEqualTo(2);
        var missing = run(folder.resolve("missing.json"), file("one.json", GENUINE));
        assertThat(missing.code).isEqualTo(2);
        assertThat(missing.err.lines()).hasSize(1);
        assertThat(missing.out).contains("accepted zero-one-coding").contains("1 judged, 0 rejected");
    }

    @Test
    void what_is_accepted_by_its_kind_alone_is_counted_and_fails_if_strict() throws IOException {
        var blank = file("blank.json", GENUINE.replace("C-ZERO-ONE-CODING", "C-ZERO-ONE-CODING "));
        var nameless = file("nameless.json", GENUINE.replace("\"claim\": \"C-ZERO-ONE-CODING\", ", ""));
        var genuine = file("one.json", GENUINE);
        assertThat(run(blank, nameless, genuine))
                .satisfies(result -> assertThat(result.code).isZero())
                .satisfies(result -> assertThat(result.out.lines())
                        .hasSize(4)
                        .last()
                        .isEqualTo("3 judged, 0 rejected; 2 accepted by kind alone, on no known claim"));
        assertThat(run("--strict", blank, nameless, genuine))
                .satisfies(result -> assertThat(result.code).isEqualTo(1))
                .satisfies(result -> assertThat(result.out)
                        .contains("3 judged, 0 rejected; 2 accepted by kind alone, on no known claim, which "
                                + "--strict forbids"));
        assertThat(run("--strict", genuine))
                .satisfies(result -> assertThat(result.code).isZero())
                .satisfies(
                        result -> assertThat(result.out.lines().toList()).last().isEqualTo("1 judged, 0 rejected"));
        assertThat(run("--strict", blank, folder.resolve("missing.json")).code).isEqualTo(2);
        assertThat(run("--strict").code).isEqualTo(2);
        assertThat(run("--strict", "--all").code).isEqualTo(2);
    }

    @Test
    void measurements_are_said_to_be_taken_on_trust() throws IOException {
        String measured = """
        {"claim": "C-TRAINED-FINAL-ONE-TASK", "kind": "measured-bound-missed", "data": {"measure": "probe at q=2 n=1", "statedAtMost": true,
        "boundMillionths": 70000, "seeds": [1, 2, 3, 4, 5], "millionths": [80000, 70001, 90000, 75000, 100000]}}""";
        assertThat(run("--strict", file("measured.json", "[" + measured + ", " + GENUINE + "]")))
                .satisfies(result -> assertThat(result.code).isZero())
                .satisfies(result -> assertThat(result.out.lines())
                        .last()
                        .isEqualTo("2 judged, 0 rejected; 1 accepted with measurements taken on trust"));
    }

    @Test
    void what_a_file_says_does_not_steer_the_terminal() throws IOException {
        var result = run(file("steering.json", "{\"kind\": \"\\u001b[2J\\naccepted\", \"data\": {}}"));
        assertThat(result.out.lines()).hasSize(2).first().asString().startsWith("REJECTED ?[2J?accepted: unknown kind");
    }

    @Test
    void neither_do_characters_beyond_ascii_nor_names_of_files() throws IOException {
        var result = run(file("beyond.json", "{\"kind\": \"\\u009b2J\\u0085\\u202e\\u2028\\u2029\", \"data\": {}}"));
        assertThat(result.out.lines()).hasSize(2);
        assertThat(result.out).startsWith("REJECTED ?2J????: unknown kind");
        var named = Files.createDirectory(folder.resolve("named"));
        Files.writeString(named.resolve("a\u001b[2J\n.json"), GENUINE);
        assertThat(run(named).out.lines()).hasSize(2).first().asString().endsWith("a?[2J?.json)");
        assertThat(run(named.resolve("b\u001b[2J\n.json")).err.lines())
                .hasSize(1)
                .first()
                .asString()
                .endsWith("b?[2J?.json: no such file");
    }

    @Test
    void what_cannot_be_read_does_not_keep_the_rest_from_being_judged() throws IOException {
        Files.createDirectories(folder.resolve("a.json"));
        Files.createSymbolicLink(folder.resolve("b.json"), folder.resolve("nowhere"));
        file("c.json", GENUINE);
        var result = run(folder);
        assertThat(result.code).isEqualTo(2);
        assertThat(result.out).contains("1 judged, 0 rejected");
        assertThat(result.err.lines()).containsExactly(folder.resolve("b.json") + ": no such file");
    }

    @Test
    void folders_and_files_without_permission_are_named_with_the_reason() throws IOException {
        var locked = Files.createDirectory(folder.resolve("locked"));
        var secret = file("secret.json", GENUINE);
        file("plain.json", GENUINE);
        assumeTrue(locked.toFile().setReadable(false) && secret.toFile().setReadable(false));
        try {
            assumeFalse(Files.isReadable(secret), "who reads everything has no such folders");
            var result = run(folder);
            assertThat(result.code).isEqualTo(2);
            assertThat(result.out).contains("1 judged, 0 rejected");
            assertThat(result.err.lines())
                    .containsExactlyInAnyOrder(
                            locked + ": no permission to read it", secret + ": no permission to read it");
        } finally {
            locked.toFile().setReadable(true);
        }
    }

    @Tag("thorough")
    @Test
    void a_certificate_made_to_occupy_the_program_is_rejected_at_once() throws IOException {
        var rows = new StringBuilder("[[\"0\", \"1\", \"840\"]");
        rows.append(", [\"20\", \"1\", \"2\"]]");
        var curve = file(
                "curve.json",
                "{\"kind\": \"learning-curve\", \"data\": {\"dimension\": 3, \"density\": [1, 1, 1, 1], "
                        + "\"observed\": true, \"ceiling\": [\"1\", \"840\"], \"rows\": "
                        + rows + "}}");
        var points = new ArrayList<Integer>();
        for (int x = 0; x < 1024; x++) points.add(x);
        var large = file(
                "large.json",
                "{\"kind\": \"largest-degree\", \"data\": {\"d\": 10, \"m\": 12, \"points\": " + points
                        + ", \"images\": " + points + ", \"degree\": 100}}");
        long start = System.nanoTime();
        assertThat(run(curve).out).contains("REJECTED learning-curve: more tasks than can be followed");
        assertThat(run(large).out).contains("REJECTED largest-degree: more than 128 points");
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(60);
    }

    /** Every text that is one genuine certificate with a few characters changed comes to a verdict. */
    @Test
    void garbled_certificates_come_to_a_verdict() throws IOException {
        var texts = Files.readAllLines(Path.of("fixtures/certificates.json")).stream()
                .filter(line -> line.startsWith("{") && line.length() < 400)
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .toList();
        var random = new SplittableRandom(8);
        String characters = "0123456789-[]{}\":,.eE \\tfn\u00e9";
        var garbled = folder.resolve("garbled.json");
        int accepted = 0;
        int trials = 1_500;
        for (int i = 0; i < trials; i++) {
            var text = new StringBuilder(texts.get(random.nextInt(texts.size())));
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                char c = characters.charAt(random.nextInt(characters.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, c);
                    case 1 -> text.insert(at, c);
                    default -> text.deleteCharAt(at);
                }
            }
            Files.writeString(garbled, text);
            var result = run(garbled);
            assertThat(result.code).as(text.toString()).isBetween(0, 1);
            assertThat(result.out.lines()).as(text.toString()).hasSize(2);
            assertThat(result.out).as(text.toString()).doesNotContain(CheckCertificates.UNFORESEEN, "not judged");
            accepted += 1 - result.code;
        }
        assertThat(accepted).as("spaces, and exhibits that are others").isLessThan(trials / 5);
    }
}
