package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.Notation.coordinates;
import static org.cubecheck.paper.Notation.describe;
import static org.cubecheck.paper.Notation.integerValues;
import static org.cubecheck.paper.Notation.place;
import static org.cubecheck.paper.Notation.polynomial;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
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
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.paper.Representations.Setting;
import org.cubecheck.realization.Representation;
import org.cubecheck.transform.Bijection;

/**
 * Section 3, one task: no hierarchical realization of it costs less than the flat one (SINGLE-TASK), and what it costs
 * through a representation, monomial by monomial (WEIGHTED-DEGREE).
 */
final class SingleTask {

    private SingleTask() {}

    static List<Claim<?>> claims() {
        return List.of(SINGLE_TASK, WEIGHTED_DEGREE);
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
                Representations.parities(6, 2));
    }

    /** deg h* &lt;= deg Phi + deg g. */
    static final Claim<Setting> SINGLE_TASK = new Claim<>(
            "SINGLE-TASK",
            Sections.REALIZATIONS,
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
            Sections.REALIZATIONS,
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
    static final byte[][] TASK_DEGREES = new byte[4][];

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
                .with("task", integerValues(g))
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
}
