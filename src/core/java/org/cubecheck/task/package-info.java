/**
 * Tasks: Boolean functions g of the latents, distributions of them that depend on their degree, and how complex they
 * look through an invertible transform of the latents. Conventions, immutability, threads
 * and exceptions are those of {@link org.cubecheck.cube}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.2.0")
@NullMarked
package org.cubecheck.task;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
