package org.cubecheck.transform;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The invertible transforms of B^d that preserve the real polynomials of degree at most k for every k in a set K: the
 * minimisers of the expected degree of tasks whose density drops after the degrees in K. Four groups occur.
 */
public enum Preservers {
    /** Permutations and sign flips, and nothing else: the latents are identified. */
    SIGNED_PERMUTATIONS("signed permutations", "2^d d!", 1),
    /**
     * The automorphisms of the folded (d+1)-cube, d at least 4: the signed permutations and z_i -&gt; z_i z_j for all i
     * other than j.
     */
    FOLDED_CUBE("folded (d+1)-cube", "2^d (d+1)!", 4),
    /** All that keep the product of all latents up to sign, d at least 3. */
    PARITY("full parity kept", "2 ((2^(d-1))!)^2", 3),
    /** All invertible transforms, d at least 2: nothing is identified. */
    ALL("all invertible transforms", "(2^d)!", 2);

    private final String title;
    private final String formula;
    private final int leastDimension;

    Preservers(String title, String formula, int leastDimension) {
        this.title = title;
        this.formula = formula;
        this.leastDimension = leastDimension;
    }

    /** What the group is, in a few words. */
    public String title() {
        return title;
    }

    /** Its order as a formula in d. */
    public String formula() {
        return formula;
    }

    /**
     * Its order. @throws IllegalArgumentException if the group does not occur for d, or the order has too many digits:
     * (2^d)! for d above 12
     */
    public BigInteger order(int d) {
        checkDimension(d);
        return switch (this) {
            case SIGNED_PERMUTATIONS -> factorial(d).shiftLeft(d);
            case FOLDED_CUBE -> factorial(d + 1).shiftLeft(d);
            case PARITY -> factorial(1 << checked(d - 1)).pow(2).shiftLeft(1);
            case ALL -> factorial(1 << checked(d));
        };
    }

    private void checkDimension(int d) {
        if (d < leastDimension)
            throw new IllegalArgumentException(
                    "the group \"" + title + "\" occurs for d at least " + leastDimension + ", not " + d);
    }

    /**
     * Read off the fused distances: an O(d) decision. The distances fused with 1 are none, d alone, all odd ones, or
     * all; where they are d alone and d is at least 4, t and d + 1 - t are fused for every t, so that the group
     * contains that of the folded cube and is contained in it.
     *
     * @return empty if the fusion has another form; no such K is known, and PHASE-DIAGRAM says for which d none exists
     */
    public static Optional<Preservers> of(DistanceFusion fusion) {
        int d = fusion.dimension();
        var withOne = fusion.fusedWith(1);
        if (withOne.isEmpty()) return Optional.of(SIGNED_PERMUTATIONS);
        if (withOne.size() == d - 1) return Optional.of(ALL);
        if (IntStream.rangeClosed(1, d - 2).allMatch(t -> fusion.fuses(t, t + 2)) && !fusion.fuses(1, 2))
            return Optional.of(PARITY);
        boolean folded =
                d >= 4 && withOne.size() == 1 && IntStream.rangeClosed(1, d).allMatch(t -> fusion.fuses(t, d + 1 - t));
        return folded ? Optional.of(FOLDED_CUBE) : Optional.empty();
    }

    /**
     * The same in closed form, by cases of K.
     *
     * @param K drops within 1..d-1
     * @throws IllegalArgumentException if d is less than 1 or an element of K is not within 1..d-1
     */
    public static Preservers of(int d, Collection<Integer> K) {
        DistanceFusion.drops(d, K);
        boolean odd = K.stream().anyMatch(k -> k <= d - 2 && k % 2 == 1);
        boolean even = K.stream().anyMatch(k -> k <= d - 2 && k % 2 == 0);
        boolean last = K.contains(d - 1);
        if (d == 1 || odd || last && d == 2 || even && last && d % 2 == 0) return SIGNED_PERMUTATIONS;
        if (even) return FOLDED_CUBE;
        return last ? PARITY : ALL;
    }

    /**
     * A member that is no signed permutation, with monomials for coordinates; empty for the signed permutations.
     *
     * @throws IllegalArgumentException if the group does not occur for d, or d exceeds 20
     */
    public Optional<Bijection> stranger(int d) {
        checkDimension(d);
        if (this == SIGNED_PERMUTATIONS) return Optional.empty();
        Bijection.checkDimension(d);
        int n = 1 << d;
        if (this == ALL)
            return Optional.of(Bijection.of(
                    IntStream.range(0, n).map(z -> (z & 2) != 0 ? z ^ 1 : z).toArray()));
        // (z1, z1 z2, ..., z1 zd) has the product z1^(d-1) z2 ... zd; for even d, four latents times their product do
        // instead.
        if (this == FOLDED_CUBE || d % 2 == 1) return Optional.of(fold(n));
        return Optional.of(Bijection.of(IntStream.range(0, n)
                .map(z -> Integer.bitCount(z & 15) % 2 == 1 ? z ^ 15 : z)
                .toArray()));
    }

    private static Bijection fold(int n) {
        return Bijection.of(
                IntStream.range(0, n).map(z -> (z & 1) != 0 ? z ^ n - 2 : z).toArray());
    }

    private static int checked(int exponent) {
        if (exponent > 12)
            throw new IllegalArgumentException("the factorial of 2^" + exponent + " has too many digits");
        return exponent;
    }

    private static BigInteger factorial(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }
}
