package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;

/**
 * Why something went wrong, <a href="https://www.rfc-editor.org/rfc/rfc9260#section-3.3.10">RFC
 * 9260, section 3.3.10</a>.
 */
public sealed interface SctpCause {

  /** 16 bits. */
  int code();

  /** There is no such stream. */
  record InvalidStream(int stream) implements SctpCause {
    @Override
    public int code() {
      return 1;
    }
  }

  /** Parameters that must be there are not. */
  record MissingParameters(List<Integer> types) implements SctpCause {
    /** Keeps a copy. */
    public MissingParameters {
      types = List.copyOf(types);
    }

    @Override
    public int code() {
      return 2;
    }
  }

  /** A cookie is too old. */
  record StaleCookie(long microseconds) implements SctpCause {
    @Override
    public int code() {
      return 3;
    }
  }

  /**
   * A cause that says nothing more.
   *
   * @param code 4 out of resources, 7 for an invalid parameter, 10 for a cookie while shutting down
   */
  record Plain(int code) implements SctpCause {}

  /** There were no data in a chunk. */
  record NoUserData(long tsn) implements SctpCause {
    @Override
    public int code() {
      return 9;
    }
  }

  /**
   * What was refused, as octets.
   *
   * @param code 5 for an address, 6 for a chunk, 8 for parameters, 11 for the new addresses of a
   *     restart; with <a href="https://www.rfc-editor.org/rfc/rfc5061#section-4.3">RFC 5061</a> 160
   *     to 164
   */
  record Refused(int code, OctetString octets) implements SctpCause {}

  /**
   * Words.
   *
   * @param code 12 for an abort by the user, 13 for a violation of the protocol
   */
  record Said(int code, OctetString octets) implements SctpCause {}

  /**
   * No such way to authenticate, <a href="https://www.rfc-editor.org/rfc/rfc4895#section-4.2">RFC
   * 4895</a>.
   */
  record UnsupportedAlgorithm(int identifier) implements SctpCause {
    @Override
    public int code() {
      return 0x105;
    }
  }

  /** Any other cause, and one of those above whose contents are not theirs. */
  record Unknown(int code, OctetString octets) implements SctpCause {}
}
