package org.cubecheck.experiment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured on one network at one moment of its training.
 *
 * @param step how many steps had been made
 * @param values by name, in a stated order; rounded to six digits
 */
public record Checkpoint(int step, Map<String, Double> values) implements Serializable {

    private static final int DIGITS = 6;

    /** @throws NumberFormatException if a value is not finite */
    public Checkpoint {
        var rounded = new LinkedHashMap<String, Double>();
        values.forEach((name, value) -> rounded.put(
                name, new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue()));
        values = Collections.unmodifiableMap(rounded);
    }
}
