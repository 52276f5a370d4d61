package org.cubecheck.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text with mathematics typed on a keyboard, as typeset text: indices, exponents, relations and arrows. */
final class Prose {

    private static final Pattern VARIABLES = Pattern.compile("(?<![A-Za-z&#])(?:[xyz]\\d+)+(?![A-Za-z])");
    private static final Pattern VARIABLE = Pattern.compile("([xyz])(\\d+)");
    private static final Pattern INDEX = Pattern.compile("(?<![A-Za-z])([A-Za-zΦψχρ])_(\\d+|[a-z])(?![A-Za-z0-9])");
    private static final Pattern EXPONENT =
            Pattern.compile("\\^(-?\\d+|[a-z](?![A-Za-z(])|\\([a-z0-9+−^-]{1,8}\\))(?!\\^)");

    private static final Map<String, String> LETTERS =
            Map.of("Phi", "Φ", "phi", "φ", "psi", "ψ", "chi", "χ", "rho", "ρ");
    private static final Pattern GREEK = Pattern.compile("(?<![A-Za-z&#])(?:Phi|phi|psi|chi|rho)(?![A-Za-z])");
    private static final Pattern MINUS = Pattern.compile("(?<=[ (\\[])-(?=[\\d<])|(?<=[\\w\\p{No}>)] )-(?= [\\w<(])");

    private Prose() {}

    /** The text as markup. Whatever is in it is escaped first. */
    static TemplateHTMLOutputModel of(String text) throws freemarker.template.TemplateModelException {
        return HTMLOutputFormat.INSTANCE.fromMarkup(markup(text));
    }

    static String markup(String text) {
        String html = MathMl.escaped(text)
                .replace("&lt;=&gt;", "⟺")
                .replace("&lt;=", "≤")
                .replace("&gt;=", "≥")
                .replace("-&gt;", "→")
                .replace("!=", "≠")
                .replace("+-", "±");
        html = GREEK.matcher(html).replaceAll(word -> LETTERS.get(word.group()));
        html = VARIABLES
                .matcher(html)
                .replaceAll(run ->
                        Matcher.quoteReplacement(VARIABLE.matcher(run.group()).replaceAll("<i>$1</i><sub>$2</sub>")));
        html = INDEX.matcher(html).replaceAll("<i>$1</i><sub>$2</sub>");
        return MINUS.matcher(raised(html)).replaceAll("−");
    }

    /** With exponents, and their own. */
    private static String raised(String text) {
        return EXPONENT.matcher(text).replaceAll(power -> {
            String exponent = power.group(1);
            String inner = exponent.startsWith("(") ? exponent.substring(1, exponent.length() - 1) : exponent;
            return "<sup>" + raised(inner).replace("-", "−") + "</sup>";
        });
    }
}
