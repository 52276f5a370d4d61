package org.cubecheck;

import java.util.List;
import java.util.stream.Stream;

/** Computations made wrong, in the library and in the checks of claims, which an audit must notice. */
final class PlantedFaults {

    private PlantedFaults() {}

    /**
     * One fault: in a source file, a text that occurs exactly once is replaced by another, or several such texts are.
     * How the source is laid out does not matter.
     *
     * @param right the texts that occur exactly once each
     * @param wrong what replaces them
     * @param claims the identifiers of the claims audited; enough to catch it
     * @param whole whether they are audited in every dimension and with all draws: a corner that the draws miss shows
     * there only
     */
    record Fault(String name, String file, List<String> right, List<String> wrong, List<String> claims, boolean whole) {
        Fault(String name, String file, List<String> right, List<String> wrong, List<String> claims) {
            this(name, file, right, wrong, claims, false);
        }

        Fault(String name, String file, String right, String wrong, List<String> claims) {
            this(name, file, List.of(right), List.of(wrong), claims);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** What is computed wrongly, in the library and in the checks, or never drawn. */
    static Stream<Fault> faults() {
        return Stream.concat(computations(), corners());
    }

    /** Samplers that leave out a corner of their domain, and checks that stop short of the edge of a statement. */
    private static Stream<Fault> corners() {
        return Stream.of(
                corner(
                        "composed functions that never use the last variable",
                        "paper/Domains.java",
                        "List.of(BooleanFunction.coordinate(n, random.nextInt(n)), "
                                + "BooleanFunction.coordinate(n, random.nextInt(n)))",
                        "List.of(BooleanFunction.coordinate(n, random.nextInt(n - 1)), "
                                + "BooleanFunction.coordinate(n, random.nextInt(n - 1)))",
                        "GF2-DEGREE"),
                corner(
                        "composed functions that never use the last variable, as coordinates",
                        "paper/Domains.java",
                        "List.of(BooleanFunction.coordinate(n, random.nextInt(n)), "
                                + "BooleanFunction.coordinate(n, random.nextInt(n)))",
                        "List.of(BooleanFunction.coordinate(n, random.nextInt(n - 1)), "
                                + "BooleanFunction.coordinate(n, random.nextInt(n - 1)))",
                        "COMPOSITION-DEGREE"),
                corner(
                        "injections that always send 0 to 0",
                        "realization/Injection.java",
                        "int pick = z + random.nextInt(points.length - z);",
                        "int pick = z == 0 ? 0 : z + random.nextInt(points.length - z);",
                        "OUT-OF-DISTRIBUTION"),
                corner(
                        "supports that always contain 0",
                        "realization/Injection.java",
                        "int pick = z + random.nextInt(points.length - z);",
                        "int pick = z == 0 ? 0 : z + random.nextInt(points.length - z);",
                        "MULTI-TASK"),
                corner(
                        "representations that are always invertible",
                        "paper/Representations.java",
                        "var Phi = random.nextBoolean()",
                        "var Phi = random.nextInt(1) == 0",
                        "MULTI-TASK-LEAST"),
                corner(
                        "the greatest degree of a g that fits for the least, which only invertible representations stand",
                        "realization/ConditionalDegree.java",
                        "return degree - least;",
                        "return degree - greatest;",
                        "MULTI-TASK-LEAST"),
                corner(
                        "lists of tasks without z_d",
                        "paper/Representations.java",
                        "for (int i = 0; i < d; i++) tasks.add(",
                        "for (int i = 0; i < d - 1; i++) tasks.add(",
                        "MULTI-TASK"),
                corner(
                        "a radius that is never d - 1",
                        "paper/OutOfDistribution.java",
                        "int r = random.nextInt(d);",
                        "int r = random.nextInt(d - 1);",
                        "OUT-OF-DISTRIBUTION"),
                corner(
                        "savings of d^2 + 2 for d^2 + 1",
                        "paper/ManyTasks.java",
                        "this == ABOVE ? d * d + 1 : d * d",
                        "this == ABOVE ? d * d + 2 : d * d",
                        "MULTI-TASK"));
    }

    private static Fault corner(String name, String file, String right, String wrong, String claim) {
        return new Fault(name, file, List.of(right), List.of(wrong), List.of(claim), true);
    }

    /** What is computed wrongly, in the library first and then in the checks. */
    private static Stream<Fault> computations() {
        return Stream.of(
                new Fault(
                        "maximum instead of sum in the degree of a representation",
                        "realization/Representation.java",
                        "Arrays.stream(coordinateDegrees()).sum()",
                        "Arrays.stream(coordinateDegrees()).max().getAsInt()",
                        List.of("D-SQUARED-TIGHT")),
                new Fault(
                        "an interpolation that ignores the support",
                        "degree/Duals.java",
                        "if ((S & ~X.point(i)) == 0) sum",
                        "if ((S & ~i) == 0) sum",
                        List.of("OUT-OF-DISTRIBUTION")),
                new Fault(
                        "T instead of its inverse in the predictor of another basis",
                        "paper/Architecture.java",
                        "var both = R.after(T);",
                        "var both = R.after(T.inverse());",
                        List.of("ARCHITECTURE")),
                new Fault(
                        "a class as large as the group though its members have symmetries",
                        "census/TransformClasses.java",
                        "visitor.visit(h, regular / stabilizer);",
                        "visitor.visit(h, regular);",
                        List.of("CENSUS-CLASSES")),
                new Fault(
                        "a last coordinate that is not balanced in the census",
                        "census/MatchingCount.java",
                        "choices[size + c] = choices[c] ^ pairs[i]",
                        "choices[size + c] = choices[c] | pairs[i]",
                        List.of("CENSUS-DEGREES")),
                new Fault(
                        "T instead of its inverse in the predictor of a task",
                        "task/Task.java",
                        "T.inverse().pullback(latent)",
                        "T.pullback(latent)",
                        List.of("NON-IDENTIFIABLE")),
                new Fault(
                        "T instead of its inverse in the degrees of all tasks",
                        "task/DegreeFlow.java",
                        "1 << T.at(from + bit)",
                        "1 << T.inverse().at(from + bit)",
                        List.of("IDENTIFIES-AT-1")),
                new Fault(
                        "a task distribution that stops one degree short",
                        "task/TaskDistribution.java",
                        "density(d, j -> j <= k)",
                        "density(d, j -> j < k)",
                        List.of("NO-FREE-LUNCH")),
                new Fault(
                        "maximum instead of sum in the degree of a transform",
                        "transform/Bijection.java",
                        "Arrays.stream(coordinateDegrees()).sum()",
                        "Arrays.stream(coordinateDegrees()).max().getAsInt()",
                        List.of("MINIMAL-DEGREE")),
                new Fault(
                        "degree over GF(2) instead of the real degree",
                        "cube/BooleanFunction.java",
                        "return Degrees.of(n, words);",
                        "return Degrees.gf2(n, words);",
                        List.of("MINIMAL-DEGREE")),
                new Fault(
                        "signed permutations composed with the signs of the wrong coordinates",
                        "transform/SignedPermutation.java",
                        "(other.flips >>> source[i] & 1) << i",
                        "(other.flips >>> i & 1) << i",
                        List.of("SIGNED-GROUP")),
                new Fault(
                        "all transforms for those that keep the parity at the last drop",
                        "transform/Preservers.java",
                        "return last ? PARITY : ALL;",
                        "return ALL;",
                        List.of("PHASE-DIAGRAM")),
                new Fault(
                        "total influence as the sum over all sets",
                        "cube/Spectrum.java",
                        "return squares(Cube::degree);",
                        "return squares(S -> 1);",
                        List.of("TOTAL-INFLUENCE")),
                new Fault(
                        "the least degree of a g that fits for the greatest",
                        "realization/ConditionalDegree.java",
                        "int greatest = image.size() == 1 << Phi.dimension() ? least : Phi.dimension();",
                        "int greatest = least;",
                        List.of("MULTI-TASK")),
                new Fault(
                        "ties counted as identified in the exact curve",
                        "task/LearningCurve.java",
                        "if (tasks[r] + observation[r] <= 0) return false;",
                        "if (tasks[r] + observation[r] < 0) return false;",
                        List.of("FINITE-TASKS")),
                check(
                        "a predictor that predicts nothing",
                        "ObservedLunch",
                        "u |= h[x] << phi[x];",
                        "u |= h[x] << (phi[x] ^ 1);",
                        "NO-FREE-LUNCH-OBSERVED"),
                check(
                        "a mean that is a sum",
                        "FourierExpansion",
                        "sumOfSquares(f).divide(points(f))",
                        "sumOfSquares(f)",
                        "PARSEVAL"),
                check(
                        "the weight of f for the inner product",
                        "FourierExpansion",
                        "pair.f().spectrum().inner(pair.g().spectrum())",
                        "pair.f().spectrum().weight()",
                        "PLANCHEREL"),
                check(
                        "and for exclusive or in a convolution",
                        "FourierExpansion",
                        "g.numerator(x ^ y)",
                        "g.numerator(x & y)",
                        "CONVOLUTION"),
                check(
                        "less for at most, variance and influence",
                        "InfluenceAndNoise",
                        "variance.compareTo(mean) > 0",
                        "variance.compareTo(mean) >= 0",
                        "TOTAL-INFLUENCE"),
                check(
                        "less for at most, influence and degree",
                        "InfluenceAndNoise",
                        "mean.compareTo(variance.multiply(f.degree())) <= 0",
                        "mean.compareTo(variance.multiply(f.degree())) < 0",
                        "TOTAL-INFLUENCE"),
                check(
                        "less for at most, a restriction",
                        "Restriction",
                        "folded && g.degree() > spectrum.degree()",
                        "folded && g.degree() >= spectrum.degree()",
                        "RESTRICTION"),
                check(
                        "the largest inner degree alone",
                        "CompositionDegree",
                        "Math.min(n, Cube.degree(S) * inner.largest())",
                        "Math.min(n, inner.largest())",
                        "COMPOSITION-DEGREE"),
                check(
                        "the last inner degree for their sum",
                        "CompositionDegree",
                        "sum += functions.get(i).degree();",
                        "sum = functions.get(i).degree();",
                        "COMPOSITION-DEGREE"),
                check(
                        "less for at most, GF(2)",
                        "DegreeFacts",
                        "f.gf2Degree() <= f.degree() ?",
                        "f.gf2Degree() < f.degree() ?",
                        "GF2-DEGREE"),
                check("k for k 2^(k-1)", "DegreeFacts", "return k << (k - 1);", "return k;", "JUNTA"),
                check(
                        "the sensitivity less 1 for its square",
                        "DegreeFacts",
                        "degree > Domains.power(s, power)",
                        "degree > s - 1",
                        "SENSITIVITY"),
                check(
                        "more for at least d",
                        "InvertibleTransforms",
                        "degree >= T.dimension() && ",
                        "degree > T.dimension() && ",
                        "MINIMAL-DEGREE"),
                check(
                        "a composition taken for none",
                        "InvertibleTransforms",
                        "if (!product.isSignedPermutation())",
                        "if (product.isSignedPermutation())",
                        "SIGNED-GROUP"),
                check(
                        "an inverse taken for none",
                        "InvertibleTransforms",
                        "if (!inverse.isSignedPermutation())",
                        "if (inverse.isSignedPermutation())",
                        "SIGNED-GROUP"),
                check(
                        "the row of degree d + 1",
                        "InvertibleTransforms",
                        "counts.get(d).keySet()",
                        "counts.getOrDefault(d + 1, counts.get(d)).keySet()",
                        "INVERSE-DEGREE"),
                check(
                        "more for not less",
                        "IdentifyingDensities",
                        "k == 1 ? sum <= least : sum < least",
                        "sum <= least",
                        "IDENTIFIES-AT-1"),
                check(
                        "all tasks kept",
                        "Rearrangement",
                        "if (flow.keeps(k)) tasks |= 1 << k;",
                        "tasks |= 1 << k;",
                        "REARRANGEMENT"),
                check(
                        "all polynomials kept",
                        "Rearrangement",
                        "if (mostOfPolynomials(T, k) == k) polynomials",
                        "polynomials",
                        "REARRANGEMENT"),
                check(
                        "no kernel kept",
                        "Rearrangement",
                        "if (keepsKernel(T, k)) kernels",
                        "if (k < 0) kernels",
                        "REARRANGEMENT"),
                check(
                        "more for less",
                        "Rearrangement",
                        "if (flow.sumUpTo(k) < identity.sumUpTo(k))",
                        "if (flow.sumUpTo(k) > identity.sumUpTo(k))",
                        "REARRANGEMENT"),
                check(
                        "k + 1 for k",
                        "RealTasks",
                        "if ((most == k) != flow.keeps(k))",
                        "if ((most == k + 1) != flow.keeps(k))",
                        "REAL-TASKS"),
                check(
                        "more for less",
                        "PhaseDiagram",
                        "if (flow.sumUpTo(k) < identity.sumUpTo(k))",
                        "if (flow.sumUpTo(k) > identity.sumUpTo(k))",
                        "PHASE-DIAGRAM"),
                check(
                        "d for d - 1",
                        "SoftDegree",
                        "long said = (fold.d - 1) * (fold.c(1)",
                        "long said = fold.d * (fold.c(1)",
                        "SOFT-TIE"),
                check(
                        "the greater dimension for the lesser",
                        "SoftDegree",
                        "long most = Math.min(",
                        "long most = Math.max(",
                        "SOFT-DEGREE"),
                check(
                        "more for not less",
                        "Architecture",
                        "k == 1 ? more <= 0 : more < 0",
                        "more <= 0",
                        "ARCHITECTURE"),
                check(
                        "even for odd at the last drop",
                        "PhaseBoundary",
                        "k == d - 1 ? t % 2 == 1",
                        "k == d - 1 ? t % 2 == 0",
                        "PHASE-BOUNDARY"),
                check(
                        "d - 1 for d",
                        "PhaseBoundary",
                        "k % 2 == 0 && t == d)",
                        "k % 2 == 0 && t == d - 1)",
                        "PHASE-BOUNDARY"),
                check(
                        "distances of different parity at the last drop",
                        "PhaseBoundary",
                        "!fusion.fuses(t, t + 2)",
                        "!fusion.fuses(t, t + 1)",
                        "PHASE-BOUNDARY"),
                check(
                        "t and d - t for t and d + 1 - t",
                        "PhaseBoundary",
                        "!fusion.fuses(t, dimension + 1 - t))",
                        "!fusion.fuses(t, dimension - t))",
                        "PHASE-BOUNDARY"),
                check(
                        "every task is where the flat learner errs",
                        "OutOfDistribution",
                        "!jump || flat",
                        "flat",
                        "OUT-OF-DISTRIBUTION"));
    }

    /** A fault in the check of a claim: what the check then calls a counterexample is none. */
    static Fault check(String name, String file, String right, String wrong, String claim) {
        return new Fault(claim + ": " + name, "paper/" + file + ".java", right, wrong, List.of(claim));
    }
}
