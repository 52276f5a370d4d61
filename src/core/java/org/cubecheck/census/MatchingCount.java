package org.cubecheck.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Degrees;

/**
 * The census by coordinate degrees. A transform T of B^d pairs up the points whose images differ in the last coordinate
 * only: a perfect matching M of the 2^d points. Given M, T is a choice of one point of each pair (where T_d = -1),
 * 2^(2^(d-1)) ways, and independently a bijection from the pairs to B^(d-1) (the other coordinates), (2^(d-1))! ways.
 * So the law of the degrees given M is a product of two small laws. The second is counted in the same way, by the
 * matchings of the pairs: for d = 4 there are 105 of these, each with 8 choices for T_3 and 3 for {T_1, T_2}, signs and
 * order apart.
 *
 * <p>For d = 4 there are 15!! = 2,027,025 matchings of the points. Permutations of the coordinates change no degree;
 * they reduce the pairs of two of the points, 0 and the last, to the 21 beginnings that make the parts, with 10,395
 * matchings each.
 *
 * @param d the dimension, 1..4
 */
record MatchingCount(int d) {

    MatchingCount {
        if (d < 1 || d > 4) throw new IllegalArgumentException("transforms are counted for dimensions 1..4, not " + d);
    }

    /** One for each beginning of a matching, up to permutations of the coordinates. */
    int parts() {
        return beginnings().size();
    }

    DegreeCensus part(int index) {
        var beginnings = beginnings();
        if (index < 0 || index >= beginnings.size())
            throw new IndexOutOfBoundsException("a part lies within 0.." + (beginnings.size() - 1) + ", not " + index);
        return new Count(d).below(beginnings.get(index));
    }

    /** The first pairs of a matching, and how many beginnings permutations of the coordinates make of it. */
    private record Beginning(List<Integer> pairs, long images) {}

    /**
     * The partner of the point 0 is p = 1...1. The second pair is that of the last point, or of the point 1 where p is
     * the last: points fixed by the permutations that fix p and, in the second case, the coordinate 1; partners are
     * equal up to these if they have as many ones within p (within the coordinate 1) and as many outside.
     */
    private List<Beginning> beginnings() {
        int last = (1 << d) - 1;
        var beginnings = new ArrayList<Beginning>();
        for (int weight = 1; weight <= d; weight++) {
            int p = (1 << weight) - 1;
            int first = 1 | 1 << p;
            long images = Cube.binomial(d, weight);
            if (d == 1) beginnings.add(new Beginning(List.of(first), images));
            int point = p == last ? 1 : last;
            int inside = p == last ? 1 : weight;
            for (int a = 0; a <= inside; a++) {
                for (int b = 0; b <= d - inside; b++) {
                    int partner = (1 << a) - 1 | (1 << b) - 1 << inside;
                    if (partner == 0 || partner == p || partner == point) continue;
                    long partners = Cube.binomial(inside, a) * Cube.binomial(d - inside, b);
                    beginnings.add(new Beginning(List.of(first, 1 << point | 1 << partner), images * partners));
                }
            }
        }
        return beginnings;
    }

    /**
     * The bijections from 2^(d-1) blocks to B^(d-1), d at least 2, up to signs and the order of the coordinates before
     * the last. A coordinate is a bisection of the blocks, as the side without the last block.
     *
     * @param bisections masks of blocks
     * @param last for each matching of the blocks, the bisections that split all its pairs: what the last coordinate
     * may be
     * @param others for each matching, the sets of d-2 bisections that split none and tell its pairs apart: what the
     * others may be
     */
    private record Blocks(int[] bisections, int[][] last, int[][][] others) {

        static Blocks of(int d) {
            int m = 1 << (d - 1);
            int[] bisections = IntStream.range(1, 1 << (m - 1))
                    .filter(set -> 2 * Integer.bitCount(set) == m)
                    .toArray();
            var matchings = new ArrayList<List<Integer>>();
            matchings((1 << m) - 1, List.of(), matchings);
            var last = new int[matchings.size()][];
            var others = new int[matchings.size()][][];
            for (int q = 0; q < last.length; q++) {
                var pairs = matchings.get(q);
                last[q] = which(bisections, set -> pairs.stream().allMatch(pair -> Integer.bitCount(set & pair) == 1));
                int[] whole =
                        which(bisections, set -> pairs.stream().noneMatch(pair -> Integer.bitCount(set & pair) == 1));
                others[q] = switch (d) {
                    case 2 -> new int[][] {{}};
                    case 3 -> new int[][] {whole};
                    default -> new int[][] {{whole[0], whole[1]}, {whole[0], whole[2]}, {whole[1], whole[2]}};
                };
            }
            return new Blocks(bisections, last, others);
        }

        private static void matchings(int free, List<Integer> pairs, List<List<Integer>> found) {
            if (free == 0) {
                found.add(pairs);
                return;
            }
            int least = free & -free;
            for (int rest = free ^ least; rest != 0; rest &= rest - 1) {
                var longer = new ArrayList<>(pairs);
                longer.add(least | rest & -rest);
                matchings(free & ~(least | rest & -rest), longer, found);
            }
        }

        private static int[] which(int[] bisections, IntPredicate condition) {
            return IntStream.range(0, bisections.length)
                    .filter(b -> condition.test(bisections[b]))
                    .toArray();
        }
    }

    /** Four counts of 16 bits in one word, by degree. */
    private static int field(long counts, int degree) {
        return (int) (counts >>> 16 * (degree - 1) & 0xFFFF);
    }

    /** The work on one shard. */
    private static final class Count {
        private final int d;
        private final byte[] codes;
        private final Blocks blocks;
        private final int[] pairs;
        private final int[] choices;
        /** For each bisection of the pairs: the code of its degree, and a one in the field of that degree. */
        private final int[] code;

        private final long[] one;
        /**
         * By the code of T_1, ..., T_(d-2): the number of bijections of the pairs, in the field of the degree of
         * T_(d-1).
         */
        private final long[] bijections = new long[DegreeCode.LIMIT];
        /** By the code of all coordinates. */
        private final long[] counts = new long[DegreeCode.LIMIT];

        Count(int d) {
            this.d = d;
            this.codes = DegreeCode.table(d);
            this.blocks = d == 1 ? new Blocks(new int[0], new int[0][], new int[0][][]) : Blocks.of(d);
            this.pairs = new int[1 << (d - 1)];
            this.choices = new int[1 << (pairs.length - 1)];
            this.code = new int[blocks.bisections.length];
            this.one = new long[blocks.bisections.length];
        }

        /** The matchings with the given beginning. */
        DegreeCensus below(Beginning beginning) {
            int free = (1 << (1 << d)) - 1;
            int count = 0;
            for (int pair : beginning.pairs) {
                pairs[count++] = pair;
                free &= ~pair;
            }
            match(count, free);
            // The signs; the order of T_1 and T_2 where both are there; the images of the beginning.
            long multiplicity = (1L << d) * (d == 4 ? 2 : 1) * beginning.images;
            var census = new TreeMap<CoordinateDegrees, Long>();
            for (int c = 0; c < counts.length; c++) {
                if (counts[c] > 0) census.put(DegreeCode.degrees(d, c), Math.multiplyExact(multiplicity, counts[c]));
            }
            return new DegreeCensus(d, census);
        }

        private void match(int count, int free) {
            if (free == 0) {
                add();
                return;
            }
            int least = free & -free;
            for (int rest = free ^ least; rest != 0; rest &= rest - 1) {
                pairs[count] = least | rest & -rest;
                match(count + 1, free ^ pairs[count]);
            }
        }

        /** The matching is complete. */
        private void add() {
            var lastCoordinate = new int[5];
            chooseFromPairs();
            for (int table : choices) lastCoordinate[Degrees.of(d, table)]++;
            mapPairs();
            for (int c = 0; c < bijections.length; c++) {
                if (bijections[c] == 0) continue;
                for (int before = 1; before <= d; before++) {
                    long ways = field(bijections[c], before);
                    if (ways == 0) continue;
                    int sum = c + (d == 1 ? 0 : DegreeCode.of(before));
                    for (int degree = 1; degree <= d; degree++)
                        counts[sum + DegreeCode.of(degree)] += ways * lastCoordinate[degree];
                }
            }
        }

        /** All tables with one point of each pair, the first of the first. */
        private void chooseFromPairs() {
            choices[0] = 0;
            for (int pair : pairs) choices[0] |= pair & -pair;
            for (int i = 1, size = 1; i < pairs.length; i++, size *= 2) {
                for (int c = 0; c < size; c++) choices[size + c] = choices[c] ^ pairs[i];
            }
        }

        private void mapPairs() {
            Arrays.fill(bijections, 0);
            if (d == 1) bijections[0] = 1;
            for (int b = 0; b < code.length; b++) {
                int table = 0;
                for (int rest = blocks.bisections[b]; rest != 0; rest &= rest - 1)
                    table |= pairs[Integer.numberOfTrailingZeros(rest)];
                code[b] = codes[table];
                one[b] = 1L << 16 * (Degrees.of(d, table) - 1);
            }
            for (int q = 0; q < blocks.last.length; q++) {
                long last = 0;
                for (int b : blocks.last[q]) last += one[b];
                for (int[] others : blocks.others[q]) {
                    int sum = 0;
                    for (int b : others) sum += code[b];
                    bijections[sum] += last;
                }
            }
        }
    }
}
