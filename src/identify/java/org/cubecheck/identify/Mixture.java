package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.Spectrum;

/**
 * Coordinates that are d different products of d latents, and not the latents themselves.
 *
 * @param coordinates the products
 * @param common the latent z_j, if up to P D they are z_j and z_i z_j for every other i: the elements of the folded
 *     (d+1)-cube's group that are no signed permutations
 */
record Mixture(List<Monomial> coordinates, OptionalInt common) {

    Mixture {
        coordinates = List.copyOf(coordinates);
    }

    /** A signed product of latents, which count from 0. */
    record Monomial(int sign, List<Integer> latents) {}

    /** That of coordinates which are products on every row, unless shuffled rows would show it in more than 1% of cases. */
    static Optional<Mixture> of(PairedSamples samples, List<NearestProduct> products, Chance chance) {
        var kept = new ArrayList<Monomial>();
        var bits = new ArrayList<long[]>();
        for (var product : products) {
            if (product.latents().isEmpty()) continue;
            if (!product.isExact()) return Optional.empty();
            if (kept.stream().anyMatch(m -> m.latents().equals(product.latents()))) continue;
            kept.add(new Monomial(product.sign(), product.latents()));
            bits.add(samples.coordinateBits[product.coordinate()]);
        }
        if (chance.ofProducts(bits.toArray(long[][]::new)) > Chance.SMALL) return Optional.empty();
        return of(kept, samples.d());
    }

    /** That of the whole cube's functions, if each is a product. */
    static Optional<Mixture> of(List<Spectrum> spectra) {
        var coordinates = spectra.stream().map(Mixture::monomial).toList();
        return coordinates.stream().allMatch(Optional::isPresent)
                ? of(
                        coordinates.stream().map(Optional::get).toList(),
                        spectra.get(0).variables())
                : Optional.empty();
    }

    private static Optional<Monomial> monomial(Spectrum spectrum) {
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

    private static Optional<Mixture> of(List<Monomial> coordinates, int d) {
        if (coordinates.size() != d || d < 2) return Optional.empty();
        var singles = coordinates.stream().filter(m -> m.latents().size() == 1).toList();
        var pairs = coordinates.stream().filter(m -> m.latents().size() == 2).toList();
        if (pairs.size() == d - 1 && singles.size() == 1) {
            int j = singles.get(0).latents().get(0);
            var partners = new TreeSet<Integer>();
            pairs.stream()
                    .filter(m -> m.latents().contains(j))
                    .forEach(m -> m.latents().forEach(partners::add));
            if (partners.size() == d) return Optional.of(new Mixture(coordinates, OptionalInt.of(j)));
        }
        if (coordinates.stream().allMatch(m -> m.latents().size() == 1) || new HashSet<>(coordinates).size() < d)
            return Optional.empty();
        return Optional.of(new Mixture(coordinates, OptionalInt.empty()));
    }
}
