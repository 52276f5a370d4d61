package org.cubecheck.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.cubecheck.cube.BooleanCensus;
import org.cubecheck.cube.Degrees;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.DistanceFusion;
import org.cubecheck.transform.Preservers;
import org.cubecheck.transform.Symmetry;

/** What the argument for all d says, where it can be counted: nothing of it is used here. */
class RisingTasksProperties {

    @Example
    void every_transform_of_three_latents_with_no_greater_sum_keeps_the_polynomials() {
        var polynomials = DistanceFusion.of(3, List.of(2));
        int kept = 0;
        for (long rank = 0; rank < Bijection.count(3); rank++) {
            var T = Bijection.ofRank(3, rank);
            if (polynomials.isPreservedBy(T)) kept++;
            else assertThat(DegreeFlow.of(T).sumAt(2)).isGreaterThan(2 * 62);
        }
        assertThat(kept).isEqualTo(1152);
    }

    /**
     * Of the transforms of four latents, by classes, those with no greater sum than the signed permutations over the
     * tasks of degree 2.
     */
    @Example
    void every_transform_of_four_latents_with_no_greater_sum_is_one_of_the_folded_cube() {
        var polynomials = DistanceFusion.of(4, List.of(2));
        var count = new long[1];
        TransformClasses.of(4).forEach(new TransformClasses.Visitor() {
            @Override
            public boolean enter(int[] f, int count) {
                // Eight tasks at most fall, by 1 each; each product of two coordinates of degree 3 or 4 is two tasks
                // that rise.
                int rising = 0;
                for (int j = 0; j < count; j++) {
                    for (int i = 0; i < j; i++) {
                        for (int task : new int[] {
                            f[i] ^ f[j],
                            f[i] & f[j],
                            f[i] & ~f[j] & 0xFFFF,
                            ~f[i] & f[j] & 0xFFFF,
                            ~(f[i] | f[j]) & 0xFFFF
                        }) rising += Degrees.of(4, task) > 2 ? 2 : 0;
                    }
                }
                return rising <= 8;
            }

            @Override
            public void visit(int[] f, long size) {
                if (!enter(f, 4)) return;
                var T = TransformClasses.transform(f).inverse();
                if (DegreeFlow.of(T).sumAt(2) > 2 * 212) return;
                assertThat(polynomials.isPreservedBy(T)).isTrue();
                count[0] += size;
            }
        });
        assertThat(count[0]).isEqualTo(Preservers.FOLDED_CUBE.order(4).longValueExact());
    }

    @Example
    void more_tasks_of_degree_three_rise_on_the_cube_of_five_than_was_counted() {
        int[] tasks = ofDegreeThree();
        var counted = RisingTasks.of(5, 3);
        assertThat(counted).isEqualTo(new RisingTasks(807_428, 552, 49_815));
        assertThat(counted.falling(3)).isEqualTo(1100);
        assertThat(tasks).hasSize(807_428);
        var random = new SplittableRandom(5);
        var transforms = new ArrayList<Bijection>();
        for (int y : new int[] {1, 3, 7, 15, 31}) transforms.add(exchanged(y));
        transforms.add(Preservers.FOLDED_CUBE.stranger(5).orElseThrow());
        transforms.add(Bijection.of(
                IntStream.range(0, 32).map(z -> (z & 24) == 24 ? z ^ 1 : z).toArray()));
        transforms.add(
                Bijection.of(IntStream.range(0, 32).map(z -> z > 15 ? z ^ 1 : z).toArray()));
        transforms.add(Symmetry.random(5, random).of(exchanged(3)));
        transforms.add(Bijection.random(5, random));
        for (var T : transforms) {
            long rising = 0;
            long sum = 0;
            for (int g : tasks) {
                int degree = degree(T, g);
                rising += degree > 3 ? 1 : 0;
                sum += degree - 3;
            }
            assertThat(rising).as(T.toString()).isGreaterThanOrEqualTo(counted.rising());
            assertThat(sum).isPositive();
        }
    }

    /** At how many points f is not chi_S. */
    private static int disagreements(int n, int S, int f) {
        return (int) IntStream.range(0, 1 << n)
                .filter(x -> ((f >>> x ^ Integer.bitCount(S & x)) & 1) == 1)
                .count();
    }

    private static Bijection exchanged(int y) {
        return Bijection.of(
                IntStream.range(0, 32).map(z -> z == 0 ? y : z == y ? 0 : z).toArray());
    }

    /** Both halves of every function of five variables and degree 3, by their parts of degree 3. */
    private static int[] ofDegreeThree() {
        var halves = new HashMap<List<Integer>, List<Integer>>();
        for (int table = 0; table < 1 << 16; table++) {
            int f = table;
            if (Degrees.of(4, f) <= 3)
                halves.computeIfAbsent(
                                IntStream.of(7, 11, 13, 14)
                                        .mapToObj(S -> disagreements(4, S, f))
                                        .toList(),
                                key -> new ArrayList<>())
                        .add(f);
        }
        var identity = Bijection.identity(5);
        return halves.values().stream()
                .flatMapToInt(same ->
                        same.stream().flatMapToInt(f -> same.stream().mapToInt(h -> h << 16 | f)))
                .filter(g -> degree(identity, g) == 3)
                .toArray();
    }

    /** The tables of the products of variables, by their number. */
    private static final int[][] PRODUCTS = IntStream.rangeClosed(0, 5)
            .mapToObj(size -> IntStream.range(0, 32)
                    .filter(S -> Integer.bitCount(S) == size)
                    .map(S -> IntStream.range(0, 32)
                            .filter(x -> Integer.bitCount(S & x) % 2 == 1)
                            .map(x -> 1 << x)
                            .sum())
                    .toArray())
            .toArray(int[][]::new);

    private static int degree(Bijection T, int g) {
        int image = 0;
        for (int left = g; left != 0; left &= left - 1) image |= 1 << T.at(Integer.numberOfTrailingZeros(left));
        for (int size = 5; size >= 1; size--) {
            for (int product : PRODUCTS[size]) {
                if (Integer.bitCount(image ^ product) != 16) return size;
            }
        }
        return 0;
    }

    @Tag("thorough")
    @Example
    void the_numbers_of_functions_grow_as_the_argument_says() {
        for (int n = 1; n < 6; n++) {
            for (int k = 1; k <= n; k++) {
                assertThat(upTo(k, n + 1)).isLessThanOrEqualTo(upTo(k - 1, n).multiply(upTo(k, n)));
                assertThat(upTo(k, n + 1)).isGreaterThan(upTo(k - 1, n).pow(2));
            }
        }
    }

    private static BigInteger upTo(int k, int n) {
        return BooleanCensus.count(n).subList(0, k + 1).stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * At least (3/2)^q times the functions of lower degree correlate with any v of degree at most q: for small v all,
     * then by chance.
     */
    @Tag("thorough")
    @Example
    void no_polynomial_is_orthogonal_to_all_but_a_few_functions() {
        for (int code = 1; code < 2187; code++) {
            var v = new int[8];
            for (int S = 0, rest = code; S < 7; S++, rest /= 3) v[S] = rest % 3 - 1;
            if (Arrays.stream(v).anyMatch(c -> c != 0))
                assertThat(4 * correlated(3, 2, v)).isGreaterThanOrEqualTo(9 * 8);
        }
        var random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            int q = 2 + i % 2;
            var v = new int[16];
            while (Arrays.stream(v).allMatch(c -> c == 0)) {
                for (int S = 0; S < 16; S++)
                    v[S] = Integer.bitCount(S) > q || random.nextInt(1 + i % 7) > 0 ? 0 : random.nextInt(-2, 3);
            }
            assertThat((1 << q) * correlated(4, q, v))
                    .isGreaterThanOrEqualTo((q == 2 ? 9 : 27) * (q == 2 ? 10L : 222L));
        }
    }

    /**
     * The number of functions of n variables and degree at most q whose inner product with the sum of v[S] chi_S is not
     * 0.
     */
    private static long correlated(int n, int q, int[] v) {
        return IntStream.range(0, 1 << (1 << n))
                .filter(f -> Degrees.of(n, f) <= q)
                .filter(f -> {
                    long sum = 0;
                    for (int S = 0; S < v.length; S++)
                        sum += v[S] == 0 ? 0 : (long) v[S] * ((1 << n) - 2 * disagreements(n, S, f));
                    return sum != 0;
                })
                .count();
    }

    @Example
    void degrees_and_dimensions_out_of_range_are_refused() {
        assertThatThrownBy(() -> RisingTasks.of(6, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RisingTasks.of(5, 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
