package org.cubecheck.census;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.transform.SignedPermutation;

/**
 * The classes of Boolean functions of n variables, n within 1..5, under signed permutations of the variables and the
 * sign of the function (NPN equivalence): one representative each, with the size of the class. There are 2, 4, 14, 222
 * and 616,126 of them (OEIS A000370) for 4, 16, 256, 65,536 and 2^32 functions; nothing is stored, so those of five
 * variables are listed in a second, and can be split among shards.
 *
 * <p><b>Method.</b> Fixing one variable of f to one sign leaves one of 2n functions of n - 1 variables, the cofactors;
 * there f falls into the <i>part</i> of the least class among those of its cofactors, the classes of n - 1 variables
 * being numbered by their least table. A group element consists of a choice of one cofactor, which it takes to the
 * first half of the table, and of an element of the group of n - 1 variables and the sign, which then acts on both
 * halves. So, with g the representative of the part's class, the members of the class of f that have the first half g
 * come from the cofactors that lie in the class of g and the elements that take them to g. The representative is the
 * one whose second half h is least, and the size of the class is 2^(n+1) n! divided by the number of ways in which (g,
 * h) comes from itself. Running over all 2^(2^(n-1)) halves h for each g meets every class once.
 */
public final class FunctionClasses {

    /** The most variables whose classes are listed. */
    public static final int MAX_VARIABLES = 5;

    /** Told of each class. */
    @FunctionalInterface
    public interface Visitor {
        /** A class: its representative, and how many functions it has. */
        void visit(BooleanFunction representative, long size);
    }

    private final int n;
    /** The number of variables of a half, of its points, and its table of ones. */
    private final int m;

    private final int points;
    private final int full;
    /**
     * For each signed permutation of the variables of a half, the images of the low and of the high byte of a table.
     */
    private final char[][] lowByte;

    private final char[][] highByte;
    /**
     * The representative of each class of halves, by rising table, and for each table its class and what takes it to
     * the representative.
     */
    private final int[] representatives;

    private final short[] classOf;
    private final short[][] carriers;
    /** By variable i and sign b at 2 i + b, for each half: its cofactor at x_i = +1 or -1. */
    private final byte[][] cofactors;

    /**
     * The classes of functions of n variables, n within 1..5. Preparing those of five takes half a second and 5 MB,
     * once.
     */
    public static FunctionClasses of(int n) {
        return switch (n) {
            case 1, 2, 3, 4 -> new FunctionClasses(n);
            case 5 -> Five.CLASSES;
            default ->
                throw new IllegalArgumentException(
                        "classes of functions are listed for 1.." + MAX_VARIABLES + " variables, not " + n);
        };
    }

    /** Immutable and made on first use, because every shard needs it. */
    private static final class Five {
        static final FunctionClasses CLASSES = new FunctionClasses(5);
    }

    private FunctionClasses(int n) {
        this.n = n;
        this.m = n - 1;
        this.points = 1 << m;
        this.full = (1 << points) - 1;
        int group = (int) SignedPermutation.count(m);
        this.lowByte = new char[group][256];
        this.highByte = new char[group][256];
        for (int s = 0; s < group; s++) {
            var moves = SignedPermutation.ofRank(m, s);
            for (int table = 1; table < 256; table++) {
                int low = Integer.numberOfTrailingZeros(table);
                lowByte[s][table] = (char) (lowByte[s][table & table - 1] | (low < points ? 1 << moves.at(low) : 0));
                highByte[s][table] =
                        (char) (highByte[s][table & table - 1] | (low + 8 < points ? 1 << moves.at(low + 8) : 0));
            }
        }
        this.classOf = new short[full + 1];
        this.carriers = new short[full + 1][];
        Arrays.fill(classOf, (short) -1);
        var found = new ArrayList<Integer>();
        for (int table = 0; table <= full; table++) {
            // By rising table, so one that no earlier one was taken to is the least of its class.
            if (classOf[table] < 0) {
                for (int k = 0; k < 2 * group; k++) classOf[image(k, table)] = (short) found.size();
                found.add(table);
            }
            int member = table;
            int goal = found.get(classOf[table]);
            carriers[table] = shorts(IntStream.range(0, 2 * group)
                    .filter(k -> image(k, member) == goal)
                    .toArray());
        }
        this.representatives = found.stream().mapToInt(table -> table).toArray();
        this.cofactors = new byte[2 * m][full + 1];
        for (int i = 0; i < m; i++) {
            for (int b = 0; b < 2; b++) {
                for (int table = 0; table <= full; table++) cofactors[2 * i + b][table] = cofactor(table, i, b);
            }
        }
    }

    private static short[] shorts(int[] values) {
        var shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) shorts[i] = (short) values[i];
        return shorts;
    }

    private byte cofactor(int table, int i, int b) {
        int part = 0;
        for (int x = 0, at = 0; x < points; x++) {
            if ((x >>> i & 1) == b) part |= (table >>> x & 1) << at++;
        }
        return (byte) part;
    }

    /** The table of a half after the signed permutation k / 2, the sign changed if k is odd. */
    private int image(int k, int table) {
        int image = lowByte[k >>> 1][table & 255] | highByte[k >>> 1][table >>> 8];
        return (k & 1) == 0 ? image : image ^ full;
    }

    /** The number of parts into which the classes fall: that of the classes of n - 1 variables. */
    public int parts() {
        return representatives.length;
    }

    /** The same for n variables, without preparing anything. */
    static int parts(int n) {
        return n == 1 ? 1 : count(n - 1).intValueExact();
    }

    /** Every class. */
    public void forEach(Visitor visitor) {
        for (int part = 0; part < parts(); part++) forEach(part, visitor);
    }

    /** The classes of one part. @throws IndexOutOfBoundsException if it is not within 0..parts()-1 */
    public void forEach(int part, Visitor visitor) {
        if (part < 0 || part >= parts())
            throw new IndexOutOfBoundsException("a part lies within 0.." + (parts() - 1) + ", not " + part);
        var walk = new Walk(part);
        for (int h = 0; h <= full; h++) {
            int ways = walk.ways(h);
            if (ways > 0) visitor.visit(BooleanFunction.ofTable(n, (long) h << points | walk.g), order(n) / ways);
        }
    }

    /** The order 2^(n+1) n! of the group. */
    private static long order(int n) {
        return 2 * SignedPermutation.count(n);
    }

    /**
     * The number of classes by Burnside's lemma: the mean, over the group, of the number of functions that an element
     * leaves as they are. With c cycles on the points it leaves 2^c; if it changes the sign of the function too, as
     * many if every cycle is even, else none. A second for n = 7, a minute for 8.
     *
     * @param n the number of variables, 1..8
     */
    public static BigInteger count(int n) {
        if (n < 1 || n > 8) throw new IllegalArgumentException("classes are counted for 1..8 variables, not " + n);
        var fixed = BigInteger.ZERO;
        for (long rank = 0; rank < SignedPermutation.count(n); rank++) {
            var lengths = SignedPermutation.ofRank(n, rank).cycles();
            var left = BigInteger.ONE.shiftLeft(lengths.size());
            fixed = fixed.add(lengths.stream().allMatch(length -> length % 2 == 0) ? left.shiftLeft(1) : left);
        }
        return fixed.divide(BigInteger.valueOf(order(n)));
    }

    /** The functions (g, h) of one part. */
    private final class Walk {
        private final int part;
        final int g;
        private int ways;

        Walk(int part) {
            this.part = part;
            this.g = representatives[part];
        }

        /** In how many ways (g, h) comes from itself if it is the representative of its class, else 0. */
        int ways(int h) {
            if (classOf[h] < part) return 0;
            for (int c = 0; c < 2 * m; c++) {
                if (classOf[halves(c, h)] < part) return 0;
            }
            ways = 0;
            if (!isLeast(g, h, h) || !isLeast(h, g, h)) return 0;
            for (int c = 0; c < 2 * m; c++) {
                if (!isLeast(halves(c, h), halves(c ^ 1, h), h)) return 0;
            }
            return ways;
        }

        /** The cofactor of (g, h) with the number c; its last variable is that of (g, h). */
        private int halves(int c, int h) {
            return cofactors[c][g] & 255 | (cofactors[c][h] & 255) << points / 2;
        }

        /**
         * Whether no element that takes the first half to g takes the second to less than h; those that take it to h
         * are counted.
         */
        private boolean isLeast(int first, int second, int h) {
            if (classOf[first] != part) return true;
            for (short k : carriers[first]) {
                int image = image(k, second);
                if (image < h) return false;
                if (image == h) ways++;
            }
            return true;
        }
    }
}
