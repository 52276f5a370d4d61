package org.cubecheck.identify;

import java.util.stream.Collectors;

/** The finding in a sentence or two. */
final class Headline {

    /** Of more latents than this a headline says how many; the table below it names them. */
    private static final int MOST_IN_A_LINE = 16;

    private final Findings found;
    private final Names names;

    private Headline(Findings found, Names names) {
        this.found = found;
        this.names = names;
    }

    /** Exact where the whole cube was given and decides, else what the rows show. */
    static String of(Findings found, Names names) {
        var headline = new Headline(found, names);
        if (found.cube().isEmpty() || found.cube().get().verdict() instanceof CubeVerdict.NotAFunction)
            return headline.ofRows();
        var verdict = found.cube().get().verdict();
        String sentence = VerdictSentence.of(found, found.cube().get(), names);
        boolean undecided = verdict instanceof CubeVerdict.NotInvertible || verdict instanceof CubeVerdict.Overcomplete;
        return undecided ? sentence + " " + headline.ofRows() : sentence;
    }

    private String ofRows() {
        String rows = " on every one of the " + found.samples().rows + " rows";
        int varying = found.varyingLatents();
        if (found.recovered() == varying)
            return "Binarised, every latent" + (varying < found.samples().d() ? " that varies" : "")
                    + " is recovered exactly" + rows + ", up to permutation and sign: " + permutation()
                    + Sentences.doubt(found.controls());
        if (found.mixture().isPresent())
            return "Binarised, no world model: "
                    + Sentences.mixture(found.mixture().get(), names) + rows + ".";
        if (found.heldOut().isEmpty()) return "On these few rows, binarised, " + recovered();
        if (found.signedPermutationEstablished())
            return "The latents up to permutation and sign, imperfectly: " + permutation()
                    + Sentences.doubtOfMixing(found.controls()) + " Binarised, " + recovered();
        var error = found.heldOut().get().error();
        var chance = found.heldOut().get().chance();
        String probe = "a linear probe reads the latents with mean error " + Sentences.decimal(error.value())
                + " (chance " + Sentences.decimal(chance.value()) + ")";
        return (error.isKnown() ? error.high() : error.value()) < chance.low()
                ? "No signed permutation of the latents is established, but " + probe + "; binarised, " + recovered()
                : "Nothing shown beyond chance: " + probe + "; binarised, " + recovered();
    }

    private String recovered() {
        var exact = found.matching().exact().stream()
                .map(m -> names.latent(m.latent()))
                .toList();
        boolean listed = !exact.isEmpty() && exact.size() <= MOST_IN_A_LINE;
        return (exact.isEmpty()
                        ? "no latent is"
                        : exact.size() + " of " + found.varyingLatents() + (exact.size() == 1 ? " is" : " are"))
                + " recovered exactly"
                + (listed ? ": " + Names.listed(exact) : "") + ".";
    }

    private String permutation() {
        var matches = found.matching().byCoordinate();
        if (matches.size() > MOST_IN_A_LINE) return "by the table of the " + matches.size() + " latents below";
        return matches.stream().map(m -> names.coordinate(m.coordinate())).collect(Collectors.joining(", ", "(", ")"))
                + " = " + names.signed(matches);
    }
}
