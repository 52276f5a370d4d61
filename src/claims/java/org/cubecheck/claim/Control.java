package org.cubecheck.claim;

import static java.util.Objects.requireNonNull;

/**
 * A near-miss of a claim that is false, and that the auditor must refute with the smallest counterexample: a hypothesis
 * dropped, a maximum for a sum, one degree fewer. A claim whose control survives fails the audit, because then its
 * check would not notice.
 * Immutable.
 *
 * @param id unique among all claims and controls, in capitals: {@code C-SUM}
 * @param change what differs from the claim
 * @param proposition the false statement
 * @param <X> the points
 */
public record Control<X>(String id, String change, Proposition<X> proposition) {

    public Control {
        requireNonNull(id, "id");
        requireNonNull(change, "change");
        requireNonNull(proposition, "proposition");
        Claim.checkId(id);
    }
}
