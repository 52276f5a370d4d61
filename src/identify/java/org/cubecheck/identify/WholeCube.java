package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
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

    static final int MAX_DIMENSION = 16;

    private final int d;
    private final Map<Integer, BooleanFunction> functions;
    private final Map<Integer, Spectrum> spectra = new LinkedHashMap<>();
    private final CubeVerdict verdict;

    private WholeCube(
            PairedSamples data,
            List<Match> exact,
            Map<Integer, BooleanFunction> functions,
            Optional<CubeVerdict> conflict,
            Controls controls) {
        this.d = data.d();
        this.functions = functions;
        functions.forEach((i, f) -> spectra.put(i, f.spectrum()));
        this.verdict = worldModel(data, exact, controls).or(() -> conflict).orElseGet(() -> judge(data));
    }

    /**
     * The whole cube, if each of its points occurs.
     *
     * @param exact the matches whose coordinate, binarised, is its latent up to sign on every row
     * @param controls what it is worth if every latent has such a match
     */
    static Optional<WholeCube> of(PairedSamples data, List<Match> exact, Controls controls) {
        int d = data.d();
        if (d > MAX_DIMENSION || data.rows < 1 << d) return Optional.empty();
        var seenAt = new int[1 << d];
        var pointOf = new int[data.rows];
        int seen = 0;
        for (int r = 0; r < data.rows; r++) {
            int z = 0;
            for (int j = 0; j < d; j++) z |= (int) (data.latentBits[j][r >>> 6] >>> r & 1) << j;
            pointOf[r] = z;
            if (seenAt[z] == 0) {
                seenAt[z] = r + 1;
                seen++;
            }
        }
        if (seen < 1 << d) {
            data.notes.add(seen + " of the " + (1 << d)
                    + " points of the latents' cube occur; the exact expansions and the exact verdict need them all.");
            return Optional.empty();
        }
        var functions = new LinkedHashMap<Integer, BooleanFunction>();
        Optional<CubeVerdict> conflict = Optional.empty();
        for (int i = 0; i < data.w(); i++) {
            long[] bits = data.coordinateBits[i];
            int row = conflictingRow(bits, pointOf, seenAt);
            if (row < 0) {
                functions.put(i, BooleanFunction.of(d, z -> bit(bits, seenAt[z] - 1)));
            } else if (conflict.isEmpty()) {
                int first = seenAt[pointOf[row]] - 1;
                conflict = Optional.of(new CubeVerdict.NotAFunction(
                        i,
                        first,
                        row,
                        "Binarised, the representation is no function of the latents: rows " + (first + 1) + " and "
                                + (row + 1) + " have the same latents, but " + data.coordinateName(i)
                                + " lies on different sides."));
            }
        }
        return Optional.of(new WholeCube(data, exact, functions, conflict, controls));
    }

    private static int conflictingRow(long[] bits, int[] pointOf, int[] seenAt) {
        for (int r = 0; r < pointOf.length; r++) {
            if (bit(bits, r) != bit(bits, seenAt[pointOf[r]] - 1)) return r;
        }
        return -1;
    }

    private static boolean bit(long[] bits, int r) {
        return (bits[r >>> 6] >>> r & 1) != 0;
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
     * A coordinate as a function of the latents, the latents being x1..xd. @throws IllegalArgumentException if it is
     * none
     */
    public BooleanFunction function(int coordinate) {
        return known(functions, coordinate);
    }

    /** Its exact Fourier expansion. @throws IllegalArgumentException if it is no function of the latents */
    public Spectrum expansion(int coordinate) {
        return known(spectra, coordinate);
    }

    /** E[phi_i z_j] over the cube: the coefficient of z_j; Pearson's correlation where the coordinate is balanced. */
    public BigFraction correlation(int coordinate, int latent) {
        if (latent < 0 || latent >= d)
            throw new IllegalArgumentException("a latent lies within 0.." + (d - 1) + ", not " + latent);
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
        if (verdict instanceof CubeVerdict.WorldModel v) return Optional.of(v.coordinates());
        if (verdict instanceof CubeVerdict.WorldModelAtChance v) return Optional.of(v.coordinates());
        if (verdict instanceof CubeVerdict.Stabilizer v) return Optional.of(v.coordinates());
        if (verdict instanceof CubeVerdict.Invertible v) return Optional.of(v.coordinates());
        return Optional.empty();
    }

    private static <V> V known(Map<Integer, V> map, int coordinate) {
        V value = map.get(coordinate);
        if (value == null)
            throw new IllegalArgumentException(
                    "coordinate " + coordinate + " is no function of the latents, or there is none");
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
    private Optional<CubeVerdict> worldModel(PairedSamples data, List<Match> exact, Controls controls) {
        if (exact.size() < d) return Optional.empty();
        var columns = exact.stream().map(Match::coordinate).sorted().toList();
        var signed = SignedPermutation.of(transform(columns)).orElseThrow();
        String shown = named(data, columns) + " = " + Identification.signedText(exact, data);
        if (controls.atChance())
            return Optional.of(new CubeVerdict.WorldModelAtChance(
                    signed, columns, "Binarised, the latents up to P D: " + shown + controls.doubt()));
        String rest = data.w() == d
                ? ""
                : " The other coordinates, " + (data.w() - d) + " of " + data.w() + ", are not needed.";
        String degree = ", of the least degree " + d;
        String said = controls.unqualified()
                ? "Binarised, a world model up to P D: "
                : controls.twoValued()
                        ? "Binarised, the latents up to P D: "
                        : "Binarised, its signs, after splitting each coordinate in two, are the latents up to P D: ";
        return Optional.of(
                new CubeVerdict.WorldModel(signed, columns, said + shown + degree + controls.doubt() + rest));
    }

    private CubeVerdict judge(PairedSamples data) {
        var code = new HashMap<List<Long>, Integer>();
        for (int z = 0; z < 1 << d; z++) {
            Integer other = code.putIfAbsent(codeOf(z), z);
            if (other != null)
                return new CubeVerdict.NotInvertible(
                        other,
                        z,
                        "Binarised, the representation is not invertible: the latents " + point(data, other)
                                + " and " + point(data, z)
                                + " have the same code.");
        }
        var columns = distinct();
        if (columns.size() > d)
            return new CubeVerdict.Overcomplete(
                    columns,
                    "Binarised, the representation is invertible as a code, but with " + columns.size()
                            + " different coordinates for " + d
                            + " latents, and no " + d + " of them are the latents up to P D.");
        var T = transform(columns);
        var levels = Levels.preserved(T);
        String degree = " deg T = "
                + columns.stream().mapToInt(i -> spectra.get(i).degree()).sum() + ", a world model has " + d + ".";
        boolean brief = columns.stream().allMatch(i -> spectra.get(i).sparsity() <= 4);
        String shown = brief
                ? named(data, columns) + " = " + expansions(data, columns) + (data.zeroOne ? " (1 as -1, 0 as +1)" : "")
                : "T = " + named(data, columns);
        var mixture =
                columns.stream().map(i -> Mixture.monomial(spectra.get(i))).toList();
        Optional<String> name = mixture.stream().allMatch(Optional::isPresent)
                ? Mixture.name(mixture.stream().map(Optional::get).toList(), data)
                : Optional.empty();
        if (levels.isEmpty())
            return new CubeVerdict.Invertible(
                    T,
                    columns,
                    "Binarised, invertible, but neither a world model nor in any stabilizer of the phase diagram: "
                            + shown
                            + name.map(n -> ", " + n).orElse("") + ";" + degree);
        String kept = levels.stream().map(String::valueOf).collect(Collectors.joining(", "));
        boolean parity = levels.contains(d - 1) && name.isEmpty();
        return new CubeVerdict.Stabilizer(
                T,
                columns,
                levels,
                "Binarised, not a world model, but one up to a stabilizer element of the phase diagram: "
                        + shown
                        + name.map(n -> ", " + n).orElse("")
                        + (parity ? ", which keeps the full parity up to its sign" : "")
                        + ". It preserves the polynomials of degree at most k for k = " + kept
                        + ", so a preference that drops at no other k cannot tell it from a world model;" + degree);
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

    private String expansions(PairedSamples data, List<Integer> columns) {
        return columns.stream()
                .map(i -> Mixture.text(spectra.get(i), 4, data))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String named(PairedSamples data, List<Integer> columns) {
        return columns.stream().map(data::coordinateName).collect(Collectors.joining(", ", "(", ")"));
    }

    /** In the coding of the latents as they were given. */
    private String point(PairedSamples data, int z) {
        String minus = data.zeroOne ? "1" : "-1";
        String plus = data.zeroOne ? "0" : "+1";
        return IntStream.range(0, d)
                .mapToObj(j -> Cube.coordinate(z, j) < 0 ? minus : plus)
                .collect(Collectors.joining(", ", "(", ")"));
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
