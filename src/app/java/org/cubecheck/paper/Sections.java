package org.cubecheck.paper;

/** The sections under which the claims stand, in the order of the paper. */
final class Sections {

    static final String WALSH_FACTS = "Walsh facts";
    static final String INVERTIBLE_TRANSFORMS = "Invertible transforms";
    static final String REALIZATIONS = "Realizations";
    static final String IDENTIFICATION = "Identification";
    static final String FINITELY_MANY_TASKS = "Finitely many tasks";

    private Sections() {}
}
