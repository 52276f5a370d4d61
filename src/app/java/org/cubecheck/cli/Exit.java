package org.cubecheck.cli;

/** What the exit code says. */
final class Exit {

    /** All as expected. */
    static final int OK = 0;

    /**
     * A verdict differs from what is expected: a claim does not stand, a control is not refuted, or a baseline is not
     * met.
     */
    static final int DIFFERS = 1;

    /** Wrong usage, bad input or no place to write; no file is left half written. */
    static final int BAD_INPUT = 2;

    /** The program failed. */
    static final int FAILURE = 3;

    private Exit() {}
}
