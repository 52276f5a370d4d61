package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The program is killed, or finds no room: what it leaves is an earlier report, or the new one, or none that looks
 * whole.
 */
@Timeout(120)
class FaultsTest {

    /** How often a program that replaces reports is killed: -Dcubecheck.kills=500 for more than the suite's. */
    private static final int KILLS = Integer.getInteger("cubecheck.kills", 3);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    private static Run audit(Path reports, long seed) {
        return Run.of(
                "audit", "AUTHORS-EXAMPLES", "--seed", Long.toString(seed), "-q", "--reports", reports.toString());
    }

    /** An audit that takes minutes, after a first claim that takes none. */
    private static String[] longAudit(Path reports) {
        return new String[] {
            "audit",
            "AUTHORS-EXAMPLES",
            "MINIMAL-DEGREE",
            "--budget",
            "1000",
            "--threads",
            "1",
            "--reports",
            reports.toString()
        };
    }

    private Process start(List<String> command) throws Exception {
        return start(command, folder.resolve("out"));
    }

    private Process start(List<String> command, Path out) throws Exception {
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        started.add(process);
        return process;
    }

    @AfterEach
    void end_what_was_started() {
        started.forEach(Process::destroyForcibly);
    }

    private String said(String stream) throws Exception {
        // The machine may say on its own which options it has picked up.
        return Files.readAllLines(folder.resolve(stream)).stream()
                .filter(line -> !line.startsWith("Picked up ") && !line.startsWith("WARNING"))
                .collect(Collectors.joining("\n"));
    }

    private static void await(Callable<Boolean> condition, Process process) throws Exception {
        while (!condition.call()) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(5);
        }
    }

    private static Map<String, String> contents(Path where) throws Exception {
        var contents = new TreeMap<String, String>();
        if (!Files.exists(where)) return contents;
        try (var walk = Files.walk(where)) {
            for (var file : walk.filter(Files::isRegularFile).toList())
                contents.put(where.relativize(file).toString(), Files.readString(file));
        }
        return contents;
    }

    /** Control-C goes the way of TERM; a program started in the background is deaf to it, so it is tried by hand. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"KILL, 137", "TERM, 143"})
    void an_audit_killed_while_it_enumerates_leaves_the_earlier_report(String signal, int code) throws Exception {
        var reports = folder.resolve("reports");
        audit(reports, 1);
        var before = contents(reports);
        var process = start(Run.command(Main.class, longAudit(reports)));
        await(() -> said("err").contains("1/2 AUTHORS-EXAMPLES"), process);
        assertThat(new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(process.waitFor()).isEqualTo(code);
        assertThat(contents(reports)).isEqualTo(before).containsKeys("audit.json", "index.html");
        var told = said("err")
                .lines()
                .filter(line -> line.startsWith("cubecheck: "))
                .toList();
        if (signal.equals("TERM"))
            assertThat(told).singleElement().asString().contains("interrupted; no file is half written");
        else assertThat(told).isEmpty();
        assertThat(said("err")).contains("1/2 AUTHORS-EXAMPLES").doesNotContain("\tat ", "Exception");
    }

    /** Replaces a report by another and back, until it is killed. Each file says which of the two it belongs to. */
    static final class Replacing {
        private Replacing() {}

        public static void main(String... args) {
            var folder = Folder.writable(Path.of(args[0]));
            var names = List.of(
                    List.of(
                            "certificates/A.1.x.json",
                            "certificates/B.1.x.json",
                            "certificates/C.1.x.json",
                            "junit.xml",
                            "summary.md",
                            "index.html",
                            "audit.json"),
                    List.of(
                            "certificates/B.1.x.json",
                            "certificates/D.1.x.json",
                            "junit.xml",
                            "summary.md",
                            "index.html",
                            "audit.json"));
            for (int i = 0; ; i++) {
                var files = new LinkedHashMap<String, String>();
                for (var name : names.get(i % 2)) files.put(name, i % 2 + "\n".repeat(3000) + i % 2);
                folder.replace(names.get(1 - i % 2), files);
            }
        }
    }

    @Test
    void a_program_killed_while_it_replaces_a_report_never_leaves_a_mixture() throws Exception {
        var random = new SplittableRandom(1);
        var reports = folder.resolve("reports");
        var found = new TreeMap<String, Integer>();
        for (int kill = 0; kill < KILLS; kill++) {
            var process = start(Run.command(Replacing.class, reports.toString()));
            await(() -> Files.exists(reports.resolve("audit.json")), process);
            Thread.sleep(random.nextInt(60));
            process.destroyForcibly().waitFor();
            var whole = contents(reports);
            whole.keySet().removeIf(name -> name.startsWith(".writing"));
            assertThat(whole.values().stream().map(text -> text.substring(0, 1)).distinct())
                    .as("reports in one folder")
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(whole.values()).as("no file is half there").allMatch(text -> text.length() == 3002);
            boolean last = whole.containsKey("audit.json");
            int all = whole.containsValue("0" + "\n".repeat(3000) + "0") ? 7 : 6;
            if (last) assertThat(whole).as("where audit.json is, all is").hasSize(all);
            found.merge(last ? "whole" : whole.isEmpty() ? "empty" : "without audit.json", 1, Integer::sum);
            // The next run starts clean whatever it finds.
            audit(reports, 1);
            assertThat(contents(reports).keySet())
                    .contains("audit.json")
                    .noneMatch(
                            name -> name.startsWith(".writing") || name.length() == "certificates/A.1.x.json".length());
            for (var name : contents(reports).keySet()) Files.delete(reports.resolve(name));
        }
        if (KILLS > 3) System.out.println("killed " + KILLS + " times: " + found);
    }

    @Test
    void two_programs_that_replace_a_report_at_once_take_turns() throws Exception {
        var reports = folder.resolve("reports");
        var ends = Stream.of("0", "1")
                .map(text -> CompletableFuture.runAsync(() -> {
                    var names = List.of("certificates/" + text + ".json", "index.html", "audit.json");
                    var files = new LinkedHashMap<String, String>();
                    names.forEach(name -> files.put(name, text));
                    for (int i = 0; i < 40; i++)
                        Folder.writable(reports)
                                .replace(
                                        () -> List.of(
                                                "certificates/0.json",
                                                "certificates/1.json",
                                                "index.html",
                                                "audit.json"),
                                        files);
                }))
                .toList();
        for (var end : ends) end.get();
        assertThat(contents(reports)).hasSize(3);
        assertThat(contents(reports).values().stream().distinct()).hasSize(1);
        try (var entries = Files.list(reports)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".writing"));
        }
    }

    @Tag("thorough")
    @Test
    void a_folder_where_another_program_does_not_end_its_writing_is_refused() throws Exception {
        var reports = Folder.writable(folder.resolve("reports"));
        try (var channel = FileChannel.open(
                reports.path().resolve(".writing-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            assertThatThrownBy(() -> reports.replace(List.of(), new LinkedHashMap<>(Map.of("a", ""))))
                    .isInstanceOf(BadInput.class)
                    .hasMessage(reports.path()
                            + ": another command is writing here; try again when it has ended, or name another folder");
        }
        reports.replace(List.of(), new LinkedHashMap<>(Map.of("a", "")));
        assertThat(contents(reports.path())).isEqualTo(Map.of("a", ""));
    }

    /**
     * The order on which the promise rests: what is not empty cannot be taken away, nor be moved over, and ends a run
     * half way.
     */
    @Test
    void an_earlier_set_goes_last_first_and_the_new_one_comes_last_last() throws Exception {
        var reports = Folder.writable(folder.resolve("reports"));
        var names = List.of("a", "b", "c");
        var files = new LinkedHashMap<String, String>();
        names.forEach(name -> files.put(name, "old"));
        reports.replace(List.of(), files);
        Files.delete(reports.path().resolve("b"));
        reports.write("b/in the way", "");
        files.replaceAll((name, text) -> "new");
        assertThatThrownBy(() -> reports.replace(names, files))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(reports.path() + ": not written, ");
        assertThat(contents(reports.path())).isEqualTo(Map.of("a", "old", "b/in the way", ""));
        assertThatThrownBy(() -> reports.replace(List.of("a", "c"), files)).isInstanceOf(BadInput.class);
        assertThat(contents(reports.path())).isEqualTo(Map.of("a", "new", "b/in the way", ""));
    }

    /** A limit on the size of files stands for a full disk: both end a write half way. */
    @Tag("thorough")
    @Test
    void where_there_is_no_room_the_earlier_report_stays_and_one_line_says_so() throws Exception {
        assumeThat(Path.of("/bin/sh")).exists();
        var reports = folder.resolve("reports");
        audit(reports, 1);
        var before = contents(reports);
        assertThat(Files.size(reports.resolve("index.html"))).isGreaterThan(8 * 1024);
        var command = Run.command(
                Main.class, "audit", "AUTHORS-EXAMPLES", "--seed", "2", "-q", "--reports", reports.toString());
        var limited = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 8 && exec \"$@\"", "sh"));
        limited.addAll(command);
        assertThat(start(limited).waitFor()).isEqualTo(2);
        assertThat(said("err"))
                .startsWith("cubecheck: " + reports + ": not written, ")
                .endsWith("; make room or name another folder")
                .doesNotContain("\n");
        assertThat(said("out")).isEmpty();
        assertThat(contents(reports)).isEqualTo(before);
        try (var entries = Files.list(reports)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".writing"));
        }
    }

    @Test
    void an_output_that_nobody_takes_is_no_success() throws Exception {
        var full = Path.of("/dev/full");
        assumeThat(full).exists();
        assertThat(start(Run.command(Main.class, "spectrum", "e8"), full).waitFor())
                .isEqualTo(2);
        assertThat(said("err")).isEqualTo("cubecheck: the standard output could not be written whole");
    }

    /**
     * To put a file in the place of a device would take it from everybody, and whoever may do all things may do that.
     */
    @Test
    void a_device_is_written_to_and_a_link_leads_to_its_file() throws Exception {
        var latents = "fixtures/identify/z.npy";
        var full = Path.of("/dev/full");
        assumeThat(full).exists();
        var run =
                Run.of("identify", "--latents", latents, "--representation", latents, "--html", full.toString(), "-q");
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).startsWith("cubecheck: /dev/full: not written, ").doesNotContain("\n\n");
        assertThat(Files.readAttributes(full, BasicFileAttributes.class).isOther())
                .as("still a device")
                .isTrue();

        var page = Files.writeString(folder.resolve("page.html"), "earlier");
        var link = Files.createSymbolicLink(folder.resolve("link.html"), page);
        assertThat(Run.of(
                                "identify",
                                "--latents",
                                latents,
                                "--representation",
                                latents,
                                "--html",
                                link.toString(),
                                "-q")
                        .code())
                .isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(page)).startsWith("<!doctype html>");
    }

    @Tag("thorough")
    @Test
    void a_census_killed_between_shards_gives_the_same_bytes_when_it_is_taken_up() throws Exception {
        var kept = folder.resolve("kept");
        String[] command = {"census", "--dimension", "4", "--json", "--threads", "1", "--resume", kept.toString()};
        var process = start(Run.command(Main.class, command));
        await(() -> Files.exists(kept.resolve("degrees/shard-000002.json")), process);
        process.destroyForcibly().waitFor();
        long shards = shards(kept);
        var resumed = Run.of(command);
        assumeThat(shards(kept)).as("killed before its end").isGreaterThan(shards);
        assertThat(resumed).isEqualTo(Run.of("census", "--dimension", "4", "--json"));
    }

    private static long shards(Path kept) throws Exception {
        return contents(kept).keySet().stream()
                .filter(name -> name.contains("shard-"))
                .count();
    }

    @Test
    void a_folder_may_be_a_link_to_one() throws Exception {
        var real = Files.createDirectory(folder.resolve("real"));
        var link = Files.createSymbolicLink(folder.resolve("link"), real);
        assertThat(audit(link, 1)).isEqualTo(new Run(0, "", ""));
        assertThat(contents(real)).containsKey("audit.json");
        assertThat(Run.of(
                                "census",
                                "--dimension",
                                "1",
                                "--resume",
                                link.resolve("kept").toString())
                        .code())
                .isZero();
    }

    @Test
    void names_lead_nowhere_outside_the_folder() {
        var inner = Folder.writable(folder.resolve("inner"));
        for (var name : List.of("../out.json", "a/../../out.json", "/out.json", ".", "", "certificates/..")) {
            var files = new LinkedHashMap<>(Map.of(name, "text"));
            assertThatThrownBy(() -> inner.write(name, "text")).as(name).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> inner.replace(List.of(), files))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> inner.replace(List.of(name), new LinkedHashMap<>()))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(folder.resolve("out.json")).doesNotExist();
        assertThat(inner.write("a/b.json", "text")).hasContent("text");
    }

    @Test
    void a_program_that_lacks_memory_says_so_and_does_not_look_like_a_verdict() {
        var err = new StringWriter();
        int code = Main.run(
                new PrintWriter(new StringWriter() {
                    @Override
                    public void write(String text, int from, int length) {
                        throw new OutOfMemoryError("as the machine would");
                    }
                }),
                new PrintWriter(err),
                "spectrum",
                "e8");
        assertThat(code).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo("cubecheck: failed: not enough memory (java -Xmx gives more)" + System.lineSeparator());
    }
}
