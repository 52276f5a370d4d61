package org.cubecheck.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Degrees;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.shared.Golden;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.task.LearningCurve;
import org.cubecheck.task.TaskDistribution;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.DistanceFusion;
import org.cubecheck.transform.Stabilizer;
import org.cubecheck.transform.Symmetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The library against values that other methods gave: published counts, and tables computed from the definitions in
 * another language.
 */
class GoldenTest {

    static Stream<JsonNode> named() {
        return StreamSupport.stream(Golden.at("named").spliterator(), false);
    }

    static Stream<JsonNode> functionsByDegree() {
        return StreamSupport.stream(Golden.at("functionsByDegree").spliterator(), false);
    }

    static Stream<JsonNode> census() {
        return StreamSupport.stream(Golden.at("census").spliterator(), false);
    }

    private static BooleanFunction function(JsonNode entry) {
        return BooleanFunction.ofTable(
                entry.get("variables").intValue(),
                Long.parseUnsignedLong(entry.get("table").textValue(), 16));
    }

    /**
     * Confirms: golden.py, coefficients and degrees by the double sum, the GF(2) degree by Moebius inversion over
     * subsets.
     */
    @ParameterizedTest
    @MethodSource("named")
    void named_functions_have_the_golden_spectrum_and_degrees(JsonNode entry) {
        var f = function(entry);
        var spectrum = f.spectrum();
        long scale = Cube.points(f.variables()) / spectrum.denominator();
        for (int S = 0; S < Cube.points(f.variables()); S++)
            assertThat(spectrum.numerator(S) * scale)
                    .isEqualTo(entry.get("numerators").get(S).longValue());
        assertThat(f.degree()).isEqualTo(entry.get("degree").intValue());
        assertThat(f.gf2Degree()).isEqualTo(entry.get("gf2Degree").intValue());
    }

    /** Confirms: golden.py, the number of points at which flipping the variable changes f, over 2^n. */
    @ParameterizedTest
    @MethodSource("named")
    void named_functions_have_the_golden_influences(JsonNode entry) {
        var f = function(entry);
        long[] counts = Golden.longs(entry.get("influenceCounts"));
        for (int i = 0; i < counts.length; i++) {
            var influence = f.spectrum().influence(i);
            assertThat(influence.getNumerator().longValue() * Cube.points(f.variables()))
                    .isEqualTo(counts[i] * influence.getDenominator().longValue());
        }
    }

    /** Confirms: golden.py for n = 1..4, and the last entry of each against OEIS A037267. */
    @ParameterizedTest
    @MethodSource("functionsByDegree")
    void functions_by_degree_are_counted_as_published(JsonNode entry) {
        int n = entry.get("variables").intValue();
        var counts = new long[n + 1];
        for (int f = 0; f < 1 << (1 << n); f++) counts[Degrees.of(n, f)]++;
        assertThat(counts).isEqualTo(Golden.longs(entry.get("counts")));
        assertThat(counts[n])
                .isEqualTo(Golden.longs(Golden.at("published").get("A037267").get("values"))[n - 1]);
    }

    /** Confirms: golden.py, every permutation of the 2^d points, degrees by the double sum. */
    @ParameterizedTest
    @MethodSource("census")
    void transforms_by_degree_are_counted_as_golden(JsonNode entry) {
        int d = entry.get("dimension").intValue();
        var total = new TreeMap<String, Long>();
        var profile = new TreeMap<String, Long>();
        var largest = new TreeMap<String, Long>();
        var joint = new TreeMap<String, Long>();
        for (long rank = 0; rank < Bijection.count(d); rank++) {
            var T = Bijection.ofRank(d, rank);
            int[] degrees = T.coordinateDegrees();
            Arrays.sort(degrees);
            count(total, "" + T.degree());
            count(profile, Arrays.stream(degrees).mapToObj(String::valueOf).collect(Collectors.joining("+")));
            count(largest, "" + degrees[d - 1]);
            count(joint, T.degree() + "," + T.inverse().degree());
        }
        assertThat(total).isEqualTo(Golden.counts(entry.get("totalDegree")));
        assertThat(profile).isEqualTo(Golden.counts(entry.get("coordinateDegrees")));
        assertThat(largest).isEqualTo(Golden.counts(entry.get("largestDegree")));
        assertThat(joint).isEqualTo(Golden.counts(entry.get("jointWithInverse")));
    }

    static Stream<JsonNode> minimisers() {
        return StreamSupport.stream(Golden.at("minimisers").spliterator(), false)
                .flatMap(entry -> StreamSupport.stream(entry.get("byDrops").spliterator(), false)
                        .map(drops -> ((ObjectNode) drops.deepCopy())
                                .put("dimension", entry.get("dimension").intValue())));
    }

    static Stream<JsonNode> merged() {
        return StreamSupport.stream(Golden.at("mergedDistances").spliterator(), false);
    }

    static Stream<JsonNode> interpolation() {
        return StreamSupport.stream(Golden.at("interpolation").spliterator(), false);
    }

    /** Confirms: golden.py, the expected degree summed over every task for every permutation of the points. */
    @ParameterizedTest
    @MethodSource("minimisers")
    void a_set_of_drops_has_the_golden_number_of_minimisers(JsonNode entry) {
        var group = Stabilizer.ofPolynomials(entry.get("dimension").intValue(), Golden.integers(entry.get("drops")));
        assertThat(group.order())
                .isEqualTo(BigInteger.valueOf(entry.get("minimisers").longValue()));
    }

    /**
     * Confirms: golden.py, the kernel summed level by level from Krawtchouk polynomials of B^d (not the closed form of
     * B^(d-1)).
     */
    @ParameterizedTest
    @MethodSource("merged")
    void a_drop_merges_the_golden_distances_with_one(JsonNode entry) {
        int d = entry.get("dimension").intValue();
        var fusion = DistanceFusion.of(d, List.of(entry.get("drop").intValue()));
        assertThat(IntStream.rangeClosed(1, d)
                        .filter(t -> fusion.fuses(1, t))
                        .boxed()
                        .toList())
                .isEqualTo(Golden.integers(entry.get("mergedWithOne")));
    }

    /** Confirms: golden.py, ranks of the monomials of degree at most k on the support over the rationals. */
    @ParameterizedTest
    @MethodSource("interpolation")
    void a_partial_function_has_the_golden_least_degree(JsonNode entry) {
        var support = Support.of(
                entry.get("variables").intValue(),
                Golden.integers(entry.get("support")).stream().mapToInt(x -> x).toArray());
        assertThat(MinDegree.on(support)
                        .interpolate(Golden.longs(entry.get("values")))
                        .degree())
                .isEqualTo(entry.get("degree").intValue());
    }

    /** Confirms: OEIS A000654 (Harrison 1963, Lorens 1964). */
    @Test
    void transforms_up_to_signed_permutations_on_both_sides_are_counted_as_published() {
        long[] published = Golden.longs(Golden.at("published").get("A000654").get("values"));
        for (int d = 1; d <= published.length; d++)
            assertThat(Symmetry.classes(d)).isEqualTo(BigInteger.valueOf(published[d - 1]));
    }

    /** Confirms: golden.py, sensitivity, block sensitivity and certificate complexity by exhaustion. */
    @ParameterizedTest
    @MethodSource("named")
    void named_functions_have_the_golden_complexity(JsonNode entry) {
        var f = function(entry);
        assertThat(f.sensitivity()).isEqualTo(entry.get("sensitivity").intValue());
        if (entry.get("variables").intValue() > 5) return;
        assertThat(f.blockSensitivity()).isEqualTo(entry.get("blockSensitivity").intValue());
        assertThat(f.certificateComplexity())
                .isEqualTo(entry.get("certificateComplexity").intValue());
    }

    static Stream<JsonNode> idealLearner() {
        return StreamSupport.stream(Golden.at("idealLearner").spliterator(), false);
    }

    static Stream<JsonNode> exactDegree() {
        return StreamSupport.stream(Golden.at("minimisers").spliterator(), false)
                .flatMap(entry -> StreamSupport.stream(
                                entry.get("byExactDegree").spliterator(), false)
                        .filter(tasks -> tasks.get("degree").intValue() >= 2)
                        .map(tasks -> ((ObjectNode) tasks.deepCopy())
                                .put("dimension", entry.get("dimension").intValue())));
    }

    /** Confirms: golden.py, every multiset of tasks against every permutation of the points, latents observed. */
    @ParameterizedTest
    @MethodSource("idealLearner")
    void the_ideal_learner_identifies_with_the_golden_probability(JsonNode entry) {
        var tasks = TaskDistribution.upToDegree(
                entry.get("dimension").intValue(), entry.get("degreeAtMost").intValue());
        var golden = entry.get("probability");
        var curve = LearningCurve.exact(tasks, false, golden.size());
        for (int n = 1; n <= golden.size(); n++) {
            var expected = golden.get(n - 1);
            assertThat(curve.get(n).probability())
                    .isEqualTo(BigFraction.of(
                            new BigInteger(expected.get("numerator").textValue()),
                            new BigInteger(expected.get("denominator").textValue())));
        }
    }

    /** Confirms: golden.py, the degrees of all tasks of one degree summed for every permutation of the points. */
    @ParameterizedTest
    @MethodSource("exactDegree")
    void tasks_of_one_degree_have_the_golden_least_sum(JsonNode entry) {
        int d = entry.get("dimension").intValue();
        int q = entry.get("degree").intValue();
        long least = Long.MAX_VALUE;
        long minimisers = 0;
        for (long rank = 0; rank < Bijection.count(d); rank++) {
            long sum = DegreeFlow.of(Bijection.ofRank(d, rank)).sumAt(q);
            if (sum < least) minimisers = 0;
            least = Math.min(least, sum);
            minimisers += sum == least ? 1 : 0;
        }
        assertThat(least).isEqualTo(entry.get("leastSum").longValue());
        assertThat(minimisers).isEqualTo(entry.get("minimisers").longValue());
    }

    private static void count(Map<String, Long> counts, String key) {
        counts.merge(key, 1L, Long::sum);
    }
}
