package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Latents and representation, checked and brought into the forms that the scores need: latents as signs in {-1,+1},
 * coordinates scaled to a largest absolute value of 1 (no score depends on the scale), both as bits where a set bit is
 * the side -1.
 */
final class PairedSamples {

    /** A coordinate that varies by less than this part of its size is constant but for rounding. */
    private static final double ROUNDING = 1e-12;

    private static final Pattern PRODUCT = Pattern.compile("(x\\d+)+");

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

    final List<String> notes = new ArrayList<>();
    private final List<String> latentNames;
    private final List<String> coordinateNames;
    private final boolean numbered;

    PairedSamples(Samples latents, Samples representation) {
        if (latents.rows() != representation.rows())
            throw new MalformedData("latents have " + latents.rows() + " rows and the representation "
                    + representation.rows() + "; row by row they are the same samples, so the numbers must agree"
                    + remarks(latents) + remarks(representation));
        if (latents.rows() < 2) throw new MalformedData("one row; at least two samples are needed");
        this.rows = latents.rows();
        this.latents = latents;
        this.representation = representation;
        zeroOne = coding(latents);
        latentNames = names("z", latents);
        coordinateNames = names("φ", representation);
        numbered = latentNames.equals(numbers("z", latents.columns()));
        int d = latents.columns();
        int w = representation.columns();
        z = new double[d][];
        latentBits = new long[d][];
        constantLatent = new boolean[d];
        for (int j = 0; j < d; j++) {
            z[j] = latents.column(j);
            for (int r = 0; zeroOne && r < rows; r++) z[j][r] = 2 * z[j][r] - 1;
            int minus = zeroOne ? 1 : -1;
            latentBits[j] = bits(z[j], v -> v == minus);
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
        remark();
    }

    int d() {
        return z.length;
    }

    int w() {
        return phi.length;
    }

    /** The latents that vary. */
    int[] active() {
        return IntStream.range(0, d()).filter(j -> !constantLatent[j]).toArray();
    }

    /** Its name in the header, else z and its number. */
    String latentName(int j) {
        return latentNames.get(j);
    }

    /** Its name in the header, else φ and its number. */
    String coordinateName(int i) {
        return coordinateNames.get(i);
    }

    /** A product of latents: {@code z1z2}, with a dot between names of a header, {@code 1} for none. */
    String product(List<Integer> latents) {
        return latents.isEmpty()
                ? "1"
                : latents.stream().map(this::latentName).collect(Collectors.joining(numbered ? "" : "·"));
    }

    /** A polynomial in x1, x2, ... with the latents' names for them. */
    String named(String polynomial) {
        return PRODUCT.matcher(polynomial)
                .replaceAll(product -> Matcher.quoteReplacement(
                        product(Arrays.stream(product.group().substring(1).split("x"))
                                .map(number -> Integer.parseInt(number) - 1)
                                .toList())));
    }

    /** How a name such as z_i is written of latents that have no names of their own. */
    boolean isNumbered() {
        return numbered;
    }

    /** Names are used only where each column has one of its own; else no reader could tell which column is meant. */
    private List<String> names(String letter, Samples samples) {
        var names = samples.names().stream()
                .map(name -> name.chars().allMatch(Character::isDigit) && !name.isEmpty() ? letter + name : name)
                .toList();
        if (!names.contains("") && new HashSet<>(names).size() == names.size()) return names;
        notes.add(
                samples.source() + ": two columns have the same name, or one has none; columns are numbered instead.");
        return numbers(letter, names.size());
    }

    private static List<String> numbers(String letter, int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(k -> letter + k).toList();
    }

    private static String remarks(Samples samples) {
        return samples.remarks().stream().map(remark -> " (" + remark + ")").collect(Collectors.joining());
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
                    throw new MalformedData(latents.source() + ": row " + (r + 1) + ", column " + (j + 1) + " is "
                            + shown(value) + (zero && minus ? " where both 0 and -1 occur" : "")
                            + "; latents in {-1,+1}, or all in {0,1}, are accepted");
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
            coordinateBits[i] = new long[words(rows)];
            twoValued[i] = 1;
            return;
        }
        double threshold = threshold(i, column);
        coordinateBits[i] = zeroOne ? bits(column, v -> v > threshold) : bits(column, v -> v <= threshold);
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
                + " rows hold such values); finite numbers are accepted");
    }

    private void remark() {
        Stream.of(latents, representation)
                .flatMap(samples -> samples.remarks().stream())
                .distinct()
                .forEach(remark -> notes.add(remark + "."));
        var constant = IntStream.range(0, w())
                .filter(i -> constantCoordinate[i])
                .mapToObj(this::coordinateName)
                .toList();
        if (!constant.isEmpty())
            notes.add("Constant: " + listed(constant) + ". " + (constant.size() == 1 ? "It says" : "They say")
                    + " nothing about any latent.");
        var still = IntStream.range(0, d())
                .filter(j -> constantLatent[j])
                .mapToObj(this::latentName)
                .toList();
        if (!still.isEmpty())
            notes.add("Latents that never change in these rows: " + listed(still)
                    + ". They are left out of every score.");
        duplicates("Coordinates", phi, constantCoordinate, true);
        duplicates("Latents", z, constantLatent, false);
    }

    private void duplicates(String what, double[][] columns, boolean[] constant, boolean coordinates) {
        // Columns that are equal up to rounding, or opposite, have nearly the same absolute sum under random weights.
        var random = new SplittableRandom(1);
        var weights = random.doubles(rows, -1, 1).toArray();
        var kept = new TreeMap<Double, List<Integer>>();
        var pairs = new ArrayList<String>();
        for (int i = 0; i < columns.length; i++) {
            if (constant[i]) continue;
            double sum = 0;
            for (int r = 0; r < rows; r++) sum += weights[r] * columns[i][r];
            double key = Math.abs(sum);
            int column = i;
            // Sums differ by what the columns differ, and by as much again for adding up.
            double near = 2 * ROUNDING * rows;
            var other = kept.subMap(key - near, true, key + near, true).values().stream()
                    .flatMap(List::stream)
                    .filter(k -> sign(columns[column], columns[k]) != 0)
                    .min(Integer::compare);
            if (other.isEmpty()) {
                kept.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
                continue;
            }
            String sign = sign(columns[i], columns[other.get()]) > 0 ? "" : "-";
            pairs.add(
                    coordinates
                            ? coordinateName(i) + " = " + sign + coordinateName(other.get())
                            : latentName(i) + " = " + sign + latentName(other.get()));
        }
        if (!pairs.isEmpty())
            notes.add(what + " that repeat each other" + (coordinates ? " (up to scale)" : "") + ": " + listed(pairs)
                    + (coordinates
                            ? ". SAP and MIG, which compare the best coordinate with the next, fall because of it."
                            : ". No score can tell them apart."));
    }

    /** 1 where two columns are equal but for rounding, -1 where they are opposite, else 0. */
    private static int sign(double[] a, double[] b) {
        boolean same = true;
        boolean opposite = true;
        for (int r = 0; r < a.length && (same || opposite); r++) {
            same &= Math.abs(a[r] - b[r]) <= ROUNDING;
            opposite &= Math.abs(a[r] + b[r]) <= ROUNDING;
        }
        return same ? 1 : opposite ? -1 : 0;
    }

    static String listed(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(12, names.size())))
                + (names.size() > 12 ? " and " + (names.size() - 12) + " more" : "");
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    static int words(int rows) {
        return (rows + 63) / 64;
    }

    private static long[] bits(double[] column, DoublePredicate set) {
        var words = new long[words(column.length)];
        for (int r = 0; r < column.length; r++) {
            if (set.test(column[r])) words[r >>> 6] |= 1L << r;
        }
        return words;
    }
}
