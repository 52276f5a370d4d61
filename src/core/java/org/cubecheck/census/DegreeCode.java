package org.cubecheck.census;

import java.util.ArrayList;
import org.cubecheck.cube.Degrees;

/**
 * Multisets of up to four degrees 1..4 as small numbers that add up: 25 for a degree of at least 2, 5 more for one of
 * at least 3, 1 more for 4. The code of a multiset is the sum of the codes of its members.
 */
final class DegreeCode {

    /** One more than the largest code. */
    static final int LIMIT = 125;

    private static final byte[] OF_DEGREE = {0, 0, 25, 30, 31};

    private DegreeCode() {}

    /** The code of one degree. */
    static int of(int degree) {
        return OF_DEGREE[degree];
    }

    /** For each table of d variables the code of its degree. */
    static byte[] table(int d) {
        var codes = new byte[1 << (1 << d)];
        for (int table = 0; table < codes.length; table++) codes[table] = OF_DEGREE[Degrees.of(d, table)];
        return codes;
    }

    /** The multiset of d degrees of the given code. */
    static CoordinateDegrees degrees(int d, int code) {
        var degrees = new ArrayList<Integer>();
        for (int i = 0; i < d; i++)
            degrees.add(1 + (i < code / 25 ? 1 : 0) + (i < code / 5 % 5 ? 1 : 0) + (i < code % 5 ? 1 : 0));
        return new CoordinateDegrees(degrees);
    }
}
