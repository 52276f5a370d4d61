package org.cubecheck.sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.OptionalInt;
import net.jqwik.api.Example;
import org.cubecheck.sweep.Grouped;
import org.cubecheck.sweep.LocalSweeper;
import org.cubecheck.task.LearningCurve;
import org.cubecheck.task.TaskDistribution;

class CurveSweepProperties {

    /** A block that begins with a wrong seed, or is counted twice, gives other numbers. */
    @Example
    void blocks_add_up_to_the_curve_in_one_piece() throws InterruptedException {
        for (int observations : new int[] {0, 2, 3}) {
            var sweep = new CurveSweep(2, "falling-3", observations, 1_234, 77);
            assertThat(sweep.shards()).isEqualTo(3);
            var whole = LearningCurve.sampled(
                    TaskDistribution.decreasing(2, 3),
                    observations == 0 ? OptionalInt.empty() : OptionalInt.of(observations),
                    LearningCurve.USUAL_COUNTS,
                    1_234,
                    77);
            assertThat(CurveSweep.curve(LocalSweeper.of(2).run(sweep))).isEqualTo(whole);
            assertThat(CurveSweep.curve(LocalSweeper.of(1).run(Grouped.atMost(2, sweep))))
                    .isEqualTo(whole);
        }
    }

    @Example
    void with_four_latents_a_shard_is_one_sample() throws IOException {
        var sweep = new CurveSweep(4, "up-to-1", 4, 7, 3);
        assertThat(sweep.shards()).isEqualTo(7);
        var last = sweep.shard(6);
        assertThat(last.samples()).isEqualTo(1);
        var mapper = new JsonMapper();
        assertThat(mapper.readValue(mapper.writeValueAsBytes(last), CurveSweep.Counts.class))
                .isEqualTo(last);
        assertThat(CurveSweep.curve(last))
                .isEqualTo(LearningCurve.sampled(
                        TaskDistribution.upToDegree(4, 1), OptionalInt.of(4), LearningCurve.USUAL_COUNTS, 6, 1, 3));
    }

    @Example
    void what_is_no_curve_is_refused() {
        assertThatThrownBy(() -> new CurveSweep(5, "all", 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1..4 latents, not 5");
        assertThatThrownBy(() -> new CurveSweep(3, "all", 2, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3..12, or is 0, not 2");
        assertThatThrownBy(() -> new CurveSweep(3, "most", 3, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("up-to-K");
        assertThatThrownBy(() -> new CurveSweep(3, "all", 3, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }

    @Example
    void a_distribution_is_read_as_it_is_written() {
        assertThat(TaskDistribution.parse(3, "up-to-2").name())
                .isEqualTo(TaskDistribution.upToDegree(3, 2).name());
        assertThat(TaskDistribution.parse(2, "8,4,1").density(1)).isEqualTo(4);
        assertThat(TaskDistribution.parse(2, "falling-5").density(0)).isEqualTo(25);
        assertThat(TaskDistribution.parse(2, "all").density(2)).isEqualTo(1);
        assertThatThrownBy(() -> TaskDistribution.parse(2, "1,1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0..2, not 2 weights");
    }
}
