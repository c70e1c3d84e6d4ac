package org.jpacker.api;

/** Thrown when a capture cannot be opened, read or written. The message says where and why. */
public class CaptureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final long offset;
  private final String reason;

  /**
   * Reports where and why a capture failed.
   *
   * @param source the file or device
   * @param offset octets from its start to the fault, or -1 if there is no such place
   * @param reason what is wrong and, where possible, how to fix it
   * @param cause the underlying failure, or null
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

  /** Octets from the start of the source to the fault, or -1 if there is no such place. */
  public long offset() {
    return offset;
  }

  /** What is wrong and, where possible, how to fix it. */
  public String reason() {
    return reason;
  }
}
