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
 */
package org.cubecheck.cube;
