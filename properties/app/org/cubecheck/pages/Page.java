package org.cubecheck.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of the documentation with its blocks of code. A block {@code sh} holds commands. A block {@code text} holds
 * what the commands before it print: all of it, or the first lines, where its last line is {@code ...}.
 *
 * <p>With {@code -Dcubecheck.renew=pages} a block {@code text} that differs is written anew, with as many lines as it
 * had, instead of failing the test.
 */
final class Page {

    private static final String FENCE = "```";
    private static final String MORE = "...";
    private static final boolean RENEW = "pages".equals(System.getProperty("cubecheck.renew"));

    private final Path file;

    private Page(Path file) {
        this.file = file;
    }

    /** One block of code. */
    record Block(int index, String language, List<String> lines) {

        String text() {
            return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        }

        /** The commands of a block, one each; a line that ends with a backslash goes on in the next. */
        List<String> commands() {
            return text().replaceAll("\\\\\n\\s*", "")
                    .lines()
                    .map(String::strip)
                    .toList();
        }
    }

    static Page of(String file) {
        return new Page(Path.of(file));
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All blocks, in their order. */
    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        var lines = text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(FENCE)) continue;
            String language = lines.get(i).substring(FENCE.length());
            var content = new ArrayList<String>();
            for (i++; !lines.get(i).equals(FENCE); i++) content.add(lines.get(i));
            blocks.add(new Block(blocks.size(), language, List.copyOf(content)));
        }
        return List.copyOf(blocks);
    }

    /** Those of one language. */
    List<Block> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** The text without its blocks of code. */
    String prose() {
        var prose = new StringBuilder();
        boolean code = false;
        for (var line : text().lines().toList()) {
            if (line.startsWith(FENCE)) code = !code;
            else if (!code) prose.append(line).append('\n');
        }
        return prose.toString();
    }

    /** What a block shows is what was printed. */
    void assertShows(Block block, String printed) {
        assertThat(block.language()).isEqualTo("text");
        var output = printed.lines().toList();
        boolean isPart = block.lines().contains(MORE);
        var expected = isPart
                ? new ArrayList<>(
                        output.subList(0, Math.min(output.size(), block.lines().size() - 1)))
                : output;
        var shown = isPart ? block.lines().subList(0, block.lines().size() - 1) : block.lines();
        if (RENEW) write(block.index(), expected, isPart);
        else
            assertThat(shown)
                    .as(file + ", renewed with -Dcubecheck.renew=pages")
                    .isEqualTo(expected);
    }

    private void write(int index, List<String> shown, boolean isPart) {
        var page = new StringBuilder();
        int block = -1;
        boolean code = false;
        for (var line : text().lines().toList()) {
            if (line.startsWith(FENCE)) {
                code = !code;
                if (code) block++;
                if (!code && block == index) {
                    shown.forEach(each -> page.append(each.stripTrailing()).append('\n'));
                    if (isPart) page.append(MORE).append('\n');
                }
            } else if (code && block == index) continue;
            page.append(line).append('\n');
        }
        try {
            Files.writeString(file, page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
