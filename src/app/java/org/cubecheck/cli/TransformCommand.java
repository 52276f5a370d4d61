package org.cubecheck.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cubecheck.report.Json;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.SignedPermutation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * An invertible transform of the cube: its coordinates and degrees, its inverse, and whether it is a signed
 * permutation.
 */
@Command(
        name = "transform",
        description = {
            "An invertible transform of {-1,+1}^d: the expansions and degrees of its coordinates, its inverse, "
                    + "and whether it permutes and flips.",
            "Bit i of a point is set if and only if z_i = -1."
        },
        footer = {
            "",
            "Examples:",
            "  transform 0,1,3,2                controlled flip of two coordinates",
            "  transform @psi.json              a JSON array"
        })
final class TransformCommand implements Callable<Integer> {

    private static final int MAX_DIMENSION = 16;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "IMAGE",
            arity = "1..*",
            description = "the images of 0, 1, ..., 2^d-1, separated by commas or spaces, or @FILE with them")
    private List<String> images;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        var image = Arguments.permutation(images);
        if (image.length > 1 << MAX_DIMENSION)
            throw new BadInput("a transform of dimension 1.." + MAX_DIMENSION + " is shown, not one of " + image.length
                    + " points");
        var T = BadInput.in("transform", () -> Bijection.of(image));
        if (json) console.out().print(Json.write(map(T)));
        else print(console, T);
        return Exit.OK;
    }

    private static void print(Console console, Bijection T) {
        var out = console.out();
        out.println(console.styled("bold", "T: B^" + T.dimension() + " -> B^" + T.dimension())
                + (T.dimension() <= 6 ? ", " + T : ""));
        coordinates(console, T, "T");
        out.println(SignedPermutation.of(T)
                .map(s -> "  a signed permutation: T(z) = " + s)
                .orElse("  not a signed permutation"));
        var inverse = T.inverse();
        out.println(console.styled("bold", "inverse") + (T.dimension() <= 6 ? " " + inverse : ""));
        coordinates(console, inverse, "T⁻¹");
    }

    private static void coordinates(Console console, Bijection T, String name) {
        var degrees = T.coordinateDegrees();
        for (int i = 0; i < T.dimension(); i++)
            console.out()
                    .printf(
                            "  %s_%d = %s   (degree %d)%n",
                            name, i + 1, Fractions.polynomial(T.coordinate(i).spectrum(), 'z'), degrees[i]);
        console.out().printf("  deg %s = %d%n", name, T.degree());
    }

    private static Map<String, Object> map(Bijection T) {
        var map = new LinkedHashMap<String, Object>();
        map.put("format", "cubecheck-transform/1");
        map.putAll(side(T));
        map.put("signedPermutation", T.isSignedPermutation());
        SignedPermutation.of(T).ifPresent(s -> {
            map.put(
                    "sources",
                    java.util.stream.IntStream.range(0, s.dimension())
                            .map(i -> s.source(i) + 1)
                            .boxed()
                            .toList());
            map.put(
                    "signs",
                    java.util.stream.IntStream.range(0, s.dimension())
                            .map(s::sign)
                            .boxed()
                            .toList());
        });
        map.put("inverse", side(T.inverse()));
        return map;
    }

    private static Map<String, Object> side(Bijection T) {
        var map = new LinkedHashMap<String, Object>();
        map.put("dimension", T.dimension());
        map.put("image", Arrays.stream(T.toArray()).boxed().toList());
        map.put("degree", T.degree());
        map.put(
                "coordinateDegrees",
                Arrays.stream(T.coordinateDegrees()).boxed().toList());
        map.put(
                "coordinates",
                T.coordinates().stream()
                        .map(f -> f.spectrum().toPolynomial().replace('x', 'z'))
                        .toList());
        return map;
    }
}
