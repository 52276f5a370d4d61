package org.cubecheck.search;

import java.util.List;
import java.util.Optional;
import org.cubecheck.claim.Proposition;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;

/**
 * What a claim or a control states about one Boolean function.
 *
 * @param control whether it is a control, so that it must fail somewhere
 * @param text the statement
 */
record FunctionStatement(String id, boolean control, String text, Proposition.Check<BooleanFunction> check) {

    /**
     * The statement of that name. A claim about all real functions is one about Boolean functions too; a control about
     * real functions is not taken, because what refutes it need not be Boolean.
     *
     * @throws IllegalArgumentException if there is none
     */
    static FunctionStatement named(ClaimSource source, String id) {
        var statement = ClaimOrControl.named(source, id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no claim or control " + id + "; about Boolean functions there are " + names(source)));
        return of(statement)
                .orElseThrow(() -> new IllegalArgumentException(
                        statement.id() + " is not about single Boolean functions; these are: " + names(source)));
    }

    /** All there are. */
    static List<FunctionStatement> all(ClaimSource source) {
        return ClaimOrControl.all(source).stream()
                .flatMap(statement -> of(statement).stream())
                .toList();
    }

    private static Optional<FunctionStatement> of(ClaimOrControl<?> statement) {
        var about = statement
                .about(BooleanFunction.class)
                .map(s -> new FunctionStatement(
                        s.id(),
                        s.control(),
                        s.proposition().statement(),
                        s.proposition().check()));
        return about.isPresent() || statement.control()
                ? about
                : statement
                        .about(RealFunction.class)
                        .map(s -> new FunctionStatement(
                                s.id(),
                                false,
                                s.proposition().statement(),
                                f -> s.proposition().at(f.toReal())));
    }

    private static String names(ClaimSource source) {
        return String.join(", ", all(source).stream().map(FunctionStatement::id).toList());
    }
}
