package org.cubecheck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.cube.Cube;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.cube.Spectrum;
import org.cubecheck.report.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The exact Fourier expansion of a function and what follows from it. */
@Command(
        name = "spectrum",
        description = {
            "The exact Fourier-Walsh expansion of a function on {-1,+1}^n, its degree, influences and other measures.",
            "Bit i of a point is set if and only if x_i = -1; bit x of a table is set if and only if f(x) = -1."
        },
        footer = {
            "",
            "Examples:",
            "  spectrum e8                      majority of three",
            "  spectrum --bits 0110             parity of two",
            "  spectrum --values 1,0.5,-1/3,0   a real-valued function"
        })
final class SpectrumCommand implements Callable<Integer> {

    /** The cost of block sensitivity is 6^n. */
    private static final int MAX_COMBINATORIAL = 9;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Function function;

    @Option(
            names = {"-n", "--variables"},
            paramLabel = "N",
            description = "the number of variables of TABLE, 0..20; required if it is less than 2")
    private Optional<Integer> variables = Optional.empty();

    @Option(
            names = "--rho",
            paramLabel = "RHO",
            split = ",",
            description = "correlations for the noise stability (default: 1/2)")
    private List<String> correlations = List.of("1/2");

    @Option(names = "--json", description = "as JSON, with every coefficient")
    private boolean json;

    /** One way of giving a function. */
    private static final class Function {
        @Parameters(
                paramLabel = "TABLE",
                description = "hexadecimal digits, or @FILE with them; the point 0 comes last, as in a number")
        private String table;

        @Option(
                names = "--bits",
                paramLabel = "BITS",
                description = "binary digits, or @FILE with them; the point 0 comes first")
        private String bits;

        @Option(
                names = "--values",
                paramLabel = "VALUES",
                description = "f(0),f(1),...: integers, decimals or fractions, read exactly, or @FILE; the point 0 "
                        + "comes first")
        private String values;
    }

    @Override
    public Integer call() {
        var console = Console.of(spec);
        if (function.table == null && variables.isPresent()) throw new BadInput("--variables goes with TABLE only");
        var table = function.table != null
                ? Optional.of(Arguments.table(function.table, variables))
                : Optional.ofNullable(function.bits).map(Arguments::bits);
        var real = table.map(BooleanFunction::toReal).orElseGet(() -> Arguments.values(function.values));
        var bool = table.or(() -> toBoolean(real));
        var spectrum = BadInput.in("spectrum", real::spectrum);
        Arguments.checkNamed(spec, "--rho", correlations, "a correlation lies within -1..1, such as 1/2");
        var rhos = correlations.stream().map(SpectrumCommand::correlation).toList();
        if (json) console.out().print(Json.write(map(spectrum, bool, rhos)));
        else print(console, spectrum, bool, rhos);
        return Exit.OK;
    }

    private static BigFraction correlation(String text) {
        var rho = number(text);
        if (rho.abs().compareTo(BigFraction.ONE) > 0) throw new BadInput("--rho lies within -1..1, not " + text);
        return rho;
    }

    private static BigFraction number(String text) {
        try {
            var values = RealFunction.parse(text);
            if (values.variables() == 0) return values.at(0);
        } catch (IllegalArgumentException | ArithmeticException complaint) {
            // It counts values, of which this is one.
            throw new BadInput(
                    "--rho: " + complaint.getMessage().replaceFirst("^value 1, (\"[^\"]*\"), ", "$1 "), complaint);
        }
        throw new BadInput("--rho: correlations are separated by commas, not as in '" + text + "'");
    }

    private static Optional<BooleanFunction> toBoolean(RealFunction f) {
        int points = Cube.points(f.variables());
        boolean isBoolean =
                f.denominator() == 1 && IntStream.range(0, points).allMatch(x -> Math.abs(f.numerator(x)) == 1);
        return isBoolean ? Optional.of(BooleanFunction.of(f.variables(), x -> f.numerator(x) < 0)) : Optional.empty();
    }

    private static void print(
            Console console, Spectrum spectrum, Optional<BooleanFunction> bool, List<BigFraction> rhos) {
        var out = console.out();
        int n = spectrum.variables();
        out.println(
                bool.map(f -> "f: B^" + n + " -> {-1,+1}, table " + (n <= 10 ? f.toHex() : "of " + (1 << n) + " bits"))
                        .orElse("f: B^" + n + " -> R"));
        out.println(console.styled("bold", "f = " + Fractions.polynomial(spectrum, 'x')));
        measures(spectrum, bool).forEach((name, value) -> out.printf("  %-24s %s%n", name, value));
        out.printf("  %-24s %s%n", "weight by level", levels(spectrum));
        out.printf("  %-24s %s%n", "influences", n == 0 ? "none" : influences(spectrum));
        out.printf("  %-24s %s%n", "total influence", Fractions.text(spectrum.totalInfluence()));
        for (var rho : rhos)
            out.printf(
                    "  %-24s %s%n",
                    "noise stability at " + Fractions.text(rho), Fractions.text(spectrum.noiseStability(rho)));
    }

    /** The measures that are one number. */
    private static Map<String, String> measures(Spectrum spectrum, Optional<BooleanFunction> bool) {
        var measures = new LinkedHashMap<String, String>();
        measures.put("degree", Integer.toString(spectrum.degree()));
        bool.ifPresent(f -> measures.put("GF(2) degree", Integer.toString(f.gf2Degree())));
        measures.put("non-zero coefficients", Integer.toString(spectrum.sparsity()));
        measures.put("mean", Fractions.text(spectrum.mean()));
        measures.put("variance", Fractions.text(spectrum.variance()));
        bool.ifPresent(f -> {
            measures.put("sensitivity", Integer.toString(f.sensitivity()));
            if (f.variables() <= MAX_COMBINATORIAL) {
                measures.put("block sensitivity", Integer.toString(f.blockSensitivity()));
                measures.put("certificate complexity", Integer.toString(f.certificateComplexity()));
            }
        });
        return measures;
    }

    private static String levels(Spectrum spectrum) {
        var text = new ArrayList<String>();
        for (int k = 0; k <= spectrum.variables(); k++) text.add(k + ": " + Fractions.text(spectrum.weight(k)));
        return String.join("  ", text);
    }

    private static String influences(Spectrum spectrum) {
        var text = new ArrayList<String>();
        for (int i = 0; i < spectrum.variables(); i++)
            text.add("x" + (i + 1) + ": " + Fractions.text(spectrum.influence(i)));
        return String.join("  ", text);
    }

    private static Map<String, Object> map(Spectrum spectrum, Optional<BooleanFunction> bool, List<BigFraction> rhos) {
        int n = spectrum.variables();
        var map = new LinkedHashMap<String, Object>();
        map.put("format", "cubecheck-spectrum/1");
        map.put("variables", n);
        map.put("boolean", bool.isPresent());
        bool.ifPresent(f -> map.put("table", f.toHex()));
        map.put("degree", spectrum.degree());
        bool.ifPresent(f -> map.put("gf2Degree", f.gf2Degree()));
        map.put("sparsity", spectrum.sparsity());
        map.put("mean", Fractions.text(spectrum.mean()));
        map.put("variance", Fractions.text(spectrum.variance()));
        bool.ifPresent(f -> {
            map.put("sensitivity", f.sensitivity());
            if (f.variables() <= MAX_COMBINATORIAL) {
                map.put("blockSensitivity", f.blockSensitivity());
                map.put("certificateComplexity", f.certificateComplexity());
            }
        });
        map.put(
                "weights",
                IntStream.rangeClosed(0, n)
                        .mapToObj(k -> Fractions.text(spectrum.weight(k)))
                        .toList());
        map.put(
                "influences",
                IntStream.range(0, n)
                        .mapToObj(i -> Fractions.text(spectrum.influence(i)))
                        .toList());
        map.put("totalInfluence", Fractions.text(spectrum.totalInfluence()));
        var stability = new LinkedHashMap<String, Object>();
        rhos.forEach(rho -> stability.put(Fractions.text(rho), Fractions.text(spectrum.noiseStability(rho))));
        map.put("noiseStability", stability);
        map.put("coefficients", coefficients(spectrum));
        return map;
    }

    private static List<Map<String, Object>> coefficients(Spectrum spectrum) {
        var list = new ArrayList<Map<String, Object>>();
        for (int S = 0; S < Cube.points(spectrum.variables()); S++) {
            if (spectrum.numerator(S) == 0) continue;
            int mask = S;
            var entry = new LinkedHashMap<String, Object>();
            entry.put(
                    "set",
                    IntStream.range(0, spectrum.variables())
                            .filter(i -> (mask >>> i & 1) != 0)
                            .map(i -> i + 1)
                            .boxed()
                            .toList());
            entry.put("coefficient", Fractions.text(spectrum.coefficient(S)));
            list.add(entry);
        }
        return list;
    }
}
