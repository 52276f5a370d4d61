/**
 * Long enumerations cut into numbered shards. A {@link org.cubecheck.sweep.Sweep} says what is swept, as pure functions; a
 * {@link org.cubecheck.sweep.LocalSweeper} runs it on the threads of one machine, with progress, interruption and resume. Sweeps are
 * serializable, and their shards depend on nothing but their number, so that a cluster can run the same sweep unchanged.
 */
package org.cubecheck.sweep;
