package org.cubecheck.cube;

import java.util.Arrays;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A function f: B^n -&gt; R with rational values, exact: integers over one positive denominator, in lowest terms. Immutable.
 */
public final class RealFunction {

  private final int n;
  private final long[] numerators;
  private final long denominator;

  private RealFunction(int n, long[] numerators, long denominator) {
    this.n = n;
    this.numerators = numerators;
    this.denominator = denominator;
  }

  /** The function with integer values; the index is the point. @throws IllegalArgumentException if the length is no power of two */
  public static RealFunction ofIntegers(long... values) {
    return of(values, 1);
  }

  /**
   * The function with values numerators[x] / denominator.
   *
   * @throws IllegalArgumentException if the length is no power of two or the denominator is not positive
   */
  public static RealFunction of(long[] numerators, long denominator) {
    int n = Cube.variables(numerators.length);
    if (denominator < 1) throw new IllegalArgumentException("a denominator is positive, not " + denominator);
    long common = denominator;
    for (int x = 0; x < numerators.length && common > 1; x++) common = gcd(common, Math.abs(numerators[x]));
    var reduced = numerators.clone();
    if (common > 1) {
      for (int x = 0; x < reduced.length; x++) reduced[x] /= common;
    }
    return new RealFunction(n, reduced, denominator / common);
  }

  static long gcd(long a, long b) {
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  /** The number n of variables. */
  public int variables() {
    return n;
  }

  /** The numerator of f(x). */
  public long numerator(int x) {
    return numerators[x];
  }

  /** The common denominator of the values, at least 1. */
  public long denominator() {
    return denominator;
  }

  /** The value f(x), exact. */
  public BigFraction at(int x) {
    return new BigFraction(numerators[x], denominator);
  }

  /**
   * The exact Fourier expansion. Cost n 2^n.
   *
   * @throws ArithmeticException if a coefficient does not fit into 64 bits
   */
  public Spectrum spectrum() {
    var a = numerators.clone();
    Walsh.transform(a);
    return Spectrum.of(a, Math.multiplyExact(denominator, 1L << n));
  }

  /** The real degree: max{|S| : f^(S) != 0}, 0 for a constant. */
  public int degree() {
    return spectrum().degree();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RealFunction f && f.denominator == denominator && Arrays.equals(f.numerators, numerators);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(numerators) + Long.hashCode(denominator);
  }

  @Override
  public String toString() {
    return Arrays.toString(numerators) + (denominator == 1 ? "" : "/" + denominator);
  }
}
