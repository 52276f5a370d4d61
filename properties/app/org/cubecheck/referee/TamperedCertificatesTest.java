package org.cubecheck.referee;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cubecheck.referee.GenuineCertificates.exhibits;
import static org.cubecheck.referee.JudgedByLibrary.BY_LIBRARY;
import static org.cubecheck.referee.ReplacedEntryTest.forgeries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cubecheck.referee.GenuineCertificates.Exhibit;
import org.cubecheck.referee.JudgedByLibrary.Data;
import org.junit.jupiter.api.Test;

/**
 * The referee against certificates altered in every place. What an alteration makes of them is decided here: by the place,
 * or by the library.
 */
class TamperedCertificatesTest {

    @Test
    void the_genuine_certificates_are_accepted_and_show_every_kind() {
        assertThat(exhibits())
                .allSatisfy(exhibit -> assertThat(CheckCertificates.objection(exhibit.kind(), exhibit.data()))
                        .as(exhibit.toString())
                        .isEmpty());
        assertThat(exhibits().stream().map(Exhibit::kind))
                .as("of each kind a genuine certificate stands in fixtures/certificates.json: {\"kind\": ..., "
                        + "\"data\": ...}; add that of the new kind, as the audit writes it")
                .containsAll(CheckCertificates.kinds());
    }

    /**
     * The fields in which some alteration makes another true certificate, with the reason. Everywhere else, and
     * everywhere if the result is of another form, an altered certificate is to be rejected.
     */
    private static final Map<String, List<String>> FREE = Map.ofEntries(
            free(
                    "another exhibit of which all that is stated is true",
                    "balanced-not-invertible map",
                    "basis-minimiser basis transform",
                    "coefficient-not-granular values",
                    "composition-above-bound outer inner",
                    "composition-against-bound points images task",
                    "degree-above-sensitivity values",
                    "degree-law-differs transform",
                    "depends-on-more values",
                    "drops-not-identifying transform",
                    "exact-degree-kept transform better",
                    "exact-degree-least transform",
                    "exact-degree-lowered transform",
                    "expansion-differs values",
                    "expected-degree-differs transform",
                    "gf2-degree-least transform",
                    "influence-differs variable",
                    "inverse-degree-differs transform",
                    "largest-degree points images",
                    "largest-degree-differs points images",
                    "learner-not-identifying psi tasks transform",
                    "least-degree-not-invertible map",
                    "low-degree-not-signed transform",
                    "minimal-not-kept transform",
                    "minimiser-group stranger",
                    "negative-stability values p q",
                    "no-predictor task points",
                    "noise-stability-differs values p q",
                    "not-a-monomial values",
                    "observed-degree-law-differs transform",
                    "parseval-differs values",
                    "phase-diagram-differs transform",
                    "plancherel-differs first second",
                    "product-coefficient-differs first second set",
                    "product-degree first second",
                    "restriction-coefficient values sign",
                    "restriction-degree variable sign",
                    "shift-error psi task transform hierarchical flat",
                    "soft-minimiser-differs transform energies",
                    "support-needs-degree points values",
                    "task-list-not-identifying transform",
                    "task-not-observed task points",
                    "tasks-not-cheaper points images tasks",
                    "total-influence-differs values"),
            free(
                    "another witness, of which there is a line or a space",
                    "composition-against-bound witness",
                    "support-needs-degree witness"),
            free(
                    "observed variables more, of which none is used, or fewer where none was",
                    "composition-against-bound m",
                    "largest-degree m",
                    "largest-degree-differs m",
                    "learner-not-identifying observations",
                    "support-needs-degree m",
                    "task-not-observed observations",
                    "tasks-not-cheaper m"),
            free(
                    "a density with the same minimisers, or curve: constants cost nothing, and a factor changes nothing",
                    "basis-minimiser density",
                    "learning-curve-below density"),
            free(
                    "the order of rows, cases, classes or coordinates bears on nothing",
                    "degree-census rows",
                    "inverse-degree-census rows",
                    "phase-boundary cases",
                    "transform-classes representatives"),
            free(
                    "less of a range, or more, for which the same is true",
                    "learning-curve rows",
                    "phase-boundary from to",
                    "fold-raises-degree dimension"),
            free("the statement with a hypothesis dropped, which is false as well", "tasks-not-cheaper threshold"),
            free(
                    "measured, or how it is called: only a repetition can tell",
                    "measured-bound-missed measure boundMillionths millionths seeds",
                    "measured-order-missed less more seeds statedLessMillionths statedMoreMillionths"));

    private static Map.Entry<String, List<String>> free(String reason, String... places) {
        return entry(
                reason,
                Arrays.stream(places)
                        .flatMap(place ->
                                Arrays.stream(place.split(" ")).skip(1).map(field -> place.split(" ")[0] + " " + field))
                        .toList());
    }

    @Test
    void altered_copies_are_rejected_but_for_those_that_are_true() {
        var free = FREE.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        var unused = new TreeSet<>(free);
        var wrong = new ArrayList<String>();
        int[] altered = new int[1];
        int[] malformed = new int[1];
        int[] accepted = new int[1];
        int[] confirmed = new int[1];
        for (var exhibit : exhibits()) {
            Tampering.each(exhibit.data(), (what, data) -> {
                altered[0]++;
                malformed[0] += what.malformed() ? 1 : 0;
                var objection = CheckCertificates.objection(exhibit.kind(), data);
                String place = exhibit.kind() + " " + what.field();
                if (objection.isPresent()) {
                    if (objection.get().startsWith(CheckCertificates.UNFORESEEN))
                        wrong.add(place + ", " + what.text() + ": " + objection.get());
                    return;
                }
                accepted[0]++;
                unused.remove(place);
                if (what.malformed() || !free.contains(place))
                    wrong.add(place + ", " + what.text() + ": accepted, and not known to be true");
                var library = BY_LIBRARY.get(exhibit.kind());
                if (library == null) return;
                confirmed[0]++;
                if (!library.test(new Data(data)))
                    wrong.add(place + ", " + what.text() + ": accepted, and false as the library has it");
            });
        }
        System.out.printf(
                "%d forgeries; %,d altered certificates, %,d of another form: %,d rejected, %d accepted, %d of "
                        + "them confirmed by the library%n",
                forgeries().size(), altered[0], malformed[0], altered[0] - accepted[0], accepted[0], confirmed[0]);
        assertThat(wrong).isEmpty();
        assertThat(unused).as("listed as free for nothing").isEmpty();
        assertThat(forgeries()).hasSizeGreaterThanOrEqualTo(50);
        assertThat(altered[0]).isGreaterThan(20_000);
        assertThat(accepted[0]).isLessThan(500);
        assertThat(confirmed[0]).isGreaterThan(200);
    }
}
