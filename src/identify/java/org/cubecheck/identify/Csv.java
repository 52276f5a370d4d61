package org.cubecheck.identify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Numbers in lines of text. What separates them is what the first line shows: a tab, semicolon or comma, else blanks.
 */
final class Csv {

    private Csv() {}

    static ArrayTable read(InputStream in, String what) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var values = new ValueBuffer();
        List<String> names = List.of();
        List<String> remarks = List.of();
        String separator = "";
        boolean indexed = false;
        // 0,1 may be names or the sample (0, 1): what the other lines hold decides.
        boolean open = false;
        int columns = -1;
        int rows = 0;
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (number == 1 && line.startsWith("\uFEFF")) line = line.substring(1);
            if (line.isBlank() || line.startsWith("#")) continue;
            if (columns < 0) {
                separator = separator(line);
                names = fields(line, separator);
                columns = names.size();
                boolean counts = columns > 1
                        && names.equals(IntStream.range(0, columns)
                                .mapToObj(Integer::toString)
                                .toList());
                open = counts && columns == 2;
                if (counts && columns > 2) {
                    remarks = List.of(
                            what + ": the first line, 0 to " + (columns - 1) + ", was taken for names of columns");
                    continue;
                } else if (names.stream().allMatch(field -> number(field).isPresent())) {
                    names = IntStream.rangeClosed(1, columns)
                            .mapToObj(Integer::toString)
                            .toList();
                } else {
                    indexed = columns > 1 && names.get(0).isEmpty();
                    names = names.stream().map(ArrayNames::shown).toList();
                    continue;
                }
            }
            var fields = fields(line, separator);
            if (fields.size() != columns)
                throw new MalformedData(what + ": line " + number + " has " + fields.size()
                        + (fields.size() == 1 ? " field" : " fields") + ", the first line has " + columns);
            for (int c = indexed ? 1 : 0; c < columns; c++) {
                var value = number(fields.get(c));
                if (value.isEmpty())
                    throw new MalformedData(what + ": line " + number + ", field " + (c + 1) + ": "
                            + MalformedData.quote(fields.get(c)) + " is not a number (such as -1, 0.5 or 1e-3)");
                values.add(value.getAsDouble(), what);
            }
            rows++;
        }
        if (rows == 0)
            throw new MalformedData(what
                    + ": no line of numbers; one sample a line is accepted, its fields parted by comma, "
                    + "semicolon, tab or blanks");
        double[] all = values.toArray();
        if (open) {
            boolean header = Arrays.stream(all).anyMatch(value -> value != 0 && value != 1);
            remarks = List.of(
                    what + ": the first line, 0 and 1, was taken for " + (header ? "names of columns" : "a sample"));
            if (header)
                return ArrayTable.of(
                        what, List.of("0", "1"), rows - 1, Arrays.copyOfRange(all, 2, all.length), remarks);
        }
        return ArrayTable.of(what, indexed ? names.subList(1, columns) : names, rows, all, remarks);
    }

    private static String separator(String line) {
        var outside = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            at = afterQuotes(line, at);
            if (at < line.length()) outside.append(line.charAt(at));
        }
        for (String candidate : List.of("\t", ";", ",")) {
            if (outside.indexOf(candidate) >= 0) return candidate;
        }
        return " ";
    }

    /** What stands between quotes at the beginning of a field belongs to it, separators included. */
    private static List<String> fields(String line, String separator) {
        var fields = new ArrayList<String>();
        boolean blanks = separator.equals(" ");
        String text = blanks ? line.strip() : line;
        int from = 0;
        while (true) {
            int at = from;
            while (at < text.length() && text.charAt(at) == ' ') at++;
            at = afterQuotes(text, at);
            while (at < text.length()
                    && (blanks ? !Character.isWhitespace(text.charAt(at)) : text.charAt(at) != separator.charAt(0)))
                at++;
            fields.add(unquoted(text.substring(from, at).strip()));
            if (at == text.length()) return fields;
            from = at + 1;
            while (blanks && Character.isWhitespace(text.charAt(from))) from++;
        }
    }

    /**
     * The place after the quotes that open here and are closed, a doubled one being a character; else the same place.
     */
    private static int afterQuotes(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '"') return at;
        for (int end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 2)) {
            if (end + 1 == text.length() || text.charAt(end + 1) != '"') return end + 1;
        }
        return at;
    }

    private static String unquoted(String field) {
        boolean quoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
        return quoted
                ? field.substring(1, field.length() - 1).replace("\"\"", "\"").strip()
                : field;
    }

    private static OptionalDouble number(String field) {
        if (decimal(field)) return OptionalDouble.of(Double.parseDouble(field));
        switch (field.toLowerCase(Locale.ROOT)) {
            case "true":
                return OptionalDouble.of(1);
            case "false":
                return OptionalDouble.of(0);
            case "nan", "+nan", "-nan":
                return OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity":
                return OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity":
                return OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default:
                return OptionalDouble.empty();
        }
    }

    /** Whether the field is [+-] digits [. digits] [e [+-] digits]; Java itself reads more (1d, 0x1p3). */
    private static boolean decimal(String field) {
        int at = sign(field, 0);
        int point = digits(field, at);
        int end = point < field.length() && field.charAt(point) == '.' ? digits(field, point + 1) : point;
        if (end - at - (end > point ? 1 : 0) < 1) return false;
        if (end == field.length()) return true;
        if ((field.charAt(end) | 32) != 'e') return false;
        int exponent = sign(field, end + 1);
        return digits(field, exponent) == field.length() && exponent < field.length();
    }

    private static int sign(String field, int at) {
        return at < field.length() && (field.charAt(at) == '-' || field.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String field, int at) {
        while (at < field.length() && field.charAt(at) >= '0' && field.charAt(at) <= '9') at++;
        return at;
    }
}
