package org.cubecheck.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorial about a network, followed word for word, but for the build. Where Python has no NumPy, the arrays that
 * its script makes are those of {@code fixtures/first-network}.
 */
class FirstNetworkTest {

    @Tag("thorough")
    @Test
    void each_step_does_what_the_page_says(@TempDir Path folder) throws Exception {
        var page = Page.of("src/site/markdown/first-network.md");
        var commands = page.blocks("sh");
        var printed = page.blocks("text");
        var shell = new Shell(folder);
        assertThat(commands).hasSize(4);
        assertThat(commands.get(0).commands()).containsExactly("mvn -q package -DskipTests");

        assertThat(commands.get(1).commands()).containsExactly("python3 my_first_network.py");
        if (Shell.hasNumPy()) {
            Files.writeString(
                    folder.resolve("my_first_network.py"),
                    page.blocks("python").get(0).text());
            assertThat(shell.output("python3 my_first_network.py")).isEmpty();
        } else {
            for (var name : new String[] {"z.npy", "phi.npy", "rotated.npy"})
                Files.copy(Path.of("fixtures", "first-network", name), folder.resolve(name));
        }

        page.assertShows(printed.get(0), shell.output(commands.get(2).commands().get(0)));
        page.assertShows(printed.get(1), shell.output(commands.get(3).commands().get(0)));
    }
}
