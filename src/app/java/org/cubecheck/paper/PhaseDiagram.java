package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.InvertibleTransforms.list;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Degrees;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.DistanceFusion;
import org.cubecheck.transform.Preservers;
import org.cubecheck.transform.Stabilizer;

/** Section 5, second part: for every dimension and every set of drops of the density, what is identified. */
final class PhaseDiagram {

    private static final String SECTION = "Identification";

    private PhaseDiagram() {}

    static List<Claim<?>> claims() {
        return List.of(PHASE_DIAGRAM, PHASE_BOUNDARY);
    }

    /**
     * Where the density of tasks drops: after each degree k in K.
     *
     * @param d the number of latents
     * @param K within 1..d-1
     */
    record Drops(int d, SortedSet<Integer> K) {
        /** The set whose mask has bit k - 1 for k. */
        static Drops ofMask(int d, long mask) {
            var K = new TreeSet<Integer>();
            IntStream.range(1, d).filter(k -> (mask >>> (k - 1) & 1) != 0).forEach(K::add);
            return new Drops(d, java.util.Collections.unmodifiableSortedSet(K));
        }

        String text() {
            return "{" + String.join(", ", K.stream().map(String::valueOf).toList()) + "}";
        }
    }

    private static Domain<Drops> everySet(int d) {
        return Domain.all(
                "sets K of drops within 1.." + (d - 1) + ", d = " + d + ", by rising mask",
                d,
                1L << (d - 1),
                mask -> Drops.ofMask(d, mask));
    }

    private static Domain<Drops> sets(int d, Predicate<Drops> kept) {
        var found = LongStream.range(0, 1L << (d - 1))
                .mapToObj(mask -> Drops.ofMask(d, mask))
                .filter(kept)
                .toList();
        return Domain.list("such sets K of drops, d = " + d, d, found);
    }

    // ---- every (d, K) by every method

    /** The group of minimisers for every set of drops, by all methods that reach. */
    static final Claim<Drops> PHASE_DIAGRAM = new Claim<>(
            "PHASE-DIAGRAM",
            SECTION,
            "Four groups of minimisers, and which drops of the density lead to which",
            new Source(
                    Provenance.EXTENSION,
                    "beyond Theorem 4",
                    "",
                    "all ours. Methods: every transform by brute force (d <= 3), for every k in K and so for "
                            + "every density with these drops; from d = 4 on minimisers are, by REARRANGEMENT, "
                            + "what keeps the tasks or polynomials of degree at most k, k in K: their group as a "
                            + "stabilizer chain from the polynomials (d <= 7) and from the Boolean tasks "
                            + "themselves (d <= 3, and d = 4 with K within {1, 2}); fused Hamming distances; the "
                            + "closed form"),
            List.of(
                    "the density depends on deg g only",
                    "it does not increase",
                    "K is the set of all its drops within 1..d-1"),
            "The drops that do not identify are the even k <= d - 2, alone or together, and k = d - 1 >= 2 alone "
                    + "or, for odd d, with even ones.",
            new Proposition<>(
                    "The minimisers of the expected degree are exactly the signed permutations if K has an odd k "
                            + "≤ d − 2, or has an even k ≤ d − 2 and an odd k = d − 1, or d ≤ 2 and K = {1..d−1}; "
                            + "else for an even k ≤ d − 2 in K the automorphisms of the folded (d+1)-cube, 2^d "
                            + "(d+1)!; for K = {d − 1}, d ≥ 3, all that keep the full parity up to sign, "
                            + "2 ((2^(d−1))!)²; "
                            + "for K empty all (2^d)!.",
                    "G = \\{T \\text{ minimal}\\}, \\; L = \\{k \\in K : k \\le d - 2\\} \\implies |G| = 2^d d! "
                            + "\\; (L \\text{ has an odd } k; \\text{ or } L \\ne \\emptyset, d - 1 \\in K "
                            + "\\text{ odd}), "
                            + "\\qquad 2^d (d + 1)! \\; (\\text{other } L \\ne \\emptyset), \\qquad 2 "
                            + "((2^{d-1})!)^2 \\; (K = \\{d - 1\\}), \\qquad (2^d)! \\; (K = \\emptyset)",
                    IntStream.rangeClosed(1, 7).mapToObj(PhaseDiagram::everySet).toList(),
                    PhaseDiagram::minimiserGroup),
            List.of(
                    new Control<>(
                            "C-ODD-DROP",
                            "odd k up to d - 1 for odd k up to d - 2",
                            new Proposition<>(
                                    "Tasks uniform over degree at most k, k odd and less than d, identify.",
                                    "K = \\{k\\}, k < d \\text{ odd} \\implies \\{T \\text{ minimal}\\} = \\{z "
                                            + "\\mapsto PDz\\}",
                                    IntStream.rangeClosed(2, 4)
                                            .mapToObj(d -> sets(
                                                    d,
                                                    drops -> drops.K().size() == 1
                                                            && drops.K().first() % 2 == 1))
                                            .toList(),
                                    drops -> identifies(drops, "one-odd"))),
                    new Control<>(
                            "C-TWO-DROPS",
                            "any two drops for an odd one",
                            new Proposition<>(
                                    "A density with two drops or more within 1..d-1 identifies.",
                                    "|K| \\ge 2 \\implies \\{T \\text{ minimal}\\} = \\{z \\mapsto PDz\\}",
                                    IntStream.rangeClosed(3, 5)
                                            .mapToObj(d ->
                                                    sets(d, drops -> drops.K().size() >= 2))
                                            .toList(),
                                    drops -> identifies(drops, "two-or-more"))),
                    new Control<>(
                            "C-LAST-DROP",
                            "K without d - 1 for K",
                            new Proposition<>(
                                    "For K with a drop before d − 1, a drop at d − 1 makes no difference to the "
                                            + "minimisers.",
                                    "K \\setminus \\{d - 1\\} \\ne \\emptyset \\implies K \\text{ and } K "
                                            + "\\setminus \\{d - 1\\} \\text{ have the same minimisers}",
                                    IntStream.rangeClosed(3, 4)
                                            .mapToObj(d -> sets(
                                                    d,
                                                    drops -> drops.K().size() >= 2
                                                            && drops.K().contains(d - 1)))
                                            .toList(),
                                    PhaseDiagram::lastDrop))));

    private static Outcome minimiserGroup(Drops drops) {
        int d = drops.d();
        var expected = Preservers.of(d, drops.K());
        var order = expected.order(d);
        var fusion = DistanceFusion.of(d, drops.K());
        var objections = new ArrayList<String>();
        var read = Preservers.of(fusion);
        if (!read.equals(java.util.Optional.of(expected))) objections.add("fused distances give " + read);
        var chain = Stabilizer.ofPolynomials(d, drops.K());
        if (!chain.order().equals(order)) objections.add("the stabilizer chain gives the order " + chain.order());
        if (!chain.generators().stream().map(Bijection::of).allMatch(fusion::isPreservedBy))
            objections.add("a generator does not keep the fused distances");
        if (d <= 3 || d == 4 && drops.K().stream().allMatch(k -> k <= 2)) {
            var byTasks = ofTasks(d, drops.K());
            if (!byTasks.equals(order)) objections.add("the tasks are kept by a group of order " + byTasks);
        }
        if (d <= 3) {
            var cheaper = cheaperThanIdentity(drops);
            if (cheaper.isPresent()) return fails(cheaper.get());
        }
        if (d <= 3 && !bruteForceAgrees(fusion, order)) objections.add("brute force gives another set");
        var stranger = expected.stranger(d);
        if (stranger.isPresent() != (expected != Preservers.SIGNED_PERMUTATIONS) && d > 1)
            objections.add("a stranger is missing");
        if (stranger.isPresent() && (stranger.get().isSignedPermutation() || !fusion.isPreservedBy(stranger.get())))
            objections.add("the stranger is no member");
        if (!objections.isEmpty()) {
            String words = "d = " + d + ", K = " + drops.text() + ", expected the group " + expected + ": "
                    + String.join("; ", objections);
            var odd = Stream.concat(
                            Stream.of(Preservers.values()).flatMap(group -> stranger(group, d).stream()),
                            chain.generators().stream().map(Bijection::of))
                    .filter(T -> fusion.isPreservedBy(T) != contains(expected, T))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(words));
            return fails(Certificate.of("phase-diagram-differs")
                    .with("drops", List.copyOf(drops.K()))
                    .with("group", expected.name())
                    .with("statement", "by-types")
                    .with("transform", list(odd))
                    .reading(words + ". T = " + InvertibleTransforms.polynomials(odd)
                            + (fusion.isPreservedBy(odd) ? " keeps" : " does not keep")
                            + " the kernels of the polynomials of degree at most k, k in K, and is "
                            + (contains(expected, odd) ? "a" : "no") + " member."));
        }
        boolean shown = drops.K().size() <= 1
                || drops.K().contains(d - 1)
                        && drops.K().size() == 2
                        && expected == Preservers.SIGNED_PERMUTATIONS
                        && drops.K().first() % 2 == 0;
        return shown ? holds(1, certificate(drops, fusion, expected)) : holds();
    }

    /** A member of the group that is no signed permutation, if there is one in this dimension. */
    private static Optional<Bijection> stranger(Preservers group, int d) {
        int least = group == Preservers.ALL ? 2 : group == Preservers.PARITY ? 3 : 4;
        return d < least ? Optional.empty() : group.stranger(d);
    }

    private static boolean contains(Preservers group, Bijection T) {
        int d = T.dimension();
        return switch (group) {
            case SIGNED_PERMUTATIONS -> T.isSignedPermutation();
            case FOLDED_CUBE ->
                IntStream.range(0, 1 << d)
                        .allMatch(x -> IntStream.range(0, x).allMatch(y -> {
                            int before = Cube.degree(x ^ y);
                            int after = Cube.degree(T.at(x) ^ T.at(y));
                            return before == after || before == d + 1 - after;
                        }));
            case PARITY -> DistanceFusion.of(d, List.of(d - 1)).isPreservedBy(T);
            case ALL -> true;
        };
    }

    /**
     * The transforms that map, for each k in K, the Boolean functions of degree at most k onto themselves: from points
     * and tasks as one graph.
     */
    private static BigInteger ofTasks(int d, SortedSet<Integer> K) {
        int points = 1 << d;
        int[] tasks = IntStream.range(0, 1 << points)
                .filter(table -> K.stream().anyMatch(k -> Degrees.of(d, table) <= k))
                .toArray();
        // Two tasks of one colour are below the same thresholds in K; a point and a task are joined where the task is
        // -1.
        return Stabilizer.of(points + tasks.length, (x, y) -> {
                    int low = Math.min(x, y);
                    int high = Math.max(x, y);
                    if (high < points) return 0;
                    int task = tasks[high - points];
                    if (low < points) return 1 + (task >>> low & 1);
                    return low < high
                            ? 3
                            : 4
                                    + (int) K.stream()
                                            .filter(k -> Degrees.of(d, task) <= k)
                                            .count();
                })
                .order();
    }

    /**
     * A transform with a smaller sum of degrees over the tasks of degree at most k, for some k in K, than the identity,
     * which is in every group.
     */
    private static Optional<Certificate> cheaperThanIdentity(Drops drops) {
        int d = drops.d();
        var identity = DegreeFlow.of(Bijection.identity(d));
        for (long rank = 0; rank < Bijection.count(d); rank++) {
            var T = Bijection.ofRank(d, rank);
            var flow = DegreeFlow.of(T);
            for (int k : drops.K()) {
                if (flow.sumUpTo(k) < identity.sumUpTo(k))
                    return Optional.of(Identification.minimalNotKept(
                            T, List.of(k), "nothing", "what the identity keeps, which costs more"));
            }
        }
        return Optional.empty();
    }

    /**
     * Where no sum is below the identity's, a minimiser for any density with these drops has the identity's sum for
     * each of them.
     */
    private static boolean bruteForceAgrees(DistanceFusion fusion, BigInteger order) {
        int d = fusion.dimension();
        var identity = DegreeFlow.of(Bijection.identity(d));
        long count = 0;
        for (long rank = 0; rank < Bijection.count(d); rank++) {
            var T = Bijection.ofRank(d, rank);
            var flow = DegreeFlow.of(T);
            boolean minimal = fusion.drops().stream().allMatch(k -> flow.sumUpTo(k) == identity.sumUpTo(k));
            if (minimal != fusion.isPreservedBy(T)) return false;
            if (minimal) count++;
        }
        return order.equals(BigInteger.valueOf(count));
    }

    private static Certificate certificate(Drops drops, DistanceFusion fusion, Preservers group) {
        int d = drops.d();
        var stranger = group.stranger(d);
        var classes =
                String.join(" ", fusion.classes().stream().map(Object::toString).toList());
        String reading = d == 1
                ? "For d = 1 every invertible transform is a signed permutation."
                : group == Preservers.SIGNED_PERMUTATIONS
                        ? "The kernels of the polynomials of degree at most k, k in " + drops.text()
                                + ", depend on the Hamming distance and tell the classes of distances " + classes
                                + " apart. Distance 1 is alone, so a minimiser keeps neighbours neighbours and is "
                                + "a signed permutation: "
                                + group.order(d) + " = " + group.formula() + " of them."
                        : "The kernels of the polynomials of degree at most k, k in " + drops.text()
                                + ", depend on the Hamming distance and tell only its classes " + classes
                                + " apart. Distance 1 is not alone: T = "
                                + InvertibleTransforms.polynomials(stranger.orElseThrow())
                                + " keeps the classes and is no signed permutation. The group: " + group.title()
                                + ", order "
                                + group.order(d) + " = " + group.formula() + ".";
        return Certificate.of("minimiser-group")
                .with("dimension", d)
                .with("drops", List.copyOf(drops.K()))
                .with("classes", fusion.classes())
                .with("group", group.name())
                .with("order", group.order(d).toString())
                .with("stranger", stranger.map(InvertibleTransforms::list).orElse(List.of()))
                .reading(reading);
    }

    private static Outcome identifies(Drops drops, String statement) {
        int d = drops.d();
        var stranger =
                Preservers.of(DistanceFusion.of(d, drops.K())).orElseThrow().stranger(d);
        if (stranger.isEmpty()) return holds();
        return fails(Certificate.of("drops-not-identifying")
                .with("statement", statement)
                .with("dimension", d)
                .with("drops", List.copyOf(drops.K()))
                .with("transform", list(stranger.get()))
                .reading("d = " + d + ", K = " + drops.text() + ": T = "
                        + InvertibleTransforms.polynomials(stranger.get())
                        + " is no signed permutation, but keeps the distances as the polynomials "
                        + "of degree at most k, k in K, see them, so it maps these "
                        + "polynomials onto themselves and is a minimiser."));
    }

    private static Outcome lastDrop(Drops drops) {
        int d = drops.d();
        var without = Drops.ofMask(
                d,
                drops.K().stream()
                        .filter(k -> k < d - 1)
                        .mapToLong(k -> 1L << (k - 1))
                        .sum());
        var before = Preservers.of(DistanceFusion.of(d, without.K())).orElseThrow();
        var fusion = DistanceFusion.of(d, drops.K());
        var T = before.stranger(d);
        if (T.isEmpty() || fusion.isPreservedBy(T.get())) return holds();
        return fails(Certificate.of("last-drop-matters")
                .with("dimension", d)
                .with("drops", List.copyOf(without.K()))
                .with("transform", list(T.get()))
                .reading("d = " + d + ": T = " + InvertibleTransforms.polynomials(T.get())
                        + " maps the polynomials of degree at most k onto themselves for every k in " + without.text()
                        + ", but not those of degree at most " + (d - 1) + ": with the drop at " + (d - 1)
                        + " it is no minimiser any more."));
    }

    // ---- every set of drops in every dimension of a range

    /** Consecutive dimensions. */
    record Range(int from, int to) {}

    private static Domain<Range> range(int from, int to) {
        return Domain.range(
                "every set K of drops, " + (from == to ? "d = " + to : "every d = " + from + ".." + to),
                from,
                to,
                new Range(from, to));
    }

    /** The boundary for all sets of drops, in dimensions where nothing can be enumerated. */
    static final Claim<Range> PHASE_BOUNDARY = new Claim<>(
            "PHASE-BOUNDARY",
            SECTION,
            "The boundary of identification in every dimension up to 200",
            new Source(Provenance.EXTENSION, "beyond Theorem 4", "", "all ours; certified by exact Krawtchouk values"),
            List.of(
                    "the density depends on deg g only",
                    "it does not increase",
                    "K is the set of all its drops within 1..d-1"),
            "Other distances than 1 coincide by accident for many k; distance 1 never does.",
            new Proposition<>(
                    "As the polynomials of degree ≤ k see them, the distances equal to distance 1 are: none for "
                            + "odd k ≤ d − 2; d alone for even k ≤ d − 2, where moreover t and d + 1 − t are "
                            + "equal for every t; "
                            + "all odd ones, and only parity is seen, for k = d − 1. A set K sees as equal what "
                            + "all its members do: so for each of the 2^(d−1) sets K the minimisers are "
                            + "as PHASE-DIAGRAM says.",
                    "\\kappa_k(t) = K_k^{d-1}(t - 1), \\; 2 \\le t \\le d, \\; k \\le d - 2 \\implies "
                            + "\\kappa_k(t) = \\kappa_k(1) \\iff k \\text{ even}, t = d, "
                            + "\\qquad \\kappa_k(t) = \\kappa_k(d + 1 - t) \\; (k \\text{ even}), \\qquad "
                            + "\\kappa_{d-1}(t) = (-1)^{t-1}",
                    List.of(range(2, 2), range(3, 10), range(11, 50), range(51, 100), range(101, 150), range(151, 200)),
                    PhaseDiagram::boundary),
            List.of(new Control<>(
                    "C-NO-ACCIDENT",
                    "any two distances for the distance 1 and another",
                    new Proposition<>(
                            "For odd k ≤ d − 2 the polynomials of degree ≤ k tell all distances apart.",
                            "K_k^{d-1}(t - 1) \\ne K_k^{d-1}(u - 1), 1 \\le t < u \\le d, k \\le d - 2 \\text{ odd}",
                            IntStream.rangeClosed(3, 12)
                                    .mapToObj(d -> Domain.list("d = " + d, d, List.of(new Range(d, d))))
                                    .toList(),
                            PhaseDiagram::noAccident))));

    private static Outcome boundary(Range range) {
        for (int d = range.from(); d <= range.to(); d++) {
            for (var fusion : DistanceFusion.ofSingleDrops(d)) {
                int dimension = d;
                int k = fusion.drops().first();
                for (int t = 2; t <= d; t++) {
                    if (fusion.fuses(1, t) != (k == d - 1 ? t % 2 == 1 : k % 2 == 0 && t == d))
                        return fails(distances("boundary", fusion, 1, t));
                }
                var apart = IntStream.rangeClosed(2, d)
                        .filter(t -> k == dimension - 1
                                ? t <= dimension - 2 && !fusion.fuses(t, t + 2)
                                : k % 2 == 0 && t < dimension + 1 - t && !fusion.fuses(t, dimension + 1 - t))
                        .findFirst();
                if (apart.isPresent())
                    return fails(distances(
                            "boundary",
                            fusion,
                            apart.getAsInt(),
                            k == d - 1 ? apart.getAsInt() + 2 : d + 1 - apart.getAsInt()));
            }
        }
        var cases = new LinkedHashSet<Map<String, Object>>();
        for (int d = range.from(); d <= range.to(); d++) {
            for (int types = 0; types < 8; types++) {
                // An odd drop up to d - 2 takes d = 3, an even one d = 4.
                if ((types & 1) != 0 && d < 3 || (types & 2) != 0 && d < 4) continue;
                var K = new TreeSet<Integer>();
                if ((types & 1) != 0) K.add(1);
                if ((types & 2) != 0) K.add(2);
                if ((types & 4) != 0) K.add(d - 1);
                var row = new LinkedHashMap<String, Object>();
                row.put("evenDimension", d % 2 == 0);
                row.put("oddDrop", (types & 1) != 0);
                row.put("evenDrop", (types & 2) != 0);
                row.put("lastDrop", (types & 4) != 0);
                row.put("group", Preservers.of(d, K).name());
                cases.add(row);
            }
        }
        return Outcome.settled(Certificate.of("phase-boundary")
                .with("from", range.from())
                .with("to", range.to())
                .with("cases", List.copyOf(cases))
                .reading("The kernel of the polynomials of degree at most k at Hamming distance t is the "
                        + "sum of the first k + 1 coefficients of (1 − z)^t (1 + z)^(d−t). For "
                        + (range.from() == range.to() ? "d = " : "each d = " + range.from() + "..")
                        + range.to()
                        + ": an odd k ≤ d − 2 gives distance 1 a value of its own, so neighbours "
                        + "stay neighbours and only signed permutations are minimisers; "
                        + "an even k ≤ d − 2 gives it "
                        + "the value of distance d and of no other, and t that of d + 1 − t, so T "
                        + "= (z1, z1 z2, ..., z1 zd) is a minimiser and all minimisers "
                        + "are automorphisms of the folded (d+1)-cube; k = d − 1 sees "
                        + "the parity of t only. A set K fuses what all of its members fuse, "
                        + "which leaves the listed cases."));
    }

    private static Outcome noAccident(Range range) {
        int d = range.to();
        for (var fusion : DistanceFusion.ofSingleDrops(d)) {
            int k = fusion.drops().first();
            if (k % 2 == 0 || k > d - 2) continue;
            for (var fused : fusion.classes()) {
                if (fused.size() == 1) continue;
                return fails(distances("no-two", fusion, fused.get(0), fused.get(1)));
            }
        }
        return holds();
    }

    private static Certificate distances(String statement, DistanceFusion fusion, int t, int u) {
        int d = fusion.dimension();
        int k = fusion.drops().first();
        return Certificate.of("distances-fused")
                .with("dimension", d)
                .with("drop", k)
                .with("distances", List.of(t, u))
                .with("equal", fusion.fuses(t, u))
                .with("statement", statement)
                .reading("d = " + d + ", k = " + k + ": the kernel Σ_{|S| ≤ " + k + "} χ_S(x) χ_S(y) has "
                        + (fusion.fuses(t, u) ? "the same value" : "different values") + " at the Hamming distances "
                        + t + " and " + u + ".");
    }
}
