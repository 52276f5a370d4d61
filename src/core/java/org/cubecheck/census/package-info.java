/**
 * All invertible transforms of the d-cube, d at most 4, counted: by their degrees (through the perfect matchings of the
 * points), and class by class under the signed permutations on both sides (by orderly generation). All Boolean
 * functions of at most five variables, class by class under signed permutations of the variables and the sign of the
 * function.
 *
 * <p>Immutability, threads and exceptions are as {@link org.cubecheck.cube} says.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.2.0")
@NullMarked
package org.cubecheck.census;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
