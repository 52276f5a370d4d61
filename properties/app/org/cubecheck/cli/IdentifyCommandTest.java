package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentifyCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        write("z.csv", z -> z(z, 0) + "," + z(z, 1) + "," + z(z, 2));
        write("phi.csv", z -> (-z(z, 2) * 3 + 0.1) + "," + z(z, 0) + "," + z(z, 1));
        write("mixed.csv", z -> z(z, 0) * z(z, 1) + " " + z(z, 1) + " " + -z(z, 2) * z(z, 1));
        write("short.csv", z -> z == 0 ? "1" : "");
    }

    @Test
    void a_world_model_is_told_in_text_json_and_a_page() throws IOException {
        var run = identify(
                "phi.csv",
                "--html",
                folder.resolve("out/page.html").toString(),
                "--reports",
                folder.resolve("reports").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "Binarised, a world model up to P D: (φ1, φ2, φ3) = (-z3, z1, z2), of the least degree 3.",
                        "1.0000; binarised, over the cube exactly 1",
                        "; binarised, over the cube exactly 0",
                        "recovered exactly, binarised       3 of 3")
                .contains("φ1          degree 1   -z3");
        var json = new ObjectMapper().readTree(identify("phi.csv", "--json").out());
        assertThat(json.at("/schema").asText()).isEqualTo("cubecheck.identification/1");
        assertThat(json.at("/format").asText()).isEqualTo("cubecheck-identification/1");
        assertThat(json.at("/finding").asText()).isEqualTo("axis-aligned");
        assertThat(json.at("/cube/verdict").asText()).isEqualTo("WorldModel");
        assertThat(json.at("/cube/identificationError").asText()).isEqualTo("0");
        assertThat(json.at("/signedPermutation/signs").toString()).isEqualTo("[-1,1,1]");
        assertThat(json.at("/correlation/0/2").asDouble()).isEqualTo(-1);
        String page = Files.readString(folder.resolve("out/page.html"));
        assertThat(page)
                .isEqualTo(Files.readString(folder.resolve("reports/identification.html")))
                .contains(
                        "Binarised, a world model up to P D",
                        "; binarised, over the cube exactly 0",
                        "<caption>",
                        "identify --latents " + folder.resolve("z.csv") + " --representation "
                                + folder.resolve("phi.csv") + " --seed 1</code>")
                .doesNotContain("http", "<script", "${", "null");
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("reports/identification.json").toFile()))
                .isEqualTo(json);
    }

    @Test
    void a_mixture_is_named_with_the_levels_at_which_it_passes_for_a_world_model() {
        assertThat(identify("mixed.csv").out())
                .contains(
                        "Binarised, not a world model, but one up to a stabilizer element of the phase diagram: "
                                + "(φ1, φ2, φ3) = (z1z2, z2, -z2z3)",
                        "z_i ↦ z_i z_2 for every i ≠ 2",
                        "for k = 2");
    }

    @Test
    void a_page_names_its_files_as_a_shell_takes_them() throws IOException {
        Files.copy(folder.resolve("phi.csv"), folder.resolve("it's my phi.csv"));
        identify("it's my phi.csv", "--html", folder.resolve("page.html").toString());
        assertThat(Files.readString(folder.resolve("page.html")))
                .contains("--representation &#39;" + folder + "/it&#39;\\&#39;&#39;s my phi.csv&#39; --seed 1");
    }

    @Test
    void names_from_a_file_are_shown_as_text_whatever_they_hold() throws IOException {
        Files.writeString(
                folder.resolve("named.csv"),
                "<script>a</script>,\"b&\",c\n" + Files.readString(folder.resolve("phi.csv")));
        var page = folder.resolve("page.html");
        assertThat(identify("named.csv", "--html", page.toString()).out()).contains("<script>a</script>");
        assertThat(Files.readString(page)).contains("&lt;script&gt;a", "b&amp;").doesNotContain("<script");
    }

    @Test
    void bad_input_is_one_line_and_writes_nothing() {
        var short_ = identify("short.csv", "--html", folder.resolve("none.html").toString());
        assertThat(short_.code()).isEqualTo(2);
        assertThat(short_.err()).hasLineCount(1).contains("latents have 40 rows and the representation 1;");
        assertThat(folder.resolve("none.html")).doesNotExist();
        for (String[] arguments : new String[][] {
            {"absent.npy"},
            {"z.csv", "--representation-name", "phi"},
            {"z.csv", "--seed", "x"},
            {"z.csv", "--reports", "/dev/null/x"}
        }) {
            var rest = new String[arguments.length - 1];
            System.arraycopy(arguments, 1, rest, 0, rest.length);
            var run = identify(arguments[0], rest);
            assertThat(run.code()).as(arguments[0]).isEqualTo(2);
            assertThat(run.err()).hasLineCount(1);
            assertThat(run.out()).isEmpty();
        }
        assertThat(Run.of("identify", "--latents", "z.csv").code()).isEqualTo(2);
    }

    @Test
    void a_baseline_that_shows_the_same_qualifies_and_is_reported_beside() throws IOException {
        Files.copy(folder.resolve("phi.csv"), folder.resolve("before.csv"));
        String before = folder.resolve("before.csv").toString();
        var run = identify("phi.csv", "--baseline", before);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Axis-aligned, qualified: ", "But the baseline shows the same (axis-aligned).")
                .contains("baseline                           axis-aligned; mean correlation 1.0000");
        var json = new ObjectMapper()
                .readTree(identify("phi.csv", "--baseline", before, "--json").out());
        assertThat(json.at("/qualified").asBoolean()).isTrue();
        assertThat(json.at("/reasons/0").asText()).isEqualTo("the baseline shows the same (axis-aligned)");
        assertThat(json.at("/baseline/source").asText()).isEqualTo("before.csv");
        assertThat(json.at("/baseline/showsTheSame").asBoolean()).isTrue();
        var other =
                identify("phi.csv", "--baseline", folder.resolve("mixed.csv").toString(), "--json");
        assertThat(new ObjectMapper().readTree(other.out()).at("/qualified").asBoolean())
                .isFalse();
        var page = folder.resolve("page.html");
        identify("phi.csv", "--baseline", before, "--html", page.toString());
        assertThat(Files.readString(page)).contains(" --baseline " + before + " --seed 1</code>");
        var wrong =
                identify("phi.csv", "--baseline", folder.resolve("short.csv").toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).hasLineCount(1).contains("latents have 40 rows and the baseline 1;");
    }

    @Test
    void what_is_required_and_not_reached_is_one_line_and_exit_code_1() {
        assertThat(identify("phi.csv", "--fail-under", "mcc=0.9", "--fail-under", "finding=axis-aligned")
                        .code())
                .isZero();
        var low = identify("mixed.csv", "--fail-under", "mcc=0.9");
        assertThat(low.code()).isEqualTo(1);
        assertThat(low.out()).contains("Frame: ");
        assertThat(low.err()).hasLineCount(1).contains("mcc is 0.3", "below the required 0.9");
        var frame = identify("mixed.csv", "-q", "--fail-under", "finding=axis-aligned");
        assertThat(frame.code()).isEqualTo(1);
        assertThat(frame.out()).isEmpty();
        assertThat(frame.err()).hasLineCount(1).contains("the finding is frame, and axis-aligned or better");
        assertThat(identify("mixed.csv", "--fail-under", "identificationError=0.01")
                        .err())
                .contains("identificationError is 0.", "above the required 0.01");
        for (String wrong : new String[] {"mcc", "mcc=high", "speed=1", "finding=good"}) {
            var run = identify("phi.csv", "--fail-under", wrong);
            assertThat(run.code()).as(wrong).isEqualTo(2);
            assertThat(run.err()).hasLineCount(1).contains("--fail-under: " + wrong);
        }
    }

    @Test
    void a_page_never_takes_the_place_of_its_own_input() throws IOException {
        var phi = folder.resolve("phi.csv");
        String before = Files.readString(phi);
        Files.createSymbolicLink(folder.resolve("link.html"), phi);
        for (String page : new String[] {"phi.csv", "z.csv", "link.html"}) {
            var run = identify("phi.csv", "--html", folder.resolve(page).toString());
            assertThat(run.code()).as(page).isEqualTo(2);
            assertThat(run.err()).hasLineCount(1).contains("would take the place of the samples");
            assertThat(run.out()).isEmpty();
        }
        assertThat(Files.readString(phi)).isEqualTo(before);
    }

    @Test
    void columns_headers_decimals_and_groups_are_as_they_are_said_to_be() throws IOException {
        Files.writeString(
                folder.resolve("all.csv"),
                "row;word;z1;z2;z3;p;q;r\n"
                        + IntStream.range(0, 40)
                                .mapToObj(r -> r + ";w" + r % 5 + ";" + z(r % 8, 0) + ";" + z(r % 8, 1) + ";"
                                        + z(r % 8, 2) + ";0,5;" + (1 - z(r % 8, 2)) + ";" + z(r % 8, 1) + ",25")
                                .collect(Collectors.joining("\n")));
        String all = folder.resolve("all.csv").toString();
        var page = folder.resolve("page.html");
        var run = Run.of(
                "identify",
                "--latents",
                all,
                "--latents-columns",
                "z1-z3",
                "--representation",
                all,
                "--columns",
                "q,r",
                "--decimal",
                "comma",
                "--header",
                "yes",
                "--groups-column",
                "word",
                "--html",
                page.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("z3          -q", "z2          +r", "The rows form 5 groups");
        assertThat(Files.readString(page))
                .contains("all.csv --latents-columns z1-z3 --representation ")
                .contains(
                        "all.csv --representation-columns q,r --header yes --decimal comma --groups-column word --seed 1");
        var groups = Files.writeString(folder.resolve("g.txt"), "a\n".repeat(20) + "b\n".repeat(20));
        assertThat(identify("phi.csv", "--groups", groups.toString()).out()).contains("The rows form 2 groups");
        var json = new ObjectMapper()
                .readTree(identify("phi.csv", "--json", "--groups", groups.toString())
                        .out());
        assertThat(json.at("/groups").asInt()).isEqualTo(2);
        assertThat(json.at("/heldOut/groups").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_said_of_the_files_and_does_not_fit_them_is_one_line() throws IOException {
        var groups = Files.writeString(folder.resolve("g.txt"), "a\nb\n");
        Files.writeString(folder.resolve("phi.pt"), "PK");
        for (String[] arguments : new String[][] {
            {"phi.csv", "one a row is accepted", "--groups", groups.toString()},
            {"phi.csv", "neither file has such a column", "--groups-column", "word"},
            {"phi.csv", "give one of them", "--groups-column", "word", "--groups", groups.toString()},
            {"phi.csv", "no column 'p9'", "--columns", "p9"},
            {"phi.csv", "--header", "--header", "perhaps"},
            {"phi.csv", "would take the place of", "--groups", groups.toString(), "--html", groups.toString()},
            {"phi.pt", "np.save", "--decimal", "point"}
        }) {
            var run = identify(arguments[0], java.util.Arrays.copyOfRange(arguments, 2, arguments.length));
            assertThat(run.code()).as(arguments[1]).isEqualTo(2);
            assertThat(run.err()).hasLineCount(1).contains(arguments[1]);
            assertThat(run.out()).isEmpty();
        }
    }

    private Run identify(String representation, String... more) {
        var arguments = new java.util.ArrayList<>(java.util.List.of(
                "identify",
                "--latents",
                folder.resolve("z.csv").toString(),
                "--representation",
                folder.resolve(representation).toString()));
        arguments.addAll(java.util.List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    /** Every point of the 3-cube five times. */
    private void write(String name, java.util.function.IntFunction<String> row) throws IOException {
        Files.writeString(
                folder.resolve(name),
                IntStream.range(0, 40)
                        .mapToObj(r -> row.apply(name.equals("short.csv") ? r : r % 8))
                        .collect(Collectors.joining("\n")));
    }

    private static int z(int point, int i) {
        return 1 - 2 * (point >>> i & 1);
    }
}
