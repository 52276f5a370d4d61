package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.cubecheck.vocabulary.CubeDomain;
import org.cubecheck.vocabulary.Variables;

/** Functions of many variables, up to the limit of 30. */
@Domain(CubeDomain.class)
class LargeFunctionsTest {

    @Tag("thorough")
    @Example
    void thirty_variables() {
        // chi_S for S = {x1, x7, x30}: 2^30 bits, built word by word
        var words = new long[1 << 24];
        for (int w = 0; w < words.length; w++)
            words[w] = 0xAAAAAAAAAAAAAAAAL ^ (Integer.bitCount(w & 0x800001) % 2 == 0 ? 0 : -1L);
        var parity = BooleanFunction.ofWords(30, words);
        assertThat(parity.variables()).isEqualTo(30);
        assertThat(parity.weight()).isEqualTo(1L << 29);
        assertThat(parity.isBalanced()).isTrue();
        assertThat(parity.at((1 << 30) - 1)).isEqualTo(-1);
        assertThat(parity.at(1 << 29)).isEqualTo(-1);
        assertThat(parity.at(1 << 29 | 1 << 6)).isEqualTo(1);
        assertThat(parity.boundary(29)).isEqualTo(1L << 30);
        assertThat(parity).hasToString("Boolean function of 30 variables");
        words[words.length - 1] ^= 1L << 63;
        var f = BooleanFunction.ofWords(30, words);
        assertThat(f.weight()).isEqualTo((1L << 29) - 1);
        assertThat(f).isNotEqualTo(parity);
        // One value changed, so the sum of f chi_S over the cube is not 0 for S = {x1, ..., x30}.
        assertThat(f).hasDegree(30);
    }

    @Example
    void the_degree_of_a_function_of_twenty_variables() {
        // the majority of x1, x11, x20: degree 3, so nothing is decided by the highest levels
        var majority = BooleanFunction.of(20, x -> (x & 1) + (x >> 10 & 1) + (x >> 19 & 1) >= 2);
        assertThat(majority).hasDegree(3).hasGf2Degree(2);
        assertThat(majority.relevantVariables()).isEqualTo(1 | 1 << 10 | 1 << 19);
        assertThat(majority.sensitivity()).isEqualTo(2);
        assertThat(majority.spectrum().sparsity()).isEqualTo(4);
    }

    @Property(generation = GenerationMode.RANDOMIZED, tries = 200)
    void the_degree_in_pieces_is_the_degree(
            @ForAll @Variables(min = 7, max = 10) BooleanFunction f, @ForAll @IntRange(min = 6, max = 10) int piece) {
        if (piece <= f.variables())
            assertThat(Degrees.byPieces(f.variables(), f.words(), piece))
                    .isEqualTo(f.spectrum().degree())
                    .isEqualTo(f.degree());
    }

    @Example
    void degrees_at_every_level_are_found_whole_and_in_pieces() {
        // a parity of k variables, the lowest and the highest
        for (int k = 0; k <= 9; k++) {
            for (int S : new int[] {(1 << k) - 1, ((1 << k) - 1) << (9 - k)}) {
                var parity = BooleanFunction.parity(9, S);
                assertThat(parity).hasDegree(k);
                for (int piece = 6; piece <= 9; piece++)
                    assertThat(Degrees.byPieces(9, parity.words(), piece)).isEqualTo(k);
            }
        }
    }
}
