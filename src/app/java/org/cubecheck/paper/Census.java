package org.cubecheck.paper;

import static org.cubecheck.claim.Outcome.fails;
import static org.cubecheck.claim.Outcome.holds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cubecheck.census.DegreeCensus;
import org.cubecheck.census.TransformClasses;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Provenance;
import org.cubecheck.claim.Source;
import org.cubecheck.cube.Degrees;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;
import org.cubecheck.transform.Symmetry;

/** All invertible transforms of a cube, counted: by degree, by class, and with the degree of the inverse. */
final class Census {

    private Census() {}

    static List<Claim<?>> claims() {
        return List.of(DEGREES, CLASSES, INVERSE);
    }

    static List<Objective> objectives() {
        return List.of(
                inverseObjective("CENSUS-INVERSE", 1, "deg T - d - 1, or 0 if less; less 1 if deg T⁻¹ ≠ deg T"),
                inverseObjective("C-CENSUS-INVERSE", 2, "deg T - d - 2, or 0 if less; less 1 if deg T⁻¹ ≠ deg T"));
    }

    private static Objective inverseObjective(String statement, int above, String words) {
        return new Objective(
                statement,
                1,
                InvertibleTransforms.SEARCHED,
                words,
                T -> {
                    int degree = T.degree();
                    return Math.max(0, degree - T.dimension() - above)
                            - (T.inverse().degree() == degree ? 0 : 1);
                },
                T -> inverse(T, above));
    }

    private static Domain<Integer> cube(int d) {
        return new Domain.All<>("the census of all invertible transforms of B^" + d, d, 1, i -> d, Bijection.count(d));
    }

    private static List<Domain<Integer>> cubes(int least, int most) {
        return IntStream.rangeClosed(least, most).mapToObj(Census::cube).toList();
    }

    // ---- by degree

    /** How many transforms have which coordinate degrees. */
    static final Claim<Integer> DEGREES = new Claim<>(
            "CENSUS-DEGREES",
            Sections.CENSUS,
            "Every invertible transform of the cubes up to d = 4, counted by its degrees",
            new Source(Provenance.EXTENSION, "", "", "all ours"),
            List.of(
                    "T is a bijection of B^d, d at most 4",
                    "the degree is the real degree, summed over the coordinates"),
            "The largest degree is d² except for d = 2, where it is 3; for d = 4 nearly all transforms have "
                    + "degree 12 or more.",
            new Proposition<>(
                    "The (2^d)! invertible transforms of B^d, d ≤ 4, have the coordinate degrees tabled: the "
                            + "counts add up, 2^d d! transforms have degree d, "
                            + "d(d - 1) times as many have degree d + 1, and the largest degree is d², but 3 for d = 2.",
                    "N_d(k) = |\\{T : \\deg T = k\\}|, \\; d \\le 4 \\implies \\sum_{k} N_d(k) = (2^d)!, \\qquad "
                            + "N_d(d) = 2^d d!, \\qquad N_d(d + 1) = d (d - 1) 2^d d!, "
                            + "\\qquad \\max_{T} \\deg T = d^2 \\; (d \\ne 2), \\; 3 \\; (d = 2)",
                    cubes(1, 4),
                    Census::degrees),
            List.of(
                    new Control<>(
                            "C-CENSUS-LARGEST",
                            "no exception for d = 2",
                            new Proposition<>(
                                    "The largest degree of an invertible transform of B^d is d².",
                                    "\\max_{T} \\deg T = d^2",
                                    cubes(1, 3),
                                    Census::largest)),
                    new Control<>(
                            "C-CENSUS-BALANCED",
                            "coordinates counted as if they were independent",
                            new Proposition<>(
                                    "Exactly N^d invertible transforms have full degree d², where N is the number "
                                            + "of balanced Boolean functions of degree d.",
                                    "N_d(d^2) = N^d",
                                    cubes(1, 3),
                                    Census::independent))));

    private static Outcome degrees(int d) {
        var census = DegreeCensus.of(d);
        var byDegree = census.byDegree();
        long signed = SignedPermutation.count(d);
        if (census.total() != Bijection.count(d))
            throw new IllegalStateException("the counts add up to " + census.total());
        if (byDegree.getOrDefault(d, 0L) != signed) return fails(countDiffers(d, d, byDegree, "least", signed));
        if (byDegree.getOrDefault(d + 1, 0L) != d * (d - 1) * signed)
            return fails(countDiffers(d, d + 1, byDegree, "one-above", d * (d - 1) * signed));
        if (byDegree.lastKey() != (d == 2 ? 3 : d * d))
            return fails(largest(d, byDegree.lastKey(), "square-but-two", "."));
        var certificate = Certificate.of("degree-census")
                .with("dimension", d)
                .with(
                        "rows",
                        census.transforms().entrySet().stream()
                                .map(row -> map("degrees", row.getKey().degrees(), "count", row.getValue()))
                                .toList())
                .reading(String.format(
                                Locale.ROOT, "Of the %,d invertible transforms of B^%d, by degree: ", census.total(), d)
                        + byDegree.entrySet().stream()
                                .map(e -> String.format(Locale.ROOT, "%,d of degree %d", e.getValue(), e.getKey()))
                                .collect(Collectors.joining(", "))
                        + "; the rows give the degrees coordinate by coordinate.");
        return holds(Bijection.count(d), certificate);
    }

    private static Certificate countDiffers(
            int d, int degree, SortedMap<Integer, Long> byDegree, String statement, long said) {
        long count = byDegree.getOrDefault(degree, 0L);
        return Certificate.of("census-count-differs")
                .with("dimension", d)
                .with("degree", degree)
                .with("count", count)
                .with("statement", statement)
                .with("said", said)
                .reading(count + " invertible transforms of B^" + d + " have degree " + degree + ", not " + said + ".");
    }

    private static Certificate largest(int d, int largest, String said, String why) {
        return Certificate.of("census-largest-degree")
                .with("dimension", d)
                .with("largest", largest)
                .with("said", said)
                .reading("The invertible transforms of B^" + d + " have degrees up to " + largest + ", not " + d * d
                        + why);
    }

    private static Map<String, Object> map(String first, Object one, String second, Object other) {
        var map = new LinkedHashMap<String, Object>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    private static Outcome largest(int d) {
        int largest = DegreeCensus.of(d).byDegree().lastKey();
        if (largest == d * d) return holds(Bijection.count(d));
        return fails(largest(
                d,
                largest,
                "square",
                d == 2
                        ? ". The balanced functions of degree 2 are x1x2 and -x1x2; their product is constant, so "
                                + "they are not both coordinates."
                        : "."));
    }

    private static Outcome independent(int d) {
        long balanced = IntStream.range(0, 1 << (1 << d))
                .filter(table -> 2 * Integer.bitCount(table) == 1 << d && Degrees.of(d, table) == d)
                .count();
        long product = 1;
        for (int i = 0; i < d; i++) product *= balanced;
        long count = DegreeCensus.of(d).byDegree().getOrDefault(d * d, 0L);
        if (count == product) return holds(Bijection.count(d));
        return fails(Certificate.of("census-count-differs")
                .with("dimension", d)
                .with("degree", d * d)
                .with("count", count)
                .with("statement", "independent")
                .with("said", product)
                .reading(balanced + " balanced Boolean functions of " + d + " variables have degree " + d + "; " + count
                        + " invertible transforms of B^" + d + " have only such coordinates, not " + product + "."));
    }

    // ---- by class

    /** The classes under signed permutations on both sides. */
    static final Claim<Integer> CLASSES = new Claim<>(
            "CENSUS-CLASSES",
            Sections.CENSUS,
            "The classes of transforms under signed permutations on both sides",
            new Source(Provenance.EXTENSION, "", "", "all ours"),
            List.of("T is a bijection of B^d, d at most 4", "signed permutations act on both sides"),
            "For d = 4 the audit lists the classes whose coordinates have degree at most 2; 'census --dimension 4 "
                    + "--by-classes' lists all 142,090,700.",
            new Proposition<>(
                    "Under signed permutations on both sides the invertible transforms of B^d fall into 1, 2, 52 "
                            + "and 142,090,700 classes for d = 1, 2, 3, 4 (Burnside). "
                            + "The classes listed are distinct, and their sizes add up to the number of "
                            + "transforms: all of them for d ≤ 3, those with coordinates of degree at "
                            + "most 2 for d = 4.",
                    "|G \\backslash S_{2^d} / G| = \\frac{1}{|G|^2} \\sum_{A, B \\in G} |\\{T : A T = T B\\}|",
                    IntStream.rangeClosed(1, 4)
                            .mapToObj(d -> Domain.list("classes of invertible transforms of B^" + d, d, List.of(d)))
                            .toList(),
                    Census::classes),
            List.of(new Control<>(
                    "C-CLASSES-REGULAR",
                    "symmetric transforms forgotten: every class as large as the group",
                    new Proposition<>(
                            "The number of classes is (2^d)! / (2^d d!)², rounded up.",
                            "|G \\backslash S_{2^d} / G| = \\lceil \\frac{(2^d)!}{(2^d d!)^2} \\rceil",
                            cubes(1, 3),
                            Census::regularClasses))));

    /** A class: its canonical member and its size. */
    private record TransformClass(Bijection representative, long size) {}

    /**
     * The classes whose representatives satisfy a condition that holds for all beginnings of their coordinate lists.
     */
    private static List<TransformClass> classes(int d, Predicate<int[]> condition) {
        var found = new ArrayList<TransformClass>();
        TransformClasses.of(d).forEach(new TransformClasses.Visitor() {
            @Override
            public boolean enter(int[] coordinates, int count) {
                return condition.test(Arrays.copyOf(coordinates, count));
            }

            @Override
            public void visit(int[] coordinates, long size) {
                if (condition.test(coordinates))
                    found.add(new TransformClass(TransformClasses.transform(coordinates), size));
            }
        });
        return found;
    }

    private static final BigInteger[] CLASS_COUNTS = {
        BigInteger.ONE, BigInteger.TWO, BigInteger.valueOf(52), BigInteger.valueOf(142_090_700)
    };

    private static Outcome classes(int d) {
        int most = d == 4 ? 2 : d;
        var listed = classes(d, tables -> IntStream.of(tables).allMatch(table -> Degrees.of(d, table) <= most));
        long transforms = listed.stream().mapToLong(TransformClass::size).sum();
        var count = Symmetry.classes(d);
        var certificate = Certificate.of("transform-classes")
                .with("dimension", d)
                .with("classes", count.longValueExact())
                .with("largestCoordinateDegree", most)
                .with("transforms", transforms)
                .with(
                        "representatives",
                        listed.stream()
                                .map(c -> map("transform", Notation.list(c.representative), "size", c.size))
                                .toList())
                .reading(String.format(
                        Locale.ROOT,
                        "By Burnside's lemma the invertible transforms of B^%d fall into %,d classes. The %d with "
                                + "coordinates of degree at most %d have %,d members.",
                        d,
                        count,
                        listed.size(),
                        most,
                        transforms));
        if (!count.equals(CLASS_COUNTS[d - 1]))
            return fails(classesDiffer(d, count.longValueExact(), "tabled", CLASS_COUNTS[d - 1].longValueExact(), "."));
        if (d < 4 && (!count.equals(BigInteger.valueOf(listed.size())) || transforms != Bijection.count(d)))
            throw new IllegalStateException(
                    listed.size() + " classes with " + transforms + " members are listed of " + count);
        return holds(1, certificate);
    }

    private static Outcome regularClasses(int d) {
        long group = Symmetry.count(d);
        long regular = (Bijection.count(d) + group - 1) / group;
        var classes = classes(d, tables -> true);
        if (regular == classes.size()) return holds(Bijection.count(d));
        return fails(classesDiffer(
                d,
                classes.size(),
                "regular",
                regular,
                String.format(
                        Locale.ROOT,
                        ": %,d transforms over %,d pairs of signed permutations, rounded up. They are of sizes %s.",
                        Bijection.count(d),
                        group,
                        classes.stream().map(c -> "" + c.size()).collect(Collectors.joining(", ")))));
    }

    private static Certificate classesDiffer(int d, long classes, String statement, long said, String more) {
        return Certificate.of("classes-differ")
                .with("dimension", d)
                .with("classes", classes)
                .with("statement", statement)
                .with("said", said)
                .reading(String.format(
                                Locale.ROOT,
                                "The invertible transforms of B^%d fall into %,d classes, not %,d",
                                d,
                                classes,
                                said)
                        + more);
    }

    // ---- with the inverse

    private static Domain<Bijection> orbits(int d) {
        var classes = classes(d, tables -> true);
        return orbits("invertible transforms of B^" + d, d, Bijection.count(d), classes.size(), () -> classes);
    }

    /**
     * The transforms of B^4 of degree at most 8, as many as the census by degrees says: 384 + 4,608 + 121,344 +
     * 2,101,248 + 28,221,696.
     */
    private static final Domain<Bijection> LOW_FOUR =
            orbits("invertible transforms of B^4 of degree at most 8", 4, 30_449_280, 562, () -> Low.CLASSES);

    /** Found when first asked for: naming the claims should cost nothing. */
    private static final class Low {
        static final List<TransformClass> CLASSES = classes(
                4,
                tables ->
                        IntStream.of(tables).map(table -> Degrees.of(4, table)).sum() + 4 - tables.length <= 8);
    }

    private static Domain<Bijection> orbits(
            String name, int d, long size, int count, Supplier<List<TransformClass>> classes) {
        return new Domain.Orbits<>(
                name,
                d,
                BigInteger.valueOf(size),
                count,
                i -> new Domain.Orbit<>(
                        classes.get().get((int) i).representative(),
                        classes.get().get((int) i).size()),
                (T, random) -> Symmetry.random(d, random).of(T));
    }

    /** Low degrees go with equal degrees of the inverse. */
    static final Claim<Bijection> INVERSE = new Claim<>(
            "CENSUS-INVERSE",
            Sections.CENSUS,
            "A transform of degree at most d + 1 and its inverse have one degree",
            new Source(Provenance.EXTENSION, "", "", "all ours"),
            List.of("T is a bijection of B^d", "deg T ≤ d + 1"),
            "Sharp: from degree d + 2 on the inverse may have another degree. 'census --by-classes' gives the "
                    + "joint law of both degrees, up to d = 4.",
            new Proposition<>(
                    "If deg T ≤ d + 1, then deg T⁻¹ = deg T.",
                    "\\deg T \\le d + 1 \\implies \\deg T^{-1} = \\deg T",
                    List.of(orbits(1), orbits(2), orbits(3), LOW_FOUR),
                    T -> inverse(T, 1)),
            List.of(new Control<>(
                    "C-CENSUS-INVERSE",
                    "one degree more: d + 2 for d + 1",
                    new Proposition<>(
                            "If deg T ≤ d + 2, then deg T⁻¹ = deg T.",
                            "\\deg T \\le d + 2 \\implies \\deg T^{-1} = \\deg T",
                            List.of(Domains.bijections(1), Domains.bijections(2), Domains.bijections(3)),
                            T -> inverse(T, 2)))));

    private static Outcome inverse(Bijection T, int above) {
        int degree = T.degree();
        if (degree > T.dimension() + above) return Outcome.outOfScope("deg T ≤ d + " + above);
        int inverse = T.inverse().degree();
        if (inverse == degree) return holds();
        return fails(InvertibleTransforms.inverseDegree(Certificate.of("low-inverse-degree-differs"), T)
                .with("most", "d+" + above)
                .reading("T = " + Notation.polynomials(T) + " has degree " + degree + " = d + "
                        + (degree - T.dimension()) + "; its inverse " + Notation.polynomials(T.inverse())
                        + " has degree " + inverse + "."));
    }
}
