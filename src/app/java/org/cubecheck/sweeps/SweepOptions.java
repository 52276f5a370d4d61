package org.cubecheck.sweeps;

import java.util.Optional;
import org.cubecheck.experiment.Size;
import org.cubecheck.sweep.SweepOption;
import org.cubecheck.sweep.SweepOption.Choices;
import org.cubecheck.sweep.SweepOption.Integers;
import org.cubecheck.sweep.SweepOption.Longs;
import org.cubecheck.sweep.SweepOption.Texts;
import org.cubecheck.sweep.SweepOption.Values;

/**
 * The options of the sweeps, each declared here and nowhere else, in the order in which help lists them. A sweep says
 * which of them it takes, within which range and with which default.
 */
public final class SweepOptions {

    private SweepOptions() {}

    /** {@code --dimension}, within low..high. */
    public static SweepOption<Integer> dimension(int low, int high) {
        return option(
                1, "dimension", "D", "the dimension of the cube, or the number of variables", new Integers(low, high));
    }

    /** {@code --claim}, the name of a claim or control. */
    public static SweepOption<String> claim() {
        return option(2, "claim", "ID", "the claim or control that is checked", new Texts());
    }

    static SweepOption<String> experiment() {
        return option(
                3,
                "experiment",
                "NAME",
                "the experiment that is trained, as 'experiment list' shows them",
                new Texts());
    }

    static SweepOption<Size> size() {
        return option(4, "size", "SIZE", "of the experiment: quick or full", new Choices<>(Size.class));
    }

    static SweepOption<String> tasks() {
        return option(5, "tasks", "TASKS", "which tasks are drawn, as for learning-curve", new Texts());
    }

    static SweepOption<Integer> observations() {
        return option(
                6,
                "observations",
                "M",
                "the dimension of the observations, as for learning-curve",
                new Integers(0, Integer.MAX_VALUE));
    }

    /** {@code --samples}, within 1..most. */
    public static SweepOption<Long> samples(long most) {
        return option(
                7,
                "samples",
                "N",
                "how many cases are drawn; for counterexamples restarts, each of at most 500 steps",
                new Longs(1, most));
    }

    /** {@code --seed}, within low..high. */
    public static SweepOption<Long> seed(long low, long high) {
        return option(8, "seed", "SEED", "from which every random draw is derived", new Longs(low, high));
    }

    private static <T> SweepOption<T> option(
            int place, String name, String label, String description, Values<T> values) {
        return new SweepOption<>(place, name, label, description, values, Optional.empty());
    }
}
