package org.cubecheck.claim;

import java.util.Optional;

/** Judges certificates from the definitions alone, sharing no code with those who find them. */
@FunctionalInterface
public interface Referee {

  /** Empty if the certificate is accepted, else what is wrong with it in one line. A kind it does not know is an objection. */
  Optional<String> objectionTo(Certificate certificate);
}
