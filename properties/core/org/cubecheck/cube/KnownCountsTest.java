package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import net.jqwik.api.Example;

/** Counts known from outside: a wrong convention or degree does not survive them. */
class KnownCountsTest {

    /** The rows of full degree also follow from the last property here. */
    @Example
    void boolean_functions_by_real_degree() {
        assertThat(byDegree(0)).containsExactly(2);
        assertThat(byDegree(1)).containsExactly(2, 2);
        assertThat(byDegree(2)).containsExactly(2, 4, 10);
        assertThat(byDegree(3)).containsExactly(2, 6, 62, 186);
        assertThat(byDegree(4)).containsExactly(2, 8, 212, 12_648, 52_666);
    }

    /** Over GF(2) there are 2^(1 + n + ... + binomial(n, k)) of degree at most k. */
    @Example
    void boolean_functions_by_degree_over_gf2() {
        for (int n = 0; n <= 4; n++) {
            var counts = new long[n + 1];
            for (int table = 0; table < 1 << (1 << n); table++)
                counts[BooleanFunction.ofTable(n, table).gf2Degree()]++;
            long upTo = 0;
            int monomials = 0;
            for (int k = 0; k <= n; k++) {
                upTo += counts[k];
                monomials += (int) Cube.binomial(n, k);
                assertThat(upTo).isEqualTo(1L << monomials);
            }
        }
    }

    /** Orbits under permuting variables, negating variables and negating the output. */
    @Example
    void classes_of_functions_under_permutations_and_negations() {
        assertThat(IntStream.rangeClosed(1, 4).map(KnownCountsTest::classes)).containsExactly(2, 4, 14, 222);
    }

    @Example
    void functions_of_full_degree_are_those_that_correlate_with_parity() {
        for (int n = 1; n <= 4; n++) {
            int points = 1 << n;
            // binomial(2^n, 2^(n-1)) functions agree with parity on exactly half of the points
            long uncorrelated = Cube.binomial(points, points / 2);
            assertThat(byDegree(n)[n]).isEqualTo((1L << points) - uncorrelated);
        }
    }

    private static long[] byDegree(int n) {
        var counts = new long[n + 1];
        for (int table = 0; table < 1 << (1 << n); table++)
            counts[BooleanFunction.ofTable(n, table).degree()]++;
        return counts;
    }

    private static int classes(int n) {
        int points = 1 << n;
        var seen = new BitSet();
        int classes = 0;
        for (int table = 0; table < 1 << points; table++) {
            if (seen.get(table)) continue;
            classes++;
            reach(n, table, seen);
        }
        return classes;
    }

    /** Everything that the generators (negate x1, swap neighbours, negate the output) reach. */
    private static void reach(int n, int start, BitSet seen) {
        var open = new java.util.ArrayDeque<Integer>();
        open.add(start);
        seen.set(start);
        while (!open.isEmpty()) {
            int table = open.remove();
            var f = BooleanFunction.ofTable(n, table);
            var next = new java.util.ArrayList<Integer>();
            next.add((int) f.negate().table());
            next.add((int) BooleanFunction.of(n, x -> f.isMinus(x ^ 1)).table());
            for (int i = 0; i + 1 < n; i++) {
                int low = i;
                next.add((int)
                        BooleanFunction.of(n, x -> f.isMinus(swap(x, low))).table());
            }
            for (int image : next) {
                if (!seen.get(image)) {
                    seen.set(image);
                    open.add(image);
                }
            }
        }
    }

    private static int swap(int x, int i) {
        return (x >> i & 1) == (x >> (i + 1) & 1) ? x : x ^ 3 << i;
    }
}
