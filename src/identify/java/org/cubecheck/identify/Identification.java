package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cubecheck.transform.SignedPermutation;

/**
 * How far a representation phi has identified binary latents z, from samples of both. Immutable, and a function of the
 * samples and the settings alone.
 *
 * <p>Held-out figures use a fifth of the rows, at most 50,000, drawn with the seed; below 20 rows there are none. What
 * each score is, is said where it is read. Coordinates, latents and rows count from 0 in code and from 1 in what people
 * read.
 *
 * <p>Cost for n rows, d latents and w coordinates, m the smaller of n and w: n w (m + 20 d + log n) + m^3, for the
 * bootstrap 1000 n d / 5, for the signed permutation up to 2000 d 256^2, for rotations of it up to 39 * 2000 * 128^2,
 * and where the rows hold the whole cube 4^d / 2.
 */
public final class Identification {

    /**
     * What a run may choose.
     *
     * @param seed of the split into training and held-out rows, of the bootstrap, of the shuffles and of the rotations
     * @param resamples bootstrap resamples behind each interval, at least 100
     * @param shuffles of the rows behind the chance level, at least 5; fewer are done, but never fewer than 5, where
     *     rows, coordinates and latents are so many that they take long
     */
    public record Settings(long seed, int resamples, int shuffles) {
        /** Seed 1, 1000 resamples, 20 shuffles. */
        public static final Settings DEFAULT = new Settings(1, 1000, 20);

        public Settings {
            if (resamples < 100) throw new IllegalArgumentException("at least 100 resamples, not " + resamples);
            if (shuffles < FEWEST_SHUFFLES)
                throw new IllegalArgumentException("at least " + FEWEST_SHUFFLES + " shuffles, not " + shuffles);
        }

        /** The same with another seed. */
        public Settings withSeed(long seed) {
            return new Settings(seed, resamples, shuffles);
        }
    }

    /** The fewest rows for held-out figures. */
    static final int FEWEST_ROWS = 20;

    private static final int MOST_HELD_OUT = 50_000;
    /** Below this held-out R^2 for every latent, weights of the probe are noise. */
    private static final double NOTHING_PREDICTED = 0.05;
    /** Below this, a coordinate is not two-valued: the part of its variance that two values explain. */
    private static final double TWO_VALUED = 0.95;
    /** The range of fewer shuffles is no interval. */
    private static final int FEWEST_SHUFFLES = 5;
    /**
     * With fewer held-out rows there are no intervals: in simulations those called 95% covered the truth in 26% to 90%.
     */
    private static final int FEWEST_FOR_INTERVALS = 30;
    /** The most latents of a {@link SignedPermutation}. */
    private static final int MAX_SIGNED = 20;
    /** Of more latents than this a headline says how many; the table below it names them. */
    private static final int MOST_IN_A_LINE = 16;

    private final PairedSamples data;
    private final Settings settings;
    private final double[][] correlation;
    private final double meanCorrelation;
    private final List<Match> matches;
    private final Chance chance;
    private final Controls controls;
    private final Optional<CrossFit> crossFit;
    private final Optional<Criterion.Outcome> criterion;
    private final List<NearestProduct> nearestProducts;
    private final Optional<String> mixture;
    private final Optional<HeldOut> heldOut;
    private final Optional<WholeCube> cube;
    private final OptionalDouble mig;
    private final List<String> notes;

    private Identification(PairedSamples data, Settings settings) {
        this.data = data;
        this.settings = settings;
        correlation = correlations(data);
        var active = data.active();
        double[][] weight = magnitudes(correlation, active);
        int[] best = Assignment.of(weight, active.length);
        meanCorrelation = IntStream.range(0, active.length)
                        .filter(k -> best[k] >= 0)
                        .mapToDouble(k -> weight[best[k]][k])
                        .sum()
                / active.length;
        matches = matches(assigned(exactFirst(weight, active), active));
        chance = Chance.ofRows(data);
        nearestProducts = NearestProduct.of(data);
        mixture = findMixture();
        var random = new SplittableRandom(settings.seed()).split();
        boolean judged = data.rows >= FEWEST_ROWS && matches.size() == active.length;
        Optional<Subsample> drawn =
                judged ? Optional.of(Subsample.of(data, Criterion.MOST_ROWS, random)) : Optional.empty();
        crossFit = drawn.flatMap(CrossFit::of);
        criterion = crossFit.map(fit -> Criterion.of(
                drawn.get().z(),
                fit,
                Arrays.stream(active).mapToObj(data::latentName).toList()));
        controls = controls(drawn, random);
        cube = WholeCube.of(data, matches.stream().filter(Match::isExact).toList(), controls);
        mig = Scores.gap(Scores.information(data.phi, latents(active)));
        heldOut = heldOut(active);
        remark();
        notes = List.copyOf(data.notes);
    }

    /**
     * Judges a representation with the default settings.
     *
     * @param latents in {-1,+1} or in {0,1}
     * @param representation real-valued, of any width; its rows are the same samples
     * @throws MalformedData if the numbers of rows differ, there are fewer than two, a latent has another value, all
     *     latents are constant, or the representation holds NaN or an infinite value
     */
    public static Identification of(Samples latents, Samples representation) {
        return of(latents, representation, Settings.DEFAULT);
    }

    /** The same with other settings. */
    public static Identification of(Samples latents, Samples representation, Settings settings) {
        return new Identification(new PairedSamples(latents, representation), settings);
    }

    /** The same for plain arrays of rows. */
    public static Identification of(double[][] latents, double[][] representation) {
        return of(Samples.of(latents), Samples.of(representation));
    }

    /** The finding in a sentence or two: exact where the whole cube was given and decides, else what the rows show. */
    public String headline() {
        if (cube.isEmpty() || cube.get().verdict() instanceof CubeVerdict.NotAFunction) return sampledHeadline();
        var verdict = cube.get().verdict();
        boolean undecided = verdict instanceof CubeVerdict.NotInvertible || verdict instanceof CubeVerdict.Overcomplete;
        return undecided ? verdict.text() + " " + sampledHeadline() : verdict.text();
    }

    private String sampledHeadline() {
        String rows = " on every one of the " + data.rows + " rows";
        if (recovered() == varyingLatents())
            return "Binarised, every latent" + (varyingLatents() < data.d() ? " that varies" : "")
                    + " is recovered exactly" + rows + ", up to permutation and sign: " + permutationText()
                    + controls.doubt();
        if (mixture.isPresent()) return "Binarised, no world model: " + mixture.get() + rows + ".";
        var exact = matches.stream()
                .filter(Match::isExact)
                .map(m -> data.latentName(m.latent()))
                .toList();
        boolean listed = !exact.isEmpty() && exact.size() <= MOST_IN_A_LINE;
        String recovered = (exact.isEmpty()
                        ? "no latent is"
                        : exact.size() + " of " + varyingLatents() + (exact.size() == 1 ? " is" : " are"))
                + " recovered exactly"
                + (listed ? ": " + PairedSamples.listed(exact) : "") + ".";
        if (heldOut.isEmpty()) return "On these few rows, binarised, " + recovered;
        if (foundAll())
            return "The latents up to permutation and sign, imperfectly: " + permutationText()
                    + controls.doubtOfMixing() + " Binarised, " + recovered;
        var error = heldOut.get().error;
        var chance = heldOut.get().chance;
        String probe = "a linear probe reads the latents with mean error " + decimal(error.value()) + " (chance "
                + decimal(chance.value()) + ")";
        return (error.isKnown() ? error.high() : error.value()) < chance.low()
                ? "No signed permutation of the latents is established, but " + probe + "; binarised, " + recovered
                : "Nothing shown beyond chance: " + probe + "; binarised, " + recovered;
    }

    /** The number of samples. */
    public int rows() {
        return data.rows;
    }

    /** The number d of latents. */
    public int latents() {
        return data.d();
    }

    /**
     * The number of latents that take both values in these rows; every score and {@link #recovered} are over them
     * alone.
     */
    public int varyingLatents() {
        return data.active().length;
    }

    /** The number w of coordinates of the representation. */
    public int coordinates() {
        return data.w();
    }

    /** The settings of the run. */
    public Settings settings() {
        return settings;
    }

    /** Pearson's correlation of a coordinate and a latent over all rows; 0 where one of them is constant. */
    public double correlation(int coordinate, int latent) {
        return correlation[coordinate][latent];
    }

    /**
     * The assignment of coordinates to latents, one to one, by latent: of those with the most {@linkplain Match#isExact
     * exact} pairs the one with the greatest sum of absolute correlations. Latents without a coordinate are left out.
     */
    public List<Match> matches() {
        return matches;
    }

    /**
     * The mean correlation coefficient: the mean over the latents that vary of the absolute correlation with the
     * coordinate assigned to them, 0 for a latent without one, greatest over all one-to-one assignments. Over all rows,
     * so it is above 0 even for noise; compare {@link #heldOutCorrelation}.
     */
    public double meanCorrelation() {
        return meanCorrelation;
    }

    /**
     * The mean signed correlation on held-out rows, assignment and signs fixed on the others: 0 is chance. From 30
     * held-out rows on with an interval, on Fisher's scale, for the same coordinates on further rows. Over the latents
     * that take both values in the training rows and in the held-out rows, as every held-out figure, and in a bootstrap
     * draw over those that take both values there: where a latent is constant its correlation is undefined. A
     * coordinate that is constant where its latent is not counts 0.
     */
    public Optional<Interval> heldOutCorrelation() {
        return heldOut.map(h -> h.meanCorrelation);
    }

    /** Whether there is a {@link #signedPermutation}, for any number of latents, of those that vary. */
    public boolean signedPermutationEstablished() {
        return foundAll();
    }

    /**
     * The signed permutation of the latents that the matched coordinates, in rising order, show. Either they all equal
     * their latents on every row, binarised and after the sign, more clearly than {@linkplain #chanceOfAll chance}
     * would show. Or what stands for each latent, chosen without the row that it is measured on, is at 97.5% confidence
     * correlated with it above 0.3 and, regressed on all latents and their products as far as the rows carry them, has
     * a squared weight of it more than twice the sum of all others. So a rotation of two latents shows none from 36
     * degrees on (the tangent's square is 1/2 before), nor a mixture z_i + c z_i z_j from c^2 = 1/2 on. Never beside a
     * {@link #mixture} or a verdict over the whole cube that denies it.
     *
     * @return none also where a latent never varies, or there are more than 20: the text and JSON show what is
     * established there
     */
    public Optional<SignedPermutation> signedPermutation() {
        if (!foundAll() || varyingLatents() < data.d() || data.d() > MAX_SIGNED) return Optional.empty();
        var ordered = byCoordinate(matches);
        int flips = 0;
        for (int i = 0; i < ordered.size(); i++) flips |= ordered.get(i).sign() < 0 ? 1 << i : 0;
        return Optional.of(
                SignedPermutation.of(ordered.stream().mapToInt(Match::latent).toArray(), flips));
    }

    /**
     * An upper bound on the chance that every latent that varies would be recovered exactly if the rows of the
     * representation were shuffled against those of the latents, or if the coordinates that are functions of the
     * latents on these rows were dealt anew to the points that occur, whichever is more: 1 where rows or points are few
     * or coordinates many. Above 1% the headline says so.
     */
    public double chanceOfAll() {
        return controls.chance();
    }

    /**
     * How many latents are recovered exactly: the matched coordinate, binarised and after its sign, equals the latent
     * on every row.
     */
    public int recovered() {
        return (int) matches.stream().filter(Match::isExact).count();
    }

    /** The part of the latents that vary that is recovered exactly. */
    public double recoveredFraction() {
        return (double) recovered() / varyingLatents();
    }

    /**
     * The identification error: the mean squared error, over held-out rows and latents that vary in both parts, of a
     * linear probe from the representation to the latents in the 0/1 coding, trained on the other rows. From 30
     * held-out rows on with a bootstrap interval over them, for this probe on further rows: points of the cube that
     * repeat lie in both parts, so it says nothing of points that never occur.
     */
    public Optional<Interval> identificationError() {
        return heldOut.map(h -> h.error);
    }

    /**
     * What the same probe scores where the rows of the latents are shuffled against those of the representation: the
     * mean and the range over the shuffles. About 1/4 for balanced latents.
     */
    public Optional<Interval> chanceError() {
        return heldOut.map(h -> h.chance);
    }

    /**
     * The mean over the latents of the variance in the 0/1 coding that the matched coordinate leaves unexplained by
     * itself, on all rows.
     */
    public double assignedError() {
        double error = 0;
        for (int j : data.active()) {
            double mean = Arrays.stream(data.z[j]).sum() / data.rows;
            double r = matches.stream()
                    .filter(m -> m.latent() == j)
                    .mapToDouble(Match::correlation)
                    .findFirst()
                    .orElse(0);
            error += (1 - mean * mean) / 4 * (1 - r * r);
        }
        return error / data.active().length;
    }

    /**
     * Informativeness (DCI): the mean over the latents of the probe's R^2 on held-out rows; below 0 for a probe worse
     * than the mean.
     */
    public OptionalDouble informativeness() {
        return heldOut.map(h -> OptionalDouble.of(Arrays.stream(h.r2).average().orElse(0)))
                .orElse(OptionalDouble.empty());
    }

    /**
     * How many shuffles are behind {@link #chanceError}: as many as the settings ask for, or fewer where that takes
     * long.
     */
    OptionalInt shuffles() {
        return heldOut.map(h -> OptionalInt.of(h.shuffles)).orElse(OptionalInt.empty());
    }

    /**
     * The latents, from 0, that the held-out figures are over: those that vary in the training rows and in the held-out
     * rows.
     */
    List<Integer> heldOutLatents() {
        return heldOut.map(h -> Arrays.stream(h.latents).boxed().toList()).orElse(List.of());
    }

    /** The number of held-out rows. */
    OptionalInt heldOutRows() {
        return heldOut.map(h -> OptionalInt.of(h.test.length)).orElse(OptionalInt.empty());
    }

    /** Disentanglement (DCI); none where there is one latent only, or where nothing is predicted. */
    public OptionalDouble disentanglement() {
        return heldOut.filter(HeldOut::predicts)
                .map(h -> Scores.disentanglement(h.activeImportance))
                .orElse(OptionalDouble.empty());
    }

    /** Completeness (DCI); none where there is one coordinate only, or where nothing is predicted. */
    public OptionalDouble completeness() {
        return heldOut.filter(HeldOut::predicts)
                .map(h -> Scores.completeness(h.activeImportance))
                .orElse(OptionalDouble.empty());
    }

    /** DCI's importance of a coordinate for a latent: the probe's absolute weight on the standardised coordinate. */
    public OptionalDouble importance(int coordinate, int latent) {
        return heldOut.map(h -> OptionalDouble.of(h.importance[coordinate][latent]))
                .orElse(OptionalDouble.empty());
    }

    /**
     * SAP: the mean over the latents of the held-out accuracy of the best single coordinate, by the threshold that is
     * best on the training rows, less that of the next best. None with one coordinate.
     */
    public OptionalDouble sap() {
        return heldOut.map(h -> h.sap).orElse(OptionalDouble.empty());
    }

    /**
     * MIG: the mean over the latents of the greatest mutual information with a coordinate less the next greatest, in
     * units of the latent's entropy, over all rows. Coordinates of more than 20 values are cut into 20 bins of equal
     * width. None with one coordinate.
     */
    public OptionalDouble mig() {
        return mig;
    }

    /** By coordinate: the product of at most two latents to which it is nearest after binarisation. */
    public List<NearestProduct> nearestProducts() {
        return nearestProducts;
    }

    /**
     * The name of the mixture of latents that the coordinates are on every row, if they are no signed permutation and a
     * known one; none where shuffled rows would show such products in more than 1% of cases.
     */
    public Optional<String> mixture() {
        return mixture;
    }

    private Optional<String> findMixture() {
        var kept = new ArrayList<Mixture.Monomial>();
        var bits = new ArrayList<long[]>();
        for (var reading : nearestProducts) {
            if (reading.latents().isEmpty()) continue;
            if (!reading.isExact()) return Optional.empty();
            if (kept.stream().anyMatch(m -> m.latents().equals(reading.latents()))) continue;
            kept.add(new Mixture.Monomial(reading.sign(), reading.latents()));
            bits.add(data.coordinateBits[reading.coordinate()]);
        }
        if (chance.ofProducts(bits.toArray(long[][]::new)) > Chance.SMALL) return Optional.empty();
        String shown = kept.stream().map(m -> m.text(data)).collect(Collectors.joining(", ", "(", ")"));
        return Mixture.name(kept, data)
                .map(name -> name.startsWith("the ")
                        ? "the coordinates " + shown + " are " + name
                        : "the coordinates are " + shown + ", " + name);
    }

    /** The exact side, where each point of the latents' cube occurs and d is at most 16. */
    public Optional<WholeCube> cube() {
        return cube;
    }

    /**
     * What a reader should know of these data: constant, repeated, missing and redundant coordinates, scores left out
     * and why.
     */
    public List<String> notes() {
        return notes;
    }

    @Override
    public String toString() {
        return headline();
    }

    PairedSamples data() {
        return data;
    }

    Controls controls() {
        return controls;
    }

    /** What the regressions show, where there are coordinates enough and at least 20 rows. */
    Optional<Criterion.Outcome> criterion() {
        return criterion;
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** {@code (-z2, z1)}: the latents in the order of their coordinates, by their names. */
    static String signedText(List<Match> matches, PairedSamples data) {
        return byCoordinate(matches).stream()
                .map(m -> (m.sign() < 0 ? "-" : "") + data.latentName(m.latent()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The matches in the order of their coordinates. */
    static List<Match> byCoordinate(List<Match> matches) {
        return matches.stream()
                .sorted(Comparator.comparingInt(Match::coordinate))
                .toList();
    }

    private String permutationText() {
        if (matches.size() > MOST_IN_A_LINE) return "by the table of the " + matches.size() + " latents below";
        return byCoordinate(matches).stream()
                        .map(m -> data.coordinateName(m.coordinate()))
                        .collect(Collectors.joining(", ", "(", ")"))
                + " = " + signedText(matches, data);
    }

    /**
     * Never beside a finding that denies it: what binarised is a mixture or no world model, or what shuffled rows would
     * show too.
     */
    private boolean foundAll() {
        if (matches.size() < varyingLatents()
                || mixture.isPresent()
                || cube.map(WholeCube::verdict).filter(Identification::denies).isPresent()) return false;
        boolean clear = criterion.filter(Criterion.Outcome::established).isPresent();
        return recovered() == varyingLatents()
                ? !controls.atChance() || clear && controls.ofRows() <= Chance.SMALL
                : clear;
    }

    private Controls controls(Optional<Subsample> drawn, RandomGenerator random) {
        boolean wanted = recovered() == varyingLatents()
                || criterion.filter(Criterion.Outcome::established).isPresent();
        var rotations = wanted ? drawn.flatMap(rows -> Rotations.of(rows, random)) : Optional.<Rotations>empty();
        var points = Chance.ofPoints(data);
        boolean twoValued = matches.stream().allMatch(m -> data.twoValued[m.coordinate()] >= TWO_VALUED);
        return new Controls(
                Math.min(1, chance.ofAll()), Math.min(1, points.ofAll()), points.rows(), rotations, twoValued);
    }

    private static boolean denies(CubeVerdict verdict) {
        return verdict instanceof CubeVerdict.Stabilizer
                || verdict instanceof CubeVerdict.Invertible
                || verdict instanceof CubeVerdict.Overcomplete
                || verdict instanceof CubeVerdict.NotInvertible;
    }

    private double[][] latents(int[] which) {
        return Arrays.stream(which).mapToObj(j -> data.z[j]).toArray(double[][]::new);
    }

    private static double[][] magnitudes(double[][] correlation, int[] latents) {
        return Arrays.stream(correlation)
                .map(row -> Arrays.stream(latents)
                        .mapToDouble(j -> Math.abs(row[j]))
                        .toArray())
                .toArray(double[][]::new);
    }

    /**
     * The same with 1 + d added for every coordinate that equals the latent on every row: more than the others can make
     * up for.
     */
    private double[][] exactFirst(double[][] weight, int[] active) {
        var first = new double[weight.length][active.length];
        for (int i = 0; i < weight.length; i++) {
            for (int k = 0; k < active.length; k++) {
                int different = data.constantCoordinate[i] ? 1 : different(active[k], i);
                first[i][k] = weight[i][k] + (different == 0 || different == data.rows ? 1 + active.length : 0);
            }
        }
        return first;
    }

    /** On how many rows a latent and a binarised coordinate differ. */
    private int different(int latent, int coordinate) {
        int different = 0;
        long[] bits = data.latentBits[latent];
        for (int k = 0; k < bits.length; k++) different += Long.bitCount(bits[k] ^ data.coordinateBits[coordinate][k]);
        return different;
    }

    /** By latent of all: its coordinate or -1; a constant coordinate is no match. */
    private int[] assigned(double[][] weight, int[] active) {
        var found = Assignment.of(weight, active.length);
        var assigned = new int[data.d()];
        Arrays.fill(assigned, -1);
        for (int k = 0; k < active.length; k++) {
            if (found[k] >= 0 && !data.constantCoordinate[found[k]]) assigned[active[k]] = found[k];
        }
        return assigned;
    }

    private List<Match> matches(int[] assigned) {
        var found = new ArrayList<Match>();
        for (int j = 0; j < assigned.length; j++) {
            int i = assigned[j];
            if (i < 0) continue;
            int sign = correlation[i][j] < 0 ? -1 : 1;
            int different = different(j, i);
            int agreeing = sign > 0 ? data.rows - different : different;
            found.add(new Match(j, i, sign, correlation[i][j], (double) agreeing / data.rows));
        }
        return List.copyOf(found);
    }

    private static double[][] correlations(PairedSamples data) {
        var all = IntStream.range(0, data.rows).toArray();
        var correlation = new double[data.w()][data.d()];
        for (int i = 0; i < data.w(); i++) {
            for (int j = 0; j < data.d(); j++)
                correlation[i][j] = data.constantCoordinate[i] || data.constantLatent[j]
                        ? 0
                        : correlation(data.phi[i], data.z[j], all);
        }
        return correlation;
    }

    /** Pearson's, in two passes; 0 where one of the two is constant on the rows. */
    static double correlation(double[] x, double[] y, int[] rows) {
        double meanX = 0;
        double meanY = 0;
        for (int r : rows) {
            meanX += x[r];
            meanY += y[r];
        }
        meanX /= rows.length;
        meanY /= rows.length;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int r : rows) {
            xx += (x[r] - meanX) * (x[r] - meanX);
            yy += (y[r] - meanY) * (y[r] - meanY);
            xy += (x[r] - meanX) * (y[r] - meanY);
        }
        return xx <= 0 || yy <= 0 ? 0 : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
    }

    private void remark() {
        int free = (int) IntStream.range(0, data.w())
                .filter(i -> !data.constantCoordinate[i] && matches.stream().noneMatch(m -> m.coordinate() == i))
                .count();
        if (free > 0)
            data.notes.add(free + " of " + data.w()
                    + " coordinates are assigned to no latent: redundant, or carrying something else.");
        var missing = Arrays.stream(data.active())
                .filter(j -> matches.stream().noneMatch(m -> m.latent() == j))
                .mapToObj(data::latentName)
                .toList();
        if (!missing.isEmpty())
            data.notes.add("Latents without a coordinate of their own: " + PairedSamples.listed(missing)
                    + ". They count 0 in the mean correlation.");
        var blurred = IntStream.range(0, data.w())
                .filter(i -> data.twoValued[i] < 0.75)
                .mapToObj(data::coordinateName)
                .toList();
        if (!blurred.isEmpty())
            data.notes.add(blurred.size() + " of " + data.w() + " coordinates are far from two-valued: "
                    + PairedSamples.listed(blurred)
                    + ". What is said of their binarised form says little of the real one.");
        double recoveredByChance = chance.expected();
        if (recovered() > 0 && recovered() < varyingLatents() && recoveredByChance > 0.05)
            data.notes.add("With the rows shuffled, " + decimal(recoveredByChance)
                    + " latents would be recovered exactly on average, at most.");
        String figures =
                "the figures that need held-out rows (identification error, DCI, SAP, held-out correlation) are "
                        + "left out.";
        if (data.rows < FEWEST_ROWS) data.notes.add("Fewer than " + FEWEST_ROWS + " rows: " + figures);
        else if (heldOut.isEmpty())
            data.notes.add("No latent takes both values in the training rows and in the held-out rows: " + figures);
        heldOut.ifPresent(HeldOut::remark);
        if (heldOut.isPresent() && !heldOut.get().predicts())
            data.notes.add("No latent is predicted linearly (held-out R² at most " + NOTHING_PREDICTED
                    + " for each): disentanglement and completeness would score the "
                    + "noise in the probe's weights, and are left out.");
        remarkOnPermutation();
        if (cube.isPresent() && cube.get().verdict() instanceof CubeVerdict.NotAFunction v) data.notes.add(v.text());
        if (data.d() > WholeCube.MAX_DIMENSION && data.rows >= 1 << WholeCube.MAX_DIMENSION)
            data.notes.add("The exact analysis of the whole cube goes up to " + WholeCube.MAX_DIMENSION + " latents.");
    }

    /** What the regressions behind the signed permutation did not see, and which columns they were about. */
    private void remarkOnPermutation() {
        if (criterion.isEmpty()) return;
        var outcome = criterion.get();
        outcome.undecided()
                .ifPresent(why -> data.notes.add("The signed permutation is undecided by regression: " + why + "."));
        if (!outcome.established()) return;
        if (outcome.degree() == 1 && varyingLatents() > 1)
            data.notes.add("The signed permutation: interactions of the latents were not examined, as the rows are too "
                    + "few or too uneven.");
        else if (outcome.degree() < varyingLatents())
            data.notes.add("The signed permutation: of products of latents, those of at most " + outcome.degree()
                    + " were examined" + (outcome.all() ? "." : ", and only those with the coordinate's own latent."));
        var active = data.active();
        var several = new ArrayList<String>();
        for (int k = 0; k < active.length; k++) {
            var standing = crossFit.get().standing(k);
            if (standing.size() > 1)
                several.add(standing.stream().map(data::coordinateName).collect(Collectors.joining(" or ")) + " for "
                        + data.latentName(active[k]));
        }
        if (!several.isEmpty())
            data.notes.add(
                    "Chosen on four fifths of the rows at a time, the coordinates that stand for a latent change: "
                            + PairedSamples.listed(several) + ".");
        if (controls.rotations().isEmpty() && data.w() > Rotations.WIDEST && varyingLatents() > 1)
            data.notes.add("Random rotations of the representation were not tried: more than " + Rotations.WIDEST
                    + " coordinates.");
    }

    private Optional<HeldOut> heldOut(int[] active) {
        if (data.rows < FEWEST_ROWS) return Optional.empty();
        var random = new SplittableRandom(settings.seed());
        int[] order = shuffled(data.rows, random);
        int held = Math.min(data.rows / 5, MOST_HELD_OUT);
        int[] test = Arrays.copyOf(order, held);
        int[] train = Arrays.copyOfRange(order, held, data.rows);
        Arrays.sort(test);
        Arrays.sort(train);
        int[] scored = Arrays.stream(active)
                .filter(j -> varies(data.z[j], train) && varies(data.z[j], test))
                .toArray();
        return scored.length == 0 ? Optional.empty() : Optional.of(new HeldOut(scored, train, test, random));
    }

    private static boolean varies(double[] latent, int[] rows) {
        return Arrays.stream(rows).anyMatch(r -> latent[r] != latent[rows[0]]);
    }

    /** All that needs a split into training rows and held-out rows, over the latents that vary in both. */
    private final class HeldOut {
        final int[] latents;
        final int[] test;
        final Interval meanCorrelation;
        final Interval error;
        final Interval chance;
        final int shuffles;
        /** The bootstrap draws in which a latent is constant. */
        final int drawsWithout;

        final double[] r2;
        final double[][] importance;
        final double[][] activeImportance;
        final OptionalDouble sap;

        HeldOut(int[] latents, int[] train, int[] test, SplittableRandom random) {
            this.latents = latents;
            this.test = test;
            int d = latents.length;
            int held = test.length;
            var probe = new LinearProbe(data.phi, train, test);
            var fit = probe.fit(bits(train, r -> r));
            double[][] truth = bits(test, r -> r);
            double[] losses = losses(fit, truth);
            r2 = determination(fit, truth);
            activeImportance = Arrays.stream(fit.weights())
                    .map(row -> Arrays.stream(row).map(Math::abs).toArray())
                    .toArray(double[][]::new);
            importance = new double[data.w()][data.d()];
            for (int i = 0; i < data.w(); i++) {
                for (int k = 0; k < d; k++) importance[i][latents[k]] = activeImportance[i][k];
            }
            double[] shuffled = shuffledErrors(probe, train, random.split());
            shuffles = shuffled.length;
            chance = Interval.range(shuffled);
            sap = Scores.gap(Scores.thresholdAccuracy(data.phi, latents(latents), train, test));

            var weight = new double[data.w()][d];
            var signed = new double[data.w()][d];
            for (int i = 0; i < data.w(); i++) {
                for (int k = 0; k < d; k++) {
                    signed[i][k] = data.constantCoordinate[i] ? 0 : correlation(data.phi[i], data.z[latents[k]], train);
                    weight[i][k] = Math.abs(signed[i][k]);
                }
            }
            int[] assigned = Assignment.of(weight, d);
            double value = 0;
            var signs = new int[d];
            for (int k = 0; k < d; k++) {
                if (assigned[k] < 0) continue;
                signs[k] = signed[assigned[k]][k] < 0 ? -1 : 1;
                value += signs[k] * correlation(data.phi[assigned[k]], data.z[latents[k]], test) / d;
            }
            var errors = new double[settings.resamples()];
            var means = new ArrayList<Double>();
            int without = 0;
            for (int b = 0; b < errors.length; b++) {
                int[] drawn = random.ints(held, 0, held).toArray();
                for (int k : drawn) errors[b] += losses[k] / held;
                for (int k = 0; k < held; k++) drawn[k] = test[drawn[k]];
                double sum = 0;
                int defined = 0;
                for (int k = 0; k < d; k++) {
                    if (!varies(data.z[latents[k]], drawn)) continue;
                    defined++;
                    if (assigned[k] >= 0)
                        sum += signs[k] * correlation(data.phi[assigned[k]], data.z[latents[k]], drawn);
                }
                if (defined < d) without++;
                if (defined > 0) means.add(sum / defined);
            }
            drawsWithout = without;
            double loss = Arrays.stream(losses).average().orElse(0);
            boolean known = held >= FEWEST_FOR_INTERVALS;
            error = known ? Interval.ofDraws(loss, errors) : Interval.unknown(loss);
            meanCorrelation = known
                    ? Interval.ofCorrelations(
                            value, means.stream().mapToDouble(v -> v).toArray(), held, d)
                    : Interval.unknown(value);
        }

        void remark() {
            var left = Arrays.stream(data.active())
                    .filter(j -> Arrays.stream(latents).noneMatch(k -> k == j))
                    .mapToObj(data::latentName)
                    .toList();
            if (!left.isEmpty())
                data.notes.add("Latents that take one value only in the training rows or in the held-out rows: "
                        + PairedSamples.listed(left) + ". The held-out figures are over " + latents.length + " of "
                        + varyingLatents() + " latents.");
            if (drawsWithout > 0 && test.length >= FEWEST_FOR_INTERVALS)
                data.notes.add("In " + drawsWithout + " of " + settings.resamples()
                        + " bootstrap draws a latent takes one value only: "
                        + "the interval of the held-out correlation leaves it out of them.");
            if (test.length < FEWEST_FOR_INTERVALS)
                data.notes.add("Only " + test.length + " held-out rows: no intervals, which from fewer than "
                        + FEWEST_FOR_INTERVALS + " rows would cover the truth less often than they say.");
            if (shuffles < settings.shuffles())
                data.notes.add("The chance level is from " + shuffles + " shuffles, not " + settings.shuffles()
                        + ": more would take long with so many rows, coordinates and latents.");
        }

        boolean predicts() {
            return Arrays.stream(r2).anyMatch(r -> r > NOTHING_PREDICTED);
        }

        private double[] shuffledErrors(LinearProbe probe, int[] train, SplittableRandom random) {
            double work = (double) data.rows * data.w() * latents.length;
            var scores = new double[(int) Math.max(FEWEST_SHUFFLES, Math.min(settings.shuffles(), 5e9 / work))];
            int d = latents.length;
            // Shuffles are fitted together, in one larger product, as long as their targets take at most 32 MB.
            int together = (int) Math.max(1, 4e6 / ((double) train.length * d));
            for (int from = 0; from < scores.length; from += together) {
                var others = IntStream.range(from, Math.min(from + together, scores.length))
                        .mapToObj(s -> shuffled(data.rows, random.split()))
                        .toList();
                double[][] predictions = probe.predictions(bits(train, others));
                double[][] truth = bits(test, others);
                for (int k = 0; k < truth.length; k++) {
                    for (int r = 0; r < test.length; r++)
                        scores[from + k / d] += Math.pow(predictions[k][r] - truth[k][r], 2) / d / test.length;
                }
            }
            return scores;
        }

        /** The latents in the 0/1 coding at the rows to which the given ones are moved, by latent. */
        private double[][] bits(int[] rows, IntUnaryOperator moved) {
            return Arrays.stream(latents)
                    .mapToObj(j -> Arrays.stream(rows)
                            .mapToDouble(r -> (1 - data.z[j][moved.applyAsInt(r)]) / 2)
                            .toArray())
                    .toArray(double[][]::new);
        }

        /** The same for several shuffles, one after the other. */
        private double[][] bits(int[] rows, List<int[]> moved) {
            return moved.stream()
                    .flatMap(other -> Arrays.stream(bits(rows, r -> other[r])))
                    .toArray(double[][]::new);
        }

        private double[] losses(LinearProbe.Fit fit, double[][] truth) {
            var losses = new double[fit.predictions().length];
            for (int r = 0; r < losses.length; r++) {
                for (int k = 0; k < truth.length; k++) {
                    double difference = fit.predictions()[r][k] - truth[k][r];
                    losses[r] += difference * difference / truth.length;
                }
            }
            return losses;
        }

        private double[] determination(LinearProbe.Fit fit, double[][] truth) {
            var r2 = new double[truth.length];
            for (int k = 0; k < r2.length; k++) {
                double left = 0;
                double all = 0;
                for (int r = 0; r < truth[k].length; r++) {
                    left += Math.pow(fit.predictions()[r][k] - truth[k][r], 2);
                    all += Math.pow(fit.means()[k] - truth[k][r], 2);
                }
                r2[k] = all > 0 ? 1 - left / all : 0;
            }
            return r2;
        }
    }

    static int[] shuffled(int n, RandomGenerator random) {
        var order = IntStream.range(0, n).toArray();
        for (int k = n - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int row = order[k];
            order[k] = order[other];
            order[other] = row;
        }
        return order;
    }
}
