/**
 * The least degree of a realization: which polynomials on the whole cube B^m extend a function that is given on a
 * support only, and how low their degree can be. Every decision is exact; floating point occurs nowhere.
 */
package org.cubecheck.degree;
