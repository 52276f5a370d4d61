package org.cubecheck.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.Symmetry;

class ExactDegreeProperties {

    @Example
    void the_minima_up_to_dimension_three_are_those_over_every_transform() {
        for (int d = 1; d <= 3; d++) {
            var least = new long[d + 1];
            var count = new long[d + 1];
            for (long rank = 0; rank < Bijection.count(d); rank++) {
                var flow = DegreeFlow.of(Bijection.ofRank(d, rank));
                for (int q = 1; q <= d; q++) {
                    long sum = flow.sumAt(q);
                    if (count[q] == 0 || sum < least[q]) {
                        least[q] = sum;
                        count[q] = 0;
                    }
                    count[q] += sum == least[q] ? 1 : 0;
                }
            }
            for (int q = 1; q <= d; q++) {
                var found = ExactDegree.of(d, q);
                assertThat(found.least()).isEqualTo(least[q]);
                assertThat(found.minimisers()).isEqualTo(count[q]);
                assertThat(DegreeFlow.of(found.example()).sumAt(q)).isEqualTo(least[q]);
                assertThat(found.signedIsLeast()).isEqualTo(q == 1);
            }
        }
    }

    @Example
    void tasks_of_full_degree_depend_on_the_image_of_the_parity_alone() {
        for (int d = 1; d <= 3; d++) {
            var byImage = ExactDegree.full(d);
            var byClasses = ExactDegree.byFlow(d, d);
            assertThat(byImage.least()).isEqualTo(byClasses.least());
            assertThat(byImage.minimisers()).isEqualTo(byClasses.minimisers());
            assertThat(byImage.tasks()).isEqualTo(byClasses.tasks());
            assertThat(DegreeFlow.of(byImage.example()).sumAt(d)).isEqualTo(byImage.least());
        }
    }

    /**
     * The sums of the examples, and sums of others never below, from the flow of all 65,536 tasks: it knows nothing of
     * the shortcuts.
     */
    @Tag("thorough")
    @Example
    void the_minima_of_dimension_four_stand_against_the_whole_flow() {
        long[][] expected = {
            {8, 8, 384}, {212, 418, 1536}, {12648, 37716, 69083136}, {52666, 202542, 1440L * 40320 * 40320}
        };
        var random = new SplittableRandom(11);
        for (int q = 1; q <= 4; q++) {
            var found = ExactDegree.of(4, q);
            assertThat(new long[] {found.tasks(), found.least(), found.minimisers()})
                    .isEqualTo(expected[q - 1]);
            assertThat(DegreeFlow.of(found.example()).sumAt(q)).isEqualTo(found.least());
            assertThat(found.signedIsLeast()).isEqualTo(q == 1);
            for (int i = 0; i < 25; i++) {
                var image = Symmetry.random(4, random).of(found.example());
                assertThat(DegreeFlow.of(image).sumAt(q)).isEqualTo(found.least());
                int[] near = image.toArray();
                int a = random.nextInt(16);
                int b = random.nextInt(16);
                int swap = near[a];
                near[a] = near[b];
                near[b] = swap;
                assertThat(DegreeFlow.of(Bijection.of(near)).sumAt(q)).isGreaterThanOrEqualTo(found.least());
                assertThat(DegreeFlow.of(Bijection.random(4, random)).sumAt(q)).isGreaterThanOrEqualTo(found.least());
            }
        }
    }

    @Example
    void degrees_and_dimensions_out_of_range_are_refused() {
        assertThatThrownBy(() -> ExactDegree.of(5, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExactDegree.of(3, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExactDegree.of(3, 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
