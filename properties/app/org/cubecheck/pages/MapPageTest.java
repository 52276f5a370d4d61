package org.cubecheck.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map names every module, package and folder of fixtures that there is. */
class MapPageTest {

    private static final Page MAP = Page.of("src/site/markdown/map.md");

    private static List<String> folders(Path folder) {
        try (Stream<Path> below = Files.list(folder)) {
            return below.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .filter(name -> !name.equals("target"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void each_package_stands_in_the_row_of_its_module() {
        for (var module : folders(Path.of("src"))) {
            var rows = MAP.text()
                    .lines()
                    .filter(line -> line.startsWith("| `src/" + module + "`"))
                    .toList();
            assertThat(rows).as(module).hasSize(1);
            var packages = Path.of("src", module, "java", "org", "cubecheck");
            if (!Files.isDirectory(packages)) continue;
            assertThat(folders(packages))
                    .as(module)
                    .allSatisfy(name -> assertThat(rows.get(0)).contains("`" + name + "`"));
        }
    }

    @Test
    void the_packages_of_the_design_are_those_that_there_are() {
        var table = Page.of("src/site/markdown/design.md")
                .text()
                .lines()
                .filter(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n"));
        for (var module : folders(Path.of("src"))) {
            var packages = Path.of("src", module, "java", "org", "cubecheck");
            if (!Files.isDirectory(packages)) continue;
            assertThat(folders(packages))
                    .as(module)
                    .allSatisfy(name -> assertThat(table).contains("`" + name + "`"));
        }
    }

    @Test
    void each_folder_of_tests_and_fixtures_is_named() {
        for (var folder : List.of("properties", "fixtures"))
            assertThat(folders(Path.of(folder)))
                    .as(folder)
                    .allSatisfy(name -> assertThat(MAP.text()).contains("`" + folder + "/" + name + "`"));
    }
}
