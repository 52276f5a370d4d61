package org.cubecheck.paper;

import static org.cubecheck.PaperAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;

/** What every claim of the list must carry. */
class PaperProperties {

    private static final List<Claim<?>> CLAIMS = Paper.claims();

    private static Stream<Control<?>> controls() {
        return CLAIMS.stream().flatMap(claim -> claim.controls().stream());
    }

    private static Stream<Proposition<?>> propositions() {
        return Stream.concat(CLAIMS.stream().map(Claim::proposition), controls().map(Control::proposition));
    }

    @Example
    void identifiers_are_unique_among_claims_and_controls() {
        assertThat(Stream.concat(CLAIMS.stream().map(Claim::id), controls().map(Control::id)))
                .doesNotHaveDuplicates();
    }

    @Example
    void a_control_is_called_so() {
        assertThat(controls().map(Control::id)).allMatch(id -> id.matches("C-[A-Z0-9]+(-[A-Z0-9]+)*"));
        assertThat(CLAIMS.stream().map(Claim::id)).noneMatch(id -> id.startsWith("C-"));
    }

    @Example
    void every_claim_has_a_statement_and_a_reference() {
        for (var claim : CLAIMS) {
            assertThat(claim.title()).as(claim.id()).isNotBlank();
            assertThat(claim.section()).as(claim.id()).isNotBlank();
            if (claim.source().provenance() != Provenance.EXTENSION)
                assertThat(claim.source().reference()).as(claim.id()).isNotBlank();
            if (claim.source().provenance() == Provenance.FORMALIZED)
                assertThat(claim.source().wording()).as(claim.id()).isNotBlank();
        }
        assertThat(propositions().map(Proposition::statement))
                .as("statements are sentences")
                .allSatisfy(statement -> assertThat(statement).isNotBlank().endsWith("."));
        assertThat(controls())
                .allSatisfy(control -> assertThat(control.change()).isNotBlank());
    }

    @Example
    void formulas_balance_their_braces() {
        assertThat(propositions().map(Proposition::formula)).allMatch(formula -> {
            int depth = 0;
            String plain = formula.replace("\\{", "").replace("\\}", "");
            for (char c : plain.toCharArray()) {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth < 0) return false;
            }
            return depth == 0;
        });
    }

    /** A near-miss that reads as the theorem has lost the hypothesis that it drops; the same of two near-misses. */
    @Example
    void no_two_of_a_claim_and_its_controls_have_one_statement_or_one_formula() {
        for (var claim : CLAIMS) {
            var told = Stream.concat(
                            Stream.of(claim.proposition()),
                            claim.controls().stream().map(Control::proposition))
                    .toList();
            assertThat(told).extracting(Proposition::statement).as(claim.id()).doesNotHaveDuplicates();
            assertThat(told.stream()
                            .map(proposition -> proposition.formula().replaceAll("\\s", ""))
                            .filter(formula -> !formula.isEmpty()))
                    .as(claim.id())
                    .doesNotHaveDuplicates();
        }
    }

    /** Whom a claim relies on stands before it, so that no two rely on each other. */
    @Example
    void a_claim_relies_on_claims_of_the_paper_that_come_before_it() {
        var before = new ArrayList<String>();
        for (var claim : CLAIMS) {
            assertThat(before).as(claim.id()).containsAll(claim.reliesOn());
            before.add(claim.id());
        }
        assertThat(CLAIMS)
                .filteredOn(claim -> !claim.reliesOn().isEmpty())
                .extracting(Claim::id)
                .contains("PHASE-DIAGRAM", "PHASE-BOUNDARY", "MULTI-TASK");
    }

    @Example
    void statements_are_plain_text() {
        assertThat(propositions().map(Proposition::statement)).noneMatch(statement -> statement.contains("\\"));
    }

    @Example
    void domains_of_one_statement_have_different_names() {
        assertThat(propositions())
                .allSatisfy(proposition -> assertThat(
                                proposition.domains().stream().map(domain -> domain.name() + " " + domain.dimension()))
                        .doesNotHaveDuplicates());
    }

    @Example
    void nothing_of_the_first_section_is_the_papers_but_the_authors_examples() {
        var first = CLAIMS.stream()
                .filter(claim -> claim.section().equals(Sections.WALSH_FACTS))
                .toList();
        assertThat(first.stream()
                        .filter(claim -> !List.of(Provenance.TEXTBOOK, Provenance.EXTENSION)
                                .contains(claim.source().provenance()))
                        .map(Claim::id))
                .containsExactly("AUTHORS-EXAMPLES");
    }
}
