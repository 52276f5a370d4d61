package org.cubecheck.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A folder in which the commands of a page are typed. What the page calls the packaged program is what is tested. */
final class Shell {

    private static final String JAR = "target/cubecheck.jar";
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path folder;

    Shell(Path folder) {
        this.folder = folder;
    }

    /** What a command of a page prints on the standard output; it must end with exit code 0. */
    String output(String command) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(command.split(" +")));
        if (words.get(0).equals("java")) {
            words.set(0, JAVA);
            words.add(1, "-XX:TieredStopAtLevel=1");
            if (words.get(2).equals("-jar") && words.get(3).equals(JAR)) {
                words.set(2, "-cp");
                words.set(3, System.getProperty("java.class.path"));
                words.add(4, "org.cubecheck.cli.Main");
            } else if (words.get(2).equals("-cp")) {
                assertThat(words.get(3)).isEqualTo(JAR);
                words.set(3, System.getProperty("java.class.path"));
            }
        }
        var errors = Files.createTempFile("errors", ".txt");
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
        assertThat(process.exitValue())
                .as(() -> command + ": " + errors(errors))
                .isZero();
        Files.delete(errors);
        return output.replace("\r\n", "\n");
    }

    private static String errors(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    /** Whether Python is at hand, with NumPy. */
    static boolean hasNumPy() {
        try {
            var process = new ProcessBuilder("python3", "-c", "import numpy")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
