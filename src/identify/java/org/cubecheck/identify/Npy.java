package org.cubecheck.identify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NumPy's array format, versions 1.0 to 3.0: a magic string, the length of a header, the header (a Python dictionary of
 * three keys), the values. Source: numpy.lib.format, NEP 1.
 */
final class Npy {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final String ACCEPTED = "bool, int8 to int64, uint8 to uint64 and float16 to float64 are accepted";
    /** A key, then a string, a truth value or a tuple of integers, then a comma or the closing brace. */
    private static final Pattern ENTRY = Pattern.compile("\\G\\s*(?:'(\\w+)'|\"(\\w+)\")\\s*:\\s*"
            + "(?:'([^'\\\\]*+)'|\"([^\"\\\\]*+)\"|(True|False)|\\(([0-9,\\sL]*+)\\))\\s*(,|(?=\\}))");

    /** NumPy knows no bfloat16: the packages that add it save its bytes as opaque ones, little-endian. */
    private static final Set<String> BFLOAT16 = Set.of("<V2", "|V2", "V2", "bfloat16", "<bfloat16");

    private static final Map<String, NumberType> TYPES = Map.ofEntries(
            Map.entry("b1", NumberType.BOOL),
            Map.entry("i1", NumberType.INT8),
            Map.entry("i2", NumberType.INT16),
            Map.entry("i4", NumberType.INT32),
            Map.entry("i8", NumberType.INT64),
            Map.entry("u1", NumberType.UINT8),
            Map.entry("u2", NumberType.UINT16),
            Map.entry("u4", NumberType.UINT32),
            Map.entry("u8", NumberType.UINT64),
            Map.entry("f2", NumberType.FLOAT16),
            Map.entry("f4", NumberType.FLOAT32),
            Map.entry("f8", NumberType.FLOAT64));

    private Npy() {}

    static ArrayTable read(InputStream in, String what) throws IOException {
        var start = in.readNBytes(8);
        if (start.length < 8 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6))
            throw new MalformedData(what + ": not a NumPy array: it does not begin with \\x93NUMPY");
        int major = start[6];
        int minor = start[7];
        if (major < 1 || major > 3 || minor != 0)
            throw new MalformedData(what + ": NumPy format version " + (major & 0xFF) + "." + (minor & 0xFF)
                    + "; 1.0, 2.0 and 3.0 are accepted");
        var length = in.readNBytes(major == 1 ? 2 : 4);
        long size = 0;
        for (int i = length.length - 1; i >= 0; i--) size = size << 8 | length[i] & 0xFF;
        if (size > LONGEST_HEADER)
            throw new MalformedData(
                    what + ": a NumPy header of " + size + " bytes; at most " + LONGEST_HEADER + " are accepted");
        var header = in.readNBytes((int) size);
        if (length.length < (major == 1 ? 2 : 4) || header.length < size)
            throw new MalformedData(what + ": the file ends within the NumPy header");
        return parse(new String(header, major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1), what)
                .read(in, what);
    }

    private record Header(NumberType element, ByteOrder order, boolean fortran, long[] shape) {
        ArrayTable read(InputStream in, String what) throws IOException {
            var table = ValueBuffer.table(in, what, "the file", shape, element, order, fortran);
            return element == NumberType.BFLOAT16
                    ? table.remark(what + ": numbers of two bytes without a type were read as bfloat16")
                    : table;
        }
    }

    private static Header parse(String header, String what) {
        var malformed = new MalformedData(what + ": the NumPy header " + MalformedData.quote(header.strip())
                + " is not a dictionary of 'descr' (one number type), 'fortran_order' and 'shape'");
        String text = header.strip();
        if (!text.startsWith("{") || !text.endsWith("}")) throw malformed;
        Optional<String> descr = Optional.empty();
        Optional<Boolean> fortran = Optional.empty();
        Optional<long[]> shape = Optional.empty();
        Matcher entry = ENTRY.matcher(text);
        int at = 1;
        for (; entry.find(at) && entry.start() == at; at = entry.end()) {
            String key = entry.group(1) != null ? entry.group(1) : entry.group(2);
            String string = entry.group(3) != null ? entry.group(3) : entry.group(4);
            if (key.equals("descr") && string != null && descr.isEmpty()) descr = Optional.of(string);
            else if (key.equals("fortran_order") && entry.group(5) != null && fortran.isEmpty())
                fortran = Optional.of(entry.group(5).equals("True"));
            else if (key.equals("shape") && entry.group(6) != null && shape.isEmpty())
                shape = Optional.of(shape(entry.group(6), malformed));
            else throw malformed;
        }
        if (!text.substring(at).strip().equals("}") || descr.isEmpty() || fortran.isEmpty() || shape.isEmpty())
            throw malformed;
        String type = descr.get();
        char mark = type.isEmpty() ? ' ' : type.charAt(0);
        NumberType element = BFLOAT16.contains(type)
                ? NumberType.BFLOAT16
                : "<>=|".indexOf(mark) < 0 ? TYPES.get(type) : TYPES.get(type.substring(1));
        if (element == null || mark == '|' && element.bytes > 1 && element != NumberType.BFLOAT16)
            throw new MalformedData(what + ": number type " + MalformedData.quote(type) + "; " + ACCEPTED);
        return new Header(
                element, mark == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, fortran.get(), shape.get());
    }

    private static long[] shape(String tuple, MalformedData malformed) {
        if (tuple.isBlank()) return new long[0];
        var parts = tuple.split(",", -1);
        int count = parts[parts.length - 1].isBlank() ? parts.length - 1 : parts.length;
        if (count > 64 || count == 1 && parts.length == 1) throw malformed;
        var shape = new long[count];
        for (int i = 0; i < count; i++) {
            String digits = parts[i].strip().replaceFirst("L$", "");
            if (!digits.matches("[0-9]{1,18}")) throw malformed;
            shape[i] = Long.parseLong(digits);
        }
        return shape;
    }
}
