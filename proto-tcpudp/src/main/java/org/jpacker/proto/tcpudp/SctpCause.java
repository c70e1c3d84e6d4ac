package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Leaf;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * Cause of an error, <a href="https://www.rfc-editor.org/rfc/rfc9260#section-3.3.10">RFC 9260,
 * section 3.3.10</a>.
 */
public sealed interface SctpCause extends Shaped {

  /** The cause code, 16 bits. */
  default int code() {
    return (int) SctpCauses.ALL.number(this);
  }

  @Override
  default void tell(Told out) {
    out.hex(4).add("sctp.cause_code", code());
  }

  /**
   * Invalid stream identifier.
   *
   * @param stream the identifier
   */
  record InvalidStream(int stream) implements SctpCause {
    @Override
    public InvalidStream parts(Parts in) {
      int stream = in.u16("sctp.cause_stream_identifier", this.stream);
      in.reserved(16);
      return new InvalidStream(stream);
    }
  }

  /**
   * Missing mandatory parameters.
   *
   * @param types their types
   */
  record MissingParameters(List<Integer> types) implements SctpCause {
    @Override
    public MissingParameters parts(Parts in) {
      return new MissingParameters(in.counted(32).values("types", Leaf.U16, types));
    }

    /** Copies the types. */
    public MissingParameters {
      types = List.copyOf(types);
    }
  }

  /**
   * Stale cookie.
   *
   * @param microseconds its age beyond the limit
   */
  record StaleCookie(long microseconds) implements SctpCause {
    @Override
    public StaleCookie parts(Parts in) {
      return new StaleCookie(in.u32("sctp.cause_measure_of_staleness", microseconds));
    }
  }

  /**
   * A cause without further contents.
   *
   * @param code 4 for lack of resources, 7 for an invalid parameter, 10 for a cookie during
   *     shutdown
   */
  record Plain(int code) implements SctpCause {
    @Override
    public Plain parts(Parts in) {
      return new Plain(in.type(code));
    }
  }

  /**
   * A data chunk without data.
   *
   * @param tsn its transmission sequence number
   */
  record NoUserData(long tsn) implements SctpCause {
    @Override
    public NoUserData parts(Parts in) {
      return new NoUserData(in.u32("sctp.cause_tsn", tsn));
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
  record Refused(int code, OctetString octets) implements SctpCause {
    @Override
    public Refused parts(Parts in) {
      return new Refused(in.type(code), in.rest("octets", octets));
    }
  }

  /**
   * A cause with further information.
   *
   * @param octets the information
   * @param code 12 for an abort by the user, 13 for a protocol violation
   */
  record Said(int code, OctetString octets) implements SctpCause {
    @Override
    public Said parts(Parts in) {
      return new Said(in.type(code), in.rest("octets", octets));
    }
  }

  /**
   * Unsupported authentication algorithm, <a
   * href="https://www.rfc-editor.org/rfc/rfc4895#section-4.2">RFC 4895</a>.
   *
   * @param identifier of the algorithm
   */
  record UnsupportedAlgorithm(int identifier) implements SctpCause {
    @Override
    public UnsupportedAlgorithm parts(Parts in) {
      return new UnsupportedAlgorithm(in.u16("identifier", identifier));
    }
  }

  /**
   * Any other cause, and one of the above with malformed contents.
   *
   * @param code 16 bits
   * @param octets the octets after code and length
   */
  record Unknown(int code, OctetString octets) implements SctpCause {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.type(code), in.rest("octets", octets));
    }
  }
}
