package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {

    @TempDir
    Path folder;

    private Run transforms(String... more) {
        return Run.of(Stream.concat(
                        Stream.of("sweep", "transforms", "--dimension", "3", "--reports", folder.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String result() throws Exception {
        return Files.readString(folder.resolve("sweeps/transforms-d3.json"));
    }

    @Test
    void the_census_is_told_and_kept() throws Exception {
        var run = transforms();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "52 classes hold 40,320 invertible transforms of B^3.",
                        "Burnside's lemma counts as many classes.",
                        "As expected.",
                        "Result: " + folder.resolve("sweeps/transforms-d3.json"))
                .containsPattern("\\n +9 +7 +3,456\\n");
        var json = new ObjectMapper().readTree(result());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "format",
                        "sweep",
                        "options",
                        "swept",
                        "name",
                        "title",
                        "question",
                        "asExpected",
                        "sentences",
                        "tables");
        assertThat(json.at("/options/dimension").asText()).isEqualTo("3");
        assertThat(json.get("asExpected").asBoolean()).isTrue();
    }

    @Test
    void threads_and_resuming_change_no_byte() throws Exception {
        var printed = transforms("--threads", "1", "--json").out();
        var first = result();
        assertThat(printed).isEqualTo(first);
        assertThat(transforms(
                                "--threads",
                                "2",
                                "--shards",
                                "1",
                                "--resume",
                                folder.resolve("kept").toString(),
                                "-q")
                        .out())
                .isEmpty();
        assertThat(result()).isEqualTo(first);
        assertThat(folder.resolve("kept/shard-000000.json")).exists();
    }

    @Test
    void the_next_audit_shows_it() throws Exception {
        transforms("-q");
        var audit = Run.of(
                "audit",
                "SIGNED-GROUP",
                "--max-dimension",
                "3",
                "--budget",
                "0.1",
                "-q",
                "--reports",
                folder.toString());
        assertThat(audit).isEqualTo(new Run(0, "", ""));
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains(
                        "id=\"sweep-transforms-d3\"",
                        "52 classes hold 40,320 invertible transforms",
                        "java -jar target/cubecheck.jar sweep transforms --dimension 3");
        assertThat(Files.readString(folder.resolve("summary.md"))).contains("### Sweeps", "52 classes hold 40,320");
    }

    @Test
    void two_dimensions_stand_side_by_side() throws Exception {
        transforms("-q");
        var first = result();
        assertThat(Run.of("sweep", "transforms", "--dimension", "2", "--reports", folder.toString(), "-q")
                        .code())
                .isZero();
        assertThat(result()).isEqualTo(first);
        Run.of("audit", "SIGNED-GROUP", "--max-dimension", "2", "-q", "--reports", folder.toString());
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("id=\"sweep-transforms-d2\"", "id=\"sweep-transforms-d3\"");
    }

    @Test
    void a_damaged_result_is_noticed_before_the_audit() throws Exception {
        transforms("-q");
        var file = folder.resolve("sweeps/transforms-d3.json");
        Files.writeString(file, result().substring(0, 300));
        var audit = Run.of("audit", "SIGNED-GROUP", "--max-dimension", "2", "-q", "--reports", folder.toString());
        assertThat(audit.code()).isEqualTo(2);
        assertThat(audit.err()).hasLineCount(1).contains(file + ": not JSON");
        assertThat(folder.resolve("index.html")).doesNotExist();
    }

    @Test
    void sweeps_are_listed_with_their_options() {
        assertThat(Run.of("sweep", "list").out())
                .contains("transforms  All invertible transforms, class by class", "  --dimension (default: 4)");
    }

    @Test
    void the_list_help_and_the_complaints_speak_of_the_same_options() throws Exception {
        var help = Run.of("sweep", "--help").out();
        var list = Run.of("sweep", "list").out();
        assertThat(Run.of("sweep", "--json", "list")).isEqualTo(Run.of("sweep", "list", "--json"));
        var json = new ObjectMapper().readTree(Run.of("sweep", "list", "--json").out());
        assertThat(json.get("format").asText()).isEqualTo("cubecheck-sweeps/1");
        assertThat(json.get("sweeps")).hasSize(5);
        for (var sweep : json.get("sweeps")) {
            assertThat(list)
                    .contains(sweep.get("name").asText() + "  "
                            + sweep.get("title").asText());
            for (var option : sweep.get("options")) {
                var name = "--" + option.get("name").asText();
                assertThat(help.replaceAll("\\s+", " "))
                        .contains(name + "=", " " + option.get("description").asText());
                assertThat(list)
                        .contains("  " + name
                                + (option.has("default")
                                        ? " (default: " + option.get("default").asText() + ")"
                                        : "")
                                + "\n");
                if (!option.has("least") || option.get("most").asLong() == Long.MAX_VALUE) continue;
                var outside = String.valueOf(option.get("least").asLong() - 1);
                assertThat(Run.of("sweep", sweep.get("name").asText(), name, outside)
                                .err())
                        .contains(name + " lies within " + option.get("least") + ".." + option.get("most") + ", not "
                                + outside);
            }
        }
        assertThat(json.at("/sweeps/4/options/3/choices/1").asText()).isEqualTo("full");
    }

    @Test
    void what_cannot_be_used_is_named_in_one_line() throws Exception {
        for (var wrong : new String[][] {
            {"name a sweep: transforms"},
            {"no sweep census; there are transforms", "census"},
            {"within 1..4, not 5", "transforms", "--dimension", "5"},
            {"does not take --claim; it takes --dimension", "transforms", "--claim", "SIGNED-GROUP"},
            {"--shards is at least 1, not 0", "transforms", "--shards", "0"},
            {"--threads is at least 1, not 0", "transforms", "--threads", "0"},
            {"goes with --engine spark", "transforms", "--master", "local[2]"},
            {"'--engine'", "transforms", "--engine", "hadoop"}
        }) {
            var arguments = Stream.concat(
                            Stream.of(
                                    "sweep",
                                    "--reports",
                                    folder.resolve("reports").toString()),
                            Stream.of(wrong).skip(1))
                    .toArray(String[]::new);
            var run = Run.of(arguments);
            assertThat(run.code()).as(run.err()).isEqualTo(2);
            assertThat(run.err()).hasLineCount(1).contains(wrong[0]);
            assertThat(run.out()).isEmpty();
        }
        assertThat(folder.resolve("reports")).doesNotExist();
        Files.writeString(folder.resolve("letter"), "dear");
        var mine = transforms("--resume", folder.toString());
        assertThat(mine.code()).isEqualTo(2);
        assertThat(mine.err()).hasLineCount(1).contains("neither empty nor a folder of finished shards");
        assertThat(transforms("--resume", folder.resolve("letter").toString()).code())
                .isEqualTo(2);
    }

    @Test
    void without_its_profile_nothing_of_spark_is_there_and_the_way_to_it_is_told() {
        assertThatThrownBy(() -> Class.forName("org.apache.spark.SparkContext"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> Class.forName("scala.Option")).isInstanceOf(ClassNotFoundException.class);
        var run = transforms("--engine", "spark");
        assertThat(run)
                .isEqualTo(new Run(
                        2,
                        "",
                        "cubecheck: --engine spark: this build is without Spark; 'mvn -q -P spark "
                                + "package' makes one with it, target/spark/cubecheck.jar\n"));
        assertThat(folder.resolve("sweeps")).doesNotExist();
    }
}
