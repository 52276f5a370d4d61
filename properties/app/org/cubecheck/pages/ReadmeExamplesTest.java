package org.cubecheck.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README is short, and its examples do what it says. */
class ReadmeExamplesTest {

    private static final int WORDS = 900;
    private static final Page README = Page.of("README.md");

    /** Words as a reader sees them: text, tables and labels of links, but no blocks of code and no targets of links. */
    private static long words(String prose) {
        String rendered = prose.replaceAll("!\\[[^]]*]\\([^)]*\\)", " ")
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("<[^>]*>", " ");
        return Pattern.compile("\\s+")
                .splitAsStream(rendered)
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    @Test
    void it_has_no_more_words_than_a_reader_has_patience() {
        assertThat(words(README.prose())).isBetween(WORDS / 3L, (long) WORDS);
    }

    @Test
    void words_are_counted_as_a_reader_sees_them() {
        assertThat(words("## Two words\n| a | - |\n| ---: | --- |\n")).isEqualTo(3);
        assertThat(words("See [the page](src/site/some page.md) · ![not this](b.png), `or that` d ≤ 4."))
                .isEqualTo(7);
    }

    @Test
    void the_two_commands_stand_before_everything_else() {
        assertThat(README.blocks().get(0).text()).isEqualTo("mvn -q compile exec:exec@audit\n");
        assertThat(README.blocks().get(1).text()).isEqualTo("mvn -B test\n");
    }

    @Test
    void the_picture_is_small() throws Exception {
        assertThat(Files.size(Path.of("src/site/resources/report.png"))).isLessThan(150_000);
    }

    @Tag("thorough")
    @Test
    void the_examples_of_the_program_print_what_it_shows(@TempDir Path folder) throws Exception {
        var shell = new Shell(folder);
        var examples = Files.createDirectories(folder.resolve("fixtures").resolve("identify"));
        for (var name : new String[] {"z.npy", "phi.npz"})
            Files.copy(Path.of("fixtures", "identify", name), examples.resolve(name));
        Files.createDirectories(folder.resolve("target"));
        var commands = README.blocks("sh");

        assertThat(commands.get(0).commands()).hasSize(1);
        README.assertShows(
                README.blocks("text").get(0),
                shell.output(commands.get(0).commands().get(0)));
        assertThat(folder.resolve("target/identification.html")).exists();

        assertThat(commands.get(1).commands()).hasSize(3);
        for (var command : commands.get(1).commands())
            assertThat(shell.output(command)).contains("MINIMAL-DEGREE");
        assertThat(folder.resolve("reports/one/index.html")).exists();
    }

    @Test
    void the_example_of_the_library_prints_what_it_shows(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("Example.java"),
                "import org.cubecheck.cube.BooleanFunction;\nimport org.cubecheck.transform.Bijection;\n"
                        + "class Example { public static void main(String[] args) {\n"
                        + README.blocks("java").get(0).text() + "}}\n");
        README.assertShows(
                README.blocks("text").get(1), new Shell(folder).output("java -cp target/cubecheck.jar Example.java"));
    }
}
