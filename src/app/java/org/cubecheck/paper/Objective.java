package org.cubecheck.paper;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.cubecheck.claim.Outcome;
import org.cubecheck.transform.Bijection;

/**
 * What a search for a transform that refutes a statement follows: a whole number that tells how far the statement is
 * from failing.
 *
 * @param statement the name of the claim or control
 * @param least the smallest dimension d of transforms for which it is made
 * @param most the largest one
 * @param words what the slack is
 * @param slack negative exactly where {@code check} fails; the less, the nearer
 * @param check decides the statement at the transform, or at the points that the transform gives rise to
 */
public record Objective(
        String statement,
        int least,
        int most,
        String words,
        ToIntFunction<Bijection> slack,
        Function<Bijection, Outcome> check) {

    public Objective {
        requireNonNull(statement);
        requireNonNull(words);
        requireNonNull(slack);
        requireNonNull(check);
    }
}
