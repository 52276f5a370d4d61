package org.cubecheck.identify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a reader found in a file; {@link Samples} is its public face.
 *
 * @param source a file name, with the name of the array where there are several
 * @param names of the columns
 * @param values by row, then column; taken over without a copy
 * @param remarks what was taken for what, where the file leaves it open; without the full stop
 * @param rowNames by row; empty if rows have none
 * @param groups by row, what the column of groups holds; empty if there is none
 */
record ArrayTable(
        String source,
        List<String> names,
        int rows,
        double[] values,
        List<String> remarks,
        List<String> rowNames,
        List<String> groups) {

    ArrayTable {
        names = List.copyOf(names);
        remarks = List.copyOf(remarks);
        rowNames = List.copyOf(rowNames);
        groups = List.copyOf(groups);
    }

    /** {@code 1 row}, {@code 2 rows}. */
    static String counted(int rows) {
        return rows + (rows == 1 ? " row" : " rows");
    }

    static ArrayTable of(String source, int rows, int columns, double[] values) {
        return of(source, numbered(columns), rows, values, List.of());
    }

    static ArrayTable of(String source, List<String> names, int rows, double[] values, List<String> remarks) {
        return new ArrayTable(source, names, rows, values, remarks, List.of(), List.of());
    }

    static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).toList();
    }

    double at(int row, int column) {
        return values[row * names.size() + column];
    }

    /** The same columns in another order, or some of them. */
    ArrayTable columns(int[] which) {
        var taken = new double[rows * which.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < which.length; c++) taken[r * which.length + c] = at(r, which[c]);
        }
        return new ArrayTable(
                source, Arrays.stream(which).mapToObj(names::get).toList(), rows, taken, remarks, rowNames, groups);
    }

    /** The same rows in another order, or some of them. */
    ArrayTable rows(int[] which) {
        int w = names.size();
        var taken = new double[which.length * w];
        for (int r = 0; r < which.length; r++) System.arraycopy(values, which[r] * w, taken, r * w, w);
        return new ArrayTable(source, names, which.length, taken, remarks, at(rowNames, which), at(groups, which));
    }

    private static List<String> at(List<String> list, int[] which) {
        return list.isEmpty() ? list : Arrays.stream(which).mapToObj(list::get).toList();
    }

    ArrayTable values(double[] others) {
        return new ArrayTable(source, names, rows, others, remarks, rowNames, groups);
    }

    ArrayTable rowNames(List<String> others) {
        return new ArrayTable(source, names, rows, values, remarks, others, groups);
    }

    ArrayTable groups(List<String> others) {
        return new ArrayTable(source, names, rows, values, remarks, rowNames, others);
    }

    /** With one more remark. */
    ArrayTable remark(String text) {
        return new ArrayTable(
                source,
                names,
                rows,
                values,
                Stream.concat(remarks.stream(), Stream.of(text)).toList(),
                rowNames,
                groups);
    }
}
