package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a system for which PyTorch has no native library: with that jar left off the class path. */
class MissingNativesTest {

    @TempDir
    Path folder;

    private record Ended(int code, List<String> lines) {}

    private Ended run(String... arguments) throws Exception {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var without = Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.contains("pytorch-native"))
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m",
                "-XX:TieredStopAtLevel=1",
                "-DENGINE_CACHE_DIR=" + folder,
                "-cp",
                without,
                Main.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(folder.toFile())
                .start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return new Ended(process.waitFor(), lines);
    }

    @Tag("thorough")
    @Test
    void training_says_one_line() throws Exception {
        for (var command : List.of(
                "experiment run identification --device cpu",
                "experiment run identification",
                "audit PARSEVAL --empirical quick",
                "sweep training --experiment identification")) {
            var ended = run(command.split(" "));
            assertThat(ended.lines().stream().filter(line -> line.startsWith("cubecheck: ")))
                    .as(command + ": " + ended.lines())
                    .singleElement()
                    .asString()
                    .startsWith("cubecheck: training needs the native library of PyTorch, and none is there for this")
                    .contains(System.getProperty("os.arch"), "Linux on x86_64 and on aarch64, macOS", "Windows");
            assertThat(ended.lines()).as(command).noneMatch(line -> line.contains("Exception"));
            assertThat(ended.code()).as(command).isEqualTo(2);
        }
    }

    @Tag("thorough")
    @Test
    void everything_else_works() throws Exception {
        assertThat(run("spectrum", "e8").code()).isZero();
        assertThat(run("experiment", "list").code()).isZero();
        assertThat(run("claims").code()).isZero();
    }
}
