package org.cubecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/** How long a line and a source file may be. */
class SourceRules {

    private static final int COLUMNS = 140;
    private static final int LINES = 500;

    /** One file that anyone can read alone and compile with nothing else, so it is as long as it must be. */
    private static final String CHECKER = "CheckCertificates.java";

    /** The Java sources below a folder, but for what a build writes. */
    private static List<Path> sources(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> IntStream.range(0, file.getNameCount())
                            .noneMatch(i -> file.getName(i).toString().equals("target")))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> tooLong(Path file) {
        try {
            return tooLong(file.toString(), file.endsWith(CHECKER), Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is too long in a source; a line is counted in characters, without its end. */
    private static List<String> tooLong(String name, boolean ofAnyLength, String source) {
        var lines = source.lines().toList();
        var columns = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).codePointCount(0, lines.get(i).length()) > COLUMNS)
                .mapToObj(i -> name + ":" + (i + 1) + " has more than " + COLUMNS + " characters");
        var length = ofAnyLength || lines.size() <= LINES
                ? Stream.<String>empty()
                : Stream.of(name + " has " + lines.size() + " lines, more than " + LINES);
        return Stream.concat(columns, length).toList();
    }

    @Example
    void no_line_and_no_source_is_too_long() {
        var folders = List.of("src", "properties");
        assertThat(folders).allSatisfy(folder -> assertThat(sources(folder)).isNotEmpty());
        assertThat(folders.stream().flatMap(folder -> sources(folder).stream()).flatMap(file -> tooLong(file).stream()))
                .as("break the line, or split the class by what its parts are about")
                .isEmpty();
        assertThat(sources("src")).as("the exception is still there").anyMatch(file -> file.endsWith(CHECKER));
    }

    @Example
    void a_line_or_a_source_that_is_too_long_is_noticed() {
        String line = "x".repeat(COLUMNS);
        assertThat(tooLong("Some.java", false, (line + "\n").repeat(LINES))).isEmpty();
        assertThat(tooLong("Some.java", false, "\n" + line + "x\n"))
                .containsExactly("Some.java:2 has more than 140 characters");
        assertThat(tooLong("Some.java", false, "\n".repeat(LINES + 1)))
                .containsExactly("Some.java has 501 lines, more than 500");
        assertThat(tooLong("Some.java", true, "\n".repeat(LINES + 1))).isEmpty();
        assertThat(tooLong("Some.java", true, line + "x")).hasSize(1);
    }
}
