package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;

/**
 * Cause of an error, <a href="https://www.rfc-editor.org/rfc/rfc9260#section-3.3.10">RFC 9260,
 * section 3.3.10</a>.
 */
public sealed interface SctpCause {

  /** The cause code, 16 bits. */
  int code();

  /**
   * Invalid stream identifier.
   *
   * @param stream the identifier
   */
  record InvalidStream(int stream) implements SctpCause {
    @Override
    public int code() {
      return 1;
    }
  }

  /**
   * Missing mandatory parameters.
   *
   * @param types their types
   */
  record MissingParameters(List<Integer> types) implements SctpCause {
    /** Copies the types. */
    public MissingParameters {
      types = List.copyOf(types);
    }

    @Override
    public int code() {
      return 2;
    }
  }

  /**
   * Stale cookie.
   *
   * @param microseconds its age beyond the limit
   */
  record StaleCookie(long microseconds) implements SctpCause {
    @Override
    public int code() {
      return 3;
    }
  }

  /**
   * A cause without further contents.
   *
   * @param code 4 for lack of resources, 7 for an invalid parameter, 10 for a cookie during
   *     shutdown
   */
  record Plain(int code) implements SctpCause {}

  /**
   * A data chunk without data.
   *
   * @param tsn its transmission sequence number
   */
  record NoUserData(long tsn) implements SctpCause {
    @Override
    public int code() {
      return 9;
    }
  }

  /**
   * A refused part, as octets.
   *
   * @param code 5 for an address, 6 for a chunk, 8 for parameters, 11 for the new addresses of a
   *     restart; with <a href="https://www.rfc-editor.org/rfc/rfc5061#section-4.3">RFC 5061</a> 160
   *     to 164
   * @param octets the refused part
   */
  record Refused(int code, OctetString octets) implements SctpCause {}

  /**
   * A cause with further information.
   *
   * @param octets the information
   * @param code 12 for an abort by the user, 13 for a protocol violation
   */
  record Said(int code, OctetString octets) implements SctpCause {}

  /**
   * Unsupported authentication algorithm, <a
   * href="https://www.rfc-editor.org/rfc/rfc4895#section-4.2">RFC 4895</a>.
   *
   * @param identifier of the algorithm
   */
  record UnsupportedAlgorithm(int identifier) implements SctpCause {
    @Override
    public int code() {
      return 0x105;
    }
  }

  /**
   * Any other cause, and one of the above with malformed contents.
   *
   * @param code 16 bits
   * @param octets the octets after code and length
   */
  record Unknown(int code, OctetString octets) implements SctpCause {}
}
