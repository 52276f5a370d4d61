package org.cubecheck.identification;

import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.identify.Interval;

/** Numbers as people read them. */
final class Figures {

    /** The convention of signs where latents were given in 0/1. */
    static final String ZERO_ONE =
            "Here a latent given as 1 stands as -1 and one given as 0 as +1, and of a coordinate the higher side as -1.";

    private static final int MOST_DIGITS = 8;

    private Figures() {}

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    static String optional(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "-";
    }

    static String interval(Interval v) {
        if (!v.isKnown()) return number(v.value());
        String form = form(v);
        return String.format(Locale.ROOT, form + " [" + form + ", " + form + "]", v.value(), v.low(), v.high());
    }

    /** Four digits, or as many more as tell the ends of an interval apart. */
    private static String form(Interval v) {
        for (int digits = 4; digits <= MOST_DIGITS; digits++) {
            String form = "%." + digits + "f";
            if (v.low() == v.high()
                    || !String.format(Locale.ROOT, form, v.low()).equals(String.format(Locale.ROOT, form, v.high())))
                return form;
        }
        // Of ends near 1 that differ by rounding alone the difference says nothing.
        return Math.abs(v.high()) < 0.1 ? "%.2g" : "%.4f";
    }

    /** A number of rows out of all, cut to two decimals: never rounded up to 100%, which is said in words. */
    static String percent(double part, int rows) {
        long hundredths = Math.round(part * rows) * 10_000 / rows;
        return String.format(Locale.ROOT, "%d.%02d%%", hundredths / 100, hundredths % 100);
    }

    static String fraction(BigFraction value) {
        boolean whole = value.getDenominator().equals(BigInteger.ONE);
        return whole ? value.getNumerator().toString() : value.getNumerator() + "/" + value.getDenominator();
    }
}
