package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;

import java.util.Arrays;
import java.util.List;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.transform.Bijection;

/** Section 2: invertible transforms and their degrees. */
final class InvertibleTransforms {

  private static final String SECTION = "Invertible transforms";

  private InvertibleTransforms() {}

  static List<Claim<?>> claims() {
    return List.of(MINIMAL_DEGREE);
  }

  /** deg T >= d, with equality iff T is a signed permutation. */
  static final Claim<Bijection> MINIMAL_DEGREE =
      new Claim<>(
          "MINIMAL-DEGREE",
          SECTION,
          "Signed permutations are the invertible transforms of least degree",
          new Source(
              Provenance.AUTHORS,
              "summary: first-order Boolean functions",
              "permutation and sign flip correspond exactly to all first-order Boolean functions",
              "the bound deg T >= d and the sum over coordinates are our wording"),
          List.of("T is a bijection of B^d"),
          "Sharp: equality is attained by the 2^d d! signed permutations and by nothing else.",
          new Proposition<>(
              "For every invertible T: deg T ≥ d, with equality if and only if T is a signed permutation.",
              "\\deg T = \\sum_{i=1}^{d} \\deg T_i \\ge d, \\qquad \\deg T = d \\iff T(z) = PDz",
              List.of(Domains.bijections(1), Domains.bijections(2), Domains.bijections(3),
                  Domains.someBijections(4, 20_000), Domains.someBijections(5, 5_000), Domains.someBijections(6, 2_000)),
              InvertibleTransforms::minimalDegree),
          List.of(
              new Control<>(
                  "C-INVERSE-DEGREE",
                  "the inverse put in: deg T^-1 for the bound d",
                  new Proposition<>(
                      "deg T = deg T⁻¹ for every invertible T.",
                      "\\deg T = \\deg T^{-1}",
                      List.of(Domains.bijections(1), Domains.bijections(2), Domains.bijections(3)),
                      InvertibleTransforms::inverseDegree))));

  private static Outcome minimalDegree(Bijection T) {
    int degree = T.degree();
    boolean agrees = degree >= T.dimension() && (degree == T.dimension()) == T.isSignedPermutation();
    return agrees
        ? holds()
        : fails(Certificate.of("minimal-degree-fails").with("transform", list(T)).with("degree", degree)
            .reading("deg T = " + degree + " for T = " + T));
  }

  private static Outcome inverseDegree(Bijection T) {
    int degree = T.degree();
    int inverse = T.inverse().degree();
    if (degree == inverse) return holds();
    return fails(Certificate.of("inverse-degree-differs")
        .with("transform", list(T)).with("degree", degree).with("inverseDegree", inverse)
        .reading("T = " + T + " has coordinates " + T.coordinates().stream().map(f -> f.spectrum().toPolynomial()).toList() + " of degrees "
            + Arrays.toString(T.coordinateDegrees()) + ", sum " + degree + "; its inverse " + T.inverse() + " has degrees "
            + Arrays.toString(T.inverse().coordinateDegrees()) + ", sum " + inverse + "."));
  }

  static List<Integer> list(Bijection T) {
    return Arrays.stream(T.toArray()).boxed().toList();
  }
}
