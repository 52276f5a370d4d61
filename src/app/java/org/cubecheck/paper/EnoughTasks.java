package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.FiniteTasks.LEARNER;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.realization.Injection;
import org.cubecheck.task.FourLatentLearner;
import org.cubecheck.task.IdealLearner;
import org.cubecheck.transform.Bijection;

/** Section 5, last part: how many tasks of degree 1 are enough (ENOUGH-TASKS). */
final class EnoughTasks {

    private EnoughTasks() {}

    static List<Claim<?>> claims() {
        return List.of(ENOUGH_TASKS);
    }

    /**
     * Tasks of degree 1 seen so many times each, through one injection.
     *
     * @param m the dimension of the observations
     * @param psi the observation of each latent
     * @param counts how many of the tasks are z_i or -z_i
     */
    record RepeatedTasks(int m, List<Integer> psi, List<Integer> counts) {
        int d() {
            return counts.size();
        }

        int[] observations() {
            return psi.stream().mapToInt(Integer::intValue).toArray();
        }

        int[] tasks() {
            return IntStream.range(0, d())
                    .flatMap(i -> IntStream.generate(() ->
                                    (int) BooleanFunction.coordinate(d(), i).table())
                            .limit(counts.get(i)))
                    .toArray();
        }
    }

    private static final IdealLearner[] LEARNERS = {IdealLearner.of(1), IdealLearner.of(2), IdealLearner.of(3)};

    private static Domain<RepeatedTasks> repeatedTasks(int d, int most) {
        long counts = 1;
        for (int i = 0; i < d; i++) counts *= most + 1;
        long each = counts;
        return Domain.<RepeatedTasks>all(
                        "bijections psi of B^" + d + ", and numbers 0.." + most + " of tasks for each latent",
                        d,
                        Bijection.count(d) * each,
                        i -> {
                            var numbers = new ArrayList<Integer>();
                            for (long rest = i % each; numbers.size() < d; rest /= most + 1)
                                numbers.add((int) (rest % (most + 1)));
                            return new RepeatedTasks(
                                    d,
                                    Arrays.stream(Bijection.ofRank(d, i / each).toArray())
                                            .boxed()
                                            .toList(),
                                    numbers);
                        })
                .bounded("m", d, d);
    }

    private static Domain<RepeatedTasks> someRepeatedTasks(int d, int m, int most, long trials) {
        return Domain.<RepeatedTasks>sampled(
                        "injections psi: B^" + d + " → B^" + m + ", and numbers of tasks around the threshold",
                        d,
                        Injection.count(d, m)
                                .multiply(BigInteger.valueOf(most + 1).pow(d)),
                        trials,
                        random -> {
                            int[] psi =
                                    Arrays.copyOf(Bijection.random(m, random).toArray(), 1 << d);
                            int threshold = complexity(d, m, psi) - d;
                            var counts = IntStream.range(0, d)
                                    .mapToObj(i -> Math.max(
                                            0, threshold + random.nextInt(4) - (random.nextInt(6) == 0 ? 2 : 0) + 1))
                                    .toList();
                            return new RepeatedTasks(m, Notation.list(psi), counts);
                        })
                .bounded("m", m, m)
                .reaching("ψ(0) is not 0", repeated -> repeated.psi().get(0) != 0)
                .reaching(
                        "a latent exactly deg Φ* − d + 1 times, and none fewer",
                        repeated -> repeated.counts().stream()
                                        .mapToInt(Integer::intValue)
                                        .min()
                                        .orElseThrow()
                                == complexity(d, m, repeated.observations()) - d + 1)
                .reaching(
                        "the last latent seldom, another more often",
                        repeated -> repeated.counts().get(d - 1)
                                < repeated.counts().stream()
                                        .mapToInt(Integer::intValue)
                                        .max()
                                        .orElseThrow());
    }

    /** deg Phi*. */
    private static int complexity(int d, int m, int[] psi) {
        return d == 4
                ? FourLatentLearner.observing(m, psi).complexity()
                : LEARNERS[d - 1].complexities(m, psi)[0];
    }

    /** A number of tasks that is enough, whatever psi. */
    static final Claim<RepeatedTasks> ENOUGH_TASKS = new Claim<>(
            "ENOUGH-TASKS",
            Sections.FINITELY_MANY_TASKS,
            "How often each latent must be a task",
            new Source(
                    Provenance.EXTENSION,
                    "beyond Theorem 4",
                    "",
                    "all ours; it makes \u201cenough tasks\u201d a number"),
            List.of(
                    "every task is ±z_i for some i, or constant",
                    "each latent is a task more than deg Φ* − d times, Φ* = psi^-1",
                    LEARNER,
                    "psi is injective"),
            "Sharp for d = 2: exactly deg Φ* − d times is not enough. deg Φ* − d is at most d² − d "
                    + "(SUPPORT-DEGREE), so d² − d + 1 times each is always enough.",
            new Proposition<>(
                    "If each of the d latents occurs, up to sign, more than deg Φ* − d times among the tasks, and "
                            + "all other tasks are constant, then the ideal learner identifies the latents, "
                            + "whatever psi.",
                    "g_j \\in \\{\\pm 1, \\pm z_1, \\ldots, \\pm z_d\\}, \\; \\#\\{j : g_j = \\pm z_i\\} > \\deg "
                            + "\\Phi^{*} - d \\quad \\forall i \\implies \\text{every minimiser is } PDz",
                    List.of(
                            repeatedTasks(1, 3),
                            repeatedTasks(2, 4),
                            someRepeatedTasks(3, 3, 24, 600),
                            someRepeatedTasks(3, 4, 24, 300),
                            someRepeatedTasks(4, 4, 24, 20),
                            someRepeatedTasks(4, 5, 24, 10)),
                    repeated -> enough(repeated, Enough.EACH_MORE)),
            List.of(
                    new Control<>(
                            "C-JUST-ENOUGH",
                            "at least deg Φ* − d times for more",
                            new Proposition<>(
                                    "If each latent is a task at least deg Φ* − d times, the ideal learner "
                                            + "identifies them.",
                                    "\\#\\{j : g_j = \\pm z_i\\} \\ge \\deg \\Phi^{*} - d \\quad \\forall i "
                                            + "\\implies \\text{every minimiser is } PDz",
                                    List.of(repeatedTasks(1, 3), repeatedTasks(2, 4)),
                                    repeated -> enough(repeated, Enough.EACH_AS_OFTEN))),
                    new Control<>(
                            "C-ENOUGH-IN-ALL",
                            "so many tasks in all, not for each latent",
                            new Proposition<>(
                                    "If there are more than deg Φ* − d tasks ±z_i in all, the ideal learner "
                                            + "identifies the latents.",
                                    "\\#\\{j : g_j \\in \\{\\pm z_1, \\ldots, \\pm z_d\\}\\} > \\deg \\Phi^{*} - "
                                            + "d \\implies \\text{every minimiser is } PDz",
                                    List.of(repeatedTasks(1, 3), repeatedTasks(2, 4)),
                                    repeated -> enough(repeated, Enough.TOGETHER_MORE))),
                    new Control<>(
                            "C-ENOUGH-MIXED",
                            "a task of higher degree besides: the product of all latents, eight times",
                            new Proposition<>(
                                    "If each latent is a task more than deg Φ* − d times, the ideal learner "
                                            + "identifies them, whatever the other tasks.",
                                    "\\#\\{j : g_j = \\pm z_i\\} > \\deg \\Phi^{*} - d \\quad \\forall i "
                                            + "\\implies \\text{every minimiser is } PDz",
                                    List.of(repeatedTasks(2, 4)),
                                    repeated -> enough(repeated, Enough.EACH_MORE_AND_OTHERS)))));

    /** How many tasks are said to be enough. */
    private enum Enough {
        EACH_MORE("each-more", 1),
        EACH_AS_OFTEN("each-as-often", 0),
        TOGETHER_MORE("together-more", 1),
        EACH_MORE_AND_OTHERS("each-more-and-others", 1);

        final String key;
        final int margin;

        Enough(String key, int margin) {
            this.key = key;
            this.margin = margin;
        }

        boolean isMet(RepeatedTasks repeated, int complexity) {
            var counts = repeated.counts().stream().mapToInt(Integer::intValue);
            return (this == TOGETHER_MORE ? counts.sum() : counts.min().orElseThrow())
                    >= complexity - repeated.d() + margin;
        }

        /** The repeated tasks; with the others, eight times the product of all latents. */
        int[] tasks(RepeatedTasks repeated) {
            if (this != EACH_MORE_AND_OTHERS) return repeated.tasks();
            int product = (int) BooleanFunction.parity(repeated.d(), (1 << repeated.d()) - 1)
                    .table();
            return IntStream.concat(
                            Arrays.stream(repeated.tasks()),
                            IntStream.generate(() -> product).limit(8))
                    .toArray();
        }
    }

    private static Outcome enough(RepeatedTasks repeated, Enough enough) {
        if (!enough.isMet(repeated, complexity(repeated.d(), repeated.m(), repeated.observations())))
            return Outcome.outOfScope("each latent is a task more than deg Φ* − d times");
        int[] tasks = enough.tasks(repeated);
        return rival(repeated, tasks)
                .map(T -> fails(notIdentifying(repeated, enough, tasks, T)))
                .orElse(holds());
    }

    /**
     * A world model that costs no more than the signed permutations and is none; of four latents by branch and bound
     * over all 16! transforms.
     */
    private static Optional<Bijection> rival(RepeatedTasks repeated, int[] tasks) {
        if (repeated.d() == 4)
            return FourLatentLearner.observing(repeated.m(), repeated.observations())
                    .rival(tasks);
        var learner = LEARNERS[repeated.d() - 1];
        return learner.minimisers(learner.complexities(repeated.m(), repeated.observations()), tasks).stream()
                .filter(T -> !T.isSignedPermutation())
                .findFirst();
    }

    private static Certificate notIdentifying(RepeatedTasks repeated, Enough enough, int[] tasks, Bijection T) {
        int d = repeated.d();
        var onX = MinDegree.on(Support.of(repeated.m(), repeated.observations()));
        int Phi = observed(onX, repeated, T);
        int PhiStar = observed(onX, repeated, Bijection.identity(d));
        var functions = Arrays.stream(tasks)
                .mapToObj(task -> BooleanFunction.ofTable(d, task))
                .toList();
        int through = functions.stream()
                .mapToInt(g -> T.inverse().pullback(g).degree())
                .sum();
        int own = functions.stream().mapToInt(BooleanFunction::degree).sum();
        return Certificate.of("learner-not-identifying")
                .with("observations", repeated.m())
                .with("psi", repeated.psi())
                .with("transform", Notation.list(T))
                .with("tasks", functions.stream().map(Notation::values).toList())
                .with("statement", enough.key)
                .with("complexity", Phi + through)
                .with("identityComplexity", PhiStar + own)
                .reading("z is observed as psi(z), psi = " + repeated.psi() + " in B^" + repeated.m() + ". For the "
                        + tasks.length + " tasks "
                        + functions.stream()
                                .map(g -> g.spectrum().toPolynomial())
                                .toList() + " the world model T = "
                        + Notation.polynomials(T) + " costs deg Φ + Σ deg(g ∘ T⁻¹) = " + Phi + " + "
                        + through
                        + ", the identity " + PhiStar + " + " + own + ", and T is no signed permutation.");
    }

    /** deg Phi where Phi(psi(z)) = T(z). */
    private static int observed(MinDegree onX, RepeatedTasks repeated, Bijection T) {
        var X = onX.support();
        int sum = 0;
        for (var coordinate : T.coordinates()) {
            var values = new long[X.size()];
            for (int z = 0; z < values.length; z++)
                values[X.indexOf(repeated.psi().get(z))] = coordinate.at(z);
            sum += onX.degreeOf(values);
        }
        return sum;
    }
}
