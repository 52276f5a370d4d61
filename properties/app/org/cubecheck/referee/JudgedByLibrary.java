package org.cubecheck.referee;

import static java.util.Map.entry;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Support;
import org.cubecheck.degree.MinDegree;
import org.cubecheck.realization.ConditionalDegree;
import org.cubecheck.realization.Representation;
import org.cubecheck.task.DegreeFlow;
import org.cubecheck.task.EnergyFlow;
import org.cubecheck.transform.Bijection;
import org.cubecheck.transform.DistanceFusion;

/** What the library says of a certificate, kind by kind. It shares no code with the referee. */
final class JudgedByLibrary {

    private JudgedByLibrary() {}

    /** The data as the library takes them. */
    record Data(Map<String, Object> map) {
        long integer(String key) {
            return (Long) map.get(key);
        }

        boolean is(String key, Object value) {
            return value.equals(map.get(key));
        }

        int[] integers(String key) {
            return ((List<?>) map.get(key))
                    .stream().mapToInt(value -> ((Long) value).intValue()).toArray();
        }

        List<Integer> list(String key) {
            return Arrays.stream(integers(key)).boxed().toList();
        }

        BooleanFunction function(String key) {
            return BooleanFunction.ofValues(integers(key));
        }

        RealFunction real(String key) {
            return RealFunction.ofIntegers(
                    Arrays.stream(integers(key)).asLongStream().toArray());
        }

        Bijection transform(String key) {
            return Bijection.of(integers(key));
        }

        List<Long> longs(String key) {
            return ((List<?>) map.get(key)).stream().map(value -> (Long) value).toList();
        }

        /** Whether the costs are those of the energies and penalties. */
        boolean costs() {
            var T = transform("transform");
            return longs("energies").stream().allMatch(c -> c >= 0)
                    && integer("cost") == EnergyFlow.of(T).cost(longs("energies"), longs("penalties"))
                    && integer("identityCost")
                            == EnergyFlow.of(Bijection.identity(T.dimension()))
                                    .cost(longs("energies"), longs("penalties"));
        }

        DegreeFlow flow() {
            return DegreeFlow.of(transform("transform"));
        }

        /** The sum of w(deg g) deg(g(T^-1)) over all Boolean g. */
        long weighted(DegreeFlow flow, int[] w) {
            return IntStream.range(0, w.length)
                    .mapToLong(k -> w[k] * flow.sumAt(k))
                    .sum();
        }

        boolean sums(int[] w) {
            int d = transform("transform").dimension();
            return weighted(flow(), w) == integer("sum")
                    && weighted(DegreeFlow.of(Bijection.identity(d)), w) == integer("identitySum");
        }
    }

    private static BigFraction fraction(long p, long q) {
        return BigFraction.of(p, q);
    }

    /** By kind: whether a certificate is true, found by the library, which shares no code with the referee. */
    static final Map<String, Predicate<Data>> BY_LIBRARY = Map.ofEntries(
            entry("coefficient-not-granular", data -> {
                var f = data.function("values");
                return f.degree() == data.integer("degree")
                        && !f.spectrum()
                                .coefficient((int) data.integer("set"))
                                .multiply(1L << f.degree())
                                .divide(1L << data.integer("shift"))
                                .getDenominator()
                                .equals(BigInteger.ONE);
            }),
            entry("composition-above-bound", data -> {
                var g = data.function("outer");
                var inner = ((List<?>) data.map.get("inner"))
                        .stream()
                                .map(values -> new Data(Map.of("f", values)).function("f"))
                                .toList();
                int largest =
                        inner.stream().mapToInt(BooleanFunction::degree).max().orElseThrow();
                int degree = g.of(inner).degree();
                return degree == data.integer("degree")
                        && degree > data.integer("value")
                        && data.integer("value") == (data.is("bound", "gf2") ? g.gf2Degree() * largest : largest);
            }),
            entry("degree-above-sensitivity", data -> {
                var f = data.function("values");
                return f.degree() == data.integer("degree")
                        && f.sensitivity() == data.integer("sensitivity")
                        && f.degree() > Math.pow(f.sensitivity(), data.integer("power"));
            }),
            entry("degree-law-differs", data -> {
                int k = data.is("statement", "all-tasks")
                        ? data.transform("transform").dimension()
                        : 1;
                var law = IntStream.rangeClosed(0, data.transform("transform").dimension())
                        .mapToObj(i -> (int) IntStream.rangeClosed(0, k)
                                .mapToLong(j -> data.flow().count(j, i))
                                .sum())
                        .toList();
                return law.equals(data.list("law")) && !law.equals(data.list("identityLaw"));
            }),
            entry("drops-not-identifying", data -> {
                var T = data.transform("transform");
                return DistanceFusion.of(T.dimension(), data.list("drops")).isPreservedBy(T)
                        && !T.isSignedPermutation();
            }),
            entry("exact-degree-lowered", data -> {
                int q = (int) data.integer("taskDegree");
                return data.flow().sumAt(q) == data.integer("sum")
                        && data.integer("sum") < q * data.flow().tasks(q);
            }),
            entry(
                    "expansion-differs",
                    data -> !data.real("values").at((int) data.integer("point")).equals(BigFraction.ZERO)),
            entry(
                    "expected-degree-differs",
                    data -> data.sums(data.integers("density")) && data.integer("sum") != data.integer("identitySum")),
            entry("gf2-degree-least", data -> {
                var T = data.transform("transform");
                var degrees =
                        T.coordinates().stream().map(BooleanFunction::gf2Degree).toList();
                return degrees.equals(data.list("gf2Degrees"))
                        && (degrees.stream().mapToInt(k -> k).sum() == T.dimension()) != T.isSignedPermutation();
            }),
            entry("influence-differs", data -> {
                int i = (int) data.integer("variable");
                return data.function("values").boundary(i) == data.integer("boundary")
                        && !data.function("values")
                                .spectrum()
                                .coefficient(1 << i)
                                .abs()
                                .equals(fraction(data.integer("boundary"), data.integers("values").length));
            }),
            entry("inverse-degree-differs", data -> {
                var T = data.transform("transform");
                return T.degree() == data.integer("degree")
                        && T.inverse().degree() == data.integer("inverseDegree")
                        && T.degree() != T.inverse().degree();
            }),
            entry("low-degree-not-signed", data -> {
                var T = data.transform("transform");
                return T.degree() == data.integer("degree")
                        && T.degree() <= T.dimension() + (data.is("most", "d") ? 0 : 1)
                        && !T.isSignedPermutation();
            }),
            entry("minimal-not-kept", data -> {
                var K = data.integers("drops");
                int d = data.transform("transform").dimension();
                boolean minimal = data.integer("sum") == data.integer("identitySum");
                boolean kept = data.is("kept", "gf2-tasks")
                        ? keepsGf2(data.transform("transform"), K[0])
                        : Arrays.stream(K).anyMatch(data.flow()::keeps);
                return data.sums(IntStream.rangeClosed(0, d)
                                .map(j -> (int)
                                        Arrays.stream(K).filter(k -> k >= j).count())
                                .toArray())
                        && minimal != kept;
            }),
            entry("soft-minimiser-differs", data -> {
                var T = data.transform("transform");
                int d = T.dimension();
                var c = data.longs("energies");
                var flow = EnergyFlow.of(T);
                long less = flow.cost(c, data.longs("penalties"))
                        - EnergyFlow.of(Bijection.identity(d)).cost(c, data.longs("penalties"));
                boolean rises = IntStream.range(1, d).anyMatch(j -> c.get(j) < c.get(j + 1));
                boolean falls = IntStream.range(1, d).allMatch(j -> c.get(j) > c.get(j + 1));
                boolean said = data.is("statement", "some-drop")
                        ? falls && less == 0 != IntStream.range(1, d).anyMatch(flow::keeps)
                        : less < 0 && rises == data.is("statement", "rising-energies");
                return data.costs() && said;
            }),
            entry("fold-cost-differs", data -> {
                var c = data.longs("energies");
                boolean less = data.integer("cost") < data.integer("identityCost");
                return data.costs()
                        && c.stream().skip(3).allMatch(e -> e == 0)
                        && c.get(0) == 0
                        && less != c.get(1) < 2 * c.get(2);
            }),
            entry("minimiser-group", data -> {
                int d = (int) data.integer("dimension");
                var T = data.transform("stranger");
                return DistanceFusion.of(d, data.list("drops")).isPreservedBy(T) && !T.isSignedPermutation();
            }),
            entry(
                    "negative-stability",
                    data -> data.function("values")
                                    .spectrum()
                                    .noiseStability(fraction(data.integer("p"), data.integer("q")))
                                    .compareTo(BigFraction.ZERO)
                            < 0),
            entry("no-predictor", data -> {
                int[] z = data.integers("points");
                return data.integers("map")[z[0]] == data.integers("map")[z[1]]
                        && data.integers("task")[z[0]] != data.integers("task")[z[1]];
            }),
            entry("not-a-monomial", data -> {
                var spectrum = data.real("values").spectrum();
                return data.real("values").degree() == data.integer("degree")
                        && IntStream.range(0, data.integers("values").length)
                                .noneMatch(S -> Integer.bitCount(S) == data.integer("degree")
                                        && spectrum.coefficient(S).abs().equals(BigFraction.ONE));
            }),
            entry("parseval-differs", data -> {
                var values = data.integers("values");
                var spectrum = data.real("values").spectrum();
                var absolute = IntStream.range(0, values.length)
                        .mapToObj(S -> spectrum.coefficient(S).abs())
                        .reduce(BigFraction.ZERO, BigFraction::add);
                return data.is("statement", "mean-absolute")
                        ? !absolute.equals(
                                fraction(Arrays.stream(values).map(Math::abs).sum(), values.length))
                        : data.is("statement", "sum-of-squares")
                                && !spectrum.weight()
                                        .equals(fraction(
                                                Arrays.stream(values)
                                                        .map(x -> x * x)
                                                        .sum(),
                                                1));
            }),
            entry("phase-diagram-differs", data -> {
                // Said is the group of the drops without the last one.
                var T = data.transform("transform");
                var before = data.list("drops").stream()
                        .filter(k -> k < T.dimension() - 1)
                        .toList();
                return data.is("statement", "last-drop-free")
                        && DistanceFusion.of(T.dimension(), data.list("drops")).isPreservedBy(T)
                                != DistanceFusion.of(T.dimension(), before).isPreservedBy(T);
            }),
            entry("plancherel-differs", data -> {
                var f = data.real("first");
                var g = data.real("second");
                return data.is("statement", "means")
                        && !f.inner(g)
                                .equals(f.spectrum()
                                        .mean()
                                        .multiply(g.spectrum().mean()));
            }),
            entry("product-coefficient-differs", data -> {
                int S = (int) data.integer("set");
                var f = data.real("first");
                var g = data.real("second");
                return data.is("product", "pointwise")
                        && !f.times(g)
                                .spectrum()
                                .coefficient(S)
                                .equals(f.spectrum()
                                        .coefficient(S)
                                        .multiply(g.spectrum().coefficient(S)));
            }),
            entry("product-degree", data -> {
                var f = data.function("first");
                var g = data.function("second");
                return f.times(g).degree() == data.integer("degree")
                        && data.integer("degree") != Math.min(f.variables(), f.degree() + g.degree());
            }),
            entry("restriction-degree", data -> {
                var f = data.function("values");
                int i = (int) data.integer("variable");
                int degree = f.restrict(i, (int) data.integer("sign")).degree();
                return f.boundary(i) > 0 && degree == data.integer("degree") && degree >= f.degree();
            }),
            entry(
                    "signed-not-alone",
                    data -> data.sums(data.integers("density"))
                            && data.integer("sum") <= data.integer("identitySum")
                            && !data.transform("transform").isSignedPermutation()),
            entry("task-not-observed", data -> {
                int[] z = data.integers("points");
                return data.integers("psi")[z[0]] == data.integers("psi")[z[1]]
                        && data.integers("task")[z[0]] != data.integers("task")[z[1]];
            }),
            entry("tasks-not-cheaper", data -> {
                int d = (int) data.integer("d");
                var X = Support.of((int) data.integer("m"), data.integers("points"));
                var images = new int[X.size()];
                for (int i = 0; i < images.length; i++)
                    images[X.indexOf(data.integers("points")[i])] = data.integers("images")[i];
                var Phi = Representation.of(MinDegree.on(X), d, images);
                int saved = 0;
                int flat = 0;
                int hierarchical = Phi.degree();
                var different = new HashSet<List<Long>>();
                for (var values : (List<?>) data.map.get("tasks")) {
                    var degrees = ConditionalDegree.of(Phi, Phi.compose(new Data(Map.of("g", values)).real("g")))
                            .orElseThrow();
                    different.add(Arrays.stream(Phi.compose(new Data(Map.of("g", values)).real("g")))
                            .boxed()
                            .toList());
                    saved += data.is("reading", "greatest") ? degrees.againstGreatest() : degrees.againstLeast();
                    flat += degrees.degree();
                    hierarchical += data.is("reading", "least") ? degrees.least() : degrees.greatest();
                }
                return saved == data.integer("saved")
                        && flat == data.integer("flat")
                        && hierarchical == data.integer("hierarchical")
                        && hierarchical >= flat
                        && (!data.is("threshold", "reached")
                                || different.size() == ((List<?>) data.map.get("tasks")).size())
                        && (data.is("threshold", "none") || saved >= d * d + (data.is("threshold", "above") ? 1 : 0));
            }),
            entry("total-influence-differs", data -> {
                var f = data.function("values");
                return f.degree() == data.integer("degree")
                        && data.is("statement", "degree")
                        && !f.spectrum()
                                .totalInfluence()
                                .equals(f.spectrum().variance().multiply(f.degree()));
            }));

    private static boolean keepsGf2(Bijection T, int k) {
        int d = T.dimension();
        return IntStream.range(0, 1 << (1 << d))
                .mapToObj(table -> BooleanFunction.ofTable(d, table))
                .filter(g -> g.gf2Degree() <= k)
                .allMatch(g -> T.inverse().pullback(g).gf2Degree() <= k);
    }
}
