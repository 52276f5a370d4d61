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
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Verdict;
import org.cubecheck.paper.Paper;
import org.cubecheck.referee.CheckCertificates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    /**
     * One fault: in a source file, a text that occurs exactly once, however it is laid out, is replaced; or several.
     *
     * @param claims the identifiers of the claims audited; enough to catch it
     */
    record Fault(String name, String file, List<String> right, List<String> wrong, List<String> claims) {
        Fault(String name, String file, String right, String wrong, List<String> claims) {
            this(name, file, List.of(right), List.of(wrong), claims);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault(
                        "maximum instead of sum in the degree of a representation",
                        "realization/Representation.java",
                        "Arrays.stream(coordinateDegrees()).sum()",
                        "Arrays.stream(coordinateDegrees()).max().getAsInt()",
                        List.of("D-SQUARED-TIGHT")),
                new Fault(
                        "an interpolation that ignores the support",
                        "degree/Duals.java",
                        "if ((S & ~X.point(i)) == 0) sum",
                        "if ((S & ~i) == 0) sum",
                        List.of("OUT-OF-DISTRIBUTION")),
                new Fault(
                        "T instead of its inverse in the predictor of another basis",
                        "paper/Architecture.java",
                        "var both = R.after(T);",
                        "var both = R.after(T.inverse());",
                        List.of("ARCHITECTURE")),
                new Fault(
                        "a class as large as the group though its members have symmetries",
                        "census/TransformClasses.java",
                        "visitor.visit(h, regular / stabilizer);",
                        "visitor.visit(h, regular);",
                        List.of("CENSUS-CLASSES")),
                new Fault(
                        "a last coordinate that is not balanced in the census",
                        "census/MatchingCount.java",
                        "choices[size + c] = choices[c] ^ pairs[i]",
                        "choices[size + c] = choices[c] | pairs[i]",
                        List.of("CENSUS-DEGREES")),
                new Fault(
                        "T instead of its inverse in the predictor of a task",
                        "task/Task.java",
                        "T.inverse().pullback(latent)",
                        "T.pullback(latent)",
                        List.of("NON-IDENTIFIABLE")),
                new Fault(
                        "T instead of its inverse in the degrees of all tasks",
                        "task/DegreeFlow.java",
                        "1 << T.at(from + bit)",
                        "1 << T.inverse().at(from + bit)",
                        List.of("IDENTIFIES-AT-1")),
                new Fault(
                        "a task distribution that stops one degree short",
                        "task/TaskDistribution.java",
                        "density(d, j -> j <= k)",
                        "density(d, j -> j < k)",
                        List.of("NO-FREE-LUNCH")),
                new Fault(
                        "maximum instead of sum in the degree of a transform",
                        "transform/Bijection.java",
                        "Arrays.stream(coordinateDegrees()).sum()",
                        "Arrays.stream(coordinateDegrees()).max().getAsInt()",
                        List.of("MINIMAL-DEGREE")),
                new Fault(
                        "degree over GF(2) instead of the real degree",
                        "cube/BooleanFunction.java",
                        "return Degrees.of(n, words);",
                        "return Degrees.gf2(n, words);",
                        List.of("MINIMAL-DEGREE")),
                new Fault(
                        "signed permutations composed with the signs of the wrong coordinates",
                        "transform/SignedPermutation.java",
                        "(other.flips >>> source[i] & 1) << i",
                        "(other.flips >>> i & 1) << i",
                        List.of("SIGNED-GROUP")),
                new Fault(
                        "all transforms for those that keep the parity at the last drop",
                        "transform/Preservers.java",
                        "return last ? PARITY : ALL;",
                        "return ALL;",
                        List.of("PHASE-DIAGRAM")),
                new Fault(
                        "total influence as the sum over all sets",
                        "cube/Spectrum.java",
                        "return squares(Cube::degree);",
                        "return squares(S -> 1);",
                        List.of("TOTAL-INFLUENCE")),
                check(
                        "a mean that is a sum",
                        "FourierExpansion",
                        "sumOfSquares(f).divide(points(f))",
                        "sumOfSquares(f)",
                        "PARSEVAL"),
                check(
                        "the weight of f for the inner product",
                        "FourierExpansion",
                        "pair.f().spectrum().inner(pair.g().spectrum())",
                        "pair.f().spectrum().weight()",
                        "PLANCHEREL"),
                check(
                        "and for exclusive or in a convolution",
                        "FourierExpansion",
                        "g.numerator(x ^ y)",
                        "g.numerator(x & y)",
                        "CONVOLUTION"),
                check(
                        "less for at most, variance and influence",
                        "InfluenceAndNoise",
                        "variance.compareTo(mean) > 0",
                        "variance.compareTo(mean) >= 0",
                        "TOTAL-INFLUENCE"),
                check(
                        "less for at most, influence and degree",
                        "InfluenceAndNoise",
                        "mean.compareTo(variance.multiply(f.degree())) <= 0",
                        "mean.compareTo(variance.multiply(f.degree())) < 0",
                        "TOTAL-INFLUENCE"),
                check(
                        "less for at most, a restriction",
                        "Restriction",
                        "folded && g.degree() > spectrum.degree()",
                        "folded && g.degree() >= spectrum.degree()",
                        "RESTRICTION"),
                check(
                        "the largest inner degree alone",
                        "CompositionDegree",
                        "Math.min(n, Cube.degree(S) * inner.largest())",
                        "Math.min(n, inner.largest())",
                        "COMPOSITION-DEGREE"),
                check(
                        "the last inner degree for their sum",
                        "CompositionDegree",
                        "sum += functions.get(i).degree();",
                        "sum = functions.get(i).degree();",
                        "COMPOSITION-DEGREE"),
                check(
                        "less for at most, GF(2)",
                        "DegreeFacts",
                        "f.gf2Degree() <= f.degree() ?",
                        "f.gf2Degree() < f.degree() ?",
                        "GF2-DEGREE"),
                check("k for k 2^(k-1)", "DegreeFacts", "return k << (k - 1);", "return k;", "JUNTA"),
                check(
                        "the sensitivity less 1 for its square",
                        "DegreeFacts",
                        "degree > Domains.power(s, power)",
                        "degree > s - 1",
                        "SENSITIVITY"),
                check(
                        "more for at least d",
                        "InvertibleTransforms",
                        "degree >= T.dimension() && ",
                        "degree > T.dimension() && ",
                        "MINIMAL-DEGREE"),
                check(
                        "a composition taken for none",
                        "InvertibleTransforms",
                        "if (!product.isSignedPermutation())",
                        "if (product.isSignedPermutation())",
                        "SIGNED-GROUP"),
                check(
                        "an inverse taken for none",
                        "InvertibleTransforms",
                        "if (!inverse.isSignedPermutation())",
                        "if (inverse.isSignedPermutation())",
                        "SIGNED-GROUP"),
                check(
                        "the row of degree d + 1",
                        "InvertibleTransforms",
                        "counts.get(d).keySet()",
                        "counts.getOrDefault(d + 1, counts.get(d)).keySet()",
                        "INVERSE-DEGREE"),
                check(
                        "more for not less",
                        "IdentifyingDensities",
                        "k == 1 ? sum <= least : sum < least",
                        "sum <= least",
                        "IDENTIFIES-AT-1"),
                check(
                        "all tasks kept",
                        "Rearrangement",
                        "if (flow.keeps(k)) tasks |= 1 << k;",
                        "tasks |= 1 << k;",
                        "REARRANGEMENT"),
                check(
                        "all polynomials kept",
                        "Rearrangement",
                        "if (mostOfPolynomials(T, k) == k) polynomials",
                        "polynomials",
                        "REARRANGEMENT"),
                check(
                        "no kernel kept",
                        "Rearrangement",
                        "if (keepsKernel(T, k)) kernels",
                        "if (k < 0) kernels",
                        "REARRANGEMENT"),
                check(
                        "more for less",
                        "Rearrangement",
                        "if (flow.sumUpTo(k) < identity.sumUpTo(k))",
                        "if (flow.sumUpTo(k) > identity.sumUpTo(k))",
                        "REARRANGEMENT"),
                check(
                        "k + 1 for k",
                        "RealTasks",
                        "if ((most == k) != flow.keeps(k))",
                        "if ((most == k + 1) != flow.keeps(k))",
                        "REAL-TASKS"),
                check(
                        "more for less",
                        "PhaseDiagram",
                        "if (flow.sumUpTo(k) < identity.sumUpTo(k))",
                        "if (flow.sumUpTo(k) > identity.sumUpTo(k))",
                        "PHASE-DIAGRAM"),
                check(
                        "more for not less",
                        "Architecture",
                        "k == 1 ? more <= 0 : more < 0",
                        "more <= 0",
                        "ARCHITECTURE"),
                check(
                        "even for odd at the last drop",
                        "PhaseBoundary",
                        "k == d - 1 ? t % 2 == 1",
                        "k == d - 1 ? t % 2 == 0",
                        "PHASE-BOUNDARY"),
                check(
                        "d - 1 for d",
                        "PhaseBoundary",
                        "k % 2 == 0 && t == d)",
                        "k % 2 == 0 && t == d - 1)",
                        "PHASE-BOUNDARY"),
                check(
                        "distances of different parity at the last drop",
                        "PhaseBoundary",
                        "!fusion.fuses(t, t + 2)",
                        "!fusion.fuses(t, t + 1)",
                        "PHASE-BOUNDARY"),
                check(
                        "t and d - t for t and d + 1 - t",
                        "PhaseBoundary",
                        "!fusion.fuses(t, dimension + 1 - t))",
                        "!fusion.fuses(t, dimension - t))",
                        "PHASE-BOUNDARY"),
                check(
                        "every task is where the flat learner errs",
                        "OutOfDistribution",
                        "!jump || flat",
                        "flat",
                        "OUT-OF-DISTRIBUTION"));
    }

    /** A fault in the check of a claim: what the check then calls a counterexample is none. */
    private static Fault check(String name, String file, String right, String wrong, String claim) {
        return new Fault(claim + ": " + name, "paper/" + file + ".java", right, wrong, List.of(claim));
    }

    /** Claims made false: a theorem told with its near-miss, or a wrong case of a closed form. */
    static Stream<Arguments> falsehoods() {
        return Stream.of(
                falsehood(
                        "paper/InfluenceAndNoise.java",
                        "f -> influences(f, false)",
                        "f -> influences(f, true)",
                        "INFLUENCES",
                        "influence-differs"),
                falsehood(
                        "paper/InfluenceAndNoise.java",
                        "InfluenceAndNoise::noiseStability),",
                        "InfluenceAndNoise::flipProbability),",
                        "NOISE-STABILITY",
                        "noise-stability-differs"),
                falsehood(
                        "paper/AuthorsExamples.java",
                        "\"max\", \"max(x1, x2)\", MAX, Spectrum.of(new long[] {1, 1, 1, -1}, 2)",
                        "\"max-zero-one\", \"max(x1, x2)\", MAX, Spectrum.of(new long[] {0, 1, 1, -1}, 1)",
                        "AUTHORS-EXAMPLES",
                        "fourier-expansion-differs"),
                falsehood(
                        "paper/DegreeFacts.java",
                        "f.gf2Degree() <= f.degree() ? holds() : gf2Fails(\"at-most\", f)",
                        "f.gf2Degree() == f.degree() ? holds() : gf2Fails(\"equal\", f)",
                        "GF2-DEGREE",
                        "gf2-degree-differs"),
                falsehood(
                        "paper/InvertibleTransforms.java",
                        "2_000)), InvertibleTransforms::minimalDegree),",
                        "2_000)), InvertibleTransforms::oneDegreeMore),",
                        "MINIMAL-DEGREE",
                        "low-degree-not-signed"),
                falsehood(
                        "paper/Census.java",
                        "T -> inverse(T, 1)",
                        "T -> inverse(T, 2)",
                        "CENSUS-INVERSE",
                        "low-inverse-degree-differs"),
                falsehood(
                        "paper/ExactDegreeTasks.java",
                        List.of("mapToObj(d -> everySecond(2, d))", "\"statement\", \"even\""),
                        List.of("mapToObj(d -> everySecond(1, d))", "\"statement\", \"all\""),
                        "EXACT-DEGREE-EVEN",
                        "fold-raises-degree"),
                falsehood(
                        "paper/ExactDegreeTasks.java",
                        List.of("ExactDegreeTasks::minimisers)", "rangeClosed(4, 12)"),
                        List.of("point -> signedLeast(point, \"even\"))", "rangeClosed(4, 4)"),
                        "EXACT-DEGREE-MINIMISERS",
                        "exact-degree-lowered"),
                falsehood(
                        "paper/EnoughTasks.java",
                        "lesson -> enough(lesson, Enough.EACH_MORE))",
                        "lesson -> enough(lesson, Enough.EACH_AS_OFTEN))",
                        "ENOUGH-TASKS",
                        "learner-not-identifying"),
                falsehood(
                        "paper/PhaseDiagram.java",
                        List.of("Preservers.of(d, drops.K())", "\"by-types\""),
                        List.of("Preservers.of(d, drops.K().headSet(d - 1))", "\"last-drop-free\""),
                        "PHASE-DIAGRAM",
                        "phase-diagram-differs"),
                falsehood(
                        "paper/FourierExpansion.java",
                        "f -> inversion(f, 1))",
                        "f -> inversion(f, points(f)))",
                        "WALSH-INVERSION",
                        "expansion-differs"),
                falsehood(
                        "paper/FourierExpansion.java",
                        "pair -> sameCoefficients(pair, Compared.ALL))",
                        "pair -> sameCoefficients(pair, Compared.SQUARES))",
                        "WALSH-UNIQUENESS",
                        "coefficients-agree"),
                falsehood(
                        "paper/FourierExpansion.java",
                        "FourierExpansion::parseval)",
                        "FourierExpansion::parsevalSum)",
                        "PARSEVAL",
                        "parseval-differs"),
                falsehood(
                        "paper/FourierExpansion.java",
                        "FourierExpansion::plancherel)",
                        "FourierExpansion::uncorrelated)",
                        "PLANCHEREL",
                        "plancherel-differs"),
                falsehood(
                        "paper/FourierExpansion.java",
                        "FourierExpansion::convolution)",
                        "FourierExpansion::pointwiseProduct)",
                        "CONVOLUTION",
                        "product-coefficient-differs"),
                falsehood(
                        "paper/InfluenceAndNoise.java",
                        "InfluenceAndNoise::totalInfluence)",
                        "InfluenceAndNoise::totalInfluenceIsDegree)",
                        "TOTAL-INFLUENCE",
                        "total-influence-differs"),
                falsehood(
                        "paper/Restriction.java",
                        "f -> restriction(f, true))",
                        "f -> restriction(f, false))",
                        "RESTRICTION",
                        "restriction-coefficient"),
                falsehood(
                        "paper/DegreeFacts.java",
                        ": granularity(f, 1, false)",
                        ": granularity(f, 2, false)",
                        "GRANULARITY",
                        "coefficient-not-granular"),
                falsehood(
                        "paper/DegreeFacts.java",
                        "f.degree() == 1 ? monomial(f.toReal(), 1, ",
                        "f.degree() == 2 ? monomial(f.toReal(), 2, ",
                        "DEGREE-ONE",
                        "not-a-monomial"),
                falsehood(
                        "paper/DegreeFacts.java",
                        "DegreeFacts::junta)",
                        "f -> dependsOnMore(f.toReal(), \"degree\", f.degree()))",
                        "JUNTA",
                        "depends-on-more"),
                falsehood(
                        "paper/DegreeFacts.java",
                        "f -> sensitivity(f, 2))",
                        "f -> sensitivity(f, 1))",
                        "SENSITIVITY",
                        "degree-above-sensitivity"),
                falsehood(
                        "paper/BalancedProducts.java",
                        "F -> balancedProducts(F, F.d(), \"every-product\"))",
                        "F -> balancedProducts(F, 1, \"coordinates\"))",
                        "BALANCED-PRODUCTS",
                        "balanced-not-invertible"),
                falsehood(
                        "paper/ExactDegreeTasks.java",
                        List.of("List.of(from(2, 2), from(2, 3)", "\"from-2\""),
                        List.of("List.of(from(1, 2), from(2, 3)", "\"from-1\""),
                        "EXACT-DEGREE",
                        "exact-degree-signed-least"),
                falsehood(
                        "paper/FiniteTasks.java",
                        "curve -> belowCeiling(curve, true))",
                        "curve -> belowCeiling(curve, false))",
                        "FINITE-TASKS",
                        "learning-curve-above"),
                falsehood(
                        "paper/Architecture.java",
                        "minimisers(model.R) : against(model)",
                        "everyMinimiser(model, UNIFORM, \"no-drop\", T -> model.R.after(T).isSignedPermutation()) "
                                + ": against(model)",
                        "ARCHITECTURE",
                        "basis-minimiser"),
                falsehood(
                        "paper/NoFreeLunch.java",
                        "List.of(views(1, 3, 50), views(2, 3, 200), views(2, 4, 200), views(3, 4, 60), views(3, "
                                + "6, 60)),\n              NoFreeLunch::sameLawObserved),",
                        "List.of(appended(1), appended(2)), view -> lawObserved(view, g -> g.degree() <= 1, "
                                + "\"degree-at-most-1\")),",
                        "NO-FREE-LUNCH-OBSERVED",
                        "observed-degree-law-differs"),
                falsehood(
                        "paper/SingleTask.java",
                        "setting -> within(setting, Bound.SUM))",
                        "setting -> within(setting, Bound.TASK))",
                        "SINGLE-TASK",
                        "composition-against-bound"),
                falsehood(
                        "paper/SingleTask.java",
                        "setting -> within(setting, Bound.WEIGHTED))",
                        "setting -> within(setting, Bound.WEIGHTED_EXACTLY))",
                        "WEIGHTED-DEGREE",
                        "composition-against-bound"),
                falsehood(
                        "paper/SupportDegree.java",
                        "X -> needsAtMost(X, Cube.variables(X.size()), \"power\"))",
                        "X -> needsAtMost(X, Cube.variables(X.size()) - 1, \"less\"))",
                        "SUPPORT-DEGREE",
                        "support-needs-degree"),
                falsehood(
                        "paper/SupportDegree.java",
                        "X -> needsAtMost(X, 31 - Integer.numberOfLeadingZeros(X.size()), \"logarithm\")",
                        "X -> X.size() < 2 ? holds() : needsAtMost(X, 31 - Integer.numberOfLeadingZeros(X.size() "
                                + "- 1), \"below-logarithm\")",
                        "SMALL-SUPPORT",
                        "support-needs-degree"),
                falsehood(
                        "paper/ManyTasks.java",
                        "Reading.GREATEST, Threshold.ABOVE)",
                        "Reading.GREATEST, Threshold.REACHED)",
                        "MULTI-TASK",
                        "tasks-not-cheaper"),
                falsehood(
                        "paper/ManyTasks.java",
                        "Reading.LEAST, Threshold.ABOVE)",
                        "Reading.LEAST, Threshold.REACHED)",
                        "MULTI-TASK-LEAST",
                        "tasks-not-cheaper"));
    }

    private static Arguments falsehood(String file, String right, String wrong, String claim, String kind) {
        return falsehood(file, List.of(right), List.of(wrong), claim, kind);
    }

    /** The claim says another thing, and its certificates say which. */
    private static Arguments falsehood(String file, List<String> right, List<String> wrong, String claim, String kind) {
        return Arguments.of(new Fault(claim, file, right, wrong, List.of(claim)), kind);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("falsehoods")
    void a_false_claim_is_refuted(Fault fault, String kind, @TempDir Path folder)
            throws IOException, ReflectiveOperationException {
        plant(fault, folder);
        // By kind alone: the claim says another thing than its name, and what refutes it is no evidence on the name.
        assertThat(unexpected(folder, fault.claims(), false))
                .contains(fault.claims().get(0) + " refuted by " + kind);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("faults")
    void the_audit_catches(Fault fault, @TempDir Path folder) throws IOException, ReflectiveOperationException {
        plant(fault, folder);
        assertThat(unexpected(folder, fault.claims(), true))
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

    /** With one text for another that is there once, however the source is laid out: blanks and ends of lines are not compared. */
    static String replaced(String source, String right, String wrong) {
        int[] places = source.chars().filter(c -> !Character.isWhitespace(c)).toArray();
        int[] at = java.util.stream.IntStream.range(0, source.length())
                .filter(i -> !Character.isWhitespace(source.charAt(i)))
                .toArray();
        String bare = new String(places, 0, places.length);
        String sought = right.replaceAll("\\s", "");
        int found = bare.indexOf(sought);
        assertThat(found).as("the place of the fault is found: %s", right).isNotNegative();
        assertThat(bare.indexOf(sought, found + 1)).as("and once: %s", right).isNegative();
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
                .as("each has a fault or a falsehood here: add to falsehoods() the claim told with its "
                        + "near-miss, or to faults() a wrong computation that its audit must notice")
                .allSatisfy(id -> assertThat(told).contains(id));
    }

    @Tag("thorough")
    @Test
    void the_same_audits_pass_without_a_fault(@TempDir Path folder) throws IOException, ReflectiveOperationException {
        var claims =
                faults().flatMap(fault -> fault.claims().stream()).distinct().toList();
        assertThat(unexpected(folder, claims, true)).isEmpty();
    }

    /** Audits in classes of their own, those in the folder first. */
    @SuppressWarnings("unchecked")
    private static List<String> unexpected(Path folder, List<String> claims, boolean byName)
            throws IOException, ReflectiveOperationException {
        var urls = new ArrayList<>(List.of(url(folder)));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator))
            urls.add(url(Path.of(entry)));
        try (var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            return (List<String>) loader.loadClass(Audit.class.getName())
                    .getMethod("unexpected", List.class, boolean.class)
                    .invoke(null, claims, byName);
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
        public static List<String> unexpected(List<String> ids, boolean byName) {
            var claims = Paper.claims().stream()
                    .filter(claim -> ids.contains(claim.id()))
                    .toList();
            if (claims.size() != ids.size()) throw new IllegalArgumentException("unknown claims among " + ids);
            var unexpected = new ArrayList<String>();
            claims.forEach(claim -> audit(claim, byName, unexpected));
            return unexpected;
        }

        private static void audit(Claim<?> claim, boolean byName, List<String> unexpected) {
            // The controls of three claims are true, or not yet about anything, in the dimensions that do for all
            // others.
            int dimension = claim.id().equals("PHASE-BOUNDARY")
                    ? 12
                    : claim.id().equals("PHASE-DIAGRAM") ? 5 : claim.id().equals("EXACT-DEGREE-MINIMISERS") ? 4 : 3;
            var report = new Auditor(
                            new Settings(dimension, 1, 0.1, 2),
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
