package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatExceptionOfType;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatIllegalArgumentException;
import static org.cubecheck.vocabulary.CubeAssertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;
import org.ejml.simple.SimpleMatrix;

/** Real functions and their spectra; matrices of EJML serve as an oracle where a law is one of linear algebra. */
@Domain(CubeDomain.class)
class RealFunctionProperties {

    @Property(generation = GenerationMode.RANDOMIZED, tries = 300)
    void a_function_is_in_lowest_terms(@ForAll @Variables(max = 4) RealFunction f) {
        long common = f.denominator();
        for (int x = 0; x < 1 << f.variables(); x++) {
            common = java.math.BigInteger.valueOf(common)
                    .gcd(java.math.BigInteger.valueOf(f.numerator(x)))
                    .longValueExact();
            assertThat(f.at(x)).isEqualTo(BigFraction.of(f.numerator(x), f.denominator()));
        }
        assertThat(common).isEqualTo(1);
        var tripled = IntStream.range(0, 1 << f.variables())
                .mapToLong(x -> 3 * f.numerator(x))
                .toArray();
        assertThat(RealFunction.of(tripled, 3 * f.denominator())).isEqualTo(f).hasSameHashCodeAs(f);
        assertThat(f.variables()).isBetween(0, 4);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 300)
    void expansion_and_function_determine_each_other(
            @ForAll @Variables(max = 5) RealFunction f, @ForAll @Variables(max = 5) Spectrum s) {
        assertThat(f.spectrum().toFunction()).isEqualTo(f);
        assertThat(s.toFunction().spectrum()).isEqualTo(s).hasSameHashCodeAs(s);
        assertThat(s.toFunction()).hasDegree(s.degree());
        assertThat(s.variables()).isEqualTo(s.toFunction().variables());
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 200)
    void coefficients_are_those_of_the_double_sum(@ForAll @Variables(max = 5) RealFunction f) {
        var numerators =
                IntStream.range(0, 1 << f.variables()).mapToLong(f::numerator).toArray();
        var sums = TransformContract.definition(numerators);
        var spectrum = f.spectrum();
        int degree = 0;
        int sparsity = 0;
        for (int S = 0; S < sums.length; S++) {
            assertThat(spectrum.coefficient(S))
                    .isEqualTo(BigFraction.of(
                            java.math.BigInteger.valueOf(sums[S]),
                            java.math.BigInteger.valueOf(f.denominator() * sums.length)));
            if (sums[S] != 0) {
                degree = Math.max(degree, Integer.bitCount(S));
                sparsity++;
            }
        }
        assertThat(spectrum).hasDegree(degree);
        assertThat(f).hasDegree(degree);
        assertThat(spectrum.sparsity()).isEqualTo(sparsity);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 200)
    void sums_and_products_are_pointwise(@ForAll @Variables(3) RealFunction f, @ForAll @Variables(3) RealFunction g) {
        var mean = BigFraction.ZERO;
        for (int x = 0; x < 8; x++) {
            assertThat(f.plus(g).at(x)).isEqualTo(f.at(x).add(g.at(x)));
            assertThat(f.times(g).at(x)).isEqualTo(f.at(x).multiply(g.at(x)));
            mean = mean.add(f.at(x).multiply(g.at(x)).divide(8));
        }
        assertThat(f.inner(g)).isEqualTo(mean).isEqualTo(f.spectrum().inner(g.spectrum()));
        assertThat(f.plus(g)).isEqualTo(g.plus(f));
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 100)
    void a_convolution_is_a_mean_over_products_of_points(
            @ForAll @Variables(3) RealFunction f, @ForAll @Variables(3) RealFunction g) {
        var convolution = f.convolve(g);
        for (int x = 0; x < 8; x++) {
            var sum = BigFraction.ZERO;
            for (int y = 0; y < 8; y++) sum = sum.add(f.at(y).multiply(g.at(x ^ y)));
            assertThat(convolution.at(x)).isEqualTo(sum.divide(8));
        }
        assertThat(convolution.spectrum()).isEqualTo(f.spectrum().times(g.spectrum()));
        assertThat(convolution).isEqualTo(g.convolve(f));
    }

    /** Plancherel as a matrix identity: H^T H = 2^n I, so c = H f / 2^n gives f^T g / 2^n = c^T c'. */
    @Property(generation = GenerationMode.RANDOMIZED, tries = 50)
    void plancherel_is_the_orthogonality_of_the_hadamard_matrix(
            @ForAll @Variables(4) RealFunction f, @ForAll @Variables(4) RealFunction g) {
        var H = WalshProperties.hadamard(4);
        assertThat(H.transpose().mult(H).isIdentical(SimpleMatrix.identity(16).scale(16), 0))
                .isTrue();
        double byMatrices =
                H.mult(vector(f)).scale(1.0 / 16).dot(H.mult(vector(g)).scale(1.0 / 16));
        assertThat(f.inner(g).doubleValue()).isCloseTo(byMatrices, within(1e-9));
    }

    /** The noise operator is the n-fold Kronecker power of ((1 + rho, 1 - rho), (1 - rho, 1 + rho)) / 2. */
    @Property(generation = GenerationMode.RANDOMIZED, tries = 100)
    void the_noise_operator_is_a_kronecker_power(@ForAll @Variables(4) RealFunction f, @ForAll BigFraction rho) {
        double r = rho.doubleValue();
        var one = new SimpleMatrix(new double[][] {{(1 + r) / 2, (1 - r) / 2}, {(1 - r) / 2, (1 + r) / 2}});
        var noise = SimpleMatrix.identity(1);
        for (int i = 0; i < 4; i++) noise = one.kron(noise);
        var expected = noise.mult(vector(f));
        var noisy = f.spectrum().noise(rho).toFunction();
        for (int x = 0; x < 16; x++) assertThat(noisy.at(x).doubleValue()).isCloseTo(expected.get(x, 0), within(1e-9));
        assertThat(f.spectrum().noiseStability(rho)).isEqualTo(f.inner(noisy));
    }

    private static SimpleMatrix vector(RealFunction f) {
        return new SimpleMatrix(
                1 << f.variables(),
                1,
                true,
                IntStream.range(0, 1 << f.variables())
                        .mapToDouble(x -> f.at(x).doubleValue())
                        .toArray());
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 200)
    void weights_add_up(@ForAll @Variables(max = 4) RealFunction f) {
        var s = f.spectrum();
        int n = f.variables();
        var weight = BigFraction.ZERO;
        var influence = BigFraction.ZERO;
        for (int k = 0; k <= n; k++) {
            weight = weight.add(s.weight(k));
            influence = influence.add(s.weight(k).multiply(k));
        }
        assertThat(s.weight()).isEqualTo(weight).isEqualTo(f.inner(f));
        assertThat(s.weight(-1)).isEqualTo(s.weight(n + 1)).isEqualTo(BigFraction.ZERO);
        assertThat(s.totalInfluence()).isEqualTo(influence);
        assertThat(IntStream.range(0, n).mapToObj(s::influence).reduce(BigFraction.ZERO, BigFraction::add))
                .isEqualTo(influence);
        assertThat(s.mean()).isEqualTo(s.coefficient(0));
        assertThat(s.variance()).isEqualTo(s.weight().subtract(s.mean().pow(2)));
        assertThat(s.noiseStability(BigFraction.ONE)).isEqualTo(s.weight());
        assertThat(s.noiseStability(BigFraction.ZERO)).isEqualTo(s.weight(0));
        assertThat(s.noise(BigFraction.ONE)).isEqualTo(s);
        assertThat(s.noise(BigFraction.ZERO).degree()).isZero();
    }

    /** On both sides of the width at which the sums leave 64 bits. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void weights_are_exact_at_every_width(@ForAll @IntRange(max = 62) int width, @ForAll boolean negative) {
        long c = negative ? -(1L << width) : (1L << width) - 1;
        var s = Spectrum.of(new long[] {1, c, c, c, c, c, c, c}, 1);
        var square = BigFraction.of(c).multiply(BigFraction.of(c));
        assertThat(s.totalInfluence()).isEqualTo(square.multiply(12));
        assertThat(s.variance()).isEqualTo(square.multiply(7));
        assertThat(s.weight(3)).isEqualTo(square);
    }

    @Example
    void a_monomial_has_one_coefficient() {
        assertThat(RealFunction.monomial(3, 0b101)).hasPolynomial("x1x3").hasDegree(2);
        assertThat(RealFunction.monomial(0, 0)).hasPolynomial("1");
    }

    @Example
    void functions_print_as_their_values() {
        assertThat(RealFunction.ofIntegers(1, -2)).hasToString("[1, -2]");
        assertThat(RealFunction.of(new long[] {1, -2}, 6)).hasToString("[1, -2]/6");
        assertThat(RealFunction.of(new long[] {2, -4}, 6)).hasToString("[1, -2]/3");
        assertThat(RealFunction.of(new long[] {0, 0}, 6)).isEqualTo(RealFunction.ofIntegers(0, 0));
    }

    @Example
    void functions_and_expansions_share_no_array() {
        long[] values = {1, 2};
        var f = RealFunction.ofIntegers(values);
        var s = Spectrum.of(values, 1);
        values[0] = 9;
        assertThat(f).isEqualTo(RealFunction.ofIntegers(1, 2));
        assertThat(s.numerator(0)).isEqualTo(1);
        assertThat(f)
                .isNotEqualTo(RealFunction.of(new long[] {1, 2}, 3))
                .isNotEqualTo(RealFunction.ofIntegers(1, 3))
                .isNotEqualTo("[1, 2]");
        assertThat(f.hashCode())
                .isNotEqualTo(RealFunction.of(new long[] {1, 2}, 3).hashCode());
        assertThat(s)
                .isNotEqualTo(Spectrum.of(new long[] {1, 2}, 3))
                .isNotEqualTo(Spectrum.of(new long[] {1, 3}, 1))
                .isNotEqualTo("1 + 2 x1");
        assertThat(s.hashCode()).isNotEqualTo(Spectrum.of(new long[] {1, 2}, 3).hashCode());
    }

    @Example
    void the_extreme_values_are_reduced_or_refused_but_never_wrapped() {
        var least = RealFunction.of(new long[] {Long.MIN_VALUE, 0}, 5);
        assertThat(least.denominator()).isEqualTo(5);
        assertThat(RealFunction.of(new long[] {Long.MIN_VALUE, 0}, 6).denominator())
                .isEqualTo(3);
        assertThat(RealFunction.of(new long[] {Long.MIN_VALUE, 0}, 6).numerator(0))
                .isEqualTo(Long.MIN_VALUE / 2);
        assertThat(least.spectrum()).hasCoefficient(1, Long.MIN_VALUE / 2, 5);
        overflows(() -> RealFunction.ofIntegers(Long.MIN_VALUE, 1).spectrum());
        assertThat(RealFunction.ofIntegers(Long.MAX_VALUE, 1).spectrum())
                .isEqualTo(Spectrum.of(new long[] {1L << 62, (1L << 62) - 1}, 1));
        overflows(() -> RealFunction.of(new long[] {1, 0}, Long.MAX_VALUE).spectrum());
        overflows(() -> Spectrum.of(new long[] {Long.MAX_VALUE, 1}, 1).toFunction());
        overflows(() -> RealFunction.ofIntegers(Long.MAX_VALUE).plus(RealFunction.ofIntegers(1)));
        overflows(() -> RealFunction.of(new long[] {1}, Long.MAX_VALUE).plus(RealFunction.of(new long[] {1}, 2)));
        overflows(() -> RealFunction.ofIntegers(Long.MAX_VALUE).times(RealFunction.ofIntegers(2)));
        overflows(() -> RealFunction.of(new long[] {1}, Long.MAX_VALUE).times(RealFunction.of(new long[] {1}, 2)));
        overflows(() -> Spectrum.of(new long[] {Long.MAX_VALUE}, 1).times(Spectrum.of(new long[] {2}, 1)));
        overflows(() -> Spectrum.of(new long[] {1}, Long.MAX_VALUE).times(Spectrum.of(new long[] {1}, 2)));
        overflows(() -> Spectrum.of(new long[] {0, Long.MAX_VALUE}, 1).noise(BigFraction.of(2, 3)));
        overflows(() -> Spectrum.of(new long[] {0, 1}, Long.MAX_VALUE).noise(BigFraction.of(2, 3)));
        // a common denominator is the least one
        var fine = RealFunction.of(new long[] {1}, Long.MAX_VALUE);
        assertThat(fine.plus(fine)).isEqualTo(RealFunction.of(new long[] {2}, Long.MAX_VALUE));
        // sums of squares do not overflow: they are kept in arbitrary precision
        assertThat(Spectrum.of(new long[] {Long.MAX_VALUE, Long.MAX_VALUE}, 1).weight())
                .isEqualTo(BigFraction.of(Long.MAX_VALUE).pow(2).multiply(2));
        assertThat(RealFunction.ofIntegers(Long.MAX_VALUE).inner(RealFunction.ofIntegers(Long.MAX_VALUE)))
                .isEqualTo(BigFraction.of(Long.MAX_VALUE).pow(2));
    }

    /**
     * Multiples of 2^60 and denominators up to 7 2^60: most sums and products need more than 64 bits, and some do only
     * until they are reduced.
     */
    @Property(generation = GenerationMode.RANDOMIZED, tries = 300)
    void what_fits_when_it_is_reduced_is_computed_and_what_does_not_overflows(
            @ForAll @IntRange(max = 2) int n, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        var f = large(n, random);
        var g = large(n, random);
        var s = Spectrum.of(IntStream.range(0, 1 << n).mapToLong(f::numerator).toArray(), f.denominator());
        var t = Spectrum.of(IntStream.range(0, 1 << n).mapToLong(g::numerator).toArray(), g.denominator());
        var rho = BigFraction.of(random.nextInt(4), 1L << 1 + random.nextInt(3)).divide(2);
        exactOrOverflow(n, x -> f.at(x).add(g.at(x)), () -> f.plus(g)::at);
        exactOrOverflow(n, x -> f.at(x).multiply(g.at(x)), () -> f.times(g)::at);
        exactOrOverflow(n, S -> s.coefficient(S).multiply(t.coefficient(S)), () -> s.times(t)::coefficient);
        exactOrOverflow(
                n, S -> s.coefficient(S).multiply(rho.pow(Integer.bitCount(S))), () -> s.noise(rho)::coefficient);
        exactOrOverflow(n, S -> sum(n, S, f::at).divide(1 << n), () -> f.spectrum()::coefficient);
        exactOrOverflow(n, x -> sum(n, x, s::coefficient), () -> s.toFunction()::at);
    }

    private static RealFunction large(int n, SplittableRandom random) {
        long denominator = random.nextBoolean() ? 1 + random.nextInt(7) : (1 + random.nextInt(7)) * (1L << 60);
        return RealFunction.of(
                IntStream.range(0, 1 << n)
                        .mapToLong(x -> (random.nextInt(16) - 8) * (1L << 60) + random.nextInt(2))
                        .toArray(),
                denominator);
    }

    private static BigFraction sum(int n, int S, IntFunction<BigFraction> values) {
        return IntStream.range(0, 1 << n)
                .mapToObj(x -> values.apply(x).multiply(Cube.character(S, x)))
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    /**
     * Computed as expected, or an overflow if a numerator over the least common denominator, or that, does not fit into
     * 64 bits.
     */
    private static void exactOrOverflow(
            int n, IntFunction<BigFraction> expected, Supplier<IntFunction<BigFraction>> computed) {
        var values = IntStream.range(0, 1 << n).mapToObj(expected).toList();
        var common = values.stream()
                .map(BigFraction::getDenominator)
                .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
        boolean fits = common.bitLength() <= 63
                && values.stream()
                        .allMatch(value -> value.multiply(common).getNumerator().bitLength() <= 63);
        if (!fits) overflows(computed::get);
        else
            assertThat(IntStream.range(0, 1 << n).mapToObj(computed.get()).toList())
                    .isEqualTo(values);
    }

    @Example
    void a_constant_of_any_size_has_an_expansion() {
        for (long value : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 1L << 62}) {
            var f = RealFunction.ofIntegers(value, value, value, value);
            assertThat(f).hasDegree(0);
            assertThat(f.spectrum().toFunction()).isEqualTo(f);
        }
        var small = RealFunction.of(new long[] {1, 1}, Long.MAX_VALUE);
        assertThat(small.spectrum()).isEqualTo(Spectrum.of(new long[] {1, 0}, Long.MAX_VALUE));
    }

    private static void overflows(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(call).withMessageMatching("(?i).*overflow.*");
    }

    @Example
    void wrong_input_is_named() {
        var f = RealFunction.ofIntegers(1, 2, 3, 4);
        var g = RealFunction.ofIntegers(1, 2);
        rejected(() -> RealFunction.ofIntegers(1, 2, 3), "the length of a table is a power of two, not 3");
        rejected(() -> RealFunction.of(new long[] {1}, 0), "a denominator is positive, not 0");
        rejected(() -> RealFunction.of(new long[] {1}, -2), "a denominator is positive, not -2");
        rejected(() -> Spectrum.of(new long[] {1}, 0), "a denominator is positive, not 0");
        rejected(() -> f.plus(g), "functions of 2 and of 1 variables");
        rejected(() -> f.times(g), "functions of 2 and of 1 variables");
        rejected(() -> f.inner(g), "functions of 2 and of 1 variables");
        rejected(() -> f.convolve(g), "expansions in 2 and in 1 variables");
        rejected(() -> f.spectrum().inner(g.spectrum()), "expansions in 2 and in 1 variables");
        outside(() -> f.restrict(2, 1), "a coordinate lies within 0..1, not 2");
        rejected(() -> f.restrict(0, 0), "a sign is -1 or +1, not 0");
        outside(() -> RealFunction.ofIntegers(1).restrict(0, 1), "a function of no variables has no coordinate 0");
        rejected(() -> f.of(List.of()), "a function of 2 variables takes 2, not 0");
        rejected(() -> RealFunction.monomial(2, 4), "no set of 2 variables: 4");
        outside(() -> f.spectrum().influence(2), "a coordinate lies within 0..1, not 2");
        rejected(() -> f.spectrum().noiseStability(BigFraction.of(3, 2)), "a correlation lies within -1..1, not 3 / 2");
        rejected(() -> f.spectrum().noise(BigFraction.of(-3, 2)), "a correlation lies within -1..1, not -3 / 2");
    }

    private static void rejected(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static void outside(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(call)
                .withMessage(message);
    }
}
