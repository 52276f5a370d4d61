package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Spectrum;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.DistanceFusion;
import org.cubecheck.transform.SignedPermutation;

/**
 * The exact side of an identification, where every one of the 2^d points of the latents' cube occurs among the rows, d
 * at most 16: each coordinate of the representation, binarised, as a function of the latents. Every figure is a
 * rational number without a rounding; the rows' frequencies do not enter, each point of the cube counts once.
 */
public final class WholeCube {

    private final int d;
    private final int w;
    private final Map<Integer, BooleanFunction> functions;
    private final Map<Integer, Spectrum> spectra = new LinkedHashMap<>();
    private final CubeVerdict verdict;

    private WholeCube(
            PairedSamples samples,
            List<Match> exact,
            Map<Integer, BooleanFunction> functions,
            Optional<CubeVerdict> conflict,
            Controls controls) {
        this.d = samples.d();
        this.w = samples.w();
        this.functions = functions;
        functions.forEach((i, f) -> spectra.put(i, f.spectrum()));
        this.verdict = worldModel(exact, controls).or(() -> conflict).orElseGet(this::judge);
    }

    /**
     * The whole cube, if each of its points occurs.
     *
     * @param points none where there are too few rows or too many latents
     * @param exact the matches whose coordinate, binarised, is its latent up to sign on every row
     * @param controls what it is worth if every latent has such a match
     */
    static Optional<WholeCube> of(
            PairedSamples samples, Optional<CubePoints> points, List<Match> exact, Controls controls) {
        if (points.isEmpty() || !points.get().isWhole()) return Optional.empty();
        int d = samples.d();
        var functions = new LinkedHashMap<Integer, BooleanFunction>();
        Optional<CubeVerdict> conflict = Optional.empty();
        for (int i = 0; i < samples.w(); i++) {
            long[] bits = samples.coordinateBits[i];
            int row = points.get().conflictingRow(bits);
            if (row < 0) {
                functions.put(
                        i, BooleanFunction.of(d, z -> Bits.at(bits, points.get().firstRow(z)) != 0));
            } else if (conflict.isEmpty()) {
                int first = points.get().firstRow(points.get().pointOf()[row]);
                conflict = Optional.of(new CubeVerdict.NotAFunction(i, first, row));
            }
        }
        return Optional.of(new WholeCube(samples, exact, functions, conflict, controls));
    }

    /** The number of latents. */
    public int dimension() {
        return d;
    }

    /**
     * The coordinates that are functions of the latents after binarisation, from 0: all of them but where the verdict
     * is {@code NotAFunction}.
     */
    public List<Integer> coordinates() {
        return List.copyOf(functions.keySet());
    }

    /**
     * A coordinate as a function of the latents, the latents being x1..xd.
     *
     * @throws IndexOutOfBoundsException if there is no such coordinate
     * @throws IllegalArgumentException if it is no function of the latents
     */
    public BooleanFunction function(int coordinate) {
        return known(functions, coordinate);
    }

    /** Its exact Fourier expansion. Throws as {@link #function}. */
    public Spectrum expansion(int coordinate) {
        return known(spectra, coordinate);
    }

    /**
     * E[phi_i z_j] over the cube: the coefficient of z_j; Pearson's correlation where the coordinate is balanced. Throws
     * as {@link #function}, and for a latent that there is not.
     */
    public BigFraction correlation(int coordinate, int latent) {
        Index.check("latent", latent, d);
        return expansion(coordinate).coefficient(1 << latent);
    }

    /** What the representation is. */
    public CubeVerdict verdict() {
        return verdict;
    }

    /**
     * deg T, the sum of the degrees of its coordinates, for an invertible verdict; a world model has d, everything else
     * more.
     */
    public Optional<Integer> degree() {
        return transformCoordinates()
                .map(columns ->
                        columns.stream().mapToInt(i -> expansion(i).degree()).sum());
    }

    /**
     * The mean correlation coefficient of the matched coordinates for an invertible verdict: max over permutations of
     * mean_j |E[T_p(j) z_j]|, exact.
     */
    public Optional<BigFraction> meanCorrelation() {
        return transformCoordinates().map(columns -> {
            var weight = new double[d][d];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++)
                    weight[i][j] = correlation(columns.get(i), j).abs().doubleValue();
            }
            var assigned = Assignment.of(weight, d);
            var sum = BigFraction.ZERO;
            for (int j = 0; j < d; j++)
                sum = sum.add(correlation(columns.get(assigned[j]), j).abs());
            return sum.divide(d);
        });
    }

    /**
     * The least mean squared error of a linear probe in the 0/1 coding, for an invertible verdict: mean_j (1 - sum_i
     * E[T_i z_j]^2) / 4. The coordinates of an invertible T are orthonormal, so this is the regression's exact error
     * over the cube.
     */
    public Optional<BigFraction> identificationError() {
        return transformCoordinates().map(columns -> {
            var explained = BigFraction.ZERO;
            for (int i : columns) {
                for (int j = 0; j < d; j++)
                    explained = explained.add(correlation(i, j).pow(2));
            }
            return BigFraction.ONE.subtract(explained.divide(d)).divide(4);
        });
    }

    private Optional<List<Integer>> transformCoordinates() {
        boolean invertible = !verdict.coordinates().isEmpty() && !(verdict instanceof CubeVerdict.Overcomplete);
        return invertible ? Optional.of(verdict.coordinates()) : Optional.empty();
    }

    private <V> V known(Map<Integer, V> map, int coordinate) {
        Index.check("coordinate", coordinate, w);
        V value = map.get(coordinate);
        if (value == null)
            throw new IllegalArgumentException("coordinate " + coordinate + " is no function of the latents");
        return value;
    }

    /** The first coordinate of each function that is not constant and no repetition, sign apart, of an earlier one. */
    private List<Integer> distinct() {
        var distinct = new LinkedHashMap<BooleanFunction, Integer>();
        functions.forEach((i, f) -> {
            if (spectra.get(i).degree() > 0 && !distinct.containsKey(f.negate())) distinct.putIfAbsent(f, i);
        });
        return List.copyOf(new TreeSet<>(distinct.values()));
    }

    /**
     * A world model among the coordinates, whatever the others are: each latent has a coordinate that equals it, sign
     * apart.
     */
    private Optional<CubeVerdict> worldModel(List<Match> exact, Controls controls) {
        if (exact.size() < d) return Optional.empty();
        var columns = exact.stream().map(Match::coordinate).sorted().toList();
        var signed = SignedPermutation.of(transform(columns)).orElseThrow();
        return Optional.of(
                controls.atChance()
                        ? new CubeVerdict.WorldModelAtChance(signed, columns)
                        : new CubeVerdict.WorldModel(signed, columns));
    }

    private CubeVerdict judge() {
        var code = new HashMap<List<Long>, Integer>();
        for (int z = 0; z < 1 << d; z++) {
            Integer other = code.putIfAbsent(codeOf(z), z);
            if (other != null) return new CubeVerdict.NotInvertible(other, z);
        }
        var columns = distinct();
        if (columns.size() > d) return new CubeVerdict.Overcomplete(columns);
        var T = transform(columns);
        var levels = Levels.preserved(T);
        return levels.isEmpty()
                ? new CubeVerdict.Invertible(T, columns)
                : new CubeVerdict.Stabilizer(T, columns, levels);
    }

    private Bijection transform(List<Integer> columns) {
        return Bijection.ofCoordinates(columns.stream().map(functions::get).toList());
    }

    private List<Long> codeOf(int z) {
        var words = new long[functions.size() / 64 + 1];
        int at = 0;
        for (var f : functions.values()) {
            if (f.isMinus(z)) words[at >>> 6] |= 1L << at;
            at++;
        }
        var code = new ArrayList<Long>();
        for (long word : words) code.add(word);
        return code;
    }

    /** Which spaces P_k of polynomials of degree at most k a transform maps onto themselves. */
    static final class Levels {

        private Levels() {}

        /**
         * The k within 1..d-1, rising. T preserves P_k if and only if it preserves the kernel sum_{|S|<=k} chi_S(x)
         * chi_S(y) of the projection onto it, which depends on the Hamming distance of x and y only. One walk over the
         * pairs of points, 4^d / 2 steps, notes which distances T takes to which.
         */
        static List<Integer> preserved(Bijection T) {
            int d = T.dimension();
            var image = T.toArray();
            var meets = new boolean[d + 1][d + 1];
            for (int x = 0; x < image.length; x++) {
                int y = image[x];
                for (int other = 0; other < x; other++)
                    meets[Integer.bitCount(x ^ other)][Integer.bitCount(y ^ image[other])] = true;
            }
            return DistanceFusion.ofSingleDrops(d).stream()
                    .filter(fusion -> IntStream.rangeClosed(1, d)
                            .allMatch(
                                    t -> IntStream.rangeClosed(1, d).allMatch(s -> !meets[t][s] || fusion.fuses(t, s))))
                    .map(fusion -> fusion.drops().first())
                    .toList();
        }
    }
}
