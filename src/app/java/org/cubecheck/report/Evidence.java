package org.cubecheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.AuditReport.Result;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Verdict;

/** The certificates of a report, each under the name of the file that a separate checker can be given. */
public final class Evidence {

    private Evidence() {}

    /** Every certificate of the report as a text in JSON, by file name. */
    public static Map<String, String> files(AuditReport report) {
        var files = new LinkedHashMap<String, String>();
        for (var result : report.results()) {
            for (var named : of(result))
                files.put(named.file(), Json.write(map(result.claim().id(), named.certificate())));
            for (var control : result.controls()) {
                for (var named : of(control))
                    files.put(named.file(), Json.write(map(control.control().id(), named.certificate())));
            }
        }
        return files;
    }

    /** Whether a file of this name may be one of a report's. */
    public static boolean isName(String file) {
        return file.matches("[A-Z0-9-]+\\.[0-9]+\\.[a-z0-9-]+\\.json");
    }

    /** A certificate and the name of its file. */
    record Named(String file, Certificate certificate) {}

    /** The evidence for a claim, over all its domains in order. */
    static List<Named> of(Result result) {
        return named(
                result.claim().id(),
                result.findings().stream()
                        .flatMap(finding -> certificates(finding.verdict()).stream())
                        .toList());
    }

    /** The evidence against a control. */
    static List<Named> of(AuditReport.ControlResult control) {
        return named(control.control().id(), certificates(control.finding().verdict()));
    }

    private static List<Named> named(String id, List<Certificate> certificates) {
        var named = new ArrayList<Named>();
        for (var certificate : certificates)
            named.add(new Named(id + "." + (named.size() + 1) + "." + certificate.kind() + ".json", certificate));
        return named;
    }

    static List<Certificate> certificates(Verdict verdict) {
        if (verdict instanceof Verdict.Verified verified) return verified.exhibits();
        if (verdict instanceof Verdict.Certified certified) return certified.certificates();
        if (verdict instanceof Verdict.Survived survived) return survived.exhibits();
        return counterexample(verdict).map(List::of).orElse(List.of());
    }

    static Optional<Certificate> counterexample(Verdict verdict) {
        return verdict instanceof Verdict.Refuted refuted ? Optional.of(refuted.counterexample()) : Optional.empty();
    }

    /** A certificate as it is written: evidence on a claim or control, which it names. */
    static Map<String, Object> map(String claim, Certificate certificate) {
        var map = new LinkedHashMap<String, Object>();
        map.put("claim", claim);
        map.put("kind", certificate.kind());
        map.put("reading", certificate.reading());
        map.put("data", certificate.data());
        return map;
    }
}
