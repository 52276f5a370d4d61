package org.cubecheck.referee;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Accepts or rejects certificates from the definitions alone. This one file depends on nothing but the JDK and shares no code with the
 * library: {@code java CheckCertificates.java FILE...} reads certificates as JSON objects {@code {"kind": ..., "data": {...}}} (or a
 * report, or an array of them: every object with a "kind" and "data" is judged), prints one line each, and ends with exit code 0 if all
 * are accepted, 1 if one is rejected, 2 if a file cannot be read.
 *
 * <p>Conventions: a point of B^n is a mask, bit i set iff x_i = -1; a transform is the list of the images of 0, 1, ..., 2^d - 1; a
 * Boolean function is the list of its values -1 and +1; its Fourier coefficient at S is 2^-n sum_x f(x) (-1)^popcount(S and x); its
 * degree is the largest |S| with a coefficient other than 0; the degree of a transform is the sum of those of its coordinates.
 */
public final class CheckCertificates {

  private CheckCertificates() {}

  /** What makes a certificate unacceptable. */
  private static final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Rejected(String message) {
      super(message);
    }
  }

  private static final Map<String, Consumer<Fields>> KINDS = new TreeMap<>();

  static {
    KINDS.put("balanced-not-invertible", CheckCertificates::balancedNotInvertible);
    KINDS.put("basis-minimiser", CheckCertificates::basisMinimiser);
    KINDS.put("census-largest-degree", CheckCertificates::censusLargestDegree);
    KINDS.put("classes-not-regular", CheckCertificates::classesNotRegular);
    KINDS.put("coefficient-not-granular", CheckCertificates::coefficientNotGranular);
    KINDS.put("coefficients-agree", CheckCertificates::coefficientsAgree);
    KINDS.put("composition-above-bound", CheckCertificates::compositionAboveBound);
    KINDS.put("composition-against-bound", CheckCertificates::compositionAgainstBound);
    KINDS.put("correlated", CheckCertificates::correlated);
    KINDS.put("degree-above-sensitivity", CheckCertificates::degreeAboveSensitivity);
    KINDS.put("degree-census", CheckCertificates::degreeCensus);
    KINDS.put("degree-law-differs", CheckCertificates::degreeLawDiffers);
    KINDS.put("degree-not-variables", CheckCertificates::degreeNotVariables);
    KINDS.put("degree-one-above-least", CheckCertificates::degreeOneAboveLeast);
    KINDS.put("depends-on-more", CheckCertificates::dependsOnMore);
    KINDS.put("distances-fused", CheckCertificates::distancesFused);
    KINDS.put("drops-not-identifying", CheckCertificates::dropsNotIdentifying);
    KINDS.put("exact-degree-kept", CheckCertificates::exactDegreeKept);
    KINDS.put("exact-degree-least", CheckCertificates::exactDegreeLeast);
    KINDS.put("exact-degree-lowered", CheckCertificates::exactDegreeLowered);
    KINDS.put("exact-degree-not-lowered", CheckCertificates::exactDegreeNotLowered);
    KINDS.put("exact-degree-signed-least", CheckCertificates::exactDegreeSignedLeast);
    KINDS.put("expected-degree-differs", CheckCertificates::expectedDegreeDiffers);
    KINDS.put("flip-probability", CheckCertificates::flipProbability);
    KINDS.put("fold-lowers-degree", CheckCertificates::foldLowersDegree);
    KINDS.put("fourier-expansion", CheckCertificates::fourierExpansion);
    KINDS.put("full-degree-count", CheckCertificates::fullDegreeCount);
    KINDS.put("gf2-degree-differs", CheckCertificates::gf2DegreeDiffers);
    KINDS.put("gf2-degree-kept", CheckCertificates::gf2DegreeKept);
    KINDS.put("gf2-degree-least", CheckCertificates::gf2DegreeLeast);
    KINDS.put("influence-not-first-coefficient", CheckCertificates::influenceNotFirstCoefficient);
    KINDS.put("inverse-degree-census", CheckCertificates::inverseDegreeCensus);
    KINDS.put("inverse-degree-differs", CheckCertificates::inverseDegreeDiffers);
    KINDS.put("junta-bound-attained", CheckCertificates::juntaBoundAttained);
    KINDS.put("largest-degree", CheckCertificates::largestDegree);
    KINDS.put("last-drop-matters", CheckCertificates::lastDropMatters);
    KINDS.put("learner-not-identifying", CheckCertificates::learnerNotIdentifying);
    KINDS.put("learning-curve", CheckCertificates::learningCurve);
    KINDS.put("learning-curve-above", CheckCertificates::learningCurveAbove);
    KINDS.put("learning-curve-below", CheckCertificates::learningCurveBelow);
    KINDS.put("learning-curve-falls", CheckCertificates::learningCurveFalls);
    KINDS.put("least-degree-not-invertible", CheckCertificates::leastDegreeNotInvertible);
    KINDS.put("low-degrees-not-closed", CheckCertificates::lowDegreesNotClosed);
    KINDS.put("measured-bound-missed", CheckCertificates::measuredBoundMissed);
    KINDS.put("measured-order-missed", CheckCertificates::measuredOrderMissed);
    KINDS.put("minimiser-group", CheckCertificates::minimiserGroup);
    KINDS.put("negative-stability", CheckCertificates::negativeStability);
    KINDS.put("no-predictor", CheckCertificates::noPredictor);
    KINDS.put("normalised-twice", CheckCertificates::normalisedTwice);
    KINDS.put("not-a-monomial", CheckCertificates::notAMonomial);
    KINDS.put("observed-degree-law-differs", CheckCertificates::observedDegreeLawDiffers);
    KINDS.put("one-drop-kept", CheckCertificates::oneDropKept);
    KINDS.put("parseval-absolute-differs", CheckCertificates::parsevalAbsoluteDiffers);
    KINDS.put("parseval-sum-differs", CheckCertificates::parsevalSumDiffers);
    KINDS.put("phase-boundary", CheckCertificates::phaseBoundary);
    KINDS.put("pointwise-product-coefficient", CheckCertificates::pointwiseProductCoefficient);
    KINDS.put("polynomials-kept", CheckCertificates::polynomialsKept);
    KINDS.put("product-degree", CheckCertificates::productDegree);
    KINDS.put("restriction-coefficient", CheckCertificates::restrictionCoefficient);
    KINDS.put("restriction-keeps-degree", CheckCertificates::restrictionKeepsDegree);
    KINDS.put("sensitivity-bound-attained", CheckCertificates::sensitivityBoundAttained);
    KINDS.put("shift-error", CheckCertificates::shiftError);
    KINDS.put("signed-not-alone", CheckCertificates::signedNotAlone);
    KINDS.put("support-needs-degree", CheckCertificates::supportNeedsDegree);
    KINDS.put("task-list-not-identifying", CheckCertificates::taskListNotIdentifying);
    KINDS.put("tasks-not-cheaper", CheckCertificates::tasksNotCheaper);
    KINDS.put("tasks-permuted", CheckCertificates::tasksPermuted);
    KINDS.put("total-influence-below-degree", CheckCertificates::totalInfluenceBelowDegree);
    KINDS.put("transform-classes", CheckCertificates::transformClasses);
    KINDS.put("zero-one-coding", CheckCertificates::zeroOneCoding);
  }

  /** Empty if the certificate is accepted, else what is wrong with it. */
  public static Optional<String> objection(String kind, Map<String, ?> data) {
    var check = KINDS.get(kind);
    if (check == null) return Optional.of("unknown kind " + kind);
    try {
      check.accept(new Fields(data));
      return Optional.empty();
    } catch (Rejected rejected) {
      return Optional.of(rejected.getMessage());
    }
  }

  // ---- the kinds, one method each

  /** All products of at most so many coordinates of F are balanced, and F is not invertible. */
  private static void balancedNotInvertible(Fields data) {
    int[] F = data.map("map");
    for (int S = 1; S < F.length; S++) {
      if (Integer.bitCount(S) > data.integer("factors")) continue;
      int sum = 0;
      for (int y : F) sum += Integer.bitCount(y & S) % 2 == 0 ? 1 : -1;
      require(sum == 0, "the product of the coordinates in " + S + " is not balanced");
    }
    require(!isPermutation(F), "the map is invertible");
  }

  /**
   * With the basis chi_S after R and the density by degree, T has the least expected degree among all transforms, and, by the rule: it has not
   * with the basis chi_S, or it is no signed permutation; or, for not-a-coset, having the least degree and R after T being signed disagree.
   */
  private static void basisMinimiser(Fields data) {
    int[] R = data.transform("basis");
    int[] T = data.transform("transform");
    int[] density = data.integers("density");
    require(R.length == T.length && R.length <= 8, "dimensions differ, or above 3");
    require(density.length <= dimension(R) + 1, "more densities than degrees");
    var tasks = booleanFunctions(R.length);
    String rule = String.valueOf(data.any("rule"));
    boolean least = leastIn(R, T, density, tasks);
    switch (rule) {
      case "identity-differs" -> require(least && !leastIn(identity(R.length), T, density, tasks), "the same with the basis chi_S");
      case "not-signed" -> require(least && !isSigned(T), "no minimiser, or a signed permutation");
      case "not-a-coset" -> require(least != isSigned(compose(R, T)), "a minimiser of the form R^-1 P D, or neither");
      default -> throw new Rejected("unknown rule " + rule);
    }
  }

  /** The largest degree of an invertible transform of B^d, d at most 3, is as stated and not d^2. */
  private static void censusLargestDegree(Fields data) {
    int d = data.within("dimension", 1, 3);
    var largest = new int[1];
    forEachPermutation(1 << d, T -> largest[0] = Math.max(largest[0], degreeOf(T)));
    same("largest", data.integer("largest"), largest[0]);
    require(largest[0] != d * d, "it is d^2");
  }

  /** The transforms of B^d, d at most 3, fall into so many classes under signed permutations on both sides, not as many as if all were as large as the group. */
  private static void classesNotRegular(Fields data) {
    int d = data.within("dimension", 1, 3);
    long group = signedPermutations(d).size();
    long regular = (factorial(1 << d).longValueExact() + group * group - 1) / (group * group);
    same("classes", data.integer("classes"), burnside(d).longValueExact());
    same("regular", data.integer("regular"), regular);
    require(regular != data.integer("classes"), "the numbers agree");
  }

  /** The coefficient of the Boolean f of degree k at the set is no integer multiple of 2^(shift - k); k at least 1 where the shift is 2. */
  private static void coefficientNotGranular(Fields data) {
    int[] f = data.signs("values");
    int k = degree(f);
    same("degree", data.integer("degree"), k);
    int shift = data.within("shift", 1, 2);
    require(shift == 1 || k >= 1, "the degree is 0");
    long sum = sums(f)[data.within("set", 0, f.length - 1)];
    require((sum << k) % ((long) f.length << shift) != 0, "the coefficient is a multiple");
  }

  /** Different Boolean functions whose coefficients with |S| at most the level agree, or agree up to sign. */
  private static void coefficientsAgree(Fields data) {
    int[] f = data.signs("first");
    int[] g = data.signs("second");
    sameLength(f, g);
    require(!Arrays.equals(f, g), "the functions are equal");
    int level = data.within("level", 0, dimension(f));
    boolean signs = data.flag("signs");
    long[] a = sums(f);
    long[] b = sums(g);
    for (int S = 0; S < f.length; S++)
      require(Integer.bitCount(S) > level || a[S] == b[S] || !signs && a[S] == -b[S], "the coefficients at " + S + " differ");
  }

  /** The degree of g(Phi_1, ..., Phi_d) is above the largest degree of the Phi_i, or above that times the degree of g over GF(2). */
  private static void compositionAboveBound(Fields data) {
    int[] g = data.signs("outer");
    var inner = data.listOfSigns("inner");
    require(inner.size() == dimension(g) && !inner.isEmpty(), "one inner function for each variable");
    var composed = new int[inner.get(0).length];
    int largest = 0;
    for (int i = 0; i < inner.size(); i++) {
      sameLength(inner.get(i), composed);
      largest = Math.max(largest, degree(inner.get(i)));
    }
    for (int x = 0; x < composed.length; x++) {
      int y = 0;
      for (int i = 0; i < inner.size(); i++) y += inner.get(i)[x] < 0 ? 1 << i : 0;
      composed[x] = g[y];
    }
    boolean gf2 = data.text("bound").equals("gf2");
    require(gf2 || data.text("bound").equals("largest"), "no such bound");
    int bound = gf2 ? gf2Degree(g) * largest : largest;
    same("value", data.integer("value"), bound);
    same("degree", data.integer("degree"), degree(composed));
    require(degree(composed) > bound, "within the bound");
  }

  /** h = g after Phi on 2^d points, its least degree as stated, and it exceeds the stated bound (or, for weighted-exactly, differs from it). */
  private static void compositionAgainstBound(Fields data) {
    var observed = Observed.of(data);
    int[] g = data.integers("task");
    require(g.length == 1 << observed.d, "a task of another dimension");
    int[] degrees = observed.coordinateDegrees();
    int sum = 0;
    int maximum = 0;
    for (int degree : degrees) {
      sum += degree;
      maximum = Math.max(maximum, degree);
    }
    int weighted = 0;
    for (int S = 0; S < g.length; S++) {
      if (coefficient(g, S) == 0) continue;
      int weight = 0;
      for (int i = 0; i < observed.d; i++) weight += (S >> i & 1) * degrees[i];
      weighted = Math.max(weighted, weight);
    }
    String bound = String.valueOf(data.any("bound"));
    int limit = switch (bound) {
      case "sum" -> sum + degree(g);
      case "maximum" -> maximum + degree(g);
      case "task" -> degree(g);
      case "weighted", "weighted-exactly" -> weighted;
      default -> throw new Rejected("unknown bound " + bound);
    };
    int[] h = observed.after(g);
    int degree = leastDegree(observed.m, observed.points, h);
    same("degree", data.integer("degree"), degree);
    same("limit", data.integer("limit"), limit);
    checkWitness(observed.m, observed.points, h, data.integers("witness"), degree - 1);
    require(bound.equals("weighted-exactly") ? degree != limit : degree > limit, "the bound is met");
  }

  /** E[fg] is not E[f] E[g]. */
  private static void correlated(Fields data) {
    int[] f = data.values("first");
    int[] g = data.values("second");
    sameLength(f, g);
    long products = 0;
    for (int x = 0; x < f.length; x++) products += (long) f[x] * g[x];
    require(f.length * products != sums(f)[0] * sums(g)[0], "the mean of the product is the product of the means");
  }

  /** The degree of the Boolean f is above the first or second power of its sensitivity. */
  private static void degreeAboveSensitivity(Fields data) {
    int[] f = data.signs("values");
    same("degree", data.integer("degree"), degree(f));
    int s = sensitivity(f);
    same("sensitivity", data.integer("sensitivity"), s);
    require(degree(f) > (data.within("power", 1, 2) == 1 ? s : s * s), "within the bound");
  }

  /**
   * The invertible transforms of B^d by the degrees of their coordinates. For d at most 3 every row is counted, one transform after the
   * other. For d = 4 the counts must add up to 16!, the laws of one and of two coordinates must be those of all pairs of functions that
   * go together, and the rows with three coordinates of degree at most 2 are counted one by one.
   */
  private static void degreeCensus(Fields data) {
    int d = data.within("dimension", 1, 4);
    int[] degrees = degreesOfAll(1 << d);
    var stated = new LinkedHashMap<List<Integer>, Long>();
    for (Fields row : data.records("rows")) {
      int[] multiset = row.integers("degrees");
      require(multiset.length == d, "a row of another number of coordinates");
      for (int i = 0; i < d; i++) require(multiset[i] >= 1 && multiset[i] <= d && (i == 0 || multiset[i] >= multiset[i - 1]), "degrees lie within 1..d, in rising order");
      require(row.integer("count") > 0, "a count that is not positive");
      require(stated.put(list(multiset), row.integer("count")) == null, "a row twice");
    }
    var counted = new LinkedHashMap<List<Integer>, Long>();
    if (d <= 3) {
      forEachPermutation(1 << d, T -> counted.merge(sortedDegrees(degrees, tables(T)), 1L, Long::sum));
      require(counted.equals(stated), "the counts are " + counted);
      return;
    }
    long total = 0;
    for (long count : stated.values()) total = Math.addExact(total, count);
    require(BigInteger.valueOf(total).equals(factorial(16)), "the counts add up to " + total);
    pairsAgree(stated, degrees);
    int[] functions = balancedUpToSign(16);
    for (int a : functions) {
      if (degrees[a] > 2) continue;
      for (int b : functions) {
        if (b <= a || degrees[b] > 2 || unbalanced(a ^ b)) continue;
        int[] others = java.util.Arrays.stream(functions).filter(c -> !(unbalanced(a ^ c) || unbalanced(b ^ c) || unbalanced(a ^ b ^ c))).toArray();
        for (int c : others) {
          if (c <= b || degrees[c] > 2) continue;
          for (int e : others) {
            // A set of four such functions is counted once, where they rise.
            if (degrees[e] <= 2 && e <= c || unbalanced(c ^ e) || unbalanced(a ^ c ^ e) || unbalanced(b ^ c ^ e) || unbalanced(a ^ b ^ c ^ e)) continue;
            counted.merge(sortedDegrees(degrees, new int[] {a, b, c, e}), 384L, Long::sum);
          }
        }
      }
    }
    stated.keySet().removeIf(row -> row.get(2) > 2);
    require(counted.equals(stated), "the counts with three coordinates of degree at most 2 are " + counted);
  }

  /** Two functions of four variables begin (4!)^4 transforms if both are balanced and so is their product, else none. */
  private static void pairsAgree(Map<List<Integer>, Long> stated, int[] degrees) {
    var pairs = new long[5][5];
    int[] functions = balancedUpToSign(16);
    for (int a : functions) {
      for (int b : functions) {
        if (!unbalanced(a ^ b)) pairs[degrees[a]][degrees[b]] += 4L * 24 * 24 * 24 * 24;
      }
    }
    for (int p = 1; p <= 4; p++) {
      for (int q = 1; q <= 4; q++) {
        long found = 0;
        for (var row : stated.entrySet()) {
          for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) found += i != j && row.getKey().get(i) == p && row.getKey().get(j) == q ? row.getValue() : 0;
          }
        }
        require(found == 12 * pairs[p][q], "two coordinates of degrees " + p + " and " + q + " are stated " + found + " times and occur " + 12 * pairs[p][q] + " times");
      }
    }
  }

  /** The predictors g(T^-1) of the Boolean tasks g of degree at most maxTaskDegree have other degrees than g: numbers by degree as stated, d at most 3. */
  private static void degreeLawDiffers(Fields data) {
    int[] T = data.transform("transform");
    lawsDiffer(data, T, identity(T.length));
  }

  /** The degree of f is not the number of variables on which it depends. */
  private static void degreeNotVariables(Fields data) {
    int[] f = data.values("values");
    same("degree", data.integer("degree"), degree(f));
    same("variables", data.integer("variables"), variables(f));
    require(degree(f) != variables(f), "as many variables as the degree");
  }

  /** T is invertible of degree d + 1, and no signed permutation. */
  private static void degreeOneAboveLeast(Fields data) {
    int[] T = data.transform("transform");
    same("degree", data.integer("degree"), degreeOf(T));
    require(degreeOf(T) == dimension(T) + 1, "the degree is not d + 1");
    require(!isSigned(T), "a signed permutation");
  }

  /** f depends on more variables than its degree k (f Boolean), or than k 2^(k-1) (values -1, 0, 1; k at least 1). */
  private static void dependsOnMore(Fields data) {
    boolean real = data.text("rule").equals("nisan-szegedy");
    require(real || data.text("rule").equals("degree"), "no such rule");
    int[] f = real ? data.ternary("values") : data.signs("values");
    int k = degree(f);
    same("degree", data.integer("degree"), k);
    require(!real || k >= 1, "the degree is 0");
    int bound = real ? k << (k - 1) : k;
    same("bound", data.integer("bound"), bound);
    same("variables", data.integer("variables"), variables(f));
    require(variables(f) > bound, "within the bound");
  }

  /** The kernel of the polynomials of degree at most k, k odd and at most d - 2, has one value at several distances from 1 on; d at most 12. */
  private static void distancesFused(Fields data) {
    int d = data.within("dimension", 1, 12);
    int k = data.within("drop", 1, d - 2);
    require(k % 2 == 1, "an even drop");
    int[] distances = data.integers("distances");
    require(distances.length >= 2, "two distances");
    long value = kernel(d, k, distances[0]);
    for (int i = 0; i < distances.length; i++) {
      require(distances[i] >= 1 && distances[i] <= d && (i == 0 || distances[i] > distances[i - 1]), "no distances in rising order");
      require(kernel(d, k, distances[i]) == value, "the kernel differs at distance " + distances[i]);
    }
  }

  /** T keeps the kernel of the polynomials of degree at most k for every k in K and is no signed permutation. */
  private static void dropsNotIdentifying(Fields data) {
    int[] T = data.transform("transform");
    require(data.integer("dimension") == dimension(T), "of another dimension");
    require(keepsKernels(T, data.drops(dimension(T))), "the kernels are not kept");
    require(!isSigned(T), "a signed permutation");
  }

  /** T maps the Boolean functions of degree exactly d onto themselves, and another transform gives them a smaller sum of degrees; d at most 3. */
  private static void exactDegreeKept(Fields data) {
    int[] T = data.transform("transform");
    int[] better = data.transform("better");
    require(T.length == better.length, "of different dimensions");
    long sum = 0;
    long betterSum = 0;
    for (int[] g : booleanFunctions(T.length)) {
      if (degree(g) != dimension(T)) continue;
      require(degree(through(T, g)) == dimension(T), "a task of degree d loses it");
      sum += degree(through(T, g));
      betterSum += degree(through(better, g));
    }
    same("sum", data.integer("sum"), sum);
    same("betterSum", data.integer("betterSum"), betterSum);
    require(betterSum < sum, "the other transform is no better");
  }

  /** The degree over GF(2) of the 0/1 form of f: the monomial M has the coefficient sum of the values at all points below M, modulo 2. */
  private static int gf2Degree(int[] f) {
    int degree = 0;
    for (int M = 0; M < f.length; M++) {
      int coefficient = 0;
      for (int x = 0; x < f.length; x++) coefficient ^= (x & ~M) == 0 && f[x] < 0 ? 1 : 0;
      if (coefficient == 1) degree = Math.max(degree, Integer.bitCount(M));
    }
    return degree;
  }

  /** The sum of deg g(T^-1) over the Boolean tasks of degree at most maxTaskDegree is as stated and greater than that of deg g. */
  private static void notMinimal(Fields data, int[] T) {
    long sum = 0;
    long identitySum = 0;
    for (int[] g : booleanFunctions(T.length)) {
      if (degree(g) > data.integer("maxTaskDegree")) continue;
      sum += degree(through(T, g));
      identitySum += degree(g);
    }
    same("sum", data.integer("sum"), sum);
    same("identitySum", data.integer("identitySum"), identitySum);
    require(sum > identitySum, "the sum is least");
  }

  /**
   * The degrees of g(T^-1) over the Boolean tasks g of degree exactly q on B^d, 2 at most q at most d at most 4, add up to at least the
   * least sum, which the transform attains and a signed permutation exceeds. The number of minimisers is judged except for q = 3, d = 4.
   * For d at most 3 all transforms are tried. For d = 4:
   * q = 2: at most 8 tasks come to degree 1, so a sum below twice the tasks by 2 k takes k coordinates of degree 2, up to sign, to
   * which tasks come; with k = 3 all such transforms are tried.
   * q = 3: at most 8 tasks come to degree 1 and at most 220 to degree 1 or 2.
   * q = 4: a function has degree 4 iff it correlates with the parity, so the sum is that of deg u over the u that correlate with the
   * parity's image; all images are tried, each stands for 8!^2 transforms.
   */
  private static void exactDegreeLeast(Fields data) {
    int d = data.within("dimension", 2, 4);
    int q = data.within("taskDegree", 2, d);
    int[] T = data.transform("transform");
    require(dimension(T) == d, "a transform of another dimension");
    int[] degrees = degreesOfAll(1 << d);
    int[] tasks = tasksOfDegree(degrees, q);
    long least = data.integer("least");
    same("tasks", data.integer("tasks"), tasks.length);
    same("least", least, sumOfDegrees(T, tasks, degrees));
    require(least < (long) q * tasks.length, "a signed permutation has no greater sum");
    var minimisers = new long[1];
    if (d <= 3) {
      forEachPermutation(1 << d, U -> {
        long sum = sumOfDegrees(U, tasks, degrees);
        require(sum >= least, "a lesser sum, " + sum);
        minimisers[0] += sum == least ? 1 : 0;
      });
    } else if (q == 2) {
      require(least == 2L * tasks.length - 6, "judged only for a sum 6 below");
      int[] functions = balancedUpToSign(16);
      for (int a : functions) {
        if (degrees[a] != 2) continue;
        for (int b : functions) {
          if (b <= a || degrees[b] != 2 || unbalanced(a ^ b)) continue;
          for (int c : functions) {
            if (c <= b || degrees[c] != 2 || unbalanced(a ^ c) || unbalanced(b ^ c) || unbalanced(a ^ b ^ c)) continue;
            for (int e : functions) {
              if (degrees[e] == 2 && e <= c || unbalanced(a ^ e) || unbalanced(b ^ e) || unbalanced(c ^ e) || unbalanced(a ^ b ^ e)
                  || unbalanced(a ^ c ^ e) || unbalanced(b ^ c ^ e) || unbalanced(a ^ b ^ c ^ e)) continue;
              int[] U = ofTables(new int[] {a, b, c, e});
              // At most 8 tasks come to degree 1, so what others cost beyond 2 soon decides.
              int excess = 0;
              for (int i = 0; i < tasks.length && excess <= 2; i++) excess += Math.max(0, degrees[seen(U, tasks[i])] - 2);
              if (excess > 2) continue;
              long sum = sumOfDegrees(U, tasks, degrees);
              require(sum >= least, "a lesser sum, " + sum);
              minimisers[0] += sum == least ? 384 : 0;
            }
          }
        }
      }
    } else if (q == 3) {
      same("least", least, 3L * tasks.length - 8 - 220);
      return;
    } else {
      long each = factorial(8).pow(2).longValueExact();
      for (int image : balancedUpToSign(16)) {
        // As many functions correlate with the image as with the parity: so many degrees, less what those of lower degree lack.
        long sum = 4L * tasks.length;
        for (int u = 0; u < 1 << 15; u++) sum -= degrees[u] < 4 && unbalanced(u ^ image) ? 2 * (4 - degrees[u]) : 0;
        require(sum >= least, "a lesser sum, " + sum);
        minimisers[0] += sum == least ? 2 * each : 0;
      }
    }
    same("minimisers", data.integer("minimisers"), minimisers[0]);
  }

  /** The degrees of g(T^-1) over the Boolean g of degree exactly q add up to less than those of g; d at most 3. */
  private static void exactDegreeLowered(Fields data) {
    require(exactSum(data) < data.integer("taskDegree") * data.integer("tasks"), "the sum is not lowered");
  }

  /** The degrees of g(T^-1) over the Boolean g of degree exactly q, q odd, add up to no less than those of g, and T is z1, z1 z2, z1 z3, ...; d at most 3. */
  private static void exactDegreeNotLowered(Fields data) {
    int[] T = data.transform("transform");
    for (int z = 0; z < T.length; z++) require(T[z] == ((z & 1) == 0 ? z : ~z & T.length - 1 | 1), "another transform");
    require(data.integer("taskDegree") % 2 == 1, "an even degree");
    require(exactSum(data) >= data.integer("taskDegree") * data.integer("tasks"), "the sum is lowered");
  }

  /** No transform of B^d, d at most 3, gives the Boolean tasks of degree exactly q a lesser sum of degrees than a signed permutation. */
  private static void exactDegreeSignedLeast(Fields data) {
    int d = data.within("dimension", 1, 3);
    int[] degrees = degreesOfAll(1 << d);
    int q = data.within("taskDegree", 1, d);
    int[] tasks = tasksOfDegree(degrees, q);
    same("sum", data.integer("sum"), (long) q * tasks.length);
    forEachPermutation(1 << d, T -> require(sumOfDegrees(T, tasks, degrees) >= (long) q * tasks.length, "a lesser sum"));
  }

  /** The sums of w(deg g) deg(g(T^-1)) and of w(deg g) deg g over all Boolean g, as stated, differ; d at most 3. */
  private static void expectedDegreeDiffers(Fields data) {
    int[] T = data.transform("transform");
    long[] sums = weightedSums(data, T);
    require(sums[0] != sums[1], "both sums are " + sums[0]);
  }

  /** The mean of f(x) f(y), where y is x with each sign flipped with probability 1 - p/q, is not sum (p/q)^|S| f^(S)^2. */
  private static void flipProbability(Fields data) {
    int[] f = data.signs("values");
    int n = dimension(f);
    int q = data.within("q", 1, 6);
    int p = data.within("p", 0, q);
    require(n <= 6, "more than 6 variables");
    long flipped = 0;
    for (int x = 0; x < f.length; x++) {
      for (int y = 0; y < f.length; y++) {
        int t = Integer.bitCount(x ^ y);
        flipped += power(p, n - t) * power(q - p, t) * f[x] * f[y];
      }
    }
    require(f.length * flipped != stability(f, p, q), "the two agree");
  }

  /**
   * T takes products of variables to products of variables: T_i is the product over the mask coordinates[i]. Through T^-1 no product of at
   * most q variables comes to more than q, so no task of degree q does, and the product over {@code lowered}, of q variables, comes to less.
   */
  private static void foldLowersDegree(Fields data) {
    int d = data.within("dimension", 1, 16);
    int q = data.within("taskDegree", 1, d);
    int[] coordinates = data.integers("coordinates");
    require(coordinates.length == d, "one mask for each coordinate");
    var seen = new boolean[1 << d];
    boolean lower = false;
    for (int R = 0; R < 1 << d; R++) {
      int S = 0;
      for (int i = 0; i < d; i++) S ^= (R >> i & 1) == 1 ? coordinates[i] : 0;
      require(S >= 0 && S < 1 << d && !seen[S], "not invertible");
      seen[S] = true;
      // The product over S, seen through T^-1, is that over R.
      require(Integer.bitCount(S) > q || Integer.bitCount(R) <= q, "the product over " + S + " comes to a higher degree");
      lower |= S == data.integer("lowered") && Integer.bitCount(S) == q && Integer.bitCount(R) < q;
    }
    require(lower, "the product is not lowered");
  }

  /** The coefficients of f, those that are not 0 in rising order of their sets, and the degree are as stated. */
  private static void fourierExpansion(Fields data) {
    int[] f = data.values("values");
    int valuesOver = data.within("valuesOver", 1, 1 << 12);
    int over = data.within("coefficientsOver", 1, 1 << 20);
    var stated = new long[f.length];
    int last = -1;
    for (int[] row : data.rows("coefficients", 2)) {
      require(row[0] > last && row[0] < f.length && row[1] != 0, "sets out of order, or a coefficient 0");
      last = row[0];
      stated[row[0]] = row[1];
    }
    long[] sums = sums(f);
    for (int S = 0; S < f.length; S++) same("coefficient " + S, stated[S] * f.length * valuesOver, sums[S] * over);
    same("degree", data.integer("degree"), degree(f));
  }

  /** The numbers of balanced functions of degree d, and of transforms of B^d, d at most 3, with such coordinates only; the second is not the first to the power d. */
  private static void fullDegreeCount(Fields data) {
    int d = data.within("dimension", 1, 3);
    int[] degrees = degreesOfAll(1 << d);
    long balanced = 0;
    for (int f = 0; f < degrees.length; f++) balanced += degrees[f] == d && 2 * Integer.bitCount(f) == 1 << d ? 1 : 0;
    var count = new long[1];
    forEachPermutation(1 << d, T -> count[0] += degreeOf(T) == d * d ? 1 : 0);
    same("balanced", data.integer("balanced"), balanced);
    same("count", data.integer("count"), count[0]);
    require(!BigInteger.valueOf(balanced).pow(d).equals(BigInteger.valueOf(count[0])), "the numbers agree");
  }

  /** The degree of the Boolean f and its degree over GF(2), both as stated, differ. */
  private static void gf2DegreeDiffers(Fields data) {
    int[] f = data.signs("values");
    same("degree", data.integer("degree"), degree(f));
    same("gf2Degree", data.integer("gf2Degree"), gf2Degree(f));
    require(degree(f) != gf2Degree(f), "both degrees are " + degree(f));
  }

  /** T maps the Boolean functions of GF(2) degree at most 1 onto themselves, and the sum of the real degrees of g(T^-1) over tasks of degree at most maxTaskDegree = 1 is not least. */
  private static void gf2DegreeKept(Fields data) {
    int[] T = data.transform("transform");
    notMinimal(data, T);
    for (int[] g : booleanFunctions(T.length)) {
      if (gf2Degree(g) <= 1) require(gf2Degree(through(T, g)) <= 1, "a function of GF(2) degree at most 1 leaves the set");
    }
  }

  /** The GF(2) degrees of the coordinates of T, as stated, add up to d, and T is no signed permutation. */
  private static void gf2DegreeLeast(Fields data) {
    int[] T = data.transform("transform");
    int[] stated = data.integers("gf2Degrees");
    require(stated.length == dimension(T), "one degree for each coordinate");
    int sum = 0;
    for (int i = 0; i < stated.length; i++) {
      int degree = gf2Degree(coordinate(T, i));
      same("a GF(2) degree", stated[i], degree);
      sum += degree;
    }
    require(sum == dimension(T), "the GF(2) degrees add up to " + sum);
    require(!isSigned(T), "a signed permutation");
  }

  /** The number of points at which flipping x_i changes the Boolean f, as stated, is not 2^n |f^({i})|. */
  private static void influenceNotFirstCoefficient(Fields data) {
    int[] f = data.signs("values");
    require(f.length > 1, "no variables");
    int i = data.within("variable", 0, dimension(f) - 1);
    int boundary = 0;
    for (int x = 0; x < f.length; x++) boundary += f[x] != f[x ^ 1 << i] ? 1 : 0;
    same("boundary", data.integer("boundary"), boundary);
    require(boundary != Math.abs(sums(f)[1 << i]), "the influence is the coefficient");
  }

  /** The numbers of invertible transforms of B^d, d at most 3, by (deg T, deg T^-1): every row (a, b, count), and no other pair occurs. */
  private static void inverseDegreeCensus(Fields data) {
    int d = data.within("dimension", 1, 3);
    var found = new TreeMap<List<Integer>, Long>((a, b) -> a.get(0).equals(b.get(0)) ? a.get(1) - b.get(1) : a.get(0) - b.get(0));
    forEachPermutation(1 << d, T -> found.merge(List.of(degreeOf(T), degreeOf(inverse(T))), 1L, Long::sum));
    var stated = new LinkedHashMap<List<Integer>, Long>();
    for (int[] row : data.rows("rows", 3)) stated.put(List.of(row[0], row[1]), (long) row[2]);
    require(stated.equals(found), "the counts are " + found);
  }

  /** T is invertible and deg T is not deg T^-1; both degrees as stated. */
  private static void inverseDegreeDiffers(Fields data) {
    int[] T = data.transform("transform");
    int degree = degreeOf(T);
    int inverse = degreeOf(inverse(T));
    same("degree", data.integer("degree"), degree);
    same("inverseDegree", data.integer("inverseDegree"), inverse);
    require(degree != inverse, "both degrees are " + degree);
  }

  /** The Boolean f of degree k, at least 1, depends on exactly k 2^(k-1) variables. */
  private static void juntaBoundAttained(Fields data) {
    int[] f = data.signs("values");
    int k = degree(f);
    same("degree", data.integer("degree"), k);
    same("variables", data.integer("variables"), variables(f));
    require(k >= 1 && variables(f) == k << (k - 1), "the bound is not attained");
  }

  /** Phi is invertible on 2^d points and has the stated degree, which no invertible Phi on 2^d points of B^m exceeds: it is d^2, or all are tried. */
  private static void largestDegree(Fields data) {
    var observed = Observed.of(data);
    require(isPermutation(observed.images), "Phi is not invertible");
    int degree = 0;
    for (int coordinate : observed.coordinateDegrees()) degree += coordinate;
    same("degree", data.integer("degree"), degree);
    if (degree == observed.d * observed.d) return;
    require(observed.d <= 2 && observed.m <= 4, "too many to try them all");
    int stated = degree;
    forEachSubset(1 << observed.m, 1 << observed.d, points -> {
      var known = new TreeMap<Integer, Integer>();
      forEachPermutation(points.length, images -> {
        int sum = 0;
        for (int i = 0; i < observed.d; i++) {
          var values = coordinate(images, i);
          int pattern = 0;
          for (int j = 0; j < values.length; j++) pattern |= values[j] < 0 ? 1 << j : 0;
          sum += known.computeIfAbsent(pattern, p -> leastDegree(observed.m, points, values));
        }
        require(sum <= stated, "a degree of " + sum + " occurs");
      });
    });
  }

  /** T keeps the kernel of the polynomials of degree at most k for every k in K, which is not empty, and not for k = d - 1. */
  private static void lastDropMatters(Fields data) {
    int[] T = data.transform("transform");
    int d = dimension(T);
    int[] drops = data.drops(d);
    require(data.integer("dimension") == d && drops.length > 0, "of another dimension, or no drop");
    require(keepsKernels(T, drops), "the kernels are not kept");
    require(!keepsKernels(T, new int[] {d - 1}), "the kernel of the polynomials of degree at most d - 1 is kept as well");
  }

  /** T is no signed permutation and costs no more than the identity: the least degrees of its coordinates on the observations psi(z) in B^m,
   * plus the degrees of g(T^-1) over the listed tasks. */
  private static void learnerNotIdentifying(Fields data) {
    int[] T = data.transform("transform");
    int[] psi = data.integers("psi");
    int m = data.within("observations", dimension(T), 8);
    require(psi.length == T.length && java.util.Arrays.stream(psi).distinct().count() == psi.length, "psi is not injective on the latents");
    for (int x : psi) require(x >= 0 && x < 1 << m, "an observation outside the cube");
    int its = 0;
    int identity = 0;
    for (int i = 0; i < dimension(T); i++) {
      its += leastDegree(m, psi, coordinate(T, i));
      identity += leastDegree(m, psi, coordinate(identity(T.length), i));
    }
    for (int[] g : data.rows("tasks", T.length)) {
      for (int value : g) require(value == 1 || value == -1, "a task with a value other than -1 and +1");
      its += degree(through(T, g));
      identity += degree(g);
    }
    same("complexity", data.integer("complexity"), its);
    same("identityComplexity", data.integer("identityComplexity"), identity);
    require(its <= identity, "the transform costs more than the identity");
    require(!isSigned(T), "a signed permutation");
  }

  /** The exact probabilities that n tasks identify the latents, for each row (n, numerator, denominator), none above the bound. */
  private static void learningCurve(Fields data) {
    for (var row : curve(data)) require(row.compareTo(data.fraction("bound")) <= 0, "a probability above the bound");
  }

  /** The same, all above the bound. */
  private static void learningCurveAbove(Fields data) {
    for (var row : curve(data)) require(row.compareTo(data.fraction("bound")) > 0, "a probability not above the bound");
  }

  /** The same, none above the bound, which is less than what was said. */
  private static void learningCurveBelow(Fields data) {
    for (var row : curve(data)) require(row.compareTo(data.fraction("bound")) <= 0, "a probability above the bound");
  }

  /** The same for two numbers of tasks: the probability falls. */
  private static void learningCurveFalls(Fields data) {
    var rows = curve(data);
    require(rows.size() == 2 && rows.get(1).compareTo(rows.get(0)) < 0, "two rows, the second less than the first");
  }

  /** F has no constant coordinate, its degree is d, and it is not a signed permutation. */
  private static void leastDegreeNotInvertible(Fields data) {
    int[] F = data.map("map");
    for (int i = 0; i < dimension(F); i++) require(degree(coordinate(F, i)) > 0, "coordinate " + i + " is constant");
    same("degree", data.integer("degree"), degreeOf(F));
    require(degreeOf(F) == dimension(F), "the degree is not d");
    require(!isPermutation(F) || !isSigned(F), "a signed permutation");
  }

  /** A and B are invertible of degree at most d + 1, and their composition has the stated, larger degree. */
  private static void lowDegreesNotClosed(Fields data) {
    int[] A = data.transform("first");
    int[] B = data.transform("second");
    require(A.length == B.length, "of different dimensions");
    int d = dimension(A);
    require(degreeOf(A) <= d + 1 && degreeOf(B) <= d + 1, "a degree above d + 1");
    int[] product = compose(A, B);
    same("degree", data.integer("degree"), degreeOf(product));
    require(degreeOf(product) > d + 1, "the composition has degree at most d + 1");
  }

  /** Measurements, one for each seed, of which a statement says that they are at most (or at least) a bound: their median is on the other
   * side, and so many are there that fair coins would give it with a probability of at most 1/20. */
  private static void measuredBoundMissed(Fields data) {
    int[] values = data.integers("millionths");
    seeds(data, values.length);
    long bound = data.integer("boundMillionths");
    boolean atMost = data.flag("statedAtMost");
    long missed = 0;
    for (int value : values) missed += (atMost ? value > bound : value < bound) ? 1 : 0;
    require(2 * missed > values.length, "the median keeps the bound");
    // The binomial tail by Pascal's rule.
    double[] ways = {1};
    for (int n = 1; n <= values.length; n++) {
      var next = new double[n + 1];
      for (int k = 0; k <= n; k++) next[k] = (k > 0 ? ways[k - 1] : 0) / 2 + (k < n ? ways[k] : 0) / 2;
      ways = next;
    }
    double tail = 0;
    for (int k = (int) missed; k <= values.length; k++) tail += ways[k];
    require(tail <= 0.05, "too few seeds miss the bound: " + missed + " of " + values.length);
  }

  /** Paired measurements of which a statement says that the first are below the second: the other order is significant, at 1/20, by the
   * sum of the ranks of the differences over all ways to choose their signs. */
  private static void measuredOrderMissed(Fields data) {
    int[] less = data.integers("statedLessMillionths");
    int[] more = data.integers("statedMoreMillionths");
    seeds(data, less.length);
    require(more.length == less.length && less.length <= 20, "not 1..20 pairs");
    int n = less.length;
    var rank = new int[n];
    int seen = 0;
    for (int i = 0; i < n; i++) {
      long size = Math.abs((long) less[i] - more[i]);
      require(size != 0, "a pair of equals");
      // Twice the mean rank among the sizes.
      for (int j = 0; j < n; j++) {
        long other = Math.abs((long) less[j] - more[j]);
        rank[i] += other < size ? 2 : other == size ? 1 : 0;
      }
      rank[i] += 1;
      if (less[i] > more[i]) seen += rank[i];
    }
    int asExtreme = 0;
    for (int signs = 0; signs < 1 << n; signs++) {
      int sum = 0;
      for (int i = 0; i < n; i++) sum += (signs >> i & 1) == 1 ? rank[i] : 0;
      if (sum >= seen) asExtreme++;
    }
    require(20L * asExtreme <= 1L << n, "the other order is not significant");
  }

  /** A seed for each measurement, all different. */
  private static void seeds(Fields data, int count) {
    int[] seeds = data.integers("seeds");
    require(count >= 1 && seeds.length == count, "not a seed for each measurement");
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) require(seeds[i] != seeds[j], "a seed twice: " + seeds[i]);
    }
  }

  /** The classes of distances with equal kernels of the polynomials of degree at most k, for all k in K; the group they stand for, with
   * its order, counted over all transforms for d at most 3; a member that is no signed permutation. */
  private static void minimiserGroup(Fields data) {
    int d = data.within("dimension", 1, 8);
    int[] drops = data.drops(d);
    var classes = new ArrayList<List<Integer>>();
    var values = new ArrayList<List<Long>>();
    for (int t = 1; t <= d; t++) {
      var value = new ArrayList<Long>();
      for (int k : drops) value.add(kernel(d, k, t));
      if (!values.contains(value)) {
        values.add(value);
        classes.add(new ArrayList<>());
      }
      classes.get(values.indexOf(value)).add(t);
    }
    var stated = new ArrayList<List<Integer>>();
    require(data.any("classes") instanceof List<?>, "classes is no list");
    for (Object row : (List<?>) data.any("classes")) {
      var listed = new ArrayList<Integer>();
      for (int t : new Fields(Map.of("row", row)).integers("row")) listed.add(t);
      stated.add(listed);
    }
    require(stated.equals(classes), "the classes of distances are " + classes);
    String group = data.text("group");
    var withOne = classes.get(0);
    boolean fits = switch (group) {
      case "SIGNED_PERMUTATIONS" -> withOne.size() == 1;
      case "FOLDED_CUBE" -> d >= 4 && withOne.equals(List.of(1, d)) && classes.stream().allMatch(c -> c.stream().allMatch(t -> c.contains(d + 1 - t)));
      case "PARITY" -> d >= 3 && classes.size() == 2 && classes.stream().allMatch(c -> c.stream().allMatch(t -> t % 2 == c.get(0) % 2));
      case "ALL" -> d >= 2 && classes.size() == 1;
      default -> false;
    };
    require(fits, "the classes " + classes + " are not those of " + group);
    require(data.text("order").equals(order(group, d).toString()), "the order is " + order(group, d));
    if (d <= 3) {
      long[] count = new long[1];
      forEachPermutation(1 << d, T -> count[0] += keepsKernels(T, drops) ? 1 : 0);
      require(order(group, d).equals(BigInteger.valueOf(count[0])), "the kernels are kept by " + count[0] + " transforms");
    }
    if (group.equals("SIGNED_PERMUTATIONS")) return;
    int[] stranger = data.transform("stranger");
    require(dimension(stranger) == d, "the stranger is of another dimension");
    require(keepsKernels(stranger, drops), "the stranger does not keep the kernels");
    require(!isSigned(stranger), "the stranger is a signed permutation");
  }

  /** sum (p/q)^|S| f^(S)^2 is negative, p/q within -1..1. */
  private static void negativeStability(Fields data) {
    int[] f = data.signs("values");
    require(dimension(f) <= 6, "more than 6 variables");
    int q = data.within("q", 1, 6);
    require(stability(f, data.within("p", -q, q), q) < 0, "not negative");
  }

  /** F merges two points that the task g tells apart, so g is no function of F. */
  private static void noPredictor(Fields data) {
    int[] F = data.map("map");
    int[] g = data.signs("task");
    int[] points = data.integers("points");
    require(g.length == F.length && points.length == 2, "a task on the same cube, and two points");
    for (int z : points) require(z >= 0 && z < F.length, "a point outside the cube");
    require(F[points[0]] == F[points[1]], "the map does not merge the points");
    require(g[points[0]] != g[points[1]], "the task does not tell the points apart");
  }

  /** At the point, f is not 2^-n times the sum of its expansion. */
  private static void normalisedTwice(Fields data) {
    int[] f = data.values("values");
    int x = data.within("point", 0, f.length - 1);
    long sum = 0;
    for (int S = 0; S < f.length; S++) sum += sums(f)[S] * sign(S, x);
    // sum is 2^n times the sum of the expansion
    require(sum != (long) f.length * f.length * f[x], "the two agree");
  }

  /** f has the stated degree, 1 with values -1, 0, 1 or 2 with values -1 and 1, and is not plus or minus one monomial of that degree. */
  private static void notAMonomial(Fields data) {
    int k = data.within("degree", 1, 2);
    int[] f = k == 1 ? data.ternary("values") : data.signs("values");
    same("degree", k, degree(f));
    for (int S = 0; S < f.length; S++) {
      boolean plus = true;
      boolean minus = true;
      for (int x = 0; x < f.length; x++) {
        plus &= f[x] == sign(S, x);
        minus &= f[x] == -sign(S, x);
      }
      require(Integer.bitCount(S) != k || !plus && !minus, "the monomial " + S);
    }
  }

  /** The same with latents observed through an injection psi: B^d to B^m, and the representation of psi(z) being T(z). */
  private static void observedDegreeLawDiffers(Fields data) {
    int[] T = data.transform("transform");
    int[] psi = data.integers("psi");
    require(psi.length == T.length, "psi is not defined on all latents");
    var latent = new LinkedHashMap<Integer, Integer>();
    for (int z = 0; z < psi.length; z++) {
      require(psi[z] >= 0 && psi[z] < 1 << data.within("observations", 1, 12), "an observation outside the cube");
      require(latent.put(psi[z], z) == null, "psi is not injective");
    }
    lawsDiffer(data, T, psi);
  }

  /** T maps the Boolean functions of degree at most kept onto themselves, and the sum of deg g(T^-1) over tasks of degree at most maxTaskDegree is not least; d at most 3. */
  private static void oneDropKept(Fields data) {
    int[] T = data.transform("transform");
    notMinimal(data, T);
    require(data.integer("kept") < dimension(T) && data.integer("maxTaskDegree") < dimension(T), "a drop at or above d");
    for (int[] g : booleanFunctions(T.length)) {
      if (degree(g) <= data.integer("kept")) require(degree(through(T, g)) <= data.integer("kept"), "a task leaves the set that is said to be kept");
    }
  }

  /** E|f| is not the sum of the |f^(S)|. */
  private static void parsevalAbsoluteDiffers(Fields data) {
    int[] f = data.values("values");
    long values = 0;
    long coefficients = 0;
    for (int x = 0; x < f.length; x++) {
      values += Math.abs(f[x]);
      coefficients += Math.abs(sums(f)[x]);
    }
    require(values != coefficients, "both are " + values + " / " + f.length);
  }

  /** The sum of the f(x)^2 is not the sum of the f^(S)^2. */
  private static void parsevalSumDiffers(Fields data) {
    int[] f = data.values("values");
    long values = 0;
    long coefficients = 0;
    for (int x = 0; x < f.length; x++) {
      values += (long) f[x] * f[x];
      coefficients += sums(f)[x] * sums(f)[x];
    }
    require(values * f.length * f.length != coefficients, "both are " + values);
  }

  /** For every d of a range and every set K of drops, by the types of its members (odd or even up to d - 2, or d - 1): the distances with
   * the same kernel as distance 1 are those of the stated group. */
  private static void phaseBoundary(Fields data) {
    int from = data.within("from", 2, 1000);
    int to = data.within("to", from, 1000);
    var cases = new LinkedHashMap<List<Boolean>, String>();
    require(data.any("cases") instanceof List<?>, "cases is no list");
    for (Object row : (List<?>) data.any("cases")) {
      require(row instanceof Map<?, ?>, "a case is a map");
      var fields = new Fields(Map.of("evenDimension", ((Map<?, ?>) row).get("evenDimension"), "oddDrop", ((Map<?, ?>) row).get("oddDrop"),
          "evenDrop", ((Map<?, ?>) row).get("evenDrop"), "lastDrop", ((Map<?, ?>) row).get("lastDrop"), "group", ((Map<?, ?>) row).get("group")));
      cases.put(List.of(fields.flag("evenDimension"), fields.flag("oddDrop"), fields.flag("evenDrop"), fields.flag("lastDrop")), fields.text("group"));
    }
    for (int d = from; d <= to; d++) {
      // sums[t][k] is the kernel at distance t: the sum of the first k + 1 coefficients of (1 - z)^t (1 + z)^(d - t).
      var sums = new BigInteger[d + 1][];
      var c = new BigInteger[d + 1];
      c[0] = BigInteger.ONE;
      for (int j = 1; j <= d; j++) c[j] = c[j - 1].multiply(BigInteger.valueOf(d - j + 1)).divide(BigInteger.valueOf(j));
      for (int t = 0; t <= d; t++) {
        sums[t] = new BigInteger[d + 1];
        sums[t][0] = c[0];
        for (int k = 1; k <= d; k++) sums[t][k] = sums[t][k - 1].add(c[k]);
        // From t to t + 1: divide by 1 + z, multiply by 1 - z.
        if (t == d) break;
        for (int j = 1; j < d; j++) c[j] = c[j].subtract(c[j - 1]);
        require(c[d].equals(c[d - 1]), "no multiple of 1 + z");
        c[d] = c[d - 1].negate();
        for (int j = d - 1; j >= 1; j--) c[j] = c[j].subtract(c[j - 1]);
      }
      var fused = new java.util.BitSet[d];
      for (int k = 1; k < d; k++) {
        fused[k] = new java.util.BitSet();
        for (int t = 2; t <= d; t++) {
          if (sums[t][k].equals(sums[1][k])) fused[k].set(t);
        }
      }
      for (int types = 0; types < 8; types++) {
        // Every K whose members are of these types fuses what the types fuse: all odd k <= d - 2 the same, all even ones, and d - 1.
        var together = new java.util.BitSet();
        together.set(2, d + 1);
        boolean folded = d >= 4;
        boolean parity = d >= 3;
        boolean present = true;
        for (int type = 0; type < 3; type++) {
          if ((types >> type & 1) == 0) continue;
          boolean some = false;
          java.util.BitSet first = null;
          for (int k = 1; k < d; k++) {
            if (type != (k == d - 1 ? 2 : k % 2 == 1 ? 0 : 1)) continue;
            some = true;
            if (first == null) first = fused[k];
            require(first.equals(fused[k]), "d = " + d + ": drops of one type fuse distance 1 with different ones");
            together.and(fused[k]);
            for (int t = 1; t <= d; t++) folded &= sums[t][k].equals(sums[d + 1 - t][k]);
            for (int t = 1; t <= d - 2; t++) parity &= sums[t][k].equals(sums[t + 2][k]);
          }
          present &= some;
        }
        if (!present) continue;
        String group = cases.get(List.of(d % 2 == 0, (types & 1) != 0, (types & 2) != 0, (types & 4) != 0));
        // In dimension 2 the drop after degree 1 is the last one, and there is no odd distance from 3 on.
        if (d == 2 && types == 4) group = "SIGNED_PERMUTATIONS";
        require(group != null, "a case is missing");
        boolean fits = switch (group) {
          case "SIGNED_PERMUTATIONS" -> together.isEmpty();
          case "FOLDED_CUBE" -> folded && together.cardinality() == 1 && together.get(d);
          case "PARITY" -> parity && !together.isEmpty() && !together.get(2);
          case "ALL" -> types == 0;
          default -> false;
        };
        require(fits, "d = " + d + ", types of drops " + types + ": distance 1 is fused with " + together + ", which is not " + group);
      }
    }
  }

  /** The coefficient of the pointwise product f g at the set is not the product of the coefficients. */
  private static void pointwiseProductCoefficient(Fields data) {
    int[] f = data.values("first");
    int[] g = data.values("second");
    sameLength(f, g);
    int S = data.within("set", 0, f.length - 1);
    long sum = 0;
    for (int x = 0; x < f.length; x++) sum += (long) f[x] * g[x] * sign(S, x);
    require(f.length * sum != sums(f)[S] * sums(g)[S], "the two agree");
  }

  /** p(T^-1) has degree at most maxDegree < d for every p of degree at most maxDegree, and T is no signed permutation. */
  private static void polynomialsKept(Fields data) {
    int[] T = data.transform("transform");
    int k = data.within("maxDegree", 0, dimension(T) - 1);
    for (int S = 0; S < T.length; S++) {
      if (Integer.bitCount(S) > k) continue;
      var monomial = new int[T.length];
      for (int z = 0; z < T.length; z++) monomial[z] = Integer.bitCount(S & z) % 2 == 0 ? 1 : -1;
      require(degree(through(T, monomial)) <= k, "the monomial " + S + " leaves the polynomials of degree at most " + k);
    }
    require(!isSigned(T), "a signed permutation");
  }

  /** The degree of the product of two Boolean functions, as stated, is not min(n, the sum of their degrees). */
  private static void productDegree(Fields data) {
    int[] f = data.signs("first");
    int[] g = data.signs("second");
    sameLength(f, g);
    var product = new int[f.length];
    for (int x = 0; x < f.length; x++) product[x] = f[x] * g[x];
    same("degree", data.integer("degree"), degree(product));
    require(degree(product) != Math.min(dimension(f), degree(f) + degree(g)), "the degrees add up");
  }

  /** With x_i fixed to the sign, f has another coefficient at the set, which does not contain i, than without. */
  private static void restrictionCoefficient(Fields data) {
    int[] f = data.values("values");
    require(f.length > 1, "no variables");
    int i = data.within("variable", 0, dimension(f) - 1);
    int S = data.within("set", 0, f.length - 1);
    require((S >> i & 1) == 0, "the set contains the variable");
    long half = 0;
    for (int x = 0; x < f.length; x++) half += sign(1 << i, x) == data.sign("sign") ? f[x] * sign(S, x) : 0;
    require(2 * half != sums(f)[S], "the coefficient is kept");
  }

  /** The Boolean f depends on x_i, and with x_i fixed to the sign it has the stated degree, not less than that of f. */
  private static void restrictionKeepsDegree(Fields data) {
    int[] f = data.signs("values");
    require(f.length > 1, "no variables");
    int i = data.within("variable", 0, dimension(f) - 1);
    boolean depends = false;
    for (int x = 0; x < f.length; x++) depends |= f[x] != f[x ^ 1 << i];
    require(depends, "f does not depend on the variable");
    // The restriction as a function of all variables that ignores x_i: its degree is the same.
    var g = new int[f.length];
    for (int x = 0; x < f.length; x++) g[x] = sign(1 << i, x) == data.sign("sign") ? f[x] : f[x ^ 1 << i];
    same("degree", data.integer("degree"), degree(g));
    require(degree(g) >= degree(f), "the degree is less");
  }

  /** The degree of the Boolean f is the square of its sensitivity. */
  private static void sensitivityBoundAttained(Fields data) {
    int[] f = data.signs("values");
    int s = sensitivity(f);
    same("degree", data.integer("degree"), degree(f));
    same("sensitivity", data.integer("sensitivity"), s);
    require(degree(f) == s * s, "the bound is not attained");
  }

  /**
   * Both learners' interpolants are of least degree profile on the latents of the ball, as their multipliers prove, and their errors on the
   * other latents contradict the statement that the rule names; or, for transfers, show it: the hierarchical error is 0 and the flat one is not.
   */
  private static void shiftError(Fields data) {
    int d = data.within("d", 1, 5);
    int m = data.within("m", d, 12);
    int radius = data.within("radius", 0, d - 1);
    int[] psi = data.points("psi", m);
    int[] T = data.transform("transform");
    int[] g = data.integers("task");
    require(psi.length == 1 << d && T.length == 1 << d && g.length == 1 << d, "of another dimension");
    var hierarchical = Polynomial.of(data.nested("hierarchical"), d);
    var flat = Polynomial.of(data.nested("flat"), m);
    hierarchical.checkLeastProfile(T, g, radius);
    flat.checkLeastProfile(psi, g, radius);
    // Squared errors times the other's squared denominator, to compare without fractions.
    var own = hierarchical.squaredError(T, g, radius).multiply(flat.denominator.pow(2));
    var other = flat.squaredError(psi, g, radius).multiply(hierarchical.denominator.pow(2));
    String rule = String.valueOf(data.any("rule"));
    require(List.of("exact", "jump", "never-worse", "radius", "strict", "transfers", "world-model").contains(rule), "unknown rule " + rule);
    if (!rule.equals("world-model")) require(isSigned(T), "no world model");
    if (!List.of("radius", "never-worse").contains(rule)) require(degree(g) <= radius, "a task of degree above the radius");
    switch (rule) {
      case "exact", "radius", "world-model" -> require(own.signum() > 0, "the hierarchical learner makes no error");
      case "never-worse" -> require(own.compareTo(other) > 0, "the hierarchical error is not larger");
      case "transfers" -> require(own.signum() == 0 && other.signum() > 0, "the hierarchical learner errs, or the flat one does not");
      case "strict" -> require(own.compareTo(other) >= 0, "the hierarchical error is smaller");
      default -> {
        var sorted = psi.clone();
        Arrays.sort(sorted);
        var h = new int[sorted.length];
        for (int z = 0; z < psi.length; z++) h[Arrays.binarySearch(sorted, psi[z])] = g[z];
        require(leastDegree(m, sorted, h) > flat.degree() && other.signum() == 0, "no jump of the degree, or a flat error");
      }
    }
  }

  /** T is no signed permutation, and the sum of w(deg g) deg(g(T^-1)) over all Boolean g is not greater than that of w(deg g) deg g; d at most 3. */
  private static void signedNotAlone(Fields data) {
    int[] T = data.transform("transform");
    long[] sums = weightedSums(data, T);
    require(sums[0] <= sums[1], "the transform does worse than the identity");
    require(!isSigned(T), "a signed permutation");
  }

  /** The witness shows that the function on the points has no realization within the bound. */
  private static void supportNeedsDegree(Fields data) {
    int m = data.within("m", 0, 20);
    int[] points = data.points("points", m);
    checkWitness(m, points, data.integers("values"), data.integers("witness"), (int) data.integer("bound"));
  }

  /** T is no signed permutation, and the degrees of the listed tasks add up to no more through T than through the identity. */
  private static void taskListNotIdentifying(Fields data) {
    int[] T = data.transform("transform");
    int sum = 0;
    int identitySum = 0;
    for (int[] g : data.rows("tasks", T.length)) {
      for (int value : g) require(value == 1 || value == -1, "a task with a value other than -1 and +1");
      sum += degree(through(T, g));
      identitySum += degree(g);
    }
    require(sum <= identitySum, "the transform does worse than the identity");
    require(!isSigned(T), "a signed permutation");
  }

  /** The tasks save what is stated, under the stated reading, the threshold is met, and yet the hierarchical realization costs no less than the flat ones. */
  private static void tasksNotCheaper(Fields data) {
    var observed = Observed.of(data);
    String reading = String.valueOf(data.any("reading"));
    require(List.of("greatest", "least", "least-for-any").contains(reading), "unknown reading " + reading);
    int[] image = Arrays.stream(observed.images).distinct().sorted().toArray();
    boolean onto = image.length == 1 << observed.d;
    int saved = 0;
    int flat = 0;
    int hierarchical = 0;
    for (int degree : observed.coordinateDegrees()) hierarchical += degree;
    for (int[] g : data.rows("tasks", 1 << observed.d)) {
      int degree = leastDegree(observed.m, observed.points, observed.after(g));
      int least = leastDegree(observed.d, image, Arrays.stream(image).map(y -> g[y]).toArray());
      int greatest = onto ? degree(g) : observed.d;
      flat += degree;
      saved += degree - (reading.equals("greatest") ? greatest : least);
      hierarchical += reading.equals("least") ? least : greatest;
    }
    same("saved", data.integer("saved"), saved);
    same("flat", data.integer("flat"), flat);
    same("hierarchical", data.integer("hierarchical"), hierarchical);
    int square = observed.d * observed.d;
    String threshold = String.valueOf(data.any("threshold"));
    require(threshold.equals("none") || threshold.equals("above") && saved > square || threshold.equals("reached") && saved >= square,
        "the threshold is not met");
    require(hierarchical >= flat, "the hierarchical realization is cheaper");
  }

  /** The cycle z to z + 1 and the exchange of 0 and 1 generate all permutations of the points; through each the Boolean functions are permuted; their numbers by degree, d at most 4. */
  private static void tasksPermuted(Fields data) {
    int d = data.within("dimension", 1, 4);
    int points = 1 << d;
    var generators = data.rows("generators", points);
    require(generators.size() == 2, "two generators");
    for (int z = 0; z < points; z++) {
      require(generators.get(0)[z] == (z + 1) % points, "the first generator is no cycle z -> z + 1");
      require(generators.get(1)[z] == (z < 2 ? 1 - z : z), "the second generator is no exchange of 0 and 1");
    }
    for (int[] s : generators) {
      var seen = new java.util.BitSet();
      for (int g = 0; g < 1 << points; g++) {
        int image = 0;
        for (int z = 0; z < points; z++) image |= (g >> z & 1) << s[z];
        seen.set(image);
      }
      require(seen.cardinality() == 1 << points, "two tasks become one");
    }
    var law = new int[d + 1];
    var g = new int[points];
    for (int table = 0; table < 1 << points; table++) {
      for (int z = 0; z < points; z++) g[z] = (table >> z & 1) == 1 ? -1 : 1;
      law[degree(g)]++;
    }
    require(java.util.Arrays.equals(law, data.integers("law")), "the numbers by degree are " + java.util.Arrays.toString(law));
  }

  /** The mean number of variables whose flipping changes the Boolean f is less than its degree, as stated, times its variance. */
  private static void totalInfluenceBelowDegree(Fields data) {
    int[] f = data.signs("values");
    same("degree", data.integer("degree"), degree(f));
    long boundary = 0;
    for (int x = 0; x < f.length; x++) boundary += sensitivity(f, x);
    long sum = sums(f)[0];
    require(f.length * boundary < degree(f) * ((long) f.length * f.length - sum * sum), "not less");
  }

  /**
   * The number of classes under signed permutations on both sides, by Burnside's lemma; and all classes of transforms whose coordinates
   * have degrees at most largestCoordinateDegree (d for d at most 3, else at most 2): the representatives lie in different classes, which
   * have the sizes stated, and these add up to the number of such transforms.
   */
  private static void transformClasses(Fields data) {
    int d = data.within("dimension", 1, 4);
    int most = data.within("largestCoordinateDegree", 1, d == 4 ? 2 : d);
    same("classes", data.integer("classes"), burnside(d).longValueExact());
    int[] degrees = degreesOfAll(1 << d);
    var group = signedPermutations(d);
    long order = group.size();
    long total = 0;
    var before = new ArrayList<int[]>();
    for (Fields listed : data.records("representatives")) {
      int[] T = listed.transform("transform");
      require(dimension(T) == d, "a transform of another dimension");
      for (int table : tables(T)) require(degrees[table] <= most, "a coordinate of a higher degree");
      // A T = U B for signed permutations A and B iff U B T^-1 is a signed permutation.
      long stabilizer = group.stream().filter(B -> isSigned(compose(T, compose(B, inverse(T))))).count();
      same("a size", listed.integer("size"), order * order / stabilizer);
      for (int[] U : before) require(group.stream().noneMatch(B -> isSigned(compose(U, compose(B, inverse(T))))), "two representatives of one class");
      before.add(T);
      total += listed.integer("size");
    }
    same("transforms", data.integer("transforms"), total);
    int[] functions = java.util.Arrays.stream(balancedUpToSign(1 << d)).filter(f -> degrees[f] <= most).toArray();
    require(total == order * setsThatGoTogether(functions, 0, d, new ArrayList<>(List.of(0))), "the classes listed are not all");
    require(most < d || before.size() == data.integer("classes"), "another number of classes");
  }

  /** How many sets of so many functions, from an index on, can be added so that no product is unbalanced; the products so far are given. */
  private static long setsThatGoTogether(int[] functions, int from, int count, List<Integer> products) {
    if (count == 0) return 1;
    long sets = 0;
    for (int i = from; i < functions.length; i++) {
      int f = functions[i];
      if (products.stream().anyMatch(p -> 2 * Integer.bitCount(p ^ f) != 2 * Integer.bitCount(functions[0]))) continue;
      var more = new ArrayList<>(products);
      for (int p : products) more.add(p ^ f);
      sets += setsThatGoTogether(functions, i + 1, count - 1, more);
    }
    return sets;
  }

  /** At the point, two signs, x1 + x2 - x1 x2 is not the larger. */
  private static void zeroOneCoding(Fields data) {
    int[] x = data.integers("point");
    require(x.length == 2 && Math.abs(x[0]) == 1 && Math.abs(x[1]) == 1, "point holds no two signs");
    require(Math.max(x[0], x[1]) != x[0] + x[1] - x[0] * x[1], "the two agree");
  }

  // ---- definitions

  /** chi_S(x). */
  private static int sign(int S, int x) {
    return Integer.bitCount(S & x) % 2 == 0 ? 1 : -1;
  }

  /** 2^n f^(S) for every S, as a double sum. */
  private static long[] sums(int[] f) {
    var sums = new long[f.length];
    for (int S = 0; S < f.length; S++) {
      for (int x = 0; x < f.length; x++) sums[S] += f[x] * sign(S, x);
    }
    return sums;
  }

  /** The number of variables whose flipping changes f(x). */
  private static int sensitivity(int[] f, int x) {
    int count = 0;
    for (int i = 0; i < dimension(f); i++) count += f[x] != f[x ^ 1 << i] ? 1 : 0;
    return count;
  }

  private static int sensitivity(int[] f) {
    int most = 0;
    for (int x = 0; x < f.length; x++) most = Math.max(most, sensitivity(f, x));
    return most;
  }

  /** The number of variables on which f depends. */
  private static int variables(int[] f) {
    int count = 0;
    for (int i = 0; i < dimension(f); i++) {
      boolean depends = false;
      for (int x = 0; x < f.length; x++) depends |= f[x] != f[x ^ 1 << i];
      count += depends ? 1 : 0;
    }
    return count;
  }

  /** 4^n q^n sum_S (p/q)^|S| f^(S)^2. */
  private static long stability(int[] f, int p, int q) {
    long stability = 0;
    long[] sums = sums(f);
    for (int S = 0; S < f.length; S++) {
      int k = Integer.bitCount(S);
      stability += power(p, k) * power(q, dimension(f) - k) * sums[S] * sums[S];
    }
    return stability;
  }

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) power *= base;
    return power;
  }

  private static void sameLength(int[] f, int[] g) {
    require(f.length == g.length, "functions of different numbers of variables");
  }

  /** The sum of chi_S(x) chi_S(y) over |S| at most k, x and y at distance t. */
  private static long kernel(int d, int k, int t) {
    long sum = 0;
    for (int S = 0; S < 1 << d; S++) {
      if (Integer.bitCount(S) <= k) sum += Integer.bitCount(S & ((1 << t) - 1)) % 2 == 0 ? 1 : -1;
    }
    return sum;
  }

  /** Whether T keeps the kernel of the polynomials of degree at most k, for every listed k. */
  private static boolean keepsKernels(int[] T, int[] drops) {
    int d = dimension(T);
    for (int k : drops) {
      var value = new long[d + 1];
      for (int t = 0; t <= d; t++) value[t] = kernel(d, k, t);
      for (int x = 0; x < T.length; x++) {
        for (int y = 0; y < x; y++) {
          if (value[Integer.bitCount(x ^ y)] != value[Integer.bitCount(T[x] ^ T[y])]) return false;
        }
      }
    }
    return true;
  }

  private static BigInteger order(String group, int d) {
    return switch (group) {
      case "SIGNED_PERMUTATIONS" -> factorial(d).shiftLeft(d);
      case "FOLDED_CUBE" -> factorial(d + 1).shiftLeft(d);
      case "PARITY" -> factorial(1 << d - 1).pow(2).shiftLeft(1);
      case "ALL" -> factorial(1 << d);
      default -> throw new Rejected("no group " + group);
    };
  }

  private static BigInteger factorial(int n) {
    var product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) product = product.multiply(BigInteger.valueOf(i));
    return product;
  }

  /** p / q in lowest terms, q positive. */
  private record Ratio(BigInteger p, BigInteger q) implements Comparable<Ratio> {
    @Override
    public int compareTo(Ratio other) {
      return p.multiply(other.q).compareTo(other.p.multiply(q));
    }
  }

  /**
   * The probabilities of a learning curve, once every row is right. Tasks one by one: the distribution of what they cost each class of
   * transforms above the identity. A class is P D T for all P D, and psi runs over one of each class as well, for deg(T psi^-1) and
   * deg g(T^-1) are the same throughout.
   */
  private static List<Ratio> curve(Fields data) {
    int d = data.within("dimension", 1, 3);
    int[] density = data.integers("density");
    require(density.length == d + 1, "one weight for each degree");
    var classes = new ArrayList<int[]>();
    classes.add(identity(1 << d));
    forEachPermutation(1 << d, T -> {
      // Of each class the one that fixes 0 and whose coordinates, read as numbers, rise.
      boolean first = T[0] == 0;
      for (int i = 1; i < d && first; i++) first = number(coordinate(T, i - 1)) < number(coordinate(T, i));
      if (first && !isSigned(T)) classes.add(T.clone());
    });
    // The degree of each function, by its number.
    var degrees = new int[1 << (1 << d)];
    for (int[] g : booleanFunctions(1 << d)) degrees[number(g)] = degree(g);
    var steps = new LinkedHashMap<String, Long>();
    for (int[] g : booleanFunctions(1 << d)) {
      var cost = new char[classes.size()];
      for (int r = 0; r < cost.length; r++) cost[r] = (char) (1000 + degrees[number(through(classes.get(r), g))] - degree(g));
      require(density[degree(g)] >= 0, "a negative weight");
      steps.merge(new String(cost), (long) density[degree(g)], Long::sum);
    }
    steps.values().removeIf(weight -> weight == 0);
    var observations = new ArrayList<int[]>();
    for (int[] psi : data.flag("observed") ? classes : classes.subList(0, 1)) {
      var cost = new int[classes.size()];
      for (int r = 0; r < cost.length; r++) {
        int[] phi = compose(classes.get(r), inverse(psi));
        for (int i = 0; i < d; i++) cost[r] += degrees[number(coordinate(phi, i))];
      }
      int own = cost[0];
      for (int r = 0; r < cost.length; r++) cost[r] -= own;
      observations.add(cost);
    }
    var rows = data.ratios("rows");
    var found = new ArrayList<Ratio>();
    var start = new char[classes.size()];
    java.util.Arrays.fill(start, (char) 1000);
    Map<String, BigInteger> states = Map.of(new String(start), BigInteger.ONE);
    int n = 0;
    for (var row : rows.entrySet()) {
      for (; n < row.getKey(); n++) {
        var next = new java.util.HashMap<String, BigInteger>();
        for (var state : states.entrySet()) {
          for (var step : steps.entrySet()) {
            var sum = new char[classes.size()];
            for (int r = 0; r < sum.length; r++) sum[r] = (char) (state.getKey().charAt(r) + step.getKey().charAt(r) - 1000);
            next.merge(new String(sum), state.getValue().multiply(BigInteger.valueOf(step.getValue())), BigInteger::add);
          }
        }
        states = next;
      }
      var identified = BigInteger.ZERO;
      var total = BigInteger.ZERO;
      for (var state : states.entrySet()) {
        total = total.add(state.getValue().multiply(BigInteger.valueOf(observations.size())));
        char[] cost = state.getKey().toCharArray();
        long alone = 0;
        for (int[] observation : observations) {
          int r = 1;
          while (r < cost.length && cost[r] - 1000 + observation[r] > 0) r++;
          if (r == cost.length) alone++;
        }
        identified = identified.add(state.getValue().multiply(BigInteger.valueOf(alone)));
      }
      var ratio = new Ratio(identified, total);
      require(ratio.compareTo(row.getValue()) == 0, "the probability for " + n + " tasks is " + identified + "/" + total);
      found.add(ratio);
    }
    return found;
  }

  /** The table of f as a number: bit x is set iff f(x) = -1. */
  private static int number(int[] f) {
    int number = 0;
    for (int x = 0; x < f.length; x++) number |= f[x] < 0 ? 1 << x : 0;
    return number;
  }

  private static int[] identity(int points) {
    var identity = new int[points];
    for (int z = 0; z < points; z++) identity[z] = z;
    return identity;
  }

  /** Every Boolean function on so many points, at most 8. */
  private static List<int[]> booleanFunctions(int points) {
    require(points <= 8, "all Boolean functions of at most 3 variables");
    var all = new ArrayList<int[]>();
    for (int table = 0; table < 1 << points; table++) {
      var f = new int[points];
      for (int x = 0; x < points; x++) f[x] = (table >> x & 1) == 1 ? -1 : 1;
      all.add(f);
    }
    return all;
  }

  /** The function u with u(T(z)) = g(z) for every z. */
  private static int[] through(int[] T, int[] g) {
    var u = new int[g.length];
    for (int z = 0; z < g.length; z++) u[T[z]] = g[z];
    return u;
  }

  /** The numbers of predictors by degree, for tasks of degree at most maxTaskDegree, are as stated and not those of the tasks. */
  private static void lawsDiffer(Fields data, int[] T, int[] psi) {
    int d = dimension(T);
    var law = new int[d + 1];
    var identityLaw = new int[d + 1];
    for (int[] g : booleanFunctions(T.length)) {
      if (degree(g) > data.integer("maxTaskDegree")) continue;
      identityLaw[degree(g)]++;
      var task = new TreeMap<Integer, Integer>();
      var representation = new TreeMap<Integer, Integer>();
      for (int z = 0; z < T.length; z++) {
        task.put(psi[z], g[z]);
        representation.put(psi[z], T[z]);
      }
      var u = new int[T.length];
      task.forEach((x, value) -> u[representation.get(x)] = value);
      law[degree(u)]++;
    }
    require(java.util.Arrays.equals(law, data.integers("law")), "the numbers by degree are " + java.util.Arrays.toString(law));
    require(java.util.Arrays.equals(identityLaw, data.integers("identityLaw")), "the numbers of tasks by degree are " + java.util.Arrays.toString(identityLaw));
    require(!java.util.Arrays.equals(law, identityLaw), "the laws agree");
  }

  /** The sums of w(deg g) deg(g(T^-1)) and of w(deg g) deg g over all Boolean g, once they are as stated. */
  private static long[] weightedSums(Fields data, int[] T) {
    int[] density = data.integers("density");
    require(density.length == dimension(T) + 1, "one weight for each degree");
    long sum = 0;
    long identitySum = 0;
    for (int[] g : booleanFunctions(T.length)) {
      int degree = degree(g);
      require(density[degree] >= 0, "a negative weight");
      sum += (long) density[degree] * degree(through(T, g));
      identitySum += (long) density[degree] * degree;
    }
    same("sum", data.integer("sum"), sum);
    same("identitySum", data.integer("identitySum"), identitySum);
    return new long[] {sum, identitySum};
  }

  private static List<Integer> list(int[] values) {
    return java.util.Arrays.stream(values).boxed().toList();
  }

  /** The degree of every Boolean function on so many points, at most 16, by its table: bit x is set iff f(x) = -1. */
  private static int[] degreesOfAll(int points) {
    var degrees = new int[1 << points];
    var f = new int[points];
    for (int table = 0; table < degrees.length; table++) {
      for (int x = 0; x < points; x++) f[x] = (table >> x & 1) == 1 ? -1 : 1;
      degrees[table] = degree(f);
    }
    return degrees;
  }

  /** The balanced functions on so many points, of each pair f, -f the one that is +1 at the last point. */
  private static int[] balancedUpToSign(int points) {
    return java.util.stream.IntStream.range(0, 1 << (points - 1)).filter(f -> 2 * Integer.bitCount(f) == points).toArray();
  }

  /** Whether a table on 16 points is not balanced. */
  private static boolean unbalanced(int table) {
    return Integer.bitCount(table) != 8;
  }

  /** The tables of the coordinates. */
  private static int[] tables(int[] T) {
    var tables = new int[dimension(T)];
    for (int z = 0; z < T.length; z++) {
      for (int i = 0; i < tables.length; i++) tables[i] |= (T[z] >> i & 1) << z;
    }
    return tables;
  }

  private static int[] ofTables(int[] tables) {
    var T = new int[1 << tables.length];
    for (int z = 0; z < T.length; z++) {
      for (int i = 0; i < tables.length; i++) T[z] |= (tables[i] >> z & 1) << i;
    }
    return T;
  }

  private static List<Integer> sortedDegrees(int[] degrees, int[] tables) {
    return java.util.Arrays.stream(tables).map(table -> degrees[table]).sorted().boxed().toList();
  }

  private static int[] tasksOfDegree(int[] degrees, int q) {
    return java.util.stream.IntStream.range(0, degrees.length).filter(g -> degrees[g] == q).toArray();
  }

  /** The sum of deg g(T^-1) over tasks given by their tables. */
  private static long sumOfDegrees(int[] T, int[] tasks, int[] degrees) {
    long sum = 0;
    for (int g : tasks) sum += degrees[seen(T, g)];
    return sum;
  }

  /** The table of g(T^-1). */
  private static int seen(int[] T, int g) {
    int u = 0;
    for (int z = 0; z < T.length; z++) u |= (g >> z & 1) << T[z];
    return u;
  }

  /** The sum of deg g(T^-1) over the tasks of degree exactly q, which is as stated; d at most 3. */
  private static long exactSum(Fields data) {
    int[] T = data.transform("transform");
    require(dimension(T) <= 3, "d at most 3");
    int[] degrees = degreesOfAll(T.length);
    int[] tasks = tasksOfDegree(degrees, data.within("taskDegree", 1, dimension(T)));
    same("tasks", data.integer("tasks"), tasks.length);
    long sum = sumOfDegrees(T, tasks, degrees);
    same("sum", data.integer("sum"), sum);
    return sum;
  }

  private static List<int[]> signedPermutations(int d) {
    var all = new ArrayList<int[]>();
    forEachPermutation(d, order -> {
      for (int flips = 0; flips < 1 << d; flips++) {
        var A = new int[1 << d];
        for (int z = 0; z < A.length; z++) {
          for (int i = 0; i < d; i++) A[z] |= (z >> i & 1) << order[i];
          A[z] ^= flips;
        }
        all.add(A);
      }
    });
    return all;
  }

  /** The mean, over pairs of signed permutations A and B, of the number of T with A T = T B: the order of A's centraliser if both have one cycle type, else 0. */
  private static BigInteger burnside(int d) {
    var types = new TreeMap<String, Long>();
    var centralizers = new TreeMap<String, BigInteger>();
    for (int[] A : signedPermutations(d)) {
      var cycles = new int[A.length + 1];
      var seen = new boolean[A.length];
      for (int start = 0; start < A.length; start++) {
        int length = 0;
        for (int z = start; !seen[z]; z = A[z]) {
          seen[z] = true;
          length++;
        }
        cycles[length]++;
      }
      var centralizer = BigInteger.ONE;
      for (int l = 1; l < cycles.length; l++) centralizer = centralizer.multiply(BigInteger.valueOf(l).pow(cycles[l])).multiply(factorial(cycles[l]));
      cycles[0] = 0;
      String type = java.util.Arrays.toString(cycles);
      types.merge(type, 1L, Long::sum);
      centralizers.put(type, centralizer);
    }
    var sum = BigInteger.ZERO;
    for (String type : types.keySet()) sum = sum.add(centralizers.get(type).multiply(BigInteger.valueOf(types.get(type)).pow(2)));
    return sum.divide(BigInteger.valueOf(signedPermutations(d).size()).pow(2));
  }

  private static boolean isPermutation(int[] F) {
    var seen = new boolean[F.length];
    for (int y : F) {
      if (seen[y]) return false;
      seen[y] = true;
    }
    return true;
  }

  /** Whether T preserves the Hamming distance of every two points; for a bijection: whether it is a signed permutation. */
  private static boolean isSigned(int[] T) {
    for (int x = 0; x < T.length; x++) {
      for (int y = 0; y < x; y++) {
        if (Integer.bitCount(T[x] ^ T[y]) != Integer.bitCount(x ^ y)) return false;
      }
    }
    return true;
  }

  /** z -> A(B(z)). */
  private static int[] compose(int[] A, int[] B) {
    var product = new int[A.length];
    for (int z = 0; z < product.length; z++) product[z] = A[B[z]];
    return product;
  }

  /** Every permutation of 0..n-1, by exchanges (Heap). */
  private static void forEachPermutation(int n, Consumer<int[]> visit) {
    var p = new int[n];
    for (int i = 0; i < n; i++) p[i] = i;
    permute(p, n, visit);
  }

  private static void permute(int[] p, int k, Consumer<int[]> visit) {
    if (k <= 1) {
      visit.accept(p);
      return;
    }
    for (int i = 0; i < k; i++) {
      permute(p, k - 1, visit);
      int j = k % 2 == 0 ? i : 0;
      int swap = p[j];
      p[j] = p[k - 1];
      p[k - 1] = swap;
    }
  }

  private static int dimension(int[] T) {
    return Integer.numberOfTrailingZeros(T.length);
  }

  private static int[] inverse(int[] T) {
    var inverse = new int[T.length];
    for (int z = 0; z < T.length; z++) inverse[T[z]] = z;
    return inverse;
  }

  private static int[] coordinate(int[] T, int i) {
    var values = new int[T.length];
    for (int z = 0; z < T.length; z++) values[z] = (T[z] >> i & 1) == 1 ? -1 : 1;
    return values;
  }

  /** The degree by the definition, as a double sum. */
  private static int degree(int[] f) {
    int degree = 0;
    for (int S = 0; S < f.length; S++) {
      long sum = 0;
      for (int x = 0; x < f.length; x++) sum += Integer.bitCount(S & x) % 2 == 0 ? f[x] : -f[x];
      if (sum != 0) degree = Math.max(degree, Integer.bitCount(S));
    }
    return degree;
  }

  private static int degreeOf(int[] T) {
    int sum = 0;
    for (int i = 0; i < dimension(T); i++) sum += degree(coordinate(T, i));
    return sum;
  }

  /** A representation Phi of 2^d points of B^m: the i-th point goes to the i-th image. */
  private record Observed(int d, int m, int[] points, int[] images) {
    static Observed of(Fields data) {
      int d = data.within("d", 1, 10);
      int m = data.within("m", d, 12);
      int[] points = data.points("points", m);
      int[] images = data.integers("images");
      require(points.length == 1 << d, "the number of points is not 2^d");
      require(images.length == points.length, "a point without an image");
      for (int y : images) require(y >= 0 && y < 1 << d, "an image leaves the cube");
      return new Observed(d, m, points, images);
    }

    int[] coordinateDegrees() {
      var degrees = new int[d];
      for (int i = 0; i < d; i++) degrees[i] = leastDegree(m, points, coordinate(images, i));
      return degrees;
    }

    int[] after(int[] g) {
      return Arrays.stream(images).map(y -> g[y]).toArray();
    }
  }

  /** The least k such that the values are a combination of the characters of degree at most k on the points: elimination in integers. */
  private static int leastDegree(int m, int[] points, int[] values) {
    if (points.length == 1 << m) {
      var whole = new int[points.length];
      for (int i = 0; i < points.length; i++) whole[points[i]] = values[i];
      return degree(whole);
    }
    var basis = new TreeMap<Integer, BigInteger[]>();
    var h = Arrays.stream(values).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    for (int k = 0; k <= m; k++) {
      for (int S = 0; S < 1 << m; S++) {
        if (Integer.bitCount(S) != k || basis.size() == points.length) continue;
        var column = new BigInteger[points.length];
        for (int i = 0; i < column.length; i++) column[i] = BigInteger.valueOf(Integer.bitCount(S & points[i]) % 2 == 0 ? 1 : -1);
        int pivot = reduce(column, basis);
        if (pivot >= 0) basis.put(pivot, column);
      }
      if (reduce(h, basis) < 0) return k;
    }
    throw new Rejected("not a function on the points");
  }

  /** Subtracts multiples of the basis (by its first entry other than 0) until the first entry left has no partner; that entry, or -1. */
  private static int reduce(BigInteger[] vector, Map<Integer, BigInteger[]> basis) {
    for (int i = 0; i < vector.length; i++) {
      if (vector[i].signum() == 0) continue;
      var other = basis.get(i);
      if (other == null) return i;
      var a = other[i];
      var b = vector[i];
      var common = BigInteger.ZERO;
      for (int j = i; j < vector.length; j++) {
        vector[j] = vector[j].multiply(a).subtract(other[j].multiply(b));
        common = common.gcd(vector[j]);
      }
      for (int j = i; j < vector.length && common.signum() != 0; j++) vector[j] = vector[j].divide(common);
    }
    return -1;
  }

  /** The weights annihilate every character of degree at most the bound, and not the values. */
  private static void checkWitness(int m, int[] points, int[] values, int[] weights, int bound) {
    require(values.length == points.length && weights.length == points.length, "not one value and one weight a point");
    long pairing = 0;
    for (int i = 0; i < points.length; i++) pairing += (long) weights[i] * values[i];
    require(pairing != 0 || bound < 0, "the witness annihilates the function");
    for (int S = 0; S < 1 << m; S++) {
      if (Integer.bitCount(S) > bound) continue;
      long moment = 0;
      for (int i = 0; i < points.length; i++) moment += Integer.bitCount(S & points[i]) % 2 == 0 ? weights[i] : -weights[i];
      require(moment == 0, "the witness does not annihilate the monomial " + S);
    }
  }

  private static long coefficient(int[] f, int S) {
    long sum = 0;
    for (int x = 0; x < f.length; x++) sum += Integer.bitCount(S & x) % 2 == 0 ? f[x] : -f[x];
    return sum;
  }

  /** All subsets of 0..n-1 of the given size, as sorted lists. */
  private static void forEachSubset(int n, int size, Consumer<int[]> visit) {
    for (long set = 0; set < 1L << n; set++) {
      if (Long.bitCount(set) != size) continue;
      var points = new int[size];
      int at = 0;
      for (int x = 0; x < n; x++) {
        if ((set >> x & 1) == 1) points[at++] = x;
      }
      visit.accept(points);
    }
  }

  /** Whether no transform has a smaller density-weighted sum of deg(g . T^-1 . R^-1) than T. */
  private static boolean leastIn(int[] R, int[] T, int[] density, List<int[]> tasks) {
    var costs = new TreeSet<Long>();
    var known = new TreeMap<Integer, Integer>();
    int[] weights = tasks.stream().mapToInt(g -> degree(g) < density.length ? density[degree(g)] : 0).toArray();
    Consumer<int[]> visit = U -> {
      int[] both = compose(R, U);
      long cost = 0;
      for (int t = 0; t < weights.length; t++) {
        if (weights[t] == 0) continue;
        int[] u = through(both, tasks.get(t));
        int pattern = 0;
        for (int x = 0; x < u.length; x++) pattern |= u[x] < 0 ? 1 << x : 0;
        cost += (long) weights[t] * known.computeIfAbsent(pattern, key -> degree(u));
      }
      costs.add(cost);
    };
    visit.accept(T);
    long own = costs.first();
    forEachPermutation(R.length, visit);
    return costs.first() == own;
  }

  /** A polynomial by its coefficients over a denominator, with the multipliers that prove its degree profile least. */
  private record Polynomial(int variables, int[] coefficients, BigInteger denominator, List<int[]> multipliers, long multiplierDenominator) {
    static Polynomial of(Fields data, int variables) {
      int[] coefficients = data.integers("coefficients");
      require(coefficients.length == 1 << variables, "not one coefficient a monomial");
      long denominator = data.integer("denominator");
      long multiplierDenominator = data.integer("multiplierDenominator");
      require(denominator > 0 && denominator < 1 << 30 && multiplierDenominator > 0 && multiplierDenominator < 1 << 30, "a denominator is out of range");
      var rows = new ArrayList<int[]>();
      require(data.any("multipliers") instanceof List<?>, "multipliers is no list");
      for (Object row : (List<?>) data.any("multipliers")) rows.add(new Fields(Map.of("row", row)).integers("row"));
      return new Polynomial(variables, coefficients, BigInteger.valueOf(denominator), rows, multiplierDenominator);
    }

    int degree() {
      int degree = 0;
      for (int S = 0; S < coefficients.length; S++) degree = coefficients[S] == 0 ? degree : Math.max(degree, Integer.bitCount(S));
      return degree;
    }

    /** The value times the denominator. */
    long at(int x) {
      long sum = 0;
      for (int S = 0; S < coefficients.length; S++) sum += Integer.bitCount(S & x) % 2 == 0 ? coefficients[S] : -coefficients[S];
      return sum;
    }

    /**
     * It takes the values g(z) at places[z] for the z of the ball; and for every level k there are u_k, orthogonal to all characters of
     * degree below k, whose sums against those of degree k are the coefficients: then no interpolant with the same higher levels has less
     * weight at level k. (The difference of two such interpolants, paired with u_k, is 0.)
     */
    void checkLeastProfile(int[] places, int[] g, int radius) {
      int[] ball = ball(places, radius);
      for (int z = 0; z < places.length; z++) {
        if (Integer.bitCount(z) <= radius)
          require(BigInteger.valueOf(at(places[z])).equals(denominator.multiply(BigInteger.valueOf(g[z]))), "a training value is missed");
      }
      for (int S = 0; S < coefficients.length; S++) {
        int size = Integer.bitCount(S);
        require(size < multipliers.size() || coefficients[S] == 0, "a coefficient without multipliers");
        for (int k = size; k < multipliers.size(); k++) {
          int[] u = multipliers.get(k);
          require(u.length == ball.length, "not one multiplier a training point");
          long sum = 0;
          for (int i = 0; i < u.length; i++) sum += Integer.bitCount(S & ball[i]) % 2 == 0 ? u[i] : -u[i];
          long expected = k == size ? coefficients[S] * multiplierDenominator : 0;
          require(denominator.multiply(BigInteger.valueOf(sum)).equals(BigInteger.valueOf(expected)), "the multipliers of level " + k + " fail at " + S);
        }
      }
    }

    /** The sum of squared errors outside the ball, times the squared denominator. */
    BigInteger squaredError(int[] places, int[] g, int radius) {
      var sum = BigInteger.ZERO;
      for (int z = 0; z < places.length; z++) {
        if (Integer.bitCount(z) > radius) sum = sum.add(BigInteger.valueOf(at(places[z])).subtract(denominator.multiply(BigInteger.valueOf(g[z]))).pow(2));
      }
      return sum;
    }

    private static int[] ball(int[] places, int radius) {
      var ball = new ArrayList<Integer>();
      for (int z = 0; z < places.length; z++) {
        if (Integer.bitCount(z) <= radius) ball.add(places[z]);
      }
      return ball.stream().mapToInt(x -> x).sorted().toArray();
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) throw new Rejected(otherwise);
  }

  private static void same(String name, long stated, long found) {
    require(stated == found, name + " is stated as " + stated + " and is " + found);
  }

  /** The data of a certificate, read strictly. */
  private record Fields(Map<String, ?> data) {
    Object any(String key) {
      Object value = data.get(key);
      require(value != null, "no " + key);
      return value;
    }

    long integer(String key) {
      require(any(key) instanceof Long, key + " is no integer");
      return (Long) any(key);
    }

    int[] integers(String key) {
      require(any(key) instanceof List<?>, key + " is no list");
      var list = (List<?>) any(key);
      var values = new int[list.size()];
      for (int i = 0; i < values.length; i++) {
        require(list.get(i) instanceof Long value && value == value.intValue(), key + " holds something else than integers");
        values[i] = ((Long) list.get(i)).intValue();
      }
      return values;
    }

    int within(String key, int low, int high) {
      long value = integer(key);
      require(value >= low && value <= high, key + " is not within " + low + ".." + high);
      return (int) value;
    }

    /** A set of drops within 1..d-1. */
    int[] drops(int d) {
      int[] drops = integers("drops");
      for (int i = 0; i < drops.length; i++)
        require(drops[i] >= 1 && drops[i] < d && (i == 0 || drops[i] > drops[i - 1]), "drops lie within 1.." + (d - 1) + ", in rising order");
      return drops;
    }

    /** Numerator and denominator, as strings. */
    Ratio fraction(String key) {
      require(any(key) instanceof List<?> list && list.size() == 2, key + " is no numerator and denominator");
      var list = (List<?>) any(key);
      return ratio(key, list.get(0), list.get(1));
    }

    private static Ratio ratio(String key, Object p, Object q) {
      require(p instanceof String a && a.matches("\\d{1,200}") && q instanceof String b && b.matches("\\d{1,200}"), key + " holds something else than fractions");
      require(!((String) q).matches("0+"), key + " has a denominator 0");
      return new Ratio(new BigInteger((String) p), new BigInteger((String) q));
    }

    /** Rows n, numerator, denominator, as strings, by rising n up to 20. */
    Map<Integer, Ratio> ratios(String key) {
      require(any(key) instanceof List<?>, key + " is no list");
      var ratios = new LinkedHashMap<Integer, Ratio>();
      int last = -1;
      for (Object item : (List<?>) any(key)) {
        require(item instanceof List<?> row && row.size() == 3 && row.get(0) instanceof String n && n.matches("\\d|1\\d|20"), key + " has a row that is no n, numerator, denominator");
        var row = (List<?>) item;
        int n = Integer.parseInt((String) row.get(0));
        require(n > last, key + " are not in order");
        last = n;
        ratios.put(n, ratio(key, row.get(1), row.get(2)));
      }
      require(!ratios.isEmpty(), key + " is empty");
      return ratios;
    }

    boolean flag(String key) {
      require(any(key) instanceof Boolean, key + " is neither true nor false");
      return (Boolean) any(key);
    }

    String text(String key) {
      require(any(key) instanceof String, key + " is no string");
      return (String) any(key);
    }

    /** A list of objects. */
    List<Fields> records(String key) {
      require(any(key) instanceof List<?>, key + " is no list");
      var records = new ArrayList<Fields>();
      for (Object item : (List<?>) any(key)) {
        require(item instanceof Map<?, ?>, key + " holds something else than objects");
        var fields = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) item).forEach((name, value) -> fields.put((String) name, value));
        records.add(new Fields(fields));
      }
      return records;
    }

    /** A list of lists of so many integers each. */
    List<int[]> rows(String key, int width) {
      require(any(key) instanceof List<?>, key + " is no list");
      var rows = new ArrayList<int[]>();
      for (Object row : (List<?>) any(key)) {
        int[] values = new Fields(Map.of(key, row)).integers(key);
        require(values.length == width, key + " has a row of another width than " + width);
        rows.add(values);
      }
      return rows;
    }

    /** A Boolean function, as its values -1 and +1. */
    int[] signs(String key) {
      int[] f = integers(key);
      require(f.length >= 1 && f.length <= 1 << 12 && Integer.bitCount(f.length) == 1, key + " has a length that is no power of two within 1..4096");
      for (int value : f) require(value == 1 || value == -1, key + " has a value other than -1 and +1");
      return f;
    }

    /** A function with integer values within -1000..1000. */
    int[] values(String key) {
      int[] f = integers(key);
      require(f.length >= 1 && f.length <= 1 << 8 && Integer.bitCount(f.length) == 1, key + " has a length that is no power of two within 1..256");
      for (int value : f) require(Math.abs((long) value) <= 1000, key + " has a value outside -1000..1000");
      return f;
    }

    /** A function with values -1, 0 and 1. */
    int[] ternary(String key) {
      for (int value : values(key)) require(Math.abs(value) <= 1, key + " has a value other than -1, 0 and 1");
      return values(key);
    }

    List<int[]> listOfSigns(String key) {
      require(any(key) instanceof List<?>, key + " is no list");
      var functions = new ArrayList<int[]>();
      for (Object values : (List<?>) any(key)) functions.add(new Fields(Map.of(key, values)).signs(key));
      return functions;
    }

    int sign(String key) {
      require(integer(key) == 1 || integer(key) == -1, key + " is neither -1 nor +1");
      return (int) integer(key);
    }

    /** A map of B^d to itself, invertible or not. */
    int[] map(String key) {
      int[] F = integers(key);
      require(F.length >= 2 && F.length <= 1 << 12 && Integer.bitCount(F.length) == 1, key + " has a length that is no power of two within 2..4096");
      for (int y : F) require(y >= 0 && y < F.length, key + " leaves the cube");
      return F;
    }

    /** The data of a certificate's part. */
    Fields nested(String key) {
      require(any(key) instanceof Map<?, ?>, key + " is no object");
      var part = new LinkedHashMap<String, Object>();
      ((Map<?, ?>) any(key)).forEach((name, value) -> part.put(String.valueOf(name), value));
      return new Fields(part);
    }

    /** Different points of B^m. */
    int[] points(String key, int m) {
      int[] points = integers(key);
      var seen = new TreeSet<Integer>();
      for (int x : points) require(x >= 0 && x < 1 << m && seen.add(x), key + " leaves the cube or names a point twice");
      return points;
    }

    int[] transform(String key) {
      int[] T = integers(key);
      require(T.length >= 2 && T.length <= 1 << 12 && Integer.bitCount(T.length) == 1, key + " has a length that is no power of two within 2..4096");
      var seen = new boolean[T.length];
      for (int y : T) {
        require(y >= 0 && y < T.length && !seen[y], key + " is no permutation");
        seen[y] = true;
      }
      return T;
    }
  }

  // ---- files

  /** See the class comment. */
  public static void main(String[] args) {
    if (args.length == 0) {
      System.err.println("usage: java CheckCertificates.java FILE...");
      System.exit(2);
    }
    int judged = 0;
    int rejected = 0;
    for (String file : args) {
      var found = new ArrayList<Map<?, ?>>();
      try {
        collect(new Json(Files.readString(Path.of(file))).document(), found);
      } catch (IOException | Rejected failure) {
        System.err.println(file + ": " + failure.getMessage());
        System.exit(2);
      }
      for (var certificate : found) {
        var data = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) certificate.get("data")).forEach((key, value) -> data.put((String) key, value));
        var objection = objection((String) certificate.get("kind"), data);
        judged++;
        rejected += objection.isPresent() ? 1 : 0;
        System.out.println((objection.isPresent() ? "REJECTED " : "accepted ") + certificate.get("kind") + objection.map(o -> ": " + o).orElse("") + " (" + file + ")");
      }
    }
    System.out.println(judged + " judged, " + rejected + " rejected");
    System.exit(rejected > 0 || judged == 0 ? 1 : 0);
  }

  private static void collect(Object value, List<Map<?, ?>> found) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("kind") instanceof String && map.get("data") instanceof Map<?, ?>) found.add(map);
      else map.values().forEach(v -> collect(v, found));
    }
    if (value instanceof List<?> list) list.forEach(v -> collect(v, found));
  }

  /** A small JSON reader: integers become Long, other numbers Double. */
  private static final class Json {
    private final String text;
    private int at;
    private int depth;

    Json(String text) {
      this.text = text;
    }

    Object document() {
      Object value = value();
      space();
      require(at == text.length(), "text after the end at " + at);
      return value;
    }

    private void space() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private char next() {
      space();
      require(at < text.length(), "unexpected end");
      return text.charAt(at);
    }

    private void expect(char c) {
      require(next() == c, "expected " + c + " at " + at);
      at++;
    }

    private Object value() {
      require(++depth < 200, "too deep");
      try {
        switch (next()) {
          case '{': {
            var map = new LinkedHashMap<String, Object>();
            at++;
            if (next() != '}') {
              do {
                String key = string();
                expect(':');
                require(!map.containsKey(key), "key twice: " + key);
                map.put(key, value());
              } while (more('}'));
            }
            at++;
            return map;
          }
          case '[': {
            var list = new ArrayList<Object>();
            at++;
            if (next() != ']') {
              do {
                list.add(value());
              } while (more(']'));
            }
            at++;
            return list;
          }
          case '"':
            return string();
          default:
            return literal();
        }
      } finally {
        depth--;
      }
    }

    private boolean more(char end) {
      if (next() == end) return false;
      expect(',');
      return true;
    }

    private String string() {
      expect('"');
      var out = new StringBuilder();
      while (true) {
        require(at < text.length(), "unexpected end");
        char c = text.charAt(at++);
        if (c == '"') return out.toString();
        if (c != '\\') {
          out.append(c);
          continue;
        }
        require(at < text.length(), "unexpected end");
        char e = text.charAt(at++);
        int simple = "\"\\/bfnrt".indexOf(e);
        if (simple >= 0) out.append("\"\\/\b\f\n\r\t".charAt(simple));
        else {
          require(e == 'u' && at + 4 <= text.length(), "bad escape at " + at);
          try {
            out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
          } catch (NumberFormatException bad) {
            throw new Rejected("bad escape at " + at);
          }
          at += 4;
        }
      }
    }

    private Object literal() {
      int start = at;
      while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
      String word = text.substring(start, at);
      if (word.equals("true")) return true;
      if (word.equals("false")) return false;
      if (word.equals("null")) return "null";
      try {
        return word.matches("-?\\d{1,19}") ? (Object) Long.valueOf(word) : (Object) Double.valueOf(word);
      } catch (NumberFormatException bad) {
        throw new Rejected("not a value: " + word);
      }
    }
  }
}
