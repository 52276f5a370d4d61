/**
 * The long enumerations and searches that a user may ask for by name, on the machinery of {@link org.cubecheck.sweep}:
 * each a {@linkplain org.cubecheck.sweep.Sweep sweep} and what it offers.
 */
package org.cubecheck.sweeps;
