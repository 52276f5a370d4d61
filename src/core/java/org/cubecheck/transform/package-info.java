/**
 * Invertible transforms of the Boolean cube B^d (permutations of its 2^d points), the signed permutations among them,
 * and the groups that act on them. Conventions, immutability, threads
 * and exceptions are those of {@link org.cubecheck.cube}.
 */
@API(status = API.Status.STABLE, since = "0.2.0")
@NullMarked
package org.cubecheck.transform;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
