package org.cubecheck.identify;

import java.util.List;
import java.util.stream.Collectors;

/** The finding in a sentence or two. */
final class Headline {

    /** Of more latents than this a headline says how many; the table below it names them. */
    private static final int MOST_IN_A_LINE = 16;

    private static final String NOTHING = "Nothing shown beyond chance";

    private final Findings found;
    private final Judgement judgement;
    private final Names names;

    private Headline(Findings found, Judgement judgement, Names names) {
        this.found = found;
        this.judgement = judgement;
        this.names = names;
    }

    /**
     * The finding in a word, then exact where the whole cube was given and decides, else what the rows show.
     *
     * @param reasons why it is qualified; those that the sentences do not say are added
     */
    static String of(Findings found, Judgement judgement, List<String> reasons, Names names) {
        String text = new Headline(found, judgement, names).sentences();
        var more = reasons.stream()
                .filter(reason ->
                        !text.contains(reason) && !(reason.equals(Reasons.SIDES) && text.contains("its signs")))
                .toList();
        String whole = more.isEmpty() ? text : text + " But " + String.join("; and ", more) + ".";
        return whole.startsWith(NOTHING)
                ? whole
                : judgement.finding().title() + (reasons.isEmpty() ? "" : ", qualified") + ": " + whole;
    }

    private String sentences() {
        if (found.cube().isEmpty() || found.cube().get().verdict() instanceof CubeVerdict.NotAFunction) return ofRows();
        var verdict = found.cube().get().verdict();
        String sentence = VerdictSentence.of(found, found.cube().get(), names);
        boolean undecided = verdict instanceof CubeVerdict.NotInvertible || verdict instanceof CubeVerdict.Overcomplete;
        return undecided ? ofRows() + " " + sentence : sentence;
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
        String mean = "mean error " + Sentences.decimal(error.value()) + " (chance " + Sentences.decimal(chance.value())
                + ")";
        String binarised = "; binarised, " + recovered();
        String none = "No signed permutation of the latents is established, but ";
        return switch (judgement.finding()) {
            case NOTHING_SHOWN -> NOTHING + ": a linear probe has " + mean + binarised;
            case LINEAR ->
                none
                        + (varying == 1 ? "the latent is" : "each of the " + varying + " latents is")
                        + " read beyond chance; a linear probe has " + mean + binarised;
            default -> none + shown() + products() + "; a linear probe has " + mean + binarised;
        };
    }

    /** Which latents are read. */
    private String shown() {
        var read = judgement.read().stream().map(names::latent).toList();
        if (read.isEmpty()) return judgement.onAverage() ? "the latents are read on average" : "no latent is read";
        return read.size() + " of " + found.varyingLatents() + (read.size() == 1 ? " is" : " are")
                + " read beyond chance: " + Names.listed(read);
    }

    /** Which products of latents coordinates show. */
    private String products() {
        var products = found.heldOut().orElseThrow().products().stream()
                .map(p -> names.coordinate(p.coordinate()) + " shows " + names.product(p.sign(), p.latents()))
                .toList();
        return products.isEmpty() ? "" : "; of products of latents " + Names.listed(products);
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
