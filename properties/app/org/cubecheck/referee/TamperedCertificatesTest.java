package org.cubecheck.referee;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.realization.ConditionalDegree;
import org.cubecheck.realization.Representation;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.DistanceFusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The referee against altered certificates. {@code fixtures/certificates.json} holds at least one genuine certificate
 * of each kind, from an audit, and by hand where no audit issues one. What an alteration makes of them is decided here:
 * by hand, by the place, or by the library.
 */
class TamperedCertificatesTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    /** A certificate as a file holds it. */
    record Exhibit(String kind, Map<String, Object> data) {}

    static List<Exhibit> exhibits() {
        try {
            return JSON.readValue(Files.readString(Path.of("fixtures/certificates.json")), new TypeReference<>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void the_genuine_certificates_are_accepted_and_show_every_kind() {
        assertThat(exhibits())
                .allSatisfy(exhibit -> assertThat(CheckCertificates.objection(exhibit.kind, exhibit.data))
                        .as(exhibit.toString())
                        .isEmpty());
        assertThat(exhibits().stream().map(Exhibit::kind))
                .as("of each kind a genuine certificate stands in fixtures/certificates.json: {\"kind\": ..., "
                        + "\"data\": ...}; add that of the new kind, as the audit writes it")
                .containsAll(CheckCertificates.kinds());
    }

    // ---- by hand

    /**
     * A false certificate: in the first genuine one of the kind that has {@code was} in the field, that is replaced.
     *
     * @param why it is false
     */
    record Forgery(String kind, String field, String was, String becomes, String why) {
        @Override
        public String toString() {
            return kind + " " + field + " " + becomes;
        }
    }

    private static Forgery forged(String kind, String field, String was, String becomes, String why) {
        return new Forgery(kind, field, was, becomes, why);
    }

    private static final String THEOREM = "the near-miss is told as the true statement, which nothing contradicts";

    static List<Forgery> forgeries() {
        return List.of(
                forged("expansion-differs", "normalised", "true", "false", THEOREM),
                forged("coefficients-agree", "compared", "'squares'", "'all'", THEOREM),
                forged("coefficients-agree", "compared", "'up-to-degree-1'", "'all'", THEOREM),
                forged("parseval-differs", "statement", "'sum-of-squares'", "'mean-square'", THEOREM),
                forged("parseval-differs", "statement", "'mean-absolute'", "'mean-square'", THEOREM),
                forged("plancherel-differs", "statement", "'means'", "'coefficients'", THEOREM),
                forged("product-coefficient-differs", "product", "'pointwise'", "'convolution'", THEOREM),
                forged("influence-differs", "statement", "'first-coefficient'", "'squares'", THEOREM),
                forged("influence-differs", "boundary", "4", "2", "all points are boundary points of the parity"),
                forged("total-influence-differs", "statement", "'degree'", "'spectrum'", THEOREM),
                forged("total-influence-differs", "statement", "'degree'", "'variance'", THEOREM),
                forged("total-influence-differs", "statement", "'degree'", "'at-most-degree'", THEOREM),
                forged("noise-stability-differs", "noise", "'flipped'", "'correlated'", THEOREM),
                forged("negative-stability", "p", "-1", "1", "stability is not negative for a correlation above 0"),
                forged("restriction-coefficient", "statement", "'kept'", "'folded'", THEOREM),
                forged("restriction-degree", "statement", "'less'", "'at-most'", THEOREM),
                forged("composition-above-bound", "bound", "'largest'", "'product'", THEOREM),
                forged("composition-above-bound", "bound", "'gf2'", "'sum'", THEOREM),
                forged("gf2-degree-differs", "statement", "'equal'", "'at-most'", THEOREM),
                forged("fourier-expansion", "coefficientsOver", "2", "1", "twice the function"),
                forged("fourier-expansion-differs", "example", "'max-zero-one'", "'max'", THEOREM),
                forged("fourier-expansion-differs", "example", "'max-zero-one'", "'monomials'", "another function"),
                forged("depends-on-more", "rule", "'degree'", "'nisan-szegedy'", THEOREM),
                forged("depends-on-more", "rule", "'zero-allowed'", "'nisan-szegedy'", THEOREM),
                forged("degree-above-sensitivity", "power", "1", "2", THEOREM),
                forged("coefficient-not-granular", "shift", "2", "1", THEOREM),
                forged("coefficient-not-granular", "constants", "true", "false", THEOREM),
                forged(
                        "coefficient-not-granular",
                        "constants",
                        "false",
                        "true",
                        "nothing coarser was said of constants"),
                forged("not-a-monomial", "values", "[1,0]", "[1,-1]", "that is x1"),
                forged("not-a-monomial", "statement", "'zero-allowed'", "'boolean'", THEOREM),
                forged("junta-bound-attained", "variables", "4", "3", "the function has four relevant variables"),
                forged("sensitivity-bound-attained", "sensitivity", "2", "4", "the sensitivity is 2"),
                forged("low-degree-not-signed", "most", "'d+1'", "'d'", THEOREM),
                forged("gf2-degree-least", "transform", "[0,1,3,2]", "[0,1,2,3]", "a signed permutation"),
                forged("least-degree-not-invertible", "map", "[0,0,3,3]", "[0,1,2,3]", "invertible and signed"),
                forged("balanced-not-invertible", "statement", "'coordinates'", "'every-product'", THEOREM),
                forged("balanced-not-invertible", "statement", "'all-but-one'", "'every-product'", THEOREM),
                forged(
                        "balanced-not-invertible",
                        "statement",
                        "'coordinates'",
                        "'all-but-one'",
                        "nothing was said of such maps of the square"),
                forged(
                        "balanced-not-invertible",
                        "map",
                        "[0,5,6,3,0,5,6,3]",
                        "[5,0,6,3,0,5,6,3]",
                        "the first coordinates are not z1 and z2"),
                forged("set-not-closed", "set", "'low-degree'", "'signed'", THEOREM),
                forged(
                        "set-not-closed",
                        "under",
                        "'composition'",
                        "'inverse'",
                        "nothing is said of inverses of the low degrees"),
                forged("inverse-degree-differs", "inverseDegree", "9", "7", "the degrees would agree"),
                forged("inverse-degree-differs", "statement", "'any'", "'involution'", THEOREM),
                forged("low-inverse-degree-differs", "most", "'d+2'", "'d+1'", "the degree is 5, above d + 1"),
                forged(
                        "inverse-degree-census",
                        "rows",
                        "[[2,2,8],[3,3,16]]",
                        "[[2,2,8],[3,3,15]]",
                        "24 transforms in all"),
                forged(
                        "inverse-degree-census",
                        "rows",
                        "[[2,2,8],[3,3,16]]",
                        "[[2,2,8],[3,3,16],[3,3,16]]",
                        "a row twice"),
                forged(
                        "degree-census",
                        "rows",
                        "[{'degrees':[1,1],'count':8},{'degrees':[1,2],'count':16}]",
                        "[{'degrees':[1,1],'count':16},{'degrees':[1,2],'count':8}]",
                        "eight are signed"),
                forged("census-largest-degree", "said", "'square'", "'square-but-two'", THEOREM),
                forged("census-count-differs", "statement", "'independent'", "'least'", THEOREM),
                forged("classes-differ", "statement", "'regular'", "'tabled'", THEOREM),
                forged("transform-classes", "classes", "2", "3", "there are two"),
                forged("largest-degree", "degree", "3", "4", "no two coordinates can be the parity"),
                forged("largest-degree-differs", "statement", "'square'", "'square-but-two'", THEOREM),
                forged("largest-degree-differs", "statement", "'below-square'", "'square-but-two'", THEOREM),
                forged("composition-against-bound", "bound", "'maximum'", "'sum'", THEOREM),
                forged("composition-against-bound", "bound", "'weighted-exactly'", "'weighted'", THEOREM),
                forged("tasks-not-cheaper", "saved", "5", "6", "five are saved"),
                forged("support-needs-degree", "bound", "0", "1", THEOREM),
                forged("support-needs-degree", "statement", "'less'", "'power'", THEOREM),
                forged("support-needs-degree", "statement", "'less'", "'logarithm'", THEOREM),
                forged("no-predictor", "map", "[0,0]", "[0,1]", THEOREM),
                forged("no-predictor", "statement", "'any-map'", "'invertible'", THEOREM),
                forged("tasks-permuted", "law", "[2,4,10]", "[2,6,8]", "four functions have degree 1"),
                forged("degree-law-differs", "statement", "'degree-at-most-1'", "'all-tasks'", THEOREM),
                forged("observed-degree-law-differs", "statement", "'degree-at-most-1'", "'all-tasks'", THEOREM),
                forged(
                        "observed-degree-law-differs",
                        "psi",
                        "[0,1,2,3]",
                        "[4,5,6,7]",
                        "that appends another constant than was said"),
                forged(
                        "task-list-not-identifying",
                        "statement",
                        "'first'",
                        "'constants-and-first'",
                        "other tasks than were said"),
                forged("expected-degree-differs", "statement", "'double-to-degree-1'", "'uniform'", THEOREM),
                forged("signed-not-alone", "statement", "'rises'", "'drops-after-1'", THEOREM),
                forged("signed-not-alone", "density", "[1,1,0,5]", "[1,1,0,6]", "nothing is said of that density"),
                forged("signed-not-alone", "statement", "'up-to-a-degree'", "'drops-after-1'", THEOREM),
                forged("minimal-not-kept", "kept", "'gf2-tasks'", "'tasks'", THEOREM),
                forged("minimal-not-kept", "kept", "'gf2-tasks'", "'polynomials'", THEOREM),
                forged("minimal-not-kept", "kept", "'gf2-tasks'", "'nothing'", "the identity has no more than T"),
                forged("minimal-not-kept", "kept", "'tasks-for-some-drop'", "'kernels'", THEOREM),
                forged("polynomials-kept", "statement", "'signed'", "'tasks'", THEOREM),
                forged("minimiser-group", "order", "'1920'", "'384'", "the folded 5-cube has 1920 automorphisms"),
                forged(
                        "minimiser-group",
                        "group",
                        "'FOLDED_CUBE'",
                        "'SIGNED_PERMUTATIONS'",
                        "4 in K = {2} is fused with 1"),
                forged("phase-diagram-differs", "statement", "'last-drop-free'", "'by-types'", THEOREM),
                forged(
                        "phase-diagram-differs",
                        "group",
                        "'ALL'",
                        "'SIGNED_PERMUTATIONS'",
                        "another group than was said"),
                forged(
                        "phase-diagram-differs",
                        "group",
                        "'FOLDED_CUBE'",
                        "'SIGNED_PERMUTATIONS'",
                        "another group than was said, the true one"),
                forged(
                        "distances-fused",
                        "statement",
                        "'no-two'",
                        "'boundary'",
                        "nothing is said of two distances above 1 for an odd drop"),
                forged("drops-not-identifying", "statement", "'one-odd'", "'two-or-more'", "one drop"),
                forged("exact-degree-least", "least", "18", "16", "no transform gets there"),
                forged("exact-degree-signed-least", "sum", "2", "3", "x1 and -x1 have degree 1 each"),
                forged("exact-degree-signed-least", "statement", "'from-1'", "'from-2'", THEOREM),
                forged("exact-degree-lowered", "statement", "'odd'", "'even'", THEOREM),
                forged("exact-degree-lowered", "statement", "'even'", "'minimisers'", THEOREM),
                forged("exact-degree-minimisers", "minimisers", "'1536'", "'1920'", "the signed permutations are none"),
                forged("exact-degree-minimisers", "rising", "18", "17", "another number"),
                forged(
                        "exact-degree-minimisers",
                        "group",
                        "'SIGNED_PERMUTATIONS'",
                        "'FOLDED_CUBE'",
                        "the kernel of degree 3 tells distance 6 from 1"),
                forged(
                        "exact-degree-minimisers",
                        "taskDegree",
                        "3",
                        "5",
                        "products of all latents but one: not with d = 6"),
                forged("fold-lowers-degree", "taskDegree", "2", "3", "products of three variables come to four"),
                forged("fold-lowers-degree", "coordinates", "[1,3,5,9]", "[3,1,5,9]", "another transform"),
                forged("fold-raises-degree", "raised", "2", "1", "z1 stays"),
                forged("fold-raises-degree", "statement", "'all'", "'even'", THEOREM),
                forged("learning-curve", "ceiling", "['1','1']", "['2','1']", "a weaker bound than was claimed"),
                forged("learning-curve-above", "observed", "false", "true", THEOREM),
                forged(
                        "learning-curve-above",
                        "rows",
                        "[['1','7','8']]",
                        "[['0','1','1']]",
                        "nothing is said of no task"),
                forged("learning-curve-below", "statement", "'one-certainly'", "'eight-more-than-half'", "one task"),
                forged("learner-not-identifying", "statement", "'each-as-often'", "'each-more'", THEOREM),
                forged("learner-not-identifying", "statement", "'together-more'", "'each-more'", THEOREM),
                forged("learner-not-identifying", "statement", "'each-more-and-others'", "'each-more'", THEOREM),
                forged("shift-error", "rule", "'radius'", "'exact'", "the task has a degree above the radius"),
                forged("shift-error", "rule", "'strict'", "'exact'", THEOREM),
                forged("shift-error", "rule", "'never-worse'", "'exact'", "the task has a degree above the radius"),
                forged("basis-minimiser", "rule", "'not-signed'", "'not-a-coset'", THEOREM),
                forged("basis-minimiser", "rule", "'no-drop'", "'not-a-coset'", THEOREM),
                forged("basis-minimiser", "rule", "'density-rises'", "'not-a-coset'", THEOREM),
                forged("measured-bound-missed", "statedAtMost", "true", "false", "all are above"),
                forged(
                        "measured-order-missed",
                        "statedLessMillionths",
                        "[2,4,6,8,10]",
                        "[0,1,2,3,4]",
                        "in the order stated"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void a_forgery_is_rejected(Forgery forgery) {
        var was = read(forgery.was);
        var genuine = exhibits().stream()
                .filter(exhibit -> exhibit.kind.equals(forgery.kind) && was.equals(exhibit.data.get(forgery.field)))
                .findFirst();
        assertThat(genuine).as("a genuine certificate with " + forgery.was).isPresent();
        var data = new LinkedHashMap<>(genuine.get().data);
        data.put(forgery.field, read(forgery.becomes));
        assertThat(CheckCertificates.objection(forgery.kind, data))
                .as(forgery.why)
                .isPresent();
    }

    private static Object read(String json) {
        try {
            return JSON.readValue(json.replace('\'', '"'), Object.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(json, failure);
        }
    }

    // ---- in every place

    /**
     * The fields in which some alteration makes another true certificate, with the reason. Everywhere else, and
     * everywhere if the result is of another form, an altered certificate is to be rejected.
     */
    private static final Map<String, List<String>> FREE = Map.ofEntries(
            free(
                    "another exhibit of which all that is stated is true",
                    "balanced-not-invertible map",
                    "basis-minimiser basis transform",
                    "coefficient-not-granular values",
                    "composition-above-bound outer inner",
                    "composition-against-bound points images task",
                    "degree-above-sensitivity values",
                    "degree-law-differs transform",
                    "depends-on-more values",
                    "drops-not-identifying transform",
                    "exact-degree-kept transform better",
                    "exact-degree-least transform",
                    "exact-degree-lowered transform",
                    "expansion-differs values",
                    "expected-degree-differs transform",
                    "gf2-degree-least transform",
                    "influence-differs variable",
                    "inverse-degree-differs transform",
                    "largest-degree points images",
                    "largest-degree-differs points images",
                    "learner-not-identifying psi tasks transform",
                    "least-degree-not-invertible map",
                    "low-degree-not-signed transform",
                    "minimal-not-kept transform",
                    "minimiser-group stranger",
                    "negative-stability values p q",
                    "no-predictor task points",
                    "noise-stability-differs values p q",
                    "not-a-monomial values",
                    "observed-degree-law-differs transform",
                    "parseval-differs values",
                    "phase-diagram-differs transform",
                    "plancherel-differs first second",
                    "product-coefficient-differs first second set",
                    "product-degree first second",
                    "restriction-coefficient values sign",
                    "restriction-degree variable sign",
                    "shift-error psi task transform hierarchical flat",
                    "support-needs-degree points values",
                    "task-list-not-identifying transform",
                    "tasks-not-cheaper points images tasks",
                    "total-influence-differs values"),
            free(
                    "another witness, of which there is a line or a space",
                    "composition-against-bound witness",
                    "support-needs-degree witness"),
            free(
                    "observed variables more, of which none is used, or fewer where none was",
                    "composition-against-bound m",
                    "largest-degree m",
                    "largest-degree-differs m",
                    "learner-not-identifying observations",
                    "support-needs-degree m",
                    "tasks-not-cheaper m"),
            free(
                    "a density with the same minimisers, or curve: constants cost nothing, and a factor changes nothing",
                    "basis-minimiser density",
                    "learning-curve-below density"),
            free(
                    "the order of rows, cases, classes or coordinates bears on nothing",
                    "degree-census rows",
                    "inverse-degree-census rows",
                    "phase-boundary cases",
                    "transform-classes representatives"),
            free(
                    "less of a range, or more, for which the same is true",
                    "learning-curve rows",
                    "phase-boundary from to",
                    "fold-raises-degree dimension"),
            free("the statement with a hypothesis dropped, which is false as well", "tasks-not-cheaper threshold"),
            free(
                    "measured, or how it is called: only a repetition can tell",
                    "measured-bound-missed measure boundMillionths millionths seeds",
                    "measured-order-missed less more seeds statedLessMillionths statedMoreMillionths"));

    private static Map.Entry<String, List<String>> free(String reason, String... places) {
        return entry(
                reason,
                Arrays.stream(places)
                        .flatMap(place ->
                                Arrays.stream(place.split(" ")).skip(1).map(field -> place.split(" ")[0] + " " + field))
                        .toList());
    }

    @Test
    void altered_copies_are_rejected_but_for_those_that_are_true() {
        var free = FREE.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        var unused = new TreeSet<>(free);
        var wrong = new ArrayList<String>();
        int[] altered = new int[1];
        int[] malformed = new int[1];
        int[] accepted = new int[1];
        int[] confirmed = new int[1];
        for (var exhibit : exhibits()) {
            Tampering.each(exhibit.data, (what, data) -> {
                altered[0]++;
                malformed[0] += what.malformed() ? 1 : 0;
                var objection = CheckCertificates.objection(exhibit.kind, data);
                String place = exhibit.kind + " " + what.field();
                if (objection.isPresent()) {
                    if (objection.get().startsWith(CheckCertificates.UNFORESEEN))
                        wrong.add(place + ", " + what.text() + ": " + objection.get());
                    return;
                }
                accepted[0]++;
                unused.remove(place);
                if (what.malformed() || !free.contains(place))
                    wrong.add(place + ", " + what.text() + ": accepted, and not known to be true");
                var library = BY_LIBRARY.get(exhibit.kind);
                if (library == null) return;
                confirmed[0]++;
                if (!library.test(new Data(data)))
                    wrong.add(place + ", " + what.text() + ": accepted, and false as the library has it");
            });
        }
        System.out.printf(
                "%d forgeries; %,d altered certificates, %,d of another form: %,d rejected, %d accepted, %d of "
                        + "them confirmed by the library%n",
                forgeries().size(), altered[0], malformed[0], altered[0] - accepted[0], accepted[0], confirmed[0]);
        assertThat(wrong).isEmpty();
        assertThat(unused).as("listed as free for nothing").isEmpty();
        assertThat(forgeries()).hasSizeGreaterThanOrEqualTo(50);
        assertThat(altered[0]).isGreaterThan(20_000);
        assertThat(accepted[0]).isLessThan(500);
        assertThat(confirmed[0]).isGreaterThan(200);
    }

    /** The data as the library takes them. */
    private record Data(Map<String, Object> map) {
        long integer(String key) {
            return (Long) map.get(key);
        }

        boolean is(String key, Object value) {
            return value.equals(map.get(key));
        }

        int[] integers(String key) {
            return ((List<?>) map.get(key))
                    .stream().mapToInt(value -> ((Long) value).intValue()).toArray();
        }

        List<Integer> list(String key) {
            return Arrays.stream(integers(key)).boxed().toList();
        }

        BooleanFunction function(String key) {
            return BooleanFunction.ofValues(integers(key));
        }

        RealFunction real(String key) {
            return RealFunction.ofIntegers(
                    Arrays.stream(integers(key)).asLongStream().toArray());
        }

        Bijection transform(String key) {
            return Bijection.of(integers(key));
        }

        DegreeFlow flow() {
            return DegreeFlow.of(transform("transform"));
        }

        /** The sum of w(deg g) deg(g(T^-1)) over all Boolean g. */
        long weighted(DegreeFlow flow, int[] w) {
            return IntStream.range(0, w.length)
                    .mapToLong(k -> w[k] * flow.sumAt(k))
                    .sum();
        }

        boolean sums(int[] w) {
            int d = transform("transform").dimension();
            return weighted(flow(), w) == integer("sum")
                    && weighted(DegreeFlow.of(Bijection.identity(d)), w) == integer("identitySum");
        }
    }

    private static BigFraction fraction(long p, long q) {
        return BigFraction.of(p, q);
    }

    /** By kind: whether a certificate is true, found by the library, which shares no code with the referee. */
    private static final Map<String, Predicate<Data>> BY_LIBRARY = Map.ofEntries(
            entry("coefficient-not-granular", data -> {
                var f = data.function("values");
                return f.degree() == data.integer("degree")
                        && !f.spectrum()
                                .coefficient((int) data.integer("set"))
                                .multiply(1L << f.degree())
                                .divide(1L << data.integer("shift"))
                                .getDenominator()
                                .equals(BigInteger.ONE);
            }),
            entry("composition-above-bound", data -> {
                var g = data.function("outer");
                var inner = ((List<?>) data.map.get("inner"))
                        .stream()
                                .map(values -> new Data(Map.of("f", values)).function("f"))
                                .toList();
                int largest =
                        inner.stream().mapToInt(BooleanFunction::degree).max().orElseThrow();
                int degree = g.of(inner).degree();
                return degree == data.integer("degree")
                        && degree > data.integer("value")
                        && data.integer("value") == (data.is("bound", "gf2") ? g.gf2Degree() * largest : largest);
            }),
            entry("degree-above-sensitivity", data -> {
                var f = data.function("values");
                return f.degree() == data.integer("degree")
                        && f.sensitivity() == data.integer("sensitivity")
                        && f.degree() > Math.pow(f.sensitivity(), data.integer("power"));
            }),
            entry("degree-law-differs", data -> {
                int k = data.is("statement", "all-tasks")
                        ? data.transform("transform").dimension()
                        : 1;
                var law = IntStream.rangeClosed(0, data.transform("transform").dimension())
                        .mapToObj(i -> (int) IntStream.rangeClosed(0, k)
                                .mapToLong(j -> data.flow().count(j, i))
                                .sum())
                        .toList();
                return law.equals(data.list("law")) && !law.equals(data.list("identityLaw"));
            }),
            entry("drops-not-identifying", data -> {
                var T = data.transform("transform");
                return DistanceFusion.of(T.dimension(), data.list("drops")).isPreservedBy(T)
                        && !T.isSignedPermutation();
            }),
            entry("exact-degree-lowered", data -> {
                int q = (int) data.integer("taskDegree");
                return data.flow().sumAt(q) == data.integer("sum")
                        && data.integer("sum") < q * data.flow().tasks(q);
            }),
            entry(
                    "expansion-differs",
                    data -> !data.real("values").at((int) data.integer("point")).equals(BigFraction.ZERO)),
            entry(
                    "expected-degree-differs",
                    data -> data.sums(data.integers("density")) && data.integer("sum") != data.integer("identitySum")),
            entry("gf2-degree-least", data -> {
                var T = data.transform("transform");
                var degrees =
                        T.coordinates().stream().map(BooleanFunction::gf2Degree).toList();
                return degrees.equals(data.list("gf2Degrees"))
                        && (degrees.stream().mapToInt(k -> k).sum() == T.dimension()) != T.isSignedPermutation();
            }),
            entry("influence-differs", data -> {
                int i = (int) data.integer("variable");
                return data.function("values").boundary(i) == data.integer("boundary")
                        && !data.function("values")
                                .spectrum()
                                .coefficient(1 << i)
                                .abs()
                                .equals(fraction(data.integer("boundary"), data.integers("values").length));
            }),
            entry("inverse-degree-differs", data -> {
                var T = data.transform("transform");
                return T.degree() == data.integer("degree")
                        && T.inverse().degree() == data.integer("inverseDegree")
                        && T.degree() != T.inverse().degree();
            }),
            entry("low-degree-not-signed", data -> {
                var T = data.transform("transform");
                return T.degree() == data.integer("degree")
                        && T.degree() <= T.dimension() + (data.is("most", "d") ? 0 : 1)
                        && !T.isSignedPermutation();
            }),
            entry("minimal-not-kept", data -> {
                var K = data.integers("drops");
                int d = data.transform("transform").dimension();
                boolean minimal = data.integer("sum") == data.integer("identitySum");
                boolean kept = data.is("kept", "gf2-tasks")
                        ? keepsGf2(data.transform("transform"), K[0])
                        : Arrays.stream(K).anyMatch(data.flow()::keeps);
                return data.sums(IntStream.rangeClosed(0, d)
                                .map(j -> (int)
                                        Arrays.stream(K).filter(k -> k >= j).count())
                                .toArray())
                        && minimal != kept;
            }),
            entry("minimiser-group", data -> {
                int d = (int) data.integer("dimension");
                var T = data.transform("stranger");
                return DistanceFusion.of(d, data.list("drops")).isPreservedBy(T) && !T.isSignedPermutation();
            }),
            entry(
                    "negative-stability",
                    data -> data.function("values")
                                    .spectrum()
                                    .noiseStability(fraction(data.integer("p"), data.integer("q")))
                                    .compareTo(BigFraction.ZERO)
                            < 0),
            entry("no-predictor", data -> {
                int[] z = data.integers("points");
                return data.integers("map")[z[0]] == data.integers("map")[z[1]]
                        && data.integers("task")[z[0]] != data.integers("task")[z[1]];
            }),
            entry("not-a-monomial", data -> {
                var spectrum = data.real("values").spectrum();
                return data.real("values").degree() == data.integer("degree")
                        && IntStream.range(0, data.integers("values").length)
                                .noneMatch(S -> Integer.bitCount(S) == data.integer("degree")
                                        && spectrum.coefficient(S).abs().equals(BigFraction.ONE));
            }),
            entry("parseval-differs", data -> {
                var values = data.integers("values");
                var spectrum = data.real("values").spectrum();
                var absolute = IntStream.range(0, values.length)
                        .mapToObj(S -> spectrum.coefficient(S).abs())
                        .reduce(BigFraction.ZERO, BigFraction::add);
                return data.is("statement", "mean-absolute")
                        ? !absolute.equals(
                                fraction(Arrays.stream(values).map(Math::abs).sum(), values.length))
                        : data.is("statement", "sum-of-squares")
                                && !spectrum.weight()
                                        .equals(fraction(
                                                Arrays.stream(values)
                                                        .map(x -> x * x)
                                                        .sum(),
                                                1));
            }),
            entry("phase-diagram-differs", data -> {
                // Said is the group of the drops without the last one.
                var T = data.transform("transform");
                var before = data.list("drops").stream()
                        .filter(k -> k < T.dimension() - 1)
                        .toList();
                return data.is("statement", "last-drop-free")
                        && DistanceFusion.of(T.dimension(), data.list("drops")).isPreservedBy(T)
                                != DistanceFusion.of(T.dimension(), before).isPreservedBy(T);
            }),
            entry("plancherel-differs", data -> {
                var f = data.real("first");
                var g = data.real("second");
                return data.is("statement", "means")
                        && !f.inner(g)
                                .equals(f.spectrum()
                                        .mean()
                                        .multiply(g.spectrum().mean()));
            }),
            entry("product-coefficient-differs", data -> {
                int S = (int) data.integer("set");
                var f = data.real("first");
                var g = data.real("second");
                return data.is("product", "pointwise")
                        && !f.times(g)
                                .spectrum()
                                .coefficient(S)
                                .equals(f.spectrum()
                                        .coefficient(S)
                                        .multiply(g.spectrum().coefficient(S)));
            }),
            entry("product-degree", data -> {
                var f = data.function("first");
                var g = data.function("second");
                return f.times(g).degree() == data.integer("degree")
                        && data.integer("degree") != Math.min(f.variables(), f.degree() + g.degree());
            }),
            entry("restriction-degree", data -> {
                var f = data.function("values");
                int i = (int) data.integer("variable");
                int degree = f.restrict(i, (int) data.integer("sign")).degree();
                return f.boundary(i) > 0 && degree == data.integer("degree") && degree >= f.degree();
            }),
            entry(
                    "signed-not-alone",
                    data -> data.sums(data.integers("density"))
                            && data.integer("sum") <= data.integer("identitySum")
                            && !data.transform("transform").isSignedPermutation()),
            entry("tasks-not-cheaper", data -> {
                int d = (int) data.integer("d");
                var X = Support.of((int) data.integer("m"), data.integers("points"));
                var images = new int[X.size()];
                for (int i = 0; i < images.length; i++)
                    images[X.indexOf(data.integers("points")[i])] = data.integers("images")[i];
                var Phi = Representation.of(MinDegree.on(X), d, images);
                int saved = 0;
                int flat = 0;
                int hierarchical = Phi.degree();
                for (var values : (List<?>) data.map.get("tasks")) {
                    var degrees = ConditionalDegree.of(Phi, Phi.compose(new Data(Map.of("g", values)).real("g")))
                            .orElseThrow();
                    saved += data.is("reading", "greatest") ? degrees.againstGreatest() : degrees.againstLeast();
                    flat += degrees.degree();
                    hierarchical += data.is("reading", "least") ? degrees.least() : degrees.greatest();
                }
                return saved == data.integer("saved")
                        && flat == data.integer("flat")
                        && hierarchical == data.integer("hierarchical")
                        && hierarchical >= flat
                        && (data.is("threshold", "none") || saved >= d * d + (data.is("threshold", "above") ? 1 : 0));
            }),
            entry("total-influence-differs", data -> {
                var f = data.function("values");
                return f.degree() == data.integer("degree")
                        && data.is("statement", "degree")
                        && !f.spectrum()
                                .totalInfluence()
                                .equals(f.spectrum().variance().multiply(f.degree()));
            }));

    private static boolean keepsGf2(Bijection T, int k) {
        int d = T.dimension();
        return IntStream.range(0, 1 << (1 << d))
                .mapToObj(table -> BooleanFunction.ofTable(d, table))
                .filter(g -> g.gf2Degree() <= k)
                .allMatch(g -> T.inverse().pullback(g).gf2Degree() <= k);
    }
}
