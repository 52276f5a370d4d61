package org.cubecheck.claim;

import java.util.Optional;

/** Judges certificates from the definitions alone, sharing no code with those who find them. An auditor asks it from one thread. */
@FunctionalInterface
public interface Referee {

    /**
     * Empty if the certificate is accepted as evidence on the claim or control of this identifier, else what is wrong
     * with it in one line. A kind it does not know is an objection.
     */
    Optional<String> objectionTo(String claim, Certificate certificate);
}
