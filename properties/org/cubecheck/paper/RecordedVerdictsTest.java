package org.cubecheck.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Proposition;
import org.cubecheck.referee.CheckCertificates;
import org.cubecheck.report.Baseline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every claim over its small domains, and every control, audited against the recorded verdicts, number for number: the kind of the verdict,
 * the points within scope, the cases, and where and after how many points a control is refuted. A check that silently examines fewer cases, or
 * finds another point out of scope, or lets a near-miss live a point longer, is noticed here; {@code .ci/run} does the same over all domains.
 */
class RecordedVerdictsTest {

  private static final int DIMENSION = 3;
  private static final int POINTS = 5000;

  static Stream<String> claims() {
    return Paper.claims().stream().map(Claim::id);
  }

  @ParameterizedTest
  @MethodSource("claims")
  void a_claim_is_as_recorded_over_its_small_domains(String id) throws Exception {
    check(small(claim(id)));
  }

  /** Over all domains: half a minute for all claims, so here for callers that have the time. */
  void a_claim_is_as_recorded(String id) throws Exception {
    check(claim(id));
  }

  private static Claim<?> claim(String id) {
    return Paper.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow();
  }

  private static void check(Claim<?> claim) throws Exception {
    var auditor = new Auditor(new Settings(Integer.MAX_VALUE, 1, 1, 1), c -> CheckCertificates.objection(c.kind(), c.data()), Progress.SILENT);
    var found = entry(Baseline.of(auditor.audit(List.of(claim))).toJson(), claim.id());
    var recorded = entry(Files.readString(Path.of("fixtures/verdicts.json")), claim.id());

    assertThat(found.path("domains")).isNotEmpty();
    for (var domain : found.path("domains").properties())
      assertThat(domain.getValue()).as(domain.getKey()).isEqualTo(recorded.path("domains").path(domain.getKey()));
    assertThat(found.path("controls")).isEqualTo(recorded.path("controls"));
  }

  private static JsonNode entry(String baseline, String id) throws Exception {
    return new ObjectMapper().readTree(baseline).path("claims").path(id);
  }

  /** The claim over its first domain and the small ones; its controls whole, as their search ends with the first counterexample. */
  private static <X> Claim<X> small(Claim<X> claim) {
    var all = claim.proposition();
    var domains = all.domains().stream().filter(domain -> domain.equals(all.domains().get(0)) || isSmall(domain)).toList();
    return new Claim<>(claim.id(), claim.section(), claim.title(), claim.source(), claim.hypotheses(), claim.boundary(),
        new Proposition<>(all.statement(), all.formula(), domains, all.check()), claim.controls());
  }

  private static boolean isSmall(Domain<?> domain) {
    long visited = domain instanceof Domain.All<?> all ? all.count()
        : domain instanceof Domain.Orbits<?> orbits ? orbits.count() : ((Domain.Sampled<?>) domain).trials();
    return domain.dimension() <= DIMENSION && visited <= POINTS;
  }
}
