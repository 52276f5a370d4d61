package org.cubecheck.paper;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cubecheck.claim.Domain;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Support;
import org.cubecheck.realization.Injection;
import org.cubecheck.transform.SignedPermutation;

/** Domains of supports: sets of a given number of points of B^m. */
final class Supports {

    private Supports() {}

    /** All sets of {@code size} points of B^m in lexicographic order. */
    static Domain<Support> all(int dimension, int m, int size) {
        return Domain.<Support>all(
                        "supports of " + size + " points of B^" + m,
                        dimension,
                        Cube.binomial(1 << m, size),
                        rank -> ofRank(m, size, rank))
                .bounded("m", m, m);
    }

    /** The set of the given rank in lexicographic order. */
    static Support ofRank(int m, int size, long rank) {
        var points = new int[size];
        int x = 0;
        for (int i = 0; i < size; x++) {
            long with = Cube.binomial((1 << m) - x - 1, size - i - 1);
            if (rank < with) points[i++] = x;
            else rank -= with;
        }
        return Support.of(m, points);
    }

    /** All non-empty sets of points of B^m, m at most 4, by rising mask. */
    static Domain<Support> all(int m) {
        return Domain.all("non-empty supports in B^" + m, m, (1L << (1 << m)) - 1, index -> ofMask(m, index + 1));
    }

    /** Uniformly random sets of {@code size} points, a power of two, of B^m. */
    static Domain<Support> some(int dimension, int m, int size, long trials) {
        return Domain.<Support>sampled(
                        "supports of " + size + " points of B^" + m,
                        dimension,
                        binomial(1L << m, size),
                        trials,
                        random -> Injection.random(Cube.variables(size), m, random)
                                .support())
                .bounded("m", m, m)
                .reaching("X without the point 0", X -> !X.contains(0));
    }

    /** Random sets of a random number of points of B^m, at least 1 and at most {@code most}. */
    static Domain<Support> some(int m, int most, long trials) {
        var size = IntStream.rangeClosed(1, most)
                .mapToObj(k -> binomial(1L << m, k))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return Domain.<Support>sampled("supports of 1.." + most + " points of B^" + m, m, size, trials, random -> {
                    int wanted = 1 + random.nextInt(most);
                    return Support.of(m, Arrays.copyOf(shuffled(1 << m, random), wanted));
                })
                .reaching("a single point", X -> X.size() == 1)
                .reaching(most + " points", X -> X.size() == most)
                .reaching("X without the point 0", X -> !X.contains(0));
    }

    private static int[] shuffled(int count, RandomGenerator random) {
        var points = IntStream.range(0, count).toArray();
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(count - i);
            int x = points[i];
            points[i] = points[other];
            points[other] = x;
        }
        return points;
    }

    static BigInteger binomial(long n, long k) {
        var value = BigInteger.ONE;
        for (long i = 1; i <= k; i++)
            value = value.multiply(BigInteger.valueOf(n - i + 1)).divide(BigInteger.valueOf(i));
        return value;
    }

    private static Support ofMask(int m, long mask) {
        return Support.of(
                m, IntStream.range(0, 1 << m).filter(x -> (mask >>> x & 1) != 0).toArray());
    }

    /** The 10,518,300 sets of 8 points of B^5, one of each orbit under the 3,840 signed permutations. */
    static Domain<Support> eightOfFive() {
        return new Domain.Orbits<Support>(
                        "supports of 8 points of B^5",
                        3,
                        BigInteger.valueOf(Cube.binomial(32, 8)),
                        EightOfFive.COUNT,
                        index -> EightOfFive.ORBITS.get((int) index),
                        (X, random) -> {
                            var s = SignedPermutation.random(5, random);
                            return Support.of(
                                    5, Arrays.stream(X.toArray()).map(s::at).toArray());
                        })
                .bounded("m", 5, 5);
    }

    /** Found when they are first needed; the auditor adds up the sizes. */
    private static final class EightOfFive {
        static final int M = 5;
        static final long COUNT = 3779;
        /** By permutation of the variables and by byte of a set: where the points go. */
        static final int[][][] MOVES = LongStream.range(0, SignedPermutation.count(M))
                .mapToObj(rank -> SignedPermutation.ofRank(M, rank))
                .filter(s -> s.at(0) == 0)
                .map(EightOfFive::move)
                .toArray(int[][][]::new);

        static final List<Domain.Orbit<Support>> ORBITS = orbits();

        static int[][] move(SignedPermutation s) {
            var images = new int[4][256];
            for (int b = 0; b < 4; b++) {
                for (int set = 0; set < 256; set++) {
                    for (int rest = set; rest != 0; rest &= rest - 1)
                        images[b][set] |= 1 << s.at(8 * b + Integer.numberOfTrailingZeros(rest));
                }
            }
            return images;
        }

        /**
         * Sets are grown point by point, one of each orbit at every size; any point can be moved to 0, so each contains
         * it.
         */
        static List<Domain.Orbit<Support>> orbits() {
            var level = new TreeMap<Integer, Long>();
            level.put(1, 0L);
            for (int size = 2; size <= 8; size++) {
                var next = new TreeMap<Integer, Long>();
                for (int set : level.keySet()) {
                    for (int x = 0; x < 32; x++) {
                        if ((set >>> x & 1) == 0) leastImage(set | 1 << x, next);
                    }
                }
                level = next;
            }
            var orbits = new ArrayList<Domain.Orbit<Support>>();
            level.forEach((set, stabilizer) -> orbits.add(new Domain.Orbit<>(
                    ofMask(M, Integer.toUnsignedLong(set)), SignedPermutation.count(M) / stabilizer)));
            if (orbits.size() != COUNT) throw new IllegalStateException(orbits.size() + " orbits, not " + COUNT);
            return orbits;
        }

        /** Adds the least image of the set, with the number of group elements that give it. */
        static void leastImage(int set, TreeMap<Integer, Long> found) {
            long least = Long.MAX_VALUE;
            long times = 0;
            for (int rest = set; rest != 0; rest &= rest - 1) {
                int shift = Integer.numberOfTrailingZeros(rest);
                int moved = 0;
                for (int points = set; points != 0; points &= points - 1)
                    moved |= 1 << (Integer.numberOfTrailingZeros(points) ^ shift);
                for (int[][] move : MOVES) {
                    long image = Integer.toUnsignedLong(move[0][moved & 255]
                            | move[1][moved >>> 8 & 255]
                            | move[2][moved >>> 16 & 255]
                            | move[3][moved >>> 24]);
                    if (image < least) {
                        least = image;
                        times = 0;
                    }
                    if (image == least) times++;
                }
            }
            found.put((int) least, times);
        }
    }
}
