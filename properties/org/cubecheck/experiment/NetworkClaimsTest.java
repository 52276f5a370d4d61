package org.cubecheck.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.referee.CheckCertificates;
import org.junit.jupiter.api.Test;

/** The claims about trained networks, over numbers made up for the purpose. */
class NetworkClaimsTest {

  private static AuditReport audit(Size size, DoubleUnaryOperator change) {
    var claims = Experiments.claims(size, experiment -> madeUp(experiment, size, change), "made up");
    return new Auditor(new Settings(20, 1, 1, 1), (id, c) -> CheckCertificates.objection(id, c.kind(), c.data()), Progress.SILENT).audit(claims);
  }

  /** Every number as the gates want it: what must be low is 0.01, what must be high 0.24, a little different for each seed. */
  private static ExperimentResult madeUp(Experiment experiment, Size size, DoubleUnaryOperator change) {
    var cells = new ArrayList<CellResult>();
    for (var name : experiment.cells(size)) {
      var seeds = new ArrayList<SeedResult>();
      for (long seed : experiment.seeds(size)) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (var measure : List.of("training", "probe", "assigned", "pca-probe", "raw-probe", "pca-assigned", "R-assigned", "lost", "test", "relative", "velocityInside", "velocityOutside", "rolloutOutside"))
          values.put(measure, change.applyAsDouble(low(name, measure) ? 0.01 : 0.24) + (seed % 100) * 1e-5 * (low(name, measure) ? 1 : 2));
        seeds.add(new SeedResult(seed, List.of(new Checkpoint(1, values))));
      }
      cells.add(new CellResult(name, Map.of("setting", "made up"), seeds));
    }
    return new ExperimentResult(experiment.name(), size, Map.of("command", "none"), cells);
  }

  private static boolean low(String cell, String measure) {
    if (measure.equals("training") || measure.equals("relative") || measure.equals("velocityInside")) return true;
    if (measure.equals("pca-assigned")) return false;
    if (cell.startsWith("piecewise")) return cell.endsWith("relu");
    if (cell.equals("scrambled heads")) return measure.equals("R-assigned");
    if (cell.equals("relu heads")) return !measure.equals("R-assigned");
    return cell.matches(".*n=64|low-degree.*|half of.*|degree at most 3|.*polynomial|.*modified");
  }

  @Test
  void numbers_as_the_gates_want_them_make_every_claim_stand_and_refute_every_control() {
    for (var size : Size.values()) {
      var report = audit(size, x -> x);
      assertThat(report.results()).hasSize(size == Size.FULL ? 9 : 7);
      for (var result : report.results()) {
        assertThat(result.findings()).as(result.claim().id()).allMatch(finding -> finding.standing() == AuditReport.Standing.MEASURED);
        assertThat(result.asExpected()).as(result.claim().id()).isTrue();
      }
    }
  }

  @Test
  void every_claim_brings_its_numbers_to_be_drawn_once() {
    for (var result : audit(Size.FULL, x -> x).results()) {
      var plots = result.findings().stream().map(finding -> ((org.cubecheck.claim.Verdict.Measured) finding.verdict()).estimate().plots().size()).toList();
      assertThat(plots.get(0)).as(result.claim().id()).isPositive();
      assertThat(plots.subList(1, plots.size())).as(result.claim().id()).allMatch(count -> count == 0);
    }
  }

  @Test
  void the_opposite_numbers_miss_every_claim_and_leave_no_control_refuted() {
    for (var result : audit(Size.FULL, x -> x > 0.1 ? -0.01 : 0.24).results()) {
      assertThat(result.asExpected()).as(result.claim().id()).isFalse();
      assertThat(result.controls()).as(result.claim().id()).noneMatch(AuditReport.ControlResult::asExpected);
    }
  }

  @Test
  void every_identifier_is_used_once_and_every_gate_belongs_to_a_claim() {
    var claims = Experiments.claims(Size.FULL, experiment -> madeUp(experiment, Size.FULL, x -> x), "made up");
    assertThat(claims.stream().map(Claim::id)).doesNotHaveDuplicates();
    var domains = claims.stream().flatMap(claim -> claim.proposition().domains().stream()).count();
    // The gate of the boundary was missed: the result is told with TRAINED-FRAMES and is no claim.
    assertThat(Experiments.all().stream().filter(experiment -> experiment != Experiments.BOUNDARY).mapToInt(experiment -> experiment.gates(Size.FULL).size()).sum()).isEqualTo((int) domains);
  }

  /** The committed results were made under the settings that the code now has, on the seeds that it fixes; their gates are judged anew. */
  @Test
  void the_recorded_results_belong_to_the_code_and_make_every_claim_stand() {
    var recorded = Experiments.recorded();
    assertThat(recorded.stream().map(ExperimentResult::experiment)).containsExactlyElementsOf(Experiments.all().stream().map(Experiment::name).toList());
    for (var result : recorded) {
      var plan = Experiments.named(result.experiment()).plan(Size.FULL);
      assertThat(result.size()).isEqualTo(Size.FULL);
      assertThat(result.cells().stream().map(CellResult::cell)).containsExactlyElementsOf(plan.cells().stream().map(Plan.Cell::name).toList());
      for (var cell : plan.cells()) {
        assertThat(result.cell(cell.name()).settings()).isEqualTo(cell.settings());
        assertThat(result.cell(cell.name()).seeds().stream().map(SeedResult::seed)).isEqualTo(plan.seeds());
      }
    }
    var report = new Auditor(new Settings(20, 1, 1, 1), (id, c) -> CheckCertificates.objection(id, c.kind(), c.data()), Progress.SILENT).audit(Experiments.claims(Size.FULL));
    assertThat(report.asExpected()).isTrue();
    assertThat(Experiments.BOUNDARY.judge(recorded.get(Experiments.all().indexOf(Experiments.BOUNDARY)))).as("missed, and told with TRAINED-FRAMES")
        .noneMatch(org.cubecheck.claim.Estimate::passed);
  }

  @Test
  void the_referee_rejects_what_chance_may_have_done() {
    var order = Certificate.of("measured-order-missed").with("less", "a").with("more", "b").with("seeds", List.of(1, 2, 3, 4, 5)).with("statedMoreMillionths", List.of(1, 2, 3, 4, 5));
    assertThat(objection(order.with("statedLessMillionths", List.of(11, 12, 13, 14, 15)).reading(""))).isEmpty();
    assertThat(objection(order.with("statedLessMillionths", List.of(11, 12, 13, 14, 0)).reading(""))).as("one of five in favour, by the least rank").isPresent();
    assertThat(objection(order.with("statedLessMillionths", List.of(0, 1, 2, 3, 4)).reading(""))).as("the stated order").isPresent();
    assertThat(objection(order.with("statedLessMillionths", List.of(1, 12, 13, 14, 15)).reading(""))).as("a pair of equals").isPresent();
    assertThat(objection(order.with("statedLessMillionths", List.of(11, 12, 13, 14)).reading(""))).as("a value missing").isPresent();
    var bound = Certificate.of("measured-bound-missed").with("measure", "a").with("seeds", List.of(1, 2, 3, 4, 5)).with("boundMillionths", 70_000).with("statedAtMost", true);
    assertThat(objection(bound.with("millionths", List.of(80_000, 80_001, 80_002, 80_003, 80_004)).reading(""))).isEmpty();
    assertThat(objection(bound.with("millionths", List.of(80_000, 80_001, 80_002, 80_003, 60_000)).reading(""))).as("four of five").isPresent();
    assertThat(objection(bound.with("millionths", List.of(60_000, 60_001, 60_002, 60_003, 60_004)).reading(""))).as("the bound is kept").isPresent();
    assertThat(objection(bound.with("millionths", List.of(80_000, 80_001, 80_002, 80_003, 80_004)).with("seeds", List.of(1, 2, 3, 4, 4)).reading(""))).as("a seed twice").isPresent();
  }

  private static Optional<String> objection(Certificate certificate) {
    return CheckCertificates.objection(certificate.kind(), certificate.data());
  }
}
