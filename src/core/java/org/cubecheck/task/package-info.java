/**
 * Tasks: Boolean functions g of the latents, distributions of them that depend on their degree, and how complex they
 * look through an invertible transform of the latents. Conventions are those of {@link org.cubecheck.cube}.
 */
package org.cubecheck.task;
