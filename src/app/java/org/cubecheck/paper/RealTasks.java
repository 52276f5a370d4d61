package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.Notation.list;
import static org.cubecheck.paper.Notation.polynomials;
import static org.cubecheck.paper.Notation.values;
import static org.cubecheck.paper.Rearrangement.mostOfPolynomials;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.transform.Bijection;

/** Section 5, first part: real-valued tasks of bounded degree (REAL-TASKS). */
final class RealTasks {

    private RealTasks() {}

    static List<Claim<?>> claims() {
        return List.of(REAL_TASKS);
    }

    /** The same groups for real-valued tasks of degree at most k. */
    static final Claim<Bijection> REAL_TASKS = new Claim<>(
            "REAL-TASKS",
            Sections.IDENTIFICATION,
            "Real-valued tasks of bounded degree have the same minimisers",
            new Source(Provenance.EXTENSION, "", "", "all ours"),
            List.of("the task is drawn from a density on the real polynomials of degree at most k", "T is invertible"),
            "A density on P_k is needed: one fixed polynomial does not identify.",
            new Proposition<>(
                    "A real-valued task p drawn from any density on P_k, 1 ≤ k < d, has degree D_k(T) = max{deg(q "
                            + "∘ T⁻¹) : q in P_k} under T almost surely; D_k(T) ≥ k, with equality iff T "
                            + "preserves the Boolean tasks of degree ≤ k.",
                    "\\deg(p \\circ T^{-1}) = D_k(T) \\ge k \\; \\text{almost surely}, \\qquad D_k(T) = k \\iff "
                            + "A_k \\circ T^{-1} = A_k",
                    List.of(Domains.bijections(2, 1), Domains.bijections(3, 2), Domains.structuredBijections(300)),
                    RealTasks::realTasks),
            List.of(
                    new Control<>(
                            "C-ONE-POLYNOMIAL",
                            "one fixed polynomial, x_1, for a density on P_1",
                            new Proposition<>(
                                    "The task p = x_1 has degree 1 under T only if T preserves the Boolean tasks "
                                            + "of degree at most 1.",
                                    "\\deg(x_1 \\circ T^{-1}) = 1 \\implies A_1 \\circ T^{-1} = A_1",
                                    List.of(Domains.bijections(2)),
                                    RealTasks::onePolynomial)),
                    new Control<>(
                            "C-REAL-AT-2",
                            "degree at most 2 for degree at most 1",
                            new Proposition<>(
                                    "Real-valued tasks of degree at most 2 identify: only signed permutations T "
                                            + "have D_2(T) = 2.",
                                    "D_2(T) = 2 \\implies T(z) = PDz",
                                    List.of(Domains.bijections(3)),
                                    RealTasks::realAt2))));

    /**
     * The coefficient of p after T^-1 at U is a linear form in the coefficients of p, and a density does not charge the
     * zeros of a form that is not zero. One polynomial that comes to degree D_k shows a form that is not zero; the one
     * tried has large coefficients without order, since to have some that are 0 or small is how a polynomial comes to
     * less.
     */
    private static Outcome realTasks(Bijection T) {
        int d = T.dimension();
        var flow = DegreeFlow.of(T);
        int examined = 0;
        for (int k = 1; k < d; k++) {
            examined++;
            int most = mostOfPolynomials(T, k);
            if (most < k || generic(d, k, T).degree() != most)
                throw new IllegalStateException("D_" + k + " = " + most + " for T = " + T + " is wrong");
            if ((most == k) != flow.keeps(k))
                return fails(Certificate.of("polynomials-kept")
                        .with("transform", list(T))
                        .with("maxDegree", k)
                        .with("statement", "tasks")
                        .reading("D_" + k + " = " + most + " for T = " + T + ", which "
                                + (flow.keeps(k) ? "keeps" : "does not keep") + " the tasks of degree at most " + k
                                + "."));
        }
        return holds(examined);
    }

    private static RealFunction generic(int d, int k, Bijection T) {
        var random = new SplittableRandom(1);
        var values = new long[1 << d];
        for (int S = 0; S < values.length; S++) {
            if (Cube.degree(S) > k) continue;
            long coefficient = random.nextLong(1L << 40);
            for (int z = 0; z < values.length; z++) values[T.at(z)] += coefficient * Cube.character(S, z);
        }
        return RealFunction.ofIntegers(values);
    }

    private static Outcome onePolynomial(Bijection T) {
        int d = T.dimension();
        var x1 = BooleanFunction.coordinate(d, 0);
        if (T.inverse().pullback(x1).degree() > 1 || DegreeFlow.of(T).keeps(1)) return holds();
        return fails(Certificate.of("task-list-not-identifying")
                .with("transform", list(T))
                .with("statement", "first")
                .with("tasks", List.of(values(x1)))
                .reading("T = " + polynomials(T) + " is no signed permutation, but its inverse "
                        + polynomials(T.inverse()) + " keeps x1 at degree 1."));
    }

    private static Outcome realAt2(Bijection T) {
        if (mostOfPolynomials(T, 2) > 2 || T.isSignedPermutation()) return holds();
        var monomials = new ArrayList<String>();
        for (int S = 1; S < 8; S++) {
            var monomial = BooleanFunction.parity(3, S);
            if (monomial.degree() <= 2)
                monomials.add(monomial.spectrum().toPolynomial() + " → "
                        + T.inverse().pullback(monomial).spectrum().toPolynomial());
        }
        return fails(Certificate.of("polynomials-kept")
                .with("transform", list(T))
                .with("maxDegree", 2)
                .with("statement", "signed")
                .reading("T = " + T
                        + " is no signed permutation, and p ∘ T⁻¹ has degree at most 2 for every p of degree at "
                        + "most 2: "
                        + String.join(", ", monomials) + "."));
    }
}
