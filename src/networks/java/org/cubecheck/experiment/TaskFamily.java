package org.cubecheck.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;

/**
 * A distribution of tasks, that is of Boolean functions of the latents.
 *
 * @param name for people: "juntas of degree exactly 3"
 * @param draw one task
 */
record TaskFamily(String name, Function<RandomGenerator, BooleanFunction> draw) {

    /** A uniformly random function of degree exactly q on q of the d latents, chosen uniformly. */
    static TaskFamily juntas(int d, int q) {
        return new TaskFamily("functions of " + q + " of " + d + " latents, of degree exactly " + q, random -> {
            var chosen =
                    IntStream.range(0, d).boxed().collect(java.util.stream.Collectors.toCollection(ArrayList::new));
            while (chosen.size() > q) chosen.remove(random.nextInt(chosen.size()));
            while (true) {
                long table = random.nextLong() & (q == 6 ? -1L : (1L << (1 << q)) - 1);
                var inner = BooleanFunction.ofTable(q, table);
                if (inner.degree() == q)
                    return inner.of(chosen.stream()
                            .map(i -> BooleanFunction.coordinate(d, i))
                            .toList());
            }
        });
    }

    /** Uniform over all Boolean functions of d latents. */
    static TaskFamily uniform(int d) {
        return new TaskFamily("uniform over all functions of " + d + " latents", random -> {
            var words = new long[Math.max(1, Cube.points(d) / 64)];
            for (int w = 0; w < words.length; w++) words[w] = random.nextLong();
            if (d < 6) words[0] &= (1L << Cube.points(d)) - 1;
            return BooleanFunction.ofWords(d, words);
        });
    }

    /**
     * Uniform over the Boolean functions of d latents of degree at most k. Exact: f, split by its last variable into f0
     * and f1, has degree at most k iff both have and their coefficients of degree k agree, so the functions of d - 1
     * latents are listed, grouped by those coefficients, and a pair of one group is drawn.
     *
     * @throws IllegalArgumentException if there are more than a few million functions of d - 1 latents to list
     */
    static TaskFamily degreeAtMost(int d, int k) {
        var groups = groups(list(d - 1, k), k);
        var ends = new double[groups.size()];
        double total = 0;
        for (int g = 0; g < ends.length; g++)
            ends[g] = total += Math.pow(groups.get(g).size(), 2);
        double pairs = total;
        return new TaskFamily("uniform over the functions of " + d + " latents of degree at most " + k, random -> {
            int found = Arrays.binarySearch(ends, random.nextDouble() * pairs);
            var group = groups.get(found >= 0 ? found + 1 : -found - 1);
            return joined(group.get(random.nextInt(group.size())), group.get(random.nextInt(group.size())));
        });
    }

    /**
     * With probability {@code share} of degree at most k, else uniform over all: a density that falls with the degree,
     * once, after k.
     */
    static TaskFamily decreasing(int d, int k, double share) {
        var low = degreeAtMost(d, k);
        var all = uniform(d);
        return new TaskFamily(
                share + " of the mass " + low.name() + ", the rest " + all.name(),
                random -> (random.nextDouble() < share ? low : all).draw().apply(random));
    }

    private static List<BooleanFunction> list(int n, int k) {
        if (n == 0) return List.of(BooleanFunction.constant(0, 1), BooleanFunction.constant(0, -1));
        var all = new ArrayList<BooleanFunction>();
        for (var group : groups(list(n - 1, k), k)) {
            if (all.size() + (long) group.size() * group.size() > 3_000_000)
                throw new IllegalArgumentException("too many functions of " + n + " latents of degree at most " + k);
            for (var f0 : group) {
                for (var f1 : group) all.add(joined(f0, f1));
            }
        }
        return all;
    }

    private static List<List<BooleanFunction>> groups(List<BooleanFunction> functions, int k) {
        Map<List<Long>, List<BooleanFunction>> groups = new LinkedHashMap<>();
        for (var f : functions) {
            var spectrum = f.spectrum();
            long scale = Cube.points(f.variables()) / spectrum.denominator();
            var top = IntStream.range(0, Cube.points(f.variables()))
                    .filter(S -> Cube.degree(S) == k)
                    .mapToObj(S -> spectrum.numerator(S) * scale)
                    .toList();
            groups.computeIfAbsent(top, key -> new ArrayList<>()).add(f);
        }
        return List.copyOf(groups.values());
    }

    private static BooleanFunction joined(BooleanFunction f0, BooleanFunction f1) {
        int n = f0.variables();
        return BooleanFunction.of(n + 1, x -> (x >>> n == 0 ? f0 : f1).isMinus(x & (Cube.points(n) - 1)));
    }

    /** A number of independent tasks. */
    List<BooleanFunction> draw(int count, RandomGenerator random) {
        var tasks = new ArrayList<BooleanFunction>();
        for (int i = 0; i < count; i++) tasks.add(draw.apply(random));
        return tasks;
    }
}
