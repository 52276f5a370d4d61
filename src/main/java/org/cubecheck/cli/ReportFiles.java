package org.cubecheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.paper.Paper;
import org.cubecheck.report.Baseline.Difference;
import org.cubecheck.report.Evidence;
import org.cubecheck.report.HtmlReport;
import org.cubecheck.report.JsonReport;
import org.cubecheck.report.JunitReport;
import org.cubecheck.report.MarkdownReport;
import org.cubecheck.report.SweepReport;

/** The files of a report. */
record ReportFiles(AuditReport report, List<Difference> differences, List<SweepReport> sweeps) {

  private static final String CERTIFICATES = "certificates";

  /** Writes all files, and takes away the certificates of earlier audits. */
  void writeTo(Folder folder) throws IOException {
    var files = new LinkedHashMap<String, String>();
    Evidence.files(report).forEach((name, text) -> files.put(CERTIFICATES + "/" + name, text));
    files.put("index.html", HtmlReport.of(report, Paper.CITATION, differences, sweeps));
    files.put("summary.md", MarkdownReport.of(report, Paper.CITATION, differences, sweeps));
    files.put("audit.json", JsonReport.of(report));
    files.put("junit.xml", JunitReport.of(report));
    for (Map.Entry<String, String> file : files.entrySet()) folder.write(file.getKey(), file.getValue());
    var certificates = folder.path().resolve(CERTIFICATES);
    if (!Files.isDirectory(certificates)) return;
    try (var stored = Files.newDirectoryStream(certificates, "*.json")) {
      for (var file : stored) {
        if (!files.containsKey(CERTIFICATES + "/" + file.getFileName())) Files.delete(file);
      }
    }
  }
}
