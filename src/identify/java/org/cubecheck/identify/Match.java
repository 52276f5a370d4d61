package org.cubecheck.identify;

/**
 * A latent and the coordinate assigned to it.
 *
 * @param latent from 0
 * @param coordinate from 0
 * @param sign of the correlation, -1 or +1
 * @param correlation Pearson's, over all rows, with its sign
 * @param agreement the part of all rows in which the binarised coordinate, after the sign, equals the latent
 */
public record Match(int latent, int coordinate, int sign, double correlation, double agreement) {

    /** Whether the latent is recovered exactly: the agreement is on every row. */
    public boolean isExact() {
        return agreement == 1;
    }
}
