package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatExceptionOfType;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.Group;
import net.jqwik.api.Tag;
import org.apache.commons.math3.transform.FastHadamardTransformer;
import org.ejml.simple.SimpleMatrix;

/** The transforms of the library, and three oracles that share no code with them, under one contract. */
class WalshProperties {

    @Group
    class ExactInLongs extends TransformContract {
        @Override
        long[] transform(long[] a) {
            var copy = a.clone();
            Walsh.transform(copy);
            return copy;
        }
    }

    @Group
    class ExactInInts extends TransformContract {
        @Override
        long[] transform(long[] a) {
            var copy = Arrays.stream(a).mapToInt(Math::toIntExact).toArray();
            Walsh.transform(copy);
            return Arrays.stream(copy).asLongStream().toArray();
        }
    }

    /** Integers this small are exact in double. */
    @Group
    class InDoubles extends TransformContract {
        @Override
        long[] transform(long[] a) {
            var copy = Arrays.stream(a).asDoubleStream().toArray();
            Walsh.transform(copy);
            return Arrays.stream(copy).mapToLong(value -> (long) value).toArray();
        }
    }

    @Group
    @Tag("oracle")
    class OfCommonsMath extends TransformContract {
        @Override
        long[] transform(long[] a) {
            if (a.length == 1) return a.clone(); // it wants at least two values
            return Arrays.stream(new FastHadamardTransformer()
                            .transform(
                                    Arrays.stream(a).mapToInt(Math::toIntExact).toArray()))
                    .asLongStream()
                    .toArray();
        }
    }

    /** The product with Sylvester's matrix, the n-fold Kronecker power of ((1, 1), (1, -1)). */
    @Group
    @Tag("oracle")
    class OfTheHadamardMatrix extends TransformContract {
        @Override
        long[] transform(long[] a) {
            var values = new SimpleMatrix(
                    a.length, 1, true, Arrays.stream(a).asDoubleStream().toArray());
            var product = hadamard(Cube.variables(a.length)).mult(values);
            return IntStream.range(0, a.length)
                    .mapToLong(S -> Math.round(product.get(S, 0)))
                    .toArray();
        }
    }

    @Group
    @Tag("oracle")
    class ByTheDefinition extends TransformContract {
        @Override
        long[] transform(long[] a) {
            return definition(a);
        }
    }

    static SimpleMatrix hadamard(int n) {
        var two = new SimpleMatrix(new double[][] {{1, 1}, {1, -1}});
        var power = SimpleMatrix.identity(1);
        for (int i = 0; i < n; i++) power = two.kron(power);
        return power;
    }

    /**
     * Out of place, in rows and in parallel, for every type, against the definition; in 16 variables, where threads
     * share the work, against themselves.
     */
    @Example
    void every_variant_of_every_type_is_the_same_transform() {
        var random = new SplittableRandom(5);
        for (int n : new int[] {0, 1, 3, 6, 7, 16}) {
            int size = 1 << n;
            long[] a = random.longs(3L * size, -50, 51).toArray();
            long[] expected = new long[a.length];
            for (int row = 0; row < a.length; row += size)
                System.arraycopy(transformed(Arrays.copyOfRange(a, row, row + size)), 0, expected, row, size);
            long[] first = Arrays.copyOf(a, size);
            long[] once = Arrays.copyOf(expected, size);

            check(
                    a,
                    expected,
                    first,
                    once,
                    long[]::clone,
                    long[]::clone,
                    Walsh::transform,
                    Walsh::transform,
                    Walsh::parallelTransform,
                    rows -> Walsh.transformRows(n, rows));
            check(
                    a,
                    expected,
                    first,
                    once,
                    WalshProperties::ints,
                    x -> Arrays.stream(x).asLongStream().toArray(),
                    Walsh::transform,
                    Walsh::transform,
                    Walsh::parallelTransform,
                    rows -> Walsh.transformRows(n, rows));
            check(
                    a,
                    expected,
                    first,
                    once,
                    x -> Arrays.stream(x).asDoubleStream().toArray(),
                    x -> Arrays.stream(x).mapToLong(value -> (long) value).toArray(),
                    Walsh::transform,
                    Walsh::transform,
                    Walsh::parallelTransform,
                    rows -> Walsh.transformRows(n, rows));
            check(
                    a,
                    expected,
                    first,
                    once,
                    WalshProperties::floats,
                    WalshProperties::longs,
                    Walsh::transform,
                    Walsh::transform,
                    Walsh::parallelTransform,
                    rows -> Walsh.transformRows(n, rows));
        }
    }

    private static <A> void check(
            long[] a,
            long[] expected,
            long[] first,
            long[] once,
            Function<long[], A> from,
            Function<A, long[]> to,
            Consumer<A> inPlace,
            BiConsumer<A, A> outOfPlace,
            Consumer<A> parallel,
            Consumer<A> rows) {
        var whole = from.apply(first);
        inPlace.accept(whole);
        assertThat(to.apply(whole)).isEqualTo(once);
        var input = from.apply(first);
        var output = from.apply(new long[first.length]);
        outOfPlace.accept(input, output);
        assertThat(to.apply(output)).isEqualTo(once);
        assertThat(to.apply(input)).as("left alone").isEqualTo(first);
        parallel.accept(input);
        assertThat(to.apply(input)).isEqualTo(once);
        var many = from.apply(a);
        rows.accept(many);
        assertThat(to.apply(many)).isEqualTo(expected);
    }

    private static long[] transformed(long[] a) {
        if (a.length > 1 << 7) {
            Walsh.transform(a);
            return a;
        }
        return IntStream.range(0, a.length)
                .mapToLong(S -> IntStream.range(0, a.length)
                        .mapToLong(x -> a[x] * Cube.character(S, x))
                        .sum())
                .toArray();
    }

    private static int[] ints(long[] a) {
        return Arrays.stream(a).mapToInt(Math::toIntExact).toArray();
    }

    private static float[] floats(long[] a) {
        var floats = new float[a.length];
        for (int i = 0; i < a.length; i++) floats[i] = a[i];
        return floats;
    }

    private static long[] longs(float[] a) {
        return IntStream.range(0, a.length).mapToLong(i -> (long) a[i]).toArray();
    }

    @Example
    void rows_that_do_not_fill_the_array_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Walsh.transformRows(2, new long[6]))
                .withMessageContaining("do not divide");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Walsh.transformRows(2, new int[6]))
                .withMessageContaining("do not divide");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Walsh.transformRows(2, new double[6]))
                .withMessageContaining("do not divide");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Walsh.transformRows(2, new float[6]))
                .withMessageContaining("do not divide");
    }

    @Example
    void a_length_that_is_no_power_of_two_is_refused() {
        for (int length : new int[] {0, 3, 6, 12}) {
            String message = "the length of a table is a power of two, not " + length;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Walsh.transform(new long[length]))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Walsh.transform(new int[length]))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Walsh.transform(new double[length]))
                    .withMessage(message);
        }
    }

    @Example
    void sums_that_do_not_fit_are_refused_and_the_largest_that_fit_are_not() {
        long[] fits = {Long.MAX_VALUE - 5, 5};
        Walsh.transform(fits);
        assertThat(fits).containsExactly(Long.MAX_VALUE, Long.MAX_VALUE - 10);
        overflows(() -> Walsh.transform(new long[] {Long.MAX_VALUE, 1}));
        overflows(() -> Walsh.transform(new long[] {Long.MAX_VALUE, -1}));
        overflows(() -> Walsh.transform(new long[] {Long.MIN_VALUE, 1}));
        overflows(() -> Walsh.transform(new long[] {1L << 62, 0, 0, -(1L << 62)}));

        int[] small = {Integer.MAX_VALUE - 5, -5};
        Walsh.transform(small);
        assertThat(small).containsExactly(Integer.MAX_VALUE - 10, Integer.MAX_VALUE);
        overflows(() -> Walsh.transform(new int[] {Integer.MAX_VALUE, 1}));
        overflows(() -> Walsh.transform(new int[] {Integer.MAX_VALUE, -1}));
        overflows(() -> Walsh.transform(new int[] {Integer.MIN_VALUE, 1}));
    }

    @Example
    void a_refused_table_is_left_as_it_was() {
        long[] a = {Long.MAX_VALUE, 1};
        overflows(() -> Walsh.transform(a));
        assertThat(a).containsExactly(Long.MAX_VALUE, 1);
    }

    @Example
    void sixty_thousand_values_agree_with_commons_math() {
        var random = new java.util.SplittableRandom(1);
        var a = random.ints(1 << 16, -1000, 1000).toArray();
        var expected = new FastHadamardTransformer().transform(a);
        var longs = Arrays.stream(a).asLongStream().toArray();
        var doubles = Arrays.stream(a).asDoubleStream().toArray();
        Walsh.transform(a);
        Walsh.transform(longs);
        Walsh.transform(doubles);
        assertThat(a).isEqualTo(expected);
        assertThat(longs).isEqualTo(Arrays.stream(expected).asLongStream().toArray());
        assertThat(doubles).isEqualTo(Arrays.stream(expected).asDoubleStream().toArray());
    }

    private static void overflows(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(call).withMessageMatching("(?i).*overflow.*");
    }
}
