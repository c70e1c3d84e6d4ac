package org.jpacker.api;

/**
 * Creates a layer from octets: a header, or {@link Raw} if it finds that the octets are not its
 * own, or {@link Malformed} by throwing an exception. A constructor such as {@code Udp(Window)} is
 * a reader.
 */
@FunctionalInterface
public interface Reader {

  /** The reader of unclaimed octets. */
  Reader NOBODY = Window::raw;

  /**
   * The layer at the start of {@code in}.
   *
   * @throws MalformedException if the octets are refused; the caller keeps them as {@link
   *     Malformed}
   */
  Layer read(Window in) throws MalformedException;

  /**
   * The payload of {@code carrier}, read from the octets after its header. Where the JIT compiler
   * inlines this call, no window object is created.
   *
   * @throws MalformedException as {@link #read}
   */
  default Layer readPayload(Header carrier) throws MalformedException {
    return read(carrier.window());
  }
}
