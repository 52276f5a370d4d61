package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cubecheck.cube.Spectrum;

/**
 * How latents and coordinates are called in what people read: by the header of their file, else z and φ and their
 * numbers from 1. Arguments count from 0. Immutable.
 */
public final class Names {

    private static final Pattern PRODUCT = Pattern.compile("(x\\d+)+");
    private static final int MOST_LISTED = 12;

    private final List<String> latents;
    private final List<String> coordinates;
    private final boolean numbered;
    private final List<String> unusable;

    private Names(List<String> latents, List<String> coordinates, List<String> unusable) {
        this.latents = latents;
        this.coordinates = coordinates;
        this.unusable = unusable;
        numbered = latents.equals(numbers("z", latents.size()));
    }

    /** Names of a header are used only where each column has one of its own; else no reader could tell which is meant. */
    static Names of(Samples latents, Samples representation) {
        var z = prefixed("z", latents);
        var phi = prefixed("φ", representation);
        var unusable = new ArrayList<String>();
        if (!areUsable(z)) unusable.add(latents.source());
        if (!areUsable(phi)) unusable.add(representation.source());
        return new Names(
                areUsable(z) ? z : numbers("z", z.size()),
                areUsable(phi) ? phi : numbers("φ", phi.size()),
                List.copyOf(unusable));
    }

    private static List<String> prefixed(String letter, Samples samples) {
        return samples.names().stream()
                .map(name -> name.chars().allMatch(Character::isDigit) && !name.isEmpty() ? letter + name : name)
                .toList();
    }

    private static boolean areUsable(List<String> names) {
        return !names.contains("") && new HashSet<>(names).size() == names.size();
    }

    private static List<String> numbers(String letter, int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(k -> letter + k).toList();
    }

    /** A latent. @throws IndexOutOfBoundsException if there is no such one */
    public String latent(int j) {
        Index.check("latent", j, latents.size());
        return latents.get(j);
    }

    /** A coordinate. @throws IndexOutOfBoundsException if there is no such one */
    public String coordinate(int i) {
        Index.check("coordinate", i, coordinates.size());
        return coordinates.get(i);
    }

    /** Whether latents have no names of their own, so that z_i is one of them. */
    boolean isNumbered() {
        return numbered;
    }

    /** The sources whose names are not used. */
    List<String> unusable() {
        return unusable;
    }

    /** A signed product of latents: {@code -z1z2}, with a dot between names of a header, {@code 1} for none. */
    public String product(int sign, List<Integer> latents) {
        return (sign < 0 ? "-" : "") + product(latents);
    }

    private String product(List<Integer> factors) {
        return factors.isEmpty()
                ? "1"
                : factors.stream().map(this::latent).collect(Collectors.joining(numbered ? "" : "·"));
    }

    /** An expansion with the latents' names; its first terms, by rising degree, if there are more than the limit. */
    public String polynomial(Spectrum spectrum, int limit) {
        String text = spectrum.toPolynomial();
        if (spectrum.sparsity() <= limit) return named(text);
        // Cut before names come in, which may look like the end of a term.
        var terms = text.split("(?= [+-] )", limit + 1);
        return named(String.join("", List.of(terms).subList(0, limit))) + " + … (" + spectrum.sparsity() + " terms)";
    }

    /** A polynomial in x1, x2, ... with the latents' names for them. */
    private String named(String polynomial) {
        return PRODUCT.matcher(polynomial)
                .replaceAll(product -> Matcher.quoteReplacement(
                        product(Arrays.stream(product.group().substring(1).split("x"))
                                .map(number -> Integer.parseInt(number) - 1)
                                .toList())));
    }

    /** {@code (φ1, φ3)}. */
    String coordinates(List<Integer> which) {
        return which.stream().map(this::coordinate).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code (-z2, z1)}: the latents of matches, in the order of the matches, with their signs. */
    String signed(List<Match> matches) {
        return matches.stream()
                .map(m -> product(m.sign(), List.of(m.latent())))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The first twelve, and how many more there are. */
    static String listed(List<String> names) {
        int more = names.size() - MOST_LISTED;
        return String.join(", ", names.subList(0, Math.min(MOST_LISTED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
