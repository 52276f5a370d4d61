package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;
import static org.cubecheck.vocabulary.CubeAssertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SupportProperties {

    @Example
    void a_support_is_sorted() {
        var X = Support.of(3, 5, 0, 7);
        assertThat(X.variables()).isEqualTo(3);
        assertThat(X.size()).isEqualTo(3);
        assertThat(X.toArray()).containsExactly(0, 5, 7);
        assertThat(X.point(1)).isEqualTo(5);
        assertThat(X).isEqualTo(Support.of(3, 7, 5, 0)).hasSameHashCodeAs(Support.of(3, 7, 5, 0));
        assertThat(X)
                .isNotEqualTo(Support.of(4, 0, 5, 7))
                .isNotEqualTo(Support.of(3, 0, 5))
                .isNotEqualTo("3:[0, 5, 7]");
        assertThat(X).hasToString("3:[0, 5, 7]");
        assertThat(X.hashCode()).isNotEqualTo(Support.of(4, 0, 5, 7).hashCode());
    }

    @Example
    void a_support_shares_no_array() {
        int[] points = {2, 1};
        var X = Support.of(2, points);
        points[0] = 0;
        X.toArray()[0] = 3;
        assertThat(X.toArray()).containsExactly(1, 2);
        assertThat(points).containsExactly(0, 1);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_support_contains_its_points_and_its_complement_the_others(@ForAll @IntRange(max = 255) int set) {
        var X = Support.of(
                3, IntStream.range(0, 8).filter(x -> (set >>> x & 1) != 0).toArray());
        assertThat(X.size()).isEqualTo(Integer.bitCount(set));
        for (int x = 0; x < 8; x++) {
            assertThat(X.contains(x)).isEqualTo((set >>> x & 1) != 0);
            assertThat(X.complement().contains(x)).isNotEqualTo(X.contains(x));
        }
        for (int i = 0; i < X.size(); i++) assertThat(X.indexOf(X.point(i))).isEqualTo(i);
        assertThat(X.complement().complement()).isEqualTo(X);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void a_ball_has_the_points_with_at_most_r_signs_minus(
            @ForAll @IntRange(max = 6) int m, @ForAll @IntRange(max = 6) int r) {
        if (r > m) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Support.hammingBall(m, r))
                    .withMessage("a radius in B^" + m + " lies within 0.." + m + ", not " + r);
        } else {
            var ball = Support.hammingBall(m, r);
            assertThat(ball.size()).isEqualTo((int) IntStream.rangeClosed(0, r)
                    .mapToLong(k -> Cube.binomial(m, k))
                    .sum());
            assertThat(java.util.Arrays.stream(ball.toArray())).allMatch(x -> Integer.bitCount(x) <= r);
            if (r == m) assertThat(ball).isEqualTo(Support.all(m));
        }
    }

    @Example
    void wrong_points_are_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Support.of(2, 1, 4))
                .withMessage("a point of B^2 lies within 0..3, not 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Support.of(2, -1))
                .withMessage("a point of B^2 lies within 0..3, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Support.of(2, 3, 1, 3))
                .withMessage("the point 3 occurs twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Support.of(31))
                .withMessage("a number of variables lies within 0..30, not 31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Support.all(-1))
                .withMessage("a number of variables lies within 0..30, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Support.hammingBall(2, -1))
                .withMessage("a radius in B^2 lies within 0..2, not -1");
        assertThat(Support.of(0, 0)).isEqualTo(Support.all(0));
        assertThat(Support.of(2).size()).isZero();
    }
}
