package org.cubecheck.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.providers.TypeUsage;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Spectrum;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/**
 * What {@code @ForAll} generates in a container with {@code @Domain(CubeDomain.class)}; the numbers of variables come
 * from {@link Variables}, and are 0..3 for functions and 1..3 for transforms without it.
 *
 * <ul>
 * <li>{@link BooleanFunction}: with {@code generation = EXHAUSTIVE} all of them, for at most 4 variables. Sampled
 * above: uniform ones, parities, juntas, thresholds and sums of a few monomials over GF(2). Shrinks to fewer variables,
 * then to the constant +1.
 *   <li>{@link RealFunction}: values k/q with |k| at most 9 and q within 1..4. {@link Spectrum}: the same as
 * coefficients.
 *   <li>{@link Bijection}: exhaustively for d at most 3 (2!, 4!, 8! = 40,320). Shrinks to smaller d, then to the
 * identity.
 *   <li>{@link SignedPermutation}: exhaustively for d at most 5 or so (2^d d!). Shrinks to the identity.
 *   <li>{@link BigFraction}: a correlation, p/q within -1..1, q within 1..6.
 * </ul>
 * Keeps no state.
 */
@Domain(DomainContext.Global.class)
public final class CubeDomain extends DomainContextBase {

    /** Boolean functions of n variables. */
    public static Arbitrary<BooleanFunction> booleanFunctions(int n) {
        if (n <= 4) return uniform((1L << (1 << n)) - 1).map(table -> BooleanFunction.ofTable(n, table));
        return Arbitraries.frequencyOf(
                Tuple.of(4, tables(n)),
                Tuple.of(1, sets(n).map(S -> BooleanFunction.parity(n, S))),
                Tuple.of(2, juntas(n)),
                Tuple.of(2, thresholds(n)),
                Tuple.of(
                        2,
                        sets(n).list()
                                .ofMinSize(1)
                                .ofMaxSize(5)
                                .map(monomials -> BooleanFunction.of(n, x -> sumOfMonomials(monomials, x)))
                                .withoutEdgeCases()));
    }

    /** Real-valued functions of n variables. */
    public static Arbitrary<RealFunction> realFunctions(int n) {
        var values = Arbitraries.longs().between(-9, 9).array(long[].class).ofSize(1 << n);
        return Combinators.combine(values, Arbitraries.longs().between(1, 4))
                .as(RealFunction::of)
                .withoutEdgeCases();
    }

    /** Invertible transforms of B^d. */
    public static Arbitrary<Bijection> bijections(int d) {
        if (d <= 4) return uniform(Bijection.count(d) - 1).map(rank -> Bijection.ofRank(d, rank));
        var picks = IntStream.range(0, 1 << d)
                .mapToObj(z -> uniform((1L << d) - 1 - z))
                .toList();
        return Combinators.combine(picks)
                .as(choices -> {
                    var left =
                            new ArrayList<>(IntStream.range(0, 1 << d).boxed().toList());
                    return Bijection.of(choices.stream()
                            .mapToInt(pick -> left.remove(pick.intValue()))
                            .toArray());
                })
                .withoutEdgeCases();
    }

    /** Signed permutations of B^d. */
    public static Arbitrary<SignedPermutation> signedPermutations(int d) {
        return uniform(SignedPermutation.count(d) - 1).map(rank -> SignedPermutation.ofRank(d, rank));
    }

    /** Sets of variables, as masks. */
    public static Arbitrary<Integer> sets(int n) {
        return uniform((1L << n) - 1).map(Long::intValue);
    }

    @Provide
    Arbitrary<BooleanFunction> booleanFunction(TypeUsage type) {
        return variables(type, 0).flatMap(CubeDomain::booleanFunctions);
    }

    @Provide
    Arbitrary<RealFunction> realFunction(TypeUsage type) {
        return variables(type, 0).flatMap(CubeDomain::realFunctions);
    }

    @Provide
    Arbitrary<Spectrum> spectrum(TypeUsage type) {
        return variables(type, 0).flatMap(CubeDomain::realFunctions).map(coefficients -> {
            var numerators = new long[1 << coefficients.variables()];
            for (int S = 0; S < numerators.length; S++) numerators[S] = coefficients.numerator(S);
            return Spectrum.of(numerators, coefficients.denominator());
        });
    }

    @Provide
    Arbitrary<Bijection> bijection(TypeUsage type) {
        return variables(type, 1).flatMap(CubeDomain::bijections);
    }

    @Provide
    Arbitrary<SignedPermutation> signedPermutation(TypeUsage type) {
        return variables(type, 1).flatMap(CubeDomain::signedPermutations);
    }

    @Provide
    Arbitrary<BigFraction> correlation() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(q -> Arbitraries.integers().between(-q, q).map(p -> BigFraction.of(p, q)))
                .withoutEdgeCases();
    }

    private static Arbitrary<Integer> variables(TypeUsage type, int least) {
        var range = type.findAnnotation(Variables.class);
        int min = range.map(r -> r.value() >= 0 ? r.value() : r.min()).orElse(least);
        int max = range.map(r -> r.value() >= 0 ? r.value() : r.max()).orElse(3);
        return Arbitraries.integers().between(Math.max(least, min), max).withDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Long> uniform(long greatest) {
        return Arbitraries.longs()
                .between(0, greatest)
                .withDistribution(RandomDistribution.uniform())
                .edgeCases(edges -> edges.includeOnly(0L, greatest));
    }

    private static Arbitrary<BooleanFunction> tables(int n) {
        if (n == 5) return uniform((1L << 32) - 1).map(table -> BooleanFunction.ofTable(5, table));
        return Arbitraries.longs()
                .withDistribution(RandomDistribution.uniform())
                .array(long[].class)
                .ofSize(1 << (n - 6))
                .map(words -> BooleanFunction.ofWords(n, words))
                .withoutEdgeCases();
    }

    /** Any function of three variables, of three coordinates among n. */
    private static Arbitrary<BooleanFunction> juntas(int n) {
        return Combinators.combine(
                        booleanFunctions(3),
                        Arbitraries.integers()
                                .between(0, n - 1)
                                .list()
                                .ofSize(3)
                                .uniqueElements())
                .as((f, inner) -> f.of(inner.stream()
                        .map(i -> BooleanFunction.coordinate(n, i))
                        .toList()))
                .withoutEdgeCases();
    }

    private static Arbitrary<BooleanFunction> thresholds(int n) {
        return Combinators.combine(
                        Arbitraries.integers().between(-3, 3).list().ofSize(n),
                        Arbitraries.integers().between(-n, n))
                .as((weights, threshold) -> BooleanFunction.of(
                        n,
                        x -> IntStream.range(0, n)
                                        .map(i -> (x >>> i & 1) != 0 ? -weights.get(i) : weights.get(i))
                                        .sum()
                                < threshold))
                .withoutEdgeCases();
    }

    private static boolean sumOfMonomials(List<Integer> monomials, int x) {
        boolean sum = false;
        for (int S : monomials) sum ^= (S & x) == S;
        return sum;
    }
}
