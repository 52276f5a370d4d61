package org.cubecheck.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.cubecheck.sweep.SweepFinding;
import org.cubecheck.sweep.SweepKind;
import org.cubecheck.task.LearningCurve;
import org.junit.jupiter.api.Test;

class LearningCurveSweepKindTest {

    @SuppressWarnings("unchecked")
    private static final SweepKind<CurveSweep, CurveSweep.Counts> KIND =
            (SweepKind<CurveSweep, CurveSweep.Counts>) LearningCurveSweepKind.KIND;

    private static CurveSweep sweep(Map<String, String> given) {
        return KIND.sweep().apply(KIND.request(given));
    }

    /** The same outcome for every number of tasks. */
    private static SweepFinding finding(CurveSweep sweep, long samples, long identified, long undecided) {
        int points = LearningCurve.USUAL_COUNTS.size();
        return KIND.finding()
                .apply(
                        sweep,
                        new CurveSweep.Counts(
                                samples,
                                Collections.nCopies(points, identified),
                                Collections.nCopies(points, undecided)));
    }

    @Test
    void what_is_asked_for_is_swept() {
        assertThat(sweep(Map.of())).isEqualTo(new CurveSweep(3, "up-to-1", 3, 10_000, 1));
        assertThat(sweep(Map.of("dimension", "2", "observations", "0", "tasks", "all", "samples", "5", "seed", "-7")))
                .isEqualTo(new CurveSweep(2, "all", 0, 5, -7));
        assertThatThrownBy(() -> sweep(Map.of("tasks", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--tasks is missing");
        assertThatThrownBy(() -> sweep(Map.of("observations", "13")))
                .hasMessage("--observations lies within 3..12, or is 0, not 13");
        assertThat(sweep(Map.of()).name())
                .isEqualTo("learning curve of 3 latents, seen in 3 dimensions, tasks up-to-1, 10000 samples of seed 1");
        assertThat(sweep(Map.of("observations", "0")).name())
                .startsWith("learning curve of 3 latents, seen themselves, tasks up-to-1");
        assertThat(sweep(Map.of()).resultType()).isEqualTo(CurveSweep.Counts.class);
    }

    @Test
    void a_curve_that_is_complete_is_told_with_its_ceiling() {
        // the drop is at d - 1 = 2: all 2 * 4! * 4! maps that keep the product of the latents up to its sign, 48 of
        // them signed permutations
        var found = finding(new CurveSweep(3, "up-to-2", 5, 1_200, 4), 1_200, 300, 0);
        assertThat(found.name()).isEqualTo("learning-curve-d3-m5-up-to-2-seed-4");
        assertThat(found.title()).isEqualTo("How likely n tasks identify 3 latents");
        assertThat(found.asExpected()).isTrue();
        assertThat(found.sentences())
                .containsExactly(
                        "3 latents, seen through a random injection into B^5; tasks uniform over tasks of degree "
                                + "at most 2; 1,200 samples, seed 4.",
                        "64 tasks identify the latents in 300 of the samples: with a probability within "
                                + "0.2263..0.2753 (Wilson, 95%).",
                        "No number of tasks comes to more than 1/24.",
                        "This is an estimate: nothing is known beforehand that it is held against.");
        var table = found.tables().get(0);
        assertThat(table.rows()).hasSize(LearningCurve.USUAL_COUNTS.size());
        assertThat(table.rows().get(0)).containsExactly("0", "300", "0", "1,200", "0.2500", "0.2263..0.2753");
    }

    @Test
    void curves_that_differ_in_more_than_their_samples_have_names_that_differ() {
        var named = new CurveSweep(3, "1,1,0,5", 3, 10, 4);
        assertThat(finding(named, 10, 3, 0).name()).isEqualTo("learning-curve-d3-m3-1-1-0-5-seed-4");
        var others = List.of(
                new CurveSweep(2, "1,1,0", 3, 10, 4),
                new CurveSweep(3, "1,1,0,4", 3, 10, 4),
                new CurveSweep(3, "1,1,0,5", 0, 10, 4),
                new CurveSweep(3, "1,1,0,5", 3, 10, 5),
                new CurveSweep(3, "1,1,0,5", 3, 10, -4));
        assertThat(others.stream().map(other -> finding(other, 10, 3, 0).name()))
                .doesNotHaveDuplicates()
                .doesNotContain("learning-curve-d3-m3-1-1-0-5-seed-4")
                .contains("learning-curve-d3-m3-1-1-0-5-seed-minus-4");
        assertThat(finding(new CurveSweep(3, "1,1,0,5", 3, 20, 4), 20, 3, 0).name())
                .isEqualTo("learning-curve-d3-m3-1-1-0-5-seed-4");
    }

    @Test
    void there_is_no_ceiling_for_latents_that_are_seen_nor_where_tasks_identify_nor_where_the_density_rises() {
        for (var sweep : List.of(
                new CurveSweep(3, "up-to-2", 0, 10, 4),
                new CurveSweep(3, "up-to-1", 3, 10, 4),
                new CurveSweep(3, "1,1,0,5", 3, 10, 4)))
            assertThat(finding(sweep, 10, 3, 0).sentences()).hasSize(3);
        assertThat(finding(new CurveSweep(3, "up-to-2", 0, 10, 4), 10, 3, 0)
                        .sentences()
                        .get(0))
                .startsWith("3 latents, seen themselves; tasks");
    }

    @Test
    void a_curve_that_was_ended_and_searches_that_were_given_up_are_told() {
        var found = finding(new CurveSweep(1, "up-to-1", 1, 2_000, 4), 1_500, 700, 100);
        assertThat(found.asExpected()).isFalse();
        assertThat(found.title()).isEqualTo("How likely n tasks identify 1 latent");
        assertThat(found.sentences().get(0))
                .startsWith("1 latent, seen through")
                .endsWith("1,500 samples, seed 4, and not the 2,000 asked for.");
        assertThat(found.sentences())
                .contains("Where a search was given up the interval allows for both answers: "
                        + 100 * LearningCurve.USUAL_COUNTS.size() + " decisions in all.");
        int points = LearningCurve.USUAL_COUNTS.size();
        var one = new java.util.ArrayList<>(Collections.nCopies(points, 0L));
        one.set(0, 1L);
        assertThat(KIND.finding()
                        .apply(
                                new CurveSweep(1, "up-to-1", 1, 5, 4),
                                new CurveSweep.Counts(5, Collections.nCopies(points, 1L), one))
                        .sentences())
                .contains("Where a search was given up the interval allows for both answers: 1 decision in all.");
    }

    @Test
    void the_limits_are_within() {
        assertThat(new CurveSweep(4, "all", 4, 1, 1).shards()).isEqualTo(1);
        assertThat(new CurveSweep(1, "all", 1, 1, 1).shards()).isEqualTo(1);
        assertThat(new CurveSweep(3, "all", 12, 1, 1).shards()).isEqualTo(1);
        assertThatThrownBy(() -> new CurveSweep(3, "all", 13, 1, 1)).hasMessageContaining("3..12, or is 0, not 13");
    }
}
