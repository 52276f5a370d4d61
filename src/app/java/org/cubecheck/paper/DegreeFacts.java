package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.claim.Outcome.outOfScope;
import static org.cubecheck.paper.Notation.set;
import static org.cubecheck.paper.Notation.text;
import static org.cubecheck.paper.Notation.values;
import static org.cubecheck.paper.Sources.textbook;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;

/**
 * Section 1, the degree of a Boolean function: over the reals and over GF(2), its granularity, degree one, the number
 * of variables, the sensitivity (GF2-DEGREE, GRANULARITY, DEGREE-ONE, JUNTA, SENSITIVITY).
 */
final class DegreeFacts {

    private DegreeFacts() {}

    static List<Claim<?>> claims() {
        return List.of(GF2, GRANULARITY, DEGREE_ONE, JUNTA, SENSITIVITY);
    }

    // ---- the authors' examples

    static int relevant(RealFunction f) {
        return (int) IntStream.range(0, f.variables())
                .filter(i -> !f.restrict(i, 1).equals(f.restrict(i, -1)))
                .count();
    }

    // ---- the two degrees

    static final Claim<BooleanFunction> GF2 = new Claim<>(
            "GF2-DEGREE",
            Sections.WALSH_FACTS,
            "The degree over GF(2) is at most the real degree",
            textbook("section 6.2", ""),
            List.of("f is Boolean", "the GF(2) degree is that of the algebraic normal form of the 0/1 table"),
            "The two differ from n = 2 on: x1x2 has real degree 2 and is a sum of two variables over GF(2).",
            new Proposition<>(
                    "deg₂ f ≤ deg f for every Boolean f.",
                    "\\deg_2 f \\le \\deg f",
                    List.of(
                            Domains.functions(1),
                            Domains.functions(2),
                            Domains.functions(3),
                            Domains.functions(4),
                            Domains.someFunctions(5, 2_000),
                            Domains.someFunctions(6, 2_000),
                            Domains.someFunctions(7, 1_000),
                            Domains.someFunctions(8, 500)),
                    f -> f.gf2Degree() <= f.degree() ? holds() : gf2Fails("at-most", f)),
            List.of(new Control<>(
                    "C-GF2-EQUALS-REAL",
                    "equality: the one degree for the other",
                    new Proposition<>(
                            "deg₂ f = deg f for every Boolean f.",
                            "\\deg_2 f = \\deg f",
                            List.of(Domains.functions(1), Domains.functions(2), Domains.functions(3)),
                            f -> f.gf2Degree() == f.degree() ? holds() : gf2Fails("equal", f)))));

    private static Outcome gf2Fails(String statement, BooleanFunction f) {
        return fails(Certificate.of("gf2-degree-differs")
                .with("values", values(f))
                .with("degree", f.degree())
                .with("gf2Degree", f.gf2Degree())
                .with("statement", statement)
                .reading("f = " + f.spectrum() + " has real degree " + f.degree() + " and degree " + f.gf2Degree()
                        + " over GF(2)."));
    }

    // ---- granularity

    private static List<Domain<BooleanFunction>> functionsUpTo(int most) {
        return IntStream.rangeClosed(1, most).mapToObj(Domains::functions).toList();
    }

    private static List<Domain<BooleanFunction>> functionsAndSome(long trials) {
        var domains = new ArrayList<>(functionsUpTo(4));
        for (int n = 5; n <= 7; n++) domains.add(Domains.someFunctions(n, trials));
        return List.copyOf(domains);
    }

    static final Claim<BooleanFunction> GRANULARITY = new Claim<>(
            "GRANULARITY",
            Sections.WALSH_FACTS,
            "The coefficients of a Boolean function of degree k are multiples of 2^(1-k)",
            textbook("exercise 1.11(b)", ""),
            List.of("f is Boolean", "k = deg f is at least 1"),
            "Sharp: 2^(2-k) does not do, already for f = x1. So by Parseval at most 4^(k-1) coefficients are not 0.",
            new Proposition<>(
                    "If f is Boolean of degree k ≥ 1 then every f^(S) is an integer multiple of 2^(1−k).",
                    "\\deg f = k \\ge 1 \\implies \\hat f(S) \\in 2^{1-k} \\mathbb{Z} \\qquad \\forall S",
                    functionsAndSome(1_000),
                    f -> f.degree() == 0 ? outOfScope("deg f ≥ 1") : granularity(f, 1, false)),
            List.of(
                    new Control<>(
                            "C-GRANULARITY-CONSTANT",
                            "k = 0 allowed",
                            new Proposition<>(
                                    "If f is Boolean of degree k then every f^(S) is an integer multiple of 2^(1−k).",
                                    "\\deg f = k \\implies \\hat f(S) \\in 2^{1-k} \\mathbb{Z} \\qquad \\forall S",
                                    functionsUpTo(2),
                                    f -> granularity(f, 1, true))),
                    new Control<>(
                            "C-GRANULARITY-COARSE",
                            "twice as coarse: 2^(2-k)",
                            new Proposition<>(
                                    "If f is Boolean of degree k ≥ 1 then every f^(S) is an integer multiple of "
                                            + "2^(2−k).",
                                    "\\deg f = k \\ge 1 \\implies \\hat f(S) \\in 2^{2-k} \\mathbb{Z} \\qquad "
                                            + "\\forall S",
                                    functionsUpTo(2),
                                    f -> f.degree() == 0 ? outOfScope("deg f ≥ 1") : granularity(f, 2, false)))));

    /** Whether all coefficients are multiples of 2^(shift - k); constants tells whether that is said of them too. */
    private static Outcome granularity(BooleanFunction f, int shift, boolean constants) {
        int k = f.degree();
        var spectrum = f.spectrum();
        for (int S = 0; S < 1 << f.variables(); S++) {
            var multiple = spectrum.coefficient(S).multiply(1L << k).divide(1L << shift);
            if (!multiple.getDenominator().equals(BigInteger.ONE))
                return fails(Certificate.of("coefficient-not-granular")
                        .with("values", values(f))
                        .with("degree", k)
                        .with("set", S)
                        .with("shift", shift)
                        .with("constants", constants)
                        .reading("f = " + spectrum + " has degree " + k + "; its coefficient "
                                + text(spectrum.coefficient(S)) + " at " + set(S) + " is " + text(multiple)
                                + " times 2^(" + shift + "-" + k + ")."));
        }
        return holds();
    }

    // ---- degree one

    static final Claim<BooleanFunction> DEGREE_ONE = new Claim<>(
            "DEGREE-ONE",
            Sections.WALSH_FACTS,
            "A Boolean function of degree 1 is a variable or its negation",
            textbook("exercises to chapter 1", ""),
            List.of("f is Boolean", "deg f = 1"),
            "Fails for functions with values in {0, 1, -1}, and for degree 2 with products of two variables in "
                    + "place of variables.",
            new Proposition<>(
                    "If f is Boolean of degree 1 then f = x_i or f = −x_i for some i.",
                    "f: B^n \\to \\{-1, 1\\}, \\; \\deg f = 1 \\implies \\exists i: f = \\pm x_i",
                    functionsUpTo(4),
                    f -> f.degree() == 1 ? monomial(f.toReal(), 1, "boolean") : outOfScope("deg f = 1")),
            List.of(
                    new Control<>(
                            "C-DEGREE-ONE-REAL",
                            "the value 0 allowed",
                            new Proposition<>(
                                    "If f has values in {0, 1, −1} and degree 1 then f = x_i or f = −x_i for some i.",
                                    "f: B^n \\to \\{-1, 0, 1\\}, \\; \\deg f = 1 \\implies \\exists i: f = \\pm x_i",
                                    List.of(Domains.ternaryFunctions(1), Domains.ternaryFunctions(2)),
                                    f -> f.degree() == 1 ? monomial(f, 1, "zero-allowed") : outOfScope("deg f = 1"))),
                    new Control<>(
                            "C-DEGREE-TWO",
                            "degree 2, with products of two variables",
                            new Proposition<>(
                                    "If f is Boolean of degree 2 then f = x_i x_j or f = −x_i x_j for some i ≠ j.",
                                    "f: B^n \\to \\{-1, 1\\}, \\; \\deg f = 2 \\implies \\exists i \\ne j: f = "
                                            + "\\pm x_i x_j",
                                    functionsUpTo(3),
                                    f -> f.degree() == 2
                                            ? monomial(f.toReal(), 2, "boolean")
                                            : outOfScope("deg f = 2")))));

    /** Whether f is plus or minus one monomial; decided from the values. */
    private static Outcome monomial(RealFunction f, int degree, String statement) {
        for (int S = 0; S < 1 << f.variables(); S++) {
            if (Cube.degree(S) != degree) continue;
            int set = S;
            for (int sign : new int[] {1, -1}) {
                if (f.denominator() == 1
                        && IntStream.range(0, 1 << f.variables())
                                .allMatch(x -> f.numerator(x) == sign * Cube.character(set, x))) return holds();
            }
        }
        return fails(Certificate.of("not-a-monomial")
                .with("values", values(f))
                .with("statement", statement)
                .with("degree", degree)
                .reading("f = " + f.spectrum() + " has the values " + f + " and degree " + degree
                        + ", and is more than one monomial."));
    }

    // ---- juntas

    /** x3 up to sign where x1 = x2, else x4 up to sign: degree 2 and four variables, as many as there can be. */
    private static final BooleanFunction FOUR_VARIABLES = BooleanFunction.of(4, x -> {
        int x1 = Cube.coordinate(x, 0);
        int x2 = Cube.coordinate(x, 1);
        return (x1 + x2) * Cube.coordinate(x, 2) + (x1 - x2) * Cube.coordinate(x, 3) < 0;
    });

    /**
     * All Boolean functions of n variables of degree at most 2, n at most 6, by extension: both restrictions of x_n are
     * among those of n - 1 variables, and have the same coefficients of degree 2, since (low - high) / 2 is the factor
     * of x_n.
     */
    private static List<BooleanFunction> quadratics(int n) {
        if (n <= 3) {
            return IntStream.range(0, 1 << (1 << n))
                    .mapToObj(table -> BooleanFunction.ofTable(n, table))
                    .filter(f -> f.degree() <= 2)
                    .toList();
        }
        var byTop = quadratics(n - 1).stream()
                .collect(Collectors.groupingBy(DegreeFacts::topCoefficients, LinkedHashMap::new, Collectors.toList()));
        var found = new ArrayList<BooleanFunction>();
        for (var alike : byTop.values()) {
            for (var high : alike) {
                for (var low : alike) {
                    var f = BooleanFunction.ofTable(n, high.table() << (1 << (n - 1)) | low.table());
                    if (f.degree() <= 2) found.add(f);
                }
            }
        }
        found.sort((f, g) -> Long.compareUnsigned(f.table(), g.table()));
        return List.copyOf(found);
    }

    private static List<BigFraction> topCoefficients(BooleanFunction f) {
        var spectrum = f.spectrum();
        return IntStream.range(0, 1 << f.variables())
                .filter(S -> Cube.degree(S) == 2)
                .mapToObj(spectrum::coefficient)
                .toList();
    }

    private static Domain<BooleanFunction> quadraticFunctions(int n) {
        return Domain.list("Boolean functions of " + n + " variables of degree at most 2", n, quadratics(n));
    }

    static final Claim<BooleanFunction> JUNTA = new Claim<>(
            "JUNTA",
            Sections.WALSH_FACTS,
            "Nisan and Szegedy: a Boolean function of degree k depends on at most k 2^(k-1) variables",
            textbook(
                    "Theorem 3.4; N. Nisan, M. Szegedy, On the degree of Boolean functions as real polynomials, 1994",
                    ""),
            List.of("f is Boolean", "k = deg f is at least 1"),
            "Sharp for k = 1 and k = 2, and says nothing where k 2^(k-1) ≥ n, so degree 2 is examined up to n = "
                    + "6. For large k the bound is C 2^k "
                    + "(Chiarelli, Hatami, Saks 2020).",
            new Proposition<>(
                    "A Boolean function of degree k ≥ 1 depends on at most k 2^(k−1) variables.",
                    "f: B^n \\to \\{-1, 1\\}, \\; \\deg f = k \\ge 1 \\implies |\\{i : \\text{Inf}_i(f) > 0\\}| "
                            + "\\le k \\, 2^{k-1}",
                    List.of(
                            Domains.functions(1),
                            Domains.functions(2),
                            Domains.functions(3),
                            Domains.functions(4),
                            quadraticFunctions(5),
                            quadraticFunctions(6)),
                    DegreeFacts::junta),
            List.of(
                    new Control<>(
                            "C-JUNTA-DEGREE",
                            "k for k 2^(k-1)",
                            new Proposition<>(
                                    "A Boolean function of degree k depends on at most k variables.",
                                    "\\deg f = k \\implies |\\{i : \\text{Inf}_i(f) > 0\\}| \\le k",
                                    functionsUpTo(4),
                                    f -> dependsOnMore(f.toReal(), "degree", f.degree()))),
                    new Control<>(
                            "C-JUNTA-REAL",
                            "f need not be Boolean: the value 0 allowed",
                            new Proposition<>(
                                    "A function with values in {0, 1, −1} of degree k ≥ 1 depends on at most k "
                                            + "2^(k−1) variables.",
                                    "f: B^n \\to \\{0, 1, -1\\}, \\; \\deg f = k \\ge 1 \\implies |\\{i : "
                                            + "\\text{Inf}_i(f) > 0\\}| \\le k \\, 2^{k-1}",
                                    List.of(Domains.ternaryFunctions(1), Domains.ternaryFunctions(2)),
                                    f -> f.degree() == 0
                                            ? outOfScope("deg f ≥ 1")
                                            : dependsOnMore(f, "zero-allowed", nisanSzegedy(f.degree()))))));

    private static int nisanSzegedy(int k) {
        return k << (k - 1);
    }

    private static Outcome junta(BooleanFunction f) {
        int k = f.degree();
        if (k == 0) return outOfScope("deg f ≥ 1");
        int relevant = Integer.bitCount(f.relevantVariables());
        if (relevant > nisanSzegedy(k)) return dependsOnMore(f.toReal(), "nisan-szegedy", nisanSzegedy(k));
        if (!f.equals(FOUR_VARIABLES)) return holds();
        return holds(
                1,
                Certificate.of("junta-bound-attained")
                        .with("values", values(f))
                        .with("degree", k)
                        .with("variables", relevant)
                        .reading("f = " + f.spectrum() + " has degree 2 and depends on 4 = 2 · 2^(2-1) variables."));
    }

    private static Outcome dependsOnMore(RealFunction f, String rule, int bound) {
        int relevant = relevant(f);
        if (relevant <= bound) return holds();
        return fails(Certificate.of("depends-on-more")
                .with("values", values(f))
                .with("degree", f.degree())
                .with("variables", relevant)
                .with("rule", rule)
                .with("bound", bound)
                .reading("f = " + f.spectrum() + " has degree " + f.degree() + " and depends on " + relevant
                        + " variables, more than " + bound + "."));
    }

    // ---- sensitivity

    /** The and of two ors, in -1 for true. */
    private static final BooleanFunction AND_OF_ORS =
            BooleanFunction.of(4, x -> (x & 0b0011) != 0 && (x & 0b1100) != 0);

    static final Claim<BooleanFunction> SENSITIVITY = new Claim<>(
            "SENSITIVITY",
            Sections.WALSH_FACTS,
            "Huang: the degree is at most the square of the sensitivity",
            new Source(
                    Provenance.TEXTBOOK,
                    "H. Huang, Induced subgraphs of hypercubes and a proof of the sensitivity conjecture, Annals "
                            + "of Mathematics 190 (2019)",
                    "",
                    ""),
            List.of(
                    "f is Boolean",
                    "the sensitivity is the largest number of variables whose flipping changes f at one point"),
            "Sharp: the and of two ors of two variables has degree 4 and sensitivity 2.",
            new Proposition<>(
                    "deg f ≤ s(f)² for every Boolean f.",
                    "\\deg f \\le s(f)^2, \\qquad s(f) = \\max_{x} |\\{i : f(x) \\ne f(x^{(i)})\\}|",
                    functionsAndSome(2_000),
                    f -> sensitivity(f, 2)),
            List.of(new Control<>(
                    "C-SENSITIVITY-LINEAR",
                    "the sensitivity for its square",
                    new Proposition<>(
                            "deg f ≤ s(f) for every Boolean f.",
                            "\\deg f \\le s(f)",
                            functionsUpTo(4),
                            f -> sensitivity(f, 1)))));

    private static Outcome sensitivity(BooleanFunction f, int power) {
        int degree = f.degree();
        int s = f.sensitivity();
        if (degree > Domains.power(s, power))
            return fails(Certificate.of("degree-above-sensitivity")
                    .with("values", values(f))
                    .with("degree", degree)
                    .with("sensitivity", s)
                    .with("power", power)
                    .reading("f = " + f.spectrum() + " has degree " + degree
                            + ", and at no point does flipping one variable change it for more than " + s
                            + " of them."));
        if (power == 1 || !f.equals(AND_OF_ORS)) return holds();
        return holds(
                1,
                Certificate.of("sensitivity-bound-attained")
                        .with("values", values(f))
                        .with("degree", degree)
                        .with("sensitivity", s)
                        .reading("f = " + f.spectrum() + ", the and of two ors, has degree 4 and sensitivity 2."));
    }
}
