package org.cubecheck.cube;

/** The butterflies on longs one by one, in straight-line code, so that everything stays in registers. */
final class ScalarLongs extends ExactKernel<long[]> {

  @Override
  int stagesAtOnce() {
    return 2;
  }

  @Override
  int longestRun() {
    return 4;
  }

  @Override
  void runs(int n, long[] a, int from, long[] b, int to, int length) {
    switch (n) {
      case 0 -> System.arraycopy(a, from, b, to, length);
      case 1 -> runs2(a, from, b, to, length);
      case 2 -> runs4(a, from, b, to, length);
      case 3 -> runs8(a, from, b, to, length);
      default -> runs16(a, from, b, to, length);
    }
  }

  @Override
  void columns(int radix, long[] a, int from, int h, int width) {
    switch (radix) {
      case 1 -> columns2(a, from, h, width);
      case 2 -> columns4(a, from, h, width);
      case 3 -> columns8(a, from, h, width);
      default -> throw new IllegalArgumentException("up to three stages are carried, not " + radix);
    }
  }

  private static void runs2(long[] a, int from, long[] b, int to, int length) {
    for (int j = 0; j < length; j += 2) {
      int i = from + j;
      int o = to + j;
      var v0 = a[i];
      var v1 = a[i + 1];
      var a0 = v0 + v1;
      var a1 = v0 - v1;
      b[o] = a0;
      b[o + 1] = a1;
    }
  }

  private static void runs4(long[] a, int from, long[] b, int to, int length) {
    for (int j = 0; j < length; j += 4) {
      int i = from + j;
      int o = to + j;
      var v0 = a[i];
      var v1 = a[i + 1];
      var v2 = a[i + 2];
      var v3 = a[i + 3];
      var a0 = v0 + v1;
      var a1 = v0 - v1;
      var a2 = v2 + v3;
      var a3 = v2 - v3;
      var b0 = a0 + a2;
      var b2 = a0 - a2;
      var b1 = a1 + a3;
      var b3 = a1 - a3;
      b[o] = b0;
      b[o + 1] = b1;
      b[o + 2] = b2;
      b[o + 3] = b3;
    }
  }

  private static void runs8(long[] a, int from, long[] b, int to, int length) {
    for (int j = 0; j < length; j += 8) {
      int i = from + j;
      int o = to + j;
      var v0 = a[i];
      var v1 = a[i + 1];
      var v2 = a[i + 2];
      var v3 = a[i + 3];
      var v4 = a[i + 4];
      var v5 = a[i + 5];
      var v6 = a[i + 6];
      var v7 = a[i + 7];
      var a0 = v0 + v1;
      var a1 = v0 - v1;
      var a2 = v2 + v3;
      var a3 = v2 - v3;
      var a4 = v4 + v5;
      var a5 = v4 - v5;
      var a6 = v6 + v7;
      var a7 = v6 - v7;
      var b0 = a0 + a2;
      var b2 = a0 - a2;
      var b1 = a1 + a3;
      var b3 = a1 - a3;
      var b4 = a4 + a6;
      var b6 = a4 - a6;
      var b5 = a5 + a7;
      var b7 = a5 - a7;
      var c0 = b0 + b4;
      var c4 = b0 - b4;
      var c1 = b1 + b5;
      var c5 = b1 - b5;
      var c2 = b2 + b6;
      var c6 = b2 - b6;
      var c3 = b3 + b7;
      var c7 = b3 - b7;
      b[o] = c0;
      b[o + 1] = c1;
      b[o + 2] = c2;
      b[o + 3] = c3;
      b[o + 4] = c4;
      b[o + 5] = c5;
      b[o + 6] = c6;
      b[o + 7] = c7;
    }
  }

  private static void runs16(long[] a, int from, long[] b, int to, int length) {
    for (int j = 0; j < length; j += 16) {
      int i = from + j;
      int o = to + j;
      var v0 = a[i];
      var v1 = a[i + 1];
      var v2 = a[i + 2];
      var v3 = a[i + 3];
      var v4 = a[i + 4];
      var v5 = a[i + 5];
      var v6 = a[i + 6];
      var v7 = a[i + 7];
      var v8 = a[i + 8];
      var v9 = a[i + 9];
      var v10 = a[i + 10];
      var v11 = a[i + 11];
      var v12 = a[i + 12];
      var v13 = a[i + 13];
      var v14 = a[i + 14];
      var v15 = a[i + 15];
      var a0 = v0 + v1;
      var a1 = v0 - v1;
      var a2 = v2 + v3;
      var a3 = v2 - v3;
      var a4 = v4 + v5;
      var a5 = v4 - v5;
      var a6 = v6 + v7;
      var a7 = v6 - v7;
      var a8 = v8 + v9;
      var a9 = v8 - v9;
      var a10 = v10 + v11;
      var a11 = v10 - v11;
      var a12 = v12 + v13;
      var a13 = v12 - v13;
      var a14 = v14 + v15;
      var a15 = v14 - v15;
      var b0 = a0 + a2;
      var b2 = a0 - a2;
      var b1 = a1 + a3;
      var b3 = a1 - a3;
      var b4 = a4 + a6;
      var b6 = a4 - a6;
      var b5 = a5 + a7;
      var b7 = a5 - a7;
      var b8 = a8 + a10;
      var b10 = a8 - a10;
      var b9 = a9 + a11;
      var b11 = a9 - a11;
      var b12 = a12 + a14;
      var b14 = a12 - a14;
      var b13 = a13 + a15;
      var b15 = a13 - a15;
      var c0 = b0 + b4;
      var c4 = b0 - b4;
      var c1 = b1 + b5;
      var c5 = b1 - b5;
      var c2 = b2 + b6;
      var c6 = b2 - b6;
      var c3 = b3 + b7;
      var c7 = b3 - b7;
      var c8 = b8 + b12;
      var c12 = b8 - b12;
      var c9 = b9 + b13;
      var c13 = b9 - b13;
      var c10 = b10 + b14;
      var c14 = b10 - b14;
      var c11 = b11 + b15;
      var c15 = b11 - b15;
      var d0 = c0 + c8;
      var d8 = c0 - c8;
      var d1 = c1 + c9;
      var d9 = c1 - c9;
      var d2 = c2 + c10;
      var d10 = c2 - c10;
      var d3 = c3 + c11;
      var d11 = c3 - c11;
      var d4 = c4 + c12;
      var d12 = c4 - c12;
      var d5 = c5 + c13;
      var d13 = c5 - c13;
      var d6 = c6 + c14;
      var d14 = c6 - c14;
      var d7 = c7 + c15;
      var d15 = c7 - c15;
      b[o] = d0;
      b[o + 1] = d1;
      b[o + 2] = d2;
      b[o + 3] = d3;
      b[o + 4] = d4;
      b[o + 5] = d5;
      b[o + 6] = d6;
      b[o + 7] = d7;
      b[o + 8] = d8;
      b[o + 9] = d9;
      b[o + 10] = d10;
      b[o + 11] = d11;
      b[o + 12] = d12;
      b[o + 13] = d13;
      b[o + 14] = d14;
      b[o + 15] = d15;
    }
  }

  private static void columns2(long[] a, int from, int h, int width) {
    for (int i = from; i < from + width; i++) {
      var v0 = a[i];
      var v1 = a[i + h];
      var a0 = v0 + v1;
      var a1 = v0 - v1;
      a[i] = a0;
      a[i + h] = a1;
    }
  }

  private static void columns4(long[] a, int from, int h, int width) {
    for (int i = from; i < from + width; i++) {
      var v0 = a[i];
      var v1 = a[i + h];
      var v2 = a[i + 2 * h];
      var v3 = a[i + 3 * h];
      var a0 = v0 + v1;
      var a1 = v0 - v1;
      var a2 = v2 + v3;
      var a3 = v2 - v3;
      var b0 = a0 + a2;
      var b2 = a0 - a2;
      var b1 = a1 + a3;
      var b3 = a1 - a3;
      a[i] = b0;
      a[i + h] = b1;
      a[i + 2 * h] = b2;
      a[i + 3 * h] = b3;
    }
  }

  private static void columns8(long[] a, int from, int h, int width) {
    for (int i = from; i < from + width; i++) {
      var v0 = a[i];
      var v1 = a[i + h];
      var v2 = a[i + 2 * h];
      var v3 = a[i + 3 * h];
      var v4 = a[i + 4 * h];
      var v5 = a[i + 5 * h];
      var v6 = a[i + 6 * h];
      var v7 = a[i + 7 * h];
      var a0 = v0 + v1;
      var a1 = v0 - v1;
      var a2 = v2 + v3;
      var a3 = v2 - v3;
      var a4 = v4 + v5;
      var a5 = v4 - v5;
      var a6 = v6 + v7;
      var a7 = v6 - v7;
      var b0 = a0 + a2;
      var b2 = a0 - a2;
      var b1 = a1 + a3;
      var b3 = a1 - a3;
      var b4 = a4 + a6;
      var b6 = a4 - a6;
      var b5 = a5 + a7;
      var b7 = a5 - a7;
      var c0 = b0 + b4;
      var c4 = b0 - b4;
      var c1 = b1 + b5;
      var c5 = b1 - b5;
      var c2 = b2 + b6;
      var c6 = b2 - b6;
      var c3 = b3 + b7;
      var c7 = b3 - b7;
      a[i] = c0;
      a[i + h] = c1;
      a[i + 2 * h] = c2;
      a[i + 3 * h] = c3;
      a[i + 4 * h] = c4;
      a[i + 5 * h] = c5;
      a[i + 6 * h] = c6;
      a[i + 7 * h] = c7;
    }
  }

  @Override
  int bits(long[] a, int from, int length) {
    long bits = 0;
    for (int i = from; i < from + length; i++) bits |= Math.abs(a[i]);
    return Long.SIZE - Long.numberOfLeadingZeros(bits);
  }

  @Override
  int capacity() {
    return Long.SIZE - 1;
  }

  @Override
  void shift(long[] a, int from, int length, int by) {
    for (int i = from; i < from + length; i++) a[i] >>= by;
  }
}
