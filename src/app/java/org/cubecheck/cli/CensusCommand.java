package org.cubecheck.cli;

import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.cubecheck.audit.Settings;
import org.cubecheck.census.ClassCensus;
import org.cubecheck.census.DegreeCensus;
import org.cubecheck.report.Json;
import org.cubecheck.sweep.LocalSweeper;
import org.cubecheck.sweep.Sweep;
import org.cubecheck.sweeps.CensusSweep;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.Symmetry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts all invertible transforms of a cube. */
@Command(
        name = "census",
        description = {
            "Count all invertible transforms of the d-cube by their degrees, exactly.",
            "With --by-classes also their classes under signed permutations on both sides, and the joint law of "
                    + "the degrees of a transform and of"
                    + " its inverse; some seconds more for d = 4. Exit code 1 if a count does not add up."
        })
final class CensusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--dimension", paramLabel = "D", required = true, description = "the dimension of the cube, 1..4")
    private int dimension;

    @Option(
            names = "--by-classes",
            description = "also by class, with the joint distribution of the degrees of transform and inverse")
    private boolean byClasses;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "keep finished shards in this folder, and continue from what is there")
    private Optional<Path> resume = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "how many threads to use (default: the processors)")
    private int threads = Settings.DEFAULT.threads();

    @Override
    public Integer call() throws InterruptedException {
        var console = Console.of(spec);
        Arguments.checkWithin("--dimension", 1, 4, dimension);
        Arguments.checkPositive("--threads", threads);
        var sweeper = LocalSweeper.of(threads);
        var census = run(CensusSweep.matchings(dimension), sweeper, "degrees", console);
        Optional<ClassCensus> classes = byClasses
                ? Optional.of(run(CensusSweep.classes(dimension), sweeper, "classes", console))
                : Optional.empty();
        boolean right = census.total() == Bijection.count(dimension)
                && classes.stream()
                        .allMatch(c -> c.total() == census.total()
                                && c.ofTransforms().equals(census)
                                && c.ofInverses().equals(census)
                                && Symmetry.classes(dimension).longValueExact() == c.classes());
        if (json) console.out().print(Json.write(map(census, classes, right)));
        else print(census, classes, right, console);
        return right ? Exit.OK : Exit.DIFFERS;
    }

    private <R extends Record & Serializable> R run(
            Sweep<R> sweep, LocalSweeper sweeper, String folder, Console console) throws InterruptedException {
        var telling = sweeper.telling((s, done, shards) -> {
            if (console.terminal())
                console.err().printf("\r%s: %d of %d shards%s", s.name(), done, shards, done == shards ? "\n" : "");
            console.err().flush();
        });
        var kept = resume.map(dir -> telling.resuming(dir.resolve(folder))).orElse(telling);
        try {
            return kept.run(sweep);
        } catch (IllegalArgumentException | UncheckedIOException unusable) {
            throw new BadInput("--resume: " + unusable.getMessage(), unusable);
        }
    }

    private static Map<String, Object> map(DegreeCensus census, Optional<ClassCensus> classes, boolean right) {
        var map = new LinkedHashMap<String, Object>();
        map.put("format", "cubecheck-census/1");
        map.put("dimension", census.dimension());
        map.put("transforms", census.total());
        map.put("addsUp", right);
        map.put("byDegree", named(census.byDegree()));
        map.put("byLargestDegree", named(census.byLargestDegree()));
        map.put("byCoordinateDegrees", named(census.transforms()));
        classes.ifPresent(c -> {
            map.put("classes", c.classes());
            map.put("classesBySize", named(c.classesBySize()));
            var joint = new LinkedHashMap<String, Object>();
            c.byDegrees().forEach((degree, row) -> joint.put(degree.toString(), named(row)));
            map.put("byDegreeAndInverseDegree", joint);
            map.put("byCoordinateDegreesAndInverse", named(c.transforms()));
        });
        return map;
    }

    private static Map<String, Object> named(SortedMap<?, Long> counts) {
        var map = new LinkedHashMap<String, Object>();
        counts.forEach((key, count) -> map.put(key.toString(), count));
        return map;
    }

    private static void print(DegreeCensus census, Optional<ClassCensus> classes, boolean right, Console console) {
        int d = census.dimension();
        console.out()
                .printf(
                        Locale.ROOT,
                        "%,d invertible transforms of the %d-cube%s%n",
                        census.total(),
                        d,
                        right ? "" : ": THE COUNTS DO NOT ADD UP");
        table("by degree, the sum over the coordinates", census.byDegree(), console);
        table("by the largest degree of a coordinate", census.byLargestDegree(), console);
        table("by the degrees of the coordinates", census.transforms(), console);
        classes.ifPresent(c -> {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%n%,d %s under signed permutations on both sides, as Burnside's lemma says%n",
                            c.classes(),
                            c.classes() == 1 ? "class" : "classes");
            table("classes by size", c.classesBySize(), console);
            console.out().printf("%n%s%n", console.styled("bold", "by degree and degree of the inverse"));
            c.byDegrees()
                    .forEach((degree, row) -> row.forEach((inverse, count) -> console.out()
                            .printf(Locale.ROOT, "  %11s  %,22d%n", "(" + degree + ", " + inverse + ")", count)));
        });
    }

    private static void table(String title, SortedMap<?, Long> counts, Console console) {
        console.out().printf("%n%s%n", console.styled("bold", title));
        counts.forEach((key, count) -> console.out().printf(Locale.ROOT, "  %11s  %,22d%n", key, count));
    }
}
