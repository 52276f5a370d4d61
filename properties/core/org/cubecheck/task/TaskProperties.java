package org.cubecheck.task;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
class TaskProperties {

    @Property(tries = 300, generation = GenerationMode.RANDOMIZED)
    void a_predictor_after_the_transform_is_the_task(
            @ForAll @Variables(4) BooleanFunction g, @ForAll @Variables(4) Bijection T) {
        var u = new Task(g).predictor(T);
        for (int z = 0; z < 16; z++) assertThat(u.at(T.at(z))).isEqualTo(g.at(z));
    }

    @Property(tries = 60, generation = GenerationMode.RANDOMIZED)
    void the_flow_counts_what_the_predictors_say_one_by_one(@ForAll @Variables(min = 1, max = 3) Bijection T) {
        int d = T.dimension();
        var count = new long[d + 1][d + 1];
        for (int table = 0; table < 1 << (1 << d); table++) {
            var task = new Task(BooleanFunction.ofTable(d, table));
            count[task.degree()][task.predictor(T).degree()]++;
        }
        var flow = DegreeFlow.of(T);
        for (int j = 0; j <= d; j++) {
            for (int i = 0; i <= d; i++) assertThat(flow.count(j, i)).isEqualTo(count[j][i]);
        }
        long upTo = 0;
        for (int k = 0; k <= d; k++) {
            long at = 0;
            for (int i = 0; i <= d; i++) at += i * count[k][i];
            upTo += at;
            assertThat(flow.sumAt(k)).isEqualTo(at);
            assertThat(flow.sumUpTo(k)).isEqualTo(upTo);
            int bound = k;
            boolean kept = IntStream.rangeClosed(0, k)
                    .allMatch(j -> IntStream.rangeClosed(bound + 1, d).allMatch(i -> count[j][i] == 0));
            assertThat(flow.keeps(k)).isEqualTo(kept);
        }
        assertThat(flow.dimension()).isEqualTo(d);
        var tasks = TaskDistribution.ofDensity(
                IntStream.rangeClosed(0, d).mapToLong(j -> 1 + 3 * j).toArray());
        var law = new long[d + 1];
        for (int j = 0; j <= d; j++) {
            for (int i = 0; i <= d; i++) law[i] += (1 + 3 * j) * count[j][i];
        }
        assertThat(tasks.degreeLaw(flow)).isEqualTo(law);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_signed_permutation_moves_no_degree(@ForAll @Variables(3) SignedPermutation PD) {
        var flow = DegreeFlow.of(PD.toBijection());
        for (int k = 0; k <= 3; k++) assertThat(flow.keeps(k)).isTrue();
    }

    @Example
    void functions_of_four_variables_are_counted_by_degree() {
        var flow = DegreeFlow.of(Bijection.identity(4));
        assertThat(IntStream.rangeClosed(0, 4).mapToLong(flow::tasks).toArray())
                .containsExactly(2, 8, 212, 12648, 52666);
    }

    @Example
    void drops_are_where_the_density_falls() {
        assertThat(TaskDistribution.uniform(4).drops()).isEmpty();
        assertThat(TaskDistribution.upToDegree(4, 2).drops()).containsExactly(2);
        assertThat(TaskDistribution.decreasing(4, 3).drops()).containsExactly(1, 2, 3);
        assertThat(TaskDistribution.ofDensity(9, 5, 5, 5, 1).drops()).containsExactly(3);
        assertThat(TaskDistribution.ofDegree(4, 2).isNonIncreasing()).isFalse();
        assertThat(TaskDistribution.upToDegree(4, 2).isNonIncreasing()).isTrue();
    }

    @Example
    void the_expected_degree_of_all_tasks_of_two_latents_is_three_halves() {
        // 2 of degree 0, 4 of degree 1, 10 of degree 2: (4 + 20) / 16.
        var flow = DegreeFlow.of(Bijection.identity(2));
        assertThat(TaskDistribution.uniform(2).expectedDegree(flow)).isEqualTo(BigFraction.of(24, 16));
        assertThat(TaskDistribution.ofDensity(3, 2, 1).expectedDegree(flow))
                .isEqualTo(BigFraction.of(2 * 4 + 20, 3 * 2 + 2 * 4 + 10));
    }

    @Example
    void draws_follow_the_density() {
        var tasks = TaskDistribution.ofDensity(7, 3, 0, 1);
        var sampler = tasks.sampler();
        var random = new SplittableRandom(11);
        var seen = new TreeMap<Integer, Long>();
        for (int i = 0; i < 20_000; i++) seen.merge(sampler.draw(random), 1L, Long::sum);
        int[] support = tasks.support();
        var expected = IntStream.of(support)
                .mapToDouble(table -> tasks.weight(BooleanFunction.ofTable(3, table)))
                .toArray();
        var observed = IntStream.of(support)
                .mapToLong(table -> seen.getOrDefault(table, 0L))
                .toArray();
        assertThat(seen.keySet())
                .allMatch(table -> BooleanFunction.ofTable(3, table).degree() != 2);
        assertThat(new ChiSquareTest().chiSquareTest(expected, observed))
                .isNotNaN()
                .isGreaterThan(1e-4);
    }

    @Example
    void what_is_no_distribution_is_refused() {
        assertThatThrownBy(() -> TaskDistribution.ofDensity(1, -1)).hasMessageContaining("not negative");
        assertThatThrownBy(() -> TaskDistribution.ofDensity(0, 0, 0)).hasMessageContaining("no task");
        assertThatThrownBy(() -> TaskDistribution.upToDegree(3, 4)).hasMessageContaining("0..3, not 4");
        assertThatThrownBy(() -> DegreeFlow.of(Bijection.identity(5))).hasMessageContaining("not 5");
    }

    @Example
    void densities_are_those_of_their_names() {
        assertThat(TaskDistribution.uniform(2))
                .isEqualTo(TaskDistribution.ofDensity(1, 1, 1))
                .hasToString("uniform over all tasks");
        assertThat(TaskDistribution.upToDegree(3, 0))
                .isEqualTo(TaskDistribution.ofDensity(1, 0, 0, 0))
                .isNotEqualTo(TaskDistribution.uniform(3));
        assertThat(TaskDistribution.upToDegree(3, 3))
                .isEqualTo(TaskDistribution.uniform(3))
                .hasSameHashCodeAs(TaskDistribution.uniform(3))
                .isNotEqualTo("uniform");
        assertThat(TaskDistribution.ofDegree(3, 2)).isEqualTo(TaskDistribution.ofDensity(0, 0, 1, 0));
        assertThat(TaskDistribution.decreasing(3, 2))
                .isEqualTo(TaskDistribution.ofDensity(8, 4, 2, 1))
                .doesNotHaveSameHashCodeAs(TaskDistribution.uniform(3));
        assertThat(TaskDistribution.ofDegree(3, 2).name()).isEqualTo("uniform over tasks of degree 2");
        assertThat(new Task(BooleanFunction.coordinate(3, 0)).dimension()).isEqualTo(3);
        assertThat(TaskDistribution.ofDegree(4, 0).support()).containsExactly(0, 0xFFFF);
    }

    @Example
    void degrees_and_factors_out_of_range_are_refused() {
        assertThatThrownBy(() -> TaskDistribution.upToDegree(3, -1)).hasMessageContaining("0..3, not -1");
        assertThatThrownBy(() -> TaskDistribution.ofDegree(3, 4)).hasMessageContaining("0..3, not 4");
        assertThatThrownBy(() -> TaskDistribution.decreasing(3, 1)).hasMessageContaining("at least 2, not 1");
        assertThatThrownBy(() -> TaskDistribution.uniform(5).support()).hasMessageContaining("not 5");
        assertThatThrownBy(() -> TaskDistribution.ofDensity(1)).hasMessageContaining("d at least 1");
        assertThatThrownBy(() -> TaskDistribution.decreasing(-1, 2)).hasMessageContaining("d at least 1, not -1");
        assertThat(TaskDistribution.decreasing(62, 2).density(0)).isEqualTo(1L << 62);
        for (var text : List.of("falling-9999", "falling-2000")) {
            assertThatThrownBy(() -> TaskDistribution.parse(6, text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("over 6 degrees do not");
        }
        assertThatThrownBy(() -> TaskDistribution.decreasing(63, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fall by 2 over 63 degrees");
        assertThatThrownBy(() -> TaskDistribution.decreasing(Integer.MAX_VALUE - 1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("63 bits");
    }

    @Example
    void tasks_and_flows_of_another_dimension_are_refused() {
        var tasks = TaskDistribution.uniform(3);
        for (int d : new int[] {2, 4}) {
            var flow = DegreeFlow.of(Bijection.identity(d));
            assertThatThrownBy(() -> tasks.expectedDegree(flow))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a flow of " + d + " latents, not 3");
            assertThatThrownBy(() -> tasks.degreeLaw(flow))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a flow of " + d + " latents, not 3");
            assertThatThrownBy(() -> tasks.weight(BooleanFunction.constant(d, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a task of " + d + " latents, not 3");
        }
    }
}
