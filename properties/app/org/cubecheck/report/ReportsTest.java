package org.cubecheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.AuditReport.ControlResult;
import org.cubecheck.audit.AuditReport.Finding;
import org.cubecheck.audit.AuditReport.Result;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Verdict;
import org.cubecheck.experiment.Experiments;
import org.cubecheck.experiment.Size;
import org.cubecheck.paper.Paper;
import org.cubecheck.referee.CheckCertificates;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportsTest {

    private static final String PAGE = HtmlReport.of(Samples.swept(
            Samples.everything(), "A. Uthor & <b>Co</b>", new Baseline.Difference("WEAK", "it got <worse>", true)));

    /** The report of two claims that sample and two controls, under the given number of threads. */
    private static AuditReport audited(int threads) {
        var claims = Paper.claims().stream()
                .filter(claim -> List.of("MINIMAL-DEGREE", "BALANCED-PRODUCTS").contains(claim.id()))
                .toList();
        var settings = new Settings(4, 7, 0.1, threads);
        return new Auditor(settings, (id, c) -> CheckCertificates.objection(id, c.kind(), c.data()), Progress.SILENT)
                .audit(claims);
    }

    private static Report asked(String arguments) {
        return new Report(
                Samples.everything(), Comparison.NONE, "a paper", Program.JAR, arguments, "reports", List.of());
    }

    /** All claims of the paper, as if all had been verified in a moment. */
    private static AuditReport allClaims() {
        return new AuditReport(
                Settings.DEFAULT,
                Paper.claims().stream().map(ReportsTest::verified).toList());
    }

    private static Result verified(Claim<?> claim) {
        var findings = claim.proposition().domains().stream()
                .map(domain -> new Finding(
                        domain.name(),
                        domain.from(),
                        domain.dimension(),
                        domain.size(),
                        Samples.VERIFIED,
                        Duration.ZERO))
                .toList();
        var controls = claim.controls().stream()
                .map(control -> new ControlResult(
                        control, new Finding("somewhere", 2, 2, BigInteger.TEN, Samples.REFUTED, Duration.ZERO)))
                .toList();
        return new Result(claim, findings, controls);
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String withoutTimes(String json) throws Exception {
        var root = (ObjectNode) new ObjectMapper().readTree(json);
        root.remove("seconds");
        return root.toPrettyString();
    }

    @Test
    void json_depends_on_neither_the_clock_nor_the_threads() throws Exception {
        String one = JsonReport.of(audited(1));
        String two = JsonReport.of(audited(2));
        int times = one.lastIndexOf("\n  \"seconds\": ");
        assertThat(one.substring(0, times)).isEqualTo(two.substring(0, two.lastIndexOf("\n  \"seconds\": ")));
        assertThat(withoutTimes(one)).isEqualTo(withoutTimes(two)).doesNotContain("seconds", "time");
        assertThat(new ObjectMapper().readTree(one).at("/seconds/claims/MINIMAL-DEGREE/findings"))
                .hasSize(4);
    }

    /** ONE is verified and rests on WEAK, of which only draws were made, and on a claim that was not audited. */
    private static AuditReport chained(String... reliesOn) {
        var strong = Samples.result("ONE", Samples.REFUTED, Samples.VERIFIED);
        return Samples.report(
                new Result(Samples.claim("ONE").relyingOn(reliesOn), strong.findings(), strong.controls()),
                Samples.result("WEAK", Samples.REFUTED, Samples.SURVIVED));
    }

    @Test
    void every_report_shows_on_what_a_claim_rests_and_the_weakest_link() throws Exception {
        var json = new ObjectMapper().readTree(JsonReport.of(chained("WEAK")));
        var one = json.at("/claims/0");
        assertThat(one.path("reliesOn")).hasSize(1);
        assertThat(one.at("/reliesOn/0/claim").asText()).isEqualTo("WEAK");
        assertThat(one.at("/reliesOn/0/standing").asText()).isEqualTo("survived");
        assertThat(one.at("/reliesOn/0/headline").asText()).isEqualTo("survived d = 1");
        assertThat(one.path("weakest").asText()).isEqualTo("WEAK");
        assertThat(json.at("/claims/1").has("reliesOn")).isFalse();
        assertThat(json.at("/claims/1").has("weakest")).isFalse();

        assertThat(HtmlReport.of(of(chained("WEAK"))))
                .containsOnlyOnce("<dt>Rests on</dt>")
                .contains("<dd><a href=\"#WEAK\">WEAK</a> (survived d = 1), the weakest link</dd>");
        assertThat(MarkdownReport.of(of(chained("WEAK"))))
                .contains("| verified d = 1; rests on `WEAK` (survived d = 1), the weakest link |");
    }

    @Test
    void a_claim_that_was_not_audited_is_shown_as_such_where_another_rests_on_it() throws Exception {
        var json = new ObjectMapper().readTree(JsonReport.of(chained("WEAK", "ABSENT")));
        assertThat(json.at("/claims/0/reliesOn/1/standing").asText()).isEqualTo("not audited");
        assertThat(json.at("/claims/0/reliesOn/1").has("headline")).isFalse();
        assertThat(json.at("/claims/0/weakest").asText()).isEqualTo("ABSENT");
        assertThat(HtmlReport.of(of(chained("ABSENT")))).contains("<dd>ABSENT (not audited), the weakest link</dd>");
    }

    private static Report of(AuditReport audit) {
        return new Report(audit, Comparison.NONE, "a paper", Program.JAR, "", "reports", List.of());
    }

    @Test
    void json_tells_which_corners_were_reached() throws Exception {
        var reached = new Verdict.Survived(
                9, 0, BigInteger.TEN, BigInteger.TEN, 1, List.of(), List.of("one corner", "another"));
        var json = new ObjectMapper()
                .readTree(JsonReport.of(Samples.report(Samples.result("ONE", Samples.REFUTED, reached))));
        assertThat(json.at("/claims/0/findings/0/corners"))
                .extracting(corner -> corner.asText())
                .containsExactly("one corner", "another");
    }

    @Test
    void json_holds_every_kind_of_verdict_in_a_stable_order() throws Exception {
        var json = new ObjectMapper().readTree(JsonReport.of(Samples.everything()));
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("format", "settings", "asExpected", "counts", "claims", "seconds");
        assertThat(json.at("/claims/0/findings"))
                .extracting(finding -> finding.get("verdict").asText())
                .containsExactly("verified", "certified", "survived", "measured");
        assertThat(json.at("/claims/1/asExpected").asBoolean()).isFalse();
        assertThat(json.at("/claims/1/findings/1/counterexample/kind").asText()).isEqualTo("sample-kind");
        assertThat(json.at("/claims/2/findings/0/message").asText()).isEqualTo("no luck: " + Samples.NASTY);
        assertThat(json.at("/counts/controlsRefuted").asInt()).isEqualTo(4);
    }

    @Test
    void numbers_past_64_bits_are_strings() {
        assertThat(Json.write(List.of(BigInteger.TWO.pow(63).subtract(BigInteger.ONE), BigInteger.TWO.pow(63))))
                .isEqualTo("[9223372036854775807, \"9223372036854775808\"]\n");
    }

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> MarkdownReport.of(Report.of(Samples.everything(), null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("citation");
    }

    /** No element loads anything, no style or script asks for anything: what is linked lies beside the page. */
    @Test
    void the_page_loads_nothing() {
        assertThat(Pattern.compile("(?:src|href|action|poster|srcset)\\s*=\\s*[\"']?+(?!#|data:,|certificates/)")
                        .matcher(PAGE)
                        .results()
                        .map(m -> m.group())
                        .toList())
                .isEmpty();
        assertThat(PAGE)
                .doesNotContainPattern("url\\((?!#)")
                .doesNotContain("@import", "http:", "https:", "fetch(", "XMLHttpRequest", "import(", "WebSocket")
                .contains("default-src 'none'");
    }

    @Test
    void the_page_escapes_whatever_it_is_given() {
        assertThat(PAGE)
                .doesNotContain("<script>alert", "<b>Co</b>", "it got <worse>")
                .contains("&lt;script&gt;alert(1)", "${1+1}", "it got &lt;worse&gt;");
    }

    @Test
    void the_page_says_what_is_not_as_expected() {
        assertThat(PAGE)
                .contains(
                        "1 verdict is worse than in verdicts.json: exit code 1. 4 of 5 claims fail; 4 of 5 controls are refuted.",
                        "control C-WEAK is not refuted",
                        "measured, gate missed");
    }

    @Test
    void every_claim_has_a_section_under_its_own_anchor() {
        String page = HtmlReport.of(Samples.swept(allClaims(), Paper.CITATION));
        var ids = Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(Paper.claims().stream().map(Claim::id).toList());
        assertThat(page).contains("All " + Paper.claims().size() + " claims stand");
        var links = Pattern.compile("href=\"#([^\"]*)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(ids).containsAll(links);
    }

    @Test
    void page_and_summary_say_which_commands_repeat_them_and_a_claim() {
        String page = HtmlReport.of(asked("GOOD FALSE"));
        assertThat(page)
                .contains(
                        "by <code>java -jar target/cubecheck.jar audit GOOD FALSE --seed 1</code>",
                        "<code>java -jar target/cubecheck.jar audit WEAK --seed 1 --reports target/again</code>");
        assertThat(PAGE).contains("by <code>java -jar target/cubecheck.jar audit --seed 1</code>");
        assertThat(MarkdownReport.of(asked("--empirical full")))
                .endsWith("Made by `java -jar target/cubecheck.jar audit --empirical full --seed 1`.\n");
    }

    @Test
    void junit_counts_what_fails() throws Exception {
        var suite = xml(JunitReport.of(Samples.everything()))
                .getElementsByTagName("testsuite")
                .item(0)
                .getAttributes();
        assertThat(suite.getNamedItem("tests").getNodeValue()).isEqualTo("14");
        assertThat(suite.getNamedItem("failures").getNodeValue()).isEqualTo("4");
    }

    /** GitLab takes two test cases of one name for one. */
    @Test
    void junit_has_a_name_of_its_own_for_each_domain_and_control() throws Exception {
        var claims = Stream.concat(Paper.claims().stream(), Experiments.claims(Size.FULL).stream())
                .toList();
        var suites = xml(JunitReport.of(new AuditReport(
                        Settings.DEFAULT,
                        claims.stream().map(ReportsTest::verified).toList())))
                .getDocumentElement()
                .getElementsByTagName("testsuite");
        var names = new ArrayList<String>();
        for (int i = 0; i < suites.getLength(); i++) {
            var suite = (Element) suites.item(i);
            var cases = suite.getElementsByTagName("testcase");
            assertThat(suite.getAttribute("tests")).isEqualTo(Integer.toString(cases.getLength()));
            for (int j = 0; j < cases.getLength(); j++)
                names.add(((Element) cases.item(j)).getAttribute("classname") + " / "
                        + ((Element) cases.item(j)).getAttribute("name"));
        }
        assertThat(names)
                .doesNotHaveDuplicates()
                .hasSize(claims.stream()
                        .mapToInt(claim -> claim.proposition().domains().size()
                                + claim.controls().size())
                        .sum());
    }

    @Test
    void junit_names_what_fails_and_leaves_out_what_xml_cannot_hold() throws Exception {
        var error = new Verdict.Undecided(Verdict.Reason.ERROR, "a\u0000b\u001bc<&\ud800\nd");
        var claim = Samples.claim("A");
        var finding = new Finding("domain\u0001", 1, 1, BigInteger.TEN, error, Duration.ZERO);
        var report = Samples.report(new Result(
                claim,
                List.of(finding),
                List.of(new ControlResult(claim.controls().get(0), finding))));
        var failures = xml(JunitReport.of(report)).getElementsByTagName("failure");
        assertThat(failures.item(0).getTextContent()).isEqualTo("undecided, error: abc<&\nd");
        assertThat(((Element) failures.item(0)).getAttribute("message")).isEqualTo("undecided, error: abc<&");
        assertThat(((Element) failures.item(0).getParentNode()).getAttribute("name"))
                .isEqualTo("domain");
        assertThat(((Element) failures.item(1)).getAttribute("message"))
                .isEqualTo("control C-A is not refuted: domain: undecided, error: abc<&");
        assertThat(((Element) failures.item(1).getParentNode()).getAttribute("name"))
                .isEqualTo("C-A is refuted");
    }

    @Test
    void the_summary_shows_text_as_it_is() {
        var error = new Verdict.Undecided(Verdict.Reason.ERROR, "Matrix.<init> & *a* _b_ `c` |d| $e$ ~f~");
        assertThat(MarkdownReport.of(Report.of(Samples.report(Samples.result("A", Samples.REFUTED, error)), "a paper")))
                .contains("undecided, error: Matrix.&lt;init> &amp; \\*a\\* \\_b\\_ \\`c\\` \\|d\\| \\$e\\$ \\~f\\~");
    }

    @Test
    void the_summary_names_what_is_wrong_and_keeps_its_table_whole() {
        String summary = MarkdownReport.of(
                Samples.swept(Samples.everything(), "a paper", new Baseline.Difference("A", "A: gone", true)));
        assertThat(summary)
                .contains("not as expected", "- `WEAK`: control C-WEAK is not refuted", "- **worse**: A: gone");
        assertThat(summary.lines().filter(line -> line.startsWith("| `")).toList())
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.replace("\\|", "")
                                .chars()
                                .filter(c -> c == '|')
                                .count())
                        .isEqualTo(6));
    }

    @Test
    void what_a_sweep_found_is_read_back_as_it_was_written() {
        assertThat(SweepReport.parse(Samples.SWEEP.toJson())).isEqualTo(Samples.SWEEP);
        assertThat(Samples.SWEEP.arguments()).isEqualTo("sweep sample --dimension 4");
        assertThatThrownBy(() -> SweepReport.parse("{\"format\": \"cubecheck-sweep/1\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("options is missing");
        assertThatThrownBy(() -> SweepReport.parse(Samples.SWEEP.toJson().substring(0, 200)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not JSON");
        assertThatThrownBy(() -> SweepReport.parse("{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no result of a sweep");
        assertThatThrownBy(() -> SweepReport.parse(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no result of a sweep");
    }

    @Test
    void page_and_summary_show_what_sweeps_found_and_what_is_not_as_expected() {
        assertThat(PAGE)
                .contains(
                        "Sweeps not as expected",
                        "id=\"sweep-sample-one\"",
                        "30 rows",
                        "java -jar target/cubecheck.jar sweep sample --dimension 4");
        assertThat(MarkdownReport.of(Samples.swept(Samples.everything(), "a paper")))
                .contains("### Sweeps", "- **not as expected**: a title", "sweep sample --dimension 4");
        assertThat(MarkdownReport.of(Report.of(Samples.everything(), "a paper")))
                .doesNotContain("Sweeps");
    }

    @Test
    void evidence_is_one_file_for_each_certificate() {
        assertThat(Evidence.files(Samples.everything()).keySet())
                .containsExactly(
                        "GOOD.1.sample-kind.json",
                        "C-GOOD.1.sample-kind.json",
                        "FALSE.1.sample-kind.json",
                        "C-FALSE.1.sample-kind.json",
                        "C-OPEN.1.sample-kind.json",
                        "C-GATE.1.sample-kind.json");
    }

    @Test
    void mathematics_typed_on_a_keyboard_is_typeset_after_it_is_escaped() {
        assertThat(Prose.markup("x1x2 - 1/2 z10 >= 2^d, T_i, B^3 -> B^m"))
                .isEqualTo("<i>x</i><sub>1</sub><i>x</i><sub>2</sub> − 1/2 <i>z</i><sub>10</sub> ≥ 2<sup>d</sup>, "
                        + "<i>T</i><sub>i</sub>, B<sup>3</sup> → B<sup>m</sup>");
        assertThat(Prose.markup("<i>&amp;</i> f^(S) max1 x")).isEqualTo("&lt;i&gt;&amp;amp;&lt;/i&gt; f^(S) max1 x");
        assertThat(Prose.markup("2^(2^n) and (2^(d-1))!"))
                .isEqualTo("2<sup>2<sup>n</sup></sup> and (2<sup>d−1</sup>)!");
    }

    @Test
    void numbers_are_grouped_and_huge_ones_rounded_down() {
        assertThat(Numbers.text(BigInteger.valueOf(20_922_789_888_000L))).isEqualTo("20,922,789,888,000");
        assertThat(Numbers.text(new BigInteger("263130836933693530167218012160000000")))
                .isEqualTo("2.6 × 10³⁵");
        assertThat(Numbers.text(0.06543)).isEqualTo("0.0654");
    }
}
