/**
 * What a claim is, and what can be said of it: a statement with its source, the domains over which it quantifies, a
 * check at one point, and the near-misses (controls) that a sound check must refute. Knows the JDK and nothing else.
 *
 * <p>The data flow one way: {@link org.cubecheck.claim.Domain} &rarr; {@link org.cubecheck.claim.Claim} &rarr; auditor
 * &rarr; {@link org.cubecheck.claim.Verdict} &rarr; report.
 */
package org.cubecheck.claim;
