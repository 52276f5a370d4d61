/**
 * All invertible transforms of the d-cube, d at most 4, counted: by their degrees (through the perfect matchings of the
 * points), and class by class under the signed permutations on both sides (by orderly generation). All Boolean
 * functions of at most five variables, class by class under signed permutations of the variables and the sign of the
 * function.
 */
package org.cubecheck.census;
