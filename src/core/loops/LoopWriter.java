import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the inner loops of the Walsh kernels, {@code ScalarDoubleLoops}, {@code VectorDoubleLoops} and so on for
 * floats, ints and longs: straight-line code, so that everything stays in registers. They differ in how a butterfly is
 * written, and Java has no way to say once for all primitive types what is not to cost anything at run time. The build
 * runs it, with the folder for the sources.
 *
 * <p>{@code runs} transforms runs of 2^log elements, or vectors, which are neighbours; {@code columns} takes 2^log rows
 * at a stride h through log stages. Names as in a drawing of the butterflies: v0, v1, ... are read, a0, a1, ... are
 * what the first stage makes of them, then b, c and d.
 */
final class LoopWriter {

    /**
     * How the loops are written for one type of elements.
     *
     * @param unit the elements of what is read at once: 1, or the L of a vector
     * @param read of a place; {@code write} of a place and a value; {@code plus} and {@code minus} of two values
     * @param exchange of a value and a distance: the stage within a vector; none for scalars
     * @param distances of lanes; the last is one that only vectors of 512 bits have
     * @param off what exchanges make of zeros, as named for so many vectors; nothing if they make zeros of them
     * @param size what has the bits of a value's size, to look at a single run while it is in registers; nothing if
     * that is not done
     * @param runs the most that a run has; {@code rows} the most that columns have
     */
    private record Style(
            String name,
            String type,
            String imports,
            String unit,
            String read,
            String write,
            String plus,
            String minus,
            String exchange,
            List<Integer> distances,
            String off,
            String size,
            int runs,
            int rows) {

        static Style scalar(String name, String type, int rows) {
            return new Style(
                    "Scalar" + name,
                    type,
                    "",
                    "",
                    "a[%s]",
                    "%s[%s] = %s;",
                    "%s + %s",
                    "%s - %s",
                    "",
                    List.of(),
                    "",
                    "",
                    16,
                    rows);
        }

        static Style vector(
                String name,
                String type,
                String minus,
                String exchange,
                List<Integer> distances,
                String off,
                String size,
                int runs) {
            String imports = "import static org.cubecheck.cube.Vector" + name + "s.*;\n\nimport jdk.incubator.vector."
                    + name + "Vector;\n" + "import jdk.incubator.vector.VectorOperators;\n\n";
            return new Style(
                    "Vector" + name,
                    type,
                    imports,
                    "L",
                    name + "Vector.fromArray(S, a, %s)",
                    "%3$s.intoArray(%1$s, %2$s);",
                    "%s.add(%s)",
                    minus,
                    exchange,
                    distances,
                    off,
                    size,
                    runs,
                    16);
        }

        boolean vectors() {
            return !unit.isEmpty();
        }
    }

    // A subtraction as a fused multiply by -1 rounds once as well, and uses a unit that additions leave idle.
    private static final String FUSED = "%2$s.fma(MINUS, %1$s)";
    private static final String FUSED_EXCHANGE = "%1$s.fma(SIGN%2$d, %1$s.rearrange(SWAP%2$d))";

    private static final List<Style> STYLES = List.of(
            Style.scalar("Double", "double", 16),
            Style.scalar("Float", "float", 16),
            Style.scalar("Int", "int", 8),
            Style.scalar("Long", "long", 8),
            Style.vector("Double", "double", FUSED, FUSED_EXCHANGE, List.of(1, 2, 4), "", "", 8),
            Style.vector("Float", "float", FUSED, FUSED_EXCHANGE, List.of(1, 2, 4, 8), "", "", 4),
            Style.vector(
                    "Int",
                    "int",
                    "%s.sub(%s)",
                    "%1$s.mul(SIGN%2$d).add(%1$s.rearrange(SWAP%2$d))",
                    List.of(1, 2, 4, 8),
                    "",
                    "%s.abs()",
                    4),
            Style.vector(
                    "Long",
                    "long",
                    "%s.sub(%s)",
                    "%1$s.lanewise(VectorOperators.XOR, FLIP%2$d).add(%1$s.rearrange(SWAP%2$d))",
                    List.of(1, 2, 4),
                    "OFF",
                    "",
                    4));

    private final Style style;
    private final StringBuilder text = new StringBuilder();
    private String margin = "";

    private LoopWriter(Style style) {
        this.style = style;
    }

    public static void main(String[] args) throws IOException {
        var folder = Files.createDirectories(Path.of(args[0]).resolve("org/cubecheck/cube"));
        for (Style style : STYLES) {
            var file = folder.resolve(style.name() + "Loops.java");
            String source = new LoopWriter(style).source();
            // Only what has changed, lest the compiler thinks that all has.
            if (!Files.exists(file) || !Files.readString(file).equals(source)) Files.writeString(file, source);
        }
    }

    private String source() {
        line("package org.cubecheck.cube;\n\n" + style.imports() + "/** Written by LoopWriter. */");
        begin("final class " + style.name() + "Loops");
        line("");
        line("private " + style.name() + "Loops() {}");
        int least = style.vectors() ? 1 : 2;
        choice(
                "runs",
                "%1$s[] a, int from, %1$s[] b, int to, int length".formatted(style.type()),
                "a, from, b, to, length",
                least,
                style.runs());
        choice("columns", style.type() + "[] a, int from, int h, int width", "a, from, h, width", 2, style.rows());
        for (int count = least; count <= style.runs(); count *= 2) runs(count);
        for (int count = 2; count <= style.rows(); count *= 2) columns(count);
        if (!style.size().isEmpty()) runIfLow();
        end();
        return text.toString();
    }

    /** The method by which the loops are called, with log2 of their count. */
    private void choice(String name, String parameters, String arguments, int least, int most) {
        line("");
        begin("static void " + name + "(int log, " + parameters + ")");
        begin("switch (log)");
        for (int count = least; count <= most; count *= 2) {
            line((count == most ? "default" : "case " + Integer.numberOfTrailingZeros(count)) + " -> " + name + count
                    + "(" + arguments + ");");
        }
        end();
        end();
    }

    private void runs(int count) {
        line("");
        begin("private static void runs%d(%2$s[] a, int from, %2$s[] b, int to, int length)"
                .formatted(count, style.type()));
        begin("for (int j = 0; j < length; j += %s)"
                .formatted(!style.vectors() ? count : count == 1 ? "L" : count + " * L"));
        line("int i = from + j;");
        line("int o = to + j;");
        readRun(count);
        writeRun(count, "b", "o");
        end();
        end();
    }

    /**
     * One run in place unless its elements have any of the high bits. One method, so long that callers do not take it
     * into their own loops.
     */
    private void runIfLow() {
        line("");
        begin("static boolean runIfLow(int log, %s[] a, int i, int high)".formatted(style.type()));
        for (int count = 1; count <= style.runs(); count *= 2) {
            begin("if (log == " + Integer.numberOfTrailingZeros(count) + ")");
            readRun(count);
            String sizes = style.size().formatted("v0");
            for (int k = 1; k < count; k++) sizes += ".or(" + style.size().formatted("v" + k) + ")";
            line("if (" + sizes + ".and(high).compare(VectorOperators.NE, 0).anyTrue()) return false;");
            writeRun(count, "a", "i");
            line("return true;");
            end();
        }
        line("return false;");
        end();
    }

    private void readRun(int count) {
        for (int k = 0; k < count; k++) line("var v" + k + " = " + style.read().formatted(at("i", k, step())) + ";");
    }

    /** All stages of a run that has been read, and what they make of it. */
    private void writeRun(int count, String to, String from) {
        for (int h : style.distances()) {
            String where =
                    h > 2 && h == style.distances().get(style.distances().size() - 1) ? "if (L > " + h + ") " : "";
            for (int k = 0; k < count; k++)
                line(where + "v" + k + " = " + style.exchange().formatted("v" + k, h) + ";");
        }
        String last = butterflies(count, style.off(), "");
        for (int k = 0; k < count; k++) line(style.write().formatted(to, at(from, k, step()), last + k));
    }

    private String step() {
        return style.vectors() ? "L" : "1";
    }

    private void columns(int rows) {
        line("");
        begin("private static void columns%d(%s[] a, int from, int h, int width)".formatted(rows, style.type()));
        // Too long to be inlined: several short loops on vectors in one caller are too much for the compiler.
        int columns = style.vectors() ? Math.max(1, 8 / rows) : 1;
        begin("for (int i = from; i < from + width; %s)"
                .formatted(!style.vectors() ? "i++" : columns == 1 ? "i += L" : "i += " + columns + " * L"));
        for (int column = 0; column < columns; column++) {
            String prime = columns == 1 ? "" : "pqrs".substring(column, column + 1);
            String right = column == 0 ? "" : column == 1 ? " + L" : " + " + column + " * L";
            for (int k = 0; k < rows; k++)
                line("var v" + k + prime + " = " + style.read().formatted(at("i", k, "h") + right) + ";");
            String last = butterflies(rows, "", prime);
            for (int k = 0; k < rows; k++)
                line(style.write().formatted("a", at("i", k, "h") + right, last + k + prime));
        }
        end();
        end();
    }

    /** All stages among so many values, and the letter of what they make. */
    private String butterflies(int count, String off, String prime) {
        String letters = "vabcd";
        int stage = 0;
        for (int h = 1; h < count; h *= 2, stage++) {
            char of = letters.charAt(stage);
            char to = letters.charAt(stage + 1);
            for (int k = 0; k < count; k++) {
                if ((k & h) != 0) continue;
                String u = "" + of + k + prime;
                String v = "" + of + (k + h) + prime;
                String correction = k == 0 && 2 * h == count && !off.isEmpty() ? ".sub(" + off + count + ")" : "";
                line("var " + to + k + prime + " = " + style.plus().formatted(u, v) + correction + ";");
                line("var " + to + (k + h) + prime + " = " + style.minus().formatted(u, v) + ";");
            }
        }
        if (count == 1 && !off.isEmpty()) line("v0 = v0.sub(" + off + "1);");
        return letters.substring(stage, stage + 1);
    }

    private static String at(String from, int k, String step) {
        if (k == 0) return from;
        if (step.equals("1")) return from + " + " + k;
        return from + " + " + (k == 1 ? "" : k + " * ") + step;
    }

    private void begin(String head) {
        line(head + " {");
        margin += "  ";
    }

    private void end() {
        margin = margin.substring(2);
        line("}");
    }

    private void line(String line) {
        text.append(line.isEmpty() ? "" : margin).append(line).append('\n');
    }
}
