package org.cubecheck.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cubecheck.census.FunctionCensus;
import org.cubecheck.census.FunctionCensus.Count;
import org.cubecheck.census.FunctionClasses;
import org.cubecheck.census.FunctionKind;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Referee;
import org.cubecheck.cube.BooleanCensus;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.search.ClassTally.Found;
import org.cubecheck.sweep.SweepFinding;
import org.cubecheck.sweep.SweepFinding.Table;
import org.cubecheck.sweep.SweepKind;
import org.cubecheck.sweep.SweepOption;
import org.cubecheck.sweeps.SweepOptions;

/** All Boolean functions, class by class, as a sweep that a user may ask for. */
public final class FunctionsSweepKind {

    private static final String CENSUS_QUESTION =
            "How many classes are there under signed permutations of the variables and the sign of the function, "
                    + "and how many functions have which degree?";

    private static final SweepOption<Integer> DIMENSION =
            SweepOptions.dimension(1, FunctionClasses.MAX_VARIABLES).standard("5");

    /** A claim or control about Boolean functions; left out for the census alone. */
    private static final SweepOption<String> CLAIM = SweepOptions.claim();

    private FunctionsSweepKind() {}

    /** The sweep by its name, which checks claims and controls of that source. */
    public static SweepKind<?, ?> of(ClaimSource source) {
        return new SweepKind<>(
                "functions",
                "All Boolean functions, class by class",
                "Lists the classes of Boolean functions under signed permutations of the variables and the sign of "
                        + "the function (NPN), and counts functions by"
                        + " degree and other measures; dimension is the number of variables, 1..5. The sizes must add "
                        + "up to 2^(2^n), the classes to Burnside's count,"
                        + " and the degrees to the census by matching halves. With --claim a claim or control about "
                        + "Boolean functions is checked at one member of each class.",
                List.of(DIMENSION, CLAIM),
                request -> new FunctionCheck(
                        source, DIMENSION.required(request), CLAIM.in(request).orElse("")),
                FunctionsSweepKind::finding);
    }

    private static SweepFinding finding(FunctionCheck sweep, FunctionCheck.Result result) {
        int n = sweep.n();
        var census = result.census();
        boolean complete = BigInteger.valueOf(census.functions()).equals(BigInteger.TWO.pow(1 << n))
                && BigInteger.valueOf(census.classes()).equals(FunctionClasses.count(n));
        boolean degrees = census.functionsByDegree().equals(BooleanCensus.count(n));
        var sentences = new ArrayList<String>();
        sentences.add(text(census.classes(), "class holds", "classes hold") + " " + text(census.functions())
                + " Boolean functions of " + variables(n) + ".");
        sentences.add(
                complete
                        ? "That is 2^(2^n) functions, and as many classes as Burnside's lemma counts: none is "
                                + "missing, none is counted twice."
                        : "That is not 2^(2^n) = " + BigInteger.TWO.pow(1 << n) + " functions in "
                                + FunctionClasses.count(n) + " classes, Burnside's count.");
        sentences.add(
                degrees
                        ? "The degrees are those of the census by matching halves."
                        : "The degrees are not those of the census by matching halves.");
        if (result.tally().isEmpty())
            return new SweepFinding(
                    "functions-n" + n,
                    "All Boolean functions of " + variables(n) + ", class by class",
                    CENSUS_QUESTION,
                    complete && degrees,
                    sentences,
                    tables(census));
        var statement = FunctionStatement.named(sweep.source(), sweep.statement());
        var tally = result.tally().get(0);
        boolean stands = stands(statement, sweep.source().referee(), n, tally, sentences);
        return new SweepFinding(
                "functions-" + statement.id().toLowerCase(Locale.ROOT) + "-n" + n,
                statement.id() + " at all Boolean functions of " + variables(n) + ", class by class",
                (statement.control() ? "Which functions refute this control? " : "Does this hold for all of them? ")
                        + statement.text(),
                complete && degrees && stands,
                sentences,
                List.of(outcomes(tally), degrees(census)));
    }

    /** Says how the statement fares; whether that is as it should be. */
    private static boolean stands(
            FunctionStatement statement, Referee referee, int n, ClassTally tally, List<String> sentences) {
        var fails = tally.count(Found.FAILS);
        boolean accepted = true;
        if (fails.classes() == 0) {
            sentences.add(
                    statement.control()
                            ? statement.id() + " is a control and must fail somewhere; no function of " + variables(n)
                                    + " refutes it."
                            : statement.id() + " fails nowhere.");
        } else {
            sentences.add(statement.id() + " fails for " + text(fails.functions(), "function", "functions") + " in "
                    + text(fails.classes(), "class", "classes") + ".");
            var first = BooleanFunction.ofTable(n, tally.failing().get(0));
            if (statement.check().at(first) instanceof Outcome.Fails failure) {
                var certificate = failure.counterexample();
                var objection = referee.objectionTo(statement.id(), certificate);
                sentences.add("The first is " + first + ". " + certificate.reading());
                sentences.add(objection
                        .map(why -> "The referee rejects this " + certificate.kind() + ": " + why)
                        .orElse("The referee accepts this " + certificate.kind() + "."));
                accepted = objection.isEmpty();
            } else {
                sentences.add("But it does not fail at " + first + ", where the sweep said so.");
                accepted = false;
            }
        }
        sentences.add("Assumed: the statement is invariant under signed permutations of the variables and the sign of "
                + "the function, so that one member stands for its class. "
                + (tally.unlike().isEmpty()
                        ? "One random image of each representative came to the same outcome."
                        : "That is wrong: a random image of "
                                + BooleanFunction.ofTable(n, tally.unlike().get(0)) + " came to another outcome."));
        tally.objections()
                .forEach(objection -> sentences.add("The referee rejects the evidence at " + objection + "."));
        return accepted
                && tally.unlike().isEmpty()
                && tally.objections().isEmpty()
                && fails.classes() > 0 == statement.control();
    }

    private static Table outcomes(ClassTally tally) {
        return new Table(
                "by outcome",
                List.of("outcome", "classes", "functions"),
                Arrays.stream(Found.values())
                        .filter(found -> tally.count(found).classes() > 0)
                        .map(found -> row(found.words, tally.count(found)))
                        .toList());
    }

    private static List<Table> tables(FunctionCensus census) {
        return List.of(
                degrees(census),
                table("by degree over GF(2)", "GF(2) degree", census, FunctionKind::gf2Degree),
                table(
                        "by the number of variables on which the function depends",
                        "variables",
                        census,
                        FunctionKind::relevant),
                table("by sensitivity", "sensitivity", census, FunctionKind::sensitivity),
                joint(census),
                table("by the size of the class", "size", census, FunctionKind::classSize));
    }

    private static Table degrees(FunctionCensus census) {
        return table("by degree", "degree", census, FunctionKind::degree);
    }

    private static <K extends Comparable<K>> Table table(
            String title, String key, FunctionCensus census, Function<FunctionKind, K> measure) {
        return new Table(
                title,
                List.of(key, "classes", "functions"),
                census.by(measure).entrySet().stream()
                        .map(entry -> row(String.format(Locale.ROOT, "%,d", entry.getKey()), entry.getValue()))
                        .toList());
    }

    private static Table joint(FunctionCensus census) {
        var counts = census.by(kind -> 10 * kind.degree() + kind.sensitivity());
        return new Table(
                "by degree and sensitivity",
                List.of("degree", "sensitivity", "classes", "functions"),
                counts.entrySet().stream()
                        .map(entry -> List.of(
                                text(entry.getKey() / 10),
                                text(entry.getKey() % 10),
                                text(entry.getValue().classes()),
                                text(entry.getValue().functions())))
                        .toList());
    }

    private static List<String> row(String key, Count count) {
        return List.of(key, text(count.classes()), text(count.functions()));
    }

    private static String variables(int n) {
        return n == 1 ? "one variable" : n + " variables";
    }

    private static String text(long count, String one, String more) {
        return text(count) + " " + (count == 1 ? one : more);
    }

    private static String text(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
