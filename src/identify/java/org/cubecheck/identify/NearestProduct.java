package org.cubecheck.identify;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The product of at most two latents to which a binarised coordinate is nearest.
 *
 * @param coordinate from 0
 * @param sign -1 or +1
 * @param latents none (a constant), one or two, from 0, rising
 * @param agreement the part of the rows in which coordinate and signed product agree, at least 1/2
 */
public record NearestProduct(int coordinate, int sign, List<Integer> latents, double agreement) {

    public NearestProduct {
        latents = List.copyOf(latents);
    }

    /** Whether they agree on every row. */
    public boolean isExact() {
        return agreement == 1;
    }

    /** {@code -z1z2}, the latents numbered in their order whatever their names are. */
    public String text() {
        return (sign < 0 ? "-" : "")
                + (latents.isEmpty()
                        ? "1"
                        : latents.stream().map(j -> "z" + (j + 1)).collect(Collectors.joining()));
    }

    /**
     * The nearest products of every coordinate; pairs of latents are tried where that costs at most about 10^10 bit operations.
     * Words of 64 rows at once.
     */
    static List<NearestProduct> of(PairedSamples data) {
        int d = data.d();
        boolean pairs = (double) d * d / 2 * data.w() * data.coordinateBits[0].length <= 2e8;
        if (!pairs)
            data.notes.add("Products of two latents were not looked for: too many latents, coordinates and rows.");
        var nearestProducts = new java.util.ArrayList<NearestProduct>();
        for (int i = 0; i < data.w(); i++) {
            var nearest = new Nearest(data.rows, i, data.coordinateBits[i]);
            nearest.offer(List.of(), new long[data.coordinateBits[i].length]);
            for (int a = 0; a < d; a++) {
                if (!data.constantLatent[a]) nearest.offer(List.of(a), data.latentBits[a]);
            }
            for (int a = 0; a < d && pairs; a++) {
                for (int b = a + 1; b < d; b++) {
                    if (data.constantLatent[a] || data.constantLatent[b]) continue;
                    nearest.offer(List.of(a, b), product(data.latentBits[a], data.latentBits[b]));
                }
            }
            nearestProducts.add(nearest.reading());
        }
        return List.copyOf(nearestProducts);
    }

    static long[] product(long[] a, long[] b) {
        var product = new long[a.length];
        for (int k = 0; k < a.length; k++) product[k] = a[k] ^ b[k];
        return product;
    }

    private static final class Nearest {
        private final int rows;
        private final int coordinate;
        private final long[] bits;
        private List<Integer> latents = List.of();
        private int sign = 1;
        private int agreeing = -1;

        Nearest(int rows, int coordinate, long[] bits) {
            this.rows = rows;
            this.coordinate = coordinate;
            this.bits = bits;
        }

        void offer(List<Integer> candidate, long[] product) {
            int different = 0;
            for (int k = 0; k < bits.length; k++) different += Long.bitCount(bits[k] ^ product[k]);
            int same = Math.max(different, rows - different);
            if (same <= agreeing) return;
            agreeing = same;
            sign = different > rows - different ? -1 : 1;
            latents = candidate;
        }

        NearestProduct reading() {
            return new NearestProduct(coordinate, sign, latents, (double) agreeing / rows);
        }
    }
}
