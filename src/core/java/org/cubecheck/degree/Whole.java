package org.cubecheck.degree;

import java.math.BigInteger;
import java.util.Arrays;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;

/** Expansion on the whole cube: the Fourier expansion, with a character as the witness. */
final class Whole implements MinDegree.Expansion {

    private final Support X;

    Whole(Support X) {
        this.X = X;
    }

    @Override
    public int degreeOf(long[] values) {
        return fits(values)
                ? RealFunction.ofIntegers(values).degree()
                : interpolate(values).degree();
    }

    /** Whether all sums fit into 64 bits. */
    private static boolean fits(long[] values) {
        long safe = Long.MAX_VALUE / values.length;
        return Arrays.stream(values).allMatch(v -> -safe < v && v < safe);
    }

    @Override
    public Interpolant interpolate(long[] values) {
        var a = Arrays.stream(values).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
        for (int h = 1; h < a.length; h <<= 1) {
            for (int x = 0; x < a.length; x++) {
                if ((x & h) != 0) continue;
                var u = a[x];
                var v = a[x | h];
                a[x] = u.add(v);
                a[x | h] = u.subtract(v);
            }
        }
        int top = 0;
        for (int S = 0; S < a.length; S++) {
            if (a[S].signum() != 0 && Cube.degree(S) > Cube.degree(top)) top = S;
        }
        var witness = new BigInteger[a.length];
        for (int x = 0; x < witness.length; x++) witness[x] = BigInteger.valueOf(Cube.character(top, x));
        return Interpolant.ofCharacters(X, a, BigInteger.valueOf(a.length), witness);
    }

    @Override
    public int largest() {
        return X.variables();
    }
}
