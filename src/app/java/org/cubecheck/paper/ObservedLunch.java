package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.Notation.list;
import static org.cubecheck.paper.Notation.polynomials;
import static org.cubecheck.paper.Notation.values;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Degrees;
import org.cubecheck.realization.Injection;
import org.cubecheck.transform.Bijection;

/** Section 4, the same for a learner that sees observations of the latents only (NO-FREE-LUNCH-OBSERVED). */
final class ObservedLunch {

    private ObservedLunch() {}

    /**
     * What a learner has: observations psi(z) in B^m, and a representation Phi of them with Phi(psi(z)) = T(z).
     *
     * @param m dimension of the observations
     * @param psi the observation of each latent
     * @param T the world model in the latents
     */
    record ObservedTransform(int m, int[] psi, Bijection T) {

        static ObservedTransform random(int d, int m, RandomGenerator random) {
            int[] points = Bijection.random(m, random).toArray();
            return new ObservedTransform(m, Arrays.copyOf(points, 1 << d), Bijection.random(d, random));
        }

        static ObservedTransform ofRank(int d, int m, long psi, Bijection T) {
            int[] points = IntStream.range(0, 1 << m).toArray();
            for (int z = 0; z < 1 << d; z++) {
                int left = points.length - z;
                int pick = z + (int) (psi % left);
                psi /= left;
                int x = points[pick];
                points[pick] = points[z];
                points[z] = x;
            }
            return new ObservedTransform(m, Arrays.copyOf(points, 1 << d), T);
        }

        /** What the representation makes of every point that is observed; -1 at the others. */
        int[] representation() {
            var phi = new int[1 << m];
            Arrays.fill(phi, -1);
            for (int z = 0; z < psi.length; z++) phi[psi[z]] = T.at(z);
            return phi;
        }

        /** The task on observations: bit z of the table is the sign of g at z; 0 and 1 for its signs. */
        int[] observedTask(int table) {
            var h = new int[1 << m];
            for (int z = 0; z < psi.length; z++) h[psi[z]] = table >>> z & 1;
            return h;
        }
    }

    /**
     * The table of the only function u with u(Phi(x)) = h(x) at every observation x, found from the pairs (Phi(x),
     * h(x)) alone; -1 if no u fits, or more than one does.
     */
    private static int onlyPredictor(int points, int[] phi, int[] h) {
        int u = 0;
        int known = 0;
        for (int x = 0; x < phi.length; x++) {
            if (phi[x] < 0) continue;
            known |= 1 << phi[x];
            u |= h[x] << phi[x];
        }
        for (int x = 0; x < phi.length; x++) {
            if (phi[x] >= 0 && (u >>> phi[x] & 1) != h[x]) return -1;
        }
        return known == (1 << points) - 1 ? u : -1;
    }

    /** All of them, d at most 2. */
    private static Domain<ObservedTransform> allObservedTransforms(int d, int m) {
        long count = Bijection.count(d);
        var transforms = LongStream.range(0, count)
                .mapToObj(rank -> Bijection.ofRank(d, rank))
                .toList();
        return new Domain.All<ObservedTransform>(
                        "invertible transforms of B^" + d + " and observations psi: B^" + d + " → B^" + m,
                        d,
                        Injection.count(d, m).longValueExact() * count,
                        i -> ObservedTransform.ofRank(d, m, i / count, transforms.get((int) (i % count))),
                        NoFreeLunch.tasks(d))
                .bounded("m", m, m);
    }

    private static Domain<ObservedTransform> observedTransforms(int d, int m, long trials) {
        return Domain.<ObservedTransform>sampled(
                        "invertible transforms of B^" + d + " and observations psi: B^" + d + " → B^" + m,
                        d,
                        Injection.count(d, m).multiply(Injection.count(d, d)),
                        trials,
                        random -> ObservedTransform.random(d, m, random))
                .bounded("m", m, m)
                .reaching("psi(0) is not 0", observed -> observed.psi()[0] != 0);
    }

    /** The same law when the learner sees psi(z) only. */
    static final Claim<ObservedTransform> NO_FREE_LUNCH_OBSERVED = new Claim<>(
            "NO-FREE-LUNCH-OBSERVED",
            Sections.NO_FREE_LUNCH,
            "The same through any observations of the latents",
            new Source(
                    Provenance.AUTHORS,
                    "Theorem 3",
                    "no free lunch for representations, with observations x = psi(z)",
                    "the predictor is recovered from the pairs (Phi(x), h(x)) on psi(B^d), not from T; that it fits all "
                            + "of them, and that no other does, is examined task by task"),
            List.of(
                    "psi: B^d → B^m is injective, m > d",
                    "Phi(psi(z)) = T(z) with T invertible",
                    "tasks are uniform over all Boolean functions of the latents"),
            "With two latents observed alike, not every task has a predictor (C-OBSERVED-ALIKE).",
            new Proposition<>(
                    "For every injective psi and every invertible T, each task h has exactly one predictor u with "
                            + "h = u ∘ Φ, and over all tasks the degrees of u are distributed as those of g.",
                    "h = u \\circ \\Phi, \\qquad \\#\\{h : \\deg u = k\\} = \\#\\{g : \\deg g = k\\} \\qquad "
                            + "\\forall \\psi, T, k",
                    List.of(
                            allObservedTransforms(1, 2),
                            allObservedTransforms(1, 3),
                            allObservedTransforms(2, 3),
                            allObservedTransforms(2, 4),
                            observedTransforms(3, 4, 60),
                            observedTransforms(3, 6, 60)),
                    ObservedLunch::sameLawObserved),
            List.of(
                    new Control<>(
                            "C-OBSERVED-AT-1",
                            "tasks uniform over the Boolean functions of degree at most 1 instead of all",
                            new Proposition<>(
                                    "The same for tasks uniform over the Boolean functions of degree at most 1, psi "
                                            + "the map that appends a constant.",
                                    "\\#\\{h : \\deg g \\le 1, \\deg u = k\\} = \\#\\{g : \\deg g \\le 1, \\deg g = "
                                            + "k\\}",
                                    List.of(appended(1), appended(2)),
                                    observed -> lawObserved(observed, 1, "degree-at-most-1"))),
                    new Control<>(
                            "C-OBSERVED-ALIKE",
                            "psi need not be injective",
                            new Proposition<>(
                                    "For every psi: B^d → B^m and every representation Φ of the observations, each "
                                            + "task g of the latents equals u ∘ Φ ∘ psi for some u.",
                                    "\\forall \\psi, \\Phi, g \\exists u : g = u \\circ \\Phi \\circ \\psi",
                                    List.of(anyObservations(1, 2), anyObservations(2, 3)),
                                    ObservedLunch::predictedWhatever))));

    /** Observations psi: B^d -> B^m, injective or not. */
    record Observations(int m, int[] psi) {}

    private static Domain<Observations> anyObservations(int d, int m) {
        return Domain.all(
                "maps psi: B^" + d + " → B^" + m,
                d,
                1L << (m << d),
                rank -> new Observations(
                        m,
                        IntStream.range(0, 1 << d)
                                .map(z -> (int) (rank >>> m * ((1 << d) - 1 - z)) & (1 << m) - 1)
                                .toArray()));
    }

    /** The task that tells apart two latents which are observed alike. */
    private static Outcome predictedWhatever(Observations observations) {
        int[] psi = observations.psi();
        for (int z = 0; z < psi.length; z++) {
            for (int x = 0; x < z; x++) {
                if (psi[x] != psi[z]) continue;
                int apart = z;
                return fails(notObserved(
                        observations.m(), psi, BooleanFunction.of(Cube.variables(psi.length), y -> y == apart), x, z));
            }
        }
        return holds();
    }

    private static Certificate notObserved(int m, int[] psi, BooleanFunction g, int x, int z) {
        return Certificate.of("task-not-observed")
                .with("observations", m)
                .with("psi", list(psi))
                .with("task", values(g))
                .with("points", List.of(x, z))
                .reading("Latents 0.." + (psi.length - 1) + " are observed as " + Arrays.toString(psi) + " in B^" + m
                        + ": the latents " + x + " and " + z + " alike, as " + psi[z]
                        + ". So whatever represents the observations represents both alike, and the task g = "
                        + g.spectrum().toPolynomial() + ", which differs on them, has no predictor.");
    }

    /** All T, each observed through psi(z) = (z, +1). */
    private static Domain<ObservedTransform> appended(int d) {
        return new Domain.All<>(
                "invertible transforms of B^" + d + " observed through psi(z) = (z, +1)",
                d,
                d,
                Bijection.count(d),
                rank -> new ObservedTransform(d + 1, IntStream.range(0, 1 << d).toArray(), Bijection.ofRank(d, rank)),
                NoFreeLunch.tasks(d));
    }

    private static Outcome sameLawObserved(ObservedTransform observed) {
        return lawObserved(observed, observed.T().dimension(), "all-tasks");
    }

    /** Over the tasks of degree at most {@code most}. */
    private static Outcome lawObserved(ObservedTransform observed, int most, String statement) {
        int d = observed.T().dimension();
        var law = new long[d + 1];
        var reference = new long[d + 1];
        int[] phi = observed.representation();
        for (int table = 0; table < NoFreeLunch.tasks(d); table++) {
            int degree = Degrees.of(d, table);
            if (degree > most) continue;
            int u = onlyPredictor(1 << d, phi, observed.observedTask(table));
            // As psi and T are injective, no observation could show it.
            if (u < 0) throw new IllegalStateException("a task has no predictor, or more than one");
            law[Degrees.of(d, u)]++;
            reference[degree]++;
        }
        if (Arrays.equals(law, reference)) return holds(NoFreeLunch.tasks(d));
        return fails(Certificate.of("observed-degree-law-differs")
                .with("observations", observed.m())
                .with("psi", list(observed.psi()))
                .with("transform", list(observed.T()))
                .with("statement", statement)
                .with("law", list(law))
                .with("identityLaw", list(reference))
                .reading("Latents 0.." + (observed.psi().length - 1) + " are observed as "
                        + Arrays.toString(observed.psi())
                        + "; the representation takes them to "
                        + observed.T() + " = " + polynomials(observed.T()) + ". The tasks"
                        + (statement.equals("all-tasks") ? "" : " of degree at most 1")
                        + " have predictors of degrees 0.." + d + " in the numbers "
                        + Arrays.toString(law) + ", not " + Arrays.toString(reference) + "."));
    }
}
