package org.cubecheck.search;

import java.util.List;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Referee;
import org.cubecheck.paper.Objective;
import org.cubecheck.paper.Paper;
import org.cubecheck.referee.CheckCertificates;

/** The claims of the paper, and the referee that knows their certificates. */
public record PaperClaims() implements ClaimSource {

    @Override
    public List<Claim<?>> claims() {
        return Paper.claims();
    }

    @Override
    public Referee referee() {
        return (claim, certificate) -> CheckCertificates.objection(claim, certificate.kind(), certificate.data());
    }

    @Override
    public List<Objective> objectives() {
        return Paper.objectives();
    }
}
