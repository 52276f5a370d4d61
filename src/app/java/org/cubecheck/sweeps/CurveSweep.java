package org.cubecheck.sweeps;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cubecheck.sweep.Sweep;
import org.cubecheck.task.LearningCurve;
import org.cubecheck.task.TaskDistribution;

/**
 * A simulated {@link LearningCurve}; shards are blocks of its samples, so the numbers are those of the whole curve at
 * once.
 *
 * @param d the number of latents, 1..4
 * @param tasks the distribution of tasks, as {@link TaskDistribution#parse} reads it
 * @param observations the dimension of the observations, d..12, or 0 for latents that are seen themselves
 * @param samples how often psi and the tasks are drawn
 */
record CurveSweep(int d, String tasks, int observations, int samples, long seed) implements Sweep<CurveSweep.Counts> {

    /**
     * How many samples had which outcome.
     *
     * @param identified for each of {@link LearningCurve#USUAL_COUNTS}, in how many samples the latents were identified
     * @param undecided for each of them, in how many samples that was left open
     */
    record Counts(long samples, List<Long> identified, List<Long> undecided) implements Serializable {
        Counts {
            identified = List.copyOf(identified);
            undecided = List.copyOf(undecided);
        }

        Counts plus(Counts next) {
            return new Counts(samples + next.samples, sum(identified, next.identified), sum(undecided, next.undecided));
        }

        private static List<Long> sum(List<Long> a, List<Long> b) {
            return IntStream.range(0, a.size())
                    .mapToObj(i -> a.get(i) + b.get(i))
                    .toList();
        }
    }

    /** @throws IllegalArgumentException if there is no such curve */
    CurveSweep {
        if (d < 1 || d > 4) throw new IllegalArgumentException("world models are searched for 1..4 latents, not " + d);
        if (observations != 0 && (observations < d || observations > 12))
            throw new IllegalArgumentException(
                    "--observations lies within " + d + "..12, or is 0, not " + observations);
        if (samples < 1) throw new IllegalArgumentException("at least one sample, not " + samples);
        try {
            TaskDistribution.parse(d, tasks);
        } catch (IllegalArgumentException complaint) {
            throw new IllegalArgumentException("--tasks: " + complaint.getMessage(), complaint);
        }
    }

    /** For four latents each sample is a search over 16! models. */
    private int block() {
        return d == 4 ? 1 : 500;
    }

    @Override
    public String name() {
        return "learning curve of " + d + " latents, "
                + (observations == 0 ? "seen themselves" : "seen in " + observations + " dimensions") + ", tasks "
                + tasks + ", " + samples + " samples of seed " + seed;
    }

    @Override
    public int shards() {
        return (samples - 1) / block() + 1;
    }

    @Override
    public Counts shard(int index) {
        int from = index * block();
        int size = Math.min(block(), samples - from);
        var curve = LearningCurve.sampled(
                TaskDistribution.parse(d, tasks),
                observations == 0 ? OptionalInt.empty() : OptionalInt.of(observations),
                LearningCurve.USUAL_COUNTS,
                from,
                size,
                seed);
        return new Counts(
                size,
                curve.stream().map(LearningCurve.Sampled::identified).toList(),
                curve.stream().map(LearningCurve.Sampled::undecided).toList());
    }

    /** The curve that counts amount to. */
    static List<LearningCurve.Sampled> curve(Counts counts) {
        return IntStream.range(0, LearningCurve.USUAL_COUNTS.size())
                .mapToObj(i -> LearningCurve.Sampled.of(
                        LearningCurve.USUAL_COUNTS.get(i),
                        counts.identified.get(i),
                        counts.undecided.get(i),
                        Math.toIntExact(counts.samples)))
                .toList();
    }

    @Override
    public Counts merge(Counts first, Counts next) {
        return first.plus(next);
    }

    @Override
    public Class<Counts> resultType() {
        return Counts.class;
    }
}
