package org.cubecheck.identify;

import java.util.ArrayList;
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

    /** Whether pairs of latents are tried: where that costs at most about 10^10 bit operations. */
    static boolean triesPairs(PairedSamples samples) {
        int d = samples.d();
        return (double) d * d / 2 * samples.w() * Bits.words(samples.rows) <= 2e8;
    }

    /** That of every coordinate. Words of 64 rows at once. */
    static List<NearestProduct> of(PairedSamples samples) {
        int d = samples.d();
        boolean pairs = triesPairs(samples);
        var products = new ArrayList<NearestProduct>();
        for (int i = 0; i < samples.w(); i++) {
            var nearest = new Nearest(samples.rows, i, samples.coordinateBits[i]);
            nearest.offer(List.of(), new long[samples.coordinateBits[i].length]);
            for (int a = 0; a < d; a++) {
                if (!samples.constantLatent[a]) nearest.offer(List.of(a), samples.latentBits[a]);
            }
            for (int a = 0; a < d && pairs; a++) {
                for (int b = a + 1; b < d; b++) {
                    if (samples.constantLatent[a] || samples.constantLatent[b]) continue;
                    nearest.offer(List.of(a, b), Bits.product(samples.latentBits[a], samples.latentBits[b]));
                }
            }
            products.add(nearest.product());
        }
        return List.copyOf(products);
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
            int different = Bits.different(bits, product);
            int same = Math.max(different, rows - different);
            if (same <= agreeing) return;
            agreeing = same;
            sign = different > rows - different ? -1 : 1;
            latents = candidate;
        }

        NearestProduct product() {
            return new NearestProduct(coordinate, sign, latents, (double) agreeing / rows);
        }
    }
}
