package org.cubecheck.referee;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Accepts or rejects certificates from the definitions alone. This one file depends on nothing but the JDK and shares
 * no code with the library: {@code java CheckCertificates.java FILE...} reads certificates as JSON objects {@code
 * {"claim": ..., "kind": ..., "data": {...}}} (or a report, or an array of them: every object with a "kind" or "data"
 * is judged; or a folder), prints one line each, and ends with exit code 0 if all are accepted, 1 if one is rejected, 2
 * if a file cannot be read.
 *
 * <p>A certificate is evidence on the claim or control that it names, which must be the one under which it stands if it
 * stands in a report. Each kind lists those of the library on which it is evidence, and with which statements; no
 * others are accepted. On a claim that no kind lists, and that is not measured, or on none, a certificate is judged by
 * its kind alone; its line says so, the last line counts these, and with {@code --strict} they are an error.
 *
 * <p>Each kind stands in one block below, with what it shows in its comment. A certificate is accepted if and only if
 * that is so: what it states is computed anew from what it exhibits, and its data must not hold anything else. Those
 * that contradict a statement name it, often one of several, and are accepted only if that very statement is false. Not
 * judged is what stands beside claim, kind and data, such as the reading.
 *
 * <p>To add a kind, add one block to the enum of its group: a constant with its name, the fields of its data, a row for
 * each claim or control on which it is evidence ("ID", or "ID: KEY=VALUE" with what its data must say there), and the
 * check. To add a claim, give it and its controls rows in the blocks of their kinds, or if it is measured, and nothing
 * is evidence on it, an entry in {@code Measured.CLAIMS}. All else is computed from these.
 *
 * <p>Contents, in this order:
 *
 * <ul>
 * <li>what a kind is; the kinds by name and by claim; {@code objection}
 * <li>{@code Walsh}: the expansion, its identities, influences, noise, restrictions, the authors' examples
 * <li>{@code Degrees}: of Boolean functions and their compositions, over GF(2), against variables and sensitivity
 * <li>{@code Transforms}: invertibility, the least degree, inverses
 * <li>{@code Realizations}: representations and tasks on some of the points of B^m, interpolants
 * <li>{@code Identification}: what the degrees of predictors tell of a transform
 * <li>{@code Learning}: the same from finitely many tasks
 * <li>{@code Uniform}: arguments for every d
 * <li>{@code Census}: counts of transforms, and least sums over them
 * <li>{@code Measured}: measurements, taken on trust
 * <li>definitions: what several kinds share
 * <li>{@code Fields}: the data of a certificate, read strictly
 * <li>files: usage, {@code main}, the lines printed, the certificates of a report
 * <li>{@code Json}: a reader
 * </ul>
 *
 * <p>Conventions: a point of B^n is a mask, bit i set iff x_i = -1; a transform is the list of the images of 0, 1, ...,
 * 2^d - 1; a Boolean function is the list of its values -1 and +1; its Fourier coefficient at S is 2^-n sum_x f(x)
 * (-1)^popcount(S and x); its degree is the largest |S| with a coefficient other than 0; the degree of a transform is
 * the sum of those of its coordinates.
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

    // ---- what a kind is

    /** A kind of certificates: the constants of the enums below. */
    private sealed interface Kind {
        Entry entry();

        /** Returns if and only if the data are evidence of this kind, else throws {@link Rejected}. */
        void check(Fields data);
    }

    /**
     * What is said of a kind beside its check.
     *
     * @param kind its name in certificates
     * @param fields the keys of its data, those that not all have with a question mark
     * @param rows the claims and controls on which it is evidence
     */
    private record Entry(String kind, List<String> fields, List<Row> rows) {

        /**
         * An entry from its text: fields divided by blanks; "ID" or "ID: KEY=VALUE|VALUE, KEY=VALUE" for each claim
         * that certificates of this kind show, exhibit or would refute, and each control that they refute, with what
         * their data must say.
         */
        static Entry of(String kind, String fields, String... evidenceOn) {
            var rows = new ArrayList<Row>();
            for (String text : evidenceOn) {
                String[] parts = text.split(": ", 2);
                var data = new LinkedHashMap<String, List<String>>();
                if (parts.length == 2) {
                    for (String said : parts[1].split(", "))
                        data.put(
                                said.substring(0, said.indexOf('=')),
                                List.of(said.substring(said.indexOf('=') + 1).split("\\|")));
                }
                rows.add(new Row(parts[0], new Admitted(kind, data)));
            }
            return new Entry(kind, List.of(fields.split(" ")), List.copyOf(rows));
        }
    }

    private record Row(String claim, Admitted admitted) {}

    private static final Map<String, Kind> KINDS = byName();
    private static final Map<String, List<Admitted>> CLAIMS = byClaim();

    private static List<Kind> groups() {
        return Stream.<Kind[]>of(
                        Walsh.values(),
                        Degrees.values(),
                        Transforms.values(),
                        Realizations.values(),
                        Identification.values(),
                        Learning.values(),
                        Uniform.values(),
                        Census.values(),
                        Measured.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    private static Map<String, Kind> byName() {
        var kinds = new TreeMap<String, Kind>();
        for (var kind : groups()) {
            if (kinds.put(kind.entry().kind(), kind) != null)
                throw new IllegalStateException("two kinds " + kind.entry().kind());
        }
        return Collections.unmodifiableMap(kinds);
    }

    private static Map<String, List<Admitted>> byClaim() {
        var claims = new LinkedHashMap<String, List<Admitted>>();
        for (var kind : groups()) {
            for (var row : kind.entry().rows())
                claims.computeIfAbsent(row.claim(), claim -> new ArrayList<>()).add(row.admitted());
        }
        for (String claim : Measured.CLAIMS) {
            if (claims.put(claim, List.of()) != null) throw new IllegalStateException("evidence on " + claim);
        }
        return Collections.unmodifiableMap(claims);
    }

    /** The kinds that are known. */
    public static Set<String> kinds() {
        return KINDS.keySet();
    }

    /**
     * The fields that the data of certificates of a known kind have; a question mark follows those that not all have.
     */
    static List<String> fields(String kind) {
        return KINDS.get(kind).entry().fields();
    }

    /**
     * What can be evidence on a claim or control: a kind, with what its data must say, one of the values listed for
     * each key.
     */
    record Admitted(String kind, Map<String, List<String>> data) {
        boolean admits(String kind, Map<?, ?> data) {
            return this.kind.equals(kind)
                    && this.data.entrySet().stream()
                            .allMatch(said -> said.getValue().contains(String.valueOf(data.get(said.getKey()))));
        }

        /** As it stands in a row, after the kind. */
        String text() {
            return kind
                    + data.entrySet().stream()
                            .map(said -> ", " + said.getKey() + "=" + String.join("|", said.getValue()))
                            .collect(Collectors.joining());
        }
    }

    /** The claims and controls that are known, with what is admitted for each. */
    static Map<String, List<Admitted>> claims() {
        return CLAIMS;
    }

    /**
     * Empty if the certificate is accepted as evidence on this claim or control, else what is wrong with it. On one
     * that is not known, or on none, which is null, it is judged by its kind alone.
     */
    public static Optional<String> objection(String claim, String kind, Map<?, ?> data) {
        if (CLAIMS.containsKey(claim) && CLAIMS.get(claim).stream().noneMatch(admitted -> admitted.admits(kind, data)))
            return Optional.of("no evidence on " + claim
                    + (CLAIMS.get(claim).isEmpty()
                            ? ", which is measured"
                            : ", which takes "
                                    + CLAIMS.get(claim).stream()
                                            .map(Admitted::text)
                                            .collect(Collectors.joining("; "))));
        return objection(kind, data);
    }

    /** Empty if the certificate is accepted, else what is wrong with it. */
    public static Optional<String> objection(String kind, Map<?, ?> data) {
        var known = KINDS.get(kind);
        if (known == null) return Optional.of("unknown kind " + kind);
        try {
            var fields = new Fields(data);
            known.check(fields);
            fields.requireAllRead();
            return Optional.empty();
        } catch (Rejected rejected) {
            return Optional.of(rejected.getMessage());
        } catch (RuntimeException | StackOverflowError unforeseen) {
            return Optional.of(UNFORESEEN + unforeseen);
        }
    }

    /** Begins an objection that no check of the input foresaw: a certificate is rejected all the same. */
    static final String UNFORESEEN = "cannot be judged: ";

    // ---- kinds: Walsh

    /** Walsh coefficients: the expansion, its identities, influences, noise, restrictions, the authors' examples. */
    private enum Walsh implements Kind {

        /** The sum of f^(S) chi_S over all S, over 2^n where normalised is said, is not f at the point. */
        EXPANSION_DIFFERS(
                "expansion-differs",
                "values point normalised",
                "WALSH-INVERSION: normalised=false",
                "C-NORMALISED-TWICE: normalised=true") {
            @Override
            public void check(Fields data) {
                int[] f = data.values("values");
                int x = data.within("point", 0, f.length - 1);
                long[] sums = sums(f);
                long sum = 0;
                for (int S = 0; S < f.length; S++) sum += sums[S] * sign(S, x);
                require(sum != (long) f.length * f[x] * (data.flag("normalised") ? f.length : 1), "the two agree");
            }
        },

        /**
         * Different functions agree in what is compared: all coefficients; those with |S| at most 1; or all squares.
         * For the last two they are Boolean, for the first of any values.
         */
        COEFFICIENTS_AGREE(
                "coefficients-agree",
                "first second compared",
                "WALSH-UNIQUENESS: compared=all",
                "C-CHOW: compared=up-to-degree-1",
                "C-POWER-SPECTRUM: compared=squares") {
            @Override
            public void check(Fields data) {
                String compared = data.oneOf("compared", "all", "up-to-degree-1", "squares");
                int[] f = compared.equals("all") ? data.values("first") : data.signs("first");
                int[] g = compared.equals("all") ? data.values("second") : data.signs("second");
                sameLength(f, g);
                require(!Arrays.equals(f, g), "the functions are equal");
                long[] a = sums(f);
                long[] b = sums(g);
                for (int S = 0; S < f.length; S++) {
                    if (Integer.bitCount(S) > 1 && compared.equals("up-to-degree-1")) continue;
                    require(
                            a[S] == b[S] || compared.equals("squares") && a[S] == -b[S],
                            "the coefficients at " + S + " differ");
                }
            }
        },

        /**
         * The mean of f^2 is not the sum of the f^(S)^2; or the sum of f(x)^2 is not; or the mean of |f| is not the sum
         * of the |f^(S)|.
         */
        PARSEVAL_DIFFERS(
                "parseval-differs",
                "values statement",
                "PARSEVAL: statement=mean-square",
                "C-PARSEVAL-SUM: statement=sum-of-squares",
                "C-PARSEVAL-ABSOLUTE: statement=mean-absolute") {
            @Override
            public void check(Fields data) {
                int[] f = data.values("values");
                String statement = data.oneOf("statement", "mean-square", "sum-of-squares", "mean-absolute");
                int exponent = statement.equals("mean-absolute") ? 1 : 2;
                long values = 0;
                long coefficients = 0;
                for (int x = 0; x < f.length; x++) {
                    values += power(Math.abs(f[x]), exponent);
                    coefficients += power(Math.abs(sums(f)[x]), exponent);
                }
                // The sum on the one side times 2^n, or 1 for a mean of absolute values, or 4^n, is 2^n or 4^n times
                // the other.
                long factor = statement.equals("mean-square")
                        ? f.length
                        : statement.equals("mean-absolute") ? 1 : (long) f.length * f.length;
                require(values * factor != coefficients, "the two agree");
            }
        },

        /** E[fg] is not the sum of the f^(S) g^(S), or not E[f] E[g]. */
        PLANCHEREL_DIFFERS(
                "plancherel-differs",
                "first second statement",
                "PLANCHEREL: statement=coefficients",
                "C-UNCORRELATED: statement=means") {
            @Override
            public void check(Fields data) {
                int[] f = data.values("first");
                int[] g = data.values("second");
                sameLength(f, g);
                boolean all = data.oneOf("statement", "coefficients", "means").equals("coefficients");
                long products = 0;
                long coefficients = 0;
                for (int x = 0; x < f.length; x++) {
                    products += (long) f[x] * g[x];
                    coefficients += all || x == 0 ? sums(f)[x] * sums(g)[x] : 0;
                }
                require(f.length * products != coefficients, "the two agree");
            }
        },

        /**
         * The coefficient at the set of the product named, f g or the mean over y of f(y) g(xy), is not the product of
         * the coefficients.
         */
        PRODUCT_COEFFICIENT_DIFFERS(
                "product-coefficient-differs",
                "first second product set",
                "CONVOLUTION: product=convolution",
                "C-POINTWISE-PRODUCT: product=pointwise") {
            @Override
            public void check(Fields data) {
                int[] f = data.values("first");
                int[] g = data.values("second");
                sameLength(f, g);
                int S = data.within("set", 0, f.length - 1);
                boolean pointwise =
                        data.oneOf("product", "pointwise", "convolution").equals("pointwise");
                long sum = 0;
                for (int x = 0; x < f.length; x++) {
                    // 2^n times the product at x; the product of two points is the exclusive or of their masks.
                    long product = 0;
                    for (int y = 0; y < f.length; y++)
                        product += (long) f[pointwise ? x : y] * g[pointwise ? x : x ^ y];
                    sum += product * sign(S, x);
                }
                require(sum != sums(f)[S] * sums(g)[S], "the two agree");
            }
        },

        /**
         * The number of points at which flipping x_i changes the Boolean f, as stated, is not 2^n times the sum of the
         * f^(S)^2 with i in S, or |f^({i})|.
         */
        INFLUENCE_DIFFERS(
                "influence-differs",
                "values variable boundary statement",
                "INFLUENCES: statement=squares",
                "C-FIRST-COEFFICIENT: statement=first-coefficient") {
            @Override
            public void check(Fields data) {
                int[] f = data.signs("values");
                int i = data.variable("variable", f);
                long boundary = IntStream.range(0, f.length)
                        .filter(x -> f[x] != f[x ^ 1 << i])
                        .count();
                same("boundary", data.integer("boundary"), boundary);
                long[] sums = sums(f);
                long squares = 0;
                for (int S = 0; S < f.length; S++) squares += (S >> i & 1) * sums[S] * sums[S];
                require(
                        data.oneOf("statement", "squares", "first-coefficient").equals("squares")
                                ? f.length * boundary != squares
                                : boundary != Math.abs(sums[1 << i]),
                        "the two agree");
            }
        },

        /**
         * I, the mean number of variables whose flipping changes the Boolean f, of the stated degree, is not the sum of
         * |S| f^(S)^2; or is below the variance; or above the degree times the variance; or is not equal to that.
         */
        TOTAL_INFLUENCE_DIFFERS(
                "total-influence-differs",
                "values degree statement",
                "TOTAL-INFLUENCE: statement=spectrum|variance|at-most-degree",
                "C-TOTAL-INFLUENCE-DEGREE: statement=degree") {
            @Override
            public void check(Fields data) {
                int[] f = data.signs("values");
                int k = degree(f);
                same("degree", data.integer("degree"), k);
                long[] sums = sums(f);
                // All times 4^n.
                long influence = 0;
                long spectral = 0;
                for (int x = 0; x < f.length; x++) {
                    influence += f.length * sensitivity(f, x);
                    spectral += Integer.bitCount(x) * sums[x] * sums[x];
                }
                long variance = (long) f.length * f.length - sums[0] * sums[0];
                boolean so = switch (data.oneOf("statement", "spectrum", "variance", "at-most-degree", "degree")) {
                    case "spectrum" -> influence == spectral;
                    case "variance" -> influence >= variance;
                    case "at-most-degree" -> influence <= k * variance;
                    default -> influence == k * variance;
                };
                require(!so, "as said");
            }
        },

        /**
         * The mean of f(x) f(y) over all x, where each coordinate of y is that of x with probability (1 + r)/2, or
         * where each is flipped with probability 1 - r, is not the sum of r^|S| f^(S)^2; r = p/q.
         */
        NOISE_STABILITY_DIFFERS(
                "noise-stability-differs",
                "values p q noise",
                "NOISE-STABILITY: noise=correlated",
                "C-FLIP-PROBABILITY: noise=flipped") {
            @Override
            public void check(Fields data) {
                int[] f = data.signs("values");
                int n = dimension(f);
                int q = data.within("q", 1, 6);
                boolean flipped = data.oneOf("noise", "correlated", "flipped").equals("flipped");
                int p = data.within("p", flipped ? 0 : -q, q);
                require(n <= 6, "more than 6 variables");
                // Of each coordinate: kept, changed, out of these in all.
                long kept = flipped ? p : q + p;
                long changed = q - p;
                long sum = 0;
                for (int x = 0; x < f.length; x++) {
                    for (int y = 0; y < f.length; y++) {
                        int t = Integer.bitCount(x ^ y);
                        sum += power(kept, n - t) * power(changed, t) * f[x] * f[y];
                    }
                }
                // The mean is sum / (2^n q^n) or sum / (2^n (2q)^n), the other stability / (4^n q^n).
                require((flipped ? f.length : 1) * sum != stability(f, p, q), "the two agree");
            }
        },

        /** sum (p/q)^|S| f^(S)^2 is negative, p/q within -1..1. */
        NEGATIVE_STABILITY("negative-stability", "values p q", "C-NEGATIVE-CORRELATION") {
            @Override
            public void check(Fields data) {
                int[] f = data.signs("values");
                require(dimension(f) <= 6, "more than 6 variables");
                int q = data.within("q", 1, 6);
                require(stability(f, data.within("p", -q, q), q) < 0, "not negative");
            }
        },

        /**
         * With x_i fixed to the sign b, the coefficient of f at the set, which does not contain i, is not f^(S) + b
         * f^(S and i); or not f^(S).
         */
        RESTRICTION_COEFFICIENT(
                "restriction-coefficient",
                "values variable sign set statement",
                "RESTRICTION: statement=folded",
                "C-RESTRICTION-KEEPS: statement=kept") {
            @Override
            public void check(Fields data) {
                int[] f = data.values("values");
                int i = data.variable("variable", f);
                int S = data.within("set", 0, f.length - 1);
                int b = data.sign("sign");
                require((S >> i & 1) == 0, "the set contains the variable");
                boolean folded = data.oneOf("statement", "folded", "kept").equals("folded");
                long half = 0;
                for (int x = 0; x < f.length; x++) half += sign(1 << i, x) == b ? f[x] * sign(S, x) : 0;
                require(2 * half != sums(f)[S] + (folded ? b * sums(f)[S | 1 << i] : 0), "the coefficient is as said");
            }
        },

        /**
         * With x_i fixed to the sign, f has the stated degree, above that of f; or not less than that of f, which is
         * Boolean and depends on x_i.
         */
        RESTRICTION_DEGREE(
                "restriction-degree",
                "values variable sign degree statement",
                "RESTRICTION: statement=at-most",
                "C-RESTRICTION-LOWERS: statement=less") {
            @Override
            public void check(Fields data) {
                boolean less = data.oneOf("statement", "at-most", "less").equals("less");
                int[] f = less ? data.signs("values") : data.values("values");
                int i = data.variable("variable", f);
                int b = data.sign("sign");
                // The restriction as a function of all variables that ignores x_i: its degree is the same.
                int[] g = IntStream.range(0, f.length)
                        .map(x -> sign(1 << i, x) == b ? f[x] : f[x ^ 1 << i])
                        .toArray();
                same("degree", data.integer("degree"), degree(g));
                require(
                        less ? !Arrays.equals(f, g) && degree(g) >= degree(f) : degree(g) > degree(f),
                        "the degree is as said, or f does not depend on the variable");
            }
        },

        /** The expansion and the degree that are said of the example are so. */
        FOURIER_EXPANSION(
                "fourier-expansion",
                "example values valuesOver coefficients coefficientsOver degree",
                "AUTHORS-EXAMPLES: example=max|monomials") {
            @Override
            public void check(Fields data) {
                require(isExpansion(data), "the coefficients or the degree are others");
            }
        },

        /** The same, and they are not. */
        FOURIER_EXPANSION_DIFFERS(
                "fourier-expansion-differs",
                "example values valuesOver coefficients coefficientsOver degree",
                "AUTHORS-EXAMPLES: example=max|monomials") {
            @Override
            public void check(Fields data) {
                require(!isExpansion(data), "as said");
            }
        },

        /** At the point, two signs, x1 + x2 - x1 x2 is not the larger. */
        ZERO_ONE_CODING("zero-one-coding", "point", "C-ZERO-ONE-CODING") {
            @Override
            public void check(Fields data) {
                int[] x = data.integers("point");
                require(x.length == 2 && Math.abs(x[0]) == 1 && Math.abs(x[1]) == 1, "point holds no two signs");
                require(Math.max(x[0], x[1]) != x[0] + x[1] - x[0] * x[1], "the two agree");
            }
        },

        /** The degree of f, one of the authors' examples, is not the number of variables on which it depends. */
        DEGREE_NOT_VARIABLES("degree-not-variables", "example values degree variables", "C-DEGREE-VARIABLES") {
            @Override
            public void check(Fields data) {
                int[] f = data.values("values");
                require(
                        Arrays.equals(f, EXAMPLES.get(data.oneOf("example", "max", "monomials")).values),
                        "other values than the example has");
                same("degree", data.integer("degree"), degree(f));
                same("variables", data.integer("variables"), variables(f));
                require(degree(f) != variables(f), "as many variables as the degree");
            }
        };

        private final Entry entry;

        Walsh(String kind, String fields, String... evidenceOn) {
            entry = Entry.of(kind, fields, evidenceOn);
        }

        @Override
        public Entry entry() {
            return entry;
        }

        /**
         * An example, as its values, with the expansion and degree that are said: its coefficients (set, value), those
         * that are not 0.
         */
        private record Example(
                int[] values, int valuesOver, List<List<Integer>> coefficients, int coefficientsOver, int degree) {}

        /**
         * The authors' examples, max(x1, x2) and (1/2) x1 x2 x3 + 2 x4; and the first with the expansion that is right
         * for 0 and 1, x1 + x2 - x1 x2.
         */
        private static final Map<String, Example> EXAMPLES = Map.of(
                "max",
                        new Example(
                                new int[] {1, 1, 1, -1},
                                1,
                                List.of(List.of(0, 1), List.of(1, 1), List.of(2, 1), List.of(3, -1)),
                                2,
                                2),
                "max-zero-one",
                        new Example(
                                new int[] {1, 1, 1, -1},
                                1,
                                List.of(List.of(1, 1), List.of(2, 1), List.of(3, -1)),
                                1,
                                2),
                "monomials",
                        new Example(
                                new int[] {5, 3, 3, 5, 3, 5, 5, 3, -3, -5, -5, -3, -5, -3, -3, -5},
                                2,
                                List.of(List.of(7, 1), List.of(8, 4)),
                                2,
                                3));

        /** Whether the expansion and degree stated, which are those said of the example, are those of its values. */
        private static boolean isExpansion(Fields data) {
            var example = EXAMPLES.get(data.oneOf("example", EXAMPLES.keySet().toArray(String[]::new)));
            int[] f = data.values("values");
            require(
                    Arrays.equals(f, example.values) && data.integer("valuesOver") == example.valuesOver,
                    "other values than the example has");
            require(
                    data.lists("coefficients").equals(example.coefficients)
                            && data.integer("coefficientsOver") == example.coefficientsOver
                            && data.integer("degree") == example.degree,
                    "another expansion or degree than is said of the example");
            var stated = new long[f.length];
            for (var row : example.coefficients) stated[row.get(0)] = row.get(1);
            long[] sums = sums(f);
            boolean is = example.degree == degree(f);
            for (int S = 0; S < f.length; S++)
                is &= stated[S] * f.length * example.valuesOver == sums[S] * example.coefficientsOver;
            return is;
        }
    }

    // ---- kinds: degrees

    /** Degrees of Boolean functions: of compositions and products, over GF(2), against variables and sensitivity. */
    private enum Degrees implements Kind {

        /**
         * The degree of g(Phi_1, ..., Phi_d), Phi_i Boolean functions of n variables, is above the bound named: the
         * largest deg Phi_i; that times the degree of g over GF(2); the least of n and deg g times the largest; or the
         * sum of the deg Phi_i.
         */
        COMPOSITION_ABOVE_BOUND(
                "composition-above-bound",
                "outer inner bound value degree",
                "COMPOSITION-DEGREE: bound=product|sum",
                "C-COMPOSITION-MAX: bound=largest",
                "C-COMPOSITION-GF2: bound=gf2") {
            @Override
            public void check(Fields data) {
                int[] g = data.signs("outer");
                var inner = data.listOfSigns("inner");
                require(inner.size() == dimension(g) && !inner.isEmpty(), "one inner function for each variable");
                var composed = new int[inner.get(0).length];
                int largest = 0;
                int sum = 0;
                for (int[] phi : inner) {
                    sameLength(phi, composed);
                    largest = Math.max(largest, degree(phi));
                    sum += degree(phi);
                }
                for (int x = 0; x < composed.length; x++) {
                    int y = 0;
                    for (int i = 0; i < inner.size(); i++) y += inner.get(i)[x] < 0 ? 1 << i : 0;
                    composed[x] = g[y];
                }
                int bound = switch (data.oneOf("bound", "largest", "gf2", "product", "sum")) {
                    case "largest" -> largest;
                    case "gf2" -> gf2Degree(g) * largest;
                    case "product" -> Math.min(dimension(composed), degree(g) * largest);
                    default -> sum;
                };
                same("value", data.integer("value"), bound);
                same("degree", data.integer("degree"), degree(composed));
                require(degree(composed) > bound, "within the bound");
            }
        },

        /** The degree of the product of two Boolean functions, as stated, is not min(n, the sum of their degrees). */
        PRODUCT_DEGREE("product-degree", "first second degree", "C-PRODUCT-DEGREE") {
            @Override
            public void check(Fields data) {
                int[] f = data.signs("first");
                int[] g = data.signs("second");
                sameLength(f, g);
                var product = new int[f.length];
                for (int x = 0; x < f.length; x++) product[x] = f[x] * g[x];
                same("degree", data.integer("degree"), degree(product));
                require(degree(product) != Math.min(dimension(f), degree(f) + degree(g)), "the degrees add up");
            }
        },

        /**
         * The degree of the Boolean f and its degree over GF(2), both as stated, are not equal; or the second is not at
         * most the first.
         */
        GF2_DEGREE_DIFFERS(
                "gf2-degree-differs",
                "values degree gf2Degree statement",
                "GF2-DEGREE: statement=at-most",
                "C-GF2-EQUALS-REAL: statement=equal") {
            @Override
            public void check(Fields data) {
                int[] f = data.signs("values");
                int degree = degree(f);
                int gf2 = gf2Degree(f);
                same("degree", data.integer("degree"), degree);
                same("gf2Degree", data.integer("gf2Degree"), gf2);
                require(
                        data.oneOf("statement", "equal", "at-most").equals("equal") ? gf2 != degree : gf2 > degree,
                        "the degrees are " + degree + " and " + gf2);
            }
        },

        /**
         * The coefficient of the Boolean f of degree k at the set is no integer multiple of 2^(shift - k), as was said
         * for k at least 1; or, with the shift 1, of constants too.
         */
        COEFFICIENT_NOT_GRANULAR(
                "coefficient-not-granular",
                "values degree set shift constants",
                "GRANULARITY: shift=1, constants=false",
                "C-GRANULARITY-CONSTANT: shift=1, constants=true",
                "C-GRANULARITY-COARSE: shift=2, constants=false") {
            @Override
            public void check(Fields data) {
                int[] f = data.signs("values");
                int k = degree(f);
                same("degree", data.integer("degree"), k);
                int shift = data.within("shift", 1, 2);
                boolean constants = data.flag("constants");
                require(constants ? shift == 1 : k >= 1, "nothing is said of the degree 0");
                long sum = sums(f)[data.within("set", 0, f.length - 1)];
                require((sum << k) % ((long) f.length << shift) != 0, "the coefficient is a multiple");
            }
        },

        /**
         * The Boolean f has the stated degree, 1 or 2, or f with values -1, 0, 1 has degree 1, and is not plus or minus
         * one monomial of that degree.
         */
        NOT_A_MONOMIAL(
                "not-a-monomial",
                "values statement degree",
                "DEGREE-ONE: statement=boolean, degree=1",
                "C-DEGREE-ONE-REAL: statement=zero-allowed, degree=1",
                "C-DEGREE-TWO: statement=boolean, degree=2") {
            @Override
            public void check(Fields data) {
                int k = data.within("degree", 1, 2);
                boolean zero =
                        data.oneOf("statement", "boolean", "zero-allowed").equals("zero-allowed");
                require(!zero || k == 1, "the value 0 was allowed for degree 1");
                int[] f = zero ? data.ternary("values") : data.signs("values");
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
        },

        /** The Boolean f of degree k, at least 1, depends on exactly k 2^(k-1) variables. */
        JUNTA_BOUND_ATTAINED("junta-bound-attained", "values degree variables", "JUNTA") {
            @Override
            public void check(Fields data) {
                int[] f = data.signs("values");
                int k = degree(f);
                same("degree", data.integer("degree"), k);
                same("variables", data.integer("variables"), variables(f));
                require(k >= 1 && variables(f) == k << (k - 1), "the bound is not attained");
            }
        },

        /**
         * The Boolean f of degree k depends on more variables than k, or than k 2^(k-1), k at least 1; or that, with
         * values -1, 0, 1.
         */
        DEPENDS_ON_MORE(
                "depends-on-more",
                "values degree variables rule bound",
                "JUNTA: rule=nisan-szegedy",
                "C-JUNTA-DEGREE: rule=degree",
                "C-JUNTA-REAL: rule=zero-allowed") {
            @Override
            public void check(Fields data) {
                String rule = data.oneOf("rule", "degree", "nisan-szegedy", "zero-allowed");
                int[] f = rule.equals("zero-allowed") ? data.ternary("values") : data.signs("values");
                int k = degree(f);
                same("degree", data.integer("degree"), k);
                require(rule.equals("degree") || k >= 1, "the degree is 0");
                int bound = rule.equals("degree") ? k : k << (k - 1);
                same("bound", data.integer("bound"), bound);
                same("variables", data.integer("variables"), variables(f));
                require(variables(f) > bound, "within the bound");
            }
        },

        /** The degree of the Boolean f is the square of its sensitivity. */
        SENSITIVITY_BOUND_ATTAINED("sensitivity-bound-attained", "values degree sensitivity", "SENSITIVITY") {
            @Override
            public void check(Fields data) {
                int[] f = data.signs("values");
                int s = sensitivity(f);
                same("degree", data.integer("degree"), degree(f));
                same("sensitivity", data.integer("sensitivity"), s);
                require(degree(f) == s * s, "the bound is not attained");
            }
        },

        /** The degree of the Boolean f is above the first or second power of its sensitivity. */
        DEGREE_ABOVE_SENSITIVITY(
                "degree-above-sensitivity",
                "values degree sensitivity power",
                "SENSITIVITY: power=2",
                "C-SENSITIVITY-LINEAR: power=1") {
            @Override
            public void check(Fields data) {
                int[] f = data.signs("values");
                int s = sensitivity(f);
                same("degree", data.integer("degree"), degree(f));
                same("sensitivity", data.integer("sensitivity"), s);
                require(degree(f) > power(s, data.within("power", 1, 2)), "within the bound");
            }
        };

        private final Entry entry;

        Degrees(String kind, String fields, String... evidenceOn) {
            entry = Entry.of(kind, fields, evidenceOn);
        }

        @Override
        public Entry entry() {
            return entry;
        }
    }

    // ---- kinds: transforms

    /** Transforms of B^d: invertibility, the least degree, inverses. */
    private enum Transforms implements Kind {

        /**
         * Whether products of coordinates of F are balanced and whether F is invertible are two answers: every product;
         * the coordinates; or, for F = (z1, z2, f) on B^3, all products but that of all three.
         */
        BALANCED_NOT_INVERTIBLE(
                "balanced-not-invertible",
                "map statement",
                "BALANCED-PRODUCTS: statement=every-product",
                "C-BALANCED-COORDINATES: statement=coordinates",
                "C-BALANCED-BUT-ONE: statement=all-but-one") {
            @Override
            public void check(Fields data) {
                int[] F = data.map("map");
                int d = dimension(F);
                String statement = data.oneOf("statement", "every-product", "coordinates", "all-but-one");
                int factors = statement.equals("every-product") ? d : statement.equals("coordinates") ? 1 : 2;
                require(
                        !statement.equals("all-but-one")
                                || d == 3 && IntStream.range(0, 8).allMatch(z -> (F[z] & 3) == (z & 3)),
                        "no map (z1, z2, f) of B^3");
                boolean balanced = true;
                for (int S = 1; S < F.length; S++) {
                    if (Integer.bitCount(S) > factors) continue;
                    int sum = 0;
                    for (int y : F) sum += sign(S, y);
                    balanced &= sum == 0;
                }
                require(
                        balanced != isPermutation(F),
                        "the products are balanced and the map is invertible, or neither");
            }
        },

        /**
         * T is invertible and shows that "deg T is at least d, and at most d, or d + 1, if and only if T is a signed
         * permutation" is false.
         */
        LOW_DEGREE_NOT_SIGNED(
                "low-degree-not-signed",
                "transform degree most",
                "MINIMAL-DEGREE: most=d",
                "C-ONE-DEGREE-MORE: most=d+1") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int d = dimension(T);
                int degree = degreeOf(T);
                same("degree", data.integer("degree"), degree);
                require(
                        degree < d || degree <= data.oneOfSums("most", d, 1) != isSigned(T),
                        "a signed permutation, or of a higher degree");
            }
        },

        /**
         * The GF(2) degrees of the coordinates of T, as stated, add up to d and T is no signed permutation, or they do
         * not and it is one.
         */
        GF2_DEGREE_LEAST("gf2-degree-least", "transform gf2Degrees", "C-GF2-DEGREE") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int[] found = IntStream.range(0, dimension(T))
                        .map(i -> gf2Degree(coordinate(T, i)))
                        .toArray();
                require(
                        Arrays.equals(data.integers("gf2Degrees"), found),
                        "the GF(2) degrees are " + Arrays.toString(found));
                require(
                        (Arrays.stream(found).sum() == dimension(T)) != isSigned(T),
                        "a signed permutation, or of another sum of degrees");
            }
        },

        /**
         * F has no constant coordinate, and that its degree is at least d, and d if and only if F is a signed
         * permutation, is false.
         */
        LEAST_DEGREE_NOT_INVERTIBLE("least-degree-not-invertible", "map degree", "C-NOT-INVERTIBLE") {
            @Override
            public void check(Fields data) {
                int[] F = data.map("map");
                int d = dimension(F);
                for (int i = 0; i < d; i++) require(degree(coordinate(F, i)) > 0, "coordinate " + i + " is constant");
                same("degree", data.integer("degree"), degreeOf(F));
                require(
                        degreeOf(F) < d || (degreeOf(F) == d) != (isPermutation(F) && isSigned(F)),
                        "a signed permutation, or of another degree");
            }
        },

        /**
         * A and B belong to the set named, the signed permutations or the invertible transforms of degree at most d +
         * 1; A B, or A^-1, of the stated degree, does not.
         */
        SET_NOT_CLOSED(
                "set-not-closed",
                "first second set under degree",
                "SIGNED-GROUP: set=signed",
                "C-LOW-DEGREE-GROUP: set=low-degree") {
            @Override
            public void check(Fields data) {
                int[] A = data.transform("first");
                int[] B = data.transform("second");
                require(A.length == B.length, "of different dimensions");
                int d = dimension(A);
                boolean signed = data.oneOf("set", "signed", "low-degree").equals("signed");
                Predicate<int[]> member = T -> signed ? isSigned(T) : degreeOf(T) <= d + 1;
                // That the inverses belong is said of the signed permutations only.
                int[] result = data.oneOf("under", "composition", signed ? "inverse" : "composition")
                                .equals("composition")
                        ? compose(A, B)
                        : inverse(A);
                require(member.test(A) && member.test(B), "no members");
                same("degree", data.integer("degree"), degreeOf(result));
                require(!member.test(result), "the result is a member");
            }
        },

        /**
         * The numbers of invertible transforms of B^d, d at most 3, by (deg T, deg T^-1): every row (a, b, count), and
         * no other pair occurs. As was said, they are symmetric, and a is d if and only if b is.
         */
        INVERSE_DEGREE_CENSUS("inverse-degree-census", "dimension rows", "INVERSE-DEGREE") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 1, 3);
                var found = new TreeMap<List<Integer>, Long>(
                        (a, b) -> a.get(0).equals(b.get(0)) ? a.get(1) - b.get(1) : a.get(0) - b.get(0));
                forEachPermutation(1 << d, T -> found.merge(List.of(degreeOf(T), degreeOf(inverse(T))), 1L, Long::sum));
                var stated = new LinkedHashMap<List<Integer>, Long>();
                for (int[] row : data.rows("rows", 3))
                    require(stated.put(List.of(row[0], row[1]), (long) row[2]) == null, "a row twice");
                require(stated.equals(found), "the counts are " + found);
                found.forEach((pair, count) -> require(
                        count.equals(found.get(List.of(pair.get(1), pair.get(0))))
                                && (pair.get(0) == d) == (pair.get(1) == d),
                        "not symmetric, or of degree d one way only"));
            }
        },

        /**
         * T is invertible, deg T is not deg T^-1, both as stated, and deg T is at most the bound said: d, d + 1 or d +
         * 2.
         */
        LOW_INVERSE_DEGREE_DIFFERS(
                "low-inverse-degree-differs",
                "transform degree inverseDegree most",
                "INVERSE-DEGREE: most=d",
                "CENSUS-INVERSE: most=d+1",
                "C-CENSUS-INVERSE: most=d+2") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                degreesDiffer(data, T);
                int d = dimension(T);
                require(data.integer("degree") <= data.oneOfSums("most", d, 2), "the degree is above the bound");
            }
        },

        /**
         * T is invertible and deg T is not deg T^-1, both as stated; that they agree was said of any T, if T o T is the
         * identity, or if T o T o T is.
         */
        INVERSE_DEGREE_DIFFERS(
                "inverse-degree-differs",
                "transform degree inverseDegree statement",
                "C-INVERSE-DEGREE: statement=any") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                String statement = data.oneOf("statement", "any", "involution", "order-three");
                for (int z = 0; z < T.length; z++) {
                    int twice = T[T[z]];
                    require(
                            statement.equals("any") || z == (statement.equals("involution") ? twice : T[twice]),
                            "nothing is said of this transform");
                }
                degreesDiffer(data, T);
            }
        };

        private final Entry entry;

        Transforms(String kind, String fields, String... evidenceOn) {
            entry = Entry.of(kind, fields, evidenceOn);
        }

        @Override
        public Entry entry() {
            return entry;
        }

        private static void degreesDiffer(Fields data, int[] T) {
            int degree = degreeOf(T);
            int inverse = degreeOf(inverse(T));
            same("degree", data.integer("degree"), degree);
            same("inverseDegree", data.integer("inverseDegree"), inverse);
            require(degree != inverse, "both degrees are " + degree);
        }
    }

    // ---- kinds: realizations

    /** Realizations: representations and tasks on some of the points of B^m, their least degrees and interpolants. */
    private enum Realizations implements Kind {

        /**
         * h = g after Phi on 2^d points of B^m, its least degree as stated, above the bound named: the sum or the
         * maximum of the degrees of Phi's coordinates plus deg g; deg g; or the largest sum of degrees over a monomial
         * of g, which for weighted-exactly it only differs from.
         */
        COMPOSITION_AGAINST_BOUND(
                "composition-against-bound",
                "d m points images task bound limit degree witness",
                "SINGLE-TASK: bound=sum",
                "C-SUM: bound=maximum",
                "C-TASK-ONLY: bound=task",
                "WEIGHTED-DEGREE: bound=weighted",
                "C-WEIGHTED-EQUAL: bound=weighted-exactly") {
            @Override
            public void check(Fields data) {
                var observed = Observed.of(data);
                int[] g = data.integers("task");
                require(g.length == 1 << observed.d, "a task of another dimension");
                int[] degrees = observed.coordinateDegrees();
                int weighted = 0;
                long[] sums = sums(g);
                for (int S = 0; S < g.length; S++) {
                    int weight = 0;
                    for (int i = 0; i < observed.d; i++) weight += (S >> i & 1) * degrees[i];
                    weighted = sums[S] == 0 ? weighted : Math.max(weighted, weight);
                }
                String bound = data.oneOf("bound", "sum", "maximum", "task", "weighted", "weighted-exactly");
                int limit = switch (bound) {
                    case "sum" -> Arrays.stream(degrees).sum() + degree(g);
                    case "maximum" -> Arrays.stream(degrees).max().getAsInt() + degree(g);
                    case "task" -> degree(g);
                    default -> weighted;
                };
                int[] h = observed.after(g);
                int degree = leastDegree(observed.m, observed.points, h);
                same("degree", data.integer("degree"), degree);
                same("limit", data.integer("limit"), limit);
                checkWitness(observed.m, observed.points, h, data.integers("witness"), degree - 1);
                require(bound.equals("weighted-exactly") ? degree != limit : degree > limit, "the bound is met");
            }
        },

        /**
         * The witness shows that the function on the points has no realization of degree at most the bound, which is
         * the one said: d for 2^d points, d - 1 for these, d for 2^(d+1) points, d at least 1; the logarithm of the
         * number of points, rounded down; for two points or more the largest number below it.
         */
        SUPPORT_NEEDS_DEGREE(
                "support-needs-degree",
                "m points statement bound values witness",
                "SUPPORT-DEGREE: statement=power",
                "C-SUPPORT-LESS: statement=less",
                "C-SUPPORT-MORE: statement=twice-the-points",
                "SMALL-SUPPORT: statement=logarithm",
                "C-SMALLER-SUPPORT: statement=below-logarithm") {
            @Override
            public void check(Fields data) {
                int m = data.within("m", 0, 20);
                int[] points = data.points("points", m);
                String statement =
                        data.oneOf("statement", "power", "less", "twice-the-points", "logarithm", "below-logarithm");
                int fewest = switch (statement) {
                    case "power", "logarithm" -> 1;
                    case "twice-the-points" -> 4;
                    default -> 2;
                };
                require(points.length >= fewest, "too few points");
                int down = 0;
                while (2 << down <= points.length) down++;
                boolean power = points.length == 1 << down;
                require(power || statement.endsWith("logarithm"), "the number of points is no power of two");
                int bound = switch (statement) {
                    case "power", "logarithm" -> down;
                    case "less", "twice-the-points" -> down - 1;
                    default -> power ? down - 1 : down;
                };
                same("bound", data.integer("bound"), bound);
                checkWitness(m, points, data.integers("values"), data.integers("witness"), bound);
            }
        },

        /**
         * The tasks save what is stated, under the stated reading, the threshold is met, and yet the hierarchical
         * realization costs no less than the flat ones. Of a threshold that is only reached it was said for distinct
         * tasks.
         */
        TASKS_NOT_CHEAPER(
                "tasks-not-cheaper",
                "d m points images tasks reading threshold saved hierarchical flat",
                "MULTI-TASK: reading=greatest, threshold=above",
                "C-THRESHOLD-DROPPED: reading=greatest, threshold=none",
                "C-THRESHOLD-EQUAL: reading=greatest, threshold=reached",
                "MULTI-TASK-LEAST: reading=least, threshold=above",
                "C-LEAST-ANY-G: reading=least-for-any, threshold=above",
                "C-LEAST-EQUAL: reading=least, threshold=reached") {
            @Override
            public void check(Fields data) {
                var observed = Observed.of(data);
                String reading = data.oneOf("reading", "greatest", "least", "least-for-any");
                int[] image = Arrays.stream(observed.images).distinct().sorted().toArray();
                boolean onto = image.length == 1 << observed.d;
                int saved = 0;
                int flat = 0;
                int hierarchical = 0;
                var different = new HashSet<List<Integer>>();
                for (int degree : observed.coordinateDegrees()) hierarchical += degree;
                for (int[] g : data.rows("tasks", 1 << observed.d)) {
                    different.add(Arrays.stream(observed.after(g)).boxed().toList());
                    int degree = leastDegree(observed.m, observed.points, observed.after(g));
                    int least = leastDegree(
                            observed.d,
                            image,
                            Arrays.stream(image).map(y -> g[y]).toArray());
                    int greatest = onto ? degree(g) : observed.d;
                    flat += degree;
                    saved += degree - (reading.equals("greatest") ? greatest : least);
                    hierarchical += reading.equals("least") ? least : greatest;
                }
                same("saved", data.integer("saved"), saved);
                same("flat", data.integer("flat"), flat);
                same("hierarchical", data.integer("hierarchical"), hierarchical);
                int square = observed.d * observed.d;
                String threshold = data.oneOf("threshold", "none", "above", "reached");
                require(
                        threshold.equals("none")
                                || threshold.equals("above") && saved > square
                                || threshold.equals("reached") && saved >= square,
                        "the threshold is not met");
                require(
                        !threshold.equals("reached")
                                || different.size()
                                        == data.rows("tasks", 1 << observed.d).size(),
                        "a task is repeated");
                require(hierarchical >= flat, "the hierarchical realization is cheaper");
            }
        },

        /**
         * Phi is invertible on 2^d points and has the stated degree, which no invertible Phi on 2^d points of B^m
         * exceeds: 3 for d = 2, else d^2.
         */
        LARGEST_DEGREE("largest-degree", "d m points images degree", "D-SQUARED-TIGHT") {
            @Override
            public void check(Fields data) {
                int d = data.within("d", 1, 10);
                require(degreeOfLargest(data) == (d == 2 ? 3 : d * d), "it is neither d^2 nor 3 for d = 2");
            }
        },

        /**
         * The same, and the degree is not what was said: at most d^2 - 1, d at least 2; d^2; or 3 for d = 2 and else
         * d^2.
         */
        LARGEST_DEGREE_DIFFERS(
                "largest-degree-differs",
                "d m points images statement degree",
                "D-SQUARED-TIGHT: statement=square-but-two",
                "C-D-SQUARED-LESS: statement=below-square",
                "C-D-SQUARED-ATTAINED: statement=square") {
            @Override
            public void check(Fields data) {
                int d = data.within("d", 1, 10);
                int degree = degreeOfLargest(data);
                boolean so = switch (data.oneOf("statement", "below-square", "square", "square-but-two")) {
                    case "below-square" -> d < 2 || degree < d * d;
                    case "square" -> degree == d * d;
                    default -> degree == (d == 2 ? 3 : d * d);
                };
                require(!so, "as said");
            }
        },

        /**
         * Both learners' interpolants are of least degree profile on the latents of the ball, as their multipliers
         * prove, and their errors on the other latents contradict the statement that the rule names; or, for transfers,
         * show it: the hierarchical error is 0 and the flat one is not, where the task has a higher degree on all
         * observations than on those of the ball.
         */
        SHIFT_ERROR(
                "shift-error",
                "d m psi radius transform task rule hierarchical flat",
                "OUT-OF-DISTRIBUTION: rule=transfers|exact|jump",
                "C-RADIUS: rule=radius",
                "C-WORLD-MODEL: rule=world-model",
                "C-NEVER-WORSE: rule=never-worse",
                "C-ALWAYS-STRICT: rule=strict") {
            @Override
            public void check(Fields data) {
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
                String rule = data.oneOf(
                        "rule", "exact", "jump", "never-worse", "radius", "strict", "transfers", "world-model");
                if (!rule.equals("world-model")) require(isSigned(T), "no world model");
                if (!List.of("radius", "never-worse").contains(rule))
                    require(degree(g) <= radius, "a task of degree above the radius");
                switch (rule) {
                    case "exact", "radius", "world-model" ->
                        require(own.signum() > 0, "the hierarchical learner makes no error");
                    case "never-worse" -> require(own.compareTo(other) > 0, "the hierarchical error is not larger");
                    case "strict" -> {
                        require(
                                degree(g) >= 1 && !(m == d && isSigned(psi)),
                                "a constant task, or the latents are observed as they are");
                        require(own.compareTo(other) >= 0, "the hierarchical error is smaller");
                    }
                    default -> {
                        var sorted = psi.clone();
                        Arrays.sort(sorted);
                        var h = new int[sorted.length];
                        for (int z = 0; z < psi.length; z++) h[Arrays.binarySearch(sorted, psi[z])] = g[z];
                        require(leastDegree(m, sorted, h) > flat.degree(), "no jump of the degree");
                        if (rule.equals("jump")) require(other.signum() == 0, "the flat learner errs");
                        else
                            require(
                                    own.signum() == 0 && other.signum() > 0,
                                    "the hierarchical learner errs, or the flat one does not");
                    }
                }
            }
        };

        private final Entry entry;

        Realizations(String kind, String fields, String... evidenceOn) {
            entry = Entry.of(kind, fields, evidenceOn);
        }

        @Override
        public Entry entry() {
            return entry;
        }

        /**
         * The degree of an invertible Phi, as stated, once it is known that none exceeds it: it is d^2, or all are
         * tried.
         */
        private static int degreeOfLargest(Fields data) {
            var observed = Observed.of(data);
            require(isPermutation(observed.images), "Phi is not invertible");
            int degree = Arrays.stream(observed.coordinateDegrees()).sum();
            same("degree", data.integer("degree"), degree);
            // No coordinate has a degree above d: among the characters on 2^d points a basis is closed under subsets.
            if (degree == observed.d * observed.d) return degree;
            require(observed.d <= 2 && observed.m <= 4, "too many to try them all");
            forEachSubset(1 << observed.m, 1 << observed.d, points -> {
                var known = new TreeMap<Integer, Integer>();
                forEachPermutation(points.length, images -> {
                    int sum = 0;
                    for (int i = 0; i < observed.d; i++) {
                        int[] values = coordinate(images, i);
                        sum += known.computeIfAbsent(number(values), table -> leastDegree(observed.m, points, values));
                    }
                    require(sum <= degree, "a degree of " + sum + " occurs");
                });
            });
            return degree;
        }
    }

    // ---- kinds: identification

    /** Tasks and identification: what the degrees of predictors over all tasks, or some, tell of a transform. */
    private enum Identification implements Kind {

        /**
         * The cycle z to z + 1 and the exchange of 0 and 1 generate all permutations of the points; through each the
         * Boolean functions are permuted; their numbers by degree, d at most 4.
         */
        TASKS_PERMUTED("tasks-permuted", "dimension generators law", "NO-FREE-LUNCH") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 1, 4);
                int points = 1 << d;
                var generators = data.rows("generators", points);
                require(generators.size() == 2, "two generators");
                for (int z = 0; z < points; z++) {
                    require(generators.get(0)[z] == (z + 1) % points, "the first generator is no cycle z -> z + 1");
                    require(
                            generators.get(1)[z] == (z < 2 ? 1 - z : z),
                            "the second generator is no exchange of 0 and 1");
                }
                for (int[] s : generators) {
                    var seen = new BitSet();
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
                require(Arrays.equals(law, data.integers("law")), "the numbers by degree are " + Arrays.toString(law));
            }
        },

        /**
         * The predictors g(T^-1) of all Boolean tasks g, or those of degree at most 1, have other degrees than g:
         * numbers by degree as stated, d at most 4.
         */
        DEGREE_LAW_DIFFERS(
                "degree-law-differs",
                "transform statement law identityLaw",
                "NO-FREE-LUNCH: statement=all-tasks",
                "C-LUNCH-AT-1: statement=degree-at-most-1") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                lawsDiffer(data, T, identity(T.length));
            }
        },

        /**
         * The same with latents observed through an injection psi: B^d to B^m, m above d, and the representation of
         * psi(z) being T(z); of tasks of degree at most 1 it was said for psi(z) = (z, +1).
         */
        OBSERVED_DEGREE_LAW_DIFFERS(
                "observed-degree-law-differs",
                "observations psi transform statement law identityLaw",
                "NO-FREE-LUNCH-OBSERVED: statement=all-tasks",
                "C-OBSERVED-AT-1: statement=degree-at-most-1") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int[] psi = data.points("psi", data.within("observations", 1, 12));
                require(psi.length == T.length, "psi is not defined on all latents");
                long above = data.integer("observations") - dimension(T);
                require(
                        data.text("statement").equals("all-tasks")
                                ? above > 0
                                : above == 1 && Arrays.equals(psi, identity(psi.length)),
                        "other observations");
                lawsDiffer(data, T, psi);
            }
        },

        /**
         * F merges two points that the task g tells apart, so g is no function of F, as was said of invertible F, or of
         * any.
         */
        NO_PREDICTOR(
                "no-predictor",
                "statement map task points",
                "NON-IDENTIFIABLE: statement=invertible",
                "C-FITS-WITHOUT-INVERSE: statement=any-map") {
            @Override
            public void check(Fields data) {
                int[] F = data.oneOf("statement", "invertible", "any-map").equals("invertible")
                        ? data.transform("map")
                        : data.map("map");
                int[] g = data.signs("task");
                int[] points = data.integers("points");
                require(g.length == F.length && points.length == 2, "a task on the same cube, and two points");
                for (int z : points) require(z >= 0 && z < F.length, "a point outside the cube");
                require(F[points[0]] == F[points[1]], "the map does not merge the points");
                require(g[points[0]] != g[points[1]], "the task does not tell the points apart");
            }
        },

        /**
         * Observations psi: B^d to B^m show two latents alike that the task g tells apart, so g is no function of what
         * is observed.
         */
        TASK_NOT_OBSERVED("task-not-observed", "observations psi task points", "C-OBSERVED-ALIKE") {
            @Override
            public void check(Fields data) {
                int m = data.within("observations", 1, 12);
                int[] psi = data.integers("psi");
                int[] g = data.signs("task");
                int[] points = data.integers("points");
                require(g.length == psi.length && points.length == 2, "a task of the latents, and two of them");
                for (int x : psi) require(x >= 0 && x < 1 << m, "an observation outside B^" + m);
                for (int z : points) require(z >= 0 && z < psi.length, "a latent outside the cube");
                require(psi[points[0]] == psi[points[1]], "the two are not observed alike");
                require(g[points[0]] != g[points[1]], "the task does not tell the two apart");
            }
        },

        /**
         * The sums of w(deg g) deg(g(T^-1)) and of w(deg g) deg g over all Boolean g differ; w is 1, or 2 up to degree
         * 1 and 1 above; d at most 3.
         */
        EXPECTED_DEGREE_DIFFERS(
                "expected-degree-differs",
                "transform density statement sum identitySum",
                "NON-IDENTIFIABLE: statement=uniform",
                "C-EQUAL-UNDER-PREFERENCE: statement=double-to-degree-1") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                boolean uniform =
                        data.oneOf("statement", "uniform", "double-to-degree-1").equals("uniform");
                int[] density = data.density(dimension(T), true);
                for (int k = 0; k < density.length; k++)
                    require(density[k] == (uniform || k > 1 ? 1 : 2), "another density");
                long[] sums = weightedSums(data, T, density);
                require(sums[0] != sums[1], "both sums are " + sums[0]);
            }
        },

        /**
         * That the minimisers of the sum of w(deg g) deg(g(T^-1)) over all Boolean g are exactly the signed
         * permutations is false at T, as a comparison with the identity shows; w does not increase and drops from
         * degree 1 to 2, or is 1 up to a degree within 1..d-1 and 0 above. Or d = 3, w is 1, 1, 0, 5, and T has less
         * than the identity. d at most 4, or w is 0 above degree 2.
         */
        SIGNED_NOT_ALONE(
                "signed-not-alone",
                "transform density statement sum identitySum",
                "IDENTIFIES-AT-1: statement=drops-after-1",
                "C-DROP-ANYWHERE: statement=up-to-a-degree",
                "C-INCREASING-DENSITY: statement=rises") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int d = dimension(T);
                int[] w = data.density(d, true);
                String statement = data.oneOf("statement", "drops-after-1", "up-to-a-degree", "rises");
                for (int k = 1; k <= d; k++) require(statement.equals("rises") || w[k] <= w[k - 1], "another density");
                if (statement.equals("rises")) require(Arrays.equals(w, new int[] {1, 1, 0, 5}), "another density");
                if (statement.equals("drops-after-1")) require(d >= 2 && w[1] > w[2], "no drop from degree 1 to 2");
                if (statement.equals("up-to-a-degree")) require(w[0] == 1 && w[1] == 1 && w[d] == 0, "another density");
                long[] sums = weightedSums(data, T, w);
                require(
                        statement.equals("rises")
                                ? sums[0] < sums[1]
                                : isSigned(T) ? sums[0] != sums[1] : sums[0] <= sums[1],
                        "as said");
            }
        },

        /**
         * T is no signed permutation, and the degrees of the tasks said, x_1 or 1, -1, x_1 and -x_1, add up to no more
         * through T than through the identity.
         */
        TASK_LIST_NOT_IDENTIFYING(
                "task-list-not-identifying",
                "transform statement tasks",
                "C-MORE-THAN-DEGREE: statement=constants-and-first",
                "C-ONE-POLYNOMIAL: statement=first") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int[] first = coordinate(identity(T.length), 0);
                int[] one = new int[T.length];
                Arrays.fill(one, 1);
                var said =
                        data.oneOf("statement", "first", "constants-and-first").equals("first")
                                ? List.of(first)
                                : List.of(one, negated(one), first, negated(first));
                require(
                        data.lists("tasks")
                                .equals(said.stream()
                                        .map(CheckCertificates::list)
                                        .toList()),
                        "other tasks than were said");
                require(
                        said.stream().allMatch(g -> degree(through(T, g)) <= degree(g)),
                        "the transform does worse than the identity");
                require(!isSigned(T), "a signed permutation");
            }
        },

        /**
         * T maps the Boolean functions of degree exactly d onto themselves, and another transform gives them a smaller
         * sum of degrees; d at most 3.
         */
        EXACT_DEGREE_KEPT("exact-degree-kept", "transform better sum betterSum", "C-REARRANGE-EXACT-DEGREE") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int[] better = data.transform("better");
                require(T.length == better.length, "of different dimensions");
                long sum = 0;
                long betterSum = 0;
                for (int[] g : booleanFunctions(dimension(T), dimension(T))) {
                    if (degree(g) != dimension(T)) continue;
                    require(degree(through(T, g)) == dimension(T), "a task of degree d loses it");
                    sum += degree(through(T, g));
                    betterSum += degree(through(better, g));
                }
                same("sum", data.integer("sum"), sum);
                same("betterSum", data.integer("betterSum"), betterSum);
                require(betterSum < sum, "the other transform is no better");
            }
        },

        /**
         * Whether p(T^-1) has degree at most k for every p of degree at most k, and what was said to go with it, are
         * two answers: that T is a signed permutation, k = 2; or that T keeps the Boolean tasks of degree at most k, d
         * at most 4.
         */
        POLYNOMIALS_KEPT(
                "polynomials-kept",
                "transform maxDegree statement",
                "REAL-TASKS: statement=tasks",
                "C-REAL-AT-2: statement=signed") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int k = data.within("maxDegree", 1, dimension(T) - 1);
                boolean signed = data.oneOf("statement", "signed", "tasks").equals("signed");
                require(!signed || k == 2, "signed permutations were said for degree 2");
                require(
                        keepsPolynomials(T, k) != (signed ? isSigned(T) : keepsTasks(T, k, CheckCertificates::degree)),
                        "the two agree");
            }
        },

        /**
         * The classes of distances with equal kernels of the polynomials of degree at most k, for all k in K; the group
         * they stand for, which is that said, see {@link CheckCertificates#groupByTypes}, with its order, counted over
         * all transforms for d at most 3; a member that is no signed permutation.
         */
        MINIMISER_GROUP("minimiser-group", "dimension drops classes group order stranger", "PHASE-DIAGRAM") {
            @Override
            public void check(Fields data) {
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
                require(data.lists("classes").equals(classes), "the classes of distances are " + classes);
                String group = data.text("group");
                var withOne = classes.get(0);
                boolean fits = switch (group) {
                    case "SIGNED_PERMUTATIONS" -> withOne.size() == 1;
                    case "FOLDED_CUBE" ->
                        d >= 4
                                && withOne.equals(List.of(1, d))
                                && classes.stream().allMatch(c -> c.stream().allMatch(t -> c.contains(d + 1 - t)));
                    case "PARITY" ->
                        d >= 3
                                && classes.size() == 2
                                && classes.stream().allMatch(c -> c.stream().allMatch(t -> t % 2 == c.get(0) % 2));
                    case "ALL" -> d >= 2 && classes.size() == 1;
                    default -> false;
                };
                require(fits, "the classes " + classes + " are not those of " + group);
                require(group.equals(groupByTypes(d, drops)), "another group than was said");
                require(data.text("order").equals(order(group, d).toString()), "the order is " + order(group, d));
                if (d <= 3) {
                    long[] count = new long[1];
                    forEachPermutation(1 << d, T -> count[0] += keepsKernels(T, drops) ? 1 : 0);
                    require(
                            order(group, d).equals(BigInteger.valueOf(count[0])),
                            "the kernels are kept by " + count[0] + " transforms");
                }
                if (group.equals("SIGNED_PERMUTATIONS")) {
                    require(data.integers("stranger").length == 0, "there is no stranger");
                    return;
                }
                int[] stranger = data.transform("stranger");
                require(dimension(stranger) == d, "the stranger is of another dimension");
                require(keepsKernels(stranger, drops), "the stranger does not keep the kernels");
                require(!isSigned(stranger), "the stranger is a signed permutation");
            }
        },

        /**
         * That the transforms which keep the kernels of the polynomials of degree at most k for all k in K form the
         * group named is false at T: it keeps them and is no member, or is one and does not. The members: signed
         * permutations; what keeps the distance of the folded cube, the lesser of t and d + 1 - t; what keeps the
         * parity of the number of -1, or reverses it; all. The group is that which the statement names for d and K: by
         * the types of the drops, see {@link CheckCertificates#groupByTypes}; or, last-drop-free, the same whether d -
         * 1 is in K or not.
         */
        PHASE_DIAGRAM_DIFFERS(
                "phase-diagram-differs", "drops group statement transform", "PHASE-DIAGRAM: statement=by-types") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int d = dimension(T);
                require(d <= 8, "d at most 8");
                int[] drops = data.drops(d);
                boolean free =
                        data.oneOf("statement", "by-types", "last-drop-free").equals("last-drop-free");
                String said = groupByTypes(
                        d, free ? Arrays.stream(drops).filter(k -> k < d - 1).toArray() : drops);
                require(data.text("group").equals(said), "the group that was said is " + said);
                boolean member = switch (data.oneOf("group", "SIGNED_PERMUTATIONS", "FOLDED_CUBE", "PARITY", "ALL")) {
                    case "SIGNED_PERMUTATIONS" -> isSigned(T);
                    case "FOLDED_CUBE" -> keepsDistance(T, t -> Math.min(t, d + 1 - t));
                    case "PARITY" -> keepsDistance(T, t -> t % 2);
                    default -> true;
                };
                require(keepsKernels(T, drops) != member, "a member that keeps the kernels, or neither");
            }
        },

        /**
         * Whether T minimises the sum of w(deg g) deg(g(T^-1)) over all Boolean g, w dropping by 1 after each degree in
         * K and ending with 0, and whether T keeps what is named for all k in K, are two answers: the Boolean functions
         * of degree at most k, the polynomials of degree at most k, their kernels, the Boolean functions of degree at
         * most k over GF(2), K = {1}; or the first for some k only, K = {1, ..., d - 1}. d at most 4. T stands for a
         * minimiser if it has no more than the identity: the identity keeps all of these, so if it is no minimiser,
         * that is another counterexample. Or nothing is named, and T has less than the identity, which any group of
         * minimisers has as a member.
         */
        MINIMAL_NOT_KEPT(
                "minimal-not-kept",
                "transform drops kept sum identitySum",
                "REARRANGEMENT: kept=tasks|polynomials|kernels",
                "C-REARRANGE-GF2: kept=gf2-tasks",
                "C-REARRANGE-SOME-K: kept=tasks-for-some-drop",
                "PHASE-DIAGRAM: kept=nothing") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int d = dimension(T);
                require(d <= 4, "d at most 4");
                int[] drops = data.drops(d);
                var w = new int[d + 1];
                for (int k : drops) {
                    for (int j = 0; j <= k; j++) w[j]++;
                }
                long[] sums = weightedSums(data, T, w);
                String what = data.oneOf(
                        "kept", "tasks", "polynomials", "kernels", "gf2-tasks", "tasks-for-some-drop", "nothing");
                // Two are said of one K each.
                require(!what.equals("gf2-tasks") || Arrays.equals(drops, new int[] {1}), "K is not {1}");
                require(
                        !what.equals("tasks-for-some-drop") || d > 1 && drops.length == d - 1,
                        "K is not {1, ..., d - 1}");
                if (what.equals("nothing")) {
                    require(sums[0] < sums[1], "no less than the identity");
                    return;
                }
                boolean kept = switch (what) {
                    case "tasks" -> Arrays.stream(drops).allMatch(k -> keepsTasks(T, k, CheckCertificates::degree));
                    case "polynomials" -> Arrays.stream(drops).allMatch(k -> keepsPolynomials(T, k));
                    case "kernels" -> keepsKernels(T, drops);
                    case "gf2-tasks" ->
                        Arrays.stream(drops).allMatch(k -> keepsTasks(T, k, CheckCertificates::gf2Degree));
                    default -> Arrays.stream(drops).anyMatch(k -> keepsTasks(T, k, CheckCertificates::degree));
                };
                require(sums[0] <= sums[1] != kept, "a minimiser that keeps them, or neither");
            }
        },

        /**
         * With mean energies of the tasks by level and penalties by level, the expected cost of the tasks through T,
         * the sum over S and R of energy(|S|) penalty(|R|) (chi_S(T^-1))^(R)^2, is not as the statement has it. Costs
         * are in units of 4^-d; d at most 5. keeps-drops: the energies do not rise from level 1 on and the penalties do
         * not fall, and T costs less than the identity, or as much though for some drop j of the energies and rise k of
         * the penalties neither of P_j(T^-1) and P_k lies within the other, or more though one always does. some-drop:
         * energies that fall and penalties that rise from each level to the next, and "T costs as much as the identity"
         * and "T keeps P_j for some j within 1..d-1" are not both true or both false. rising-energies: the energies
         * rise somewhere from level 1 on, the penalties rise from level to level, and T costs less than the identity.
         * falling-penalty: the energies do not rise from level 1 on, the penalties fall somewhere, and T costs less.
         */
        SOFT_MINIMISER_DIFFERS(
                "soft-minimiser-differs",
                "transform energies penalties cost identityCost statement",
                "SOFT-DEGREE: statement=keeps-drops",
                "C-SOFT-SOME-DROP: statement=some-drop",
                "C-SOFT-ENERGIES-RISE: statement=rising-energies",
                "C-SOFT-PENALTY-FALLS: statement=falling-penalty") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int d = dimension(T);
                int[] c = data.levels("energies", d);
                int[] mu = data.levels("penalties", d);
                int compared = softCosts(data, T, c, mu);
                boolean energiesRise = IntStream.range(1, d).anyMatch(j -> c[j] < c[j + 1]);
                boolean energiesFall = IntStream.range(1, d).allMatch(j -> c[j] > c[j + 1]);
                boolean penaltiesFall = IntStream.range(0, d).anyMatch(k -> mu[k] > mu[k + 1]);
                boolean penaltiesRise = IntStream.range(0, d).allMatch(k -> mu[k] < mu[k + 1]);
                switch (data.oneOf("statement", "keeps-drops", "some-drop", "rising-energies", "falling-penalty")) {
                    case "keeps-drops" -> {
                        require(!energiesRise, "the energies rise");
                        require(!penaltiesFall, "the penalties fall");
                        boolean kept = true;
                        for (int j = 1; j < d; j++) {
                            for (int k = 0; k < d; k++) {
                                if (c[j] > c[j + 1] && mu[k] < mu[k + 1]) kept &= mapsWithin(T, j, k);
                            }
                        }
                        require(compared < 0 || compared == 0 != kept, "the statement is true of T");
                    }
                    case "some-drop" -> {
                        require(energiesFall && d > 1, "the energies do not fall at each level");
                        require(penaltiesRise, "the penalties do not rise");
                        boolean kept = IntStream.range(1, d).anyMatch(j -> keepsPolynomials(T, j));
                        require(compared == 0 != kept, "the statement is true of T");
                    }
                    case "rising-energies" -> {
                        require(energiesRise, "the energies do not rise");
                        require(penaltiesRise, "the penalties do not rise");
                        require(compared < 0, "T costs no less than the identity");
                    }
                    default -> {
                        require(!energiesRise, "the energies rise");
                        require(penaltiesFall, "the penalties do not fall");
                        require(compared < 0, "T costs no less than the identity");
                    }
                }
            }
        },

        /**
         * The fold x_i to x_i x_j for all i other than j, with energies at the levels 1 and 2 alone and penalties by
         * level, does not cost what is said: difference, (d - 1)(c_1 - c_2)(mu_2 - mu_1) more than the identity;
         * weighted, with penalties 0, 1, ..., d, less than the identity iff c_1 less than 2 c_2. Costs as above; d
         * within 2..8.
         */
        FOLD_COST_DIFFERS(
                "fold-cost-differs",
                "transform energies penalties cost identityCost statement",
                "SOFT-TIE: statement=difference",
                "C-TIE-WEIGHTED: statement=weighted") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int d = dimension(T);
                require(d >= 2, "d at least 2");
                boolean fold = IntStream.range(0, d)
                        .anyMatch(j -> IntStream.range(0, 1 << d)
                                .allMatch(z -> T[z] == ((z >>> j & 1) != 0 ? z ^ (1 << d) - 1 ^ 1 << j : z)));
                require(fold, "no fold");
                int[] c = data.levels("energies", d);
                int[] mu = data.levels("penalties", d);
                for (int k = 0; k <= d; k++)
                    require(k == 1 || k == 2 || c[k] == 0, "energy at another level than 1 and 2");
                int compared = softCosts(data, T, c, mu);
                if (data.oneOf("statement", "difference", "weighted").equals("difference")) {
                    long said = (long) (d - 1) * (c[1] - c[2]) * (mu[2] - mu[1]) << 2 * d;
                    require(data.integer("cost") - data.integer("identityCost") != said, "the difference is as said");
                } else {
                    require(IntStream.rangeClosed(0, d).allMatch(k -> mu[k] == k), "another penalty than influence");
                    require(compared < 0 != c[1] < 2 * c[2], "the fold costs less exactly where it is said to");
                }
            }
        },

        /**
         * T keeps the kernel of the polynomials of degree at most k for every k in K, which has one member, odd, or two
         * or more, and is no signed permutation.
         */
        DROPS_NOT_IDENTIFYING(
                "drops-not-identifying",
                "statement dimension drops transform",
                "C-ODD-DROP: statement=one-odd",
                "C-TWO-DROPS: statement=two-or-more") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int d = dimension(T);
                int[] drops = data.drops(d);
                require(data.integer("dimension") == d, "of another dimension");
                require(
                        data.oneOf("statement", "one-odd", "two-or-more").equals("one-odd")
                                ? drops.length == 1 && drops[0] % 2 == 1
                                : drops.length >= 2,
                        "other drops");
                require(keepsKernels(T, drops), "the kernels are not kept");
                require(!isSigned(T), "a signed permutation");
            }
        },

        /**
         * T keeps the kernel of the polynomials of degree at most k for every k in K, which is not empty and lacks d -
         * 1, and not for k = d - 1.
         */
        LAST_DROP_MATTERS("last-drop-matters", "dimension drops transform", "C-LAST-DROP") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int d = dimension(T);
                int[] drops = data.drops(d);
                require(data.integer("dimension") == d && drops.length > 0, "of another dimension, or no drop");
                require(keepsKernels(T, drops), "the kernels are not kept");
                require(
                        !keepsKernels(T, new int[] {d - 1}),
                        "the kernel of the polynomials of degree at most d - 1 is kept as well");
            }
        },

        /**
         * Degrees are measured in the basis chi_S after R, tasks are weighted by degree; the weight does not increase
         * and drops from degree 1 to 2. By the rule: T has the least sum among all transforms and not with the basis
         * chi_S; it has, and is no signed permutation; or, for not-a-coset, "the minimisers are exactly the T with R
         * after T signed" is false at T, as a comparison with R^-1 shows: of two transforms of that form one costs
         * more, or another costs no more. The last is also said of other weights: for no-drop all equal, for
         * density-rises 1, 1, 0, 5.
         */
        BASIS_MINIMISER(
                "basis-minimiser",
                "basis density transform rule",
                "ARCHITECTURE: rule=not-a-coset",
                "C-SAME-MINIMISERS: rule=identity-differs",
                "C-ALWAYS-WORLD-MODEL: rule=not-signed",
                "C-NO-DROP: rule=no-drop",
                "C-DENSITY-RISES: rule=density-rises") {
            @Override
            public void check(Fields data) {
                int[] R = data.transform("basis");
                int[] T = data.transform("transform");
                int[] density = data.density(dimension(R), false);
                require(R.length == T.length, "of different dimensions");
                String rule =
                        data.oneOf("rule", "identity-differs", "not-signed", "not-a-coset", "no-drop", "density-rises");
                boolean so = switch (rule) {
                    case "no-drop" -> Arrays.stream(density).allMatch(weight -> weight == density[0]);
                    case "density-rises" -> Arrays.equals(density, new int[] {1, 1, 0, 5});
                    default ->
                        density.length > 2
                                && density[1] > density[2]
                                && IntStream.range(1, density.length).allMatch(k -> density[k] <= density[k - 1]);
                };
                require(so, "another density");
                switch (rule) {
                    case "identity-differs" ->
                        require(
                                leastIn(R, T, density) && !leastIn(identity(R.length), T, density),
                                "the same with the basis chi_S");
                    case "not-signed" ->
                        require(leastIn(R, T, density) && !isSigned(T), "no minimiser, or a signed permutation");
                    default -> {
                        long own = weightedSum(compose(R, T), density);
                        long coset = weightedSum(identity(R.length), density);
                        require(
                                isSigned(compose(R, T)) ? own != coset : own <= coset,
                                "a minimiser of the form R^-1 P D, or neither");
                    }
                }
            }
        };

        private final Entry entry;

        Identification(String kind, String fields, String... evidenceOn) {
            entry = Entry.of(kind, fields, evidenceOn);
        }

        @Override
        public Entry entry() {
            return entry;
        }
    }

    // ---- kinds: learning

    /** Learning from finitely many tasks. */
    private enum Learning implements Kind {

        /**
         * The exact probabilities that n tasks identify the latents, for each row (n, numerator, denominator), none
         * above the ceiling stated.
         */
        LEARNING_CURVE("learning-curve", "dimension density observed ceiling rows", "FINITE-TASKS: observed=true") {
            @Override
            public void check(Fields data) {
                var curve = Curve.of(data);
                var ceiling = curve.ceiling(data);
                for (var row : curve.rows()) require(row.compareTo(ceiling) <= 0, "a probability above the ceiling");
            }
        },

        /**
         * The same for one row, above the ceiling stated; with at least one task if the latents are observed directly.
         */
        LEARNING_CURVE_ABOVE(
                "learning-curve-above",
                "dimension density observed ceiling rows",
                "FINITE-TASKS: observed=true",
                "C-LATENTS-OBSERVED: observed=false") {
            @Override
            public void check(Fields data) {
                var curve = Curve.of(data);
                require(
                        curve.rows().size() == 1 && curve.rows().get(0).compareTo(curve.ceiling(data)) > 0,
                        "a probability not above the ceiling, or several");
                require(data.flag("observed") || curve.numbers().get(0) >= 1, "no task");
            }
        },

        /**
         * The same for one row and random observations, against what was said: that eight tasks of any density identify
         * two latents with a probability above 1/2; or one task of a density that drops after degree 1 with 1.
         */
        LEARNING_CURVE_BELOW(
                "learning-curve-below",
                "dimension density observed statement rows",
                "C-NO-PREFERENCE-IDENTIFIES: statement=eight-more-than-half",
                "C-ONE-TASK: statement=one-certainly") {
            @Override
            public void check(Fields data) {
                var curve = Curve.of(data);
                var p = curve.rows().get(0);
                require(curve.rows().size() == 1, "several rows");
                require(data.flag("observed"), "the latents are observed directly");
                if (data.oneOf("statement", "eight-more-than-half", "one-certainly")
                        .equals("eight-more-than-half"))
                    require(
                            curve.latents() == 2
                                    && curve.numbers().equals(List.of(8))
                                    && p.compareTo(new Ratio(BigInteger.ONE, BigInteger.TWO)) <= 0,
                            "another number of latents or of tasks, or more than 1/2");
                else
                    require(
                            curve.numbers().equals(List.of(1))
                                    && curve.dropsAfterOne()
                                    && p.compareTo(new Ratio(BigInteger.ONE, BigInteger.ONE)) < 0,
                            "another number of tasks, another density, or certainty");
            }
        },

        /**
         * The same for two consecutive numbers of tasks of a density that drops after degree 1, and random
         * observations: the probability falls.
         */
        LEARNING_CURVE_FALLS("learning-curve-falls", "dimension density observed statement rows", "C-MORE-TASKS") {
            @Override
            public void check(Fields data) {
                var curve = Curve.of(data);
                data.oneOf("statement", "never-falls");
                require(data.flag("observed"), "the latents are observed directly");
                require(
                        curve.numbers().size() == 2
                                && curve.numbers().get(1) == curve.numbers().get(0) + 1,
                        "no two consecutive numbers");
                require(curve.dropsAfterOne(), "the density does not drop after degree 1");
                require(curve.rows().get(1).compareTo(curve.rows().get(0)) < 0, "the probability does not fall");
            }
        },

        /**
         * T is no signed permutation and costs no more than the identity: the least degrees of its coordinates on the
         * observations psi(z) in B^m, plus the degrees of g(T^-1) over the listed tasks. Yet the tasks are as many as
         * was said to be enough, c the cost of the identity's coordinates: each latent is one, up to sign, more than c
         * - d times, or at least so often, or all of them together more often, and all other tasks are constant, or
         * any.
         */
        LEARNER_NOT_IDENTIFYING(
                "learner-not-identifying",
                "observations psi transform tasks statement complexity identityComplexity",
                "ENOUGH-TASKS: statement=each-more",
                "C-JUST-ENOUGH: statement=each-as-often",
                "C-ENOUGH-IN-ALL: statement=together-more",
                "C-ENOUGH-MIXED: statement=each-more-and-others") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                int d = dimension(T);
                int m = data.within("observations", d, 8);
                int[] psi = data.points("psi", m);
                require(psi.length == T.length, "psi is not defined on all latents");
                int its = 0;
                int own = 0;
                for (int i = 0; i < d; i++) {
                    its += leastDegree(m, psi, coordinate(T, i));
                    own += leastDegree(m, psi, coordinate(identity(T.length), i));
                }
                int enough = own - d;
                int identity = own;
                var seen = new int[d];
                boolean others = false;
                for (int[] g : data.rows("tasks", T.length)) {
                    for (int value : g) require(value == 1 || value == -1, "a task with a value other than -1 and +1");
                    its += degree(through(T, g));
                    identity += degree(g);
                    boolean latent = degree(g) == 0;
                    for (int i = 0; i < d; i++) {
                        if (!Arrays.equals(g, coordinate(identity(T.length), i))
                                && !Arrays.equals(g, negated(coordinate(identity(T.length), i)))) continue;
                        seen[i]++;
                        latent = true;
                    }
                    others |= !latent;
                }
                int least = Arrays.stream(seen).min().getAsInt();
                boolean met = switch (data.oneOf(
                        "statement", "each-more", "each-as-often", "together-more", "each-more-and-others")) {
                    case "each-more" -> least > enough && !others;
                    case "each-as-often" -> least >= enough && !others;
                    case "together-more" -> Arrays.stream(seen).sum() > enough && !others;
                    default -> least > enough;
                };
                require(met, "the tasks are not so many, or others");
                same("complexity", data.integer("complexity"), its);
                same("identityComplexity", data.integer("identityComplexity"), identity);
                require(its <= identity, "the transform costs more than the identity");
                require(!isSigned(T), "a signed permutation");
            }
        };

        private final Entry entry;

        Learning(String kind, String fields, String... evidenceOn) {
            entry = Entry.of(kind, fields, evidenceOn);
        }

        @Override
        public Entry entry() {
            return entry;
        }
    }

    // ---- kinds: uniform

    /** What holds for every d of a range, or every set of drops, by one argument. */
    private enum Uniform implements Kind {

        /**
         * For every d of a range and every set K of drops, by the types of its members (odd or even up to d - 2, or d -
         * 1): the distances with the same kernel as distance 1 are those of the group stated for the case, which is
         * that said, see {@link CheckCertificates#groupByTypes}. All cases that occur are listed, and no others.
         */
        PHASE_BOUNDARY("phase-boundary", "from to cases", "PHASE-BOUNDARY") {
            @Override
            public void check(Fields data) {
                int from = data.within("from", 2, 250);
                int to = data.within("to", from, 250);
                var cases = new LinkedHashMap<List<Boolean>, String>();
                for (Fields row : data.records("cases")) {
                    var key = List.of(
                            row.flag("evenDimension"), row.flag("oddDrop"), row.flag("evenDrop"), row.flag("lastDrop"));
                    require(cases.put(key, row.text("group")) == null, "a case twice");
                }
                var met = new LinkedHashMap<List<Boolean>, String>();
                for (int d = from; d <= to; d++) {
                    var sums = kernels(d);
                    var fused = new BitSet[d];
                    for (int k = 1; k < d; k++) {
                        fused[k] = new BitSet();
                        for (int t = 2; t <= d; t++) fused[k].set(t, sums[t][k].equals(sums[1][k]));
                    }
                    for (int types = 0; types < 8; types++) {
                        // Every K whose members are of these types fuses what the types fuse: all odd k <= d - 2 the
                        // same, all
                        // even ones, and d - 1.
                        var together = new BitSet();
                        together.set(2, d + 1);
                        boolean folded = d >= 4;
                        boolean parity = d >= 3;
                        boolean present = true;
                        for (int type = 0; type < 3; type++) {
                            if ((types >> type & 1) == 0) continue;
                            BitSet first = null;
                            for (int k = 1; k < d; k++) {
                                if (type != (k == d - 1 ? 2 : k % 2 == 1 ? 0 : 1)) continue;
                                if (first == null) first = fused[k];
                                require(
                                        first.equals(fused[k]),
                                        "d = " + d + ": drops of one type fuse distance 1 with different ones");
                                together.and(fused[k]);
                                for (int t = 1; t <= d; t++) folded &= sums[t][k].equals(sums[d + 1 - t][k]);
                                for (int t = 1; t <= d - 2; t++) parity &= sums[t][k].equals(sums[t + 2][k]);
                            }
                            present &= first != null;
                        }
                        if (!present) continue;
                        var key = List.of(d % 2 == 0, (types & 1) != 0, (types & 2) != 0, (types & 4) != 0);
                        String group = cases.get(key);
                        require(group != null, "a case is missing");
                        met.put(key, group);
                        int last = d - 1;
                        int[] drops = IntStream.of(types & 1, types & 2, (types & 4) / 4 * last)
                                .filter(k -> k > 0)
                                .distinct()
                                .toArray();
                        require(group.equals(groupByTypes(d, drops)), "another group than was said");
                        boolean fits = switch (group) {
                            case "SIGNED_PERMUTATIONS" -> together.isEmpty();
                            case "FOLDED_CUBE" -> folded && together.cardinality() == 1 && together.get(d);
                            case "PARITY" -> parity && !together.isEmpty() && !together.get(2);
                            case "ALL" -> types == 0;
                            default -> false;
                        };
                        require(
                                fits,
                                "d = " + d + ", types of drops " + types + ": distance 1 is fused with " + together
                                        + ", which is not " + group);
                    }
                }
                require(met.equals(cases), "a case that does not occur");
            }
        },

        /**
         * At two Hamming distances from 1 on the kernels of the polynomials of degree at most k are equal, or not,
         * against what was said. That no two are equal, for odd k up to d - 2; or the boundary of identification:
         * distance 1 has the value of d alone for even k up to d - 2, where t has that of d + 1 - t; for k = d - 1 it
         * has that of the odd ones, and t that of t + 2; else it has a value of its own.
         */
        DISTANCES_FUSED(
                "distances-fused",
                "dimension drop distances equal statement",
                "PHASE-BOUNDARY: statement=boundary",
                "C-NO-ACCIDENT: statement=no-two") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 2, 250);
                int k = data.within("drop", 1, d - 1);
                int[] distances = data.integers("distances");
                require(
                        distances.length == 2 && distances[0] >= 1 && distances[0] < distances[1] && distances[1] <= d,
                        "distances are two within 1.." + d + ", in rising order");
                int t = distances[0];
                int u = distances[1];
                var sums = kernels(d);
                boolean equal = sums[t][k].equals(sums[u][k]);
                require(data.flag("equal") == equal, "the kernels are " + (equal ? "" : "not ") + "equal");
                boolean last = k == d - 1;
                if (data.oneOf("statement", "no-two", "boundary").equals("no-two")) {
                    require(k % 2 == 1 && !last && equal, "no two equal distances for an odd drop at most d - 2");
                    return;
                }
                boolean fused = last ? u % 2 == t % 2 : k % 2 == 0 && (t == 1 ? u == d : u == d + 1 - t);
                require(
                        t == 1 || !last && k % 2 == 0 && u == d + 1 - t || last && u == t + 2,
                        "nothing is said of these distances");
                require(equal != fused, "as said");
            }
        },

        /**
         * Over the Boolean g of degree exactly q on B^d, 2 at most q at most d - 2, the degrees of g(T^-1) add up to
         * the least exactly for the signed permutations T, if q is odd; exactly for s after F after t, s and t signed
         * permutations and F = z1, z1 z2, z1 z3, ..., if q is even; so many as stated. The group stated is of the T
         * that keep the polynomials of degree at most q.
         *
         * <p>Such T keep the kernel of these polynomials. If it is at no distance what it is at 1, they are signed
         * permutations. If it is at d only, they are automorphisms of the folded (d+1)-cube: signed permutations, and s
         * after F after t, for which the sum is that for F, which raises no task and lowers one.
         *
         * <p>Through any other T more is gained than lost. Polynomials of degree at most q that keep within it are
         * orthogonal to some v of degree at most q, not 0: each g with &lt;g, v&gt; other than 0 rises. Let N(k, n) be
         * the number of Boolean functions of n variables and degree at most k, and U(k, n) the least number of them,
         * over all v of degree at most k but 0, with &lt;g, v&gt; other than 0. Shown is U(q, d) &gt;= (3/2)^q N(q-1,
         * d) for 2 &lt;= q &lt; d. As that is at least q N(q-1, d), of the tasks of degree q at least (q-1) N(q-1, d)
         * rise, by 1 or more; at most N(q-1, d) - 2 fall, by q - 1 or less. Let x = U(k, n) / N(k, n), y = min(3x/2,
         * 1/2), r = N(k, n) / N(k-1, n), and g = (f, h), halves by a variable.
         *
         * <ul>
         * <li>N(k, n+1) &lt;= N(k-1, n) N(k, n): g has degree at most k iff f and h have, with the same part of degree
         * k. So N(k, n+1) is the sum of M(t)^2, M(t) the number of f with the part t, and at most N(k, n) times the
         * greatest M(t). That is M(0) = N(k-1, n): let t' be t without the terms that hold some variable; f in halves
         * by it, M(t) is a sum of products m(a) m(a-b) and M(t') that of m(a)^2, so M(t) &lt;= M(t').
         * <li>U(k+1, n+1) &gt;= y N(k, n)^2: all f and h of degree at most k make a g of degree at most k+1. With p and
         * p' the parts of degree at most k of the halves of v, 2 &lt;g, v&gt; = &lt;f, p&gt; + &lt;h, p'&gt;. If by
         * every variable i one of p, p' is 0, then v^(S+i) = v^(S) for all S, or v^(S+i) = -v^(S) for all S; then
         * &lt;g, v&gt; is a value of g times a constant, never 0. Else take an i by which neither is. The shares u, w
         * of f and h with &lt;f, p&gt; and &lt;h, p'&gt; other than 0 are at least x. Where only one of both is 0,
         * &lt;g, v&gt; is not; where none is, it is not for (f, h) or for (f, -h). So its share is at least u + w -
         * 3uw/2, at least 2x - 3x^2/2, 1 - x/2 or 1/2, and each of these at least y.
         * <li>N(k+1, n+1) &gt;= (1+y) N(k, n)^2 for k &lt; n: that many halves by a variable j without S, |S| = k+1,
         * make functions whose coefficient at S is 0; by a variable of S, for v = chi_S, a share y of them or more has
         * another.
         * <li>So s(k, n) = min(x r, r/3) has s(k+1, n+1) &gt;= min(y r, (1+y) r/3) &gt;= 3/2 s(k, n) for k &lt; n. As
         * U(1, n) = 2, N(0, n) = 2 and N(1, n) = 2n+2, the same gives s(2, n) &gt;= 9/4 for n &gt;= 3, and s(q, d)
         * &gt;= (3/2)^q.
         * </ul>
         *
         * <p>For d at most 5 it does without: if g^(R) and v^(R) are not 0, then &lt;g(x+a), v&gt;, in a, is a
         * polynomial of degree at most q that is not 0, and vanishes not everywhere: for one a in 2^q it does not. So
         * of the tasks with g^(R) other than 0, for the R with the fewest, one in 2^q rises, which are as many as
         * stated.
         */
        EXACT_DEGREE_MINIMISERS(
                "exact-degree-minimisers",
                "dimension taskDegree group minimisers tasks? lower? rising?",
                "EXACT-DEGREE-MINIMISERS") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 4, 16);
                int q = data.within("taskDegree", 2, d - 2);
                boolean odd = data.oneOf("group", "SIGNED_PERMUTATIONS", "FOLDED_CUBE")
                        .equals("SIGNED_PERMUTATIONS");
                var fused = new ArrayList<Integer>();
                for (int t = 2; t <= d; t++) {
                    if (kernel(d, q, t) == kernel(d, q, 1)) fused.add(t);
                }
                require(fused.equals(odd ? List.of() : List.of(d)), "the kernel is at " + fused + " what it is at 1");
                var minimisers = order("SIGNED_PERMUTATIONS", d);
                if (!odd) {
                    int[] image = throughFold(d);
                    boolean lowers = false;
                    for (int S = 0; S < 1 << d; S++) {
                        if (Integer.bitCount(S) > q) continue;
                        require(Integer.bitCount(image[S]) <= q, "the fold raises the product over " + S);
                        lowers |= Integer.bitCount(S) == q && Integer.bitCount(image[S]) < q;
                    }
                    require(lowers, "the fold lowers nothing");
                    minimisers = order("FOLDED_CUBE", d).subtract(minimisers);
                }
                require(
                        data.text("minimisers").equals(minimisers.toString()),
                        "there are " + minimisers + " minimisers");
                require(
                        BigInteger.valueOf(3)
                                        .pow(q)
                                        .compareTo(BigInteger.valueOf(q).shiftLeft(q))
                                >= 0,
                        "(3/2)^q is less than q");
                if (d > 5) return;
                long[] counts = byHalves(d, q);
                same("tasks", data.integer("tasks"), counts[0]);
                same("lower", data.integer("lower"), counts[1]);
                same("rising", data.integer("rising"), (counts[2] + (1 << q) - 1) >> q);
                require(data.integer("rising") > (q - 1) * (counts[1] - 2), "more may fall");
            }
        },

        /**
         * T is z1, z1 z2, z1 z3, ..., as its coordinates say: T_i is the product over the mask coordinates[i]. Through
         * T^-1 no product of at most q variables, q even, comes to more than q, so no task of degree q does, and the
         * product over {@code lowered}, of q variables, comes to less.
         */
        FOLD_LOWERS_DEGREE("fold-lowers-degree", "dimension taskDegree coordinates lowered", "EXACT-DEGREE-EVEN") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 1, 16);
                int q = data.within("taskDegree", 1, d);
                int lowered = data.within("lowered", 0, (1 << d) - 1);
                require(q % 2 == 0, "an odd degree");
                require(
                        Arrays.equals(
                                data.integers("coordinates"),
                                IntStream.range(0, d).map(i -> 1 | 1 << i).toArray()),
                        "another transform");
                int[] image = throughFold(d);
                for (int S = 0; S < 1 << d; S++)
                    require(
                            Integer.bitCount(S) > q || Integer.bitCount(image[S]) <= q,
                            "the product over " + S + " comes to a higher degree");
                require(
                        Integer.bitCount(lowered) == q && Integer.bitCount(image[lowered]) < q,
                        "the product is not lowered");
            }
        },

        /**
         * T is z1, z1 z2, z1 z3, ... Through T^-1 the product over {@code raised}, of q variables, comes to more than
         * q, against what was said of even q, or of all.
         */
        FOLD_RAISES_DEGREE(
                "fold-raises-degree", "dimension taskDegree statement raised", "EXACT-DEGREE-EVEN: statement=even") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 1, 16);
                int q = data.within("taskDegree", 1, d);
                int raised = data.within("raised", 0, (1 << d) - 1);
                require(
                        data.oneOf("statement", "even", "all").equals("all") || q % 2 == 0,
                        "nothing is said of odd degrees");
                int[] image = throughFold(d);
                require(
                        Integer.bitCount(raised) == q && Integer.bitCount(image[raised]) > q,
                        "the product is not raised");
            }
        };

        private final Entry entry;

        Uniform(String kind, String fields, String... evidenceOn) {
            entry = Entry.of(kind, fields, evidenceOn);
        }

        @Override
        public Entry entry() {
            return entry;
        }

        /**
         * The numbers of Boolean functions of d variables, d at most 5, of degree exactly q and of lower degree, q at
         * most d - 2; and of those of degree q the least number, over all R with |R| at most q, that have a coefficient
         * other than 0 at R; by symmetry R is the first so many variables.
         */
        private static long[] byHalves(int d, int q) {
            int half = 1 << (d - 1);
            var withPart = new HashMap<List<Long>, List<long[]>>();
            for (int table = 0; table < 1 << half; table++) {
                var f = new int[half];
                for (int x = 0; x < half; x++) f[x] = (table >> x & 1) == 1 ? -1 : 1;
                long[] sums = sums(f);
                if (IntStream.range(0, half).anyMatch(S -> Integer.bitCount(S) > q && sums[S] != 0)) continue;
                var part = IntStream.range(0, half)
                        .filter(S -> Integer.bitCount(S) == q)
                        .mapToObj(S -> sums[S])
                        .toList();
                withPart.computeIfAbsent(part, key -> new ArrayList<>()).add(sums);
            }
            long tasks = 0;
            long lower = 0;
            var correlated = new long[q + 1];
            for (var halves : withPart.values()) {
                for (long[] f : halves) {
                    for (long[] h : halves) {
                        boolean exactly = false;
                        for (int S = 0; S < half; S++) {
                            int size = Integer.bitCount(S);
                            exactly |= size == q && f[S] + h[S] != 0 || size == q - 1 && f[S] != h[S];
                        }
                        tasks += exactly ? 1 : 0;
                        lower += exactly ? 0 : 1;
                        for (int size = 0; size <= q && exactly; size++)
                            correlated[size] += f[(1 << size) - 1] + h[(1 << size) - 1] != 0 ? 1 : 0;
                    }
                }
            }
            return new long[] {tasks, lower, Arrays.stream(correlated).min().getAsLong()};
        }

        /** By S: the set over which the product over S is, seen through the inverse of z1, z1 z2, z1 z3, ... */
        private static int[] throughFold(int d) {
            var image = new int[1 << d];
            for (int R = 0; R < 1 << d; R++) {
                int S = 0;
                for (int i = 0; i < d; i++) S ^= (R >> i & 1) == 1 ? 1 | 1 << i : 0;
                image[S] = R;
            }
            return image;
        }
    }

    // ---- kinds: census

    /** Counts of transforms of at most four latents, and least sums over them. */
    private enum Census implements Kind {

        /**
         * The invertible transforms of B^d by the degrees of their coordinates: every row, and no other occurs. For d
         * at most 3 they are counted one after the other, for d = 4 as {@link #countByCells} says. As was said, 2^d d!
         * have degree d, d (d - 1) times as many d + 1, and the largest degree is d^2, but 3 for d = 2.
         */
        DEGREE_CENSUS("degree-census", "dimension rows", "CENSUS-DEGREES") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 1, 4);
                int[] degrees = degreesOfAll(1 << d);
                var stated = new HashMap<List<Integer>, Long>();
                for (Fields row : data.records("rows")) {
                    int[] multiset = row.integers("degrees");
                    require(multiset.length == d, "a row of another number of coordinates");
                    for (int i = 0; i < d; i++)
                        require(
                                multiset[i] >= 1 && multiset[i] <= d && (i == 0 || multiset[i] >= multiset[i - 1]),
                                "degrees lie within 1..d, in rising order");
                    require(stated.put(list(multiset), row.integer("count")) == null, "a row twice");
                }
                Map<List<Integer>, Long> counted = new HashMap<>();
                if (d == 4) counted = countByCells(degrees);
                else countOneByOne(d, degrees, counted);
                for (var row : counted.entrySet()) {
                    long count = stated.getOrDefault(row.getKey(), 0L);
                    require(
                            count == row.getValue(),
                            "the count for the degrees " + row.getKey() + " is stated as " + count + " and is "
                                    + row.getValue());
                }
                require(stated.size() == counted.size(), "degrees that do not occur");
                var byDegree = new TreeMap<Integer, Long>();
                counted.forEach((multiset, count) ->
                        byDegree.merge(multiset.stream().mapToInt(k -> k).sum(), count, Long::sum));
                long signed = factorial(d).longValueExact() << d;
                require(
                        byDegree.get(d) == signed
                                && byDegree.getOrDefault(d + 1, 0L) == d * (d - 1) * signed
                                && byDegree.lastKey() == (d == 2 ? 3 : d * d),
                        "other numbers of degree d or d + 1, or another largest degree, than was said");
            }
        },

        /**
         * The number of transforms of B^d, d at most 3, of a degree is as stated and not what was said: of degree d as
         * many as signed permutations; of degree d + 1 that times d (d - 1); of degree d^2 the number of balanced
         * functions of degree d to the power d.
         */
        CENSUS_COUNT_DIFFERS(
                "census-count-differs",
                "dimension degree count statement said",
                "CENSUS-DEGREES: statement=least|one-above",
                "C-CENSUS-BALANCED: statement=independent") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 1, 3);
                int[] degrees = degreesOfAll(1 << d);
                long balanced = IntStream.range(0, degrees.length)
                        .filter(f -> degrees[f] == d && 2 * Integer.bitCount(f) == 1 << d)
                        .count();
                long signed = factorial(d).longValueExact() << d;
                String statement = data.oneOf("statement", "least", "one-above", "independent");
                int degree = statement.equals("least") ? d : statement.equals("one-above") ? d + 1 : d * d;
                long said = statement.equals("least")
                        ? signed
                        : statement.equals("one-above") ? d * (d - 1) * signed : power(balanced, d);
                var count = new long[1];
                forEachPermutation(1 << d, T -> count[0] += degreeOf(T) == degree ? 1 : 0);
                same("degree", data.integer("degree"), degree);
                same("count", data.integer("count"), count[0]);
                same("said", data.integer("said"), said);
                require(count[0] != said, "the numbers agree");
            }
        },

        /**
         * The largest degree of an invertible transform of B^d, d at most 3, is as stated, and not what was said: d^2,
         * or d^2 but 3 for d = 2.
         */
        CENSUS_LARGEST_DEGREE(
                "census-largest-degree",
                "dimension largest said",
                "CENSUS-DEGREES: said=square-but-two",
                "C-CENSUS-LARGEST: said=square") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 1, 3);
                int said = data.oneOf("said", "square", "square-but-two").equals("square") || d != 2 ? d * d : 3;
                var largest = new int[1];
                forEachPermutation(1 << d, T -> largest[0] = Math.max(largest[0], degreeOf(T)));
                same("largest", data.integer("largest"), largest[0]);
                require(largest[0] != said, "it is " + said);
            }
        },

        /**
         * The number of classes under signed permutations on both sides, by Burnside's lemma, is that which was said;
         * and all classes of transforms whose coordinates have degrees at most largestCoordinateDegree (d for d at most
         * 3, else 2): the representatives lie in different classes, which have the sizes stated, and these add
         * up to the number of such transforms.
         */
        TRANSFORM_CLASSES(
                "transform-classes",
                "dimension classes largestCoordinateDegree transforms representatives",
                "CENSUS-CLASSES") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 1, 4);
                int all = d == 4 ? 2 : d;
                int most = data.within("largestCoordinateDegree", all, all);
                same("classes", data.integer("classes"), burnside(d).longValueExact());
                same("classes", data.integer("classes"), CLASSES.get(d - 1));
                int[] degrees = degreesOfAll(1 << d);
                var group = signedPermutations(d);
                long order = group.size();
                long total = 0;
                var before = new ArrayList<int[]>();
                var representatives = data.records("representatives");
                require(representatives.size() <= 1000, "more than 1000 representatives");
                for (Fields listed : representatives) {
                    int[] T = listed.transform("transform");
                    require(dimension(T) == d, "a transform of another dimension");
                    for (int table : tables(T)) require(degrees[table] <= most, "a coordinate of a higher degree");
                    // A T = U B for signed permutations A and B iff U B T^-1 is a signed permutation.
                    long stabilizer = group.stream()
                            .filter(B -> isSigned(compose(T, compose(B, inverse(T)))))
                            .count();
                    same("a size", listed.integer("size"), order * order / stabilizer);
                    for (int[] U : before)
                        require(
                                group.stream().noneMatch(B -> isSigned(compose(U, compose(B, inverse(T))))),
                                "two representatives of one class");
                    before.add(T);
                    total += listed.integer("size");
                }
                same("transforms", data.integer("transforms"), total);
                int[] functions = Arrays.stream(balancedUpToSign(1 << d))
                        .filter(f -> degrees[f] <= most)
                        .toArray();
                require(
                        total == order * setsThatGoTogether(functions, 0, d, new ArrayList<>(List.of(0))),
                        "the classes listed are not all");
                require(most < d || before.size() == data.integer("classes"), "another number of classes");
            }
        },

        /**
         * The transforms of B^d fall into so many classes under signed permutations on both sides, and not as many as
         * was said: as if all were as large as the group, or 1, 2, 52, 142090700 for d = 1, 2, 3, 4.
         */
        CLASSES_DIFFER(
                "classes-differ",
                "dimension classes statement said",
                "CENSUS-CLASSES: statement=tabled",
                "C-CLASSES-REGULAR: statement=regular") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 1, 4);
                long classes = burnside(d).longValueExact();
                var pairs = BigInteger.valueOf(signedPermutations(d).size()).pow(2);
                long said = data.oneOf("statement", "regular", "tabled").equals("regular")
                        ? factorial(1 << d)
                                .add(pairs)
                                .subtract(BigInteger.ONE)
                                .divide(pairs)
                                .longValueExact()
                        : CLASSES.get(d - 1);
                same("classes", data.integer("classes"), classes);
                same("said", data.integer("said"), said);
                require(classes != said, "the numbers agree");
            }
        },

        /**
         * The degrees of g(T^-1) over the Boolean tasks g of degree exactly q on B^d, 2 at most q at most d at most 4,
         * add up to at least the least sum, which the transform attains and a signed permutation exceeds. The number of
         * minimisers is judged except for q = 3, d = 4. For d at most 3 all transforms are tried. For d = 4: q = 2: at
         * most 8 tasks come to degree 1, so a sum below twice the tasks by 2 k takes k coordinates of degree 2, up to
         * sign, to which tasks come; with k = 3 all such transforms are tried. q = 3: at most 8 tasks come to degree 1
         * and at most 220 to degree 1 or 2. q = 4: a function has degree 4 iff it correlates with the parity, so the
         * sum is that of deg u over the u that correlate with the parity's image; all images are tried, each stands for
         * 8!^2 transforms.
         */
        EXACT_DEGREE_LEAST(
                "exact-degree-least", "dimension taskDegree tasks least transform minimisers?", "EXACT-DEGREE") {
            @Override
            public void check(Fields data) {
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
                                if (c <= b
                                        || degrees[c] != 2
                                        || unbalanced(a ^ c)
                                        || unbalanced(b ^ c)
                                        || unbalanced(a ^ b ^ c)) continue;
                                for (int e : functions) {
                                    if (degrees[e] == 2 && e <= c
                                            || unbalanced(a ^ e)
                                            || unbalanced(b ^ e)
                                            || unbalanced(c ^ e)
                                            || unbalanced(a ^ b ^ e)
                                            || unbalanced(a ^ c ^ e)
                                            || unbalanced(b ^ c ^ e)
                                            || unbalanced(a ^ b ^ c ^ e)) continue;
                                    int[] U = ofTables(new int[] {a, b, c, e});
                                    // At most 8 tasks come to degree 1, so what others cost beyond 2 soon decides.
                                    int excess = 0;
                                    for (int i = 0; i < tasks.length && excess <= 2; i++)
                                        excess += Math.max(0, degrees[seen(U, tasks[i])] - 2);
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
                        // As many functions correlate with the image as with the parity: so many degrees, less what
                        // those of
                        // lower degree lack.
                        long sum = 4L * tasks.length;
                        for (int u = 0; u < 1 << 15; u++)
                            sum -= degrees[u] < 4 && unbalanced(u ^ image) ? 2 * (4 - degrees[u]) : 0;
                        require(sum >= least, "a lesser sum, " + sum);
                        minimisers[0] += sum == least ? 2 * each : 0;
                    }
                }
                same("minimisers", data.integer("minimisers"), minimisers[0]);
            }
        },

        /**
         * No transform of B^d, d at most 3, gives the Boolean tasks of degree exactly q a lesser sum of degrees than a
         * signed permutation, of which the contrary was said for q from 2 on, or from 1 on.
         */
        EXACT_DEGREE_SIGNED_LEAST(
                "exact-degree-signed-least",
                "dimension taskDegree statement sum",
                "EXACT-DEGREE: statement=from-2",
                "C-EXACT-DEGREE-ONE: statement=from-1") {
            @Override
            public void check(Fields data) {
                int d = data.within("dimension", 1, 3);
                int[] degrees = degreesOfAll(1 << d);
                int q = data.within(
                        "taskDegree",
                        data.oneOf("statement", "from-2", "from-1").equals("from-2") ? 2 : 1,
                        d);
                int[] tasks = tasksOfDegree(degrees, q);
                same("sum", data.integer("sum"), (long) q * tasks.length);
                forEachPermutation(
                        1 << d,
                        T -> require(sumOfDegrees(T, tasks, degrees) >= (long) q * tasks.length, "a lesser sum"));
            }
        },

        /**
         * The degrees of g(T^-1) over the Boolean g of degree exactly q add up to less than those of g, d at most 4:
         * against what was said of every q; of even q from 2 to d - 2; or of odd q from 3 on. Or, for even q from 2 to
         * d - 2, to no more than through z1, z1 z2, z1 z3, ..., though T is no automorphism of the folded (d+1)-cube: a
         * minimiser more than was said.
         */
        EXACT_DEGREE_LOWERED(
                "exact-degree-lowered",
                "statement transform taskDegree tasks sum",
                "C-EXACT-DEGREE: statement=every",
                "EXACT-DEGREE-MINIMISERS: statement=minimisers",
                "C-EXACT-DEGREE-SIGNED-EVEN: statement=even",
                "C-EXACT-DEGREE-SIGNED-ODD: statement=odd") {
            @Override
            public void check(Fields data) {
                int d = dimension(data.transform("transform"));
                int q = data.within("taskDegree", 1, d);
                boolean said = switch (data.oneOf("statement", "every", "even", "odd", "minimisers")) {
                    case "even", "minimisers" -> q % 2 == 0 && q <= d - 2;
                    case "odd" -> q % 2 == 1 && q >= 3;
                    default -> true;
                };
                require(said, "nothing is said of that degree");
                long[] sums = exactSums(data);
                require(sums[0] < sums[1], "the sum is not lowered");
                if (!data.text("statement").equals("minimisers")) return;
                int[] T = data.transform("transform");
                var fold = IntStream.range(0, T.length)
                        .map(z -> (z & 1) == 0 ? z : ~z & T.length - 1 | 1)
                        .toArray();
                int[] degrees = degreesOfAll(T.length);
                require(sums[0] <= sumOfDegrees(fold, tasksOfDegree(degrees, q), degrees), "the fold has a lesser sum");
                require(!keepsDistance(T, t -> Math.min(t, d + 1 - t)), "one of the minimisers");
            }
        },

        /**
         * The degrees of g(T^-1) over the Boolean g of degree exactly q, q odd, add up to no less than those of g, and
         * T is z1, z1 z2, z1 z3, ...; d at most 4.
         */
        EXACT_DEGREE_NOT_LOWERED("exact-degree-not-lowered", "transform taskDegree tasks sum", "C-EXACT-DEGREE-ODD") {
            @Override
            public void check(Fields data) {
                int[] T = data.transform("transform");
                for (int z = 0; z < T.length; z++)
                    require(T[z] == ((z & 1) == 0 ? z : ~z & T.length - 1 | 1), "another transform");
                require(data.integer("taskDegree") % 2 == 1, "an even degree");
                long[] sums = exactSums(data);
                require(sums[0] >= sums[1], "the sum is lowered");
            }
        };

        private final Entry entry;

        Census(String kind, String fields, String... evidenceOn) {
            entry = Entry.of(kind, fields, evidenceOn);
        }

        @Override
        public Entry entry() {
            return entry;
        }

        /** How many classes were said, for d = 1, 2, 3, 4. */
        private static final List<Long> CLASSES = List.of(1L, 2L, 52L, 142_090_700L);

        private static void countOneByOne(int d, int[] degrees, Map<List<Integer>, Long> counted) {
            forEachPermutation(1 << d, T -> counted.merge(sortedDegrees(degrees, tables(T)), 1L, Long::sum));
        }

        /**
         * The numbers of transforms of B^4 by the degrees of their coordinates. Points with the same first two
         * coordinates make up four cells of four points. Given the cells, the first two coordinates are any of the 4!
         * ways to name them and, independently, the others any of the (4!)^4 ways to name the points of each: so the
         * numbers for both are counted and multiplied. A signed permutation of the points changes no degree: of the
         * cells that it makes of each other only the least are looked at, as often as there are others.
         */
        private static Map<List<Integer>, Long> countByCells(int[] degrees) {
            var counts = new HashMap<List<Integer>, Long>();
            var signed = signedPermutations(4);
            forEachCells(new int[16], 0, new int[4], cell -> {
                int same = 0;
                for (int[] A : signed) {
                    int order = compareCells(A, cell);
                    if (order < 0) return;
                    same += order == 0 ? 1 : 0;
                }
                long alike = signed.size() / same;
                var first = new long[25];
                forEachPermutation(4, name -> {
                    int a = 0;
                    int b = 0;
                    for (int x = 0; x < 16; x++) {
                        a |= (name[cell[x]] & 1) << x;
                        b |= (name[cell[x]] >> 1) << x;
                    }
                    first[5 * degrees[a] + degrees[b]]++;
                });
                // The ways to name the points of each cell, both tables in one number. The last point is always 0: each
                // way
                // stands for four, by signs.
                var ways = new ArrayList<int[]>();
                for (int i = 0; i < 4; i++) {
                    int in = i;
                    int[] points =
                            IntStream.range(0, 16).filter(x -> cell[x] == in).toArray();
                    var found = new ArrayList<Integer>();
                    forEachPermutation(4, name -> {
                        int both = 0;
                        for (int j = 0; j < 4; j++)
                            both |= (name[j] & 1) << points[j] | (name[j] >> 1) << points[j] + 16;
                        if (points[3] < 15 || name[3] == 0) found.add(both);
                    });
                    ways.add(found.stream().mapToInt(both -> both).toArray());
                }
                var last = new long[25];
                for (int w : ways.get(0)) {
                    for (int x : ways.get(1)) {
                        for (int y : ways.get(2)) {
                            for (int z : ways.get(3)) {
                                int both = w | x | y | z;
                                last[5 * degrees[both & 0xffff] + degrees[both >>> 16]] += 4;
                            }
                        }
                    }
                }
                for (int p = 0; p < 25; p++) {
                    for (int q = 0; q < 25; q++) {
                        if (first[p] * last[q] != 0)
                            counts.merge(
                                    IntStream.of(p / 5, p % 5, q / 5, q % 5)
                                            .sorted()
                                            .boxed()
                                            .toList(),
                                    alike * first[p] * last[q],
                                    Long::sum);
                    }
                }
            });
            return counts;
        }

        /**
         * All ways to divide 16 points into cells of four, as the cell of each point; cells are numbered by their first
         * points.
         */
        private static void forEachCells(int[] cell, int point, int[] sizes, Consumer<int[]> visit) {
            if (point == 16) {
                visit.accept(cell);
                return;
            }
            for (int i = 0; i < 4; i++) {
                if (sizes[i] < 4) {
                    cell[point] = i;
                    sizes[i]++;
                    forEachCells(cell, point + 1, sizes, visit);
                    sizes[i]--;
                }
                // Cells after one without points would be the same once more.
                if (sizes[i] == 0) break;
            }
        }

        /**
         * Whether the cells seen through A, numbered by their first points again, come before (below 0), or are, those
         * given.
         */
        private static int compareCells(int[] A, int[] cell) {
            var number = new int[4];
            int known = 0;
            for (int x = 0; x < 16; x++) {
                int other = cell[A[x]];
                if (number[other] == 0) number[other] = ++known;
                if (number[other] - 1 != cell[x]) return number[other] - 1 - cell[x];
            }
            return 0;
        }

        /**
         * How many sets of so many functions, from an index on, can be added so that no product is unbalanced; the
         * products so far are given.
         */
        private static long setsThatGoTogether(int[] functions, int from, int count, List<Integer> products) {
            if (count == 0) return 1;
            long sets = 0;
            for (int i = from; i < functions.length; i++) {
                int f = functions[i];
                if (products.stream().anyMatch(p -> 2 * Integer.bitCount(p ^ f) != 2 * Integer.bitCount(functions[0])))
                    continue;
                var more = new ArrayList<>(products);
                for (int p : products) more.add(p ^ f);
                sets += setsThatGoTogether(functions, i + 1, count - 1, more);
            }
            return sets;
        }
    }

    // ---- kinds: measured

    /** Measurements, which nothing here can repeat. */
    private enum Measured implements Kind {

        /**
         * Paired measurements of two errors of which a statement says that the first are below the second: the
         * other order is significant, at 1/20, by the sum of the ranks of the differences over all ways to choose their
         * signs. Not judged: that they were so measured.
         */
        MEASURED_ORDER_MISSED(
                "measured-order-missed",
                "less more seeds statedLessMillionths statedMoreMillionths",
                "C-TRAINED-ONE-TASK: less=probe at q=2 n=1, more=probe at q=2 n=64",
                "C-TRAINED-UNIFORM-IDENTIFIES: less=probe at uniform tasks, more=probe at low-degree tasks",
                "C-TRAINED-ANY-BASIS: less=R-assigned at relu heads, more=assigned at relu heads",
                "C-TRAINED-KINKS: less=test at piecewise linear polynomial, more=test at piecewise linear relu",
                "C-TRAINED-PARABOLIC-ANY-SPEED: less=velocityOutside at parabolic usual, more=velocityInside at parabolic usual",
                "C-TRAINED-COLLISION-ANY-SPEED: less=velocityOutside at collision usual, more=velocityInside at collision usual",
                "C-TRAINED-ALIGNED-COLLISION-ANY-SPEED: less=velocityOutside at aligned collision usual, "
                        + "more=velocityInside at aligned collision usual") {
            @Override
            public void check(Fields data) {
                int[] less = errors(data, "statedLessMillionths");
                int[] more = errors(data, "statedMoreMillionths");
                data.text("less");
                data.text("more");
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
        },

        /**
         * Measurements of an error, one for each seed, of which a statement says that they are at most (or at least)
         * a bound: their median is on the other side, and so many are there that fair coins would give it with a
         * probability of at most 1/20. Not judged: that they were so measured.
         */
        MEASURED_BOUND_MISSED(
                "measured-bound-missed",
                "measure statedAtMost boundMillionths seeds millionths",
                "C-TRAINED-FINAL-ONE-TASK: measure=probe at q=2 n=1, statedAtMost=true, boundMillionths=70000",
                "C-TRAINED-CHANCE-LOW-DEGREE: measure=probe at low-degree tasks, statedAtMost=false, boundMillionths=230000") {
            @Override
            public void check(Fields data) {
                int[] values = errors(data, "millionths");
                data.text("measure");
                seeds(data, values.length);
                int bound = data.within("boundMillionths", 0, 1_000_000_000);
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
        };

        /** The measured claims, on which no certificate is evidence. */
        static final List<String> CLAIMS = List.of(
                "TRAINED-MORE-TASKS",
                "TRAINED-FINAL-ERROR",
                "TRAINED-NO-PREFERENCE",
                "TRAINED-BASIS",
                "TRAINED-EXTRAPOLATION",
                "TRAINED-PARABOLIC",
                "TRAINED-COLLISION",
                "TRAINED-ALIGNED-COLLISION");

        private final Entry entry;

        Measured(String kind, String fields, String... evidenceOn) {
            entry = Entry.of(kind, fields, evidenceOn);
        }

        @Override
        public Entry entry() {
            return entry;
        }

        /** Mean squared errors of networks: none is negative. */
        private static int[] errors(Fields data, String key) {
            int[] errors = data.integers(key);
            for (int error : errors) require(error >= 0, key + " holds an error below 0");
            return errors;
        }

        /** A seed for each measurement, all different. */
        private static void seeds(Fields data, int count) {
            int[] seeds = data.integers("seeds");
            require(
                    count >= 1 && count <= 1000 && seeds.length == count,
                    "not a seed for each of 1..1000 measurements");
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < i; j++) require(seeds[i] != seeds[j], "a seed twice: " + seeds[i]);
            }
        }
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
            for (int x = 0; x < f.length; x++) sums[S] += (long) f[x] * sign(S, x);
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
            if (Integer.bitCount(S) <= k) sum += sign(S, (1 << t) - 1);
        }
        return sum;
    }

    /** Whether T keeps the kernel of the polynomials of degree at most k, for every listed k. */
    private static boolean keepsKernels(int[] T, int[] drops) {
        int d = dimension(T);
        for (int k : drops) {
            // Equal kernels get equal numbers.
            var value = new int[d + 1];
            for (int t = 0; t <= d; t++) {
                value[t] = t;
                for (int u = t - 1; u >= 0; u--) value[t] = kernel(d, k, u) == kernel(d, k, t) ? u : value[t];
            }
            if (!keepsDistance(T, t -> value[t])) return false;
        }
        return true;
    }

    /** Whether of the polynomials of degree at most j, seen through T, and those of degree at most k one has the other. */
    private static boolean mapsWithin(int[] T, int j, int k) {
        int[] back = new int[T.length];
        for (int z = 0; z < T.length; z++) back[T[z]] = z;
        int[] way = j <= k ? T : back;
        int low = Math.min(j, k);
        int high = Math.max(j, k);
        for (int S = 0; S < T.length; S++) {
            int set = S;
            if (Integer.bitCount(S) <= low
                    && degree(through(
                                    way,
                                    IntStream.range(0, T.length)
                                            .map(z -> sign(set, z))
                                            .toArray()))
                            > high) return false;
        }
        return true;
    }

    /** The costs, which are those said, compared: below 0 if T costs less than the identity. */
    private static int softCosts(Fields data, int[] T, int[] c, int[] mu) {
        require(dimension(T) <= 8, "d at most 8");
        long cost = softCost(T, c, mu);
        long identity = softCost(IntStream.range(0, T.length).toArray(), c, mu);
        require(data.integer("cost") == cost, "the cost is " + cost);
        require(data.integer("identityCost") == identity, "the cost of the identity is " + identity);
        return Long.compare(cost, identity);
    }

    private static long softCost(int[] T, int[] c, int[] mu) {
        long cost = 0;
        for (int S = 0; S < T.length; S++) {
            if (c[Integer.bitCount(S)] == 0) continue;
            var values = new long[T.length];
            for (int z = 0; z < T.length; z++) values[T[z]] = sign(S, z);
            for (int R = 0; R < T.length; R++) {
                if (mu[Integer.bitCount(R)] == 0) continue;
                long sum = 0;
                for (int x = 0; x < T.length; x++) sum += values[x] * sign(R, x);
                cost += (long) c[Integer.bitCount(S)] * mu[Integer.bitCount(R)] * (sum * sum);
            }
        }
        return cost;
    }

    /** Whether p(T^-1) has degree at most k for every p of degree at most k: every product of at most k variables. */
    private static boolean keepsPolynomials(int[] T, int k) {
        for (int S = 0; S < T.length; S++) {
            int set = S;
            if (Integer.bitCount(S) <= k
                    && degree(through(
                                    T,
                                    IntStream.range(0, T.length)
                                            .map(z -> sign(set, z))
                                            .toArray()))
                            > k) return false;
        }
        return true;
    }

    /**
     * Whether g(T^-1) has degree at most k for every Boolean g of degree at most k, d at most 4; then T permutes these
     * g.
     */
    private static boolean keepsTasks(int[] T, int k, ToIntFunction<int[]> degree) {
        for (int[] g : booleanFunctions(dimension(T), dimension(T))) {
            if (degree.applyAsInt(g) <= k && degree.applyAsInt(through(T, g)) > k) return false;
        }
        return true;
    }

    /**
     * The kernel of the polynomials of degree at most k at distance t, as [t][k]: the sum of the first k + 1
     * coefficients of (1 - z)^t (1 + z)^(d - t).
     */
    private static BigInteger[][] kernels(int d) {
        var sums = new BigInteger[d + 1][d + 1];
        var c = new BigInteger[d + 1];
        c[0] = BigInteger.ONE;
        for (int j = 1; j <= d; j++)
            c[j] = c[j - 1].multiply(BigInteger.valueOf(d - j + 1)).divide(BigInteger.valueOf(j));
        for (int t = 0; t <= d; t++) {
            sums[t][0] = c[0];
            for (int k = 1; k <= d; k++) sums[t][k] = sums[t][k - 1].add(c[k]);
            // From t to t + 1: divide by 1 + z, multiply by 1 - z.
            if (t == d) break;
            for (int j = 1; j < d; j++) c[j] = c[j].subtract(c[j - 1]);
            require(c[d].equals(c[d - 1]), "no multiple of 1 + z");
            c[d] = c[d - 1].negate();
            for (int j = d - 1; j >= 1; j--) c[j] = c[j].subtract(c[j - 1]);
        }
        return sums;
    }

    /**
     * Signed permutations if K has an odd member up to d - 2, or an even one and an odd d - 1, or d is at most 2 and K
     * is {1, ..., d - 1}; else the folded cube if it has an even member up to d - 2; else the parity for {d - 1}, and
     * all for no member.
     */
    private static String groupByTypes(int d, int[] drops) {
        boolean odd = Arrays.stream(drops).anyMatch(k -> k <= d - 2 && k % 2 == 1);
        boolean even = Arrays.stream(drops).anyMatch(k -> k <= d - 2 && k % 2 == 0);
        boolean last = Arrays.stream(drops).anyMatch(k -> k == d - 1);
        if (odd || even && last && d % 2 == 0 || d <= 2 && drops.length == d - 1) return "SIGNED_PERMUTATIONS";
        return even ? "FOLDED_CUBE" : last ? "PARITY" : "ALL";
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

    /** p / q, q positive. */
    private record Ratio(BigInteger p, BigInteger q) implements Comparable<Ratio> {
        @Override
        public int compareTo(Ratio other) {
            return p.multiply(other.q).compareTo(other.p.multiply(q));
        }
    }

    /**
     * A learning curve: the density of the tasks by degree, which does not increase, the numbers of tasks, the
     * probabilities of identification from so many.
     *
     * @param minimal how many classes of transforms, the signed permutations among them, have the least expected sum of
     * degrees
     */
    private record Curve(int[] density, List<Integer> numbers, List<Ratio> rows, int minimal) {

        /**
         * Once every row is right. Tasks one by one: the distribution of what they cost each class of transforms above
         * the identity. A class is P D T for all P D, and psi runs over one of each class as well, for deg(T psi^-1)
         * and deg g(T^-1) are the same throughout.
         */
        static Curve of(Fields data) {
            int d = data.within("dimension", 1, 3);
            int[] density = data.density(d, true);
            for (int k = 1; k <= d; k++) require(density[k] <= density[k - 1], "the density increases");
            boolean observed = data.flag("observed");
            var stated = data.ratios("rows");
            var classes = new ArrayList<int[]>();
            classes.add(identity(1 << d));
            forEachPermutation(1 << d, T -> {
                // Of each class the one that fixes 0 and whose coordinates, read as numbers, rise.
                boolean first = T[0] == 0;
                for (int i = 1; i < d && first; i++) first = number(coordinate(T, i - 1)) < number(coordinate(T, i));
                if (first && !isSigned(T)) classes.add(T.clone());
            });
            int[] degrees = degreesOfAll(1 << d);
            var steps = new LinkedHashMap<String, Long>();
            var expected = new long[classes.size()];
            for (int g = 0; g < degrees.length; g++) {
                if (density[degrees[g]] == 0) continue;
                var cost = new char[classes.size()];
                for (int r = 0; r < cost.length; r++) {
                    int more = degrees[seen(classes.get(r), g)] - degrees[g];
                    cost[r] = (char) (ZERO + more);
                    expected[r] += (long) density[degrees[g]] * more;
                }
                steps.merge(new String(cost), (long) density[degrees[g]], Long::sum);
            }
            long least = Arrays.stream(expected).min().getAsLong();
            require(expected[0] == least, "no density for which the signed permutations are minimisers");
            var observations = new ArrayList<int[]>();
            for (int[] psi : observed ? classes : classes.subList(0, 1)) {
                int[] cost = classes.stream()
                        .mapToInt(T -> Arrays.stream(tables(compose(T, inverse(psi))))
                                .map(f -> degrees[f])
                                .sum())
                        .toArray();
                observations.add(Arrays.stream(cost).map(c -> c - cost[0]).toArray());
            }
            var found = new ArrayList<Ratio>();
            var start = new char[classes.size()];
            Arrays.fill(start, ZERO);
            Map<String, BigInteger> states = Map.of(new String(start), BigInteger.ONE);
            int n = 0;
            long work = 0;
            for (var row : stated.entrySet()) {
                for (; n < row.getKey(); n++) {
                    work += (long) states.size() * steps.size() * classes.size();
                    require(work <= 1L << 27, "more tasks than can be followed one by one");
                    var next = new HashMap<String, BigInteger>();
                    for (var state : states.entrySet()) {
                        for (var step : steps.entrySet()) {
                            var sum = new char[classes.size()];
                            for (int r = 0; r < sum.length; r++)
                                sum[r] = (char) (state.getKey().charAt(r)
                                        + step.getKey().charAt(r)
                                        - ZERO);
                            next.merge(
                                    new String(sum),
                                    state.getValue().multiply(BigInteger.valueOf(step.getValue())),
                                    BigInteger::add);
                        }
                    }
                    states = next;
                }
                var identified = BigInteger.ZERO;
                var total = BigInteger.ZERO;
                for (var state : states.entrySet()) {
                    total = total.add(state.getValue().multiply(BigInteger.valueOf(observations.size())));
                    long alone = observations.stream()
                            .filter(observation -> IntStream.range(1, observation.length)
                                    .allMatch(r -> state.getKey().charAt(r) - ZERO + observation[r] > 0))
                            .count();
                    identified = identified.add(state.getValue().multiply(BigInteger.valueOf(alone)));
                }
                var ratio = new Ratio(identified, total);
                require(
                        ratio.compareTo(row.getValue()) == 0,
                        "the probability for " + n + " tasks is " + identified + "/" + total);
                found.add(ratio);
            }
            return new Curve(density, List.copyOf(stated.keySet()), found, (int)
                    Arrays.stream(expected).filter(cost -> cost == least).count());
        }

        private static final char ZERO = 1000;

        /** 2^d d! over the number of minimisers, which is 2^d d! for each class, once it is as stated. */
        Ratio ceiling(Fields data) {
            var ceiling = new Ratio(BigInteger.ONE, BigInteger.valueOf(minimal));
            require(data.fraction("ceiling").compareTo(ceiling) == 0, "the ceiling is 1/" + minimal);
            return ceiling;
        }

        int latents() {
            return density.length - 1;
        }

        boolean dropsAfterOne() {
            return density.length > 2 && density[1] > density[2];
        }
    }

    /** The table of f as a number: bit x is set iff f(x) = -1. */
    private static int number(int[] f) {
        int number = 0;
        for (int x = 0; x < f.length; x++) number |= f[x] < 0 ? 1 << x : 0;
        return number;
    }

    private static int[] negated(int[] f) {
        return Arrays.stream(f).map(value -> -value).toArray();
    }

    private static int[] identity(int points) {
        var identity = new int[points];
        for (int z = 0; z < points; z++) identity[z] = z;
        return identity;
    }

    /**
     * Every Boolean function of n variables of degree at most k. For n at most 4 all are looked at; for more, k at most
     * 2: such a function depends on at most four variables (N. Nisan, M. Szegedy: on k 2^(k-1)), and n is at most 6.
     */
    private static List<int[]> booleanFunctions(int n, int k) {
        require(n <= 4 || n <= 6 && k <= 2, "too many Boolean functions of " + n + " variables of degree at most " + k);
        int[] degrees = degreesOfAll(1 << Math.min(n, 4));
        var found = new LinkedHashMap<List<Integer>, int[]>();
        for (int S = 0; S < 1 << n; S++) {
            if (Integer.bitCount(S) != Math.min(n, 4)) continue;
            for (int table = 0; table < degrees.length; table++) {
                if (degrees[table] > k) continue;
                var f = new int[1 << n];
                for (int x = 0; x < f.length; x++) {
                    // The variables in S, renumbered.
                    int y = 0;
                    for (int i = 0, bit = 0; i < n; i++) {
                        if ((S >> i & 1) == 1) y |= (x >> i & 1) << bit++;
                    }
                    f[x] = (table >> y & 1) == 1 ? -1 : 1;
                }
                found.put(list(f), f);
            }
        }
        return new ArrayList<>(found.values());
    }

    /** The function u with u(T(z)) = g(z) for every z. */
    private static int[] through(int[] T, int[] g) {
        var u = new int[g.length];
        for (int z = 0; z < g.length; z++) u[T[z]] = g[z];
        return u;
    }

    /**
     * The numbers of predictors by degree, for all tasks or those of degree at most 1, are as stated and not those of
     * the tasks.
     */
    private static void lawsDiffer(Fields data, int[] T, int[] psi) {
        int d = dimension(T);
        var law = new int[d + 1];
        var identityLaw = new int[d + 1];
        for (int[] g : booleanFunctions(
                d, data.oneOf("statement", "all-tasks", "degree-at-most-1").equals("all-tasks") ? d : 1)) {
            identityLaw[degree(g)]++;
            // The task and the representation as functions of the observation; the predictor is found from these.
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
        require(Arrays.equals(law, data.integers("law")), "the numbers by degree are " + Arrays.toString(law));
        require(
                Arrays.equals(identityLaw, data.integers("identityLaw")),
                "the numbers of tasks by degree are " + Arrays.toString(identityLaw));
        require(!Arrays.equals(law, identityLaw), "the laws agree");
    }

    /** The sums of w(deg g) deg(g(T^-1)) and of w(deg g) deg g over all Boolean g, once they are as stated. */
    private static long[] weightedSums(Fields data, int[] T, int[] w) {
        long[] sums = {weightedSum(T, w), weightedSum(identity(T.length), w)};
        same("sum", data.integer("sum"), sums[0]);
        same("identitySum", data.integer("identitySum"), sums[1]);
        return sums;
    }

    /** The sum of w(deg g) deg(g(T^-1)) over all Boolean g. */
    private static long weightedSum(int[] T, int[] w) {
        int most = dimension(T);
        while (most > 0 && w[most] == 0) most--;
        long sum = 0;
        for (int[] g : booleanFunctions(dimension(T), most)) sum += (long) w[degree(g)] * degree(through(T, g));
        return sum;
    }

    private static List<Integer> list(int[] values) {
        return Arrays.stream(values).boxed().toList();
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
        return IntStream.range(0, 1 << (points - 1))
                .filter(f -> 2 * Integer.bitCount(f) == points)
                .toArray();
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
        return Arrays.stream(tables)
                .map(table -> degrees[table])
                .sorted()
                .boxed()
                .toList();
    }

    private static int[] tasksOfDegree(int[] degrees, int q) {
        return IntStream.range(0, degrees.length).filter(g -> degrees[g] == q).toArray();
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

    /**
     * The sums of deg g(T^-1), which is as stated, and of deg g over the Boolean tasks g of degree exactly q; d at most
     * 4.
     */
    private static long[] exactSums(Fields data) {
        int[] T = data.transform("transform");
        require(dimension(T) <= 4, "d at most 4");
        int q = data.within("taskDegree", 1, dimension(T));
        int[] degrees = degreesOfAll(T.length);
        int[] tasks = tasksOfDegree(degrees, q);
        long sum = sumOfDegrees(T, tasks, degrees);
        same("tasks", data.integer("tasks"), tasks.length);
        same("sum", data.integer("sum"), sum);
        return new long[] {sum, (long) q * tasks.length};
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

    /**
     * The mean, over pairs of signed permutations A and B, of the number of T with A T = T B: the order of A's
     * centraliser if both have one cycle type, else 0.
     */
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
            for (int l = 1; l < cycles.length; l++)
                centralizer = centralizer
                        .multiply(BigInteger.valueOf(l).pow(cycles[l]))
                        .multiply(factorial(cycles[l]));
            cycles[0] = 0;
            String type = Arrays.toString(cycles);
            types.merge(type, 1L, Long::sum);
            centralizers.put(type, centralizer);
        }
        var sum = BigInteger.ZERO;
        for (String type : types.keySet())
            sum = sum.add(centralizers
                    .get(type)
                    .multiply(BigInteger.valueOf(types.get(type)).pow(2)));
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

    /**
     * Whether T preserves the Hamming distance of every two points; for a bijection: whether it is a signed
     * permutation.
     */
    private static boolean isSigned(int[] T) {
        return keepsDistance(T, t -> t);
    }

    /** Whether a function of the Hamming distance is the same at T(x) and T(y) as at x and y, for all x and y. */
    private static boolean keepsDistance(int[] T, IntUnaryOperator ofDistance) {
        for (int x = 0; x < T.length; x++) {
            for (int y = 0; y < x; y++) {
                if (ofDistance.applyAsInt(Integer.bitCount(T[x] ^ T[y]))
                        != ofDistance.applyAsInt(Integer.bitCount(x ^ y))) return false;
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
            if (Integer.bitCount(S) <= degree) continue;
            long sum = 0;
            for (int x = 0; x < f.length; x++) sum += (long) f[x] * sign(S, x);
            if (sum != 0) degree = Integer.bitCount(S);
        }
        return degree;
    }

    /**
     * The degree over GF(2) of the 0/1 form of f: the monomial M has the coefficient sum of the values at all points
     * below M, modulo 2.
     */
    private static int gf2Degree(int[] f) {
        int degree = 0;
        for (int M = 0; M < f.length; M++) {
            int coefficient = 0;
            for (int x = 0; x < f.length; x++) coefficient ^= (x & ~M) == 0 && f[x] < 0 ? 1 : 0;
            if (coefficient == 1) degree = Math.max(degree, Integer.bitCount(M));
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

    /**
     * The least k such that the values are a combination of the characters of degree at most k on the points:
     * elimination in integers.
     */
    private static int leastDegree(int m, int[] points, int[] values) {
        if (points.length == 1 << m) {
            var whole = new int[points.length];
            for (int i = 0; i < points.length; i++) whole[points[i]] = values[i];
            return degree(whole);
        }
        require(points.length <= 128, "more than 128 points that are no cube");
        var basis = new TreeMap<Integer, BigInteger[]>();
        var h = Arrays.stream(values).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
        for (int k = 0; k <= m; k++) {
            for (int S = 0; S < 1 << m; S++) {
                if (Integer.bitCount(S) != k || basis.size() == points.length) continue;
                var column = new BigInteger[points.length];
                for (int i = 0; i < column.length; i++) column[i] = BigInteger.valueOf(sign(S, points[i]));
                int pivot = reduce(column, basis);
                if (pivot >= 0) basis.put(pivot, column);
            }
            if (reduce(h, basis) < 0) return k;
        }
        throw new Rejected("not a function on the points");
    }

    /**
     * Subtracts multiples of the basis (by its first entry other than 0) until the first entry left has no partner;
     * that entry, or -1.
     */
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
        require(
                values.length == points.length && weights.length == points.length,
                "not one value and one weight a point");
        require((long) points.length << m <= 1 << 28, "too many points in too many dimensions");
        var pairing = BigInteger.ZERO;
        for (int i = 0; i < points.length; i++)
            pairing = pairing.add(BigInteger.valueOf((long) weights[i] * values[i]));
        require(pairing.signum() != 0 || bound < 0, "the witness annihilates the function");
        for (int S = 0; S < 1 << m; S++) {
            if (Integer.bitCount(S) > bound) continue;
            long moment = 0;
            for (int i = 0; i < points.length; i++) moment += (long) weights[i] * sign(S, points[i]);
            require(moment == 0, "the witness does not annihilate the monomial " + S);
        }
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

    /** Whether no transform of B^d, d at most 3, has a smaller density-weighted sum of deg(g . T^-1 . R^-1) than T. */
    private static boolean leastIn(int[] R, int[] T, int[] density) {
        require(R.length <= 8, "d at most 3");
        int[] degrees = degreesOfAll(R.length);
        var costs = new TreeSet<Long>();
        Consumer<int[]> visit = U -> {
            int[] both = compose(R, U);
            long cost = 0;
            for (int g = 0; g < degrees.length; g++) cost += (long) density[degrees[g]] * degrees[seen(both, g)];
            costs.add(cost);
        };
        visit.accept(T);
        long own = costs.first();
        forEachPermutation(R.length, visit);
        return costs.first() == own;
    }

    /**
     * A polynomial by its coefficients over a denominator, with the multipliers that prove its degree profile least.
     */
    private record Polynomial(
            int variables,
            int[] coefficients,
            BigInteger denominator,
            List<int[]> multipliers,
            long multiplierDenominator) {
        static Polynomial of(Fields data, int variables) {
            int[] coefficients = data.integers("coefficients");
            require(coefficients.length == 1 << variables, "not one coefficient a monomial");
            int denominator = data.within("denominator", 1, 1 << 30);
            int multiplierDenominator = data.within("multiplierDenominator", 1, 1 << 30);
            return new Polynomial(
                    variables,
                    coefficients,
                    BigInteger.valueOf(denominator),
                    data.listOfIntegers("multipliers"),
                    multiplierDenominator);
        }

        int degree() {
            int degree = 0;
            for (int S = 0; S < coefficients.length; S++)
                degree = coefficients[S] == 0 ? degree : Math.max(degree, Integer.bitCount(S));
            return degree;
        }

        /** The value times the denominator. */
        long at(int x) {
            long sum = 0;
            for (int S = 0; S < coefficients.length; S++) sum += (long) coefficients[S] * sign(S, x);
            return sum;
        }

        /**
         * It takes the values g(z) at places[z] for the z of the ball; and for every level k there are u_k, orthogonal
         * to all characters of degree below k, whose sums against those of degree k are the coefficients: then no
         * interpolant with the same higher levels has less weight at level k. (The difference of two such interpolants,
         * paired with u_k, is 0.)
         */
        void checkLeastProfile(int[] places, int[] g, int radius) {
            int[] ball = ball(places, radius);
            for (int z = 0; z < places.length; z++) {
                if (Integer.bitCount(z) <= radius)
                    require(
                            BigInteger.valueOf(at(places[z])).equals(denominator.multiply(BigInteger.valueOf(g[z]))),
                            "a training value is missed");
            }
            for (int S = 0; S < coefficients.length; S++) {
                int size = Integer.bitCount(S);
                require(size < multipliers.size() || coefficients[S] == 0, "a coefficient without multipliers");
                for (int k = size; k < multipliers.size(); k++) {
                    int[] u = multipliers.get(k);
                    require(u.length == ball.length, "not one multiplier a training point");
                    long sum = 0;
                    for (int i = 0; i < u.length; i++) sum += (long) u[i] * sign(S, ball[i]);
                    long expected = k == size ? coefficients[S] * multiplierDenominator : 0;
                    require(
                            denominator.multiply(BigInteger.valueOf(sum)).equals(BigInteger.valueOf(expected)),
                            "the multipliers of level " + k + " fail at " + S);
                }
            }
        }

        /** The sum of squared errors outside the ball, times the squared denominator. */
        BigInteger squaredError(int[] places, int[] g, int radius) {
            var sum = BigInteger.ZERO;
            for (int z = 0; z < places.length; z++) {
                if (Integer.bitCount(z) > radius)
                    sum = sum.add(BigInteger.valueOf(at(places[z]))
                            .subtract(denominator.multiply(BigInteger.valueOf(g[z])))
                            .pow(2));
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

    // ---- data

    /**
     * The data of a certificate, read strictly: every entry has the type expected, and none is left that no one read.
     */
    private static final class Fields {
        private final Map<?, ?> data;
        private final Set<String> read = new TreeSet<>();
        private final List<Fields> parts = new ArrayList<>();

        Fields(Map<?, ?> data) {
            this.data = data;
        }

        void requireAllRead() {
            for (Object key : data.keySet())
                require(key instanceof String name && read.contains(name), key + " does not belong to this kind");
            parts.forEach(Fields::requireAllRead);
        }

        private Object any(String key) {
            read.add(key);
            Object value = data.get(key);
            require(value != null, "no " + key);
            return value;
        }

        long integer(String key) {
            require(any(key) instanceof Long, key + " is no integer");
            return (Long) any(key);
        }

        int within(String key, int low, int high) {
            long value = integer(key);
            require(value >= low && value <= high, key + " is not within " + low + ".." + high);
            return (int) value;
        }

        int sign(String key) {
            require(integer(key) == 1 || integer(key) == -1, key + " is neither -1 nor +1");
            return (int) integer(key);
        }

        boolean flag(String key) {
            require(any(key) instanceof Boolean, key + " is neither true nor false");
            return (Boolean) any(key);
        }

        String text(String key) {
            require(any(key) instanceof String, key + " is no string");
            return (String) any(key);
        }

        /** One of d, "d+1", ..., as text, up to the largest said. */
        int oneOfSums(String key, int d, int most) {
            var names = IntStream.rangeClosed(0, most)
                    .mapToObj(more -> more == 0 ? "d" : "d+" + more)
                    .toList();
            return d + names.indexOf(oneOf(key, names.toArray(String[]::new)));
        }

        String oneOf(String key, String... names) {
            require(List.of(names).contains(text(key)), "unknown " + key + " " + text(key));
            return text(key);
        }

        private List<?> list(String key) {
            require(any(key) instanceof List<?>, key + " is no list");
            return (List<?>) any(key);
        }

        private static int[] integers(String key, Object value) {
            require(value instanceof List<?>, key + " is no list");
            var list = (List<?>) value;
            var values = new int[list.size()];
            for (int i = 0; i < values.length; i++) {
                require(
                        list.get(i) instanceof Long number && number == number.intValue(),
                        key + " holds something else than integers");
                values[i] = ((Long) list.get(i)).intValue();
            }
            return values;
        }

        int[] integers(String key) {
            return integers(key, any(key));
        }

        List<int[]> listOfIntegers(String key) {
            var rows = new ArrayList<int[]>();
            for (Object row : list(key)) rows.add(integers(key, row));
            return rows;
        }

        /** Lists of integers as lists. */
        List<List<Integer>> lists(String key) {
            return listOfIntegers(key).stream().map(CheckCertificates::list).toList();
        }

        /** A list of lists of so many integers each. */
        List<int[]> rows(String key, int width) {
            var rows = listOfIntegers(key);
            for (int[] row : rows) require(row.length == width, key + " has a row of another width than " + width);
            return rows;
        }

        /** A list of objects. */
        List<Fields> records(String key) {
            var records = new ArrayList<Fields>();
            for (Object item : list(key)) records.add(part(key, item));
            return records;
        }

        /** The data of a certificate's part. */
        Fields nested(String key) {
            return part(key, any(key));
        }

        private Fields part(String key, Object value) {
            require(value instanceof Map<?, ?>, key + " is no object, or holds something else");
            var part = new Fields((Map<?, ?>) value);
            parts.add(part);
            return part;
        }

        /** A set of drops within 1..d-1. */
        int[] drops(int d) {
            int[] drops = integers("drops");
            for (int i = 0; i < drops.length; i++)
                require(
                        drops[i] >= 1 && drops[i] < d && (i == 0 || drops[i] > drops[i - 1]),
                        "drops lie within 1.." + (d - 1) + ", in rising order");
            return drops;
        }

        /** A number within 0..100000 for each level 0..d. */
        int[] levels(String key, int d) {
            int[] levels = integers(key);
            require(levels.length == d + 1, key + " is not one number for each level");
            for (int level : levels) require(level >= 0 && level <= 100_000, key + " has a number outside 0..100000");
            return levels;
        }

        /**
         * Weights of tasks by their degree, within 0..1000 and not all 0; up to degree d, or fewer, which stand for 0.
         */
        int[] density(int d, boolean all) {
            int[] w = integers("density");
            require(all ? w.length == d + 1 : w.length <= d + 1, "density is not one weight for each degree");
            for (int weight : w) require(weight >= 0 && weight <= 1000, "density has a weight outside 0..1000");
            require(Arrays.stream(w).sum() > 0, "density is 0");
            return Arrays.copyOf(w, d + 1);
        }

        private static Ratio ratio(String key, Object p, Object q) {
            require(
                    p instanceof String a
                            && a.matches("\\d{1,1000}")
                            && q instanceof String b
                            && b.matches("\\d{1,1000}"),
                    key + " holds something else than fractions");
            var ratio = new Ratio(new BigInteger((String) p), new BigInteger((String) q));
            require(
                    ratio.q.signum() > 0 && ratio.p.gcd(ratio.q).equals(BigInteger.ONE),
                    key + " has a fraction that is not in lowest terms");
            return ratio;
        }

        /** Numerator and denominator, as strings. */
        Ratio fraction(String key) {
            require(list(key).size() == 2, key + " is no numerator and denominator");
            return ratio(key, list(key).get(0), list(key).get(1));
        }

        /** Rows n, numerator, denominator, as strings, by rising n up to 20. */
        Map<Integer, Ratio> ratios(String key) {
            var ratios = new LinkedHashMap<Integer, Ratio>();
            int last = -1;
            for (Object item : list(key)) {
                require(
                        item instanceof List<?> row
                                && row.size() == 3
                                && row.get(0) instanceof String n
                                && n.matches("\\d|1\\d|20"),
                        key + " has a row that is no n, numerator, denominator");
                var row = (List<?>) item;
                int n = Integer.parseInt((String) row.get(0));
                require(n > last, key + " are not in order");
                last = n;
                ratios.put(n, ratio(key, row.get(1), row.get(2)));
            }
            require(!ratios.isEmpty(), key + " is empty");
            return ratios;
        }

        private int[] onCube(String key, int[] values, int least, int most) {
            require(
                    values.length >= least && values.length <= most && Integer.bitCount(values.length) == 1,
                    key + " has a length that is no power of two within " + least + ".." + most);
            return values;
        }

        private int[] signs(String key, Object value) {
            int[] f = onCube(key, integers(key, value), 1, 1 << 12);
            for (int y : f) require(y == 1 || y == -1, key + " has a value other than -1 and +1");
            return f;
        }

        /** A Boolean function, as its values -1 and +1. */
        int[] signs(String key) {
            return signs(key, any(key));
        }

        List<int[]> listOfSigns(String key) {
            var functions = new ArrayList<int[]>();
            for (Object values : list(key)) functions.add(signs(key, values));
            return functions;
        }

        /** A function with integer values within -1000..1000. */
        int[] values(String key) {
            int[] f = onCube(key, integers(key), 1, 1 << 8);
            for (int value : f) require(Math.abs((long) value) <= 1000, key + " has a value outside -1000..1000");
            return f;
        }

        /** A function with values -1, 0 and 1. */
        int[] ternary(String key) {
            for (int value : values(key)) require(Math.abs(value) <= 1, key + " has a value other than -1, 0 and 1");
            return values(key);
        }

        /** A variable of f, from 0 on. */
        int variable(String key, int[] f) {
            require(f.length > 1, "no variables");
            return within(key, 0, dimension(f) - 1);
        }

        /** A map of B^d to itself, invertible or not. */
        int[] map(String key) {
            int[] F = onCube(key, integers(key), 2, 1 << 12);
            for (int y : F) require(y >= 0 && y < F.length, key + " leaves the cube");
            return F;
        }

        /** An invertible map of B^d to itself. */
        int[] transform(String key) {
            int[] T = map(key);
            require(isPermutation(T), key + " is no permutation");
            return T;
        }

        /** Different points of B^m. */
        int[] points(String key, int m) {
            int[] points = integers(key);
            var seen = new TreeSet<Integer>();
            for (int x : points)
                require(x >= 0 && x < 1 << m && seen.add(x), key + " leaves the cube or names a point twice");
            return points;
        }
    }

    // ---- files

    private static final String USAGE = """
      usage: java CheckCertificates.java [--strict] FILE...

      Accepts or rejects certificates from the definitions alone, as evidence on the claim that they name.
      A FILE holds a certificate as a JSON object {"claim": ..., "kind": ..., "data": {...}}, an array of
      them, or a report with them; or it is a folder, of which every file *.json is taken.
      Exit code: 0 if all are accepted, 1 if one is rejected or a file holds none, 2 for wrong usage or a
      file that cannot be read.

      A certificate that names no claim, or one that is not known, is judged by its kind alone. The last
      line says how many of these were accepted.
        --strict  makes them an error: exit code 1

      Measurements (kinds measured-...) are taken on trust: that they refute what they are said to is
      computed, not that they were so measured. The last line says how many accepted certificates rest on
      them.""";

    /** Longer than any genuine certificate takes, in seconds: a safeguard against those made to occupy the program. */
    private static final long PATIENCE = 300;

    /** See the class comment. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** What {@link #main} does; the exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 1 && List.of("--help", "-h").contains(args[0])) {
            out.println(USAGE);
            return 0;
        }
        boolean strict = args.length > 0 && args[0].equals("--strict");
        var names = Arrays.asList(args).subList(strict ? 1 : 0, args.length);
        if (names.isEmpty() || names.get(0).startsWith("-")) {
            err.println(USAGE);
            return 2;
        }
        int judged = 0;
        int rejected = 0;
        int byKindAlone = 0;
        int measured = 0;
        boolean unreadable = false;
        var failures = new ArrayList<Exception>();
        for (String name : names) {
            for (var file : filesAt(name, failures)) {
                try {
                    for (var verdict : verdicts(bytes(file))) {
                        judged++;
                        rejected += verdict.accepted ? 0 : 1;
                        byKindAlone += verdict.byKindAlone ? 1 : 0;
                        measured += verdict.measured ? 1 : 0;
                        out.println(printable(verdict.line + " (" + file + ")"));
                    }
                } catch (IOException failure) {
                    failures.add(failure);
                }
            }
            for (var failure : failures) err.println(printable(oneLine(failure)));
            unreadable |= !failures.isEmpty();
            failures.clear();
        }
        out.println(judged + " judged, " + rejected + " rejected"
                + (byKindAlone == 0
                        ? ""
                        : "; " + byKindAlone + " accepted by kind alone, on no known claim"
                                + (strict ? ", which --strict forbids" : ""))
                + (measured == 0 ? "" : "; " + measured + " accepted with measurements taken on trust"));
        return unreadable ? 2 : rejected > 0 || strict && byKindAlone > 0 ? 1 : 0;
    }

    /** The line on a certificate or file; the others are false unless it is accepted. */
    private record Verdict(String line, boolean accepted, boolean byKindAlone, boolean measured) {
        static Verdict rejected(String why) {
            return new Verdict("REJECTED " + why, false, false, false);
        }
    }

    /** One for each certificate, or one that says why there is none. */
    private static List<Verdict> verdicts(byte[] text) {
        var found = new ArrayList<Found>();
        try {
            collect(
                    new Json(StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(text))
                                    .toString())
                            .document(),
                    null,
                    found);
        } catch (Rejected failure) {
            return List.of(Verdict.rejected("file: " + failure.getMessage()));
        } catch (CharacterCodingException failure) {
            return List.of(Verdict.rejected("file: not in UTF-8"));
        } catch (OutOfMemoryError failure) {
            return List.of(Verdict.rejected("file: too large"));
        }
        if (found.isEmpty()) return List.of(Verdict.rejected("file: no certificate in it"));
        var verdicts = new ArrayList<Verdict>();
        for (var one : found)
            verdicts.add(
                    isCertificate(one.map)
                            ? verdict(one)
                            : Verdict.rejected("object: no text as kind, or no object as data"));
        return verdicts;
    }

    private static Verdict verdict(Found one) {
        String kind = (String) one.map.get("kind");
        Object said = one.map.get("claim");
        if (said != null && !(said instanceof String)) return Verdict.rejected(kind + ": no text as claim");
        String claim = (String) said;
        if (one.place != null && !one.place.equals(claim))
            return Verdict.rejected(kind + ": it stands under " + one.place + " and says that it is on "
                    + (claim == null ? "nothing" : claim));
        boolean known = CLAIMS.containsKey(claim);
        String on = known
                ? " on " + claim
                : ", by its kind alone: " + (claim == null ? "it names no claim" : "no claim " + claim + " is known");
        return patiently(claim, kind, (Map<?, ?>) one.map.get("data"))
                .map(why -> Verdict.rejected(kind + ": " + why))
                .orElseGet(
                        () -> new Verdict("accepted " + kind + on, true, !known, KINDS.get(kind) instanceof Measured));
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (OutOfMemoryError tooLarge) {
            throw new FileSystemException(file.toString(), null, "too large");
        }
    }

    /**
     * The file of this name, or those of the folder; what cannot be read goes to the failures, and the rest is taken
     * all the same.
     */
    private static List<Path> filesAt(String name, List<Exception> failures) {
        var files = new ArrayList<Path>();
        int before = failures.size();
        try {
            var path = Path.of(name);
            if (!Files.exists(path)) throw new NoSuchFileException(name);
            if (!Files.isDirectory(path)) return List.of(path);
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    // A link to nothing is one that cannot be read; a pipe would be waited for.
                    if (file.toString().endsWith(".json") && (Files.isRegularFile(file) || !Files.exists(file)))
                        files.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    failures.add(failure);
                    return FileVisitResult.CONTINUE;
                }
            });
            if (files.isEmpty() && failures.size() == before) throw new NoSuchFileException(name + "/*.json");
        } catch (IOException | InvalidPathException failure) {
            failures.add(failure);
        }
        Collections.sort(files);
        return files;
    }

    private static String oneLine(Exception failure) {
        if (!(failure instanceof FileSystemException system)) return String.valueOf(failure.getMessage());
        String reason = failure instanceof NoSuchFileException
                ? "no such file"
                : failure instanceof AccessDeniedException
                        ? "no permission to read it"
                        : system.getReason() != null
                                ? system.getReason()
                                : failure.getClass().getSimpleName();
        return system.getFile() + ": " + reason;
    }

    /** What a file says, or is called, must not take more than a line, nor steer the terminal. */
    private static String printable(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
        return line.length() <= 1000 ? line : line.substring(0, 1000) + "...";
    }

    private static Optional<String> patiently(String claim, String kind, Map<?, ?> data) {
        var judgement = new FutureTask<>(() -> objection(claim, kind, data));
        var judge = new Thread(null, judgement, "judge", 1 << 26);
        judge.setDaemon(true);
        judge.start();
        try {
            return judgement.get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException late) {
            return Optional.of("not judged within " + PATIENCE + " seconds");
        } catch (ExecutionException failure) {
            return Optional.of("not judged: " + failure.getCause());
        }
    }

    /**
     * What should be a certificate, and the claim or control of a report under which it stands: the nearest "id" around
     * it; null if there is none.
     */
    private record Found(Map<?, ?> map, String place) {}

    /** Every object with a "kind" or with "data", in depth. What lies within well-formed data belongs to them. */
    private static void collect(Object value, String place, List<Found> found) {
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("kind") || map.containsKey("data")) found.add(new Found(map, place));
            String within = map.get("id") instanceof String id ? id : place;
            map.forEach((key, v) -> {
                if (!key.equals("data") || !isCertificate(map)) collect(v, within, found);
            });
        }
        if (value instanceof List<?> list) list.forEach(v -> collect(v, place, found));
    }

    private static boolean isCertificate(Map<?, ?> map) {
        return map.get("kind") instanceof String && map.get("data") instanceof Map<?, ?>;
    }

    // ---- JSON

    /** A small JSON reader: integers become Long, other numbers Double, and null an object of its own. */
    private static final class Json {
        private static final Object NULL = new Object();
        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

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
                                require(!map.containsKey(key), "a key twice at " + at);
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
                require(c >= ' ', "a control character in a string at " + at);
                if (c != '\\') {
                    out.append(c);
                    continue;
                }
                require(at < text.length(), "unexpected end");
                char e = text.charAt(at++);
                int simple = "\"\\/bfnrt".indexOf(e);
                if (simple >= 0) out.append("\"\\/\b\f\n\r\t".charAt(simple));
                else {
                    require(
                            e == 'u'
                                    && at + 4 <= text.length()
                                    && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}"),
                            "bad escape at " + at);
                    out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
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
            if (word.equals("null")) return NULL;
            var number = NUMBER.matcher(word);
            require(number.matches(), "not a value at " + start);
            try {
                return number.group(2) == null && number.group(3) == null
                        ? (Object) Long.valueOf(word)
                        : (Object) Double.valueOf(word);
            } catch (NumberFormatException tooLarge) {
                throw new Rejected("an integer out of range at " + start);
            }
        }
    }
}
