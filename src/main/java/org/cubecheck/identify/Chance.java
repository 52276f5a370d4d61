package org.cubecheck.identify;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * What chance alone would show: the rows of the binarised representation dealt to the rows of the latents at random, every order alike. A
 * wide representation then equals some latents on few rows without knowing anything of them.
 */
final class Chance {

  /** Above this, finding all latents is called no evidence. */
  static final double SMALL = 0.01;

  private final Data data;
  private final int[] active;
  /** By number of rows on the side -1: how many coordinates, each function up to sign counted once. */
  private final Map<Integer, Integer> sizes = new HashMap<>();
  private final int different;

  Chance(Data data) {
    this.data = data;
    active = data.active();
    Set<LongBuffer> seen = new HashSet<>();
    for (int i = 0; i < data.w(); i++) {
      if (!data.constantCoordinate[i] && seen.add(upToSign(data.coordinateBits[i]))) sizes.merge(size(data.coordinateBits[i]), 1, Integer::sum);
    }
    different = seen.size();
  }

  /**
   * The expected number of coordinates, each function up to sign counted once, that equal a latent up to sign on every row: by coordinate
   * 1 / C(n, k) for each sign under which its k rows of a side are as many as the latent's.
   */
  double expected(int latent) {
    int k = size(data.latentBits[latent]);
    int fitting = sizes.getOrDefault(k, 0) + sizes.getOrDefault(data.rows - k, 0);
    return fitting * Math.exp(-logChoices(k));
  }

  /** How many latents are equalled on average, at most. */
  double expected() {
    return Arrays.stream(active).mapToDouble(j -> Math.min(1, expected(j))).sum();
  }

  /**
   * An upper bound on the chance that every latent that varies is equalled. It is at most what is expected of any one of them. And for d
   * latents that differ, with c_z rows at the point z, any d coordinates with any signs equal them in prod c_z! of the n! orders at most,
   * and there are 2^d K (K-1) ... (K-d+1) choices out of K coordinates.
   */
  double ofAll() {
    double one = Arrays.stream(active).mapToDouble(this::expected).min().orElse(1);
    if (one <= SMALL) return one;
    Set<LongBuffer> latents = new HashSet<>();
    for (int j : active) latents.add(upToSign(data.latentBits[j]));
    double log = -Gamma.logGamma(data.rows + 1.0);
    for (int count : counts()) log += Gamma.logGamma(count + 1.0);
    for (int k = 0; k < latents.size(); k++) log += Math.log(2.0 * Math.max(0, different - k));
    return Math.min(1, Math.min(one, Math.exp(log)));
  }

  /** How often each point that occurs does. */
  private int[] counts() {
    Map<LongBuffer, Integer> counts = new HashMap<>();
    for (int r = 0; r < data.rows; r++) {
      var point = new long[active.length / 64 + 1];
      for (int k = 0; k < active.length; k++) point[k >>> 6] |= (data.latentBits[active[k]][r >>> 6] >>> r & 1) << k;
      counts.merge(LongBuffer.wrap(point), 1, Integer::sum);
    }
    return counts.values().stream().mapToInt(Integer::intValue).toArray();
  }

  private double logChoices(int k) {
    return Gamma.logGamma(data.rows + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(data.rows - k + 1.0);
  }

  private static int size(long[] bits) {
    return Arrays.stream(bits).mapToInt(Long::bitCount).sum();
  }

  private LongBuffer upToSign(long[] bits) {
    if ((bits[0] & 1) == 0) return LongBuffer.wrap(bits);
    long last = data.rows % 64 == 0 ? -1 : (1L << data.rows % 64) - 1;
    return LongBuffer.wrap(IntStream.range(0, bits.length).mapToLong(k -> ~bits[k] & (k == bits.length - 1 ? last : -1)).toArray());
  }
}
