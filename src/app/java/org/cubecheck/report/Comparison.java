package org.cubecheck.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.cubecheck.report.Baseline.Difference;

/**
 * How an audit compares with a baseline. Immutable.
 *
 * @param against the baseline, as the user named it; empty if there was none to compare with
 * @param differences as {@link Baseline#differences} found them, regressions first
 */
public record Comparison(String against, List<Difference> differences) {

    /** No baseline was given. */
    public static final Comparison NONE = new Comparison("", List.of());

    public Comparison {
        requireNonNull(against, "against");
        differences = List.copyOf(differences);
    }

    /** Whether there was a baseline. */
    public boolean isMade() {
        return !against.isEmpty();
    }

    /** The differences that are worse than the baseline. */
    public List<Difference> regressions() {
        return differences.stream().filter(Difference::regression).toList();
    }

    /** Whether a verdict of the claim, or of one of its controls, is worse. */
    boolean regressed(String claim) {
        return regressions().stream().anyMatch(difference -> difference.claim().equals(claim));
    }
}
