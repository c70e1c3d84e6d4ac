package org.jpacker.api;

/**
 * Octets that a protocol refuses. Thrown while a header is made from octets, caught by the header
 * below it, which then carries {@link Malformed}: it never reaches the reader of a packet. It has
 * no stack trace, for it tells of a packet and not of a program.
 */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What was refused, without the place, which the carrier adds. */
  private final transient Malformed.Reason reason;

  /** A refusal in {@code protocol} for the {@code reason}. */
  public MalformedException(Malformed.Reason reason) {
    super(reason.toString(), null, false, false);
    this.reason = reason;
  }

  /** What was refused and why. */
  public Malformed.Reason reason() {
    return reason;
  }
}
