package org.cubecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cubecheck.PlantedFalsehoods.falsehoods;
import static org.cubecheck.PlantedFaults.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.cubecheck.PlantedFaults.Fault;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Verdict;
import org.cubecheck.paper.Paper;
import org.cubecheck.referee.CheckCertificates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A wrong implementation is caught: with any one of these faults compiled into the library, the audit is not as
 * expected. If the fault is in the library or in a check, no true claim is called refuted, for the referee does not
 * accept what a wrong computation shows; if a claim itself is made false, it is refuted, with a counterexample that the
 * referee accepts.
 */
class PlantedFaultsTest {

    /** Where the sources of a package lie, by module. */
    private static Path source(String file) {
        return Stream.of("core", "claims", "app")
                .map(module ->
                        Path.of("src", module, "java", "org", "cubecheck").resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no module has " + file));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("org.cubecheck.PlantedFalsehoods#falsehoods")
    void a_false_claim_is_refuted(Fault fault, String kind, @TempDir Path folder)
            throws IOException, ReflectiveOperationException {
        plant(fault, folder);
        // By kind alone: the claim says another thing than its name, and what refutes it is no evidence on the name.
        assertThat(unexpected(folder, fault.claims(), false, fault.whole()))
                .contains(fault.claims().get(0) + " refuted by " + kind);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("org.cubecheck.PlantedFaults#faults")
    void the_audit_catches(Fault fault, @TempDir Path folder) throws IOException, ReflectiveOperationException {
        plant(fault, folder);
        assertThat(unexpected(folder, fault.claims(), true, fault.whole()))
                .as("the audit passes with the fault")
                .isNotEmpty()
                .as("the claim itself is not as expected")
                .anyMatch(finding -> finding.startsWith(fault.claims().get(0) + " "))
                .as("a true claim is called refuted")
                .noneMatch(finding -> finding.contains(" refuted by "))
                .as("what is shown is false, and not of a kind that could be no evidence")
                .noneMatch(finding -> finding.contains("no evidence on "));
    }

    private static void plant(Fault fault, Path folder) throws IOException {
        Path file = source(fault.file());
        String source = Files.readString(file);
        for (int i = 0; i < fault.right().size(); i++) {
            source = replaced(source, fault.right().get(i), fault.wrong().get(i));
        }
        Path planted = Files.writeString(folder.resolve(file.getFileName()), source);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        planted.toString());
        assertThat(status).as("the faulty source compiles").isZero();
    }

    /**
     * The source with one text for another. The text occurs exactly once, however the source is laid out: blanks and
     * ends of lines are not compared.
     */
    static String replaced(String source, String right, String wrong) {
        int[] places = source.chars().filter(c -> !Character.isWhitespace(c)).toArray();
        int[] at = IntStream.range(0, source.length())
                .filter(i -> !Character.isWhitespace(source.charAt(i)))
                .toArray();
        String bare = new String(places, 0, places.length);
        String sought = right.replaceAll("\\s", "");
        int found = bare.indexOf(sought);
        assertThat(found).as("the place of the fault is found: %s", right).isNotNegative();
        assertThat(bare.indexOf(sought, found + 1))
                .as("and it is the only one: %s", right)
                .isNegative();
        return source.substring(0, at[found]) + wrong + source.substring(at[found + sought.length() - 1] + 1);
    }

    @Test
    void every_claim_is_told_with_a_fault() {
        var told = Stream.concat(faults(), falsehoods().map(arguments ->
                        (Fault) arguments.get()[0]))
                .flatMap(fault -> fault.claims().stream())
                .toList();
        assertThat(Paper.claims())
                .extracting(Claim::id)
                .as("each has a fault or a falsehood: add to PlantedFalsehoods the claim told with its "
                        + "near-miss, or to PlantedFaults a wrong computation that its audit must notice")
                .allSatisfy(id -> assertThat(told).contains(id));
    }

    @Tag("thorough")
    @Test
    void the_same_audits_pass_without_a_fault(@TempDir Path folder) throws IOException, ReflectiveOperationException {
        for (boolean whole : new boolean[] {false, true}) {
            var claims = faults().filter(fault -> fault.whole() == whole)
                    .flatMap(fault -> fault.claims().stream())
                    .distinct()
                    .toList();
            assertThat(unexpected(folder, claims, true, whole)).isEmpty();
        }
    }

    /** Audits in classes of their own, those in the folder first. */
    @SuppressWarnings("unchecked")
    private static List<String> unexpected(Path folder, List<String> claims, boolean byName, boolean whole)
            throws IOException, ReflectiveOperationException {
        var urls = new ArrayList<>(List.of(url(folder)));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator))
            urls.add(url(Path.of(entry)));
        try (var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            return (List<String>) loader.loadClass(Audit.class.getName())
                    .getMethod("unexpected", List.class, boolean.class, boolean.class)
                    .invoke(null, claims, byName, whole);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Loaded beside the faulty classes. */
    public static final class Audit {
        private Audit() {}

        /**
         * What is not as expected: claims refuted, with the kind of the counterexample, or undecided, and controls that
         * are not refuted.
         */
        public static List<String> unexpected(List<String> ids, boolean byName, boolean whole) {
            var claims = Paper.claims().stream()
                    .filter(claim -> ids.contains(claim.id()))
                    .toList();
            if (claims.size() != ids.size()) throw new IllegalArgumentException("unknown claims among " + ids);
            var unexpected = new ArrayList<String>();
            claims.forEach(claim -> audit(claim, byName, whole, unexpected));
            return unexpected;
        }

        private static void audit(Claim<?> claim, boolean byName, boolean whole, List<String> unexpected) {
            // The controls of three claims are true, or not yet about anything, in the dimensions that do for all
            // others.
            int dimension = claim.id().equals("PHASE-BOUNDARY")
                    ? 12
                    : claim.id().equals("PHASE-DIAGRAM") ? 5 : claim.id().equals("EXACT-DEGREE-MINIMISERS") ? 4 : 3;
            var report = new Auditor(
                            whole ? new Settings(Integer.MAX_VALUE, 1, 1, 2) : new Settings(dimension, 1, 0.1, 2),
                            (id, c) -> CheckCertificates.objection(byName ? id : null, c.kind(), c.data()),
                            Progress.SILENT)
                    .audit(List.of(claim));
            for (var result : report.results()) {
                for (var finding : result.findings()) {
                    if (finding.verdict() instanceof Verdict.Refuted refuted)
                        unexpected.add(result.claim().id() + " refuted by "
                                + refuted.counterexample().kind());
                    else if (!finding.asExpected())
                        unexpected.add(result.claim().id() + " " + finding.verdict());
                }
                result.controls().stream()
                        .filter(control -> !control.asExpected())
                        .forEach(control -> unexpected.add(
                                control.control().id() + " " + control.finding().verdict()));
            }
        }
    }
}
