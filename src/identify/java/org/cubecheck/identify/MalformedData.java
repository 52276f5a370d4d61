package org.cubecheck.identify;

/** Data that cannot be read or cannot be judged. The message is one line: what was given, and what is accepted. */
public final class MalformedData extends IllegalArgumentException {

    MalformedData(String message) {
        super(message);
    }

    MalformedData(String message, Throwable cause) {
        super(message, cause);
    }

    /** A piece of the input as it may be shown: printable, on one line, short. */
    static String quote(String given) {
        var shown = new StringBuilder("'");
        given.codePoints()
                .limit(40)
                .forEach(c -> shown.appendCodePoint(c == 0xFFFD || Character.isISOControl(c) ? '?' : c));
        return shown.append(given.codePointCount(0, given.length()) > 40 ? "…'" : "'")
                .toString();
    }
}
