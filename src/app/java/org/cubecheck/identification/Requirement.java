package org.cubecheck.identification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cubecheck.identify.Finding;
import org.cubecheck.identify.Identification;

/**
 * What an identification is required to reach, such as {@code mcc=0.9} or {@code finding=linear}.
 *
 * @param text as it was given
 * @param name of a score, or {@code finding}
 * @param least of a score; of an error the most
 */
public record Requirement(String text, String name, double least) {

    private static final String FINDING = "finding";
    private static final Map<String, Function<Identification, OptionalDouble>> SCORES = scores();

    /**
     * Reads a requirement.
     *
     * @throws IllegalArgumentException if there is no such score or finding, or no number
     */
    public static Requirement of(String text) {
        int at = text.indexOf('=');
        String name = at < 0 ? text : text.substring(0, at);
        String value = at < 0 ? "" : text.substring(at + 1);
        if (name.equals(FINDING)) {
            var finding = Arrays.stream(Finding.values())
                    .filter(f -> f.word().replace(' ', '-').equals(value.replace(' ', '-')))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text + " names no finding; there are "
                            + Arrays.stream(Finding.values())
                                    .map(f -> f.word().replace(' ', '-'))
                                    .collect(Collectors.joining(", "))));
            return new Requirement(text, name, finding.ordinal());
        }
        if (!SCORES.containsKey(name))
            throw new IllegalArgumentException(
                    text + " names no score; there are " + String.join(", ", SCORES.keySet()) + " and " + FINDING);
        try {
            double least = Double.parseDouble(value);
            if (!Double.isFinite(least)) throw new NumberFormatException(value);
            return new Requirement(text, name, least);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    text + " gives no number; such as " + name + "=0.9 is accepted", noNumber);
        }
    }

    /** Why it is not met, on one line; none where it is. */
    public Optional<String> objection(Identification found) {
        if (name.equals(FINDING)) {
            var required = Finding.values()[(int) least];
            boolean met = found.finding().ordinal() <= required.ordinal() && !found.isQualified();
            return met
                    ? Optional.empty()
                    : Optional.of("the finding is " + found.finding().word()
                            + (found.isQualified() ? ", qualified" : "") + ", and " + required.word()
                            + " or better without a qualification is required");
        }
        var value = SCORES.get(name).apply(found);
        if (value.isEmpty())
            return Optional.of("there is no " + name + " of these samples, and " + text + " is required");
        boolean isError = name.endsWith("Error");
        double v = value.getAsDouble();
        return (isError ? v <= least : v >= least)
                ? Optional.empty()
                : Optional.of(name + " is " + String.format(Locale.ROOT, "%.6g", v) + ", "
                        + (isError ? "above" : "below") + " the required " + least);
    }

    private static Map<String, Function<Identification, OptionalDouble>> scores() {
        var scores = new LinkedHashMap<String, Function<Identification, OptionalDouble>>();
        scores.put("mcc", found -> OptionalDouble.of(found.meanCorrelation()));
        scores.put("meanCorrelation", found -> OptionalDouble.of(found.meanCorrelation()));
        scores.put(
                "heldOutCorrelation",
                found -> found.heldOutCorrelation().stream()
                        .mapToDouble(v -> v.value())
                        .findFirst());
        scores.put("recoveredFraction", found -> OptionalDouble.of(found.recoveredFraction()));
        scores.put(
                "identificationError",
                found -> found.identificationError().stream()
                        .mapToDouble(v -> v.value())
                        .findFirst());
        scores.put("assignedError", found -> OptionalDouble.of(found.assignedError()));
        scores.put("disentanglement", Identification::disentanglement);
        scores.put("completeness", Identification::completeness);
        scores.put("informativeness", Identification::informativeness);
        scores.put("sap", Identification::sap);
        scores.put("mig", Identification::mig);
        return scores;
    }
}
