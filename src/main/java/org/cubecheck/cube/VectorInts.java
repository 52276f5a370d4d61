package org.cubecheck.cube;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies on ints in vectors of the machine's preferred width, at least 256 bits: within a vector by exchanging lanes,
 * above it by whole vectors.
 * Straight-line code, so that everything stays in registers. Loaded only where the module {@code jdk.incubator.vector} is.
 *
 * <p>Of ints so small that the sums over a run fit 16 bits, two vectors v and w share one as v + 2^16 w: the transform is linear, so it
 * takes both at once through the stages within a vector, which are the dear ones, and both can be told apart afterwards.
 */
final class VectorInts extends ExactKernel<int[]> {

  private static final VectorSpecies<Integer> S = IntVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int LOG = Integer.numberOfTrailingZeros(L);
  /** Runs of more vectors than this no longer compile into one loop. */
  private static final int VECTORS = 2;
  private static final VectorShuffle<Integer> SWAP1 = swap(1);
  private static final IntVector SIGN1 = sign(1);
  private static final VectorShuffle<Integer> SWAP2 = swap(2);
  private static final IntVector SIGN2 = sign(2);
  private static final VectorShuffle<Integer> SWAP4 = swap(4);
  private static final IntVector SIGN4 = sign(4);
  private static final VectorShuffle<Integer> SWAP8 = swap(8);
  private static final IntVector SIGN8 = sign(8);

  private static final int HALF = Integer.SIZE / 2;
  /** The elements of a run of four vectors, all less than 2^SMALL in absolute value, have sums of at most 2^15 - 1. */
  static final int SMALL = HALF - 1 - LOG - VECTORS;
  private static final VectorInts FOR_SMALL = new VectorInts(true);

  private final ScalarInts scalar = new ScalarInts();
  private final boolean small;

  VectorInts() {
    this(false);
  }

  private VectorInts(boolean small) {
    this.small = small;
  }

  private static VectorShuffle<Integer> swap(int h) {
    return VectorShuffle.fromOp(S, i -> (i ^ h) & (L - 1));
  }

  private static IntVector sign(int h) {
    var sign = new int[L];
    for (int i = 0; i < L; i++) sign[i] = (i & h) == 0 ? 1 : -1;
    return IntVector.fromArray(S, sign, 0);
  }

  @Override
  int stagesAtOnce() {
    return 3;
  }

  @Override
  int longestRun() {
    return LOG + VECTORS;
  }

  @Override
  void runs(int n, int[] a, int from, int[] b, int to, int length) {
    switch (n - LOG) {
      case 0 -> runs1(a, from, b, to, length);
      case 1 -> runs2(a, from, b, to, length);
      case 2 -> {
        if (small) smallRuns4(a, from, b, to, length);
        else runs4(a, from, b, to, length);
      }
      default -> scalar.runs(n, a, from, b, to, length);
    }
  }

  @Override
  void columns(int radix, int[] a, int from, int h, int width) {
    int head = head(a.length, h, Integer.BYTES);
    int unit = radix == 1 ? 4 * L : radix == 2 ? 2 * L : L;
    int body = (width - head) / unit * unit;
    if (body < width) {
      scalar.columns(radix, a, from, h, head);
      scalar.columns(radix, a, from + head + body, h, width - head - body);
    }
    switch (radix) {
      case 1 -> columns2(a, from + head, h, body);
      case 2 -> columns4(a, from + head, h, body);
      case 3 -> columns8(a, from + head, h, body);
      default -> columns16(a, from + head, h, body);
    }
  }

  private static void runs1(int[] a, int from, int[] b, int to, int length) {
    for (int j = 0; j < length; j += L) {
      int i = from + j;
      int o = to + j;
      var v0 = IntVector.fromArray(S, a, i);
      v0 = v0.mul(SIGN1).add(v0.rearrange(SWAP1));
      v0 = v0.mul(SIGN2).add(v0.rearrange(SWAP2));
      v0 = v0.mul(SIGN4).add(v0.rearrange(SWAP4));
      if (L > 8) v0 = v0.mul(SIGN8).add(v0.rearrange(SWAP8));
      v0.intoArray(b, o);
    }
  }

  private static void runs2(int[] a, int from, int[] b, int to, int length) {
    for (int j = 0; j < length; j += 2 * L) {
      int i = from + j;
      int o = to + j;
      var v0 = IntVector.fromArray(S, a, i);
      var v1 = IntVector.fromArray(S, a, i + L);
      v0 = v0.mul(SIGN1).add(v0.rearrange(SWAP1));
      v1 = v1.mul(SIGN1).add(v1.rearrange(SWAP1));
      v0 = v0.mul(SIGN2).add(v0.rearrange(SWAP2));
      v1 = v1.mul(SIGN2).add(v1.rearrange(SWAP2));
      v0 = v0.mul(SIGN4).add(v0.rearrange(SWAP4));
      v1 = v1.mul(SIGN4).add(v1.rearrange(SWAP4));
      if (L > 8) v0 = v0.mul(SIGN8).add(v0.rearrange(SWAP8));
      if (L > 8) v1 = v1.mul(SIGN8).add(v1.rearrange(SWAP8));
      var a0 = v0.add(v1);
      var a1 = v0.sub(v1);
      a0.intoArray(b, o);
      a1.intoArray(b, o + L);
    }
  }

  private static void runs4(int[] a, int from, int[] b, int to, int length) {
    for (int j = 0; j < length; j += 4 * L) {
      int i = from + j;
      int o = to + j;
      var v0 = IntVector.fromArray(S, a, i);
      var v1 = IntVector.fromArray(S, a, i + L);
      var v2 = IntVector.fromArray(S, a, i + 2 * L);
      var v3 = IntVector.fromArray(S, a, i + 3 * L);
      v0 = v0.mul(SIGN1).add(v0.rearrange(SWAP1));
      v1 = v1.mul(SIGN1).add(v1.rearrange(SWAP1));
      v2 = v2.mul(SIGN1).add(v2.rearrange(SWAP1));
      v3 = v3.mul(SIGN1).add(v3.rearrange(SWAP1));
      v0 = v0.mul(SIGN2).add(v0.rearrange(SWAP2));
      v1 = v1.mul(SIGN2).add(v1.rearrange(SWAP2));
      v2 = v2.mul(SIGN2).add(v2.rearrange(SWAP2));
      v3 = v3.mul(SIGN2).add(v3.rearrange(SWAP2));
      v0 = v0.mul(SIGN4).add(v0.rearrange(SWAP4));
      v1 = v1.mul(SIGN4).add(v1.rearrange(SWAP4));
      v2 = v2.mul(SIGN4).add(v2.rearrange(SWAP4));
      v3 = v3.mul(SIGN4).add(v3.rearrange(SWAP4));
      if (L > 8) v0 = v0.mul(SIGN8).add(v0.rearrange(SWAP8));
      if (L > 8) v1 = v1.mul(SIGN8).add(v1.rearrange(SWAP8));
      if (L > 8) v2 = v2.mul(SIGN8).add(v2.rearrange(SWAP8));
      if (L > 8) v3 = v3.mul(SIGN8).add(v3.rearrange(SWAP8));
      var a0 = v0.add(v1);
      var a1 = v0.sub(v1);
      var a2 = v2.add(v3);
      var a3 = v2.sub(v3);
      var b0 = a0.add(a2);
      var b2 = a0.sub(a2);
      var b1 = a1.add(a3);
      var b3 = a1.sub(a3);
      b0.intoArray(b, o);
      b1.intoArray(b, o + L);
      b2.intoArray(b, o + 2 * L);
      b3.intoArray(b, o + 3 * L);
    }
  }

  private static void smallRuns4(int[] a, int from, int[] b, int to, int length) {
    for (int j = 0; j < length; j += 4 * L) {
      int i = from + j;
      int o = to + j;
      var v0 = IntVector.fromArray(S, a, i);
      var v1 = IntVector.fromArray(S, a, i + L);
      var v2 = IntVector.fromArray(S, a, i + 2 * L);
      var v3 = IntVector.fromArray(S, a, i + 3 * L);
      var p0 = v0.add(v1).add(v0.sub(v1).lanewise(VectorOperators.LSHL, HALF));
      var p2 = v2.add(v3).add(v2.sub(v3).lanewise(VectorOperators.LSHL, HALF));
      p0 = p0.mul(SIGN1).add(p0.rearrange(SWAP1));
      p2 = p2.mul(SIGN1).add(p2.rearrange(SWAP1));
      p0 = p0.mul(SIGN2).add(p0.rearrange(SWAP2));
      p2 = p2.mul(SIGN2).add(p2.rearrange(SWAP2));
      p0 = p0.mul(SIGN4).add(p0.rearrange(SWAP4));
      p2 = p2.mul(SIGN4).add(p2.rearrange(SWAP4));
      if (L > 8) p0 = p0.mul(SIGN8).add(p0.rearrange(SWAP8));
      if (L > 8) p2 = p2.mul(SIGN8).add(p2.rearrange(SWAP8));
      var q0 = p0.add(p2);
      var q2 = p0.sub(p2);
      var b0 = q0.lanewise(VectorOperators.LSHL, HALF).lanewise(VectorOperators.ASHR, HALF);
      var b1 = q0.sub(b0).lanewise(VectorOperators.ASHR, HALF);
      var b2 = q2.lanewise(VectorOperators.LSHL, HALF).lanewise(VectorOperators.ASHR, HALF);
      var b3 = q2.sub(b2).lanewise(VectorOperators.ASHR, HALF);
      b0.intoArray(b, o);
      b1.intoArray(b, o + L);
      b2.intoArray(b, o + 2 * L);
      b3.intoArray(b, o + 3 * L);
    }
  }

  /** Of four vectors only: more such methods would be inlined into the caller, and it no longer compile well. */
  @Override
  boolean runIfSmall(int n, int[] a, int i) {
    return n == LOG + VECTORS && runIfSmall4(a, i);
  }

  private static boolean runIfSmall4(int[] a, int i) {
    var v0 = IntVector.fromArray(S, a, i);
    var v1 = IntVector.fromArray(S, a, i + L);
    var v2 = IntVector.fromArray(S, a, i + 2 * L);
    var v3 = IntVector.fromArray(S, a, i + 3 * L);
    var sizes = v0.abs().or(v1.abs()).or(v2.abs()).or(v3.abs());
    if (sizes.reduceLanes(VectorOperators.OR) >>> SMALL != 0) return false;
    var p0 = v0.add(v1).add(v0.sub(v1).lanewise(VectorOperators.LSHL, HALF));
    var p2 = v2.add(v3).add(v2.sub(v3).lanewise(VectorOperators.LSHL, HALF));
    p0 = p0.mul(SIGN1).add(p0.rearrange(SWAP1));
    p2 = p2.mul(SIGN1).add(p2.rearrange(SWAP1));
    p0 = p0.mul(SIGN2).add(p0.rearrange(SWAP2));
    p2 = p2.mul(SIGN2).add(p2.rearrange(SWAP2));
    p0 = p0.mul(SIGN4).add(p0.rearrange(SWAP4));
    p2 = p2.mul(SIGN4).add(p2.rearrange(SWAP4));
    if (L > 8) p0 = p0.mul(SIGN8).add(p0.rearrange(SWAP8));
    if (L > 8) p2 = p2.mul(SIGN8).add(p2.rearrange(SWAP8));
    var q0 = p0.add(p2);
    var q2 = p0.sub(p2);
    var b0 = q0.lanewise(VectorOperators.LSHL, HALF).lanewise(VectorOperators.ASHR, HALF);
    var b1 = q0.sub(b0).lanewise(VectorOperators.ASHR, HALF);
    var b2 = q2.lanewise(VectorOperators.LSHL, HALF).lanewise(VectorOperators.ASHR, HALF);
    var b3 = q2.sub(b2).lanewise(VectorOperators.ASHR, HALF);
    b0.intoArray(a, i);
    b1.intoArray(a, i + L);
    b2.intoArray(a, i + 2 * L);
    b3.intoArray(a, i + 3 * L);
    return true;
  }

  private static void columns2(int[] a, int from, int h, int width) {
    for (int i = from; i < from + width; i += 4 * L) {
      var v0p = IntVector.fromArray(S, a, i);
      var v1p = IntVector.fromArray(S, a, i + h);
      var a0p = v0p.add(v1p);
      var a1p = v0p.sub(v1p);
      a0p.intoArray(a, i);
      a1p.intoArray(a, i + h);
      var v0q = IntVector.fromArray(S, a, i + L);
      var v1q = IntVector.fromArray(S, a, i + h + L);
      var a0q = v0q.add(v1q);
      var a1q = v0q.sub(v1q);
      a0q.intoArray(a, i + L);
      a1q.intoArray(a, i + h + L);
      var v0r = IntVector.fromArray(S, a, i + 2 * L);
      var v1r = IntVector.fromArray(S, a, i + h + 2 * L);
      var a0r = v0r.add(v1r);
      var a1r = v0r.sub(v1r);
      a0r.intoArray(a, i + 2 * L);
      a1r.intoArray(a, i + h + 2 * L);
      var v0s = IntVector.fromArray(S, a, i + 3 * L);
      var v1s = IntVector.fromArray(S, a, i + h + 3 * L);
      var a0s = v0s.add(v1s);
      var a1s = v0s.sub(v1s);
      a0s.intoArray(a, i + 3 * L);
      a1s.intoArray(a, i + h + 3 * L);
    }
  }

  private static void columns4(int[] a, int from, int h, int width) {
    for (int i = from; i < from + width; i += 2 * L) {
      var v0p = IntVector.fromArray(S, a, i);
      var v1p = IntVector.fromArray(S, a, i + h);
      var v2p = IntVector.fromArray(S, a, i + 2 * h);
      var v3p = IntVector.fromArray(S, a, i + 3 * h);
      var a0p = v0p.add(v1p);
      var a1p = v0p.sub(v1p);
      var a2p = v2p.add(v3p);
      var a3p = v2p.sub(v3p);
      var b0p = a0p.add(a2p);
      var b2p = a0p.sub(a2p);
      var b1p = a1p.add(a3p);
      var b3p = a1p.sub(a3p);
      b0p.intoArray(a, i);
      b1p.intoArray(a, i + h);
      b2p.intoArray(a, i + 2 * h);
      b3p.intoArray(a, i + 3 * h);
      var v0q = IntVector.fromArray(S, a, i + L);
      var v1q = IntVector.fromArray(S, a, i + h + L);
      var v2q = IntVector.fromArray(S, a, i + 2 * h + L);
      var v3q = IntVector.fromArray(S, a, i + 3 * h + L);
      var a0q = v0q.add(v1q);
      var a1q = v0q.sub(v1q);
      var a2q = v2q.add(v3q);
      var a3q = v2q.sub(v3q);
      var b0q = a0q.add(a2q);
      var b2q = a0q.sub(a2q);
      var b1q = a1q.add(a3q);
      var b3q = a1q.sub(a3q);
      b0q.intoArray(a, i + L);
      b1q.intoArray(a, i + h + L);
      b2q.intoArray(a, i + 2 * h + L);
      b3q.intoArray(a, i + 3 * h + L);
    }
  }

  private static void columns8(int[] a, int from, int h, int width) {
    for (int i = from; i < from + width; i += L) {
      var v0 = IntVector.fromArray(S, a, i);
      var v1 = IntVector.fromArray(S, a, i + h);
      var v2 = IntVector.fromArray(S, a, i + 2 * h);
      var v3 = IntVector.fromArray(S, a, i + 3 * h);
      var v4 = IntVector.fromArray(S, a, i + 4 * h);
      var v5 = IntVector.fromArray(S, a, i + 5 * h);
      var v6 = IntVector.fromArray(S, a, i + 6 * h);
      var v7 = IntVector.fromArray(S, a, i + 7 * h);
      var a0 = v0.add(v1);
      var a1 = v0.sub(v1);
      var a2 = v2.add(v3);
      var a3 = v2.sub(v3);
      var a4 = v4.add(v5);
      var a5 = v4.sub(v5);
      var a6 = v6.add(v7);
      var a7 = v6.sub(v7);
      var b0 = a0.add(a2);
      var b2 = a0.sub(a2);
      var b1 = a1.add(a3);
      var b3 = a1.sub(a3);
      var b4 = a4.add(a6);
      var b6 = a4.sub(a6);
      var b5 = a5.add(a7);
      var b7 = a5.sub(a7);
      var c0 = b0.add(b4);
      var c4 = b0.sub(b4);
      var c1 = b1.add(b5);
      var c5 = b1.sub(b5);
      var c2 = b2.add(b6);
      var c6 = b2.sub(b6);
      var c3 = b3.add(b7);
      var c7 = b3.sub(b7);
      c0.intoArray(a, i);
      c1.intoArray(a, i + h);
      c2.intoArray(a, i + 2 * h);
      c3.intoArray(a, i + 3 * h);
      c4.intoArray(a, i + 4 * h);
      c5.intoArray(a, i + 5 * h);
      c6.intoArray(a, i + 6 * h);
      c7.intoArray(a, i + 7 * h);
    }
  }

  private static void columns16(int[] a, int from, int h, int width) {
    for (int i = from; i < from + width; i += L) {
      var v0 = IntVector.fromArray(S, a, i);
      var v1 = IntVector.fromArray(S, a, i + h);
      var v2 = IntVector.fromArray(S, a, i + 2 * h);
      var v3 = IntVector.fromArray(S, a, i + 3 * h);
      var v4 = IntVector.fromArray(S, a, i + 4 * h);
      var v5 = IntVector.fromArray(S, a, i + 5 * h);
      var v6 = IntVector.fromArray(S, a, i + 6 * h);
      var v7 = IntVector.fromArray(S, a, i + 7 * h);
      var v8 = IntVector.fromArray(S, a, i + 8 * h);
      var v9 = IntVector.fromArray(S, a, i + 9 * h);
      var v10 = IntVector.fromArray(S, a, i + 10 * h);
      var v11 = IntVector.fromArray(S, a, i + 11 * h);
      var v12 = IntVector.fromArray(S, a, i + 12 * h);
      var v13 = IntVector.fromArray(S, a, i + 13 * h);
      var v14 = IntVector.fromArray(S, a, i + 14 * h);
      var v15 = IntVector.fromArray(S, a, i + 15 * h);
      var a0 = v0.add(v1);
      var a1 = v0.sub(v1);
      var a2 = v2.add(v3);
      var a3 = v2.sub(v3);
      var a4 = v4.add(v5);
      var a5 = v4.sub(v5);
      var a6 = v6.add(v7);
      var a7 = v6.sub(v7);
      var a8 = v8.add(v9);
      var a9 = v8.sub(v9);
      var a10 = v10.add(v11);
      var a11 = v10.sub(v11);
      var a12 = v12.add(v13);
      var a13 = v12.sub(v13);
      var a14 = v14.add(v15);
      var a15 = v14.sub(v15);
      var b0 = a0.add(a2);
      var b2 = a0.sub(a2);
      var b1 = a1.add(a3);
      var b3 = a1.sub(a3);
      var b4 = a4.add(a6);
      var b6 = a4.sub(a6);
      var b5 = a5.add(a7);
      var b7 = a5.sub(a7);
      var b8 = a8.add(a10);
      var b10 = a8.sub(a10);
      var b9 = a9.add(a11);
      var b11 = a9.sub(a11);
      var b12 = a12.add(a14);
      var b14 = a12.sub(a14);
      var b13 = a13.add(a15);
      var b15 = a13.sub(a15);
      var c0 = b0.add(b4);
      var c4 = b0.sub(b4);
      var c1 = b1.add(b5);
      var c5 = b1.sub(b5);
      var c2 = b2.add(b6);
      var c6 = b2.sub(b6);
      var c3 = b3.add(b7);
      var c7 = b3.sub(b7);
      var c8 = b8.add(b12);
      var c12 = b8.sub(b12);
      var c9 = b9.add(b13);
      var c13 = b9.sub(b13);
      var c10 = b10.add(b14);
      var c14 = b10.sub(b14);
      var c11 = b11.add(b15);
      var c15 = b11.sub(b15);
      var d0 = c0.add(c8);
      var d8 = c0.sub(c8);
      var d1 = c1.add(c9);
      var d9 = c1.sub(c9);
      var d2 = c2.add(c10);
      var d10 = c2.sub(c10);
      var d3 = c3.add(c11);
      var d11 = c3.sub(c11);
      var d4 = c4.add(c12);
      var d12 = c4.sub(c12);
      var d5 = c5.add(c13);
      var d13 = c5.sub(c13);
      var d6 = c6.add(c14);
      var d14 = c6.sub(c14);
      var d7 = c7.add(c15);
      var d15 = c7.sub(c15);
      d0.intoArray(a, i);
      d1.intoArray(a, i + h);
      d2.intoArray(a, i + 2 * h);
      d3.intoArray(a, i + 3 * h);
      d4.intoArray(a, i + 4 * h);
      d5.intoArray(a, i + 5 * h);
      d6.intoArray(a, i + 6 * h);
      d7.intoArray(a, i + 7 * h);
      d8.intoArray(a, i + 8 * h);
      d9.intoArray(a, i + 9 * h);
      d10.intoArray(a, i + 10 * h);
      d11.intoArray(a, i + 11 * h);
      d12.intoArray(a, i + 12 * h);
      d13.intoArray(a, i + 13 * h);
      d14.intoArray(a, i + 14 * h);
      d15.intoArray(a, i + 15 * h);
    }
  }

  @Override
  int bits(int[] a, int from, int length) {
    int body = from + length / (4 * L) * (4 * L);
    var b0 = IntVector.zero(S);
    var b1 = IntVector.zero(S);
    var b2 = IntVector.zero(S);
    var b3 = IntVector.zero(S);
    for (int i = from; i < body; i += 4 * L) {
      var v0 = IntVector.fromArray(S, a, i);
      b0 = b0.or(v0.abs());
      var v1 = IntVector.fromArray(S, a, i + L);
      b1 = b1.or(v1.abs());
      var v2 = IntVector.fromArray(S, a, i + 2 * L);
      b2 = b2.or(v2.abs());
      var v3 = IntVector.fromArray(S, a, i + 3 * L);
      b3 = b3.or(v3.abs());
    }
    int end = from + length / L * L;
    for (int i = body; i < end; i += L) b0 = b0.or(IntVector.fromArray(S, a, i).abs());
    int bits = b0.or(b1).or(b2).or(b3).reduceLanes(VectorOperators.OR);
    for (int i = end; i < from + length; i++) bits |= Math.abs(a[i]);
    return Integer.SIZE - Integer.numberOfLeadingZeros(bits);
  }

  @Override
  Kernel<int[]> forBits(int bits) {
    return bits <= SMALL ? FOR_SMALL : this;
  }

  @Override
  int capacity() {
    return Integer.SIZE - 1;
  }

  @Override
  void shift(int[] a, int from, int length, int by) {
    for (int i = from; i < from + length; i++) a[i] >>= by;
  }
}
