package org.cubecheck.cli;

import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IOptionRenderer;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Help.IParameterRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Help whose lines end at blanks only. Picocli ends them wherever Unicode allows it, which is within
 * <code>{-1,+1}^n</code> and within the name of a file; so the signs concerned are laid out as letters, and put back
 * when the layout is done.
 */
final class HelpText {

    private static final String SIGNS = "{}[]()<>^+-/.,:;=|*'\"!?%&";
    /** Letters of nobody's, as many as there are signs. */
    private static final char LETTERS = '\uE000';

    private HelpText() {}

    /** Lays out the help of a command and of all below it. */
    static void keepWordsWhole(CommandLine line) {
        line.setHelpFactory(Whole::new);
        all(line).forEach(command -> {
            var usage = command.getCommandSpec().usageMessage();
            usage.description(hidden(usage.description()));
            usage.footer(hidden(usage.footer()));
            command.getHelpSectionMap().replaceAll((key, renderer) -> help -> shown(renderer.render(help)));
        });
    }

    private static Stream<CommandLine> all(CommandLine line) {
        return Stream.concat(
                Stream.of(line),
                line.getSubcommands().values().stream().distinct().flatMap(HelpText::all));
    }

    private static String[] hidden(String[] texts) {
        return Arrays.stream(texts).map(HelpText::hidden).toArray(String[]::new);
    }

    /** The signs as letters. */
    static String hidden(String text) {
        var hidden = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            // An escape such as %n or %% stays one.
            if (text.startsWith("%n", i) || text.startsWith("%%", i)) {
                i++;
                continue;
            }
            int sign = SIGNS.indexOf(text.charAt(i));
            if (sign >= 0) hidden.setCharAt(i, (char) (LETTERS + sign));
        }
        return hidden.toString();
    }

    /** The signs in their place again. */
    static String shown(String text) {
        var shown = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int sign = text.charAt(i) - LETTERS;
            if (sign >= 0 && sign < SIGNS.length()) shown.setCharAt(i, SIGNS.charAt(sign));
        }
        return shown.toString();
    }

    /** Help that lays out the descriptions of options and parameters so too. */
    private static final class Whole extends Help {

        Whole(CommandSpec spec, ColorScheme colours) {
            super(spec, colours);
        }

        @Override
        public IOptionRenderer createDefaultOptionRenderer() {
            var usual = super.createDefaultOptionRenderer();
            return (OptionSpec option, IParamLabelRenderer labels, ColorScheme colours) ->
                    hidden(usual.render(option, labels, colours), option, colours);
        }

        @Override
        public IParameterRenderer createDefaultParameterRenderer() {
            var usual = super.createDefaultParameterRenderer();
            return (PositionalParamSpec parameter, IParamLabelRenderer labels, ColorScheme colours) ->
                    hidden(usual.render(parameter, labels, colours), parameter, colours);
        }

        /** Descriptions are in the last column and have no style of their own. */
        private static Text[][] hidden(Text[][] rows, ArgSpec described, ColorScheme colours) {
            if (described.description().length > 0)
                for (var row : rows) {
                    int last = row.length - 1;
                    row[last] = colours.text(HelpText.hidden(row[last].plainString()));
                }
            return rows;
        }
    }
}
