package org.cubecheck.search;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.cubecheck.census.FunctionCensus;
import org.cubecheck.census.FunctionCensus.Count;
import org.cubecheck.census.FunctionClasses;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Referee;
import org.cubecheck.cube.BooleanFunction;
import org.cubecheck.search.ClassTally.Found;
import org.cubecheck.sweep.Sweep;
import org.cubecheck.sweeps.CensusSweep;
import org.cubecheck.transform.SignedPermutation;

/**
 * The census of Boolean functions class by class, with a statement checked at the representative of each class. That
 * one member stands for its class is assumed: the statement must be invariant under signed permutations of the
 * variables and the sign of the function. At each representative it is tried on one random image.
 *
 * @param source where the statement is found
 * @param n the number of variables, 1..5
 * @param statement the name of a claim or control about Boolean functions, or of a claim about all real functions;
 * empty for the census alone
 */
record FunctionCheck(ClaimSource source, int n, String statement) implements Sweep<FunctionCheck.Result> {

    /**
     * What was found.
     *
     * @param tally of the statement; empty for the census alone
     */
    record Result(FunctionCensus census, List<ClassTally> tally) implements Serializable {
        Result {
            tally = List.copyOf(tally);
        }
    }

    /**
     * @throws IllegalArgumentException if the number of variables is not within 1..5, or there is no such statement
     * about functions
     */
    FunctionCheck {
        CensusSweep.functions(n);
        statement = statement.isEmpty()
                ? ""
                : FunctionStatement.named(source, statement).id();
    }

    @Override
    public String name() {
        return CensusSweep.functions(n).name() + (statement.isEmpty() ? "" : ", " + statement);
    }

    @Override
    public int shards() {
        return CensusSweep.functions(n).shards();
    }

    @Override
    public Result shard(int index) {
        return new Result(
                CensusSweep.functions(n).shard(index),
                statement.isEmpty()
                        ? List.of()
                        : List.of(tally(
                                n,
                                index,
                                statement,
                                source.referee(),
                                FunctionStatement.named(source, statement).check())));
    }

    /** What a statement comes to at the classes of one part. */
    static ClassTally tally(
            int n, int part, String statement, Referee referee, Proposition.Check<BooleanFunction> check) {
        var outcomes = new TreeMap<Found, Count>();
        var failing = new ArrayList<Long>();
        var unlike = new ArrayList<Long>();
        var objections = new ArrayList<String>();
        FunctionClasses.of(n).forEach(part, (f, size) -> {
            var outcome = check.at(f);
            var found = found(outcome);
            outcomes.merge(found, new Count(1, size), Count::plus);
            if (found == Found.FAILS && failing.size() < ClassTally.SHOWN) failing.add(f.table());
            if (found(check.at(image(f))) != found && unlike.size() < ClassTally.SHOWN) unlike.add(f.table());
            for (var certificate : certificates(outcome)) {
                referee.objectionTo(statement, certificate)
                        .filter(objection -> objections.size() < ClassTally.SHOWN)
                        .ifPresent(objection -> objections.add(f + ": " + certificate.kind() + ": " + objection));
            }
        });
        return new ClassTally(outcomes, failing, unlike, objections);
    }

    /** A random image under the group, drawn from the table. */
    private static BooleanFunction image(BooleanFunction f) {
        var random = new SplittableRandom(f.table());
        var s = SignedPermutation.random(f.variables(), random);
        boolean negated = random.nextBoolean();
        return BooleanFunction.of(f.variables(), x -> f.isMinus(s.at(x)) != negated);
    }

    private static Found found(Outcome outcome) {
        if (outcome instanceof Outcome.Holds) return Found.HOLDS;
        if (outcome instanceof Outcome.Settled) return Found.SETTLED;
        if (outcome instanceof Outcome.OutOfScope) return Found.OUT_OF_SCOPE;
        if (outcome instanceof Outcome.Fails) return Found.FAILS;
        throw new IllegalStateException("no measurement is made at a function: " + outcome);
    }

    /** Those of a point where the statement holds. */
    private static List<Certificate> certificates(Outcome outcome) {
        if (outcome instanceof Outcome.Settled settled) return List.of(settled.certificate());
        return outcome instanceof Outcome.Holds holds ? holds.exhibits() : List.of();
    }

    @Override
    public Result merge(Result first, Result next) {
        var tally = first.tally.isEmpty()
                ? List.<ClassTally>of()
                : List.of(first.tally.get(0).plus(next.tally.get(0)));
        return new Result(CensusSweep.functions(n).merge(first.census, next.census), tally);
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }
}
