package org.cubecheck.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Referee;
import org.cubecheck.sweep.SweepFinding;
import org.cubecheck.sweep.SweepFinding.Table;
import org.cubecheck.sweep.SweepKind;
import org.cubecheck.sweep.SweepOption;
import org.cubecheck.sweeps.SweepOptions;
import org.cubecheck.transform.Bijection;

/** A local search for transforms that refute a statement, as a sweep that a user may ask for. */
public final class CounterexamplesSweepKind {

    private static final String USUAL = "CENSUS-INVERSE";

    private static final SweepOption<Integer> DIMENSION =
            SweepOptions.dimension(1, 6).standard("5");

    /** How many restarts. */
    private static final SweepOption<Long> SAMPLES =
            SweepOptions.samples(CounterexampleSearch.MOST_RESTARTS).standard("10000");

    private static final SweepOption<Long> SEED =
            SweepOptions.seed(Long.MIN_VALUE, Long.MAX_VALUE).standard("1");

    private CounterexamplesSweepKind() {}

    /** The sweep by its name, which searches against claims and controls of that source. */
    public static SweepKind<?, ?> of(ClaimSource source) {
        var claim = ClaimOrControl.named(source, USUAL).isPresent()
                ? SweepOptions.claim().standard(USUAL)
                : SweepOptions.claim();
        return new SweepKind<>(
                "counterexamples",
                "Transforms that refute a claim, by local search",
                "Searches transforms of the cube, of five and six dimensions above all, for one that refutes a claim "
                        + "or control: from random transforms by small steps that"
                        + " bring the statement nearer to failing. Samples are restarts of at most "
                        + CounterexampleSearch.STEPS + " steps. Nothing may be found against a claim; against a control"
                        + " something must be. What is found goes to the claim's own check and to the referee. That "
                        + "nothing is found proves nothing.",
                List.of(claim, DIMENSION, SAMPLES, SEED),
                request -> new CounterexampleSearch(
                        source,
                        claim.required(request),
                        DIMENSION.required(request),
                        SAMPLES.required(request),
                        SEED.required(request)),
                CounterexamplesSweepKind::finding);
    }

    private static SweepFinding finding(CounterexampleSearch sweep, SearchResult result) {
        var target = SearchTarget.named(sweep.source(), sweep.statement());
        var id = sweep.statement();
        var nearest =
                Bijection.of(result.nearest().stream().mapToInt(image -> image).toArray());
        var sentences = new ArrayList<String>();
        sentences.add(text(result.transforms()) + " transforms of B^" + sweep.d() + " were looked at, in "
                + text(result.restarts())
                + (result.restarts() == 1 ? " restart" : " restarts") + " of at most " + CounterexampleSearch.STEPS
                + " steps, seed " + sweep.seed()
                + ". A restart begins, one in two, at a uniform transform, else at a signed permutation.");
        sentences.add("Followed was the slack, negative exactly where " + id + " fails: "
                + target.objective().words() + ".");
        boolean sound = result.contradicted().isEmpty();
        if (result.refuting() > 0) {
            sentences.add(text(result.refuting()) + " of the restarts came to a transform that refutes " + id
                    + (target.control() ? ", a control, as must be." : "."));
            sound &= judged(id, target, sweep.source().referee(), nearest, sentences);
        } else if (target.control()) {
            sentences.add(id
                    + " is a control, and was not refuted: either there is no counterexample of this "
                    + "dimension, or the search does not find it.");
        } else {
            sentences.add(
                    "None refutes " + id + ". That is no proof: transforms were drawn, not listed. The least slack was "
                            + result.least() + ", first at T = " + nearest + ".");
        }
        result.contradicted()
                .forEach(images -> sentences.add(
                        "The sign of the slack and the check of " + id + " do not agree at T = " + images + "."));
        return new SweepFinding(
                "counterexamples-" + id.toLowerCase(Locale.ROOT) + "-d" + sweep.d(),
                "A local search for transforms of B^" + sweep.d() + " that refute " + id,
                "Is there a transform that refutes this? " + target.text(),
                sound && result.refuting() > 0 == target.control(),
                sentences,
                List.of(new Table(
                        "restarts by the least slack that they came to",
                        List.of("slack", "restarts"),
                        result.ends().entrySet().stream()
                                .map(entry -> List.of(entry.getKey().toString(), text(entry.getValue())))
                                .toList())));
    }

    /**
     * Says what check and referee make of a transform that the search found; whether both agree that it refutes the
     * statement.
     */
    private static boolean judged(
            String id, SearchTarget target, Referee referee, Bijection T, List<String> sentences) {
        if (!(target.objective().check().apply(T) instanceof Outcome.Fails failure)) {
            sentences.add("But " + id + " does not fail at T = " + T + ", where the search said so.");
            return false;
        }
        var certificate = failure.counterexample();
        var objection = referee.objectionTo(id, certificate);
        sentences.add("The first with the least slack, "
                + target.objective().slack().applyAsInt(T) + ": " + certificate.reading());
        sentences.add(objection
                .map(why -> "The referee rejects this " + certificate.kind() + ": " + why)
                .orElse("The referee accepts this " + certificate.kind() + "."));
        return objection.isEmpty();
    }

    private static String text(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
