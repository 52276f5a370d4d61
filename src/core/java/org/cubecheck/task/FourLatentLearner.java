package org.cubecheck.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Degrees;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.transform.Bijection;

/**
 * The {@linkplain IdealLearner ideal learner} of four latents. Its 16!/384 = 54,486,432,000 classes of world models are
 * not enumerated: a model that does as well as the signed permutations is sought by descent, and if none is found, a
 * branch and bound over the coordinates of the model shows that there is none, or gives up. Immutable; one for each
 * psi.
 *
 * <p><b>Bound.</b> A Boolean task that is no constant has degree at least 1 through any model, and 1 only if it is one
 * of the four coordinates up to sign; at least 2 or 3 if its weight is no multiple of 8 or 4; and at least |S| if it
 * correlates with the product of the coordinates chosen so far that lie in S.
 */
public final class FourLatentLearner {

    /** What is known about a set of tasks. */
    public enum Decision {
        /** Every world model of least complexity is a signed permutation: proved. */
        IDENTIFIED,
        /** Another model costs no more than the signed permutations: found. */
        NOT_IDENTIFIED,
        /** The search was given up. */
        UNDECIDED
    }

    /** How many partial models are looked at before the search is given up. */
    public static final long NODES = 1_000_000;

    private static final int POINTS = 16;
    private static final int[] LATENTS = IntStream.range(0, 4)
            .map(i -> (int) BooleanFunction.coordinate(4, i).table())
            .toArray();
    private static final int STARTS = 6;

    /** The degree on the observations of each balanced function of the latents, by its table with bit 0 clear. */
    private final byte[] cost = new byte[1 << POINTS];
    /** Those tables, by rising degree. */
    private final int[] balanced;

    private final int[] psi;

    private FourLatentLearner(int m, int[] psi) {
        this.psi = psi;
        var X = Support.of(m, psi);
        var onX = m == 4 ? null : MinDegree.on(X);
        var tables = new ArrayList<Integer>();
        for (int table = 0; table < 1 << POINTS; table += 2) {
            if (Integer.bitCount(table) != POINTS / 2) continue;
            long minus = 0;
            for (int z = 0; z < POINTS; z++) minus |= (long) (table >>> z & 1) << X.indexOf(psi[z]);
            cost[table] = (byte) (onX == null ? Degrees.of(4, (int) minus) : onX.degreeOfSigns(minus));
            tables.add(table);
        }
        balanced = tables.stream()
                .sorted(java.util.Comparator.comparingInt((Integer table) -> cost[table]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The learner that sees the latents themselves. */
    public static FourLatentLearner ofLatents() {
        return observing(4, IntStream.range(0, POINTS).toArray());
    }

    /**
     * The learner that sees psi[z] in B^m for the latents z.
     *
     * @throws IllegalArgumentException if psi is no injection of B^4 into B^m
     */
    public static FourLatentLearner observing(int m, int... psi) {
        if (psi.length != POINTS || Arrays.stream(psi).distinct().count() != POINTS)
            throw new IllegalArgumentException(
                    "an observation of each of 16 latents, all different: " + Arrays.toString(psi));
        return new FourLatentLearner(m, psi.clone());
    }

    /** deg Phi* of the signed permutations, Phi* = psi^-1: what observing costs when the latents are found. */
    public int complexity() {
        return Arrays.stream(LATENTS).map(table -> cost[table]).sum();
    }

    /**
     * Whether these tasks identify the latents. Deterministic.
     *
     * @param tasks tables of tasks, repetitions counted
     * @throws IllegalArgumentException if a table is not within 0..65535
     */
    public Decision decide(int... tasks) {
        return descentFindsRival(tasks)
                ? Decision.NOT_IDENTIFIED
                : branchAndBound(NODES, tasks).decision();
    }

    /**
     * A world model that costs no more than the signed permutations and is none, if these tasks do not identify the
     * latents.
     *
     * @throws IllegalArgumentException if a table is not within 0..65535
     * @throws IllegalStateException if the search is given up
     */
    public Optional<Bijection> rival(int... tasks) {
        var search = new Search(tasks, NODES);
        if (!search.hasRival() && search.branchAndBound() == Decision.UNDECIDED)
            throw new IllegalStateException("branch and bound gave up after " + NODES + " partial models");
        return search.rival;
    }

    /** Whether descent finds a model that costs no more than the signed permutations; it may miss one. */
    boolean descentFindsRival(int... tasks) {
        return new Search(tasks, 0).hasRival();
    }

    /** What the branch and bound decides on its own, looking at no more than so many partial models. */
    Branching branchAndBound(long nodes, int... tasks) {
        var search = new Search(tasks, nodes);
        var decision = search.branchAndBound();
        return new Branching(decision, nodes - search.nodes);
    }

    /** A decision and how many partial models were looked at for it. */
    record Branching(Decision decision, long nodes) {}

    private final class Search {
        private final int[] types;
        private final int[] counts;
        private final int budget;
        private long nodes;
        private Optional<Bijection> rival = Optional.empty();

        Search(int[] tasks, long nodes) {
            Task.checkTables(4, tasks);
            var number = new LinkedHashMap<Integer, Integer>();
            for (int task : tasks) {
                int table = (task & 1) == 0 ? task : task ^ 0xFFFF;
                // A function of odd weight has degree 4 through every model, a constant 0.
                if (table != 0 && Integer.bitCount(table) % 2 == 0) number.merge(table, 1, Integer::sum);
            }
            types = number.keySet().stream().mapToInt(Integer::intValue).toArray();
            counts = number.values().stream().mapToInt(Integer::intValue).toArray();
            budget = total(IntStream.range(0, POINTS).toArray());
            this.nodes = nodes;
        }

        Decision branchAndBound() {
            var least = new int[types.length];
            for (int g = 0; g < types.length; g++)
                least[g] = Integer.bitCount(types[g]) % 8 == 0 ? 1 : Integer.bitCount(types[g]) % 4 == 0 ? 2 : 3;
            boolean found = extend(new int[] {0}, 0, 0, balanced, least);
            return found ? Decision.NOT_IDENTIFIED : nodes <= 0 ? Decision.UNDECIDED : Decision.IDENTIFIED;
        }

        /** The complexity of the model T, given by its images. */
        private int total(int[] T) {
            int sum = 0;
            for (int i = 0; i < 4; i++) {
                int table = 0;
                for (int z = 0; z < POINTS; z++) table |= ((T[z] ^ T[0]) >>> i & 1) << z;
                sum += cost[table];
            }
            var low = moved(T, 0);
            var high = moved(T, 8);
            for (int g = 0; g < types.length; g++)
                sum += counts[g] * Degrees.of(4, low[types[g] & 255] | high[types[g] >>> 8]);
            return sum;
        }

        private int[] moved(int[] T, int from) {
            var moved = new int[256];
            for (int table = 1; table < 256; table++)
                moved[table] = moved[table & table - 1] | 1 << T[from + Integer.numberOfTrailingZeros(table)];
            return moved;
        }

        /** Descends by exchanges of two images from psi, from the folds and from random models. */
        boolean hasRival() {
            var random = new SplittableRandom(Arrays.hashCode(types) * 31L + Arrays.hashCode(psi));
            var starts = new ArrayList<int[]>();
            if (Arrays.stream(psi).max().orElseThrow() < POINTS) starts.add(psi.clone());
            for (int j = 0; j < 4; j++) {
                int bit = 1 << j;
                starts.add(IntStream.range(0, POINTS)
                        .map(z -> (z & bit) != 0 ? z ^ 15 ^ bit : z)
                        .toArray());
            }
            for (int i = 0; i < STARTS; i++)
                starts.add(Bijection.random(4, random).toArray());
            for (int[] T : starts) {
                int own = total(T);
                boolean better = true;
                while (better) {
                    if (isRival(T, own)) return true;
                    better = false;
                    int bestA = 0;
                    int bestB = 0;
                    int best = own;
                    for (int a = 1; a < POINTS; a++) {
                        for (int b = 0; b < a; b++) {
                            exchange(T, a, b);
                            int other = total(T);
                            if (isRival(T, other)) return true;
                            exchange(T, a, b);
                            if (other < best) {
                                best = other;
                                bestA = a;
                                bestB = b;
                            }
                        }
                    }
                    if (best < own) {
                        exchange(T, bestA, bestB);
                        own = best;
                        better = true;
                    }
                }
            }
            return false;
        }

        /**
         * Whether T of the given complexity costs no more than the signed permutations and is none; if so, it is kept.
         */
        private boolean isRival(int[] T, int complexity) {
            if (complexity > budget || Bijection.of(T).isSignedPermutation()) return false;
            rival = Optional.of(Bijection.of(T));
            return true;
        }

        private void exchange(int[] T, int a, int b) {
            int image = T[a];
            T[a] = T[b];
            T[b] = image;
        }

        /**
         * Whether some model with these coordinates, and further ones from the candidates, costs no more than the
         * signed permutations and is none.
         *
         * @param products the products of all subsets of the coordinates chosen
         * @param spent the cost of the coordinates chosen
         * @param latents how many of them are latents
         * @param candidates functions that make the coordinates independent, by rising cost
         * @param least a lower bound on the degree of each type of task
         */
        private boolean extend(int[] products, int spent, int latents, int[] candidates, int[] least) {
            int chosen = Integer.numberOfTrailingZeros(products.length);
            if (chosen == 4) return latents < 4 && isRival(model(products), total(model(products)));
            int open = 4 - chosen;
            for (int c = 0; c < candidates.length; c++) {
                int f = candidates[c];
                // All coordinates to come cost at least as much as this one.
                if (spent + open * cost[f] + tasksAtLeast(least, open) > budget) return false;
                if (--nodes <= 0) return false;
                var more = Arrays.copyOf(products, 2 * products.length);
                for (int S = 0; S < products.length; S++) more[products.length + S] = products[S] ^ f;
                var bound = least.clone();
                for (int g = 0; g < types.length; g++) {
                    if (types[g] == f) {
                        bound[g] = 0;
                        continue;
                    }
                    for (int S = products.length; S < more.length; S++) {
                        int size = 1 + Integer.bitCount(S - products.length);
                        // A task of degree 1 is a coordinate and correlates with no other, nor with a product.
                        if (bound[g] > 0
                                && bound[g] < Math.max(2, size)
                                && Integer.bitCount(types[g] ^ more[S]) != POINTS / 2) bound[g] = Math.max(2, size);
                    }
                }
                if (spent + cost[f] + (open - 1) * cost[f] + tasksAtLeast(bound, open - 1) > budget) continue;
                int from = c + 1;
                var rest = IntStream.range(from, candidates.length)
                        .map(i -> candidates[i])
                        .filter(h -> IntStream.range(products.length, more.length)
                                .allMatch(S -> Integer.bitCount(h ^ more[S]) == POINTS / 2))
                        .toArray();
                boolean isLatent = Arrays.stream(LATENTS).anyMatch(x -> x == f);
                if (extend(more, spent + cost[f], latents + (isLatent ? 1 : 0), rest, bound)) return true;
            }
            return false;
        }

        /**
         * A bound on the degrees of the tasks, where so many coordinates may still become tasks; 0 marks a task that is
         * a coordinate.
         */
        private int tasksAtLeast(int[] least, int open) {
            int sum = 0;
            int first = 0;
            int second = 0;
            int third = 0;
            int fourth = 0;
            for (int g = 0; g < least.length; g++) {
                int n = counts[g];
                if (least[g] != 1) {
                    sum += n * (least[g] == 0 ? 1 : least[g]);
                    continue;
                }
                sum += 2 * n;
                if (n > first) {
                    fourth = third;
                    third = second;
                    second = first;
                    first = n;
                } else if (n > second) {
                    fourth = third;
                    third = second;
                    second = n;
                } else if (n > third) {
                    fourth = third;
                    third = n;
                } else if (n > fourth) fourth = n;
            }
            return sum
                    - (open > 0 ? first : 0)
                    - (open > 1 ? second : 0)
                    - (open > 2 ? third : 0)
                    - (open > 3 ? fourth : 0);
        }

        private int[] model(int[] products) {
            return IntStream.range(0, POINTS)
                    .map(z -> IntStream.range(0, 4)
                            .map(i -> (products[1 << i] >>> z & 1) << i)
                            .sum())
                    .toArray();
        }
    }
}
