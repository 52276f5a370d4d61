package org.cubecheck.sweep;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The options with which a kind of sweep builds its sweep: those that the user gave, and the defaults of the others.
 *
 * @param options the values as typed, by the names of the options without dashes; empty where an option without a
 * default was not given
 */
public record Request(SortedMap<String, String> options) {

    public Request {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** @throws IllegalArgumentException if the kind of sweep does not take an option that was given */
    static Request of(String kind, List<SweepOption<?>> taken, Map<String, String> given) {
        var options = new TreeMap<String, String>();
        taken.forEach(option -> options.put(option.name(), option.standard().orElse("")));
        given.forEach((name, value) -> {
            if (options.replace(name, value) == null)
                throw new IllegalArgumentException(kind + " does not take --" + name + "; it takes "
                        + (options.isEmpty() ? "no options" : "--" + String.join(", --", options.keySet())));
        });
        return new Request(options);
    }

    /** The value of an option; empty if it was not given and has no default. */
    Optional<String> text(String name) {
        if (!options.containsKey(name))
            throw new IllegalStateException("the kind of sweep does not list the option " + name);
        return Optional.of(options.get(name)).filter(value -> !value.isEmpty());
    }
}
