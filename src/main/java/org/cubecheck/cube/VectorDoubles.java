package org.cubecheck.cube;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies on doubles in vectors of the machine's preferred width, at least 256 bits: within a vector by exchanging lanes,
 * above it by whole vectors.
 * Straight-line code, so that everything stays in registers. Loaded only where the module {@code jdk.incubator.vector} is.
 */
final class VectorDoubles extends Kernel<double[]> {

  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int L = S.length();
  private static final int LOG = Integer.numberOfTrailingZeros(L);
  /** Runs of more vectors than this no longer compile into one loop. */
  private static final int VECTORS = 3;
  private static final DoubleVector MINUS = DoubleVector.broadcast(S, -1);
  private static final VectorShuffle<Double> SWAP1 = swap(1);
  private static final DoubleVector SIGN1 = sign(1);
  private static final VectorShuffle<Double> SWAP2 = swap(2);
  private static final DoubleVector SIGN2 = sign(2);
  private static final VectorShuffle<Double> SWAP4 = swap(4);
  private static final DoubleVector SIGN4 = sign(4);

  private final ScalarDoubles scalar = new ScalarDoubles();

  private static VectorShuffle<Double> swap(int h) {
    return VectorShuffle.fromOp(S, i -> (i ^ h) & (L - 1));
  }

  private static DoubleVector sign(int h) {
    var sign = new double[L];
    for (int i = 0; i < L; i++) sign[i] = (i & h) == 0 ? 1 : -1;
    return DoubleVector.fromArray(S, sign, 0);
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
  void runs(int n, double[] a, int from, double[] b, int to, int length) {
    switch (n - LOG) {
      case 0 -> runs1(a, from, b, to, length);
      case 1 -> runs2(a, from, b, to, length);
      case 2 -> runs4(a, from, b, to, length);
      case 3 -> runs8(a, from, b, to, length);
      default -> scalar.runs(n, a, from, b, to, length);
    }
  }

  @Override
  void columns(int radix, double[] a, int from, int h, int width) {
    int head = head(a.length, h, Double.BYTES);
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

  private static void runs1(double[] a, int from, double[] b, int to, int length) {
    for (int j = 0; j < length; j += L) {
      int i = from + j;
      int o = to + j;
      var v0 = DoubleVector.fromArray(S, a, i);
      v0 = v0.fma(SIGN1, v0.rearrange(SWAP1));
      v0 = v0.fma(SIGN2, v0.rearrange(SWAP2));
      if (L > 4) v0 = v0.fma(SIGN4, v0.rearrange(SWAP4));
      v0.intoArray(b, o);
    }
  }

  private static void runs2(double[] a, int from, double[] b, int to, int length) {
    for (int j = 0; j < length; j += 2 * L) {
      int i = from + j;
      int o = to + j;
      var v0 = DoubleVector.fromArray(S, a, i);
      var v1 = DoubleVector.fromArray(S, a, i + L);
      v0 = v0.fma(SIGN1, v0.rearrange(SWAP1));
      v1 = v1.fma(SIGN1, v1.rearrange(SWAP1));
      v0 = v0.fma(SIGN2, v0.rearrange(SWAP2));
      v1 = v1.fma(SIGN2, v1.rearrange(SWAP2));
      if (L > 4) v0 = v0.fma(SIGN4, v0.rearrange(SWAP4));
      if (L > 4) v1 = v1.fma(SIGN4, v1.rearrange(SWAP4));
      var a0 = v0.add(v1);
      var a1 = v1.fma(MINUS, v0);
      a0.intoArray(b, o);
      a1.intoArray(b, o + L);
    }
  }

  private static void runs4(double[] a, int from, double[] b, int to, int length) {
    for (int j = 0; j < length; j += 4 * L) {
      int i = from + j;
      int o = to + j;
      var v0 = DoubleVector.fromArray(S, a, i);
      var v1 = DoubleVector.fromArray(S, a, i + L);
      var v2 = DoubleVector.fromArray(S, a, i + 2 * L);
      var v3 = DoubleVector.fromArray(S, a, i + 3 * L);
      v0 = v0.fma(SIGN1, v0.rearrange(SWAP1));
      v1 = v1.fma(SIGN1, v1.rearrange(SWAP1));
      v2 = v2.fma(SIGN1, v2.rearrange(SWAP1));
      v3 = v3.fma(SIGN1, v3.rearrange(SWAP1));
      v0 = v0.fma(SIGN2, v0.rearrange(SWAP2));
      v1 = v1.fma(SIGN2, v1.rearrange(SWAP2));
      v2 = v2.fma(SIGN2, v2.rearrange(SWAP2));
      v3 = v3.fma(SIGN2, v3.rearrange(SWAP2));
      if (L > 4) v0 = v0.fma(SIGN4, v0.rearrange(SWAP4));
      if (L > 4) v1 = v1.fma(SIGN4, v1.rearrange(SWAP4));
      if (L > 4) v2 = v2.fma(SIGN4, v2.rearrange(SWAP4));
      if (L > 4) v3 = v3.fma(SIGN4, v3.rearrange(SWAP4));
      var a0 = v0.add(v1);
      var a1 = v1.fma(MINUS, v0);
      var a2 = v2.add(v3);
      var a3 = v3.fma(MINUS, v2);
      var b0 = a0.add(a2);
      var b2 = a2.fma(MINUS, a0);
      var b1 = a1.add(a3);
      var b3 = a3.fma(MINUS, a1);
      b0.intoArray(b, o);
      b1.intoArray(b, o + L);
      b2.intoArray(b, o + 2 * L);
      b3.intoArray(b, o + 3 * L);
    }
  }

  private static void runs8(double[] a, int from, double[] b, int to, int length) {
    for (int j = 0; j < length; j += 8 * L) {
      int i = from + j;
      int o = to + j;
      var v0 = DoubleVector.fromArray(S, a, i);
      var v1 = DoubleVector.fromArray(S, a, i + L);
      var v2 = DoubleVector.fromArray(S, a, i + 2 * L);
      var v3 = DoubleVector.fromArray(S, a, i + 3 * L);
      var v4 = DoubleVector.fromArray(S, a, i + 4 * L);
      var v5 = DoubleVector.fromArray(S, a, i + 5 * L);
      var v6 = DoubleVector.fromArray(S, a, i + 6 * L);
      var v7 = DoubleVector.fromArray(S, a, i + 7 * L);
      v0 = v0.fma(SIGN1, v0.rearrange(SWAP1));
      v1 = v1.fma(SIGN1, v1.rearrange(SWAP1));
      v2 = v2.fma(SIGN1, v2.rearrange(SWAP1));
      v3 = v3.fma(SIGN1, v3.rearrange(SWAP1));
      v4 = v4.fma(SIGN1, v4.rearrange(SWAP1));
      v5 = v5.fma(SIGN1, v5.rearrange(SWAP1));
      v6 = v6.fma(SIGN1, v6.rearrange(SWAP1));
      v7 = v7.fma(SIGN1, v7.rearrange(SWAP1));
      v0 = v0.fma(SIGN2, v0.rearrange(SWAP2));
      v1 = v1.fma(SIGN2, v1.rearrange(SWAP2));
      v2 = v2.fma(SIGN2, v2.rearrange(SWAP2));
      v3 = v3.fma(SIGN2, v3.rearrange(SWAP2));
      v4 = v4.fma(SIGN2, v4.rearrange(SWAP2));
      v5 = v5.fma(SIGN2, v5.rearrange(SWAP2));
      v6 = v6.fma(SIGN2, v6.rearrange(SWAP2));
      v7 = v7.fma(SIGN2, v7.rearrange(SWAP2));
      if (L > 4) v0 = v0.fma(SIGN4, v0.rearrange(SWAP4));
      if (L > 4) v1 = v1.fma(SIGN4, v1.rearrange(SWAP4));
      if (L > 4) v2 = v2.fma(SIGN4, v2.rearrange(SWAP4));
      if (L > 4) v3 = v3.fma(SIGN4, v3.rearrange(SWAP4));
      if (L > 4) v4 = v4.fma(SIGN4, v4.rearrange(SWAP4));
      if (L > 4) v5 = v5.fma(SIGN4, v5.rearrange(SWAP4));
      if (L > 4) v6 = v6.fma(SIGN4, v6.rearrange(SWAP4));
      if (L > 4) v7 = v7.fma(SIGN4, v7.rearrange(SWAP4));
      var a0 = v0.add(v1);
      var a1 = v1.fma(MINUS, v0);
      var a2 = v2.add(v3);
      var a3 = v3.fma(MINUS, v2);
      var a4 = v4.add(v5);
      var a5 = v5.fma(MINUS, v4);
      var a6 = v6.add(v7);
      var a7 = v7.fma(MINUS, v6);
      var b0 = a0.add(a2);
      var b2 = a2.fma(MINUS, a0);
      var b1 = a1.add(a3);
      var b3 = a3.fma(MINUS, a1);
      var b4 = a4.add(a6);
      var b6 = a6.fma(MINUS, a4);
      var b5 = a5.add(a7);
      var b7 = a7.fma(MINUS, a5);
      var c0 = b0.add(b4);
      var c4 = b4.fma(MINUS, b0);
      var c1 = b1.add(b5);
      var c5 = b5.fma(MINUS, b1);
      var c2 = b2.add(b6);
      var c6 = b6.fma(MINUS, b2);
      var c3 = b3.add(b7);
      var c7 = b7.fma(MINUS, b3);
      c0.intoArray(b, o);
      c1.intoArray(b, o + L);
      c2.intoArray(b, o + 2 * L);
      c3.intoArray(b, o + 3 * L);
      c4.intoArray(b, o + 4 * L);
      c5.intoArray(b, o + 5 * L);
      c6.intoArray(b, o + 6 * L);
      c7.intoArray(b, o + 7 * L);
    }
  }

  private static void columns2(double[] a, int from, int h, int width) {
    for (int i = from; i < from + width; i += 4 * L) {
      var v0p = DoubleVector.fromArray(S, a, i);
      var v1p = DoubleVector.fromArray(S, a, i + h);
      var a0p = v0p.add(v1p);
      var a1p = v1p.fma(MINUS, v0p);
      a0p.intoArray(a, i);
      a1p.intoArray(a, i + h);
      var v0q = DoubleVector.fromArray(S, a, i + L);
      var v1q = DoubleVector.fromArray(S, a, i + h + L);
      var a0q = v0q.add(v1q);
      var a1q = v1q.fma(MINUS, v0q);
      a0q.intoArray(a, i + L);
      a1q.intoArray(a, i + h + L);
      var v0r = DoubleVector.fromArray(S, a, i + 2 * L);
      var v1r = DoubleVector.fromArray(S, a, i + h + 2 * L);
      var a0r = v0r.add(v1r);
      var a1r = v1r.fma(MINUS, v0r);
      a0r.intoArray(a, i + 2 * L);
      a1r.intoArray(a, i + h + 2 * L);
      var v0s = DoubleVector.fromArray(S, a, i + 3 * L);
      var v1s = DoubleVector.fromArray(S, a, i + h + 3 * L);
      var a0s = v0s.add(v1s);
      var a1s = v1s.fma(MINUS, v0s);
      a0s.intoArray(a, i + 3 * L);
      a1s.intoArray(a, i + h + 3 * L);
    }
  }

  private static void columns4(double[] a, int from, int h, int width) {
    for (int i = from; i < from + width; i += 2 * L) {
      var v0p = DoubleVector.fromArray(S, a, i);
      var v1p = DoubleVector.fromArray(S, a, i + h);
      var v2p = DoubleVector.fromArray(S, a, i + 2 * h);
      var v3p = DoubleVector.fromArray(S, a, i + 3 * h);
      var a0p = v0p.add(v1p);
      var a1p = v1p.fma(MINUS, v0p);
      var a2p = v2p.add(v3p);
      var a3p = v3p.fma(MINUS, v2p);
      var b0p = a0p.add(a2p);
      var b2p = a2p.fma(MINUS, a0p);
      var b1p = a1p.add(a3p);
      var b3p = a3p.fma(MINUS, a1p);
      b0p.intoArray(a, i);
      b1p.intoArray(a, i + h);
      b2p.intoArray(a, i + 2 * h);
      b3p.intoArray(a, i + 3 * h);
      var v0q = DoubleVector.fromArray(S, a, i + L);
      var v1q = DoubleVector.fromArray(S, a, i + h + L);
      var v2q = DoubleVector.fromArray(S, a, i + 2 * h + L);
      var v3q = DoubleVector.fromArray(S, a, i + 3 * h + L);
      var a0q = v0q.add(v1q);
      var a1q = v1q.fma(MINUS, v0q);
      var a2q = v2q.add(v3q);
      var a3q = v3q.fma(MINUS, v2q);
      var b0q = a0q.add(a2q);
      var b2q = a2q.fma(MINUS, a0q);
      var b1q = a1q.add(a3q);
      var b3q = a3q.fma(MINUS, a1q);
      b0q.intoArray(a, i + L);
      b1q.intoArray(a, i + h + L);
      b2q.intoArray(a, i + 2 * h + L);
      b3q.intoArray(a, i + 3 * h + L);
    }
  }

  private static void columns8(double[] a, int from, int h, int width) {
    for (int i = from; i < from + width; i += L) {
      var v0 = DoubleVector.fromArray(S, a, i);
      var v1 = DoubleVector.fromArray(S, a, i + h);
      var v2 = DoubleVector.fromArray(S, a, i + 2 * h);
      var v3 = DoubleVector.fromArray(S, a, i + 3 * h);
      var v4 = DoubleVector.fromArray(S, a, i + 4 * h);
      var v5 = DoubleVector.fromArray(S, a, i + 5 * h);
      var v6 = DoubleVector.fromArray(S, a, i + 6 * h);
      var v7 = DoubleVector.fromArray(S, a, i + 7 * h);
      var a0 = v0.add(v1);
      var a1 = v1.fma(MINUS, v0);
      var a2 = v2.add(v3);
      var a3 = v3.fma(MINUS, v2);
      var a4 = v4.add(v5);
      var a5 = v5.fma(MINUS, v4);
      var a6 = v6.add(v7);
      var a7 = v7.fma(MINUS, v6);
      var b0 = a0.add(a2);
      var b2 = a2.fma(MINUS, a0);
      var b1 = a1.add(a3);
      var b3 = a3.fma(MINUS, a1);
      var b4 = a4.add(a6);
      var b6 = a6.fma(MINUS, a4);
      var b5 = a5.add(a7);
      var b7 = a7.fma(MINUS, a5);
      var c0 = b0.add(b4);
      var c4 = b4.fma(MINUS, b0);
      var c1 = b1.add(b5);
      var c5 = b5.fma(MINUS, b1);
      var c2 = b2.add(b6);
      var c6 = b6.fma(MINUS, b2);
      var c3 = b3.add(b7);
      var c7 = b7.fma(MINUS, b3);
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

  private static void columns16(double[] a, int from, int h, int width) {
    for (int i = from; i < from + width; i += L) {
      var v0 = DoubleVector.fromArray(S, a, i);
      var v1 = DoubleVector.fromArray(S, a, i + h);
      var v2 = DoubleVector.fromArray(S, a, i + 2 * h);
      var v3 = DoubleVector.fromArray(S, a, i + 3 * h);
      var v4 = DoubleVector.fromArray(S, a, i + 4 * h);
      var v5 = DoubleVector.fromArray(S, a, i + 5 * h);
      var v6 = DoubleVector.fromArray(S, a, i + 6 * h);
      var v7 = DoubleVector.fromArray(S, a, i + 7 * h);
      var v8 = DoubleVector.fromArray(S, a, i + 8 * h);
      var v9 = DoubleVector.fromArray(S, a, i + 9 * h);
      var v10 = DoubleVector.fromArray(S, a, i + 10 * h);
      var v11 = DoubleVector.fromArray(S, a, i + 11 * h);
      var v12 = DoubleVector.fromArray(S, a, i + 12 * h);
      var v13 = DoubleVector.fromArray(S, a, i + 13 * h);
      var v14 = DoubleVector.fromArray(S, a, i + 14 * h);
      var v15 = DoubleVector.fromArray(S, a, i + 15 * h);
      var a0 = v0.add(v1);
      var a1 = v1.fma(MINUS, v0);
      var a2 = v2.add(v3);
      var a3 = v3.fma(MINUS, v2);
      var a4 = v4.add(v5);
      var a5 = v5.fma(MINUS, v4);
      var a6 = v6.add(v7);
      var a7 = v7.fma(MINUS, v6);
      var a8 = v8.add(v9);
      var a9 = v9.fma(MINUS, v8);
      var a10 = v10.add(v11);
      var a11 = v11.fma(MINUS, v10);
      var a12 = v12.add(v13);
      var a13 = v13.fma(MINUS, v12);
      var a14 = v14.add(v15);
      var a15 = v15.fma(MINUS, v14);
      var b0 = a0.add(a2);
      var b2 = a2.fma(MINUS, a0);
      var b1 = a1.add(a3);
      var b3 = a3.fma(MINUS, a1);
      var b4 = a4.add(a6);
      var b6 = a6.fma(MINUS, a4);
      var b5 = a5.add(a7);
      var b7 = a7.fma(MINUS, a5);
      var b8 = a8.add(a10);
      var b10 = a10.fma(MINUS, a8);
      var b9 = a9.add(a11);
      var b11 = a11.fma(MINUS, a9);
      var b12 = a12.add(a14);
      var b14 = a14.fma(MINUS, a12);
      var b13 = a13.add(a15);
      var b15 = a15.fma(MINUS, a13);
      var c0 = b0.add(b4);
      var c4 = b4.fma(MINUS, b0);
      var c1 = b1.add(b5);
      var c5 = b5.fma(MINUS, b1);
      var c2 = b2.add(b6);
      var c6 = b6.fma(MINUS, b2);
      var c3 = b3.add(b7);
      var c7 = b7.fma(MINUS, b3);
      var c8 = b8.add(b12);
      var c12 = b12.fma(MINUS, b8);
      var c9 = b9.add(b13);
      var c13 = b13.fma(MINUS, b9);
      var c10 = b10.add(b14);
      var c14 = b14.fma(MINUS, b10);
      var c11 = b11.add(b15);
      var c15 = b15.fma(MINUS, b11);
      var d0 = c0.add(c8);
      var d8 = c8.fma(MINUS, c0);
      var d1 = c1.add(c9);
      var d9 = c9.fma(MINUS, c1);
      var d2 = c2.add(c10);
      var d10 = c10.fma(MINUS, c2);
      var d3 = c3.add(c11);
      var d11 = c11.fma(MINUS, c3);
      var d4 = c4.add(c12);
      var d12 = c12.fma(MINUS, c4);
      var d5 = c5.add(c13);
      var d13 = c13.fma(MINUS, c5);
      var d6 = c6.add(c14);
      var d14 = c14.fma(MINUS, c6);
      var d7 = c7.add(c15);
      var d15 = c15.fma(MINUS, c7);
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
}
