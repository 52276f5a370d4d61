package org.cubecheck.paper;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.cubecheck.claim.Domain;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Spectrum;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.realization.Injection;
import org.cubecheck.realization.Representation;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;

/** Domains of representations with tasks. */
final class Representations {

    private Representations() {}

    /**
     * A representation with tasks of its coordinates.
     *
     * @param tasks functions g: B^d -&gt; R; none listed stands for all Boolean functions of the d at most 3
     * coordinates
     */
    record Setting(Representation Phi, List<RealFunction> tasks) {
        Setting {
            tasks = List.copyOf(tasks);
        }

        static Setting ofAllTasks(Representation Phi) {
            return new Setting(Phi, List.of());
        }
    }

    /** All representations Phi: X -&gt; B^d of all supports X of 2^d points of B^m, with all Boolean tasks. */
    static Domain<Setting> all(int d, int m, long cases) {
        return all(
                "representations of 2^" + d + " points of B^" + m + ", all Boolean tasks",
                d,
                m,
                1L << (d << d),
                cases,
                Representations::map);
    }

    /** All invertible representations of all supports of 2^d points of B^m, with all Boolean tasks. */
    static Domain<Setting> invertible(int d, int m, long cases) {
        return all(
                "invertible representations of 2^" + d + " points of B^" + m + ", all Boolean tasks",
                d,
                m,
                Bijection.count(d),
                cases,
                (dimension, rank) -> Bijection.ofRank(dimension, rank).toArray());
    }

    private interface Images {
        int[] of(int d, long index);
    }

    private static Domain<Setting> all(String name, int d, int m, long maps, long cases, Images images) {
        int points = 1 << d;
        long supports = Cube.binomial(1 << m, points);
        var prepared = new MinDegree[(int) supports];
        return new Domain.All<Setting>(
                        name,
                        d,
                        supports * maps,
                        index -> {
                            int at = (int) (index / maps);
                            if (prepared[at] == null) prepared[at] = MinDegree.on(Supports.ofRank(m, points, at));
                            return Setting.ofAllTasks(Representation.of(prepared[at], d, images.of(d, index % maps)));
                        },
                        cases)
                .bounded("m", m, m);
    }

    /** The map whose images are the digits of the index, the first point in the highest. */
    private static int[] map(int d, long index) {
        var images = new int[1 << d];
        for (int i = images.length - 1; i >= 0; i--, index >>>= d) images[i] = (int) (index & (1 << d) - 1);
        return images;
    }

    /**
     * All 2^24 representations of B^3 in B^3, one of each orbit under signed permutations of the coordinates of Phi:
     * three functions that are +1 at 0, in order. A task takes the symmetry back, so nothing is lost.
     */
    static Domain<Setting> cubeToCube() {
        var onX = MinDegree.on(Support.all(3));
        int functions = 128;
        long count = Cube.binomial(functions + 2, 3);
        return new Domain.Orbits<Setting>(
                        "representations of B^3, all Boolean tasks",
                        3,
                        BigInteger.ONE.shiftLeft(24),
                        count,
                        index -> {
                            int[] tables = multiset(index);
                            boolean firstEqual = tables[0] == tables[1];
                            boolean lastEqual = tables[1] == tables[2];
                            return new Domain.Orbit<>(
                                    cube(onX, tables),
                                    8L * (firstEqual && lastEqual ? 1 : firstEqual || lastEqual ? 3 : 6));
                        },
                        (setting, random) -> {
                            var s = SignedPermutation.random(3, random);
                            return Setting.ofAllTasks(Representation.of(
                                    onX,
                                    3,
                                    IntStream.of(setting.Phi().toArray())
                                            .map(s::at)
                                            .toArray()));
                        })
                .bounded("m", 3, 3);
    }

    private static Setting cube(MinDegree onX, int[] tables) {
        var images = new int[8];
        for (int x = 0; x < 8; x++) {
            for (int i = 0; i < 3; i++) images[x] |= (2 * tables[i] >>> x & 1) << i;
        }
        return Setting.ofAllTasks(Representation.of(onX, 3, images));
    }

    /** The multiset a &lt;= b &lt;= c of the given rank; c counts slowest. */
    private static int[] multiset(long rank) {
        int c = 0;
        for (; rank >= (c + 1L) * (c + 2) / 2; c++) rank -= (c + 1L) * (c + 2) / 2;
        int b = 0;
        for (; rank > b; b++) rank -= b + 1;
        return new int[] {(int) rank, b, c};
    }

    /**
     * Random representations of psi(B^d), psi a random injection into B^m: half of them world models up to T, half
     * arbitrary maps.
     */
    static Domain.Sampled<Setting> some(int d, int m, long trials) {
        var supports = m == d ? "B^" + d : "random psi(B^" + d + ") in B^" + m;
        var settings = Domain.<Setting>sampled(
                        "representations of " + supports + kinds(d), d, size(d, m), trials, random -> {
                            var psi = m == d ? Injection.identity(d) : Injection.random(d, m, random);
                            var Phi = random.nextBoolean()
                                    ? psi.worldModel(Bijection.random(d, random))
                                    : Representation.of(
                                            psi.support(),
                                            d,
                                            random.ints(1L << d, 0, 1 << d).toArray());
                            return d <= 3 ? Setting.ofAllTasks(Phi) : new Setting(Phi, tasks(d, random));
                        })
                .bounded("m", m, m)
                .reaching("Φ is not onto", setting -> !isOnto(setting.Phi()))
                .reaching("Φ is invertible", setting -> isOnto(setting.Phi()));
        return corners(settings, d, m);
    }

    private static boolean isOnto(Representation Phi) {
        return Phi.image().size() == 1 << Phi.dimension();
    }

    /** What both kinds of draws have in common. */
    private static Domain.Sampled<Setting> corners(Domain.Sampled<Setting> settings, int d, int m) {
        var observed = m == d
                ? settings
                : settings.reaching(
                        "ψ never takes a latent to the point 0",
                        setting -> !setting.Phi().support().contains(0));
        var last = BooleanFunction.coordinate(d, d - 1).toReal();
        return d <= 3
                ? observed
                : observed.reaching(
                        "a list of tasks with z_d", setting -> setting.tasks().contains(last));
    }

    /** Random invertible representations of psi(B^d). */
    static Domain.Sampled<Setting> someInvertible(int d, int m, long trials) {
        var supports = m == d ? "B^" + d : "random psi(B^" + d + ") in B^" + m;
        var maps = Injection.count(d, d);
        var settings = Domain.<Setting>sampled(
                        "invertible representations of " + supports + kinds(d),
                        d,
                        supports(d, m).multiply(maps),
                        trials,
                        random -> {
                            var psi = m == d ? Injection.identity(d) : Injection.random(d, m, random);
                            var Phi = psi.worldModel(Bijection.random(d, random));
                            return d <= 3 ? Setting.ofAllTasks(Phi) : new Setting(Phi, tasks(d, random));
                        })
                .bounded("m", m, m);
        return corners(settings, d, m);
    }

    private static String kinds(int d) {
        return d <= 3 ? ", all Boolean tasks" : "; with each a few Boolean and real tasks, not in the size";
    }

    private static BigInteger size(int d, int m) {
        return supports(d, m).multiply(BigInteger.ONE.shiftLeft(d << d));
    }

    private static BigInteger supports(int d, int m) {
        return Supports.binomial(1L << m, 1L << d);
    }

    /**
     * The coordinates, a few products of them, random Boolean functions, and a random real polynomial of every degree.
     */
    private static List<RealFunction> tasks(int d, RandomGenerator random) {
        var tasks = new ArrayList<RealFunction>();
        for (int i = 0; i < d; i++) tasks.add(BooleanFunction.coordinate(d, i).toReal());
        for (int k = 2; k <= d; k++)
            tasks.add(BooleanFunction.parity(d, set(d, k, random)).toReal());
        for (int i = 0; i < 4; i++)
            tasks.add(BooleanFunction.of(d, x -> random.nextBoolean()).toReal());
        for (int k = 0; k <= d; k++) tasks.add(polynomial(d, k, random));
        return tasks;
    }

    private static int set(int d, int size, RandomGenerator random) {
        int S = 0;
        while (Integer.bitCount(S) < size) S |= 1 << random.nextInt(d);
        return S;
    }

    /** A random polynomial of degree k with a few small integer coefficients. */
    static RealFunction polynomial(int d, int k, RandomGenerator random) {
        var coefficients = new long[1 << d];
        coefficients[set(d, k, random)] = 1 + random.nextInt(3);
        for (int term = 0; term < d; term++)
            coefficients[set(d, random.nextInt(k + 1), random)] += k == 0 ? 1 : random.nextInt(7) - 3;
        var top = IntStream.range(0, coefficients.length)
                .filter(S -> Integer.bitCount(S) == k)
                .toArray();
        if (Arrays.stream(top).allMatch(S -> coefficients[S] == 0)) coefficients[top[0]] = 1;
        return Spectrum.of(coefficients, 1).toFunction();
    }

    /**
     * All representations by parities: k different sets, linearly independent, completed by single variables to an
     * invertible transform of B^d, with the product of the first k coordinates as the task: its degrees add up, so a
     * representation charged too little shows. By rising k, at most {@code
     * most}, then lexicographic.
     */
    static Domain<Setting> parities(int d, int most) {
        var onX = MinDegree.on(Support.all(d));
        var sets = independentSets(d, most);
        return Domain.<Setting>all(
                        "representations of B^" + d + " by parities, up to " + most + " of them multiplied",
                        d,
                        sets.size(),
                        index -> parities(onX, d, sets.get((int) index)))
                .bounded("m", d, d);
    }

    private static Setting parities(MinDegree onX, int d, List<Integer> chosen) {
        var basis = new ArrayList<>(chosen);
        for (int i = 0; i < d; i++) {
            basis.add(1 << i);
            if (!independent(basis)) basis.remove(basis.size() - 1);
        }
        int[] images = IntStream.range(0, 1 << d)
                .map(z -> IntStream.range(0, d)
                        .map(i -> (Integer.bitCount(basis.get(i) & z) & 1) << i)
                        .sum())
                .toArray();
        return new Setting(
                Representation.of(onX, d, images),
                List.of(BooleanFunction.parity(d, (1 << chosen.size()) - 1).toReal()));
    }

    private static List<List<Integer>> independentSets(int d, int most) {
        var sets = new ArrayList<List<Integer>>();
        for (int k = 1; k <= most; k++) extend(d, k, List.of(), sets);
        return sets;
    }

    private static void extend(int d, int k, List<Integer> chosen, List<List<Integer>> found) {
        if (chosen.size() == k) {
            found.add(chosen);
            return;
        }
        for (int S = chosen.isEmpty() ? 1 : chosen.get(chosen.size() - 1) + 1; S < 1 << d; S++) {
            var longer = new ArrayList<>(chosen);
            longer.add(S);
            if (independent(longer)) extend(d, k, longer, found);
        }
    }

    /** Over GF(2). */
    private static boolean independent(List<Integer> sets) {
        var reduced = new ArrayList<Integer>();
        for (int S : sets) {
            for (int R : reduced) S = Math.min(S, S ^ R);
            if (S == 0) return false;
            reduced.add(S);
        }
        return true;
    }
}
