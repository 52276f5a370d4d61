package org.cubecheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.cubecheck.shared.Damage;

/** What a user types, damaged: a result or one line, no other file touched than those asked for. */
class InputFuzzProperties {

    private static final long ENOUGH = 32L << 20;
    private static final List<String> TOKENS = List.of(
            ",",
            "-",
            "/",
            ".",
            "0",
            "1e99",
            "1/0",
            "-1",
            "9".repeat(50),
            "0x",
            " ",
            "\n",
            "[",
            "]",
            "@",
            "\u0000",
            "é",
            "٣",
            "2147483648",
            "00000000",
            "1,".repeat(3000),
            "NaN",
            "");

    private static Path folder = Path.of(".");

    @BeforeContainer
    static void files() throws IOException {
        folder = Files.createTempDirectory("fuzz").toRealPath();
        Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("letter.txt"), "dear");
        Files.write(folder.resolve("noise"), new byte[] {(byte) 0x93, 0, -1, 10, 13, 7});
        Files.writeString(folder.resolve("majority"), "e8\n");
        Files.writeString(folder.resolve("swap"), "[0, 2, 1, 3]");
        Files.copy(Path.of("fixtures", "identify", "z.npy"), folder.resolve("z.npy"));
        Files.copy(Path.of("fixtures", "verdicts.json"), folder.resolve("verdicts.json"));
    }

    @AfterContainer
    static void clean() throws IOException {
        delete(folder);
    }

    private static void delete(Path top) throws IOException {
        try (var files = Files.walk(top)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static void check(long seed, int usual, List<String> originals, Consumer<String> reader) {
        var random = new SplittableRandom(seed);
        originals.forEach(reader);
        for (int i = 0; i < Damage.batch(usual); i++) {
            // Names of files are tried below.
            var text = Damage.of(originals.get(random.nextInt(originals.size())), TOKENS, random)
                    .replaceFirst("^@+", "");
            long before = Damage.allocated();
            try {
                reader.accept(text);
            } catch (BadInput refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
            assertThat(Damage.allocated() - before).as(text).isLessThan(ENOUGH);
        }
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void tables(@ForAll long seed) {
        check(
                seed,
                900,
                List.of("e8", "0x6996", "a", "8000000000000000", "e8".repeat(128)),
                text -> Arguments.table(text, Optional.empty()).spectrum());
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void tables_of_a_number_of_variables(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var right = List.of("1", "2", "e8");
        check(seed, 900, right, text -> {
            int n = right.contains(text) ? right.indexOf(text) + 1 : random.nextInt(-2, 24);
            Arguments.table(text, Optional.of(n)).spectrum();
        });
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void bits(@ForAll long seed) {
        check(
                seed,
                900,
                List.of("0110", "1", "00010111", "0110100110010110"),
                text -> Arguments.bits(text).spectrum());
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void values_and_fractions(@ForAll long seed) {
        check(
                seed,
                900,
                List.of("1,-1,1,-1", "1/2", "[1, 0.5, -1/3, 0]", "1e9 -1e-3", ".5,-.25,1e0,3"),
                text -> Arguments.values(text).spectrum());
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void transforms(@ForAll long seed) {
        check(seed, 900, List.of("0,1,3,2", "[1, 3, 0, 2]", "7 6 5 4 3 2 1 0", "0,1"), text -> {
            var image = Arguments.permutation(List.of(text));
            BadInput.in("transform", () -> org.cubecheck.transform.Bijection.of(image))
                    .inverse()
                    .degree();
        });
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void seeds(@ForAll long seed) {
        check(
                seed,
                900,
                List.of("1,2,3", "10-17", "1-5,7,9-12", "999999999"),
                text -> assertThat(BadInput.in("--seeds", () -> ExperimentCommand.seeds(text)))
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(1000)
                        .doesNotHaveDuplicates());
    }

    // ---- the whole command line

    /** Words, of which most are wrong in most places. Those that would be right and slow are left out. */
    private static final List<String> WORDS = List.of(
            "0",
            "1",
            "2",
            "3",
            "-1",
            "0.5",
            "1e9",
            "",
            " ",
            "x",
            "é",
            "\u0000",
            "\n",
            "\u001b[31m",
            "--",
            "-",
            "---",
            "-q",
            "--json",
            "--quiet",
            "99999999999",
            "NaN",
            "1/2",
            "1/0",
            "0,1",
            ",",
            "1,,2",
            "9".repeat(5000),
            "%s%n",
            "${sys:user.home}",
            "e8",
            "0,1,3,2",
            "@",
            "@{}/majority",
            "@{}/swap",
            "@{}/noise",
            "@{}/missing",
            "@{}",
            "@{}/mine",
            "{}/z.npy",
            "{}/noise",
            "{}/missing",
            "{}",
            "{}/verdicts.json",
            "{}/mine/letter.txt",
            "{}/mine/letter.txt/below",
            "all",
            "up-to-1",
            "falling-2",
            "W",
            "up-to-99999",
            "1,".repeat(5000) + "1",
            "cpu",
            "tpu",
            "off",
            "local",
            "spark",
            "--help",
            "--version",
            "show",
            "list",
            "/",
            ".",
            "..",
            "../../x");

    /** A command, and the options that it may get, each with the values that may be right. */
    private record Shape(List<String> command, List<String> options) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape(List.of("spectrum"), List.of("--bits=0110", "--values=1,2", "-n=2", "--rho=1/2", "e8", "--json")),
            new Shape(List.of("transform"), List.of("0,1", "[1,0]", "--json")),
            new Shape(List.of("claims"), List.of("--json")),
            new Shape(List.of("claims", "show"), List.of("minimal-degree", "MULTI", "--json")),
            new Shape(List.of("phase-diagram"), List.of("--max-dimension=6", "--drops=2,3", "--json")),
            new Shape(
                    List.of("census"),
                    List.of("--dimension=2", "--by-classes", "--threads=1", "--resume={}/out/kept", "--json")),
            new Shape(
                    List.of("learning-curve", "--samples=2"),
                    List.of(
                            "-d=2",
                            "--tasks=up-to-1",
                            "--tasks=3,1,1",
                            "--numbers=0,1",
                            "--observations=2",
                            "--exact",
                            "--seed=3",
                            "--json")),
            new Shape(
                    List.of("identify"),
                    List.of(
                            "--latents={}/z.npy",
                            "--representation={}/z.npy",
                            "--representation-name=phi",
                            "--html={}/out/page.html",
                            "--reports={}/out",
                            "-q")),
            new Shape(
                    List.of("sweep", "--reports={}/out", "--dimension=2"),
                    List.of(
                            "transforms",
                            "functions",
                            "--claim=GF2-DEGREE",
                            "--samples=3",
                            "--shards=2",
                            "--threads=1",
                            "--resume={}/out/kept",
                            "-q")),
            new Shape(
                    List.of("sweep", "counterexamples", "--reports={}/out", "--samples=2"),
                    List.of("--dimension=4", "--claim=INVERSE-DEGREE", "--seed=2", "--shards=1", "-q")),
            new Shape(List.of("sweep", "list"), List.of("--json")),
            new Shape(List.of("experiment", "list"), List.of("--size=quick", "--json")),
            new Shape(List.of("experiment", "tests"), List.of()),
            new Shape(
                    List.of("experiment", "run", "nothing", "--reports={}/out"),
                    List.of("--seeds=1,2", "--device=cpu", "--size=full", "--resume")),
            new Shape(
                    List.of("audit", "--reports={}/out", "--max-dimension=1", "AUTHORS-EXAMPLES"),
                    List.of(
                            "--budget=0.1",
                            "--seed=4",
                            "--threads=1",
                            "--baseline={}/verdicts.json",
                            "--empirical=off",
                            "-q",
                            "--json")),
            new Shape(List.of("generate-completion"), List.of()),
            new Shape(List.of(), List.of()));

    private static String word(RandomGenerator random) {
        var word = WORDS.get(random.nextInt(WORDS.size()));
        return random.nextInt(4) == 0 ? Damage.of(word, TOKENS, random) : word;
    }

    /** Where something is to be written: within a folder for that, or nowhere. */
    private static String place(RandomGenerator random) {
        var name = word(random);
        if (random.nextBoolean() && !name.contains("..") && !name.contains("{}")) return "{}/out/" + name;
        var nowhere = List.of(
                "",
                "\u0000",
                "{}/mine/letter.txt/below",
                "{}/out/../out/a",
                "/proc/nowhere",
                "/dev/full/nowhere",
                "/dev/full",
                "/");
        return nowhere.get(random.nextInt(nowhere.size()));
    }

    private static String[] arguments(RandomGenerator random) {
        var shape = SHAPES.get(random.nextInt(SHAPES.size()));
        var arguments = new ArrayList<String>();
        var options = new ArrayList<>(shape.command);
        options.addAll(shape.options);
        for (var option : options) {
            boolean fixed = shape.command.contains(option);
            if (!fixed && random.nextInt(3) == 0) continue;
            boolean wrong = random.nextInt(fixed ? 12 : 4) == 0 && !(fixed && option.indexOf('=') < 0);
            int value = option.indexOf('=') + 1;
            arguments.add(
                    !wrong
                            ? option
                            : value == 0
                                    ? word(random)
                                    : option.substring(0, value)
                                            + (option.contains("{}/out") ? place(random) : word(random)));
        }
        if (random.nextInt(4) == 0) arguments.add(random.nextInt(arguments.size() + 1), word(random));
        return arguments.stream()
                .map(argument -> argument.replace("{}", folder.toString()))
                .toArray(String[]::new);
    }

    /** Files with their sizes; those of the working folder, where others may write as well, by name. */
    private static TreeMap<String, Long> outside() throws IOException {
        var found = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(file -> !file.startsWith(folder.resolve("out")))
                    .toList()) found.put(file.toString(), Files.isRegularFile(file) ? Files.size(file) : -1);
        }
        // A device that a file took the place of is no device any more.
        var full = Path.of("/dev/full");
        if (Files.exists(full)) found.put(full.toString(), Files.isRegularFile(full) ? Files.size(full) : -1);
        for (var top : List.of(Path.of("."), Path.of("reports"))) {
            if (!Files.exists(top)) continue;
            try (Stream<Path> files = Files.walk(top, top.endsWith("reports") ? 9 : 1)) {
                files.forEach(file -> found.put(file.toString(), 0L));
            }
        }
        return found;
    }

    @Property(tries = Damage.BATCHES, generation = GenerationMode.RANDOMIZED)
    void command_lines(@ForAll long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var before = outside();
        for (int i = 0; i < Damage.batch(90); i++) {
            var arguments = arguments(random);
            var said = "cubecheck "
                    + String.join(
                            " ",
                            Arrays.stream(arguments)
                                    .map(argument ->
                                            "'" + argument.substring(0, Math.min(200, argument.length())) + "'")
                                    .toList());
            long start = System.nanoTime();
            var run = Run.of(arguments);
            assertThat(run.code()).as(said + "\n" + run.err()).isIn(0, 1, 2);
            assertThat(run.err()).as(said).doesNotContain("\tat ", "Exception", "null:", ": null");
            // Without a word there is nothing to complain of: the whole help is shown.
            if (run.code() == 2 && arguments.length > 0) {
                assertThat(run.out()).as(said).isEmpty();
                assertThat(run.err()).as(said).startsWith("cubecheck: ").hasSizeLessThan(1100);
                assertThat(run.err().strip().chars())
                        .as(said + "\n" + run.err())
                        .allMatch(c -> c >= ' ' && c != 127);
            }
            assertThat(outside().keySet()).as(said).isEqualTo(before.keySet());
            assertThat((System.nanoTime() - start) / 1e9).as(said).isLessThan(120);
            assertThat(run.out().getBytes(StandardCharsets.UTF_8).length)
                    .as(said)
                    .isLessThan(1 << 22);
        }
        assertThat(outside()).isEqualTo(before);
        if (Files.exists(folder.resolve("out"))) delete(folder.resolve("out"));
    }
}
