package org.cubecheck.cli;

import java.util.function.Supplier;

/** The user gave something that cannot be used; the message says in one line what was given and what is accepted. */
final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1;

  BadInput(String message) {
    super(message);
  }

  BadInput(String message, Throwable cause) {
    super(message, cause);
  }

  /** Runs what reads the user's input: its complaints about values and ranges are about the input. */
  static <X> X in(String where, Supplier<X> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException | ArithmeticException complaint) {
      throw new BadInput(where + ": " + complaint.getMessage(), complaint);
    }
  }
}
