package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusCommandTest {

    @TempDir
    Path folder;

    @Test
    void the_census_is_printed_with_its_classes() {
        var run = Run.of("census", "--dimension", "3", "--by-classes");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("40,320 invertible transforms of the 3-cube", "52 classes")
                .containsPattern("1\\+2\\+3 +4,320\\n")
                .containsPattern("\\(9, 7\\) +3,456\\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_run_that_was_cut_short_gives_the_same_bytes_when_taken_up() throws Exception {
        String[] command = {
            "census",
            "--dimension",
            "3",
            "--by-classes",
            "--json",
            "--resume",
            folder.resolve("kept").toString()
        };
        var fresh = Run.of("census", "--dimension", "3", "--by-classes", "--json");
        assertThat(Run.of(command).out()).isEqualTo(fresh.out());
        Files.delete(folder.resolve("kept/degrees/shard-000007.json"));
        Files.writeString(folder.resolve("kept/degrees/shard-000011.json"), "{\"dimension\":3,");
        Files.delete(folder.resolve("kept/classes/shard-000000.json"));
        var resumed = Run.of(command);
        assertThat(resumed.code()).isZero();
        assertThat(resumed.out()).isEqualTo(fresh.out());
    }

    @Test
    void what_cannot_be_used_is_named_in_one_line() throws Exception {
        assertThat(Run.of("census", "--dimension", "5").code()).isEqualTo(2);
        assertThat(Run.of("census", "--dimension", "5").err()).hasLineCount(1).contains("1..4, not 5");
        assertThat(Run.of("census", "--dimension", "2", "--threads", "0").err())
                .hasLineCount(1)
                .contains("at least 1");
        Run.of("census", "--dimension", "2", "--resume", folder.toString());
        var other = Run.of("census", "--dimension", "3", "--resume", folder.toString());
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).hasLineCount(1).contains("another sweep");
        Files.writeString(folder.resolve("file"), "");
        assertThat(Run.of(
                                "census",
                                "--dimension",
                                "2",
                                "--resume",
                                folder.resolve("file").toString())
                        .code())
                .isEqualTo(2);
    }
}
