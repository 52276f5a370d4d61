package org.cubecheck.identify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reader is told of a file where its contents leave it open. Immutable.
 *
 * @param array the name of the array in a {@code .npz} or {@code .safetensors} file; else the only one
 * @param header whether the first line of text holds the names of the columns
 * @param decimal what parts the whole from the fraction of a number in text
 * @param columns those to take, in this order: a name, a number from 1 (row names are not counted), or a range of either
 *     such as {@code 2-5} or {@code z1-z4}; all if empty. Columns that are asked for are taken as they are, even if they
 *     count the rows
 * @param groups a column that says which rows belong together, whatever it holds; it is no coordinate. Nothing happens
 *     where a file has no such column
 */
public record ReadOptions(
        Optional<String> array, Header header, Decimal decimal, List<String> columns, Optional<String> groups) {

    /** Whether the first line of text holds names. */
    public enum Header {
        /** It does where it holds anything but numbers and missing values. */
        AUTO,
        /** It does. */
        YES,
        /** It is a sample. */
        NO
    }

    /** How numbers in text are written. */
    public enum Decimal {
        /** With a point, or throughout with a comma where commas do not part the fields. */
        AUTO,
        /** {@code 0.5}. */
        POINT,
        /** {@code 0,5}. */
        COMMA
    }

    /** The only array, all columns, the rest as the file shows it. */
    public static final ReadOptions DEFAULT =
            new ReadOptions(Optional.empty(), Header.AUTO, Decimal.AUTO, List.of(), Optional.empty());

    public ReadOptions {
        Objects.requireNonNull(array);
        Objects.requireNonNull(header);
        Objects.requireNonNull(decimal);
        columns = List.copyOf(columns);
        Objects.requireNonNull(groups);
    }

    /** The same for the array of this name. */
    public ReadOptions withArray(String name) {
        return new ReadOptions(Optional.of(name), header, decimal, columns, groups);
    }

    /** The same, told of the first line. */
    public ReadOptions withHeader(Header first) {
        return new ReadOptions(array, first, decimal, columns, groups);
    }

    /** The same, told of the numbers. */
    public ReadOptions withDecimal(Decimal mark) {
        return new ReadOptions(array, header, mark, columns, groups);
    }

    /** The same for some columns. */
    public ReadOptions withColumns(List<String> some) {
        return new ReadOptions(array, header, decimal, some, groups);
    }

    /** The same, with groups of rows in this column. */
    public ReadOptions withGroups(String column) {
        return new ReadOptions(array, header, decimal, columns, Optional.of(column));
    }
}
