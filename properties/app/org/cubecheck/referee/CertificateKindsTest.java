package org.cubecheck.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources issue and what the referee knows are the same kinds. */
class CertificateKindsTest {

    private static final Path SOURCES = Path.of("src");
    private static final Pattern ISSUED = Pattern.compile("Certificate\\.of\\(\\s*(\"([a-z0-9-]+)\"\\)|)");

    /** Of the modules that have claims. */
    private static List<String> sources() {
        return Stream.of("app", "networks")
                .map(module -> SOURCES.resolve(module).resolve("java"))
                .flatMap(CertificateKindsTest::below)
                .toList();
    }

    private static Stream<String> below(Path folder) {
        try (var files = Files.walk(folder)) {
            var texts = new ArrayList<String>();
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) texts.add(Files.readString(file));
            return texts.stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void the_referee_knows_every_kind_that_is_issued_and_no_other() {
        var issued = new TreeSet<String>();
        for (var source : sources()) {
            var found = ISSUED.matcher(source);
            while (found.find()) {
                assertThat(found.group(2))
                        .as("a kind is written out where it is issued: "
                                + source.substring(found.start(), Math.min(source.length(), found.end() + 60)))
                        .isNotNull();
                issued.add(found.group(2));
            }
            assertThat(source).as("certificates are built with Certificate.of").doesNotContain("new Certificate(");
        }
        assertThat(issued).hasSizeGreaterThan(60);
        assertThat(CheckCertificates.kinds())
                .as("a block in CheckCertificates for every kind that is issued")
                .containsExactlyElementsOf(issued);
    }

    @Test
    void the_fields_of_a_kind_are_those_of_its_certificates() {
        for (var exhibit : GenuineCertificates.exhibits()) {
            var fields = CheckCertificates.fields(exhibit.kind());
            assertThat(fields.stream().map(field -> field.replace("?", "")))
                    .as(exhibit.kind())
                    .doesNotHaveDuplicates()
                    .containsAll(exhibit.data().keySet());
            assertThat(exhibit.data().keySet())
                    .as(exhibit.kind())
                    .containsAll(fields.stream()
                            .filter(field -> !field.endsWith("?"))
                            .toList());
        }
    }

    @Test
    void the_referee_needs_nothing_of_ours() throws IOException {
        var source = Files.readString(
                SOURCES.resolve(Path.of("app", "java", "org", "cubecheck", "referee", "CheckCertificates.java")));
        assertThat(source.lines().filter(line -> line.startsWith("import ")))
                .allMatch(line -> line.startsWith("import java."));
        assertThat(source).doesNotContain("org.cubecheck.claim", "org.cubecheck.cube");
    }
}
