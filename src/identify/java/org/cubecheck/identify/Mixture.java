package org.cubecheck.identify;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Spectrum;

/** Coordinates that are products of latents. */
final class Mixture {

    private Mixture() {}

    /** A signed product of latents, which count from 0. */
    record Monomial(int sign, List<Integer> latents) {
        String text(PairedSamples data) {
            return (sign < 0 ? "-" : "") + data.product(latents);
        }
    }

    /** The monomial that the function is, if it is one. */
    static Optional<Monomial> monomial(Spectrum spectrum) {
        if (spectrum.sparsity() != 1) return Optional.empty();
        int S = IntStream.range(0, Cube.points(spectrum.variables()))
                .filter(set -> spectrum.numerator(set) != 0)
                .findFirst()
                .orElse(0);
        var latents = IntStream.range(0, spectrum.variables())
                .filter(j -> (S >>> j & 1) != 0)
                .boxed()
                .toList();
        return Optional.of(new Monomial(spectrum.numerator(S) < 0 ? -1 : 1, latents));
    }

    /**
     * A name for d coordinates that are products of d latents, none if they are not the latents up to a known mixture:
     * for one j, the latent z_j itself and z_i z_j for every other i, up to P D. These are the elements of the folded
     * (d+1)-cube's group that are no signed permutations.
     */
    static Optional<String> name(List<Monomial> coordinates, PairedSamples data) {
        int d = data.d();
        if (coordinates.size() != d || d < 2) return Optional.empty();
        var singles = coordinates.stream().filter(m -> m.latents().size() == 1).toList();
        var pairs = coordinates.stream().filter(m -> m.latents().size() == 2).toList();
        if (pairs.size() == d - 1 && singles.size() == 1) {
            int j = singles.get(0).latents().get(0);
            var partners = new TreeSet<Integer>();
            pairs.stream()
                    .filter(m -> m.latents().contains(j))
                    .forEach(m -> m.latents().forEach(partners::add));
            if (partners.size() == d) {
                String map = data.isNumbered()
                        ? "the mixture z_i ↦ z_i z_" + (j + 1) + " for every i ≠ " + (j + 1)
                        : "the mixture that multiplies every other latent by " + data.latentName(j);
                return Optional.of(map + ", up to P D (an automorphism of the folded " + (d + 1) + "-cube)");
            }
        }
        if (coordinates.stream().allMatch(m -> m.latents().size() == 1) || new HashSet<>(coordinates).size() < d)
            return Optional.empty();
        return Optional.of("every coordinate a product of latents");
    }

    /** An expansion with the latents' names; its first terms, by rising degree, if there are more than the limit. */
    static String text(Spectrum spectrum, int limit, PairedSamples data) {
        String text = spectrum.toPolynomial();
        if (spectrum.sparsity() <= limit) return data.named(text);
        // Cut before names come in, which may look like the end of a term.
        var terms = text.split("(?= [+-] )", limit + 1);
        return data.named(String.join("", List.of(terms).subList(0, limit))) + " + … (" + spectrum.sparsity()
                + " terms)";
    }
}
