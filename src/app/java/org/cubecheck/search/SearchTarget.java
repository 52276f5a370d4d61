package org.cubecheck.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.paper.Objective;
import org.cubecheck.transform.Bijection;

/**
 * A statement about which a transform is searched that refutes it.
 *
 * @param control whether it is a control, so that such a transform should be found
 * @param text the statement
 * @param objective what the search follows
 */
record SearchTarget(boolean control, String text, Objective objective) {

    /**
     * The statement of that name with its objective. One about single transforms for which none is known can be
     * searched all the same, blindly, on cubes as large as those of its domains.
     *
     * @throws IllegalArgumentException if there is none, or it is not about transforms
     */
    static SearchTarget named(ClaimSource source, String id) {
        var statement = ClaimOrControl.named(source, id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no claim or control " + id + "; about transforms there are " + names(source)));
        return of(source, statement)
                .orElseThrow(() -> new IllegalArgumentException(
                        statement.id() + " is not about single transforms; these are: " + names(source)));
    }

    /** All there are. */
    static List<SearchTarget> all(ClaimSource source) {
        return ClaimOrControl.all(source).stream()
                .flatMap(statement -> of(source, statement).stream())
                .toList();
    }

    private static Optional<SearchTarget> of(ClaimSource source, ClaimOrControl<?> statement) {
        var known = source.objectives().stream()
                .filter(objective -> objective.statement().equals(statement.id()))
                .findFirst();
        return known.or(() -> statement.about(Bijection.class).map(SearchTarget::blind))
                .map(objective -> new SearchTarget(
                        statement.control(), statement.proposition().statement(), objective));
    }

    private static Objective blind(ClaimOrControl<Bijection> statement) {
        var proposition = statement.proposition();
        var dimensions =
                proposition.domains().stream().mapToInt(Domain::dimension).summaryStatistics();
        return new Objective(
                statement.id(),
                dimensions.getMin(),
                dimensions.getMax(),
                "none is known, so the search is blind: -1 where it fails, else 0",
                T -> proposition.at(T) instanceof Outcome.Fails ? -1 : 0,
                proposition::at);
    }

    private static String names(ClaimSource source) {
        return all(source).stream().map(target -> target.objective.statement()).collect(Collectors.joining(", "));
    }
}
