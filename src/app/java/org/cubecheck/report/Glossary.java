package org.cubecheck.report;

import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The terms that a reader of a report meets, each explained in a sentence or two; claims link to those they use. */
final class Glossary {

    /**
     * One term.
     *
     * @param anchor where the page explains it
     * @param meaning as markup
     * @param found where a text uses it
     */
    record Term(String anchor, String name, TemplateHTMLOutputModel meaning, Pattern found) {}

    private static final List<Term> TERMS = terms();

    private Glossary() {}

    /** All of them, in the order in which one needs them. */
    static List<Term> all() {
        return TERMS;
    }

    /** Those that a text uses. */
    static List<Term> in(String text) {
        return TERMS.stream().filter(term -> term.found().matcher(text).find()).toList();
    }

    private static List<Term> terms() {
        try {
            var terms = new ArrayList<Term>();
            add(
                    terms,
                    "cube",
                    "cube, B^d",
                    "The points of {-1,+1}^d. A point holds the values of d latents or variables.",
                    "B\\^[dmn0-9]|\\bcube\\b");
            add(
                    terms,
                    "degree",
                    "degree of a function",
                    "A function on the cube is a sum of products of variables, in exactly one way: its Fourier expansion. "
                            + "Its degree is the number of variables in the longest product with a coefficient that is "
                            + "not 0.",
                    "\\bdeg(ree)?s?\\b");
            add(
                    terms,
                    "transform",
                    "invertible transform T, and its degree",
                    "A bijection of B^d. Its degree deg T is the sum of the degrees of its d coordinates; it is at least "
                            + "d.",
                    "\\bT\\b|transform|bijection");
            add(
                    terms,
                    "signed-permutation",
                    "signed permutation, P D",
                    "The transform that permutes the coordinates (P) and changes the signs of some (D). Latents that are "
                            + "recovered up to P D are recovered but for their order and signs.",
                    "signed perm|\\bP D\\b|signed");
            add(
                    terms,
                    "observation",
                    "observation psi",
                    "An injection of B^d into B^m: what a learner sees is x = psi(z), not the latents z.",
                    "\\bpsi\\b|observ");
            add(
                    terms,
                    "representation",
                    "representation Phi",
                    "What a learner computes of an observation, d bits that determine the latents. On a whole cube of "
                            + "observations it is an invertible transform.",
                    "\\bPhi\\b|representation");
            add(
                    terms,
                    "task",
                    "task",
                    "A Boolean function of the latents that a learner is to predict. Tasks are drawn from a density over "
                            + "the degrees 0..d.",
                    "\\btasks?\\b|\\blesson");
            add(
                    terms,
                    "realization",
                    "realization",
                    "A task written through a representation: a predictor after Phi. Its cost is the degree of the "
                            + "predictor and that of Phi together.",
                    "realization");
            add(
                    terms,
                    "drop",
                    "drop",
                    "A degree k after which tasks are less likely: the density falls from degree k to degree k + 1. Which "
                            + "drops there are decides which transforms are cheapest.",
                    "\\bdrops?\\b");
            add(
                    terms,
                    "orbit",
                    "orbit",
                    "All points that a group of symmetries makes of one. If a statement is invariant under the group, one "
                            + "representative of each orbit is examined, and the sizes of the orbits must add up.",
                    "\\borbits?\\b|\\bclasses\\b");
            add(
                    terms,
                    "gate",
                    "gate",
                    "A bound on a measurement of trained networks that was fixed before they were trained. It is passed or "
                            + "missed.",
                    "\\bgates?\\b|trained|network");
            add(
                    terms,
                    "domain",
                    "domain",
                    "The points over which a statement is examined, mostly one dimension at a time. A point that does not "
                            + "meet the hypotheses is out of scope, and counted as such.",
                    "\\bdomains?\\b|out of scope");
            add(
                    terms,
                    "control",
                    "control",
                    "A statement beside a claim that is false on purpose: a hypothesis is dropped, or a bound moved by "
                            + "one. The check of the claim must refute it. A check that cannot refute its control shows "
                            + "nothing.",
                    "\\bcontrols?\\b");
            add(
                    terms,
                    "certificate",
                    "certificate",
                    "Evidence as data: a counterexample, an exhibit or the steps of an argument. A program that shares no "
                            + "code with the library accepts or rejects it.",
                    "certificate|referee");
            add(
                    terms,
                    "standing",
                    "standing",
                    "What a claim comes to over all its domains: no more than the weakest of them allows.",
                    "standing");
            return List.copyOf(terms);
        } catch (TemplateModelException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(List<Term> terms, String anchor, String name, String meaning, String found)
            throws TemplateModelException {
        terms.add(new Term("term-" + anchor, name, Prose.of(meaning), Pattern.compile(found)));
    }
}
