package org.cubecheck.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.claim.Certificate;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.realization.Representation;
import org.cubecheck.transform.Bijection;

/** How points, sets, functions, transforms and representations are written in certificates and in what a person reads. */
final class Notation {

    private Notation() {}

    // ---- in certificates

    static List<Integer> list(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static List<Long> list(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** The images of 0, 1, ..., 2^d - 1. */
    static List<Integer> list(Bijection T) {
        return list(T.toArray());
    }

    /** The values from the point 0 on. */
    static List<Integer> values(BooleanFunction f) {
        return IntStream.range(0, 1 << f.variables()).mapToObj(f::at).toList();
    }

    /** The values of an integer-valued function; of others the numerators: what fails for f fails for its multiples. */
    static List<Long> values(RealFunction f) {
        return values(f, 1);
    }

    /** The numerators, each times the factor. */
    static List<Long> values(RealFunction f, long factor) {
        return IntStream.range(0, 1 << f.variables())
                .mapToObj(x -> Math.multiplyExact(f.numerator(x), factor))
                .toList();
    }

    /** The values of a task, which are integers. */
    static List<Long> integerValues(RealFunction g) {
        if (g.denominator() != 1) throw new IllegalArgumentException("a task in a certificate has integer values");
        return values(g);
    }

    /** Adds a representation to a certificate: its support and the images of the points of it. */
    static Certificate.Builder describe(Certificate.Builder builder, Representation Phi) {
        return builder.with("d", Phi.dimension())
                .with("m", Phi.support().variables())
                .with("points", list(Phi.support().toArray()))
                .with("images", list(Phi.toArray()));
    }

    // ---- for a reader

    /** {@code 1/2}. */
    static String text(BigFraction value) {
        return value.toString().replace(" ", "");
    }

    /** {@code (1, -1)}. */
    static String point(int n, int x) {
        return Arrays.toString(
                        IntStream.range(0, n).map(i -> Cube.coordinate(x, i)).toArray())
                .replace('[', '(')
                .replace(']', ')');
    }

    /** {@code {1, 3}}, the variables counted from 1. */
    static String set(int S) {
        var variables = new ArrayList<Integer>();
        for (int i = 0; i < 31; i++) {
            if ((S >>> i & 1) != 0) variables.add(i + 1);
        }
        return variables.isEmpty()
                ? "∅"
                : variables.toString().replace('[', '{').replace(']', '}');
    }

    /** {@code B^4}, or the points. */
    static String place(Support X) {
        return X.size() == 1 << X.variables()
                ? "B^" + X.variables()
                : "the points " + Arrays.toString(X.toArray()) + " of B^" + X.variables();
    }

    /** The expansion, in variables of this name. */
    static String polynomial(RealFunction f, char variable) {
        return f.spectrum().toPolynomial().replace('x', variable);
    }

    /** The coordinates as polynomials. */
    static List<String> polynomials(Bijection T) {
        return T.coordinates().stream().map(f -> f.spectrum().toPolynomial()).toList();
    }

    /** The coordinates as polynomials of least degree on the support. */
    static String coordinates(Representation Phi) {
        return IntStream.range(0, Phi.dimension())
                .mapToObj(i -> Phi.minDegree()
                        .interpolate(Arrays.stream(Phi.toArray())
                                .mapToLong(y -> 1 - 2 * (y >>> i & 1))
                                .toArray())
                        .toSpectrum()
                        .toPolynomial())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
