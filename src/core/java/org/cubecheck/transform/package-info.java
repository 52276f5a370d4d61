/**
 * Invertible transforms of the Boolean cube B^d (permutations of its 2^d points), the signed permutations among them,
 * and the groups that act on them. Conventions are those of {@link org.cubecheck.cube}.
 */
package org.cubecheck.transform;
