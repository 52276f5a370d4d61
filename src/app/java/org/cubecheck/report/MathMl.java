package org.cubecheck.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns the subset of LaTeX in which claims are written into MathML Core, which browsers draw without a network or a
 * font of ours. Strict: an unknown command or an unbalanced brace is an error, never a gap in a formula.
 */
final class MathMl {

    private static final Map<String, String> IDENTIFIERS =
            pairs("alpha α beta β gamma γ delta δ epsilon ε varepsilon ε eta η theta θ kappa κ lambda λ mu μ nu ν xi ξ "
                    + "pi π rho ρ sigma σ tau τ"
                    + " phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi "
                    + "Φ Psi Ψ Omega Ω"
                    + " emptyset ∅ varnothing ∅ infty ∞ ell ℓ dots … ldots … cdots ⋯ prime ′ top ⊤ bot ⊥ # # % %");
    private static final Map<String, String> OPERATORS = pairs(
            "ge ≥ geq ≥ le ≤ leq ≤ ne ≠ neq ≠ lt < gt > in ∈ ni ∋ notin ∉ supset ⊃ subset ⊂ subseteq ⊆ supseteq ⊇ "
                    + "subsetneq ⊊ cup ∪ cap ∩ setminus ∖ backslash ∖"
                    + " mapsto ↦ to → rightarrow → hookrightarrow ↪ iff ⟺ implies ⟹ Rightarrow ⇒ Leftrightarrow ⇔ "
                    + "forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬"
                    + " land ∧ wedge ∧ lor ∨ vee ∨ circ ∘ cdot · times × pm ± mp ∓ oplus ⊕ otimes ⊗ approx ≈ sim "
                    + "∼ simeq ≃ cong ≅ equiv ≡ propto ∝"
                    + " mid ∣ nmid ∤ colon : ll ≪ gg ≫ star ⋆ ast ∗ backslash ∖ restriction ↾ upharpoonright ↾ "
                    + "models ⊨ triangle △ triangleq ≜ perp ⟂");
    private static final Map<String, String> FENCES =
            pairs("{ { } } langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | lvert | rvert | Vert ‖ lVert ‖ "
                    + "rVert ‖ | ‖");
    private static final Map<String, String> LARGE = pairs("sum ∑ prod ∏ bigcup ⋃ bigcap ⋂ bigoplus ⨁");
    private static final List<String> FUNCTIONS = List.of(
            "deg", "dim", "ker", "log", "ln", "exp", "sgn", "gcd", "arg", "det", "Inf", "Aut", "Var", "Stab", "supp",
            "rank", "span", "im");
    private static final List<String> LIMITS = List.of("max", "min", "Pr", "sup", "inf", "lim", "argmin", "argmax");
    private static final Map<String, String> SPACES = Map.of(
            ",",
            "0.167em",
            ":",
            "0.222em",
            ";",
            "0.278em",
            " ",
            "0.25em",
            "!",
            "-0.167em",
            "quad",
            "1em",
            "qquad",
            "2em");
    private static final Map<String, String> ACCENTS =
            pairs("hat ^ widehat ^ bar ¯ overline ¯ tilde ~ widetilde ~ vec → dot ˙");
    private static final Map<String, String> ALPHABETS =
            Map.of("mathbb", "double-struck", "mathcal", "script", "mathbf", "bold");

    private static final List<String> BREAKS = List.of("implies", "iff", "Rightarrow", "Leftrightarrow");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]+");

    private final String tex;
    private int at;

    private MathMl(String tex) {
        this.tex = tex;
    }

    /** An atom: its MathML, and how what follows is attached. */
    private record Atom(String xml, Shape shape) {}

    private enum Shape {
        ORDINARY,
        OPERATOR,
        FUNCTION,
        LIMITS,
        LARGE,
        OPEN,
        SPACE
    }

    /**
     * The formula, one {@code math} element for each part between {@code \qquad}s and from each outer implication or
     * equivalence on, so that a narrow page can put them on lines of their own: browsers do not break formulas.
     *
     * @throws IllegalArgumentException if the formula is not understood
     */
    static List<String> of(String tex) {
        var parts = new ArrayList<String>();
        for (var source : parts(tex)) {
            var row = new MathMl(source).whole();
            parts.add("<math display=\"block\""
                    + (source.startsWith("\\") && BREAKS.stream().anyMatch(b -> source.startsWith("\\" + b))
                                    || parts.isEmpty()
                            ? ""
                            : " class=\"gap\"")
                    + "><semantics>" + row + "<annotation encoding=\"application/x-tex\">" + escaped(source)
                    + "</annotation></semantics></math>");
        }
        return List.copyOf(parts);
    }

    private static List<String> parts(String tex) {
        var parts = new ArrayList<String>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < tex.length(); i++) {
            char c = tex.charAt(i);
            if (c == '{') depth++;
            if (c == '}') depth--;
            if (c != '\\') continue;
            var name = NAME.matcher(tex).region(i + 1, tex.length());
            String command = name.lookingAt() ? name.group() : "";
            if (command.isEmpty()) i++;
            if (command.equals("left")) depth++;
            if (command.equals("right")) depth--;
            boolean gap = command.equals("qquad");
            if (depth != 0 || !gap && !BREAKS.contains(command)) continue;
            parts.add(tex.substring(start, i).strip());
            start = gap ? i + 1 + command.length() : i;
        }
        parts.add(tex.substring(start).strip());
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    private String whole() {
        var row = row("");
        if (at < tex.length()) throw wrong("unexpected " + tex.charAt(at));
        return row;
    }

    /** A row up to a closing character, which is not consumed, or to the end. */
    private String row(String closing) {
        var atoms = new ArrayList<Atom>();
        while (true) {
            skipBlanks();
            if (at >= tex.length()) {
                if (!closing.isEmpty()) throw wrong("missing " + closing);
                break;
            }
            if (!closing.isEmpty() && tex.startsWith(closing, at)) break;
            atoms.add(scripted(atom(atoms)));
        }
        var xml = new StringBuilder("<mrow>");
        for (int i = 0; i < atoms.size(); i++) {
            xml.append(atoms.get(i).xml());
            boolean function =
                    atoms.get(i).shape() == Shape.FUNCTION || atoms.get(i).shape() == Shape.LIMITS;
            if (function
                    && i + 1 < atoms.size()
                    && atoms.get(i + 1).shape() != Shape.OPEN
                    && atoms.get(i + 1).shape() != Shape.OPERATOR) xml.append("<mspace width=\"0.167em\"/>");
        }
        return xml.append("</mrow>").toString();
    }

    private Atom atom(List<Atom> before) {
        char c = tex.charAt(at++);
        if (c == '\\') return command(before);
        if (c == '{') {
            var row = row("}");
            at++;
            return new Atom(row, Shape.ORDINARY);
        }
        if (c == '}') throw wrong("unbalanced }");
        if (c >= '0' && c <= '9') {
            int start = at - 1;
            while (at < tex.length()
                    && (Character.isDigit(tex.charAt(at))
                            || tex.charAt(at) == '.' && at + 1 < tex.length() && Character.isDigit(tex.charAt(at + 1))))
                at++;
            return new Atom("<mn>" + tex.substring(start, at) + "</mn>", Shape.ORDINARY);
        }
        if (c < 128 && Character.isLetter(c)) return new Atom("<mi>" + c + "</mi>", Shape.ORDINARY);
        return switch (c) {
            case '-', '+' -> sign(c == '-' ? "−" : "+", before);
            case '*' -> operator("∗");
            case '=', '<', '>', ',', ';', ':', '/', '!' -> operator(Character.toString(c));
            case '(', '[' -> fence(Character.toString(c), Shape.OPEN);
            case ')', ']', '.' -> fence(Character.toString(c), Shape.ORDINARY);
            case '|' -> new Atom("<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">|</mo>", Shape.ORDINARY);
            case '~' -> space("0.25em");
            default -> throw wrong("unexpected '" + c + "'");
        };
    }

    /** A sign has no space to its right where nothing stands to its left. */
    private static Atom sign(String sign, List<Atom> before) {
        boolean prefix = before.isEmpty()
                || switch (before.get(before.size() - 1).shape()) {
                    case OPERATOR, OPEN, SPACE -> true;
                    default -> false;
                };
        return prefix
                ? new Atom("<mo form=\"prefix\" lspace=\"0\" rspace=\"0\">" + sign + "</mo>", Shape.ORDINARY)
                : operator(sign);
    }

    private static Atom operator(String text) {
        return new Atom("<mo>" + escaped(text) + "</mo>", Shape.OPERATOR);
    }

    private static Atom fence(String text, Shape shape) {
        return new Atom("<mo stretchy=\"false\">" + escaped(text) + "</mo>", shape);
    }

    private static Atom space(String width) {
        return new Atom("<mspace width=\"" + width + "\"/>", Shape.SPACE);
    }

    private Atom command(List<Atom> before) {
        String name = commandName();
        if (SPACES.containsKey(name)) return space(SPACES.get(name));
        if (IDENTIFIERS.containsKey(name)) return new Atom("<mi>" + IDENTIFIERS.get(name) + "</mi>", Shape.ORDINARY);
        if (OPERATORS.containsKey(name))
            return name.equals("pm") || name.equals("mp")
                    ? sign(OPERATORS.get(name), before)
                    : operator(OPERATORS.get(name));
        if (FENCES.containsKey(name))
            return fence(
                    FENCES.get(name),
                    List.of("{", "langle", "lfloor", "lceil", "lvert", "lVert").contains(name)
                            ? Shape.OPEN
                            : Shape.ORDINARY);
        if (LARGE.containsKey(name)) return new Atom("<mo>" + LARGE.get(name) + "</mo>", Shape.LARGE);
        if (FUNCTIONS.contains(name)) return new Atom("<mi>" + name + "</mi>", Shape.FUNCTION);
        if (LIMITS.contains(name)) return new Atom("<mi>" + name.replace("arg", "arg ") + "</mi>", Shape.LIMITS);
        if (ACCENTS.containsKey(name))
            return new Atom(
                    "<mover accent=\"true\">" + argument() + "<mo stretchy=\""
                            + (name.startsWith("wide") || name.equals("overline")) + "\">" + ACCENTS.get(name)
                            + "</mo></mover>",
                    Shape.ORDINARY);
        if (ALPHABETS.containsKey(name))
            return new Atom("<mi>" + letters(text(), ALPHABETS.get(name)) + "</mi>", Shape.ORDINARY);
        return switch (name) {
            case "text", "textrm", "mbox" ->
                new Atom("<mtext>" + escaped(text()).replace(" ", "\u00a0") + "</mtext>", Shape.ORDINARY);
            case "mathrm" -> new Atom("<mi mathvariant=\"normal\">" + escaped(text()) + "</mi>", Shape.ORDINARY);
            case "operatorname" -> new Atom("<mi mathvariant=\"normal\">" + escaped(text()) + "</mi>", Shape.FUNCTION);
            case "frac", "tfrac", "dfrac" -> new Atom("<mfrac>" + argument() + argument() + "</mfrac>", Shape.ORDINARY);
            case "binom", "tbinom" ->
                new Atom(
                        "<mrow><mo>(</mo><mfrac linethickness=\"0\">" + argument() + argument()
                                + "</mfrac><mo>)</mo></mrow>",
                        Shape.ORDINARY);
            case "sqrt" -> new Atom("<msqrt>" + argument() + "</msqrt>", Shape.ORDINARY);
            case "bmod" -> operator("mod");
            case "left" -> stretched();
            case "bigl", "bigr", "Bigl", "Bigr", "big", "Big" -> {
                boolean opens = name.endsWith("l");
                yield new Atom(
                        "<mo stretchy=\"false\">" + escaped(delimiter()) + "</mo>",
                        opens ? Shape.OPEN : Shape.ORDINARY);
            }
            default -> throw wrong("unknown command \\" + name);
        };
    }

    private String commandName() {
        if (at >= tex.length()) throw wrong("a lone backslash");
        int start = at;
        while (at < tex.length() && tex.charAt(at) < 128 && Character.isLetter(tex.charAt(at))) at++;
        if (at == start) at++;
        return tex.substring(start, at);
    }

    private Atom stretched() {
        String open = delimiter();
        String inner = row("\\right");
        at += "\\right".length();
        String close = delimiter();
        return new Atom("<mrow>" + stretchy(open) + inner + stretchy(close) + "</mrow>", Shape.OPEN);
    }

    private static String stretchy(String delimiter) {
        return delimiter.equals(".") ? "" : "<mo stretchy=\"true\" fence=\"true\">" + escaped(delimiter) + "</mo>";
    }

    private String delimiter() {
        skipBlanks();
        if (at >= tex.length()) throw wrong("a missing delimiter");
        char c = tex.charAt(at++);
        if (c != '\\') {
            if ("()[]|.<>/".indexOf(c) < 0) throw wrong("no delimiter: " + c);
            return Character.toString(c);
        }
        String name = commandName();
        if (!FENCES.containsKey(name)) throw wrong("no delimiter: \\" + name);
        return FENCES.get(name);
    }

    /** What a command or a script applies to: a braced row or one atom. */
    private String argument() {
        skipBlanks();
        if (at >= tex.length()) throw wrong("a missing argument");
        return atom(List.of()).xml();
    }

    /** A braced text, or one letter. */
    private String text() {
        skipBlanks();
        if (at >= tex.length()) throw wrong("a missing argument");
        if (tex.charAt(at) != '{') return Character.toString(tex.charAt(at++));
        int end = tex.indexOf('}', at);
        if (end < 0) throw wrong("missing }");
        String text = tex.substring(at + 1, end);
        if (text.indexOf('{') >= 0 || text.indexOf('\\') >= 0) throw wrong("text with commands: " + text);
        at = end + 1;
        return text;
    }

    private Atom scripted(Atom base) {
        String below = "";
        String above = "";
        while (true) {
            skipBlanks();
            if (at >= tex.length()) break;
            char c = tex.charAt(at);
            if (c == '\'') {
                int primes = 0;
                for (; at < tex.length() && tex.charAt(at) == '\''; at++) primes++;
                above = "<mrow><mo lspace=\"0\" rspace=\"0\">" + "′".repeat(primes) + "</mo>" + above + "</mrow>";
            } else if (c == '_' && below.isEmpty()) {
                at++;
                below = argument();
            } else if (c == '^' && above.isEmpty()) {
                at++;
                above = argument();
            } else if (c == '^' || c == '_') {
                throw wrong("a second " + c);
            } else break;
        }
        if (below.isEmpty() && above.isEmpty()) return base;
        boolean limits = base.shape() == Shape.LARGE || base.shape() == Shape.LIMITS;
        String element = below.isEmpty()
                ? (limits ? "mover" : "msup")
                : above.isEmpty() ? (limits ? "munder" : "msub") : limits ? "munderover" : "msubsup";
        return new Atom("<" + element + ">" + base.xml() + below + above + "</" + element + ">", base.shape());
    }

    private void skipBlanks() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) at++;
    }

    /** MathML Core has no alphabets: the letters themselves are used. */
    private static String letters(String text, String alphabet) {
        var styled = new StringBuilder();
        for (char c : text.toCharArray()) {
            String special = alphabet.equals("double-struck")
                    ? pick("CℂHℍNℕPℙQℚRℝZℤ", c)
                    : alphabet.equals("script") ? pick("BℬEℰFℱHℋIℐLℒMℳRℛ", c) : "";
            boolean upper = c >= 'A' && c <= 'Z';
            if (!upper && !(c >= 'a' && c <= 'z')) styled.append(escaped(Character.toString(c)));
            else if (!special.isEmpty()) styled.append(special);
            else {
                int first = switch (alphabet) {
                    case "double-struck" -> 0x1D538;
                    case "script" -> 0x1D49C;
                    default -> 0x1D400;
                };
                styled.appendCodePoint(first + (upper ? c - 'A' : 26 + c - 'a'));
            }
        }
        return styled.toString();
    }

    private static String pick(String pairs, char letter) {
        int i = pairs.indexOf(letter);
        return i < 0 ? "" : pairs.substring(i + 1, i + 2);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " before position " + at + " of the formula " + tex);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Map<String, String> pairs(String text) {
        var words = text.strip().split(" +");
        var map = new HashMap<String, String>();
        for (int i = 0; i < words.length; i += 2) map.put(words[i], words[i + 1]);
        return Map.copyOf(map);
    }
}
