/**
 * Claims taken further than an audit takes them, as {@linkplain org.cubecheck.sweep.Sweep sweeps}: statements about
 * Boolean functions at one member of every class of functions of five variables, and statements about invertible
 * transforms where a local search expects them to fail. What is found is judged by the claim's own check and by the
 * referee. The claims are those of a {@link org.cubecheck.search.ClaimSource}: the paper's, or any others.
 */
package org.cubecheck.search;
