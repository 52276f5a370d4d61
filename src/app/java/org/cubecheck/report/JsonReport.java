package org.cubecheck.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.AuditReport.ControlResult;
import org.cubecheck.audit.AuditReport.Finding;
import org.cubecheck.audit.AuditReport.Result;
import org.cubecheck.audit.AuditReport.Standing;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Domain.Bound;
import org.cubecheck.claim.Plot;
import org.cubecheck.claim.Verdict;
import org.cubecheck.claim.Verdict.Coverage;

/**
 * A report as canonical JSON. Two audits under the same settings give the same text but for the field {@code seconds},
 * the last one; the number of threads appears nowhere. The format is described in {@code
 * src/site/markdown/report-format.md}.
 */
public final class JsonReport {

    /** Names the format and its version. */
    public static final String FORMAT = "cubecheck-audit/1";

    private JsonReport() {}

    /** The text of {@code audit.json}. */
    public static String of(Report report) {
        return Json.write(map(report.audit(), report.comparison(), report.asExpected()));
    }

    /** The same of an audit that is compared with nothing. */
    public static String of(AuditReport report) {
        return Json.write(map(report, Comparison.NONE, report.asExpected()));
    }

    private static Map<String, Object> map(AuditReport report, Comparison comparison, boolean asExpected) {
        var map = new LinkedHashMap<String, Object>();
        map.put("format", FORMAT);
        map.put("settings", settings(report.settings()));
        map.put("asExpected", asExpected);
        if (comparison.isMade()) map.put("baseline", comparison(comparison));
        map.put("counts", counts(report));
        map.put(
                "claims",
                report.results().stream().map(result -> claim(result, report)).toList());
        map.put("seconds", seconds(report));
        return map;
    }

    private static Map<String, Object> comparison(Comparison comparison) {
        var map = new LinkedHashMap<String, Object>();
        map.put("file", comparison.against());
        map.put("worse", comparison.regressions().size());
        map.put(
                "differences",
                comparison.differences().stream()
                        .map(difference -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("claim", difference.claim());
                            one.put("difference", difference.text());
                            one.put("worse", difference.regression());
                            return one;
                        })
                        .toList());
        return map;
    }

    private static Map<String, Object> settings(Settings settings) {
        var map = new LinkedHashMap<String, Object>();
        if (settings.maxDimension() < Integer.MAX_VALUE) map.put("maxDimension", settings.maxDimension());
        map.put("seed", Long.toString(settings.seed()));
        map.put("budget", settings.budget());
        return map;
    }

    private static Map<String, Object> counts(AuditReport report) {
        var map = new LinkedHashMap<String, Object>();
        map.put("claims", report.results().size());
        for (var standing : Standing.values())
            map.put(standing.text(), (int) report.results().stream()
                    .filter(result -> result.standing() == standing)
                    .count());
        var controls = report.results().stream()
                .flatMap(result -> result.controls().stream())
                .toList();
        map.put("controls", controls.size());
        map.put("controlsRefuted", (int)
                controls.stream().filter(ControlResult::asExpected).count());
        return map;
    }

    private static Map<String, Object> claim(Result result, AuditReport report) {
        var claim = result.claim();
        var source = new LinkedHashMap<String, Object>();
        source.put("provenance", claim.source().provenance().name());
        source.put("meaning", claim.source().provenance().meaning());
        source.put("reference", claim.source().reference());
        source.put("words", claim.source().words());
        source.put("wording", claim.source().wording());
        var map = new LinkedHashMap<String, Object>();
        map.put("id", claim.id());
        map.put("section", claim.section());
        map.put("title", claim.title());
        map.put("asExpected", result.asExpected());
        map.put("standing", result.standing().text());
        map.put("headline", result.headline());
        map.put("statement", claim.proposition().statement());
        map.put("formula", claim.proposition().formula());
        map.put("source", source);
        map.put("hypotheses", claim.hypotheses());
        map.put("boundary", claim.boundary());
        if (!claim.reliesOn().isEmpty()) {
            map.put(
                    "reliesOn",
                    report.chain(result).stream().map(JsonReport::link).toList());
            map.put("weakest", report.weakest(result).id());
        }
        map.put(
                "findings",
                result.findings().stream()
                        .map(finding -> finding(claim.id(), finding))
                        .toList());
        map.put("controls", result.controls().stream().map(JsonReport::control).toList());
        return map;
    }

    private static Map<String, Object> link(AuditReport.Link link) {
        var map = new LinkedHashMap<String, Object>();
        map.put("claim", link.id());
        map.put("standing", link.standing());
        link.result().ifPresent(result -> map.put("headline", result.headline()));
        return map;
    }

    private static Map<String, Object> control(ControlResult result) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", result.control().id());
        map.put("change", result.control().change());
        map.put("asExpected", result.asExpected());
        map.put("statement", result.control().proposition().statement());
        map.put("formula", result.control().proposition().formula());
        map.put("finding", finding(result.control().id(), result.finding()));
        return map;
    }

    private static Map<String, Object> finding(String claim, Finding finding) {
        var map = new LinkedHashMap<String, Object>();
        map.put("domain", finding.domain());
        if (finding.from() < finding.dimension()) map.put("from", finding.from());
        map.put("dimension", finding.dimension());
        if (!finding.bounds().isEmpty())
            map.put(
                    "bounds",
                    finding.bounds().stream()
                            .collect(Collectors.toMap(
                                    Bound::parameter,
                                    bound -> List.of(bound.from(), bound.to()),
                                    (a, b) -> a,
                                    LinkedHashMap::new)));
        finding.within().ifPresent(domain -> map.put("within", domain));
        map.put("size", finding.size().toString());
        map.put("verdict", finding.standing().text());
        map.putAll(verdict(claim, finding.verdict()));
        return map;
    }

    private static Map<String, Object> verdict(String claim, Verdict verdict) {
        var map = new LinkedHashMap<String, Object>();
        if (verdict instanceof Verdict.Verified verified) {
            coverage(verified.coverage(), map);
            map.put(
                    "exhibits",
                    verified.exhibits().stream()
                            .map(exhibit -> Evidence.map(claim, exhibit))
                            .toList());
        } else if (verdict instanceof Verdict.Certified certified) {
            coverage(certified.coverage(), map);
            map.put(
                    "certificates",
                    certified.certificates().stream()
                            .map(certificate -> Evidence.map(claim, certificate))
                            .toList());
        } else if (verdict instanceof Verdict.Survived survived) {
            map.put("trials", Long.toString(survived.trials()));
            map.put("outOfScope", Long.toString(survived.outOfScope()));
            map.put("cases", survived.cases().toString());
            map.put("seed", Long.toString(survived.seed()));
            if (!survived.corners().isEmpty()) map.put("corners", survived.corners());
            map.put(
                    "exhibits",
                    survived.exhibits().stream()
                            .map(exhibit -> Evidence.map(claim, exhibit))
                            .toList());
        } else if (verdict instanceof Verdict.Measured measured) {
            var estimate = measured.estimate();
            map.put("quantity", estimate.quantity());
            map.put("value", estimate.value());
            map.put("low", estimate.low());
            map.put("high", estimate.high());
            map.put("interval", estimate.interval());
            map.put("threshold", estimate.threshold());
            map.put("passed", estimate.passed());
            map.put(
                    "seeds",
                    estimate.seeds().stream().map(seed -> Long.toString(seed)).toList());
            map.put("details", estimate.details());
            if (!estimate.plots().isEmpty())
                map.put("plots", estimate.plots().stream().map(JsonReport::plot).toList());
        } else if (verdict instanceof Verdict.Refuted refuted) {
            map.put("before", refuted.before().toString());
            map.put("counterexample", Evidence.map(claim, refuted.counterexample()));
        } else if (verdict instanceof Verdict.Undecided undecided) {
            map.put("reason", undecided.reason().name().toLowerCase(Locale.ROOT));
            map.put("message", undecided.message());
        }
        return map;
    }

    private static Map<String, Object> plot(Plot plot) {
        var map = new LinkedHashMap<String, Object>();
        map.put("caption", plot.caption());
        map.put("x", plot.x());
        map.put("y", plot.y());
        map.put(
                "series",
                plot.series().stream()
                        .map(series -> {
                            var numbers = new LinkedHashMap<String, Object>();
                            numbers.put("name", series.name());
                            numbers.put("xs", series.xs());
                            numbers.put("ys", series.ys());
                            return numbers;
                        })
                        .toList());
        return map;
    }

    private static void coverage(Coverage coverage, Map<String, Object> map) {
        map.put("points", coverage.points().toString());
        map.put("outOfScope", coverage.outOfScope().toString());
        map.put("cases", coverage.cases().toString());
        map.put("representatives", Long.toString(coverage.representatives()));
    }

    private static Map<String, Object> seconds(AuditReport report) {
        var claims = new LinkedHashMap<String, Object>();
        for (var result : report.results()) {
            var map = new LinkedHashMap<String, Object>();
            map.put(
                    "findings",
                    seconds(result.findings().stream().map(Finding::time).toList()));
            map.put(
                    "controls",
                    seconds(result.controls().stream().map(ControlResult::time).toList()));
            claims.put(result.claim().id(), map);
        }
        var map = new LinkedHashMap<String, Object>();
        map.put(
                "total",
                Numbers.plainSeconds(
                        report.results().stream().map(Result::time).reduce(Duration.ZERO, Duration::plus)));
        map.put("claims", claims);
        return map;
    }

    private static List<Double> seconds(List<Duration> times) {
        return times.stream().map(Numbers::plainSeconds).toList();
    }
}
