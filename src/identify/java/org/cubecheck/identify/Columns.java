package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which columns of a table are taken: those asked for, and none that counts the rows, unless it is asked for. */
final class Columns {

    /** With fewer rows a column 0, 1 or 1, 2 may be a latent. */
    private static final int FEWEST_COUNTED = 3;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private Columns() {}

    /**
     * The places, from 0, of the columns asked for.
     *
     * @throws MalformedData if there is no such column, or one is asked for twice
     */
    static int[] chosen(String what, List<String> names, List<String> asked) {
        var places = new LinkedHashSet<Integer>();
        for (String one : asked) {
            for (int place : range(what, names, one.strip())) {
                if (!places.add(place))
                    throw new MalformedData(what + ": column " + MalformedData.quote(names.get(place))
                            + " is asked for twice; each column is taken once");
            }
        }
        return places.stream().mapToInt(place -> place).toArray();
    }

    private static int[] range(String what, List<String> names, String asked) {
        var single = place(names, asked);
        if (single.isPresent()) return new int[] {single.getAsInt()};
        for (int dash = asked.indexOf('-'); dash >= 0; dash = asked.indexOf('-', dash + 1)) {
            var first = place(names, asked.substring(0, dash).strip());
            var last = place(names, asked.substring(dash + 1).strip());
            if (first.isPresent() && last.isPresent() && first.getAsInt() <= last.getAsInt())
                return IntStream.rangeClosed(first.getAsInt(), last.getAsInt()).toArray();
        }
        throw new MalformedData(what + ": no column " + MalformedData.quote(asked)
                + "; a name, a number from 1 to " + names.size()
                + " or a range such as 2-5 is accepted, and the columns are "
                + ArrayNames.listed(names));
    }

    private static OptionalInt place(List<String> names, String asked) {
        int named = names.indexOf(asked);
        if (named >= 0) return OptionalInt.of(named);
        if (!NUMBER.matcher(asked).matches()) return OptionalInt.empty();
        int number = Integer.parseInt(asked);
        return number >= 1 && number <= names.size() ? OptionalInt.of(number - 1) : OptionalInt.empty();
    }

    /** What a reader of a format without text found, with the columns asked for. */
    static ArrayTable taken(ArrayTable table, ReadOptions options) {
        var found = table;
        int group = options.groups().map(table.names()::indexOf).orElse(-1);
        if (group >= 0) {
            var labels = IntStream.range(0, table.rows())
                    .mapToObj(r -> label(table.at(r, group)))
                    .toList();
            found = table.groups(labels);
        }
        if (!options.columns().isEmpty())
            return found.columns(chosen(table.source(), table.names(), options.columns()));
        if (group < 0) return found;
        var others =
                IntStream.range(0, table.names().size()).filter(c -> c != group).toArray();
        if (others.length == 0)
            throw new MalformedData(table.source() + ": its only column is that of the groups; one more is needed");
        return found.columns(others);
    }

    /** The values of a table of one column as labels of groups. */
    static List<String> labels(ArrayTable table) {
        if (table.names().size() != 1)
            throw new MalformedData(
                    table.source() + ": " + table.names().size() + " columns; groups are one column, a label a row");
        return IntStream.range(0, table.rows())
                .mapToObj(r -> label(table.at(r, 0)))
                .toList();
    }

    private static String label(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /**
     * The table without the columns that count its rows, 0 to N-1 or 1 to N: in rows of factorial order such a column
     * would be a code of all latents.
     */
    static ArrayTable withoutRowNumbers(ArrayTable table) {
        int w = table.names().size();
        var kept = new ArrayList<Integer>();
        var found = table;
        for (int c = 0; c < w; c++) {
            int first = counts(table, c);
            if (first < 0) {
                kept.add(c);
                continue;
            }
            found = found.remark(table.source() + ": column " + (c + 1) + " ("
                    + table.names().get(c) + ") is "
                    + (w == 1 ? "the only one and " : "") + "only the numbers of the rows, from " + first
                    + (w == 1 ? "" : ", and was left out; name it among the columns to take to keep it"));
            if (found.rowNames().isEmpty())
                found = found.rowNames(IntStream.range(first, first + table.rows())
                        .mapToObj(Integer::toString)
                        .toList());
        }
        if (kept.size() == w || w == 1) return found;
        if (kept.isEmpty())
            throw new MalformedData(table.source() + ": every column holds the numbers of the rows and no coordinate");
        return found.columns(kept.stream().mapToInt(c -> c).toArray());
    }

    /** The first number of a column that counts the rows, 0 or 1; -1 for another column. */
    private static int counts(ArrayTable table, int column) {
        double first = table.at(0, column);
        if (table.rows() < FEWEST_COUNTED || first != 0 && first != 1) return -1;
        for (int r = 1; r < table.rows(); r++) {
            if (table.at(r, column) != first + r) return -1;
        }
        return (int) first;
    }
}
