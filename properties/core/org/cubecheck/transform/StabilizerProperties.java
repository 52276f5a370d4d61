package org.cubecheck.transform;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cubecheck.cube.BooleanFunction;

class StabilizerProperties {

    @Property(tries = 300, generation = GenerationMode.RANDOMIZED)
    void the_order_is_that_of_brute_force(
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 3) int colours,
            @ForAll long seed) {
        var random = new SplittableRandom(seed);
        var colour = new int[n][n];
        for (int x = 0; x < n; x++) {
            for (int y = 0; y <= x; y++) colour[x][y] = colour[y][x] = random.nextInt(colours);
        }
        var group = Stabilizer.of(n, (x, y) -> colour[x][y]);
        assertThat(group.points()).isEqualTo(n);
        assertThat(group.order()).isEqualTo(BigInteger.valueOf(bruteForce(n, (x, y) -> colour[x][y], new int[n], 0)));
        assertThat(generated(n, group.generators())).isEqualTo(group.order().longValueExact());
    }

    /** The number of products of the generators. */
    private static long generated(int n, List<int[]> generators) {
        var found = new HashSet<List<Integer>>();
        var pending = new ArrayDeque<>(List.of(IntStream.range(0, n).boxed().toList()));
        while (!pending.isEmpty()) {
            var s = pending.poll();
            if (found.add(s))
                generators.forEach(t -> pending.add(s.stream().map(x -> t[x]).toList()));
        }
        return found.size();
    }

    private static long bruteForce(int n, IntBinaryOperator colour, int[] s, int next) {
        if (next == n) return 1;
        long count = 0;
        for (int image = 0; image < n; image++) {
            s[next] = image;
            int y = image;
            if (IntStream.range(0, next).anyMatch(x -> s[x] == y)) continue;
            if (IntStream.rangeClosed(0, next).allMatch(x -> colour.applyAsInt(x, next) == colour.applyAsInt(s[x], y)))
                count += bruteForce(n, colour, s, next + 1);
        }
        return count;
    }

    @Example
    void orders_known_from_the_literature() {
        // The Petersen graph: 2-subsets of five points, joined when disjoint. Its group is that of the five points.
        var pairs = IntStream.range(0, 32).filter(S -> Integer.bitCount(S) == 2).toArray();
        assertThat(Stabilizer.of(10, (x, y) -> (pairs[x] & pairs[y]) == 0 ? 1 : 0)
                        .order())
                .isEqualTo(BigInteger.valueOf(120));
        // The Clebsch graph (folded 5-cube), the folded 6-cube, K_{4,4} (folded 4-cube).
        assertThat(folded(4)).isEqualTo(BigInteger.valueOf(1920));
        assertThat(folded(5)).isEqualTo(BigInteger.valueOf(23040));
        assertThat(folded(3)).isEqualTo(BigInteger.valueOf(1152));
    }

    private static BigInteger folded(int d) {
        return Stabilizer.of(1 << d, (x, y) -> Integer.bitCount(x ^ y) == 1 || Integer.bitCount(x ^ y) == d ? 1 : 0)
                .order();
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void the_cube_has_the_signed_permutations(@ForAll @IntRange(min = 1, max = 7) int d) {
        var group = Stabilizer.of(1 << d, (x, y) -> Integer.bitCount(x ^ y) == 1 ? 1 : 0);
        assertThat(group.order()).isEqualTo(BigInteger.valueOf(SignedPermutation.count(d)));
        assertThat(group.generators()).allMatch(s -> Bijection.of(s).isSignedPermutation());
        assertThat(group.orbitLengths().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b))
                .isEqualTo(SignedPermutation.count(d));
    }

    @Example
    void without_drops_everything_is_kept() {
        assertThat(Stabilizer.ofPolynomials(5, List.of()).order()).isEqualTo(Preservers.ALL.order(5));
        assertThat(Stabilizer.ofPolynomials(5, List.of(4)).order()).isEqualTo(Preservers.PARITY.order(5));
    }

    @Example
    void colours_must_be_symmetric() {
        assertThatThrownBy(() -> Stabilizer.of(3, (x, y) -> x < y ? 1 : 0))
                .hasMessageContaining("depends on their order");
        assertThatThrownBy(() -> Stabilizer.of(0, (x, y) -> 0)).hasMessageContaining("at least one point");
        assertThatThrownBy(() -> Stabilizer.ofPolynomials(9, List.of())).hasMessageContaining("not 9");
        for (int k : new int[] {9, 4, 0, -1})
            assertThatThrownBy(() -> Stabilizer.ofPolynomials(4, List.of(k)))
                    .hasMessageContaining("within 1..3, not at " + k);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void fused_distances_are_equal_sums_of_characters(@ForAll @IntRange(min = 1, max = 9) int d) {
        for (int k = 1; k < d; k++) {
            var fusion = DistanceFusion.of(d, List.of(k));
            var sums = new long[d + 1];
            for (int t = 1; t <= d; t++) {
                for (int S = 0; S < 1 << d; S++)
                    sums[t] += Integer.bitCount(S) <= k ? 1 - 2 * (Integer.bitCount(S & (1 << t) - 1) & 1) : 0;
            }
            for (int t = 1; t <= d; t++) {
                for (int u = 1; u <= d; u++) assertThat(fusion.fuses(t, u)).isEqualTo(sums[t] == sums[u]);
            }
        }
    }

    @Example
    void fusions_of_several_drops_are_the_common_ones() {
        assertThat(DistanceFusion.of(4, List.of(2)).fusedWith(1)).containsExactly(4);
        assertThat(DistanceFusion.of(4, List.of(3)).fusedWith(1)).containsExactly(3);
        assertThat(DistanceFusion.of(4, List.of(2, 3)).fusedWith(1)).isEmpty();
        assertThat(DistanceFusion.of(5, List.of(2, 4)).fusedWith(1)).containsExactly(5);
        assertThat(DistanceFusion.of(5, List.of()).classes()).containsExactly(List.of(1, 2, 3, 4, 5));
        assertThatThrownBy(() -> DistanceFusion.of(5, List.of(5))).hasMessageContaining("not at 5");
        assertThatThrownBy(() -> DistanceFusion.of(0, List.of())).hasMessageContaining("not 0");
    }

    @Example
    void the_closed_form_refuses_the_drops_that_the_fusion_refuses() {
        for (int k : new int[] {-1, 0, 4, 7, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> Preservers.of(4, List.of(2, k)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("within 1..3, not at " + k);
            assertThatThrownBy(() -> DistanceFusion.of(4, List.of(2, k)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("within 1..3, not at " + k);
        }
        for (int d : new int[] {0, -1}) {
            assertThatThrownBy(() -> Preservers.of(d, List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not " + d);
            assertThatThrownBy(() -> DistanceFusion.ofSingleDrops(d))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not " + d);
        }
    }

    /** In every dimension at least that of {@link Preservers} some K has the group, and in none below. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_group_has_an_order_and_a_stranger_exactly_where_it_occurs(
            @ForAll Preservers group, @ForAll @IntRange(max = 6) int d) {
        boolean occurs = d >= 1
                && IntStream.range(0, 1 << (d - 1))
                        .mapToObj(mask -> IntStream.range(1, d)
                                .filter(k -> (mask >>> (k - 1) & 1) != 0)
                                .boxed()
                                .toList())
                        .anyMatch(K -> Preservers.of(d, K) == group);
        if (occurs) {
            assertThat(group.order(d)).isPositive();
            assertThat(group.stranger(d).isPresent()).isEqualTo(group != Preservers.SIGNED_PERMUTATIONS);
        } else {
            assertThatThrownBy(() -> group.order(d))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(group.title())
                    .hasMessageContaining("not " + d);
            assertThatThrownBy(() -> group.stranger(d))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not " + d);
        }
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void strangers_are_members_and_not_signed(
            @ForAll @IntRange(min = 1, max = 7) int d, @ForAll @IntRange(min = 0, max = 63) int mask) {
        if (mask >= 1 << (d - 1)) return;
        var K = IntStream.range(1, d)
                .filter(k -> (mask >>> (k - 1) & 1) != 0)
                .boxed()
                .toList();
        var fusion = DistanceFusion.of(d, K);
        var group = Preservers.of(d, K);
        assertThat(fusion.drops()).containsExactlyElementsOf(K);
        assertThat(Preservers.of(fusion)).contains(group);
        if (d <= 5)
            assertThat(group.order(d)).isEqualTo(Stabilizer.ofPolynomials(d, K).order());
        assertThat(group.stranger(d).isPresent()).isEqualTo(group != Preservers.SIGNED_PERMUTATIONS);
        group.stranger(d).ifPresent(T -> {
            assertThat(fusion.isPreservedBy(T)).isTrue();
            assertThat(T.isSignedPermutation()).isFalse();
            assertThat(Arrays.stream(T.toArray()).distinct().count()).isEqualTo(1 << d);
        });
    }

    /**
     * T preserves P_k if no character of degree at most k gets a higher degree: every member of the group and hardly
     * any other transform does.
     */
    @Property(tries = 150, generation = GenerationMode.RANDOMIZED)
    void a_transform_preserves_fused_distances_if_it_raises_no_degree_at_a_drop(
            @ForAll @IntRange(min = 1, max = 4) int d, @ForAll @IntRange(max = 7) int mask, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        var K = IntStream.range(1, d)
                .filter(k -> (mask >>> (k - 1) & 1) != 0)
                .boxed()
                .toList();
        var T = SignedPermutation.random(d, random).toBijection();
        if (random.nextBoolean())
            T = T.after(Preservers.values()[d == 1 ? 0 : random.nextInt(d < 4 ? 1 : 2)]
                    .stranger(d)
                    .orElse(Bijection.identity(d)));
        if (random.nextInt(3) == 0) T = Bijection.random(d, random);
        var inverse = T.inverse();
        boolean kept = K.stream()
                .allMatch(k -> IntStream.range(0, 1 << d)
                        .filter(S -> Integer.bitCount(S) <= k)
                        .allMatch(S ->
                                inverse.pullback(BooleanFunction.parity(d, S)).degree() <= k));
        assertThat(DistanceFusion.of(d, K).isPreservedBy(T)).isEqualTo(kept);
    }

    @Example
    void single_drops_are_fused_as_one_by_one() {
        for (int d = 1; d <= 6; d++) {
            var all = DistanceFusion.ofSingleDrops(d);
            assertThat(all).hasSize(d - 1);
            for (int k = 1; k < d; k++)
                assertThat(all.get(k - 1).classes())
                        .isEqualTo(DistanceFusion.of(d, List.of(k)).classes());
        }
        assertThat(DistanceFusion.of(5, List.of(4)).classes()).containsExactly(List.of(1, 3, 5), List.of(2, 4));
        assertThatThrownBy(() -> DistanceFusion.of(5, List.of(0))).hasMessageContaining("within 1..4, not at 0");
    }

    @Example
    void groups_have_names_and_orders() {
        assertThat(Preservers.FOLDED_CUBE.title()).isEqualTo("folded (d+1)-cube");
        assertThat(Preservers.FOLDED_CUBE.formula()).isEqualTo("2^d (d+1)!");
        assertThat(Preservers.ALL.order(12).bitLength()).isEqualTo(43251);
        assertThatThrownBy(() -> Preservers.ALL.order(13)).hasMessageContaining("too many digits");
        for (int d : new int[] {21, 32}) {
            assertThatThrownBy(() -> Preservers.PARITY.stranger(d))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1..20, not " + d);
        }
        assertThatThrownBy(() -> Stabilizer.ofPolynomials(0, List.of())).hasMessageContaining("not 0");
        assertThat(Stabilizer.ofPolynomials(8, List.of(1)).order())
                .isEqualTo(BigInteger.valueOf(SignedPermutation.count(8)));
    }
}
