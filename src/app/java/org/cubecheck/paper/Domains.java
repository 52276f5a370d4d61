package org.cubecheck.paper;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.cubecheck.census.FunctionClasses;
import org.cubecheck.claim.Domain;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.realization.Injection;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/** The domains over which the claims quantify. */
final class Domains {

    private Domains() {}

    /** All invertible transforms of B^d, d at most 3, in lexicographic order. */
    static Domain<Bijection> bijections(int d) {
        return bijections(d, 1);
    }

    /** The same, with the number of cases that a check examines at each. */
    static Domain<Bijection> bijections(int d, long casesPerTransform) {
        return new Domain.All<>(
                "invertible transforms of B^" + d,
                d,
                Bijection.count(d),
                rank -> Bijection.ofRank(d, rank),
                casesPerTransform);
    }

    /** Uniformly random invertible transforms of B^d. */
    static Domain<Bijection> someBijections(int d, long trials) {
        return Domain.sampled(
                "invertible transforms of B^" + d,
                d,
                Injection.count(d, d),
                trials,
                random -> Bijection.random(d, random));
    }

    /** All Boolean functions of n variables, n at most 4, by rising table. */
    static Domain<BooleanFunction> functions(int n) {
        return functions(n, 1);
    }

    /** The same, with the number of cases that a check examines at each. */
    static Domain<BooleanFunction> functions(int n, long casesPerFunction) {
        return new Domain.All<>(
                "Boolean functions of " + n + " variables",
                n,
                1L << (1 << n),
                table -> BooleanFunction.ofTable(n, table),
                casesPerFunction);
    }

    /**
     * Boolean functions of n variables: one in two uniformly random, which nearly always depends on all variables in
     * full degree; the other composed of a random function of three variables and random functions of two of the n
     * variables each.
     */
    static Domain.Sampled<BooleanFunction> someFunctions(int n, long trials) {
        var functions = Domain.<BooleanFunction>sampled(
                "Boolean functions of " + n + " variables: one in two uniform, one composed of small ones",
                n,
                BigInteger.ONE.shiftLeft(1 << n),
                trials,
                random -> random.nextBoolean() ? randomFunction(n, random) : composedFunction(n, random));
        return n < 5
                ? functions
                : functions.reaching("a composed function that uses the last variable", Domains::isComposedToTheLast);
    }

    /** Uses the last variable and leaves out two or more, as of five and more variables a uniform function never does. */
    static boolean isComposedToTheLast(BooleanFunction f) {
        int used = f.relevantVariables();
        return used >>> f.variables() - 1 == 1 && Integer.bitCount(used) <= f.variables() - 2;
    }

    static BooleanFunction randomFunction(int n, RandomGenerator random) {
        if (n < 6) return BooleanFunction.ofTable(n, random.nextLong() & (1L << (1 << n)) - 1);
        return BooleanFunction.ofWords(n, random.longs(1L << (n - 6)).toArray());
    }

    private static BooleanFunction composedFunction(int n, RandomGenerator random) {
        var inner = IntStream.range(0, 3)
                .mapToObj(k -> randomFunction(2, random)
                        .of(List.of(
                                BooleanFunction.coordinate(n, random.nextInt(n)),
                                BooleanFunction.coordinate(n, random.nextInt(n)))))
                .toList();
        return randomFunction(3, random).of(inner);
    }

    /**
     * All Boolean functions of four variables, one of each class under signed permutations of the variables and the
     * sign.
     */
    static Domain<BooleanFunction> functionsOfFour() {
        return new Domain.Orbits<>(
                "Boolean functions of 4 variables",
                4,
                BigInteger.ONE.shiftLeft(16),
                OfFour.COUNT,
                index -> OfFour.ORBITS.get((int) index),
                (f, random) -> {
                    var image =
                            SignedPermutation.random(4, random).toBijection().pullback(f);
                    return random.nextBoolean() ? image : image.times(BooleanFunction.constant(4, -1));
                });
    }

    /** Found when they are first needed; the auditor adds up the sizes. */
    private static final class OfFour {
        static final int COUNT = 222;
        static final List<Domain.Orbit<BooleanFunction>> ORBITS = orbits();

        static List<Domain.Orbit<BooleanFunction>> orbits() {
            var orbits = new ArrayList<Domain.Orbit<BooleanFunction>>();
            FunctionClasses.of(4).forEach((f, size) -> orbits.add(new Domain.Orbit<>(f, size)));
            if (orbits.size() != COUNT) throw new IllegalStateException(orbits.size() + " classes, not " + COUNT);
            return orbits;
        }
    }

    /**
     * All functions B^n to {0, 1, -1}, n at most 3. A quadratic identity that holds on them holds for all real
     * functions.
     */
    static Domain<RealFunction> ternaryFunctions(int n) {
        return Domain.all("functions from B^" + n + " to {0, 1, -1}", n, power(3, 1 << n), rank -> ternary(n, rank));
    }

    /** The function whose values, from the point 0 on, are the ternary digits of the rank: 0, 1, and 2 for -1. */
    private static RealFunction ternary(int n, long rank) {
        var values = new long[1 << n];
        for (int x = 0; x < values.length; x++, rank /= 3) values[x] = rank % 3 == 2 ? -1 : rank % 3;
        return RealFunction.ofIntegers(values);
    }

    /** Functions with values k/6, |k| at most 50. */
    static Domain<RealFunction> someRealFunctions(int n, long trials) {
        return Domain.sampled(
                "functions from B^" + n + " to the rationals k/6, |k| <= 50",
                n,
                BigInteger.valueOf(101).pow(1 << n),
                trials,
                random -> sixths(randomNumerators(n, random)));
    }

    static long[] randomNumerators(int n, RandomGenerator random) {
        return random.longs(1 << n, -50, 51).toArray();
    }

    static RealFunction sixths(long[] numerators) {
        return RealFunction.of(numerators, 6);
    }

    static long power(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) power = Math.multiplyExact(power, base);
        return power;
    }

    /** Real functions of 1 to 8 variables. */
    static List<Domain<RealFunction>> realFunctions() {
        return List.of(
                ternaryFunctions(1),
                ternaryFunctions(2),
                ternaryFunctions(3),
                someRealFunctions(4, 2_000),
                someRealFunctions(5, 1_000),
                someRealFunctions(6, 500),
                someRealFunctions(7, 100),
                someRealFunctions(8, 50));
    }

    /** Boolean functions of 1 to 8 variables. */
    static List<Domain<BooleanFunction>> booleanFunctions() {
        return List.of(
                functions(1),
                functions(2),
                functions(3),
                functions(4),
                someFunctions(5, 2_000),
                someFunctions(6, 1_000),
                someFunctions(7, 500),
                someFunctions(8, 200));
    }

    /** A third each: uniform, a signed permutation, a signed permutation after the exchange of two points. */
    static Domain<Bijection> nearMisses(int d, String remark, long trials) {
        return Domain.<Bijection>sampled(
                        "invertible transforms of B^" + d
                                + ": one in three uniform, one signed, one signed but for two points exchanged"
                                + remark,
                        d,
                        Injection.count(d, d),
                        trials,
                        random -> nearMiss(d, random))
                .reaching("a signed permutation", Bijection::isSignedPermutation)
                .reaching("a transform that is none", T -> !T.isSignedPermutation());
    }

    private static Bijection nearMiss(int d, RandomGenerator random) {
        int kind = random.nextInt(3);
        if (kind == 0) return Bijection.random(d, random);
        var signed = SignedPermutation.random(d, random).toBijection();
        if (kind == 1) return signed;
        int[] image = signed.toArray();
        int a = random.nextInt(image.length);
        int b = (a + 1 + random.nextInt(image.length - 1)) % image.length;
        int swap = image[a];
        image[a] = image[b];
        image[b] = swap;
        return Bijection.of(image);
    }

    /** Transforms of B^4, from which more is learnt than from uniform ones, of which few keep anything. */
    static Domain<Bijection> structuredBijections(long trials) {
        return Domain.<Bijection>sampled(
                        "invertible transforms of B^4: uniform, signed, near misses, folded, keeping the parity",
                        4,
                        Injection.count(4, 4),
                        trials,
                        Domains::structured)
                .reaching("a signed permutation", Bijection::isSignedPermutation)
                .reaching("a fold that is none, with all coordinates of degree at most 2", Domains::isFold)
                .reaching("the parity kept by a transform of higher degree", Domains::keepsParityAlone);
    }

    private static boolean isFold(Bijection T) {
        return !T.isSignedPermutation() && Arrays.stream(T.coordinateDegrees()).allMatch(degree -> degree <= 2);
    }

    private static boolean keepsParityAlone(Bijection T) {
        int full = Cube.points(T.dimension()) - 1;
        var parity = BooleanFunction.parity(T.dimension(), full);
        var image = T.pullback(parity);
        return (image.equals(parity) || image.equals(parity.times(BooleanFunction.constant(T.dimension(), -1))))
                && Arrays.stream(T.coordinateDegrees()).anyMatch(degree -> degree > 2);
    }

    private static Bijection structured(RandomGenerator random) {
        int d = 4;
        int kind = random.nextInt(4);
        if (kind == 0) return nearMiss(d, random);
        var left = SignedPermutation.random(d, random).toBijection();
        var right = SignedPermutation.random(d, random).toBijection();
        int j = random.nextInt(d);
        var fold = Bijection.of(IntStream.range(0, 1 << d)
                .map(z -> (z >>> j & 1) != 0 ? z ^ ((1 << d) - 1) ^ 1 << j : z)
                .toArray());
        if (kind == 1) return left.after(fold).after(right);
        int[] even =
                IntStream.range(0, 1 << d).filter(z -> Cube.degree(z) % 2 == 0).toArray();
        if (kind == 2) {
            int[] image = left.toArray();
            int a = even[random.nextInt(even.length)];
            int b = even[random.nextInt(even.length)];
            int swap = image[a];
            image[a] = image[b];
            image[b] = swap;
            return Bijection.of(image);
        }
        return left.after(fold).after(nearMiss(d, random));
    }
}
