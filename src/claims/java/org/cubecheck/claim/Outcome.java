package org.cubecheck.claim;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a check finds at one point of a domain. Immutable. */
public sealed interface Outcome {

    /**
     * The statement is true there, by examination.
     *
     * @param cases how many elementary cases were examined (a transform checked against all 256 tasks is 256 cases); at
     * least 1
     * @param exhibits findings worth showing: extremal examples, tables
     */
    record Holds(long cases, List<Certificate> exhibits) implements Outcome {
        public Holds {
            requireNonNull(exhibits, "exhibits");
            if (cases < 1) throw new IllegalArgumentException("a point that holds has at least one case, not " + cases);
            exhibits = List.copyOf(exhibits);
        }
    }

    /**
     * The statement is true there by an argument that stands for more cases than were examined; the referee judges the
     * certificate.
     */
    record Settled(Certificate certificate) implements Outcome {
        public Settled {
            requireNonNull(certificate, "certificate");
        }
    }

    /** A hypothesis of the statement is not met there, so the point says nothing. */
    record OutOfScope(String hypothesis) implements Outcome {
        public OutOfScope {
            requireNonNull(hypothesis, "hypothesis");
        }
    }

    /** The statement is false there. */
    record Fails(Certificate counterexample) implements Outcome {
        public Fails {
            requireNonNull(counterexample, "counterexample");
        }
    }

    /** A quantity was estimated on trained networks, with a gate that was fixed before the run. */
    record Estimated(Estimate estimate) implements Outcome {
        public Estimated {
            requireNonNull(estimate, "estimate");
        }
    }

    /** The statement is true at this point, which is one case. */
    static Outcome holds() {
        return new Holds(1, List.of());
    }

    /** The statement is true at this point in the given number of cases. */
    static Outcome holds(long cases) {
        return new Holds(cases, List.of());
    }

    /** The statement is true at this point; the exhibits show how. */
    static Outcome holds(long cases, Certificate... exhibits) {
        return new Holds(cases, List.of(exhibits));
    }

    /** The statement is true at this point for every case it stands for, by the argument in the certificate. */
    static Outcome settled(Certificate certificate) {
        return new Settled(certificate);
    }

    /** The point lies outside the claim: the named hypothesis is not met. */
    static Outcome outOfScope(String hypothesis) {
        return new OutOfScope(hypothesis);
    }

    /** The statement is false at this point. */
    static Outcome fails(Certificate counterexample) {
        return new Fails(counterexample);
    }
}
