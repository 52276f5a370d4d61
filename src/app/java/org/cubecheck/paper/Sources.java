package org.cubecheck.paper;

import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;

/** The sources that several claims have in common. */
final class Sources {

    private Sources() {}

    /** A passage of O'Donnell's book, and what of the wording is ours. */
    static Source textbook(String reference, String wording) {
        return new Source(Provenance.TEXTBOOK, "O'Donnell, Analysis of Boolean Functions, " + reference, "", wording);
    }
}
