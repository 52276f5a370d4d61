package org.cubecheck.claim;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.List;

/**
 * What an audit may say of a statement over one domain. Sampled is never called verified; measured is never called
 * proved.
 * Immutable.
 */
public sealed interface Verdict {

    /** Every point of the domain was examined, itself or by its orbit. */
    record Verified(Coverage coverage, List<Certificate> exhibits) implements Verdict {
        public Verified {
            requireNonNull(coverage, "coverage");
            requireNonNull(exhibits, "exhibits");
            exhibits = List.copyOf(exhibits);
        }
    }

    /**
     * Every point was settled by an argument that the referee accepted, each by its own, or examined like the others;
     * at least one was settled.
     */
    record Certified(Coverage coverage, List<Certificate> certificates) implements Verdict {
        public Certified {
            requireNonNull(coverage, "coverage");
            requireNonNull(certificates, "certificates");
            certificates = List.copyOf(certificates);
        }
    }

    /**
     * No counterexample among independent draws; {@code cases} counts the elementary cases examined in the draws within
     * scope, {@code corners} names the corners of the domain that some of these reached.
     */
    record Survived(
            long trials,
            long outOfScope,
            BigInteger cases,
            BigInteger size,
            long seed,
            List<Certificate> exhibits,
            List<String> corners)
            implements Verdict {
        /** Of a domain that names no corner. */
        public Survived(
                long trials,
                long outOfScope,
                BigInteger cases,
                BigInteger size,
                long seed,
                List<Certificate> exhibits) {
            this(trials, outOfScope, cases, size, seed, exhibits, List.of());
        }

        public Survived {
            requireNonNull(cases, "cases");
            requireNonNull(size, "size");
            requireNonNull(exhibits, "exhibits");
            exhibits = List.copyOf(exhibits);
            corners = List.copyOf(requireNonNull(corners, "corners"));
        }
    }

    /** Measured on trained networks. */
    record Measured(Estimate estimate) implements Verdict {
        public Measured {
            requireNonNull(estimate, "estimate");
        }
    }

    /**
     * False: here is a counterexample that the referee accepted. {@code before} points, in the stated order, came
     * first.
     */
    record Refuted(Certificate counterexample, BigInteger before) implements Verdict {
        public Refuted {
            requireNonNull(counterexample, "counterexample");
            requireNonNull(before, "before");
        }
    }

    /** Nothing may be said. Never a pass. */
    record Undecided(Reason reason, String message) implements Verdict {
        public Undecided {
            requireNonNull(reason, "reason");
            requireNonNull(message, "message");
        }
    }

    /** Why nothing may be said. */
    enum Reason {
        /** No point met the hypotheses. */
        VACUOUS,
        /** The domain is larger than the budget, or its dimension than that asked for. */
        BUDGET,
        /**
         * The check threw, the count was off, the draws missed a corner of the domain, or the referee rejected the
         * certificate.
         */
        ERROR
    }

    /**
     * What was examined, against what there is.
     *
     * @param points how many points were examined, orbits counted with their size
     * @param of the number of points of the domain
     * @param outOfScope how many of the points do not meet the hypotheses
     * @param cases elementary cases examined
     * @param representatives how many points were visited: fewer than {@code points} where orbits stand for their
     * members
     */
    record Coverage(BigInteger points, BigInteger of, BigInteger outOfScope, BigInteger cases, long representatives) {
        public Coverage {
            requireNonNull(points, "points");
            requireNonNull(of, "of");
            requireNonNull(outOfScope, "outOfScope");
            requireNonNull(cases, "cases");
        }
    }
}
