package org.cubecheck.audit;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Domain.Bound;
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

    /**
     * The claims that one relies on, then those that these rely on, and so on: each once, without the claim itself.
     */
    public List<Link> chain(Result result) {
        var byId =
                results.stream().collect(Collectors.toMap(other -> other.claim().id(), Function.identity()));
        var found = new LinkedHashSet<>(result.claim().reliesOn());
        for (var next = List.copyOf(found); !next.isEmpty(); ) {
            next = next.stream()
                    .filter(byId::containsKey)
                    .flatMap(id -> byId.get(id).claim().reliesOn().stream())
                    .filter(id -> !id.equals(result.claim().id()) && found.add(id))
                    .toList();
        }
        return found.stream()
                .map(id -> new Link(id, Optional.ofNullable(byId.get(id))))
                .toList();
    }

    /**
     * The link that a claim's argument hangs by: of its {@link #chain} and itself the one of the weakest standing, the
     * first of several. A claim that was not audited is weaker than any that stands.
     */
    public Link weakest(Result result) {
        return Stream.concat(Stream.of(new Link(result.claim().id(), Optional.of(result))), chain(result).stream())
                .min(Comparator.comparingInt(Link::strength))
                .orElseThrow();
    }

    /**
     * A claim that others rely on.
     *
     * @param id as they name it
     * @param result what this audit found of it; empty if it audited no claim of that name
     */
    public record Link(String id, Optional<Result> result) {
        private static final List<Standing> WEAKEST_FIRST = List.of(
                Standing.REFUTED,
                Standing.UNDECIDED,
                Standing.MEASURED,
                Standing.SURVIVED,
                Standing.VERIFIED_IN_PART,
                Standing.CERTIFIED,
                Standing.VERIFIED);

        public Link {
            requireNonNull(id, "id");
            requireNonNull(result, "result");
        }

        /** The standing of the claim, as reports name it, or that it was not audited. */
        public String standing() {
            return result.map(r -> r.standing().text()).orElse("not audited");
        }

        /** Where it stands: its headline, or that it was not audited. */
        public String headline() {
            return result.map(Result::headline).orElse("not audited");
        }

        private int strength() {
            int notAudited = WEAKEST_FIRST.indexOf(Standing.UNDECIDED);
            return result.map(r -> 2 * WEAKEST_FIRST.indexOf(r.standing())).orElse(2 * notAudited + 1);
        }
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
         * The claim's standing: no more than the weakest of its domains allows. Refuted or undecided if it is so over
         * any domain; {@link Standing#VERIFIED} if every domain was examined whole; {@link Standing#CERTIFIED} if some
         * of them by argument; {@link Standing#VERIFIED_IN_PART} if some were only sampled, {@link Standing#SURVIVED}
         * if all were; {@link Standing#MEASURED} if any was measured. A sampled domain does not count if it lies within
         * another that was examined whole.
         */
        public Standing standing() {
            var all = counted().stream().map(Finding::standing).collect(Collectors.toCollection(TreeSet::new));
            for (var worst : List.of(Standing.REFUTED, Standing.UNDECIDED, Standing.MEASURED)) {
                if (all.contains(worst)) return worst;
            }
            if (all.size() > 1 && all.contains(Standing.SURVIVED)) return Standing.VERIFIED_IN_PART;
            return all.contains(Standing.CERTIFIED) ? Standing.CERTIFIED : all.first();
        }

        /** The findings but those of sampled domains that lie within another one examined whole. */
        private List<Finding> counted() {
            var whole = findings.stream()
                    .filter(finding -> finding.standing().isWhole())
                    .map(Finding::domain)
                    .collect(Collectors.toSet());
            return findings.stream()
                    .filter(finding -> finding.standing() != Standing.SURVIVED
                            || finding.within().filter(whole::contains).isEmpty())
                    .toList();
        }

        /**
         * The standings of its domains with their dimensions, and with what else bounds them: {@code verified d = 1..3,
         * survived d = 4..6, 8} or {@code verified d = 1..2 (m = 2..5), 3 (m = 3)}. Sampled domains that do not count
         * are left out.
         */
        public String headline() {
            var byStanding = counted().stream()
                    .collect(Collectors.groupingBy(Finding::standing, LinkedHashMap::new, Collectors.toList()));
            return byStanding.entrySet().stream()
                    .map(entry -> entry.getKey().text() + " d = " + ranges(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }

        /** The dimensions, neighbours with the same bounds together. */
        private static String ranges(List<Finding> findings) {
            var bounds = new TreeMap<Integer, TreeMap<String, TreeSet<Integer>>>();
            for (var finding : findings) {
                for (int d = finding.from(); d <= finding.dimension(); d++) {
                    var parameters = bounds.computeIfAbsent(d, dimension -> new TreeMap<>());
                    for (var bound : finding.bounds()) {
                        var values = parameters.computeIfAbsent(bound.parameter(), name -> new TreeSet<>());
                        for (int value = bound.from(); value <= bound.to(); value++) values.add(value);
                    }
                }
            }
            var texts = new TreeMap<Integer, String>();
            bounds.forEach((d, parameters) -> texts.put(
                    d,
                    parameters.entrySet().stream()
                            .map(entry -> entry.getKey() + " = " + ranges(entry.getValue()))
                            .collect(Collectors.joining("; "))));
            var ranges = new ArrayList<String>();
            int low = 0;
            for (int d : texts.keySet()) {
                var text = texts.get(d);
                if (!text.equals(texts.get(d - 1))) low = d;
                if (!text.equals(texts.get(d + 1)))
                    ranges.add((low == d ? "" + d : low + ".." + d) + (text.isEmpty() ? "" : " (" + text + ")"));
            }
            return String.join(", ", ranges);
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
     * @param bounds what else bounds its points
     * @param within the name of a domain that has all its points; empty if none has
     */
    public record Finding(
            String domain,
            int from,
            int dimension,
            List<Bound> bounds,
            Optional<String> within,
            BigInteger size,
            Verdict verdict,
            Duration time) {

        public Finding {
            requireNonNull(domain, "domain");
            bounds = List.copyOf(requireNonNull(bounds, "bounds"));
            requireNonNull(within, "within");
            requireNonNull(size, "size");
            requireNonNull(verdict, "verdict");
            requireNonNull(time, "time");
        }

        /** Bounded by its dimensions alone. */
        public Finding(String domain, int from, int dimension, BigInteger size, Verdict verdict, Duration time) {
            this(domain, from, dimension, List.of(), Optional.empty(), size, verdict, time);
        }

        /** What was found over a domain. */
        static Finding over(Domain<?> domain, Verdict verdict, Duration time) {
            return new Finding(
                    domain.name(),
                    domain.from(),
                    domain.dimension(),
                    domain.bounds(),
                    domain.within(),
                    domain.size(),
                    verdict,
                    time);
        }

        /** The same, found in another time. */
        Finding in(Duration time) {
            return new Finding(domain, from, dimension, bounds, within, size, verdict, time);
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

    /** The kind of a verdict, or of all verdicts of a claim, in the order in which an overview counts them. */
    public enum Standing {
        /** Every case was examined. */
        VERIFIED,
        /** Settled by an argument that the referee accepted. */
        CERTIFIED,
        /** Of a claim: some domains were examined whole or settled by argument, others only sampled. */
        VERIFIED_IN_PART,
        /** Sampled, and no counterexample found. */
        SURVIVED,
        /** Measured on trained networks, with its gate passed or missed. */
        MEASURED,
        /** A counterexample was found. */
        REFUTED,
        /** Nothing was decided; never a pass. */
        UNDECIDED;

        /** The kind of a verdict over one domain. */
        public static Standing of(Verdict verdict) {
            if (verdict instanceof Verdict.Verified) return VERIFIED;
            if (verdict instanceof Verdict.Certified) return CERTIFIED;
            if (verdict instanceof Verdict.Survived) return SURVIVED;
            if (verdict instanceof Verdict.Measured) return MEASURED;
            if (verdict instanceof Verdict.Refuted) return REFUTED;
            return UNDECIDED;
        }

        /** As reports name it: {@code verified in part}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        private boolean isWhole() {
            return this == VERIFIED || this == CERTIFIED;
        }
    }
}
