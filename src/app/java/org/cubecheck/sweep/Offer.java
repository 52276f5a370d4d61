package org.cubecheck.sweep;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A sweep that the program offers by name.
 *
 * @param name by which a user asks for it
 * @param title in a few words
 * @param description what is swept, over which ranges, and what is expected
 * @param defaults the options it takes, without dashes, with their defaults; empty for one that may be left out and has
 * none
 * @param sweep the sweep of a request; throws an IllegalArgumentException with one line if a value cannot be used
 * @param finding what a result of that sweep says
 */
public record Offer<S extends Sweep<R>, R extends Record & Serializable>(
        String name,
        String title,
        String description,
        SortedMap<String, String> defaults,
        Function<Request, S> sweep,
        BiFunction<S, R, Finding> finding) {

    public Offer {
        defaults = Collections.unmodifiableSortedMap(new TreeMap<>(defaults));
    }

    /**
     * What the user asked for, by the names of the options given. @throws IllegalArgumentException if one of them is
     * not taken
     */
    public Request request(Map<String, String> given) {
        return Request.of(name, defaults, given);
    }
}
