package org.cubecheck.identify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Values as they arrive. Room grows with what has arrived, never with what a header promises. */
final class ValueBuffer {

    private static final int CHUNK = 1 << 16;

    private double[] values = new double[256];
    private int size;

    /** The most values that are read: a quarter of the memory that this machine may use. */
    static long limit() {
        return Math.min(1 << 28, Runtime.getRuntime().maxMemory() / (4 * Double.BYTES));
    }

    void add(double value, String what) {
        if (size == values.length) {
            if (size >= limit()) throw tooMany(what, "more than " + size);
            values = Arrays.copyOf(values, (int) Math.min(limit(), 2L * size));
        }
        values[size++] = value;
    }

    double[] toArray() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }

    static MalformedData tooMany(String what, String count) {
        return new MalformedData(what + ": " + count + " values; at most " + limit()
                + " fit into the memory given to this run (raise it with -Xmx)");
    }

    /**
     * A table from a stream of numbers.
     *
     * @param holder what the stream is: the file, or the part of it that is the array's own
     * @param given the shape: one or two dimensions, each at least 1; after the first, those of 1 are left out of more
     * @throws MalformedData if the stream ends early, goes on after the last value, or the shape is no table
     */
    static ArrayTable table(
            InputStream in,
            String what,
            String holder,
            long[] given,
            NumberType element,
            ByteOrder order,
            boolean fortran)
            throws IOException {
        long[] shape = given.length > 2 ? squeezed(given) : given;
        if (shape.length != 1 && shape.length != 2)
            throw new MalformedData(what + ": an array of shape " + shape(given)
                    + "; rows are samples, so one or two dimensions are accepted");
        long rows = shape[0];
        long columns = shape.length == 2 ? shape[1] : 1;
        if (given.length > 2 && Arrays.stream(given).anyMatch(size -> size < 1)) rows = 0;
        if (rows < 1 || columns < 1)
            throw new MalformedData(
                    what + ": an array of shape " + shape(given) + "; at least one row and one column are needed");
        if (rows > limit() || columns > limit() || rows * columns > limit()) throw tooMany(what, shape(shape));
        var values = new ValueBuffer();
        long count = rows * columns;
        var bytes = new byte[CHUNK];
        var buffer = ByteBuffer.wrap(bytes).order(order);
        for (long left = count; left > 0; ) {
            int wanted = (int) Math.min(CHUNK, left * element.bytes);
            int got = in.readNBytes(bytes, 0, wanted);
            if (got < wanted) {
                long held = (count - left) * element.bytes + got;
                throw new MalformedData(what + ": the header promises " + count * element.bytes + " bytes of values, "
                        + holder + " holds " + held);
            }
            for (int at = 0; at < wanted; at += element.bytes) values.add(element.decode(buffer, at), what);
            left -= wanted / element.bytes;
        }
        if (in.read() >= 0)
            throw new MalformedData(what + ": " + holder + " goes on after the " + count * element.bytes
                    + " bytes of values that the header promises");
        var array = values.toArray();
        boolean turn = fortran && columns > 1;
        return ArrayTable.of(
                what, (int) rows, (int) columns, turn ? transposed(array, (int) rows, (int) columns) : array);
    }

    /** Without dimensions of 1 after the first: tokens or heads of which there is one. The order of the values is the same. */
    private static long[] squeezed(long[] shape) {
        var squeezed = new long[shape.length];
        int kept = 0;
        for (int k = 0; k < shape.length; k++) {
            if (k == 0 || shape[k] != 1) squeezed[kept++] = shape[k];
        }
        return Arrays.copyOf(squeezed, kept);
    }

    private static double[] transposed(double[] columnMajor, int rows, int columns) {
        var rowMajor = new double[columnMajor.length];
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) rowMajor[r * columns + c] = columnMajor[c * rows + r];
        }
        return rowMajor;
    }

    static String shape(long[] shape) {
        return MalformedData.quote(Arrays.toString(shape).replace('[', '(').replace(']', ')'))
                .replace("'", "");
    }
}
