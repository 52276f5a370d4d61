package org.cubecheck.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command writes.
 *
 * @param out the result
 * @param err progress and complaints
 * @param terminal whether a person watches
 * @param colours whether the output may be coloured
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal, boolean colours) {

    /** The console of the running command. */
    static Console of(CommandSpec spec) {
        var line = spec.commandLine();
        return new Console(
                line.getOut(),
                line.getErr(),
                isTerminal(),
                line.getColorScheme().ansi() != Ansi.OFF
                        && line.getColorScheme().ansi().enabled());
    }

    /** The text in a picocli style such as {@code fg(green)} or {@code bold}, plain where colours are off. */
    String styled(String style, String text) {
        return colours ? Ansi.ON.string("@|" + style + " " + text + "|@") : text;
    }

    /** From Java 22 on there is a console even where there is no terminal, and a method that tells. */
    static boolean isTerminal() {
        var console = System.console();
        if (console == null) return false;
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
