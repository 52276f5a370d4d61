package org.cubecheck.audit;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Verdict;

/**
 * What an audit found, claim by claim.
 * Immutable.
 *
 * @param settings under which it ran
 * @param results in the order of the claims
 */
public record AuditReport(Settings settings, List<Result> results) {

    public AuditReport {
        requireNonNull(settings, "settings");
        requireNonNull(results, "results");
        results = List.copyOf(results);
    }

    /** Whether every claim stands and every control is refuted. */
    public boolean asExpected() {
        return results.stream().allMatch(Result::asExpected);
    }

    /** One claim: a finding per domain, and what became of its controls. */
    public record Result(Claim<?> claim, List<Finding> findings, List<ControlResult> controls) {
        public Result {
            requireNonNull(claim, "claim");
            requireNonNull(findings, "findings");
            requireNonNull(controls, "controls");
            findings = List.copyOf(findings);
            controls = List.copyOf(controls);
        }

        /**
         * Whether the claim is neither refuted nor undecided anywhere, no gate is missed, and every control is refuted.
         */
        public boolean asExpected() {
            return findings.stream().allMatch(Finding::asExpected)
                    && controls.stream().allMatch(ControlResult::asExpected);
        }

        /**
         * Whether nothing speaks against the claim or its controls, and yet not all is decided, for want of dimension
         * or budget.
         */
        public boolean isOpen() {
            return !asExpected()
                    && findings.stream().allMatch(finding -> finding.asExpected() || finding.isOpen())
                    && controls.stream()
                            .allMatch(control ->
                                    control.asExpected() || control.finding().isOpen());
        }

        /**
         * The claim's standing: refuted or undecided if it is so over any domain, else that over the domain of least
         * dimension.
         */
        public Standing standing() {
            var all = findings.stream().map(Finding::standing).toList();
            for (var bad : List.of(Standing.REFUTED, Standing.UNDECIDED)) {
                if (all.contains(bad)) return bad;
            }
            return all.get(0);
        }

        /** The standing with its dimensions: {@code verified d = 1..3, survived d = 4..6, 8}. */
        public String headline() {
            var parts = new ArrayList<String>();
            for (int i = 0; i < findings.size(); ) {
                var standing = findings.get(i).standing();
                var dimensions = new TreeSet<Integer>();
                for (; i < findings.size() && findings.get(i).standing() == standing; i++) {
                    for (int d = findings.get(i).from(); d <= findings.get(i).dimension(); d++) dimensions.add(d);
                }
                parts.add(standing.name().toLowerCase(java.util.Locale.ROOT) + " d = " + ranges(dimensions));
            }
            return String.join(", ", parts);
        }

        /** Numbers as {@code 4..6, 8}. */
        private static String ranges(SortedSet<Integer> numbers) {
            var ranges = new ArrayList<String>();
            int low = 0;
            for (int n : numbers) {
                if (!numbers.contains(n - 1)) low = n;
                if (!numbers.contains(n + 1)) ranges.add(low == n ? "" + n : low + ".." + n);
            }
            return String.join(", ", ranges);
        }

        /** The time spent on the claim and its controls. */
        public Duration time() {
            return findings.stream()
                    .map(Finding::time)
                    .reduce(Duration.ZERO, Duration::plus)
                    .plus(controls.stream().map(ControlResult::time).reduce(Duration.ZERO, Duration::plus));
        }
    }

    /**
     * One domain of a claim.
     *
     * @param from the least dimension of its points
     * @param dimension the largest
     */
    public record Finding(String domain, int from, int dimension, BigInteger size, Verdict verdict, Duration time) {
        public Finding {
            requireNonNull(domain, "domain");
            requireNonNull(size, "size");
            requireNonNull(verdict, "verdict");
            requireNonNull(time, "time");
        }

        /** Whether the claim stands here: neither refuted nor undecided, nor measured with its gate missed. */
        public boolean asExpected() {
            return standing() != Standing.REFUTED
                    && standing() != Standing.UNDECIDED
                    && !(verdict instanceof Verdict.Measured measured
                            && !measured.estimate().passed());
        }

        private boolean isOpen() {
            return verdict instanceof Verdict.Undecided undecided && undecided.reason() == Verdict.Reason.BUDGET;
        }

        /** The kind of its verdict. */
        public Standing standing() {
            return Standing.of(verdict);
        }
    }

    /** One control, and the domain on which the search for a counterexample ended. */
    public record ControlResult(Control<?> control, Finding finding) {
        public ControlResult {
            requireNonNull(control, "control");
            requireNonNull(finding, "finding");
        }

        /** Whether the control is refuted. */
        public boolean asExpected() {
            return finding.verdict() instanceof Verdict.Refuted;
        }

        /** The time spent on all its domains. */
        public Duration time() {
            return finding.time();
        }
    }

    /** The kind of a verdict, in the order in which an overview counts them. */
    public enum Standing {
        /** Every case was examined. */
        VERIFIED,
        /** Settled by an argument that the referee accepted. */
        CERTIFIED,
        /** Sampled, and no counterexample found. */
        SURVIVED,
        /** Measured on trained networks, with its gate passed or missed. */
        MEASURED,
        /** A counterexample was found. */
        REFUTED,
        /** Nothing was decided; never a pass. */
        UNDECIDED;

        /** The kind of a verdict. */
        public static Standing of(Verdict verdict) {
            if (verdict instanceof Verdict.Verified) return VERIFIED;
            if (verdict instanceof Verdict.Certified) return CERTIFIED;
            if (verdict instanceof Verdict.Survived) return SURVIVED;
            if (verdict instanceof Verdict.Measured) return MEASURED;
            if (verdict instanceof Verdict.Refuted) return REFUTED;
            return UNDECIDED;
        }
    }
}
