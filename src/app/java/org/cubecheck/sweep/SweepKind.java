package org.cubecheck.sweep;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A kind of sweep that the program offers by name; its options make it one sweep.
 *
 * @param name by which a user asks for it
 * @param title in a few words
 * @param description what is swept, over which ranges, and what is expected
 * @param options those that it takes; kept by name
 * @param sweep the sweep of a request; throws an IllegalArgumentException with one line if a value cannot be used
 * @param finding what a result of that sweep says
 */
public record SweepKind<S extends Sweep<R>, R extends Record & Serializable>(
        String name,
        String title,
        String description,
        List<SweepOption<?>> options,
        Function<Request, S> sweep,
        BiFunction<S, R, SweepFinding> finding) {

    public SweepKind {
        options =
                options.stream().sorted(Comparator.comparing(SweepOption::name)).toList();
    }

    /**
     * What the user asked for, by the names of the options given. @throws IllegalArgumentException if one of them is
     * not taken
     */
    public Request request(Map<String, String> given) {
        return Request.of(name, options, given);
    }

    /**
     * Runs the sweep and says what came of it.
     *
     * @param given the options that differ from their defaults, by their names without dashes, as typed
     * @throws IllegalArgumentException in one line if an option is not taken, or its value cannot be used
     * @throws InterruptedException if the calling thread is interrupted
     */
    public SweepFinding run(Sweeper sweeper, Map<String, String> given) throws InterruptedException {
        var asked = sweep.apply(request(given));
        return finding.apply(asked, sweeper.run(asked));
    }
}
