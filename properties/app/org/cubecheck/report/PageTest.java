package org.cubecheck.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.htmlunit.SilentCssErrorHandler;
import org.htmlunit.StringWebResponse;
import org.htmlunit.WebClient;
import org.htmlunit.WebConnection;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The page in a browser without a screen and without a network: the recorded report, and one that is not as expected.
 * Any error of the page's script fails the test.
 */
class PageTest {

    private static final Path REFERENCE = Path.of("reports/reference");
    private static final String ADDRESS = "http://report.invalid/index.html";
    private static final String FAILING = HtmlReport.of(
            Samples.swept(Samples.everything(), "a paper", new Baseline.Difference("WEAK", "it got worse", true)));

    private final WebClient browser = new WebClient();
    private final List<String> asked = new ArrayList<>();

    /** The page, opened at a fragment, which may be empty. */
    private HtmlPage open(String text, String fragment) throws Exception {
        browser.setWebConnection(new WebConnection() {
            @Override
            public WebResponse getResponse(WebRequest request) {
                asked.add(request.getUrl().toString());
                return new StringWebResponse(text, UTF_8, request.getUrl());
            }

            @Override
            public void close() {}
        });
        browser.setCssErrorHandler(new SilentCssErrorHandler());
        browser.getOptions().setDownloadImages(true);
        browser.setAlertHandler((page, message) -> {
            throw new AssertionError("text of the report was run: " + message);
        });
        HtmlPage page = browser.getPage(ADDRESS + fragment);
        browser.waitForBackgroundJavaScript(1000);
        return page;
    }

    private static String reference() throws Exception {
        return Files.readString(REFERENCE.resolve("index.html"));
    }

    @AfterEach
    void nothing_else_was_asked_for() {
        browser.close();
        assertThat(asked).hasSize(1);
    }

    /** The claims whose entry in the recorded {@code audit.json} is so. */
    private static TreeSet<String> recorded(Predicate<JsonNode> condition) throws Exception {
        return recorded("id", condition);
    }

    private static TreeSet<String> recorded(String field, Predicate<JsonNode> condition) throws Exception {
        var claims = new ObjectMapper()
                .readTree(REFERENCE.resolve("audit.json").toFile())
                .path("claims");
        return StreamSupport.stream(claims.spliterator(), false)
                .filter(condition)
                .map(claim -> claim.path(field).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The claims that are shown, which are the same as sections, in the table and beside the page. */
    private static TreeSet<String> shown(HtmlPage page) {
        var shown = visible(page, "article.claim[data-search]", claim -> claim.getAttribute("id"));
        assertThat(visible(page, "tr.claim-row", row -> row.getAttribute("data-claim")))
                .isEqualTo(shown);
        assertThat(visible(page, "nav li[data-claim]", item -> item.getAttribute("data-claim")))
                .isEqualTo(shown);
        assertThat(page.getElementById("shown").getTextContent()).startsWith(shown.size() + " ");
        return shown;
    }

    private static TreeSet<String> visible(HtmlPage page, String selector, Function<DomElement, String> text) {
        return page.querySelectorAll(selector).stream()
                .map(DomElement.class::cast)
                .filter(PageTest::visible)
                .map(text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean visible(DomElement element) {
        for (var node = element;
                node != null;
                node = node.getParentNode() instanceof DomElement parent ? parent : null) {
            if (node.hasAttribute("hidden")) return false;
        }
        return true;
    }

    private static void search(HtmlPage page, String text) {
        var field = (HtmlInput) page.getElementById("search");
        field.setValue(text);
        field.fireEvent("input");
    }

    private static DomElement tally(HtmlPage page, String standing) {
        return page.querySelector("button.tally[data-standing=" + standing + "]");
    }

    @Test
    void claims_are_found_by_verdict_words_and_provenance() throws Exception {
        var page = open(reference(), "");
        var all = recorded(claim -> true);
        assertThat(shown(page)).isEqualTo(all).hasSizeGreaterThan(40);

        for (var standing : List.of("certified", "verified")) {
            tally(page, standing).click();
            assertThat(tally(page, standing).getAttribute("aria-pressed")).isEqualTo("true");
        }
        Predicate<JsonNode> either = claim ->
                List.of("certified", "verified").contains(claim.path("standing").asText());
        assertThat(shown(page)).isEqualTo(recorded(either));
        for (var heading : List.of("section.chapter:not(.glossary) > h2", "tr.section-row", "nav .side-section"))
            assertThat(visible(page, heading, DomElement::getTextContent)).isEqualTo(recorded("section", either));
        page.getElementById("clear").click();
        assertThat(shown(page)).isEqualTo(all);

        search(page, "  Exact DEGREE-EVEN");
        assertThat(shown(page)).containsExactly("EXACT-DEGREE-EVEN");
        search(page, "c-normalised-twice");
        assertThat(shown(page)).containsExactly("WALSH-INVERSION");
        assertThat(visible(page.getElementById("empty"))).isFalse();
        search(page, "no such word");
        assertThat(shown(page)).isEmpty();
        assertThat(visible(page.getElementById("empty"))).isTrue();
        assertThat(page.getElementById("glossary").isDisplayed()).isTrue();
        search(page, "");

        HtmlSelect provenance = page.getHtmlElementById("provenance");
        provenance.setSelectedAttribute(provenance.getOptionByText("AUTHORS"), true);
        assertThat(shown(page))
                .isEqualTo(recorded(
                        claim -> claim.at("/source/provenance").asText().equals("AUTHORS")))
                .isNotEmpty();
        search(page, "example");
        assertThat(shown(page)).containsExactly("AUTHORS-EXAMPLES");
    }

    @Test
    void a_link_to_a_claim_that_the_filter_hides_shows_it() throws Exception {
        var page = open(reference(), "#PARSEVAL");
        assertThat(page.getUrl().getRef()).isEqualTo("PARSEVAL");
        search(page, "convolution");
        assertThat(visible(page.getElementById("PARSEVAL"))).isFalse();
        page.executeJavaScript("location.hash = 'C-NORMALISED-TWICE'");
        browser.waitForBackgroundJavaScript(1000);
        assertThat(visible(page.getElementById("C-NORMALISED-TWICE"))).isTrue();
        assertThat(((HtmlInput) page.getElementById("search")).getValue()).isEmpty();
    }

    @Test
    void claims_are_folded_and_a_link_opens_the_one_that_it_leads_to() throws Exception {
        var page = open(reference(), "#C-NORMALISED-TWICE");
        var open = page.querySelectorAll("details.body[open]");
        assertThat(open).hasSize(1);
        assertThat(((DomElement) open.get(0).getParentNode()).getId()).isEqualTo("WALSH-INVERSION");
    }

    @Test
    void what_is_searched_and_chosen_stands_in_the_address() throws Exception {
        var page = open(reference(), "?q=degree&standing=certified#glossary");
        assertThat(((HtmlInput) page.getElementById("search")).getValue()).isEqualTo("degree");
        assertThat(tally(page, "certified").getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(shown(page))
                .isNotEmpty()
                .allMatch(id -> id.contains("DEGREE")
                        || id.contains("TIGHT")
                        || id.startsWith("NO-")
                        || id.startsWith("PHASE"));
        search(page, "fold");
        assertThat(page.executeJavaScript("location.search")
                        .getJavaScriptResult()
                        .toString())
                .isEqualTo("?q=fold&standing=certified");
    }

    @Test
    void an_address_that_leads_nowhere_shows_the_whole_report() throws Exception {
        assertThat(shown(open(FAILING, "#%FF"))).containsExactly("FALSE", "GATE", "GOOD", "OPEN", "WEAK");
    }

    @Test
    void every_link_has_its_target() throws Exception {
        var page = open(reference(), "");
        assertThat(page.getAnchors().stream().map(HtmlAnchor::getHrefAttribute).distinct())
                .hasSizeGreaterThan(200)
                .allSatisfy(link -> {
                    if (link.startsWith("#"))
                        assertThat(page.getElementById(link.substring(1)))
                                .as(link)
                                .isNotNull();
                    else assertThat(REFERENCE.resolve(link)).exists();
                });
    }

    @Test
    void what_is_not_as_expected_is_found_and_nothing_in_it_is_run() throws Exception {
        var page = open(FAILING, "#C-WEAK");
        tally(page, "refuted").click();
        assertThat(shown(page)).containsExactly("FALSE");
        tally(page, "undecided").click();
        assertThat(shown(page)).containsExactly("FALSE", "OPEN");
        page.getElementById("clear").click();
        search(page, "<script>");
        assertThat(shown(page)).hasSize(5);
        assertThat(visible(page.getElementById("sweep-sample-one"))).isTrue();
        var themes = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            page.getElementById("theme").click();
            themes.add(page.getDocumentElement().getAttribute("data-theme"));
        }
        assertThat(themes).containsExactlyInAnyOrder("dark", "light");
    }

    @Test
    void without_scripts_the_page_is_complete_and_has_no_dead_controls() throws Exception {
        browser.getOptions().setJavaScriptEnabled(false);
        var page = open(FAILING, "");
        assertThat(page.querySelectorAll("article, section, tr, li, dd, p").stream()
                        .map(DomElement.class::cast))
                .allMatch(PageTest::visible);
        assertThat(page.querySelectorAll("form, button:not(.tally)").stream().map(DomElement.class::cast))
                .isNotEmpty()
                .noneMatch(DomElement::isDisplayed);
        assertThat(page.getElementById("FALSE").isDisplayed()).isTrue();
    }
}
