package org.cubecheck.claim;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A statement "for all x", the domains over which it is checked, and the check at one x.
 *
 * <p>Reports draw a formula that is in this part of LaTeX: letters, numbers and signs; braces, {@code _}, {@code ^} and
 * primes; {@code \frac}, {@code \binom}, {@code \sqrt}; {@code \left} and {@code \right}, {@code \bigl} and {@code
 * \bigr} with a delimiter; {@code \text}, {@code \mathrm}, {@code \operatorname} of plain text; {@code \mathbb}, {@code
 * \mathcal}, {@code \mathbf}; accents such as {@code \hat}; {@code \,}, {@code \quad}, {@code \qquad}; Greek letters,
 * functions such as {@code \deg}, relations, arrows, and sums, by the names that {@code MathMl} of the package {@code
 * report} begins with. Another formula is shown as it is typed; {@code audit} says so, and the tests accept it for no
 * claim of the library.
 * Immutable, but for what the check does: an auditor calls it from several threads at once.
 *
 * @param statement the statement in one or two sentences; plain text, Unicode mathematics
 * @param formula the statement as a formula, in LaTeX; empty where the words say it all
 * @param domains by rising dimension, each in a stated order, so that the first failure is the smallest
 * @param check decides the statement at one point
 * @param <X> the points
 */
public record Proposition<X>(String statement, String formula, List<Domain<X>> domains, Check<X> check) {

    public Proposition {
        requireNonNull(statement, "statement");
        requireNonNull(formula, "formula");
        requireNonNull(domains, "domains");
        requireNonNull(check, "check");
        domains = List.copyOf(domains);
        if (domains.isEmpty()) throw new IllegalArgumentException("no domain: " + statement);
        for (int i = 1; i < domains.size(); i++) {
            if (domains.get(i).dimension() < domains.get(i - 1).dimension())
                throw new IllegalArgumentException("domains out of order: " + statement);
        }
        for (var domain : domains) {
            var outer = domain.within();
            if (outer.isPresent()
                    && domains.stream()
                            .noneMatch(other -> other != domain && other.name().equals(outer.get())))
                throw new IllegalArgumentException(domain.name() + " is said to lie in " + outer.get()
                        + ", which is no other domain: " + statement);
        }
    }

    /** Decides a statement at one point. Pure: the same point gives the same outcome. */
    @FunctionalInterface
    public interface Check<X> {
        /** What holds at a point; never null. */
        Outcome at(X point);
    }

    /** What the check finds at one point. @throws NullPointerException if it finds nothing, which no check may */
    public Outcome at(X point) {
        return requireNonNull(check.at(point), () -> "no outcome at " + point);
    }
}
