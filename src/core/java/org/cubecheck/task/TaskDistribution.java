package org.cubecheck.task;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Degrees;

/**
 * A distribution of tasks in which the weight of a Boolean function g of B^d depends on deg g only. Weights are
 * integers, so that expectations are exact; they need not add up to anything. Immutable.
 */
public final class TaskDistribution {

    private final String name;
    private final long[] density;

    private TaskDistribution(String name, long[] density) {
        this.name = name;
        this.density = density;
    }

    /**
     * The distribution in which every function of degree k has the weight density[k].
     *
     * @param density one weight for each degree 0..d
     * @throws IllegalArgumentException if there are fewer than two weights, one is negative or all are 0
     */
    public static TaskDistribution ofDensity(long... density) {
        return named("density " + Arrays.toString(density) + " by degree", density);
    }

    /**
     * The distribution that a user writes as {@code all} (no preference), {@code up-to-K} (uniform over the tasks of
     * degree at most K), {@code falling-F} (a density that falls by F from degree to degree) or {@code W0,W1,...,Wd}
     * (the density at each degree).
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static TaskDistribution parse(int d, String text) {
        if (text.equals("all")) return uniform(d);
        if (text.matches("up-to-\\d{1,4}")) return upToDegree(d, Integer.parseInt(text.substring(6)));
        if (text.matches("falling-\\d{1,4}")) return decreasing(d, Integer.parseInt(text.substring(8)));
        var words = text.split(",", -1);
        if (!Arrays.stream(words).allMatch(word -> word.matches("\\d{1,9}")))
            throw new IllegalArgumentException("tasks are all, up-to-K (K within 0.." + d
                    + "), falling-F (F within 2..9999) or weights W0,W1,...,W" + d + " (of at most 9 digits)" + ", not "
                    + text);
        var weights = Arrays.stream(words).mapToLong(Long::parseLong).toArray();
        if (weights.length != d + 1)
            throw new IllegalArgumentException(
                    "tasks have a weight for each degree 0.." + d + ", not " + weights.length + " weights");
        return ofDensity(weights);
    }

    private static TaskDistribution named(String name, long... density) {
        if (density.length < 2)
            throw new IllegalArgumentException("a density has a weight for each degree 0..d, d at least 1");
        if (Arrays.stream(density).anyMatch(w -> w < 0))
            throw new IllegalArgumentException("a weight is not negative: " + Arrays.toString(density));
        if (Arrays.stream(density).allMatch(w -> w == 0)) throw new IllegalArgumentException("no task has a weight");
        return new TaskDistribution(name, density.clone());
    }

    /** No preference: uniform over all Boolean functions of B^d. */
    public static TaskDistribution uniform(int d) {
        return named("uniform over all tasks", density(d, k -> true));
    }

    /** Uniform over the Boolean functions of degree at most k. */
    public static TaskDistribution upToDegree(int d, int k) {
        checkDegree(d, k);
        return named("uniform over tasks of degree at most " + k, density(d, j -> j <= k));
    }

    /** Uniform over the Boolean functions of degree exactly q. */
    public static TaskDistribution ofDegree(int d, int q) {
        checkDegree(d, q);
        return named("uniform over tasks of degree " + q, density(d, j -> j == q));
    }

    /**
     * A weight that falls by the given factor from every degree to the next.
     *
     * @throws IllegalArgumentException if d is less than 1, the factor less than 2, or its d-th power does not fit into
     * 63 bits
     */
    public static TaskDistribution decreasing(int d, int factor) {
        if (d < 1)
            throw new IllegalArgumentException("a density has a weight for each degree 0..d, d at least 1, not " + d);
        if (factor < 2) throw new IllegalArgumentException("a density falls by a factor of at least 2, not " + factor);
        if (d * Math.log(factor) > 63 * Math.log(2)
                || BigInteger.valueOf(factor).pow(d).bitLength() > 63)
            throw new IllegalArgumentException("the weights of a density fit into 63 bits; those that fall by " + factor
                    + " over " + d + " degrees do not");
        var density = new long[d + 1];
        density[d] = 1;
        for (int k = d - 1; k >= 0; k--) density[k] = density[k + 1] * factor;
        return named("a density that falls by " + factor + " from degree to degree", density);
    }

    private static long[] density(int d, java.util.function.IntPredicate kept) {
        return IntStream.rangeClosed(0, d).mapToLong(k -> kept.test(k) ? 1 : 0).toArray();
    }

    private static void checkDegree(int d, int k) {
        if (k < 0 || k > d) throw new IllegalArgumentException("a degree lies within 0.." + d + ", not " + k);
    }

    /** What it is, in words. */
    public String name() {
        return name;
    }

    /** The dimension d. */
    public int dimension() {
        return density.length - 1;
    }

    /**
     * The weight of each function of the given degree. @throws IndexOutOfBoundsException if the degree is not within
     * 0..d
     */
    public long density(int degree) {
        if (degree < 0 || degree >= density.length)
            throw new IndexOutOfBoundsException("a degree lies within 0.." + dimension() + ", not " + degree);
        return density[degree];
    }

    /** The weight of g. @throws IllegalArgumentException if g has another dimension */
    public long weight(BooleanFunction g) {
        checkDimension("a task", g.variables());
        return density[g.degree()];
    }

    /** Whether no degree has more weight than a smaller one. */
    public boolean isNonIncreasing() {
        return IntStream.range(0, dimension()).allMatch(k -> density[k] >= density[k + 1]);
    }

    /**
     * K: the degrees k, 1 &lt;= k &lt; d, with less weight at k + 1 than at k. A drop after degree 0 has no effect and
     * is not listed.
     */
    public SortedSet<Integer> drops() {
        var drops = new TreeSet<Integer>();
        for (int k = 1; k < dimension(); k++) {
            if (density[k] > density[k + 1]) drops.add(k);
        }
        return drops;
    }

    /**
     * The expectation of deg(g after T^-1), exact.
     *
     * @throws IllegalArgumentException if T has another dimension
     * @throws ArithmeticException if the weights of all tasks add up to more than fits into 64 bits
     */
    public BigFraction expectedDegree(DegreeFlow flow) {
        checkDimension("a flow", flow.dimension());
        long total = 0;
        long sum = 0;
        for (int j = 0; j <= dimension(); j++) {
            total = Math.addExact(total, Math.multiplyExact(density[j], flow.tasks(j)));
            for (int i = 0; i <= dimension(); i++)
                sum = Math.addExact(sum, Math.multiplyExact(density[j] * i, flow.count(j, i)));
        }
        return BigFraction.of(sum, total);
    }

    /**
     * The weight of each degree of deg(g after T^-1), 0..d, exact: what a learner of world model T sees.
     *
     * @throws IllegalArgumentException if T has another dimension
     * @throws ArithmeticException if the weight of a degree does not fit into 64 bits
     */
    public long[] degreeLaw(DegreeFlow flow) {
        checkDimension("a flow", flow.dimension());
        var law = new long[dimension() + 1];
        for (int j = 0; j < law.length; j++) {
            for (int i = 0; i < law.length; i++)
                law[i] = Math.addExact(law[i], Math.multiplyExact(density[j], flow.count(j, i)));
        }
        return law;
    }

    private void checkDimension(String what, int d) {
        if (d != dimension()) throw new IllegalArgumentException(what + " of " + d + " latents, not " + dimension());
    }

    /** The tables of the functions that have a weight, in rising order; d at most 4. */
    public int[] support() {
        int d = dimension();
        if (d > 4) throw new IllegalArgumentException("all tasks are enumerated for d at most 4, not " + d);
        return IntStream.range(0, 1 << Cube.points(d))
                .filter(table -> density[Degrees.of(d, table)] > 0)
                .toArray();
    }

    /** Independent draws, for d at most 4. */
    public Sampler sampler() {
        int d = dimension();
        var byDegree = IntStream.rangeClosed(0, d)
                .mapToObj(k -> Arrays.stream(support())
                        .filter(table -> Degrees.of(d, table) == k)
                        .toArray())
                .toList();
        long total = 0;
        for (int k = 0; k <= d; k++)
            total = Math.addExact(total, Math.multiplyExact(density[k], (long) byDegree.get(k).length));
        long weight = total;
        return random -> {
            long left = random.nextLong(weight);
            for (int k = 0; ; k++) {
                int[] tasks = byDegree.get(k);
                if (left < density[k] * tasks.length) return tasks[(int) (left / density[k])];
                left -= density[k] * tasks.length;
            }
        };
    }

    /** Draws tables of tasks; keeps no state besides the random source that it is given. */
    @FunctionalInterface
    public interface Sampler {
        /** The table of one task. */
        int draw(RandomGenerator random);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaskDistribution that && Arrays.equals(that.density, density);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(density);
    }

    @Override
    public String toString() {
        return name;
    }
}
