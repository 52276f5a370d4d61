package org.cubecheck.paper;

import static org.cubecheck.paper.FiniteTasks.ENOUGH_TASKS;
import static org.cubecheck.paper.FiniteTasks.FINITE_TASKS;
import static org.cubecheck.vocabulary.CubeAssertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import org.cubecheck.claim.Outcome;
import org.cubecheck.paper.FiniteTasks.Curve;
import org.cubecheck.paper.FiniteTasks.Lesson;
import org.cubecheck.task.TaskDistribution;

class FiniteTasksProperties {

  @Example
  void no_curve_exceeds_its_ceiling() {
    assertThat(FINITE_TASKS).holdsAt(new Curve(TaskDistribution.uniform(2), 6)).holdsAt(new Curve(TaskDistribution.upToDegree(3, 2), 2));
  }

  @Example
  void the_referee_counts_the_curve_anew() {
    var certificate = ((Outcome.Holds) FINITE_TASKS.at(new Curve(TaskDistribution.decreasing(2, 3), 2))).exhibits().get(0);
    assertThat(certificate).isAccepted()
        .isRejectedWith("rows", List.of(List.of("0", "1", "3"), List.of("1", "1", "4")), "the probability for 1 tasks is 38/120")
        .isRejectedWith("ceiling", List.of("1", "4"), "the ceiling is 1/1").isRejectedWith("ceiling", List.of("2", "1"), "the ceiling is 1/1")
        .isRejectedWith("density", List.of(1L, 1L, 1L), "the probability for 1 tasks is");
  }

  @Example
  void enough_tasks_identify_through_any_observations_and_one_fewer_may_not() {
    assertThat(ENOUGH_TASKS)
        .holdsAt(new Lesson(2, List.of(0, 1, 3, 2), List.of(2, 2)))
        .isOutOfScopeAt(new Lesson(2, List.of(0, 1, 3, 2), List.of(1, 2)));
    assertThat(ENOUGH_TASKS.controls().get(0)).isRefutedFirstAt(2);
    assertThat(ENOUGH_TASKS.controls().get(1)).isRefutedFirstAt(2);
    assertThat(ENOUGH_TASKS.controls().get(2)).isRefutedFirstAt(2);
  }

  @Example
  void every_control_of_the_curves_is_refuted_for_two_latents() {
    FINITE_TASKS.controls().forEach(control -> assertThat(control).isRefutedFirstAt(2));
  }
}
