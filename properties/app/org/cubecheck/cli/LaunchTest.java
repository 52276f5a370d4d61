package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.cubecheck.report.Program;
import org.junit.jupiter.api.Test;

class LaunchTest {

    @Test
    void the_program_is_started_again_as_it_was() {
        assertThat(Launch.program("", "lib/cubecheck.jar").command("audit X"))
                .isEqualTo("java -jar lib/cubecheck.jar audit X");
        assertThat(Launch.program("maven", "a" + File.pathSeparator + "b.jar").command("audit X"))
                .isEqualTo("mvn -q compile exec:exec -Dargs=\"audit X\"");
        assertThat(Launch.program("", "a" + File.pathSeparator + "b.jar")).isEqualTo(Program.JAR);
    }

    @Test
    void words_are_quoted_where_a_shell_would_not_take_them_as_they_are() {
        assertThat(Program.quoted("reports/certificates")).isEqualTo("reports/certificates");
        assertThat(Program.quoted("my reports")).isEqualTo("'my reports'");
        assertThat(Program.quoted("it's")).isEqualTo("'it'\\''s'");
        assertThat(Program.quoted("")).isEqualTo("''");
        assertThat(Launch.program("", "my lib/cubecheck.jar").command("claims"))
                .isEqualTo("java -jar 'my lib/cubecheck.jar' claims");
    }
}
