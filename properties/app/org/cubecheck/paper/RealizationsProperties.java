package org.cubecheck.paper;

import static org.cubecheck.PaperAssertions.assertThat;
import static org.cubecheck.paper.LargestDegree.D_SQUARED_TIGHT;
import static org.cubecheck.paper.ManyTasks.MULTI_TASK;
import static org.cubecheck.paper.ManyTasks.MULTI_TASK_LEAST;
import static org.cubecheck.paper.SingleTask.SINGLE_TASK;
import static org.cubecheck.paper.SingleTask.WEIGHTED_DEGREE;
import static org.cubecheck.paper.SupportDegree.SMALL_SUPPORT;
import static org.cubecheck.paper.SupportDegree.SUPPORT_DEGREE;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain.Orbits;
import org.cubecheck.claim.Outcome;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.paper.LargestDegree.Size;
import org.cubecheck.paper.Representations.Setting;
import org.cubecheck.realization.Injection;
import org.cubecheck.realization.Representation;
import org.cubecheck.transform.Bijection;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
@Domain(DomainContext.Global.class)
class RealizationsProperties {

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_single_task_costs_no_less_through_any_representation_of_the_square(
            @ForAll @IntRange(min = 0, max = 255) int map) {
        var Phi = Representation.of(
                Support.all(2),
                2,
                IntStream.range(0, 4).map(i -> map >>> 2 * i & 3).toArray());
        assertThat(SINGLE_TASK).holdsAt(Setting.ofAllTasks(Phi));
        assertThat(WEIGHTED_DEGREE).holdsAt(Setting.ofAllTasks(Phi));
    }

    @Property(tries = 200)
    void so_does_it_through_random_observations(
            @ForAll @Variables(min = 2, max = 3) Bijection T,
            @ForAll @IntRange(min = 0, max = 3) int more,
            @ForAll long seed) {
        var psi = Injection.random(T.dimension(), T.dimension() + more, new SplittableRandom(seed));
        assertThat(SINGLE_TASK).holdsAt(Setting.ofAllTasks(psi.worldModel(T)));
        assertThat(WEIGHTED_DEGREE).holdsAt(Setting.ofAllTasks(psi.worldModel(T)));
    }

    @Property(tries = 300)
    void a_support_of_a_power_of_two_points_needs_no_more_than_its_exponent(
            @ForAll @IntRange(min = 0, max = 4) int d,
            @ForAll @IntRange(min = 0, max = 4) int more,
            @ForAll long seed) {
        var X = Injection.random(d, d + more, new SplittableRandom(seed)).support();
        assertThat(SUPPORT_DEGREE).holdsAt(X);
        assertThat(SMALL_SUPPORT).holdsAt(X);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void many_simplified_tasks_are_cheaper_through_an_invertible_representation(@ForAll @Variables(2) Bijection T) {
        var setting = Setting.ofAllTasks(Injection.identity(2).worldModel(T));
        if (T.isSignedPermutation()) assertThat(MULTI_TASK).isOutOfScopeAt(setting);
        else assertThat(MULTI_TASK).holdsAt(setting);
    }

    @Example
    void the_two_readings_part_where_the_representation_is_not_invertible() {
        var parity = Setting.ofAllTasks(Representation.of(Support.all(2), 2, 0, 1, 1, 0));
        assertThat(MULTI_TASK).isOutOfScopeAt(parity);
        assertThat(MULTI_TASK_LEAST).holdsAt(parity);
    }

    @Example
    void every_control_is_refuted_first_at_its_smallest_dimension() {
        assertThat(SINGLE_TASK.controls().get(1)).isRefutedFirstAt(2);
        assertThat(WEIGHTED_DEGREE.controls().get(0)).isRefutedFirstAt(2);
        SUPPORT_DEGREE.controls().forEach(control -> assertThat(control).isRefutedFirstAt(1));
        assertThat(SMALL_SUPPORT.controls().get(0)).isRefutedFirstAt(1);
        assertThat(MULTI_TASK.controls().get(0)).isRefutedFirstAt(1);
        assertThat(MULTI_TASK.controls().get(1)).isRefutedFirstAt(3);
        MULTI_TASK_LEAST.controls().forEach(control -> assertThat(control).isRefutedFirstAt(2));
        assertThat(D_SQUARED_TIGHT.controls().get(0)).isRefutedFirstAt(3);
        assertThat(D_SQUARED_TIGHT.controls().get(1)).isRefutedFirstAt(2);
    }

    @Example
    void the_maximum_in_place_of_the_sum_fails_for_two_cubic_coordinates_of_six_variables() {
        int[] images = IntStream.range(0, 64)
                .map(z -> parity(z & 7) | parity(z >>> 3) << 1 | (z & 3) << 2 | (z >>> 3 & 3) << 4)
                .toArray();
        var product = BooleanFunction.parity(6, 3).toReal();
        var control =
                fails(SINGLE_TASK, 0, new Setting(Representation.of(Support.all(6), 6, images), List.of(product)));
        assertThat(control).isAccepted().isRejectedWith("bound", "sum", "limit is stated");
        assertThat(SINGLE_TASK).holdsAt(new Setting(Representation.of(Support.all(6), 6, images), List.of(product)));
    }

    private static int parity(int bits) {
        return Integer.bitCount(bits) & 1;
    }

    @Example
    void the_table_of_least_constants_is_shown_and_recomputed_by_the_referee() {
        var two = exhibit(D_SQUARED_TIGHT, new Size(2, 3));
        assertThat(two)
                .isAccepted()
                .isRejectedWith("degree", 4L, "degree is stated as 4")
                .isRejectedWith("images", List.of(0, 1, 2, 2), "not invertible");
        assertThat(two.data().get("degree")).isEqualTo(3L);
        assertThat(exhibit(D_SQUARED_TIGHT, new Size(3, 5)).data().get("degree"))
                .isEqualTo(9L);
    }

    @Example
    void a_certificate_that_is_tampered_with_is_rejected() {
        var weighted = fails(WEIGHTED_DEGREE, 0, Setting.ofAllTasks(Representation.of(Support.all(2), 2, 0, 3, 3, 0)));
        assertThat(weighted)
                .isAccepted()
                .isRejectedWith("limit", 9L, "limit is stated as 9")
                .isRejectedWith("bound", "sum", "limit is stated")
                .isRejectedWith("witness", List.of(1L, 0L, 0L, 0L), "witness")
                .isRejectedWith("points", List.of(0L, 1L, 1L, 3L), "twice");
        var less = fails(SUPPORT_DEGREE, 0, Support.all(2));
        assertThat(less)
                .isAccepted()
                .isRejectedWith("bound", 2L, "bound is stated as 2")
                .isRejectedWith("statement", "power", "bound is stated as 1")
                .isRejectedWith("values", List.of(1L, 1L, 1L, 1L), "annihilates the function");
        var any = fails(MULTI_TASK_LEAST, 0, Setting.ofAllTasks(Representation.of(Support.all(2), 2, 0, 1, 1, 0)));
        assertThat(any)
                .isAccepted()
                .isRejectedWith("reading", "least", "hierarchical is stated")
                .isRejectedWith("threshold", "below", "unknown threshold")
                .isRejectedWith("saved", 0L, "saved is stated");
    }

    @SuppressWarnings("unchecked")
    private static <X> Certificate fails(Claim<X> claim, int control, X point) {
        return ((Outcome.Fails) ((Control<X>) claim.controls().get(control))
                        .proposition()
                        .at(point))
                .counterexample();
    }

    private static <X> Certificate exhibit(Claim<X> claim, X point) {
        var outcome = claim.at(point);
        return outcome instanceof Outcome.Settled settled
                ? settled.certificate()
                : ((Outcome.Holds) outcome).exhibits().get(0);
    }

    @Example
    void the_orbits_of_eight_points_of_the_five_cube_are_all_of_them() {
        var orbits = (Orbits<Support>) Supports.eightOfFive();
        long total = 0;
        for (long i = 0; i < orbits.count(); i++) {
            var orbit = orbits.orbit().apply(i);
            assertThat(3840 % orbit.size()).isZero();
            total += orbit.size();
        }
        assertThat(BigInteger.valueOf(total)).isEqualTo(orbits.size()).isEqualTo(BigInteger.valueOf(10_518_300));
    }

    @Example
    void supports_are_listed_in_lexicographic_order() {
        var four = (org.cubecheck.claim.Domain.All<Support>) Supports.all(2, 3, 4);
        var listed = IntStream.range(0, 70).mapToObj(i -> four.point().apply(i)).toList();
        assertThat(listed)
                .doesNotHaveDuplicates()
                .startsWith(Support.of(3, 0, 1, 2, 3), Support.of(3, 0, 1, 2, 4))
                .endsWith(Support.of(3, 4, 5, 6, 7))
                .isSortedAccordingTo((a, b) -> java.util.Arrays.compare(a.toArray(), b.toArray()));
    }
}
