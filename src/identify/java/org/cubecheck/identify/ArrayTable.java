package org.cubecheck.identify;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a reader found in a file; {@link Samples} is its public face.
 *
 * @param source a file name, with the name of the array where there are several
 * @param names of the columns
 * @param values by row, then column; taken over without a copy
 * @param remarks what was taken for what, where the file leaves it open; without the full stop
 */
record ArrayTable(String source, List<String> names, int rows, double[] values, List<String> remarks) {

    ArrayTable {
        names = List.copyOf(names);
        remarks = List.copyOf(remarks);
    }

    static ArrayTable of(String source, int rows, int columns, double[] values) {
        return new ArrayTable(source, numbered(columns), rows, values, List.of());
    }

    static ArrayTable of(String source, List<String> names, int rows, double[] values, List<String> remarks) {
        return new ArrayTable(source, names, rows, values, remarks);
    }

    private static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).toList();
    }
}
