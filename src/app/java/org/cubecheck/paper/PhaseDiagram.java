package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;
import static org.cubecheck.paper.Notation.list;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

/**
 * Section 5, second part: for every dimension d up to 7 and every set of drops of the density, what is identified
 * (PHASE-DIAGRAM).
 */
final class PhaseDiagram {

    private PhaseDiagram() {}

    static List<Claim<?>> claims() {
        return List.of(PHASE_DIAGRAM.relyingOn("REARRANGEMENT"));
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
            return new Drops(d, Collections.unmodifiableSortedSet(K));
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

    /** The group of minimisers for every set of drops, by all methods that reach. */
    static final Claim<Drops> PHASE_DIAGRAM = new Claim<>(
            "PHASE-DIAGRAM",
            Sections.IDENTIFICATION,
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
        if (!read.equals(Optional.of(expected))) objections.add("fused distances give " + read);
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
                    .reading(words + ". T = " + Notation.polynomials(odd)
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
                    return Optional.of(Rearrangement.minimalNotKept(
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
                                + Notation.polynomials(stranger.orElseThrow())
                                + " keeps the classes and is no signed permutation. The group: " + group.title()
                                + ", order "
                                + group.order(d) + " = " + group.formula() + ".";
        return Certificate.of("minimiser-group")
                .with("dimension", d)
                .with("drops", List.copyOf(drops.K()))
                .with("classes", fusion.classes())
                .with("group", group.name())
                .with("order", group.order(d).toString())
                .with("stranger", stranger.map(Notation::list).orElse(List.of()))
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
                        + Notation.polynomials(stranger.get())
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
                .reading("d = " + d + ": T = " + Notation.polynomials(T.get())
                        + " maps the polynomials of degree at most k onto themselves for every k in " + without.text()
                        + ", but not those of degree at most " + (d - 1) + ": with the drop at " + (d - 1)
                        + " it is no minimiser any more."));
    }
}
