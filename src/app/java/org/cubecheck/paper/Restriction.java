package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.Notation.set;
import static org.cubecheck.paper.Notation.text;
import static org.cubecheck.paper.Notation.values;
import static org.cubecheck.paper.Sources.textbook;

import java.util.List;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;

/** Section 1, what fixing a variable does to the coefficients and to the degree (RESTRICTION). */
final class Restriction {

    private Restriction() {}

    static List<Claim<?>> claims() {
        return List.of(RESTRICTION);
    }

    static final Claim<RealFunction> RESTRICTION = new Claim<>(
            "RESTRICTION",
            Sections.WALSH_FACTS,
            "Fixing a variable folds the coefficients in pairs",
            textbook("section 3.3", ""),
            List.of("one variable is fixed to b = -1 or +1"),
            "The degree cannot grow. It may stay, even if f depends on the variable.",
            new Proposition<>(
                    "The coefficient of f with x_i = b at S, i ∉ S, is f^(S) + b f^(S ∪ {i}); so the degree does "
                            + "not grow.",
                    "\\hat g(S) = \\hat f(S) + b \\, \\hat f(S \\cup \\{i\\}) \\quad (i \\notin S), \\qquad \\deg "
                            + "g \\le \\deg f, \\qquad g = f|_{x_i = b}",
                    Domains.realFunctions(),
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
                                    Restriction::restrictionLowers))));

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
}
