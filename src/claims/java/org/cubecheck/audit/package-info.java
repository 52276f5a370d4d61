/**
 * Walks the domains of claims, counts what it sees, and says what may be said. Knows claims and domains, but no Boolean
 * mathematics.
 */
@API(status = API.Status.STABLE, since = "0.2.0")
@NullMarked
package org.cubecheck.audit;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
