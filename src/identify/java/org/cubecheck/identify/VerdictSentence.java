package org.cubecheck.identify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cubecheck.cube.Cube;

/** A verdict over the whole cube in a sentence for people. */
final class VerdictSentence {

    /** Expansions of more terms than this are not part of a sentence. */
    private static final int TERMS = 4;

    private final Findings found;
    private final WholeCube cube;
    private final Names names;

    private VerdictSentence(Findings found, WholeCube cube, Names names) {
        this.found = found;
        this.cube = cube;
        this.names = names;
    }

    /** @param cube that of the findings */
    static String of(Findings found, WholeCube cube, Names names) {
        return new VerdictSentence(found, cube, names).text();
    }

    private String text() {
        var verdict = cube.verdict();
        if (verdict instanceof CubeVerdict.WorldModel v) return text(v);
        if (verdict instanceof CubeVerdict.WorldModelAtChance v)
            return "Binarised, the latents up to P D: " + shownLatents(v) + Sentences.doubt(found.controls());
        if (verdict instanceof CubeVerdict.Stabilizer v) return text(v);
        if (verdict instanceof CubeVerdict.Invertible v)
            return "Binarised, invertible, but neither a world model nor in any stabilizer of the phase diagram: "
                    + shown(v) + kind(v) + ";" + degree(v);
        if (verdict instanceof CubeVerdict.Overcomplete v)
            return "Binarised, the representation is invertible as a code, but with "
                    + v.coordinates().size() + " different coordinates for " + cube.dimension() + " latents, and no "
                    + cube.dimension() + " of them are the latents up to P D.";
        if (verdict instanceof CubeVerdict.NotInvertible v)
            return "Binarised, the representation is not invertible: the latents " + point(v.point()) + " and "
                    + point(v.other()) + " have the same code.";
        if (verdict instanceof CubeVerdict.NotAFunction v)
            return "Binarised, the representation is no function of the latents: rows " + (v.row() + 1) + " and "
                    + (v.other() + 1) + " have the same latents, but " + names.coordinate(v.coordinate())
                    + " lies on different sides.";
        throw new IllegalStateException("a verdict without a sentence: " + verdict);
    }

    private String text(CubeVerdict.WorldModel v) {
        int d = cube.dimension();
        int w = found.samples().w();
        String said = found.controls().unqualified()
                ? "Binarised, a world model up to P D: "
                : found.controls().twoValued()
                        ? "Binarised, the latents up to P D: "
                        : "Binarised, its signs, after splitting each coordinate in two, are the latents up to P D: ";
        String rest = w == d ? "" : " The other coordinates, " + (w - d) + " of " + w + ", are not needed.";
        return said + shownLatents(v) + ", of the least degree " + d + Sentences.doubt(found.controls()) + rest;
    }

    private String text(CubeVerdict.Stabilizer v) {
        String kept = v.levels().stream().map(String::valueOf).collect(Collectors.joining(", "));
        boolean parity = v.levels().contains(cube.dimension() - 1) && mixture(v).isEmpty();
        return "Binarised, not a world model, but one up to a stabilizer element of the phase diagram: "
                + shown(v)
                + kind(v)
                + (parity ? ", which keeps the full parity up to its sign" : "")
                + ". It preserves the polynomials of degree at most k for k = " + kept
                + ", so a preference that drops at no other k cannot tell it from a world model;" + degree(v);
    }

    /** {@code (φ1, φ2) = (-z2, z1)}. */
    private String shownLatents(CubeVerdict v) {
        return names.coordinates(v.coordinates()) + " = "
                + names.signed(found.matching().byCoordinate().stream()
                        .filter(Match::isExact)
                        .toList());
    }

    private String shown(CubeVerdict v) {
        var columns = v.coordinates();
        boolean brief = columns.stream().allMatch(i -> cube.expansion(i).sparsity() <= TERMS);
        return brief
                ? names.coordinates(columns) + " = " + expansions(columns)
                        + (found.samples().zeroOne ? " (1 as -1, 0 as +1)" : "")
                : "T = " + names.coordinates(columns);
    }

    private String expansions(List<Integer> columns) {
        return columns.stream()
                .map(i -> names.polynomial(cube.expansion(i), TERMS))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private Optional<Mixture> mixture(CubeVerdict v) {
        return Mixture.of(v.coordinates().stream().map(cube::expansion).toList());
    }

    private String kind(CubeVerdict v) {
        return mixture(v).map(mixture -> ", " + Sentences.kind(mixture, names)).orElse("");
    }

    private String degree(CubeVerdict v) {
        return " deg T = "
                + v.coordinates().stream()
                        .mapToInt(i -> cube.expansion(i).degree())
                        .sum()
                + ", a world model has " + cube.dimension() + ".";
    }

    /** In the coding of the latents as they were given. */
    private String point(int z) {
        String minus = found.samples().zeroOne ? "1" : "-1";
        String plus = found.samples().zeroOne ? "0" : "+1";
        return IntStream.range(0, cube.dimension())
                .mapToObj(j -> Cube.coordinate(z, j) < 0 ? minus : plus)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
