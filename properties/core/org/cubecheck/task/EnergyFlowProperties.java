package org.cubecheck.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.transform.Bijection;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

@Domain(CubeDomain.class)
class EnergyFlowProperties {

    @Property(tries = 200)
    void an_entry_is_the_energy_of_the_characters_seen_through_T(@ForAll @Variables(max = 4) Bijection T) {
        int d = T.dimension();
        var flow = EnergyFlow.of(T);
        var energy = new long[d + 1][d + 1];
        for (int S = 0; S < 1 << d; S++) {
            var seen = T.inverse().pullback(BooleanFunction.parity(d, S));
            for (int R = 0; R < 1 << d; R++) {
                long sum = 0;
                for (int x = 0; x < 1 << d; x++) sum += seen.at(x) * Cube.character(R, x);
                energy[Cube.degree(S)][Cube.degree(R)] += sum * sum;
            }
        }
        for (int j = 0; j <= d; j++) {
            for (int k = 0; k <= d; k++) assertThat(flow.units(j, k)).isEqualTo(energy[j][k]);
        }
    }

    @Property(tries = 200)
    void the_energy_of_a_level_is_kept_and_so_is_what_a_level_takes(@ForAll @Variables(max = 5) Bijection T) {
        int d = T.dimension();
        var flow = EnergyFlow.of(T);
        for (int j = 0; j <= d; j++) {
            int level = j;
            long all = Cube.binomial(d, j) << 2 * d;
            assertThat(IntStream.rangeClosed(0, d)
                            .mapToLong(k -> flow.units(level, k))
                            .sum())
                    .isEqualTo(all);
            assertThat(IntStream.rangeClosed(0, d)
                            .mapToLong(k -> flow.units(k, level))
                            .sum())
                    .isEqualTo(all);
        }
    }

    /** Counted by brute force over all permutations by another program: 8; 48 and 1152. */
    @Example
    void so_many_transforms_keep_the_polynomials() {
        assertThat(keeping(2, 1)).isEqualTo(8);
        assertThat(keeping(3, 1)).isEqualTo(48);
        assertThat(keeping(3, 2)).isEqualTo(1152);
    }

    private static long keeping(int d, int k) {
        return LongStream.range(0, Bijection.count(d))
                .filter(rank -> EnergyFlow.of(Bijection.ofRank(d, rank)).keeps(k))
                .count();
    }

    /** The 62 functions of three variables of degree exactly 2 have total influence 84 in all, through a fold 80. */
    @Example
    void a_fold_is_cheaper_for_tasks_of_exact_degree_two() {
        var fold = Bijection.of(0, 7, 2, 5, 4, 3, 6, 1);
        assertThat(influence(Bijection.identity(3))).isEqualTo(84);
        assertThat(influence(fold)).isEqualTo(80);
        // The mean energies 8/62, 8/62, 10/62, 0 of one coefficient, in units of 1/62.
        var energies = List.of(8L, 8L, 10L, 0L);
        var levels = List.of(0L, 1L, 2L, 3L);
        assertThat(EnergyFlow.of(Bijection.identity(3)).cost(energies, levels)).isEqualTo(84 << 6);
        assertThat(EnergyFlow.of(fold).cost(energies, levels)).isEqualTo(80 << 6);
    }

    private static double influence(Bijection T) {
        double sum = 0;
        for (int table = 0; table < 256; table++) {
            var g = BooleanFunction.ofTable(3, table);
            if (g.degree() == 2)
                sum += T.inverse().pullback(g).spectrum().totalInfluence().doubleValue();
        }
        return sum;
    }

    @Example
    void what_does_not_fit_is_refused() {
        var flow = EnergyFlow.of(Bijection.identity(2));
        assertThatThrownBy(() -> flow.units(3, 0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("a level lies within 0..2, not 3");
        assertThatThrownBy(() -> flow.cost(List.of(1L), List.of(0L, 1L, 2L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 1 energies and 3 penalties");
        assertThatThrownBy(() -> flow.cost(List.of(0L, Long.MAX_VALUE, 0L), List.of(0L, 1L, 2L)))
                .isInstanceOf(ArithmeticException.class);
    }
}
