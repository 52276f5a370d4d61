package org.cubecheck.task;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
@Domain(DomainContext.Global.class)
class LearnerProperties {

    private final IdealLearner ofTwo = IdealLearner.of(2);
    private final IdealLearner ofThree = IdealLearner.of(3);

    @Example
    void one_model_stands_for_each_class() {
        assertThat(IdealLearner.of(1).models()).hasSize(1);
        assertThat(ofTwo.models()).hasSize(3);
        assertThat(ofThree.models()).hasSize(840).startsWith(Bijection.identity(3));
        assertThat(ofThree.observations().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(840);
    }

    @Property(tries = 200, generation = GenerationMode.RANDOMIZED)
    void a_class_is_what_signed_permutations_of_the_result_reach(
            @ForAll @Variables(3) Bijection T, @ForAll @Variables(3) SignedPermutation PD) {
        int index = ofThree.indexOf(T);
        assertThat(ofThree.indexOf(PD.toBijection().after(T))).isEqualTo(index);
        assertThat(T.after(ofThree.models().get(index).inverse()).isSignedPermutation())
                .isTrue();
    }

    /** Against the definition: all 24 transforms, one by one. */
    @Property(tries = 300, generation = GenerationMode.RANDOMIZED)
    void the_learner_finds_all_minimisers(
            @ForAll @Size(max = 6) List<@IntRange(max = 15) Integer> tasks, @ForAll @Variables(2) Bijection psi) {
        var all = LongStream.range(0, 24)
                .mapToObj(rank -> Bijection.ofRank(2, rank))
                .toList();
        int[] costs = all.stream()
                .mapToInt(T -> T.after(psi.inverse()).degree()
                        + tasks.stream()
                                .mapToInt(table -> new Task(BooleanFunction.ofTable(2, table))
                                        .predictor(T)
                                        .degree())
                                .sum())
                .toArray();
        int least = Arrays.stream(costs).min().orElseThrow();
        boolean identified = true;
        for (int i = 0; i < costs.length; i++)
            identified &= costs[i] > least || all.get(i).isSignedPermutation();
        int[] tables = tasks.stream().mapToInt(Integer::intValue).toArray();
        assertThat(ofTwo.identifies(ofTwo.complexities(2, psi.toArray()), tables))
                .isEqualTo(identified);
    }

    @Example
    void observing_the_latents_costs_the_degree_of_the_model() {
        int[] complexities = ofThree.complexities();
        for (int r = 0; r < complexities.length; r++)
            assertThat(complexities[r]).isEqualTo(ofThree.models().get(r).degree());
        assertThat(ofThree.complexities(3, 0, 1, 2, 3, 4, 5, 6, 7)).isEqualTo(complexities);
        // Three latents written into six dimensions, each twice: no more is needed than before.
        assertThat(ofThree.complexities(6, 0, 9, 18, 27, 36, 45, 54, 63)[0]).isEqualTo(3);
    }

    /**
     * By hand. n = 0: one class of psi in three is signed. n = 1: a task x1, x2 or x1x2 (up to sign, 2 of 16 each) may
     * tie.
     */
    @Example
    void the_first_values_of_the_curve_of_two_latents() {
        var curve = LearningCurve.exact(TaskDistribution.uniform(2), true, 1);
        assertThat(curve.get(0).probability()).isEqualTo(BigFraction.of(1, 3));
        assertThat(curve.get(1).probability()).isEqualTo(BigFraction.of(7, 24));
        assertThat(LearningCurve.exact(TaskDistribution.upToDegree(2, 1), false, 6))
                .allMatch(point -> point.probability().equals(BigFraction.ONE));
    }

    /** All 16^2 pairs of tasks and all 24 psi, against the sum over multisets. */
    @Example
    void the_exact_curve_counts_every_pair_of_tasks() {
        long identified = 0;
        for (long rank = 0; rank < 24; rank++) {
            int[] complexities = ofTwo.complexities(2, Bijection.ofRank(2, rank).toArray());
            for (int pair = 0; pair < 256; pair++)
                identified += ofTwo.identifies(complexities, pair >>> 4, pair & 15) ? 1 : 0;
        }
        assertThat(LearningCurve.exact(TaskDistribution.uniform(2), true, 2)
                        .get(2)
                        .probability())
                .isEqualTo(BigFraction.of(BigInteger.valueOf(identified), BigInteger.valueOf(24 * 256)));
    }

    @Example
    void simulation_agrees_with_the_exact_curve() {
        var exact = LearningCurve.exact(TaskDistribution.upToDegree(3, 1), true, 8);
        for (var point :
                LearningCurve.sampled(TaskDistribution.upToDegree(3, 1), OptionalInt.of(3), List.of(4, 8), 1500, 7)) {
            double p = exact.get(point.tasks()).probability().doubleValue();
            double tolerance = 4 * Math.sqrt(p * (1 - p) / point.samples());
            assertThat(point.identified() / (double) point.samples()).isBetween(p - tolerance, p + tolerance);
            assertThat(point.low()).isNotNaN().isLessThan(point.identified() / (double) point.samples());
        }
    }

    @Example
    void what_cannot_be_computed_is_refused() {
        assertThatThrownBy(() -> IdealLearner.of(4)).hasMessageContaining("not 4");
        assertThatThrownBy(() -> ofTwo.complexities(3, 0, 1, 2, 2)).hasMessageContaining("all different");
        assertThatThrownBy(() -> LearningCurve.exact(TaskDistribution.uniform(3), true, 9))
                .hasMessageContaining("visits");
        assertThatThrownBy(
                        () -> LearningCurve.sampled(TaskDistribution.uniform(2), OptionalInt.of(1), List.of(1), 10, 1))
                .hasMessageContaining("2..12, not 1");
        assertThatThrownBy(() -> LearningCurve.exact(TaskDistribution.uniform(2), false, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not -1");
        assertThatThrownBy(() -> ofThree.identifies(new int[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a complexity of each of 840 models, not 1");
        assertThatThrownBy(() -> ofThree.indexOf(Bijection.identity(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a world model of 3 latents, not 2");
        for (int table : new int[] {-1, 16}) {
            assertThatThrownBy(() -> ofTwo.minimisers(ofTwo.complexities(), 15, table))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the table of a task of 2 latents lies within 0..15, not " + table);
        }
    }

    @Example
    void every_dimension_is_prepared() {
        for (int d = 1; d <= 3; d++) assertThat(IdealLearner.of(d).dimension()).isEqualTo(d);
        assertThatThrownBy(() -> IdealLearner.of(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> ofThree.complexities(3, 0)).hasMessageContaining("each of the 8 points of B^3");
    }

    /** Each sample has its own seed, so two runs one after the other are one run of both. */
    @Example
    void samples_are_drawn_one_by_one() {
        var tasks = TaskDistribution.upToDegree(2, 1);
        for (var m : List.of(OptionalInt.empty(), OptionalInt.of(2), OptionalInt.of(12))) {
            long apart = 0;
            for (int sample = 40; sample < 70; sample++)
                apart += LearningCurve.sampled(tasks, m, List.of(0, 3), sample, 1, 7)
                        .get(1)
                        .identified();
            var together = LearningCurve.sampled(tasks, m, List.of(0, 3), 40, 30, 7);
            assertThat(together).extracting(LearningCurve.Sampled::tasks).containsExactly(0, 3);
            assertThat(together.get(1).identified()).isEqualTo(apart).isPositive();
            assertThat(together).allMatch(point -> point.samples() == 30 && point.undecided() == 0);
        }
    }

    /** With the seed seed + i for sample i, neighbouring seeds would have all samples but one in common. */
    @Example
    void neighbouring_seeds_share_no_draws() {
        var seen = new HashSet<Long>();
        for (long seed = -50; seed <= 50; seed++) {
            for (long sample = 0; sample < 1000; sample++)
                assertThat(seen.add(LearningCurve.mixed(seed, sample))).isTrue();
        }
        var tasks = TaskDistribution.uniform(2);
        var first = new ArrayList<Long>();
        var second = new ArrayList<Long>();
        for (int sample = 0; sample < 60; sample++) {
            first.add(single(tasks, sample, 3));
            second.add(single(tasks, sample, 4));
        }
        assertThat(first.subList(1, 60)).isNotEqualTo(second.subList(0, 59));
        assertThat(first).isNotEqualTo(second).contains(0L, 1L);
    }

    private static long single(TaskDistribution tasks, int sample, long seed) {
        return LearningCurve.sampled(tasks, OptionalInt.of(3), List.of(2), sample, 1, seed)
                .get(0)
                .identified();
    }

    /** Four latents are decided by the learner of their own; those that it leaves open are counted apart. */
    @Example
    void four_latents_are_sampled_too() {
        var tasks = TaskDistribution.upToDegree(4, 1);
        var curve = LearningCurve.sampled(tasks, OptionalInt.empty(), List.of(0, 4), 3, 5);
        assertThat(curve).containsExactly(LearningCurve.Sampled.of(0, 3, 0, 3), LearningCurve.Sampled.of(4, 3, 0, 3));
    }

    @Example
    void an_open_case_widens_the_interval() {
        var none = LearningCurve.Sampled.of(1, 0, 0, 10);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isBetween(0.2, 0.4);
        var all = LearningCurve.Sampled.of(1, 10, 0, 10);
        assertThat(all.high()).isEqualTo(1);
        assertThat(all.low()).isBetween(0.6, 0.8);
        var open = LearningCurve.Sampled.of(1, 4, 3, 10);
        assertThat(open.low()).isEqualTo(LearningCurve.Sampled.of(1, 4, 0, 10).low());
        assertThat(open.high()).isEqualTo(LearningCurve.Sampled.of(1, 7, 0, 10).high());
        assertThat(LearningCurve.Sampled.of(1, 4, 6, 10).high()).isEqualTo(1);
    }

    @Example
    void a_common_factor_of_the_weights_makes_no_difference() {
        assertThat(LearningCurve.exact(TaskDistribution.ofDensity(6, 6, 6), true, 2))
                .isEqualTo(LearningCurve.exact(TaskDistribution.uniform(2), true, 2));
    }

    @Example
    void samples_that_make_no_sense_are_refused() {
        var tasks = TaskDistribution.uniform(2);
        assertThatThrownBy(() -> LearningCurve.sampled(tasks, OptionalInt.of(13), List.of(1), 10, 1))
                .hasMessageContaining("2..12, not 13");
        assertThatThrownBy(() -> LearningCurve.sampled(tasks, OptionalInt.empty(), List.of(1), -1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("samples are numbered from 0 on, not from -1");
        assertThatThrownBy(() -> LearningCurve.sampled(tasks, OptionalInt.empty(), List.of(1), 0, 1))
                .hasMessageContaining("at least one sample");
        assertThatThrownBy(() -> LearningCurve.sampled(tasks, OptionalInt.empty(), List.of(), 1, 1))
                .hasMessageContaining("at least one sample");
        assertThatThrownBy(() -> LearningCurve.sampled(tasks, OptionalInt.empty(), List.of(-1), 1, 1))
                .hasMessageContaining("rise from 0 on");
        assertThatThrownBy(() -> LearningCurve.sampled(tasks, OptionalInt.empty(), List.of(2, 2), 1, 1))
                .hasMessageContaining("rise from 0 on");
    }
}
