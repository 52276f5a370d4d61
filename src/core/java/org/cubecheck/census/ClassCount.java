package org.cubecheck.census;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cubecheck.cube.Cube;
import org.cubecheck.transform.Symmetry;

/**
 * The census class by class. The degrees of the inverse are read off the transform: the Fourier coefficient of (T^-1)_j
 * at S is that of T_S, the product of the coordinates in S, at {j}; so deg (T^-1)_j is the largest |S| for which T_S
 * has a coefficient at {j}.
 *
 * @param d the dimension, 1..4
 */
record ClassCount(int d) {

    private static final int PARTS = 512;

    ClassCount {
        if (d < 1 || d > 4) throw new IllegalArgumentException("classes are enumerated for dimensions 1..4, not " + d);
    }

    int parts() {
        return d == 4 ? PARTS : 1;
    }

    /** Every 512th prefix of {@link TransformClasses}: shards of about one size. */
    ClassCensus part(int index) {
        if (index < 0 || index >= parts())
            throw new IndexOutOfBoundsException("a part lies within 0.." + (parts() - 1) + ", not " + index);
        var classes = TransformClasses.of(d);
        var count = new Count(d);
        for (int prefix = index; prefix < classes.prefixes(); prefix += parts()) classes.forEach(prefix, count);
        return count.census();
    }

    /** By d and by table: the variables at which the function has a Fourier coefficient of degree 1, as a mask. */
    private static final byte[][] LINEAR =
            IntStream.rangeClosed(0, 4).mapToObj(ClassCount::linear).toArray(byte[][]::new);

    private static byte[] linear(int d) {
        var linear = new byte[1 << (1 << d)];
        for (int table = 0; table < linear.length; table++) {
            for (int j = 0; j < d; j++) {
                int sum = 0;
                for (int z = 0; z < 1 << d; z++)
                    sum += (table >>> z & 1) == 0 ? Cube.coordinate(z, j) : -Cube.coordinate(z, j);
                linear[table] |= (byte) (sum != 0 ? 1 << j : 0);
            }
        }
        return linear;
    }

    private static final class Count implements TransformClasses.Visitor {
        private final int d;
        private final byte[] codes;
        private final byte[] linear;
        /** By both codes. */
        private final long[] transforms = new long[DegreeCode.LIMIT * DegreeCode.LIMIT];

        private final TreeMap<Long, Long> sizes = new TreeMap<>();
        private final long regular;
        private long regularClasses;
        private int begunCode;
        private int begunTwo;
        private int begunThree;

        Count(int d) {
            this.d = d;
            this.codes = DegreeCode.table(d);
            this.linear = LINEAR[d];
            this.regular = Symmetry.count(d);
        }

        /** What the first three of four coordinates contribute. */
        @Override
        public boolean enter(int[] f, int count) {
            if (d == 4 && count == 3) {
                begunCode = codes[f[0]] + codes[f[1]] + codes[f[2]];
                begunTwo = linear[f[0] ^ f[1]] | linear[f[0] ^ f[2]] | linear[f[1] ^ f[2]];
                begunThree = linear[f[0] ^ f[1] ^ f[2]];
            }
            return true;
        }

        @Override
        public void visit(int[] f, long size) {
            int code;
            int inverse;
            if (d == 4) {
                int a = f[0];
                int b = f[1];
                int c = f[2];
                int e = f[3];
                code = begunCode + codes[e];
                int four = linear[a ^ b ^ c ^ e];
                int three = four | begunThree | linear[a ^ b ^ e] | linear[a ^ c ^ e] | linear[b ^ c ^ e];
                int two = three | begunTwo | linear[a ^ e] | linear[b ^ e] | linear[c ^ e];
                inverse = 25 * Integer.bitCount(two) + 5 * Integer.bitCount(three) + Integer.bitCount(four);
            } else {
                code = Arrays.stream(f).map(table -> codes[table]).sum();
                inverse = inverse(f);
            }
            transforms[code * DegreeCode.LIMIT + inverse] += size;
            if (size == regular) regularClasses++;
            else sizes.merge(size, 1L, Long::sum);
        }

        private int inverse(int[] f) {
            var reached = new int[6];
            for (int S = 1; S < 1 << d; S++) {
                int product = 0;
                for (int i = 0; i < d; i++) product ^= (S >>> i & 1) == 0 ? 0 : f[i];
                reached[Cube.degree(S)] |= linear[product];
            }
            for (int size = 4; size > 1; size--) reached[size] |= reached[size + 1];
            return 25 * Integer.bitCount(reached[2]) + 5 * Integer.bitCount(reached[3]) + Integer.bitCount(reached[4]);
        }

        ClassCensus census() {
            if (regularClasses > 0) sizes.put(regular, regularClasses);
            var counts = new TreeMap<DegreePair, Long>();
            for (int i = 0; i < transforms.length; i++) {
                if (transforms[i] > 0)
                    counts.put(
                            new DegreePair(
                                    DegreeCode.degrees(d, i / DegreeCode.LIMIT),
                                    DegreeCode.degrees(d, i % DegreeCode.LIMIT)),
                            transforms[i]);
            }
            return new ClassCensus(d, sizes, counts);
        }
    }
}
