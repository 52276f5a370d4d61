package org.cubecheck.cube;

/** Truth tables as text: what {@link BooleanFunction} reads and writes. */
final class TruthTables {

    private TruthTables() {}

    /** See {@link BooleanFunction#parseHex(String)}. */
    static BooleanFunction parseHex(String text) {
        String digits = digits(text);
        if (Integer.bitCount(digits.length()) != 1)
            throw new IllegalArgumentException(
                    "a truth table in hexadecimal has a power of two of digits, not " + digits.length());
        return parseHex(2 + Integer.numberOfTrailingZeros(digits.length()), text);
    }

    /** See {@link BooleanFunction#parseHex(int, String)}. */
    static BooleanFunction parseHex(int n, String text) {
        String digits = digits(text);
        int expected = Math.max(1, Cube.points(n) / 4);
        if (digits.length() != expected)
            throw new IllegalArgumentException("a truth table of " + n + " variables has " + expected
                    + " hexadecimal digits, not " + digits.length());
        var words = new long[BooleanFunction.words(n)];
        for (int k = 0; k < expected; k++) {
            char c = digits.charAt(expected - 1 - k);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0)
                throw new IllegalArgumentException(
                        "'" + c + "' at position " + (text.length() - k) + " is no hexadecimal digit");
            words[k >>> 4] |= (long) digit << (4 * k);
        }
        return BooleanFunction.ofWords(n, words);
    }

    private static String digits(String text) {
        return text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
    }

    /** See {@link BooleanFunction#parseBits(String)}. */
    static BooleanFunction parseBits(String text) {
        for (int k = 0; k < text.length(); k++) {
            if (text.charAt(k) != '0' && text.charAt(k) != '1')
                throw new IllegalArgumentException(
                        "'" + text.charAt(k) + "' at position " + (k + 1) + " is neither 0 nor 1");
        }
        if (Integer.bitCount(text.length()) != 1)
            throw new IllegalArgumentException("a truth table has a power of two of bits, not " + text.length());
        return BooleanFunction.of(Cube.variables(text.length()), x -> text.charAt(x) == '1');
    }

    /** See {@link BooleanFunction#toHex()}. */
    static String toHex(int n, long[] words) {
        var text = new StringBuilder();
        int digits = Math.max(1, Cube.points(n) / 4);
        for (int digit = digits - 1; digit >= 0; digit--)
            text.append(Character.forDigit((int) (words[digit >>> 4] >>> (4 * digit) & 15), 16));
        return text.toString();
    }
}
