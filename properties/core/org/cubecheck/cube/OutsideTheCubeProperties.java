package org.cubecheck.cube;

import static org.cubecheck.vocabulary.CubeAssertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.function.IntConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.realization.Injection;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/**
 * A point or a set of variables outside the cube is the same mistake wherever it is made, and is answered in the same
 * words.
 */
class OutsideTheCubeProperties {

    private static Map<String, IntConsumer> lookups(int n) {
        var f = BooleanFunction.parity(n);
        var real = f.toReal();
        var spectrum = f.spectrum();
        var points = new int[1 << n];
        for (int x = 0; x < points.length; x++) points[x] = x;
        var T = Bijection.of(points);
        var P = SignedPermutation.identity(n);
        var psi = Injection.of(n + 1, points);
        var interpolant = MinDegree.on(Support.of(n, 0, 1)).interpolate(1, -1);
        return Map.ofEntries(
                Map.entry("f.at", f::at),
                Map.entry("f.isMinus", f::isMinus),
                Map.entry("f.sensitivity", f::sensitivity),
                Map.entry("f.blockSensitivity", f::blockSensitivity),
                Map.entry("f.certificateComplexity", f::certificateComplexity),
                Map.entry("real.numerator", real::numerator),
                Map.entry("real.at", real::at),
                Map.entry("spectrum.numerator", spectrum::numerator),
                Map.entry("spectrum.coefficient", spectrum::coefficient),
                Map.entry("T.at", T::at),
                Map.entry("P.at", P::at),
                Map.entry("psi.at", psi::at),
                Map.entry("interpolant.at", interpolant::at),
                Map.entry("interpolant.coefficient", interpolant::coefficient));
    }

    @Property
    void a_mask_outside_the_cube_is_refused_in_the_same_words_everywhere(@ForAll @IntRange(min = 1, max = 4) int n) {
        int points = 1 << n;
        for (int mask : new int[] {-1, points, points + 1, -points, 1 << 30, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            lookups(n)
                    .forEach((name, lookup) -> assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .as(name)
                            .isThrownBy(() -> lookup.accept(mask))
                            .withMessage("a point or a set of variables of B^" + n + " is a mask within 0.."
                                    + (points - 1) + ", not " + mask)
                            .isExactlyInstanceOf(IndexOutOfBoundsException.class));
        }
    }

    @Property
    void every_mask_of_the_cube_is_accepted(@ForAll @IntRange(min = 1, max = 4) int n) {
        lookups(n).values().forEach(lookup -> {
            for (int mask = 0; mask < 1 << n; mask++) lookup.accept(mask);
        });
    }
}
