package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Latents and representation as they were given, made the same samples row by row: joined by names of rows, without rows
 * that lack a latent, latents in {-1,+1} or {0,1}. What was done is remarked on the latents.
 *
 * @param groups by row the number of its group; none if rows are independent
 */
record Alignment(Samples latents, Samples representation, Optional<int[]> groups) {

    private static final int MOST_NAMED = 4;

    /**
     * @throws MalformedData if the numbers of rows differ, names of rows do not agree, fewer than two rows have all
     *     latents, or there are two groupings
     */
    static Alignment of(Samples latents, Samples representation, Optional<int[]> groups) {
        var z = latents.table();
        var phi = representation.table();
        if (z.rows() != phi.rows()) throw rowsDiffer(z, phi);
        var order = order(z, phi);
        if (order.isPresent()) {
            phi = phi.rows(order.get());
            z = z.remark("the rows of " + phi.source() + " were brought into the order of those of " + z.source()
                    + " by their names");
        } else if (z.rowNames().isEmpty() != phi.rowNames().isEmpty()) {
            var named = z.rowNames().isEmpty() ? phi : z;
            if (!counts(named.rowNames()))
                z = z.remark("only " + named.source() + " has names of rows; rows were taken to be in the same order");
        }
        var grouped = groups(Samples.of(z), Samples.of(phi), groups);
        int[] whole = withAllLatents(z);
        if (whole.length < z.rows()) {
            z = z.remark(z.source() + ": " + (z.rows() - whole.length) + " of " + z.rows()
                            + " rows lack a latent and were left out; rows are counted without them")
                    .rows(whole);
            phi = phi.rows(whole);
            grouped = grouped.map(of -> Arrays.stream(whole).map(row -> of[row]).toArray());
        }
        grouped = grouped.map(Alignment::numbered);
        if (grouped.filter(of -> Arrays.stream(of).allMatch(group -> group == 0))
                .isPresent()) throw new MalformedData("all rows are one group; at least two groups are needed");
        return new Alignment(Samples.of(coded(z)), Samples.of(phi), grouped);
    }

    private static MalformedData rowsDiffer(ArrayTable z, ArrayTable phi) {
        int d = z.names().size();
        int w = phi.names().size();
        String turned = z.rows() == w
                ? phi.source() + ": transposed? it has " + w + " columns; "
                : d == phi.rows()
                        ? z.source() + ": transposed? it has " + d + " columns; "
                        : d == w && d > Math.max(z.rows(), phi.rows())
                                ? "transposed? both have " + d + " columns; "
                                : "";
        return new MalformedData(turned + "latents have " + ArrayTable.counted(z.rows()) + " and the representation "
                + phi.rows() + "; row by row they are the same samples, so the numbers must agree" + remarks(z)
                + remarks(phi));
    }

    private static String remarks(ArrayTable table) {
        return table.remarks().stream().map(remark -> " (" + remark + ")").collect(Collectors.joining());
    }

    /** The rows of the representation in the order of the latents' names; none where they are already, or have none. */
    private static Optional<int[]> order(ArrayTable z, ArrayTable phi) {
        var names = z.rowNames().stream().map(Alignment::plain).toList();
        var others = phi.rowNames().stream().map(Alignment::plain).toList();
        if (names.isEmpty() || others.isEmpty() || names.equals(others) || counts(names) && counts(others))
            return Optional.empty();
        var rowOf = new HashMap<String, Integer>();
        for (int r = 0; r < others.size(); r++) rowOf.put(others.get(r), r);
        var missing = new TreeSet<>(names);
        missing.removeAll(rowOf.keySet());
        String remedy = "; the same names in both files are accepted, or names in one of them alone";
        if (!missing.isEmpty())
            throw new MalformedData("names of rows differ: " + missing.size() + " of " + z.source() + " are not in "
                    + phi.source() + " ("
                    + missing.stream()
                            .limit(MOST_NAMED)
                            .map(MalformedData::quote)
                            .collect(Collectors.joining(", "))
                    + (missing.size() > MOST_NAMED ? ", …" : "") + ")" + remedy);
        if (rowOf.size() < others.size() || new TreeSet<>(names).size() < names.size())
            throw new MalformedData("names of rows repeat in " + z.source() + " or " + phi.source()
                    + " and stand in different orders, so rows cannot be joined by them" + remedy);
        return Optional.of(names.stream().mapToInt(rowOf::get).toArray());
    }

    /** 7.0 and 7 are one name. */
    private static String plain(String name) {
        return name.matches("[+-]?[0-9]+\\.0+") ? name.substring(0, name.indexOf('.')) : name;
    }

    /** Whether the names are the numbers of the rows, from 0 or from 1, and so say nothing but their order. */
    private static boolean counts(List<String> names) {
        if (names.isEmpty() || !names.get(0).equals("0") && !names.get(0).equals("1")) return false;
        int first = Integer.parseInt(names.get(0));
        return IntStream.range(0, names.size()).allMatch(r -> names.get(r).equals(Integer.toString(first + r)));
    }

    private static Optional<int[]> groups(Samples z, Samples phi, Optional<int[]> given) {
        var found = new ArrayList<int[]>();
        given.ifPresent(found::add);
        z.groups().ifPresent(found::add);
        phi.groups().ifPresent(found::add);
        if (found.size() > 1
                && found.stream().anyMatch(other -> !Arrays.equals(numbered(other), numbered(found.get(0)))))
            throw new MalformedData("groups of rows were given twice and differ; name them once");
        if (found.isEmpty()) return Optional.empty();
        int[] groups = numbered(found.get(0));
        if (groups.length != z.rows())
            throw new MalformedData(groups.length + " groups for " + z.rows()
                    + " rows; the number of a group for each row is accepted");
        return Optional.of(groups);
    }

    /** From 0 in the order of their first rows. */
    private static int[] numbered(int[] groups) {
        var numbers = new HashMap<Integer, Integer>();
        return Arrays.stream(groups)
                .map(group -> numbers.computeIfAbsent(group, other -> numbers.size()))
                .toArray();
    }

    private static int[] withAllLatents(ArrayTable z) {
        int d = z.names().size();
        int[] whole = IntStream.range(0, z.rows())
                .filter(r -> IntStream.range(0, d).noneMatch(j -> Double.isNaN(z.at(r, j))))
                .toArray();
        if (whole.length < Math.min(2, z.rows())) {
            int at = IntStream.range(0, z.values().length)
                    .filter(k -> Double.isNaN(z.values()[k]))
                    .findFirst()
                    .orElseThrow();
            throw new MalformedData(z.source() + ": row " + (at / d + 1) + ", column " + (at % d + 1)
                    + " is NaN, a missing latent; of " + z.rows() + " rows " + whole.length
                    + " have all latents, and at least two are needed");
        }
        return whole;
    }

    /** Two whole numbers other than -1, +1 and 0, 1 become -1 and +1, in each column with two of them. */
    private static ArrayTable coded(ArrayTable z) {
        int d = z.names().size();
        if (isCoded(z)) return z;
        var low = new double[d];
        var high = new double[d];
        for (int j = 0; j < d; j++) {
            low[j] = z.at(0, j);
            high[j] = z.at(0, j);
            for (int r = 0; r < z.rows(); r++) {
                low[j] = Math.min(low[j], z.at(r, j));
                high[j] = Math.max(high[j], z.at(r, j));
            }
        }
        var values = z.values().clone();
        for (int k = 0; k < values.length; k++) {
            int j = k % d;
            boolean known = values[k] == low[j] || values[k] == high[j];
            if (!known || values[k] != Math.rint(values[k]) || Math.abs(values[k]) > 1e9) return z;
            values[k] = values[k] == high[j] ? 1 : -1;
        }
        var codings = IntStream.range(0, d)
                .filter(j -> low[j] < high[j])
                .mapToObj(j -> (long) low[j] + " stands for -1 and " + (long) high[j] + " for +1")
                .distinct()
                .toList();
        // Where every latent is constant, what is wrong is said of the values as they were given.
        if (codings.isEmpty()) return z;
        return z.values(values)
                .remark(z.source() + ": "
                        + (codings.size() == 1
                                ? codings.get(0)
                                : "in each column the lower of two values stands for -1 and the higher for +1"));
    }

    private static boolean isCoded(ArrayTable z) {
        return Arrays.stream(z.values()).allMatch(value -> value == 0 || value == 1)
                || Arrays.stream(z.values()).allMatch(value -> Math.abs(value) == 1);
    }
}
