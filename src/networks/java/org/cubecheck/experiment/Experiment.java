package org.cubecheck.experiment;

import java.util.List;
import java.util.function.Function;
import org.cubecheck.claim.Estimate;

/**
 * A question to trained networks, with everything fixed in code before the first run: seeds, settings, measures, tests,
 * thresholds. Without gates it is an observation, which decides nothing.
 */
public final class Experiment {

    private final String name;
    private final String question;
    private final Function<Size, ExperimentPlan> plan;
    private final Function<Size, List<Gate>> gates;

    Experiment(String name, String question, Function<Size, ExperimentPlan> plan, Function<Size, List<Gate>> gates) {
        this.name = name;
        this.question = question;
        this.plan = plan;
        this.gates = gates;
    }

    /** A word. */
    public String name() {
        return name;
    }

    /** What is asked, in a sentence. */
    public String question() {
        return question;
    }

    ExperimentPlan plan(Size size) {
        return plan.apply(size);
    }

    List<Gate> gates(Size size) {
        return gates.apply(size);
    }

    /** The seeds that a size uses unless others are named. */
    public List<Long> seeds(Size size) {
        return plan(size).seeds();
    }

    /** The names of the settings that are compared. */
    public List<String> cells(Size size) {
        return plan(size).cells().stream().map(ExperimentPlan.Cell::name).toList();
    }

    /** What counts as reproduced, in words. */
    public List<String> thresholds(Size size) {
        return gates(size).stream()
                .map(gate -> gate.name() + ": " + gate.threshold())
                .toList();
    }

    /** The numbers of a run, held against the gates. */
    public List<Estimate> judge(ExperimentResult result) {
        return gates(result.size()).stream().map(gate -> gate.of(result)).toList();
    }
}
