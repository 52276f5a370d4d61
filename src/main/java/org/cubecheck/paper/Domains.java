package org.cubecheck.paper;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.cubecheck.claim.Domain;
import org.cubecheck.transform.Bijection;

/** The domains over which the claims quantify. */
final class Domains {

  private Domains() {}

  /** All invertible transforms of B^d, d at most 3, in lexicographic order. */
  static Domain<Bijection> bijections(int d) {
    return bijections(d, 1);
  }

  /** The same, with the number of cases that a check examines at each. */
  static Domain<Bijection> bijections(int d, long casesPerTransform) {
    return new Domain.All<>("invertible transforms of B^" + d, d, Bijection.count(d), rank -> Bijection.ofRank(d, rank), casesPerTransform);
  }

  /** Uniformly random invertible transforms of B^d. */
  static Domain<Bijection> someBijections(int d, long trials) {
    return Domain.sampled("invertible transforms of B^" + d, d, factorial(1 << d), trials, random -> Bijection.random(d, random));
  }

  static BigInteger factorial(int n) {
    return IntStream.rangeClosed(1, n).mapToObj(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
