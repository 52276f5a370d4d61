package org.cubecheck.vocabulary;

import java.util.ArrayList;
import java.util.List;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;

/** The certificates that a walk over the whole domains of a statement meets, for tests that look closer at them. Keeps no state. */
public final class Counterexamples {

    private Counterexamples() {}

    /** The first counterexample to a control, in the order of its domains. */
    public static <X> Certificate of(Control<X> control) {
        for (var outcome : outcomes(control.proposition())) {
            if (outcome instanceof Outcome.Fails fails) return fails.counterexample();
        }
        throw new AssertionError(control.id() + " is not refuted");
    }

    /** All exhibits of a claim. */
    public static <X> List<Certificate> exhibits(Claim<X> claim) {
        var exhibits = new ArrayList<Certificate>();
        for (var outcome : outcomes(claim.proposition())) {
            if (outcome instanceof Outcome.Holds holds) exhibits.addAll(holds.exhibits());
        }
        return exhibits;
    }

    private static <X> Iterable<Outcome> outcomes(Proposition<X> proposition) {
        return () -> proposition.domains().stream()
                .filter(domain -> domain instanceof Domain.All<X>)
                .map(domain -> (Domain.All<X>) domain)
                .flatMap(domain -> java.util.stream.LongStream.range(0, domain.count())
                        .mapToObj(domain.point())
                        .map(proposition::at))
                .iterator();
    }
}
