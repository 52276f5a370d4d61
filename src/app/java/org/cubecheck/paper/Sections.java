package org.cubecheck.paper;

/** The sections under which the claims stand, in the order of the paper. */
final class Sections {

    static final String WALSH_FACTS = "Walsh facts";
    static final String INVERTIBLE_TRANSFORMS = "Invertible transforms";
    static final String REALIZATIONS = "Realizations";
    static final String NO_FREE_LUNCH = "No free lunch";
    static final String IDENTIFICATION = "Identification";
    static final String CENSUS = "Census of the invertible transforms";
    static final String ONE_EXACT_DEGREE = "Tasks of one exact degree";
    static final String SOFT_DEGREE = "Soft degree";
    static final String FINITELY_MANY_TASKS = "Finitely many tasks";
    static final String OUT_OF_DISTRIBUTION = "Out of distribution";
    static final String ARCHITECTURE = "Architecture";

    private Sections() {}
}
