package org.cubecheck.claim;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A statement with its source and its controls.
 * Immutable.
 *
 * @param id unique, in capitals: {@code SINGLE-TASK}
 * @param section the heading under which reports list it
 * @param title a few words
 * @param source provenance and wording
 * @param hypotheses what the statement assumes, one by one
 * @param boundary where it stops being true, or by how much it is sharp; empty if unknown
 * @param proposition what is checked
 * @param controls at least one near-miss that must be refuted
 * @param <X> the points
 */
public record Claim<X>(
        String id,
        String section,
        String title,
        Source source,
        List<String> hypotheses,
        String boundary,
        Proposition<X> proposition,
        List<Control<?>> controls) {

    public Claim {
        requireNonNull(id, "id");
        requireNonNull(section, "section");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        requireNonNull(hypotheses, "hypotheses");
        requireNonNull(boundary, "boundary");
        requireNonNull(proposition, "proposition");
        requireNonNull(controls, "controls");
        checkId(id);
        hypotheses = List.copyOf(hypotheses);
        controls = List.copyOf(controls);
        if (controls.isEmpty()) throw new IllegalArgumentException(id + " has no control");
    }

    static void checkId(String id) {
        if (!id.matches("[A-Z0-9]+(-[A-Z0-9]+)*"))
            throw new IllegalArgumentException("an identifier is of capitals, digits and single hyphens, not " + id);
    }

    /** What the check finds at one point. */
    public Outcome at(X point) {
        return proposition.at(point);
    }
}
