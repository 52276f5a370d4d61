package org.cubecheck.transform;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;
import org.cubecheck.cube.Cube;

/**
 * The group of all permutations of n points that keep the colour of every pair: its exact order, and permutations that
 * generate it. Found by refining the partition of the points by colours, fixing one point after another until nothing
 * is left to move, and searching at each level, from the last to the first, for permutations that move the fixed point
 * to another one: the order is the product of the orbit lengths (a stabilizer chain). Every permutation that is used
 * has been checked against all pairs. Immutable.
 *
 * <p>Cost: memory n^2; time about n^2 for every permutation tried, and their number can grow exponentially with n for
 * graphs made to be hard, but not for the schemes of the cube.
 *
 * <p>Source: B. D. McKay, Practical graph isomorphism, Congressus Numerantium 30 (1981).
 */
public final class Stabilizer {

    private final int points;
    private final List<int[]> generators;
    private final List<Integer> orbitLengths;

    private Stabilizer(int points, List<int[]> generators, List<Integer> orbitLengths) {
        this.points = points;
        this.generators = generators;
        this.orbitLengths = orbitLengths;
    }

    /**
     * The permutations s of 0..points-1 with colour(s(x), s(y)) = colour(x, y) for all x and y, x = y included.
     *
     * @param colour a symmetric function
     * @throws IllegalArgumentException if there is no point, or the colours are not symmetric
     */
    public static Stabilizer of(int points, IntBinaryOperator colour) {
        if (points < 1) throw new IllegalArgumentException("a group moves at least one point, not " + points);
        return new Search(points, colour).group();
    }

    /**
     * The invertible transforms of B^d under which every space P_k, k in K, of real polynomials of degree at most k is
     * invariant.
     *
     * @throws IllegalArgumentException if d is not within 1..8, or an element of K not within 1..d-1: all transforms
     * leave the other P_k as they are
     */
    public static Stabilizer ofPolynomials(int d, Collection<Integer> K) {
        if (d < 1 || d > 8) throw new IllegalArgumentException("the group is computed for d within 1..8, not " + d);
        var drops = DistanceFusion.drops(d, K);
        int n = 1 << d;
        // T preserves P_k iff it preserves its reproducing kernel, the sum of chi_S(x) chi_S(y) = chi_S(x ^ y) over |S|
        // <= k.
        var kernels = new ArrayList<List<Integer>>();
        for (int z = 0; z < n; z++) {
            var kernel = new ArrayList<Integer>();
            for (int k : drops) {
                int sum = 0;
                for (int S = 0; S < n; S++) sum += Cube.degree(S) <= k ? Cube.character(S, z) : 0;
                kernel.add(sum);
            }
            kernels.add(kernel);
        }
        var colours = new int[n];
        var known = new ArrayList<List<Integer>>();
        for (int z = 1; z < n; z++) {
            if (!known.contains(kernels.get(z))) known.add(kernels.get(z));
            colours[z] = 1 + known.indexOf(kernels.get(z));
        }
        return of(n, (x, y) -> colours[x ^ y]);
    }

    /** How many points are permuted. */
    public int points() {
        return points;
    }

    /** The order of the group. */
    public BigInteger order() {
        return orbitLengths.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** Permutations that generate the group, each as the images of 0, 1, ...; copies. Empty for the trivial group. */
    public List<int[]> generators() {
        return generators.stream().map(int[]::clone).toList();
    }

    /** The orbit of each fixed point under the permutations that fix those before it: the factors of the order. */
    public List<Integer> orbitLengths() {
        return orbitLengths;
    }

    /**
     * An ordered partition: cells in an order that depends on the colours alone, and a fingerprint of how they came
     * about.
     */
    private record Partition(List<int[]> cells, long trace) {
        boolean isDiscrete() {
            return cells.stream().allMatch(cell -> cell.length == 1);
        }

        /** The first of the smallest cells with more than one point. */
        int target() {
            int best = -1;
            for (int c = 0; c < cells.size(); c++) {
                int size = cells.get(c).length;
                if (size > 1 && (best < 0 || size < cells.get(best).length)) best = c;
            }
            return best;
        }
    }

    private static final class Search {
        private final int n;
        private final int[][] colour;
        private final long[][] weight;

        Search(int n, IntBinaryOperator colours) {
            this.n = n;
            colour = new int[n][n];
            weight = new long[n][n];
            for (int x = 0; x < n; x++) {
                for (int y = 0; y < n; y++) {
                    colour[x][y] = colours.applyAsInt(x, y);
                    weight[x][y] = mix(colour[x][y]);
                }
            }
            for (int x = 0; x < n; x++) {
                for (int y = 0; y < x; y++) {
                    if (colour[x][y] != colour[y][x])
                        throw new IllegalArgumentException("the colour of " + x + ", " + y + " depends on their order");
                }
            }
        }

        Stabilizer group() {
            var path = new ArrayList<Partition>();
            var base = new ArrayList<Integer>();
            path.add(start());
            while (!last(path).isDiscrete()) {
                int point = last(path).cells().get(last(path).target())[0];
                base.add(point);
                path.add(fixing(last(path), last(path).target(), point));
            }
            var generators = new ArrayList<int[]>();
            var lengths = new ArrayList<Integer>();
            for (int level = base.size() - 1; level >= 0; level--) {
                var orbits = new Orbits(n);
                generators.forEach(orbits::join);
                var missed = new TreeSet<Integer>();
                for (int candidate : path.get(level).cells().get(path.get(level).target())) {
                    if (orbits.of(candidate) == orbits.of(base.get(level))
                            || missed.stream().anyMatch(m -> orbits.of(m) == orbits.of(candidate))) continue;
                    var found = moving(path, level, path.get(level), candidate);
                    if (found.isPresent()) {
                        generators.add(found.get());
                        orbits.join(found.get());
                    } else missed.add(candidate);
                }
                lengths.add(0, orbits.size(base.get(level)));
            }
            return new Stabilizer(n, List.copyOf(generators), List.copyOf(lengths));
        }

        /** A permutation that fixes the base points above the level and takes that of the level to the candidate. */
        private Optional<int[]> moving(List<Partition> path, int level, Partition right, int candidate) {
            var next = fixing(right, path.get(level).target(), candidate);
            var wanted = path.get(level + 1);
            if (next.trace() != wanted.trace()
                    || next.cells().size() != wanted.cells().size()) return Optional.empty();
            if (level + 2 == path.size()) {
                var permutation = new int[n];
                for (int c = 0; c < n; c++)
                    permutation[wanted.cells().get(c)[0]] = next.cells().get(c)[0];
                return keepsColours(permutation) ? Optional.of(permutation) : Optional.empty();
            }
            for (int deeper : next.cells().get(wanted.target())) {
                var found = moving(path, level + 1, next, deeper);
                if (found.isPresent()) return found;
            }
            return Optional.empty();
        }

        private boolean keepsColours(int[] s) {
            for (int x = 0; x < n; x++) {
                for (int y = 0; y <= x; y++) {
                    if (colour[x][y] != colour[s[x]][s[y]]) return false;
                }
            }
            return true;
        }

        private Partition start() {
            var byColour = new TreeMap<Integer, List<Integer>>();
            for (int x = 0; x < n; x++)
                byColour.computeIfAbsent(colour[x][x], key -> new ArrayList<>()).add(x);
            var cells = new ArrayList<int[]>();
            byColour.values()
                    .forEach(cell ->
                            cells.add(cell.stream().mapToInt(Integer::intValue).toArray()));
            var all = new TreeSet<Integer>();
            for (int c = 0; c < cells.size(); c++) all.add(c);
            return refined(cells, all, 0);
        }

        private Partition fixing(Partition partition, int cell, int point) {
            var cells = new ArrayList<>(partition.cells());
            cells.set(cell, new int[] {point});
            cells.add(Arrays.stream(partition.cells().get(cell))
                    .filter(x -> x != point)
                    .toArray());
            return refined(cells, new TreeSet<>(List.of(cell)), partition.trace());
        }

        /**
         * Splits cells by the colours towards other cells until that changes nothing. A clash of the sums splits less,
         * which is sound.
         */
        private Partition refined(List<int[]> cells, TreeSet<Integer> splitters, long trace) {
            var sum = new long[n];
            while (!splitters.isEmpty()) {
                int splitter = splitters.pollFirst();
                Arrays.fill(sum, 0);
                for (int w : cells.get(splitter)) {
                    for (int x = 0; x < n; x++) sum[x] += weight[w][x];
                }
                for (int c = 0, count = cells.size(); c < count; c++) {
                    int[] cell = cells.get(c);
                    if (Arrays.stream(cell).allMatch(x -> sum[x] == sum[cell[0]])) {
                        trace = mix(trace ^ sum[cell[0]]);
                        continue;
                    }
                    var parts = new TreeMap<Long, List<Integer>>();
                    for (int x : cell)
                        parts.computeIfAbsent(sum[x], key -> new ArrayList<>()).add(x);
                    boolean pending = splitters.contains(c);
                    int largest = -1;
                    int index = 0;
                    for (var part : parts.entrySet()) {
                        int id = index == 0 ? c : cells.size();
                        int[] points = part.getValue().stream()
                                .mapToInt(Integer::intValue)
                                .toArray();
                        if (index == 0) cells.set(c, points);
                        else cells.add(points);
                        trace = mix(trace ^ part.getKey() ^ points.length);
                        splitters.add(id);
                        if (largest < 0 || points.length > cells.get(largest).length) largest = id;
                        index++;
                    }
                    if (!pending) splitters.remove(largest);
                }
            }
            return new Partition(List.copyOf(cells), trace);
        }

        private static Partition last(List<Partition> path) {
            return path.get(path.size() - 1);
        }

        private static long mix(long value) {
            long z = value * 0x9E3779B97F4A7C15L + 0xD1B54A32D192ED03L;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            return z ^ z >>> 31;
        }
    }

    /** The orbits of the group generated so far. */
    private static final class Orbits {
        private final int[] parent;

        Orbits(int n) {
            parent = new int[n];
            for (int x = 0; x < n; x++) parent[x] = x;
        }

        int of(int x) {
            while (parent[x] != x) {
                parent[x] = parent[parent[x]];
                x = parent[x];
            }
            return x;
        }

        void join(int[] permutation) {
            for (int x = 0; x < permutation.length; x++) parent[of(x)] = of(permutation[x]);
        }

        int size(int x) {
            int size = 0;
            for (int y = 0; y < parent.length; y++) size += of(y) == of(x) ? 1 : 0;
            return size;
        }
    }
}
