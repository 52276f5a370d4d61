package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.List;

/**
 * What the findings come to.
 *
 * @param finding in a word
 * @param read the latents that are read beyond chance, from 0, rising: by the probe or a coordinate on held-out rows, or
 *     exactly on every row where shuffled rows would hardly show it
 * @param onAverage whether the mean figures are beyond chance
 */
record Judgement(Finding finding, List<Integer> read, boolean onAverage) {

    Judgement {
        read = List.copyOf(read);
    }

    static Judgement of(Findings found) {
        var read = read(found);
        boolean onAverage = found.heldOut().map(Judgement::isBeyondChance).orElse(false);
        return new Judgement(finding(found, read, onAverage), read, onAverage);
    }

    private static Finding finding(Findings found, List<Integer> read, boolean onAverage) {
        int varying = found.varyingLatents();
        if (found.signedPermutationEstablished()
                || found.recovered() == varying && !found.controls().atChance()) return Finding.AXIS_ALIGNED;
        boolean invertible = false;
        if (found.cube().isPresent()) {
            var verdict = found.cube().get().verdict();
            if (verdict instanceof CubeVerdict.Stabilizer
                    || areParities(found.cube().get())) return Finding.FRAME;
            invertible = verdict instanceof CubeVerdict.Invertible || verdict instanceof CubeVerdict.Overcomplete;
        }
        if (found.mixture().isPresent()) return Finding.FRAME;
        if (read.size() == varying) return Finding.LINEAR;
        if (rank(clearParities(found)) == varying) return Finding.FRAME;
        if (invertible || found.heldOut().filter(h -> !h.products().isEmpty()).isPresent()) return Finding.MIXED;
        return !read.isEmpty() || onAverage ? Finding.PARTIAL : Finding.NOTHING_SHOWN;
    }

    private static boolean areParities(WholeCube cube) {
        return cube.verdict() instanceof CubeVerdict.Invertible v
                && Mixture.of(v.coordinates().stream().map(cube::expansion).toList())
                        .isPresent();
    }

    /** Error or correlation beyond chance; without intervals, the error alone below all shuffles. */
    private static boolean isBeyondChance(HeldOut heldOut) {
        var error = heldOut.error();
        return (error.isKnown() ? error.high() : error.value())
                        < heldOut.chance().low()
                || heldOut.correlation().low() > 0;
    }

    private static List<Integer> read(Findings found) {
        var read = new ArrayList<Integer>();
        int[] active = found.samples().active();
        for (int k = 0; k < active.length; k++) {
            int j = active[k];
            boolean exact = found.matching().exact().stream().anyMatch(m -> m.latent() == j)
                    && found.chance().expectedOf(k) <= Chance.SMALL;
            boolean heldOut = found.heldOut().stream()
                    .flatMap(h -> h.perLatent().stream())
                    .anyMatch(figures -> figures.latent() == j && figures.isRead());
            if (exact || heldOut) read.add(j);
        }
        return read;
    }

    /** As masks: products that a coordinate clearly is, and latents that one nearly ranks. */
    private static List<Long> clearParities(Findings found) {
        var parities = new ArrayList<Long>();
        if (found.samples().d() > Long.SIZE || found.heldOut().isEmpty()) return parities;
        var heldOut = found.heldOut().get();
        for (var product : heldOut.products()) {
            if (product.correlation().low() <= Criterion.CLEAR) continue;
            parities.add(product.latents().stream().mapToLong(j -> 1L << j).sum());
        }
        for (var figures : heldOut.perLatent()) {
            if (figures.isRead()) parities.add(1L << figures.latent());
        }
        return parities;
    }

    /** Over the field of two elements. */
    private static int rank(List<Long> rows) {
        var left = rows.stream().mapToLong(v -> v).toArray();
        int rank = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            int at = rank;
            while (at < left.length && (left[at] >>> bit & 1) == 0) at++;
            if (at == left.length) continue;
            long pivot = left[at];
            left[at] = left[rank];
            left[rank] = pivot;
            for (int r = 0; r < left.length; r++) {
                if (r != rank && (left[r] >>> bit & 1) != 0) left[r] ^= pivot;
            }
            rank++;
        }
        return rank;
    }
}
