package org.cubecheck.spark;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.cubecheck.sweep.LocalSweeper;
import org.cubecheck.sweep.Sweep;
import org.cubecheck.sweep.SweepProgress;
import org.cubecheck.sweep.Sweeper;

/**
 * What an engine costs apart from the work: sweeps whose shards do nothing. How it is run, and what came out, is in
 * sweeps.md.
 */
final class Overhead {

    private static final int TURNS = 3;

    record Count(long shards) implements Serializable {}

    record Nothing(int shards) implements Sweep<Count> {
        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public Count shard(int index) {
            return new Count(1);
        }

        @Override
        public Count merge(Count first, Count next) {
            return new Count(first.shards + next.shards);
        }

        @Override
        public Class<Count> resultType() {
            return Count.class;
        }
    }

    private Overhead() {}

    /** @param masters of Spark, such as {@code local[2]} or {@code spark://host:7077} */
    public static void main(String... masters) throws InterruptedException {
        measure("local, 2 threads", LocalSweeper.of(2));
        for (String master : masters)
            measure(
                    "spark, " + master,
                    new SparkEngine().sweeper(Optional.of(master), Optional.empty(), SweepProgress.SILENT));
    }

    /** The least of a few turns, as other work only adds. */
    private static void measure(String engine, Sweeper sweeper) throws InterruptedException {
        double one = seconds(1, sweeper);
        double few = seconds(1_000, sweeper);
        double many = seconds(9_000, sweeper);
        System.out.printf(
                Locale.ROOT, "%-32s  start and end %.2f s, a shard %.3f ms%n", engine, one, (many - few) / 8_000 * 1e3);
    }

    private static double seconds(int shards, Sweeper sweeper) throws InterruptedException {
        double least = Double.MAX_VALUE;
        for (int turn = 0; turn < TURNS; turn++) {
            long begun = System.nanoTime();
            if (sweeper.run(new Nothing(shards)).shards() != shards)
                throw new IllegalStateException("shards are missing");
            least = Math.min(least, (System.nanoTime() - begun) / 1e9);
        }
        return least;
    }
}
