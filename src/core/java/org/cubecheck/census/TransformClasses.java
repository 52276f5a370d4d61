package org.cubecheck.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/**
 * The classes of invertible transforms of B^d, d within 1..4, under signed permutations on both sides: one
 * representative each, with the size of the class. The representatives are the canonical members of {@link
 * org.cubecheck.transform.Symmetry#canonicalForm}: their coordinate tables (f_1 &lt; ... &lt; f_d), top bit clear, form
 * the least list of the class. For d = 4 there are 142,090,700 classes for 16! transforms; nothing is stored, so they
 * are listed in seconds and can be split among shards.
 *
 * <p><b>Method</b> (orderly generation). Up to the left action, a transform is a set of d tables, top bits clear. In
 * the least set of a class f_1 is the least of its orbit under the right action (5 such tables for d = 3, 57 for d =
 * 4), no other member has a lesser orbit minimum, and f_2 is the least table to which any of the other members can be
 * taken by the stabiliser of f_1. So the pairs (f_1, f_2) that can begin a least set are few (the prefixes, which make
 * the shards), and the other coordinates are taken from the tables that pass the same two conditions. If no other
 * member lies in the orbit of f_1, none in that of f_2 under the stabiliser of f_1, and nothing but the unit fixes
 * both, then the set is least and its class is regular. Else all group elements that take some member to f_1 are tried;
 * those that reproduce the set are its stabiliser.
 */
public final class TransformClasses {

    /** Told of each class. */
    public interface Visitor {

        /**
         * Whether to go on with the classes whose representative begins with the given coordinates; for skipping what
         * is of no interest.
         *
         * @param coordinates coordinate tables; those at 0..count-1 are set. Reused by the caller: neither kept nor
         * changed
         */
        default boolean enter(int[] coordinates, int count) {
            return true;
        }

        /**
         * A class.
         *
         * @param coordinates the coordinate tables of its canonical member. Reused by the caller: neither kept nor
         * changed
         * @param size the number of transforms in the class
         */
        void visit(int[] coordinates, long size);
    }

    /**
     * A table of the least of its orbit, its stabiliser, and for every table the least to which the stabiliser takes
     * it.
     */
    private record Root(int table, int[] stabilizer, char[] low) {}

    private record Prefix(Root root, int second) {}

    private final int d;
    private final int points;
    private final int full;
    private final long regular;
    /** For each group element the images of the low and of the high byte of a table. */
    private final char[][] lowByte;

    private final char[][] highByte;
    /**
     * For each balanced table with the top bit clear: the least of its orbit, and the group elements that take it
     * there.
     */
    private final char[] least;

    private final int[][] carriers;
    private final List<Prefix> prefixes = new ArrayList<>();

    /** The enumeration for dimension d, 1..4. Preparing that for d = 4 takes a fifth of a second, once, and 5 MB. */
    public static TransformClasses of(int d) {
        return switch (d) {
            case 1, 2, 3 -> new TransformClasses(d);
            case 4 -> Four.CLASSES;
            default -> throw new IllegalArgumentException("classes are enumerated for dimensions 1..4, not " + d);
        };
    }

    /** Immutable and made on first use, because every shard needs it. */
    private static final class Four {
        static final TransformClasses CLASSES = new TransformClasses(4);
    }

    private TransformClasses(int d) {
        this.d = d;
        this.points = 1 << d;
        this.full = (1 << points) - 1;
        int group = (int) SignedPermutation.count(d);
        this.regular = (long) group * group;
        this.lowByte = new char[group][256];
        this.highByte = new char[group][256];
        for (int g = 0; g < group; g++) {
            var moves = SignedPermutation.ofRank(d, g);
            for (int table = 1; table < 256; table++) {
                int low = Integer.numberOfTrailingZeros(table);
                lowByte[g][table] = (char) (lowByte[g][table & table - 1] | (low < points ? 1 << moves.at(low) : 0));
                highByte[g][table] =
                        (char) (highByte[g][table & table - 1] | (low + 8 < points ? 1 << moves.at(low + 8) : 0));
            }
        }
        this.least = new char[1 << points - 1];
        this.carriers = new int[1 << points - 1][];
        var roots = new ArrayList<Root>();
        // By rising number, so a balanced table that no earlier one was taken to is the least of its orbit.
        for (int table = 0; table < least.length; table++) {
            if (2 * Integer.bitCount(table) != points) continue;
            if (least[table] == 0) {
                for (int g = 0; g < group; g++) least[image(g, table)] = (char) table;
            }
            int goal = least[table];
            int member = table;
            carriers[table] = IntStream.range(0, group)
                    .filter(g -> image(g, member) == goal)
                    .toArray();
            if (goal == table) roots.add(new Root(table, carriers[table], new char[least.length]));
        }
        for (var root : roots) {
            for (int table = 0; table < least.length; table++) {
                if (least[table] < root.table) continue;
                int low = table;
                for (int g : root.stabilizer) low = Math.min(low, image(g, table));
                root.low[table] = (char) low;
            }
            if (d == 1) prefixes.add(new Prefix(root, 0));
            for (int second = 0; second < least.length; second++) {
                if (root.low[second] == second && 4 * Integer.bitCount(second & root.table) == points)
                    prefixes.add(new Prefix(root, second));
            }
        }
    }

    /** The number of prefixes: the classes are split by the beginning of their representatives. */
    public int prefixes() {
        return prefixes.size();
    }

    /** Every class. */
    public void forEach(Visitor visitor) {
        for (int prefix = 0; prefix < prefixes.size(); prefix++) forEach(prefix, visitor);
    }

    /** The classes of one prefix. @throws IndexOutOfBoundsException if it is not within 0..prefixes()-1 */
    public void forEach(int prefix, Visitor visitor) {
        if (prefix < 0 || prefix >= prefixes())
            throw new IndexOutOfBoundsException("a prefix lies within 0.." + (prefixes() - 1) + ", not " + prefix);
        new Walk(prefixes.get(prefix), visitor).begin();
    }

    /** The transform with the given coordinate tables. */
    public static Bijection transform(int[] coordinates) {
        int d = coordinates.length;
        return Bijection.ofCoordinates(Arrays.stream(coordinates)
                .mapToObj(table -> BooleanFunction.ofTable(d, table))
                .toList());
    }

    /** The table of f(g^-1 x), or its complement: top bit clear. */
    private int image(int g, int table) {
        int image = lowByte[g][table & 255] | highByte[g][table >>> 8];
        return image >>> (points - 1) == 0 ? image : ~image & full;
    }

    /** The search below one prefix. */
    private final class Walk {
        private final Root root;
        private final Visitor visitor;
        private final int second;
        private final boolean trivial;
        private final char[] low;
        private final int[] h = new int[d];
        private final int[] others = new int[d - 1];
        private final int[] last = new int[1 << points / 2 - 1];

        Walk(Prefix prefix, Visitor visitor) {
            this.root = prefix.root;
            this.low = root.low;
            this.second = prefix.second;
            this.visitor = visitor;
            this.trivial = Arrays.stream(root.stabilizer)
                            .filter(g -> d == 1 || image(g, prefix.second) == prefix.second)
                            .count()
                    == 1;
        }

        void begin() {
            h[0] = root.table;
            if (d == 1) {
                leaf();
                return;
            }
            h[1] = second;
            if (!visitor.enter(h, 1) || !visitor.enter(h, 2)) return;
            int a = root.table;
            int b = second;
            descend(2, new int[] {a & b, a & ~b, ~a & b & full, ~a & ~b & full});
        }

        /**
         * The coordinates 0..k-1 are set; they cut the points into the given cells, the last of which holds the last
         * point.
         */
        private void descend(int k, int[] cells) {
            if (k == d) leaf();
            else if (k == d - 1) finish(cells);
            else split(k, cells, 0, 0);
        }

        /** Chooses half of each cell from the given one on. */
        private void split(int k, int[] cells, int at, int table) {
            if (at == cells.length) {
                if (table <= h[k - 1] || low[table] < second) return;
                h[k] = table;
                if (!visitor.enter(h, k + 1)) return;
                var finer = new int[2 * cells.length];
                for (int c = 0; c < cells.length; c++) {
                    finer[2 * c] = cells[c] & table;
                    finer[2 * c + 1] = cells[c] & ~table;
                }
                descend(k + 1, finer);
                return;
            }
            int cell = cells[at];
            int half = Integer.bitCount(cell) / 2;
            for (int part = cell & -cell; part != 0; part = (part - cell) & cell) {
                if (Integer.bitCount(part) == half && part >>> (points - 1) == 0) split(k, cells, at + 1, table | part);
            }
        }

        /** The cells are pairs: the last coordinate takes one point of each, never the last point. */
        private void finish(int[] pairs) {
            int count = 1;
            last[0] = 0;
            for (int pair : pairs) {
                int one = pair & -pair;
                int other = pair ^ one;
                boolean both = other >>> (points - 1) == 0;
                for (int i = 0; i < count; i++) {
                    int table = last[i];
                    last[i] = table | one;
                    if (both) last[count + i] = table | other;
                }
                count = both ? 2 * count : count;
            }
            int floor = h[d - 2];
            boolean tie = !trivial || least[second] == root.table;
            for (int k = 2; k < d - 1; k++) tie |= least[h[k]] == root.table || low[h[k]] == second;
            for (int i = 0; i < count; i++) {
                int table = last[i];
                if (table <= floor || low[table] < second) continue;
                h[d - 1] = table;
                if (tie || least[table] == root.table || low[table] == second) leaf();
                else visitor.visit(h, regular);
            }
        }

        /** All are set: whether no group element makes the set less, and how many reproduce it. */
        private void leaf() {
            int stabilizer = 0;
            for (int i = 0; i < d; i++) {
                if (least[h[i]] != root.table) continue;
                for (int g : carriers[h[i]]) {
                    int order = compareOthers(g, i);
                    if (order < 0) return;
                    if (order == 0) stabilizer++;
                }
            }
            visitor.visit(h, regular / stabilizer);
        }

        /** The images of all members but the i-th, sorted, against the members from the second on. */
        private int compareOthers(int g, int i) {
            int count = 0;
            for (int j = 0; j < d; j++) {
                if (j == i) continue;
                int image = image(g, h[j]);
                int at = count++;
                for (; at > 0 && others[at - 1] > image; at--) others[at] = others[at - 1];
                others[at] = image;
            }
            for (int j = 0; j < d - 1; j++) {
                if (others[j] != h[j + 1]) return others[j] < h[j + 1] ? -1 : 1;
            }
            return 0;
        }
    }
}
