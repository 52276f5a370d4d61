package org.cubecheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.cubecheck.audit.AuditReport.Standing;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Referee;
import org.cubecheck.claim.Source;
import org.cubecheck.claim.Verdict;
import org.cubecheck.claim.Verdict.Reason;

/** Small arithmetical claims whose truth is plain, and audits of them. */
final class Arithmetic {

    static final Referee LENIENT = (claim, certificate) -> Optional.empty();
    static final Settings TWO_THREADS = new Settings(10, 7, 1, 2);

    private Arithmetic() {}

    static Certificate number(long n) {
        return Certificate.of("number").with("n", n).reading("n = " + n);
    }

    static Domain<Long> below(long count) {
        return Domain.all("numbers below " + count, 1, count, Long::valueOf);
    }

    static Proposition<Long> proposition(Proposition.Check<Long> check, List<Domain<Long>> domains) {
        return new Proposition<>("a statement", "", domains, check);
    }

    static Control<Long> refutable() {
        return new Control<>(
                "C-SMALL",
                "none",
                proposition(n -> n < 3 ? Outcome.holds() : Outcome.fails(number(n)), List.of(below(10))));
    }

    static Claim<Long> claim(Proposition<Long> proposition, Control<?>... controls) {
        return new Claim<>(
                "SOME-CLAIM",
                "Section",
                "Title",
                new Source(Provenance.EXTENSION, "", "", ""),
                List.of(),
                "",
                proposition,
                controls.length == 0 ? List.of(refutable()) : List.of(controls));
    }

    static AuditReport.Result audit(Settings settings, Referee referee, Claim<?> claim) {
        return new Auditor(settings, referee, Progress.SILENT)
                .audit(List.of(claim))
                .results()
                .get(0);
    }

    static AuditReport.Result audit(Proposition.Check<Long> check, Domain<Long> domain) {
        return audit(TWO_THREADS, LENIENT, claim(proposition(check, List.of(domain))));
    }

    static Verdict verdict(AuditReport.Result result) {
        return result.findings().get(0).verdict();
    }

    static Reason undecided(AuditReport.Result result) {
        assertThat(result.asExpected()).isFalse();
        assertThat(result.standing()).isEqualTo(Standing.UNDECIDED);
        return ((Verdict.Undecided) verdict(result)).reason();
    }

    static Domain<Long> draws(long trials) {
        return Domain.sampled("draws", 1, BigInteger.TWO.pow(64), trials, random -> random.nextLong());
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
