/**
 * Observations, representations and realizations: x = psi(z) for latents z in B^d, Phi: X -&gt; B^d on the observed
 * points X = psi(B^d), a task h: X -&gt; R realized flat, by a polynomial on B^m, or hierarchically, as g after Phi.
 *
 * <p>The degree of a function on X is the least degree of a realization on B^m; the degree of a representation is the
 * <i>sum</i> over its coordinates.
 *
 * <p>Immutability, threads and exceptions are as {@link org.cubecheck.cube} says.
 */
@API(status = API.Status.STABLE, since = "0.2.0")
@NullMarked
package org.cubecheck.realization;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
