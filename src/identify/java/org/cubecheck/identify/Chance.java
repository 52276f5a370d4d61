package org.cubecheck.identify;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * What chance alone would show: the rows of the binarised representation, or its values at the points that occur, dealt
 * to those of the latents at random, every order alike. A wide representation then equals some latents on few rows
 * without knowing anything of them.
 */
final class Chance {

    /** Above this, finding all latents is no evidence by itself. */
    static final double SMALL = 0.01;

    private final int rows;
    private final long[][] latents;
    /** By number of rows on the side -1: how many coordinates, each function up to sign counted once. */
    private final Map<Integer, Integer> sizes = new HashMap<>();

    private final int different;

    /** Those of the data's rows that are counted; none if all are. */
    private final Optional<int[]> counted;

    private Chance(int rows, long[][] latents, long[][] coordinates, Optional<int[]> counted) {
        this.rows = rows;
        this.counted = counted;
        this.latents = latents;
        Set<LongBuffer> seen = new HashSet<>();
        for (var bits : coordinates) {
            if (size(bits) % rows != 0 && seen.add(upToSign(bits))) sizes.merge(size(bits), 1, Integer::sum);
        }
        different = seen.size();
    }

    /**
     * The rows of the representation shuffled against those of the latents. Rows of one group at one point of the
     * latents' cube are repetitions: one of them is counted. To equal a latent on all rows is to equal it on these, so
     * the bounds hold for all.
     */
    static Chance ofRows(PairedSamples data) {
        var latents = latents(data);
        if (data.groups.isEmpty()) return new Chance(data.rows, latents, data.coordinateBits, Optional.empty());
        int[] counted = Arrays.stream(data.groups.get().rows())
                .flatMapToInt(group -> {
                    var points = new HashSet<LongBuffer>();
                    return Arrays.stream(group).filter(r -> points.add(point(latents, r)));
                })
                .toArray();
        return new Chance(counted.length, at(latents, counted), at(data.coordinateBits, counted), Optional.of(counted));
    }

    private static long[][] at(long[][] columns, int[] rows) {
        return Arrays.stream(columns).map(bits -> Bits.at(bits, rows)).toArray(long[][]::new);
    }

    /**
     * The coordinates that are functions of the latents on these rows, each function dealt anew to the points that
     * occur. A thousand copies of a row are no more evidence against an arbitrary code of the latents than one.
     */
    static Chance ofPoints(PairedSamples data) {
        var latents = latents(data);
        var first = new LinkedHashMap<LongBuffer, Integer>();
        var firstOf = new int[data.rows];
        for (int r = 0; r < data.rows; r++) {
            Integer earlier = first.putIfAbsent(point(latents, r), r);
            firstOf[r] = earlier == null ? r : earlier;
        }
        int[] points = first.values().stream().mapToInt(r -> r).toArray();
        var functions = Arrays.stream(data.coordinateBits)
                .filter(bits ->
                        IntStream.range(0, data.rows).allMatch(r -> Bits.at(bits, r) == Bits.at(bits, firstOf[r])));
        return new Chance(
                points.length,
                Arrays.stream(latents).map(bits -> Bits.at(bits, points)).toArray(long[][]::new),
                functions.map(bits -> Bits.at(bits, points)).toArray(long[][]::new),
                Optional.empty());
    }

    private static long[][] latents(PairedSamples data) {
        return Arrays.stream(data.active()).mapToObj(j -> data.latentBits[j]).toArray(long[][]::new);
    }

    /** Of rows or of points. */
    int rows() {
        return rows;
    }

    /**
     * The expected number of coordinates, each function up to sign counted once, that equal a latent up to sign on
     * every row: by coordinate 1 / C(n, k) for each sign under which its k rows of a side are as many as the latent's.
     */
    private double expected(long[] latent) {
        int k = size(latent);
        int fitting = sizes.getOrDefault(k, 0) + sizes.getOrDefault(rows - k, 0);
        return fitting * StrictMath.exp(-logChoices(k));
    }

    /** How many coordinates equal one of the latents that vary on average, counted from 0. */
    double expectedOf(int latent) {
        return expected(latents[latent]);
    }

    /** How many latents are equalled on average, at most. */
    double expected() {
        return Arrays.stream(latents)
                .mapToDouble(bits -> Math.min(1, expected(bits)))
                .sum();
    }

    /**
     * An upper bound on the chance that every latent that varies is equalled. It is at most what is expected of any one
     * of them. And for d latents that differ, with c_z rows at the point z, any d coordinates with any signs equal them
     * in prod c_z! of the n! orders at most, and there are 2^d K (K-1) ... (K-d+1) choices out of K coordinates.
     */
    double ofAll() {
        double one = Arrays.stream(latents).mapToDouble(this::expected).min().orElse(1);
        if (one <= SMALL) return one;
        Set<LongBuffer> distinct = new HashSet<>();
        for (var bits : latents) distinct.add(upToSign(bits));
        double log = logOrders(latents);
        for (int k = 0; k < distinct.size(); k++) log += StrictMath.log(2.0 * Math.max(0, different - k));
        return Math.min(1, Math.min(one, StrictMath.exp(log)));
    }

    /**
     * The same for given coordinates that are each a product of at most two latents, one of d (d + 1) / 2: at most what
     * is expected for any one of them, and at most what is for all together.
     */
    double ofProducts(long[][] given) {
        long[][] coordinates = counted.map(some -> at(given, some)).orElse(given);
        var products = new ArrayList<long[]>();
        for (int a = 0; a < latents.length; a++) {
            products.add(latents[a]);
            for (int b = 0; b < a; b++) products.add(Bits.product(latents[a], latents[b]));
        }
        double log = logOrders(coordinates);
        double one = 1;
        for (int c = 0; c < coordinates.length; c++) {
            int k = size(coordinates[c]);
            long fitting = products.stream()
                    .mapToInt(Chance::size)
                    .mapToLong(size -> (size == k ? 1 : 0) + (size == rows - k ? 1 : 0))
                    .sum();
            one = Math.min(one, fitting * StrictMath.exp(-logChoices(k)));
            log += StrictMath.log(2.0 * Math.max(0, products.size() - c));
        }
        return Math.min(one, StrictMath.exp(log));
    }

    /** The logarithm of the part of all orders of the rows that leave every one of the columns as it is. */
    private double logOrders(long[][] columns) {
        Map<LongBuffer, Integer> counts = new HashMap<>();
        for (int r = 0; r < rows; r++) counts.merge(point(columns, r), 1, Integer::sum);
        return counts.values().stream()
                        .mapToDouble(count -> Gamma.logGamma(count + 1.0))
                        .sum()
                - Gamma.logGamma(rows + 1.0);
    }

    private static LongBuffer point(long[][] columns, int r) {
        var point = new long[columns.length / 64 + 1];
        for (int k = 0; k < columns.length; k++) point[k >>> 6] |= Bits.at(columns[k], r) << k;
        return LongBuffer.wrap(point);
    }

    private double logChoices(int k) {
        return Gamma.logGamma(rows + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(rows - k + 1.0);
    }

    private static int size(long[] bits) {
        return Arrays.stream(bits).mapToInt(Long::bitCount).sum();
    }

    private LongBuffer upToSign(long[] bits) {
        if ((bits[0] & 1) == 0) return LongBuffer.wrap(bits);
        long last = rows % 64 == 0 ? -1 : (1L << rows % 64) - 1;
        return LongBuffer.wrap(IntStream.range(0, bits.length)
                .mapToLong(k -> ~bits[k] & (k == bits.length - 1 ? last : -1))
                .toArray());
    }
}
