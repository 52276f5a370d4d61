package org.cubecheck.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cubecheck.referee.GenuineCertificates.exhibits;
import static org.cubecheck.referee.GenuineCertificates.read;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The referee against certificates that are false by one entry: each is a genuine one in which the entry was replaced by
 * hand, for a reason that is given.
 */
class ReplacedEntryTest {

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
                forged("task-not-observed", "psi", "[0,0]", "[0,3]", "the latents are told apart"),
                forged(
                        "tasks-not-cheaper",
                        "tasks",
                        "[[1,-1,1,1],[-1,-1,1,1],[1,1,-1,1],[-1,1,-1,1]]",
                        "[[1,-1,1,1],[1,-1,1,1],[1,-1,1,1],[1,-1,1,1]]",
                        "it was said of distinct tasks"),
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
                forged("soft-minimiser-differs", "statement", "'some-drop'", "'keeps-drops'", THEOREM),
                forged(
                        "soft-minimiser-differs",
                        "statement",
                        "'rising-energies'",
                        "'keeps-drops'",
                        "the energies rise"),
                forged(
                        "soft-minimiser-differs",
                        "statement",
                        "'falling-penalty'",
                        "'keeps-drops'",
                        "the penalties fall"),
                forged("fold-cost-differs", "statement", "'weighted'", "'difference'", "the difference is as said"),
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
                .filter(exhibit -> exhibit.kind().equals(forgery.kind)
                        && was.equals(exhibit.data().get(forgery.field)))
                .findFirst();
        assertThat(genuine).as("a genuine certificate with " + forgery.was).isPresent();
        var data = new LinkedHashMap<>(genuine.get().data());
        data.put(forgery.field, read(forgery.becomes));
        assertThat(CheckCertificates.objection(forgery.kind, data))
                .as(forgery.why)
                .isPresent();
    }
}
