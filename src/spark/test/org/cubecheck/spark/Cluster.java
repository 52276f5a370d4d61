package org.cubecheck.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * A standalone master and workers with one core each, as processes of this machine, from the folder that the profile
 * builds.
 */
final class Cluster implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("cubecheck.spark.home"));
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int SECONDS = 300;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final String url;

    Cluster(Path folder, int workers) throws Exception {
        this.folder = Files.createDirectories(folder);
        processes.add(daemon(
                "master", "-Dspark.master.rest.enabled=false", "org.apache.spark.deploy.master.Master", "--port", "0"));
        this.url = found("master", "Starting Spark master at (spark://\\S+)");
        for (int i = 1; i <= workers; i++) {
            processes.add(daemon(
                    "worker" + i,
                    "-Dspark.worker.cleanup.enabled=false",
                    "org.apache.spark.deploy.worker.Worker",
                    "--port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve("work" + i).toString(),
                    url));
            found("worker" + i, "(Successfully registered with master)");
        }
    }

    String url() {
        return url;
    }

    /** Kills a worker, 1 or 2, and its executors: no process of theirs has time to say anything. */
    void kill(int worker) {
        var process = processes.get(worker);
        var all = new ArrayList<>(process.descendants().toList());
        assertThat(all).as("executors of the worker").isNotEmpty();
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private Process daemon(String name, String property, String... command) throws IOException {
        var words = new ArrayList<>(List.of(JAVA, "-Xmx512m", property, "-cp", HOME.resolve("jars") + "/*"));
        words.addAll(List.of(command));
        words.addAll(words.size() - command.length + 1, List.of("--host", "127.0.0.1", "--webui-port", "0"));
        return begin(name, words);
    }

    /** The program, begun; what it says goes to files of that name. */
    static Process program(Path folder, String name, String... arguments) throws IOException {
        var words = new ArrayList<>(
                List.of(JAVA, "-Xmx1g", "-jar", HOME.resolve("cubecheck.jar").toString()));
        words.addAll(List.of(arguments));
        return builder(words)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
    }

    /** Its exit code. */
    static int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                .as("the program ends")
                .isTrue();
        return process.exitValue();
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private Process begin(String name, List<String> words) throws IOException {
        return builder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private static ProcessBuilder builder(List<String> words) {
        var builder = new ProcessBuilder(words);
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder;
    }

    private String found(String name, String pattern) throws Exception {
        var file = folder.resolve(name + ".log");
        var regex = Pattern.compile(pattern);
        var text = new String[] {""};
        await(name + " says " + pattern, () -> {
            try {
                text[0] = Files.readString(file);
            } catch (IOException later) {
                return false;
            }
            return regex.matcher(text[0]).find();
        });
        return regex.matcher(text[0]).results().findFirst().orElseThrow().group(1);
    }

    @Override
    public void close() throws InterruptedException {
        for (var process : processes) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        for (var process : processes) {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        }
    }
}
