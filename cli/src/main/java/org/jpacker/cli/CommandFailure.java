package org.jpacker.cli;

/** A failure of a command, with a message of one line for its user. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
