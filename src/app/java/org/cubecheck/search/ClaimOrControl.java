package org.cubecheck.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Proposition;

/**
 * What a claim or a control states.
 *
 * @param id that of the claim or control
 * @param control whether it is a control, so that it must fail somewhere
 */
record ClaimOrControl<X>(String id, boolean control, Proposition<X> proposition) {

    /** Those of all claims, each followed by those of its controls. */
    static List<ClaimOrControl<?>> all(ClaimSource source) {
        var all = new ArrayList<ClaimOrControl<?>>();
        for (Claim<?> claim : source.claims()) {
            all.add(new ClaimOrControl<>(claim.id(), false, claim.proposition()));
            claim.controls()
                    .forEach(control -> all.add(new ClaimOrControl<>(control.id(), true, control.proposition())));
        }
        return all;
    }

    /** The statement of that name, in capitals or not; empty if there is none. */
    static Optional<ClaimOrControl<?>> named(ClaimSource source, String id) {
        return all(source).stream()
                .filter(statement -> statement.id.equals(id.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** This statement, if its points are of the type, which the first point of its first domain tells. */
    @SuppressWarnings("unchecked")
    <Y> Optional<ClaimOrControl<Y>> about(Class<Y> type) {
        return type.isInstance(first(proposition.domains().get(0)))
                ? Optional.of((ClaimOrControl<Y>) this)
                : Optional.empty();
    }

    private static <X> X first(Domain<X> domain) {
        if (domain instanceof Domain.All<X> all) return all.point().apply(0);
        if (domain instanceof Domain.Orbits<X> orbits)
            return orbits.orbit().apply(0).representative();
        return ((Domain.Sampled<X>) domain).draw().apply(new SplittableRandom(1));
    }
}
