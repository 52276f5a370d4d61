package org.cubecheck.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.cubecheck.cube.RealFunction;
import org.cubecheck.report.Json;
import org.cubecheck.transform.DistanceFusion;
import org.cubecheck.transform.Preservers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which drops of the task density identify the latents, dimension by dimension. */
@Command(
        name = "phase-diagram",
        description = {
            "Which task densities identify d latents up to permutation and sign. A drop is a degree k after which the "
                    + "density falls.",
            "For every d, and every single drop or one set of drops, the group of transforms with the least expected "
                    + "degree is shown.",
            "Exact Krawtchouk values decide: the latents are identified if and only if no other distance looks like "
                    + "distance 1."
        },
        footer = {
            "",
            "Examples:",
            "  phase-diagram --max-dimension 12",
            "  phase-diagram --max-dimension 200 --json",
            "  phase-diagram --max-dimension 9 --drops 2,3",
            "  phase-diagram --energies 0.08,0.04,0,0,0"
        })
final class PhaseDiagramCommand implements Callable<Integer> {

    private static final int MOST = 500;
    private static final int ORDERS_UP_TO = 10;
    private static final String HEADING =
            "      tasks of degree at most k identify                       do not identify, but leave\n"
                    + "   d  the signed permutations, 2^d d!         the folded (d+1)-cube, 2^d (d+1)!  the full parity";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--max-dimension",
            paramLabel = "D",
            description = "dimensions 2..D, D at most " + MOST + " (default: 10)")
    private int maxDimension = 10;

    @Option(
            names = "--drops",
            paramLabel = "K",
            split = ",",
            description = "one set of drops instead of every single one, as in 2,4; only dimensions above its largest")
    private List<Integer> drops = List.of();

    @Option(
            names = "--energies",
            paramLabel = "C",
            description = "the mean energy of one Fourier coefficient of the tasks at the levels 1,2,...,d, as in "
                    + "0.08,0.04,0,0,0: what a penalty by level identifies, such as total influence or noise")
    private Optional<String> energies = Optional.empty();

    @Option(names = "--json", description = "as JSON, with the fused distances and the orders of the groups")
    private boolean json;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        if (energies.isPresent()) return soft(console, energies.get());
        Arguments.checkWithin("--max-dimension", 2, MOST, maxDimension);
        Arguments.checkNamed(spec, "--drops", drops, "one or several within 1.." + (maxDimension - 1));
        drops.forEach(k -> Arguments.checkWithin("--drops", 1, maxDimension - 1, k));
        int least =
                Math.max(2, 1 + drops.stream().mapToInt(Integer::intValue).max().orElse(1));
        var rows = new ArrayList<Map<String, Object>>();
        if (!json && drops.isEmpty()) console.out().println(console.styled("bold", HEADING));
        for (int d = least; d <= maxDimension; d++) {
            var fusions = drops.isEmpty() ? DistanceFusion.ofSingleDrops(d) : List.of(DistanceFusion.of(d, drops));
            if (json) fusions.forEach(fusion -> rows.add(map(fusion)));
            else if (drops.isEmpty()) console.out().println(line(d, fusions));
            else console.out().printf("%4d  %s%n", d, sentence(fusions.get(0)));
        }
        if (json) {
            var map = new LinkedHashMap<String, Object>();
            map.put("format", "cubecheck-phase-diagram/1");
            map.put("maxDimension", maxDimension);
            map.put("rows", rows);
            console.out().print(Json.write(map));
        } else if (drops.isEmpty()) {
            console.out()
                    .printf("%nA set of several drops identifies if one of them does, or, for even d, if it holds "
                            + "d - 1 and an even degree;%n"
                            + "else, with an even degree up to d - 2, it leaves the folded cube. Without "
                            + "any drop all (2^d)! transforms are minimisers.%n");
        }
        return Exit.OK;
    }

    /** What a penalty by level identifies, where SOFT-DEGREE or SOFT-TIE says so. */
    private int soft(Console console, String text) {
        if (!drops.isEmpty()) throw new BadInput("--energies and --drops: name one of them");
        var c = BadInput.in("--energies", () -> levels(text));
        int d = c.size();
        var falls = IntStream.range(1, d)
                .filter(k -> c.get(k - 1).compareTo(c.get(k)) > 0)
                .boxed()
                .toList();
        var rises = IntStream.range(1, d)
                .filter(k -> c.get(k - 1).compareTo(c.get(k)) < 0)
                .boxed()
                .toList();
        boolean two = IntStream.range(2, d).allMatch(k -> c.get(k).signum() == 0);
        var more = c.get(0).subtract(c.get(1)).multiply(d - 1);
        var fusion = DistanceFusion.of(d, falls);
        if (json) {
            var map = new LinkedHashMap<String, Object>();
            map.put("format", "cubecheck-phase-diagram/1");
            map.put("energies", c.stream().map(Fractions::text).toList());
            map.put("rises", rises);
            if (rises.isEmpty()) map.put("rows", List.of(map(fusion)));
            if (two) map.put("foldCostsMore", Fractions.text(more));
            console.out().print(Json.write(map));
            return Exit.OK;
        }
        console.out()
                .println("Energies " + c.stream().map(Fractions::text).collect(Collectors.joining(", "))
                        + " at levels 1.." + d + ", for any penalty that rises from level to level:");
        console.out()
                .println(
                        rises.isEmpty()
                                ? "  drops after " + (falls.isEmpty() ? "no level" : progression(falls)) + "; "
                                        + sentence(fusion) + " (SOFT-DEGREE)"
                                : "  the energy rises after level " + progression(rises)
                                        + ", so SOFT-DEGREE says nothing");
        if (two)
            console.out()
                    .println("  a fold x_i -> x_i x_j costs "
                            + (more.signum() == 0
                                    ? "as much as the latents"
                                    : Fractions.text(more.abs()) + " (mu_2 - mu_1) "
                                            + (more.signum() > 0 ? "more" : "less") + " than the latents")
                            + " (SOFT-TIE)");
        return Exit.OK;
    }

    private static List<BigFraction> levels(String text) {
        var items = text.split(",", -1);
        if (items.length < 2 || items.length > MOST)
            throw new IllegalArgumentException(
                    "one number for each level 1..d, d within 2.." + MOST + ", not " + items.length);
        var levels = new ArrayList<BigFraction>();
        for (var item : items) {
            // Two equal values, for a function has a power of two of them.
            var value = RealFunction.parse(item + "," + item).at(0);
            if (value.signum() < 0)
                throw new IllegalArgumentException("an energy is not negative, as " + item.strip() + " is");
            levels.add(value);
        }
        return levels;
    }

    private static Preservers group(DistanceFusion fusion) {
        return Preservers.of(fusion)
                .orElseThrow(() -> new IllegalStateException("a fifth group, for d = " + fusion.dimension()
                        + " and drops " + fusion.drops() + ": " + fusion.classes()));
    }

    /** One line: which single drops lead to which group. */
    private static String line(int d, List<DistanceFusion> fusions) {
        var byGroup = new EnumMap<Preservers, List<Integer>>(Preservers.class);
        fusions.forEach(fusion -> byGroup.computeIfAbsent(group(fusion), key -> new ArrayList<>())
                .add(fusion.drops().first()));
        return String.format(
                        java.util.Locale.ROOT,
                        "%4d  %-38s  %-33s  %s",
                        d,
                        progression(byGroup.get(Preservers.SIGNED_PERMUTATIONS)),
                        progression(byGroup.get(Preservers.FOLDED_CUBE)),
                        progression(byGroup.get(Preservers.PARITY)))
                .stripTrailing();
    }

    /** 1, 3, 5 or 1, 3, ..., 197. */
    private static String progression(List<Integer> numbers) {
        if (numbers == null) return "-";
        boolean even = IntStream.range(1, numbers.size())
                .allMatch(i -> numbers.get(i) - numbers.get(i - 1) == numbers.get(1) - numbers.get(0));
        if (numbers.size() > 6 && even)
            return numbers.get(0) + ", " + numbers.get(1) + ", ..., " + numbers.get(numbers.size() - 1);
        return String.join(", ", numbers.stream().map(String::valueOf).toList());
    }

    private static String sentence(DistanceFusion fusion) {
        int d = fusion.dimension();
        var group = group(fusion);
        String order = group.formula()
                + (d <= ORDERS_UP_TO && group != Preservers.ALL && group != Preservers.PARITY || d <= 4
                        ? " = " + group.order(d)
                        : "");
        return (group == Preservers.SIGNED_PERMUTATIONS ? "identifies: " : "does not identify: ") + group.title() + ", "
                + order
                + (fusion.fusedWith(1).isEmpty()
                        ? "; no distance looks like distance 1"
                        : "; distance 1 looks like " + progression(fusion.fusedWith(1)));
    }

    private static Map<String, Object> map(DistanceFusion fusion) {
        var group = group(fusion);
        var map = new LinkedHashMap<String, Object>();
        map.put("dimension", fusion.dimension());
        map.put("drops", new ArrayList<>(new TreeSet<>(fusion.drops())));
        map.put("identifies", group == Preservers.SIGNED_PERMUTATIONS);
        map.put("group", group.name());
        map.put("orderFormula", group.formula());
        if (fusion.dimension() <= ORDERS_UP_TO)
            map.put("order", group.order(fusion.dimension()).toString());
        map.put("fusedWithDistance1", fusion.fusedWith(1));
        return map;
    }
}
