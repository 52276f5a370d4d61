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
 * @param reliesOn the identifiers of the claims that its argument takes for true, where it says more than was examined
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
        List<Control<?>> controls,
        List<String> reliesOn) {

    /** Relies on no other claim. */
    public Claim(
            String id,
            String section,
            String title,
            Source source,
            List<String> hypotheses,
            String boundary,
            Proposition<X> proposition,
            List<Control<?>> controls) {
        this(id, section, title, source, hypotheses, boundary, proposition, controls, List.of());
    }

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
        reliesOn = List.copyOf(requireNonNull(reliesOn, "reliesOn"));
        for (var other : reliesOn) checkId(other);
        if (reliesOn.contains(id)) throw new IllegalArgumentException(id + " relies on itself");
        if (reliesOn.stream().distinct().count() < reliesOn.size())
            throw new IllegalArgumentException(id + " relies twice on one claim: " + reliesOn);
        if (controls.isEmpty()) throw new IllegalArgumentException(id + " has no control");
    }

    static void checkId(String id) {
        if (!id.matches("[A-Z0-9]+(-[A-Z0-9]+)*"))
            throw new IllegalArgumentException("an identifier is of capitals, digits and single hyphens, not " + id);
    }

    /** The same claim, whose argument takes other claims for true. */
    public Claim<X> relyingOn(String... ids) {
        return new Claim<>(id, section, title, source, hypotheses, boundary, proposition, controls, List.of(ids));
    }

    /** What the check finds at one point. */
    public Outcome at(X point) {
        return proposition.at(point);
    }
}
