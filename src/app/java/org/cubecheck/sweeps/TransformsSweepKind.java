package org.cubecheck.sweeps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.cubecheck.census.ClassCensus;
import org.cubecheck.census.DegreeCensus;
import org.cubecheck.sweep.SweepFinding;
import org.cubecheck.sweep.SweepFinding.Table;
import org.cubecheck.sweep.SweepKind;
import org.cubecheck.sweep.SweepOption;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.Symmetry;

/** The census of all invertible transforms, class by class, as a sweep that a user may ask for. */
public final class TransformsSweepKind {

    private static final SweepOption<Integer> DIMENSION =
            SweepOptions.dimension(1, 4).standard("4");

    /** The sweep by its name. */
    public static final SweepKind<CensusSweep<ClassCensus>, ClassCensus> KIND = new SweepKind<>(
            "transforms",
            "All invertible transforms, class by class",
            "Lists the classes of invertible transforms of B^d under signed permutations on both sides, and "
                    + "counts transforms by their coordinate degrees"
                    + " together with those of the inverse; d within 1..4. The counts must add up to (2^d)!, the "
                    + "classes to Burnside's count, and the degrees"
                    + " to the census by matchings.",
            List.of(DIMENSION),
            request -> CensusSweep.classes(DIMENSION.required(request)),
            TransformsSweepKind::finding);

    private TransformsSweepKind() {}

    private static SweepFinding finding(CensusSweep<ClassCensus> sweep, ClassCensus census) {
        int d = sweep.dimension();
        long all = Bijection.count(d);
        var matchings = DegreeCensus.of(d);
        boolean total = census.total() == all;
        boolean classes = Symmetry.classes(d).longValueExact() == census.classes();
        boolean degrees = census.ofTransforms().equals(matchings);
        boolean inverses = census.ofInverses().equals(matchings);
        var sentences = new ArrayList<String>();
        sentences.add(text(census.classes()) + " classes hold " + text(census.total()) + " invertible transforms of B^"
                + d + ".");
        sentences.add(
                total
                        ? "That is (2^d)!: no transform is missing, none is counted twice."
                        : "That is not (2^d)! = " + text(all) + ".");
        sentences.add(
                classes
                        ? "Burnside's lemma counts as many classes."
                        : "Burnside's lemma counts " + text(Symmetry.classes(d).longValueExact()) + " classes.");
        sentences.add(
                degrees && inverses
                        ? "Transforms and their inverses have one law of coordinate degrees, that of the census "
                                + "by matchings."
                        : "The coordinate degrees of "
                                + (degrees ? "the inverses" : inverses ? "the transforms" : "transforms and inverses")
                                + " are not those of the census by matchings.");
        return new SweepFinding(
                "transforms-d" + d,
                "All invertible transforms of B^" + d + ", class by class",
                "How many classes are there under signed permutations on both sides, and how many transforms have "
                        + "which degrees together with those of the inverse?",
                total && classes && degrees && inverses,
                sentences,
                List.of(
                        table(
                                "transforms by degree, the sum over the coordinates",
                                "deg T",
                                "transforms",
                                census.ofTransforms().byDegree()),
                        table(
                                "transforms by the degrees of the coordinates",
                                "degrees",
                                "transforms",
                                census.ofTransforms().transforms()),
                        table("classes by size", "transforms in the class", "classes", census.classesBySize()),
                        joint(census)));
    }

    private static Table table(String title, String key, String count, SortedMap<?, Long> counts) {
        return new Table(
                title,
                List.of(key, count),
                counts.entrySet().stream()
                        .map(entry -> List.of(
                                entry.getKey() instanceof Long size
                                        ? text(size)
                                        : entry.getKey().toString(),
                                text(entry.getValue())))
                        .toList());
    }

    private static Table joint(ClassCensus census) {
        var rows = new ArrayList<List<String>>();
        census.byDegrees()
                .forEach((degree, row) -> row.forEach(
                        (inverse, count) -> rows.add(List.of(degree.toString(), inverse.toString(), text(count)))));
        return new Table(
                "transforms by degree and degree of the inverse", List.of("deg T", "deg T^-1", "transforms"), rows);
    }

    private static String text(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
