package org.cubecheck.sweep;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The options with which an offer builds its sweep: those that the user gave, and the defaults of the others.
 *
 * @param options the values as typed, by the names of the options without dashes; empty where an option without a
 * default was not given
 */
public record Request(SortedMap<String, String> options) {

    public Request {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** @throws IllegalArgumentException if the offer does not take an option that was given */
    static Request of(String offer, Map<String, String> defaults, Map<String, String> given) {
        var options = new TreeMap<>(defaults);
        given.forEach((name, value) -> {
            if (!defaults.containsKey(name))
                throw new IllegalArgumentException(offer + " does not take --" + name + "; it takes "
                        + (defaults.isEmpty()
                                ? "no options"
                                : "--" + String.join(", --", new TreeMap<>(defaults).keySet())));
            options.put(name, value);
        });
        return new Request(options);
    }

    /** The value of an option; empty if it was not given and has no default. */
    public Optional<String> text(String name) {
        if (!options.containsKey(name)) throw new IllegalStateException("the offer does not list the option " + name);
        return Optional.of(options.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * The value of an option that is a whole number within low..high. @throws IllegalArgumentException if it is not, or
     * missing
     */
    public int integer(String name, int low, int high) {
        return (int) whole(name, low, high);
    }

    /** The same for a long. @throws IllegalArgumentException if it is not, or missing */
    public long whole(String name, long low, long high) {
        var text = text(name).orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
        try {
            long value = Long.parseLong(text);
            if (low <= value && value <= high) return value;
        } catch (NumberFormatException bad) {
            // said below
        }
        throw new IllegalArgumentException("--" + name + " lies within " + low + ".." + high + ", not " + text);
    }
}
