/**
 * Functions on the Boolean cube and their exact Fourier-Walsh analysis.
 *
 * <p><b>Conventions, stated once.</b>
 * <ul>
 * <li>The cube is B^n = {-1,+1}^n. A point is an n-bit mask {@code x}: bit i (value 2^i) is set if and only if x_i =
 * -1, so {@code 0} is the point (+1, ..., +1). Variables count from 0 in code and are printed x1, x2, ..., xn.
 * <li>A Boolean function takes values -1 and +1; in a table, bit x is set if and only if f(x) = -1. Under the 0/1
 * coding (-1 to 1, +1 to 0) the table is the usual truth table.
 *   <li>A set S of variables is a mask as well, and chi_S(x) = prod_{i in S} x_i = (-1)^popcount(S &amp; x).
 *   <li>The Fourier coefficient is f^(S) = 2^-n sum_x f(x) chi_S(x). It is held exactly, as an integer over a common
 * denominator.
 * <li>deg f = max{|S| : f^(S) != 0}; constants, 0 included, have degree 0. It is decided in integers, never by a
 * tolerance. The degree over the two-element field is another quantity and has another name, {@code gf2Degree}.
 * </ul>
 *
 * <p>Source: R. O'Donnell, <i>Analysis of Boolean Functions</i>, Cambridge University Press 2014.
 *
 * <p><b>Of every type of the core, unless its own page says otherwise.</b> It is immutable and may be shared by threads;
 * arrays go in and out as copies. The mistakes have one exception each: {@link NullPointerException} for null, {@link
 * IndexOutOfBoundsException} for a point, a set of variables, a coordinate or another index that there is none of,
 * {@link IllegalArgumentException} for a number of variables, a size, a dimension or a text that is not accepted, and
 * for values that do not belong together, {@link ArithmeticException} for an exact result that does not fit. Nothing
 * takes or returns null.
 */
@API(status = API.Status.STABLE, since = "0.2.0")
@NullMarked
package org.cubecheck.cube;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
