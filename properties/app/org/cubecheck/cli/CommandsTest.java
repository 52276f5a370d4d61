package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "audit",
                "claims",
                "claims show",
                "experiment",
                "experiment list",
                "experiment run",
                "experiment tests",
                "identify",
                "learning-curve",
                "phase-diagram",
                "spectrum",
                "sweep",
                "sweep list",
                "transform",
                "generate-completion"
            })
    void every_command_explains_itself(String command) {
        var run = Run.of((command + " --help").strip().split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: cubecheck " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_version_is_printed() {
        assertThat(Run.of("--version").out()).startsWith("cubecheck ");
    }

    @Test
    void experiments_tell_their_gates_and_that_some_have_none() {
        assertThat(Run.of("experiment", "list").out())
                .contains(
                        "frames  Asked afterwards",
                        "no gate: an observation",
                        "  gate more-tasks-2: probe at q=2 n=64 below probe at q=2 n=8");
        assertThat(Run.of("experiment", "list", "--json").out())
                .startsWith("{\n  \"format\": \"cubecheck-experiments/1\",\n  \"size\": \"full\",\n")
                .contains("\"more-tasks-2: probe at q=2 n=64 below probe at q=2 n=8", "\"gates\": []");
        assertThat(Run.of("experiment", "tests").out())
                .contains("Holm, 23 gates", "| TRAINED-PARABOLIC | parabolic-rollout | 5 of 6 | 0.047 |");
        assertThat(Run.of("experiment").err()).contains("name a command: list, run, tests");
    }

    @Test
    void without_a_command_the_help_is_shown_and_the_exit_code_is_that_of_wrong_usage() {
        var run = Run.of();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(Run.of("--help").out());
    }

    @Test
    void an_unknown_command_is_called_so_and_the_known_ones_are_named() {
        assertThat(Run.of("specturm", "e8").err())
                .startsWith("cubecheck: no command 'specturm'; did you mean spectrum or ")
                .contains("? The commands are audit, census, ")
                .hasLineCount(1);
        assertThat(Run.of("zzz").err())
                .startsWith("cubecheck: no command 'zzz'")
                .contains("he commands are audit, ");
    }

    @Test
    void claims_tells_which_of_them_an_audit_checks() {
        assertThat(Run.of("claims").out())
                .endsWith("55 claims: 'audit' checks 47, and with --empirical quick or full also the 8 about trained "
                        + "networks. 'claims show ID' shows one.\n");
    }

    @Test
    void objects_in_json_begin_with_their_format() {
        for (var command : List.of(
                "spectrum e8",
                "transform 0,1,3,2",
                "census --dimension 2",
                "phase-diagram",
                "learning-curve -d 2 --tasks up-to-1")) {
            var words = new ArrayList<>(List.of(command.split(" ")));
            words.add("--json");
            assertThat(Run.of(words.toArray(String[]::new)).out())
                    .startsWith("{\n  \"format\": \"cubecheck-" + words.get(0) + "/1\",\n");
        }
    }

    @Test
    void a_completion_script_names_the_commands() {
        var run = Run.of("generate-completion");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("spectrum", "--update-baseline");
    }

    @Test
    void claims_are_listed_and_shown() {
        assertThat(Run.of("claims").out()).contains("MINIMAL-DEGREE", "Invertible transforms", "AUTHORS");
        assertThat(Run.of("claims", "show", "minimal-degree").out())
                .contains(
                        "deg T ≥ d",
                        "all 40,320",
                        "control, must be refuted",
                        "stated by the paper in words; the exact wording is ours");
        assertThat(Run.of("claims", "--json").out()).contains("\"id\": \"MINIMAL-DEGREE\"");
    }

    /** Majority of three, by hand: the expansion and all measures. */
    @Test
    void the_spectrum_of_the_majority_of_three_is_that_of_the_textbook() {
        assertThat(Run.of("spectrum", "e8").out())
                .contains("f = 1/2 x1 + 1/2 x2 + 1/2 x3 - 1/2 x1x2x3")
                .containsPattern("\\n  degree +3\\n")
                .containsPattern("GF\\(2\\) degree +2\\n")
                .containsPattern("\\n  sensitivity +2\\n")
                .containsPattern("block sensitivity +2\\n")
                .containsPattern("certificate complexity +2\\n")
                .containsPattern("weight by level +0: 0  1: 3/4  2: 0  3: 1/4\\n")
                .containsPattern("total influence +3/2\\n")
                .containsPattern("noise stability at 1/2 +13/32\\n");
    }

    /** The same function in every notation; the bit order of a table is pinned by x1, which has no symmetry. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0xA",
                "--bits 0101",
                "-n 2 a",
                "--values 1,-1,1,-1",
                "--values 1/1,-1.0,1e0,-2/2",
                "--values [1,-1,1,-1]"
            })
    void x1_is_read_in_every_notation(String arguments) {
        assertThat(Run.of(("spectrum " + arguments).split(" ")).out()).contains("table a", "f = x1\n");
    }

    @Test
    void a_table_may_lie_in_a_file() throws Exception {
        var file = Files.writeString(folder.resolve("majority"), "0x e8\n");
        assertThat(Run.of("spectrum", "@" + file).out()).contains("f = 1/2 x1 + 1/2 x2 + 1/2 x3 - 1/2 x1x2x3");
    }

    @Test
    void real_values_are_read_exactly() {
        assertThat(Run.of("spectrum", "--values", "0.1,0.2").out())
                .contains("f: B^1 -> R", "f = 3/20 - 1/20 x1\n")
                .doesNotContain("GF(2)");
    }

    @Test
    void a_spectrum_as_json_holds_every_coefficient() throws Exception {
        var json = new ObjectMapper()
                .readTree(Run.of("spectrum", "e8", "--json", "--rho", "1/2,-1").out());
        assertThat(json.get("coefficients")).hasSize(4);
        assertThat(json.at("/coefficients/3/set").toString()).isEqualTo("[1,2,3]");
        assertThat(json.at("/coefficients/3/coefficient").asText()).isEqualTo("-1/2");
        assertThat(json.at("/noiseStability/-1").asText()).isEqualTo("-1");
    }

    @Test
    void a_long_polynomial_is_cut_and_says_so() {
        var run = Run.of("spectrum", "0".repeat(63) + "1");
        assertThat(run.out()).contains("(192 more terms; --json gives all)");
    }

    @Test
    void a_transform_shows_its_coordinates_and_its_inverse() {
        assertThat(Run.of("transform", "0,1,3,2").out())
                .contains("T_1 = z1z2   (degree 2)", "T_2 = z2   (degree 1)", "deg T = 3", "not a signed permutation");
        assertThat(Run.of("transform", "1", "3", "0", "2").out()).contains("a signed permutation: T(z) = (-z2, z1)");
    }

    @Test
    void a_transform_as_json_may_be_read_back() throws Exception {
        var json = new ObjectMapper()
                .readTree(Run.of("transform", "--json", "[1, 3, 0, 2]").out());
        assertThat(json.get("signedPermutation").asBoolean()).isTrue();
        var inverse = Run.of("transform", "--json", json.at("/inverse/image").toString());
        assertThat(new ObjectMapper().readTree(inverse.out()).at("/inverse/image"))
                .isEqualTo(json.get("image"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "spectrum e81 | table 'e81': a truth table in hexadecimal has a power of two of digits, not 3",
                "spectrum --bits 101 | a truth table has a power of two of bits, not 3",
                "spectrum --bits 0120 | '2' at position 3 is neither 0 nor 1",
                "spectrum --values 1,2,3 | the length of a table is a power of two, not 3",
                "spectrum --values 1,x | is neither a decimal nor a fraction",
                "spectrum --values 1,1/0 | has the denominator 0",
                "spectrum --values 1,1e99 | do not fit into 64 bits",
                "spectrum x1 | is no hexadecimal digit",
                "spectrum e8 --bits 01 | are mutually exclusive",
                "spectrum -n 31 e8 | lies within 0..20, not 31",
                "spectrum -n -1 e8 | lies within 0..20, not -1",
                "spectrum -n 2 e8 | a truth table of 2 variables has 1 hexadecimal digits, not 2",
                "spectrum -n 2 --values 1,1 | --variables goes with TABLE",
                "spectrum --rho 2 e8 | --rho lies within -1..1",
                "spectrum --rho , e8 | --rho: none is named",
                "spectrum --rho 1/2,x e8 | is neither a decimal nor a fraction",
                "spectrum --rho 1/0 e8 | has the denominator 0",
                "spectrum e8 --rho=1/2,-2 | --rho lies within -1..1, not -2",
                "spectrum e8 extra | cubecheck: Unmatched argument: 'extra' (see",
                "census --dimension 5 | cubecheck: --dimension lies within 1..4, not 5",
                "census --dimension 2 --threads 0 | cubecheck: --threads is at least 1, not 0",
                "learning-curve -d 5 --tasks all | cubecheck: --dimension lies within 1..4, not 5",
                "sweep transforms --dimension 5 | --dimension lies within 1..4, not 5",
                "sweep learning-curve --tasks most | --tasks: tasks are all, up-to-K",
                "learning-curve -d 3 --tasks most | --tasks: tasks are all, up-to-K",
                "experiment run identification --size big | '--size': 'big' is not one of quick, full (see",
                "sweep training --size big | '--size': 'big' is not one of quick, full (see",
                "audit --empirical some | '--empirical': 'some' is not one of off, quick, full (see",
                "experiment run nothing | cubecheck: no experiment nothing; there are identification, controls,",
                "sweep training --experiment nothing | no experiment nothing; there are identification, controls,",
                "transform 4,1,2,0 | entry 4 at position 1 is not within 0..3",
                "transform 0,1,1,2 | twice, the second time at position 3",
                "phase-diagram --drops , | --drops: none is named",
                "learning-curve -d 2 --tasks all --numbers , | --numbers: none is named",
                "learning-curve -d 2 --tasks all --exact --samples 5 | --samples goes without --exact",
                "census --dimension 2 --resume pom.xml | pom.xml/degrees: not a folder that finished shards can "
                        + "be kept in; name another one",
                "sweep transforms --dimension 2 --resume pom.xml | pom.xml: not a folder that finished shards can "
                        + "be kept in; name another one",
                "sweep functions --dimension 3 --resume hdfs://host/x | a URI goes with --engine spark",
                "spectrum @ | '' is not the name of a file or folder",
                "transform @fixtures | fixtures: a folder; name a file",
                "audit --baseline fixtures | fixtures: a folder; name a file",
                "spectrum @no/such/file | no/such/file: no such file",
                "spectrum | Missing required",
                "transform 0,1,1,2 | 1 occurs twice",
                "transform 0,1,2 | the length of a table is a power of two, not 3",
                "transform 0,1,2,4 | entry 4 at position 4 is not within 0..3",
                "transform 0,1,2,x | 'x' at position 4 is no integer",
                "transform @no/such/file | no such file",
                "audit MINIMAL-DEGRE | no claim MINIMAL-DEGRE; did you mean MINIMAL-DEGREE?",
                "audit C-INVERSE-DEGREE | it is a control of INVERSE-DEGREE",
                "audit --max-dimension 0 | --max-dimension is at least 1, not 0",
                "audit --budget 0 | a budget lies within 0..1e9",
                "audit --threads 0 | --threads is at least 1, not 0",
                "audit --seed pi | 'pi' is not a long",
                "audit --baseline no/such/file | no such file",
                "claims show NOTHING | no claim NOTHING; 'claims' lists them",
                "spectum e8 | did you mean spectrum",
                "audit --basline x | Unknown option",
                "audit --reports= | '' is not the name of a file or folder",
                "census --dimension 2 --resume= | '' is not the name of a file or folder",
                "sweep transforms --dimension 2 --resume= | '' is not the name of a file or folder",
                "identify --latents= --representation= | '' is not the name of a file or folder",
                "identify --latents fixtures/identify/z.npy --representation fixtures/identify/z.npy --html "
                        + "fixtures | fixtures: a folder; name a file",
                "identify --latents fixtures/identify/z.npy --representation fixtures/identify/z.npy --html / | "
                        + "/: a folder; name a file",
                "identify --latents / --representation / | --latents: /: a folder",
                "experiment run nothing all | nothing",
                "experiment run identification --seeds , | a seed is a number",
                "experiment run identification --seeds 1-900,1000-1200 | up to 1000 seeds",
                "experiment run identification --seeds 5,1-9 | the seed 5 twice",
                "learning-curve -d 2 --tasks 1,,1 | tasks are all, up-to-K",
            })
    void bad_input_gets_one_clear_line_and_exit_code_2(String command, String complaint) {
        var run = Run.of(command.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("cubecheck: ").contains(complaint);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void a_stack_trace_is_given_on_request_only() {
        assertThat(Run.of("transform", "0,1,2", "--stacktrace").err()).contains("at org.cubecheck.transform.Bijection");
    }

    /** The library that reads the command line warns of quotes on its own, past the line of ours. */
    @Test
    void quotes_that_do_not_match_are_one_line_as_well() {
        var usual = System.err;
        var bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Run.of("phase-diagram", "--drops=1,\"2").err())
                    .hasLineCount(1)
                    .contains("is not an int");
        } finally {
            System.setErr(usual);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_folder_is_no_table() {
        var run = Run.of("spectrum", "@" + folder);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("a folder; name a file");
    }

    @Test
    void a_table_may_begin_with_the_mark_of_its_encoding() throws Exception {
        var table = Files.writeString(folder.resolve("table.txt"), "\uFEFFe8\n");
        assertThat(Run.of("spectrum", "@" + table).out())
                .isEqualTo(Run.of("spectrum", "e8").out());
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "40, 55", "100, 100", "9999, 120", "wide, 80", "'', 80"})
    void help_is_as_wide_as_the_shell_says(String columns, int width) {
        var line = new CommandLine(new Main());
        Main.usageWidth(line, Optional.of(columns));
        assertThat(line.getUsageHelpWidth()).isEqualTo(width);
        assertThat(line.getSubcommands().get("audit").getUsageMessage().lines())
                .allMatch(text -> text.length() <= width)
                .anyMatch(text -> text.length() > width - 15);
    }

    @Test
    void numbers_have_the_digits_of_english_wherever_the_program_runs() throws Exception {
        var command = Run.command(Main.class, "transform", "1,0");
        command.addAll(1, List.of("-Duser.language=ar", "-Duser.country=EG"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("T_1 = -z1   (degree 1)");
    }

    /** Through main itself, which the other tests go around. */
    @Test
    void a_word_may_stand_twice() throws Exception {
        assertThat(ofProcess("census", "--dimension", "2", "--threads", "2"))
                .startsWith("0 ")
                .contains("24");
        assertThat(ofProcess("transform", "0", "1", "1", "2"))
                .startsWith("2 ")
                .doesNotContain("Exception")
                .contains("transform");
    }

    private static String ofProcess(String... args) throws Exception {
        var process = new ProcessBuilder(Run.command(Main.class, args))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
