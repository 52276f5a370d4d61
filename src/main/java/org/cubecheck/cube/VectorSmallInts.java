package org.cubecheck.cube;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/**
 * The butterflies on ints so small that the sums over a run fit 16 bits. Two vectors v and w share one as v + 2^16 w: the transform is
 * linear, so it takes both at once through the stages within a vector, which are the dear ones, and both can be told apart afterwards.
 */
final class VectorSmallInts extends VectorInts {

  static final VectorSmallInts KERNEL = new VectorSmallInts();

  private static final int HALF = Integer.SIZE / 2;

  /** The elements of a run, all less than 2^MOST in absolute value, have sums of at most 2^15 - 1. */
  static final int MOST = HALF - 1 - LOG - VECTORS;

  private VectorSmallInts() {}

  @Override
  void runs(int n, int[] a, int from, int[] b, int to, int length) {
    if (n == LOG + 2) runs4(a, from, b, to, length);
    else super.runs(n, a, from, b, to, length);
  }

  private static void runs4(int[] a, int from, int[] b, int to, int length) {
    for (int j = 0; j < length; j += 4 * L) {
      int i = from + j;
      int o = to + j;
      var v0 = IntVector.fromArray(S, a, i);
      var v1 = IntVector.fromArray(S, a, i + L);
      var v2 = IntVector.fromArray(S, a, i + 2 * L);
      var v3 = IntVector.fromArray(S, a, i + 3 * L);
      var p0 = pair(v0.add(v1), v0.sub(v1));
      var p2 = pair(v2.add(v3), v2.sub(v3));
      p0 = stage(p0, SIGN1, SWAP1);
      p2 = stage(p2, SIGN1, SWAP1);
      p0 = stage(p0, SIGN2, SWAP2);
      p2 = stage(p2, SIGN2, SWAP2);
      p0 = stage(p0, SIGN4, SWAP4);
      p2 = stage(p2, SIGN4, SWAP4);
      if (L > 8) p0 = stage(p0, SIGN8, SWAP8);
      if (L > 8) p2 = stage(p2, SIGN8, SWAP8);
      var q0 = p0.add(p2);
      var q2 = p0.sub(p2);
      // On Java 17 a method of its own for this is not compiled well.
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

  private static IntVector pair(IntVector low, IntVector high) {
    return low.add(high.lanewise(VectorOperators.LSHL, HALF));
  }

  private static IntVector stage(IntVector pairs, IntVector sign, VectorShuffle<Integer> swap) {
    return pairs.mul(sign).add(pairs.rearrange(swap));
  }
}
