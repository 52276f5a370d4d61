package org.cubecheck.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cubecheck.transform.SignedPermutation;

/**
 * How far a representation phi has identified binary latents z, from samples of both. Immutable, and a function of the samples and the
 * settings alone.
 *
 * <p>Held-out figures use a fifth of the rows, at most 50,000, drawn with the seed; below 20 rows there are none. What each score is, is
 * said where it is read. Coordinates, latents and rows count from 0 in code and from 1 in what people read.
 *
 * <p>Cost for n rows, d latents and w coordinates: n w (w + 20 d + log n) + w^3, and where the rows hold the whole cube 4^d / 2.
 */
public final class Identification {

  /**
   * What a run may choose.
   *
   * @param seed of the split into training and held-out rows, of the bootstrap and of the shuffles
   * @param resamples bootstrap resamples behind each interval, at least 100
   * @param shuffles of the rows behind the chance level, at least 1
   */
  public record Settings(long seed, int resamples, int shuffles) {
    /** Seed 1, 1000 resamples, 20 shuffles. */
    public static final Settings DEFAULT = new Settings(1, 1000, 20);

    public Settings {
      if (resamples < 100) throw new IllegalArgumentException("at least 100 resamples, not " + resamples);
      if (shuffles < 1) throw new IllegalArgumentException("at least one shuffle, not " + shuffles);
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
  /** A held-out correlation that a signed permutation's coordinates must exceed. */
  private static final double CLEAR = 0.3;

  private final Data data;
  private final Settings settings;
  private final double[][] correlation;
  private final List<Match> matches;
  private final List<Reading> readings;
  private final Optional<HeldOut> heldOut;
  private final Optional<WholeCube> cube;
  private final OptionalDouble mig;
  private final List<String> notes;

  private Identification(Data data, Settings settings) {
    this.data = data;
    this.settings = settings;
    correlation = correlations(data);
    var active = data.active();
    matches = matches(assigned(magnitudes(correlation, active), active));
    readings = Reading.of(data);
    cube = WholeCube.of(data);
    mig = Scores.gap(Scores.information(data.phi, latents(active)));
    heldOut = data.rows < FEWEST_ROWS ? Optional.empty() : Optional.of(new HeldOut(active));
    remark();
    notes = List.copyOf(data.notes);
  }

  /**
   * Judges a representation with the default settings.
   *
   * @param latents in {-1,+1} or in {0,1}
   * @param representation real-valued, of any width; its rows are the same samples
   * @throws MalformedData if the numbers of rows differ, there are fewer than two, a latent has another value, all latents are constant,
   *     or the representation holds NaN or an infinite value
   */
  public static Identification of(Samples latents, Samples representation) {
    return of(latents, representation, Settings.DEFAULT);
  }

  /** The same with other settings. */
  public static Identification of(Samples latents, Samples representation, Settings settings) {
    return new Identification(new Data(latents, representation), settings);
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
    if (recovered() == data.d())
      return "Every latent is recovered exactly" + rows + ", up to permutation and sign: " + permutationText() + ".";
    var mixture = mixture();
    if (mixture.isPresent()) return "No world model: " + mixture.get() + rows + " (after binarisation).";
    if (heldOut.isEmpty()) return recovered() + " of " + data.d() + " latents are recovered on these few rows.";
    if (foundAll())
      return "The latents up to permutation and sign, imperfectly: " + permutationText() + "; " + recovered() + " of " + data.d()
          + " are recovered on every row.";
    var error = heldOut.get().error;
    boolean better = error.high() < heldOut.get().chance.low();
    return better
        ? "No signed permutation of the latents is among the coordinates, but a linear probe reads them with error "
            + decimal(error.value()) + " (chance "
            + decimal(heldOut.get().chance.value()) + ")."
        : "At chance: nothing of the latents is found linearly (error " + decimal(error.value()) + ", chance "
            + decimal(heldOut.get().chance.value()) + ").";
  }

  /** The number of samples. */
  public int rows() {
    return data.rows;
  }

  /** The number d of latents. */
  public int latents() {
    return data.d();
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
   * The assignment of coordinates to latents, one to one, with the greatest sum of absolute correlations, by latent; latents without one
   * are left out.
   */
  public List<Match> matches() {
    return matches;
  }

  /**
   * The mean correlation coefficient: the mean over the latents that vary of the matched coordinate's absolute correlation, 0 for a
   * latent without a coordinate. Over all rows, so it is above 0 even for noise; compare {@link #heldOutCorrelation}.
   */
  public double meanCorrelation() {
    return matches.stream().mapToDouble(m -> Math.abs(m.correlation())).sum() / data.active().length;
  }

  /**
   * The mean signed correlation on held-out rows, assignment and signs fixed on the others: 0 is chance. Bootstrap interval over the
   * held-out rows.
   */
  public Optional<Interval> heldOutCorrelation() {
    return heldOut.map(h -> h.meanCorrelation);
  }

  /**
   * The signed permutation of all latents that the matched coordinates, in rising order, show. Either they all equal their latents on
   * every row, binarised and after the sign. Or the assignment is the same on the training rows alone, and on the held-out rows each
   * coordinate's signed correlation with its latent is above 0.3 with 97.5% confidence, and its square above the sum of those with all
   * other latents. d at most 30.
   */
  public Optional<SignedPermutation> signedPermutation() {
    if (!foundAll() || data.d() > 30) return Optional.empty();
    var ordered = matches.stream().sorted((a, b) -> Integer.compare(a.coordinate(), b.coordinate())).toList();
    int flips = 0;
    for (int i = 0; i < ordered.size(); i++) flips |= ordered.get(i).sign() < 0 ? 1 << i : 0;
    return Optional.of(SignedPermutation.of(ordered.stream().mapToInt(Match::latent).toArray(), flips));
  }

  /** How many latents are recovered exactly: the matched coordinate, binarised and after its sign, equals the latent on every row. */
  public int recovered() {
    return (int) matches.stream().filter(Match::isExact).count();
  }

  /** The part of all latents that is recovered exactly. */
  public double recoveredFraction() {
    return (double) recovered() / data.d();
  }

  /**
   * The identification error: the mean squared error, over held-out rows and latents that vary, of a linear probe from the representation
   * to the latents in the 0/1 coding, trained on the other rows. Bootstrap interval over the held-out rows.
   */
  public Optional<Interval> identificationError() {
    return heldOut.map(h -> h.error);
  }

  /**
   * What the same probe scores where the rows of the latents are shuffled against those of the representation: the mean and the middle
   * 95% over the shuffles. About 1/4 for balanced latents.
   */
  public Optional<Interval> chanceError() {
    return heldOut.map(h -> h.chance);
  }

  /** The mean over the latents of the variance in the 0/1 coding that the matched coordinate leaves unexplained by itself, on all rows. */
  public double assignedError() {
    double error = 0;
    for (int j : data.active()) {
      double mean = Arrays.stream(data.z[j]).sum() / data.rows;
      double r = matches.stream().filter(m -> m.latent() == j).mapToDouble(Match::correlation).findFirst().orElse(0);
      error += (1 - mean * mean) / 4 * (1 - r * r);
    }
    return error / data.active().length;
  }

  /** Informativeness (DCI): the mean over the latents of the probe's R^2 on held-out rows; below 0 for a probe worse than the mean. */
  public OptionalDouble informativeness() {
    return heldOut.map(h -> OptionalDouble.of(Arrays.stream(h.r2).average().orElse(0))).orElse(OptionalDouble.empty());
  }

  /** Disentanglement (DCI); none where there is one latent only, or where nothing is predicted. */
  public OptionalDouble disentanglement() {
    return heldOut.filter(HeldOut::predicts).map(h -> Scores.disentanglement(h.activeImportance)).orElse(OptionalDouble.empty());
  }

  /** Completeness (DCI); none where there is one coordinate only, or where nothing is predicted. */
  public OptionalDouble completeness() {
    return heldOut.filter(HeldOut::predicts).map(h -> Scores.completeness(h.activeImportance)).orElse(OptionalDouble.empty());
  }

  /** DCI's importance of a coordinate for a latent: the probe's absolute weight on the standardised coordinate. */
  public OptionalDouble importance(int coordinate, int latent) {
    return heldOut.map(h -> OptionalDouble.of(h.importance[coordinate][latent])).orElse(OptionalDouble.empty());
  }

  /**
   * SAP: the mean over the latents of the held-out accuracy of the best single coordinate, by the threshold that is best on the training
   * rows, less that of the next best. None with one coordinate.
   */
  public OptionalDouble sap() {
    return heldOut.map(h -> h.sap).orElse(OptionalDouble.empty());
  }

  /**
   * MIG: the mean over the latents of the greatest mutual information with a coordinate less the next greatest, in units of the latent's
   * entropy, over all rows. Coordinates of more than 20 values are cut into 20 bins of equal width. None with one coordinate.
   */
  public OptionalDouble mig() {
    return mig;
  }

  /** By coordinate: the product of at most two latents to which it is nearest after binarisation. */
  public List<Reading> readings() {
    return readings;
  }

  /** The name of the mixture of latents that the coordinates are on every row, if they are no signed permutation and a known one. */
  public Optional<String> mixture() {
    var kept = new ArrayList<Mixture.Monomial>();
    for (var reading : readings) {
      if (reading.latents().isEmpty()) continue;
      if (!reading.isExact()) return Optional.empty();
      if (kept.stream().noneMatch(m -> m.latents().equals(reading.latents())))
        kept.add(new Mixture.Monomial(reading.sign(),
            reading.latents()));
    }
    return Mixture.name(kept, data.d()).map(name -> "the coordinates ("
        + kept.stream().map(Mixture.Monomial::text).collect(Collectors.joining(", "))
        + ") are " + name);
  }

  /** The exact side, where each point of the latents' cube occurs and d is at most 16. */
  public Optional<WholeCube> cube() {
    return cube;
  }

  /** What a reader should know of these data: constant, repeated, missing and redundant coordinates, scores left out and why. */
  public List<String> notes() {
    return notes;
  }

  /** The findings as text of several lines. */
  public String toText() {
    return Rendering.text(this);
  }

  /** The findings as JSON; keys in a stated order, the schema is {@code cubecheck.identification/1}. */
  public String toJson() {
    return Rendering.json(this);
  }

  /** The findings as a self-contained HTML page with the matrices drawn. */
  public String toHtml() {
    return Rendering.html(this);
  }

  @Override
  public String toString() {
    return headline();
  }

  Data data() {
    return data;
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** {@code (-z2, z1)}, with the coordinates' names before it. */
  private String permutationText() {
    var ordered = matches.stream().sorted((a, b) -> Integer.compare(a.coordinate(), b.coordinate())).toList();
    return ordered.stream().map(m -> data.coordinateName(m.coordinate())).collect(Collectors.joining(", ", "(", ")")) + " = "
        + ordered.stream().map(m -> (m.sign() < 0 ? "-" : "") + data.latentName(m.latent())).collect(Collectors.joining(", ", "(", ")"));
  }

  private boolean foundAll() {
    if (matches.size() < data.d()) return false;
    return recovered() == data.d() || heldOut.map(h -> h.significant == data.d()).orElse(false);
  }

  private double[][] latents(int[] which) {
    return Arrays.stream(which).mapToObj(j -> data.z[j]).toArray(double[][]::new);
  }

  private static double[][] magnitudes(double[][] correlation, int[] latents) {
    return Arrays.stream(correlation).map(row -> Arrays.stream(latents).mapToDouble(j -> Math.abs(row[j])).toArray())
        .toArray(double[][]::new);
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
      int different = 0;
      for (int k = 0; k < data.latentBits[j].length; k++) different += Long.bitCount(data.latentBits[j][k] ^ data.coordinateBits[i][k]);
      int agreeing = sign > 0 ? data.rows - different : different;
      found.add(new Match(j, i, sign, correlation[i][j], (double) agreeing / data.rows));
    }
    return List.copyOf(found);
  }

  private static double[][] correlations(Data data) {
    var all = IntStream.range(0, data.rows).toArray();
    var correlation = new double[data.w()][data.d()];
    for (int i = 0; i < data.w(); i++) {
      for (int j = 0; j < data.d(); j++)
        correlation[i][j] = data.constantCoordinate[i] || data.constantLatent[j] ? 0 : correlation(data.phi[i], data.z[j], all);
    }
    return correlation;
  }

  /** Pearson's, in two passes; 0 where one of the two is constant on the rows. */
  private static double correlation(double[] x, double[] y, int[] rows) {
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
    int free = (int) IntStream.range(0, data.w()).filter(i -> !data.constantCoordinate[i]
        && matches.stream().noneMatch(m -> m.coordinate() == i)).count();
    if (free > 0)
      data.notes.add(free + " of " + data.w()
          + " coordinates are assigned to no latent: redundant, or carrying something else.");
    var missing = Arrays.stream(data.active()).filter(j -> matches.stream().noneMatch(m -> m.latent() == j)).mapToObj(data::latentName)
        .toList();
    if (!missing.isEmpty())
      data.notes.add("Latents without a coordinate of their own: " + Data.listed(missing)
          + ". They count 0 in the mean correlation.");
    var blurred = IntStream.range(0, data.w()).filter(i -> data.twoValued[i] < 0.75).mapToObj(data::coordinateName).toList();
    if (!blurred.isEmpty())
      data.notes.add(blurred.size() + " of " + data.w() + " coordinates are far from two-valued: " + Data.listed(blurred)
          + ". What is said of their binarised form says little of the real one.");
    if (heldOut.isEmpty())
      data.notes.add("Fewer than " + FEWEST_ROWS
          + " rows: the figures that need held-out rows (identification error, DCI, SAP, held-out correlation) are left out.");
    else if (!heldOut.get().predicts())
      data.notes.add("No latent is predicted linearly (held-out R² at most " + NOTHING_PREDICTED
          + " for each): disentanglement and completeness would score the "
          + "noise in the probe's weights, and are left out.");
    if (cube.isPresent() && cube.get().verdict() instanceof CubeVerdict.NotAFunction v) data.notes.add(v.text());
    if (data.d() > WholeCube.MAX_DIMENSION && data.rows >= 1 << WholeCube.MAX_DIMENSION)
      data.notes.add("The exact analysis of the whole cube goes up to " + WholeCube.MAX_DIMENSION + " latents.");
  }

  /** All that needs a split into training rows and held-out rows. */
  private final class HeldOut {
    final Interval meanCorrelation;
    final Interval error;
    final Interval chance;
    final int significant;
    final double[] r2;
    final double[][] importance;
    final double[][] activeImportance;
    final OptionalDouble sap;

    HeldOut(int[] active) {
      var random = new SplittableRandom(settings.seed());
      int[] order = shuffled(data.rows, random);
      int held = Math.min(data.rows / 5, MOST_HELD_OUT);
      int[] test = Arrays.copyOf(order, held);
      int[] train = Arrays.copyOfRange(order, held, data.rows);
      Arrays.sort(test);
      Arrays.sort(train);

      var probe = new LinearProbe(data.phi, train, test);
      var fit = probe.fit(bits(active, train, r -> r));
      double[][] truth = bits(active, test, r -> r);
      double[] losses = losses(fit, truth);
      r2 = determination(fit, truth);
      activeImportance = Arrays.stream(fit.weights()).map(row -> Arrays.stream(row).map(Math::abs).toArray()).toArray(double[][]::new);
      importance = new double[data.w()][data.d()];
      for (int i = 0; i < data.w(); i++) {
        for (int k = 0; k < active.length; k++) importance[i][active[k]] = activeImportance[i][k];
      }
      chance = chance(probe, active, train, test, random.split());
      sap = Scores.gap(Scores.thresholdAccuracy(data.phi, latents(active), train, test));

      var weight = new double[data.w()][active.length];
      var signed = new double[data.w()][active.length];
      for (int i = 0; i < data.w(); i++) {
        for (int k = 0; k < active.length; k++) {
          signed[i][k] = data.constantCoordinate[i] ? 0 : correlation(data.phi[i], data.z[active[k]], train);
          weight[i][k] = Math.abs(signed[i][k]);
        }
      }
      int[] assigned = Assignment.of(weight, active.length);
      double value = 0;
      var signs = new int[active.length];
      var own = new double[active.length];
      for (int k = 0; k < active.length; k++) {
        if (assigned[k] < 0) continue;
        signs[k] = signed[assigned[k]][k] < 0 ? -1 : 1;
        own[k] = signs[k] * correlation(data.phi[assigned[k]], data.z[active[k]], test);
        value += own[k] / active.length;
      }
      var errors = new double[settings.resamples()];
      var means = new double[errors.length];
      var single = new double[active.length][errors.length];
      for (int b = 0; b < errors.length; b++) {
        int[] drawn = random.ints(held, 0, held).toArray();
        for (int k : drawn) errors[b] += losses[k] / held;
        for (int k = 0; k < held; k++) drawn[k] = test[drawn[k]];
        for (int k = 0; k < active.length; k++) {
          if (assigned[k] < 0) continue;
          single[k][b] = signs[k] * correlation(data.phi[assigned[k]], data.z[active[k]], drawn);
          means[b] += single[k][b] / active.length;
        }
      }
      error = Interval.ofDraws(Arrays.stream(losses).average().orElse(0), errors);
      meanCorrelation = Interval.ofDraws(value, means);
      significant = (int) IntStream.range(0, active.length).filter(k -> confirmed(active[k], assigned[k], signs[k])
          && Interval.ofDraws(0, single[k]).low() > CLEAR && own[k] * own[k] > others(assigned[k], k, active, test)).count();
    }

    /** The sum of the squared correlations of a coordinate with the other latents. */
    private double others(int coordinate, int own, int[] active, int[] rows) {
      return IntStream.range(0, active.length).filter(k -> k != own)
          .mapToDouble(k -> correlation(data.phi[coordinate], data.z[active[k]], rows))
          .map(r -> r * r).sum();
    }

    /** Whether the assignment on the training rows is that on all rows, sign included. */
    private boolean confirmed(int latent, int coordinate, int sign) {
      return matches.stream().anyMatch(m -> m.latent() == latent && m.coordinate() == coordinate && m.sign() == sign);
    }

    boolean predicts() {
      return Arrays.stream(r2).anyMatch(r -> r > NOTHING_PREDICTED);
    }

    private Interval chance(LinearProbe probe, int[] active, int[] train, int[] test, SplittableRandom random) {
      double work = (double) data.rows * data.w() * active.length;
      int times = (int) Math.max(1, Math.min(settings.shuffles(), 5e9 / work));
      var scores = new double[times];
      for (int s = 0; s < times; s++) {
        int[] other = shuffled(data.rows, random.split());
        var fit = probe.fit(bits(active, train, r -> other[r]));
        scores[s] = Arrays.stream(losses(fit, bits(active, test, r -> other[r]))).average().orElse(0);
      }
      return Interval.ofDraws(Arrays.stream(scores).average().orElse(0), scores);
    }

    /** The latents in the 0/1 coding at the rows to which the given ones are moved, by latent. */
    private double[][] bits(int[] active, int[] rows, IntUnaryOperator moved) {
      return Arrays.stream(active).mapToObj(j -> Arrays.stream(rows).mapToDouble(r -> (1 - data.z[j][moved.applyAsInt(r)]) / 2).toArray())
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

  private static int[] shuffled(int n, RandomGenerator random) {
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
