package org.cubecheck.experiment;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cubecheck.sweep.Sweep;

/**
 * An experiment on many seeds; a shard is one seed, on which every cell is trained, on the CPU. A shard gives the same numbers on any thread
 * or machine as far as the library that multiplies the matrices does: on one thread for each training, which is how it is run unless
 * {@code ai.djl.pytorch.num_threads} says otherwise, with one version of the library on one kind of processor.
 *
 * @param experiment its name
 * @param first the first seed
 * @param seeds how many there are, at least 1
 */
record TrainingSweep(String experiment, Size size, long first, int seeds) implements Sweep<TrainingSweep.Trained> {

  /** What was measured: every cell, over the seeds in their order. */
  record Trained(List<CellResult> cells) implements Serializable {
    Trained {
      cells = List.copyOf(cells);
    }

    Trained plus(Trained next) {
      return new Trained(IntStream.range(0, cells.size()).mapToObj(i -> cells.get(i).plus(next.cells.get(i))).toList());
    }
  }

  /** @throws IllegalArgumentException if there is no such experiment, or no seed */
  TrainingSweep {
    Experiments.named(experiment);
    if (seeds < 1) throw new IllegalArgumentException("at least one seed, not " + seeds);
  }

  @Override
  public String name() {
    return "experiment " + experiment + ", " + size.name().toLowerCase(Locale.ROOT) + ", seeds " + first + ".." + (first + seeds - 1);
  }

  @Override
  public int shards() {
    return seeds;
  }

  @Override
  public Trained shard(int index) {
    return train(Experiments.named(experiment), size, first + index);
  }

  /** Every cell on one seed. */
  static Trained train(Experiment experiment, Size size, long seed) {
    var laboratory = new Laboratory(Accelerator.of("cpu"), Optional.empty(), false, Laboratory.Watch.SILENT);
    return new Trained(laboratory.run(experiment, size, List.of(seed)).cells());
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
