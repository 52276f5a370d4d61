package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.DegreeFacts.relevant;
import static org.cubecheck.paper.Notation.values;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Spectrum;

/** Section 1, the authors' two examples of an expansion and its degree (AUTHORS-EXAMPLES). */
final class AuthorsExamples {

    private AuthorsExamples() {}

    static List<Claim<?>> claims() {
        return List.of(EXAMPLES);
    }

    /** A function written out, and the expansion and degree that the authors say it has; the key is a word for it. */
    record Example(String key, String name, RealFunction function, Spectrum expansion, int degree) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final RealFunction MAX = real(2, x -> Math.max(Cube.coordinate(x, 0), Cube.coordinate(x, 1)), 1);

    private static final RealFunction MONOMIALS = real(
            4,
            x -> Cube.coordinate(x, 0) * Cube.coordinate(x, 1) * Cube.coordinate(x, 2) + 4 * Cube.coordinate(x, 3),
            2);

    private static final List<Domain<Example>> EXAMPLE_LIST = List.of(
            Domain.list(
                    "the first example",
                    2,
                    List.of(new Example("max", "max(x1, x2)", MAX, Spectrum.of(new long[] {1, 1, 1, -1}, 2), 2))),
            Domain.list(
                    "the second example",
                    4,
                    List.of(new Example(
                            "monomials",
                            "(1/2) x1 x2 x3 + 2 x4",
                            MONOMIALS,
                            Spectrum.of(new long[] {0, 0, 0, 0, 0, 0, 0, 1, 4, 0, 0, 0, 0, 0, 0, 0}, 2),
                            3))));

    private static RealFunction real(int n, IntToLongFunction value, long denominator) {
        return RealFunction.of(IntStream.range(0, 1 << n).mapToLong(value).toArray(), denominator);
    }

    static final Claim<Example> EXAMPLES = new Claim<>(
            "AUTHORS-EXAMPLES",
            Sections.WALSH_FACTS,
            "The authors' two examples of an expansion and its degree",
            new Source(
                    Provenance.AUTHORS,
                    "summary: definition of the degree",
                    "max(x1, x2) has degree 2, (1/2) x1 x2 x3 + 2 x4 has degree 3",
                    ""),
            List.of(
                    "the variables are -1 or +1",
                    "the degree is that of the largest monomial, not the number of variables"),
            "",
            new Proposition<>(
                    "max(x₁, x₂) = 1/2 + x₁/2 + x₂/2 − x₁x₂/2 has degree 2; (1/2) x₁x₂x₃ + 2 x₄ has degree 3.",
                    "\\max(x_1, x_2) = \\frac{1}{2} + \\frac{1}{2} x_1 + \\frac{1}{2} x_2 - \\frac{1}{2} x_1 x_2, "
                            + "\\qquad \\deg(\\frac{1}{2} x_1 x_2 x_3 + 2 x_4) = 3",
                    EXAMPLE_LIST,
                    AuthorsExamples::example),
            List.of(
                    new Control<>(
                            "C-ZERO-ONE-CODING",
                            "the expansion that is right for variables 0 and 1, read with -1 and +1",
                            new Proposition<>(
                                    "max(x₁, x₂) = x₁ + x₂ − x₁x₂ on {−1, +1}².",
                                    "\\max(x_1, x_2) = x_1 + x_2 - x_1 x_2",
                                    List.of(Domain.all("points of B^2", 2, 4, x -> (int) x)),
                                    AuthorsExamples::zeroOneCoding)),
                    new Control<>(
                            "C-DEGREE-VARIABLES",
                            "the number of variables for the degree",
                            new Proposition<>(
                                    "The degree of an example is the number of variables on which it depends.",
                                    "\\deg f = |\\{i : \\text{Inf}_i(f) > 0\\}|",
                                    EXAMPLE_LIST,
                                    AuthorsExamples::degreeIsVariables))));

    private static Certificate.Builder expansion(
            Certificate.Builder certificate, Example example, Spectrum spectrum, int degree) {
        var f = example.function();
        var rows = new ArrayList<List<Long>>();
        for (int S = 0; S < 1 << f.variables(); S++) {
            if (spectrum.numerator(S) != 0) rows.add(List.of((long) S, spectrum.numerator(S)));
        }
        return certificate
                .with("example", example.key())
                .with("values", values(f))
                .with("valuesOver", f.denominator())
                .with("coefficients", rows)
                .with("coefficientsOver", spectrum.denominator())
                .with("degree", degree);
    }

    private static Outcome example(Example example) {
        var f = example.function();
        String reading = example.name() + " = " + f.spectrum() + " has degree " + f.degree()
                + "; its values from (+1, ..., +1) on are " + f;
        return f.spectrum().equals(example.expansion()) && f.degree() == example.degree()
                ? holds(
                        1,
                        expansion(Certificate.of("fourier-expansion"), example, f.spectrum(), f.degree())
                                .reading(reading + "."))
                : fails(expansion(
                                Certificate.of("fourier-expansion-differs"),
                                example,
                                example.expansion(),
                                example.degree())
                        .reading(reading + "; said are " + example.expansion() + " and degree " + example.degree()
                                + "."));
    }

    private static Outcome zeroOneCoding(int x) {
        int x1 = Cube.coordinate(x, 0);
        int x2 = Cube.coordinate(x, 1);
        if (Math.max(x1, x2) == x1 + x2 - x1 * x2) return holds();
        return fails(Certificate.of("zero-one-coding")
                .with("point", List.of(x1, x2))
                .reading("At (" + x1 + ", " + x2 + ") the maximum is " + Math.max(x1, x2) + ", x1 + x2 - x1x2 is "
                        + (x1 + x2 - x1 * x2) + "."));
    }

    private static Outcome degreeIsVariables(Example example) {
        var f = example.function();
        int relevant = relevant(f);
        if (relevant == f.degree()) return holds();
        return fails(Certificate.of("degree-not-variables")
                .with("example", example.key())
                .with("values", values(f))
                .with("degree", f.degree())
                .with("variables", relevant)
                .reading(example.name() + " depends on " + relevant + " variables and has degree " + f.degree() + "."));
    }
}
