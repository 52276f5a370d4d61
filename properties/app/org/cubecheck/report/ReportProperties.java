package org.cubecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.AuditReport.Result;
import org.cubecheck.audit.AuditReport.Standing;
import org.cubecheck.claim.Verdict;
import org.cubecheck.report.Baseline.Difference;

/** No artefact ever says more than the domains show. */
class ReportProperties {

    @Provide
    Arbitrary<Report> reports() {
        var verdict = Arbitraries.of(
                Samples.VERIFIED,
                Samples.CERTIFIED,
                Samples.SURVIVED,
                Samples.MEASURED,
                Samples.MISSED,
                Samples.REFUTED,
                Samples.UNDECIDED);
        var whole = Arbitraries.of(Samples.VERIFIED, Samples.CERTIFIED, Samples.SURVIVED);
        var verdicts = Arbitraries.oneOf(
                whole.list().ofMinSize(1).ofMaxSize(4),
                verdict.list().ofMinSize(1).ofMaxSize(4));
        var control = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.just(Samples.REFUTED)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Samples.VERIFIED, Samples.SURVIVED, Samples.UNDECIDED)));
        var claim = Combinators.combine(control, verdicts).as(Found::new);
        var worse = Arbitraries.integers().between(0, 3);
        return Combinators.combine(claim.list().ofMinSize(1).ofMaxSize(3), worse)
                .as(ReportProperties::report);
    }

    private record Found(Verdict control, List<Verdict> verdicts) {}

    private static Report report(List<Found> claims, int worse) {
        var results = new ArrayList<Result>();
        for (var found : claims)
            results.add(Samples.result(
                    "CLAIM-" + results.size(), found.control(), found.verdicts().toArray(Verdict[]::new)));
        var differences = IntStream.range(0, worse)
                .mapToObj(i -> new Difference("CLAIM-0", "CLAIM-0, domain " + i + ": shrank", true))
                .toList();
        return new Report(
                Samples.report(results.toArray(Result[]::new)),
                new Comparison("verdicts.json", differences),
                "a paper",
                Program.JAR,
                "",
                "reports",
                List.of());
    }

    /** From the verdicts alone, by another way than the library's. */
    private static boolean well(Report report) {
        return report.comparison().differences().isEmpty()
                && report.audit().results().stream()
                        .allMatch(result -> result.findings().stream()
                                        .map(AuditReport.Finding::verdict)
                                        .allMatch(verdict -> verdict instanceof Verdict.Verified
                                                || verdict instanceof Verdict.Certified
                                                || verdict instanceof Verdict.Survived
                                                || verdict instanceof Verdict.Measured measured
                                                        && measured.estimate().passed())
                                && result.controls().stream()
                                        .allMatch(control -> control.finding().verdict() instanceof Verdict.Refuted));
    }

    @Property(tries = 80)
    void all_artefacts_say_alike_whether_all_is_well(@ForAll("reports") Report report) throws Exception {
        boolean well = well(report);
        assertThat(report.asExpected()).isEqualTo(well);
        var json = new ObjectMapper().readTree(JsonReport.of(report));
        assertThat(json.get("asExpected").asBoolean()).isEqualTo(well);
        assertThat(JunitReport.of(report).contains("<failure")).isEqualTo(!well);
        var summary = MarkdownReport.of(report);
        assertThat(summary.startsWith("## cubecheck: as expected\n")).isEqualTo(well);
        assertThat(summary).contains("**" + report.sentence() + "**");
        var page = HtmlReport.of(report);
        assertThat(page).contains("<h1 class=\"" + (well ? "good" : "bad") + "\">" + report.sentence() + "</h1>");
        if (report.worse() > 0)
            assertThat(report.sentence())
                    .startsWith(report.worse() + " verdict")
                    .contains("exit code 1");
    }

    @Property(tries = 80)
    void no_standing_is_stronger_than_the_weakest_domain(@ForAll("reports") Report report) throws Exception {
        var json = new ObjectMapper().readTree(JsonReport.of(report)).get("claims");
        var page = HtmlReport.of(report);
        for (int i = 0; i < report.audit().results().size(); i++) {
            var result = report.audit().results().get(i);
            var standings = result.findings().stream()
                    .map(AuditReport.Finding::standing)
                    .toList();
            var standing = result.standing();
            if (standing == Standing.VERIFIED) assertThat(standings).containsOnly(Standing.VERIFIED);
            if (standing == Standing.CERTIFIED)
                assertThat(standings)
                        .containsAnyOf(Standing.CERTIFIED)
                        .isSubsetOf(Standing.VERIFIED, Standing.CERTIFIED);
            if (standing == Standing.VERIFIED_IN_PART) assertThat(standings).contains(Standing.SURVIVED);
            if (standings.contains(Standing.REFUTED)) assertThat(standing).isEqualTo(Standing.REFUTED);
            else if (standings.contains(Standing.UNDECIDED))
                assertThat(standing).isEqualTo(Standing.UNDECIDED);
            assertThat(json.get(i).get("standing").asText()).isEqualTo(standing.text());
            assertThat(page)
                    .containsPattern(Pattern.quote("id=\"CLAIM-" + i + "\" data-standing=\"")
                            + Pattern.quote(standing.text().replace(' ', '-')));
        }
    }
}
