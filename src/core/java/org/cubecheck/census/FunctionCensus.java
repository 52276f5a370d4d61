package org.cubecheck.census;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The {@linkplain FunctionClasses classes} of Boolean functions of n variables, by what all members of a class have in
 * common.
 * Immutable.
 *
 * @param variables n
 * @param rows a row for each kind of class that occurs, by rising kind
 */
public record FunctionCensus(int variables, List<Row> rows) implements Serializable {

    /** How many classes are of one kind. */
    public record Row(FunctionKind kind, long classes) implements Serializable {
        public Row {
            requireNonNull(kind, "kind");
        }

        /** How many functions these classes have together. */
        public long functions() {
            return Math.multiplyExact(kind.classSize(), classes);
        }
    }

    /** Classes, and the functions in them. */
    public record Count(long classes, long functions) implements Serializable {
        /** Those of both. @throws ArithmeticException if their number does not fit into 64 bits */
        public Count plus(Count other) {
            return new Count(Math.addExact(classes, other.classes), Math.addExact(functions, other.functions));
        }
    }

    public FunctionCensus {
        requireNonNull(rows, "rows");
        rows = List.copyOf(rows);
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i - 1).kind.compareTo(rows.get(i).kind) >= 0)
                throw new IllegalArgumentException("rows out of order: " + rows.get(i));
        }
    }

    /** In how many parts {@link #part} makes the census of n variables. */
    public static int parts(int n) {
        return FunctionClasses.parts(n);
    }

    /**
     * A part of the census of n variables: the parts, {@linkplain #plus added}, are the whole. Two seconds of one core
     * for all at n = 5.
     *
     * @param index within 0..{@code parts(n)} - 1
     * @throws IllegalArgumentException if n is not within 1..{@link FunctionClasses#MAX_VARIABLES}
     * @throws IndexOutOfBoundsException if there is no such part
     */
    public static FunctionCensus part(int n, int index) {
        var classes = new TreeMap<FunctionKind, Long>();
        FunctionClasses.of(n).forEach(index, (f, size) -> classes.merge(FunctionKind.of(f, size), 1L, Long::sum));
        return of(n, classes);
    }

    /** The census of counts by kind. */
    static FunctionCensus of(int variables, SortedMap<FunctionKind, Long> classes) {
        return new FunctionCensus(
                variables,
                classes.entrySet().stream()
                        .map(entry -> new Row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** The number of classes. */
    public long classes() {
        return rows.stream().mapToLong(Row::classes).sum();
    }

    /** How many functions the classes have together: 2^(2^n) if nothing is missing. */
    public long functions() {
        return rows.stream().mapToLong(Row::functions).sum();
    }

    /** Classes and functions by some measure. */
    public <K extends Comparable<K>> SortedMap<K, Count> by(Function<FunctionKind, K> measure) {
        var counts = new TreeMap<K, Count>();
        for (var row : rows)
            counts.merge(measure.apply(row.kind), new Count(row.classes, row.functions()), Count::plus);
        return Collections.unmodifiableSortedMap(counts);
    }

    /** For each degree 0..n, the number of functions. */
    public List<BigInteger> functionsByDegree() {
        var counts = by(FunctionKind::degree);
        return IntStream.rangeClosed(0, variables)
                .mapToObj(k -> BigInteger.valueOf(counts.getOrDefault(k, new Count(0, 0)).functions))
                .toList();
    }

    /** The classes of both. @throws IllegalArgumentException if the numbers of variables differ */
    public FunctionCensus plus(FunctionCensus other) {
        if (other.variables != variables)
            throw new IllegalArgumentException(
                    "functions of " + variables + " and of " + other.variables + " variables");
        var sum = new TreeMap<FunctionKind, Long>();
        rows.forEach(row -> sum.put(row.kind, row.classes));
        other.rows.forEach(row -> sum.merge(row.kind, row.classes, Math::addExact));
        return of(variables, sum);
    }
}
