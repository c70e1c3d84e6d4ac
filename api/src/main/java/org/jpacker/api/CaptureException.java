package org.jpacker.api;

/** A capture could not be opened, read or written. The message says where and why. */
public class CaptureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final long offset;
  private final String reason;

  /**
   * A capture that is no good.
   *
   * @param source the file or device
   * @param offset octets from its start to what is wrong, or -1 where that has no meaning
   * @param reason what is wrong, and the way out where there is one
   * @param cause what lies behind it, or null
   */
  public CaptureException(String source, long offset, String reason, Throwable cause) {
    super(source + (offset < 0 ? ": " : ": offset " + offset + ": ") + reason, cause);
    this.source = source;
    this.offset = offset;
    this.reason = reason;
  }

  /** The file or device. */
  public String source() {
    return source;
  }

  /** Octets from the start of the source to what is wrong, or -1. */
  public long offset() {
    return offset;
  }

  /** What is wrong. */
  public String reason() {
    return reason;
  }
}
