package org.cubecheck.identify;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Latents and representation, checked and brought into the forms that the scores need: latents as signs in {-1,+1},
 * coordinates scaled to a largest absolute value of 1 (no score depends on the scale), both as bits where a set bit is
 * the side -1.
 */
final class PairedSamples {

    /** A coordinate that varies by less than this part of its size is constant but for rounding. */
    static final double ROUNDING = 1e-12;

    final int rows;
    final Samples latents;
    final Samples representation;
    final boolean zeroOne;
    /** By latent, then row: as given, in {-1,+1} or {0,1} brought to {-1,+1} with the order kept. */
    final double[][] z;
    /** By coordinate, then row, scaled. */
    final double[][] phi;

    final long[][] latentBits;
    final long[][] coordinateBits;
    final boolean[] constantLatent;
    final boolean[] constantCoordinate;
    /** By coordinate: the part of its variance that the better of two values explains; 1 for a two-valued one. */
    final double[] twoValued;

    /** None if rows are independent. */
    final Optional<RowGroups> groups;

    PairedSamples(Samples latents, Samples representation) {
        this(latents, representation, Optional.empty());
    }

    /** Of samples as they were given. */
    PairedSamples(Samples latents, Samples representation, Optional<int[]> groups) {
        this(Alignment.of(latents, representation, groups));
    }

    private PairedSamples(Alignment given) {
        latents = given.latents();
        representation = given.representation();
        groups = given.groups().map(RowGroups::of);
        if (latents.rows() < 2) throw new MalformedData("one row; at least two samples are needed");
        this.rows = latents.rows();
        zeroOne = coding(latents);
        int d = latents.columns();
        int w = representation.columns();
        z = new double[d][];
        latentBits = new long[d][];
        constantLatent = new boolean[d];
        for (int j = 0; j < d; j++) {
            z[j] = latents.column(j);
            for (int r = 0; zeroOne && r < rows; r++) z[j][r] = 2 * z[j][r] - 1;
            int minus = zeroOne ? 1 : -1;
            latentBits[j] = Bits.of(z[j], v -> v == minus);
            double first = z[j][0];
            constantLatent[j] = Arrays.stream(z[j]).allMatch(v -> v == first);
        }
        if (IntStream.range(0, d).allMatch(j -> constantLatent[j]))
            throw new MalformedData(
                    latents.source() + ": every latent is constant; at least one must take both values");
        phi = new double[w][];
        coordinateBits = new long[w][];
        constantCoordinate = new boolean[w];
        twoValued = new double[w];
        for (int i = 0; i < w; i++) readCoordinate(i);
    }

    int d() {
        return z.length;
    }

    /** How many rows, or, where they are grouped, groups are independent of each other. */
    int independent() {
        return groups.map(RowGroups::count).orElse(rows);
    }

    int w() {
        return phi.length;
    }

    /** The latents that vary. */
    int[] active() {
        return IntStream.range(0, d()).filter(j -> !constantLatent[j]).toArray();
    }

    /** The given latents, by latent, then row. */
    double[][] latents(int[] which) {
        return Arrays.stream(which).mapToObj(j -> z[j]).toArray(double[][]::new);
    }

    private static boolean coding(Samples latents) {
        boolean zero = false;
        boolean minus = false;
        for (int r = 0; r < latents.rows(); r++) {
            for (int j = 0; j < latents.columns(); j++) {
                double value = latents.at(r, j);
                zero |= value == 0;
                minus |= value == -1;
                if (value != 1 && value != 0 && value != -1 || zero && minus)
                    throw new MalformedData(
                            latents.source() + ": row " + (r + 1) + ", column " + (j + 1) + " is "
                                    + shown(value) + (zero && minus ? " where both 0 and -1 occur" : "")
                                    + "; latents in {-1,+1}, or all in {0,1}, are accepted, or in each column two other whole numbers");
            }
        }
        return zero;
    }

    private void readCoordinate(int i) {
        double[] column = representation.column(i);
        double size = 0;
        for (int r = 0; r < rows; r++) {
            if (!Double.isFinite(column[r])) throw notFinite();
            size = Math.max(size, Math.abs(column[r]));
        }
        // 0.0 added turns -0.0 into 0.0: values that are equal have one form from here on.
        for (int r = 0; r < rows; r++) column[r] = (size > 0 ? column[r] / size : 0) + 0.0;
        phi[i] = column;
        double low = Arrays.stream(column).min().orElse(0);
        double high = Arrays.stream(column).max().orElse(0);
        constantCoordinate[i] = high - low <= ROUNDING;
        if (constantCoordinate[i]) {
            coordinateBits[i] = new long[Bits.words(rows)];
            twoValued[i] = 1;
            return;
        }
        double threshold = threshold(i, column);
        coordinateBits[i] = zeroOne ? Bits.of(column, v -> v > threshold) : Bits.of(column, v -> v <= threshold);
    }

    /**
     * The split into two groups with the least sum of squares around their means (k-means with k = 2, exact in one
     * dimension).
     */
    private double threshold(int i, double[] column) {
        var sorted = column.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).sum() / rows;
        double below = 0;
        double best = -1;
        double at = sorted[0];
        double total = 0;
        for (double v : sorted) total += (v - mean) * (v - mean);
        for (int r = 1; r < rows; r++) {
            below += sorted[r - 1] - mean;
            if (sorted[r] == sorted[r - 1]) continue;
            double between = below * below / r + below * below / (rows - r);
            if (between > best) {
                best = between;
                at = sorted[r - 1];
            }
        }
        twoValued[i] = Math.min(1, best / total);
        return at;
    }

    private MalformedData notFinite() {
        int bad = 0;
        String first = "";
        for (int r = 0; r < rows; r++) {
            boolean finite = true;
            for (int i = 0; i < representation.columns(); i++) {
                double value = representation.at(r, i);
                if (Double.isFinite(value)) continue;
                if (first.isEmpty()) first = "row " + (r + 1) + ", column " + (i + 1) + " is " + shown(value);
                finite = false;
            }
            if (!finite) bad++;
        }
        return new MalformedData(representation.source() + ": " + first + " (" + bad + " of " + rows
                + (bad == 1 ? " rows holds" : " rows hold") + " such values); finite numbers are accepted");
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
