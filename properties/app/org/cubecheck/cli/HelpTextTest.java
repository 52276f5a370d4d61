package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTextTest {

    /** Whatever the width, the words are the same: none is broken, and no sign is lost. */
    @ParameterizedTest
    @ValueSource(ints = {55, 80})
    void help_of_any_width_has_the_same_words(int width) {
        for (var path : paths(command(120))) {
            assertThat(words(path, width)).as(path.toString()).isEqualTo(words(path, 120));
        }
        assertThat(words(List.of("sweep"), width))
                .allMatch(word -> word.chars().noneMatch(c -> c >= 0xE000 && c < 0xF8FF));
    }

    @Test
    void escapes_stay_what_they_are() {
        assertThat(Run.of("learning-curve", "--help").out()).contains("(95%)").doesNotContain("%%", "%n");
    }

    private static CommandLine command(int width) {
        var line = new CommandLine(new Main());
        HelpText.keepWordsWhole(line);
        Main.usageWidth(line, Optional.of(Integer.toString(width)));
        return line;
    }

    private static List<List<String>> paths(CommandLine line) {
        var paths = new ArrayList<List<String>>();
        line.getSubcommands().forEach((name, below) -> {
            paths.add(List.of(name));
            below.getSubcommands().keySet().forEach(last -> paths.add(List.of(name, last)));
        });
        return paths;
    }

    private static TreeSet<String> words(List<String> path, int width) {
        var line = command(width);
        for (var name : path) line = line.getSubcommands().get(name);
        var text = new java.io.StringWriter();
        line.usage(new PrintWriter(text, true), CommandLine.Help.Ansi.OFF);
        // The synopsis is laid out by another rule: between its brackets.
        return Stream.of(
                        text.toString().replaceFirst("(?s)Usage:.*?\n(?! )", "").split("\\s+"))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
}
