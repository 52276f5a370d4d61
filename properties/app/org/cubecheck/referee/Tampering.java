package org.cubecheck.referee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Alters the data of a certificate in every place, one alteration at a time. */
final class Tampering {

    private Tampering() {}

    /**
     * Visits every altered copy.
     *
     * @param visit the field at the top that was altered, and how, for people; and the altered data
     */
    static void each(Map<String, Object> data, BiConsumer<Alteration, Map<String, Object>> visit) {
        for (var key : data.keySet()) {
            var without = new LinkedHashMap<>(data);
            without.remove(key);
            visit.accept(new Alteration(key, "without " + key, true), without);
            alter(key, data.get(key), (what, value) -> {
                var altered = new LinkedHashMap<>(data);
                altered.put(key, value);
                visit.accept(what.in(key), altered);
            });
        }
        var more = new LinkedHashMap<>(data);
        more.put("remark", 1L);
        visit.accept(new Alteration("remark", "one entry more", true), more);
    }

    /**
     * One alteration.
     *
     * @param field the entry of the data that was altered, or in which something was
     * @param text where and how
     * @param malformed whether the result is of another form than a certificate of the kind has: whatever it says, it
     * is to be rejected
     */
    record Alteration(String field, String text, boolean malformed) {
        private Alteration in(String key) {
            return new Alteration(
                    key, key + (text.startsWith("[") || text.startsWith(".") ? "" : " ") + text, malformed);
        }
    }

    private interface Visit {
        void accept(Alteration what, Object value);
    }

    private static void alter(String field, Object value, Visit visit) {
        for (Object other : List.of("1", Double.NaN, 0.5, List.of(), Map.of(), new Object())) {
            if (other.getClass() != value.getClass()
                    && !(other instanceof List<?> && value instanceof List<?>)
                    && !(other instanceof Map<?, ?> && value instanceof Map<?, ?>))
                visit.accept(
                        new Alteration(
                                field, "of another type: " + other.getClass().getSimpleName(), true),
                        other);
        }
        if (value instanceof Long number) {
            for (long other : new long[] {number + 1, number - 1})
                visit.accept(new Alteration(field, number + " to " + other, false), other);
            if (number != 0) visit.accept(new Alteration(field, number + " to " + -number, false), -number);
            for (long huge : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, number + (1L << 32)})
                visit.accept(new Alteration(field, number + " to " + huge, true), huge);
        } else if (value instanceof Boolean flag) {
            visit.accept(new Alteration(field, flag + " to " + !flag, false), !flag);
        } else if (value instanceof String text) {
            for (String other : List.of("", text + "0", "0", "none")) {
                if (!other.equals(text))
                    visit.accept(new Alteration(field, text + " to \"" + other + "\"", false), other);
            }
        } else if (value instanceof Map<?, ?> map) {
            var part = new LinkedHashMap<String, Object>();
            map.forEach((key, entry) -> part.put((String) key, entry));
            each(
                    part,
                    (what, altered) ->
                            visit.accept(new Alteration(field, "." + what.text(), what.malformed()), altered));
        } else if (value instanceof List<?> list) {
            if (!list.isEmpty()) {
                visit.accept(new Alteration(field, "emptied", false), List.of());
                visit.accept(new Alteration(field, "truncated", false), list.subList(0, list.size() - 1));
                var longer = new ArrayList<Object>(list);
                longer.add(list.get(list.size() - 1));
                visit.accept(new Alteration(field, "extended", false), longer);
            }
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                alter(
                        field,
                        list.get(i),
                        (what, entry) -> visit.accept(
                                new Alteration(
                                        field,
                                        "[" + at + "]"
                                                + (what.text().startsWith("[")
                                                                || what.text().startsWith(".")
                                                        ? ""
                                                        : " ")
                                                + what.text(),
                                        what.malformed()),
                                with(list, at, entry)));
                if (i > 0 && !list.get(i).equals(list.get(i - 1)))
                    visit.accept(
                            new Alteration(field, "entries " + (i - 1) + " and " + i + " exchanged", false),
                            with(with(list, i, list.get(i - 1)), i - 1, list.get(i)));
            }
        } else throw new IllegalArgumentException("a certificate holds no " + value);
    }

    private static List<Object> with(List<?> list, int at, Object entry) {
        var copy = new ArrayList<Object>(list);
        copy.set(at, entry);
        return copy;
    }
}
