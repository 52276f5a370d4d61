package org.cubecheck.experiment;

import java.util.List;
import java.util.SplittableRandom;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;

/**
 * The data of one seed: d latents, seen through a uniformly random injection psi: B^d -&gt; B^m, and tasks on them. The
 * data set is the whole cube; row z holds the point z.
 *
 * @param latents 2^d rows of d values -1 and +1
 * @param observations 2^d rows of m values -1 and +1
 * @param targets 2^d rows of the tasks' values -1 and +1
 */
record SeedData(double[][] latents, double[][] observations, double[][] targets) {

    /**
     * @param tasks drawn from the family; the first n of them are the same for every number of tasks
     */
    static SeedData of(int d, int m, TaskFamily family, int tasks, long seed) {
        var source = random(seed, 1);
        int points = Cube.points(d);
        // A random injection: distinct values in the order in which they are drawn.
        var psi = source.ints(0, Cube.points(m)).distinct().limit(points).toArray();
        return new SeedData(
                coordinates(d, z -> z, points),
                coordinates(m, z -> psi[z], points),
                table(family.draw(tasks, random(seed, 2)), points));
    }

    /** Independent random sources for the parts of one seed. */
    static SplittableRandom random(long seed, int part) {
        return new SplittableRandom(new SplittableRandom(seed * 1_000_003 + part).nextLong());
    }

    private static double[][] coordinates(int n, java.util.function.IntUnaryOperator point, int points) {
        var rows = new double[points][n];
        for (int z = 0; z < points; z++) {
            for (int i = 0; i < n; i++) rows[z][i] = Cube.coordinate(point.applyAsInt(z), i);
        }
        return rows;
    }

    private static double[][] table(List<BooleanFunction> tasks, int points) {
        var rows = new double[points][tasks.size()];
        for (int z = 0; z < points; z++) {
            for (int t = 0; t < tasks.size(); t++) rows[z][t] = tasks.get(t).at(z);
        }
        return rows;
    }
}
