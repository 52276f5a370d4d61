package org.cubecheck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cubecheck.report.Evidence;
import org.cubecheck.report.HtmlReport;
import org.cubecheck.report.JsonReport;
import org.cubecheck.report.JunitReport;
import org.cubecheck.report.MarkdownReport;
import org.cubecheck.report.Report;

/** The files of a report. */
record ReportFiles(Report report) {

    private static final String CERTIFICATES = "certificates";

    /**
     * In the order in which they are put into the folder, after the certificates: where the last one is, the report is
     * whole.
     */
    private static final List<String> NAMES = List.of("junit.xml", "summary.md", "index.html", "audit.json");

    /** Puts the files in the place of those of an earlier audit. @throws BadInput if they cannot be written */
    void writeTo(Folder folder) {
        var files = new LinkedHashMap<String, String>();
        Evidence.files(report.audit()).forEach((name, text) -> files.put(CERTIFICATES + "/" + name, text));
        for (var name : NAMES) files.put(name, text(name));
        folder.replace(() -> earlier(folder), files);
    }

    private String text(String name) {
        return switch (name) {
            case "junit.xml" -> JunitReport.of(report);
            case "summary.md" -> MarkdownReport.of(report);
            case "index.html" -> HtmlReport.of(report);
            default -> JsonReport.of(report);
        };
    }

    /** Makes sure that a report can be put there. @throws BadInput if something lies in its place */
    static void checkFree(Folder folder) {
        folder.checkFree(earlier(folder));
        folder.checkFree(List.of(CERTIFICATES + "/any"));
    }

    private static List<String> earlier(Folder folder) {
        var names = new ArrayList<String>();
        var certificates = folder.path().resolve(CERTIFICATES);
        if (Files.isDirectory(certificates)) {
            try (var stored = Files.newDirectoryStream(certificates, "*.json")) {
                for (var file : stored) {
                    String name = file.getFileName().toString();
                    if (Evidence.isName(name)) names.add(CERTIFICATES + "/" + name);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        names.addAll(NAMES);
        return names;
    }
}
