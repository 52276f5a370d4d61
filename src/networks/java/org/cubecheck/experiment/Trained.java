package org.cubecheck.experiment;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What an experiment measured in every setting, over seeds in their order; runs on further seeds can be added. */
public record Trained(List<CellResult> cells) implements Serializable {

    public Trained {
        cells = List.copyOf(cells);
    }

    /** Trains every setting on one seed, on the CPU. */
    public static Trained on(Experiment experiment, Size size, long seed) {
        var laboratory = new Laboratory(Accelerator.of("cpu"), Optional.empty(), false, Laboratory.Watch.SILENT);
        return new Trained(laboratory.run(experiment, size, List.of(seed)).cells());
    }

    /** The seeds of both. @throws IllegalArgumentException if the settings differ */
    public Trained plus(Trained next) {
        return new Trained(IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get(i).plus(next.cells.get(i)))
                .toList());
    }
}
