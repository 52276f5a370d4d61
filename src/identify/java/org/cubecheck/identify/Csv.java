package org.cubecheck.identify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Numbers in lines of text. What separates them is what the first line shows: a tab, semicolon or comma, else blanks. The
 * first lines also show whether there are names of columns, units, names of rows, decimal commas and separators at the
 * end; all later ones must be alike.
 */
final class Csv {

    /** Enough to see a header, a line of units and a sample. */
    private static final int HEAD = 3;
    /** As spreadsheets write it. */
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?[;,\t]*");
    /** As pandas calls a column that had no name. */
    private static final Pattern UNNAMED = Pattern.compile("(?i)unnamed: ?[0-9]+");

    private static final Set<String> NAMES_OF_ROWS = Set.of("index", "idx", "id", "row", "rowid", "row_id", "rownames");

    private record Line(long number, String text) {}

    private final String what;
    private final ReadOptions options;
    private final ValueBuffer values = new ValueBuffer();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> rowNames = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();

    private String separator = "";
    private boolean comma;
    private boolean pairs;
    private boolean trailing;
    private boolean shortHeader;
    /** 0,1 may be names or the sample (0, 1): what the other lines hold decides. */
    private boolean open;
    /** Whether integers may be the whole parts and fractions of numbers with decimal commas. */
    private boolean doubtful;

    private boolean fractions;
    /** Whether truth values were read. */
    private boolean words;
    /** Whether the first column, named as an index, may hold names of rows and may hold values. */
    private boolean index;

    private List<String> names = List.of();
    private int fields;
    private int rowName = -1;
    private int group = -1;
    private int[] taken = {};
    private int rows;

    private Csv(String what, ReadOptions options) {
        this.what = what;
        this.options = options;
    }

    static ArrayTable read(InputStream in, String what, ReadOptions options) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var csv = new Csv(what, options);
        var head = new ArrayList<Line>();
        long number = 0;
        boolean begun = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (number == 1 && line.startsWith("\uFEFF")) line = line.substring(1);
            if (line.isBlank() || line.startsWith("#")) continue;
            if (!begun && head.isEmpty() && csv.isSeparatorLine(line)) continue;
            if (begun) {
                csv.add(number, line);
            } else {
                head.add(new Line(number, line));
                if (head.size() == HEAD) {
                    csv.begin(head);
                    begun = true;
                }
            }
        }
        if (!begun && !head.isEmpty()) csv.begin(head);
        return csv.table();
    }

    private boolean isSeparatorLine(String line) {
        var found = SEPARATOR.matcher(line.strip());
        if (!separator.isEmpty() || !found.matches()) return false;
        separator = found.group(1);
        return true;
    }

    /** Finds out how the lines are built, and reads the first ones. */
    private void begin(List<Line> head) {
        if (separator.isEmpty()) separator = separator(head);
        var lines = new ArrayList<List<String>>();
        for (var line : head) lines.add(TextLine.fields(line.text(), separator));
        trailing = endsInSeparators(lines);
        if (trailing) lines.replaceAll(Csv::withoutLast);
        boolean header = isHeader(lines);
        int first = !header ? 0 : hasUnits(lines) ? 2 : 1;
        if (first == 2) remarks.add(what + ": line " + head.get(1).number() + " was taken for units and left out");
        var sample = lines.get(Math.min(first, lines.size() - 1));
        comma = options.decimal() == ReadOptions.Decimal.COMMA
                || options.decimal() == ReadOptions.Decimal.AUTO
                        && sample.stream().anyMatch(TextLine::isDecimalComma);
        pairs = comma
                && separator.equals(",")
                && sample.size() % 2 == 0
                && sample.stream().noneMatch(TextLine::isDecimalComma)
                && !(header && lines.get(0).size() == sample.size());
        fields = pairs ? sample.size() / 2 : sample.size();
        if (comma && options.decimal() == ReadOptions.Decimal.AUTO)
            remarks.add(what + ": numbers such as "
                    + sample.stream()
                            .filter(TextLine::isDecimalComma)
                            .findFirst()
                            .map(MalformedData::quote)
                            .orElse("")
                    + " were read with a decimal comma");
        doubtful = !header && options.decimal() == ReadOptions.Decimal.AUTO && separator.equals(",") && fields % 2 == 0;
        names = header ? lines.get(0).stream().map(ArrayNames::shown).toList() : ArrayTable.numbered(fields);
        if (header && first < lines.size()) fitHeader(lines.get(0), sample);
        chooseColumns(header, sample);
        if (!header && options.header() == ReadOptions.Header.AUTO && !comma && taken.length == 2 && group < 0)
            open = options.columns().isEmpty() && sample.equals(List.of("0", "1"));
        for (var line : head.subList(Math.min(first, head.size()), head.size())) add(line.number(), line.text());
    }

    private static String separator(List<Line> head) {
        String first = head.get(0).text();
        String shown = TextLine.separator(first);
        if (!shown.equals(" ") || head.size() < 2) return shown;
        var fields = TextLine.fields(first, " ");
        String second = head.get(1).text();
        // A single name shows no separator; below it 0,5 is one number.
        return fields.size() > 1 || !TextLine.isText(fields.get(0)) || TextLine.isDecimalComma(second.strip())
                ? " "
                : TextLine.separator(second);
    }

    private boolean endsInSeparators(List<List<String>> lines) {
        if (separator.equals(" ")) return false;
        var samples = lines.subList(Math.min(1, lines.size() - 1), lines.size());
        var first = lines.get(0);
        return samples.stream().allMatch(Csv::endsEmpty)
                && (endsEmpty(first) || first.size() + 1 == samples.get(0).size());
    }

    private static boolean endsEmpty(List<String> fields) {
        return fields.size() > 1 && fields.get(fields.size() - 1).isEmpty();
    }

    private static List<String> withoutLast(List<String> fields) {
        return endsEmpty(fields) ? fields.subList(0, fields.size() - 1) : fields;
    }

    private boolean isHeader(List<List<String>> lines) {
        if (options.header() != ReadOptions.Header.AUTO) return options.header() == ReadOptions.Header.YES;
        var first = lines.get(0);
        if (first.size() > 2 && isCount(first, 0) && options.decimal() != ReadOptions.Decimal.COMMA) {
            remarks.add(what + ": the first line, 0 to " + (first.size() - 1) + ", was taken for names of columns");
            return true;
        }
        var others = first.subList(1, first.size());
        String name = first.get(0);
        if (others.isEmpty() || others.stream().anyMatch(TextLine::isText) || !name.isEmpty() && !TextLine.isText(name))
            return first.stream().anyMatch(TextLine::isText);
        boolean named = !name.isEmpty()
                && lines.size() > 1
                && TextLine.isText(lines.get(1).get(0));
        boolean few = others.size() < 3;
        if (named && few && isCount(others, 0))
            throw new MalformedData(what + ": the first line may be names of columns or a sample; say --header yes or "
                    + "--header no");
        // The corner of a table, or the name of a sample, before numbers.
        if (isCount(others, 0) || isCount(others, 1) && !(named && few)) return true;
        return name.isEmpty() ? others.stream().allMatch(TextLine::isWhole) : !named;
    }

    private static boolean isCount(List<String> fields, int from) {
        return fields.equals(IntStream.range(from, from + fields.size())
                .mapToObj(Integer::toString)
                .toList());
    }

    private static boolean hasUnits(List<List<String>> lines) {
        return lines.size() > 2
                && lines.get(1).size() == lines.get(0).size()
                && lines.get(1).stream().allMatch(field -> field.isEmpty() || TextLine.isText(field))
                && lines.get(1).stream().anyMatch(TextLine::isText)
                && lines.get(2).stream().anyMatch(field -> !field.isEmpty() && !TextLine.isText(field));
    }

    /** R writes no name for its column of names of rows. */
    private void fitHeader(List<String> header, List<String> sample) {
        if (fields == header.size() + 1) {
            shortHeader = true;
            names = new ArrayList<>(names);
            names.add(0, "");
        } else if (sample.size() == 2 * header.size() && separator.equals(",") && !pairs)
            throw new MalformedData(what + ": " + header.size() + " names of columns and " + sample.size()
                    + " fields in the line below; if its commas are decimal commas, say --decimal comma");
        else if (fields != header.size()) fields = header.size();
    }

    private void chooseColumns(boolean header, List<String> sample) {
        group = options.groups().map(names::indexOf).orElse(-1);
        String first = names.get(0);
        if (fields > 1 && group != 0) {
            boolean text = TextLine.isText(sample.get(0))
                    && sample.stream().skip(1).anyMatch(field -> !TextLine.isText(field));
            if (header && (first.isEmpty() || UNNAMED.matcher(first).matches()) || text) rowName = 0;
            index = rowName < 0 && header && NAMES_OF_ROWS.contains(first.toLowerCase(Locale.ROOT));
            if (index) rowName = 0;
        }
        int from = rowName == 0 && !index ? 1 : 0;
        var available = names.subList(from, names.size());
        if (!options.columns().isEmpty()) {
            taken = Columns.chosen(what, available, options.columns());
            for (int c = 0; c < taken.length; c++) taken[c] += from;
        } else {
            taken = IntStream.range(from, names.size()).filter(c -> c != group).toArray();
        }
        if (header && options.columns().isEmpty()) checkNoWords(sample);
        if (taken.length == 0) throw new MalformedData(what + ": no column but that of the groups");
    }

    private void checkNoWords(List<String> sample) {
        for (int c : taken) {
            if (c < sample.size() && TextLine.isText(sample.get(c)))
                throw new MalformedData(what + ": column " + MalformedData.quote(names.get(c)) + " holds "
                        + MalformedData.quote(sample.get(c))
                        + ", no number; name the columns to take, or that of groups "
                        + "(--columns, --latents-columns, --groups-column)");
        }
    }

    private void add(long number, String line) {
        var found = TextLine.fields(line, separator);
        if (trailing && found.size() != fields * (pairs ? 2 : 1)) found = new ArrayList<>(withoutLast(found));
        if (pairs && found.size() == 2 * fields) {
            var joined = new ArrayList<String>();
            for (int c = 0; c < found.size(); c += 2) joined.add(found.get(c) + "," + found.get(c + 1));
            found = joined;
        }
        if (found.size() != fields)
            throw new MalformedData(what + ": line " + number + " has " + found.size()
                    + (found.size() == 1 ? " field" : " fields") + ", the "
                    + (shortHeader || pairs ? "lines before have " : "first line has ") + fields);
        if (rowName >= 0) rowNames.add(found.get(rowName));
        if (group >= 0) groups.add(found.get(group));
        if (doubtful) doubt(found);
        for (int c : taken) values.add(value(found.get(c), number, c), what);
        rows++;
    }

    private void doubt(List<String> found) {
        for (int c = 0; doubtful && c < fields; c += 2) {
            String whole = found.get(c);
            String fraction = found.get(c + 1);
            doubtful = TextLine.isWhole(whole) && TextLine.isWhole(fraction) && Character.isDigit(fraction.charAt(0));
            fractions |=
                    fraction.length() > 1 && fraction.startsWith("0") || fraction.length() > 4 && whole.length() < 4;
        }
    }

    private double value(String field, long number, int column) {
        if (TextLine.isMissing(field)) return Double.NaN;
        boolean other = comma ? field.indexOf('.') >= 0 : field.indexOf(',') >= 0;
        var value = TextLine.value(comma ? field.replace(',', '.') : field);
        if (value.isPresent() && !other) {
            words |= TextLine.isTruth(field);
            return value.getAsDouble();
        }
        String remedy = TextLine.isDecimalComma(field) && options.decimal() == ReadOptions.Decimal.AUTO
                ? "; if its comma is a decimal comma, say --decimal comma"
                : value.isPresent() || other && TextLine.value(field).isPresent()
                        ? ", and others of the file have a decimal comma"
                        : "";
        throw new MalformedData(what + ": line " + number + ", field " + (column + 1) + ": "
                + MalformedData.quote(field) + " is not a number (such as -1, " + (comma ? "0,5" : "0.5") + " or 1e-3)"
                + remedy);
    }

    private ArrayTable table() {
        if (rows == 0)
            throw new MalformedData(what
                    + ": no line of numbers; one sample a line is accepted, its fields parted by comma, "
                    + "semicolon, tab or blanks");
        if (doubtful && fractions)
            throw new MalformedData(what + ": every second field looks like the decimals of a number with a decimal "
                    + "comma; say --decimal comma if it is, --decimal point if each is a number of its own");
        if (words) remarks.add(what + ": true and yes were read as 1, false and no as 0");
        double[] all = values.toArray();
        if (open) {
            boolean header = !countsRows(all) && Arrays.stream(all).anyMatch(value -> value != 0 && value != 1);
            remarks.add(
                    what + ": the first line, 0 and 1, was taken for " + (header ? "names of columns" : "a sample"));
            if (header)
                return ArrayTable.of(
                        what, List.of("0", "1"), rows - 1, Arrays.copyOfRange(all, 2, all.length), remarks);
        }
        var columns = Arrays.stream(taken).mapToObj(names::get).toList();
        var table = new ArrayTable(what, columns, rows, all, remarks, rowNames, groups);
        return rowName < 0 ? table : withRowNames(table);
    }

    /** Whether the first of two columns counts the rows from the first line on, which then is a sample. */
    private boolean countsRows(double[] all) {
        return rows > 2 && IntStream.range(0, rows).allMatch(r -> all[2 * r] == r);
    }

    private ArrayTable withRowNames(ArrayTable table) {
        if (index && (!rowNames.stream().allMatch(TextLine::isWhole) || new HashSet<>(rowNames).size() < rows))
            return table.rowNames(List.of());
        String name = names.get(0);
        var named = table.remark(what + ": the first column" + (name.isEmpty() ? "" : " (" + name + ")")
                + " was taken for names of rows");
        return index && options.columns().isEmpty()
                ? named.columns(IntStream.range(1, taken.length).toArray())
                : named;
    }
}
