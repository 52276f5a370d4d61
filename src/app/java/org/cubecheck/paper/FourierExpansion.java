package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.claim.Outcome.outOfScope;
import static org.cubecheck.paper.Notation.point;
import static org.cubecheck.paper.Notation.set;
import static org.cubecheck.paper.Notation.text;
import static org.cubecheck.paper.Notation.values;
import static org.cubecheck.paper.Sources.textbook;

import java.util.List;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Spectrum;

/**
 * Section 1, the Fourier expansion and its identities (INVERSION, UNIQUENESS, PARSEVAL, PLANCHEREL, CONVOLUTION). Every
 * check computes one side from the definition, as a plain sum.
 */
final class FourierExpansion {

    private FourierExpansion() {}

    static List<Claim<?>> claims() {
        return List.of(INVERSION, UNIQUENESS, PARSEVAL, PLANCHEREL, CONVOLUTION);
    }

    private static final String QUADRATIC =
            "Holds for all real functions of n = 1..3 variables: both sides are quadratic in f, so they agree "
                    + "everywhere if they agree on values {0, 1, -1}.";

    // ---- domains of pairs

    /** Two functions on one cube. */
    record FunctionPair(RealFunction f, RealFunction g) {
        @Override
        public String toString() {
            return "f = " + f + ", g = " + g;
        }
    }

    private static final List<Domain<FunctionPair>> PAIRS = List.of(
            pairs("pairs of functions from B^1 to {0, 1, -1}", 1, Domains.ternaryFunctions(1), f -> f),
            pairs("pairs of functions from B^2 to {0, 1, -1}", 2, Domains.ternaryFunctions(2), f -> f),
            booleanPairs(3),
            somePairs(4, 2_000),
            somePairs(5, 1_000),
            somePairs(6, 500));

    private static Domain<FunctionPair> booleanPairs(int n) {
        return pairs(
                "pairs of Boolean functions of " + n + " variables", n, Domains.functions(n), BooleanFunction::toReal);
    }

    private static <F> Domain<FunctionPair> pairs(
            String name, int n, Domain<F> domain, Function<F, RealFunction> real) {
        var all = (Domain.All<F>) domain;
        long count = all.count();
        return Domain.all(
                name,
                n,
                count * count,
                rank -> new FunctionPair(
                        real.apply(all.point().apply(rank / count)),
                        real.apply(all.point().apply(rank % count))));
    }

    /** Independent, or one in two: equal but at one point. */
    private static Domain<FunctionPair> somePairs(int n, long trials) {
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
                    return new FunctionPair(Domains.sixths(first), Domains.sixths(second));
                });
    }

    // ---- inversion

    static final Claim<RealFunction> INVERSION = new Claim<>(
            "WALSH-INVERSION",
            Sections.WALSH_FACTS,
            "A function is the sum of its Fourier expansion",
            textbook("Theorem 1.1", ""),
            List.of("the coefficient carries the factor 2^-n, the sum does not"),
            "Linear in f, so it holds for all real functions of 1..3 variables.",
            new Proposition<>(
                    "f(x) = Σ_S f^(S) χ_S(x) with f^(S) = 2⁻ⁿ Σ_x f(x) χ_S(x), for every f: Bⁿ → R and every x.",
                    "f(x) = \\sum_{S} \\hat f(S) \\, \\chi_S(x), \\qquad \\hat f(S) = \\frac{1}{2^n} \\sum_{x} "
                            + "f(x) \\, \\chi_S(x)",
                    Domains.realFunctions(),
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

    static final Claim<FunctionPair> UNIQUENESS = new Claim<>(
            "WALSH-UNIQUENESS",
            Sections.WALSH_FACTS,
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

    private static Outcome sameCoefficients(FunctionPair pair, Compared compared) {
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
            Sections.WALSH_FACTS,
            "Parseval: the mean square is the sum of the squared coefficients",
            textbook("section 1.4", ""),
            List.of("the mean over the points, not the sum"),
            QUADRATIC,
            new Proposition<>(
                    "E[f²] = Σ_S f^(S)² for every f: Bⁿ → R; for Boolean f both are 1.",
                    "\\frac{1}{2^n} \\sum_{x} f(x)^2 = \\sum_{S} \\hat f(S)^2",
                    Domains.realFunctions(),
                    FourierExpansion::parseval),
            List.of(
                    new Control<>(
                            "C-PARSEVAL-SUM",
                            "the sum over the points for the mean: no normalisation",
                            new Proposition<>(
                                    "Σ_x f(x)² = Σ_S f^(S)².",
                                    "\\sum_{x} f(x)^2 = \\sum_{S} \\hat f(S)^2",
                                    List.of(Domains.ternaryFunctions(1), Domains.ternaryFunctions(2)),
                                    FourierExpansion::parsevalSum)),
                    new Control<>(
                            "C-PARSEVAL-ABSOLUTE",
                            "absolute values for squares",
                            new Proposition<>(
                                    "E|f| = Σ_S |f^(S)|.",
                                    "\\frac{1}{2^n} \\sum_{x} |f(x)| = \\sum_{S} |\\hat f(S)|",
                                    List.of(Domains.ternaryFunctions(1), Domains.ternaryFunctions(2)),
                                    FourierExpansion::parsevalAbsolute))));

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

    static final Claim<FunctionPair> PLANCHEREL = new Claim<>(
            "PLANCHEREL",
            Sections.WALSH_FACTS,
            "Plancherel: the expansion preserves inner products",
            textbook("section 1.4", ""),
            List.of("f and g are functions on one cube"),
            "Bilinear in f and g, so it holds for all real functions of 1..3 variables: the functions examined "
                    + "span them.",
            new Proposition<>(
                    "E[f g] = Σ_S f^(S) g^(S) for all f, g: Bⁿ → R.",
                    "\\frac{1}{2^n} \\sum_{x} f(x) g(x) = \\sum_{S} \\hat f(S) \\hat g(S)",
                    PAIRS,
                    FourierExpansion::plancherel),
            List.of(new Control<>(
                    "C-UNCORRELATED",
                    "only the empty set is summed: the product of the means",
                    new Proposition<>(
                            "E[f g] = E[f] E[g] for all f, g.",
                            "\\frac{1}{2^n} \\sum_{x} f(x) g(x) = \\hat f(\\emptyset) \\, \\hat g(\\emptyset)",
                            List.of(PAIRS.get(0), PAIRS.get(1)),
                            FourierExpansion::uncorrelated))));

    private static BigFraction meanOfProduct(FunctionPair pair) {
        var sum = BigFraction.ZERO;
        for (int x = 0; x < points(pair.f()); x++)
            sum = sum.add(pair.f().at(x).multiply(pair.g().at(x)));
        return sum.divide(points(pair.f()));
    }

    private static Outcome plancherel(FunctionPair pair) {
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

    private static Outcome uncorrelated(FunctionPair pair) {
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

    static final Claim<FunctionPair> CONVOLUTION = new Claim<>(
            "CONVOLUTION",
            Sections.WALSH_FACTS,
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
                    FourierExpansion::convolution),
            List.of(new Control<>(
                    "C-POINTWISE-PRODUCT",
                    "the pointwise product for the convolution",
                    new Proposition<>(
                            "(f g)^(S) = f^(S) g^(S).",
                            "\\hat h(S) = \\hat f(S) \\hat g(S) \\quad \\text{for} \\quad h(x) = f(x) \\, g(x)",
                            List.of(PAIRS.get(0), PAIRS.get(1)),
                            FourierExpansion::pointwiseProduct))));

    private static Outcome convolution(FunctionPair pair) {
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

    private static Outcome pointwiseProduct(FunctionPair pair) {
        return products(pair, pair.f().times(pair.g()), "pointwise");
    }

    /** Whether the coefficients of a product are the products of the coefficients. */
    private static Outcome products(FunctionPair pair, RealFunction h, String name) {
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

    static int points(RealFunction f) {
        return 1 << f.variables();
    }
}
