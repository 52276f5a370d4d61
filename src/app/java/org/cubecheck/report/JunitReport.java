package org.cubecheck.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.cubecheck.audit.AuditReport;
import org.cubecheck.audit.AuditReport.Result;

/**
 * A report as JUnit XML, for CI systems: a suite for each section, a test case for each domain of a claim and for each
 * control.
 */
public final class JunitReport {

    private JunitReport() {}

    /** One test case: it passes if {@code complaint} is empty. */
    private record Case(String suite, String name, Duration time, String complaint) {}

    /** The text of {@code junit.xml} of an audit that is compared with nothing. */
    public static String of(AuditReport report) {
        return of(report, Comparison.NONE);
    }

    /** The text of {@code junit.xml}: a suite for the baseline too, in which every regression fails. */
    public static String of(Report report) {
        return of(report.audit(), report.comparison());
    }

    private static String of(AuditReport report, Comparison comparison) {
        Map<String, List<Result>> sections = report.results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.claim().section(), LinkedHashMap::new, Collectors.toList()));
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "cubecheck");
            for (var section : sections.entrySet())
                suite(
                        section.getKey(),
                        section.getValue().stream()
                                .flatMap(result -> cases(result).stream())
                                .toList(),
                        xml);
            if (comparison.isMade()) suite("Baseline " + comparison.against(), cases(comparison), xml);
            line(xml, 0);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.append('\n').toString();
    }

    private static void suite(String name, List<Case> cases, XMLStreamWriter xml) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", legal(name));
        xml.writeAttribute("tests", Integer.toString(cases.size()));
        xml.writeAttribute(
                "failures",
                Long.toString(
                        cases.stream().filter(c -> !c.complaint().isEmpty()).count()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(cases.stream().map(Case::time).reduce(Duration.ZERO, Duration::plus)));
        for (var test : cases) {
            line(xml, 2);
            boolean passes = test.complaint().isEmpty();
            if (passes) xml.writeEmptyElement("testcase");
            else xml.writeStartElement("testcase");
            xml.writeAttribute("classname", test.suite());
            xml.writeAttribute("name", legal(test.name()));
            xml.writeAttribute("time", seconds(test.time()));
            if (passes) continue;
            line(xml, 3);
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message", legal(test.complaint().lines().findFirst().orElse("")));
            xml.writeCharacters(legal(test.complaint()));
            xml.writeEndElement();
            line(xml, 2);
            xml.writeEndElement();
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    /** A failure for each regression; without one, a single case that passes. */
    private static List<Case> cases(Comparison comparison) {
        var regressions = comparison.regressions();
        return regressions.isEmpty()
                ? List.of(new Case("baseline", "no verdict is worse", Duration.ZERO, ""))
                : regressions.stream()
                        .map(worse -> new Case(worse.claim(), worse.text(), Duration.ZERO, "worse: " + worse.text()))
                        .toList();
    }

    private static List<Case> cases(Result result) {
        var id = result.claim().id();
        var cases = new java.util.ArrayList<Case>();
        for (var finding : result.findings())
            cases.add(new Case(id, finding.domain(), finding.time(), Problems.of(finding)));
        for (var control : result.controls()) {
            cases.add(new Case(id, control.control().id() + " is refuted", control.time(), Problems.of(control)));
        }
        return cases;
    }

    /** Characters that XML cannot hold are left out. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
