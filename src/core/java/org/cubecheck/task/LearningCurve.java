package org.cubecheck.task;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.Degrees;
import org.cubecheck.transform.Bijection;

/**
 * The probability that the {@linkplain IdealLearner ideal learner} identifies the latents from n independent tasks,
 * against n.
 */
public final class LearningCurve {

    /**
     * How many sets of tasks (with repetitions) an exact curve may visit, times the number of kinds of observations.
     */
    public static final long EXACT_LIMIT = 200_000_000;

    /** The numbers of tasks at which a simulated curve is usually drawn. */
    public static final List<Integer> USUAL_COUNTS = List.of(0, 1, 2, 4, 8, 16, 32, 64);

    private LearningCurve() {}

    /** Prepared once for each dimension, when the first is asked for: a learner is immutable. */
    private static final class Learners {
        static final List<IdealLearner> BY_DIMENSION =
                IntStream.rangeClosed(1, 3).mapToObj(IdealLearner::of).toList();
    }

    private static IdealLearner learner(int d) {
        return d >= 1 && d <= 3 ? Learners.BY_DIMENSION.get(d - 1) : IdealLearner.of(d);
    }

    /**
     * One exact value: {@code identified} of {@code total} equally likely cases.
     *
     * @param tasks n
     */
    public record Exact(int tasks, BigInteger identified, BigInteger total) {
        public Exact {
            requireNonNull(identified, "identified");
            requireNonNull(total, "total");
        }

        /** The probability, in lowest terms. */
        public BigFraction probability() {
            return BigFraction.of(identified, total);
        }

        /**
         * The double nearest to the probability; that of the fraction itself may be off by one unit in the last place.
         */
        public double value() {
            // 64 bits or more of the quotient, the last set if anything follows: enough to round it once, in
            // doubleValue.
            int shift = Math.max(0, 64 + total.bitLength() - identified.bitLength());
            var quotient = identified.shiftLeft(shift).divideAndRemainder(total);
            var rounded = quotient[1].signum() == 0 ? quotient[0] : quotient[0].setBit(0);
            return Math.scalb(rounded.doubleValue(), -shift);
        }
    }

    /**
     * One estimate.
     *
     * @param tasks n
     * @param identified in how many samples the latents were identified
     * @param undecided in how many samples that was left open: 0 for up to three latents
     * @param samples how many there were
     * @param low lower end of the Wilson interval, 95%, with the open cases counted as not identified
     * @param high its upper end, with the open cases counted as identified
     */
    public record Sampled(int tasks, long identified, long undecided, long samples, double low, double high) {
        /** The point at n tasks, from what was counted. */
        public static Sampled of(int tasks, long identified, long undecided, int samples) {
            // At the ends the formula gives 0 and 1 but for rounding.
            long most = identified + undecided;
            double low = identified == 0 ? 0 : wilson(samples, identified, -1);
            double high = most == samples ? 1 : wilson(samples, most, 1);
            return new Sampled(tasks, identified, undecided, samples, low, high);
        }

        /** The 97.5 % point of the normal distribution. */
        private static final double Z = 1.959963984540054;

        /** An end of Wilson's score interval with 95 % (Wilson 1927). */
        private static double wilson(int trials, long successes, int side) {
            double mean = (double) successes / trials;
            double half = Z * Math.sqrt(mean * (1 - mean) / trials + Z * Z / (4.0 * trials * trials));
            return (mean + Z * Z / (2.0 * trials) + side * half) / (1 + Z * Z / trials);
        }
    }

    /**
     * The exact curve for n = 0..most: a sum over all multisets of tasks.
     *
     * @param observed whether z is seen through a uniformly random bijection psi of B^d, over which the probability is
     *     taken too; else psi is the identity
     * @param most the largest number of tasks, at least 0
     * @throws IllegalArgumentException if d is above 3, most is negative, there are more cases than {@link
     *     #EXACT_LIMIT}, or a count of weighted sequences of tasks does not fit into 63 bits
     */
    public static List<Exact> exact(TaskDistribution tasks, boolean observed, int most) {
        if (most < 0) throw new IllegalArgumentException("an exact curve goes up to 0 tasks or more, not " + most);
        var learner = learner(tasks.dimension());
        var kinds = new ArrayList<int[]>();
        var weights = new ArrayList<Long>();
        if (observed) {
            learner.observations().forEach((psi, size) -> {
                kinds.add(advantage(learner.complexities(tasks.dimension(), psi.toArray())));
                weights.add(size);
            });
        } else {
            kinds.add(advantage(learner.complexities()));
            weights.add(1L);
        }
        var columns = columns(learner, tasks);
        double cases = weights.size();
        for (int i = 1; i <= most; i++) cases *= (columns.size() + i) / (double) i;
        if (cases > EXACT_LIMIT)
            throw new IllegalArgumentException(String.format(
                    java.util.Locale.ROOT,
                    "an exact curve up to %d tasks visits %.1e cases, more than %.0e",
                    most,
                    cases,
                    (double) EXACT_LIMIT));
        var walk = new Walk(
                new ArrayList<>(columns.keySet()),
                new ArrayList<>(columns.values()),
                kinds,
                weights,
                most,
                learner.models().size());
        try {
            walk.visit(0, 0, 0, 1);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "an exact curve up to " + most
                            + " tasks counts weighted sequences of tasks beyond 2^63 - 1; for these weights up to "
                            + (walk.firstOverflow(0, 0, 0, 1, most) - 1) + " are accepted",
                    overflow);
        }
        var all = columns.values().stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        long observations = weights.stream().mapToLong(Long::longValue).sum();
        return IntStream.rangeClosed(0, most)
                .mapToObj(n -> new Exact(n, walk.identified[n], all.pow(n).multiply(BigInteger.valueOf(observations))))
                .toList();
    }

    /** What every model costs above the identity. */
    private static int[] advantage(int[] complexities) {
        return Arrays.stream(complexities).map(c -> c - complexities[0]).toArray();
    }

    /** Tasks by what they cost each model above the identity, with their weight; the weights have no common divisor. */
    private static Map<List<Byte>, Long> columns(IdealLearner learner, TaskDistribution tasks) {
        var columns = new LinkedHashMap<List<Byte>, Long>();
        int models = learner.models().size();
        for (int task : tasks.support()) {
            var column = new ArrayList<Byte>();
            for (int r = 0; r < models; r++) column.add((byte) (learner.degree(task, r) - learner.degree(task, 0)));
            long weight = tasks.density(Degrees.of(tasks.dimension(), task));
            try {
                columns.merge(column, weight, Math::addExact);
            } catch (ArithmeticException overflow) {
                throw new IllegalArgumentException(
                        "for an exact curve the weights of the tasks may add up to 2^63 - 1 at most, but that " + weight
                                + " is among them",
                        overflow);
            }
        }
        var common = columns.values().stream()
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::gcd)
                .longValueExact();
        columns.replaceAll((column, weight) -> weight / common);
        return columns;
    }

    /** Visits every multiset of at most so many columns once, with the number of sequences that it stands for. */
    private static final class Walk {
        private final List<byte[]> columns;
        private final List<Long> columnWeights;
        private final List<int[]> kinds;
        private final List<Long> kindWeights;
        private final int most;
        private final int[][] total;
        final BigInteger[] identified;

        Walk(
                List<List<Byte>> columns,
                List<Long> columnWeights,
                List<int[]> kinds,
                List<Long> kindWeights,
                int most,
                int models) {
            this.columns = columns.stream()
                    .map(column -> {
                        var bytes = new byte[models];
                        for (int r = 0; r < models; r++) bytes[r] = column.get(r);
                        return bytes;
                    })
                    .toList();
            this.columnWeights = columnWeights;
            this.kinds = kinds;
            this.kindWeights = kindWeights;
            this.most = most;
            total = new int[most + 1][models];
            identified = new BigInteger[most + 1];
            Arrays.fill(identified, BigInteger.ZERO);
        }

        /**
         * The multiset so far has n tasks, {@code copies} of the column {@code from} among them, and {@code sequences}
         * weighted orders.
         */
        void visit(int n, int from, int copies, long sequences) {
            long observations = 0;
            for (int k = 0; k < kinds.size(); k++) {
                if (isIdentified(total[n], kinds.get(k))) observations += kindWeights.get(k);
            }
            identified[n] = identified[n].add(BigInteger.valueOf(sequences).multiply(BigInteger.valueOf(observations)));
            if (n == most) return;
            for (int c = from; c < columns.size(); c++) {
                byte[] column = columns.get(c);
                for (int r = 0; r < column.length; r++) total[n + 1][r] = total[n][r] + column[r];
                int again = c == from ? copies + 1 : 1;
                visit(n + 1, c, again, sequences(sequences, n + 1, c, again));
            }
        }

        private long sequences(long sequences, int n, int column, int copies) {
            return Math.multiplyExact(Math.multiplyExact(sequences, (long) n), columnWeights.get(column)) / copies;
        }

        /**
         * The least number of tasks, up to {@code first}, at which a count overflows on from here; {@code first} if at
         * none below.
         */
        int firstOverflow(int n, int from, int copies, long sequences, int first) {
            int least = first;
            for (int c = from; c < columns.size() && n + 1 < least; c++) {
                int again = c == from ? copies + 1 : 1;
                try {
                    least = firstOverflow(n + 1, c, again, sequences(sequences, n + 1, c, again), least);
                } catch (ArithmeticException overflow) {
                    least = n + 1;
                }
            }
            return least;
        }

        private static boolean isIdentified(int[] tasks, int[] observation) {
            for (int r = 1; r < tasks.length; r++) {
                if (tasks[r] + observation[r] <= 0) return false;
            }
            return true;
        }
    }

    /**
     * The curve by simulation, from the samples 0..samples-1 of the seed.
     *
     * @see #sampled(TaskDistribution, OptionalInt, List, long, int, long)
     */
    public static List<Sampled> sampled(
            TaskDistribution tasks, OptionalInt m, List<Integer> counts, int samples, long seed) {
        return sampled(tasks, m, counts, 0, samples, seed);
    }

    /**
     * The curve by simulation, from some of the samples of a seed. Sample i draws psi, then the tasks one after the
     * other, from a {@link SplittableRandom} whose seed is mixed from the given seed and i: no two seeds share samples,
     * and what consecutive calls count adds up to what one call for all their samples does.
     *
     * @param m the dimension of the observations: psi is a uniformly random injection of B^d into B^m for each sample;
     *     empty if psi is the identity
     * @param counts the numbers n of tasks, rising
     * @param from the number of the first sample, at least 0
     * @throws IllegalArgumentException if d is above 4, m is less than d, from is negative, or there is nothing to do
     */
    public static List<Sampled> sampled(
            TaskDistribution tasks, OptionalInt m, List<Integer> counts, long from, int samples, long seed) {
        int d = tasks.dimension();
        if (m.isPresent() && (m.getAsInt() < d || m.getAsInt() > 12))
            throw new IllegalArgumentException("observations have dimension " + d + "..12, not " + m.getAsInt());
        if (from < 0) throw new IllegalArgumentException("samples are numbered from 0 on, not from " + from);
        if (samples < 1 || counts.isEmpty())
            throw new IllegalArgumentException("at least one sample and one number of tasks");
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) < 0 || i > 0 && counts.get(i) <= counts.get(i - 1))
                throw new IllegalArgumentException("numbers of tasks rise from 0 on: " + counts);
        }
        var sampler = tasks.sampler();
        var identified = new long[counts.size()];
        var undecided = new long[counts.size()];
        for (int sample = 0; sample < samples; sample++) {
            var random = new SplittableRandom(mixed(seed, from + sample));
            int[] psi = m.isEmpty()
                    ? IntStream.range(0, 1 << d).toArray()
                    : Arrays.copyOf(Bijection.random(m.getAsInt(), random).toArray(), 1 << d);
            var drawn = new int[counts.get(counts.size() - 1)];
            for (int i = 0; i < drawn.length; i++) drawn[i] = sampler.draw(random);
            var decisions = d <= 3
                    ? decideAll(learner(d), m.orElse(d), psi, drawn, counts)
                    : decideFour(m.orElse(d), psi, drawn, counts);
            for (int i = 0; i < identified.length; i++) {
                if (decisions.get(i) == FourLatentLearner.Decision.IDENTIFIED) identified[i]++;
                if (decisions.get(i) == FourLatentLearner.Decision.UNDECIDED) undecided[i]++;
            }
        }
        return IntStream.range(0, counts.size())
                .mapToObj(i -> Sampled.of(counts.get(i), identified[i], undecided[i], samples))
                .toList();
    }

    /**
     * The seed of a sample. Both are mixed, one after the other: a sum would give the next sample of this seed to the
     * next seed too.
     */
    static long mixed(long seed, long sample) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + sample).nextLong();
    }

    private static List<FourLatentLearner.Decision> decideAll(
            IdealLearner learner, int m, int[] psi, int[] drawn, List<Integer> counts) {
        int[] total = learner.complexities(m, psi);
        var decisions = new ArrayList<FourLatentLearner.Decision>();
        int n = 0;
        for (int count : counts) {
            for (; n < count; n++) {
                for (int r = 0; r < total.length; r++) total[r] += learner.degree(drawn[n], r);
            }
            int own = total[0];
            boolean alone = IntStream.range(1, total.length).allMatch(r -> total[r] > own);
            decisions.add(alone ? FourLatentLearner.Decision.IDENTIFIED : FourLatentLearner.Decision.NOT_IDENTIFIED);
        }
        return decisions;
    }

    private static List<FourLatentLearner.Decision> decideFour(int m, int[] psi, int[] drawn, List<Integer> counts) {
        var learner = FourLatentLearner.observing(m, psi);
        return counts.stream()
                .map(count -> learner.decide(Arrays.copyOf(drawn, count)))
                .toList();
    }
}
