package org.cubecheck.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.cubecheck.claim.Outcome;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

class ObjectiveProperties {

    /** Those whose check takes milliseconds: fewer points. */
    private static final List<String> SLOW = List.of(
            "SINGLE-TASK",
            "C-SUM",
            "C-TASK-ONLY",
            "WEIGHTED-DEGREE",
            "C-WEIGHTED-EQUAL",
            "IDENTIFIES-AT-1",
            "C-DROP-ANYWHERE");

    private static boolean fails(Objective objective, Bijection T) {
        return objective.check().apply(T) instanceof Outcome.Fails;
    }

    @Tag("thorough")
    @Example
    void the_slack_is_negative_exactly_where_the_statement_fails_on_cubes_up_to_three() {
        for (var objective : Paper.objectives()) {
            for (int d = 1; d <= 3; d++) {
                int dimension = d;
                int stride = d == 3 && SLOW.contains(objective.statement()) ? 47 : 1;
                LongStream.range(0, Bijection.count(d) / stride)
                        .mapToObj(i -> Bijection.ofRank(dimension, i * stride))
                        .forEach(T -> assertThat(objective.slack().applyAsInt(T) < 0)
                                .as(objective.statement() + " at " + T)
                                .isEqualTo(fails(objective, T)));
            }
        }
    }

    /**
     * Few uniform transforms are near anything, so half are signed permutations with a product of coordinates in the
     * place of one or two.
     */
    @Example
    void the_slack_is_negative_exactly_where_the_statement_fails_on_larger_cubes() {
        var random = new SplittableRandom(7);
        var failures = new HashMap<String, Integer>();
        for (var objective : Paper.objectives()) {
            for (int d = 4; d <= objective.most(); d++) {
                for (int i = 0; i < (SLOW.contains(objective.statement()) ? 12 : 150); i++) {
                    var T = i % 2 == 0 ? multiplied(d, i % 3, random) : Bijection.random(d, random);
                    int slack = objective.slack().applyAsInt(T);
                    assertThat(slack < 0).as(objective.statement() + " at " + T).isEqualTo(fails(objective, T));
                    if (slack < 0) failures.merge(objective.statement(), 1, Integer::sum);
                }
            }
        }
        assertThat(failures)
                .containsKeys(
                        "C-ONE-DEGREE-MORE",
                        "C-GF2-DEGREE",
                        "C-INVERSE-DEGREE",
                        "C-CENSUS-INVERSE",
                        "C-TASK-ONLY",
                        "C-WEIGHTED-EQUAL",
                        "C-MORE-THAN-DEGREE");
    }

    private static Bijection multiplied(int d, int times, SplittableRandom random) {
        var T = SignedPermutation.random(d, random).toBijection();
        for (int i = 0; i < times; i++) {
            int[] image = T.toArray();
            int factor = random.nextInt(d);
            int changed = 1 << (factor + 1 + random.nextInt(d - 1)) % d;
            for (int z = 0; z < image.length; z++) image[z] ^= (image[z] >>> factor & 1) * changed;
            T = Bijection.of(image);
        }
        return T;
    }

    /** Two products of three coordinates each, multiplied, against the largest degree 3 and the task's 2. */
    @Example
    void the_smallest_counterexample_to_the_maximum_has_slack_minus_one() {
        var objective = named("C-SUM");
        int[] image = new int[64];
        for (int z = 0; z < 64; z++)
            image[z] = z & ~9 | (Integer.bitCount(z & 7) & 1) | (Integer.bitCount(z & 56) & 1) << 3;
        var T = Bijection.of(image);
        assertThat(objective.slack().applyAsInt(T)).isEqualTo(-1);
        assertThat(fails(objective, T)).isTrue();
        assertThat(objective.slack().applyAsInt(Bijection.identity(6))).isEqualTo(1);
    }

    /** By the definition: every task, its degree and that of its predictor. */
    @Example
    void the_slack_of_identification_is_how_much_more_the_tasks_cost_than_through_the_identity() {
        var objective = named("IDENTIFIES-AT-1");
        var random = new SplittableRandom(11);
        for (int i = 0; i < 60; i++) {
            var T = i % 3 == 0 ? Bijection.random(3, random) : multiplied(3, i % 3, random);
            var inverse = T.inverse();
            long[] more = new long[4];
            for (int table = 0; table < 256; table++) {
                var g = BooleanFunction.ofTable(3, table);
                for (int k = g.degree(); k <= 3; k++)
                    more[k] += inverse.pullback(g).degree() - g.degree();
            }
            assertThat(more[3])
                    .as("all tasks cost the same through every transform")
                    .isZero();
            assertThat(more[1]).isEqualTo(2L * (inverse.degree() - 3));
            long slack = T.isSignedPermutation() ? 1 : Math.min(more[1] - 1, more[2]);
            assertThat(objective.slack().applyAsInt(T)).as(T.toString()).isEqualTo((int) slack);
            assertThat(named("MINIMAL-DEGREE").slack().applyAsInt(T))
                    .isEqualTo(T.isSignedPermutation() ? 0 : T.degree() - 4);
        }
    }

    @Example
    void every_objective_belongs_to_one_claim_or_control() {
        var ids = new ArrayList<String>();
        for (var claim : Paper.claims()) {
            ids.add(claim.id());
            claim.controls().forEach(control -> ids.add(control.id()));
        }
        var named = Paper.objectives().stream().map(Objective::statement).toList();
        assertThat(named).doesNotHaveDuplicates().isSubsetOf(ids);
        assertThat(Paper.objectives().stream()
                        .filter(objective -> objective.words().isBlank() || objective.least() > objective.most())
                        .collect(Collectors.toList()))
                .isEmpty();
    }

    private static Objective named(String statement) {
        return Paper.objectives().stream()
                .filter(objective -> objective.statement().equals(statement))
                .findFirst()
                .orElseThrow();
    }
}
