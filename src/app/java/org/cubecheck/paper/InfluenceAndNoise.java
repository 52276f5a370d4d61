package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.Notation.text;
import static org.cubecheck.paper.Notation.values;
import static org.cubecheck.paper.Sources.textbook;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.cube.BooleanFunction;

/**
 * Section 1, influences and noise stability (INFLUENCES, TOTAL-INFLUENCE, NOISE-STABILITY). Every check computes one
 * side from the definition, as a plain sum over points or pairs of points.
 */
final class InfluenceAndNoise {

    private InfluenceAndNoise() {}

    static List<Claim<?>> claims() {
        return List.of(INFLUENCES, TOTAL_INFLUENCE, NOISE_STABILITY);
    }

    // ---- influences

    static final Claim<BooleanFunction> INFLUENCES = new Claim<>(
            "INFLUENCES",
            Sections.WALSH_FACTS,
            "The influence of a variable, counted and spectral",
            textbook("Theorem 2.20", ""),
            List.of("f is Boolean"),
            "For functions that are monotone in every variable, up or down, Inf_i = |f^({i})|; for others the "
                    + "single coefficient is too small.",
            new Proposition<>(
                    "Pr[f(x) ≠ f(x with x_i flipped)] = Σ_{S ∋ i} f^(S)² for every Boolean f and every i.",
                    "\\text{Inf}_i(f) = \\frac{|\\{x : f(x) \\ne f(x^{(i)})\\}|}{2^n} = \\sum_{S \\ni i} \\hat f(S)^2",
                    Domains.booleanFunctions(),
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
            Sections.WALSH_FACTS,
            "Total influence is mean sensitivity, and lies between the variance and the degree times the variance",
            textbook("Theorem 2.38 and the Poincaré inequality", "the upper bound by the degree is put beside it"),
            List.of("f is Boolean"),
            "Var f = I(f) exactly if deg f is at most 1; I(f) = deg f · Var f exactly if all weight but that of "
                    + "the mean lies on level deg f.",
            new Proposition<>(
                    "Σ_i Inf_i(f) = E[s_f(x)] = Σ_S |S| f^(S)², and Var f ≤ I(f) ≤ deg f · Var f, for every Boolean f.",
                    "I(f) = \\frac{1}{2^n} \\sum_{x} s_f(x) = \\sum_{S} |S| \\hat f(S)^2, \\qquad \\text{Var} f "
                            + "\\le I(f) \\le \\deg f \\cdot \\text{Var} f",
                    Domains.booleanFunctions(),
                    InfluenceAndNoise::totalInfluence),
            List.of(new Control<>(
                    "C-TOTAL-INFLUENCE-DEGREE",
                    "equality for the upper bound",
                    new Proposition<>(
                            "I(f) = deg f · Var f for every Boolean f.",
                            "I(f) = \\deg f \\cdot \\text{Var} f",
                            List.of(Domains.functions(1), Domains.functions(2)),
                            InfluenceAndNoise::totalInfluenceIsDegree))));

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
            Sections.WALSH_FACTS,
            "Noise stability, over all pairs of points and spectral",
            textbook("Theorem 2.49", ""),
            List.of("y has each coordinate equal to that of x with probability (1+ρ)/2, independently"),
            "Sum over all 4^n pairs, exact, at ρ = 1, 1/2, 0, -1/3 and -1. Both sides are polynomials in ρ of degree at "
                    + "most n, so for n ≤ 4 these five values prove it for every ρ; beyond that they are five values. "
                    + "Not negative for ρ ≥ 0; for ρ < 0 it may be.",
            new Proposition<>(
                    "E[f(x) f(y)] = Σ_S ρ^|S| f^(S)² for ρ-correlated x, y and every Boolean f.",
                    "\\text{Stab}_\\rho(f) = \\frac{1}{2^n} \\sum_{x, y} (\\frac{1+\\rho}{2})^{n-\\Delta(x,y)} "
                            + "(\\frac{1-\\rho}{2})^{\\Delta(x,y)} f(x) f(y) = \\sum_{S} \\rho^{|S|} \\hat f(S)^2",
                    List.of(
                            Domains.functions(1, CORRELATIONS.size()),
                            Domains.functions(2, CORRELATIONS.size()),
                            Domains.functions(3, CORRELATIONS.size()),
                            Domains.functionsOfFour(),
                            Domains.someFunctions(5, 500),
                            Domains.someFunctions(6, 200)),
                    InfluenceAndNoise::noiseStability),
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
                                    InfluenceAndNoise::flipProbability)),
                    new Control<>(
                            "C-NEGATIVE-CORRELATION",
                            "ρ may be negative",
                            new Proposition<>(
                                    "Noise stability is not negative, for every ρ within -1..1.",
                                    "\\text{Stab}_\\rho(f) \\ge 0",
                                    List.of(Domains.functions(1), Domains.functions(2)),
                                    InfluenceAndNoise::stabilityNotNegative))));

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
}
