package org.cubecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of terms has those of a report, with the same meaning and in the same order. */
class GlossaryPageTest {

    private static final String SECTION = "## On every report";

    /** A term and its meaning as a report shows it. */
    private record Row(String name, String meaning) {}

    @Test
    void the_page_has_the_terms_of_a_report() throws Exception {
        var page = Files.readString(Path.of("src/site/markdown/glossary.md"));
        var section = page.substring(page.indexOf(SECTION) + SECTION.length()).split("\n## ")[0];
        var rows = section.lines()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(cells[1].strip(), Prose.markup(cells[2].strip())))
                .toList();
        List<Row> terms = Glossary.all().stream()
                .map(term -> new Row(term.name(), markup(term)))
                .toList();
        assertThat(rows).isNotEmpty().isEqualTo(terms);
    }

    private static String markup(Glossary.Term term) {
        try {
            return freemarker.core.HTMLOutputFormat.INSTANCE.getMarkupString(term.meaning());
        } catch (freemarker.template.TemplateModelException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
