package org.cubecheck.sweeps;

import java.util.Locale;
import org.cubecheck.experiment.Experiments;
import org.cubecheck.experiment.Size;
import org.cubecheck.experiment.Trained;
import org.cubecheck.sweep.Sweep;

/**
 * An experiment on many seeds; a shard is one seed, on which every cell is trained, on the CPU. A shard gives the same
 * numbers on any thread or machine as far as the library that multiplies the matrices does: on one thread for each
 * training, which is how it is run unless {@code ai.djl.pytorch.num_threads} says otherwise, with one version of the
 * library on one kind of processor.
 *
 * @param experiment its name
 * @param first the first seed
 * @param seeds how many there are, at least 1
 */
record TrainingSweep(String experiment, Size size, long first, int seeds) implements Sweep<Trained> {

    /** @throws IllegalArgumentException if there is no such experiment, or no seed */
    TrainingSweep {
        Experiments.named(experiment);
        if (seeds < 1) throw new IllegalArgumentException("at least one seed, not " + seeds);
    }

    @Override
    public String name() {
        return "experiment " + experiment + ", " + size.name().toLowerCase(Locale.ROOT) + ", seeds " + first + ".."
                + (first + seeds - 1);
    }

    @Override
    public int shards() {
        return seeds;
    }

    @Override
    public Trained shard(int index) {
        return Trained.on(Experiments.named(experiment), size, first + index);
    }

    @Override
    public Trained merge(Trained first, Trained next) {
        return first.plus(next);
    }

    @Override
    public Class<Trained> resultType() {
        return Trained.class;
    }
}
