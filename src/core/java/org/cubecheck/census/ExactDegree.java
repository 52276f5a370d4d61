package org.cubecheck.census;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Degrees;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/**
 * Tasks uniform over the Boolean functions g of B^d of degree exactly q: which invertible transforms T make the
 * expected deg(g after T^-1) least? Expectations are given as sums over the tasks, which are as many for every T. A
 * signed permutation has the sum q times the number of tasks.
 * Immutable.
 *
 * @param dimension d
 * @param degree q
 * @param tasks the number of Boolean functions of degree q
 * @param least the least sum of deg(g after T^-1) over these functions
 * @param minimisers the number of T that attain it
 * @param example one of them
 */
public record ExactDegree(int dimension, int degree, long tasks, long least, long minimisers, Bijection example) {
    public ExactDegree {
        requireNonNull(example, "example");
    }

    /** The Boolean functions of four variables and degree 2, up to sign: 106 tables, top bit clear. */
    private static final int[] QUADRATIC = IntStream.range(0, 1 << 15)
            .filter(table -> Degrees.of(4, table) == 2)
            .toArray();

    /**
     * The minimum, exactly, over all (2^d)! transforms. For d at most 3 class by class, from the whole {@link
     * DegreeFlow}. For d = 4:
     *
     * <ul>
     * <li>q = 1, 2: by classes of U = T^-1. The sum is at least q times the number of tasks, less what can be gained by
     * the 2 + 8 + ... functions of lower degree, plus what tasks of the first coordinates of U cost beyond q; prefixes
     * that cost too much are left.
     * <li>q = 3: at most 8 tasks can come to degree 1 and 212 to degree 2, so no sum is less than 3 * 12,648 - 228.
     * Transforms that attain this bound take no task to degree 4; then at least 12,650 functions have degree at most 3
     * before and after. That number is C(2s, s) C(16 - 2s, 8 - s), with s the number of points at which the parity and
     * its image are both -1, so s is 0 or 8: T keeps the parity up to sign, and the last coordinate is given by the
     * others.
     * <li>q = 4: a function has degree 4 iff it correlates with the parity, so the sum is that of deg u over all u that
     * correlate with the parity's image; every balanced function is the image under (8!)^2 transforms.
     * </ul>
     *
     * Costs up to a second or two.
     *
     * @param d 1..4
     * @param q 1..d
     */
    public static ExactDegree of(int d, int q) {
        if (d < 1 || d > 4) throw new IllegalArgumentException("minima are found for dimensions 1..4, not " + d);
        if (q < 1 || q > d) throw new IllegalArgumentException("a degree lies within 1.." + d + ", not " + q);
        if (d < 4) return byFlow(d, q);
        return switch (q) {
            case 1, 2 -> low(q);
            case 3 -> keepingParity();
            default -> full(d);
        };
    }

    /** The sum for a signed permutation, q times the number of tasks. */
    public long signed() {
        return degree * tasks;
    }

    /** Whether the signed permutations are among the minimisers. */
    public boolean signedIsLeast() {
        return signed() == least;
    }

    /** The transforms of least sum so far. */
    private static final class Best {
        long least = Long.MAX_VALUE;
        long minimisers;
        Bijection example = Bijection.identity(1);

        void add(long sum, long size, Bijection T) {
            if (sum > least) return;
            if (sum < least) {
                least = sum;
                minimisers = 0;
                example = T;
            }
            minimisers += size;
        }

        ExactDegree of(int d, int q, long tasks) {
            return new ExactDegree(d, q, tasks, least, minimisers, example);
        }
    }

    static ExactDegree byFlow(int d, int q) {
        var best = new Best();
        TransformClasses.of(d).forEach((coordinates, size) -> {
            var T = TransformClasses.transform(coordinates);
            best.add(DegreeFlow.of(T).sumAt(q), size, T);
        });
        return best.of(d, q, tasks(d, q));
    }

    private static long tasks(int d, int q) {
        return IntStream.range(0, 1 << (1 << d))
                .filter(table -> Degrees.of(d, table) == q)
                .count();
    }

    /** Degrees 1 and 2, d = 4. */
    private static ExactDegree low(int q) {
        long tasks = tasks(4, q);
        long gain = q == 1 ? 0 : tasks(4, 1);
        var best = new Best();
        TransformClasses.of(4).forEach(new TransformClasses.Visitor() {
            @Override
            public boolean enter(int[] f, int count) {
                // Functions come with their negations; the identity, of no excess, is within the bound.
                return 2 * excess(f, count) <= gain;
            }

            private int excess(int[] f, int count) {
                int excess = 0;
                for (int j = 0; j < count; j++) {
                    if (q == 1) excess += Degrees.of(4, f[j]) - 1;
                    for (int i = 0; i < j && q == 2; i++) {
                        for (int task : ofPair(f[i], f[j])) excess += Math.max(0, Degrees.of(4, task) - 2);
                    }
                }
                return excess;
            }

            @Override
            public void visit(int[] f, long size) {
                if (!enter(f, 4)) return;
                var U = TransformClasses.transform(f);
                long sum = q == 1
                        ? Arrays.stream(f)
                                .mapToLong(table -> 2L * Degrees.of(4, table))
                                .sum()
                        : quadratic(U, new long[] {0, 2, 4, 6, 8});
                best.add(sum, size, U.inverse());
            }
        });
        return best.of(4, q, tasks);
    }

    /** Up to sign, the functions of degree 2 of two coordinates. */
    private static int[] ofPair(int f, int g) {
        return new int[] {f ^ g, f & g, f & ~g & 0xFFFF, ~f & g & 0xFFFF, ~(f | g) & 0xFFFF};
    }

    /** The sum of weight[deg g(U)] over the tasks g of degree 2, each sign once. */
    private static long quadratic(Bijection U, long[] weight) {
        long sum = 0;
        int[] image = U.toArray();
        for (int task : QUADRATIC) {
            int table = 0;
            for (int z = 0; z < 16; z++) table |= (task >>> image[z] & 1) << z;
            sum += weight[Degrees.of(4, table)];
        }
        return sum;
    }

    /** Degree 3, d = 4. */
    private static ExactDegree keepingParity() {
        long tasks = tasks(4, 3);
        int parity = parity(4);
        var best = new Best();
        TransformClasses.of(4).forEach(new TransformClasses.Visitor() {
            private int last;

            @Override
            public boolean enter(int[] f, int count) {
                if (count < 3) return true;
                int table = f[0] ^ f[1] ^ f[2] ^ parity;
                last = table >>> 15 == 0 ? table : ~table & 0xFFFF;
                // The products of the last coordinate with others must be balanced; with all others it is the parity.
                return last > f[2]
                        && balanced(last)
                        && balanced(last ^ f[0])
                        && balanced(last ^ f[1])
                        && balanced(last ^ f[2])
                        && balanced(last ^ f[0] ^ f[1])
                        && balanced(last ^ f[0] ^ f[2])
                        && balanced(last ^ f[1] ^ f[2]);
            }

            private boolean balanced(int table) {
                return Integer.bitCount(table) == 8;
            }

            @Override
            public void visit(int[] f, long size) {
                if (f[3] != last) return;
                var T = TransformClasses.transform(f);
                // Tasks that come to degree 1 are the coordinates of T and their negations, those that come to degree 2
                // are u(T) with deg u = 2.
                long sum = 3 * tasks;
                for (int table : f) sum -= Degrees.of(4, table) == 3 ? 2 * 2 : 0;
                best.add(sum - quadratic(T, new long[] {0, 0, 0, 2, 0}), size, T);
            }
        });
        if (best.least != 3 * tasks - 228)
            throw new IllegalStateException("the bound is not attained, so other transforms may be better");
        return best.of(4, 3, tasks);
    }

    /** Degree d. */
    static ExactDegree full(int d) {
        int points = 1 << d;
        long each = 1;
        for (int k = 2; k <= points / 2; k++) each *= (long) k * k;
        var byDegree = new ArrayList<int[]>();
        for (int degree = 0; degree < d; degree++) {
            int k = degree;
            byDegree.add(IntStream.range(0, 1 << (points - 1))
                    .filter(table -> Degrees.of(d, table) == k)
                    .toArray());
        }
        long tasks = tasks(d, d);
        var best = new Best();
        var seen = new BitSet();
        for (int image = 0; image < 1 << points; image++) {
            if (2 * Integer.bitCount(image) != points || seen.get(image)) continue;
            // Signed permutations of the inputs change no degree.
            int before = seen.cardinality();
            for (long rank = 0; rank < SignedPermutation.count(d); rank++) {
                var move = SignedPermutation.ofRank(d, rank);
                int moved = 0;
                for (int z = 0; z < points; z++) moved |= (image >>> z & 1) << move.at(z);
                seen.set(moved);
            }
            long orbit = seen.cardinality() - before;
            // As many functions correlate with the image as with the parity; less than d is counted, and what is
            // lacking to d.
            long sum = d * tasks;
            for (int degree = 0; degree < d; degree++) {
                long correlated = 0;
                for (int u : byDegree.get(degree)) correlated += 2 * Integer.bitCount(u ^ image) == points ? 0 : 1;
                sum -= 2 * correlated * (d - degree);
            }
            if (sum <= best.least) best.add(sum, orbit * each, taking(parity(d), image, d));
        }
        return best.of(d, d, tasks);
    }

    private static int parity(int d) {
        return IntStream.range(0, 1 << d)
                .filter(z -> Cube.degree(z) % 2 == 1)
                .map(z -> 1 << z)
                .sum();
    }

    /** A transform T with g after T^-1 = u, for balanced g and u. */
    private static Bijection taking(int g, int u, int d) {
        var to = Stream.of(0, 1)
                .map(value -> IntStream.range(0, 1 << d)
                        .filter(z -> (u >>> z & 1) == value)
                        .boxed()
                        .toList())
                .toList();
        var used = new int[2];
        var image = new int[1 << d];
        for (int z = 0; z < image.length; z++) {
            int value = g >>> z & 1;
            image[z] = to.get(value).get(used[value]++);
        }
        return Bijection.of(image);
    }
}
