package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.Notation.set;
import static org.cubecheck.paper.Notation.values;
import static org.cubecheck.paper.Sources.textbook;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;

/** Section 1, the degree of a composition (COMPOSITION-DEGREE). */
final class CompositionDegree {

    private CompositionDegree() {}

    static List<Claim<?>> claims() {
        return List.of(COMPOSITION);
    }

    /** Functions Phi_1, ..., Phi_d of n variables each. */
    record Inner(List<BooleanFunction> functions) {
        int variables() {
            return functions.get(0).variables();
        }

        int largest() {
            return functions.stream().mapToInt(BooleanFunction::degree).max().orElseThrow();
        }

        List<List<Integer>> values() {
            return functions.stream().map(Notation::values).toList();
        }

        String text() {
            return functions.stream()
                    .map(phi -> phi.spectrum().toPolynomial())
                    .collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /** A function of d variables and what is put into it. */
    record Composition(BooleanFunction outer, Inner inner) {
        String text() {
            return "g = " + outer.spectrum() + " and Φ = " + inner.text() + ": g∘Φ = "
                    + outer.of(inner.functions()).spectrum();
        }
    }

    private static Domain<Inner> inner(int d, int n) {
        return new Domain.All<>(name(d, n), n, 1L << (d << n), rank -> innerOfRank(d, n, rank), 1L << d);
    }

    private static Inner innerOfRank(int d, int n, long rank) {
        long one = (1L << (1 << n)) - 1;
        return new Inner(IntStream.range(0, d)
                .mapToObj(i -> BooleanFunction.ofTable(n, rank >>> (i << n) & one))
                .toList());
    }

    private static Domain<Inner> someInner(int d, int n, long trials) {
        var draw = Domains.someFunctions(n, trials).draw();
        var maps = Domain.<Inner>sampled(
                name(d, n) + ": one coordinate in two uniform, one composed of small functions",
                n,
                BigInteger.ONE.shiftLeft(d << n),
                trials,
                random -> new Inner(
                        IntStream.range(0, d).mapToObj(i -> draw.apply(random)).toList()));
        return n < 5
                ? maps
                : maps.reaching(
                        "a composed coordinate that uses the last variable",
                        inner -> inner.functions().stream().anyMatch(Domains::isComposedToTheLast));
    }

    private static String name(int d, int n) {
        return "maps from B^" + n + " to B^" + d;
    }

    private static Domain<Composition> compositions(int d, int n) {
        long functions = 1L << (1 << d);
        return Domain.all(
                "functions of " + d + " variables and " + name(d, n),
                n,
                functions << (d << n),
                rank -> new Composition(
                        BooleanFunction.ofTable(d, rank % functions), innerOfRank(d, n, rank / functions)));
    }

    static final Claim<Inner> COMPOSITION = new Claim<>(
            "COMPOSITION-DEGREE",
            Sections.WALSH_FACTS,
            "The degree of a composition is at most the product of the degrees, and at most their sum",
            textbook("section 1.2", "put together from the degree of products"),
            List.of("every Φ_i is Boolean", "g is any real function of the d values", "the degree is the real degree"),
            "Checked at every monomial g: the degree of a sum is at most the largest, so all real g follow. "
                    + "Attained by parities of disjoint parities; "
                    + "it may be less, because a product of equal functions is 1.",
            new Proposition<>(
                    "deg(g ∘ Φ) ≤ min(n, deg g · max_i deg Φ_i) and deg(g ∘ Φ) ≤ Σ_i deg Φ_i, for every g: B^d → "
                            + "R and Boolean Φ_1, …, Φ_d on Bⁿ.",
                    "\\deg(g \\circ \\Phi) \\le \\min(n, \\; \\deg g \\cdot \\max_{i} \\deg \\Phi_i), \\qquad "
                            + "\\deg(g \\circ \\Phi) \\le \\sum_{i=1}^{d} \\deg \\Phi_i",
                    List.of(
                            inner(1, 1),
                            inner(2, 1),
                            inner(1, 2),
                            inner(2, 2),
                            inner(3, 2),
                            inner(1, 3),
                            inner(2, 3),
                            someInner(3, 3, 5_000),
                            someInner(3, 4, 2_000),
                            someInner(4, 5, 1_000),
                            someInner(3, 6, 500),
                            someInner(3, 7, 300)),
                    CompositionDegree::composition),
            List.of(
                    new Control<>(
                            "C-COMPOSITION-MAX",
                            "the largest inner degree alone, without the factor deg g",
                            new Proposition<>(
                                    "deg(g ∘ Φ) ≤ max_i deg Φ_i.",
                                    "\\deg(g \\circ \\Phi) \\le \\max_{i} \\deg \\Phi_i",
                                    List.of(compositions(1, 1), compositions(2, 1), compositions(2, 2)),
                                    composition -> composedAbove(
                                            composition,
                                            "largest",
                                            composition.inner().largest()))),
                    new Control<>(
                            "C-COMPOSITION-GF2",
                            "the degree over GF(2) of g for its real degree",
                            new Proposition<>(
                                    "deg(g ∘ Φ) ≤ deg₂ g · max_i deg Φ_i.",
                                    "\\deg(g \\circ \\Phi) \\le \\deg_2 g \\cdot \\max_{i} \\deg \\Phi_i",
                                    List.of(compositions(1, 1), compositions(2, 1), compositions(2, 2)),
                                    composition -> composedAbove(
                                            composition,
                                            "gf2",
                                            composition.outer().gf2Degree()
                                                    * composition.inner().largest()))),
                    new Control<>(
                            "C-PRODUCT-DEGREE",
                            "equality for a product of two functions",
                            new Proposition<>(
                                    "deg(Φ₁ Φ₂) = min(n, deg Φ₁ + deg Φ₂).",
                                    "\\deg(\\Phi_1 \\Phi_2) = \\min(n, \\deg \\Phi_1 + \\deg \\Phi_2)",
                                    List.of(inner(2, 1), inner(2, 2)),
                                    CompositionDegree::productDegree))));

    private static Outcome composition(Inner inner) {
        var functions = inner.functions();
        int d = functions.size();
        int n = inner.variables();
        int examined = 0;
        for (int S = 0; S < 1 << d; S++) {
            examined++;
            int sum = 0;
            var product = BooleanFunction.constant(n, 1);
            for (int i = 0; i < d; i++) {
                if ((S >>> i & 1) == 0) continue;
                product = product.times(functions.get(i));
                sum += functions.get(i).degree();
            }
            int degree = product.degree();
            int most = Math.min(n, Cube.degree(S) * inner.largest());
            if (degree <= most && degree <= sum) continue;
            // What is put into the product of d' variables are the d' functions of the set.
            int set = S;
            var composition = degree > sum
                    ? new Composition(
                            BooleanFunction.parity(Cube.degree(S), (1 << Cube.degree(S)) - 1),
                            new Inner(IntStream.range(0, d)
                                    .filter(i -> (set >>> i & 1) != 0)
                                    .mapToObj(functions::get)
                                    .toList()))
                    : new Composition(BooleanFunction.parity(d, S), inner);
            return degree > sum ? composedAbove(composition, "sum", sum) : composedAbove(composition, "product", most);
        }
        return holds(examined);
    }

    private static Outcome composedAbove(Composition composition, String bound, int value) {
        int degree = composition.outer().of(composition.inner().functions()).degree();
        if (degree <= value) return holds();
        return fails(Certificate.of("composition-above-bound")
                .with("outer", values(composition.outer()))
                .with("inner", composition.inner().values())
                .with("bound", bound)
                .with("value", value)
                .with("degree", degree)
                .reading(composition.text() + " has degree " + degree + ", the bound is " + value + "."));
    }

    private static Outcome productDegree(Inner inner) {
        var f = inner.functions().get(0);
        var g = inner.functions().get(1);
        int degree = f.times(g).degree();
        int bound = Math.min(f.variables(), f.degree() + g.degree());
        if (degree == bound) return holds();
        return fails(Certificate.of("product-degree")
                .with("first", values(f))
                .with("second", values(g))
                .with("degree", degree)
                .reading("(" + f.spectrum() + ") (" + g.spectrum() + ") = "
                        + f.times(g).spectrum() + " has degree " + degree + ", not " + bound + "."));
    }
}
