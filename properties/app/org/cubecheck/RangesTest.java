package org.cubecheck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.realization.Injection;
import org.cubecheck.realization.Representation;
import org.cubecheck.task.IdealLearner;
import org.cubecheck.task.TaskDistribution;
import org.junit.jupiter.api.Test;

/** A point, a set, an index or a degree out of range is refused with the range. */
class RangesTest {

    private static void refused(String said, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(said);
    }

    /** Of a point or a set of variables: always the same exception. */
    private static void outside(String said, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining(said);
    }

    @Test
    void what_is_out_of_range_is_refused_with_the_range() {
        var f = RealFunction.ofIntegers(1, 2, 3, 4);
        var X = Support.of(2, 0, 3);
        var h = MinDegree.on(X).interpolate(1, -1);
        for (int wrong : List.of(-1, 4)) {
            outside("within 0..3, not " + wrong, () -> f.at(wrong));
            outside("within 0..3, not " + wrong, () -> f.spectrum().coefficient(wrong));
            outside("within 0..3, not " + wrong, () -> h.coefficient(wrong));
            outside("within 0..3, not " + wrong, () -> Injection.identity(2).at(wrong));
            outside(
                    "within 0..3, not " + wrong,
                    () -> TaskDistribution.uniform(3).density(wrong));
        }
        outside("within 0..1, not 2", () -> Representation.of(X, 1, 0, 1).at(2));
        outside("within 0..29, not 32", () -> Cube.coordinate(1, 32));
        outside("within 0..29, not -1", () -> Cube.coordinate(1, -1));
        refused("each of the 4 points of B^2", () -> IdealLearner.of(2).complexities(2, 0, 1, 2));
    }
}
