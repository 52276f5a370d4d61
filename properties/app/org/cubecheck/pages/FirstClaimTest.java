package org.cubecheck.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial about a claim, followed word for word, but for the build. */
class FirstClaimTest {

    @Tag("thorough")
    @Test
    void each_step_does_what_the_page_says(@TempDir Path folder) throws Exception {
        var page = Page.of("src/site/markdown/first-claim.md");
        var commands = page.blocks("sh");
        var java = page.blocks("java");
        var printed = page.blocks("text");
        var shell = new Shell(folder);
        var file = folder.resolve("MyFirstClaim.java");
        assertThat(commands).hasSize(3);
        assertThat(commands.get(0).commands()).containsExactly("mvn -q package -DskipTests");

        Files.writeString(file, java.get(0).text());
        page.assertShows(printed.get(0), shell.output(commands.get(1).commands().get(0)));

        String before = java.get(1).text();
        assertThat(java.get(0).text().split(Pattern.quote(before), -1))
                .as("the line to be replaced occurs once")
                .hasSize(2);
        Files.writeString(file, java.get(0).text().replace(before, java.get(2).text()));
        page.assertShows(printed.get(1), shell.output(commands.get(2).commands().get(0)));
    }
}
