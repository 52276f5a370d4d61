/**
 * What a representation has recovered of the latents that made the data: the signed permutation, the scores of the
 * field, and over the full cube the exact expansions and the exact verdict.
 *
 * <p>Rows are samples and columns are coordinates, of the latents z as of the representation phi. Latents are binary,
 * -1/+1 or 0/1. Where signs enter exactly, a high value of the latents' own coding is one side and a high value of a
 * representation's coordinate is the same side, so that a copy of a latent has the sign +, in either coding; a latent
 * given as 1 is the point -1 of the cube (the convention of {@link org.cubecheck.cube}), one given as +1 is the point
 * +1.
 *
 * <p>Files use each other one way: readers and {@link org.cubecheck.identify.Samples}; statistics on arrays; the steps,
 * each a record that is a function of earlier ones, in their order in {@code Findings}; the words for people, which no
 * step knows; {@link org.cubecheck.identify.Identification}, which brings them together. Single steps for experiments
 * are in {@link org.cubecheck.identify.Measures}.
 */
package org.cubecheck.identify;
