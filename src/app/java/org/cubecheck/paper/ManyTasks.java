package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.claim.Outcome.outOfScope;
import static org.cubecheck.paper.Notation.coordinates;
import static org.cubecheck.paper.Notation.describe;
import static org.cubecheck.paper.Notation.integerValues;
import static org.cubecheck.paper.Notation.place;
import static org.cubecheck.paper.Notation.polynomial;
import static org.cubecheck.paper.SingleTask.TASK_DEGREES;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.paper.Representations.Setting;
import org.cubecheck.realization.ConditionalDegree;
import org.cubecheck.realization.Representation;

/**
 * Section 3, many tasks: when a hierarchical realization of all of them costs less than flat ones (MULTI-TASK,
 * MULTI-TASK-LEAST).
 */
final class ManyTasks {

    private ManyTasks() {}

    static List<Claim<?>> claims() {
        return List.of(MULTI_TASK.relyingOn("SUPPORT-DEGREE"), MULTI_TASK_LEAST.relyingOn("SUPPORT-DEGREE"));
    }

    private static final List<String> TASKS = List.of(
            "X has 2^d points of B^m, m ≥ d",
            "every task hᵢ is a function of Φ",
            "the conditional degrees sum to more than d²");

    /** Theorem 2 with the greatest degree over g. */
    static final Claim<Setting> MULTI_TASK = new Claim<>(
            "MULTI-TASK",
            Sections.REALIZATIONS,
            "Many tasks that a representation simplifies make the hierarchical realization cheaper",
            new Source(
                    Provenance.AUTHORS,
                    "summary: Theorem 2",
                    "if the conditional degrees of the tasks sum to more than d², the hierarchical realization is "
                            + "strictly less complex",
                    "deg(h|Φ) = deg h* - max deg g over all g: B^d → ℝ that fit. The summary speaks of distinct "
                            + "tasks; here a task may occur several times, which says more. Per representation the "
                            + "list of tasks with the least sum above d² is examined, "
                            + "found among all lists of Boolean tasks for d ≤ 3, else of a few tasks; a larger sum only "
                            + "helps. Other tasks, real ones too, follow: "
                            + "Σ deg hᵢ* - Σ deg gᵢ is at least Σ deg(hᵢ|Φ) > d², and d² ≥ deg Φ (SUPPORT-DEGREE)"),
            TASKS,
            "deg Φ itself is the exact threshold; d² bounds it. For d = 1 no task is ever simplified. Under this "
                    + "reading only invertible Φ can meet the hypothesis: where Φ is not onto, a g of degree d fits.",
            new Proposition<>(
                    "If Σ deg(hᵢ|Φ) > d² then deg Φ + Σ deg gᵢ < Σ deg hᵢ*, for all gᵢ that fit.",
                    "\\sum_i \\deg(h_i | \\Phi) > d^2 \\implies \\deg \\Phi + \\sum_i \\deg g_i < \\sum_i \\deg h_i^*",
                    List.of(
                            Representations.all(2, 2, 1),
                            Representations.all(2, 3, 1),
                            Representations.invertible(3, 3, 1),
                            atTheEdge(Representations.someInvertible(3, 4, 1_000), FittingDegree.GREATEST),
                            atTheEdge(Representations.someInvertible(3, 5, 1_000), FittingDegree.GREATEST),
                            atTheEdge(Representations.someInvertible(4, 4, 500), FittingDegree.GREATEST),
                            atTheEdge(Representations.someInvertible(4, 6, 500), FittingDegree.GREATEST),
                            atTheEdge(Representations.someInvertible(5, 7, 100), FittingDegree.GREATEST)),
                    setting -> multiTask(setting, FittingDegree.GREATEST, Threshold.ABOVE)),
            List.of(
                    new Control<>(
                            "C-THRESHOLD-DROPPED",
                            "no condition on the conditional degrees",
                            new Proposition<>(
                                    "deg Φ + Σ deg gᵢ < Σ deg hᵢ* for every list of tasks.",
                                    "\\deg \\Phi + \\sum_i \\deg g_i < \\sum_i \\deg h_i^*",
                                    List.of(Representations.invertible(1, 1, 1), Representations.invertible(2, 2, 1)),
                                    ManyTasks::withoutThreshold)),
                    new Control<>(
                            "C-THRESHOLD-EQUAL",
                            "at least d² for more than d²",
                            new Proposition<>(
                                    "If Σ deg(hᵢ|Φ) ≥ d² then deg Φ + Σ deg gᵢ < Σ deg hᵢ*, for distinct tasks hᵢ.",
                                    "\\sum_i \\deg(h_i | \\Phi) \\ge d^2 \\implies \\deg \\Phi + \\sum_i \\deg "
                                            + "g_i < \\sum_i \\deg h_i^*",
                                    List.of(Representations.all(2, 2, 1), Representations.invertible(3, 3, 1)),
                                    setting -> multiTask(setting, FittingDegree.GREATEST, Threshold.REACHED)))));

    /** Theorem 2 with the least degree over g. */
    static final Claim<Setting> MULTI_TASK_LEAST = new Claim<>(
            "MULTI-TASK-LEAST",
            Sections.REALIZATIONS,
            "The same with the other reading of the conditional degree",
            new Source(
                    Provenance.FORMALIZED,
                    "summary: Theorem 2",
                    "the conditional degree where several g fit",
                    "deg(h|Φ) = deg h* - min deg g, and each gᵢ of least degree; then the hypothesis is met by "
                            + "representations that are not invertible as well. Tasks are examined, and others follow, "
                            + "as for MULTI-TASK"),
            List.of(
                    "X has 2^d points of B^m, m ≥ d",
                    "every task hᵢ is a function of Φ",
                    "the conditional degrees sum to more than d²",
                    "each gᵢ has the least degree that fits"),
            "The learner has to take the simplest g: for another one the conclusion can fail (C-LEAST-ANY-G).",
            new Proposition<>(
                    "If Σ (deg hᵢ* - min deg gᵢ) > d² then deg Φ + Σ min deg gᵢ < Σ deg hᵢ*.",
                    "\\sum_i (\\deg h_i^* - \\min \\deg g_i) > d^2 \\implies \\deg \\Phi + \\sum_i \\min \\deg "
                            + "g_i < \\sum_i \\deg h_i^*",
                    List.of(
                            Representations.all(2, 2, 1),
                            Representations.all(2, 3, 1),
                            atTheEdge(Representations.some(3, 3, 1_000), FittingDegree.LEAST),
                            atTheEdge(Representations.some(3, 5, 1_000), FittingDegree.LEAST),
                            atTheEdge(Representations.some(4, 4, 300), FittingDegree.LEAST),
                            atTheEdge(Representations.some(4, 6, 300), FittingDegree.LEAST)),
                    setting -> multiTask(setting, FittingDegree.LEAST, Threshold.ABOVE)),
            List.of(
                    new Control<>(
                            "C-LEAST-ANY-G",
                            "any g that fits for the one of least degree",
                            new Proposition<>(
                                    "If Σ (deg hᵢ* - min deg gᵢ) > d² then deg Φ + Σ deg gᵢ < Σ deg hᵢ* for all "
                                            + "gᵢ that fit.",
                                    "\\sum_i (\\deg h_i^* - \\min \\deg g_i) > d^2 \\implies \\deg \\Phi + "
                                            + "\\sum_i \\deg g_i < \\sum_i \\deg h_i^*",
                                    List.of(Representations.all(2, 2, 1)),
                                    setting -> multiTask(setting, FittingDegree.LEAST_FOR_ANY, Threshold.ABOVE))),
                    new Control<>(
                            "C-LEAST-EQUAL",
                            "at least d² for more than d²",
                            new Proposition<>(
                                    "If Σ (deg hᵢ* - min deg gᵢ) ≥ d² then deg Φ + Σ min deg gᵢ < Σ deg hᵢ*, for "
                                            + "distinct tasks hᵢ.",
                                    "\\sum_i (\\deg h_i^* - \\min \\deg g_i) \\ge d^2 \\implies \\deg \\Phi + "
                                            + "\\sum_i \\min \\deg g_i < \\sum_i \\deg h_i^*",
                                    List.of(Representations.all(2, 2, 1)),
                                    setting -> multiTask(setting, FittingDegree.LEAST, Threshold.REACHED)))));

    /** Which g is subtracted in the hypothesis, and which is charged in the conclusion. */
    private enum FittingDegree {
        GREATEST("greatest"),
        LEAST("least"),
        LEAST_FOR_ANY("least-for-any");

        final String key;

        FittingDegree(String key) {
            this.key = key;
        }

        int saving(ConditionalDegree c) {
            return this == GREATEST ? c.againstGreatest() : c.againstLeast();
        }

        int charged(ConditionalDegree c) {
            return this == LEAST ? c.least() : c.greatest();
        }

        int loss(ConditionalDegree c) {
            return charged(c) - c.degree();
        }
    }

    private enum Threshold {
        /** More than d^2, by tasks that may occur several times. */
        ABOVE("above"),
        /** At least d^2, by distinct tasks. */
        REACHED("reached");

        final String key;

        Threshold(String key) {
            this.key = key;
        }

        int least(int d) {
            return this == ABOVE ? d * d + 1 : d * d;
        }
    }

    /** A task as a function of Phi. */
    private record Saved(RealFunction g, ConditionalDegree degrees) {}

    /** The draws must reach a list of tasks that saves just enough, and no more. */
    private static Domain<Setting> atTheEdge(Domain.Sampled<Setting> settings, FittingDegree fitting) {
        return settings.reaching("a list of tasks that saves exactly d² + 1", setting -> {
            int d = setting.Phi().dimension();
            var tasks = tasks(setting, fitting, Threshold.ABOVE);
            return tasks.isPresent() && saved(tasks.get(), fitting) == d * d + 1;
        });
    }

    private static int saved(List<Saved> tasks, FittingDegree fitting) {
        return tasks.stream().mapToInt(task -> fitting.saving(task.degrees)).sum();
    }

    /** Tasks that save as little as the threshold admits; none if there are no such. */
    private static Optional<List<Saved>> tasks(Setting setting, FittingDegree fitting, Threshold threshold) {
        var Phi = setting.Phi();
        int goal = threshold.least(Phi.dimension());
        if (threshold == Threshold.REACHED) return distinct(Phi, fitting, goal);
        var kinds = setting.tasks().isEmpty() ? kindsOfAll(Phi, fitting) : kinds(setting, fitting);
        return kinds.lastKey() <= 0 ? Optional.empty() : Optional.of(leastSum(kinds, goal, Phi.dimension()));
    }

    private static Outcome multiTask(Setting setting, FittingDegree fitting, Threshold threshold) {
        var Phi = setting.Phi();
        int d = Phi.dimension();
        var list = tasks(setting, fitting, threshold);
        if (list.isEmpty()) return outOfScope("some task is simplified");
        var tasks = list.get();
        int saved = saved(tasks, fitting);
        int flat = tasks.stream().mapToInt(task -> task.degrees.degree()).sum();
        int hierarchical = Phi.degree()
                + tasks.stream().mapToInt(task -> fitting.charged(task.degrees)).sum();
        if (saved < threshold.least(d)) throw new IllegalStateException("the list misses the threshold");
        return hierarchical < flat
                ? holds()
                : fails(notCheaper(Phi, tasks, fitting, threshold.key, saved, hierarchical, flat));
    }

    /** Of the tasks with the same saving the one that costs most beyond its flat realization: by saving. */
    private static TreeMap<Integer, Saved> kinds(Setting setting, FittingDegree fitting) {
        var kinds = new TreeMap<Integer, Saved>();
        for (var g : setting.tasks()) {
            var degrees = ConditionalDegree.of(setting.Phi(), setting.Phi().compose(g))
                    .orElseThrow();
            checkGreatest(setting.Phi(), g, degrees.greatest());
            kinds.merge(
                    fitting.saving(degrees),
                    new Saved(g, degrees),
                    (a, b) -> fitting.loss(b.degrees) > fitting.loss(a.degrees) ? b : a);
        }
        return kinds;
    }

    /** What was counted here against the library, where several g fit and the two readings differ. */
    private static void checkAgainstLibrary(Representation Phi, Saved task) {
        var degrees = ConditionalDegree.of(Phi, Phi.compose(task.g)).orElseThrow();
        if (!degrees.equals(task.degrees))
            throw new IllegalStateException("the conditional degrees are " + degrees + " or " + task.degrees);
    }

    /** By definition: where Phi is not onto, another value off its image gives a g of full degree. */
    private static void checkGreatest(Representation Phi, RealFunction g, int greatest) {
        boolean onto = Phi.image().size() == 1 << Phi.dimension();
        if (greatest != (onto ? g.degree() : Phi.dimension()))
            throw new IllegalStateException("of the g that fit one has a degree above " + greatest);
    }

    /**
     * Different Boolean tasks, d at most 3, whose savings have the least sum that reaches the goal; those that save
     * nothing are of no use.
     */
    private static Optional<List<Saved>> distinct(Representation Phi, FittingDegree fitting, int goal) {
        var seen = new HashSet<List<Long>>();
        // By what they save together, at most so much more than the goal as one task saves.
        var lists = new TreeMap<Integer, List<Saved>>();
        lists.put(0, List.of());
        for (int table : simplestFirst(Phi.dimension())) {
            if (lists.containsKey(goal)) break;
            var g = BooleanFunction.ofTable(Phi.dimension(), table).toReal();
            long[] h = Phi.compose(g);
            if (!seen.add(Arrays.stream(h).boxed().toList())) continue;
            var task = new Saved(g, ConditionalDegree.of(Phi, h).orElseThrow());
            int saving = fitting.saving(task.degrees);
            if (saving <= 0) continue;
            for (var list : List.copyOf(lists.headMap(goal).entrySet()))
                lists.putIfAbsent(
                        list.getKey() + saving,
                        Stream.concat(list.getValue().stream(), Stream.of(task)).toList());
        }
        return Optional.ofNullable(lists.ceilingEntry(goal)).map(Map.Entry::getValue);
    }

    /** The Boolean tasks by rising degree, each that is +1 at the point 0 followed by its negative. */
    private static List<Integer> simplestFirst(int d) {
        int all = TASK_DEGREES[d].length - 1;
        return IntStream.rangeClosed(0, all)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(g -> TASK_DEGREES[d][g])
                        .thenComparingInt(g -> (g & 1) == 0 ? g : all ^ g)
                        .thenComparingInt(g -> g & 1))
                .toList();
    }

    /** The same among all Boolean tasks; g and -g have the same degrees. */
    private static TreeMap<Integer, Saved> kindsOfAll(Representation Phi, FittingDegree fitting) {
        int d = Phi.dimension();
        var image = Phi.image();
        boolean onto = image.size() == 1 << d;
        var onImage = MinDegree.on(image);
        long[] composed = Phi.composeAll();
        var kinds = new TreeMap<Integer, Saved>();
        var losses = new int[2 * d + 1];
        Arrays.fill(losses, Integer.MIN_VALUE);
        for (int g = 0; g < composed.length / 2; g++) {
            int least = TASK_DEGREES[d][g];
            if (!onto) {
                long restricted = 0;
                for (int j = 0; j < image.size(); j++) restricted |= (long) (g >>> image.point(j) & 1) << j;
                least = onImage.degreeOfSigns(restricted);
            }
            var degrees = new ConditionalDegree(Phi.minDegree().degreeOfSigns(composed[g]), least, onto ? least : d);
            int saving = fitting.saving(degrees);
            if (fitting.loss(degrees) <= losses[d + saving]) continue;
            losses[d + saving] = fitting.loss(degrees);
            kinds.put(saving, new Saved(BooleanFunction.ofTable(d, g).toReal(), degrees));
        }
        if (!onto) kinds.values().forEach(task -> checkAgainstLibrary(Phi, task));
        return kinds;
    }

    /** A list of tasks whose savings have the least sum that reaches the goal: a shortest path over partial sums. */
    private static List<Saved> leastSum(TreeMap<Integer, Saved> kinds, int goal, int d) {
        int low = -d * d;
        int high = goal + d;
        var last = new TreeMap<Integer, Integer>();
        var queue = new ArrayDeque<Integer>(List.of(0));
        last.put(0, 0);
        while (!queue.isEmpty()) {
            int sum = queue.remove();
            for (int saving : kinds.keySet()) {
                int next = sum + saving;
                if (next < low || next > high || last.containsKey(next)) continue;
                last.put(next, saving);
                queue.add(next);
            }
        }
        var tasks = new ArrayList<Saved>();
        for (int sum = last.ceilingKey(goal); sum != 0; sum -= last.get(sum)) tasks.add(kinds.get(last.get(sum)));
        return tasks;
    }

    private static Outcome withoutThreshold(Setting setting) {
        var Phi = setting.Phi();
        var g = BooleanFunction.coordinate(Phi.dimension(), 0).toReal();
        var task = new Saved(g, ConditionalDegree.of(Phi, Phi.compose(g)).orElseThrow());
        int hierarchical = Phi.degree() + task.degrees.greatest();
        return hierarchical < task.degrees.degree()
                ? holds()
                : fails(notCheaper(
                        Phi,
                        List.of(task),
                        FittingDegree.GREATEST,
                        "none",
                        task.degrees.againstGreatest(),
                        hierarchical,
                        task.degrees.degree()));
    }

    private static Certificate notCheaper(
            Representation Phi,
            List<Saved> tasks,
            FittingDegree fitting,
            String threshold,
            int saved,
            int hierarchical,
            int flat) {
        return describe(Certificate.of("tasks-not-cheaper"), Phi)
                .with("tasks", tasks.stream().map(task -> integerValues(task.g)).toList())
                .with("reading", fitting.key)
                .with("threshold", threshold)
                .with("saved", saved)
                .with("hierarchical", hierarchical)
                .with("flat", flat)
                .reading("Phi = " + coordinates(Phi) + " on " + place(Phi.support()) + " has degree " + Phi.degree()
                        + ". The " + tasks.size() + " tasks g = "
                        + tasks.stream()
                                .map(task -> polynomial(task.g, 'y'))
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + (threshold.equals("reached") ? "" : " (repeated)") + " save " + saved
                        + ", and d^2 = " + Phi.dimension() * Phi.dimension() + ". The hierarchical realization costs "
                        + hierarchical + " and the flat ones together "
                        + flat
                        + (fitting == FittingDegree.LEAST_FOR_ANY
                                ? "; another g that fits is charged, of degree d, free where Phi does not reach."
                                : "."));
    }
}
