package org.cubecheck.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.Symmetry;

class TransformClassesProperties {

    @Example
    void the_classes_up_to_dimension_three_are_the_canonical_forms_of_all_transforms() {
        for (int d = 1; d <= 3; d++) {
            var expected = new HashMap<Bijection, Long>();
            for (long rank = 0; rank < Bijection.count(d); rank++) {
                var form = Symmetry.canonicalForm(Bijection.ofRank(d, rank));
                expected.put(form.representative(), form.orbitSize());
            }
            var found = new HashMap<Bijection, Long>();
            TransformClasses.of(d).forEach((coordinates, size) -> {
                assertThat(found.put(TransformClasses.transform(coordinates), size))
                        .isNull();
            });
            assertThat(found).isEqualTo(expected);
            assertThat(found.values().stream().mapToLong(size -> size).sum()).isEqualTo(Bijection.count(d));
        }
    }

    @Example
    void some_prefixes_of_dimension_four_hold_canonical_forms_with_the_right_sizes() {
        var classes = TransformClasses.of(4);
        var random = new SplittableRandom(4);
        var seen = new AtomicLong();
        for (int i = 0; i < 40; i++) {
            classes.forEach(random.nextInt(classes.prefixes()), (coordinates, size) -> {
                boolean irregular = size != Symmetry.count(4);
                if (!irregular && random.nextInt(2_000) != 0) return;
                var T = TransformClasses.transform(coordinates);
                var form = Symmetry.canonicalForm(T);
                assertThat(form.representative()).isEqualTo(T);
                assertThat(form.orbitSize()).isEqualTo(size);
                seen.incrementAndGet();
            });
        }
        assertThat(seen.get()).isGreaterThan(100);
    }

    @Example
    void every_transform_of_dimension_four_is_met_under_the_prefix_of_its_canonical_form() {
        var classes = TransformClasses.of(4);
        var prefixes = new HashMap<Long, Integer>();
        for (int prefix = 0; prefix < classes.prefixes(); prefix++) {
            int at = prefix;
            classes.forEach(prefix, new TransformClasses.Visitor() {
                @Override
                public boolean enter(int[] coordinates, int count) {
                    if (count == 2) prefixes.put((long) coordinates[0] << 16 | coordinates[1], at);
                    return count < 2;
                }

                @Override
                public void visit(int[] coordinates, long size) {
                    throw new AssertionError("not entered");
                }
            });
        }
        assertThat(prefixes).hasSize(classes.prefixes());
        var random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            var form = Symmetry.canonicalForm(Bijection.random(4, random));
            var tables = form.representative().coordinates().stream()
                    .mapToInt(f -> (int) f.table())
                    .toArray();
            var met = new HashSet<Bijection>();
            classes.forEach(prefixes.get((long) tables[0] << 16 | tables[1]), new TransformClasses.Visitor() {
                @Override
                public boolean enter(int[] coordinates, int count) {
                    return count < 3 || coordinates[2] == tables[2];
                }

                @Override
                public void visit(int[] coordinates, long size) {
                    met.add(TransformClasses.transform(coordinates));
                }
            });
            assertThat(met).contains(form.representative());
        }
    }

    @Example
    void dimensions_outside_one_to_four_are_refused() {
        assertThatThrownBy(() -> TransformClasses.of(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1..4");
        var classes = TransformClasses.of(2);
        for (int prefix : new int[] {-1, classes.prefixes()}) {
            assertThatThrownBy(() -> classes.forEach(prefix, (coordinates, size) -> {}))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("a prefix lies within 0.." + (classes.prefixes() - 1) + ", not " + prefix);
        }
    }
}
