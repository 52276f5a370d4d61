package org.cubecheck;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Verdict;
import org.cubecheck.paper.Paper;
import org.cubecheck.referee.CheckCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A wrong implementation is caught: with any one of these faults compiled into the library, the audit is not as expected. If the fault is in the
 * library, no true claim is called refuted, for the referee does not accept what a wrong computation shows; if a claim itself is made false, it is
 * refuted, with a counterexample that the referee accepts.
 */
class PlantedFaultsTest {

  private static final Path SOURCES = Path.of("src", "main", "java", "org", "cubecheck");

  /**
   * One fault: in a source file, a text that occurs exactly once is replaced.
   *
   * @param claims the identifiers of the claims audited; enough to catch it
   */
  record Fault(String name, String file, String right, String wrong, List<String> claims) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("maximum instead of sum in the degree of a representation", "realization/Representation.java",
            "Arrays.stream(coordinateDegrees()).sum()", "Arrays.stream(coordinateDegrees()).max().getAsInt()", List.of("D-SQUARED-TIGHT")),
        new Fault("an interpolation that ignores the support", "degree/Duals.java",
            "if ((S & ~X.point(i)) == 0) sum", "if ((S & ~i) == 0) sum", List.of("OUT-OF-DISTRIBUTION")),
        new Fault("T instead of its inverse in the predictor of another basis", "paper/Architecture.java",
            "var both = R.after(T);", "var both = R.after(T.inverse());", List.of("ARCHITECTURE")),
        new Fault("a class as large as the group though its members have symmetries", "census/TransformClasses.java",
            "visitor.visit(h, regular / stabilizer);", "visitor.visit(h, regular);", List.of("CENSUS-CLASSES")),
        new Fault("a last coordinate that is not balanced in the census", "census/MatchingSweep.java",
            "choices[size + c] = choices[c] ^ pairs[i]", "choices[size + c] = choices[c] | pairs[i]", List.of("CENSUS-DEGREES")),
        new Fault("T instead of its inverse in the predictor of a task", "task/Task.java",
            "T.inverse().pullback(latent)", "T.pullback(latent)", List.of("NON-IDENTIFIABLE")),
        new Fault("T instead of its inverse in the degrees of all tasks", "task/DegreeFlow.java",
            "1 << T.at(from + bit)", "1 << T.inverse().at(from + bit)", List.of("IDENTIFIES-AT-1")),
        new Fault("a task distribution that stops one degree short", "task/TaskDistribution.java",
            "density(d, j -> j <= k)", "density(d, j -> j < k)", List.of("NO-FREE-LUNCH")),
        new Fault("maximum instead of sum in the degree of a transform", "transform/Bijection.java",
            "Arrays.stream(coordinateDegrees()).sum()", "Arrays.stream(coordinateDegrees()).max().getAsInt()", List.of("MINIMAL-DEGREE")),
        new Fault("degree over GF(2) instead of the real degree", "cube/BooleanFunction.java",
            "return Degrees.of(n, words);", "return Degrees.gf2(n, words);", List.of("MINIMAL-DEGREE")));
  }

  /** Claims made false: a theorem told with its near-miss, or a wrong case of a closed form. */
  static Stream<Arguments> falsehoods() {
    return Stream.of(
        falsehood("paper/WalshFacts.java", "f -> influences(f, false)", "f -> influences(f, true)", "INFLUENCES", "influence-differs"),
        falsehood("paper/WalshFacts.java", "              WalshFacts::noiseStability),", "              WalshFacts::flipProbability),", "NOISE-STABILITY", "noise-stability-differs"),
        falsehood("paper/DegreeFacts.java", "Spectrum.of(new long[] {1, 1, 1, -1}, 2)", "Spectrum.of(new long[] {1, 1, 1, 1}, 2)", "AUTHORS-EXAMPLES", "fourier-expansion-differs"),
        falsehood("paper/DegreeFacts.java", "f.gf2Degree() <= f.degree() ? holds() : gf2Fails(\"at-most\", f)", "f.gf2Degree() == f.degree() ? holds() : gf2Fails(\"equal\", f)",
            "GF2-DEGREE", "gf2-degree-differs"),
        falsehood("paper/InvertibleTransforms.java", "              InvertibleTransforms::minimalDegree),", "              InvertibleTransforms::oneDegreeMore),", "MINIMAL-DEGREE", "low-degree-not-signed"),
        falsehood("paper/Census.java", "T -> inverse(T, T.dimension() + 1)", "T -> inverse(T, T.dimension() + 2)", "CENSUS-INVERSE", "low-inverse-degree-differs"),
        falsehood("paper/ExactDegreeTasks.java", "mapToObj(d -> everySecond(2, d))", "mapToObj(d -> everySecond(1, d))", "EXACT-DEGREE-EVEN", "fold-raises-degree"),
        falsehood("paper/FiniteTasks.java", "lesson -> enough(lesson, Enough.EACH_MORE))", "lesson -> enough(lesson, Enough.EACH_AS_OFTEN))", "ENOUGH-TASKS", "learner-not-identifying"),
        falsehood("transform/Preservers.java", "return last ? PARITY : ALL;", "return ALL;", "PHASE-DIAGRAM", "phase-diagram-differs"));
  }

  private static Arguments falsehood(String file, String right, String wrong, String claim, String kind) {
    return Arguments.of(new Fault(claim, file, right, wrong, List.of(claim)), kind);
  }

  @ParameterizedTest
  @MethodSource("falsehoods")
  void a_false_claim_is_refuted(Fault fault, String kind, @TempDir Path folder) throws IOException, ReflectiveOperationException {
    plant(fault, folder);
    assertThat(unexpected(folder, fault.claims())).contains(fault.claims().get(0) + " refuted by " + kind);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void the_audit_catches(Fault fault, @TempDir Path folder) throws IOException, ReflectiveOperationException {
    plant(fault, folder);
    assertThat(unexpected(folder, fault.claims())).as("the audit passes with the fault").isNotEmpty()
        .as("a true claim is called refuted").noneMatch(finding -> finding.contains(" refuted by "));
  }

  private static void plant(Fault fault, Path folder) throws IOException {
    Path file = SOURCES.resolve(fault.file());
    String source = Files.readString(file);
    assertThat(source.split(java.util.regex.Pattern.quote(fault.right()), -1)).as("the place of the fault is found once").hasSize(2);
    Path planted = Files.writeString(folder.resolve(file.getFileName()), source.replace(fault.right(), fault.wrong()));
    int status = ToolProvider.getSystemJavaCompiler().run(null, null, null,
        "--release", "17", "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", folder.toString(), planted.toString());
    assertThat(status).as("the faulty source compiles").isZero();
  }

  @Test
  void the_same_audits_pass_without_a_fault(@TempDir Path folder) throws IOException, ReflectiveOperationException {
    var claims = faults().flatMap(fault -> fault.claims().stream()).distinct().toList();
    assertThat(unexpected(folder, claims)).isEmpty();
  }

  /** Audits in classes of their own, those in the folder first. */
  @SuppressWarnings("unchecked")
  private static List<String> unexpected(Path folder, List<String> claims) throws IOException, ReflectiveOperationException {
    var urls = new ArrayList<>(List.of(url(folder)));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) urls.add(url(Path.of(entry)));
    try (var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      return (List<String>) loader.loadClass(Audit.class.getName()).getMethod("unexpected", List.class).invoke(null, claims);
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

    /** What is not as expected: claims refuted, with the kind of the counterexample, or undecided, and controls that are not refuted. */
    public static List<String> unexpected(List<String> ids) {
      var claims = Paper.claims().stream().filter(claim -> ids.contains(claim.id())).toList();
      if (claims.size() != ids.size()) throw new IllegalArgumentException("unknown claims among " + ids);
      var report = new Auditor(new Settings(3, 1, 0.1, 2), c -> CheckCertificates.objection(c.kind(), c.data()), Progress.SILENT).audit(claims);
      var unexpected = new ArrayList<String>();
      for (var result : report.results()) {
        for (var finding : result.findings()) {
          if (finding.verdict() instanceof Verdict.Refuted refuted) unexpected.add(result.claim().id() + " refuted by " + refuted.counterexample().kind());
          else if (!finding.asExpected()) unexpected.add(result.claim().id() + " " + finding.verdict());
        }
        result.controls().stream().filter(control -> !control.asExpected()).forEach(control -> unexpected.add(control.control().id() + " " + control.finding().verdict()));
      }
      return unexpected;
    }
  }
}
