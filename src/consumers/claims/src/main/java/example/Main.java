package example;

import java.util.List;
import java.util.Optional;
import org.cubecheck.audit.Auditor;
import org.cubecheck.audit.Progress;
import org.cubecheck.audit.Settings;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;

/** A claim about numbers, with a near-miss, audited. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var numbers = List.<Domain<Integer>>of(Domain.list("numbers up to 5", 1, List.of(1, 2, 3, 4, 5)));
        var claim = new Claim<>(
                "SQUARES",
                "Numbers",
                "A square is at least its root",
                new Source(Provenance.EXTENSION, "", "", ""),
                List.of(),
                "",
                new Proposition<>("n^2 >= n", "", numbers, n -> n * n >= n ? Outcome.holds() : smaller(n)),
                List.of(new Control<>(
                        "C-SQUARES-STRICT",
                        "> for >=",
                        new Proposition<>("n^2 > n", "", numbers, n -> n * n > n ? Outcome.holds() : smaller(n)))));
        var report = new Auditor(new Settings(9, 1, 1, 1), (id, certificate) -> Optional.empty(), Progress.SILENT)
                .audit(List.of(claim));
        report.results().forEach(result -> {
            result.findings().forEach(finding -> System.out.println(finding.verdict()));
            result.controls()
                    .forEach(control -> System.out.println(control.finding().verdict()));
        });
        System.out.println(report.asExpected());
    }

    private static Outcome smaller(int n) {
        return Outcome.fails(Certificate.of("square").with("n", n).reading(n + "^2 is not greater than " + n));
    }
}
