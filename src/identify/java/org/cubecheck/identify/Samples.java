package org.cubecheck.identify;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * A table of finite or non-finite real values: rows are samples, columns are coordinates. At least one row and one
 * column. Immutable.
 */
public final class Samples {

    private final ArrayTable table;

    private Samples(ArrayTable table) {
        this.table = table;
    }

    /**
     * The table with the given rows. @throws MalformedData if there is no row or no column, or the rows differ in
     * length
     */
    public static Samples of(double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0)
            throw new MalformedData("a table without rows or columns; at least one of each is needed");
        int columns = rows[0].length;
        var values = new double[Math.multiplyExact(rows.length, columns)];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns)
                throw new MalformedData("row 1 has " + columns + " values and row " + (r + 1) + " has " + rows[r].length
                        + "; rows of one length are accepted");
            System.arraycopy(rows[r], 0, values, r * columns, columns);
        }
        return new Samples(ArrayTable.of("array", rows.length, columns, values));
    }

    /**
     * Reads the only array of a file: NumPy {@code .npy} or {@code .npz}, {@code .safetensors}, or text with one sample
     * a line ({@code .csv}, {@code .tsv}, {@code .txt}). A one-dimensional array is one column. Memory stays within the
     * size of the values that the file really holds, whatever its header promises.
     *
     * <p>NumPy: format versions 1.0 to 3.0; bool, int8 to int64, uint8 to uint64, float16 to float64, both byte orders,
     * C and Fortran order. Safetensors: BOOL, I8 to I64, U8 to U64, F16, BF16, F32, F64. Integers past 2^53 are rounded
     * to the nearest double; two bytes without a type are bfloat16, as ml_dtypes saves it. Of more than two dimensions
     * those of 1 after the first are left out. Text and {@code .npy} may be packed ({@code .csv.gz}, {@code .npy.gz}).
     *
     * <p>Text: fields parted by comma, semicolon, tab or blanks, or as a first line {@code sep=;} says; a first line of
     * names is optional, and 0, 1, ..., k-1 are names too, unless k is 1, or k is 2 and no other line holds anything but
     * 0 and 1. Empty lines, lines that begin with {@code #}, a line of units under the names and a separator at the end
     * of each line are skipped. NA, NaN, null and empty fields are NaN. Numbers have a decimal point, or throughout a
     * decimal comma where commas do not part the fields. A first column of words, one without a name and one named
     * {@code index}, {@code id} or {@code row} that holds different integers are names of rows.
     *
     * <p>From three rows on a column that holds 0 to N-1 or 1 to N in order counts the rows and is left out, in every
     * format. What was taken for what is among the {@linkplain Identification#notes notes}.
     *
     * @throws MalformedData if the file cannot be read, is not what its ending says, or holds several arrays
     */
    public static Samples read(Path file) {
        return read(file, ReadOptions.DEFAULT);
    }

    /**
     * The same for the array of the given name in a {@code .npz} or {@code .safetensors} file.
     *
     * @throws MalformedData also if there is no such array, or the format has no names
     */
    public static Samples read(Path file, String array) {
        return read(file, ReadOptions.DEFAULT.withArray(array));
    }

    /**
     * The same with what the reader is told of the file.
     *
     * @throws MalformedData also if a column asked for is not there, or the file is not as it is told
     */
    public static Samples read(Path file, ReadOptions options) {
        return new Samples(Formats.read(file, options));
    }

    /**
     * Reads which rows belong together: text with a label a line, whatever it is, or an array of one column. Text with
     * one line more than there are rows begins with a name.
     *
     * @param rows of the samples
     * @return by row the number of its group, from 0 in the order of their first rows
     * @throws MalformedData if the file cannot be read or has not a label a row
     */
    public static int[] readGroups(Path file, int rows) {
        return numbered(Formats.labels(file, rows));
    }

    private static int[] numbered(List<String> labels) {
        var numbers = new HashMap<String, Integer>();
        return labels.stream()
                .mapToInt(label -> numbers.computeIfAbsent(label, other -> numbers.size()))
                .toArray();
    }

    /** Where the values come from: a file name, or {@code array}. */
    public String source() {
        return table.source();
    }

    /** The names of the columns: those of a CSV header, else 1, 2, ... */
    public List<String> names() {
        return table.names();
    }

    List<String> remarks() {
        return table.remarks();
    }

    /** By row the number of its group, where the file was read with a column of groups that it has. */
    public Optional<int[]> groups() {
        return table.groups().isEmpty() ? Optional.empty() : Optional.of(numbered(table.groups()));
    }

    ArrayTable table() {
        return table;
    }

    static Samples of(ArrayTable table) {
        return new Samples(table);
    }

    /** The number of samples. */
    public int rows() {
        return table.rows();
    }

    /** The number of coordinates. */
    public int columns() {
        return table.names().size();
    }

    /** The value in a row and a column, both from 0. @throws IndexOutOfBoundsException if there is no such one */
    public double at(int row, int column) {
        Index.check("row", row, rows());
        Index.check("column", column, columns());
        return table.values()[row * columns() + column];
    }

    /** One column; a copy. @throws IndexOutOfBoundsException if there is no such one */
    public double[] column(int column) {
        Index.check("column", column, columns());
        var copy = new double[rows()];
        for (int r = 0; r < copy.length; r++) copy[r] = table.values()[r * columns() + column];
        return copy;
    }

    /** {@code z.npy: 1000 rows of 4}. */
    @Override
    public String toString() {
        return source() + ": " + rows() + " rows of " + columns();
    }
}
