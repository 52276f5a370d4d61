/**
 * The vocabulary in which the properties are written: generators for functions and transforms ({@link
 * org.cubecheck.vocabulary.CubeDomain}), assertions ({@link org.cubecheck.vocabulary.CubeAssertions}), and claims as
 * tests ({@link org.cubecheck.vocabulary.ClaimTests}).
 *
 * <p><b>Of every type of this package.</b> Arbitraries and domains are immutable; an assertion, as those of AssertJ,
 * belongs to one thread. A failed assertion is an {@link AssertionError}, null instead of a function or claim a failed
 * assertion or a {@link NullPointerException}.
 */
@API(status = API.Status.STABLE, since = "0.2.0")
@NullMarked
package org.cubecheck.vocabulary;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
