package org.cubecheck;

import java.util.List;
import java.util.stream.Stream;
import org.cubecheck.PlantedFaults.Fault;
import org.junit.jupiter.params.provider.Arguments;

/** Claims made false, which an audit must refute: each a fault, and the kind of the certificate that refutes the claim then. */
final class PlantedFalsehoods {

    private PlantedFalsehoods() {}

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
                        "paper/SoftDegree.java",
                        "SoftDegree::minimisers),",
                        "SoftDegree::someDrop),",
                        "SOFT-DEGREE",
                        "soft-minimiser-differs"),
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
                        "repeated -> enough(repeated, Enough.EACH_MORE))",
                        "repeated -> enough(repeated, Enough.EACH_AS_OFTEN))",
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
                        "paper/ObservedLunch.java",
                        "List.of(allObservedTransforms(1, 2), allObservedTransforms(1, 3), "
                                + "allObservedTransforms(2, 3), allObservedTransforms(2, 4), "
                                + "observedTransforms(3, 4, 60), observedTransforms(3, 6, 60)), "
                                + "ObservedLunch::sameLawObserved),",
                        "List.of(appended(1), appended(2)), "
                                + "observed -> lawObserved(observed, 1, \"degree-at-most-1\")),",
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
                        "FittingDegree.GREATEST, Threshold.ABOVE)",
                        "FittingDegree.GREATEST, Threshold.REACHED)",
                        "MULTI-TASK",
                        "tasks-not-cheaper"),
                falsehood(
                        "paper/ManyTasks.java",
                        "FittingDegree.LEAST, Threshold.ABOVE)",
                        "FittingDegree.LEAST, Threshold.REACHED)",
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
}
