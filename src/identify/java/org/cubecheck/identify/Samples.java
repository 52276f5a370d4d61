package org.cubecheck.identify;

import java.nio.file.Path;
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
     * to the nearest double. Text: fields parted by comma, semicolon, tab or blanks; a first line of names is optional,
     * and 0, 1, ..., k-1 are names too, unless k is 1, or k is 2 and no other line holds anything but 0 and 1; empty
     * lines and lines that begin with {@code #} are skipped, and a first column without a name in the header (a row
     * index) is left out.
     *
     * @throws MalformedData if the file cannot be read, is not what its ending says, or holds several arrays
     */
    public static Samples read(Path file) {
        return new Samples(Formats.read(file, Optional.empty()));
    }

    /**
     * The same for the array of the given name in a {@code .npz} or {@code .safetensors} file.
     *
     * @throws MalformedData also if there is no such array, or the format has no names
     */
    public static Samples read(Path file, String array) {
        return new Samples(Formats.read(file, Optional.of(array)));
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
