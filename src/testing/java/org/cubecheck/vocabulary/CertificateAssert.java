package org.cubecheck.vocabulary;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Referee;

/** What the referee says of a certificate. For one thread. */
public final class CertificateAssert extends AbstractAssert<CertificateAssert, Certificate> {

    private final Referee referee;
    private final String claim;

    CertificateAssert(Certificate certificate, String claim, Referee referee) {
        super(certificate, CertificateAssert.class);
        this.claim = claim;
        this.referee = referee;
    }

    /** The same, judged by the given referee as evidence on the claim or control of the given identifier. */
    public CertificateAssert judgedBy(Referee referee, String claim) {
        return new CertificateAssert(actual, claim, referee);
    }

    /** The referee has no objection. */
    public CertificateAssert isAccepted() {
        objection(actual)
                .ifPresent(objection -> failWithMessage("Expected %s to be accepted, but: %s", actual, objection));
        return this;
    }

    /** The referee objects, in a line that contains the given words. */
    public CertificateAssert isRejected(String words) {
        var objection = objection(actual);
        if (objection.isEmpty() || !objection.get().contains(words))
            failWithMessage(
                    "Expected %s to be rejected with \"%s\", but: %s", actual, words, objection.orElse("accepted"));
        return this;
    }

    /** The same certificate with one entry changed is rejected, in a line that contains the given words. */
    public CertificateAssert isRejectedWith(String key, Object value, String words) {
        var data = new LinkedHashMap<String, Object>(actual.data());
        data.put(key, value);
        new CertificateAssert(new Certificate(actual.kind(), actual.reading(), data), claim, referee).isRejected(words);
        return this;
    }

    private Optional<String> objection(Certificate certificate) {
        return referee.objectionTo(claim, certificate);
    }
}
