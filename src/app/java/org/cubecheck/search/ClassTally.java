package org.cubecheck.search;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cubecheck.census.FunctionCensus.Count;

/**
 * What a statement comes to at one member of each class of Boolean functions.
 *
 * @param outcomes classes, and the functions in them, by what was found at the representative
 * @param failing the tables of the first representatives at which the statement fails, at most {@link #SHOWN}
 * @param unlike the tables of the first representatives of which a random image came to another outcome, at most {@link
 *     #SHOWN}: for these the class is not represented by one member
 * @param objections what the referee holds against certificates of points where the statement holds, at most {@link
 * #SHOWN}
 */
record ClassTally(SortedMap<Found, Count> outcomes, List<Long> failing, List<Long> unlike, List<String> objections)
        implements Serializable {

    /** How many examples of a kind are kept. */
    static final int SHOWN = 3;

    /** The kinds of outcomes. */
    enum Found {
        HOLDS("it holds"),
        SETTLED("it holds by an argument"),
        OUT_OF_SCOPE("a hypothesis is not met"),
        FAILS("it fails");

        final String words;

        Found(String words) {
            this.words = words;
        }
    }

    ClassTally {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        failing = List.copyOf(failing);
        unlike = List.copyOf(unlike);
        objections = List.copyOf(objections);
    }

    Count count(Found found) {
        return outcomes.getOrDefault(found, new Count(0, 0));
    }

    ClassTally plus(ClassTally next) {
        var sum = new TreeMap<>(outcomes);
        next.outcomes.forEach((found, count) -> sum.merge(found, count, Count::plus));
        return new ClassTally(
                sum, first(failing, next.failing), first(unlike, next.unlike), first(objections, next.objections));
    }

    private static <T> List<T> first(List<T> first, List<T> next) {
        return Stream.concat(first.stream(), next.stream()).limit(SHOWN).toList();
    }
}
