package org.cubecheck.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Verdict;
import org.cubecheck.claim.Verdict.Reason;
import org.cubecheck.referee.CheckCertificates;
import org.cubecheck.report.Baseline;
import org.cubecheck.report.JsonReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every claim over its small domains, and every control, audited against the recorded verdicts, number for number: the
 * kind of the verdict, the points within scope, the cases, and where and after how many points a control is refuted. A
 * check that silently examines fewer cases, or finds another point out of scope, or lets a near-miss live a point
 * longer, is noticed here; {@code .ci/run} does the same over all domains.
 */
class RecordedVerdictsTest {

    private static final Path REFERENCE = Path.of("reports/reference/audit.json");
    private static final String STALE =
            "the recorded verdicts and the reference report; if a claim is new, or evidence was changed on "
                    + "purpose, make both anew:"
                    + " mvn -q compile exec:exec -Dargs=\"audit --update-baseline --reports reports/reference\"";

    private static final int DIMENSION = 3;
    private static final int POINTS = 2000;
    private static final int CASES = 50_000;
    private static final int DRAWS = 4;

    /** In place of controls that another test looks at. */
    private static final Control<Integer> NONE = new Control<>(
            "C-NONE",
            "",
            new Proposition<>(
                    "Nothing.", "", List.of(Domain.list("one point", 1, List.of(0))), point -> Outcome.holds()));

    static Stream<String> claims() {
        return Paper.claims().stream().map(Claim::id);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void a_claim_is_as_recorded_over_its_small_domains(String id) throws Exception {
        var recorded = entry(Files.readString(Path.of("fixtures/verdicts.json")), id);
        var report = audit(small(claim(id), recorded.path("controls")));
        var found = entry(Baseline.of(report).toJson(), id);

        assertThat(found.path("domains")).isNotEmpty();
        for (var domain : found.path("domains").properties())
            assertThat(domain.getValue())
                    .as(domain.getKey() + ": " + STALE)
                    .isEqualTo(recorded.path("domains").path(domain.getKey()));
        assertThat(found.path("controls")).as(STALE).isEqualTo(recorded.path("controls"));
        checkEvidence(
                claimOf(new ObjectMapper().readTree(JsonReport.of(report)), id),
                claimOf(new ObjectMapper().readTree(REFERENCE.toFile()), id));
    }

    @Test
    void the_reference_report_has_the_certificates_that_it_links() throws Exception {
        var folder = REFERENCE.resolveSibling("certificates");
        var linked = Pattern.compile("href=\"certificates/([^\"]+)\"")
                .matcher(Files.readString(REFERENCE.resolveSibling("index.html")))
                .results()
                .map(link -> link.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as(STALE)
                    .containsAll(linked);
        }
        assertThat(linked).as(STALE).hasSizeGreaterThan(100);
    }

    /**
     * What the reference report shows for these domains and controls: exhibits and counterexamples, number for number
     * and word for word.
     */
    private static void checkEvidence(JsonNode found, JsonNode reference) {
        for (var domain : found.path("findings")) {
            var same = Stream.iterate(0, i -> i + 1)
                    .limit(reference.path("findings").size())
                    .map(reference.path("findings")::get)
                    .filter(other -> other.path("domain").equals(domain.path("domain")))
                    .findFirst();
            assertThat(Optional.of(domain)).as(STALE).isEqualTo(same);
        }
        assertThat(found.path("controls")).as(STALE).isEqualTo(reference.path("controls"));
    }

    private static JsonNode claimOf(JsonNode report, String id) {
        for (var claim : report.path("claims")) {
            if (claim.path("id").asText().equals(id)) return claim;
        }
        return report.path("none");
    }

    /**
     * Draws of any dimension: they are made from as many as the reference says, lie within the hypotheses or not, and
     * refute nothing.
     */
    @ParameterizedTest
    @MethodSource("claims")
    void a_claim_survives_a_few_draws_of_every_kind(String id) throws Exception {
        var drawn = drawn(claim(id));
        if (drawn.isEmpty()) return;
        var reference =
                claimOf(new ObjectMapper().readTree(REFERENCE.toFile()), id).path("findings");
        for (var finding : audit(drawn.get()).results().get(0).findings()) {
            assertThat(sizes(reference, finding.domain()))
                    .as(STALE)
                    .containsExactly(finding.size().toString());
            if (finding.verdict() instanceof Verdict.Undecided undecided)
                assertThat(undecided.reason()).as(undecided.message()).isEqualTo(Reason.VACUOUS);
            else assertThat(finding.verdict()).isInstanceOf(Verdict.Survived.class);
        }
    }

    private static List<String> sizes(JsonNode findings, String domain) {
        var sizes = new ArrayList<String>();
        for (var finding : findings) {
            if (finding.path("domain").asText().equals(domain))
                sizes.add(finding.path("size").asText());
        }
        return sizes;
    }

    private static Claim<?> claim(String id) {
        return Paper.claims().stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static AuditReport audit(Claim<?> claim) {
        return new Auditor(
                        new Settings(Integer.MAX_VALUE, 1, 1, 1),
                        (id, c) -> CheckCertificates.objection(id, c.kind(), c.data()),
                        Progress.SILENT)
                .audit(List.of(claim));
    }

    private static JsonNode entry(String baseline, String id) throws Exception {
        return new ObjectMapper().readTree(baseline).path("claims").path(id);
    }

    /**
     * The claim over its first domain and the small ones, its controls up to the domain where they are recorded to be
     * refuted.
     */
    private static <X> Claim<X> small(Claim<X> claim, JsonNode recorded) {
        var all = claim.proposition();
        return over(
                claim,
                all.domains().stream()
                        .filter(domain -> domain.equals(all.domains().get(0)) || isSmall(domain))
                        .toList(),
                claim.controls().stream()
                        .<Control<?>>map(control ->
                                upTo(recorded.path(control.id()).path("in").asText(), control))
                        .toList());
    }

    private static <X> Control<X> upTo(String domain, Control<X> control) {
        var all = control.proposition();
        int count = 1;
        while (count < all.domains().size()
                && !all.domains().get(count - 1).name().equals(domain)) count++;
        return new Control<>(
                control.id(),
                control.change(),
                new Proposition<>(all.statement(), all.formula(), all.domains().subList(0, count), all.check()));
    }

    private static <X> Optional<Claim<X>> drawn(Claim<X> claim) {
        var domains = new ArrayList<Domain<X>>();
        for (var domain : claim.proposition().domains()) {
            if (domain instanceof Domain.Sampled<X> s)
                domains.add(new Domain.Sampled<>(s.name(), s.dimension(), s.size(), DRAWS, s.draw()));
        }
        return domains.isEmpty() ? Optional.empty() : Optional.of(over(claim, domains, List.of(NONE)));
    }

    private static <X> Claim<X> over(Claim<X> claim, List<Domain<X>> domains, List<Control<?>> controls) {
        var all = claim.proposition();
        return new Claim<>(
                claim.id(),
                claim.section(),
                claim.title(),
                claim.source(),
                claim.hypotheses(),
                claim.boundary(),
                new Proposition<>(all.statement(), all.formula(), domains, all.check()),
                controls);
    }

    private static boolean isSmall(Domain<?> domain) {
        if (domain.dimension() > DIMENSION) return false;
        if (domain instanceof Domain.All<?> all)
            return all.count() <= POINTS && all.count() * all.casesPerPoint() <= CASES;
        return domain instanceof Domain.Orbits<?> orbits
                ? orbits.count() <= POINTS
                : ((Domain.Sampled<?>) domain).trials() <= POINTS;
    }
}
