/**
 * Walks the domains of claims, counts what it sees, and says what may be said. Knows claims and domains, but no Boolean
 * mathematics.
 */
package org.cubecheck.audit;
