package org.cubecheck.search;

import java.io.Serializable;
import java.util.List;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Referee;
import org.cubecheck.paper.Objective;

/**
 * The claims that a search may be about, with their controls, and who judges what it finds.
 *
 * <p>It is a source and not a list because a claim is code, which does not travel: a search that runs on other machines
 * asks its source again there. So a source that is to travel holds no claims; a record without components such as
 * {@link PaperClaims} will do, and is equal to its copy.
 */
public interface ClaimSource extends Serializable {

    /** The claims; the same whenever it is asked. */
    List<Claim<?>> claims();

    /** Judges certificates that are found. */
    Referee referee();

    /** What a local search follows, for those claims and controls for which that is known. */
    default List<Objective> objectives() {
        return List.of();
    }

    /**
     * Claims at hand, for searches on the threads of this machine: their code does not travel.
     *
     * @param referee judges the certificates; {@code (claim, certificate) -> Optional.empty()} takes them on trust
     */
    static ClaimSource of(List<Claim<?>> claims, Referee referee) {
        return new AtHand(List.copyOf(claims), referee);
    }

    /** The claims themselves. */
    record AtHand(List<Claim<?>> claims, Referee referee) implements ClaimSource {}
}
