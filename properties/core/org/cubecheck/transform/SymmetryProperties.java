package org.cubecheck.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
class SymmetryProperties {

    @Property(tries = 500, generation = GenerationMode.RANDOMIZED)
    void symmetries_act_as_a_group(@ForAll @Variables(min = 1, max = 4) Bijection T, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        var s = Symmetry.random(T.dimension(), random);
        var t = Symmetry.random(T.dimension(), random);
        assertThat(s.after(t).of(T)).isEqualTo(s.of(t.of(T)));
        assertThat(s.inverse().of(s.of(T))).isEqualTo(T);
        assertThat(Symmetry.identity(T.dimension()).of(T)).isEqualTo(T);
        assertThat(s.of(T))
                .isEqualTo(s.left()
                        .toBijection()
                        .after(T)
                        .after(s.right().toBijection().inverse()));
    }

    @Property(tries = 500, generation = GenerationMode.RANDOMIZED)
    void degrees_of_a_transform_and_of_its_inverse_are_invariant(
            @ForAll @Variables(min = 1, max = 5) Bijection T, @ForAll long seed) {
        var image = Symmetry.random(T.dimension(), new SplittableRandom(seed)).of(T);
        assertThat(sorted(image)).isEqualTo(sorted(T));
        assertThat(sorted(image.inverse())).isEqualTo(sorted(T.inverse()));
    }

    @Property(tries = 300, generation = GenerationMode.RANDOMIZED)
    void the_canonical_form_is_reached_by_the_symmetry_it_returns(
            @ForAll @Variables(min = 1, max = 4) Bijection T, @ForAll long seed) {
        var form = Symmetry.canonicalForm(T);
        assertThat(form.symmetry().of(T)).isEqualTo(form.representative());
        var image = Symmetry.canonicalForm(
                Symmetry.random(T.dimension(), new SplittableRandom(seed)).of(T));
        assertThat(image.representative()).isEqualTo(form.representative());
        assertThat(image.orbitSize()).isEqualTo(form.orbitSize());
        assertThat(form.orbitSize() * form.stabilizer()).isEqualTo(Symmetry.count(T.dimension()));
    }

    @Property(tries = 3, generation = GenerationMode.RANDOMIZED)
    void canonical_forms_go_beyond_dimension_four_but_not_beyond_six(
            @ForAll @Variables(5) Bijection T, @ForAll long seed) {
        var form = Symmetry.canonicalForm(T);
        assertThat(form.symmetry().of(T)).isEqualTo(form.representative());
        var image = Symmetry.random(5, new SplittableRandom(seed)).of(T);
        assertThat(Symmetry.canonicalForm(image).representative()).isEqualTo(form.representative());
        var top = Bijection.random(7, new SplittableRandom(seed));
        assertThatThrownBy(() -> Symmetry.canonicalForm(top)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void the_canonical_form_is_the_least_list_of_tables_in_its_class_and_the_classes_add_up() {
        for (int d = 1; d <= 3; d++) {
            var classes = new HashMap<Bijection, Integer>();
            var unseen = new HashSet<Bijection>();
            for (long rank = 0; rank < Bijection.count(d); rank++) unseen.add(Bijection.ofRank(d, rank));
            while (!unseen.isEmpty()) {
                var orbit = Symmetry.orbit(unseen.iterator().next());
                assertThat(orbit).allMatch(unseen::remove);
                var least = orbit.stream()
                        .min((T, U) -> Arrays.compareUnsigned(tables(T), tables(U)))
                        .orElseThrow();
                for (var T : orbit) {
                    var form = Symmetry.canonicalForm(T);
                    boolean replayed = form.representative().equals(least)
                            && form.symmetry().of(T).equals(least)
                            && form.orbitSize() == orbit.size();
                    if (!replayed) fail("the canonical form of " + T + " is " + form + ", not " + least);
                }
                classes.put(least, orbit.size());
            }
            assertThat(classes.values().stream().mapToLong(size -> size).sum()).isEqualTo(Bijection.count(d));
            assertThat(Symmetry.classes(d)).isEqualTo(BigInteger.valueOf(classes.size()));
        }
    }

    @Example
    void the_number_of_classes_is_that_of_burnside() {
        assertThat(List.of(1, 2, 3, 4))
                .extracting(Symmetry::classes)
                .isEqualTo(LongStream.of(1, 2, 52, 142_090_700)
                        .mapToObj(BigInteger::valueOf)
                        .toList());
        assertThatThrownBy(() -> Symmetry.classes(7)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void the_signed_permutations_form_one_class() {
        for (int d = 1; d <= 4; d++) {
            var form = Symmetry.canonicalForm(
                    SignedPermutation.random(d, new SplittableRandom(d)).toBijection());
            assertThat(form.orbitSize()).isEqualTo(SignedPermutation.count(d));
            assertThat(form.representative())
                    .isEqualTo(Symmetry.canonicalForm(Bijection.identity(d)).representative());
        }
    }

    private static long[] tables(Bijection T) {
        return T.coordinates().stream().mapToLong(BooleanFunction::table).toArray();
    }

    private static int[] sorted(Bijection T) {
        return Arrays.stream(T.coordinateDegrees()).sorted().toArray();
    }

    /** The class of the identity is the group of the signed permutations, in the largest dimension of each method. */
    @Example
    void the_largest_dimensions_are_accepted() {
        assertThat(Symmetry.orbit(Bijection.identity(4))).hasSize(384).allMatch(Bijection::isSignedPermutation);
        assertThat(Symmetry.canonicalForm(Bijection.identity(6)).orbitSize()).isEqualTo(SignedPermutation.count(6));
        assertThat(Symmetry.classes(6)).isPositive();
        assertThatThrownBy(() -> Symmetry.orbit(Bijection.identity(5))).hasMessageContaining("not 5");
        assertThat(Symmetry.count(9)).isEqualTo(185_794_560L * 185_794_560);
        for (int d : new int[] {-1, 10}) {
            assertThatThrownBy(() -> Symmetry.count(d))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("(2^d d!)^2 fits into 64 bits for d within 0..9, not " + d);
        }
    }
}
