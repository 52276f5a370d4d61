package org.cubecheck.cube;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A function f: B^n -&gt; {-1,+1}, n at most 30, as a bit-packed table: bit x is set if and only if f(x) = -1.
 * Immutable. The table takes 2^n / 8 bytes, 128 MB for n = 30, where a pass over it takes some 10 ms and {@link
 * #of(int, IntPredicate)} about a second.
 *
 * <p>Conventions are those of {@linkplain org.cubecheck.cube the package}.
 */
public final class BooleanFunction {

    private final int n;
    private final long[] words;

    private BooleanFunction(int n, long[] words) {
        this.n = n;
        this.words = words;
    }

    /** The function that is -1 exactly where the predicate is true. */
    public static BooleanFunction of(int n, IntPredicate minus) {
        int points = Cube.points(n);
        var words = new long[words(n)];
        for (int x = 0; x < points; x++) {
            if (minus.test(x)) words[x >>> 6] |= 1L << x;
        }
        return new BooleanFunction(n, words);
    }

    /**
     * The function of n variables, n at most 6, whose table is the low 2^n bits of a word.
     *
     * @throws IllegalArgumentException if n is not within 0..6 or a higher bit is set
     */
    public static BooleanFunction ofTable(int n, long table) {
        if (n < 0 || n > 6) throw new IllegalArgumentException("a one-word table has 0..6 variables, not " + n);
        if (n < 6 && table >>> (1 << n) != 0)
            throw new IllegalArgumentException(
                    "a table of " + n + " variables has " + (1 << n) + " bits: 0x" + Long.toHexString(table));
        return new BooleanFunction(n, new long[] {table});
    }

    /**
     * The function whose table is given in words of 64 bits, the point x in bit x mod 64 of word x / 64.
     *
     * @throws IllegalArgumentException if the number of words is not that of n variables or a bit past the table is set
     */
    public static BooleanFunction ofWords(int n, long[] table) {
        if (table.length != words(n))
            throw new IllegalArgumentException(
                    "a table of " + n + " variables has " + words(n) + " words, not " + table.length);
        return n <= 6 ? ofTable(n, table[0]) : new BooleanFunction(n, table.clone());
    }

    /**
     * The function with the given values.
     *
     * @throws IllegalArgumentException if the length is no power of two or a value is neither -1 nor +1
     */
    public static BooleanFunction ofValues(int... values) {
        int n = Cube.variables(values.length);
        for (int value : values) {
            if (value != 1 && value != -1)
                throw new IllegalArgumentException("a Boolean value is -1 or +1, not " + value);
        }
        return of(n, x -> values[x] < 0);
    }

    /**
     * The function whose table is given in hexadecimal digits, as {@link #toHex} writes it: the point 0 in the lowest
     * bit, the last digit. The number of variables follows from that of the digits; one digit is a function of two
     * variables. {@code e8} is the majority of three. A leading {@code 0x} is allowed.
     *
     * @throws IllegalArgumentException if the number of digits is no power of two or a character is no hexadecimal
     * digit
     */
    public static BooleanFunction parseHex(String text) {
        return TruthTables.parseHex(text);
    }

    /**
     * The function of n variables whose table is given in hexadecimal digits, as {@link #toHex} writes it: 2^n / 4 of
     * them, or one.
     *
     * @throws IllegalArgumentException if the number of digits is another, a character is no hexadecimal digit, or a
     * bit past the table is set
     */
    public static BooleanFunction parseHex(int n, String text) {
        return TruthTables.parseHex(n, text);
    }

    /**
     * The function whose table is given bit by bit: character k is the value at the point k, {@code 0} for +1 and
     * {@code 1} for -1, so the table reads from the point 0 on, as an array does and unlike the hexadecimal number.
     * {@code 00010111} is the majority of three.
     *
     * @throws IllegalArgumentException if the length is no power of two or a character is neither 0 nor 1
     */
    public static BooleanFunction parseBits(String text) {
        return TruthTables.parseBits(text);
    }

    /** The constant function -1 or +1. */
    public static BooleanFunction constant(int n, int sign) {
        checkSign(sign);
        return of(n, x -> sign < 0);
    }

    /** The coordinate function x_i. @throws IndexOutOfBoundsException if i is not within 0..n-1 */
    public static BooleanFunction coordinate(int n, int i) {
        checkCoordinate(Cube.checked(n), i);
        return of(n, x -> (x >>> i & 1) != 0);
    }

    /** The parity chi_S. */
    public static BooleanFunction parity(int n, int S) {
        if (S < 0 || S >= Cube.points(n)) throw new IllegalArgumentException("no set of " + n + " variables: " + S);
        return of(n, x -> Cube.character(S, x) < 0);
    }

    /**
     * The parity of all n variables, x_1 x_2 ... x_n: -1 exactly where an odd number of them are -1. O'Donnell, chapter
     * 1.
     *
     * @throws IllegalArgumentException if n is not within 0..30
     */
    public static BooleanFunction parity(int n) {
        return parity(n, Cube.points(n) - 1);
    }

    /**
     * The dictator x_i, i within 0..n-1: {@link #coordinate} under its name in the theory of social choice. O'Donnell,
     * chapter 2.
     *
     * @throws IllegalArgumentException if n is not within 1..30
     * @throws IndexOutOfBoundsException if i is not within 0..n-1
     */
    public static BooleanFunction dictator(int n, int i) {
        checkSome("a dictator", n);
        return coordinate(n, i);
    }

    /**
     * The majority Maj_n(x) = sgn(x_1 + ... + x_n) of an odd number of variables: -1 exactly where more than half of
     * them are. O'Donnell, chapter 2.
     *
     * @throws IllegalArgumentException if n is even or not within 1..29
     */
    public static BooleanFunction majority(int n) {
        if (Cube.checked(n) % 2 == 0)
            throw new IllegalArgumentException("a majority is of an odd number of variables, not " + n);
        return of(n, x -> Integer.bitCount(x) > n / 2);
    }

    /**
     * The conjunction, -1 standing for true: -1 exactly where every variable is -1, which is the maximum of the
     * variables. O'Donnell, chapter 2.
     *
     * @throws IllegalArgumentException if n is not within 1..30
     */
    public static BooleanFunction and(int n) {
        checkSome("a conjunction", n);
        return of(n, x -> x == Cube.points(n) - 1);
    }

    /**
     * The disjunction, -1 standing for true: -1 exactly where some variable is -1, which is the minimum of the
     * variables. O'Donnell, chapter 2.
     *
     * @throws IllegalArgumentException if n is not within 1..30
     */
    public static BooleanFunction or(int n) {
        checkSome("a disjunction", n);
        return of(n, x -> x != 0);
    }

    /**
     * The linear threshold function sgn(w_1 x_1 + ... + w_n x_n - theta), with sgn(0) = +1: -1 exactly where the
     * weighted sum of the signs x_i, not of bits, is below theta. So {@code majority(3)} is {@code threshold(new long[]
     * {1, 1, 1}, 0)}. O'Donnell, chapters 2 and 5.
     *
     * @param weights the weights w_1, ..., w_n; their number is that of the variables
     * @throws IllegalArgumentException if there are more than 30 weights, or their absolute values add up to more than
     * 64 bits hold
     */
    public static BooleanFunction threshold(long[] weights, long theta) {
        int n = Cube.checked(weights.length);
        long room = Long.MAX_VALUE;
        for (long weight : weights) {
            if (weight == Long.MIN_VALUE || Math.abs(weight) > room)
                throw new IllegalArgumentException("the absolute values of weights add up to at most 2^63 - 1");
            room -= Math.abs(weight);
        }
        return of(n, x -> {
            long sum = 0;
            for (int i = 0; i < n; i++) sum += (x >>> i & 1) != 0 ? -weights[i] : weights[i];
            return sum < theta;
        });
    }

    /**
     * The function Tribes of width w and size s: the disjunction of s conjunctions of w variables each, -1 standing for
     * true. It is -1 exactly where all of some tribe are -1; tribe t, from 0 on, is the variables t w, ..., t w + w -
     * 1. O'Donnell, chapters 2 and 4.
     *
     * @param width  the number w of variables of a tribe
     * @param tribes the number s of tribes
     * @throws IllegalArgumentException if either is below 1, or there are more than 30 variables in all
     */
    public static BooleanFunction tribes(int width, int tribes) {
        if (width < 1 || tribes < 1 || (long) width * tribes > Cube.MAX_VARIABLES)
            throw new IllegalArgumentException(
                    "tribes have 1.." + Cube.MAX_VARIABLES + " variables in all, not " + tribes + " times " + width);
        int tribe = Cube.points(width) - 1;
        return of(width * tribes, x -> {
            for (int t = 0; t < tribes; t++) {
                if ((x >>> t * width & tribe) == tribe) return true;
            }
            return false;
        });
    }

    /**
     * The address function of k + 2^k variables: the first k name one of the 2^k others, and the value is that one's.
     * An address variable i that is -1 counts 2^i, so where all of them are +1 the value is that of variable k, and
     * where all are -1 that of the last. Its degree is k + 1. O'Donnell, chapter 3; for k = 1 the selection function of
     * chapter 1.
     *
     * @throws IllegalArgumentException if k is not within 1..4
     */
    public static BooleanFunction address(int k) {
        if (k < 1 || k > 4) throw new IllegalArgumentException("an address has 1..4 variables, not " + k);
        int addresses = (1 << k) - 1;
        return of(k + (1 << k), x -> (x >>> k + (x & addresses) & 1) != 0);
    }

    /**
     * The inner product mod 2 of 2k variables: the product over i of the conjunctions of variable i and variable k + i,
     * -1 standing for true and for the bit 1. It is -1 exactly where an odd number of these pairs are both -1. A bent
     * function: all its coefficients are 2^-k or -2^-k. O'Donnell, chapters 1 and 6.
     *
     * @throws IllegalArgumentException if k is not within 1..15
     */
    public static BooleanFunction innerProduct(int k) {
        if (k < 1 || k > Cube.MAX_VARIABLES / 2)
            throw new IllegalArgumentException(
                    "an inner product is of vectors of 1.." + Cube.MAX_VARIABLES / 2 + " variables, not " + k);
        // x >>> k has no bit above k, so no pair beyond the first k is counted
        return of(2 * k, x -> (Integer.bitCount(x & x >>> k) & 1) != 0);
    }

    /** The number n of variables. */
    public int variables() {
        return n;
    }

    /** The value f(x), -1 or +1. @throws IndexOutOfBoundsException if x is no point of B^n */
    public int at(int x) {
        return isMinus(x) ? -1 : 1;
    }

    /** Whether f(x) = -1. @throws IndexOutOfBoundsException if x is no point of B^n */
    public boolean isMinus(int x) {
        Cube.checkedMask(n, x);
        return (words[x >>> 6] >>> x & 1) != 0;
    }

    /** The table as one word, for n at most 6: bit x is set if and only if f(x) = -1. */
    public long table() {
        if (n > 6) throw new IllegalStateException("the table of " + n + " variables does not fit into one word");
        return words[0];
    }

    /** The table in words of 64 bits; a copy. */
    public long[] words() {
        return words.clone();
    }

    /** The number of points at which f is -1. */
    public long weight() {
        long count = 0;
        for (long word : words) count += Long.bitCount(word);
        return count;
    }

    /** Whether f is -1 on exactly half of the cube. */
    public boolean isBalanced() {
        return 2 * weight() == Cube.points(n);
    }

    /** -f. */
    public BooleanFunction negate() {
        var table = new long[words.length];
        for (int w = 0; w < table.length; w++) table[w] = ~words[w] & mask(n);
        return new BooleanFunction(n, table);
    }

    /** The pointwise product f g. */
    public BooleanFunction times(BooleanFunction g) {
        if (g.n != n) throw new IllegalArgumentException("functions of " + n + " and of " + g.n + " variables");
        var table = new long[words.length];
        for (int w = 0; w < table.length; w++) table[w] = words[w] ^ g.words[w];
        return new BooleanFunction(n, table);
    }

    /**
     * The composition x -&gt; f(g_1(x), ..., g_n(x)).
     *
     * @param inner n functions of the same number of variables
     */
    public BooleanFunction of(List<BooleanFunction> inner) {
        int m = commonVariables(n, inner);
        return of(m, x -> isMinus(point(inner, x)));
    }

    /** The point of which the inner functions at x are the coordinates. */
    static int point(List<BooleanFunction> inner, int x) {
        int y = 0;
        for (int i = 0; i < inner.size(); i++) y |= inner.get(i).isMinus(x) ? 1 << i : 0;
        return y;
    }

    /** The number of variables of n inner functions. */
    static int commonVariables(int n, List<BooleanFunction> inner) {
        if (inner.size() != n)
            throw new IllegalArgumentException(
                    "a function of " + n + " variables takes " + n + ", not " + inner.size());
        if (n == 0) throw new IndexOutOfBoundsException("a function of no variables has nothing to be composed with");
        int m = inner.get(0).n;
        if (inner.stream().anyMatch(g -> g.n != m))
            throw new IllegalArgumentException("inner functions of different numbers of variables");
        return m;
    }

    /**
     * The restriction: x_i fixed to a sign; the variables above i move down by one.
     *
     * @param sign -1 or +1
     * @throws IndexOutOfBoundsException if i is not within 0..n-1
     */
    public BooleanFunction restrict(int i, int sign) {
        checkCoordinate(n, i);
        checkSign(sign);
        return of(n - 1, x -> isMinus(Cube.insert(x, i, sign)));
    }

    /** The values as integers. */
    public RealFunction toReal() {
        var values = new long[Cube.points(n)];
        for (int x = 0; x < values.length; x++) values[x] = at(x);
        return RealFunction.owning(values, 1);
    }

    /** The exact Fourier expansion. Cost n 2^n; 16 bytes a point at its peak, 8 of them kept. */
    public Spectrum spectrum() {
        return toReal().spectrum();
    }

    /**
     * The real degree: max{|S| : f^(S) != 0}. A look-up for n at most 4. Above, degrees n and n - 1, which nearly every
     * function has, cost n 2^n / 64 and no memory; others n 2^n and 4 bytes a point, but 256 MB at most (then, from n =
     * 27 on, 2^(n-26) times as long).
     */
    public int degree() {
        return Degrees.of(n, words);
    }

    /**
     * The degree over GF(2) of the 0/1 table: the largest monomial of its algebraic normal form. Not the real degree.
     * Cost n 2^n / 64.
     */
    public int gf2Degree() {
        return Degrees.gf2(n, words);
    }

    /**
     * The number of points x at which flipping x_i changes f; 2^n times the influence of x_i. Even. Cost 2^n / 64.
     *
     * @throws IndexOutOfBoundsException if i is not within 0..n-1
     */
    public long boundary(int i) {
        checkCoordinate(n, i);
        return Complexity.boundary(n, words, i);
    }

    /** The variables on which f depends, as a mask. Cost n 2^n / 64. */
    public int relevantVariables() {
        int relevant = 0;
        for (int i = 0; i < n; i++) relevant |= boundary(i) > 0 ? 1 << i : 0;
        return relevant;
    }

    /**
     * The sensitivity at x: the number of variables whose flipping changes f(x). @throws IndexOutOfBoundsException if x
     * is no point of B^n
     */
    public int sensitivity(int x) {
        boolean here = isMinus(x);
        int count = 0;
        for (int i = 0; i < n; i++) count += here != isMinus(x ^ 1 << i) ? 1 : 0;
        return count;
    }

    /** The sensitivity s(f): the largest over all points. Cost n 2^n / 64. */
    public int sensitivity() {
        return Complexity.sensitivity(n, words);
    }

    /**
     * The block sensitivity at x: the largest number of disjoint sets of variables such that flipping any one of them
     * changes f(x). Cost 3^n.
     *
     * @throws IndexOutOfBoundsException if x is no point of B^n
     * @throws IllegalArgumentException if n exceeds 12
     */
    public int blockSensitivity(int x) {
        return Complexity.blockSensitivity(this, x);
    }

    /**
     * The block sensitivity bs(f): the largest over all points. Cost 6^n. @throws IllegalArgumentException if n exceeds
     * 12
     */
    public int blockSensitivity() {
        return IntStream.range(0, 1 << n).map(this::blockSensitivity).max().getAsInt();
    }

    /**
     * The certificate complexity at x: the least number of coordinates of x which, held fixed, hold f fixed. Cost n
     * 2^n.
     *
     * @throws IndexOutOfBoundsException if x is no point of B^n
     * @throws IllegalArgumentException if n exceeds 12
     */
    public int certificateComplexity(int x) {
        return Complexity.certificate(this, x);
    }

    /**
     * The certificate complexity C(f): the largest over all points. Cost n 4^n. @throws IllegalArgumentException if n
     * exceeds 12
     */
    public int certificateComplexity() {
        return IntStream.range(0, 1 << n).map(this::certificateComplexity).max().getAsInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BooleanFunction f && f.n == n && Arrays.equals(f.words, words);
    }

    @Override
    public int hashCode() {
        return 31 * n + Arrays.hashCode(words);
    }

    /**
     * The table as hexadecimal digits, the point 0 in the lowest bit: {@code e8} is the majority of three.
     *
     * @see #parseHex(int, String)
     */
    public String toHex() {
        return TruthTables.toHex(n, words);
    }

    /** {@code n:hex} for up to ten variables, else the number of variables only. */
    @Override
    public String toString() {
        return n <= 10 ? n + ":" + toHex() : "Boolean function of " + n + " variables";
    }

    static void checkCoordinate(int n, int i) {
        if (n == 0) throw new IndexOutOfBoundsException("a function of no variables has no coordinate " + i);
        if (i < 0 || i >= n)
            throw new IndexOutOfBoundsException("a coordinate lies within 0.." + (n - 1) + ", not " + i);
    }

    private static void checkSome(String what, int n) {
        if (n < 1 || n > Cube.MAX_VARIABLES)
            throw new IllegalArgumentException(what + " is of 1.." + Cube.MAX_VARIABLES + " variables, not " + n);
    }

    static void checkSign(int sign) {
        if (sign != 1 && sign != -1) throw new IllegalArgumentException("a sign is -1 or +1, not " + sign);
    }

    static int words(int n) {
        return Cube.checked(n) <= 6 ? 1 : 1 << (n - 6);
    }

    static long mask(int n) {
        return n >= 6 ? -1L : (1L << (1 << n)) - 1;
    }
}
