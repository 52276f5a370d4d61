/**
 * The least degree of a realization: which polynomials on the whole cube B^m extend a function that is given on a
 * support only, and how low their degree can be. Every decision is exact; floating point occurs nowhere.
 *
 * <p>Immutability, threads and exceptions are as {@link org.cubecheck.cube} says.
 */
@API(status = API.Status.STABLE, since = "0.2.0")
@NullMarked
package org.cubecheck.degree;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
