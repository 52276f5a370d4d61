package org.cubecheck.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.AuditReport.ControlResult;
import org.cubecheck.audit.AuditReport.Finding;
import org.cubecheck.audit.AuditReport.Result;
import org.cubecheck.claim.Verdict;

/**
 * What an audit is expected to find: the verdict, the scope and the controls of every claim. A later audit is compared
 * with it; what got worse is a regression, what is new or reaches further is not.
 */
public final class Baseline {

    private static final String FORMAT = "cubecheck-verdicts/1";
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** The names of verdicts, and of a measurement whose gate was missed. */
    private static final List<String> VERDICTS = Stream.concat(
                    Arrays.stream(AuditReport.Standing.values())
                            .filter(standing -> standing != AuditReport.Standing.VERIFIED_IN_PART)
                            .map(AuditReport.Standing::text),
                    Stream.of("missed"))
            .toList();

    private static final int MOST_DIGITS = 1000;

    /**
     * One domain of a claim, or one control.
     *
     * @param verdict the kind of the verdict; {@code missed} where a gate for trained networks was missed
     * @param scope points within scope that were examined, draws, or seeds; for a refuted statement the points that
     * came before
     * @param cases elementary cases, where every point was examined; else 0
     * @param where for a control the domain of the counterexample, else empty
     */
    private record Seen(String verdict, BigInteger scope, BigInteger cases, String where) {
        String text() {
            return switch (verdict) {
                case "verified", "certified" ->
                    verdict + " " + Numbers.text(scope)
                            + (scope.equals(cases) ? "" : " (" + Numbers.text(cases) + " cases)");
                case "survived" -> verdict + " " + Numbers.text(scope) + " draws";
                case "measured" -> "measured with " + Numbers.text(scope) + " seeds, gate passed";
                case "missed" -> "measured with " + Numbers.text(scope) + " seeds, gate missed";
                case "refuted" -> "refuted" + (where.isEmpty() ? "" : " in " + where) + " after " + Numbers.text(scope);
                default -> verdict;
            };
        }
    }

    private record Entry(Map<String, Seen> domains, Map<String, Seen> controls) {}

    /**
     * One difference.
     *
     * @param claim the identifier of the claim concerned
     * @param text the difference in words
     * @param regression whether it is worse than the baseline
     */
    public record Difference(String claim, String text, boolean regression) {}

    private final Map<String, Entry> claims;

    private Baseline(Map<String, Entry> claims) {
        this.claims = Collections.unmodifiableMap(claims);
    }

    /** What the report found. */
    public static Baseline of(AuditReport report) {
        var claims = new LinkedHashMap<String, Entry>();
        report.results().forEach(result -> claims.put(result.claim().id(), entry(result)));
        return new Baseline(claims);
    }

    private static Entry entry(Result result) {
        var domains = new LinkedHashMap<String, Seen>();
        for (var finding : result.findings()) {
            String name = finding.domain();
            for (int copy = 2; domains.containsKey(name); copy++) name = finding.domain() + " (" + copy + ")";
            domains.put(name, seen(finding, ""));
        }
        var controls = new LinkedHashMap<String, Seen>();
        for (ControlResult control : result.controls())
            controls.put(
                    control.control().id(),
                    seen(control.finding(), control.finding().domain()));
        return new Entry(domains, controls);
    }

    private static Seen seen(Finding finding, String where) {
        var name = finding.standing().text();
        var none = BigInteger.ZERO;
        var verdict = finding.verdict();
        if (verdict instanceof Verdict.Verified v) return covered(name, v.coverage(), where);
        if (verdict instanceof Verdict.Certified c) return covered(name, c.coverage(), where);
        if (verdict instanceof Verdict.Survived s) return new Seen(name, BigInteger.valueOf(s.trials()), none, where);
        if (verdict instanceof Verdict.Measured m)
            return new Seen(
                    m.estimate().passed() ? name : "missed",
                    BigInteger.valueOf(m.estimate().seeds().size()),
                    none,
                    where);
        if (verdict instanceof Verdict.Refuted r) return new Seen(name, r.before(), none, where);
        return new Seen(name, none, none, where);
    }

    private static Seen covered(String name, Verdict.Coverage coverage, String where) {
        return new Seen(name, coverage.points().subtract(coverage.outOfScope()), coverage.cases(), where);
    }

    /** This baseline for the named claims only. */
    public Baseline only(Collection<String> ids) {
        var some = new LinkedHashMap<>(claims);
        some.keySet().retainAll(ids);
        return new Baseline(some);
    }

    /** This baseline with the claims of another put in. */
    public Baseline with(Baseline newer) {
        var all = new LinkedHashMap<>(claims);
        all.putAll(newer.claims);
        return new Baseline(all);
    }

    /** What differs in a later audit, regressions first. */
    public List<Difference> differences(AuditReport report) {
        var now = of(report).claims;
        var found = new ArrayList<Difference>();
        claims.forEach((id, entry) -> {
            if (!now.containsKey(id)) {
                found.add(new Difference(id, id + ": no longer audited", true));
                return;
            }
            compare(entry.domains(), now.get(id).domains(), id, ", ", false, found);
            compare(entry.controls(), now.get(id).controls(), id, ", control ", true, found);
        });
        now.keySet().stream()
                .filter(id -> !claims.containsKey(id))
                .forEach(id -> found.add(new Difference(id, id + ": a new claim", false)));
        var sorted =
                new ArrayList<>(found.stream().filter(Difference::regression).toList());
        sorted.addAll(
                found.stream().filter(Predicate.not(Difference::regression)).toList());
        return List.copyOf(sorted);
    }

    private static void compare(
            Map<String, Seen> before,
            Map<String, Seen> now,
            String claim,
            String kind,
            boolean controls,
            List<Difference> found) {
        String prefix = claim + kind;
        before.forEach((name, was) -> {
            var is = Optional.ofNullable(now.get(name));
            if (is.isEmpty())
                found.add(
                        new Difference(claim, prefix + name + ": was " + was.text() + ", is no longer checked", true));
            else if (!is.get().equals(was))
                found.add(new Difference(
                        claim,
                        prefix + name + ": was " + was.text() + ", is "
                                + is.get().text(),
                        controls || worse(was, is.get())));
        });
        now.forEach((name, is) -> {
            if (!before.containsKey(name))
                found.add(new Difference(claim, prefix + name + ": new, " + is.text(), false));
        });
    }

    /**
     * Of another kind, unless sampling or doubt gave way to certainty or a gate is passed at last; or of the same kind
     * and less far.
     */
    private static boolean worse(Seen was, Seen is) {
        boolean certain = is.verdict().equals("verified") || is.verdict().equals("certified");
        boolean wasOpen = was.verdict().equals("survived") || was.verdict().equals("undecided");
        boolean passedNow = was.verdict().equals("missed") && is.verdict().equals("measured");
        if (!was.verdict().equals(is.verdict())) return !(certain && wasOpen || passedNow);
        if (was.verdict().equals("refuted")) return true;
        return is.scope().compareTo(was.scope()) < 0 || is.cases().compareTo(was.cases()) < 0;
    }

    /** The text of the file. */
    public String toJson() {
        var all = new LinkedHashMap<String, Object>();
        claims.forEach((id, entry) -> {
            var map = new LinkedHashMap<String, Object>();
            map.put("domains", seen(entry.domains()));
            map.put("controls", seen(entry.controls()));
            all.put(id, map);
        });
        var map = new LinkedHashMap<String, Object>();
        map.put("format", FORMAT);
        map.put("claims", all);
        return Json.write(map);
    }

    private static Map<String, Object> seen(Map<String, Seen> entries) {
        var all = new LinkedHashMap<String, Object>();
        entries.forEach((name, seen) -> {
            var map = new LinkedHashMap<String, Object>();
            map.put("verdict", seen.verdict());
            map.put("scope", seen.scope().toString());
            if (seen.cases().signum() > 0) map.put("cases", seen.cases().toString());
            if (!seen.where().isEmpty()) map.put("in", seen.where());
            all.put(name, map);
        });
        return all;
    }

    /**
     * Reads the text of a file.
     *
     * @throws IllegalArgumentException if it is no baseline; the message says why in one line
     */
    public static Baseline parse(String json) {
        try {
            var root = STRICT.readTree(json);
            if (!FORMAT.equals(root.path("format").asText()))
                throw new IllegalArgumentException("no verdict baseline: its format is not " + FORMAT);
            checkKeys(root, "the baseline", "format", "claims");
            var claims = new LinkedHashMap<String, Entry>();
            for (var claim : object(root, "claims", "the baseline").properties()) {
                checkKeys(claim.getValue(), claim.getKey(), "domains", "controls");
                claims.put(
                        claim.getKey(),
                        new Entry(
                                entries(object(claim.getValue(), "domains", claim.getKey())),
                                entries(object(claim.getValue(), "controls", claim.getKey()))));
            }
            return new Baseline(claims);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not JSON: " + shown(malformed.getOriginalMessage()), malformed);
        }
    }

    /** What is missing is not taken for empty: a gate without verdicts would let everything pass. */
    private static JsonNode object(JsonNode node, String name, String where) {
        if (!node.path(name).isObject())
            throw new IllegalArgumentException("no verdict baseline: " + shown(where) + " has no " + name);
        return node.get(name);
    }

    /** A key that is written wrongly would be passed over, and what it says with it. */
    private static void checkKeys(JsonNode node, String where, String... known) {
        for (var entry : node.properties()) {
            if (!List.of(known).contains(entry.getKey()))
                throw new IllegalArgumentException("no verdict baseline: " + shown(where) + " has '"
                        + shown(entry.getKey()) + "', which is none of " + String.join(", ", known));
        }
    }

    private static Map<String, Seen> entries(JsonNode node) {
        var entries = new LinkedHashMap<String, Seen>();
        for (var entry : node.properties()) {
            var value = entry.getValue();
            checkKeys(value, entry.getKey(), "verdict", "scope", "cases", "in");
            var verdict = value.path("verdict").asText();
            if (!VERDICTS.contains(verdict))
                throw new IllegalArgumentException(
                        "the verdict of '" + shown(entry.getKey()) + "' is none of " + String.join(", ", VERDICTS));
            entries.put(
                    entry.getKey(),
                    new Seen(
                            verdict,
                            count(value.path("scope"), entry.getKey()),
                            value.has("cases") ? count(value.get("cases"), entry.getKey()) : BigInteger.ZERO,
                            value.path("in").asText("")));
        }
        return entries;
    }

    private static BigInteger count(JsonNode node, String name) {
        if (!node.isTextual() || !node.asText().matches("\\d{1," + MOST_DIGITS + "}"))
            throw new IllegalArgumentException(
                    "the scope or the cases of '" + shown(name) + "' are no whole number in quotes");
        return new BigInteger(node.asText());
    }

    /** On one line. */
    private static String shown(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
