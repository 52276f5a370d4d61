package org.cubecheck;

import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Referee;
import org.cubecheck.referee.CheckCertificates;
import org.cubecheck.vocabulary.CertificateAssert;
import org.cubecheck.vocabulary.ClaimAssert;
import org.cubecheck.vocabulary.CubeAssertions;

/** The assertions with the checker of certificates as referee, whatever claim a certificate is about. */
public final class PaperAssertions extends CubeAssertions {

    private static final Referee CHECKER =
            (claim, certificate) -> CheckCertificates.objection(certificate.kind(), certificate.data());

    private PaperAssertions() {}

    public static <X> ClaimAssert<X> assertThat(Claim<X> claim) {
        return CubeAssertions.assertThat(claim).judgedBy(CHECKER);
    }

    public static <X> ClaimAssert<X> assertThat(Control<X> control) {
        return CubeAssertions.assertThat(control).judgedBy(CHECKER);
    }

    public static <X> ClaimAssert<X> assertThat(Proposition<X> proposition) {
        return CubeAssertions.assertThat(proposition).judgedBy(CHECKER);
    }

    public static CertificateAssert assertThat(Certificate certificate) {
        return CubeAssertions.assertThat(certificate).judgedBy(CHECKER, "");
    }
}
