package org.cubecheck.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** What the user gives as an argument: the text itself, or with {@code @} the name of a file that holds it. */
final class Arguments {

    /** The largest number of variables that the commands accept; the library goes further. */
    static final int MAX_VARIABLES = 20;

    private static final int SHOWN = 40;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Arguments() {}

    /** The text, or the text of the file. @throws BadInput if the file cannot be read */
    static String text(String argument) {
        if (!argument.startsWith("@")) return argument.strip();
        try {
            return read(Main.path(argument.substring(1))).strip();
        } catch (NoSuchFileException missing) {
            throw new BadInput(argument.substring(1) + ": no such file", missing);
        } catch (TypeConversionException none) {
            throw new BadInput("@: " + none.getMessage(), none);
        }
    }

    /** The text of a file. @throws BadInput if it cannot be read for another reason than that it is not there */
    static String read(Path file) throws NoSuchFileException {
        if (Files.isDirectory(file)) throw new BadInput(file + ": a folder; name a file");
        try {
            var text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException missing) {
            throw missing;
        } catch (CharacterCodingException binary) {
            throw new BadInput(file + ": not a text in UTF-8", binary);
        } catch (IOException failure) {
            throw new BadInput(file + ": cannot be read, " + BadInput.reason(failure), failure);
        } catch (OutOfMemoryError failure) {
            throw new BadInput(file + ": cannot be read, too large", failure);
        }
    }

    /** Makes sure that an option which takes a list was not given an empty one, as a comma is. */
    static void checkNamed(CommandSpec spec, String option, List<?> values, String accepted) {
        if (values.isEmpty() && spec.commandLine().getParseResult().hasMatchedOption(option))
            throw new BadInput(option + ": none is named; " + accepted);
    }

    /** Makes sure that the value of an option, or one of its values, lies within a range. */
    static void checkWithin(String option, long low, long high, long value) {
        if (value < low || value > high)
            throw new BadInput(option + " lies within " + low + ".." + high + ", not " + value);
    }

    /** Makes sure that the value of an option is at least 1. */
    static void checkPositive(String option, long value) {
        if (value < 1) throw new BadInput(option + " is at least 1, not " + value);
    }

    /** A truth table in hexadecimal digits, the point 0 last, as in a number. */
    static BooleanFunction table(String argument, Optional<Integer> variables) {
        String digits = text(argument).replaceAll("\\s", "");
        variables.ifPresent(n -> checkWithin("--variables", 0, MAX_VARIABLES, n));
        return limited(BadInput.in(
                "table " + shown(argument),
                () -> variables
                        .map(n -> BooleanFunction.parseHex(n, digits))
                        .orElseGet(() -> BooleanFunction.parseHex(digits))));
    }

    /** A truth table in binary digits, the point 0 first. */
    static BooleanFunction bits(String argument) {
        String digits = text(argument).replaceAll("\\s", "");
        return limited(BadInput.in("bits " + shown(argument), () -> BooleanFunction.parseBits(digits)));
    }

    private static BooleanFunction limited(BooleanFunction f) {
        checkVariables(f.variables());
        return f;
    }

    private static void checkVariables(int n) {
        if (n > MAX_VARIABLES)
            throw new BadInput("a number of variables lies within 0.." + MAX_VARIABLES + ", not " + n);
    }

    /**
     * Values f(0), f(1), ..., each an integer, a decimal or a fraction, read exactly; square brackets around them are
     * allowed.
     */
    static RealFunction values(String argument) {
        var f = BadInput.in("values", () -> RealFunction.parse(unbracketed(text(argument))));
        checkVariables(f.variables());
        return f;
    }

    /** A permutation T(0), T(1), ... of 0..2^d-1. */
    static int[] permutation(List<String> arguments) {
        var items = items(text(arguments.size() == 1 ? arguments.get(0) : String.join(" ", arguments)));
        var image = new int[items.size()];
        for (int z = 0; z < image.length; z++) {
            try {
                image[z] = Integer.parseInt(items.get(z));
            } catch (NumberFormatException none) {
                throw new BadInput(
                        "transform: " + shown(items.get(z)) + " at position " + (z + 1)
                                + " is no integer; a transform is the images of 0, 1, ..., 2^d-1, such as 0,1,3,2",
                        none);
            }
        }
        return image;
    }

    private static List<String> items(String text) {
        String list = unbracketed(text);
        return list.isEmpty() ? List.of() : List.of(list.split("\\s*,\\s*|\\s+"));
    }

    private static String unbracketed(String text) {
        return text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? "'" + text + "'" : "'" + text.substring(0, SHOWN) + "...'";
    }
}
