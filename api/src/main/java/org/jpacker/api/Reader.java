package org.jpacker.api;

/**
 * Makes a layer from octets: a header, {@link Raw} where it finds that they are not its own, or
 * {@link Malformed} by way of the exception. A constructor {@code Udp(Window)} is one.
 */
@FunctionalInterface
public interface Reader {

  /** The reader of octets that nobody claims. */
  Reader NOBODY = Window::raw;

  /**
   * The layer that {@code in} begins with.
   *
   * @throws MalformedException if the octets are refused; whoever asked keeps them as {@link
   *     Malformed}
   */
  Layer read(Window in) throws MalformedException;

  /**
   * The layer that {@code carrier} carries: that of its octets behind the header. Where the virtual
   * machine has this call inlined there is no window object.
   *
   * @throws MalformedException as {@link #read}
   */
  default Layer readPayload(Header carrier) throws MalformedException {
    return read(carrier.window());
  }
}
