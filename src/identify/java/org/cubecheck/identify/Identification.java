package org.cubecheck.identify;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.cubecheck.transform.SignedPermutation;

/**
 * How far a representation phi has identified binary latents z, from samples of both. Immutable, and a function of the
 * samples and the settings alone.
 *
 * <p>Held-out figures use a fifth of the rows, at most 50,000, drawn with the seed; below 20 rows there are none. Rows
 * are taken to be independent unless their groups are given. Rows that share a word, an object or a recording are not:
 * held-out rows are known from the training rows then, and the held-out error says nothing of new ones. With groups,
 * whole groups are held out, the bootstrap draws groups, shuffles keep the rows of a group together, the regressions take
 * one row of each group, and intervals need 30 held-out groups. Scores over all rows stay as they are. What
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
            if (shuffles < ProbeChance.FEWEST_SHUFFLES)
                throw new IllegalArgumentException(
                        "at least " + ProbeChance.FEWEST_SHUFFLES + " shuffles, not " + shuffles);
        }

        /** The same with another seed. */
        public Settings withSeed(long seed) {
            return new Settings(seed, resamples, shuffles);
        }
    }

    /** The most latents of a {@link SignedPermutation}. */
    private static final int MAX_SIGNED = 20;

    private final Settings settings;
    private final Findings found;
    private final Judgement judgement;
    private final Optional<Baseline> baseline;
    private final List<String> reasons;
    private final Names names;
    private final List<String> notes;

    private Identification(
            Settings settings, Findings found, Judgement judgement, Optional<Baseline> baseline, Names names) {
        this.settings = settings;
        this.found = found;
        this.judgement = judgement;
        this.baseline = baseline;
        this.names = names;
        reasons = Reasons.of(found, judgement, baseline);
        notes = Notes.of(found, names, settings.resamples(), settings.shuffles());
    }

    /**
     * Judges a representation with the default settings.
     *
     * @param latents in {-1,+1} or in {0,1}, or in each column two other whole numbers, of which the higher is +1; rows
     *     with a NaN are left out
     * @param representation real-valued, of any width; its rows are the same samples, in the same order unless both
     *     have names of rows, by which they are joined then
     * @throws MalformedData if the numbers of rows differ, there are fewer than two, a latent has another value, all
     *     latents are constant, names of rows differ, or the representation holds NaN or an infinite value
     */
    public static Identification of(Samples latents, Samples representation) {
        return of(latents, representation, Settings.DEFAULT);
    }

    /** The same with other settings, and with the groups of the samples if they were read with them. */
    public static Identification of(Samples latents, Samples representation, Settings settings) {
        return of(latents, representation, Optional.empty(), Optional.empty(), settings);
    }

    /**
     * The same for rows that are not independent: those of a group share a word, an object or a recording.
     *
     * @param groups by row of the latents, any number for each group; at least two groups
     * @throws MalformedData also if there is not a number for each row, or only one group
     */
    public static Identification of(Samples latents, Samples representation, int[] groups, Settings settings) {
        return of(latents, representation, Optional.empty(), Optional.of(groups.clone()), settings);
    }

    /**
     * The same beside a baseline, such as the representation of the same network before training: where it shows the
     * same, the finding is qualified.
     *
     * @param baseline of any width; its rows are the same samples
     * @param groups as above; those read with the samples, or none, if empty
     */
    public static Identification of(
            Samples latents,
            Samples representation,
            Optional<Samples> baseline,
            Optional<int[]> groups,
            Settings settings) {
        if (baseline.isPresent() && baseline.get().rows() != latents.rows())
            throw new MalformedData("latents have " + ArrayTable.counted(latents.rows()) + " and the baseline "
                    + baseline.get().rows() + "; row by row they are the same samples, so the numbers must agree");
        var samples = new PairedSamples(latents, representation, groups);
        var found = findings(samples, settings);
        var judgement = Judgement.of(found);
        var before = baseline.map(other ->
                Baseline.of(other, findings(new PairedSamples(latents, other, groups), settings), found, judgement));
        return new Identification(
                settings, found, judgement, before, Names.of(samples.latents, samples.representation));
    }

    private static Findings findings(PairedSamples samples, Settings settings) {
        return Findings.of(samples, settings.seed(), settings.resamples(), settings.shuffles());
    }

    /** The same for plain arrays of rows. */
    public static Identification of(double[][] latents, double[][] representation) {
        return of(Samples.of(latents), Samples.of(representation));
    }

    /**
     * The finding in a sentence or two, its word first: exact where the whole cube was given and decides, else what the
     * rows show.
     */
    public String headline() {
        return Headline.of(found, judgement, reasons, names);
    }

    /** The finding in a word. */
    public Finding finding() {
        return judgement.finding();
    }

    /** Whether something is to be added to the finding: a control that shows as much or was not run. */
    public boolean isQualified() {
        return !reasons.isEmpty();
    }

    /** Why it is qualified, a clause each; none where it is not. */
    public List<String> reasons() {
        return reasons;
    }

    /** The latents, from 0, that are read beyond chance: by probe or coordinate on held-out rows, or on every row. */
    public List<Integer> read() {
        return judgement.read();
    }

    /** What is found of the baseline, where one was given. */
    public Optional<Baseline> baseline() {
        return baseline;
    }

    /** The verdict over the whole cube in a sentence, where there is a {@link #cube}. */
    public Optional<String> verdictText() {
        return found.cube().map(cube -> VerdictSentence.of(found, cube, names));
    }

    /**
     * The latents, without the rows that lack one. In {0,1} or in {-1,+1}, to which other whole numbers were brought.
     */
    public Samples latentSamples() {
        return found.samples().latents;
    }

    /** The representation, its rows those of the latents. */
    public Samples representationSamples() {
        return found.samples().representation;
    }

    /** Whether the latents were given in 0/1, else in -1/+1. */
    public boolean isZeroOne() {
        return found.samples().zeroOne;
    }

    /** How latents and coordinates are called in texts. */
    public Names names() {
        return names;
    }

    /** The number of samples. */
    public int rows() {
        return found.samples().rows;
    }

    /** How many groups the rows form, where they are grouped. */
    public OptionalInt groups() {
        return found.samples()
                .groups
                .map(groups -> OptionalInt.of(groups.count()))
                .orElse(OptionalInt.empty());
    }

    /** The number d of latents. */
    public int latents() {
        return found.samples().d();
    }

    /**
     * The number of latents that take both values in these rows; every score and {@link #recovered} are over them
     * alone.
     */
    public int varyingLatents() {
        return found.varyingLatents();
    }

    /** The number w of coordinates of the representation. */
    public int coordinates() {
        return found.samples().w();
    }

    /** The settings of the run. */
    public Settings settings() {
        return settings;
    }

    /**
     * Pearson's correlation of a coordinate and a latent over all rows; 0 where one of them is constant.
     *
     * @throws IndexOutOfBoundsException if there is no such coordinate or latent
     */
    public double correlation(int coordinate, int latent) {
        return found.correlations().at(coordinate, latent);
    }

    /**
     * The assignment of coordinates to latents, one to one, by latent: of those with the most {@linkplain Match#isExact
     * exact} pairs the one with the greatest sum of absolute correlations. Latents without a coordinate are left out.
     */
    public List<Match> matches() {
        return found.matching().matches();
    }

    /**
     * The mean correlation coefficient: the mean over the latents that vary of the absolute correlation with the
     * coordinate assigned to them, 0 for a latent without one, greatest over all one-to-one assignments. Over all rows,
     * so it is above 0 even for noise; compare {@link #heldOutCorrelation}.
     */
    public double meanCorrelation() {
        return found.matching().meanCorrelation();
    }

    /**
     * The mean signed correlation on held-out rows, assignment and signs fixed on the others: 0 is chance. From 30
     * held-out rows on with an interval, on Fisher's scale, for the same coordinates on further rows. Over the latents
     * that take both values in the training rows and in the held-out rows, as every held-out figure, and in a bootstrap
     * draw over those that take both values there: where a latent is constant its correlation is undefined. A
     * coordinate that is constant where its latent is not counts 0.
     */
    public Optional<Interval> heldOutCorrelation() {
        return found.heldOut().map(HeldOut::correlation);
    }

    /** Whether there is a {@link #signedPermutation}, for any number of latents, of those that vary. */
    public boolean signedPermutationEstablished() {
        return found.signedPermutationEstablished();
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
        if (!signedPermutationEstablished() || varyingLatents() < latents() || latents() > MAX_SIGNED)
            return Optional.empty();
        var ordered = found.matching().byCoordinate();
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
        return found.controls().chance();
    }

    /**
     * How many latents are recovered exactly: the matched coordinate, binarised and after its sign, equals the latent
     * on every row.
     */
    public int recovered() {
        return found.recovered();
    }

    /** The part of the latents that vary that is recovered exactly. */
    public double recoveredFraction() {
        return (double) recovered() / varyingLatents();
    }

    /**
     * The identification error: the mean squared error, over held-out rows and latents that vary in both parts, of a
     * linear probe from the representation to the latents in the 0/1 coding, trained on the other rows. From 30
     * held-out rows on with a bootstrap interval over them, for this probe on further rows, or further groups: points of the cube that
     * repeat lie in both parts, so it says nothing of points that never occur.
     */
    public Optional<Interval> identificationError() {
        return found.heldOut().map(HeldOut::error);
    }

    /**
     * What the same probe scores where the rows of the latents are shuffled against those of the representation: the
     * mean and the range over the shuffles. About 1/4 for balanced latents.
     */
    public Optional<Interval> chanceError() {
        return found.heldOut().map(HeldOut::chance);
    }

    /**
     * The mean over the latents of the variance in the 0/1 coding that the matched coordinate leaves unexplained by
     * itself, on all rows.
     */
    public double assignedError() {
        return found.matching().assignedError();
    }

    /**
     * Informativeness (DCI): the mean over the latents of the probe's R^2 on held-out rows; below 0 for a probe worse
     * than the mean.
     */
    public OptionalDouble informativeness() {
        return found.heldOut().stream()
                .mapToDouble(h -> h.scores().informativeness())
                .findFirst();
    }

    /** All figures that need held-out rows; none with fewer than 20 rows, or where no latent varies in both parts. */
    public Optional<HeldOut> heldOut() {
        return found.heldOut();
    }

    /** Disentanglement (DCI); none where there is one latent only, or where nothing is predicted. */
    public OptionalDouble disentanglement() {
        return scores(HeldOut.Disentanglement::disentanglement);
    }

    /** Completeness (DCI); none where there is one coordinate only, or where nothing is predicted. */
    public OptionalDouble completeness() {
        return scores(HeldOut.Disentanglement::completeness);
    }

    private OptionalDouble scores(Function<HeldOut.Disentanglement, OptionalDouble> score) {
        return found.heldOut().map(h -> score.apply(h.scores())).orElse(OptionalDouble.empty());
    }

    /**
     * DCI's importance of a coordinate for a latent: the probe's absolute weight on the standardised coordinate; none
     * where there are no held-out figures.
     *
     * @throws IndexOutOfBoundsException if there is no such coordinate or latent
     */
    public OptionalDouble importance(int coordinate, int latent) {
        Index.check("coordinate", coordinate, coordinates());
        Index.check("latent", latent, latents());
        return found.heldOut().stream()
                .mapToDouble(h -> h.importance().get(coordinate).get(latent))
                .findFirst();
    }

    /**
     * SAP: the mean over the latents of the held-out accuracy of the best single coordinate, by the threshold that is
     * best on the training rows, less that of the next best. None with one coordinate.
     */
    public OptionalDouble sap() {
        return scores(HeldOut.Disentanglement::sap);
    }

    /**
     * MIG: the mean over the latents of the greatest mutual information with a coordinate less the next greatest, in
     * units of the latent's entropy, over all rows. Coordinates of more than 20 values are cut into 20 bins of equal
     * width. None with one coordinate.
     */
    public OptionalDouble mig() {
        return found.mig();
    }

    /** By coordinate: the product of at most two latents to which it is nearest after binarisation. */
    public List<NearestProduct> nearestProducts() {
        return found.products();
    }

    /**
     * The name of the mixture of latents that the coordinates are on every row, if they are no signed permutation and a
     * known one; none where shuffled rows would show such products in more than 1% of cases.
     */
    public Optional<String> mixture() {
        return found.mixture().map(mixture -> Sentences.mixture(mixture, names));
    }

    /** The exact side, where each point of the latents' cube occurs and d is at most 16. */
    public Optional<WholeCube> cube() {
        return found.cube();
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

    /** What finding every latent is worth, against shuffled rows, random codes and random mixings. */
    public Controls controls() {
        return found.controls();
    }

    /** What the regressions show, where there are coordinates enough and at least 20 rows. */
    public Optional<Regression> regression() {
        return found.regression();
    }

    /** Why the regressions cannot decide, in words, where they were made and cannot. */
    public Optional<String> undecidedText() {
        return found.regression()
                .flatMap(Regression::undecided)
                .map(why -> Sentences.undecided(why, found.samples().active(), names));
    }

    /** The {@link #matches} in the order of their coordinates. */
    public List<Match> matchesByCoordinate() {
        return found.matching().byCoordinate();
    }

    /** {@code (-z2, z1)}: the latents in the order of the coordinates matched to them, by their names. */
    public String matchesText() {
        return names.signed(found.matching().byCoordinate());
    }
}
