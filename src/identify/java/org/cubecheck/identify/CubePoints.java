package org.cubecheck.identify;

import java.util.Optional;

/**
 * Which points of the latents' cube the rows are.
 *
 * @param pointOf by row: its point, a set bit being the side -1
 * @param seenAt by point: its first row, counted from 1; 0 if it does not occur
 * @param seen how many points occur
 */
record CubePoints(int[] pointOf, int[] seenAt, int seen) {

    static final int MAX_DIMENSION = 16;

    /** None where there are more latents than 16, or fewer rows than points. */
    static Optional<CubePoints> of(PairedSamples samples) {
        int d = samples.d();
        if (d > MAX_DIMENSION || samples.rows < 1 << d) return Optional.empty();
        var seenAt = new int[1 << d];
        var pointOf = new int[samples.rows];
        int seen = 0;
        for (int r = 0; r < samples.rows; r++) {
            int z = 0;
            for (int j = 0; j < d; j++) z |= (int) Bits.at(samples.latentBits[j], r) << j;
            pointOf[r] = z;
            if (seenAt[z] == 0) {
                seenAt[z] = r + 1;
                seen++;
            }
        }
        return Optional.of(new CubePoints(pointOf, seenAt, seen));
    }

    boolean isWhole() {
        return seen == seenAt.length;
    }

    /** The first row at a point that occurs. */
    int firstRow(int point) {
        return seenAt[point] - 1;
    }

    /** The first row whose bit is not that of the first row at the same point; -1 if there is none. */
    int conflictingRow(long[] bits) {
        for (int r = 0; r < pointOf.length; r++) {
            if (Bits.at(bits, r) != Bits.at(bits, firstRow(pointOf[r]))) return r;
        }
        return -1;
    }
}
