package org.cubecheck.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The gates that are tests, each at the level 0.05, as what they are: many. Holm's correction is a view of them that
 * was taken afterwards; no gate was changed for it. It is made twice: over all gates, and over the questions, a claim
 * being a question with the largest p of its gates, as it stands only if all are passed, and an experiment that no
 * claim is made of being another.
 */
public final class Multiplicity {

    private Multiplicity() {}

    /**
     * One gate.
     *
     * @param question the claim that it belongs to, or its experiment
     * @param wins the pairs in favour
     * @param p without any correction
     * @param overGates after Holm's correction over all gates
     * @param overQuestions the question's, after Holm's correction over all questions
     */
    public record Tested(
            String question,
            String experiment,
            String gate,
            long wins,
            int seeds,
            double p,
            double overGates,
            double overQuestions) {}

    /** The recorded runs of the full size. @throws IllegalStateException if there are none */
    public static List<Tested> recorded() {
        return Experiments.networkClaims(Size.FULL).tests();
    }

    /** @param question of an experiment's gate */
    static List<Tested> of(
            Size size,
            List<Experiment> experiments,
            Function<Experiment, ExperimentResult> runs,
            BiFunction<Experiment, Gate, String> question) {
        var gates = new ArrayList<Tested>();
        for (var experiment : experiments) {
            for (var gate : experiment.gates(size)) {
                if (gate.order().isEmpty()) continue;
                var order = gate.order().get();
                var result = runs.apply(experiment);
                gates.add(new Tested(
                        question.apply(experiment, gate),
                        experiment.name(),
                        gate.name(),
                        order.wins(result),
                        order.differences(result).length,
                        order.p(result),
                        1,
                        1));
            }
        }
        var largest = new LinkedHashMap<String, Double>();
        gates.forEach(gate -> largest.merge(gate.question(), gate.p(), Math::max));
        var questions = List.copyOf(largest.keySet());
        var overGates = Statistics.holm(gates.stream().mapToDouble(Tested::p).toArray());
        var overQuestions =
                Statistics.holm(largest.values().stream().mapToDouble(p -> p).toArray());
        var corrected = new ArrayList<Tested>();
        for (int i = 0; i < gates.size(); i++) {
            var gate = gates.get(i);
            corrected.add(new Tested(
                    gate.question(),
                    gate.experiment(),
                    gate.gate(),
                    gate.wins(),
                    gate.seeds(),
                    gate.p(),
                    overGates[i],
                    overQuestions[questions.indexOf(gate.question())]));
        }
        return List.copyOf(corrected);
    }

    /** As a table in Markdown, which is easily read as well. */
    public static List<String> table(List<Tested> tests) {
        long questions = tests.stream().map(Tested::question).distinct().count();
        var lines = new ArrayList<String>();
        lines.add("| claim or experiment | gate | pairs in favour | p (" + Gate.TEST + ") | Holm, " + tests.size()
                + " gates | Holm, " + questions + " questions |");
        lines.add("| --- | --- | ---: | ---: | ---: | ---: |");
        for (var test : tests)
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d of %d | %s | %s | %s |",
                    test.question(),
                    test.gate(),
                    test.wins(),
                    test.seeds(),
                    text(test.p()),
                    text(test.overGates()),
                    text(test.overQuestions())));
        return List.copyOf(lines);
    }

    static String text(double p) {
        return String.format(Locale.ROOT, p < 1e-4 ? "%.1e" : "%.2g", p);
    }
}
