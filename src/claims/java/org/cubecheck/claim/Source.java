package org.cubecheck.claim;

import static java.util.Objects.requireNonNull;

/**
 * Where a claim comes from.
 * Immutable.
 *
 * @param provenance the tag
 * @param reference where to look: "Theorem 1", "abstract", "O'Donnell, Theorem 1.1"
 * @param words what the source's own words are about; empty where the claim is ours alone
 * @param wording what in the statement is our wording: conventions fixed, hypotheses made exact, additions; empty where
 * nothing is
 */
public record Source(Provenance provenance, String reference, String words, String wording) {

    public Source {
        requireNonNull(provenance, "provenance");
        requireNonNull(reference, "reference");
        requireNonNull(words, "words");
        requireNonNull(wording, "wording");
    }
}
