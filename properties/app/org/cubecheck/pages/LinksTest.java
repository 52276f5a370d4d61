package org.cubecheck.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each link of a page to a file of this repository, and to a heading there, leads somewhere. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]*)(?:#([^)]*))?\\)");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> below = Files.list(Path.of("src/site/markdown"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("reports/reference/mutation-survivors.md")), below)
                    .sorted()
                    .toList();
        }
    }

    /** What a heading is called in a link to it. */
    private static List<String> anchors(Path page) {
        try {
            return Files.readAllLines(page).stream()
                    .filter(line -> line.matches("#+ .*"))
                    .map(line -> line.replaceFirst("#+ ", "")
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> broken(Path page, String text) {
        var folder = page.toAbsolutePath().getParent();
        return LINK.matcher(text)
                .results()
                .filter(link -> {
                    var target = link.group(1).isEmpty() ? page.toAbsolutePath() : folder.resolve(link.group(1));
                    return !Files.exists(target)
                            || link.group(2) != null && !anchors(target).contains(link.group(2));
                })
                .map(link -> page + ": " + link.group())
                .toList();
    }

    @Test
    void each_link_leads_to_a_file_and_a_heading_that_there_are() throws Exception {
        assertThat(pages())
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(
                                broken(page, Page.of(page.toString()).prose()))
                        .isEmpty());
    }

    @Test
    void a_broken_link_is_noticed() {
        assertThat(broken(
                        Path.of("README.md"),
                        "[a](src/none.md) [b](pom.xml) [c](README.md#you-write-java) [d](#sources) [e](#none)"
                                + " [f](https://example.org/x#y)"))
                .containsExactly("README.md: ](src/none.md)", "README.md: ](#none)");
    }
}
