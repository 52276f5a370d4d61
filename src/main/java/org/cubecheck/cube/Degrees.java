package org.cubecheck.cube;

/** Degrees of bit-packed Boolean functions: by table for up to 4 variables, by the transform above. */
public final class Degrees {

  private static final byte[][] TABLES = new byte[5][];

  static {
    for (int n = 0; n <= 4; n++) {
      TABLES[n] = new byte[1 << (1 << n)];
      for (int table = 0; table < TABLES[n].length; table++) TABLES[n][table] = (byte) byTransform(n, new long[] {table});
    }
  }

  private Degrees() {}

  /** The real degree of the function of n variables, n at most 4, with the given table. One look-up. */
  public static int of(int n, int table) {
    return TABLES[n][table];
  }

  static int of(int n, long[] words) {
    return n <= 4 ? TABLES[n][(int) words[0]] : byTransform(n, words);
  }

  private static int byTransform(int n, long[] words) {
    var a = new int[1 << n];
    for (int x = 0; x < a.length; x++) a[x] = 1 - 2 * (int) (words[x >>> 6] >>> x & 1);
    Walsh.transform(a);
    int degree = 0;
    for (int S = 0; S < a.length; S++) {
      if (a[S] != 0) degree = Math.max(degree, Cube.degree(S));
    }
    return degree;
  }

  static int gf2(int n, long[] words) {
    var anf = words.clone();
    long[] low = {0x5555555555555555L, 0x3333333333333333L, 0x0F0F0F0F0F0F0F0FL, 0x00FF00FF00FF00FFL, 0x0000FFFF0000FFFFL, 0x00000000FFFFFFFFL};
    for (int i = 0; i < Math.min(n, 6); i++) {
      for (int w = 0; w < anf.length; w++) anf[w] ^= (anf[w] & low[i]) << (1 << i);
    }
    for (int h = 1; h < anf.length; h <<= 1) {
      for (int w = 0; w < anf.length; w++) {
        if ((w & h) != 0) anf[w] ^= anf[w ^ h];
      }
    }
    int degree = 0;
    for (int w = 0; w < anf.length; w++) {
      for (long rest = anf[w]; rest != 0; rest &= rest - 1) degree = Math.max(degree, Integer.bitCount(w << 6 | Long.numberOfTrailingZeros(rest)));
    }
    return degree;
  }
}
