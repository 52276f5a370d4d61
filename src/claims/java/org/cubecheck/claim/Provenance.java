package org.cubecheck.claim;

/** Who says so. A report shows the tag of every claim and never claims more than it. */
public enum Provenance {
    /** Stated in the abstract of the paper. */
    ABSTRACT("stated in the paper's abstract"),
    /** Stated in the first author's public summary of the paper: definitions, Theorems 1-4, figures. */
    AUTHORS("stated in the first author's public summary of the paper"),
    /** The abstract or the summary states it in words only; the exact statement is ours. */
    FORMALIZED("stated by the paper in words; the exact wording is ours"),
    /** Standard analysis of Boolean functions (O'Donnell, <i>Analysis of Boolean Functions</i>). */
    TEXTBOOK("standard analysis of Boolean functions"),
    /** Ours: new, goes beyond the paper. */
    EXTENSION("ours: goes beyond the paper");

    private final String meaning;

    Provenance(String meaning) {
        this.meaning = meaning;
    }

    /** One clause in plain words. */
    public String meaning() {
        return meaning;
    }
}
