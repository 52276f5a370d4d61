package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.claim.Outcome.outOfScope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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
import org.cubecheck.cube.Spectrum;

/**
 * Section 1, first part: the identities of the Fourier expansion. Every check computes one side from the definition, as
 * a plain sum.
 */
final class WalshFacts {

    static final String SECTION = "Walsh facts";

    private static final String QUADRATIC =
            "Holds for all real functions of n = 1..3 variables: both sides are quadratic in f, so they agree "
                    + "everywhere if they agree on values {0, 1, -1}.";

    private WalshFacts() {}

    static List<Claim<?>> claims() {
        return List.of(
                INVERSION,
                UNIQUENESS,
                PARSEVAL,
                PLANCHEREL,
                CONVOLUTION,
                INFLUENCES,
                TOTAL_INFLUENCE,
                NOISE_STABILITY,
                RESTRICTION);
    }

    // ---- domains of pairs

    /** Two functions on one cube. */
    record Pair(RealFunction f, RealFunction g) {
        @Override
        public String toString() {
            return "f = " + f + ", g = " + g;
        }
    }

    private static final List<Domain<Pair>> PAIRS = List.of(
            pairs("pairs of functions from B^1 to {0, 1, -1}", 1, Domains.ternaryFunctions(1), f -> f),
            pairs("pairs of functions from B^2 to {0, 1, -1}", 2, Domains.ternaryFunctions(2), f -> f),
            booleanPairs(3),
            somePairs(4, 2_000),
            somePairs(5, 1_000),
            somePairs(6, 500));

    private static Domain<Pair> booleanPairs(int n) {
        return pairs(
                "pairs of Boolean functions of " + n + " variables", n, Domains.functions(n), BooleanFunction::toReal);
    }

    private static <F> Domain<Pair> pairs(String name, int n, Domain<F> domain, Function<F, RealFunction> real) {
        var all = (Domain.All<F>) domain;
        long count = all.count();
        return Domain.all(
                name,
                n,
                count * count,
                rank -> new Pair(
                        real.apply(all.point().apply(rank / count)),
                        real.apply(all.point().apply(rank % count))));
    }

    /** Independent, or one in two: equal but at one point. */
    private static Domain<Pair> somePairs(int n, long trials) {
        var one = (Domain.Sampled<RealFunction>) Domains.someRealFunctions(n, trials);
        return Domain.sampled(
                "pairs of " + one.name() + "; one in two differs at one point at most",
                n,
                one.size().pow(2),
                trials,
                random -> {
                    long[] first = Domains.randomNumerators(n, random);
                    long[] second = Domains.randomNumerators(n, random);
                    if (random.nextBoolean()) {
                        int changed = random.nextInt(second.length);
                        for (int x = 0; x < second.length; x++) second[x] = x == changed ? second[x] : first[x];
                    }
                    return new Pair(Domains.sixths(first), Domains.sixths(second));
                });
    }

    private static List<Domain<RealFunction>> realFunctions() {
        return List.of(
                Domains.ternaryFunctions(1),
                Domains.ternaryFunctions(2),
                Domains.ternaryFunctions(3),
                Domains.someRealFunctions(4, 2_000),
                Domains.someRealFunctions(5, 1_000),
                Domains.someRealFunctions(6, 500),
                Domains.someRealFunctions(7, 100),
                Domains.someRealFunctions(8, 50));
    }

    private static List<Domain<BooleanFunction>> booleanFunctions() {
        return List.of(
                Domains.functions(1),
                Domains.functions(2),
                Domains.functions(3),
                Domains.functions(4),
                Domains.someFunctions(5, 2_000),
                Domains.someFunctions(6, 1_000),
                Domains.someFunctions(7, 500),
                Domains.someFunctions(8, 200));
    }

    static Source textbook(String reference, String wording) {
        return new Source(Provenance.TEXTBOOK, "O'Donnell, Analysis of Boolean Functions, " + reference, "", wording);
    }

    // ---- inversion

    static final Claim<RealFunction> INVERSION = new Claim<>(
            "WALSH-INVERSION",
            SECTION,
            "A function is the sum of its Fourier expansion",
            textbook("Theorem 1.1", ""),
            List.of("the coefficient carries the factor 2^-n, the sum does not"),
            "Linear in f, so it holds for all real functions of 1..3 variables.",
            new Proposition<>(
                    "f(x) = Σ_S f^(S) χ_S(x) with f^(S) = 2⁻ⁿ Σ_x f(x) χ_S(x), for every f: Bⁿ → R and every x.",
                    "f(x) = \\sum_{S} \\hat f(S) \\, \\chi_S(x), \\qquad \\hat f(S) = \\frac{1}{2^n} \\sum_{x} "
                            + "f(x) \\, \\chi_S(x)",
                    realFunctions(),
                    f -> inversion(f, 1)),
            List.of(new Control<>(
                    "C-NORMALISED-TWICE",
                    "the factor 2^-n in the sum as well",
                    new Proposition<>(
                            "f(x) = 2⁻ⁿ Σ_S f^(S) χ_S(x).",
                            "f(x) = \\frac{1}{2^n} \\sum_{S} \\hat f(S) \\, \\chi_S(x)",
                            List.of(Domains.ternaryFunctions(1), Domains.ternaryFunctions(2)),
                            f -> inversion(f, points(f))))));

    /** Whether the sum of the expansion, over the given divisor, is f at every point. */
    private static Outcome inversion(RealFunction f, int divisor) {
        var spectrum = f.spectrum();
        for (int x = 0; x < points(f); x++) {
            var sum = sum(spectrum, x).divide(divisor);
            if (!sum.equals(f.at(x)))
                return fails(Certificate.of("expansion-differs")
                        .with("values", values(f))
                        .with("point", x)
                        .with("normalised", divisor != 1)
                        .reading("f = " + spectrum + ": at the point " + point(f.variables(), x) + " its value is "
                                + text(f.at(x)) + ", the sum of the expansion"
                                + (divisor == 1 ? "" : " over 2^n = " + divisor) + " is " + text(sum) + "."));
        }
        return holds();
    }

    private static BigFraction sum(Spectrum spectrum, int x) {
        long sum = 0;
        for (int S = 0; S < 1 << spectrum.variables(); S++)
            sum = Math.addExact(sum, spectrum.numerator(S) * Cube.character(S, x));
        return BigFraction.of(sum, spectrum.denominator());
    }

    // ---- uniqueness

    static final Claim<Pair> UNIQUENESS = new Claim<>(
            "WALSH-UNIQUENESS",
            SECTION,
            "Different functions have different expansions",
            textbook("Theorem 1.1", ""),
            List.of("all 2^n coefficients are compared, with their signs"),
            "The coefficients of degree at most 1 (the Chow parameters) determine f among all Boolean functions "
                    + "if f is a threshold function.",
            new Proposition<>(
                    "If f ≠ g then f^(S) ≠ g^(S) for some S.",
                    "f \\ne g \\implies \\exists S: \\hat f(S) \\ne \\hat g(S)",
                    PAIRS,
                    pair -> sameCoefficients(pair, Compared.ALL)),
            List.of(
                    new Control<>(
                            "C-CHOW",
                            "only the coefficients with |S| at most 1 are compared",
                            new Proposition<>(
                                    "If f ≠ g are Boolean then f^(S) ≠ g^(S) for some S with |S| ≤ 1.",
                                    "f \\ne g \\implies \\exists S, |S| \\le 1: \\hat f(S) \\ne \\hat g(S)",
                                    List.of(booleanPairs(1), booleanPairs(2), booleanPairs(3)),
                                    pair -> sameCoefficients(pair, Compared.UP_TO_DEGREE_1))),
                    new Control<>(
                            "C-POWER-SPECTRUM",
                            "the squares of the coefficients are compared, not the coefficients",
                            new Proposition<>(
                                    "If f ≠ g are Boolean then f^(S)² ≠ g^(S)² for some S.",
                                    "f \\ne g \\implies \\exists S: \\hat f(S)^2 \\ne \\hat g(S)^2",
                                    List.of(booleanPairs(1), booleanPairs(2)),
                                    pair -> sameCoefficients(pair, Compared.SQUARES)))));

    private enum Compared {
        ALL("all", "."),
        UP_TO_DEGREE_1("up-to-degree-1", " with |S| at most 1."),
        SQUARES("squares", " up to sign.");

        final String key;
        final String words;

        Compared(String key, String words) {
            this.key = key;
            this.words = words;
        }
    }

    private static Outcome sameCoefficients(Pair pair, Compared compared) {
        if (pair.f().equals(pair.g())) return outOfScope("f ≠ g");
        var f = pair.f().spectrum();
        var g = pair.g().spectrum();
        for (int S = 0; S < points(pair.f()); S++) {
            if (Cube.degree(S) > 1 && compared == Compared.UP_TO_DEGREE_1) continue;
            var difference = f.coefficient(S).subtract(g.coefficient(S));
            if (!difference.equals(BigFraction.ZERO)
                    && (compared != Compared.SQUARES
                            || !f.coefficient(S).negate().equals(g.coefficient(S)))) return holds();
        }
        // One factor for both, so that different functions stay different.
        return fails(Certificate.of("coefficients-agree")
                .with("first", values(pair.f(), pair.g().denominator()))
                .with("second", values(pair.g(), pair.f().denominator()))
                .with("compared", compared.key)
                .reading(f + " and " + g + " are different functions, but their coefficients agree" + compared.words));
    }

    // ---- Parseval and Plancherel

    static final Claim<RealFunction> PARSEVAL = new Claim<>(
            "PARSEVAL",
            SECTION,
            "Parseval: the mean square is the sum of the squared coefficients",
            textbook("section 1.4", ""),
            List.of("the mean over the points, not the sum"),
            QUADRATIC,
            new Proposition<>(
                    "E[f²] = Σ_S f^(S)² for every f: Bⁿ → R; for Boolean f both are 1.",
                    "\\frac{1}{2^n} \\sum_{x} f(x)^2 = \\sum_{S} \\hat f(S)^2",
                    realFunctions(),
                    WalshFacts::parseval),
            List.of(
                    new Control<>(
                            "C-PARSEVAL-SUM",
                            "the sum over the points for the mean: no normalisation",
                            new Proposition<>(
                                    "Σ_x f(x)² = Σ_S f^(S)².",
                                    "\\sum_{x} f(x)^2 = \\sum_{S} \\hat f(S)^2",
                                    List.of(Domains.ternaryFunctions(1), Domains.ternaryFunctions(2)),
                                    WalshFacts::parsevalSum)),
                    new Control<>(
                            "C-PARSEVAL-ABSOLUTE",
                            "absolute values for squares",
                            new Proposition<>(
                                    "E|f| = Σ_S |f^(S)|.",
                                    "\\frac{1}{2^n} \\sum_{x} |f(x)| = \\sum_{S} |\\hat f(S)|",
                                    List.of(Domains.ternaryFunctions(1), Domains.ternaryFunctions(2)),
                                    WalshFacts::parsevalAbsolute))));

    private static BigFraction sumOfSquares(RealFunction f) {
        var sum = BigFraction.ZERO;
        for (int x = 0; x < points(f); x++) sum = sum.add(f.at(x).pow(2));
        return sum;
    }

    private static Outcome parseval(RealFunction f) {
        var mean = sumOfSquares(f).divide(points(f));
        var weight = f.spectrum().weight();
        return mean.equals(weight)
                ? holds()
                : fails(Certificate.of("parseval-differs")
                        .with("values", values(f))
                        .with("statement", "mean-square")
                        .reading("E[f^2] = " + text(mean) + ", the coefficients give " + text(weight)));
    }

    private static Outcome parsevalSum(RealFunction f) {
        var sum = sumOfSquares(f);
        var weight = f.spectrum().weight();
        if (sum.equals(weight)) return holds();
        return fails(Certificate.of("parseval-differs")
                .with("values", values(f))
                .with("statement", "sum-of-squares")
                .reading("f = " + f.spectrum() + " has the values " + f + ", whose squares add up to " + text(sum)
                        + "; the squares of its coefficients add up to " + text(weight) + "."));
    }

    private static Outcome parsevalAbsolute(RealFunction f) {
        var mean = BigFraction.ZERO;
        var sum = BigFraction.ZERO;
        for (int x = 0; x < points(f); x++) {
            mean = mean.add(f.at(x).abs());
            sum = sum.add(f.spectrum().coefficient(x).abs());
        }
        mean = mean.divide(points(f));
        if (mean.equals(sum)) return holds();
        return fails(Certificate.of("parseval-differs")
                .with("values", values(f))
                .with("statement", "mean-absolute")
                .reading("f = " + f.spectrum() + " has the values " + f + ": E|f| = " + text(mean)
                        + ", the absolute values of its coefficients add up to " + text(sum) + "."));
    }

    static final Claim<Pair> PLANCHEREL = new Claim<>(
            "PLANCHEREL",
            SECTION,
            "Plancherel: the expansion preserves inner products",
            textbook("section 1.4", ""),
            List.of("f and g are functions on one cube"),
            "Bilinear in f and g, so it holds for all real functions of 1..3 variables: the functions examined "
                    + "span them.",
            new Proposition<>(
                    "E[f g] = Σ_S f^(S) g^(S) for all f, g: Bⁿ → R.",
                    "\\frac{1}{2^n} \\sum_{x} f(x) g(x) = \\sum_{S} \\hat f(S) \\hat g(S)",
                    PAIRS,
                    WalshFacts::plancherel),
            List.of(new Control<>(
                    "C-UNCORRELATED",
                    "only the empty set is summed: the product of the means",
                    new Proposition<>(
                            "E[f g] = E[f] E[g] for all f, g.",
                            "\\frac{1}{2^n} \\sum_{x} f(x) g(x) = \\hat f(\\emptyset) \\, \\hat g(\\emptyset)",
                            List.of(PAIRS.get(0), PAIRS.get(1)),
                            WalshFacts::uncorrelated))));

    private static BigFraction meanOfProduct(Pair pair) {
        var sum = BigFraction.ZERO;
        for (int x = 0; x < points(pair.f()); x++)
            sum = sum.add(pair.f().at(x).multiply(pair.g().at(x)));
        return sum.divide(points(pair.f()));
    }

    private static Outcome plancherel(Pair pair) {
        var mean = meanOfProduct(pair);
        var inner = pair.f().spectrum().inner(pair.g().spectrum());
        return mean.equals(inner)
                ? holds()
                : fails(Certificate.of("plancherel-differs")
                        .with("first", values(pair.f()))
                        .with("second", values(pair.g()))
                        .with("statement", "coefficients")
                        .reading(pair + ": E[fg] = " + text(mean) + ", the coefficients give " + text(inner)));
    }

    private static Outcome uncorrelated(Pair pair) {
        var mean = meanOfProduct(pair);
        var product = pair.f().spectrum().mean().multiply(pair.g().spectrum().mean());
        if (mean.equals(product)) return holds();
        return fails(Certificate.of("plancherel-differs")
                .with("first", values(pair.f()))
                .with("second", values(pair.g()))
                .with("statement", "means")
                .reading("f = " + pair.f().spectrum() + " and g = " + pair.g().spectrum() + ": E[fg] = " + text(mean)
                        + ", E[f] E[g] = " + text(product) + "."));
    }

    // ---- convolution

    static final Claim<Pair> CONVOLUTION = new Claim<>(
            "CONVOLUTION",
            SECTION,
            "The coefficients of a convolution are the products of the coefficients",
            textbook("Theorem 1.27", ""),
            List.of("(f * g)(x) = E_y[f(y) g(xy)], with xy the product coordinate by coordinate"),
            "Bilinear in f and g, so it holds for all real functions of 1..3 variables: the functions examined "
                    + "span them.",
            new Proposition<>(
                    "(f * g)^(S) = f^(S) g^(S) for all f, g: Bⁿ → R and every S, where (f * g)(x) = E_y[f(y) g(xy)].",
                    "\\hat h(S) = \\hat f(S) \\hat g(S) \\quad \\text{for} \\quad h(x) = \\frac{1}{2^n} \\sum_{y} "
                            + "f(y) \\, g(xy)",
                    PAIRS,
                    WalshFacts::convolution),
            List.of(new Control<>(
                    "C-POINTWISE-PRODUCT",
                    "the pointwise product for the convolution",
                    new Proposition<>(
                            "(f g)^(S) = f^(S) g^(S).",
                            "\\hat h(S) = \\hat f(S) \\hat g(S) \\quad \\text{for} \\quad h(x) = f(x) \\, g(x)",
                            List.of(PAIRS.get(0), PAIRS.get(1)),
                            WalshFacts::pointwiseProduct))));

    private static Outcome convolution(Pair pair) {
        var f = pair.f();
        var g = pair.g();
        var sums = new long[points(f)];
        for (int x = 0; x < sums.length; x++) {
            // The product of two points is the exclusive or of their masks.
            for (int y = 0; y < sums.length; y++)
                sums[x] = Math.addExact(sums[x], Math.multiplyExact(f.numerator(y), g.numerator(x ^ y)));
        }
        var convolution = RealFunction.of(
                sums, Math.multiplyExact(points(f), Math.multiplyExact(f.denominator(), g.denominator())));
        var outcome = products(pair, convolution, "convolution");
        if (outcome.equals(holds()) && !f.convolve(g).equals(convolution))
            throw new IllegalStateException("two ways to convolve " + pair + " disagree");
        return outcome;
    }

    private static Outcome pointwiseProduct(Pair pair) {
        return products(pair, pair.f().times(pair.g()), "pointwise");
    }

    /** Whether the coefficients of a product are the products of the coefficients. */
    private static Outcome products(Pair pair, RealFunction h, String name) {
        var f = pair.f().spectrum();
        var g = pair.g().spectrum();
        var product = h.spectrum();
        for (int S = 0; S < points(pair.f()); S++) {
            var both = f.coefficient(S).multiply(g.coefficient(S));
            if (!product.coefficient(S).equals(both))
                return fails(Certificate.of("product-coefficient-differs")
                        .with("first", values(pair.f()))
                        .with("second", values(pair.g()))
                        .with("product", name)
                        .with("set", S)
                        .reading("f = " + f + " and g = " + g + " have the "
                                + (name.equals("convolution") ? name : "product") + " " + product
                                + "; its coefficient at " + set(S) + " is " + text(product.coefficient(S))
                                + ", the product of theirs is " + text(both) + "."));
        }
        return holds();
    }

    // ---- influences

    static final Claim<BooleanFunction> INFLUENCES = new Claim<>(
            "INFLUENCES",
            SECTION,
            "The influence of a variable, counted and spectral",
            textbook("Theorem 2.20", ""),
            List.of("f is Boolean"),
            "For functions that are monotone in every variable, up or down, Inf_i = |f^({i})|; for others the "
                    + "single coefficient is too small.",
            new Proposition<>(
                    "Pr[f(x) ≠ f(x with x_i flipped)] = Σ_{S ∋ i} f^(S)² for every Boolean f and every i.",
                    "\\text{Inf}_i(f) = \\frac{|\\{x : f(x) \\ne f(x^{(i)})\\}|}{2^n} = \\sum_{S \\ni i} \\hat f(S)^2",
                    booleanFunctions(),
                    f -> influences(f, false)),
            List.of(new Control<>(
                    "C-FIRST-COEFFICIENT",
                    "the single coefficient |f^({i})| for the sum, without monotonicity",
                    new Proposition<>(
                            "Inf_i(f) = |f^({i})| for every Boolean f and every i.",
                            "\\text{Inf}_i(f) = |\\hat f(\\{i\\})|",
                            List.of(Domains.functions(1), Domains.functions(2), Domains.functions(3)),
                            f -> influences(f, true)))));

    private static Outcome influences(BooleanFunction f, boolean first) {
        var spectrum = f.spectrum();
        for (int i = 0; i < f.variables(); i++) {
            int flip = 1 << i;
            long boundary = IntStream.range(0, 1 << f.variables())
                    .filter(x -> f.isMinus(x) != f.isMinus(x ^ flip))
                    .count();
            var influence = BigFraction.of(boundary, 1L << f.variables());
            if (!influence.equals(first ? spectrum.coefficient(flip).abs() : spectrum.influence(i)))
                return fails(Certificate.of("influence-differs")
                        .with("values", values(f))
                        .with("variable", i)
                        .with("boundary", boundary)
                        .with("statement", first ? "first-coefficient" : "squares")
                        .reading("f = " + spectrum + ": flipping x" + (i + 1) + " changes f at " + boundary + " of "
                                + (1 << f.variables()) + " points, so its influence is " + text(influence)
                                + (first
                                        ? "; |f^({" + (i + 1) + "})| = "
                                                + text(spectrum.coefficient(flip)
                                                        .abs()) + "."
                                        : "; the spectrum gives " + text(spectrum.influence(i)))));
        }
        return holds();
    }

    static final Claim<BooleanFunction> TOTAL_INFLUENCE = new Claim<>(
            "TOTAL-INFLUENCE",
            SECTION,
            "Total influence is mean sensitivity, and lies between the variance and the degree times the variance",
            textbook("Theorem 2.38 and the Poincaré inequality", "the upper bound by the degree is put beside it"),
            List.of("f is Boolean"),
            "Var f = I(f) exactly if deg f is at most 1; I(f) = deg f · Var f exactly if all weight but that of "
                    + "the mean lies on level deg f.",
            new Proposition<>(
                    "Σ_i Inf_i(f) = E[s_f(x)] = Σ_S |S| f^(S)², and Var f ≤ I(f) ≤ deg f · Var f, for every Boolean f.",
                    "I(f) = \\frac{1}{2^n} \\sum_{x} s_f(x) = \\sum_{S} |S| \\hat f(S)^2, \\qquad \\text{Var} f "
                            + "\\le I(f) \\le \\deg f \\cdot \\text{Var} f",
                    booleanFunctions(),
                    WalshFacts::totalInfluence),
            List.of(new Control<>(
                    "C-TOTAL-INFLUENCE-DEGREE",
                    "equality for the upper bound",
                    new Proposition<>(
                            "I(f) = deg f · Var f for every Boolean f.",
                            "I(f) = \\deg f \\cdot \\text{Var} f",
                            List.of(Domains.functions(1), Domains.functions(2)),
                            WalshFacts::totalInfluenceIsDegree))));

    private static BigFraction meanSensitivity(BooleanFunction f) {
        return BigFraction.of(
                IntStream.range(0, 1 << f.variables()).mapToLong(f::sensitivity).sum(), 1L << f.variables());
    }

    private static Outcome totalInfluence(BooleanFunction f) {
        var mean = meanSensitivity(f);
        var spectrum = f.spectrum();
        var variance = spectrum.variance();
        if (!mean.equals(spectrum.totalInfluence()))
            return fails(totalInfluence(f, "spectrum", "Σ |S| f^(S)² = " + text(spectrum.totalInfluence())));
        if (variance.compareTo(mean) > 0) return fails(totalInfluence(f, "variance", "Var f = " + text(variance)));
        return mean.compareTo(variance.multiply(f.degree())) <= 0
                ? holds()
                : fails(totalInfluence(f, "at-most-degree", degreeTimesVariance(f)));
    }

    private static Certificate totalInfluence(BooleanFunction f, String statement, String against) {
        return Certificate.of("total-influence-differs")
                .with("values", values(f))
                .with("degree", f.degree())
                .with("statement", statement)
                .reading("f = " + f.spectrum() + ": I(f) = " + text(meanSensitivity(f)) + ", " + against + ".");
    }

    private static String degreeTimesVariance(BooleanFunction f) {
        var variance = f.spectrum().variance();
        return "deg f · Var f = " + f.degree() + " · " + text(variance) + " = " + text(variance.multiply(f.degree()));
    }

    private static Outcome totalInfluenceIsDegree(BooleanFunction f) {
        var mean = meanSensitivity(f);
        var variance = f.spectrum().variance();
        if (mean.equals(variance.multiply(f.degree()))) return holds();
        return fails(totalInfluence(f, "degree", degreeTimesVariance(f)));
    }

    // ---- noise stability

    private static final List<BigFraction> CORRELATIONS = List.of(
            BigFraction.ONE, BigFraction.of(1, 2), BigFraction.ZERO, BigFraction.of(-1, 3), BigFraction.ONE.negate());

    static final Claim<BooleanFunction> NOISE_STABILITY = new Claim<>(
            "NOISE-STABILITY",
            SECTION,
            "Noise stability, over all pairs of points and spectral",
            textbook("Theorem 2.49", ""),
            List.of("y has each coordinate equal to that of x with probability (1+ρ)/2, independently"),
            "Sum over all 4^n pairs, exact, at ρ = 1, 1/2, 0, -1/3 and -1. Not negative for ρ ≥ 0; for ρ < 0 it may be.",
            new Proposition<>(
                    "E[f(x) f(y)] = Σ_S ρ^|S| f^(S)² for ρ-correlated x, y and every Boolean f.",
                    "\\text{Stab}_\\rho(f) = \\frac{1}{2^n} \\sum_{x, y} (\\frac{1+\\rho}{2})^{n-\\Delta(x,y)} "
                            + "(\\frac{1-\\rho}{2})^{\\Delta(x,y)} f(x) f(y) = \\sum_{S} \\rho^{|S|} \\hat f(S)^2",
                    List.of(
                            Domains.functions(1, CORRELATIONS.size()),
                            Domains.functions(2, CORRELATIONS.size()),
                            Domains.functions(3, CORRELATIONS.size()),
                            Domains.someFunctions(4, 4_000),
                            Domains.someFunctions(5, 500),
                            Domains.someFunctions(6, 200)),
                    WalshFacts::noiseStability),
            List.of(
                    new Control<>(
                            "C-FLIP-PROBABILITY",
                            "a coordinate is flipped with probability 1-ρ, where it should be redrawn with that "
                                    + "probability",
                            new Proposition<>(
                                    "The same, with each coordinate of y flipped with probability 1-ρ.",
                                    "\\frac{1}{2^n} \\sum_{x, y} \\rho^{n-\\Delta(x,y)} (1-\\rho)^{\\Delta(x,y)} "
                                            + "f(x) f(y) = \\sum_{S} \\rho^{|S|} \\hat f(S)^2, \\qquad \\rho \\in "
                                            + "\\{0, \\frac{1}{2}, 1\\}",
                                    List.of(Domains.functions(1), Domains.functions(2)),
                                    WalshFacts::flipProbability)),
                    new Control<>(
                            "C-NEGATIVE-CORRELATION",
                            "ρ may be negative",
                            new Proposition<>(
                                    "Noise stability is not negative, for every ρ within -1..1.",
                                    "\\text{Stab}_\\rho(f) \\ge 0",
                                    List.of(Domains.functions(1), Domains.functions(2)),
                                    WalshFacts::stabilityNotNegative))));

    /** 2^-n sum_{x,y} keep^(n-t) flip^t f(x) f(y), t the Hamming distance. */
    private static BigFraction correlation(BooleanFunction f, BigFraction keep, BigFraction flip) {
        int n = f.variables();
        var byDistance = new long[n + 1];
        for (int x = 0; x < 1 << n; x++) {
            for (int y = 0; y < 1 << n; y++) byDistance[Integer.bitCount(x ^ y)] += f.at(x) * f.at(y);
        }
        var sum = BigFraction.ZERO;
        for (int t = 0; t <= n; t++)
            sum = sum.add(power(keep, n - t).multiply(power(flip, t)).multiply(byDistance[t]));
        return sum.divide(1L << n);
    }

    /** With 0^0 = 1. */
    private static BigFraction power(BigFraction base, int exponent) {
        return exponent == 0 ? BigFraction.ONE : base.pow(exponent);
    }

    private static Outcome noiseStability(BooleanFunction f) {
        for (var rho : CORRELATIONS) {
            var expected = correlation(
                    f,
                    BigFraction.ONE.add(rho).divide(2),
                    BigFraction.ONE.subtract(rho).divide(2));
            var spectral = f.spectrum().noiseStability(rho);
            if (!expected.equals(spectral))
                return fails(Certificate.of("noise-stability-differs")
                        .with("values", values(f))
                        .with("p", rho.getNumerator().longValue())
                        .with("q", rho.getDenominator().longValue())
                        .with("noise", "correlated")
                        .reading(f.spectrum() + " at rho = " + text(rho) + ": " + text(expected) + " over all pairs, "
                                + text(spectral) + " by the spectrum"));
        }
        return holds(CORRELATIONS.size());
    }

    private static Outcome flipProbability(BooleanFunction f) {
        for (var rho : List.of(BigFraction.ONE, BigFraction.of(1, 2), BigFraction.ZERO)) {
            var flipped = correlation(f, rho, BigFraction.ONE.subtract(rho));
            var spectral = f.spectrum().noiseStability(rho);
            if (!flipped.equals(spectral))
                return fails(Certificate.of("noise-stability-differs")
                        .with("values", values(f))
                        .with("p", rho.getNumerator().longValue())
                        .with("q", rho.getDenominator().longValue())
                        .with("noise", "flipped")
                        .reading("f = " + f.spectrum() + ", ρ = " + text(rho) + ": with flips of probability "
                                + text(BigFraction.ONE.subtract(rho)) + " the mean of f(x) f(y) is " + text(flipped)
                                + ", Σ ρ^|S| f^(S)² is " + text(spectral) + "."));
        }
        return holds();
    }

    private static Outcome stabilityNotNegative(BooleanFunction f) {
        for (var rho : CORRELATIONS) {
            var stability = f.spectrum().noiseStability(rho);
            if (stability.compareTo(BigFraction.ZERO) < 0)
                return fails(Certificate.of("negative-stability")
                        .with("values", values(f))
                        .with("p", rho.getNumerator().longValue())
                        .with("q", rho.getDenominator().longValue())
                        .reading("f = " + f.spectrum() + " at ρ = " + text(rho) + " has noise stability "
                                + text(stability) + "."));
        }
        return holds();
    }

    // ---- restriction

    static final Claim<RealFunction> RESTRICTION = new Claim<>(
            "RESTRICTION",
            SECTION,
            "Fixing a variable folds the coefficients in pairs",
            textbook("section 3.3", ""),
            List.of("one variable is fixed to b = -1 or +1"),
            "The degree cannot grow. It may stay, even if f depends on the variable.",
            new Proposition<>(
                    "The coefficient of f with x_i = b at S, i ∉ S, is f^(S) + b f^(S ∪ {i}); so the degree does "
                            + "not grow.",
                    "\\hat g(S) = \\hat f(S) + b \\, \\hat f(S \\cup \\{i\\}) \\quad (i \\notin S), \\qquad \\deg "
                            + "g \\le \\deg f, \\qquad g = f|_{x_i = b}",
                    realFunctions(),
                    f -> restriction(f, true)),
            List.of(
                    new Control<>(
                            "C-RESTRICTION-KEEPS",
                            "the second coefficient is forgotten",
                            new Proposition<>(
                                    "The coefficient of f with x_i = b at S, i ∉ S, is f^(S).",
                                    "\\hat g(S) = \\hat f(S) \\quad (i \\notin S), \\qquad g = f|_{x_i = b}",
                                    List.of(Domains.ternaryFunctions(1), Domains.ternaryFunctions(2)),
                                    f -> restriction(f, false))),
                    new Control<>(
                            "C-RESTRICTION-LOWERS",
                            "less for at most, where f depends on the variable",
                            new Proposition<>(
                                    "If a Boolean f depends on x_i then fixing x_i lowers the degree.",
                                    "\\text{Inf}_i(f) > 0 \\implies \\deg f|_{x_i = b} < \\deg f",
                                    List.of(Domains.functions(1), Domains.functions(2), Domains.functions(3)),
                                    WalshFacts::restrictionLowers))));

    private static Outcome restriction(RealFunction f, boolean folded) {
        int n = f.variables();
        var spectrum = f.spectrum();
        for (int i = 0; i < n; i++) {
            for (int b : new int[] {1, -1}) {
                var g = f.restrict(i, b).spectrum();
                if (folded && g.degree() > spectrum.degree())
                    return fails(Certificate.of("restriction-degree")
                            .with("values", values(f))
                            .with("variable", i)
                            .with("sign", b)
                            .with("degree", g.degree())
                            .with("statement", "at-most")
                            .reading("f = " + spectrum + " of degree " + spectrum.degree() + " with x" + (i + 1) + " = "
                                    + b + " has degree " + g.degree() + "."));
                for (int S = 0; S < 1 << (n - 1); S++) {
                    int low = S & (1 << i) - 1;
                    int wide = low | (S ^ low) << 1;
                    long second = folded ? b * spectrum.numerator(wide | 1 << i) : 0;
                    long expected =
                            Math.multiplyExact(Math.addExact(spectrum.numerator(wide), second), g.denominator());
                    if (Math.multiplyExact(g.numerator(S), spectrum.denominator()) != expected)
                        return fails(Certificate.of("restriction-coefficient")
                                .with("values", values(f))
                                .with("variable", i)
                                .with("sign", b)
                                .with("set", wide)
                                .with("statement", folded ? "folded" : "kept")
                                .reading("f = " + spectrum + " with x" + (i + 1) + " = " + b + " has the coefficient "
                                        + text(g.coefficient(S)) + " at " + set(wide) + ", f itself "
                                        + text(spectrum.coefficient(wide)) + "."));
                }
            }
        }
        return holds();
    }

    private static Outcome restrictionLowers(BooleanFunction f) {
        for (int i = 0; i < f.variables(); i++) {
            if (f.boundary(i) == 0) continue;
            for (int b : new int[] {1, -1}) {
                var g = f.restrict(i, b);
                if (g.degree() >= f.degree())
                    return fails(Certificate.of("restriction-degree")
                            .with("values", values(f))
                            .with("variable", i)
                            .with("sign", b)
                            .with("degree", g.degree())
                            .with("statement", "less")
                            .reading("f = " + f.spectrum() + " depends on x" + (i + 1) + ". With x" + (i + 1) + " = "
                                    + b + " and the variables above renumbered it is " + g.spectrum() + ", of degree "
                                    + g.degree() + " as before."));
            }
        }
        return holds();
    }

    // ---- words

    private static int points(RealFunction f) {
        return 1 << f.variables();
    }

    /** The values of an integer-valued function; of others the numerators: what fails for f fails for its multiples. */
    static List<Long> values(RealFunction f) {
        return values(f, 1);
    }

    private static List<Long> values(RealFunction f, long factor) {
        return IntStream.range(0, points(f))
                .mapToObj(x -> Math.multiplyExact(f.numerator(x), factor))
                .toList();
    }

    static List<Integer> values(BooleanFunction f) {
        return IntStream.range(0, 1 << f.variables()).mapToObj(f::at).toList();
    }

    /** {@code 1/2}. */
    static String text(BigFraction value) {
        return value.toString().replace(" ", "");
    }

    static String point(int n, int x) {
        return Arrays.toString(
                        IntStream.range(0, n).map(i -> Cube.coordinate(x, i)).toArray())
                .replace('[', '(')
                .replace(']', ')');
    }

    static String set(int S) {
        var variables = new ArrayList<Integer>();
        for (int i = 0; i < 31; i++) {
            if ((S >>> i & 1) != 0) variables.add(i + 1);
        }
        return variables.isEmpty()
                ? "∅"
                : variables.toString().replace('[', '{').replace(']', '}');
    }
}
