package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Latents and representation, checked and brought into the forms that the scores need: latents as signs in {-1,+1}, coordinates scaled to
 * a largest absolute value of 1 (no score depends on the scale), both as bits where a set bit is the side -1.
 */
final class Data {

  /** A coordinate that varies by less than this part of its size is constant but for rounding. */
  private static final double ROUNDING = 1e-12;

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

  Data(Samples latents, Samples representation) {
    if (latents.rows() != representation.rows())
      throw new MalformedData("latents have " + latents.rows() + " rows and the representation " + representation.rows()
          + "; row by row they are the same samples, so the numbers must agree");
    if (latents.rows() < 2) throw new MalformedData("one row; at least two samples are needed");
    this.rows = latents.rows();
    this.latents = latents;
    this.representation = representation;
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
      latentBits[j] = bits(z[j], v -> v == minus);
      double first = z[j][0];
      constantLatent[j] = Arrays.stream(z[j]).allMatch(v -> v == first);
    }
    if (IntStream.range(0, d).allMatch(j -> constantLatent[j]))
      throw new MalformedData(latents.source() + ": every latent is constant; at least one must take both values");
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

  String latentName(int j) {
    return named("z", latents.names().get(j));
  }

  String coordinateName(int i) {
    return named("φ", representation.names().get(i));
  }

  private static String named(String letter, String name) {
    return name.isEmpty() ? letter + "?" : name.chars().allMatch(Character::isDigit) ? letter + name : name;
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
          throw new MalformedData(latents.source() + ": row " + (r + 1) + ", column " + (j + 1) + " is " + shown(value)
              + (zero && minus ? " where both 0 and -1 occur" : "") + "; latents in {-1,+1}, or all in {0,1}, are accepted");
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

  /** The split into two groups with the least sum of squares around their means (k-means with k = 2, exact in one dimension). */
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
    var constant = IntStream.range(0, w()).filter(i -> constantCoordinate[i]).mapToObj(this::coordinateName).toList();
    if (!constant.isEmpty())
      notes.add("Constant: " + listed(constant) + ". " + (constant.size() == 1 ? "It says" : "They say")
          + " nothing about any latent.");
    var still = IntStream.range(0, d()).filter(j -> constantLatent[j]).mapToObj(this::latentName).toList();
    if (!still.isEmpty()) notes.add("Latents that never change in these rows: " + listed(still) + ". They are left out of every score.");
    duplicates("Coordinates", phi, constantCoordinate, true);
    duplicates("Latents", z, constantLatent, false);
  }

  private void duplicates(String what, double[][] columns, boolean[] constant, boolean coordinates) {
    var first = new HashMap<Integer, List<Integer>>();
    var pairs = new ArrayList<String>();
    for (int i = 0; i < columns.length; i++) {
      if (constant[i]) continue;
      double[] normal = columns[i].clone();
      double lead = Arrays.stream(normal).filter(v -> v != 0).findFirst().orElse(1);
      // A column and its negative have one key; 0.0 added turns -0.0 into 0.0.
      for (int r = 0; r < rows; r++) normal[r] = (lead < 0 ? -normal[r] : normal[r]) + 0.0;
      int key = Arrays.hashCode(normal);
      for (int other : first.getOrDefault(key, List.of())) {
        boolean same = Arrays.equals(columns[i], columns[other]);
        if (same || opposite(columns[i], columns[other])) {
          String sign = same ? "" : "-";
          pairs.add(coordinates ? coordinateName(i) + " = " + sign + coordinateName(other) : latentName(i) + " = " + sign + latentName(other));
          break;
        }
      }
      first.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
    }
    if (!pairs.isEmpty())
      notes.add(what + " that repeat each other" + (coordinates ? " (up to scale)" : "") + ": " + listed(pairs)
          + (coordinates ? ". SAP and MIG, which compare the best coordinate with the next, fall because of it."
              : ". No score can tell them apart."));
  }

  private static boolean opposite(double[] a, double[] b) {
    for (int r = 0; r < a.length; r++) {
      if (a[r] != -b[r]) return false;
    }
    return true;
  }

  static String listed(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(12, names.size())))
        + (names.size() > 12 ? " and " + (names.size() - 12) + " more" : "");
  }

  private static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : Double.toString(value);
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
