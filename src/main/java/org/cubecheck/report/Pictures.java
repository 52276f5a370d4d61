package org.cubecheck.report;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cubecheck.claim.Certificate;

/** Drawings of certificates, by kind: the one place where a kind of evidence gets a picture. */
final class Pictures {

  private static final Map<String, Function<Map<String, Object>, String>> BY_KIND = Map.of();

  private Pictures() {}

  /** The drawing as an SVG element, where there is one. */
  static Optional<String> of(Certificate certificate) {
    return Optional.ofNullable(BY_KIND.get(certificate.kind())).map(draw -> draw.apply(certificate.data()));
  }
}
