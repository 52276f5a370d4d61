package org.cubecheck.cube;

/**
 * The Walsh-Hadamard transform, in place and unnormalised: a[S] becomes sum_x a[x] chi_S(x), the order of the result is the natural
 * (Hadamard) one, the masks of {@link Cube}. Applied twice it multiplies by the length. Cost n 2^n additions.
 */
public final class Walsh {

  private Walsh() {}

  /**
   * Exact in integers.
   *
   * @throws IllegalArgumentException if the length is no power of two
   * @throws ArithmeticException if the sum of the absolute values, which bounds every partial sum, does not fit
   */
  public static void transform(long[] a) {
    Cube.variables(a.length);
    long sum = 0;
    for (long value : a) sum = Math.addExact(sum, Math.absExact(value));
    for (int h = 1; h < a.length; h <<= 1) {
      for (int i = 0; i < a.length; i += h << 1) {
        for (int j = i; j < i + h; j++) {
          long u = a[j];
          long v = a[j + h];
          a[j] = u + v;
          a[j + h] = u - v;
        }
      }
    }
  }

  /**
   * Exact in integers.
   *
   * @throws IllegalArgumentException if the length is no power of two
   * @throws ArithmeticException if the sum of the absolute values, which bounds every partial sum, does not fit
   */
  public static void transform(int[] a) {
    Cube.variables(a.length);
    long sum = 0;
    for (int value : a) sum += Math.abs((long) value);
    if (sum > Integer.MAX_VALUE) throw new ArithmeticException("integer overflow: the sum of absolute values is " + sum);
    for (int h = 1; h < a.length; h <<= 1) {
      for (int i = 0; i < a.length; i += h << 1) {
        for (int j = i; j < i + h; j++) {
          int u = a[j];
          int v = a[j + h];
          a[j] = u + v;
          a[j + h] = u - v;
        }
      }
    }
  }

  /** In floating point; the rounding error is at most about n ulps of the largest coefficient. */
  public static void transform(double[] a) {
    Cube.variables(a.length);
    for (int h = 1; h < a.length; h <<= 1) {
      for (int i = 0; i < a.length; i += h << 1) {
        for (int j = i; j < i + h; j++) {
          double u = a[j];
          double v = a[j + h];
          a[j] = u + v;
          a[j + h] = u - v;
        }
      }
    }
  }
}
