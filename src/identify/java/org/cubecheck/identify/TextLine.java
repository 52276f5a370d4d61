package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** A line of a text file: its fields, and what a field may be. */
final class TextLine {

    /** As R, pandas, spreadsheets and databases write that there is no value. */
    private static final Set<String> MISSING =
            Set.of("", "na", "n/a", "#n/a", "nan", "+nan", "-nan", "null", "none", "<na>", "nil", "?");

    private TextLine() {}

    /** A tab, semicolon or comma outside quotes, in this order, else blanks. */
    static String separator(String line) {
        var outside = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            at = afterQuotes(line, at);
            if (at < line.length()) outside.append(line.charAt(at));
        }
        for (String candidate : List.of("\t", ";", ",")) {
            if (outside.indexOf(candidate) >= 0)
                return candidate.equals(",") && isBlanksAndDecimalCommas(line) ? " " : candidate;
        }
        return " ";
    }

    /** {@code 0,5 1,5}: between commas stands {@code 5 1}, which is no number. */
    private static boolean isBlanksAndDecimalCommas(String line) {
        if (line.indexOf('"') >= 0 || line.indexOf('.') >= 0) return false;
        var pieces = fields(line, " ");
        return pieces.size() > 1 && pieces.stream().allMatch(piece -> isWhole(piece) || isDecimalComma(piece));
    }

    /** What stands between quotes at the beginning of a field belongs to it, separators included. */
    static List<String> fields(String line, String separator) {
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

    /** Whether the field says that there is no value. */
    static boolean isMissing(String field) {
        return field.length() <= 4 && MISSING.contains(field.toLowerCase(Locale.ROOT));
    }

    /** Whether the field is anything but a value, with a point or a comma, or a missing one. */
    static boolean isText(String field) {
        return !isMissing(field) && value(field).isEmpty() && !isDecimalComma(field);
    }

    /** A number with a decimal point, a truth value, or an infinity. */
    static OptionalDouble value(String field) {
        if (isDecimal(field)) return OptionalDouble.of(Double.parseDouble(field));
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> OptionalDouble.of(1);
            case "false", "no" -> OptionalDouble.of(0);
            case "inf", "+inf", "infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> OptionalDouble.empty();
        };
    }

    /** Whether the field is [+-] digits [. digits] [e [+-] digits]; Java itself reads more (1d, 0x1p3). */
    static boolean isDecimal(String field) {
        int at = sign(field, 0);
        int point = digits(field, at);
        int end = point < field.length() && field.charAt(point) == '.' ? digits(field, point + 1) : point;
        if (end - at - (end > point ? 1 : 0) < 1) return false;
        if (end == field.length()) return true;
        if ((field.charAt(end) | 32) != 'e') return false;
        int exponent = sign(field, end + 1);
        return digits(field, exponent) == field.length() && exponent < field.length();
    }

    /** Whether the field that has a value is a word for 1 or 0. */
    static boolean isTruth(String field) {
        return "tTfFyYnN".indexOf(field.charAt(0)) >= 0;
    }

    /** Whether the field is such a number with a comma for the point. */
    static boolean isDecimalComma(String field) {
        return field.indexOf(',') >= 0 && field.indexOf('.') < 0 && isDecimal(field.replace(',', '.'));
    }

    /** Whether the field is [+-] digits. */
    static boolean isWhole(String field) {
        int at = sign(field, 0);
        return at < field.length() && digits(field, at) == field.length();
    }

    private static int sign(String field, int at) {
        return at < field.length() && (field.charAt(at) == '-' || field.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String field, int at) {
        while (at < field.length() && field.charAt(at) >= '0' && field.charAt(at) <= '9') at++;
        return at;
    }
}
