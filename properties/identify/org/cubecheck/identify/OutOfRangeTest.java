package org.cubecheck.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A coordinate, latent, row or column that is not there is the same mistake everywhere. */
class OutOfRangeTest {

    private static final double[][] CUBE = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};

    private static double[][] rows(int times) {
        var rows = new double[4 * times][];
        for (int r = 0; r < rows.length; r++) rows[r] = CUBE[r % 4];
        return rows;
    }

    @Test
    void each_answer_says_which_number_of_how_many_with_and_without_held_out_rows() {
        for (int times : new int[] {1, 10}) {
            var found = Identification.of(rows(times), rows(times));
            assertThat(found.heldOut().isPresent()).isEqualTo(times == 10);
            Map<ThrowingCallable, String> wrong = Map.ofEntries(
                    Map.entry(() -> found.correlation(9, 0), "coordinate 9 of 2, counted from 0"),
                    Map.entry(() -> found.correlation(0, 2), "latent 2 of 2, counted from 0"),
                    Map.entry(() -> found.importance(9, 0), "coordinate 9 of 2, counted from 0"),
                    Map.entry(() -> found.importance(0, -1), "latent -1 of 2, counted from 0"),
                    Map.entry(() -> found.names().latent(2), "latent 2 of 2, counted from 0"),
                    Map.entry(() -> found.names().coordinate(-1), "coordinate -1 of 2, counted from 0"),
                    Map.entry(() -> found.cube().orElseThrow().correlation(0, 5), "latent 5 of 2, counted from 0"),
                    Map.entry(() -> found.cube().orElseThrow().expansion(5), "coordinate 5 of 2, counted from 0"),
                    Map.entry(() -> found.cube().orElseThrow().function(-1), "coordinate -1 of 2, counted from 0"),
                    Map.entry(() -> found.latentSamples().at(0, 2), "column 2 of 2, counted from 0"),
                    Map.entry(() -> found.latentSamples().at(4 * times, 0), "row " + 4 * times + " of "),
                    Map.entry(() -> found.latentSamples().column(2), "column 2 of 2, counted from 0"));
            wrong.forEach((call, message) -> assertThatThrownBy(call)
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageStartingWith(message));
        }
    }
}
