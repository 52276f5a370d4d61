/**
 * Long enumerations cut into numbered shards. A {@link org.cubecheck.sweep.Sweep} says what is swept, as pure
 * functions; a {@link org.cubecheck.sweep.Sweeper} runs it, on the threads of one machine ({@link
 * org.cubecheck.sweep.LocalSweeper}) or on a cluster, with progress, interruption and resume. Sweeps are serializable,
 * and their shards depend on nothing but their number, so every engine gives the same result. An {@link
 * org.cubecheck.sweep.SweepKind} is a sweep with a name, which turns its result into a {@link org.cubecheck.sweep.SweepFinding}.
 */
package org.cubecheck.sweep;
