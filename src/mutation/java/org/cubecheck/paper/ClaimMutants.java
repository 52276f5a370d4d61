package org.cubecheck.paper;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cubecheck.claim.Claim;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.pitest.classinfo.ClassName;
import org.pitest.classpath.ClassloaderByteArraySource;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.engine.Location;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationIdentifier;
import org.pitest.mutationtest.engine.gregor.config.GregorEngineFactory;
import org.w3c.dom.Element;

/**
 * Runs PIT's mutants of the claims. The claims are constants: PIT puts a mutant in when they have been made, so that a
 * mutated domain would never be walked. Here each mutant gets a class loader of its own, in which the claims are made
 * anew.
 *
 * <p>A mutant is killed by {@code RecordedVerdictsTest} for the claims of the mutated file (where it has none, of the
 * files that use it), or by a test of the package that names the file, or the list of all claims.
 *
 * <p>With {@code -Dmutants.every=8} one in eight is run. Arguments: PIT's mutations.xml, of a dry run with all tests of
 * the package; the file of results, where a run that was interrupted goes on; optionally a regular
 * expression for the names of classes.
 */
public final class ClaimMutants {

    private enum Status {
        RECORDED,
        TEST,
        TIMED_OUT,
        SURVIVED,
        NO_COVERAGE;

        boolean killed() {
            return this != SURVIVED && this != NO_COVERAGE;
        }
    }

    private static final String PACKAGE = "org.cubecheck.paper.";
    private static final Path SOURCES = Path.of("src/app/java/org/cubecheck/paper");
    /** Processor time, so that other work on the machine makes no mutant look as if it ran for ever. */
    private static final long SECONDS = 40;

    /** Of how many mutants one is run. */
    private static final int EVERY = Integer.getInteger("mutants.every", 1);

    private record Spec(MutationIdentifier id, int line, String description, boolean covered) {
        String type() {
            return id.getClassName().asJavaName().substring(PACKAGE.length());
        }

        String file() {
            return type().replaceAll("\\$.*", "");
        }

        String text() {
            return type() + "." + id.getLocation().getMethodName() + ":" + line + " "
                    + description.replaceAll(" for org/cubecheck.*", "");
        }
    }

    private ClaimMutants() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("--worker")) {
            work(mutants(Path.of(args[1]), args[3]), Path.of(args[2]));
            return;
        }
        var classes = args.length > 2 ? args[2] : ".*";
        var mutants = mutants(Path.of(args[0]), classes);
        var results = Path.of(args[1]);
        // A mutant that runs for ever cannot be stopped but with its machine; the next machine goes on behind it.
        while (done(results).size() < mutants.size()) {
            var command = new ArrayList<String>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    ClaimMutants.class.getName(),
                    "--worker",
                    args[0],
                    args[1],
                    classes));
            int before = done(results).size();
            new ProcessBuilder(command)
                    .redirectError(Redirect.DISCARD)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (done(results).size() == before)
                throw new IllegalStateException("no mutant was run; see what this says: " + String.join(" ", command));
        }
        summarize(mutants, done(results));
    }

    private static List<Spec> mutants(Path report, String classes) throws Exception {
        var found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("mutation");
        var all = IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .map(mutation -> {
                    var location = Location.location(
                            ClassName.fromString(text(mutation, "mutatedClass")),
                            text(mutation, "mutatedMethod"),
                            text(mutation, "methodDescription"));
                    var indexes = mutation.getElementsByTagName("index");
                    var id = new MutationIdentifier(
                            location,
                            IntStream.range(0, indexes.getLength())
                                    .mapToObj(
                                            i -> Integer.valueOf(indexes.item(i).getTextContent()))
                                    .toList(),
                            text(mutation, "mutator"));
                    return new Spec(
                            id,
                            Integer.parseInt(text(mutation, "lineNumber")),
                            text(mutation, "description"),
                            !mutation.getAttribute("status").equals("NO_COVERAGE"));
                })
                .filter(spec -> spec.file().matches(classes))
                .sorted(Comparator.comparing(ClaimMutants::key))
                .toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private static Map<String, Status> done(Path results) throws IOException {
        var done = new LinkedHashMap<String, Status>();
        if (!Files.exists(results)) return done;
        for (var line : Files.readAllLines(results)) {
            int tab = line.indexOf('\t');
            done.put(line.substring(tab + 1), Status.valueOf(line.substring(0, tab)));
        }
        return done;
    }

    private static void work(List<Spec> mutants, Path results) throws Exception {
        var done = done(results);
        var loader = ClaimMutants.class.getClassLoader();
        var mutater = new GregorEngineFactory()
                .createEngine(EngineArguments.arguments())
                .createMutator(new ClassloaderByteArraySource(loader));
        for (var spec : mutants) {
            if (done.containsKey(key(spec))) continue;
            var status = status(mutater, spec);
            Files.writeString(
                    results, status + "\t" + key(spec) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (status == Status.TIMED_OUT) Runtime.getRuntime().halt(0);
        }
        Runtime.getRuntime().halt(0);
    }

    private static String key(Spec spec) {
        return spec.text() + "\t" + spec.id().getIndexes()
                + spec.id().getLocation().getMethodDesc();
    }

    private static Status status(Mutater mutater, Spec spec) throws Exception {
        if (!spec.covered()) return Status.NO_COVERAGE;
        var bytes = mutater.getMutation(spec.id()).getBytes();
        var loader = new Fresh(spec.id().getClassName().asJavaName(), bytes);
        var task = new FutureTask<>((Callable<Status>) () -> {
            var tests = loader.loadClass(PACKAGE + "RecordedVerdictsTest");
            // A file with claims of its own is judged by them; one with none, by all that use it.
            var files = claims(Set.of(spec.file())).isEmpty() ? reachedFrom(spec.file()) : Set.of(spec.file());
            for (var test : List.of(
                    "a_claim_is_as_recorded_over_its_small_domains", "a_claim_survives_a_few_draws_of_every_kind")) {
                if (fails(tests, files, test)) return Status.RECORDED;
            }
            return fails(loader, spec) ? Status.TEST : Status.SURVIVED;
        });
        var thread = new Thread(task);
        thread.setContextClassLoader(loader);
        thread.setDaemon(true);
        thread.start();
        long start = cpu();
        while (true) {
            try {
                return task.get(200, TimeUnit.MILLISECONDS);
            } catch (TimeoutException running) {
                if (cpu() - start > SECONDS * 1_000_000_000) return Status.TIMED_OUT;
            } catch (ExecutionException failure) {
                throw new IllegalStateException(spec.text(), failure.getCause());
            }
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Whether the test fails for a claim of these files, or the claims cannot even be made. */
    private static boolean fails(Class<?> tests, Set<String> files, String method) throws ReflectiveOperationException {
        var audit = tests.getDeclaredMethod(method, String.class);
        audit.setAccessible(true);
        var constructor = tests.getDeclaredConstructor();
        constructor.setAccessible(true);
        try {
            for (var id : claims(files)) audit.invoke(constructor.newInstance(), id);
            return false;
        } catch (InvocationTargetException difference) {
            return true;
        }
    }

    private static List<String> claims(Set<String> files) throws ReflectiveOperationException {
        var ids = new ArrayList<String>();
        for (var file : files) {
            for (var field : Class.forName(PACKAGE + file).getDeclaredFields()) {
                if (field.getType() != Claim.class) continue;
                field.setAccessible(true);
                ids.add(((Claim<?>) field.get(null)).id());
            }
        }
        return ids;
    }

    /** The file and those that name it, and so on; it comes first. */
    private static Set<String> reachedFrom(String file) {
        var reached = new java.util.LinkedHashSet<>(List.of(file));
        try (Stream<Path> paths = Files.list(SOURCES)) {
            var sources = new TreeMap<String, String>();
            for (var path : paths.filter(path -> !path.endsWith("package-info.java") && !path.endsWith("Paper.java"))
                    .toList()) sources.put(path.getFileName().toString().replace(".java", ""), Files.readString(path));
            for (boolean more = true; more; ) {
                more = false;
                for (var source : sources.entrySet()) {
                    if (reached.stream()
                            .anyMatch(name -> source.getValue().matches("(?s).*\\b" + name + "\\.[a-zA-Z].*")))
                        more |= reached.add(source.getKey());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return reached;
    }

    /** Whether a test of the package that names the mutated file, or all claims, fails. */
    private static boolean fails(ClassLoader loader, Spec spec) throws Exception {
        var tests = new TreeSet<String>();
        try (Stream<Path> paths = Files.list(Path.of("properties/app/org/cubecheck/paper"))) {
            for (var path : paths.filter(path -> path.toString().matches(".*(Properties|Test)\\.java")
                            && !path.endsWith("RecordedVerdictsTest.java"))
                    .toList()) {
                if (Files.readString(path).matches("(?s).*\\b(Paper|Objective|" + spec.file() + ")\\b.*"))
                    tests.add(path.getFileName().toString().replace(".java", ""));
            }
        }
        for (var name : tests) {
            var summary = new SummaryGeneratingListener();
            var request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(loader.loadClass(PACKAGE + name)))
                    .build();
            LauncherFactory.create().execute(request, summary);
            if (summary.getSummary().getTotalFailureCount() > 0) return true;
        }
        return false;
    }

    /** Loads the package anew, one class of it mutated; everything else is shared. */
    private static final class Fresh extends URLClassLoader {
        private final String mutated;
        private final byte[] bytes;

        Fresh(String mutated, byte[] bytes) {
            super(new URL[0], ClaimMutants.class.getClassLoader());
            this.mutated = mutated;
            this.bytes = bytes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE)) return super.loadClass(name, resolve);
            synchronized (getClassLoadingLock(name)) {
                var known = findLoadedClass(name);
                if (known != null) return known;
                try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                    if (in == null) throw new ClassNotFoundException(name);
                    var code = name.equals(mutated) ? bytes : in.readAllBytes();
                    return defineClass(name, code, 0, code.length);
                } catch (IOException failure) {
                    throw new ClassNotFoundException(name, failure);
                }
            }
        }
    }

    private static void summarize(List<Spec> mutants, Map<String, Status> done) {
        var byFile = new TreeMap<String, Map<Status, Integer>>();
        for (var spec : mutants)
            byFile.computeIfAbsent(spec.file(), file -> new EnumMap<>(Status.class))
                    .merge(done.get(key(spec)), 1, Integer::sum);
        System.out.println(
                "| file | mutants | killed | by recorded verdicts | by another test | timed out | survived | not "
                        + "reached | score |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var total = new EnumMap<Status, Integer>(Status.class);
        byFile.forEach((file, counts) -> {
            row(file, counts);
            counts.forEach((status, count) -> total.merge(status, count, Integer::sum));
        });
        row("all", total);
        for (var spec : mutants) {
            if (!done.get(key(spec)).killed())
                System.out.println("- " + spec.text() + (spec.covered() ? "" : " (no test reaches it)"));
        }
    }

    private static void row(String name, Map<Status, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int killed = counts.entrySet().stream()
                .filter(count -> count.getKey().killed())
                .mapToInt(Map.Entry::getValue)
                .sum();
        System.out.println("| " + name + " | " + all + " | " + killed + " | "
                + String.join(
                        " | ",
                        Arrays.stream(Status.values())
                                .map(status -> "" + counts.getOrDefault(status, 0))
                                .toList())
                + String.format(Locale.ROOT, " | %.1f%% |", 100.0 * killed / all));
    }
}
