package org.cubecheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cubecheck.audit.AuditReport.Standing;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.referee.CheckCertificates;
import org.cubecheck.transform.Bijection;
import org.junit.jupiter.api.Test;

class AddAClaimPageTest {

    static final Claim<Bijection> INVOLUTION = new Claim<>(
            "INVOLUTION",
            "Invertible transforms",
            "An involution has the degree of its inverse",
            new Source(Provenance.EXTENSION, "", "", ""),
            List.of("T(T(z)) = z"),
            "Without the hypothesis it fails from d = 3 on.",
            new Proposition<>(
                    "deg T = deg T⁻¹ if T ∘ T is the identity.",
                    "T \\circ T = 1 \\implies \\deg T = \\deg T^{-1}",
                    transforms(3),
                    T -> T.equals(T.inverse()) ? sameDegree(T, "involution") : Outcome.outOfScope("T(T(z)) = z")),
            List.of(new Control<>(
                    "C-ORDER-THREE",
                    "T(T(T(z))) = z instead",
                    new Proposition<>(
                            "deg T = deg T⁻¹ if T ∘ T ∘ T is the identity.",
                            "T \\circ T \\circ T = 1 \\implies \\deg T = \\deg T^{-1}",
                            transforms(3),
                            T -> T.after(T).equals(T.inverse())
                                    ? sameDegree(T, "order-three")
                                    : Outcome.outOfScope("T(T(T(z))) = z")))));

    static Outcome sameDegree(Bijection T, String statement) {
        int degree = T.degree();
        int inverse = T.inverse().degree();
        return degree == inverse
                ? Outcome.holds()
                : Outcome.fails(Certificate.of("inverse-degree-differs")
                        .with("transform", Arrays.stream(T.toArray()).boxed().toList())
                        .with("degree", degree)
                        .with("inverseDegree", inverse)
                        .with("statement", statement)
                        .reading("T = " + T + " has degree " + degree + ", its inverse " + inverse + "."));
    }

    static List<Domain<Bijection>> transforms(int max) {
        return IntStream.rangeClosed(1, max)
                .<Domain<Bijection>>mapToObj(d -> Domain.all(
                        "invertible transforms of B^" + d, d, Bijection.count(d), rank -> Bijection.ofRank(d, rank)))
                .toList();
    }

    @Test
    void the_claim_of_the_page_stands_and_its_control_is_refuted() {
        var auditor = new Auditor(
                new Settings(9, 1, 1, 1),
                (id, c) -> CheckCertificates.objection(id, c.kind(), c.data()),
                Progress.SILENT);
        var result = auditor.audit(List.of(INVOLUTION)).results().get(0);
        assertThat(result.asExpected()).isTrue();
        assertThat(result.standing()).isEqualTo(Standing.VERIFIED);
        assertThat(result.controls().get(0).finding().dimension()).isEqualTo(3);
    }

    @Test
    void it_is_the_claim_of_the_page_word_for_word() throws Exception {
        var block = Pattern.compile("```java\\n(static final Claim.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/site/markdown/add-a-claim.md")));
        assertThat(block.find()).isTrue();
        var source = Files.readString(Path.of("properties/app/org/cubecheck/audit/AddAClaimPageTest.java"));
        assertThat(source)
                .contains(block.group(1)
                        .lines()
                        .map(line -> line.isEmpty() ? line : "    " + line)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElseThrow());
    }
}
