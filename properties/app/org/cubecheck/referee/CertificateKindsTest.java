package org.cubecheck.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the sources issue and what the referee knows are the same kinds. */
class CertificateKindsTest {

  private static final Path SOURCES = Path.of("src");
  private static final Pattern ISSUED = Pattern.compile("Certificate\\.of\\(\\s*(\"([a-z0-9-]+)\"\\)|)");

  private static List<String> sources() {
    try (var files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java") && !file.startsWith(SOURCES.resolve("claims")) && !file.startsWith(SOURCES.resolve("testing")) && !file.toString().contains("target")).map(file -> {
        try {
          return Files.readString(file);
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }).toList();
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
        assertThat(found.group(2)).as("a kind is written out where it is issued: " + source.substring(found.start(), Math.min(source.length(), found.end() + 60))).isNotNull();
        issued.add(found.group(2));
      }
      assertThat(source).as("certificates are built with Certificate.of").doesNotContain("new Certificate(");
    }
    assertThat(issued).hasSizeGreaterThan(60);
    assertThat(CheckCertificates.kinds()).as("a method of CheckCertificates for every kind that is issued, in KINDS").containsExactlyElementsOf(issued);
  }

  @Test
  void the_referee_needs_nothing_of_ours() throws IOException {
    var source = Files.readString(SOURCES.resolve(Path.of("app", "java", "org", "cubecheck", "referee", "CheckCertificates.java")));
    assertThat(source.lines().filter(line -> line.startsWith("import "))).allMatch(line -> line.startsWith("import java."));
    assertThat(source).doesNotContain("org.cubecheck.claim", "org.cubecheck.cube");
  }
}
