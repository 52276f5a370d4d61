package org.cubecheck.spark;

import java.util.Optional;
import org.cubecheck.sweep.Engine;
import org.cubecheck.sweep.SweepProgress;
import org.cubecheck.sweep.Sweeper;

/** Apache Spark, by the name {@code spark}; its master is {@code local[*]} unless another is named. */
public final class SparkEngine implements Engine {

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Sweeper sweeper(Optional<String> master, Optional<String> folder, SweepProgress progress) {
        return new SparkSweeper(master.orElse("local[*]"), folder, progress);
    }
}
