package org.cubecheck.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Degrees;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/**
 * The learner that, given tasks g_1, ..., g_n, picks among all world models T of d latents, d at most 3, one of least
 * complexity deg Phi + sum_i deg(g_i after T^-1), where Phi(psi(z)) = T(z). It identifies the latents if every model of
 * least complexity is a signed permutation. Immutable.
 *
 * <p>T and P D T have the same complexity, so one model stands for each class of 2^d d! of them: 1, 3 and 840 classes
 * for d = 1, 2, 3. Index 0 is the class of the signed permutations.
 */
public final class IdealLearner {

    private final int d;
    private final List<Bijection> models;
    private final byte[][] seen;
    private final int[] balanced;
    private final int[][] coordinates;
    private final Map<List<Integer>, Integer> index;

    private IdealLearner(int d) {
        this.d = d;
        int points = 1 << d;
        models = LongStream.range(0, Bijection.count(d) / points)
                .mapToObj(rank -> Bijection.ofRank(d, rank))
                .filter(IdealLearner::isFirst)
                .toList();
        seen = new byte[1 << points][models.size()];
        balanced = IntStream.range(0, 1 << points)
                .filter(table -> (table & 1) == 0 && 2 * Integer.bitCount(table) == points)
                .toArray();
        coordinates = new int[models.size()][];
        index = new LinkedHashMap<>();
        for (int r = 0; r < models.size(); r++) {
            var T = models.get(r);
            coordinates[r] = T.coordinates().stream()
                    .mapToInt(f -> Arrays.binarySearch(balanced, (int) f.table()))
                    .toArray();
            index.put(coordinateTables(T), r);
            for (int table = 0; table < seen.length; table++) {
                int moved = 0;
                for (int z = 0; z < points; z++) moved |= (table >>> z & 1) << T.at(z);
                seen[table][r] = (byte) Degrees.of(d, moved);
            }
        }
    }

    /**
     * The learner over all world models of d latents. Preparation: 840 times 256 degrees for d = 3.
     *
     * @throws IllegalArgumentException if d is not within 1..3
     */
    public static IdealLearner of(int d) {
        if (d < 1 || d > 3)
            throw new IllegalArgumentException("all world models are enumerated for d within 1..3, not " + d);
        return new IdealLearner(d);
    }

    /**
     * Of each class the model with T(0) = 0 whose coordinates have rising tables; the ranks below (2^d - 1)! are those
     * with T(0) = 0.
     */
    private static boolean isFirst(Bijection T) {
        for (int i = 1; i < T.dimension(); i++) {
            if (T.coordinate(i - 1).table() > T.coordinate(i).table()) return false;
        }
        return true;
    }

    /** The tables of the coordinates of T up to sign, rising: the same for P D T. */
    private static List<Integer> coordinateTables(Bijection T) {
        int points = Cube.points(T.dimension());
        var tables = new ArrayList<Integer>();
        for (int i = 0; i < T.dimension(); i++) {
            int table = 0;
            for (int z = 0; z < points; z++) table |= ((T.at(z) ^ T.at(0)) >>> i & 1) << z;
            tables.add(table);
        }
        tables.sort(null);
        return tables;
    }

    /** The dimension d. */
    public int dimension() {
        return d;
    }

    /** One model of each class; the identity first. */
    public List<Bijection> models() {
        return models;
    }

    /** The index of the class of T. @throws IllegalArgumentException if T has another dimension */
    public int indexOf(Bijection T) {
        if (T.dimension() != d)
            throw new IllegalArgumentException("a world model of " + d + " latents, not " + T.dimension());
        return index.get(coordinateTables(T));
    }

    /**
     * deg(g after T^-1) for the task with the given table and the model of the given index.
     *
     * @throws IndexOutOfBoundsException if there is no such table or model
     */
    public int degree(int task, int model) {
        return seen[task][model];
    }

    /** deg T for every model: the complexity of Phi when the latents themselves are observed. */
    public int[] complexities() {
        return complexities(Support.all(d), IntStream.range(0, 1 << d).toArray());
    }

    /**
     * deg Phi for every model when z is observed as psi[z] in B^m: the sum over the coordinates of Phi of the least
     * degree of a function on B^m that agrees with it on the observations.
     *
     * @throws IllegalArgumentException if psi is no injection of B^d into B^m
     */
    public int[] complexities(int m, int... psi) {
        if (psi.length != 1 << d || Arrays.stream(psi).distinct().count() != psi.length)
            throw new IllegalArgumentException("an observation of each of the " + (1 << d) + " points of B^" + d
                    + ", all different: " + Arrays.toString(psi));
        return complexities(Support.of(m, psi), psi);
    }

    private int[] complexities(Support X, int[] psi) {
        var onX = MinDegree.on(X);
        var degrees = new int[balanced.length];
        for (int b = 0; b < balanced.length; b++) {
            long minus = 0;
            for (int z = 0; z < psi.length; z++) minus |= (long) (balanced[b] >>> z & 1) << X.indexOf(psi[z]);
            degrees[b] = onX.degreeOfSigns(minus);
        }
        var complexities = new int[models.size()];
        for (int r = 0; r < complexities.length; r++) {
            for (int b : coordinates[r]) complexities[r] += degrees[b];
        }
        return complexities;
    }

    /**
     * The models of least total complexity.
     *
     * @param complexities deg Phi for every model
     * @param tasks tables of tasks, repetitions counted
     * @throws IllegalArgumentException if there are more or fewer complexities than models, or a table is not that of a
     * task of d latents
     */
    public List<Bijection> minimisers(int[] complexities, int... tasks) {
        if (complexities.length != models.size())
            throw new IllegalArgumentException(
                    "a complexity of each of " + models.size() + " models, not " + complexities.length);
        Task.checkTables(d, tasks);
        var total = complexities.clone();
        for (int task : tasks) {
            for (int r = 0; r < total.length; r++) total[r] += seen[task][r];
        }
        int least = Arrays.stream(total).min().orElseThrow();
        return IntStream.range(0, total.length)
                .filter(r -> total[r] == least)
                .mapToObj(models::get)
                .toList();
    }

    /**
     * Whether every world model of least total complexity is a signed permutation. @throws IllegalArgumentException as
     * {@link #minimisers} does
     */
    public boolean identifies(int[] complexities, int... tasks) {
        return minimisers(complexities, tasks).equals(List.of(models.get(0)));
    }

    /**
     * The observations psi: B^d -&gt; B^d by what they do to a learner whose tasks are distributed by degree: P D psi
     * and psi P D do the same. One representative of each kind, with the number of classes P D psi that it stands for.
     */
    Map<Bijection, Long> observations() {
        var kind = new int[models.size()];
        Arrays.fill(kind, -1);
        var kinds = new LinkedHashMap<Bijection, Long>();
        for (int r = 0; r < kind.length; r++) {
            if (kind[r] >= 0) continue;
            var pending = new ArrayList<>(List.of(r));
            kind[r] = r;
            long size = 0;
            while (!pending.isEmpty()) {
                var psi = models.get(pending.remove(pending.size() - 1));
                size++;
                for (long rank = 0; rank < SignedPermutation.count(d); rank++) {
                    int other =
                            indexOf(psi.after(SignedPermutation.ofRank(d, rank).toBijection()));
                    if (kind[other] < 0) {
                        kind[other] = r;
                        pending.add(other);
                    }
                }
            }
            kinds.put(models.get(r), size);
        }
        return kinds;
    }
}
