/**
 * Observations, representations and realizations: x = psi(z) for latents z in B^d, Phi: X -&gt; B^d on the observed
 * points X = psi(B^d), a task h: X -&gt; R realized flat, by a polynomial on B^m, or hierarchically, as g after Phi.
 *
 * <p>The degree of a function on X is the least degree of a realization on B^m; the degree of a representation is the
 * <i>sum</i> over its coordinates.
 */
package org.cubecheck.realization;
