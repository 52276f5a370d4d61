package org.cubecheck.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page that shows what {@code identify} says of different representations. */
class GalleryTest {

    @Tag("thorough")
    @Test
    void each_result_is_what_the_program_prints() throws Exception {
        var page = Page.of("src/site/markdown/gallery.md");
        var commands = page.blocks("sh");
        var printed = page.blocks("text");
        assertThat(commands).hasSize(5);
        assertThat(printed).hasSameSizeAs(commands);
        var shell = new Shell(Path.of("").toAbsolutePath());
        for (int i = 0; i < commands.size(); i++) {
            assertThat(commands.get(i).commands()).hasSize(1);
            page.assertShows(
                    printed.get(i), shell.output(commands.get(i).commands().get(0)));
        }
    }
}
