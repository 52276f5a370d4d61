/**
 * What a claim is, and what can be said of it: a statement with its source, the domains over which it quantifies, a
 * check at one point, and the near-misses (controls) that a sound check must refute. Knows the JDK and nothing else.
 *
 * <p>The data flow one way: {@link org.cubecheck.claim.Domain} &rarr; {@link org.cubecheck.claim.Claim} &rarr; auditor
 * &rarr; {@link org.cubecheck.claim.Verdict} &rarr; report.
 *
 * <p><b>Of every type of this package and of {@link org.cubecheck.audit}, unless its own page says otherwise.</b> It is
 * immutable, collections being copied, and may be shared by threads as far as the functions in it may. Null gives a
 * {@link NullPointerException} that names the component, what is not accepted an {@link IllegalArgumentException}.
 * Nothing takes or returns null.
 */
@API(status = API.Status.STABLE, since = "0.2.0")
@NullMarked
package org.cubecheck.claim;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
