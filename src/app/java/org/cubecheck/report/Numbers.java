package org.cubecheck.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them, the same on every machine. */
final class Numbers {

    private static final int GROUPED_DIGITS = 16;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /** {@code 40,320}; from 17 digits on {@code 2.6 × 10³⁵}. */
    static String text(BigInteger number) {
        if (number.toString().length() <= GROUPED_DIGITS) return String.format(Locale.ROOT, "%,d", number);
        var rounded = new BigDecimal(number).round(new MathContext(2, RoundingMode.DOWN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).setScale(1, RoundingMode.DOWN).toPlainString() + " × 10"
                + superscript(exponent);
    }

    static String text(long number) {
        return text(BigInteger.valueOf(number));
    }

    /** Three decimals at most, for estimates: {@code 0.065}. */
    static String text(double number) {
        return new BigDecimal(number)
                .round(new MathContext(3, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** {@code 0.12 s}. */
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, time.toMillis() < 10_000 ? "%.2f s" : "%.0f s", time.toNanos() / 1e9);
    }

    /** Rounded to milliseconds, for the machine. */
    static double plainSeconds(Duration time) {
        return Math.round(time.toNanos() / 1e6) / 1e3;
    }

    private static String superscript(int exponent) {
        var text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray())
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        return text.toString();
    }
}
