package org.cubecheck.audit;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cubecheck.audit.AuditReport.ControlResult;
import org.cubecheck.audit.AuditReport.Finding;
import org.cubecheck.audit.AuditReport.Result;
import org.cubecheck.claim.Certificate;
import org.cubecheck.claim.Claim;
import org.cubecheck.claim.Control;
import org.cubecheck.claim.Domain;
import org.cubecheck.claim.Outcome;
import org.cubecheck.claim.Proposition;
import org.cubecheck.claim.Referee;
import org.cubecheck.claim.Verdict;
import org.cubecheck.claim.Verdict.Coverage;
import org.cubecheck.claim.Verdict.Reason;

/**
 * Audits claims: every domain of a claim is walked whole where it can be and sampled where it cannot, every control is
 * searched for its smallest counterexample, and every certificate goes before the referee. What it says depends on the
 * claims and the settings alone, not on the number of threads or the clock.
 * Immutable: several threads may audit with one, if its referee and whoever is told of progress allow it.
 */
public final class Auditor {

    private static final int BLOCK = 256;

    private final Settings settings;
    private final Referee referee;
    private final Progress progress;

    /** An auditor that lays every certificate before the referee and tells of its progress. */
    public Auditor(Settings settings, Referee referee, Progress progress) {
        this.settings = requireNonNull(settings);
        this.referee = requireNonNull(referee);
        this.progress = requireNonNull(progress);
    }

    /**
     * Audits the claims in their order.
     *
     * @throws IllegalArgumentException if there is none, or an identifier occurs twice among the claims and their
     * controls: a baseline would keep one
     */
    public AuditReport audit(List<? extends Claim<?>> claims) {
        if (claims.isEmpty()) throw new IllegalArgumentException("no claim to audit");
        var ids = new HashSet<String>();
        for (var claim : claims) {
            checkNew(claim.id(), ids);
            for (var control : claim.controls()) checkNew(control.id(), ids);
        }
        var results = new ArrayList<Result>();
        var threads = Executors.newFixedThreadPool(settings.threads(), task -> {
            var thread = new Thread(task, "audit");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (var claim : claims) {
                progress.begun(claim, results.size(), claims.size());
                var result = audit(claim, threads);
                results.add(result);
                progress.finished(result);
            }
        } finally {
            threads.shutdownNow();
        }
        return new AuditReport(settings, results);
    }

    private static void checkNew(String id, Set<String> ids) {
        if (!ids.add(id)) throw new IllegalArgumentException("two claims or controls " + id);
    }

    private Result audit(Claim<?> claim, ExecutorService threads) {
        var findings = findings(claim.id(), claim.proposition(), false, threads);
        var controls = new ArrayList<ControlResult>();
        for (Control<?> control : claim.controls()) {
            var search = findings(control.id(), control.proposition(), true, threads);
            var time = search.stream().map(Finding::time).reduce(Duration.ZERO, Duration::plus);
            // An error below hides a smaller counterexample, or a check that does not work.
            var shown = search.stream().filter(Auditor::isError).findFirst().orElse(search.get(search.size() - 1));
            if (!(shown.verdict() instanceof Verdict.Refuted) && !isError(shown))
                shown = leftOut(control.proposition()).orElse(shown);
            controls.add(new ControlResult(control, shown.in(time)));
        }
        return new Result(claim, findings, controls);
    }

    /**
     * The first domain above the dimension asked for: with it left out, that no counterexample was found tells nothing
     * against the control.
     */
    private Optional<Finding> leftOut(Proposition<?> proposition) {
        return proposition.domains().stream()
                .filter(domain -> domain.dimension() > settings.maxDimension())
                .findFirst()
                .map(domain -> Finding.over(
                        domain,
                        new Verdict.Undecided(
                                Reason.BUDGET,
                                "no counterexample up to d = " + settings.maxDimension()
                                        + ", which was asked for; it is sought up to d = "
                                        + proposition.domains().stream()
                                                .mapToInt(Domain::dimension)
                                                .max()
                                                .orElseThrow()),
                        Duration.ZERO));
    }

    private static boolean isError(Finding finding) {
        return finding.verdict() instanceof Verdict.Undecided undecided && undecided.reason() == Reason.ERROR;
    }

    /** A finding per domain; a search for a counterexample stops at the first domain that has one. */
    private <X> List<Finding> findings(
            String id, Proposition<X> proposition, boolean untilRefuted, ExecutorService threads) {
        var findings = new ArrayList<Finding>();
        for (var domain : proposition.domains()) {
            if (domain.dimension() > settings.maxDimension()) continue;
            long start = System.nanoTime();
            Verdict verdict;
            try {
                verdict = new Walk<>(id, proposition, domain, threads).verdict();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                verdict = new Verdict.Undecided(Reason.ERROR, "interrupted");
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof Error error) throw error;
                verdict = new Verdict.Undecided(
                        Reason.ERROR, String.valueOf(failure.getCause().getMessage()));
            } catch (RuntimeException failure) {
                verdict = new Verdict.Undecided(
                        Reason.ERROR, id + ": the audit of " + domain.name() + " fails: " + failure);
            }
            findings.add(Finding.over(domain, verdict, Duration.ofNanos(System.nanoTime() - start)));
            if (untilRefuted && verdict instanceof Verdict.Refuted) break;
        }
        if (findings.isEmpty()) {
            var first = proposition.domains().get(0);
            findings.add(Finding.over(
                    first,
                    new Verdict.Undecided(Reason.BUDGET, "no domain within dimension " + settings.maxDimension()),
                    Duration.ZERO));
        }
        return findings;
    }

    /** One visited point: what was found there, and how many points of the domain it stands for. */
    private record Visit(Outcome outcome, long points) {}

    /** What a range of indices came to, up to and including its first failure. */
    private static final class Tally {
        long visited;
        BigInteger points = BigInteger.ZERO;
        BigInteger cases = BigInteger.ZERO;
        BigInteger outOfScope = BigInteger.ZERO;
        long settled;
        final List<Certificate> certificates = new ArrayList<>();
        final List<Outcome.Estimated> estimates = new ArrayList<>();
        /** Of the corners of a sampled domain, by their places, those reached within scope. */
        final BitSet corners = new BitSet();

        Optional<Certificate> counterexample = Optional.empty();

        void add(Visit visit) {
            var outcome = visit.outcome();
            var weight = BigInteger.valueOf(visit.points());
            if (outcome instanceof Outcome.Fails fails) {
                counterexample = Optional.of(fails.counterexample());
                return;
            }
            visited++;
            points = points.add(weight);
            if (outcome instanceof Outcome.OutOfScope) outOfScope = outOfScope.add(weight);
            if (outcome instanceof Outcome.Holds holds) {
                cases = cases.add(BigInteger.valueOf(holds.cases()).multiply(weight));
                certificates.addAll(holds.exhibits());
            }
            if (outcome instanceof Outcome.Settled s) {
                settled += visit.points();
                cases = cases.add(weight);
                certificates.add(s.certificate());
            }
            if (outcome instanceof Outcome.Estimated estimated) estimates.add(estimated);
        }

        void add(Tally next) {
            visited += next.visited;
            points = points.add(next.points);
            cases = cases.add(next.cases);
            outOfScope = outOfScope.add(next.outOfScope);
            settled += next.settled;
            certificates.addAll(next.certificates);
            estimates.addAll(next.estimates);
            corners.or(next.corners);
            counterexample = next.counterexample;
        }
    }

    /** The walk over one domain. */
    private final class Walk<X> {
        private final String id;
        private final Proposition<X> proposition;
        private final Domain<X> domain;
        private final ExecutorService threads;
        private final long seed;

        Walk(String id, Proposition<X> proposition, Domain<X> domain, ExecutorService threads) {
            this.id = id;
            this.proposition = proposition;
            this.domain = domain;
            this.threads = threads;
            this.seed = Seeds.mix(
                    Seeds.mix(settings.seed(), id.hashCode()), domain.name().hashCode());
        }

        Verdict verdict() throws InterruptedException, ExecutionException {
            long count = count();
            if (!(domain instanceof Domain.Sampled<X>) && count > settings.limit())
                return new Verdict.Undecided(
                        Reason.BUDGET, count + " points to visit, the budget allows " + settings.limit());
            if (domain instanceof Domain.Orbits<X> orbits) {
                var objection = invariance(orbits);
                if (objection.isPresent()) return new Verdict.Undecided(Reason.ERROR, objection.get());
            }
            var tally = tally(count);
            for (var certificate : tally.certificates) {
                var objection = referee.objectionTo(id, certificate);
                if (objection.isPresent()) return rejected(certificate, objection.get());
            }
            if (tally.counterexample.isPresent()) {
                var counterexample = tally.counterexample.get();
                var objection = referee.objectionTo(id, counterexample);
                return objection.isPresent()
                        ? rejected(counterexample, objection.get())
                        : new Verdict.Refuted(counterexample, tally.points);
            }
            if (tally.estimates.size() == 1 && tally.visited == 1)
                return new Verdict.Measured(tally.estimates.get(0).estimate());
            if (!tally.estimates.isEmpty())
                return new Verdict.Undecided(
                        Reason.ERROR, "a domain of measurements has one point, not " + tally.visited);
            if (tally.outOfScope.equals(tally.points))
                return new Verdict.Undecided(Reason.VACUOUS, "no point meets the hypotheses");
            if (domain instanceof Domain.Sampled<X> sampled) return survived(sampled, count, tally);
            if (!tally.points.equals(domain.size()))
                return new Verdict.Undecided(Reason.ERROR, "visited " + tally.points + " points of " + domain.size());
            var coverage = new Coverage(tally.points, domain.size(), tally.outOfScope, tally.cases, tally.visited);
            if (domain instanceof Domain.All<X> all) {
                var settled = BigInteger.valueOf(tally.settled);
                var expected = tally.points
                        .subtract(tally.outOfScope)
                        .subtract(settled)
                        .multiply(BigInteger.valueOf(all.casesPerPoint()))
                        .add(settled);
                if (!tally.cases.equals(expected))
                    return new Verdict.Undecided(Reason.ERROR, "examined " + tally.cases + " cases of " + expected);
            }
            if (tally.settled > 0) return certified(tally, coverage);
            return new Verdict.Verified(coverage, tally.certificates);
        }

        /** Fewer trials than the domain asks for may miss a corner. */
        private Verdict survived(Domain.Sampled<X> sampled, long count, Tally tally) {
            var corners = sampled.corners().stream().map(Domain.Corner::name).toList();
            int missed = tally.corners.nextClearBit(0);
            if (missed < corners.size() && count >= sampled.trials())
                return new Verdict.Undecided(
                        Reason.ERROR, "none of " + count + " draws reaches the corner: " + corners.get(missed));
            return new Verdict.Survived(
                    count,
                    tally.outOfScope.longValueExact(),
                    tally.cases,
                    domain.size(),
                    seed,
                    tally.certificates,
                    tally.corners.stream().mapToObj(corners::get).toList());
        }

        /** Each point by an argument of its own: one that were good for two would be about neither. */
        private Verdict certified(Tally tally, Coverage coverage) {
            var distinct = tally.certificates.stream()
                    .map(certificate -> List.of(certificate.kind(), certificate.data()))
                    .distinct()
                    .count();
            if (distinct < tally.certificates.size())
                return new Verdict.Undecided(
                        Reason.ERROR, tally.certificates.size() + " certificates come to " + distinct + " arguments");
            return new Verdict.Certified(coverage, tally.certificates);
        }

        private Verdict rejected(Certificate certificate, String objection) {
            return new Verdict.Undecided(Reason.ERROR, "the referee rejects " + certificate.kind() + ": " + objection);
        }

        private long count() {
            if (domain instanceof Domain.All<X> all) return all.count();
            if (domain instanceof Domain.Orbits<X> orbits) return orbits.count();
            return settings.scaled(((Domain.Sampled<X>) domain).trials());
        }

        private void visit(long index, Tally tally) {
            if (domain instanceof Domain.Orbits<X> orbits) {
                var orbit = orbits.orbit().apply(index);
                tally.add(new Visit(proposition.at(orbit.representative()), orbit.size()));
            } else if (domain instanceof Domain.All<X> all) {
                tally.add(new Visit(proposition.at(all.point().apply(index)), 1));
            } else if (domain instanceof Domain.Sampled<X> sampled) {
                X point = sampled.draw().apply(new SplittableRandom(Seeds.mix(seed, index)));
                var outcome = proposition.at(point);
                tally.add(new Visit(outcome, 1));
                if (!(outcome instanceof Outcome.OutOfScope)) reach(point, sampled.corners(), tally);
            }
        }

        private void reach(X point, List<Domain.Corner<X>> corners, Tally tally) {
            for (int i = tally.corners.nextClearBit(0); i < corners.size(); i = tally.corners.nextClearBit(i + 1)) {
                if (corners.get(i).reached().test(point)) tally.corners.set(i);
            }
        }

        /** Two points of one orbit must come to the same kind of outcome. */
        private Optional<String> invariance(Domain.Orbits<X> orbits) {
            var random = new SplittableRandom(seed);
            for (int i = 0; i < orbits.checks(); i++) {
                X point = orbits.orbit().apply(random.nextLong(orbits.count())).representative();
                X image = orbits.image().of(point, random);
                if (proposition.at(point).getClass() != proposition.at(image).getClass())
                    return Optional.of(
                            "the statement is not invariant under the group: " + point + " against " + image);
            }
            return Optional.empty();
        }

        /** Visits the indices in blocks, several blocks at once; what comes after the first failure is not counted. */
        private Tally tally(long count) throws InterruptedException, ExecutionException {
            var whole = new Tally();
            int wave = settings.threads() * 4;
            for (long start = 0; start < count && whole.counterexample.isEmpty(); ) {
                var blocks = new ArrayList<Future<Tally>>();
                for (int b = 0; b < wave && start < count; b++) {
                    long from = start;
                    long to = Math.min(count, start + BLOCK);
                    blocks.add(threads.submit((Callable<Tally>) () -> block(from, to)));
                    start = to;
                }
                for (var block : blocks) {
                    if (whole.counterexample.isPresent()) block.cancel(true);
                    else whole.add(block.get());
                }
                progress.visited(domain.name(), start, count);
            }
            return whole;
        }

        private Tally block(long from, long to) {
            var tally = new Tally();
            for (long index = from; index < to && tally.counterexample.isEmpty(); index++) {
                try {
                    visit(index, tally);
                } catch (RuntimeException failure) {
                    throw new IllegalStateException(
                            id + ": the check fails at point " + index + " of " + domain.name() + ": " + failure,
                            failure);
                }
            }
            return tally;
        }
    }
}
