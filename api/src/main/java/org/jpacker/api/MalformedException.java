package org.jpacker.api;

/**
 * Thrown when a protocol refuses octets. It is thrown while a header is created from octets and
 * caught by the header below, which then carries {@link Malformed}; a caller who reads packets
 * never sees it. It has no stack trace, because it describes a packet, not a program.
 */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What was refused; the carrier adds the position. */
  private final transient Malformed.Reason reason;

  /** A refusal for this reason. */
  public MalformedException(Malformed.Reason reason) {
    super(reason.toString(), null, false, false);
    this.reason = reason;
  }

  /** What was refused and why. */
  public Malformed.Reason reason() {
    return reason;
  }
}
