package org.cubecheck.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/**
 * Every kernel does the same, bit for bit: the triple loop of the textbook, for every n from 0 to 20, and the
 * definition where that is affordable. Integers are taken from their whole range, so that they wrap, and floating-point
 * numbers at random, so that they round.
 */
class KernelsProperties {

    @Group
    class OfScalars extends Contract {
        @Override
        Kernels kernels() {
            return Kernels.SCALARS;
        }
    }

    /** Those of the Vector API where the tests run with its module, as the build has them do. */
    @Group
    class OfTheFastest extends Contract {
        @Override
        Kernels kernels() {
            return Kernels.fastest();
        }
    }

    abstract static class Contract {

        abstract Kernels kernels();

        @Property(generation = GenerationMode.EXHAUSTIVE)
        void ints_are_those_of_the_triple_loop(@ForAll @IntRange(max = 20) int n) {
            var a = new SplittableRandom(n).ints(1 << n).toArray();
            var b = new int[1 << n];
            var original = a.clone();
            var expected = a.clone();
            tripleLoop(expected);
            kernels().ints().transform(n, a, 0, b, 0);
            assertThat(b).isEqualTo(expected);
            assertThat(a).isEqualTo(original);
            new ForkJoinPool(2)
                    .submit(() -> kernels().ints().share(n, original, 0))
                    .join();
            assertThat(original).isEqualTo(expected);
            kernels().ints().transform(n, a, 0, a, 0);
            assertThat(a).isEqualTo(expected);
        }

        @Property(generation = GenerationMode.EXHAUSTIVE)
        void longs_are_those_of_the_triple_loop(@ForAll @IntRange(max = 20) int n) {
            var a = new SplittableRandom(n).longs(1 << n).toArray();
            var b = new long[1 << n];
            var original = a.clone();
            var expected = a.clone();
            tripleLoop(expected);
            kernels().longs().transform(n, a, 0, b, 0);
            assertThat(b).isEqualTo(expected);
            assertThat(a).isEqualTo(original);
            new ForkJoinPool(2)
                    .submit(() -> kernels().longs().share(n, original, 0))
                    .join();
            assertThat(original).isEqualTo(expected);
            kernels().longs().transform(n, a, 0, a, 0);
            assertThat(a).isEqualTo(expected);
        }

        @Property(generation = GenerationMode.EXHAUSTIVE)
        void doubles_have_the_bits_of_the_triple_loop(@ForAll @IntRange(max = 20) int n) {
            var a = new SplittableRandom(n).doubles(1 << n, -1, 1).toArray();
            if (n > 2) a[3] = -0.0;
            var b = new double[1 << n];
            var original = a.clone();
            var expected = a.clone();
            tripleLoop(expected);
            kernels().doubles().transform(n, a, 0, b, 0);
            assertThat(b).isEqualTo(expected);
            assertThat(a).isEqualTo(original);
            new ForkJoinPool(2)
                    .submit(() -> kernels().doubles().share(n, original, 0))
                    .join();
            assertThat(original).isEqualTo(expected);
            kernels().doubles().transform(n, a, 0, a, 0);
            assertThat(a).isEqualTo(expected);
        }

        @Property(generation = GenerationMode.EXHAUSTIVE)
        void floats_have_the_bits_of_the_triple_loop(@ForAll @IntRange(max = 20) int n) {
            var random = new SplittableRandom(n);
            var a = new float[1 << n];
            for (int x = 0; x < a.length; x++) a[x] = (float) random.nextDouble(-1, 1);
            var b = new float[1 << n];
            var original = a.clone();
            var expected = a.clone();
            tripleLoop(expected);
            kernels().floats().transform(n, a, 0, b, 0);
            assertThat(b).isEqualTo(expected);
            assertThat(a).isEqualTo(original);
            new ForkJoinPool(2)
                    .submit(() -> kernels().floats().share(n, original, 0))
                    .join();
            assertThat(original).isEqualTo(expected);
            kernels().floats().transform(n, a, 0, a, 0);
            assertThat(a).isEqualTo(expected);
        }

        @Property(generation = GenerationMode.EXHAUSTIVE)
        void rows_are_transformed_one_by_one(
                @ForAll @IntRange(max = 12) int n, @ForAll @IntRange(min = 1, max = 5) int rows) {
            var a = new SplittableRandom(n).longs((long) rows << n, -1000, 1000).toArray();
            var ints = new int[a.length];
            var doubles = new double[a.length];
            var floats = new float[a.length];
            for (int x = 0; x < a.length; x++) {
                ints[x] = (int) a[x];
                doubles[x] = a[x];
                floats[x] = a[x];
            }
            var expected = a.clone();
            for (int row = 0; row < rows; row++) {
                var one = java.util.Arrays.copyOfRange(a, row << n, (row + 1) << n);
                tripleLoop(one);
                System.arraycopy(one, 0, expected, row << n, one.length);
            }
            kernels().longs().rows(n, a, a.length);
            kernels().ints().rows(n, ints, ints.length);
            kernels().doubles().rows(n, doubles, doubles.length);
            kernels().floats().rows(n, floats, floats.length);
            for (int x = 0; x < a.length; x++) {
                assertThat(a[x]).isEqualTo(expected[x]);
                assertThat(ints[x]).isEqualTo((int) expected[x]);
                assertThat(doubles[x]).isEqualTo(expected[x]);
                assertThat(floats[x]).isEqualTo((float) expected[x]);
            }
        }

        @Property(generation = GenerationMode.EXHAUSTIVE)
        void the_definition_agrees(@ForAll @IntRange(max = 10) int n) {
            var a = new SplittableRandom(n).longs(1 << n, -1_000_000, 1_000_000).toArray();
            var expected = TransformContract.definition(a);
            kernels().longs().transform(n, a, 0, a, 0);
            assertThat(a).isEqualTo(expected);
        }

        /** The largest sums, of either sign and at every place, and sums of random signs. */
        @Tag("thorough")
        @Property(generation = GenerationMode.EXHAUSTIVE)
        void the_kernel_for_small_ints_is_exact_for_the_largest_of_them(@ForAll @IntRange(max = 20) int n) {
            // Of long arrays the bits at which the kernel changes, on vectors of 256 or 512 bits.
            for (int bits = n <= 8 ? 0 : 8; bits <= (n <= 8 ? 31 : 11); bits++) smallIntsAreExact(n, bits);
        }

        private void smallIntsAreExact(int n, int bits) {
            int most = (int) ((1L << bits) - 1);
            var random = new SplittableRandom(n);
            int fully = random.nextInt(1 << n);
            for (int pattern = 0; pattern < 4; pattern++) {
                var a = new int[1 << n];
                for (int x = 0; x < a.length; x++) {
                    int sign = pattern == 0
                            ? 1
                            : pattern == 1 ? -1 : pattern == 2 ? Cube.character(fully, x) : 1 - 2 * random.nextInt(2);
                    a[x] = sign * most;
                }
                var expected = a.clone();
                tripleLoop(expected);
                var b = new int[1 << n];
                kernels().ints().forBits(bits).transform(n, a, 0, b, 0);
                assertThat(b).isEqualTo(expected);
                boolean fits = bits <= 30 - n;
                var original = a.clone();
                assertThat(kernels().ints().transformIfSmall(n, a)).isEqualTo(fits);
                assertThat(a).isEqualTo(fits ? expected : original);
            }
        }

        /** Parts that were transformed before the large value was met are turned back. */
        @Property(generation = GenerationMode.EXHAUSTIVE)
        void a_large_value_anywhere_leaves_all_as_it_was(
                @ForAll @IntRange(max = 17) int n, @ForAll @IntRange(max = 7) int eighth) {
            int[] a = new SplittableRandom(n)
                    .ints(1 << n, -(1 << 29 - n), 1 << 29 - n)
                    .toArray();
            long[] b = new SplittableRandom(n)
                    .longs(1 << n, -(1L << 61 - n), 1L << 61 - n)
                    .toArray();
            int[] expected = a.clone();
            long[] expectedLongs = b.clone();
            tripleLoop(expected);
            tripleLoop(expectedLongs);
            int at = (int) (((long) eighth << n) / 8 + (1L << n) / 8 - 1);
            int[] large = a.clone();
            long[] largeLongs = b.clone();
            large[Math.max(at, 0)] = -1 << 30;
            largeLongs[Math.max(at, 0)] = 1L << 62;
            int[] original = large.clone();
            long[] originalLongs = largeLongs.clone();
            assertThat(kernels().ints().transformIfSmall(n, large)).isFalse();
            assertThat(kernels().longs().transformIfSmall(n, largeLongs)).isFalse();
            assertThat(large).isEqualTo(original);
            assertThat(largeLongs).isEqualTo(originalLongs);
            assertThat(kernels().ints().transformIfSmall(n, a)).isTrue();
            assertThat(kernels().longs().transformIfSmall(n, b)).isTrue();
            assertThat(a).isEqualTo(expected);
            assertThat(b).isEqualTo(expectedLongs);
        }

        @Property(generation = GenerationMode.EXHAUSTIVE)
        void bits_bound_the_largest_value_wherever_it_stands(
                @ForAll @IntRange(max = 7) int n, @ForAll @IntRange(max = 31) int b) {
            for (int x = 0; x < 1 << n; x++) {
                var ints = new int[1 << n];
                ints[x] = -1 << b; // of b + 1 bits
                assertThat(kernels().ints().bits(ints, 0, ints.length)).isEqualTo(b + 1);
                var longs = new long[1 << n];
                longs[x] = -1L << (b + 32);
                assertThat(kernels().longs().bits(longs, 0, longs.length)).isEqualTo(b + 33);
            }
        }
    }

    /**
     * The coefficient of the empty set is the sum: one more and it does not fit. So at every length, in the fast checks
     * and the exact one.
     */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void ints_overflow_exactly_at_the_boundary(@ForAll @IntRange(max = 12) int n) {
        for (int sign : new int[] {1, -1}) {
            long limit = sign > 0 ? Integer.MAX_VALUE : Integer.MIN_VALUE;
            var a = new int[1 << n];
            for (int x = 0; x < a.length; x++) a[x] = (int) (limit / a.length);
            a[a.length - 1] = (int) (limit - limit / a.length * (a.length - 1));
            var fits = a.clone();
            Walsh.transform(fits);
            assertThat(fits[0]).isEqualTo((int) limit);
            if (n == 0) continue;
            a[0] += sign;
            var original = a.clone();
            overflows(() -> Walsh.transform(a));
            overflows(() -> Walsh.transform(a, new int[a.length]));
            overflows(() -> Walsh.parallelTransform(a));
            overflows(() -> Walsh.transformRows(n, a));
            assertThat(a).as("left as it was").isEqualTo(original);
        }
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void longs_overflow_exactly_at_the_boundary(@ForAll @IntRange(max = 12) int n) {
        for (int sign : new int[] {1, -1}) {
            long limit = sign > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
            var a = new long[1 << n];
            for (int x = 0; x < a.length; x++) a[x] = limit / a.length;
            a[a.length - 1] = limit - limit / a.length * (a.length - 1);
            var fits = a.clone();
            Walsh.transform(fits);
            assertThat(fits[0]).isEqualTo(limit);
            if (n == 0) continue;
            a[0] += sign;
            var original = a.clone();
            overflows(() -> Walsh.transform(a));
            overflows(() -> Walsh.transform(a, new long[a.length]));
            overflows(() -> Walsh.parallelTransform(a));
            overflows(() -> Walsh.transformRows(n, a));
            assertThat(a).as("left as it was").isEqualTo(original);
        }
    }

    /** The sum of absolute values is too large, but no coefficient is: what counts is the result. */
    @Example
    void large_values_whose_coefficients_fit_are_transformed() {
        int M = Integer.MAX_VALUE;
        int[] a = {M / 2, M / 2, M / 2, -M / 2};
        Walsh.transform(a);
        assertThat(a).containsExactly(M / 2 * 2, M / 2 * 2, M / 2 * 2, -M / 2 * 2);
        long L = Long.MAX_VALUE / 2;
        long[] b = {L, L, L, -L};
        Walsh.transform(b);
        assertThat(b).containsExactly(2 * L, 2 * L, 2 * L, -2 * L);
        int[] rows = {M - 1, 1, M - 1, 2};
        overflows(() -> Walsh.transformRows(1, rows));
        assertThat(rows).as("no row is written if one overflows").containsExactly(M - 1, 1, M - 1, 2);
    }

    @Example
    void lengths_that_do_not_fit_together_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Walsh.transform(new double[4], new double[8]));
        assertThatIllegalArgumentException().isThrownBy(() -> Walsh.transformRows(2, new float[6]));
        assertThatIllegalArgumentException().isThrownBy(() -> Walsh.parallelTransform(new int[3]));
    }

    @Example
    void after_some_work_the_fastest_do_it_for_good() {
        Kernels.of(1 << 25);
        assertThat(Kernels.of(1)).isSameAs(Kernels.fastest());
        assertThat(Kernels.of(1)).isSameAs(Kernels.fastest());
    }

    @Example
    void without_the_module_scalars_do_it() throws IOException, InterruptedException {
        assertThat(kernelOfJvm()).isEqualTo("scalars");
        assertThat(kernelOfJvm("--add-modules", "jdk.incubator.vector")).isEqualTo(Walsh.kernel());
    }

    /** What a JVM of its own transforms with. */
    static final class Print {
        public static void main(String[] args) {
            Walsh.transform(new double[64]);
            System.out.print(Walsh.kernel());
        }
    }

    private static String kernelOfJvm(String... flags) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(java.util.List.of(flags));
        // such as -XX:UseAVX=2, with which vectors are narrower
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-XX:Use"))
                .forEach(command::add);
        command.addAll(java.util.List.of("-cp", System.getProperty("java.class.path"), Print.class.getName()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }

    private static void overflows(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(call).withMessageContaining("overflow");
    }

    private static void tripleLoop(int[] a) {
        for (int h = 1; h < a.length; h <<= 1) {
            for (int i = 0; i < a.length; i += h << 1) {
                for (int j = i; j < i + h; j++) {
                    int u = a[j];
                    int v = a[j + h];
                    a[j] = u + v;
                    a[j + h] = u - v;
                }
            }
        }
    }

    private static void tripleLoop(long[] a) {
        for (int h = 1; h < a.length; h <<= 1) {
            for (int i = 0; i < a.length; i += h << 1) {
                for (int j = i; j < i + h; j++) {
                    long u = a[j];
                    long v = a[j + h];
                    a[j] = u + v;
                    a[j + h] = u - v;
                }
            }
        }
    }

    private static void tripleLoop(double[] a) {
        for (int h = 1; h < a.length; h <<= 1) {
            for (int i = 0; i < a.length; i += h << 1) {
                for (int j = i; j < i + h; j++) {
                    double u = a[j];
                    double v = a[j + h];
                    a[j] = u + v;
                    a[j + h] = u - v;
                }
            }
        }
    }

    private static void tripleLoop(float[] a) {
        for (int h = 1; h < a.length; h <<= 1) {
            for (int i = 0; i < a.length; i += h << 1) {
                for (int j = i; j < i + h; j++) {
                    float u = a[j];
                    float v = a[j + h];
                    a[j] = u + v;
                    a[j + h] = u - v;
                }
            }
        }
    }
}
