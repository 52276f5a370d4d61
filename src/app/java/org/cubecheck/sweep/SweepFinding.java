package org.cubecheck.sweep;

import java.util.List;

/**
 * What a sweep found, in words and tables: the same whatever engine ran it, so without times, hosts or numbers of
 * threads.
 *
 * @param name under which it is kept, one finding a name: that of the kind of sweep, with more words if findings of one kind
 *     stand side by side; lower-case letters, digits and dashes
 * @param title what was swept
 * @param question what was asked
 * @param asExpected whether what had to come out came out: counts that are known add up, no counterexample to a claim
 * was found
 * @param sentences the answer
 * @param tables the counts behind it
 */
public record SweepFinding(
        String name, String title, String question, boolean asExpected, List<String> sentences, List<Table> tables) {

    private static final int LONGEST = 200;

    /** @throws IllegalArgumentException if the name has other characters or too many, or there is no sentence */
    public SweepFinding {
        if (name.length() > LONGEST || !name.matches("[a-z0-9]+(-[a-z0-9]+)*"))
            throw new IllegalArgumentException(
                    "a finding is named in up to " + LONGEST + " lower-case letters, digits and dashes, not " + name);
        sentences = List.copyOf(sentences);
        tables = List.copyOf(tables);
        if (sentences.isEmpty()) throw new IllegalArgumentException("a finding has a sentence");
    }

    /**
     * A table.
     *
     * @param columns what is above each column
     * @param rows each with a cell for every column
     */
    public record Table(String title, List<String> columns, List<List<String>> rows) {

        /** @throws IllegalArgumentException if a row has more or fewer cells than there are columns */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (var row : rows) {
                if (row.size() != columns.size())
                    throw new IllegalArgumentException(
                            "a row of " + row.size() + " cells under " + columns.size() + " columns: " + row);
            }
        }
    }
}
