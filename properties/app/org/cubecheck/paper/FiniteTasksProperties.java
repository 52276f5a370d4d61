package org.cubecheck.paper;

import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.paper.EnoughTasks.ENOUGH_TASKS;
import static org.cubecheck.paper.FiniteTasks.FINITE_TASKS;

import java.util.List;
import net.jqwik.api.Example;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Outcome;
import org.cubecheck.paper.EnoughTasks.RepeatedTasks;
import org.cubecheck.paper.FiniteTasks.Curve;
import org.cubecheck.task.TaskDistribution;

class FiniteTasksProperties {

    @Example
    void no_curve_exceeds_its_ceiling() {
        assertThat(FINITE_TASKS)
                .holdsAt(new Curve(TaskDistribution.uniform(2), 6))
                .holdsAt(new Curve(TaskDistribution.upToDegree(3, 2), 2));
    }

    @Example
    void the_referee_counts_the_curve_anew() {
        var certificate = ((Outcome.Holds) FINITE_TASKS.at(new Curve(TaskDistribution.decreasing(2, 3), 2)))
                .exhibits()
                .get(0);
        assertThat(certificate)
                .isAccepted()
                .isRejectedWith(
                        "rows",
                        List.of(List.of("0", "1", "3"), List.of("1", "1", "4")),
                        "the probability for 1 tasks is 38/120")
                .isRejectedWith("ceiling", List.of("1", "4"), "the ceiling is 1/1")
                .isRejectedWith("ceiling", List.of("2", "1"), "the ceiling is 1/1")
                .isRejectedWith("density", List.of(1L, 1L, 1L), "the probability for 1 tasks is");
    }

    @Example
    void enough_tasks_identify_through_any_observations_and_one_fewer_may_not() {
        assertThat(ENOUGH_TASKS)
                .holdsAt(new RepeatedTasks(2, List.of(0, 1, 3, 2), List.of(2, 2)))
                .isOutOfScopeAt(new RepeatedTasks(2, List.of(0, 1, 3, 2), List.of(1, 2)));
        assertThat(ENOUGH_TASKS.controls().get(0)).isRefutedFirstAt(2);
        assertThat(ENOUGH_TASKS.controls().get(1)).isRefutedFirstAt(2);
        assertThat(ENOUGH_TASKS.controls().get(2)).isRefutedFirstAt(2);
    }

    /** The rival of four latents is found by branch and bound; that it is one the referee sees for itself. */
    @Example
    @SuppressWarnings("unchecked")
    void too_few_tasks_of_four_latents_leave_a_rival_that_the_referee_accepts() {
        var together = (Control<RepeatedTasks>) ENOUGH_TASKS.controls().get(1);
        var psi = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 14);
        assertThat(together).failsAt(new RepeatedTasks(4, psi, List.of(0, 12, 0, 0)));
        assertThat(together).isOutOfScopeAt(new RepeatedTasks(4, psi, List.of(0, 1, 0, 0)));
        assertThat(ENOUGH_TASKS).isOutOfScopeAt(new RepeatedTasks(4, psi, List.of(0, 12, 0, 0)));
    }

    @Example
    void every_control_of_the_curves_is_refuted_for_two_latents() {
        FINITE_TASKS.controls().forEach(control -> assertThat(control).isRefutedFirstAt(2));
    }
}
