package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.transform.Bijection;

/**
 * Section 2, first part: a map of the cube is invertible exactly when every product of its coordinates is balanced
 * (BALANCED-PRODUCTS).
 */
final class BalancedProducts {

    private BalancedProducts() {}

    static List<Claim<?>> claims() {
        return List.of(BALANCED_PRODUCTS);
    }

    /** A map B^d -> B^d, invertible or not: the images of 0, 1, ..., 2^d - 1. */
    record SelfMap(int d, int[] image) {

        /** The map of the given rank in lexicographic order of (F(0), F(1), ...). */
        static SelfMap ofRank(int d, long rank) {
            var image = new int[1 << d];
            for (int z = image.length - 1; z >= 0; z--, rank >>>= d) image[z] = (int) (rank & (image.length - 1));
            return new SelfMap(d, image);
        }

        boolean isInvertible() {
            long[] seen = new long[(image.length + 63) >>> 6];
            for (int y : image) seen[y >>> 6] |= 1L << y;
            return Arrays.stream(seen).map(Long::bitCount).sum() == image.length;
        }

        /** Whether the product of the coordinates in S is -1 on exactly half of the cube. */
        boolean isBalanced(int S) {
            int minus = 0;
            for (int y : image) minus += Integer.bitCount(y & S) & 1;
            return 2 * minus == image.length;
        }

        BooleanFunction coordinate(int i) {
            return BooleanFunction.of(d, z -> (image[z] >>> i & 1) != 0);
        }

        List<Integer> list() {
            return Notation.list(image);
        }

        String text() {
            return "F = " + Arrays.toString(image) + " with coordinates "
                    + IntStream.range(0, d)
                            .mapToObj(i -> coordinate(i).spectrum().toPolynomial())
                            .toList();
        }
    }

    static Domain<SelfMap> maps(int d) {
        return Domain.all("maps from B^" + d + " to itself", d, 1L << (d << d), rank -> SelfMap.ofRank(d, rank));
    }

    /**
     * Two coordinates of three left as they are: for d = 2 all products but one are the coordinates, so the third
     * dimension is the first to tell.
     */
    private static Domain<SelfMap> completed() {
        return Domain.all(
                "maps (z_1, z_2, f) from B^3 to itself",
                3,
                256,
                table -> new SelfMap(
                        3,
                        IntStream.range(0, 8)
                                .map(z -> z & 3 | (int) (table >>> z & 1) << 2)
                                .toArray()));
    }

    /**
     * A third each: independent values, a random bijection, a random bijection with one value overwritten by another.
     */
    private static Domain<SelfMap> someMaps(int d, long trials) {
        return Domain.<SelfMap>sampled(
                        "maps from B^" + d
                                + " to itself: one in three uniform, one a bijection, one a bijection with one value changed",
                        d,
                        BigInteger.ONE.shiftLeft(d << d),
                        trials,
                        random -> {
                            int kind = random.nextInt(3);
                            int points = 1 << d;
                            int[] image = kind == 0
                                    ? random.ints(points, 0, points).toArray()
                                    : Bijection.random(d, random).toArray();
                            if (kind == 2) image[random.nextInt(points)] = image[random.nextInt(points)];
                            return new SelfMap(d, image);
                        })
                .reaching("an invertible map", SelfMap::isInvertible)
                .reaching(
                        "a map that misses a single point",
                        F -> Arrays.stream(F.image()).distinct().count() == F.image().length - 1);
    }

    /** T is invertible iff all products of its coordinates are balanced. */
    static final Claim<SelfMap> BALANCED_PRODUCTS = new Claim<>(
            "BALANCED-PRODUCTS",
            Sections.INVERTIBLE_TRANSFORMS,
            "A map of the cube is invertible exactly when every product of its coordinates is balanced",
            new Source(
                    Provenance.TEXTBOOK,
                    "the XOR lemma of cryptography",
                    "",
                    "put here because the summary speaks of representations that differ by an invertible Boolean "
                            + "transform"),
            List.of("F maps B^d to B^d", "all 2^d - 1 non-empty products are balanced"),
            "Sharp: with one product left out, maps that are not invertible pass.",
            new Proposition<>(
                    "F: B^d → B^d is invertible if and only if every non-empty product of its coordinates is +1 "
                            + "on exactly half of the cube.",
                    "F \\text{ bijective} \\iff \\sum_{z} \\prod_{i \\in S} F_i(z) = 0 \\qquad \\forall S \\ne "
                            + "\\emptyset",
                    List.of(
                            maps(1),
                            maps(2),
                            someMaps(3, 60_000),
                            someMaps(4, 20_000),
                            someMaps(5, 6_000),
                            someMaps(6, 2_000)),
                    F -> balancedProducts(F, F.d(), "every-product")),
            List.of(
                    new Control<>(
                            "C-BALANCED-COORDINATES",
                            "only the coordinates themselves are balanced, not their products",
                            new Proposition<>(
                                    "F is invertible if and only if each of its coordinates is balanced.",
                                    "F \\text{ bijective} \\iff \\sum_{z} F_i(z) = 0 \\qquad \\forall i",
                                    List.of(maps(1), maps(2)),
                                    F -> balancedProducts(F, 1, "coordinates"))),
                    new Control<>(
                            "C-BALANCED-BUT-ONE",
                            "the product of all coordinates is left out, d = 3",
                            new Proposition<>(
                                    "F = (z_1, z_2, f) on B^3 is invertible if and only if every product of at "
                                            + "most two of its coordinates is balanced.",
                                    "F = (z_1, z_2, f) \\text{ bijective} \\iff \\sum_{z} \\prod_{i \\in S} "
                                            + "F_i(z) = 0 \\qquad \\forall S, 1 \\le |S| \\le 2",
                                    List.of(completed()),
                                    F -> balancedProducts(F, F.d() - 1, "all-but-one")))));

    /** Whether F is invertible iff the products of at most {@code factors} coordinates are balanced. */
    private static Outcome balancedProducts(SelfMap F, int factors, String statement) {
        boolean balanced = true;
        for (int S = 1; S < F.image().length && balanced; S++) balanced = Cube.degree(S) > factors || F.isBalanced(S);
        if (balanced == F.isInvertible()) return holds();
        return fails(Certificate.of("balanced-not-invertible")
                .with("map", F.list())
                .with("statement", statement)
                .reading(F.text() + " is " + (F.isInvertible() ? "" : "not ")
                        + "invertible, but its products of at most " + factors + " coordinates are "
                        + (balanced ? "" : "not ") + "all balanced."));
    }
}
