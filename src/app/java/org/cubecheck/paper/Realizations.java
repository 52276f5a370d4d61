package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.claim.Outcome.outOfScope;
import static org.cubecheck.claim.Outcome.settled;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.paper.Representations.Setting;
import org.cubecheck.realization.ConditionalDegree;
import org.cubecheck.realization.Representation;
import org.cubecheck.transform.Bijection;

/** Section 3: flat and hierarchical realizations. */
final class Realizations {

    private static final String SECTION = "Realizations";

    private Realizations() {}

    static List<Claim<?>> claims() {
        return List.of(
                SINGLE_TASK,
                WEIGHTED_DEGREE,
                SUPPORT_DEGREE,
                SMALL_SUPPORT,
                MULTI_TASK,
                MULTI_TASK_LEAST,
                D_SQUARED_TIGHT);
    }

    static List<Objective> objectives() {
        return List.of(
                new Objective(
                        "SINGLE-TASK",
                        1,
                        6,
                        "the least of deg T + |S| - deg T_S over the products T_S of coordinates",
                        T -> slack(T, Bound.SUM),
                        T -> products(T, Bound.SUM)),
                new Objective(
                        "C-SUM",
                        1,
                        6,
                        "the least of maxᵢ deg Tᵢ + |S| - deg T_S over the products T_S of coordinates",
                        T -> slack(T, Bound.MAXIMUM),
                        T -> products(T, Bound.MAXIMUM)),
                new Objective(
                        "C-TASK-ONLY",
                        1,
                        6,
                        "the least of |S| - deg T_S over the products T_S of coordinates",
                        T -> slack(T, Bound.TASK),
                        T -> products(T, Bound.TASK)),
                new Objective(
                        "WEIGHTED-DEGREE",
                        1,
                        6,
                        "the least of the degrees of the coordinates in S, added up, less deg T_S",
                        T -> slack(T, Bound.WEIGHTED),
                        T -> products(T, Bound.WEIGHTED)),
                new Objective(
                        "C-WEIGHTED-EQUAL",
                        1,
                        6,
                        "minus the largest difference of deg T_S and the degrees of the coordinates in S, added up",
                        T -> slack(T, Bound.WEIGHTED_EXACTLY),
                        T -> products(T, Bound.WEIGHTED_EXACTLY)));
    }

    private static List<Domain<Setting>> representations() {
        return List.of(
                Representations.all(1, 1, 4),
                Representations.all(1, 2, 4),
                Representations.all(1, 3, 4),
                Representations.all(2, 2, 16),
                Representations.all(2, 3, 16),
                Representations.all(2, 4, 16),
                Representations.cubeToCube(),
                Representations.some(3, 4, 2_000),
                Representations.some(3, 5, 2_000),
                Representations.some(4, 4, 1_000),
                Representations.some(4, 6, 1_000),
                Representations.some(5, 5, 300),
                Representations.some(5, 7, 300),
                Representations.someParities(6, 2, 2_000));
    }

    // ---- one task

    /** deg h* &lt;= deg Phi + deg g. */
    static final Claim<Setting> SINGLE_TASK = new Claim<>(
            "SINGLE-TASK",
            SECTION,
            "On one task no hierarchical realization costs less than the flat one",
            new Source(
                    Provenance.AUTHORS,
                    "summary: Theorem 1",
                    "for a single task the flat realization is never more complex than a hierarchical one",
                    "the degree of a function on X is the least one of a realization on B^m. All Boolean tasks "
                            + "are examined for d ≤ 3; real tasks then follow, "
                            + "because the parities are among them and the degree of a sum is at most the largest "
                            + "of its terms"),
            List.of(
                    "X has 2^d points of B^m, m ≥ d",
                    "h = g ∘ Φ on X, Φ: X → B^d invertible or not",
                    "deg Φ is the sum of the degrees of the coordinates"),
            "Never sharp but for a constant Φ: deg h* ≤ deg Φ already (WEIGHTED-DEGREE), so the degree of g is "
                    + "never needed.",
            new Proposition<>(
                    "deg h* ≤ deg Φ + deg g for every hierarchical realization h = g ∘ Φ.",
                    "\\deg h^* \\le \\deg \\Phi + \\deg g, \\qquad \\deg \\Phi = \\sum_{i=1}^{d} \\deg \\Phi_i",
                    representations(),
                    setting -> within(setting, Bound.SUM)),
            List.of(
                    new Control<>(
                            "C-SUM",
                            "the degree of Φ as the maximum over its coordinates, not the sum",
                            new Proposition<>(
                                    "deg h* ≤ maxᵢ deg Φᵢ + deg g.",
                                    "\\deg h^* \\le \\max_i \\deg \\Phi_i + \\deg g",
                                    // No counterexample below d = 6: k coordinates of degree a give at most min(ka, d),
                                    // and ka > a + k needs ka >= 6.
                                    List.of(
                                            Representations.all(1, 1, 4),
                                            Representations.all(2, 2, 16),
                                            Representations.cubeToCube(),
                                            Representations.parities(4, 4),
                                            Representations.parities(5, 3),
                                            Representations.parities(6, 2)),
                                    setting -> within(setting, Bound.MAXIMUM))),
                    new Control<>(
                            "C-TASK-ONLY",
                            "the representation counted as free",
                            new Proposition<>(
                                    "deg h* ≤ deg g.",
                                    "\\deg h^* \\le \\deg g",
                                    List.of(Representations.all(1, 1, 4), Representations.all(2, 2, 16)),
                                    setting -> within(setting, Bound.TASK)))));

    /** deg h* is at most the largest total degree of the coordinates in a monomial of g. */
    static final Claim<Setting> WEIGHTED_DEGREE = new Claim<>(
            "WEIGHTED-DEGREE",
            SECTION,
            "What a task costs through a representation, monomial by monomial",
            new Source(
                    Provenance.EXTENSION,
                    "sharpens Theorem 1",
                    "",
                    "the bound is ours; it is at most deg Φ, whatever g is"),
            List.of("X has 2^d points of B^m, m ≥ d", "h = g ∘ Φ on X, Φ: X → B^d invertible or not"),
            "An inequality: products of coordinates can cancel, as Φ₁Φ₁ = 1 does.",
            new Proposition<>(
                    "deg h* is at most the largest sum of coordinate degrees over a monomial of g, hence at most deg Φ.",
                    "\\deg h^* \\le \\max_{S: \\hat g(S) \\ne 0} \\sum_{i \\in S} \\deg \\Phi_i \\le \\deg \\Phi",
                    representations(),
                    setting -> within(setting, Bound.WEIGHTED)),
            List.of(new Control<>(
                    "C-WEIGHTED-EQUAL",
                    "equality for the inequality",
                    new Proposition<>(
                            "deg h* equals the largest sum of coordinate degrees over a monomial of g.",
                            "\\deg h^* = \\max_{S: \\hat g(S) \\ne 0} \\sum_{i \\in S} \\deg \\Phi_i",
                            List.of(Representations.all(1, 1, 4), Representations.all(2, 2, 16)),
                            setting -> within(setting, Bound.WEIGHTED_EXACTLY)))));

    /** What deg h* is compared with. */
    private enum Bound {
        SUM("sum", "deg Phi + deg g"),
        MAXIMUM("maximum", "max deg Phi_i + deg g"),
        TASK("task", "deg g"),
        WEIGHTED("weighted", "the largest sum of coordinate degrees over a monomial of g"),
        WEIGHTED_EXACTLY("weighted-exactly", "the largest sum of coordinate degrees over a monomial of g");

        final String key;
        final String words;

        Bound(String key, String words) {
            this.key = key;
            this.words = words;
        }

        /** Whether the bound is about monomials of g; else it is {@link #base} and perhaps deg g. */
        boolean isWeighted() {
            return this == WEIGHTED || this == WEIGHTED_EXACTLY;
        }

        /** What the bound is for a g of degree 0. */
        int base(Representation Phi, int[] degrees) {
            return this == SUM
                    ? Phi.degree()
                    : this == MAXIMUM ? IntStream.of(degrees).max().getAsInt() : 0;
        }

        boolean admits(int degree, int bound) {
            return this == WEIGHTED_EXACTLY ? degree == bound : degree <= bound;
        }
    }

    /**
     * The bound for T as a representation of the whole cube, with all products of its coordinates as tasks; d is at
     * most 6.
     */
    private static Outcome products(Bijection T, Bound bound) {
        int d = T.dimension();
        var tasks = IntStream.range(1, 1 << d)
                .mapToObj(S -> BooleanFunction.parity(d, S).toReal())
                .toList();
        return within(new Setting(Representation.of(Support.all(d), d, T.toArray()), tasks), bound);
    }

    /** The least slack of the bound over these tasks. */
    private static int slack(Bijection T, Bound bound) {
        int d = T.dimension();
        int[] degrees = T.coordinateDegrees();
        int base = bound == Bound.SUM
                ? IntStream.of(degrees).sum()
                : bound == Bound.MAXIMUM ? IntStream.of(degrees).max().getAsInt() : 0;
        var coordinates = T.coordinates();
        var products = new long[1 << d];
        var heaviest = new int[1 << d];
        int least = Integer.MAX_VALUE;
        for (int S = 1; S < products.length; S++) {
            int i = Integer.numberOfTrailingZeros(S);
            int others = S & S - 1;
            products[S] = products[others] ^ coordinates.get(i).table();
            heaviest[S] = heaviest[others] + degrees[i];
            int room = (bound.isWeighted() ? heaviest[S] : base + Integer.bitCount(S))
                    - BooleanFunction.ofTable(d, products[S]).degree();
            least = Math.min(least, bound == Bound.WEIGHTED_EXACTLY ? -Math.abs(room) : room);
        }
        return least;
    }

    private static Outcome within(Setting setting, Bound bound) {
        var Phi = setting.Phi();
        int[] degrees = Phi.coordinateDegrees();
        int base = bound.base(Phi, degrees);
        if (setting.tasks().isEmpty()) return allWithin(Phi, bound, degrees, base);
        int examined = 0;
        for (var g : setting.tasks()) {
            examined++;
            int degree = Phi.minDegree().degreeOf(Phi.compose(g));
            int limit = bound.isWeighted() ? heaviest(g, degrees) : base + g.degree();
            if (!bound.admits(degree, limit)) return fails(counterexample(Phi, g, bound, degree, limit));
        }
        return holds(examined);
    }

    private static Outcome allWithin(Representation Phi, Bound bound, int[] degrees, int base) {
        int d = Phi.dimension();
        var onX = Phi.minDegree();
        long[] composed = Phi.composeAll();
        byte[] limits = bound.isWeighted() ? HEAVIEST[d][code(degrees)] : TASK_DEGREES[d];
        // -g and -h have the degrees of g and h, so the tables with the highest bit clear stand for all.
        int examined = 0;
        for (int g = 0; g < composed.length / 2; g++) {
            examined += 2;
            int degree = onX.degreeOfSigns(composed[g]);
            int limit = base + limits[g];
            if (!bound.admits(degree, limit))
                return fails(counterexample(Phi, BooleanFunction.ofTable(d, g).toReal(), bound, degree, limit));
        }
        return holds(examined);
    }

    private static int heaviest(RealFunction g, int[] degrees) {
        var spectrum = g.spectrum();
        return IntStream.range(0, 1 << g.variables())
                .filter(S -> spectrum.numerator(S) != 0)
                .map(S -> IntStream.range(0, degrees.length)
                        .filter(i -> (S >>> i & 1) != 0)
                        .map(i -> degrees[i])
                        .sum())
                .max()
                .orElse(0);
    }

    /** By d at most 3 and by table of g: deg g. */
    private static final byte[][] TASK_DEGREES = new byte[4][];
    /**
     * By d at most 3, by the code of the coordinate degrees, each at most 3, and by table of g: their largest sum over
     * a monomial of g.
     */
    private static final byte[][][] HEAVIEST = new byte[4][][];

    static {
        for (int d = 1; d <= 3; d++) {
            TASK_DEGREES[d] = new byte[1 << (1 << d)];
            HEAVIEST[d] = new byte[1 << 2 * d][1 << (1 << d)];
            for (int table = 0; table < TASK_DEGREES[d].length; table++) {
                var g = BooleanFunction.ofTable(d, table).toReal();
                TASK_DEGREES[d][table] = (byte) g.degree();
                for (int code = 0; code < HEAVIEST[d].length; code++) {
                    int digits = code;
                    HEAVIEST[d][code][table] = (byte) heaviest(
                            g,
                            IntStream.range(0, d).map(i -> digits >>> 2 * i & 3).toArray());
                }
            }
        }
    }

    private static int code(int[] degrees) {
        int code = 0;
        for (int i = 0; i < degrees.length; i++) code |= degrees[i] << 2 * i;
        return code;
    }

    private static Certificate counterexample(Representation Phi, RealFunction g, Bound bound, int degree, int limit) {
        var h = Phi.minDegree().interpolate(Phi.compose(g));
        return describe(Certificate.of("composition-against-bound"), Phi)
                .with("task", values(g))
                .with("bound", bound.key)
                .with("limit", limit)
                .with("degree", degree)
                .with(
                        "witness",
                        h.witness().stream().map(BigInteger::longValueExact).toList())
                .reading("Phi = " + coordinates(Phi) + " of degrees " + Arrays.toString(Phi.coordinateDegrees())
                        + " on " + place(Phi.support())
                        + " and g = " + polynomial(g, 'y') + " of degree " + g.degree() + " give h = "
                        + polynomial(h.toSpectrum().toFunction(), 'x')
                        + " of degree " + degree + "; " + bound.words + " is " + limit + ".");
    }

    // ---- supports

    /** Any function on 2^d points has a realization of degree at most d. */
    static final Claim<Support> SUPPORT_DEGREE = new Claim<>(
            "SUPPORT-DEGREE",
            SECTION,
            "On 2^d points every function has a realization of degree at most d",
            new Source(
                    Provenance.FORMALIZED,
                    "summary: the d² of Theorem 2",
                    "the threshold d² bounds the complexity of any representation",
                    "the reason is our wording: each of the d coordinates of Φ has degree at most d, so deg Φ ≤ d²"),
            List.of("X has 2^d points of B^m"),
            "Not sharp in the number of points: it holds below 2^(d+1) points (SMALL-SUPPORT) and fails there.",
            new Proposition<>(
                    "Every h: X → ℝ on a support X of 2^d points of B^m has a realization of degree at most d; "
                            + "hence deg Φ ≤ d² for every Φ: X → B^d.",
                    "|X| = 2^d \\implies \\max_{h: X \\to \\mathbb{R}} \\deg h^* \\le d",
                    supports(),
                    X -> needsAtMost(X, Cube.variables(X.size()), "power")),
            List.of(
                    new Control<>(
                            "C-SUPPORT-LESS",
                            "one degree fewer",
                            new Proposition<>(
                                    "Every function on 2^d points has a realization of degree at most d - 1.",
                                    "|X| = 2^d \\implies \\max_h \\deg h^* \\le d - 1",
                                    List.of(Supports.all(1, 1, 2), Supports.all(2, 2, 4)),
                                    X -> needsAtMost(X, Cube.variables(X.size()) - 1, "less"))),
                    new Control<>(
                            "C-SUPPORT-MORE",
                            "2^(d+1) points for 2^d",
                            new Proposition<>(
                                    "Every function on 2^(d+1) points has a realization of degree at most d.",
                                    "|X| = 2^{d+1} \\implies \\max_h \\deg h^* \\le d",
                                    List.of(Supports.all(1, 2, 4), Supports.all(2, 3, 8)),
                                    X -> needsAtMost(X, Cube.variables(X.size()) - 1, "twice-the-points")))));

    private static List<Domain<Support>> supports() {
        return List.of(
                Supports.all(1, 1, 2),
                Supports.all(1, 2, 2),
                Supports.all(1, 3, 2),
                Supports.all(1, 4, 2),
                Supports.all(1, 5, 2),
                Supports.all(2, 2, 4),
                Supports.all(2, 3, 4),
                Supports.all(2, 4, 4),
                Supports.all(2, 5, 4),
                Supports.all(3, 3, 8),
                Supports.all(3, 4, 8),
                Supports.eightOfFive(),
                Supports.some(3, 6, 8, 2_000),
                Supports.some(3, 10, 8, 500),
                Supports.all(4, 4, 16),
                Supports.some(4, 5, 16, 2_000),
                Supports.some(4, 8, 16, 500),
                Supports.some(5, 6, 32, 300),
                Supports.some(5, 8, 32, 300));
    }

    /** Any function on X has a realization of degree at most log2 |X|. */
    static final Claim<Support> SMALL_SUPPORT = new Claim<>(
            "SMALL-SUPPORT",
            SECTION,
            "No function on X needs a degree above log₂|X|",
            new Source(
                    Provenance.EXTENSION,
                    "extends SUPPORT-DEGREE to any number of points",
                    "",
                    "ours. Reason: the monomials that are no combination of earlier ones are closed under taking "
                            + "subsets; with one of degree k there are 2^k, and |X| in all"),
            List.of("X is a non-empty set of points of B^m"),
            "Sharp on every subcube: its parity needs its dimension.",
            new Proposition<>(
                    "Every h: X → ℝ has a realization of degree at most ⌊log₂|X|⌋.",
                    "\\max_{h: X \\to \\mathbb{R}} \\deg h^* \\le \\log_2 |X|",
                    List.of(
                            Supports.all(1),
                            Supports.all(2),
                            Supports.all(3),
                            Supports.all(4),
                            Supports.some(5, 31, 3_000),
                            Supports.some(8, 32, 500)),
                    X -> needsAtMost(X, 31 - Integer.numberOfLeadingZeros(X.size()), "logarithm")),
            List.of(new Control<>(
                    "C-SMALLER-SUPPORT",
                    "strictly below log₂|X|",
                    new Proposition<>(
                            "Every function on at least two points has a realization of degree below log₂|X|.",
                            "|X| \\ge 2 \\implies \\max_h \\deg h^* < \\log_2 |X|",
                            List.of(Supports.all(1), Supports.all(2)),
                            X -> X.size() < 2
                                    ? outOfScope("at least two points")
                                    : needsAtMost(
                                            X, 31 - Integer.numberOfLeadingZeros(X.size() - 1), "below-logarithm")))));

    private static Outcome needsAtMost(Support X, int bound, String statement) {
        var onX = MinDegree.on(X);
        if (onX.largest() <= bound) return holds();
        // Indicators of points span all functions, so one of them needs the largest degree.
        for (int i = 0; ; i++) {
            int at = i;
            long[] indicator =
                    IntStream.range(0, X.size()).mapToLong(j -> j == at ? 1 : 0).toArray();
            var h = onX.interpolate(indicator);
            if (h.degree() <= bound) continue;
            return fails(Certificate.of("support-needs-degree")
                    .with("m", X.variables())
                    .with("points", list(X.toArray()))
                    .with("statement", statement)
                    .with("bound", bound)
                    .with("values", LongStream.of(indicator).boxed().toList())
                    .with(
                            "witness",
                            h.witness().stream().map(BigInteger::longValueExact).toList())
                    .reading("On " + place(X) + " the function that is 1 at " + X.point(i)
                            + " and 0 elsewhere needs degree " + h.degree() + ", more than " + bound
                            + ": the weights " + h.witness() + " sum to 0 against every monomial of degree at most "
                            + bound + " and to " + h.witness().get(i)
                            + " against the function; a realization of least degree is "
                            + polynomial(h.toSpectrum().toFunction(), 'x') + "."));
        }
    }

    // ---- many tasks

    private static final List<String> TASKS = List.of(
            "X has 2^d points of B^m, m ≥ d",
            "every task hᵢ is a function of Φ",
            "the conditional degrees sum to more than d²");

    /** Theorem 2 with the greatest degree over g. */
    static final Claim<Setting> MULTI_TASK = new Claim<>(
            "MULTI-TASK",
            SECTION,
            "Many tasks that a representation simplifies make the hierarchical realization cheaper",
            new Source(
                    Provenance.AUTHORS,
                    "summary: Theorem 2",
                    "if the conditional degrees of the tasks sum to more than d², the hierarchical realization is "
                            + "strictly less complex",
                    "deg(h|Φ) = deg h* - max deg g over all g: B^d → ℝ that fit. Per representation the list of "
                            + "tasks with the least sum above d² is examined, "
                            + "found among all lists of Boolean tasks for d ≤ 3, else of a few tasks, repetitions "
                            + "allowed; a larger sum only helps. Other tasks, real ones too, follow: "
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
                            Representations.someInvertible(3, 4, 1_000),
                            Representations.someInvertible(3, 5, 1_000),
                            Representations.someInvertible(4, 4, 500),
                            Representations.someInvertible(4, 6, 500),
                            Representations.someInvertible(5, 7, 100)),
                    setting -> multiTask(setting, Reading.GREATEST, Threshold.ABOVE)),
            List.of(
                    new Control<>(
                            "C-THRESHOLD-DROPPED",
                            "no condition on the conditional degrees",
                            new Proposition<>(
                                    "deg Φ + Σ deg gᵢ < Σ deg hᵢ* for every list of tasks.",
                                    "\\deg \\Phi + \\sum_i \\deg g_i < \\sum_i \\deg h_i^*",
                                    List.of(Representations.invertible(1, 1, 1), Representations.invertible(2, 2, 1)),
                                    Realizations::withoutThreshold)),
                    new Control<>(
                            "C-THRESHOLD-EQUAL",
                            "at least d² for more than d²",
                            new Proposition<>(
                                    "If Σ deg(hᵢ|Φ) ≥ d² then deg Φ + Σ deg gᵢ < Σ deg hᵢ*.",
                                    "\\sum_i \\deg(h_i | \\Phi) \\ge d^2 \\implies \\deg \\Phi + \\sum_i \\deg "
                                            + "g_i < \\sum_i \\deg h_i^*",
                                    List.of(Representations.all(2, 2, 1), Representations.invertible(3, 3, 1)),
                                    setting -> multiTask(setting, Reading.GREATEST, Threshold.REACHED)))));

    /** Theorem 2 with the least degree over g. */
    static final Claim<Setting> MULTI_TASK_LEAST = new Claim<>(
            "MULTI-TASK-LEAST",
            SECTION,
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
                            Representations.some(3, 3, 1_000),
                            Representations.some(3, 5, 1_000),
                            Representations.some(4, 4, 300),
                            Representations.some(4, 6, 300)),
                    setting -> multiTask(setting, Reading.LEAST, Threshold.ABOVE)),
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
                                    setting -> multiTask(setting, Reading.LEAST_FOR_ANY, Threshold.ABOVE))),
                    new Control<>(
                            "C-LEAST-EQUAL",
                            "at least d² for more than d²",
                            new Proposition<>(
                                    "If Σ (deg hᵢ* - min deg gᵢ) ≥ d² then deg Φ + Σ min deg gᵢ < Σ deg hᵢ*.",
                                    "\\sum_i (\\deg h_i^* - \\min \\deg g_i) \\ge d^2 \\implies \\deg \\Phi + "
                                            + "\\sum_i \\min \\deg g_i < \\sum_i \\deg h_i^*",
                                    List.of(Representations.all(2, 2, 1)),
                                    setting -> multiTask(setting, Reading.LEAST, Threshold.REACHED)))));

    /** Which g is subtracted in the hypothesis, and which is charged in the conclusion. */
    private enum Reading {
        GREATEST("greatest"),
        LEAST("least"),
        LEAST_FOR_ANY("least-for-any");

        final String key;

        Reading(String key) {
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
        ABOVE("above"),
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

    private static Outcome multiTask(Setting setting, Reading reading, Threshold threshold) {
        var Phi = setting.Phi();
        int d = Phi.dimension();
        var kinds = setting.tasks().isEmpty() ? kindsOfAll(Phi, reading) : kinds(setting, reading);
        if (kinds.lastKey() <= 0) return outOfScope("some task is simplified");
        var tasks = leastSum(kinds, threshold.least(d), d);
        int saved =
                tasks.stream().mapToInt(task -> reading.saving(task.degrees)).sum();
        int flat = tasks.stream().mapToInt(task -> task.degrees.degree()).sum();
        int hierarchical = Phi.degree()
                + tasks.stream().mapToInt(task -> reading.charged(task.degrees)).sum();
        if (saved < threshold.least(d)) throw new IllegalStateException("the list misses the threshold");
        return hierarchical < flat
                ? holds()
                : fails(notCheaper(Phi, tasks, reading, threshold.key, saved, hierarchical, flat));
    }

    /** Of the tasks with the same saving the one that costs most beyond its flat realization: by saving. */
    private static TreeMap<Integer, Saved> kinds(Setting setting, Reading reading) {
        var kinds = new TreeMap<Integer, Saved>();
        for (var g : setting.tasks()) {
            var degrees = ConditionalDegree.of(setting.Phi(), setting.Phi().compose(g))
                    .orElseThrow();
            kinds.merge(
                    reading.saving(degrees),
                    new Saved(g, degrees),
                    (a, b) -> reading.loss(b.degrees) > reading.loss(a.degrees) ? b : a);
        }
        return kinds;
    }

    /** The same among all Boolean tasks; g and -g have the same degrees. */
    private static TreeMap<Integer, Saved> kindsOfAll(Representation Phi, Reading reading) {
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
            int saving = reading.saving(degrees);
            if (reading.loss(degrees) <= losses[d + saving]) continue;
            losses[d + saving] = reading.loss(degrees);
            kinds.put(saving, new Saved(BooleanFunction.ofTable(d, g).toReal(), degrees));
        }
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
                        Reading.GREATEST,
                        "none",
                        task.degrees.againstGreatest(),
                        hierarchical,
                        task.degrees.degree()));
    }

    private static Certificate notCheaper(
            Representation Phi,
            List<Saved> tasks,
            Reading reading,
            String threshold,
            int saved,
            int hierarchical,
            int flat) {
        return describe(Certificate.of("tasks-not-cheaper"), Phi)
                .with("tasks", tasks.stream().map(task -> values(task.g)).toList())
                .with("reading", reading.key)
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
                        + " (repeated) save " + saved
                        + ", and d^2 = " + Phi.dimension() * Phi.dimension() + ". The hierarchical realization costs "
                        + hierarchical + " and the flat ones together "
                        + flat
                        + (reading == Reading.LEAST_FOR_ANY
                                ? "; another g that fits is charged, of degree d, free where Phi does not reach."
                                : "."));
    }

    // ---- the constant

    /**
     * A pair of dimensions.
     *
     * @param d latents
     * @param m observed variables
     */
    record Size(int d, int m) {}

    /** How near deg Phi comes to d^2. */
    static final Claim<Size> D_SQUARED_TIGHT = new Claim<>(
            "D-SQUARED-TIGHT",
            SECTION,
            "The largest degree of an invertible representation",
            new Source(
                    Provenance.EXTENSION, "sharpens Theorem 2", "", "ours: the largest deg Φ that occurs, per d and m"),
            List.of("Φ: X → B^d is invertible, X has 2^d points of B^m"),
            "Theorem 2 holds with this degree in the place of d², so with 3 for d = 2; for d = 1, where no task "
                    + "is ever simplified, even with 0. Not examined: m > d for d ≥ 4, "
                    + "and whether a list of tasks there saves exactly d². Without invertibility d² is attained "
                    + "for every d: all coordinates the parity of a subcube.",
            new Proposition<>(
                    "The largest degree of an invertible Φ is 1 for d = 1, 3 for d = 2, and d² for d ≥ 3.",
                    "\\max_{\\Phi} \\deg \\Phi = 1, 3, 9, 16, 25, 36, \\ldots",
                    List.of(
                            sizes(1, 1, 2, 3, 4),
                            sizes(2, 2, 3, 4),
                            sizes(3, 3, 4, 5),
                            sizes(4, 4),
                            sizes(5, 5),
                            sizes(6, 6),
                            sizes(7, 7),
                            sizes(8, 8)),
                    Realizations::largestDegree),
            List.of(
                    new Control<>(
                            "C-D-SQUARED-LESS",
                            "one less than d² from d = 2 on",
                            new Proposition<>(
                                    "deg Φ ≤ d² - 1 for every invertible Φ, d ≥ 2.",
                                    "d \\ge 2 \\implies \\max_{\\Phi} \\deg \\Phi \\le d^2 - 1",
                                    List.of(sizes(2, 2), sizes(3, 3)),
                                    size -> {
                                        var best = best(size);
                                        return best.degree() < size.d * size.d
                                                ? holds()
                                                : fails(largestDiffers(size, best, "below-square"));
                                    })),
                    new Control<>(
                            "C-D-SQUARED-ATTAINED",
                            "attained for every d",
                            new Proposition<>(
                                    "For every d some invertible Φ has degree d².",
                                    "\\max_{\\Phi} \\deg \\Phi = d^2",
                                    List.of(sizes(1, 1), sizes(2, 2)),
                                    size -> {
                                        var best = best(size);
                                        return best.degree() == size.d * size.d
                                                ? holds()
                                                : fails(largestDiffers(size, best, "square"));
                                    }))));

    private static Domain<Size> sizes(int d, Integer... m) {
        return Domain.list(
                "pairs d = " + d + ", m = " + m[0] + (m.length == 1 ? "" : ".." + m[m.length - 1]),
                d,
                Arrays.stream(m).map(v -> new Size(d, v)).toList());
    }

    private static Outcome largestDegree(Size size) {
        var best = best(size);
        int expected = size.d == 2 ? 3 : size.d * size.d;
        if (best.degree() != expected) return fails(largestDiffers(size, best, "square-but-two"));
        // Above d = 2 not every Phi is tried: the certificate attains d^2, and no coordinate has a degree above d.
        return size.d <= 2 ? holds(1, largest(size, best)) : settled(largest(size, best));
    }

    /** For d at most 2 over all supports and all bijections; above the first found that attains d^2, on a subcube. */
    private static Representation best(Size size) {
        int points = 1 << size.d;
        if (size.d > 2) {
            var onX = MinDegree.on(Support.of(size.m, IntStream.range(0, points).toArray()));
            var random = new SplittableRandom(1);
            for (long rank = 0; ; rank++) {
                var T = size.d == 3 ? Bijection.ofRank(3, rank) : Bijection.random(size.d, random);
                var Phi = Representation.of(onX, size.d, T.toArray());
                if (Phi.degree() == size.d * size.d) return Phi;
            }
        }
        Representation best = null;
        int degree = -1;
        for (long s = 0; s < Cube.binomial(1 << size.m, points); s++) {
            var onX = MinDegree.on(Supports.ofRank(size.m, points, s));
            for (long rank = 0; rank < Bijection.count(size.d); rank++) {
                var Phi = Representation.of(
                        onX, size.d, Bijection.ofRank(size.d, rank).toArray());
                if (Phi.degree() <= degree) continue;
                degree = Phi.degree();
                best = Phi;
            }
        }
        return best;
    }

    private static Certificate largest(Size size, Representation best) {
        return largest(size, best, describe(Certificate.of("largest-degree"), best));
    }

    private static Certificate largestDiffers(Size size, Representation best, String statement) {
        return largest(
                size,
                best,
                describe(Certificate.of("largest-degree-differs"), best).with("statement", statement));
    }

    private static Certificate largest(Size size, Representation best, Certificate.Builder builder) {
        return builder.with("degree", best.degree())
                .reading("d = " + size.d + ", m = " + size.m + ": the largest degree is " + best.degree() + " of d^2 = "
                        + size.d * size.d + ", attained on "
                        + place(best.support()) + " by Phi = "
                        + (size.d <= 3
                                ? coordinates(best)
                                : size.d == 4 ? Arrays.toString(best.toArray()) : "the images listed")
                        + " with degrees " + Arrays.toString(best.coordinateDegrees())
                        + (size.d == 2
                                ? "; two coordinates of degree 2 would both be +-the parity, and not invertible."
                                : size.d > 2
                                        ? "; no coordinate can have a degree above d (SUPPORT-DEGREE), so the sum "
                                                + "is at most d^2."
                                        : "."));
    }

    // ---- words

    static Certificate.Builder describe(Certificate.Builder builder, Representation Phi) {
        return builder.with("d", Phi.dimension())
                .with("m", Phi.support().variables())
                .with("points", list(Phi.support().toArray()))
                .with("images", list(Phi.toArray()));
    }

    static List<Integer> list(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static List<Long> values(RealFunction g) {
        if (g.denominator() != 1) throw new IllegalArgumentException("a task in a certificate has integer values");
        return IntStream.range(0, 1 << g.variables()).mapToObj(g::numerator).toList();
    }

    static String place(Support X) {
        return X.size() == 1 << X.variables()
                ? "B^" + X.variables()
                : "the points " + Arrays.toString(X.toArray()) + " of B^" + X.variables();
    }

    static String polynomial(RealFunction f, char variable) {
        return f.spectrum().toPolynomial().replace('x', variable);
    }

    private static String coordinates(Representation Phi) {
        return IntStream.range(0, Phi.dimension())
                .mapToObj(i -> Phi.minDegree()
                        .interpolate(Arrays.stream(Phi.toArray())
                                .mapToLong(y -> 1 - 2 * (y >>> i & 1))
                                .toArray())
                        .toSpectrum()
                        .toPolynomial())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
