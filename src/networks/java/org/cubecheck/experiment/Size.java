package org.cubecheck.experiment;

/** How much of an experiment is run: what continuous integration can afford, or what the report shows. */
public enum Size {
    /** All gated experiments together in under three minutes on one thread. */
    QUICK,
    /** All experiments together in under forty minutes on one thread. */
    FULL
}
