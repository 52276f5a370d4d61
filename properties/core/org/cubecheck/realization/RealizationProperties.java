package org.cubecheck.realization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.transform.Bijection;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;
import org.junit.jupiter.api.Test;

@Domain(CubeDomain.class)
@Domain(DomainContext.Global.class)
class RealizationProperties {

    @Property(tries = 200)
    void a_world_model_recovers_the_latents_up_to_its_transform(
            @ForAll @Variables(min = 1, max = 3) Bijection T,
            @ForAll @IntRange(min = 0, max = 3) int more,
            @ForAll long seed) {
        var psi = Injection.random(T.dimension(), T.dimension() + more, new SplittableRandom(seed));
        var Phi = psi.worldModel(T);
        assertThat(Phi.isInvertible()).isTrue();
        for (int z = 0; z < 1 << T.dimension(); z++)
            assertThat(Phi.at(psi.support().indexOf(psi.at(z)))).isEqualTo(T.at(z));
    }

    @Test
    void injections_with_the_same_images_in_the_same_cube_are_equal() {
        assertThat(Injection.of(3, 0, 5, 6, 3))
                .isEqualTo(Injection.of(3, 0, 5, 6, 3))
                .hasSameHashCodeAs(Injection.of(3, 0, 5, 6, 3))
                .isNotEqualTo(Injection.of(4, 0, 5, 6, 3))
                .isNotEqualTo(Injection.of(3, 0, 5, 3, 6))
                .isNotEqualTo("3:[0, 5, 6, 3]");
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void observed_directly_a_representation_has_the_degree_of_its_transform(
            @ForAll @Variables(min = 1, max = 2) Bijection T) {
        assertThat(Injection.identity(T.dimension()).worldModel(T).degree()).isEqualTo(T.degree());
        assertThat(Injection.identity(T.dimension()).worldModel(T).coordinateDegrees())
                .isEqualTo(T.coordinateDegrees());
    }

    @Test
    void injections_are_counted() {
        assertThat(Injection.count(1, 2)).isEqualTo(4 * 3);
        assertThat(Injection.count(2, 3)).isEqualTo(8 * 7 * 6 * 5);
        assertThat(Injection.count(3, 3)).isEqualTo(Bijection.count(3));
        assertThat(Injection.count(0, 0)).isEqualTo(1);
        assertThat(Injection.count(4, 5).toString()).isEqualTo("12576278705767096320000");
        assertThatThrownBy(() -> Injection.count(3, 2)).hasMessage("no injection of B^3 into B^2");
    }

    @Property(tries = 200)
    void a_task_on_the_observations_is_the_task_of_the_latents(
            @ForAll @Variables(2) RealFunction g, @ForAll long seed) {
        var psi = Injection.random(2, 4, new SplittableRandom(seed));
        long[] h = psi.observe(g);
        for (int z = 0; z < 4; z++)
            assertThat(h[psi.support().indexOf(psi.at(z))]).isEqualTo(g.numerator(z));
        assertThat(psi.worldModel(Bijection.identity(2)).compose(g)).isEqualTo(h);
    }

    @Property(tries = 200)
    void a_flat_realization_agrees_with_the_hierarchical_one_on_the_observed_points(
            @ForAll @Variables(2) BooleanFunction g, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        var Phi = Representation.of(
                Injection.random(2, 4, random).support(),
                2,
                random.ints(4, 0, 4).toArray());
        var hierarchical = new Realization.Hierarchical(Phi, g.toReal());
        var flat = hierarchical.flattened();
        for (int i = 0; i < 4; i++)
            assertThat(flat.f().at(Phi.support().point(i))).isEqualTo(BigFraction.of(g.at(Phi.at(i))));
        assertThat(flat.complexity()).isLessThanOrEqualTo(hierarchical.complexity());
    }

    @Property(tries = 300)
    void both_readings_of_the_conditional_degree_agree_on_an_invertible_representation(
            @ForAll @Variables(min = 1, max = 3) Bijection T, @ForAll Random random) {
        var Phi = Injection.identity(T.dimension()).worldModel(T);
        var g = BooleanFunction.of(T.dimension(), x -> random.nextBoolean());
        var c = ConditionalDegree.of(Phi, Phi.compose(g.toReal())).orElseThrow();
        assertThat(c.againstGreatest())
                .isEqualTo(c.againstLeast())
                .isEqualTo(T.pullback(g).degree() - g.degree());
    }

    @Tag("thorough")
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void the_readings_are_the_extremes_over_all_fitting_tasks(
            @ForAll @IntRange(min = 0, max = 255) int map, @ForAll @IntRange(min = 0, max = 15) int table) {
        int[] images = IntStream.range(0, 4).map(i -> map >>> 2 * i & 3).toArray();
        var Phi = Representation.of(Support.all(2), 2, images);
        long[] h = Phi.compose(BooleanFunction.ofTable(2, table).toReal());
        // Every integer-valued g with |g| at most 3 that fits.
        int least = Integer.MAX_VALUE;
        int greatest = 0;
        for (int code = 0; code < 2401; code++) {
            long[] g = {code % 7 - 3, code / 7 % 7 - 3, code / 49 % 7 - 3, code / 343 - 3};
            if (!IntStream.range(0, 4).allMatch(i -> g[images[i]] == h[i])) continue;
            least = Math.min(least, RealFunction.ofIntegers(g).degree());
            greatest = Math.max(greatest, RealFunction.ofIntegers(g).degree());
        }
        var c = ConditionalDegree.of(Phi, h).orElseThrow();
        assertThat(c.least()).isEqualTo(least);
        assertThat(c.greatest()).isEqualTo(greatest);
        assertThat(c.degree()).isEqualTo(RealFunction.ofIntegers(h).degree());
    }

    @Test
    void what_is_no_function_of_the_representation_has_no_conditional_degree() {
        var Phi = Representation.of(Support.all(1), 1, 0, 0);
        assertThat(ConditionalDegree.of(Phi, 1, -1)).isEmpty();
        assertThat(ConditionalDegree.of(Phi, 3, 3)).hasValue(new ConditionalDegree(0, 0, 1));
        assertThat(Phi.isInvertible()).isFalse();
    }

    @Property(tries = 100)
    void all_tasks_at_once_are_the_tasks_one_by_one(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var Phi = Representation.of(
                Injection.random(3, 4, random).support(),
                3,
                random.ints(8, 0, 8).toArray());
        long[] all = Phi.composeAll();
        for (int g = 0; g < 256; g++) {
            long[] h = Phi.compose(BooleanFunction.ofTable(3, g).toReal());
            long table = all[g];
            assertThat(Arrays.stream(h).map(v -> v < 0 ? 1 : 0).toArray())
                    .isEqualTo(IntStream.range(0, 8)
                            .mapToLong(i -> table >>> i & 1)
                            .toArray());
        }
        assertThat(MinDegree.on(Phi.support()).degreeOfSigns(all[170])).isEqualTo(Phi.coordinateDegrees()[0]);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> Injection.random(3, 2, new SplittableRandom(1)))
                .hasMessageContaining("no injection of B^3 into B^2");
        assertThatThrownBy(() -> Injection.of(2, 0, 0)).hasMessageContaining("twice");
        assertThatThrownBy(() -> Representation.of(Support.all(1), 1, 0)).hasMessageContaining("2 points and 1 images");
        assertThatThrownBy(() -> Representation.of(Support.all(1), 1, 0, 2)).hasMessageContaining("within 0..1");
    }

    /** On more than 64 points the signs of a coordinate do not fit into a word. */
    @Test
    void coordinates_on_many_points_have_the_degrees_of_their_polynomials() {
        for (int m : new int[] {6, 7}) {
            var X = Support.all(m);
            // (z1, z1 z2, z1 z2 z3): degrees 1, 2, 3
            var Phi = Representation.of(
                    X,
                    3,
                    IntStream.range(0, X.size())
                            .map(z -> z & 1 | (Integer.bitCount(z & 3) & 1) << 1 | (Integer.bitCount(z & 7) & 1) << 2)
                            .toArray());
            assertThat(Phi.coordinateDegrees()).containsExactly(1, 2, 3);
        }
        assertThatThrownBy(
                        () -> Representation.of(Support.all(7), 1, new int[128]).composeAll())
                .hasMessageContaining("on 128 points are too many");
        assertThat(Representation.of(Support.all(6), 1, new int[64]).composeAll())
                .containsExactly(0, -1, 0, -1);
        assertThat(Representation.of(Support.all(2), 3, 0, 1, 2, 7).composeAll())
                .hasSize(256);
        assertThatThrownBy(
                        () -> Representation.of(Support.all(2), 4, 0, 1, 2, 7).composeAll())
                .hasMessageContaining("4 variables");
    }

    @Test
    void equal_representations_have_the_same_points_images_and_dimension() {
        var Phi = Representation.of(Support.of(2, 0, 3), 2, 1, 2);
        assertThat(Phi)
                .isEqualTo(Representation.of(Support.of(2, 0, 3), 2, 1, 2))
                .hasSameHashCodeAs(Representation.of(Support.of(2, 0, 3), 2, 1, 2));
        assertThat(Phi)
                .isNotEqualTo(Representation.of(Support.of(2, 0, 3), 3, 1, 2))
                .isNotEqualTo(Representation.of(Support.of(2, 0, 1), 2, 1, 2))
                .isNotEqualTo(Representation.of(Support.of(2, 0, 3), 2, 2, 1))
                .isNotEqualTo("Phi");
        assertThat(Phi)
                .doesNotHaveSameHashCodeAs(Representation.of(Support.of(2, 0, 3), 2, 2, 1))
                .hasToString(Support.of(2, 0, 3) + " -> 2:[1, 2]");
        assertThat(Phi.toArray()).containsExactly(1, 2);
        assertThatThrownBy(() -> Representation.of(Support.all(0), 21, 0))
                .hasMessageContaining("1..20 coordinates, not 21");
        assertThat(Representation.of(Support.all(0), 20, 0).dimension()).isEqualTo(20);
    }

    @Test
    void an_injection_knows_its_dimensions_and_images() {
        var psi = Injection.of(3, 5, 0);
        assertThat(psi.dimension()).isEqualTo(1);
        assertThat(psi.variables()).isEqualTo(3);
        assertThat(psi.toArray()).containsExactly(5, 0);
        assertThat(psi).hasToString("3:[5, 0]");
    }

    @Test
    void a_flat_realization_costs_its_degree() {
        assertThat(new Realization.Flat(MinDegree.on(Support.all(2)).interpolate(1, -1, -1, 1)).complexity())
                .isEqualTo(2);
    }
}
