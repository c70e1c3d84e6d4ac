package org.jpacker.api.contents;

/**
 * A record that says once what it consists of: an option, a TLV, a chunk, an element of a list.
 * Reading, writing, comparing, showing and documenting follow from {@link #parts}.
 *
 * <pre>{@code
 * record Timestamps(long value, long echoReply) implements TcpOption {
 *   @Override
 *   public Timestamps parts(Parts in) {
 *     return new Timestamps(
 *         in.u32("tcp.options.timestamp.tsval", value),
 *         in.u32("tcp.options.timestamp.tsecr", echoReply));
 *   }
 * }
 * }</pre>
 *
 * <p>Constructors of such records copy lists and refuse nothing: what does not fit is refused when
 * it is written, with the name of the part.
 */
public interface Shaped {

  /**
   * Passes each component to {@code in}, in the order of the octets, and returns a record of what
   * comes back. When a record is written, the same values come back; when one is read, the method
   * is called on a blank record, whose values mean nothing. So a part that depends on another one
   * asks the value that came back, never the component. The method does nothing else and keeps no
   * state.
   *
   * <p>A name with a dot is that of a field; one without a dot is only for trees and documentation.
   */
  default Shaped parts(Parts in) {
    return this;
  }

  /** Adds fields that are no parts. Every name is added, with null where there is no value. */
  default void tell(Told out) {}
}
