package org.cubecheck.referee;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Claim;
import org.cubecheck.experiment.Experiments;
import org.cubecheck.experiment.Size;
import org.cubecheck.paper.Paper;
import org.cubecheck.report.Evidence;
import org.cubecheck.report.JsonReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A certificate is accepted on the claim or control that it is evidence on, and on no other that the checker knows. */
class AdmittedKindsTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);
    private static final Path REFERENCE = Path.of("reports/reference/audit.json");

    @TempDir
    Path folder;

    private record Issued(String claim, String kind, Map<?, ?> data) {}

    private static List<Claim<?>> claims() {
        return Stream.concat(Paper.claims().stream(), Experiments.claims(Size.FULL).stream())
                .toList();
    }

    private static Set<String> ids(Claim<?> claim) {
        return Stream.concat(Stream.of(claim.id()), claim.controls().stream().map(control -> control.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the default audit issues, by the reference report, and what refutes the controls about trained networks. */
    private static List<Issued> issued() throws IOException {
        var issued = new ArrayList<Issued>();
        for (var certificate : certificates(JSON.readTree(REFERENCE.toFile())))
            issued.add(new Issued(
                    certificate.path("claim").asText(),
                    certificate.path("kind").asText(),
                    JSON.convertValue(certificate.path("data"), Map.class)));
        new Auditor(
                        new Settings(20, 1, 1, 1),
                        (claim, c) -> {
                            issued.add(new Issued(claim, c.kind(), c.data()));
                            return Optional.empty();
                        },
                        Progress.SILENT)
                .audit(Experiments.claims(Size.FULL));
        return issued;
    }

    private static List<ObjectNode> certificates(JsonNode report) {
        return report.findParents("kind").stream()
                .map(node -> (ObjectNode) node)
                .toList();
    }

    /** What the checker says of a text in JSON, with ' for ". */
    private List<String> run(String text) throws IOException {
        return judge(text.replace('\'', '"'));
    }

    private List<String> judge(String json) throws IOException {
        var out = new ByteArrayOutputStream();
        var file = Files.writeString(folder.resolve("some.json"), json);
        CheckCertificates.run(
                new String[] {file.toString()}, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replace(" (" + file + ")", ""))
                .toList();
    }

    // ---- the claims of the kinds

    @Test
    void the_kinds_name_the_claims_and_controls_of_the_library_and_no_others() {
        assertThat(CheckCertificates.claims().keySet())
                .as("in CheckCertificates a row for every claim and control in the blocks of its kinds, ID: KEY=VALUE, "
                        + "or in Measured.CLAIMS")
                .containsExactlyInAnyOrderElementsOf(
                        claims().stream().flatMap(claim -> ids(claim).stream()).toList());
    }

    @Test
    void what_an_audit_issues_is_admitted_where_it_is_issued_and_nowhere_else() throws IOException {
        var issued = issued();
        assertThat(issued).hasSizeGreaterThan(200);
        for (var one : issued) {
            assertThat(CheckCertificates.claims().keySet().stream().filter(id -> admits(id, one)))
                    .as(one.toString())
                    .containsExactly(one.claim);
            var other = CheckCertificates.claims().keySet().stream()
                    .filter(id -> !id.equals(one.claim))
                    .skip(one.kind.length())
                    .findFirst()
                    .orElseThrow();
            assertThat(CheckCertificates.objection(other, one.kind, one.data).orElse(""))
                    .startsWith("no evidence on " + other + ", which ");
        }
    }

    private static boolean admits(String id, Issued one) {
        return CheckCertificates.claims().get(id).stream().anyMatch(admitted -> admitted.admits(one.kind, one.data));
    }

    /**
     * What an audit does not issue is what would refute a claim: of a kind and with a statement that the checker can
     * judge.
     */
    @Test
    void no_row_is_of_no_use() throws IOException {
        var issued = issued().stream().collect(Collectors.groupingBy(Issued::claim));
        var claims = claims().stream().map(Claim::id).collect(Collectors.toSet());
        var refuting = new TreeMap<String, Set<String>>();
        CheckCertificates.claims()
                .forEach((id, admitted) -> admitted.forEach(entry -> each(entry).forEach(single -> {
                    if (issued.getOrDefault(id, List.of()).stream().anyMatch(one -> single.admits(one.kind, one.data)))
                        return;
                    assertThat(claims)
                            .as("a control with an entry that no audit needs: " + single)
                            .contains(id);
                    assertThat(CheckCertificates.kinds()).contains(single.kind());
                    assertSaid(single);
                    refuting.computeIfAbsent(id, key -> new TreeSet<>()).add(single.kind());
                })));
        assertThat(refuting.keySet())
                .as("but for measurements, a claim can be refuted")
                .containsExactlyInAnyOrderElementsOf(
                        Paper.claims().stream().map(Claim::id).toList());
    }

    /** The entry with one value for each key, in every way. */
    private static List<CheckCertificates.Admitted> each(CheckCertificates.Admitted entry) {
        var singles = List.of(Map.<String, List<String>>of());
        for (var said : entry.data().entrySet()) {
            singles = singles.stream()
                    .flatMap(before -> said.getValue().stream().map(value -> {
                        var more = new LinkedHashMap<>(before);
                        more.put(said.getKey(), List.of(value));
                        return (Map<String, List<String>>) more;
                    }))
                    .toList();
        }
        return singles.stream()
                .map(data -> new CheckCertificates.Admitted(entry.kind(), data))
                .toList();
    }

    /**
     * A genuine certificate of the kind that says this is not found to say something unknown; one that says something
     * else again is.
     */
    private static void assertSaid(CheckCertificates.Admitted single) {
        single.data().forEach((key, values) -> {
            String value = values.get(0);
            var genuine = GenuineCertificates.exhibits().stream()
                    .filter(exhibit -> exhibit.kind().equals(single.kind())
                            && exhibit.data().containsKey(key))
                    .findFirst()
                    .orElseThrow();
            var was = genuine.data().get(key);
            var data = new LinkedHashMap<>(genuine.data());
            data.put(
                    key,
                    was instanceof Boolean
                            ? (Object) Boolean.valueOf(value)
                            : was instanceof Long ? (Object) Long.valueOf(value) : value);
            assertThat(CheckCertificates.objection(single.kind(), data).orElse(""))
                    .as(single.toString())
                    .doesNotStartWith("unknown ")
                    .doesNotStartWith(key + " is n");
            if (!(was instanceof String)) return;
            data.put(key, value + "?");
            assertThat(CheckCertificates.objection(single.kind(), data))
                    .as(single.toString())
                    .contains("unknown " + key + " " + value + "?");
        });
    }

    // ---- files

    private static final String POINT = "'kind': 'zero-one-coding', 'data': {'point': [-1, -1]}}";
    private static final String GENUINE = "{'claim': 'C-ZERO-ONE-CODING', " + POINT;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'claim': 'C-ZERO-ONE-CODING', | accepted zero-one-coding on C-ZERO-ONE-CODING",
                "'claim': 'AUTHORS-EXAMPLES', | REJECTED zero-one-coding: no evidence on AUTHORS-EXAMPLES, which "
                        + "takes fourier-expansion, example=max",
                "'claim': 'C-DEGREE-VARIABLES', | REJECTED zero-one-coding: no evidence on C-DEGREE-VARIABLES, "
                        + "which takes degree-not-variables",
                "'claim': 'TRAINED-BASIS', | REJECTED zero-one-coding: no evidence on TRAINED-BASIS, which is measured",
                "'claim': null, | REJECTED zero-one-coding: no text as claim",
                "'claim': ['C-ZERO-ONE-CODING'], | REJECTED zero-one-coding: no text as claim",
                "'claim': 'c-zero-one-coding', | accepted zero-one-coding, by its kind alone: no claim "
                        + "c-zero-one-coding is known",
                "'claim': 'OF-MY-OWN', | accepted zero-one-coding, by its kind alone: no claim OF-MY-OWN is known",
                "## | accepted zero-one-coding, by its kind alone: it names no claim"
            })
    void a_certificate_by_itself_is_judged_on_the_claim_that_it_names(String claim, String verdict) throws IOException {
        var lines = run("{" + claim + POINT);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith(verdict);
    }

    /** The claims, what stands under the claim and what stands under its control, and the verdict. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUTHORS-EXAMPLES | C-ZERO-ONE-CODING | C-ZERO-ONE-CODING | accepted zero-one-coding on "
                        + "C-ZERO-ONE-CODING",
                "AUTHORS-EXAMPLES | C-DEGREE-VARIABLES | C-ZERO-ONE-CODING | REJECTED zero-one-coding: it stands "
                        + "under C-DEGREE-VARIABLES and says that it is on C-ZERO-ONE-CODING",
                "AUTHORS-EXAMPLES | C-DEGREE-VARIABLES | C-DEGREE-VARIABLES | REJECTED zero-one-coding: no "
                        + "evidence on C-DEGREE-VARIABLES",
                "MINE | C-MINE | C-ZERO-ONE-CODING | REJECTED zero-one-coding: it stands under C-MINE and says "
                        + "that it is on C-ZERO-ONE-CODING",
                "AUTHORS-EXAMPLES | C-ZERO-ONE-CODING | MINE | REJECTED zero-one-coding: it stands under "
                        + "C-ZERO-ONE-CODING and says that it is on MINE",
                "AUTHORS-EXAMPLES | C-MINE | C-MINE | accepted zero-one-coding, by its kind alone: no claim "
                        + "C-MINE is known"
            })
    void a_certificate_in_a_report_is_on_the_claim_under_which_it_stands(
            String claim, String control, String named, String verdict) throws IOException {
        var lines = run("{'claims': [{'id': '" + claim + "', 'findings': [], 'controls': [{'id': '" + control
                + "', 'finding': {'counterexample': {'claim': '" + named + "', " + POINT + "}}]}]}");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith(verdict);
    }

    @Test
    void the_evidence_of_a_control_among_that_of_its_claim_is_rejected_however_it_is_named() throws IOException {
        String report = "{'claims': [{'id': 'AUTHORS-EXAMPLES', 'findings': [{'exhibits': [%s]}], 'controls': []}]}";
        assertThat(run(report.formatted(GENUINE)).get(0))
                .endsWith("it stands under AUTHORS-EXAMPLES and says that it is on C-ZERO-ONE-CODING");
        assertThat(run(report.formatted("{" + POINT)).get(0))
                .endsWith("it stands under AUTHORS-EXAMPLES and says that it is on nothing");
        assertThat(run(report.formatted("{'claim': 'AUTHORS-EXAMPLES', " + POINT))
                        .get(0))
                .contains("no evidence on AUTHORS-EXAMPLES");
    }

    /** Every claim and control with the evidence of another one, said to be its own. */
    @Test
    void a_report_with_the_evidence_exchanged_is_rejected_line_by_line() throws IOException {
        var report = JSON.readTree(REFERENCE.toFile());
        var ids = Paper.claims().stream().flatMap(claim -> ids(claim).stream()).toList();
        for (int shift : new int[] {1, ids.size() / 2, ids.size() - 1}) {
            var exchanged = report.deepCopy();
            for (var node : exchanged.findParents("id"))
                ((ObjectNode) node)
                        .put("id", ids.get((ids.indexOf(node.path("id").asText()) + shift) % ids.size()));
            for (var certificate : certificates(exchanged))
                certificate.put(
                        "claim", ids.get((ids.indexOf(certificate.path("claim").asText()) + shift) % ids.size()));
            var lines = judge(exchanged.toString());
            assertThat(lines.subList(0, lines.size() - 1))
                    .hasSize(certificates(report).size())
                    .allMatch(line -> line.startsWith("REJECTED ") && line.contains(": no evidence on "));
        }
    }

    @Test
    void what_an_audit_writes_names_its_claim_and_is_accepted_on_it() throws IOException {
        var examples = Paper.claims().stream()
                .filter(claim -> claim.id().equals("AUTHORS-EXAMPLES"))
                .toList();
        var report = new Auditor(
                        new Settings(9, 1, 1, 1),
                        (claim, c) -> CheckCertificates.objection(claim, c.kind(), c.data()),
                        Progress.SILENT)
                .audit(examples);
        var lines = List.of(
                "accepted fourier-expansion on AUTHORS-EXAMPLES",
                "accepted fourier-expansion on AUTHORS-EXAMPLES",
                "accepted zero-one-coding on C-ZERO-ONE-CODING",
                "accepted degree-not-variables on C-DEGREE-VARIABLES",
                "4 judged, 0 rejected");
        assertThat(judge(JsonReport.of(report))).isEqualTo(lines);
        for (var file : Evidence.files(report).entrySet()) {
            assertThat(judge(file.getValue()).get(0)).as(file.getKey()).isIn(lines);
            assertThat(file.getKey())
                    .startsWith(JSON.readTree(file.getValue()).path("claim").asText() + ".");
        }
    }
}
